import { drawTable } from '../10-hello-grpc/compare.ts';
import { nowSeconds, startTokens, TTL_SECONDS } from './tokens.ts';
import { byJose } from './verifier.ts';
import type { World } from './world.ts';

const CHECKS = 100;
/** So many checks before the clock runs: a program’s first calls are slow. */
const WARM_UP = 20;

/** The middle one of so many checks, in milliseconds. */
async function median(check: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < WARM_UP + CHECKS; i++) {
    const from = performance.now();
    await check();
    if (i >= WARM_UP) times.push(performance.now() - from);
  }
  return times.sort((a, b) => a - b)[CHECKS / 2]!;
}

/** What it costs to check a token, and what it takes to take one back: signed, or asked about. */
export async function compareRevocation({ tokens }: World): Promise<string> {
  const opaque = await startTokens('opaque');
  try {
    const signed = await tokens.fetchToken();
    const name = await opaque.fetchToken();
    const verify = byJose({ tokens });
    const asked = () => opaque.server.asked.get('/token/introspection') ?? 0;
    const ms = [await median(() => verify(signed)), await median(() => opaque.isActive(name))];
    const requests = [tokens.server.asked.get('/jwks') ?? 0, asked()];
    const revoked = [await tokens.revoke(signed), await opaque.revoke(name)];
    const late = byJose({ tokens, now: () => nowSeconds() + TTL_SECONDS - 1 });
    const stillGood = [
      await late(signed).then(
        () => `taken, up to ${TTL_SECONDS} s`,
        () => 'refused',
      ),
      (await opaque.isActive(name)) ? 'taken' : 'refused at once',
    ];
    return drawTable([
      ['', 'signed, verified here', 'asked about each time'],
      ['a check', ...ms.map((one) => `${one.toFixed(2)} ms`)],
      [`requests for ${WARM_UP + CHECKS} checks`, ...requests.map(String)],
      ['taken back (RFC 7009)', ...revoked],
      ['afterwards', ...stillGood],
    ]);
  } finally {
    await opaque.stop();
  }
}
