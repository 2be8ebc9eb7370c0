import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import { startRpcServer } from '#course/lesson/start-rpc-server';
import { lengthFraming } from '#framing/frame';
import { decodeMove } from './decode.ts';
import { encodeStock } from './encode.ts';
import { STATUS_INVALID_ARGUMENT, STATUS_OK, type Stock } from './messages.ts';

/** More shelves than this, and a client that invents shelf numbers could take all the memory. */
const MAX_SHELVES = 1_000;

// #region server
/** Counts what lies on each shelf. Lesson 3's frames; inside, numbers instead of JSON. */
export function startServer(options: ServerOptions): Promise<RunningServer> {
  const shelves = new Map<number, Stock>();

  function move(request: Uint8Array): Stock {
    const { shelf, change } = decodeMove(request);
    const before = shelves.get(shelf) ?? { total: 0n, moves: 0 };
    const stock: Stock = {
      shelf,
      total: BigInt.asIntN(64, before.total + change),
      moves: before.moves + 1,
      status: STATUS_OK,
    };
    if (shelves.has(shelf) || shelves.size < MAX_SHELVES) shelves.set(shelf, stock);
    options.log(`shelf ${shelf}: ${change > 0n ? '+' : ''}${change}, now ${stock.total}`);
    return stock;
  }

  return startRpcServer(
    options,
    async (request) => {
      try {
        return encodeStock(move(request));
      } catch (error) {
        // The frame was whole, only the message in it is not: the connection can go on.
        options.log(`cannot read ${request.length} bytes: ${(error as Error).message}`);
        return encodeStock({ shelf: 0, total: 0n, moves: 0, status: STATUS_INVALID_ARGUMENT });
      }
    },
    { framing: lengthFraming },
  );
}
// #endregion server
