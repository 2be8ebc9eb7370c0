/** One line of a header list: a name, in lower case, and a value. Order and repeats matter. */
export interface HeaderField {
  readonly name: string;
  /**
   * The octets of the value, one character each (0–255): HTTP gives them no character set, and
   * this mapping (Latin-1) loses none of them.
   */
  readonly value: string;
  /**
   * No one on the way may ever put this into a compression table (RFC 7541 §7.1.3). Set it on a
   * secret that could be guessed one character at a time; the encoder sets it by itself on the
   * names that are always secret, such as `authorization`.
   */
  readonly neverIndexed?: boolean;
}

/** What every field costs beyond its octets, in the measure of tables and lists (RFC 7541 §4.1). */
export const FIELD_OVERHEAD = 32;

/** The size of a field by the protocol's own measure, not by what JavaScript needs for it. */
export function fieldSize(name: string, value: string): number {
  return name.length + value.length + FIELD_OVERHEAD;
}

/** A field as the decoder hands it out. One that stands in a table is the same object each time. */
export class DecodedField implements HeaderField {
  readonly name: string;
  readonly value: string;
  readonly neverIndexed: boolean;

  constructor(name: string, value: string, neverIndexed = false) {
    this.name = name;
    this.value = value;
    this.neverIndexed = neverIndexed;
  }
}
