import { encodeUtf8 } from '#bytes/utf8';
import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import type { HeaderField } from '#hpack/header-field';
import { attachHttp2 } from '#http2/attach';
import { createHttp2Server } from '#http2/connection';
import type { Http2Stream } from '#http2/stream';
import { IDLE_TIMEOUT_MS } from '#rpc/limits';
import { listenTcp } from '#transport/tcp';

export interface PantryServerOptions extends ServerOptions {
  /** Octets of dynamic table that it grants the client. */
  headerTableSize?: number;
}

/** Pieces on each shelf. */
const STOCK: Record<string, number> = { '/shelves/300': 12, '/shelves/301': 4 };

// #region server
/** Says what lies on a shelf. The header block is opened by the HTTP/2 layer: we see a list. */
export async function startServer(options: PantryServerOptions): Promise<RunningServer> {
  const { host, port, log, headerTableSize } = options;
  const listener = await listenTcp({ host, port, idleTimeoutMs: IDLE_TIMEOUT_MS }, (transport) => {
    const http2 = createHttp2Server(
      {
        stream(stream, fields) {
          answer(stream, fields, log);
          return { close: () => {} };
        },
        close: (error) => error && log(`ends the connection: ${error.message}`),
      },
      headerTableSize === undefined ? {} : { headerTableSize },
    );
    attachHttp2(http2, transport);
  });
  return { host: listener.host, port: listener.port, close: () => listener.destroy() };
}

function answer(
  stream: Http2Stream,
  fields: readonly HeaderField[],
  log: (line: string) => void,
): void {
  const path = fields.find(({ name }) => name === ':path')?.value ?? '';
  const count = STOCK[path];
  log(`${path}: ${count ?? 'no such shelf'}`);
  stream.sendHeaders([
    { name: ':status', value: count === undefined ? '404' : '200' },
    { name: 'content-type', value: 'text/plain' },
    { name: 'server', value: 'pantry/1.0' },
  ]);
  stream.sendData(encodeUtf8(`${count ?? 0}\n`), true);
}
// #endregion server
