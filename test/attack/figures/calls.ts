import { FrameType } from '#http2/frames/frame-type';
import { uint32 } from '../../http2/raw-peer.ts';
import { type Attacker, indexed, prime } from './attacker.ts';

/** The peer's INITIAL_WINDOW_SIZE is 0: nothing can be sent to it. */
export function closeWindows(by: Attacker): void {
  by.frame(FrameType.SETTINGS, 0, 0, [0, 4, ...uint32(0)]);
}

/** The peer takes as much as it is sent. */
export function openWindows(by: Attacker): void {
  by.frame(FrameType.SETTINGS, 0, 0, [0, 4, ...uint32(0x7fffffff)]);
  by.frame(FrameType.WINDOW_UPDATE, 0, 0, uint32(0x7fffffff - 65_535));
}

/**
 * Calls of one path, the fields of their headers all from the table from the second call on.
 * @param more fields, each put into the table by the first call.
 * @returns begins a call; its stream id.
 */
export function caller(by: Attacker, path: string, ...more: number[][]) {
  const { first, again } = prime(path);
  let block = [...first, ...more.flat()];
  const rest = [...again(more.length), ...more.flatMap((_, i) => indexed(more.length - 1 - i))];
  return (endStream = false): number => {
    const id = by.begin(block, endStream);
    block = rest;
    return id;
  };
}
