import type { Case } from '../kit/cases.ts';
import { runProgram } from '../kit/run-program.ts';
import { runs } from './expect.ts';
import { SERVICE } from './server.ts';

/** What Kubernetes used before it had a probe of its own: it asks `grpc.health.v1`. */
export function probeCases(tool: string, address: string, secure: string[] = []): Case[] {
  const probe = (...more: string[]) => [`-addr=${address}`, ...secure, ...more];
  return [
    runs('the server as a whole', tool, probe(), { code: 0, says: ['status: SERVING'] }),
    runs('one service', tool, probe(`-service=${SERVICE}`), { code: 0, says: ['status: SERVING'] }),
    // 4: it answered, and does not serve (grpc_health_probe's README).
    runs('one that does not serve', tool, probe('-service=closed.today'), {
      code: 4,
      says: ['NOT_SERVING'],
    }),
    runs('one that nobody knows', tool, probe('-service=nobody'), {
      code: 3,
      says: [/NotFound|unknown service/],
    }),
  ];
}

/** A load generator that knows reflection only as v1alpha. */
export function ghzCases(tool: string, address: string): Case[] {
  const load = (name: string, method: string, data: string, count: number): Case => ({
    name,
    async run() {
      const args = [
        '--insecure',
        '--call',
        `${SERVICE}.${method}`,
        '-d',
        data,
        '-n',
        String(count),
      ];
      const { code, output } = await runProgram(tool, [...args, '-c', '16', '-O', 'json', address]);
      const statuses = code === 0 ? JSON.parse(output).statusCodeDistribution : output;
      if (statuses?.OK === count && Object.keys(statuses).length === 1) return;
      throw new Error(`exit code ${code}, ${JSON.stringify(statuses).slice(0, 2_000)}`);
    },
  });
  return [
    load('2,000 unary calls, each OK', 'GetOrder', '"101"', 2_000),
    load('500 streams of answers, each OK', 'SearchOrders', '"teapot"', 500),
    load('500 streams of requests, each OK', 'UpdateOrders', '[{"id":"1"},{"id":"2"}]', 500),
  ];
}

/** buf's client: gRPC over HTTP/2 that it expects, and the schema by reflection. */
export function bufCases(tool: string, address: string): Case[] {
  const curl = (...more: string[]) => [
    'curl',
    '--http2-prior-knowledge',
    '--protocol',
    'grpc',
    ...more,
  ];
  const at = (method: string) => `http://${address}/${SERVICE}/${method}`;
  return [
    runs('lists the methods', tool, curl('--list-methods', `http://${address}`), {
      code: 0,
      says: [`${SERVICE}/ProcessOrders`, 'grpc.health.v1.Health/Watch'],
    }),
    runs('a unary call', tool, curl('-d', '"103"', at('GetOrder')), { code: 0, says: ['"York"'] }),
    runs('a stream of answers', tool, curl('-d', '"kettle"', at('SearchOrders')), {
      code: 0,
      says: ['"Perth"'],
    }),
    runs('both', tool, curl('-d', '"1" "2"', at('ProcessOrders')), {
      code: 0,
      says: [/"1".*"2"/s],
    }),
    runs('health of all', tool, curl('-d', '{}', `http://${address}/grpc.health.v1.Health/List`), {
      code: 0,
      says: [SERVICE, 'closed.today', 'NOT_SERVING'],
    }),
    runs('lists the services', tool, curl('--list-services', `http://${address}`), {
      code: 0,
      says: [SERVICE, 'grpc.health.v1.Health', 'grpc.reflection.v1.ServerReflection'],
    }),
    runs('an error, with its text', tool, curl('-d', '"none"', at('GetOrder')), {
      // buf ends with eight times the status.
      code: 5 * 8,
      says: ['not_found', "no order 'none' ☺"],
    }),
  ];
}
