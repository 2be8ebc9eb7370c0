/**
 * How many bytes were copied from one array into another while `work` ran: the measure of work that
 * is the same on every machine. Who joins what has come with every chunk that comes copies the
 * square of it.
 */
export function bytesCopied(work: () => void): number {
  const { prototype } = Uint8Array;
  const { set, slice } = prototype;
  let copied = 0;
  prototype.set = function (this: Uint8Array, source: ArrayLike<number>, offset?: number) {
    copied += source.length;
    set.call(this, source, offset);
  };
  prototype.slice = function (this: Uint8Array<ArrayBuffer>, start?: number, end?: number) {
    const part = slice.call(this, start, end) as Uint8Array<ArrayBuffer>;
    copied += part.length;
    return part;
  };
  try {
    work();
  } finally {
    delete (prototype as Partial<Uint8Array>).set;
    delete (prototype as Partial<Uint8Array>).slice;
  }
  return copied;
}
