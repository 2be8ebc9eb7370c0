import type { ServiceError, StatusObject } from '@grpc/grpc-js';
import type { ClientOptions } from '#course/lesson/define-lesson';
import { printable } from '#grpc/client/printable';
import { GrpcError } from '#grpc/grpc-error';
import { Metadata } from '#grpc/metadata';
import { Status, type StatusCode, statusName } from '#grpc/status';
import { Order } from '#protobuf/generated/ecommerce';
import { systemClock } from '#time/clock';
import { asSystemError } from '../10-hello-grpc/system-error.ts';
import { connect } from '../shop/connect.ts';
import type { OrderManagementClient } from '../shop/types/ecommerce/OrderManagement.ts';
import { forPerson, waitOf } from './person.ts';

/** Orders that go wrong, each in its own way, and one that does not at once. */
export const WRONG = { id: 'o-7', items: ['teapot', 'elephant'], price: -1 };
export const NO_KETTLE = { id: '201', items: ['kettle'], destination: 'Leeds' };
export const TO_PERTH = { id: '202', items: ['teapot'], destination: 'Perth' };

// #region from-js
/** What grpc-js says of a failed call, as an error whose details can be read. */
export function fromJs({ code, details, metadata }: StatusObject | ServiceError): GrpcError {
  const trailers = new Metadata();
  for (const value of metadata.get('grpc-status-details-bin')) {
    if (typeof value !== 'string') trailers.append('grpc-status-details-bin', value);
  }
  return new GrpcError(code as number as StatusCode, details, trailers);
}
// #endregion from-js

/** A call's answer, or why there is none. */
export type Outcome = { value: unknown } | { error: GrpcError };

type Begin = (
  options: { deadline: number },
  done: (error: ServiceError | null, value?: unknown) => void,
) => unknown;

function outcomeOf(begin: Begin, timeoutMs = 5_000): Promise<Outcome> {
  return new Promise((resolve) => {
    begin({ deadline: Date.now() + timeoutMs }, (error, value) =>
      resolve(error === null ? { value } : { error: fromJs(error) }),
    );
  });
}

export const addOrder = (shop: OrderManagementClient, order: Partial<Order>) =>
  outcomeOf((options, done) => shop.addOrder(Order.create(order), options, done));

export const getOrder = (shop: OrderManagementClient, value: string, timeoutMs?: number) =>
  outcomeOf((options, done) => shop.getOrder({ value }, options, done), timeoutMs);

/** `FAILED_PRECONDITION: there is no kettle left`, or OK: a line of a log, whoever wrote the text. */
export function told(outcome: Outcome): string {
  if ('value' in outcome) return 'OK';
  const { code, details } = outcome.error;
  return `${statusName(code)}: ${printable(details.replace(/ after .*/, ''))}`;
}

// #region again
/** Once more, if the server says when. A second refusal is the answer. */
export async function addOrderPatiently(
  shop: OrderManagementClient,
  order: Partial<Order>,
  log: (line: string) => void,
): Promise<Outcome> {
  const first = await addOrder(shop, order);
  if ('value' in first) return first;
  const waitMs = first.error.code === Status.UNAVAILABLE ? waitOf(first.error) : undefined;
  if (waitMs === undefined) return first;
  log(`${told(first)}; once more in ${waitMs} ms`);
  await new Promise((resolve) => systemClock.setTimer(() => resolve(undefined), waitMs));
  return addOrder(shop, order);
}
// #endregion again

export async function runClient({ log, signal, ...server }: ClientOptions): Promise<void> {
  const shop = connect(server);
  signal.addEventListener('abort', () => shop.close());
  const tell = (what: string, outcome: Outcome) => {
    if ('error' in outcome && outcome.error.code === Status.UNAVAILABLE) {
      throw asSystemError(outcome.error.details);
    }
    log(`${what}: ${told(outcome)}`);
    if ('error' in outcome) log(`  the person reads: ${forPerson(outcome.error)}`);
  };
  try {
    for (const id of ['101', '999', 'bug']) tell(`GetOrder("${id}")`, await getOrder(shop, id));
    tell('AddOrder, all wrong', await addOrder(shop, WRONG));
    tell('AddOrder, a kettle', await addOrder(shop, NO_KETTLE));
    tell('AddOrder, to Perth', await addOrderPatiently(shop, TO_PERTH, log));
  } finally {
    shop.close();
  }
}
