/** A place in bytes that are being read: readers move `at` towards `end`, never past it. */
export interface Cursor {
  bytes: Uint8Array;
  at: number;
  end: number;
}

export function cursorOver(bytes: Uint8Array): Cursor {
  return { bytes, at: 0, end: bytes.length };
}
