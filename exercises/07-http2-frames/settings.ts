import { notYet } from '#course/exercise/not-yet';
import type { ByteWriter } from '#bytes/byte-writer';
import { ErrorCode } from '#http2/error-code';
import { type FrameHeader, readUint32, writeFrameHeader } from '#http2/frames/frame-header';
import { Flag, FrameType } from '#http2/frames/frame-type';
import { connectionError } from '#http2/http2-error';

/**
 * What the sender can take (RFC 9113 §6.5): any number of pairs of six bytes. The answer, once
 * they are applied, is an empty SETTINGS with the ACK flag. Both are on stream 0.
 *
 *     |       Identifier (16)         |
 *     |                          Value (32)                           |
 */
export interface SettingsFrame {
  type: 'SETTINGS';
  streamId: number;
  ack: boolean;
  /** In the order in which they have to be applied; one may come twice. */
  entries: SettingsEntry[];
}

export type SettingsEntry = [id: number, value: number];

const ENTRY_LENGTH = 6;

export function serializeSettings(out: ByteWriter, entries: readonly SettingsEntry[]): void {
  // ── Task 3 ──
  // The header first: how long is the payload? Then out.uint16 and out.uint32 for each entry.
  throw notYet(3);
}

export function serializeSettingsAck(out: ByteWriter): void {
  // ── Task 3 ──
  throw notYet(3);
}

/**
 * Reads SETTINGS of which header and payload are there.
 * @throws Http2Error FRAME_SIZE_ERROR if an entry is not whole, or if an ACK has any (§6.5)
 */
export function parseSettings(
  { streamId, flags }: FrameHeader,
  payload: Uint8Array,
): SettingsFrame {
  // ── Task 3 ──
  // Six bytes an entry, and nothing besides. throw connectionError(ErrorCode.FRAME_SIZE_ERROR, …)
  // for the two things that can be wrong with the size.
  throw notYet(3);
}
