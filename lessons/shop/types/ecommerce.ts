import type * as grpc from '@grpc/grpc-js';
import type { MessageTypeDefinition } from '@grpc/proto-loader';

import type { CombinedShipment as _ecommerce_CombinedShipment, CombinedShipment__Output as _ecommerce_CombinedShipment__Output } from './ecommerce/CombinedShipment.ts';
import type { Order as _ecommerce_Order, Order__Output as _ecommerce_Order__Output } from './ecommerce/Order.ts';
import type { OrderManagementClient as _ecommerce_OrderManagementClient, OrderManagementDefinition as _ecommerce_OrderManagementDefinition } from './ecommerce/OrderManagement.ts';
import type { Product as _ecommerce_Product, Product__Output as _ecommerce_Product__Output } from './ecommerce/Product.ts';
import type { ProductID as _ecommerce_ProductID, ProductID__Output as _ecommerce_ProductID__Output } from './ecommerce/ProductID.ts';
import type { ProductInfoClient as _ecommerce_ProductInfoClient, ProductInfoDefinition as _ecommerce_ProductInfoDefinition } from './ecommerce/ProductInfo.ts';
import type { BoolValue as _google_protobuf_BoolValue, BoolValue__Output as _google_protobuf_BoolValue__Output } from './google/protobuf/BoolValue.ts';
import type { BytesValue as _google_protobuf_BytesValue, BytesValue__Output as _google_protobuf_BytesValue__Output } from './google/protobuf/BytesValue.ts';
import type { DoubleValue as _google_protobuf_DoubleValue, DoubleValue__Output as _google_protobuf_DoubleValue__Output } from './google/protobuf/DoubleValue.ts';
import type { FloatValue as _google_protobuf_FloatValue, FloatValue__Output as _google_protobuf_FloatValue__Output } from './google/protobuf/FloatValue.ts';
import type { Int32Value as _google_protobuf_Int32Value, Int32Value__Output as _google_protobuf_Int32Value__Output } from './google/protobuf/Int32Value.ts';
import type { Int64Value as _google_protobuf_Int64Value, Int64Value__Output as _google_protobuf_Int64Value__Output } from './google/protobuf/Int64Value.ts';
import type { StringValue as _google_protobuf_StringValue, StringValue__Output as _google_protobuf_StringValue__Output } from './google/protobuf/StringValue.ts';
import type { UInt32Value as _google_protobuf_UInt32Value, UInt32Value__Output as _google_protobuf_UInt32Value__Output } from './google/protobuf/UInt32Value.ts';
import type { UInt64Value as _google_protobuf_UInt64Value, UInt64Value__Output as _google_protobuf_UInt64Value__Output } from './google/protobuf/UInt64Value.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  ecommerce: {
    CombinedShipment: MessageTypeDefinition<_ecommerce_CombinedShipment, _ecommerce_CombinedShipment__Output>
    Order: MessageTypeDefinition<_ecommerce_Order, _ecommerce_Order__Output>
    /**
     * Orders, in all four kinds of call.
     */
    OrderManagement: SubtypeConstructor<typeof grpc.Client, _ecommerce_OrderManagementClient> & { service: _ecommerce_OrderManagementDefinition }
    Product: MessageTypeDefinition<_ecommerce_Product, _ecommerce_Product__Output>
    ProductID: MessageTypeDefinition<_ecommerce_ProductID, _ecommerce_ProductID__Output>
    /**
     * A catalogue.
     */
    ProductInfo: SubtypeConstructor<typeof grpc.Client, _ecommerce_ProductInfoClient> & { service: _ecommerce_ProductInfoDefinition }
  }
  google: {
    protobuf: {
      BoolValue: MessageTypeDefinition<_google_protobuf_BoolValue, _google_protobuf_BoolValue__Output>
      BytesValue: MessageTypeDefinition<_google_protobuf_BytesValue, _google_protobuf_BytesValue__Output>
      DoubleValue: MessageTypeDefinition<_google_protobuf_DoubleValue, _google_protobuf_DoubleValue__Output>
      FloatValue: MessageTypeDefinition<_google_protobuf_FloatValue, _google_protobuf_FloatValue__Output>
      Int32Value: MessageTypeDefinition<_google_protobuf_Int32Value, _google_protobuf_Int32Value__Output>
      Int64Value: MessageTypeDefinition<_google_protobuf_Int64Value, _google_protobuf_Int64Value__Output>
      StringValue: MessageTypeDefinition<_google_protobuf_StringValue, _google_protobuf_StringValue__Output>
      UInt32Value: MessageTypeDefinition<_google_protobuf_UInt32Value, _google_protobuf_UInt32Value__Output>
      UInt64Value: MessageTypeDefinition<_google_protobuf_UInt64Value, _google_protobuf_UInt64Value__Output>
    }
  }
}

