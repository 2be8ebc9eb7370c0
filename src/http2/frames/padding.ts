import { ErrorCode } from '#http2/error-code';
import { connectionError } from '#http2/http2-error';
import { Flag } from './frame-type.ts';

/**
 * Takes padding off a payload (RFC 9113 §6.1): a length byte in front, that many bytes behind.
 * It hides how long the content is, and counts against flow control like the rest.
 * @throws Http2Error PROTOCOL_ERROR where the padding is as long as the payload or longer.
 */
export function stripPadding(flags: number, payload: Uint8Array): Uint8Array {
  if ((flags & Flag.PADDED) === 0) return payload;
  const padding = payload[0];
  if (padding === undefined) {
    throw connectionError(ErrorCode.FRAME_SIZE_ERROR, 'a padded frame without its pad length');
  }
  if (padding >= payload.length) {
    throw connectionError(ErrorCode.PROTOCOL_ERROR, 'the padding is as long as the payload (§6.1)');
  }
  return payload.subarray(1, payload.length - padding);
}
