/**
 * Our server for other people's interop clients:
 * `server.ts [--port N] [--tls CERT KEY]`; prints `listening on PORT`.
 */
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Server } from '#grpc/server/server';
import { TestServiceDefinition } from './generated/grpc/testing/test.ts';
import { OpenRcaServiceDefinition } from './generated/xds/service/orca/v3/orca.ts';
import { load, testService } from './test-service.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    cert: { type: 'string' },
    key: { type: 'string' },
  },
});
const { cert, key } = values;
const tls =
  cert && key ? { certificate: readFileSync(cert), privateKey: readFileSync(key) } : undefined;

const server = new Server({ tls });
server.addService(TestServiceDefinition, testService);
server.addService(OpenRcaServiceDefinition, {
  async *streamCoreMetrics(request, call) {
    const interval = request.reportInterval;
    const ms = Number(interval?.seconds ?? 0) * 1000 + (interval?.nanos ?? 0) / 1e6;
    while (!call.cancelled) {
      yield load.report;
      await sleep(Math.max(ms, 100), undefined, { signal: call.signal }).catch(() => {});
    }
  },
});
const { port } = await server.listen({ port: Number(values.port) });
console.log(`listening on ${port}`);
process.once('SIGTERM', () => server.close());
