import type { Framing } from '#framing/framing';
import { lineFraming } from '#framing/line';
import { type CallOptions, CallTable } from '#rpc/call-table';
import { type Clock, systemClock } from '#time/clock';
import type { Connection } from '#transport/connection';

export interface RpcClient {
  /** As `CallTable.call`. */
  call(method: string, params: unknown[], options?: CallOptions): Promise<unknown>;
  readonly pending: number;
  /** Tells the server that no more calls will come, and lets the connection end. */
  close(): void;
}

/** A client with any number of calls in flight on one connection. */
export function createClient(
  connection: Connection,
  { framing = lineFraming, clock = systemClock }: { framing?: Framing; clock?: Clock } = {},
): RpcClient {
  const decoder = framing.createDecoder();
  const table = new CallTable({
    send: (request) => connection.write(framing.encode(request)),
    clock,
  });

  /** Reads on, unless the stream is broken: a server that cannot be understood is lost. */
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
