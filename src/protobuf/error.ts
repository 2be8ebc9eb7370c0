/**
 * What goes wrong between bytes and messages. The scope is one message: a codec knows no call and
 * no connection. A `DecodeError` is the fault of who sent the bytes, an `EncodeError` of the
 * program that built the message.
 */

/** What both have: a reason, and a path that grows as the error rises through what contains it. */
class CodecError extends Error {
  /** What is wrong, without where. */
  readonly reason: string;
  /** From the outermost message to the field: `ecommerce.Order.items[2]`. Empty if not known. */
  path = '';
  readonly #where: string;

  constructor(reason: string, where: string) {
    super(reason + where);
    this.reason = reason;
    this.#where = where;
  }

  /** Says that the error is in `name`. */
  within(name: string): this {
    const dot = this.path === '' || this.path.startsWith('[') ? '' : '.';
    this.path = `${name}${dot}${this.path}`;
    this.message = `${this.path}: ${this.reason}${this.#where}`;
    return this;
  }
}

/** The bytes are not a message of this type. */
export class DecodeError extends CodecError {
  override readonly name = 'DecodeError';
  /** Bytes from the start of the outermost message to the field or value that is wrong. */
  readonly offset: number;

  constructor(reason: string, offset: number) {
    super(reason, ` (at offset ${offset})`);
    this.offset = offset;
  }
}

/** The value cannot be written as its field's type: it would be read back as another. */
export class EncodeError extends CodecError {
  override readonly name = 'EncodeError';

  constructor(reason: string) {
    super(reason, '');
  }
}

/** Rethrows `error`, with `name` in front of its path if it is one of ours. */
export function rethrowWithin(name: string, error: unknown): never {
  throw error instanceof CodecError ? error.within(name) : error;
}
