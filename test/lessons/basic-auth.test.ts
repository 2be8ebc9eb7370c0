import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as grpc from '@grpc/grpc-js';
import { describe, expect, test } from 'vitest';
import { ByteWriter } from '#bytes/byte-writer';
import { toHex } from '#bytes/hex';
import { encodeUtf8 } from '#bytes/utf8';
import { basicValue, type Proof } from '#grpc/credentials/basic';
import { GrpcError } from '#grpc/grpc-error';
import { Status, statusName } from '#grpc/status';
import { huffmanEncode } from '#hpack/strings/huffman';
import { FakeClock } from '#time/fake-clock';
import { call, METHODS } from '../../lessons/15-server-interceptors/client.ts';
import { articleOnGrpcJs, articleOnOurs, valid } from '../../lessons/25-basic-auth/article.ts';
import { Brake, PER_FRIEND, PER_NAME, PER_PLACE } from '../../lessons/25-basic-auth/brake.ts';
import { createCheck } from '../../lessons/25-basic-auth/check.ts';
import { connectAs } from '../../lessons/25-basic-auth/client.ts';
import { createSiege } from '../../lessons/25-basic-auth/guessing.ts';
import { connectOursAs, ourGuard, startOurShop } from '../../lessons/25-basic-auth/ours.ts';
import { ADA, BOB, createPeople, EVE } from '../../lessons/25-basic-auth/people.ts';
import { tryWays } from '../../lessons/25-basic-auth/plaintext.ts';
import { FRESH_MS, ProofMemory } from '../../lessons/25-basic-auth/proof-memory.ts';
import { CHEAP, derive, recordOf } from '../../lessons/25-basic-auth/scrypt.ts';
import { guard, startShop } from '../../lessons/25-basic-auth/server.ts';
import {
  equalInAnyCase,
  equalUntilDifferent,
  guessByWork,
} from '../../lessons/25-basic-auth/timing.ts';
import { getOrderOverPlaintext, recordPlaintext } from '../../lessons/25-basic-auth/traces.ts';
import { createIdentity } from '../../lessons/25-basic-auth/world.ts';
import { recordAtShop } from '../../lessons/shop/record.ts';
import { QUIET } from '../../lessons/shop/with-shop.ts';

/** What lesson 25 says of call credentials, where its recorded output cannot say it again. */

const identity = await createIdentity();
const people = await createPeople(CHEAP);

async function codesOf(
  start: Promise<{ host: string; port: number; close(): Promise<void> }>,
  proof?: Proof,
) {
  const server = await start;
  const shop = connectAs(server, identity.roots, proof);
  const codes: string[] = [];
  for (const method of METHODS) codes.push(statusName((await call(shop, method)).code as never));
  shop.close();
  await server.close();
  return codes;
}

describe('the article', () => {
  const ADMIN = btoa('admin:admin');

  test('lets in without a scheme, and refuses a scheme in small letters', () => {
    expect(valid([`Basic ${ADMIN}`])).toBe(true);
    expect(valid([ADMIN])).toBe(true);
    expect(valid([`basic ${ADMIN}`])).toBe(false);
    expect(valid([`Basic ${ADMIN}`, 'Basic ZXZlOng='])).toBe(true);
    expect(valid([])).toBe(false);
  });

  test('every stream is open behind its guard, and none behind ours, on both stacks', async () => {
    const open = ['UNAUTHENTICATED', 'OK', 'OK', 'OK'];
    const shut = Array(4).fill('UNAUTHENTICATED');
    expect(await codesOf(startShop(QUIET, [articleOnGrpcJs], identity))).toEqual(open);
    expect(await codesOf(startOurShop(QUIET, [articleOnOurs], identity))).toEqual(open);
    for (const proof of [undefined, EVE, { ...ADA, password: BOB.password }]) {
      // One for each: the brake would soon have enough of them.
      const check = await createCheck(people, { cost: CHEAP });
      expect(await codesOf(startShop(QUIET, [guard(check)], identity), proof)).toEqual(shut);
      expect(await codesOf(startOurShop(QUIET, [ourGuard(check)], identity), proof)).toEqual(shut);
    }
  });
});

test('who may what, on both stacks', async () => {
  for (const [proof, codes] of [
    [ADA, ['OK', 'OK', 'OK', 'OK']],
    [BOB, ['OK', 'OK', 'PERMISSION_DENIED', 'PERMISSION_DENIED']],
  ] as const) {
    const check = await createCheck(people, { cost: CHEAP });
    expect(await codesOf(startShop(QUIET, [guard(check)], identity), proof)).toEqual(codes);
    expect(await codesOf(startOurShop(QUIET, [ourGuard(check)], identity), proof)).toEqual(codes);
  }
});

test('our client proves itself to both servers', async () => {
  const check = await createCheck(people, { cost: CHEAP });
  for (const start of [
    startShop(QUIET, [guard(check)], identity),
    startOurShop(QUIET, [ourGuard(check)], identity),
  ]) {
    const server = await start;
    const { shop, close } = connectOursAs(server, ADA, identity.roots);
    expect((await shop.getOrder({ value: '101' })).id).toBe('101');
    await close();
    await server.close();
  }
});

test('plaintext: grpc-js sends the credentials of a call, and refuses those of a channel', async () => {
  const tried = await tryWays();
  expect(tried.map(({ name, wasSent }) => [name, wasSent])).toEqual([
    ['grpc-js, of the channel', false],
    ['grpc-js, of the call', true],
    ['grpc-js, by hand', true],
    ['ours, of the channel', false],
    ['ours, of the call', false],
    ['ours, by hand', true],
  ]);
  for (const { name, wasSent, read } of tried) {
    const words = wasSent
      ? 'passwords are not taken over plaintext'
      : 'insecure|not sent over plaintext';
    expect(read, name).toMatch(new RegExp(words));
  }
});

test('Node’s HTTP/2 sends no two values under authorization', async () => {
  const server = await startOurShop(QUIET, [ourGuard(async () => undefined)], identity);
  const shop = connectAs(server, identity.roots);
  const metadata = new grpc.Metadata();
  for (const value of ['Basic YTpi', 'Basic YzpK']) metadata.add('authorization', value);
  const error = await new Promise<grpc.ServiceError | null>((resolve) =>
    shop.getOrder({ value: '101' }, metadata, resolve),
  );
  shop.close();
  await server.close();
  expect(error?.code).toBe(grpc.status.INTERNAL);
  expect(error?.details).toContain('cannot have multiple values');
});

describe('the brake', () => {
  const refused = (run: () => unknown) => {
    try {
      run();
      return undefined;
    } catch (error) {
      return error instanceof GrpcError && error.code === Status.RESOURCE_EXHAUSTED
        ? error.details
        : `${error}`;
    }
  };

  test('a place has its tries, and gets them back one by one', () => {
    const clock = new FakeClock();
    const brake = new Brake(clock);
    for (let i = 0; i < PER_PLACE.tries; i++) brake.begin(`name ${i}`, 'here')(false);
    expect(refused(() => brake.begin('another', 'here'))).toBe(
      'too many wrong passwords; the next try in 10 s',
    );
    expect(refused(() => brake.begin('another', 'there'))).toBeUndefined();
    clock.advance(PER_PLACE.everyMs - 1);
    expect(refused(() => brake.begin('another', 'here'))).toContain('in 1 s');
    clock.advance(1);
    expect(refused(() => brake.begin('another', 'here'))).toBeUndefined();
    expect(refused(() => brake.begin('another', 'here'))).toContain('in 10 s');
  });

  test('a name has its tries, from however many places', () => {
    const brake = new Brake(new FakeClock());
    for (let i = 0; i < PER_NAME.tries; i++) brake.begin('ada', `place ${i}`)(false);
    expect(refused(() => brake.begin('ada', 'one more'))).toContain('in 60 s');
    expect(refused(() => brake.begin('bob', 'one more'))).toBeUndefined();
  });

  test('a right one is given back, and one that is under way is paid for', () => {
    const brake = new Brake(new FakeClock());
    for (let i = 0; i < 100; i++) brake.begin('ada', 'here')(true);
    const stranger = new Brake(new FakeClock());
    const running = Array.from({ length: PER_PLACE.tries }, () => stranger.begin('ada', 'here'));
    expect(refused(() => stranger.begin('ada', 'here'))).toBeDefined();
    for (const ended of running) ended(true);
    expect(refused(() => stranger.begin('ada', 'here'))).toBeUndefined();
  });

  test('who has come in from a place is counted apart there', () => {
    const brake = new Brake(new FakeClock());
    brake.begin('ada', 'home')(true);
    for (let i = 0; i < PER_NAME.tries; i++) brake.begin('ada', `place ${i}`)(false);
    for (let i = 0; i < PER_FRIEND.tries; i++) {
      expect(refused(() => brake.begin('ada', 'home')(false))).toBeUndefined();
    }
    expect(refused(() => brake.begin('ada', 'home'))).toBeDefined();
  });

  test('a siege: few hashes, ada at home comes in all the time, nobody is told which names exist', async () => {
    const siege = await createSiege();
    const home = '192.0.2.7:50312';
    expect(await siege.ada(home)).toBe('came in');
    for (let minute = 0; minute < 5; minute++) {
      await siege.guess('ada', 500, (i) => `203.0.113.${i % 50}`);
      await siege.guess('ada', 100, () => '192.0.2.7');
      siege.clock.advance(61_000);
      expect(await siege.ada(home)).toBe('came in');
    }
    expect(siege.hashes()).toBeLessThan(110);
    const fresh = await createSiege();
    const nobody = await fresh.guess('nobody', 200, () => '203.0.113.1');
    const known = await (await createSiege()).guess('ada', 200, () => '203.0.113.1');
    expect(nobody).toEqual(known);
    expect(known).toEqual({ came: 0, wrong: PER_PLACE.tries, braked: 200 - PER_PLACE.tries });
  });
});

test('a proof is remembered for a minute, on its connection', async () => {
  const clock = new FakeClock();
  const memory = new ProofMemory<string>(clock);
  memory.set(ADA, '192.0.2.7:1', 'ada');
  expect(memory.get(ADA, '192.0.2.7:1')).toEqual({ caller: 'ada', fresh: true });
  expect(memory.get(ADA, '192.0.2.7:2')).toBeUndefined();
  expect(memory.get({ ...ADA, password: 'x' }, '192.0.2.7:1')).toBeUndefined();
  clock.advance(FRESH_MS - 1);
  expect(memory.get(ADA, '192.0.2.7:1')?.fresh).toBe(true);
  clock.advance(1);
  expect(memory.get(ADA, '192.0.2.7:1')?.fresh).toBe(false);
  memory.set(ADA, '192.0.2.7:1', undefined);
  expect(memory.get(ADA, '192.0.2.7:1')).toBeUndefined();
});

test('a password that was changed is over after a minute', async () => {
  const clock = new FakeClock();
  const own = new Map(people);
  let hashes = 0;
  const check = await createCheck(own, { clock, cost: CHEAP, onDerive: () => hashes++ });
  const connection = '192.0.2.7:50312';
  for (let i = 0; i < 3; i++) expect((await check(ADA, connection))?.name).toBe('ada');
  expect(hashes).toBe(1);
  own.set('ada', { ...own.get('ada')!, password: await recordOf('another', CHEAP) });
  expect((await check(ADA, connection))?.name).toBe('ada');
  clock.advance(FRESH_MS);
  expect(await check(ADA, connection)).toBeUndefined();
  expect(hashes).toBe(2);
});

test('scrypt is RFC 7914’s, and salts differ', async () => {
  const hash = await derive('password', encodeUtf8('NaCl'), { N: 1024, r: 8, p: 16 });
  expect(toHex(hash, '')).toBe('fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162');
  const [one, other] = [await recordOf('tea', CHEAP), await recordOf('tea', CHEAP)];
  expect(one.salt).not.toEqual(other.salt);
  expect(one.hash).not.toEqual(other.hash);
});

test('a comparison that stops early gives its secret away, one that does not gives nothing', () => {
  for (const secret of ['k7q2m9x', 'aa', '0z', 'abcdefgh12345678']) {
    const attack = (compare: typeof equalInAnyCase) =>
      guessByWork(secret.length, (guess) => compare(guess, secret));
    expect(attack(equalUntilDifferent)).toEqual({ text: secret, guesses: 36 * secret.length });
    expect(attack(equalInAnyCase)).toEqual({ text: '', guesses: 36 });
  }
  expect(equalInAnyCase('tea', 'tea').same).toBe(true);
  expect(equalInAnyCase('tea', 'teas').same).toBe(false);
  expect(equalInAnyCase('', 'a').same).toBe(false);
});

function inHuffman(text: string): Uint8Array {
  const writer = new ByteWriter();
  huffmanEncode(writer, text);
  return writer.take();
}

/** The files of text under a folder of the repository. */
const readable = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => !/node_modules|[/]dist[/]|[/]cache[/]/.test(file))
    .filter((file) => /[.](ts|md|json|txt|vue)$/.test(file));

describe('no secret in anything that is kept', () => {
  const SECRETS = [ADA, BOB].flatMap((proof) => {
    const value = basicValue(proof);
    const bytes = encodeUtf8(value);
    return [
      proof.password,
      value.slice('Basic '.length),
      toHex(bytes, ''),
      toHex(encodeUtf8(proof.password), ''),
      toHex(inHuffman(value), ''),
    ];
  });
  const secretsIn = (text: string) => SECRETS.filter((secret) => text.includes(secret));

  test('a recording that hides nothing has the password in it; the lesson’s has not', async () => {
    const open = await recordAtShop(
      {
        title: '',
        lesson: 25,
        methods: {},
        showSecrets: true,
        start: () => startOurShop(QUIET, [ourGuard(async () => undefined)]),
      },
      getOrderOverPlaintext,
    );
    expect(secretsIn(JSON.stringify(open)).length).toBeGreaterThan(0);
    const hidden = JSON.stringify(await recordPlaintext());
    expect(secretsIn(hidden)).toEqual([]);
    expect(hidden).toContain('(secret 1)');
  });

  test('a server’s log says who came, and with what never', async () => {
    const lines: string[] = [];
    const log = (line: string) => lines.push(line);
    const check = await createCheck(people, { cost: CHEAP });
    for (const proof of [ADA, BOB]) {
      await codesOf(startShop({ ...QUIET, log }, [guard(check)], identity), proof);
      await codesOf(startOurShop({ ...QUIET, log }, [ourGuard(check)], identity), proof);
    }
    expect(secretsIn(lines.join('\n'))).toEqual([]);
  });

  test('nor in any file but the one that makes them up', () => {
    const files = [
      'lessons/25-basic-auth',
      'docs',
      'test/graded/__snapshots__/25-basic-auth',
      'solutions/25-basic-auth',
      'exercises/25-basic-auth',
    ].flatMap((folder) => readable(folder));
    expect(files.length).toBeGreaterThan(100);
    const found = files.filter((file) => secretsIn(readFileSync(file, 'utf8')).length > 0);
    expect(found).toEqual(['lessons/25-basic-auth/people.ts']);
  });
});
