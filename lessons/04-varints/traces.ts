import type { Trace, TraceEvent } from '#inspect/trace';
import { atPantry } from './at-pantry.ts';
import { MOVES, sendMove } from './client.ts';
import { encodeMove } from './encode.ts';

/** Twelve eggs come, three go. */
export function recordMoves(onEvent?: (event: TraceEvent) => void): Promise<Trace> {
  return atPantry({ title: 'Twelve eggs come, three go', onEvent }, async (exchange) => {
    for (const move of MOVES) await sendMove(exchange, move);
  });
}

/** A varint that does not end, one with too many bytes, and after that all goes on. */
export function recordMalformed(onEvent?: (event: TraceEvent) => void): Promise<Trace> {
  return atPantry({ title: 'Two messages that are not messages', onEvent }, async (exchange) => {
    await exchange(TRUNCATED);
    await exchange(OVERLONG);
    await sendMove(exchange, MOVES[0]!);
  });
}

/** The shelf's number, cut off after its first byte, which says that another follows. */
export const TRUNCATED = encodeMove(MOVES[0]!).slice(0, 2);

/** A shelf's number of eleven bytes: ten groups of zeros, and then a one. */
export const OVERLONG = Uint8Array.of(0x08, ...new Array<number>(10).fill(0x80), 0x01);
