import type { HeaderField } from '#hpack/header-field';

/**
 * What the things cost that a peer can make us hold, in bytes of our memory: the price list of the
 * connection's one `Budget`. A limit that counts octets alone is not a limit: an empty message is five
 * octets to send, and a field of a header list one.
 *
 * | thing | charged by | until |
 * |---|---|---|
 * | the connection itself | `assemble` | its end |
 * | a call: its stream, its headers, its handler | `HeaderReceiver` | stream and handler are gone |
 * | headers and trailers of a response | `HeaderReceiver` | the stream is gone |
 * | octets of DATA, padding included | `ReceiveCredit` | they are consumed |
 * | a message that is not whole | `MessageAccount` | it is whole, or its call over |
 * | a message that waits for its reader | `MessageAccount` | it is taken |
 * | a message that a handler works on, decoded | `MessageAccount` | the next one, or its return |
 * | output that waits for a window | `SendBuffer` | it is sent, or its stream gone |
 *
 * Each is charged when it is taken and released when it is gone. `test/attack/costs.test.ts`
 * measures that none of them takes more than is said here.
 */

/**
 * A connection: two header tables, one block of headers that is being put together, output that
 * the transport has not taken, answers to PING and SETTINGS among it, the ids of ended streams.
 * Each of these has a limit of its own; together they are not more than this.
 */
export const CONNECTION_COST = 1024 * 1024;

/** A call: its stream, its windows, what the handler sees of it, the promise of its answer. */
export const CALL_COST = 8_192;

/** A field of a header list that a call keeps, beside the octets of its name and value. */
export const FIELD_COST = 128;

/** A message that is kept as an object of its own, beside its octets. */
export const MESSAGE_COST = 1_024;

/** One that is packed together with others because it has less than so many octets … */
export const SMALL_MESSAGE = 512;
/** … beside its octets, and for each of these: a pack has some room that is not used. */
export const SMALL_MESSAGE_COST = 24;
export const PACKED_OCTET_COST = 1.25;

/** A piece of output that waits in its stream, beside its octets. */
export const PIECE_COST = 512;

/** A message of `length` octets that waits for its reader. */
export function messageCost(length: number): number {
  if (length >= SMALL_MESSAGE) return MESSAGE_COST + length;
  return SMALL_MESSAGE_COST + Math.ceil(PACKED_OCTET_COST * length);
}

/** A header list that is kept with its call. */
export function headersCost(fields: readonly HeaderField[]): number {
  let cost = 0;
  for (let i = 0; i < fields.length; i++) {
    const { name, value } = fields[i]!;
    cost += FIELD_COST + name.length + value.length;
  }
  return cost;
}
