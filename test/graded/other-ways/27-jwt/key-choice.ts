import type { JsonObject } from '#grpc/jwt/json-object';
import { TokenError } from '#grpc/jwt/token-error';

export interface Jwk {
  readonly kty?: string;
  readonly kid?: string;
  readonly alg?: string;
  readonly use?: string;
  readonly key_ops?: readonly string[];
  readonly crv?: string;
  readonly [member: string]: unknown;
}

export interface HeaderRules {
  readonly algorithms: readonly string[];
  readonly types: readonly string[];
}

export interface TokenHeader {
  readonly alg: string;
  readonly kid: string;
}

/** `kty` and `crv` in one word. */
const KINDS: Record<string, string> = Object.assign(Object.create(null), {
  ES256: 'EC P-256',
  ES384: 'EC P-384',
  RS256: 'RSA',
  PS256: 'RSA',
  EdDSA: 'OKP Ed25519',
});

/** The name of the key first. */
export function checkHeader(header: JsonObject, rules: HeaderRules): TokenHeader {
  const { kid } = header;
  if (typeof kid !== 'string' || kid.length === 0) throw new TokenError('key');
  const types = rules.types.flatMap((type) => [type, `application/${type}`]);
  if (!types.includes(String(header.typ).toLowerCase()) || typeof header.typ !== 'string') {
    throw new TokenError('type');
  }
  const alg = rules.algorithms.find((one) => one === header.alg);
  if (alg === undefined) throw new TokenError('algorithm');
  if ('crit' in header) throw new TokenError('critical');
  return { kid, alg };
}

/** Narrowed down, step by step. */
export function chooseKey({ alg, kid }: TokenHeader, keys: readonly Jwk[]): Jwk {
  const kind = KINDS[alg];
  const fitting = kind === undefined ? [] : keys.filter((key) => key.kid === kid);
  for (const key of fitting) {
    if ([key.kty, key.crv].filter((one) => one !== undefined).join(' ') !== kind) continue;
    if (key.alg !== undefined && key.alg !== alg) continue;
    if (key.use !== undefined && key.use !== 'sig') continue;
    if (key.key_ops !== undefined && !key.key_ops.includes('verify')) continue;
    return key;
  }
  throw new TokenError('key');
}
