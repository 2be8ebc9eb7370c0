import { basicValue, type Proof } from '#grpc/credentials/basic';
import { Metadata } from '#grpc/metadata';

/** Where a token is about to go: what it may be made for. */
export interface CredentialsContext {
  /** `https://host/package.Service`: the audience of a signed token. */
  readonly serviceUrl: string;
  readonly path: string;
}

/**
 * Proof of who is calling, made anew for each call: a bearer token, a signed JWT. Sent only over a
 * secure connection, or anybody who listens can call in your name from now on; `allowPlaintext` is for
 * tests and for machines that talk to themselves.
 */
export interface CallCredentials {
  metadata(context: CredentialsContext): Metadata | Promise<Metadata>;
  readonly allowPlaintext?: boolean;
}

/** The same token for all calls until `token` gives another (RFC 6750). */
export function bearer(
  token: () => string | Promise<string>,
  options: { allowPlaintext?: boolean } = {},
): CallCredentials {
  return {
    ...options,
    async metadata() {
      return new Metadata({ authorization: `Bearer ${await token()}` });
    },
  };
}

/** A name and a password (RFC 7617), asked for at each call: one that was changed is used at once. */
export function basic(
  proof: () => Proof | Promise<Proof>,
  options: { allowPlaintext?: boolean } = {},
): CallCredentials {
  return {
    ...options,
    async metadata() {
      return new Metadata({ authorization: basicValue(await proof()) });
    },
  };
}
