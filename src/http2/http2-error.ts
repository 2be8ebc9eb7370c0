import { ErrorCode, errorCodeName } from './error-code.ts';

/** How much of the connection an error ends: one stream, or everything (RFC 9113 §5.4). */
export type ErrorScope = 'stream' | 'connection';

/**
 * Why a stream or a connection ended before its time.
 *
 * `initiator` says who declared it: `remote`, the peer sent RST_STREAM or GOAWAY (or its
 * connection broke); `local`, this side found something wrong with what came and said so.
 */
export class Http2Error extends Error {
  readonly scope: ErrorScope;
  readonly code: ErrorCode;
  readonly initiator: 'local' | 'remote';
  /** The message without the code's name in front. */
  readonly reason: string;

  constructor(
    scope: ErrorScope,
    code: ErrorCode,
    reason: string,
    initiator: 'local' | 'remote' = 'local',
    options?: ErrorOptions,
  ) {
    super(`${errorCodeName(code)}: ${reason}`, options);
    this.name = 'Http2Error';
    this.scope = scope;
    this.code = code;
    this.initiator = initiator;
    this.reason = reason;
  }

  /** Who has to mend something: the side that finds a fault finds it with the other. */
  get fault(): 'local' | 'remote' | 'nobody' {
    switch (this.code) {
      case ErrorCode.NO_ERROR:
      case ErrorCode.CANCEL:
      case ErrorCode.REFUSED_STREAM:
        return 'nobody';
      case ErrorCode.INTERNAL_ERROR:
        return this.initiator;
      default:
        return this.initiator === 'local' ? 'remote' : 'local';
    }
  }

  /**
   * The peer has done nothing at all with this stream, so that sending the request again cannot
   * do it twice: it was refused, or lies above the last id of a GOAWAY (RFC 9113 §8.7).
   */
  get unprocessed(): boolean {
    return this.code === ErrorCode.REFUSED_STREAM;
  }
}

/** An error that ends the connection, found by this side in what the peer sent. */
export function connectionError(code: ErrorCode, message: string): Http2Error {
  return new Http2Error('connection', code, message);
}

/** An error that ends one stream, found by this side in what the peer sent. */
export function streamError(code: ErrorCode, message: string): Http2Error {
  return new Http2Error('stream', code, message);
}

/** What anything thrown means for the connection: what is not an `Http2Error` is a mistake of ours. */
export function asConnectionError(error: unknown): Http2Error {
  if (error instanceof Http2Error && error.scope === 'connection') return error;
  const { INTERNAL_ERROR } = ErrorCode;
  return new Http2Error('connection', INTERNAL_ERROR, String(error), 'local', { cause: error });
}
