import { createRemoteJWKSet, customFetch, decodeProtectedHeader } from 'jose';
import { toHex } from '#bytes/hex';
import type { Stage } from '#course/lesson/stage';
import { UserError } from '#course/user-error';
import { parseToken } from '#grpc/jwt/compact';
import { TokenError } from '#grpc/jwt/token-error';
import { MAX_TOKEN_LENGTH } from '#grpc/limits';
import { dissectToken } from '#inspect/jwt/token';
import { drawTable } from '../10-hello-grpc/compare.ts';
import { connectOurs } from './client.ts';
import { keysByName } from './naive.ts';
import { nowSeconds, TTL_SECONDS } from './tokens.ts';
import { fetchJwks, LEEWAY_SECONDS, ourKeys } from './verifier.ts';
import { inWorld } from './world.ts';

/** `--token <text>`: a token of the learner’s, taken apart. */
export async function showToken(stage: Stage, text: string): Promise<void> {
  if (text.length > MAX_TOKEN_LENGTH) {
    throw new UserError(`--token takes up to ${MAX_TOKEN_LENGTH} characters`);
  }
  await stage.scene('A token of yours');
  for (const { bytes, ...rest } of dissectToken(text)) {
    stage.show({ kind: 'message', from: 'client', ...rest, bytes: toHex(bytes, '') });
  }
  try {
    parseToken(text);
    stage.say(
      'It has the right form. Whether anything in it is true, nobody has asked: that takes the key of whoever signed it.',
    );
  } catch (error) {
    if (!(error instanceof TokenError)) throw error;
    stage.say(`A reader that is strict refuses its form: ${error.fault}.`);
  }
  stage.say(
    'It is in the history of your shell now. If it is still good, take it back, or wait until it is not.',
  );
}

const INVENTED = 200;

/** `--kid`: invented names of keys, and how often each store asks for the keys. */
export async function showKids(stage: Stage): Promise<void> {
  await stage.scene(`${INVENTED} names that nobody has`);
  await inWorld(async ({ tokens }) => {
    const remote = createRemoteJWKSet(new URL(tokens.jwksUri), { [customFetch]: fetchJwks });
    const ours = ourKeys(tokens);
    const stores: [string, (kid: string) => Promise<unknown>][] = [
      ['asks each time', keysByName(tokens.jwksUri)],
      ['jose', (kid) => remote({ alg: 'ES256', kid })],
      ['ours', (kid) => ours.find(kid)],
    ];
    const asked = () => tokens.server.asked.get('/jwks') ?? 0;
    const rows = [['the store', 'requests', 'and key-1']];
    const known = decodeProtectedHeader(await tokens.fetchToken());
    for (const [name, find] of stores) {
      const before = asked();
      await find(known.kid!);
      for (let i = 0; i < INVENTED; i++) await find(`invented-${i}`).catch(() => {});
      const requests = asked() - before;
      rows.push([
        name,
        String(requests),
        await find(known.kid!).then(
          () => 'found',
          () => 'lost',
        ),
      ]);
    }
    stage.print(drawTable(rows));
  });
  stage.say(
    'The first store passes each call of a stranger on to the token server. The second does not ask again within 30 s of its last request, whatever that has found. The third asks once, in vain, and then not for 30 s.',
  );
}

/** `--stream`: a stream that was let in, when its token has expired. */
export async function showStream(stage: Stage): Promise<void> {
  await stage.scene('A stream that outlives its token');
  await inWorld(async ({ tokens, roots, serveOurs }) => {
    let late = 0;
    const { at, tryAll } = await serveOurs({ now: () => nowSeconds() + late });
    const token = await tokens.fetchToken();
    const { shop, close } = connectOurs(at, roots, async () => token);
    const written: ((id: string | undefined) => void)[] = [];
    const next = () => new Promise<string | undefined>((resolve) => written.push(resolve));
    async function* requests() {
      for (let value = await next(); value !== undefined; value = await next()) yield { value };
    }
    const answers = shop.processOrders(requests())[Symbol.asyncIterator]();
    const ask = async (value: string) => {
      const answer = answers.next();
      while (written.length === 0) await new Promise((resolve) => setImmediate(resolve));
      written.shift()!(value);
      const { value: shipment } = await answer;
      return shipment === undefined ? 'nothing' : shipment.status;
    };
    stage.step('the stream', `order 101 is ${await ask('101')}`);
    late = TTL_SECONDS + LEEWAY_SECONDS;
    stage.step('the clock', `goes on by ${late} s: the token has expired`);
    stage.step('new calls', await tryAll(token));
    stage.step('the stream', `order 102 is ${await ask('102')}`);
    written.shift()?.(undefined);
    await answers.return?.();
    await close();
  });
  stage.say(
    'A guard looks at a token when a call comes in. A stream may go on for days. If that matters, end streams at exp: their caller has it in call.context, and comes again with a new token.',
  );
}
