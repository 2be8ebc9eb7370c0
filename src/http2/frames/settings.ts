import type { ByteWriter } from '#bytes/byte-writer';
import { type FrameHeader, readUint32, writeFrameHeader } from '#http2/frame-header';
import { ErrorCode } from '../error-code.ts';
import { Flag, FrameType } from '../frame-type.ts';
import { connectionError } from '../http2-error.ts';

/**
 * What the sender can take (RFC 9113 §6.5): any number of pairs of six bytes. The answer, once
 * they are applied, is an empty SETTINGS with the ACK flag.
 *
 *     |       Identifier (16)         |
 *     |                          Value (32)                           |
 */
export interface SettingsFrame {
  type: 'SETTINGS';
  streamId: number;
  ack: boolean;
  /** In the order in which they have to be applied. */
  entries: SettingsEntry[];
}

export type SettingsEntry = [id: number, value: number];

const ENTRY_LENGTH = 6;

export function parseSettings(
  { streamId, flags }: FrameHeader,
  payload: Uint8Array,
): SettingsFrame {
  const ack = (flags & Flag.ACK) !== 0;
  if (payload.length % ENTRY_LENGTH !== 0 || (ack && payload.length > 0)) {
    throw connectionError(
      ErrorCode.FRAME_SIZE_ERROR,
      `SETTINGS${ack ? ' ACK' : ''} of ${payload.length} bytes (§6.5)`,
    );
  }
  const entries: SettingsEntry[] = [];
  for (let at = 0; at < payload.length; at += ENTRY_LENGTH) {
    entries.push([(payload[at]! << 8) | payload[at + 1]!, readUint32(payload, at + 2)]);
  }
  return { type: 'SETTINGS', streamId, ack, entries };
}

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
