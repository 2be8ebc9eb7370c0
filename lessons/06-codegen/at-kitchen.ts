import { lengthFraming } from '#framing/frame';
import { createRecorder } from '#inspect/recorder';
import { createMethodDissectors, type MethodTypes } from '#inspect/rpc/method-dissector';
import type { Trace, TraceEvent } from '#inspect/trace';
import { parseProto } from '#protobuf/compiler/parse-proto';
import { createClient, type RpcClient } from '#rpc/client';
import { connectTcp, LOOPBACK } from '#transport/tcp';
import type { Kitchen } from './client.ts';
import { KITCHEN, readProto } from './generate.ts';
import { loadKitchen } from './load.ts';
import { startServer } from './server.ts';
import { createStub } from './stub.ts';

export interface KitchenOptions {
  title?: string;
  log?(line: string): void;
  onEvent?(event: TraceEvent): void;
}

/** Runs `scene` with a generated stub at the real server, on a free port; then ends both. */
export async function atKitchen(
  { title = 'The kitchen', log = () => {}, onEvent }: KitchenOptions,
  scene: (kitchen: Kitchen, client: RpcClient) => Promise<void>,
): Promise<Trace> {
  const server = await startServer({ host: LOOPBACK, port: 0, log });
  const recorder = createRecorder(title, 'protobuf messages in the calls of lesson 2', onEvent);
  try {
    const { KitchenDefinition } = await loadKitchen();
    const dissectors = createMethodDissectors(methodTypes());
    const connection = recorder.wrap(await connectTcp(server), 'client', dissectors);
    const client = createClient(connection, { framing: lengthFraming });
    await scene(createStub(KitchenDefinition, client), client);
    client.close();
  } finally {
    await server.close();
  }
  return recorder.trace;
}

/** The types of each method, from the file itself and not from what was generated. */
function methodTypes(): Map<string, MethodTypes> {
  const services = parseProto([KITCHEN], readProto).get(KITCHEN)?.services ?? [];
  return new Map(
    services.flatMap(({ name, methods }) =>
      methods.map((method) => [`/${name}/${method.protoName}`, method]),
    ),
  );
}
