/** Another way: one state for each thing that is waited for, and a list of bytes. */
import { HelloError } from '#inspect/tls/hello-error';
import { MAX_CLIENT_HELLO_BYTES, MAX_RECORD_BYTES } from '#inspect/tls/limits';

type Result = { hello?: Uint8Array; error?: HelloError };

export class HelloCollector {
  readonly #header: number[] = [];
  #leftInRecord = 0;
  readonly #start: number[] = [];
  #hello: Uint8Array | undefined;
  #filled = 0;
  #result: Result = {};

  push(chunk: Uint8Array): Uint8Array | undefined {
    if (this.#result.error) throw this.#result.error;
    for (let at = 0; at < chunk.length && !this.#result.hello; ) {
      if (this.#leftInRecord === 0) {
        this.#record(chunk[at++]!);
        continue;
      }
      if (this.#start.length < 4) {
        this.#leftInRecord--;
        this.#message(chunk[at++]!);
      } else {
        const size = Math.min(
          this.#leftInRecord,
          chunk.length - at,
          this.#hello!.length - this.#filled,
        );
        this.#hello!.set(chunk.subarray(at, at + size), this.#filled);
        this.#filled += size;
        this.#leftInRecord -= size;
        at += size;
      }
      if (this.#start.length === 4 && this.#filled === this.#hello!.length) {
        this.#result = { hello: this.#hello! };
        return this.#hello;
      }
    }
    return undefined;
  }

  #record(byte: number): void {
    this.#header.push(byte);
    if (this.#header[0] !== 22) this.#fail('not-tls');
    if (this.#header.length < 5) return;
    const length = (this.#header[3]! << 8) | this.#header[4]!;
    if (length < 1 || length > MAX_RECORD_BYTES) this.#fail('malformed');
    this.#leftInRecord = length;
    this.#header.length = 0;
  }

  #message(byte: number): void {
    this.#start.push(byte);
    if (this.#start[0] !== 1) this.#fail('not-a-hello');
    if (this.#start.length < 4) return;
    const length = (this.#start[1]! << 16) | (this.#start[2]! << 8) | this.#start[3]!;
    if (length > MAX_CLIENT_HELLO_BYTES) this.#fail('too-large');
    this.#hello = new Uint8Array(length);
  }

  #fail(code: HelloError['code']): never {
    this.#result.error = new HelloError(code, 'no');
    throw this.#result.error;
  }
}
