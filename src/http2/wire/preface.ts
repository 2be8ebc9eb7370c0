import { encodeUtf8 } from '#bytes/utf8';
import { ErrorCode } from '#http2/error-code';
import { connectionError } from '#http2/http2-error';

/**
 * The first bytes of every client (RFC 9113 §3.4). To a server that knows only HTTP/1.1 they look
 * like a request with a method and a version that nobody has, so that it gives up at once.
 */
export const CLIENT_PREFACE: Uint8Array = encodeUtf8('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n');

/** Checks the preface as it comes, byte by byte if need be. */
export class PrefaceReader {
  #seen = 0;

  get complete(): boolean {
    return this.#seen === CLIENT_PREFACE.length;
  }

  /**
   * @returns what of the chunk lies behind the preface.
   * @throws Http2Error at the first byte that is wrong: this peer does not speak HTTP/2.
   */
  read(chunk: Uint8Array): Uint8Array {
    let at = 0;
    while (at < chunk.length && !this.complete) {
      if (chunk[at] !== CLIENT_PREFACE[this.#seen]) {
        throw connectionError(ErrorCode.PROTOCOL_ERROR, 'this is not an HTTP/2 client (§3.4)');
      }
      at++;
      this.#seen++;
    }
    return chunk.subarray(at);
  }
}
