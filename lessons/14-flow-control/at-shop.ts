import { createHttp2Dissectors } from '#inspect/http2/dissector';
import type { Http2Plug } from '#inspect/http2/plugs';
import { createRecorder } from '#inspect/recorder';
import type { Trace, TraceEvent } from '#inspect/trace';
import { connectTcp, LOOPBACK } from '#transport/tcp';
import { type HeardFrame, Receiver } from './receiver.ts';
import { startServer } from './server.ts';

/** So long may a server say nothing at all. */
const PATIENCE_MS = 5_000;

export interface ShopOptions {
  title?: string;
  /** Of each stream; the receiver gives credit by hand. */
  window: number;
  /** Who serves: our own HTTP/2, or Node's. */
  start?: typeof startServer;
  /** Is told of everything behind the greeting. */
  onEvent?(event: TraceEvent): void;
}

/** A receiver at a server, and what it hears. */
export interface Talk {
  receiver: Receiver;
  trace: Trace;
  /** The next frame of which `isIt` is true. @throws Error if the connection ends before. */
  until(isIt: (heard: HeardFrame) => boolean): Promise<HeardFrame>;
  /** Resolves when the answer to a PING is there: so all that was sent before has been read. */
  ping(): Promise<void>;
}

/** Runs `scene` with a receiver at a real server, on a free port, greeted; then ends both. */
export async function atShop(
  { title = 'The shop', start = startServer, window, onEvent }: ShopOptions,
  scene: (talk: Talk) => Promise<void>,
): Promise<Trace> {
  const server = await start({ host: LOOPBACK, port: 0, log: () => {} });
  let greeted = false;
  const tell = (event: TraceEvent) => {
    if (greeted) onEvent?.(event);
  };
  const recorder = createRecorder(title, 'HTTP/2 over TCP', tell);
  try {
    const dissectors = createHttp2Dissectors({ foldHeaders: true, data: textData });
    const connection = recorder.wrap(await connectTcp(server), 'client', dissectors);
    const heard: HeardFrame[] = [];
    let wake = () => {};
    const frame = (next: HeardFrame) => {
      heard.push(next);
      wake();
    };
    const receiver = new Receiver(connection, { window, byHand: true, frame });
    const more = () =>
      new Promise<void>((resolve) => {
        const timer = setTimeout(() => connection.destroy(new Error('no answer')), PATIENCE_MS);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    const until = async (isIt: (heard: HeardFrame) => boolean) => {
      for (;;) {
        const next = heard.shift();
        if (next === undefined) await more();
        else if (isIt(next)) return next;
        else if (next.type === 'the end') throw new Error('the server closed the connection');
      }
    };
    const ping = async () => {
      receiver.ping();
      await until(({ type, ack }) => type === 'PING' && ack === true);
    };
    receiver.hello();
    await until(({ type, ack }) => type === 'SETTINGS' && ack === true);
    recorder.trace.events.length = 0;
    greeted = true;
    await scene({ receiver, trace: recorder.trace, until, ping });
    receiver.end();
    await until(({ type }) => type === 'the end');
  } finally {
    await server.close();
  }
  return recorder.trace;
}

/** The shop's bodies are text: short ones stand in the title of each DATA. */
const textData: Http2Plug = (bytes) => ({
  title: bytes.length <= 80 ? JSON.stringify(new TextDecoder().decode(bytes)) : '',
  fields: [],
});
