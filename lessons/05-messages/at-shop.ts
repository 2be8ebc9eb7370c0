import { lengthFraming } from '#framing/frame';
import type { Dissectors } from '#inspect/dissector';
import { createPrefixDissectors, FRAME_PREFIX } from '#inspect/prefix-dissector';
import { protobufPayload } from '#inspect/protobuf/dissector';
import { createRecorder, type Recorder } from '#inspect/recorder';
import type { Trace, TraceEvent } from '#inspect/trace';
import { createExchange } from '#rpc/exchange';
import { connectTcp, LOOPBACK } from '#transport/tcp';
import { createShop, type Shop } from './client.ts';
import { type Schema, SECOND } from './schema.ts';
import { startShop } from './server.ts';

export interface ShopOptions {
  title: string;
  /** What the server knows of the messages. */
  server?: Schema;
  log?(line: string): void;
  onEvent?(event: TraceEvent): void;
}

/** Connects another client, who knows the messages as `schema` has them. */
export type Connect = (schema: Schema) => Promise<Shop>;

/** Runs `scene` at the real server, on a free port; then ends it and all who are connected. */
export async function atShop(
  { title, server: schema = SECOND, log = () => {}, onEvent }: ShopOptions,
  scene: (connect: Connect, recorder: Recorder) => Promise<void>,
): Promise<Trace> {
  const server = await startShop({ host: LOOPBACK, port: 0, log }, schema);
  const recorder = createRecorder(title, 'protobuf messages in length-prefixed frames', onEvent);
  const connections: { end(): void }[] = [];
  try {
    await scene(async (known) => {
      const tcp = await connectTcp(server);
      const connection = recorder.wrap(tcp, 'client', shopDissectors(known));
      connections.push(connection);
      return createShop(createExchange(connection, lengthFraming), known);
    }, recorder);
  } finally {
    for (const connection of connections) connection.end();
    await server.close();
  }
  return recorder.trace;
}

/** Both directions as the client understands them: what it does not know, has a number only. */
function shopDissectors({ request, reply }: Schema): Dissectors {
  const of = (type: Schema['request']) =>
    createPrefixDissectors(FRAME_PREFIX, protobufPayload({ type, compact: true }));
  return { client: of(request).client, server: of(reply).server };
}
