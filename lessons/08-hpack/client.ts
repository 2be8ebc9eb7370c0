import { decodeUtf8 } from '#bytes/utf8';
import type { ClientOptions } from '#course/lesson/define-lesson';
import type { HeaderField } from '#hpack/header-field';
import { attachHttp2 } from '#http2/attach';
import { createHttp2Client, type Http2Connection } from '#http2/connection';
import type { Connection } from '#transport/connection';
import { connectTcp } from '#transport/tcp';
import { requestHeaders } from './headers.ts';

export interface Reply {
  status: string;
  body: string;
}

export interface PantryClient {
  get(fields: readonly HeaderField[]): Promise<Reply>;
  /** No more requests: ends the connection, and resolves when it is over. */
  close(): Promise<void>;
}

/** Speaks HTTP/2 over `transport`. Resolves when the server's SETTINGS have come. */
export async function openPantry(transport: Connection): Promise<PantryClient> {
  let hearEnd = () => {};
  const over = new Promise<void>((resolve) => {
    hearEnd = resolve;
  });
  const http2 = await new Promise<Http2Connection>((resolve, reject) => {
    const connection = createHttp2Client({
      settings: () => resolve(connection),
      close(error) {
        reject(error ?? new Error('the server ended the connection'));
        hearEnd();
      },
    });
    attachHttp2(connection, transport);
  });
  return {
    get: (fields) => get(http2, fields),
    close() {
      http2.shutdown();
      return over;
    },
  };
}

// #region get
function get(http2: Http2Connection, fields: readonly HeaderField[]): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const reply: Reply = { status: '', body: '' };
    const stream = http2.open(fields, true, {
      headers(answer) {
        reply.status = answer.find(({ name }) => name === ':status')?.value ?? '';
      },
      data(chunk) {
        reply.body += decodeUtf8(chunk);
        stream.consume(chunk.length);
      },
      close: (error) => (error === undefined ? resolve(reply) : reject(error)),
    });
  });
}
// #endregion get

/** The shelves that the client asks for, one after the other. */
export const SHELVES = [300, 300, 301];

export async function runClient({ host, port, log, signal }: ClientOptions): Promise<void> {
  const pantry = await openPantry(await connectTcp({ host, port }, signal));
  for (const [i, shelf] of SHELVES.entries()) {
    const { body } = await pantry.get(requestHeaders(shelf, i + 1));
    log(`shelf ${shelf}: ${body.trim()} pieces`);
  }
  await pantry.close();
}
