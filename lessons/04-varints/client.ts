import type { ClientOptions } from '#course/lesson/define-lesson';
import { lengthFraming } from '#framing/frame';
import { createExchange } from '#rpc/exchange';
import type { Exchange } from '#rpc/stub';
import { connectTcp } from '#transport/tcp';
import { decodeStock } from './decode.ts';
import { encodeMove } from './encode.ts';
import type { Move, Stock } from './messages.ts';

/** What happens in the pantry: twelve eggs come, three go. */
export const MOVES: Move[] = [
  { shelf: 300, change: 12n, at: 1_770_000_000_123_456_789n },
  { shelf: 300, change: -3n, at: 1_770_000_060_987_654_321n },
];

/** One call: a frame with a move out, a frame with the stock back. */
export async function sendMove(exchange: Exchange, move: Move): Promise<Stock> {
  return decodeStock(await exchange(encodeMove(move)));
}

export async function runClient({ host, port, log, signal }: ClientOptions): Promise<void> {
  const connection = await connectTcp({ host, port }, signal);
  const exchange = createExchange(connection, lengthFraming);
  for (const move of MOVES) {
    const { total, moves } = await sendMove(exchange, move);
    log(`shelf ${move.shelf}: ${move.change} → ${total} pieces (move ${moves})`);
  }
  connection.end();
}
