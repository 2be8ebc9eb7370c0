import type { CallOptions } from '#grpc/client/call-options';
import type { ServerCall } from '#grpc/server/server-call';
import type { Order, OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import type { ClientStub, ServerImplementation } from '#protobuf/schema/service-definition';
import type { Tools } from './tools.ts';

/** A stub of the shop: `addOrder`, `getOrder`, `searchOrders`, … */
export type Shop = ClientStub<typeof OrderManagementDefinition, CallOptions>;
/** What answers these calls. */
export type ShopHandlers = Partial<
  ServerImplementation<typeof OrderManagementDefinition, ServerCall>
>;

/** What a test of the shop's server has before it. */
export interface ShopOwn {
  /** A stub, connected to a server that nobody else uses. It has the orders 101 to 112. */
  shop: Shop;
  /** Where the server gets its orders from. */
  warehouse: {
    /** How many orders all searches together have read so far. */
    readonly reads: number;
    /** Set it, and the order at this place cannot be read; 0 is the oldest. */
    failAt: number | undefined;
  };
  /** How many calls the server has not finished. */
  serving(): number;
}

export type ShopBench = ShopOwn & Tools;

/** What a test of a client has before it. */
export interface ClientOwn {
  /** Starts a fake server that answers with these handlers, and gives a stub that calls it. */
  serve(handlers: ShopHandlers): Shop;
  /** The client that is tested. */
  findOrder(shop: Shop, text: string, most: number): Promise<Order | undefined>;
}

export type ClientBench = ClientOwn & Tools;

/** Declares a test: a name, and what it does. Each gets a bench of its own. */
export type Declare<Bench> = (name: string, run: (bench: Bench) => Promise<void>) => void;
