import { encodeUtf8 } from '#bytes/utf8';
import { encodeFrame, FrameDecoder, LENGTH_SIZE } from '#framing/frame';

/** A message as the reader edits it. */
export interface Draft {
  text: string;
  /** The length that its frame claims to have, where it lies. */
  announced?: number;
}

/** A byte of the stream, and what it is there for. */
export interface StreamByte {
  value: number;
  frame: number;
  part: 'length' | 'payload';
  /** From the first byte of its frame. */
  offset: number;
}

/** All frames, one after the other; a liar's length is written over the true one. */
export function toStream(drafts: readonly Draft[]): StreamByte[] {
  return drafts.flatMap(({ text, announced }, frame) => {
    const bytes = encodeFrame(encodeUtf8(text));
    if (announced !== undefined) new DataView(bytes.buffer).setUint32(0, announced);
    return [...bytes].map((value, offset): StreamByte => {
      return { value, frame, part: offset < LENGTH_SIZE ? 'length' : 'payload', offset };
    });
  });
}

/** What a cut after `at` bytes cuts through. */
export function cutPlace(
  stream: readonly StreamByte[],
  at: number,
): { place: 'insideLength' | 'afterLength' | 'insidePayload' | 'betweenFrames'; frame: number } {
  const next = stream[at];
  if (next === undefined || next.offset === 0) return { place: 'betweenFrames', frame: -1 };
  const frame = next.frame + 1;
  if (next.offset < LENGTH_SIZE) return { place: 'insideLength', frame };
  return { place: next.offset === LENGTH_SIZE ? 'afterLength' : 'insidePayload', frame };
}

/** The chunks between the cuts. */
export function toChunks(stream: readonly StreamByte[], cuts: readonly number[]): Uint8Array[] {
  const bytes = Uint8Array.from(stream, ({ value }) => value);
  const edges = [0, ...cuts, bytes.length];
  return edges.slice(1).map((end, i) => bytes.subarray(edges[i], end));
}

/** What the decoder has done once so many chunks were pushed. */
export interface DecoderState {
  payloads: Uint8Array[];
  /** Bytes that it keeps because their frame has not all come. */
  waiting: Uint8Array;
  /** What the waiting bytes announce, once all four bytes of the length are there. */
  length: number | undefined;
  error: { code: string; message: string } | undefined;
  ended: boolean;
}

/**
 * Runs the course's own decoder, from `src/framing`, on the first chunks. It tells nothing of what
 * it keeps, nor should it: what it was given and did not give back must still be there.
 */
export function run(
  chunks: readonly Uint8Array[],
  count: number,
  end: boolean,
  limit: number,
): DecoderState {
  const decoder = new FrameDecoder(limit);
  const payloads: Uint8Array[] = [];
  const given: number[] = [];
  let error: DecoderState['error'];
  let taken = 0;
  try {
    for (const chunk of chunks.slice(0, count)) {
      given.push(...chunk);
      for (const payload of decoder.push(chunk)) {
        payloads.push(payload);
        taken += LENGTH_SIZE + payload.length;
      }
    }
    if (end) decoder.end();
  } catch (thrown) {
    error = thrown as Error & { code: string };
  }
  const waiting = Uint8Array.from(given.slice(taken));
  const length =
    waiting.length < LENGTH_SIZE ? undefined : new DataView(waiting.buffer).getUint32(0);
  return { payloads, waiting, length, error, ended: end && error === undefined };
}
