import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import type { MethodDefinition } from '#protobuf/schema/service-definition';

/** What stands in front of calls is tried on all four kinds of them. */
export type Kind = 'unary' | 'server streaming' | 'client streaming' | 'bidi streaming';

const { getOrder, searchOrders, updateOrders, processOrders } = OrderManagementDefinition.methods;

/** A method of the shop for each kind. */
export const KINDS: Readonly<Record<Kind, MethodDefinition>> = {
  unary: getOrder,
  'server streaming': searchOrders,
  'client streaming': updateOrders,
  'bidi streaming': processOrders,
} as never;

export const ALL_KINDS = Object.keys(KINDS) as Kind[];
