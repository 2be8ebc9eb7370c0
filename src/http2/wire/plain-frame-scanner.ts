import { FrameReader } from '#http2/wire/frame-reader';

/**
 * Stands in for `frame-scanner.ts` where a learner's own reader is to carry the stack: with the
 * condition `exercise-07`, package.json sends `#http2/wire/frame-scanner` here, and every frame goes
 * through `#http2/wire/frame-reader`, which is then theirs. The fast path knows no learner. This one
 * never stops between two frames.
 */
export class FrameScanner extends FrameReader {
  override push(chunk: Uint8Array): number {
    super.push(chunk);
    return chunk.length;
  }
}
