/**
 * What has arrived and is not yet understood: chunks go in at the back, whole pieces come out at
 * the front. Every decoder of a byte stream needs one, because the network cuts where it likes.
 *
 * Chunks are kept as they came and joined only when a piece spans two of them, so that a frame of
 * n bytes costs O(n), however many chunks it arrived in. (Joining everything on every push, the
 * first idea of most, costs O(n²): a 4 MiB frame in 1 KiB chunks would copy 8 GiB.)
 */
export class ByteQueue {
  #chunks: Uint8Array[] = [];
  /** Where the unread part of the first chunk begins. */
  #offset = 0;
  #length = 0;

  /** Unread bytes. */
  get length(): number {
    return this.#length;
  }

  // #region queue
  push(chunk: Uint8Array): void {
    if (chunk.length === 0) return;
    this.#chunks.push(chunk);
    this.#length += chunk.length;
  }

  /** The next `size` bytes, left in place; `undefined` while fewer have come. */
  peek(size: number): Uint8Array | undefined {
    if (size > this.#length) return undefined;
    const first = this.#chunks[0];
    if (first === undefined) return new Uint8Array(0);
    if (first.length - this.#offset >= size) {
      return first.subarray(this.#offset, this.#offset + size);
    }
    return this.#gather(size);
  }

  /** The next `size` bytes, removed; `undefined`, and nothing removed, while fewer have come. */
  take(size: number): Uint8Array | undefined {
    const bytes = this.peek(size);
    if (bytes !== undefined) this.#drop(size);
    return bytes;
  }
  // #endregion queue

  /** Copies `size` bytes that lie in several chunks into one array. */
  #gather(size: number): Uint8Array {
    const all = new Uint8Array(size);
    let filled = 0;
    let start = this.#offset;
    for (const chunk of this.#chunks) {
      const part = chunk.subarray(start, start + size - filled);
      all.set(part, filled);
      filled += part.length;
      if (filled === size) break;
      start = 0;
    }
    return all;
  }

  #drop(size: number): void {
    this.#length -= size;
    this.#offset += size;
    let used = 0;
    for (const chunk of this.#chunks) {
      if (this.#offset < chunk.length) break;
      this.#offset -= chunk.length;
      used++;
    }
    if (used > 0) this.#chunks.splice(0, used);
  }
}
