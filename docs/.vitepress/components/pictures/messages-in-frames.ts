import { fromHex } from '#bytes/hex';
import { PREFIX_SIZE } from '#framing/message';
import type { Trace } from '#inspect/trace';

/** A stretch of a DATA frame's payload that belongs to one message. */
export interface Part {
  /** 0 is the first message of the answer. */
  message: number;
  kind: 'prefix' | 'message';
  size: number;
}

/** The payloads of the server's DATA frames, each cut into what it holds. */
export function framesOf(trace: Trace): Part[][] {
  const payloads = trace.events.flatMap((event) =>
    event.kind === 'message' && event.from === 'server' && event.title.startsWith('DATA')
      ? [fromHex(event.bytes).subarray(FRAME_HEADER_SIZE)]
      : [],
  );
  const stretches = stretchesOf(payloads);
  let [stretch, taken] = [0, 0];
  return payloads.map((payload) => {
    const parts: Part[] = [];
    for (let left = payload.length; left > 0; ) {
      const { size, ...of } = stretches[stretch]!;
      const part = Math.min(left, size - taken);
      parts.push({ ...of, size: part });
      left -= part;
      taken += part;
      if (taken === size) [stretch, taken] = [stretch + 1, 0];
    }
    return parts;
  });
}

const FRAME_HEADER_SIZE = 9;

/** Prefix, message, prefix, message: as the bytes say it, wherever they were cut. */
function stretchesOf(payloads: Uint8Array[]): Part[] {
  const bytes = Uint8Array.from(payloads.flatMap((payload) => [...payload]));
  const view = new DataView(bytes.buffer);
  const parts: Part[] = [];
  for (let at = 0, message = 0; at < bytes.length; message++) {
    const size = view.getUint32(at + 1);
    parts.push({ message, kind: 'prefix', size: PREFIX_SIZE });
    if (size > 0) parts.push({ message, kind: 'message', size });
    at += PREFIX_SIZE + size;
  }
  return parts;
}
