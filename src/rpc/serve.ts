import type { Framing } from '#framing/framing';
import { lineFraming } from '#framing/line';
import type { Connection } from '#transport/connection';

export interface ServeOptions {
  framing?: Framing;
  /**
   * Requests of this connection that may run at the same time. With 1 (lesson 1) replies come in
   * the order of the requests; with more (lesson 2) each comes when it is ready.
   */
  concurrency?: number;
}

/**
 * The server's runtime (Birrell & Nelson: "RPCRuntime") on one connection: requests in, replies
 * out. A client that breaks the framing loses its connection; nobody else notices. A client that
 * asks faster than we answer, or does not read our answers, is not read from until we catch up:
 * what it wants to send waits in its memory, not in ours.
 *
 * @param handle makes the reply to a request; must not reject
 */
export function serve(
  connection: Connection,
  handle: (request: Uint8Array) => Promise<Uint8Array>,
  { framing = lineFraming, concurrency = 1 }: ServeOptions = {},
): void {
  const decoder = framing.createDecoder();
  const waiting: Uint8Array[] = [];
  let running = 0;
  let peerDone = false;
  /** The last reply did not fit into the socket; the client has to read first. */
  let congested = false;

  // #region work
  function work(): void {
    while (running < concurrency && !congested) {
      const request = waiting.shift();
      if (request === undefined) break;
      running++;
      void handle(request).then(answer);
    }
    if (congested || waiting.length > 0) connection.pause();
    else connection.resume();
    if (peerDone && running === 0 && waiting.length === 0) connection.end();
  }

  function answer(reply: Uint8Array): void {
    running--;
    if (!connection.write(framing.encode(reply))) congested = true;
    work();
  }
  // #endregion work

  /** Reads on, unless the stream is broken: then its sender loses the connection. */
  function read(step: () => void): void {
    try {
      step();
    } catch (error) {
      connection.destroy(error as Error);
      return;
    }
    work();
  }

  connection.start({
    data: (chunk) => read(() => waiting.push(...decoder.push(chunk))),
    end: () =>
      read(() => {
        decoder.end();
        peerDone = true;
      }),
    drain() {
      congested = false;
      work();
    },
    close() {
      waiting.length = 0;
    },
  });
}
