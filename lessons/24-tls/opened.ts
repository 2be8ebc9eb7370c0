import { createDecipheriv, createHmac } from 'node:crypto';
import { ByteQueue } from '#bytes/byte-queue';
import { concat } from '#bytes/concat';
import type { Side } from '#inspect/trace';
import { messagesIn } from './handshake-events.ts';

/**
 * TLS 1.3 opened again by one who has the session's secrets (RFC 8446 §5.2, §7.1, §7.3): Node writes
 * them down on request, in the format that Wireshark reads (`SSLKEYLOGFILE`). For the suite
 * TLS_AES_128_GCM_SHA256 and no other.
 */

/** The secrets of a session by their labels. Whoever has them reads everything: keep them nowhere. */
export type Secrets = ReadonlyMap<string, Uint8Array>;

/** A line of Node's 'keylog' event: label, the client's random, the secret. */
export function secretIn(line: string): [label: string, secret: Uint8Array] {
  const [label = '', , secret = ''] = line.trim().split(' ');
  return [label, new Uint8Array(Buffer.from(secret, 'hex'))];
}

/** What was in a record: its real type, and its content. */
export interface Opened {
  type: number;
  content: Uint8Array;
}

const KEY_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEADER_BYTES = 5;

// #region key
/** HKDF-Expand-Label, one block of it (RFC 8446 §7.1). */
function expand(secret: Uint8Array, label: string, size: number) {
  const name = Buffer.from(`tls13 ${label}`);
  const info = [0, size, name.length, ...name, 0];
  const block = createHmac('sha256', secret)
    .update(Uint8Array.of(...info, 1))
    .digest();
  return new Uint8Array(block.subarray(0, size));
}
// #endregion key

const DATA = 23;
const HANDSHAKE = 22;
const FINISHED = 20;

/** Opens one side's records. They have to come in order: their number is a part of the nonce. */
export class RecordOpener {
  readonly #queue = new ByteQueue();
  readonly #secrets: Secrets;
  readonly #side: Side;
  #key: Uint8Array;
  #iv: Uint8Array;
  #number = 0;

  constructor(side: Side, secrets: Secrets) {
    this.#side = side;
    this.#secrets = secrets;
    [this.#key, this.#iv] = this.#keys(`${side.toUpperCase()}_HANDSHAKE_TRAFFIC_SECRET`);
  }

  push(chunk: Uint8Array): Opened[] {
    this.#queue.push(chunk);
    const all: Opened[] = [];
    for (let record = this.#next(); record !== undefined; record = this.#next()) {
      if (record[0] !== DATA) continue;
      const opened = this.#open(record);
      all.push(opened);
      // Behind its Finished a side goes on with other keys, and counts from 0 again.
      if (opened.type === HANDSHAKE && endsWithFinished(opened.content)) {
        [this.#key, this.#iv] = this.#keys(`${this.#side.toUpperCase()}_TRAFFIC_SECRET_0`);
        this.#number = 0;
      }
    }
    return all;
  }

  #next(): Uint8Array | undefined {
    const header = this.#queue.peek(HEADER_BYTES);
    return header && this.#queue.take(HEADER_BYTES + header[3]! * 256 + header[4]!);
  }

  // #region open
  #open(record: Uint8Array): Opened {
    const nonce = this.#iv.slice();
    new DataView(nonce.buffer).setUint32(
      8,
      new DataView(nonce.buffer).getUint32(8) ^ this.#number++,
    );
    const decipher = createDecipheriv('aes-128-gcm', this.#key, nonce);
    decipher.setAAD(record.subarray(0, HEADER_BYTES));
    decipher.setAuthTag(record.subarray(-TAG_BYTES));
    const inside = concat([
      decipher.update(record.subarray(HEADER_BYTES, -TAG_BYTES)),
      decipher.final(),
    ]);
    // Content, type, padding of zeros (§5.2): the last other byte.
    const end = inside.findLastIndex((byte) => byte !== 0);
    return { type: inside[end]!, content: inside.subarray(0, end) };
  }
  // #endregion open

  #keys(label: string): [Uint8Array, Uint8Array] {
    const secret = this.#secrets.get(label);
    if (secret === undefined) throw new Error(`no secret ${label}`);
    return [expand(secret, 'key', KEY_BYTES), expand(secret, 'iv', NONCE_BYTES)];
  }
}

/** Whether the last handshake message in there is Finished. */
const endsWithFinished = (content: Uint8Array) => messagesIn(content).at(-1)?.[0] === FINISHED;
