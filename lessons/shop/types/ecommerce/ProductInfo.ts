// Original file: proto/ecommerce.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { Product as _ecommerce_Product, Product__Output as _ecommerce_Product__Output } from '../ecommerce/Product.ts';
import type { ProductID as _ecommerce_ProductID, ProductID__Output as _ecommerce_ProductID__Output } from '../ecommerce/ProductID.ts';

/**
 * A catalogue.
 */
export interface ProductInfoClient extends grpc.Client {
  /**
   * Takes a product in, and returns its id.
   */
  AddProduct(argument: _ecommerce_Product, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_ecommerce_ProductID__Output>): grpc.ClientUnaryCall;
  AddProduct(argument: _ecommerce_Product, metadata: grpc.Metadata, callback: grpc.requestCallback<_ecommerce_ProductID__Output>): grpc.ClientUnaryCall;
  AddProduct(argument: _ecommerce_Product, options: grpc.CallOptions, callback: grpc.requestCallback<_ecommerce_ProductID__Output>): grpc.ClientUnaryCall;
  AddProduct(argument: _ecommerce_Product, callback: grpc.requestCallback<_ecommerce_ProductID__Output>): grpc.ClientUnaryCall;
  /**
   * Takes a product in, and returns its id.
   */
  addProduct(argument: _ecommerce_Product, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_ecommerce_ProductID__Output>): grpc.ClientUnaryCall;
  addProduct(argument: _ecommerce_Product, metadata: grpc.Metadata, callback: grpc.requestCallback<_ecommerce_ProductID__Output>): grpc.ClientUnaryCall;
  addProduct(argument: _ecommerce_Product, options: grpc.CallOptions, callback: grpc.requestCallback<_ecommerce_ProductID__Output>): grpc.ClientUnaryCall;
  addProduct(argument: _ecommerce_Product, callback: grpc.requestCallback<_ecommerce_ProductID__Output>): grpc.ClientUnaryCall;
  
  /**
   * The product with that id.
   */
  GetProduct(argument: _ecommerce_ProductID, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_ecommerce_Product__Output>): grpc.ClientUnaryCall;
  GetProduct(argument: _ecommerce_ProductID, metadata: grpc.Metadata, callback: grpc.requestCallback<_ecommerce_Product__Output>): grpc.ClientUnaryCall;
  GetProduct(argument: _ecommerce_ProductID, options: grpc.CallOptions, callback: grpc.requestCallback<_ecommerce_Product__Output>): grpc.ClientUnaryCall;
  GetProduct(argument: _ecommerce_ProductID, callback: grpc.requestCallback<_ecommerce_Product__Output>): grpc.ClientUnaryCall;
  /**
   * The product with that id.
   */
  getProduct(argument: _ecommerce_ProductID, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_ecommerce_Product__Output>): grpc.ClientUnaryCall;
  getProduct(argument: _ecommerce_ProductID, metadata: grpc.Metadata, callback: grpc.requestCallback<_ecommerce_Product__Output>): grpc.ClientUnaryCall;
  getProduct(argument: _ecommerce_ProductID, options: grpc.CallOptions, callback: grpc.requestCallback<_ecommerce_Product__Output>): grpc.ClientUnaryCall;
  getProduct(argument: _ecommerce_ProductID, callback: grpc.requestCallback<_ecommerce_Product__Output>): grpc.ClientUnaryCall;
  
}

/**
 * A catalogue.
 */
export interface ProductInfoHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Takes a product in, and returns its id.
   */
  AddProduct: grpc.handleUnaryCall<_ecommerce_Product__Output, _ecommerce_ProductID>;
  
  /**
   * The product with that id.
   */
  GetProduct: grpc.handleUnaryCall<_ecommerce_ProductID__Output, _ecommerce_Product>;
  
}

export interface ProductInfoDefinition extends grpc.ServiceDefinition {
  AddProduct: MethodDefinition<_ecommerce_Product, _ecommerce_ProductID, _ecommerce_Product__Output, _ecommerce_ProductID__Output>
  GetProduct: MethodDefinition<_ecommerce_ProductID, _ecommerce_Product, _ecommerce_ProductID__Output, _ecommerce_Product__Output>
}
