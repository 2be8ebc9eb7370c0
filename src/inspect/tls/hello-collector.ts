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
import { HelloError } from './hello-error.ts';
import { MAX_CLIENT_HELLO_BYTES, MAX_RECORD_BYTES } from './limits.ts';

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
    if (this.#refused !== undefined) throw this.#refused;
    if (this.#collected) return undefined;
    this.#records.push(chunk);
    try {
      for (let part = this.#fragment(); part !== undefined; part = this.#fragment()) {
        this.#messages.push(part);
        const hello = this.#hello();
        this.#collected = hello !== undefined;
        if (this.#collected) return hello;
      }
    } catch (error) {
      this.#refused = error as HelloError;
      throw error;
    }
    return undefined;
  }

  /** What the next record holds; `undefined` while it is not whole. @throws HelloError */
  #fragment(): Uint8Array | undefined {
    const type = this.#records.peek(1)?.[0];
    if (type === undefined) return undefined;
    if (type !== HANDSHAKE) throw new HelloError('not-tls', `a record of type ${type}`);
    const header = this.#records.peek(RECORD_HEADER);
    if (header === undefined) return undefined;
    // Bytes 1 and 2 are a version, "deprecated and MUST be ignored for all purposes" (§5.1).
    const length = header[3]! * 256 + header[4]!;
    if (length === 0) throw new HelloError('malformed', 'a record of the handshake is empty');
    if (length > MAX_RECORD_BYTES) throw new HelloError('malformed', `a record of ${length} bytes`);
    return this.#records.take(RECORD_HEADER + length)?.subarray(RECORD_HEADER);
  }

  /** The message, if all of it has come. @throws HelloError */
  #hello(): Uint8Array | undefined {
    const type = this.#messages.peek(1)![0];
    if (type !== CLIENT_HELLO) throw new HelloError('not-a-hello', `message ${type} comes first`);
    const header = this.#messages.peek(MESSAGE_HEADER);
    if (header === undefined) return undefined;
    const length = header[1]! * 65_536 + header[2]! * 256 + header[3]!;
    if (length > MAX_CLIENT_HELLO_BYTES) throw new HelloError('too-large', `${length} bytes`);
    return this.#messages.take(MESSAGE_HEADER + length)?.subarray(MESSAGE_HEADER);
  }
}
