import type { Dissector, Dissectors } from '#inspect/dissector';
import { hpackHeaderBlock } from '#inspect/hpack/plug';
import { createHttp2Dissectors } from '#inspect/http2/dissector';
import { createRecorder } from '#inspect/recorder';
import type { Trace, TraceEvent } from '#inspect/trace';
import type { Connection } from '#transport/connection';
import { connectTcp, LOOPBACK } from '#transport/tcp';
import { startServer } from './server.ts';

export interface PantryOptions {
  title?: string;
  log?(line: string): void;
  onEvent?(event: TraceEvent): void;
  headerTableSize?: number;
}

/** Writes down what the client does and no byte shows. */
export type Mark = (text: string) => void;

/** Runs `scene` over a connection to the real server, on a free port; then ends both. */
export async function atPantry(
  { title = 'The pantry', log = () => {}, onEvent, headerTableSize }: PantryOptions,
  scene: (connection: Connection, mark: Mark) => Promise<void>,
): Promise<Trace> {
  const server = await startServer({
    host: LOOPBACK,
    port: 0,
    log,
    ...(headerTableSize !== undefined && { headerTableSize }),
  });
  const recorder = createRecorder(title, 'HTTP/2: header blocks and data', onEvent);
  try {
    const transport = await connectTcp(server);
    const connection = recorder.wrap(transport, 'client', callDissectors());
    await scene(connection, (text) => recorder.mark('client', text));
  } finally {
    await server.close();
  }
  return recorder.trace;
}

const HEADER_SIZE = 9;
const TYPE_OFFSET = 3;
/** DATA, HEADERS, RST_STREAM, GOAWAY, CONTINUATION. */
const ABOUT_CALLS = new Set([0x0, 0x1, 0x3, 0x7, 0x9]);

/**
 * Reads all frames and shows those that this lesson is about. SETTINGS and their ACKs are lesson
 * 7's; and which of them comes first is a matter of chance.
 */
function callDissectors(): Dissectors {
  const { client, server } = createHttp2Dissectors({
    foldHeaders: true,
    headerBlock: hpackHeaderBlock({ compact: true }),
  });
  return { client: aboutCalls(client), server: aboutCalls(server) };
}

function aboutCalls(dissector: Dissector): Dissector {
  const keep = ({ bytes }: { bytes: Uint8Array }) =>
    bytes.length >= HEADER_SIZE && ABOUT_CALLS.has(bytes[TYPE_OFFSET]!);
  return {
    push: (chunk) => dissector.push(chunk).filter(keep),
    end: () => dissector.end().filter(keep),
  };
}
