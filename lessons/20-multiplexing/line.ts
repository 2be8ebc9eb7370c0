import type { Connection } from '#transport/connection';
import { connectTcp, LOOPBACK, listenTcp, type TcpAddress } from '#transport/tcp';

/** A way between clients and a server that takes time, as any way does that leaves the machine. */
export interface Line {
  host: string;
  port: number;
  /** How many connections there have been, ever. */
  readonly connections: number;
  /** How many bytes have come from the clients. */
  readonly bytesUp: number;
  /**
   * The next segment to the client on this connection, counted from 1, is lost, and comes again as
   * soon as `sentAgain` is resolved.
   */
  lose(connection: number, sentAgain: Promise<unknown>): void;
  close(): Promise<void>;
}

export interface LineOptions {
  /** How long a segment is under way, each way. */
  delayMs?: number;
}

// #region line
/**
 * Passes everything on, later. TCP delivers in order: if a segment is lost, all that comes behind it
 * waits at the receiver's until it has been sent again. So whatever this holds back holds back the
 * rest of its connection, and nothing of any other.
 */
export async function startLine(
  server: TcpAddress,
  { delayMs = 0 }: LineOptions = {},
): Promise<Line> {
  let connections = 0;
  let bytesUp = 0;
  const lost = new Map<number, Promise<unknown>>();
  const listener = await listenTcp({ host: LOOPBACK, port: 0 }, async (client) => {
    const number = ++connections;
    const upstream = await connectTcp(server).catch(() => undefined);
    if (upstream === undefined) return client.destroy();
    // TCP's own greeting takes a round trip before a client can say anything.
    const up = new Way(upstream, 2 * delayMs);
    const down = new Way(client, 0);
    pass(client, up, (bytes) => {
      bytesUp += bytes;
      return delayMs;
    });
    pass(upstream, down, () => {
      down.waitFor(lost.get(number));
      lost.delete(number);
      return delayMs;
    });
  });
  return {
    host: listener.host,
    port: listener.port,
    get connections() {
      return connections;
    },
    get bytesUp() {
      return bytesUp;
    },
    lose: (connection, sentAgain) => lost.set(connection, sentAgain),
    close: () => listener.destroy(),
  };
}
// #endregion line

/** One direction of one connection: what comes later never arrives earlier. */
class Way {
  readonly #to: Connection;
  /** Nothing arrives before this. */
  #free: number;
  #under: Promise<void> = Promise.resolve();

  constructor(to: Connection, busyMs: number) {
    this.#to = to;
    this.#free = performance.now() + busyMs;
  }

  send(delayMs: number, deliver: (to: Connection) => void): void {
    this.#free = Math.max(this.#free, performance.now() + delayMs);
    const at = this.#free;
    this.#under = this.#under.then(async () => {
      // A timer may come up to a millisecond early, and nothing on a way does.
      for (let left = at - performance.now(); left > 0; left = at - performance.now()) {
        await new Promise((resolve) => setTimeout(resolve, Math.ceil(left)));
      }
      deliver(this.#to);
    });
  }

  /** What comes from now on, and all behind it. */
  waitFor(event: Promise<unknown> | undefined): void {
    this.#under = this.#under.then(() => event).then(() => {});
  }
}

function pass(from: Connection, way: Way, delayOf: (bytes: number) => number): void {
  from.start({
    data: (chunk) => way.send(delayOf(chunk.length), (to) => to.write(chunk)),
    end: () => way.send(0, (to) => to.end()),
    close: (error) => way.send(0, (to) => (error ? to.destroy(error) : to.end())),
  });
}
