import { ORDERS } from '../../../lessons/shop/orders.ts';
import type { Case } from '../kit/cases.ts';
import { runs } from './expect.ts';
import { SERVICE } from './server.ts';

/** grpcurl ends with 64 plus the status of the call. */
const STATUS = 64;
const TEAPOTS = ORDERS.filter(({ items }) => items.includes('teapot')).length;

/** curl for gRPC: it learns the schema by reflection. @param secure flags that make it use TLS */
export function grpcurlCases(tool: string, address: string, secure = ['-plaintext']): Case[] {
  const call = (
    name: string,
    method: string,
    data: string,
    wanted: Parameters<typeof runs>[3],
    ...more: string[]
  ) => runs(name, tool, [...secure, ...more, '-d', data, address, `${SERVICE}/${method}`], wanted);
  const list = (...args: string[]) => [...secure, address, ...args];
  const health = (method: string, data: string) => [
    ...[...secure, '-d', data],
    ...[address, `grpc.health.v1.Health/${method}`],
  ];
  return [
    runs('lists the services', tool, list('list'), {
      code: 0,
      says: [SERVICE, 'grpc.health.v1.Health', 'grpc.reflection.v1.ServerReflection'],
    }),
    runs('lists the methods', tool, list('list', SERVICE), {
      code: 0,
      says: ['AddOrder', 'GetOrder', 'SearchOrders', 'UpdateOrders', 'ProcessOrders'].map(
        (method) => `${SERVICE}.${method}`,
      ),
    }),
    runs(
      'describes a message, with its imports',
      tool,
      list('describe', 'ecommerce.CombinedShipment'),
      {
        code: 0,
        says: ['repeated .ecommerce.Order orders_list = 3;'],
      },
    ),
    runs('describes a method, its option too', tool, list('describe', `${SERVICE}.GetOrder`), {
      code: 0,
      says: ['NO_SIDE_EFFECTS', '.google.protobuf.StringValue'],
    }),
    call('a unary call', 'GetOrder', '"101"', {
      code: 0,
      says: ['"destination": "Leeds"', '"price": 40'],
    }),
    call(
      'metadata, both ways',
      'AddOrder',
      '{"id":"1"}',
      { code: 0, says: ['x-seen: tea'] },
      '-v',
      '-H',
      'x-sent: tea',
    ),
    call('a stream of answers', 'SearchOrders', '"teapot"', {
      code: 0,
      says: [new RegExp(`^(?:.*?"destination"){${TEAPOTS}}(?!.*"destination")`, 's')],
    }),
    call('a stream of requests', 'UpdateOrders', '{"id":"7"}{"id":"8"}', {
      code: 0,
      says: ['"7,8"'],
    }),
    call('both', 'ProcessOrders', '"7" "8"', { code: 0, says: [/"id": "7".*"id": "8"/s] }),
    call('an error, with its text', 'GetOrder', '"none"', {
      code: STATUS + 5,
      says: ['NotFound', "no order 'none' ☺"],
    }),
    call(
      'a deadline',
      'GetOrder',
      '"slow"',
      { code: STATUS + 4, says: ['DeadlineExceeded'] },
      '-max-time',
      '0.3',
    ),
    runs('health of one service', tool, health('Check', `{"service":"${SERVICE}"}`), {
      code: 0,
      says: ['"status": "SERVING"'],
    }),
    runs('health of one that does not serve', tool, health('Check', '{"service":"closed.today"}'), {
      code: 0,
      says: ['"status": "NOT_SERVING"'],
    }),
    runs('health of one that nobody knows', tool, health('Check', '{"service":"nobody"}'), {
      code: STATUS + 5,
      says: ['NotFound', 'nobody'],
    }),
    runs('health of all', tool, health('List', '{}'), {
      code: 0,
      says: ['"": {', `"${SERVICE}": {`, '"closed.today": {'],
    }),
    // The stream stays open: the deadline ends it.
    runs(
      'a watch of one that nobody knows',
      tool,
      ['-max-time', '1', ...health('Watch', '{"service":"nobody"}')],
      { code: STATUS + 4, says: ['"status": "SERVICE_UNKNOWN"'] },
    ),
    runs('a method that is not there', tool, [...secure, address, `${SERVICE}/Nothing`], {
      code: 1,
      says: ['does not include a method named "Nothing"'],
    }),
  ];
}
