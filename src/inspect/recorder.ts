import { toHex } from '#bytes/hex';
import type { Connection } from '#transport/connection';
import type { Dissected, Dissectors } from './dissector.ts';
import type { Side, Trace, TraceEvent } from './trace.ts';

/** Writes down what goes over a connection. */
export interface Recorder {
  readonly trace: Trace;
  /** The same connection, listened to. `side` is who uses it. */
  wrap(connection: Connection, side: Side, dissectors: Dissectors): Connection;
  /** Writes down something that is not bytes. */
  mark(at: Side | 'wire', text: string, call?: string): void;
}

/**
 * @param onEvent hears of each event when it happens: for drawing while the run goes on
 */
export function createRecorder(
  title: string,
  protocol: string,
  onEvent?: (event: TraceEvent) => void,
): Recorder {
  const trace: Trace = { title, protocol, events: [] };

  function add(event: TraceEvent): void {
    trace.events.push(event);
    onEvent?.(event);
  }

  function addMessages(from: Side, messages: Dissected[]): void {
    for (const { bytes, ...rest } of messages) {
      add({ kind: 'message', from, ...rest, bytes: toHex(bytes, '') });
    }
  }

  return {
    trace,
    mark: (at, text, call) => add({ kind: 'mark', at, text, ...(call !== undefined && { call }) }),
    wrap(connection, side, dissectors) {
      const peer: Side = side === 'client' ? 'server' : 'client';
      return {
        remote: connection.remote,
        write(bytes) {
          addMessages(side, dissectors[side].push(bytes));
          return connection.write(bytes);
        },
        end() {
          addMessages(side, dissectors[side].end());
          connection.end();
        },
        destroy: (error) => connection.destroy(error),
        pause: () => connection.pause(),
        resume: () => connection.resume(),
        start(handlers) {
          connection.start({
            ...handlers,
            data(chunk) {
              addMessages(peer, dissectors[peer].push(chunk));
              handlers.data(chunk);
            },
            close(error) {
              addMessages(peer, dissectors[peer].end());
              handlers.close?.(error);
            },
          });
        },
      };
    },
  };
}
