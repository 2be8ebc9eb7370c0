import { DEFAULT_LIMITS } from '#http2/limits/limits';

/** So many messages of the largest size have to fit, where larger ones than usual are taken. */
const LARGEST_MESSAGES = 4;

/**
 * What a connection may make us hold, in bytes (`limits.maxHeld` of HTTP/2).
 * @param chosen what the option says, if it says anything.
 * @param maxReceiveSize the largest message that is taken, in bytes.
 */
export function heldLimit(chosen: number | undefined, maxReceiveSize: number): number {
  return chosen ?? Math.max(DEFAULT_LIMITS.maxHeld, LARGEST_MESSAGES * maxReceiveSize);
}
