/**
 * - `not-tls`: it does not begin with a handshake record
 * - `not-a-hello`: a handshake that begins with another message
 * - `too-large`: more than we are willing to keep
 * - `malformed`: a length that lies, or something that may not be there
 */
export type HelloFault = 'not-tls' | 'not-a-hello' | 'too-large' | 'malformed';

/** What a peer sent is not a ClientHello. It is the peer's fault, and ends its connection. */
export class HelloError extends Error {
  override readonly name = 'HelloError';
  readonly code: HelloFault;

  constructor(code: HelloFault, message: string) {
    super(message);
    this.code = code;
  }
}
