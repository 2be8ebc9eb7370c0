import type { Place } from './parse/place.ts';

/** A `.proto` file is wrong. The message says where, and how: `shop.proto:3:9: …`. */
export class ProtoError extends Error {
  override readonly name = 'ProtoError';
  /** The file, as it would be imported. */
  readonly path: string;
  /** Absent if the whole file is meant. */
  readonly place: Place | undefined;

  constructor(path: string, reason: string, place?: Place) {
    super(`${showPlace(path, place)}: ${reason}`);
    this.path = path;
    this.place = place;
  }
}

/** `shop.proto:3:9`, as editors and terminals make it a link. */
export function showPlace(path: string, place?: Place): string {
  return place === undefined ? path : `${path}:${place.line}:${place.column}`;
}
