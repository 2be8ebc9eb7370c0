/**
 * The server was reached, ran, and said no. That is another thing than a lost connection, where
 * nobody knows whether it ran at all; so it is another class of error.
 */
export class RemoteError extends Error {
  override readonly name = 'RemoteError';
}
