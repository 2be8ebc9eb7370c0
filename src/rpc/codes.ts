/**
 * Why a call failed, in a word that a program can act on. The names are gRPC's, which come back
 * with numbers in lesson 9 (grpc/grpc `doc/statuscodes.md`); the JSON RPC of lessons 1 to 3 sends
 * the names themselves.
 */
export type Code =
  /** The request is wrong, and sending it again will not help. */
  | 'INVALID_ARGUMENT'
  /** No answer in time. Whether the procedure ran, nobody here knows. */
  | 'DEADLINE_EXCEEDED'
  /** What was asked for does not exist. */
  | 'NOT_FOUND'
  /** Too many calls at once. */
  | 'RESOURCE_EXHAUSTED'
  /** The server has no such procedure. */
  | 'UNIMPLEMENTED'
  /** The server failed, and does not tell strangers how. */
  | 'INTERNAL'
  /** The connection is gone, or was never there. */
  | 'UNAVAILABLE';

/** A failed call: the code for the program, the message for the human. */
export class RpcError extends Error {
  override readonly name = 'RpcError';
  readonly code: Code;

  constructor(code: Code, message: string) {
    super(message);
    this.code = code;
  }
}
