import {
  type handleBidiStreamingCall,
  type handleClientStreamingCall,
  type handleServerStreamingCall,
  type handleUnaryCall,
  status,
} from '@grpc/grpc-js';
import { CallError } from '#hello/call';
import { handle } from '#hello/handler';
import type { CombinedShipment, Order } from '#protobuf/generated/ecommerce';
import { isFound, ORDERS } from '../shop/orders.ts';

/** The message of calls that need a text and nothing else. */
export interface Text {
  value: string;
}

/** What no client should read. */
export const SECRET = 'cannot reach postgres://admin:hunter2@10.0.0.7/orders';

/** The order with that id. An order of a bug is an accident. */
export function orderOf(id: string): Order {
  if (id === 'bug') throw new Error(SECRET);
  const order = ORDERS.find((one) => one.id === id);
  if (order === undefined) throw new CallError(status.NOT_FOUND, `there is no order ${id}`);
  return order as Order;
}

export const foundBy = (text: string) => ORDERS.filter((order) => isFound(order, text)) as Order[];

export const shipmentOf = (id: string): CombinedShipment => ({
  id: `c-${id}`,
  status: 'on its way',
  ordersList: [],
});

// There are three dozen orders. Where there are more, `write` alone is not enough: lesson 11.
const searchOrders: handleServerStreamingCall<Text, Order> = (call) => {
  for (const order of foundBy(call.request.value)) call.write(order);
  call.end();
};

const updateOrders: handleClientStreamingCall<Order, Text> = (call, callback) => {
  const ids: string[] = [];
  call.on('data', ({ id }: Order) => ids.push(id));
  call.on('end', () => callback(null, { value: `updated: ${ids.join(', ')}` }));
};

const processOrders: handleBidiStreamingCall<Text, CombinedShipment> = (call) => {
  call.on('data', ({ value }: Text) => call.write(shipmentOf(value)));
  call.on('end', () => call.end());
};

/** A method of each kind. None of them knows that there are interceptors. */
export const createHandlers = (report: (error: unknown) => void) => ({
  GetOrder: handle(({ value }: Text) => orderOf(value), report),
  SearchOrders: searchOrders,
  UpdateOrders: updateOrders,
  ProcessOrders: processOrders,
});

/** Handlers as one writes them first: what goes wrong is handed on. */
export const careless = {
  GetOrder: ((current, callback) => {
    try {
      callback(null, orderOf(current.request.value));
    } catch (error) {
      callback(error as Error);
    }
  }) satisfies handleUnaryCall<Text, Order>,
  SearchOrders: ((current) => {
    for (const order of foundBy('kettle').slice(0, 2)) current.write(order);
    current.emit('error', new Error(SECRET));
  }) satisfies handleServerStreamingCall<Text, Order>,
};
