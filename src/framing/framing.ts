/**
 * What every framing does, however it marks where a message ends: pack a payload for the wire, and
 * find the payloads again in chunks that the network cut wherever it liked.
 */
export interface Framing {
  /** One payload, packed. */
  encode(payload: Uint8Array): Uint8Array;
  /** A decoder for one direction of one connection. */
  createDecoder(): FramingDecoder;
}

export interface FramingDecoder {
  /**
   * Takes the next chunk; returns the payloads that are complete now, in order, often none.
   * @throws FrameError if the stream is broken. Nothing can be read from it after that.
   */
  push(chunk: Uint8Array): Uint8Array[];
  /**
   * Says that the stream is over.
   * @throws FrameError `truncated` if a message has begun and not ended.
   */
  end(): void;
}
