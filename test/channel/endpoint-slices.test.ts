import { expect, test } from 'vitest';
import { Channel } from '#channel/channel';
import { EndpointChanges } from '#channel/names/endpoint-slices';
import { createClient } from '#grpc/client/client';
import { Server } from '#grpc/server/server';
import { HealthDefinition } from '#protobuf/generated/grpc/health/v1/health';
import { Health } from '#services/health';

/** What the pieces must do is judged by the suite of lesson 32; here is a channel that stands on them. */
test('a channel follows what a watch tells', async () => {
  const servers = [new Server(), new Server()];
  const ports: number[] = [];
  for (const server of servers) {
    new Health().register(server);
    ports.push((await server.listen({ host: '127.0.0.1', port: 0 })).port);
  }
  const slice = (i: number, ready: boolean) => ({
    metadata: { name: `slice-${i}` },
    addressType: 'IPv4',
    ports: [{ name: 'grpc', port: ports[i]! }],
    endpoints: [{ addresses: ['127.0.0.1'], conditions: { ready } }],
  });
  let changes: EndpointChanges | undefined;
  const channel = new Channel('pods:health', {
    resolvers: {
      pods: () => ({
        start(listener) {
          changes = new EndpointChanges({
            portName: 'grpc',
            found: (addresses) => listener.resolved({ addresses }),
          });
          changes.listed([slice(0, true), slice(1, false)]);
        },
        resolveAgain() {},
        close() {},
      }),
    },
  });
  const client = createClient(HealthDefinition, channel, { defaults: { timeoutMs: 20_000 } });
  try {
    expect((await client.check({ service: '' })).status).toBe(1);
    changes?.changed({ type: 'MODIFIED', object: slice(0, false) });
    await servers[0]!.close();
    changes?.changed({ type: 'MODIFIED', object: slice(1, true) });
    expect((await client.check({ service: '' })).status).toBe(1);
  } finally {
    await channel.close();
    for (const server of servers) await server.close();
  }
});
