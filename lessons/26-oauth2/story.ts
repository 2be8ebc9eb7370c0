import type { RunOptions } from '#course/lesson/define-lesson';
import type { Stage } from '#course/lesson/stage';
import type { TokenSource } from '#grpc/oauth/token-source';
import { FakeClock } from '#time/fake-clock';
import { drawTable } from '../10-hello-grpc/compare.ts';
import { METHODS } from '../15-server-interceptors/client.ts';
import { callOurs } from '../16-client-interceptors/ours.ts';
import { AUDIENCE } from '../security/token-server.ts';
import { endsOfJs, endsOfOurs, startGuarded, startGuardedJs, withOurClient } from './calls.ts';
import { type Exchange, post } from './exchange.ts';
import { showInvented, showLeak, showOutage, showRevoked, showStampede } from './experiments.ts';
import { recordSent } from './traces.ts';
import {
  asked,
  cacheOf,
  fetched,
  inWorld,
  READ,
  sourceOf,
  TTL_MS,
  type World,
  WRITE,
  watchedSource,
} from './world.ts';

/** `npm run lesson 26`: a token for a program, who fetches it, who believes it, and for how long. */
export async function tellStory(stage: Stage, { experiments }: RunOptions): Promise<void> {
  const { stampede, outage, revoked, invented, leak } = experiments;
  if (stampede) return showStampede(stage);
  if (outage) return showOutage(stage);
  if (revoked) return showRevoked(stage);
  if (invented !== undefined) return showInvented(stage, String(invented));
  if (leak) return showLeak(stage);

  await inWorld((world) => showTokens(stage, world));
  await inWorld((world) => showScopes(stage, world));
  await inWorld((world) => showOneFetch(stage, world));
  await inWorld((world) => showLife(stage, world));
  await inWorld((world) => showOnceMore(stage, world));
  await inWorld((world) => showCache(stage, world));
  await showHidden(stage);
  stage.say(
    'For each token that it does not know the shop asks the token server, and for as long as it remembers the answer, a revoked token goes on. Could the token itself say who made it, for whom, and until when? That is lesson 27.',
  );
}

const draw = (stage: Stage, title: string, { request: [path = '', ...rest], answer }: Exchange) => {
  stage.step(title, path);
  stage.print(rest.join('\n'));
  stage.print(`→ ${answer.join('\n  ')}`);
};

async function showTokens(stage: Stage, world: World): Promise<void> {
  await stage.scene('Two servers, and one secret less');
  stage.say(
    'A token server has started on a free port (oidc-provider), and knows two programs: web, which calls the shop, and the shop. web shows its secret to the token server, and to nobody else, and gets a token:',
  );
  const { credentials, shopCredentials } = world;
  const got = await post(world, '/token', credentials, {
    grant_type: 'client_credentials',
    scope: READ,
  });
  draw(stage, 'web asks', got.shown);
  stage.say(
    'The token means nothing to web, nor to anybody else: it is a name under which the token server has written something down. web sends it with each call. The shop gets it, and asks what it stands for:',
  );
  const token = String(got.body.access_token);
  const found = await post(world, '/token/introspection', shopCredentials, { token });
  draw(stage, 'the shop asks', found.shown);
  const unknown = await post(world, '/token/introspection', shopCredentials, {
    token: 'some-secret-token',
  });
  draw(stage, 'and of another', unknown.shown);
  stage.say(
    `active is the answer; aud says for whom the token was made (${AUDIENCE} is this shop), scope what it is good for. Of a bad token nothing is said, not even why.`,
  );
}

const SHORT: Record<string, string> = {
  OK: 'OK',
  UNAUTHENTICATED: '16',
  PERMISSION_DENIED: '7',
};

async function showScopes(stage: Stage, world: World): Promise<void> {
  await stage.scene('Who may call what');
  stage.say(
    'GetOrder and SearchOrders need orders.read, UpdateOrders needs orders.write, ProcessOrders needs both. A call of each kind, over TLS, with no token and with three: our client at a server of grpc-js, and a client of grpc-js at ours. 16 is UNAUTHENTICATED (who are you?), 7 is PERMISSION_DENIED (you may not):',
  );
  const cache = cacheOf(world);
  const grantOf = (token: string) => cache.grantOf(token);
  const [js, ours] = [await startGuardedJs(world, grantOf), await startGuarded(world, grantOf)];
  for (const [title, ends] of [
    ['our client, grpc-js', (source?: TokenSource) => endsOfOurs(js, world, source)],
    ['grpc-js, our server', (source?: TokenSource) => endsOfJs(ours, world, source)],
  ] as const) {
    const columns = [await ends()];
    for (const scope of [READ, WRITE, `${READ} ${WRITE}`]) {
      columns.push(await ends(sourceOf(world, scope)));
    }
    const rows = METHODS.map((method, i) => [
      method,
      ...columns.map((column) => SHORT[column[i]!] ?? column[i]!),
    ]);
    stage.print(drawTable([[title, 'none', 'read', 'write', 'both'], ...rows]));
  }
  await Promise.all([js.close(), ours.close()]);
  stage.say(
    `One guard stands in front of all four kinds. For these 32 calls, 24 of them with a token, the token server gave ${fetched(world)} tokens and was asked ${asked(world)} times about one.`,
  );
}

async function showOneFetch(stage: Stage, world: World): Promise<void> {
  await stage.scene('A hundred calls, one token');
  stage.say(
    'A client that has just started makes a hundred calls at once. None of them has a token:',
  );
  const cache = cacheOf(world);
  const start = startGuarded(world, (token) => cache.grantOf(token));
  await withOurClient(start, world, sourceOf(world, READ), async (shop) => {
    const calls = Array.from({ length: 100 }, () => callOurs(shop, 'GetOrder'));
    const fine = (await Promise.all(calls)).filter((end) => end.startsWith('OK')).length;
    stage.step('the calls', `${fine} of 100 OK`);
  });
  stage.step('token server', `${fetched(world)} token given, asked ${asked(world)} time about it`);
  stage.say(
    'Two crowds, and each asks once: the calls wait for the promise of a token, and in the shop they wait for the promise of an answer. --stampede shows both without.',
  );
}

async function showLife(stage: Stage, world: World): Promise<void> {
  await stage.scene('The life of a token');
  stage.say(
    'A token lives for an hour here. So that we need not wait for it, the source has a clock that this story moves; the token server is the real one. One get at each of these times:',
  );
  const clock = new FakeClock();
  const { source, settled } = watchedSource(world, { clock });
  const seen: string[] = [];
  const rows = [['time', 'get gives', 'tokens fetched']];
  let now = 0;
  for (const [name, at] of [
    ['0 min', 0],
    ['30 min', 30 * 60_000],
    ['59 min, less 1 ms', TTL_MS - 60_000 - 1],
    ['59 min', TTL_MS - 60_000],
    ['60 min', TTL_MS],
  ] as const) {
    clock.advance(at - now);
    now = at;
    const token = await source.get();
    if (!seen.includes(token)) seen.push(token);
    await settled();
    rows.push([name, `token ${seen.indexOf(token) + 1}`, String(fetched(world))]);
  }
  stage.print(drawTable(rows));
  stage.say(
    'A minute before its end a token is ageing: it is still sent, and the next one is fetched beside. No call has waited but the first one.',
  );
}

async function showOnceMore(stage: Stage, world: World): Promise<void> {
  await stage.scene('Once more, or not');
  stage.say(
    'The token is revoked before its time is over. A call of each kind, each with a token that has just been revoked; then the same call once more. And a call that the token’s scope does not allow:',
  );
  const cache = cacheOf(world, { knownMs: 0 });
  let attempts = 0;
  const grantOf = (token: string) => {
    attempts++;
    return cache.grantOf(token);
  };
  const clock = new FakeClock();
  const source = sourceOf(world, `${READ} ${WRITE}`, { clock });
  const rows = [['', 'attempts', 'tokens fetched', 'ended', 'once more']];
  await withOurClient(startGuarded(world, grantOf), world, source, async (shop) => {
    for (const method of METHODS) {
      await world.web.revoke(await source.get());
      clock.advance(1_000);
      const before = fetched(world);
      attempts = 0;
      const ended = await callOurs(shop, method);
      const made = String(attempts);
      const again = await callOurs(shop, method);
      rows.push([method, made, String(fetched(world) - before), end(ended), end(again)]);
    }
  });
  const reading = sourceOf(world, READ);
  await withOurClient(startGuarded(world, grantOf), world, reading, async (shop) => {
    await reading.get();
    const before = fetched(world);
    attempts = 0;
    const ended = await callOurs(shop, 'UpdateOrders');
    rows.push(['not allowed', String(attempts), String(fetched(world) - before), end(ended), '']);
  });
  stage.print(drawTable(rows));
  stage.say(
    'UNAUTHENTICATED: another token may help, so one more try, if the requests are still there (lesson 16). PERMISSION_DENIED: the shop knows who we are, and a new token says the same. No second try.',
  );
}

const end = (text: string) => text.replace(/,.*/, '');

async function showCache(stage: Stage, world: World): Promise<void> {
  await stage.scene('Who believes a token, and for how long');
  stage.say(
    'The shop remembers for 30 seconds what a token stands for. A client that has kept its token calls GetOrder; then the token is revoked:',
  );
  const clock = new FakeClock();
  const cache = cacheOf(world, { clock });
  const token = await sourceOf(world, READ).get();
  const kept = { get: async () => token, refused: () => false };
  await withOurClient(
    startGuarded(world, (one) => cache.grantOf(one)),
    world,
    kept,
    async (shop) => {
      const tell = async (when: string) => {
        const ended = end(await callOurs(shop, 'GetOrder'));
        stage.step(
          when,
          `${ended}; asked ${asked(world)} ${asked(world) === 1 ? 'time' : 'times'}`,
        );
      };
      await tell('at once');
      await tell('and again');
      await world.web.revoke(token);
      await tell('revoked');
      clock.advance(29_999);
      await tell('29,999 ms later');
      clock.advance(1);
      await tell('30,000 ms');
    },
  );
  stage.say(
    'That is the price of not asking: a revoked token is good for up to 30 seconds more. It is the shop’s own choice, and no token is believed longer than it lives.',
  );
}

async function showHidden(stage: Stage): Promise<void> {
  await stage.scene('Who must never see it');
  stage.say(
    'Whoever reads a token can call with it. GetOrder as the two ends see it, before TLS hides it (to be recorded it went over plaintext, so its :scheme is http); what a lesson records goes into a file, so the token is not in it:',
  );
  const { events } = await recordSent();
  const request = events.find((event) => event.kind === 'message');
  if (request) stage.show(request);
  stage.say('--leak shows where else it may turn up.');
}
