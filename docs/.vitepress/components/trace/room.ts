import type { TraceMessage } from '#inspect/trace';
import { toRows } from './rows.ts';

/** How much a message shows: lines of bytes, at sixteen and at eight a line, and rows of fields. */
export interface Room {
  lines16: number;
  lines8: number;
  rows: number;
}

/** Room for each of these messages, and none to spare for the largest. */
export function roomFor(messages: readonly TraceMessage[]): Room {
  const most = Math.max(...messages.map(({ bytes }) => bytes.length / 2));
  return {
    lines16: Math.ceil(most / 16),
    lines8: Math.ceil(most / 8),
    rows: Math.max(...messages.map(({ fields }) => toRows(fields).length)),
  };
}
