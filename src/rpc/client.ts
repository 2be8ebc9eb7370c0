import type { Framing } from '#framing/framing';
import { lineFraming } from '#framing/line';
import { CallTable } from '#rpc/call-table';
import type { Connection } from '#transport/connection';
import type { CallOptions } from './call-table.ts';
import { systemTimers, type Timers } from './timers.ts';

export interface RpcClient {
  /** As `CallTable.call`. */
  call(method: string, params: unknown[], options?: CallOptions): Promise<unknown>;
  readonly pending: number;
  /** Says that no more calls will come, and lets the connection end. */
  close(): void;
}

/** A client with any number of calls in flight on one connection. */
export function createClient(
  connection: Connection,
  { framing = lineFraming, timers = systemTimers }: { framing?: Framing; timers?: Timers } = {},
): RpcClient {
  const decoder = framing.createDecoder();
  const table = new CallTable({
    send: (request) => connection.write(framing.encode(request)),
    timers,
  });

  /** Reads on, unless the stream is broken: a server that makes no sense is as good as gone. */
  function read(step: () => void): void {
    try {
      step();
    } catch (error) {
      table.lose(`the server sent what cannot be read: ${(error as Error).message}`);
      connection.destroy();
    }
  }

  connection.start({
    data: (chunk) =>
      read(() => {
        for (const reply of decoder.push(chunk)) table.receive(reply);
      }),
    end: () =>
      read(() => {
        decoder.end();
        connection.end();
      }),
    close: (error) =>
      table.lose(`the connection was lost${error === undefined ? '' : `: ${error.message}`}`),
  });

  return {
    call: (method, params, options) => table.call(method, params, options),
    get pending() {
      return table.pending;
    },
    close: () => connection.end(),
  };
}
