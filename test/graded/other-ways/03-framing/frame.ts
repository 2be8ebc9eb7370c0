import { FrameError } from '#framing/frame-error';
import type { Framing } from '#framing/framing';
import { MAX_FRAME_SIZE } from '#framing/limits';

/**
 * The exercise solved by somebody else: no queue, no DataView, arithmetic instead of shifts. The
 * grader must find nothing wrong with it.
 */
export const LENGTH_SIZE = 4;

export function encodeFrame(payload: Uint8Array): Uint8Array {
  const n = payload.length;
  const length = [n / 2 ** 24, n / 2 ** 16, n / 2 ** 8, n].map((part) => Math.floor(part) % 256);
  return Uint8Array.from([...length, ...payload]);
}

export class FrameDecoder {
  private readonly limit: number;
  private header: number[] = [];
  private body: number[] | undefined;
  private missing = 0;

  constructor(maxSize = MAX_FRAME_SIZE) {
    this.limit = maxSize;
  }

  push(chunk: Uint8Array): Uint8Array[] {
    const done: Uint8Array[] = [];
    for (const byte of chunk) {
      if (this.body === undefined) this.readHeader(byte);
      else {
        this.body.push(byte);
        this.missing--;
      }
      if (this.body !== undefined && this.missing === 0) {
        done.push(Uint8Array.from(this.body));
        this.header = [];
        this.body = undefined;
      }
    }
    return done;
  }

  end(): void {
    if (this.header.length > 0) throw new FrameError('truncated', 'not all of the frame came');
  }

  private readHeader(byte: number): void {
    this.header.push(byte);
    if (this.header.length < LENGTH_SIZE) return;
    this.missing = this.header.reduce((sum, next) => sum * 256 + next, 0);
    if (this.missing > this.limit) throw new FrameError('too-large', `${this.missing} bytes`);
    this.body = [];
  }
}

export const lengthFraming: Framing = {
  encode: encodeFrame,
  createDecoder: () => new FrameDecoder(),
};
