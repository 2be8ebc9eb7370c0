/** A place in a text. Both numbers count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}
