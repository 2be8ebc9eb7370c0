import { concat } from '#bytes/concat';
import { ErrorCode } from '#http2/error-code';
import { connectionError } from '#http2/http2-error';

/** A whole header block and what its first frame said. */
export interface HeaderBlock {
  streamId: number;
  endStream: boolean;
  dependsOn: number | undefined;
  bytes: Uint8Array;
}

/**
 * Puts a header block together from HEADERS and the CONTINUATIONs behind it (RFC 9113 §6.10).
 * Until it is whole no other frame may come, and it must not become longer than we can bear.
 */
export class HeaderAssembler {
  readonly #maxSize: number;
  readonly #maxContinuations: number;
  #begun: HeaderBlock | undefined;
  readonly #fragments: Uint8Array[] = [];
  #size = 0;

  constructor(maxSize: number, maxContinuations: number) {
    this.#maxSize = maxSize;
    this.#maxContinuations = maxContinuations;
  }

  /** The stream whose block is still incomplete, or 0. */
  get pendingStream(): number {
    return this.#begun?.streamId ?? 0;
  }

  begin(block: HeaderBlock): void {
    this.#begun = block;
    this.#fragments.push(block.bytes);
    this.#size = block.bytes.length;
  }

  /**
   * @returns the block, when this was its last fragment.
   * @throws Http2Error for the connection: too long, or in too many pieces.
   */
  add(fragment: Uint8Array, endHeaders: boolean): HeaderBlock | undefined {
    this.#fragments.push(fragment);
    this.#size += fragment.length;
    if (this.#size > this.#maxSize || this.#fragments.length > this.#maxContinuations + 1) {
      throw connectionError(
        ErrorCode.ENHANCE_YOUR_CALM,
        `a header block of ${this.#size} octets in ${this.#fragments.length} frames`,
      );
    }
    if (!endHeaders) return undefined;
    const block = { ...this.#begun!, bytes: concat(this.#fragments) };
    this.#begun = undefined;
    this.#fragments.length = 0;
    return block;
  }
}
