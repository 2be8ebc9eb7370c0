// Derived from src/http2/frames/settings.ts by npm run skeletons: change it there.
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
  writeFrameHeader(out, entries.length * ENTRY_LENGTH, FrameType.SETTINGS, 0, 0);
  for (const [id, value] of entries) {
    out.uint16(id);
    out.uint32(value);
  }
}

export function serializeSettingsAck(out: ByteWriter): void {
  writeFrameHeader(out, 0, FrameType.SETTINGS, Flag.ACK, 0);
}

/**
 * Reads SETTINGS of which header and payload are there.
 * @throws Http2Error FRAME_SIZE_ERROR if an entry is not whole, or if an ACK has any (§6.5)
 */
export function parseSettings(
  { streamId, flags }: FrameHeader,
  payload: Uint8Array,
): SettingsFrame {
  const ack = (flags & Flag.ACK) !== 0;
  if (payload.length % ENTRY_LENGTH !== 0) {
    throw connectionError(ErrorCode.FRAME_SIZE_ERROR, 'a setting is not whole');
  }
  if (ack && payload.length > 0) {
    throw connectionError(ErrorCode.FRAME_SIZE_ERROR, 'an ACK has no settings');
  }
  const entries: SettingsEntry[] = [];
  for (let at = 0; at < payload.length; at += ENTRY_LENGTH) {
    entries.push([(payload[at]! << 8) | payload[at + 1]!, readUint32(payload, at + 2)]);
  }
  return { type: 'SETTINGS', streamId, ack, entries };
}
