import { drawTable } from '../10-hello-grpc/compare.ts';
import type { Shop, World } from './world.ts';

/** Calls before and behind the moment at which the key changes; each in all four kinds. */
const CALLS = 5;

const tally = (ends: readonly string[]) =>
  [...new Set(ends)]
    .map((end) => end.replace('4×', `${4 * ends.filter((one) => one === end).length}×`))
    .join(', ');

/** So many calls at once, in all four kinds. */
async function callAll(shop: Shop, token: () => string): Promise<string[]> {
  return Promise.all(Array.from({ length: CALLS }, () => shop.tryAll(token())));
}

/**
 * The token server begins to sign with another key while calls run; then it forgets the first one.
 * What becomes of the calls with either token, and how often each shop asks for the keys.
 */
export async function rotate({ tokens, serveJose, serveOurs }: World): Promise<string> {
  const old = await tokens.fetchToken();
  const shops = [
    ['ours', await serveOurs()],
    ['jose', await serveJose()],
  ] as const;
  const asked = () => tokens.server.asked.get('/jwks') ?? 0;
  const rows = [['', ...shops.map(([name]) => name)]];
  const requests: number[] = shops.map(() => 0);
  const during = async (what: string, token: () => string, meanwhile?: () => Promise<void>) => {
    const cells: string[] = [];
    for (const [i, [, shop]] of shops.entries()) {
      const before = asked();
      const running = callAll(shop, token);
      await meanwhile?.();
      cells.push(tally(await running));
      requests[i]! += asked() - before;
    }
    rows.push([what, ...cells]);
  };
  await during('key-1', () => old);
  await during(
    'it rotates meanwhile',
    () => old,
    () => tokens.server.rotate(),
  );
  const young = await tokens.fetchToken();
  await during('the new key', () => young);
  await tokens.server.rotate({ forget: true });
  await during('key-1, forgotten', () => old);
  const last = await tokens.fetchToken();
  await during('the newest key', () => last);
  await during('key-1 again', () => old);
  rows.push(['requests for the keys', ...requests.map(String)]);
  return drawTable(rows);
}
