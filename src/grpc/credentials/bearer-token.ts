/**
 * The scheme in any case (RFC 9110 §11.1), a space or more, and a `b64token` (RFC 6750 §2.1) up to
 * the end.
 */
const BEARER = /^bearer +([A-Za-z0-9\-._~+/]+=*)$/i;

/**
 * The token that came with a call, from the values of its `authorization` headers: `Bearer …`.
 * `undefined` if there is none, if it is not one, or if there are several: of two, a proxy might have
 * looked at the other.
 */
export function bearerTokenOf(headers: readonly string[]): string | undefined {
  const [header, ...others] = headers;
  if (header === undefined || others.length > 0) return undefined;
  return BEARER.exec(header)?.[1];
}
