/** Why a token is refused: for our own log. Its sender reads the same words, whichever it is. */
export type TokenFault =
  | 'missing'
  | 'too-large'
  | 'malformed'
  | 'critical'
  | 'algorithm'
  | 'type'
  | 'key'
  | 'signature'
  | 'claim'
  | 'issuer'
  | 'audience'
  | 'expired'
  | 'not-yet';

/** A token that proves nothing. Nothing of the token is in the text: it may stand in a log. */
export class TokenError extends Error {
  override readonly name = 'TokenError';
  readonly fault: TokenFault;

  constructor(fault: TokenFault) {
    super(`the token is refused: ${fault}`);
    this.fault = fault;
  }
}

/** The keys cannot be had: nobody knows whether the token is good. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';

  constructor(options?: ErrorOptions) {
    super('the keys of the token server cannot be had', options);
  }
}
