import type { HeaderField } from '#hpack/header-field';
import { type Pairs, REQUEST } from './raw-peer.ts';

/** Fields for our own side to send. */
export function fieldsOf(pairs: Pairs): HeaderField[] {
  return pairs.map(([name, value]) => ({ name, value }));
}

export const CALL: HeaderField[] = fieldsOf(REQUEST);
