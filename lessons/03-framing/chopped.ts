import { cutEvery } from '#course/kit/chunks';
import type { Connection } from '#transport/connection';

/**
 * The same connection, but everything is written in pieces of `size` bytes, one piece a turn of the
 * event loop, so that the network has every chance to deliver them one by one.
 */
export function chopped(connection: Connection, size: number): Connection {
  const waiting: Uint8Array[] = [];
  let ended = false;

  function writeNext(): void {
    const piece = waiting.shift();
    if (piece !== undefined) {
      connection.write(piece);
      setImmediate(writeNext);
    } else if (ended) {
      connection.end();
    }
  }

  return {
    remote: connection.remote,
    start: (handlers) => connection.start(handlers),
    destroy: (error) => connection.destroy(error),
    pause: () => connection.pause(),
    resume: () => connection.resume(),
    write(bytes) {
      const idle = waiting.length === 0;
      waiting.push(...cutEvery(bytes, size));
      if (idle) writeNext();
      return true;
    },
    end() {
      ended = true;
      if (waiting.length === 0) connection.end();
    },
  };
}
