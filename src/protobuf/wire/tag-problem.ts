import { MAX_FIELD_NUMBER } from '#protobuf/limits';

/**
 * What is wrong with a tag, read from `offset` in `length` bytes, if anything is. It has 32 bits;
 * a reader that drops the rest would take a field with an absurd number for one that it knows.
 */
export function tagProblem(
  tag: number,
  bytes: Uint8Array,
  offset: number,
  length: number,
): string | undefined {
  // Five groups of seven are 35 bits; the three too many have to be 0.
  if (length > 5 || (length === 5 && bytes[offset + 4]! > 0x0f)) {
    return `a tag has more than 32 bits, field numbers end at ${MAX_FIELD_NUMBER}`;
  }
  if (tag >>> 3 === 0) return 'there is no field number 0';
  if ((tag & 7) > 5) return `there is no wire type ${tag & 7}`;
  return undefined;
}
