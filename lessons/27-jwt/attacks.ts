import { createRemoteJWKSet, decodeProtectedHeader, EmbeddedJWK, type JWK, jwtVerify } from 'jose';
import { TokenError, type TokenFault } from '#grpc/jwt/token-error';
import { asPem, padded, swapped, unsigned, withKid, withOwnKey, withPublicKey } from './forge.ts';
import { byItsHeader, keysByName, onlyDecoded, onlySigned, remembering } from './naive.ts';
import { nowSeconds } from './tokens.ts';
import { fetchJwks, type Verifier } from './verifier.ts';
import type { World } from './world.ts';

/** An attack, run against a verifier that falls to it, and against two that do not. */
export interface Struck {
  name: string;
  /** The verifier that falls, in a few words, and what came of it. */
  naive: string;
  fell: string;
  /** What the same tokens come to at jose’s, set right, and at ours. */
  jose: string;
  ours: string;
  /** Why, in our log. */
  faults: string;
}

const HOUR = 3600;
/** Calls of each kind with a token that only costs: the kinds are four. */
const TIMES = 10;
/** As long as gRPC’s headers still take. */
const HUGE = 12_000;

/** What a naive verifier throws means no, for the guard around it. */
const refusing =
  (verifier: Verifier): Verifier =>
  async (token) => {
    try {
      return await verifier(token);
    } catch {
      throw new TokenError('signature');
    }
  };

/** Runs all of them, each on four kinds of calls, over TLS, with tokens of the token server. */
export async function strike(world: World): Promise<Struck[]> {
  const { tokens, serveJs, serveJose, serveOurs } = world;
  let late = 0;
  const now = () => nowSeconds() + late;
  const faults = new Set<TokenFault>();
  const jose = await serveJose({ now });
  const ours = await serveOurs({ now, report: (fault) => faults.add(fault) });
  let naive: Verifier = onlyDecoded;
  const falling = await serveJs((token) => refusing(naive)(token));

  const jwks = (await (await fetchJwks(tokens.jwksUri)).json()) as { keys: JWK[] };
  const publicKey = asPem(jwks.keys[0]!);
  const remote = createRemoteJWKSet(new URL(tokens.jwksUri));
  const good = await tokens.fetchToken();
  const asked = () => tokens.server.asked.get('/jwks') ?? 0;

  const struck: Struck[] = [];
  const attack = async (
    name: string,
    how: [string, Verifier],
    token: string,
    fell?: () => Promise<string>,
  ) => {
    [, naive] = how;
    faults.clear();
    const came = fell ? await fell() : await falling.tryAll(token);
    const [atJose, atOurs] = [await jose.tryAll(token), await ours.tryAll(token)];
    const log = [...faults].join(', ');
    struck.push({ name, naive: how[0], fell: came, jose: atJose, ours: atOurs, faults: log });
  };
  const header: [string, Verifier] = [
    'does what alg says',
    async (token) => byItsHeader(token, publicKey),
  ];
  const signed: [string, Verifier] = ['signature only', onlySigned(remote)];

  await attack('alg: none', header, unsigned(good));
  await attack('HS256, public key', header, withPublicKey(good, publicKey));
  await attack(
    'a key of its own',
    ['takes its jwk', async (token) => (await jwtVerify(token, EmbeddedJWK)).payload],
    await withOwnKey(good),
  );
  await attack('other claims', ['decodeJwt', onlyDecoded], swapped(good));
  await attack(
    'for the warehouse',
    ['jwtVerify, no aud', async (token) => (await jwtVerify(token, remote)).payload],
    await tokens.fetchToken({ resource: 'urn:warehouse' }),
  );
  await attack('not yet', signed, await tokens.fetchToken({ client: 'early' }));
  late = HOUR;
  await attack('an hour too late', signed, good);
  late = 0;

  const find = keysByName(tokens.jwksUri);
  const byName: Verifier = async (token) => {
    const { kid } = decodeProtectedHeader(token);
    return byItsHeader(token, asPem(await find(`${kid}`)));
  };
  await attack(
    'an invented kid',
    ['asks each time', byName],
    withKid(good, 'invented'),
    async () => {
      const before = asked();
      for (let i = 0; i < TIMES; i++) await falling.tryAll(withKid(good, `invented-${i}`));
      return `${asked() - before} requests, ${4 * TIMES} calls`;
    },
  );
  const { check, tokens: kept } = remembering(refusing(onlySigned(remote)));
  await attack('a huge token', ['remembers tokens', check], padded(good, HUGE), async () => {
    for (let i = 0; i < TIMES; i++) await falling.tryAll(padded(withKid(good, `${i}`), HUGE));
    const bytes = kept().reduce((sum, token) => sum + token.length, 0);
    return `${Math.round(bytes / 1000)} KB kept, ${4 * TIMES} calls`;
  });
  return struck;
}
