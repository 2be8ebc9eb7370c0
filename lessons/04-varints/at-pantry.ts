import { lengthFraming } from '#framing/frame';
import type { Dissectors } from '#inspect/dissector';
import { createPrefixDissectors, FRAME_PREFIX } from '#inspect/prefix-dissector';
import { protobufPayload } from '#inspect/protobuf/dissector';
import { createRecorder } from '#inspect/recorder';
import type { Trace, TraceEvent } from '#inspect/trace';
import { createExchange } from '#rpc/exchange';
import type { Exchange } from '#rpc/stub';
import { connectTcp, LOOPBACK } from '#transport/tcp';
import { MOVE, STOCK } from './messages.ts';
import { startServer } from './server.ts';

export interface PantryOptions {
  title?: string;
  log?(line: string): void;
  onEvent?(event: TraceEvent): void;
  /** A row for each field, its tag and value together. */
  compact?: boolean;
}

/** Runs `scene` with a client at the real server, on a free port; then ends both. */
export async function atPantry(
  { title = 'The pantry', log = () => {}, onEvent, compact = false }: PantryOptions,
  scene: (exchange: Exchange) => Promise<void>,
): Promise<Trace> {
  const server = await startServer({ host: LOOPBACK, port: 0, log });
  const recorder = createRecorder(title, 'protobuf numbers in length-prefixed frames', onEvent);
  try {
    const connection = recorder.wrap(await connectTcp(server), 'client', pantryDissectors(compact));
    await scene(createExchange(connection, lengthFraming));
    connection.end();
  } finally {
    await server.close();
  }
  return recorder.trace;
}

function pantryDissectors(compact: boolean): Dissectors {
  return {
    client: createPrefixDissectors(FRAME_PREFIX, protobufPayload({ type: MOVE, compact })).client,
    server: createPrefixDissectors(FRAME_PREFIX, protobufPayload({ type: STOCK, compact: true }))
      .server,
  };
}
