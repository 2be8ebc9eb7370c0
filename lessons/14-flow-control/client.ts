import { setTimeout } from 'node:timers/promises';
import type { ClientOptions } from '#course/lesson/define-lesson';
import { attachHttp2 } from '#http2/attach';
import { BodyReader } from '#http2/body';
import { createHttp2Client } from '#http2/connection';
import type { Http2Stream } from '#http2/stream';
import { connectTcp } from '#transport/tcp';
import { REPORT_OCTETS } from './server.ts';

/** A reader that takes its time: 512 KiB a second. */
const OCTETS_PER_MS = 524;

/**
 * Fetches the year's orders, slowly. Beside it the server makes them no faster, although nobody
 * tells it to: it is a window and a queue ahead, and not more.
 */
export async function runClient({ host, port, log, signal }: ClientOptions): Promise<void> {
  const transport = await connectTcp({ host, port }, signal);
  const http2 = createHttp2Client({}, { streamWindow: 65_535 });
  attachHttp2(http2, transport);
  let got = 0;
  try {
    for await (const chunk of get(http2, '/export')) {
      await setTimeout(chunk.length / OCTETS_PER_MS, undefined, { signal });
      const before = Math.floor(got / REPORT_OCTETS);
      got += chunk.length;
      if (Math.floor(got / REPORT_OCTETS) > before) log(`read ${got}`);
    }
  } finally {
    http2.shutdown();
  }
}

// #region get
/** The body of an answer, to be read in a `for await`. */
export function get(http2: ReturnType<typeof createHttp2Client>, path: string): BodyReader {
  const fields = { ':method': 'GET', ':scheme': 'http', ':path': path, ':authority': 'shop' };
  const list = Object.entries(fields).map(([name, value]) => ({ name, value }));
  // The stream is there when `open` returns; what it hands on comes later.
  const stream: Http2Stream = http2.open(list, true, {
    data: (chunk, endStream) => reader.data(chunk, endStream),
    close: (error) => reader.close(error),
  });
  const reader = new BodyReader(stream);
  return reader;
}
// #endregion get
