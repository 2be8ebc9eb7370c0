// Original file: proto/ecommerce.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { CombinedShipment as _ecommerce_CombinedShipment, CombinedShipment__Output as _ecommerce_CombinedShipment__Output } from '../ecommerce/CombinedShipment.ts';
import type { Order as _ecommerce_Order, Order__Output as _ecommerce_Order__Output } from '../ecommerce/Order.ts';
import type { StringValue as _google_protobuf_StringValue, StringValue__Output as _google_protobuf_StringValue__Output } from '../google/protobuf/StringValue.ts';

/**
 * Orders, in all four kinds of call.
 */
export interface OrderManagementClient extends grpc.Client {
  /**
   * Takes an order in, and returns its id.
   */
  AddOrder(argument: _ecommerce_Order, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_google_protobuf_StringValue__Output>): grpc.ClientUnaryCall;
  AddOrder(argument: _ecommerce_Order, metadata: grpc.Metadata, callback: grpc.requestCallback<_google_protobuf_StringValue__Output>): grpc.ClientUnaryCall;
  AddOrder(argument: _ecommerce_Order, options: grpc.CallOptions, callback: grpc.requestCallback<_google_protobuf_StringValue__Output>): grpc.ClientUnaryCall;
  AddOrder(argument: _ecommerce_Order, callback: grpc.requestCallback<_google_protobuf_StringValue__Output>): grpc.ClientUnaryCall;
  /**
   * Takes an order in, and returns its id.
   */
  addOrder(argument: _ecommerce_Order, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_google_protobuf_StringValue__Output>): grpc.ClientUnaryCall;
  addOrder(argument: _ecommerce_Order, metadata: grpc.Metadata, callback: grpc.requestCallback<_google_protobuf_StringValue__Output>): grpc.ClientUnaryCall;
  addOrder(argument: _ecommerce_Order, options: grpc.CallOptions, callback: grpc.requestCallback<_google_protobuf_StringValue__Output>): grpc.ClientUnaryCall;
  addOrder(argument: _ecommerce_Order, callback: grpc.requestCallback<_google_protobuf_StringValue__Output>): grpc.ClientUnaryCall;
  
  /**
   * The order with that id.
   */
  GetOrder(argument: _google_protobuf_StringValue, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_ecommerce_Order__Output>): grpc.ClientUnaryCall;
  GetOrder(argument: _google_protobuf_StringValue, metadata: grpc.Metadata, callback: grpc.requestCallback<_ecommerce_Order__Output>): grpc.ClientUnaryCall;
  GetOrder(argument: _google_protobuf_StringValue, options: grpc.CallOptions, callback: grpc.requestCallback<_ecommerce_Order__Output>): grpc.ClientUnaryCall;
  GetOrder(argument: _google_protobuf_StringValue, callback: grpc.requestCallback<_ecommerce_Order__Output>): grpc.ClientUnaryCall;
  /**
   * The order with that id.
   */
  getOrder(argument: _google_protobuf_StringValue, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_ecommerce_Order__Output>): grpc.ClientUnaryCall;
  getOrder(argument: _google_protobuf_StringValue, metadata: grpc.Metadata, callback: grpc.requestCallback<_ecommerce_Order__Output>): grpc.ClientUnaryCall;
  getOrder(argument: _google_protobuf_StringValue, options: grpc.CallOptions, callback: grpc.requestCallback<_ecommerce_Order__Output>): grpc.ClientUnaryCall;
  getOrder(argument: _google_protobuf_StringValue, callback: grpc.requestCallback<_ecommerce_Order__Output>): grpc.ClientUnaryCall;
  
  /**
   * Takes ids, and sends shipments: orders that go to the same place, together.
   */
  ProcessOrders(metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientDuplexStream<_google_protobuf_StringValue, _ecommerce_CombinedShipment__Output>;
  ProcessOrders(options?: grpc.CallOptions): grpc.ClientDuplexStream<_google_protobuf_StringValue, _ecommerce_CombinedShipment__Output>;
  /**
   * Takes ids, and sends shipments: orders that go to the same place, together.
   */
  processOrders(metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientDuplexStream<_google_protobuf_StringValue, _ecommerce_CombinedShipment__Output>;
  processOrders(options?: grpc.CallOptions): grpc.ClientDuplexStream<_google_protobuf_StringValue, _ecommerce_CombinedShipment__Output>;
  
  /**
   * Every order that has an item whose name contains the text, as it is found.
   */
  SearchOrders(argument: _google_protobuf_StringValue, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_ecommerce_Order__Output>;
  SearchOrders(argument: _google_protobuf_StringValue, options?: grpc.CallOptions): grpc.ClientReadableStream<_ecommerce_Order__Output>;
  /**
   * Every order that has an item whose name contains the text, as it is found.
   */
  searchOrders(argument: _google_protobuf_StringValue, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_ecommerce_Order__Output>;
  searchOrders(argument: _google_protobuf_StringValue, options?: grpc.CallOptions): grpc.ClientReadableStream<_ecommerce_Order__Output>;
  
  /**
   * Replaces all these orders or none: an error says that nothing has changed.
   */
  UpdateOrders(metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_google_protobuf_StringValue__Output>): grpc.ClientWritableStream<_ecommerce_Order>;
  UpdateOrders(metadata: grpc.Metadata, callback: grpc.requestCallback<_google_protobuf_StringValue__Output>): grpc.ClientWritableStream<_ecommerce_Order>;
  UpdateOrders(options: grpc.CallOptions, callback: grpc.requestCallback<_google_protobuf_StringValue__Output>): grpc.ClientWritableStream<_ecommerce_Order>;
  UpdateOrders(callback: grpc.requestCallback<_google_protobuf_StringValue__Output>): grpc.ClientWritableStream<_ecommerce_Order>;
  /**
   * Replaces all these orders or none: an error says that nothing has changed.
   */
  updateOrders(metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_google_protobuf_StringValue__Output>): grpc.ClientWritableStream<_ecommerce_Order>;
  updateOrders(metadata: grpc.Metadata, callback: grpc.requestCallback<_google_protobuf_StringValue__Output>): grpc.ClientWritableStream<_ecommerce_Order>;
  updateOrders(options: grpc.CallOptions, callback: grpc.requestCallback<_google_protobuf_StringValue__Output>): grpc.ClientWritableStream<_ecommerce_Order>;
  updateOrders(callback: grpc.requestCallback<_google_protobuf_StringValue__Output>): grpc.ClientWritableStream<_ecommerce_Order>;
  
}

/**
 * Orders, in all four kinds of call.
 */
export interface OrderManagementHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Takes an order in, and returns its id.
   */
  AddOrder: grpc.handleUnaryCall<_ecommerce_Order__Output, _google_protobuf_StringValue>;
  
  /**
   * The order with that id.
   */
  GetOrder: grpc.handleUnaryCall<_google_protobuf_StringValue__Output, _ecommerce_Order>;
  
  /**
   * Takes ids, and sends shipments: orders that go to the same place, together.
   */
  ProcessOrders: grpc.handleBidiStreamingCall<_google_protobuf_StringValue__Output, _ecommerce_CombinedShipment>;
  
  /**
   * Every order that has an item whose name contains the text, as it is found.
   */
  SearchOrders: grpc.handleServerStreamingCall<_google_protobuf_StringValue__Output, _ecommerce_Order>;
  
  /**
   * Replaces all these orders or none: an error says that nothing has changed.
   */
  UpdateOrders: grpc.handleClientStreamingCall<_ecommerce_Order__Output, _google_protobuf_StringValue>;
  
}

export interface OrderManagementDefinition extends grpc.ServiceDefinition {
  AddOrder: MethodDefinition<_ecommerce_Order, _google_protobuf_StringValue, _ecommerce_Order__Output, _google_protobuf_StringValue__Output>
  GetOrder: MethodDefinition<_google_protobuf_StringValue, _ecommerce_Order, _google_protobuf_StringValue__Output, _ecommerce_Order__Output>
  ProcessOrders: MethodDefinition<_google_protobuf_StringValue, _ecommerce_CombinedShipment, _google_protobuf_StringValue__Output, _ecommerce_CombinedShipment__Output>
  SearchOrders: MethodDefinition<_google_protobuf_StringValue, _ecommerce_Order, _google_protobuf_StringValue__Output, _ecommerce_Order__Output>
  UpdateOrders: MethodDefinition<_ecommerce_Order, _google_protobuf_StringValue, _ecommerce_Order__Output, _google_protobuf_StringValue__Output>
}
