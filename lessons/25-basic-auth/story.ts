import type { RunningServer, RunOptions } from '#course/lesson/define-lesson';
import type { Stage } from '#course/lesson/stage';
import { basicValue, type Proof } from '#grpc/credentials/basic';
import { drawTable } from '../10-hello-grpc/compare.ts';
import { call, METHODS } from '../15-server-interceptors/client.ts';
import { QUIET } from '../shop/with-shop.ts';
import { articleOnGrpcJs, articleOnOurs } from './article.ts';
import { createCheck } from './check.ts';
import { connectAs } from './client.ts';
import {
  bothSay,
  cells,
  costTable,
  placeOf,
  showCost,
  showGuess,
  showTiming,
  showValue,
} from './experiments.ts';
import { createSiege } from './guessing.ts';
import { ourGuard, startOurShop } from './ours.ts';
import { ADA, BOB, createPeople, EVE, type People } from './people.ts';
import { tryWays } from './plaintext.ts';
import { CHEAP, COST, memoryOf } from './scrypt.ts';
import { guard, startShop } from './server.ts';
import { compareChecks, type Spent } from './timing.ts';
import { recordPlaintext } from './traces.ts';
import { createIdentity, type Identity } from './world.ts';

/** `npm run lesson 25`: a name and a password with each call, and all that can go wrong with it. */
export async function tellStory(stage: Stage, { experiments }: RunOptions): Promise<void> {
  const { value, timing, guess, cost } = experiments;
  if (value !== undefined) return showValue(stage, `${value}`);
  if (timing !== undefined) return showTiming(stage, `${timing}`);
  if (guess !== undefined) return showGuess(stage, Number(guess));
  if (cost !== undefined) return showCost(stage, Number(cost));

  const identity = await createIdentity();
  await showArticle(stage);
  await showOpenDoors(stage, identity);
  await showPlaintext(stage);
  const people = await showKept(stage);
  await showEven(stage, people);
  await showBrake(stage);
  await showWhoMay(stage, identity);
  await showEachCall(stage, identity, people);
  stage.say(
    'The shop has to keep a hash for each of its callers, and each caller a password for each shop. Somebody else could look at the passwords, once, and hand out something that is good for an hour. That is lesson 26.',
  );
}

/** admin:admin, as the article has it, in ways that are right and in ways that are not. */
const ADMIN = btoa('admin:admin');
const VALUES: readonly [what: string, ...values: string[]][] = [
  ['as it should be', `Basic ${ADMIN}`],
  ['in small letters', `basic ${ADMIN}`],
  ['two spaces', `Basic  ${ADMIN}`],
  ['without a scheme', ADMIN],
  ['two values', `Basic ${ADMIN}`, 'Basic ZXZlOmxldG1laW4='],
  ['two in one', `Basic ${ADMIN}, Basic ZXZlOmxldG1laW4=`],
  ['three colons', basicValue(ADA)],
  ['no UTF-8', `Basic ${btoa('ada:\xe9')}`],
];

async function showArticle(stage: Stage): Promise<void> {
  await stage.scene('What the article lets in');
  stage.say(
    'A name and a password, in base64, under authorization, with every call. Its server cuts "Basic " off the front, and compares the rest with admin:admin, which stands in the code. Beside it, what our parseBasic reads:',
  );
  const rows = VALUES.map(([what, ...values]) => [what, ...bothSay(values)]);
  stage.print(drawTable([['authorization', 'the article', 'parseBasic'], ...rows]));
  stage.say(
    'It refuses what is right, since a scheme may be in any case. It lets in what is not: what does not begin with "Basic " has nothing cut off, and is compared all the same.',
  );
}

async function showOpenDoors(stage: Stage, identity: Identity): Promise<void> {
  await stage.scene('One door with a guard, three without');
  stage.say(
    'That was the lock. Now the door: grpc.UnaryInterceptor(ensureValidBasicCredentials). Somebody without a password, over TLS; a code, or OK and how many messages came:',
  );
  const check = async () => undefined;
  const servers: [name: string, start: () => Promise<RunningServer>][] = [
    ['article, grpc-js', () => startShop(QUIET, [articleOnGrpcJs], identity)],
    ['article, ours', () => startOurShop(QUIET, [articleOnOurs], identity)],
    ['grpc-js', () => startShop(QUIET, [guard(check)], identity)],
    ['ours', () => startOurShop(QUIET, [ourGuard(check)], identity)],
  ];
  const rows = METHODS.map((method): string[] => [method]);
  for (const [, start] of servers) {
    const ends = await callAll(start, identity, undefined);
    for (const [i, end] of ends.entries()) rows[i]!.push(end);
  }
  stage.print(drawTable([['no password', ...servers.map(([name]) => name)], ...rows]));
  stage.say(
    'One order is guarded, and the whole book is not: a search for nothing finds all 36, and UpdateOrders writes. On our stack an interceptor sees all four kinds, so one has to go out of one’s way to make this mistake. The two guards on the right look at no message, and so they do not ask of which kind a call is.',
  );
}

/** How a call of each method ends, for this caller: `OK, 36`, or a code. */
async function callAll(
  start: () => Promise<RunningServer>,
  identity: Identity,
  proof: Proof | undefined,
): Promise<string[]> {
  const server = await start();
  const shop = connectAs(server, identity.roots, proof);
  const ends: string[] = [];
  try {
    for (const method of METHODS) {
      const value = method === 'SearchOrders' ? { value: '' } : {};
      const { code, messages } = await call(shop, method, value);
      ends.push(code === 0 ? `OK, ${messages}` : `${code}`);
    }
  } finally {
    shop.close();
    await server.close();
  }
  return ends;
}

async function showPlaintext(stage: Stage): Promise<void> {
  await stage.scene('Who keeps it off the open wire?');
  stage.say('ada’s password, given to a call in each of three ways, on a channel without TLS:');
  const rows = [['', 'on the wire', 'the caller reads']];
  for (const { name, read, wasSent } of await tryWays()) {
    rows.push([name, wasSent ? 'the password' : 'nothing', short(read)]);
  }
  stage.print(drawTable(rows));
  stage.say(
    'grpc-js refuses on the channel, and sends as an option of the call. By hand it is metadata like any other, and no library knows what it is. In such a case only the server is left, and it comes too late for this password: it refuses so that nobody gets used to it. The second way as it goes by, its value hidden in this recording, and on the wire it is not:',
  );
  const { events } = await recordPlaintext();
  const [request] = events;
  if (request !== undefined) stage.show(request);
}

const short = (text: string) => (text.length > 36 ? `${text.slice(0, 35)}…` : text);

async function showKept(stage: Stage): Promise<People> {
  await stage.scene('What is kept of a password');
  const people = await createPeople();
  const { salt, hash } = people.get(ADA.user)!.password;
  stage.step('ada', `a salt of ${salt.length} random bytes, a hash of ${hash.length}`);
  stage.step('scrypt', `N ${COST.N}, r ${COST.r}, p ${COST.p}: ${memoryOf(COST) / 2 ** 20} MiB`);
  stage.say(
    'Slow on purpose. On this machine, one core; whoever has stolen the hashes pays it for each guess:',
  );
  stage.print(
    await costTable([CHEAP, { N: 2 ** 14, r: 8, p: 1 }, COST, { N: 2 ** 17, r: 8, p: 1 }]),
  );
  return people;
}

async function showEven(stage: Stage, people: People): Promise<void> {
  await stage.scene('Is there a bob?');
  stage.say('A check that stops as soon as it knows, and ours. Hashes made, and milliseconds:');
  const rows = [['', 'stops early', 'ours']];
  const proofs: [string, Proof][] = [
    ['the right password', BOB],
    ['a wrong password', { ...BOB, password: 'tea' }],
    ['nobody of that name', EVE],
  ];
  const spent = await compareChecks(
    people,
    proofs.map(([, proof]) => proof),
  );
  for (const [i, [what]] of proofs.entries()) {
    rows.push([what, drawSpent(spent[i]!.naive), drawSpent(spent[i]!.even)]);
  }
  stage.print(drawTable(rows));
  stage.say(
    'No network hides a tenth of a second. With the check on the left somebody asks for ten thousand names, and has the list of those who are here. On the right there is a hash for everybody: for nobody, of a decoy.',
  );
}

const drawSpent = ({ hashes, ms }: Spent) => `${hashes}, ${ms < 1 ? 'below 1' : Math.round(ms)} ms`;

async function showBrake(stage: Stage): Promise<void> {
  await stage.scene('A brake that does not stop ada');
  stage.say(
    'The shop’s check again, with a clock that we move. ada at home comes in; then eve guesses:',
  );
  const siege = await createSiege();
  const home = '192.0.2.7:50312';
  const rows = [['who', 'looked at', 'braked']];
  stage.step('ada, at home', await siege.ada(home));
  rows.push(['eve, 100 guesses', ...cells(await siege.guess('ada', 100, () => placeOf(0)))]);
  rows.push([
    '50 places, 1,000 guesses',
    ...cells(await siege.guess('ada', 1_000, (i) => placeOf(1 + (i % 50)))),
  ]);
  rows.push([
    'from ada’s own address, 100',
    ...cells(await siege.guess('ada', 100, () => '192.0.2.7')),
  ]);
  stage.print(drawTable(rows));
  siege.clock.advance(90_000);
  await siege.guess('ada', 1_000, (i) => placeOf(i % 50));
  await siege.guess('ada', 100, () => '192.0.2.7');
  stage.say('A minute and a half later, in the middle of it:');
  stage.step('ada, at home', await siege.ada(home));
  stage.step('ada, on a train', await siege.ada('198.51.100.4:40021'));
  siege.clock.advance(60_000);
  stage.step('a minute later', await siege.ada('198.51.100.4:40021'));
  stage.step(
    'hashes',
    `${siege.hashes()} for ${100 + 1_000 + 100 + 1_000 + 100} guesses and four calls of ada’s`,
  );
  stage.say(
    'A lock after so many wrong tries is a button with which eve locks out ada. This counts by place and by name, lets tries come back, and does not brake on a connection what was right on it before. Whoever is new while it goes on waits, and longer if eve takes the tries that come back.',
  );
}

async function showWhoMay(stage: Stage, identity: Identity): Promise<void> {
  await stage.scene('16 and 7');
  stage.say('eve is nobody here. bob may read, ada may write too. The same calls on both stacks:');
  // Who may do what has nothing to do with what a hash costs; each connection here has one to make.
  const check = await createCheck(await createPeople(CHEAP), { cost: CHEAP });
  const rows = METHODS.map((method): string[] => [method]);
  const head = [''];
  for (const [stack, start] of [
    ['grpc-js', () => startShop(QUIET, [guard(check)], identity)],
    ['ours', () => startOurShop(QUIET, [ourGuard(check)], identity)],
  ] as const) {
    for (const proof of [EVE, BOB, ADA]) {
      head.push(proof === EVE ? `${stack}: eve` : proof.user);
      const ends = await callAll(start, identity, proof);
      for (const [i, end] of ends.entries()) rows[i]!.push(end);
    }
  }
  stage.print(drawTable([head, ...rows]));
  stage.say(
    'UNAUTHENTICATED (16): I do not know who you are; come again with another proof. PERMISSION_DENIED (7): I know who you are, and no; to come again is of no use.',
  );
}

const CALLS = 50;

async function showEachCall(stage: Stage, identity: Identity, people: People): Promise<void> {
  await stage.scene('With every call');
  let hashes = 0;
  const check = await createCheck(people, { onDerive: () => hashes++ });
  const server = await startOurShop(QUIET, [ourGuard(check)], identity);
  const shop = connectAs(server, identity.roots, ADA);
  const times: number[] = [];
  for (let i = 0; i < CALLS; i++) {
    const began = performance.now();
    await call(shop, 'GetOrder');
    times.push(performance.now() - began);
  }
  shop.close();
  await server.close();
  const [first = 0, ...rest] = times;
  const median = rest.toSorted((a, b) => a - b)[rest.length >> 1] ?? 0;
  stage.step(
    'bytes',
    `${basicValue(ADA).length} in each of ${CALLS} calls; after the first no fewer`,
  );
  stage.step('hashes', `${hashes}`);
  stage.step('time', `the first call ${Math.round(first)} ms, the others ${median.toFixed(1)} ms`);
  stage.say(
    'HPACK may not put authorization into its table (lesson 8), and so it costs the same each time. The hash is made once a minute for a connection: a password that was changed is good for so long.',
  );
}
