import { notYet } from '#course/exercise/not-yet';
/**
 * From the first bytes of a connection to the first message in it: the ClientHello. It is the only
 * one that everybody on the way can read.
 *
 * ```
 * chunk          chunk              chunk            as TCP cut it
 * ┌────────┬─────────────┐┌────────┬─────────────┐
 * │16 03 01│ length (2)  ││16 03 01│ length (2)  │   records: five bytes, then a fragment
 * └────────┴─────────────┘└────────┴─────────────┘
 *            01 length (3) ………………………………………………………   one handshake message
 * ```
 *
 * Source: RFC 8446 §5.1 (records), §4 (handshake messages).
 */
import { ByteQueue } from '#bytes/byte-queue';
import { HelloError } from '#inspect/tls/hello-error';
import { MAX_CLIENT_HELLO_BYTES, MAX_RECORD_BYTES } from '#inspect/tls/limits';

/** A record's type: a fragment of the handshake. */
const HANDSHAKE = 22;
const RECORD_HEADER = 5;

/** A handshake message's type. */
const CLIENT_HELLO = 1;
const MESSAGE_HEADER = 4;

export class HelloCollector {
  /** What has come, and is not a whole record. */
  readonly #records = new ByteQueue();
  /** The fragments, one behind the other. */
  readonly #messages = new ByteQueue();
  #collected = false;
  #refused: HelloError | undefined;

  /**
   * Takes the next bytes from the client.
   * @returns the ClientHello without its four bytes of type and length, once, as soon as it is
   *   whole; `undefined` before, and for all that comes after it
   * @throws HelloError as soon as it is clear that there will be none, and again with each further
   *   chunk
   */
  push(chunk: Uint8Array): Uint8Array | undefined {
    // ── Task 1 ──
    // this.#records has what came and is not a whole record, this.#messages the fragments. peek(n)
    // gives the next n bytes and leaves them, take(n) removes them; both give undefined while fewer
    // have come. this.#refused, this.#collected.
    throw notYet(1);
  }

  /** What the next record holds; `undefined` while it is not whole. @throws HelloError */
  #fragment(): Uint8Array | undefined {
    // ── Task 1 ──
    throw notYet(1);
  }

  /** The message, if all of it has come. @throws HelloError */
  #hello(): Uint8Array | undefined {
    // ── Task 1 ──
    throw notYet(1);
  }
}
