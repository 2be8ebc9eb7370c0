/**
 * The server was reached, ran, and refused. That differs from a lost connection, after which nobody
 * knows whether the procedure ran at all; so it has a class of its own.
 */
export class RemoteError extends Error {
  override readonly name = 'RemoteError';
}
