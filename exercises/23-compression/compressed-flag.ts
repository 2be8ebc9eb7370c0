import { notYet } from '#course/exercise/not-yet';
/**
 * The flag before each message, as applications see it. A call agrees on a compression once
 * (`grpc-encoding`), but each message says for itself whether it was used, so that what does not
 * shrink, or must not be compressed beside what an attacker chooses (CRIME, BREACH), goes as it is
 * (grpc/grpc doc/compression.md, "Per-Message Compression").
 *
 * The flag belongs to the object that was given or received, and to that one only: a copy of a
 * message, such as an interceptor may make, has none. Nothing is written into the message, which may
 * be frozen, or compared with another; and who has forgotten a message has forgotten its flag.
 */
const sentAsIs = new WeakSet<object>();
const cameCompressed = new WeakSet<object>();
/** As long as nobody has asked for it, no message pays for being looked up. */
let anyAsIs = false;

/** Marks a message to be sent as it is, whatever its call's compression. @returns the message */
export function uncompressed<T extends object>(message: T): T {
  // ── Task 4 ──
  // sentAsIs remembers objects without touching them. anyAsIs has to be true from now on.
  throw notYet(4);
}

/** Whether a message was marked by `uncompressed`. */
export function isUncompressed(message: unknown): boolean {
  // ── Task 4 ──
  throw notYet(4);
}

/** Whether a message that was received had the compressed flag on the wire. */
export function wasCompressed(message: object): boolean {
  return cameCompressed.has(message);
}

/**
 * Remembers that a message was read from a compressed payload. A method's own decoder may make a
 * text of it, or a number: of those nobody can tell one from another, and nothing is remembered.
 * @returns the message
 */
export function rememberCompressed<T>(message: T): T {
  // ── Task 4 ──
  // cameCompressed remembers objects, and throws if it is given anything else.
  throw notYet(4);
}
