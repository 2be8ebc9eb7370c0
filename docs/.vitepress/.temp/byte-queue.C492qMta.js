class ByteQueue {
  #chunks = [];
  /** Where the unread part of the first chunk begins. */
  #offset = 0;
  #length = 0;
  /** A buffer of our own for small chunks; the last chunk is the part of it that is filled. */
  #packed;
  /** Unread bytes. */
  get length() {
    return this.#length;
  }
  // #region queue
  push(chunk) {
    if (chunk.length === 0) return;
    this.#length += chunk.length;
    if (chunk.length >= SMALL_CHUNK || !this.#pack(chunk)) this.#chunks.push(chunk);
  }
  /**
   * The next `size` bytes, left in place; `undefined` while fewer have come.
   * @throws RangeError if `size` is negative: a length was read with the wrong sign, and to go
   * on would mean never to end
   */
  peek(size) {
    if (size < 0) throw new RangeError(`a queue has no ${size} bytes`);
    if (size > this.#length) return void 0;
    const first = this.#chunks[0];
    if (first === void 0) return new Uint8Array(0);
    if (first.length - this.#offset >= size) {
      return first.subarray(this.#offset, this.#offset + size);
    }
    return this.#gather(size);
  }
  /** The next `size` bytes, removed; `undefined`, and nothing removed, while fewer have come. */
  take(size) {
    const bytes = this.peek(size);
    if (bytes !== void 0) this.#drop(size);
    return bytes;
  }
  // #endregion queue
  /**
   * Copies a small chunk behind the one before it. From a peer that sends a byte at a time we would
   * otherwise keep an object for each byte, each of them a view that holds a whole network buffer.
   * @returns false if nothing waits: then it is most likely taken at once, and not worth it.
   */
  #pack(chunk) {
    const last = this.#chunks.at(-1);
    if (last === void 0) return false;
    const filled = last.buffer === this.#packed?.buffer ? last.byteOffset + last.length : void 0;
    if (filled !== void 0 && filled + chunk.length <= PACK_SIZE) {
      this.#packed.set(chunk, filled);
      const end = filled + chunk.length;
      this.#chunks[this.#chunks.length - 1] = this.#packed.subarray(last.byteOffset, end);
    } else {
      this.#packed = new Uint8Array(PACK_SIZE);
      this.#packed.set(chunk);
      this.#chunks.push(this.#packed.subarray(0, chunk.length));
    }
    return true;
  }
  /** Copies `size` bytes that lie in several chunks into one array. */
  #gather(size) {
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
  #drop(size) {
    this.#length -= size;
    this.#offset += size;
    let used = 0;
    for (const chunk of this.#chunks) {
      if (this.#offset < chunk.length) break;
      this.#offset -= chunk.length;
      used++;
    }
    if (used > 0) this.#chunks.splice(0, used);
    if (this.#length === 0) this.#packed = void 0;
  }
}
const SMALL_CHUNK = 1024;
const PACK_SIZE = 4096;
export {
  ByteQueue as B
};
