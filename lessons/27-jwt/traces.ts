import { toHex } from '#bytes/hex';
import { dissectToken } from '#inspect/jwt/token';
import type { Trace } from '#inspect/trace';
import { SIGNED, UNSECURED } from './rfc.ts';

/** A token, and the bytes of its parts. */
function traceOf(title: string, text: string): Trace {
  return {
    title,
    protocol: 'JWT, in compact form',
    events: dissectToken(text).map(({ bytes, ...rest }) => ({
      kind: 'message',
      from: 'client',
      ...rest,
      bytes: toHex(bytes, ''),
    })),
  };
}

export const recordSigned = async () => traceOf('The example of RFC 7515, A.3', SIGNED);
export const recordUnsecured = async () => traceOf('The example of RFC 7519, §6.1', UNSECURED);
