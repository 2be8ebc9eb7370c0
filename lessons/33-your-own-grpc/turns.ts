import { drawTable } from '#course/lesson/draw-table';
import type { Stage } from '#course/lesson/stage';
import { type AttachOptions, attachHttp2 } from '#http2/attach';
import { createHttp2Client, createHttp2Server, type Http2Connection } from '#http2/connection';
import type { Connection } from '#transport/connection';
import { connectTcp, LOOPBACK, listenTcp } from '#transport/tcp';

type Defer = NonNullable<AttachOptions['defer']>;

// #region ways
const WAYS: [name: string, defer: Defer][] = [
  ['at once', (flush) => flush()],
  ['after a millisecond', (flush) => setTimeout(flush, 1)],
  ['at the end of the turn', (flush) => setImmediate(flush)],
];
// #endregion ways
const CALLS = 512;
const IN_FLIGHT = [1, 128];

/** Three answers to "when do we write?". */
export async function tellTurns(stage: Stage): Promise<void> {
  await stage.scene('When does one write?');
  stage.say(
    `A server answers ${CALLS} requests with headers, a body and trailers: three frames each. How many writes are they, and how long does it take?`,
  );
  const rows: string[][] = [];
  for (const [name, defer] of WAYS) {
    const row = [name];
    for (const inFlight of IN_FLIGHT) {
      const { writes, ms } = await answerAll(defer, inFlight);
      row.push(String(writes), `${Math.round(ms)} ms`);
    }
    rows.push(row);
  }
  stage.print(drawTable([['', '1 in flight', '', '128 in flight', ''], ...rows]));
  stage.say(
    'At once: a write for each frame, however many there are. After a millisecond: few writes, but a call that is alone waits as long, and nobody comes. At the end of the turn all that is ready goes out together, and nothing waits.',
  );
}

const REQUEST = [
  { name: ':method', value: 'POST' },
  { name: ':scheme', value: 'http' },
  { name: ':path', value: '/' },
];
const BODY = new Uint8Array(20);

async function answerAll(defer: Defer, inFlight: number): Promise<{ writes: number; ms: number }> {
  let writes = 0;
  const listener = await listenTcp({ host: LOOPBACK, port: 0 }, (transport) => {
    const http2 = createHttp2Server({
      stream(stream) {
        stream.sendHeaders([{ name: ':status', value: '200' }]);
        stream.sendData(BODY);
        stream.sendTrailers([{ name: 'grpc-status', value: '0' }]);
        return { close() {} };
      },
    });
    attachHttp2(
      http2,
      counted(transport, () => writes++),
      { defer },
    );
  });
  let isReady = () => {};
  const ready = new Promise<void>((resolve) => {
    isReady = resolve;
  });
  const http2 = createHttp2Client({ settings: () => isReady() });
  attachHttp2(http2, await connectTcp(listener));
  await ready;
  await ask(http2, 16, 16); // The first calls are always slow.
  writes = 0;
  const begun = performance.now();
  await ask(http2, CALLS, inFlight);
  const ms = performance.now() - begun;
  const counts = { writes, ms };
  http2.shutdown();
  await listener.destroy();
  return counts;
}

/** So many requests, and so many of them under way at once. */
async function ask(http2: Http2Connection, count: number, inFlight: number): Promise<void> {
  let left = count;
  const one = async () => {
    while (left-- > 0) {
      await new Promise<void>((resolve) => {
        const stream = http2.open(REQUEST, true, {
          data: (chunk) => stream.consume(chunk.length),
          close: () => resolve(),
        });
      });
    }
  };
  await Promise.all(Array.from({ length: inFlight }, one));
}

function counted(inner: Connection, onWrite: () => void): Connection {
  return {
    remote: inner.remote,
    start: (handlers) => inner.start(handlers),
    write(bytes) {
      onWrite();
      return inner.write(bytes);
    },
    get flushed() {
      return inner.flushed ?? false;
    },
    end: () => inner.end(),
    destroy: (error) => inner.destroy(error),
    pause: () => inner.pause(),
    resume: () => inner.resume(),
  };
}
