/**
 * What goes wrong between bytes and messages. The scope is one message: a codec knows no call and
 * no connection. A `DecodeError` is the fault of who sent the bytes, an `EncodeError` of the
 * program that built the message.
 */

/** The bytes are not a message of this type. */
export class DecodeError extends Error {
  override readonly name = 'DecodeError';
  /** What is wrong, without where. */
  readonly reason: string;
  /** Bytes from the start of the outermost message to the field or value that is wrong. */
  readonly offset: number;
  /** From the outermost message to the field: `ecommerce.Order.items`. Empty if not known. */
  readonly path: string;

  constructor(reason: string, offset: number, path = '') {
    super(`${path === '' ? '' : `${path}: `}${reason} (at offset ${offset})`);
    this.reason = reason;
    this.offset = offset;
    this.path = path;
  }

  /** The same error, seen from the message or field that contains it. */
  within(name: string): DecodeError {
    return new DecodeError(this.reason, this.offset, join(name, this.path));
  }
}

/** The value cannot be written as its field's type: it would be read back as another. */
export class EncodeError extends Error {
  override readonly name = 'EncodeError';
  readonly reason: string;
  readonly path: string;

  constructor(reason: string, path = '') {
    super(`${path === '' ? '' : `${path}: `}${reason}`);
    this.reason = reason;
    this.path = path;
  }

  within(name: string): EncodeError {
    return new EncodeError(this.reason, join(name, this.path));
  }
}

function join(name: string, path: string): string {
  if (path === '') return name;
  return path.startsWith('[') ? `${name}${path}` : `${name}.${path}`;
}

/** Rethrows `error`, with `name` in front of its path if it is one of ours. */
export function rethrowWithin(name: string, error: unknown): never {
  throw error instanceof DecodeError || error instanceof EncodeError ? error.within(name) : error;
}
