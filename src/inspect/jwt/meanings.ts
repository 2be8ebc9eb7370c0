import type { Meanings } from '#inspect/meanings';

/** What stands in a header (RFC 7515 §4.1). */
export const HEADER_MEANINGS: Meanings = {
  alg: {
    meaning: 'how it says that it was signed. The reader has a list of its own',
    source: 'RFC 7515 §4.1.1',
  },
  typ: { meaning: 'what kind of token it says it is', source: 'RFC 7515 §4.1.9' },
  kid: { meaning: 'the name of the key in the JWKS', source: 'RFC 7515 §4.1.4' },
  crit: { meaning: 'what a reader has to understand, or refuse', source: 'RFC 7515 §4.1.11' },
  jwk: { meaning: 'a key that the sender has brought along', source: 'RFC 7515 §4.1.3' },
  jku: { meaning: 'where the sender says that the keys are', source: 'RFC 7515 §4.1.2' },
};

/** What a token says (RFC 7519 §4.1, RFC 9068 §2.2). */
export const CLAIM_MEANINGS: Meanings = {
  iss: { meaning: 'who has made it', source: 'RFC 7519 §4.1.1' },
  sub: { meaning: 'whom it is about', source: 'RFC 7519 §4.1.2' },
  aud: { meaning: 'for whom it is: nobody else may take it', source: 'RFC 7519 §4.1.3' },
  exp: {
    meaning: 'from when on it is worth nothing: seconds since 1970',
    source: 'RFC 7519 §4.1.4',
  },
  nbf: { meaning: 'from when on it is good: seconds since 1970', source: 'RFC 7519 §4.1.5' },
  iat: { meaning: 'when it was made: seconds since 1970', source: 'RFC 7519 §4.1.6' },
  jti: { meaning: 'its own name, another for each token', source: 'RFC 7519 §4.1.7' },
  scope: { meaning: 'what its bearer may do', source: 'RFC 9068 §2.2.3' },
  client_id: { meaning: 'the program that asked for it', source: 'RFC 9068 §2.2' },
};
