import { lineFraming } from '#framing/line';
import type { Exchange } from '#rpc/stub';
import type { Connection } from '#transport/connection';

/**
 * The runtime of lesson 1 (Birrell & Nelson: "RPCRuntime"), client side: one message out, one
 * message back. There are no call ids, so the next call waits until the one before it is answered:
 * an answer belongs to the only call that waits.
 */
export function createExchange(connection: Connection, framing = lineFraming): Exchange {
  const decoder = framing.createDecoder();
  let waiting: { resolve(reply: Uint8Array): void; reject(error: Error): void } | undefined;
  let lost: Error | undefined;
  let lastTurn: Promise<unknown> = Promise.resolve();

  function lose(error: Error): void {
    lost ??= error;
    waiting?.reject(lost);
    waiting = undefined;
  }

  /** Reads on, unless the stream is broken. */
  function read(step: () => void): void {
    try {
      step();
    } catch (error) {
      lose(error as Error);
      connection.destroy();
    }
  }

  connection.start({
    data: (chunk) =>
      read(() => {
        for (const reply of decoder.push(chunk)) {
          waiting?.resolve(reply);
          waiting = undefined;
        }
      }),
    end: () =>
      read(() => {
        decoder.end();
        connection.end();
      }),
    close: (error) => lose(error ?? new Error('the server closed the connection')),
  });

  // #region one-at-a-time
  const exchangeNow = (request: Uint8Array) =>
    new Promise<Uint8Array>((resolve, reject) => {
      if (lost) return reject(lost);
      waiting = { resolve, reject };
      connection.write(framing.encode(request));
    });

  return (request) => {
    const turn = lastTurn.then(() => exchangeNow(request));
    lastTurn = turn.catch(() => undefined);
    return turn;
  };
  // #endregion one-at-a-time
}
