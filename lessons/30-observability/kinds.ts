import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Channel } from '#channel/channel';
import { ROOT } from '#course/paths';
import { createClient } from '#grpc/client/client';
import { GrpcError } from '#grpc/grpc-error';
import { Server } from '#grpc/server/server';
import { Status } from '#grpc/status';
import { CallMetrics } from '#grpc/telemetry/call-metrics';
import type { Span } from '#grpc/telemetry/span';
import { clientTelemetry, serverTelemetry } from '#grpc/telemetry/telemetry';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { ORDERS } from '../shop/orders.ts';
import { startCollector } from './collector.ts';

/** The calls that are made, in this order. */
export const CASES = [
  'unary, OK',
  'unary, no such order',
  'unary, deadline 200 ms',
  'stream, read to its end',
  'stream, reader leaves',
  '… with a deaf handler',
] as const;

/** What grpc-js, patched by OpenTelemetry, has recorded of them. */
export async function kindsOfTheirs(): Promise<readonly Span[]> {
  const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));
  const collector = await startCollector();
  const imports = ['--import', 'tsx', '--import', here('instrument.ts')];
  const child = spawn(process.execPath, [...imports, here('kinds-js.ts')], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      OTEL_SERVICE_NAME: 'grpc-js',
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${collector.port}`,
    },
  });
  const gone = once(child, 'close');
  try {
    const heard = Promise.race([once(child, 'message'), gone.then(ended)]);
    await heard;
    child.send('flush');
    await Promise.race([once(child, 'message'), gone.then(ended)]);
    return [...collector.spans];
  } finally {
    child.kill('SIGKILL');
    await gone;
    await collector.close();
  }
}

const ended = () => {
  throw new Error('the process with the calls ended too early');
};

/** What our interceptors record of the same calls on our stack. */
export async function kindsOfOurs(): Promise<readonly Span[]> {
  const spans: Span[] = [];
  const options = {
    service: 'ours',
    metrics: new CallMetrics([]),
    report: (span: Span) => spans.push(span),
  };
  const server = new Server({ interceptors: [serverTelemetry(options)] });
  server.addService(OrderManagementDefinition, {
    async getOrder({ value }, { signal }) {
      if (value === '101') return ORDERS[0]!;
      if (value === '999') throw new GrpcError(Status.NOT_FOUND, 'no such order');
      await once(signal, 'abort');
      throw signal.reason;
    },
    async *searchOrders({ value }, { signal }) {
      yield ORDERS[0]!;
      if (value === 'for ever, deaf') await new Promise(() => {});
      if (value === 'for ever') await once(signal, 'abort');
      yield* ORDERS.slice(1, 3);
    },
  });
  const { port } = await server.listen({ port: 0 });
  const channel = new Channel(`ipv4:127.0.0.1:${port}`);
  const interceptors = [clientTelemetry(options)];
  const shop = createClient(OrderManagementDefinition, channel, { interceptors });
  try {
    await shop.getOrder({ value: '101' });
    for (const [value, timeoutMs] of [
      ['999', undefined],
      ['for ever', 200],
    ] as const) {
      await shop.getOrder({ value }, { timeoutMs }).catch(() => {});
    }
    for await (const _ of shop.searchOrders({ value: 'cup' }));
    for (const value of ['for ever', 'for ever, deaf']) {
      for await (const _ of shop.searchOrders({ value })) break;
    }
    return spans;
  } finally {
    await channel.close();
    await server.close();
  }
}
