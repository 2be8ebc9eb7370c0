import type { MessageDescriptor } from '#protobuf/schema/descriptor';

/** Something was put on a shelf of the pantry, or taken from it. */
export interface Move {
  /** Which shelf: never negative. */
  shelf: number;
  /** How many pieces came; negative if they went. */
  change: bigint;
  /** When, in nanoseconds since 1970: more than a JavaScript number can hold. */
  at: bigint;
}

/** What the pantry answers. */
export interface Stock {
  shelf: number;
  /** Pieces on the shelf now. */
  total: bigint;
  /** Moves so far on this shelf. */
  moves: number;
  /** 0: all is well. 3: the message could not be read (gRPC's INVALID_ARGUMENT has this number). */
  status: number;
}

export const STATUS_OK = 0;
export const STATUS_INVALID_ARGUMENT = 3;

const number = (number: number, name: string, type: 'uint32' | 'sint64' | 'fixed64') =>
  ({ number, name, type, cardinality: 'implicit' }) as const;

/** What both ends know about the fields, and the bytes do not say. Lesson 5 makes use of it. */
export const MOVE: MessageDescriptor = {
  name: 'pantry.Move',
  fields: [number(1, 'shelf', 'uint32'), number(2, 'change', 'sint64'), number(3, 'at', 'fixed64')],
};

export const STOCK: MessageDescriptor = {
  name: 'pantry.Stock',
  fields: [
    number(1, 'shelf', 'uint32'),
    number(2, 'total', 'sint64'),
    number(3, 'moves', 'uint32'),
    number(4, 'status', 'uint32'),
  ],
};
