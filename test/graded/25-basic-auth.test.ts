import { test } from 'vitest';
import { encodeUtf8 } from '#bytes/utf8';
import { authorize, NOT_OVER_PLAINTEXT as STAYS_HERE } from '#channel/calls/authorize';
import { withArticle } from '#course/kit/compare/article';
import { check, withFinding } from '#course/kit/compare/finding';
import { throwGap } from '#course/kit/compare/gap';
import { expectSame } from '#course/kit/compare/same';
import { asView, unchanged } from '#course/kit/given';
import { Random } from '#course/kit/random';
import { CountedStream, endingOf } from '#course/kit/stream';
import { task } from '#course/kit/task';
import { settle, settled, watch } from '#course/kit/watch';
import type { CallCredentials, CredentialsContext } from '#grpc/client/call-credentials';
import { ContextValues, contextKey } from '#grpc/context-values';
import { basicValue, type Proof, parseBasic } from '#grpc/credentials/basic';
import {
  type BasicGuardOptions,
  basicGuard,
  NOT_BASIC,
  NOT_OVER_PLAINTEXT,
  WRONG_PASSWORD,
} from '#grpc/credentials/basic-guard';
import {
  type KnownUser,
  type PasswordCheckOptions,
  type PasswordRecord,
  passwordCheck,
} from '#grpc/credentials/password-check';
import { GrpcError } from '#grpc/grpc-error';
import type { Next } from '#grpc/interceptor';
import { Metadata } from '#grpc/metadata';
import type { ServerCall } from '#grpc/server/server-call';
import { Status, type StatusCode, statusName } from '#grpc/status';
import { encodeBase64 } from '#grpc/wire/base64';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import type { MethodDefinition } from '#protobuf/schema/service-definition';
import { basic, withGuarded } from './25-basic-auth.node.ts';
import { ALL_KINDS, KINDS } from './kinds.ts';

/*
 * Nothing here is measured with a stopwatch. What takes time is given to the learner's code as
 * functions, and the suite counts how often they are called: the same work takes the same time. The
 * last tests of tasks 3 and 4 end at a stranger's, over TLS: that part needs Node.
 */

/** What a stranger sends: base64 of these bytes, with its `=`. */
function sent(text: string | Uint8Array, scheme = 'Basic '): string {
  const letters = encodeBase64(typeof text === 'string' ? encodeUtf8(text) : text);
  return `${scheme}${letters.padEnd(Math.ceil(letters.length / 4) * 4, '=')}`;
}

/** What a function threw; `undefined` if it did not. */
function thrownBy(run: () => unknown): unknown {
  try {
    run();
    return undefined;
  } catch (error) {
    throwGap(error);
    return error ?? 'nothing';
  }
}

/** What a log may write of an error: its text, what it carries, and the same of its causes. */
function writtenOf(error: unknown): string {
  if (!(error instanceof Error)) return JSON.stringify(error) ?? '';
  const trailers = error instanceof GrpcError ? [...error.metadata] : [];
  return [error.message, JSON.stringify([{ ...error }, trailers]), writtenOf(error.cause)].join();
}

const proofOf = (user: string, password: string): Proof => Object.freeze({ user, password });

task(1, () => {
  test.each([
    ['the example of RFC 7617 §2', 'Aladdin', 'open sesame', 'Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=='],
    ['three bytes: nothing to fill up', 'a', 'b', 'Basic YTpi'],
    ['two bytes: one "="', 'a', '', 'Basic YTo='],
    ['one byte: two "="', '', '', 'Basic Og=='],
    ['a password with colons', 'ada', 'tea:for:two', 'Basic YWRhOnRlYTpmb3I6dHdv'],
    ['the example of RFC 7617 §2.1, in UTF-8', 'test', '123£', 'Basic dGVzdDoxMjPCow=='],
    ['outside of Latin-1', 'zoë', '茶☕', 'Basic em/DqzrojLbimJU='],
    ['spaces are a part of it', ' a ', ' b ', 'Basic IGEgOiBiIA=='],
  ])('sent: %s', (_what, user, password, expected) => {
    const given = { user, password };
    const value = unchanged('the proof', given, () => basicValue(given));
    expectSame(`basicValue of ${user} and ${password}`, value, expected, ofValue(value, expected));
  });

  test('sent: an é is one character, however it was typed', () => {
    const twice = ['zoe\u0308', 're\u0301sume\u0301'] as const;
    expectSame(
      'a name and a password with their accents behind the letters',
      basicValue(proofOf(...twice)),
      sent('zoë:résumé'),
      'Some keyboards make an e and an accent of it, two characters. The server has hashed other bytes: text.normalize("NFC") before encodeUtf8 (RFC 7617 §2.1).',
    );
  });

  test('sent: what only looks alike stays as it is', () => {
    expectSame(
      'a name with a wide colon, and a password with an "ﬁ" of one character',
      basicValue(proofOf('ada：bob', 'ﬁ①')),
      sent('ada：bob:ﬁ①'),
      'NFC, and not NFKC: that makes a colon of the wide one, and the name ends there.',
    );
  });

  test.each([
    ['a user with a colon', 'ada:bob', 'Tea-4711'],
    ['a user with a line break', 'ada\nbob', 'Tea-4711'],
    ['a user with 0x1f', 'ada\u001f', 'Tea-4711'],
    ['a user with 0x7f', '\u007fada', 'Tea-4711'],
    ['a password with 0x00', 'ada', 'Tea-\u00004711'],
    ['a password with 0x7f', 'ada', 'Tea-4711\u007f'],
  ])('not sent: %s', (what, user, password) => {
    const error = thrownBy(() => basicValue(proofOf(user, password)));
    check(
      error instanceof RangeError,
      `${what}: expected a RangeError, received ${error === undefined ? 'a value' : nameOf(error)}`,
      what.includes('colon')
        ? 'The first colon divides. With one in the name, the receiver would read another name, and another password.'
        : 'Control characters are not allowed in either (RFC 7617 §2): a line break in a name writes a line of its own into the server’s log.',
    );
    check(
      !/tea-|4711/i.test(writtenOf(error)),
      `${what}: the error has the password in it`,
      'Errors go into logs, with their causes. Say what is wrong with it, and not what it is.',
    );
  });

  test('sent: what stands beside the control characters', () => {
    for (const character of [' ', '~', '\u0080', '\u00a0']) {
      const password = `a${character}b`;
      const error = thrownBy(() => basicValue(proofOf('ada', password)));
      check(
        error === undefined,
        `a password with the character ${character.charCodeAt(0)}: expected a value, received ${nameOf(error)}`,
        'Control characters are those below 0x20, and 0x7f: hasControl knows them.',
      );
    }
  });

  test.each([
    ['the example of RFC 7617', 'Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==', 'Aladdin', 'open sesame'],
    ['the scheme in small letters', 'basic YTpi', 'a', 'b'],
    ['the scheme in capitals', 'BASIC YTpi', 'a', 'b'],
    ['the scheme in both', 'bASiC YTpi', 'a', 'b'],
    ['several spaces behind it', 'Basic    YTpi', 'a', 'b'],
    ['without the "="', 'Basic YWRhOnRlYQ', 'ada', 'tea'],
    ['both empty', 'Basic Og==', '', ''],
    ['the first colon divides', sent('ada:tea:for:two'), 'ada', 'tea:for:two'],
    ['a password that begins with a colon', sent('ada::'), 'ada', ':'],
    ['no name', sent(':secret'), '', 'secret'],
    ['no password', sent('ada:'), 'ada', ''],
    ['UTF-8', sent('zoë:茶☕'), 'zoë', '茶☕'],
    ['spaces stay', sent(' ada : tea '), ' ada ', ' tea '],
    ['an accent stays as it came', sent('e\u0301:e\u0301'), 'e\u0301', 'e\u0301'],
    ['a byte order mark stays', sent('\ufeffada:tea'), '\ufeffada', 'tea'],
    ['capitals stay', sent('Ada:Tea'), 'Ada', 'Tea'],
    ['beside the control characters', sent('a\u0080: ~'), 'a\u0080', ' ~'],
    ['"+" and "/" of base64', 'Basic em/Dqzo+Pj4+', 'zoë', '>>>>'],
    ['a password that looks like a scheme', sent('a:Basic YTpi'), 'a', 'Basic YTpi'],
  ])('read: %s', (_what, value, user, password) => {
    const values = Object.freeze([value]);
    const proof = read(value, values);
    expectSame(`parseBasic of ${value}`, proof, { user, password }, ofProof(value, proof));
  });

  test.each([
    [
      'without a scheme',
      'YTpi',
      'A cut at the front takes off the scheme if it is there, and says nothing if it is not: the article’s TrimPrefix does so.',
    ],
    [
      'a letter that is not an s, and becomes one in capitals',
      'baſic YTpi',
      'The letters of a scheme are those of ASCII. toUpperCase(), and a regular expression with i and u, make an S of this one.',
    ],
    [
      'a letter that is not an i, and becomes one in capitals',
      'basıc YTpi',
      'The letters of a scheme are those of ASCII. toUpperCase() makes an I of this one.',
    ],
    ['another scheme', 'Bearer YTpi', 'Whoever sends this means something else by it.'],
    ['a scheme that begins like it', 'Basics YTpi', 'The scheme is a whole word.'],
    ['a scheme that ends like it', 'NotBasic YTpi', 'The scheme is a whole word.'],
    [
      'a line in front of it',
      'x\nBasic YTpi',
      'A value is one line: with the flag m, ^ is true in the middle of it.',
    ],
    ['no space behind it', 'BasicYTpi', 'At least one space divides the two.'],
    ['a tab behind it', 'Basic\tYTpi', 'It is a space (RFC 9110 §11.4), and not any white space.'],
    ['the scheme alone', 'Basic', 'There is nothing behind it.'],
    ['the scheme and a space', 'Basic ', 'There is nothing behind it.'],
    ['nothing', '', 'There is nothing.'],
    [
      'two words',
      'Basic YTpi YzpK',
      'There is one word behind the scheme. Who looks at the first only does not see the second.',
    ],
    [
      'two in one value',
      'Basic YTpi, Basic YzpK',
      'A proxy has joined two. Nobody knows which is meant.',
    ],
    ['a comma behind it', 'Basic YTpi,', 'A comma is not a letter of base64.'],
    [
      'a tab in the base64',
      'Basic YT\tpi',
      'A tab is not a letter of base64. atob skips white space; decodeBase64 does not.',
    ],
    [
      'an "=" too many',
      'Basic YTpi=',
      '"=" fills up to four letters (RFC 4648 §4), and here they are four. decodeBase64 knows.',
    ],
    ['four "=" too many', 'Basic YTpi====', 'No group of four is "=" alone. decodeBase64 knows.'],
    ['no base64', 'Basic YT*i', 'decodeBase64 gives undefined for it.'],
    [
      'base64url',
      'Basic em_Dqzo-Pj4-',
      '"-" and "_" belong to base64url; this is base64 (RFC 4648 §4).',
    ],
    ['one letter too few', 'Basic YTpiY', 'decodeBase64 gives undefined for it.'],
    [
      'no colon',
      sent('ada'),
      'Without a colon there is a name, or a password: nobody knows which.',
    ],
    [
      'a colon of another kind',
      sent('ada：tea'),
      'The article’s text has this one, which is three bytes wide. It is not the colon.',
    ],
    [
      'not UTF-8',
      sent(Uint8Array.of(0x61, 0x3a, 0xff)),
      'decodeUtf8 throws for it. A decoder that puts "�" for it makes one password of many.',
    ],
    [
      'Latin-1',
      sent(Uint8Array.of(0x61, 0x3a, 0xe9)),
      'An é in Latin-1 is one byte, which is not UTF-8. To guess is to make two passwords of one.',
    ],
    [
      'a line break in the name',
      sent('ada\nroot:tea'),
      'The name goes into the log. hasControl finds it.',
    ],
    [
      'a NUL in the password',
      sent('ada:tea\u0000'),
      'hasControl finds it: in the name and in the password.',
    ],
    ['0x7f', sent('ada:\u007f'), 'hasControl finds it: in the name and in the password.'],
  ])('not read: %s', (what, value, cause) => {
    const proof = read(value);
    check(
      proof === undefined,
      `${what}: parseBasic of ${JSON.stringify(value)}: expected undefined, received ${JSON.stringify(proof)}`,
      cause,
    );
  });

  test('not read: none, or several', () => {
    const one = sent('ada:tea');
    for (const values of [[], [one, one], [one, sent('eve:tea')], ['', one], [one, '']]) {
      const proof = read('', Object.freeze(values));
      check(
        proof === undefined,
        `of ${values.length} values: expected undefined, received ${JSON.stringify(proof)}`,
        'The proxy in front of you has looked at the first, you look at the last, or the other way round: so somebody comes in as whoever they like. Two are as good as none, also if they are the same.',
      );
    }
  });

  test('whatever comes, nothing is thrown', () => {
    const random = new Random(25);
    for (let i = 0; i < 300; i++) {
      const text = String.fromCharCode(...random.bytes(random.integer(0, 12)));
      for (const value of [text, `Basic ${text}`, sent(random.bytes(random.integer(0, 12)))]) {
        read(value);
      }
    }
    read(`Basic ${'A'.repeat(16_000)}`);
    read(`Basic${' '.repeat(16_000)}`);
  });

  test('there and back', () => {
    const random = new Random(7617);
    const letters = [...'aZ09 ~+/=é茶☕'];
    const text = (from: readonly string[]) =>
      Array.from(
        { length: random.integer(0, 7) },
        () => from[random.integer(0, from.length - 1)],
      ).join('');
    let first: Proof | undefined;
    for (let i = 0; i < 100; i++) {
      const proof = { user: text(letters), password: text([...letters, ':']) };
      const back = parseBasic([basicValue(proof)]);
      expectSame(`${JSON.stringify(proof)}, there and back`, back, proof);
      first ??= back;
    }
    check(
      first !== parseBasic([basicValue(first!)]),
      'two results are the same object',
      'Each call has a proof of its own: make the object anew each time.',
    );
  });
});

/** Reads one value, and explains what is thrown. */
function read(value: string, values: readonly string[] = [value]): Proof | undefined {
  let proof: Proof | undefined;
  const error = thrownBy(() => {
    proof = parseBasic(values);
  });
  if (error === undefined) return proof;
  throw withFinding(
    new Error(`parseBasic of ${JSON.stringify(values).slice(0, 60)} threw ${nameOf(error)}`),
    {
      cause:
        'A stranger chose these bytes. What parseBasic throws is an accident of ours in the log, and UNKNOWN for the caller: give undefined. decodeUtf8 throws for what is not UTF-8.',
    },
  );
}

const nameOf = (error: unknown) => (error instanceof Error ? withArticle(error.name) : 'something');

function ofValue(value: string, expected: string): string | undefined {
  if (value === expected.replace(/=+$/, '')) {
    return 'encodeBase64 leaves out the "=" at the end. Go’s base64.StdEncoding does not read it without (RFC 4648 §3.2).';
  }
  return value.toLowerCase().startsWith('basic ') ? undefined : 'The scheme, a space, the base64.';
}

function ofProof(value: string, proof: Proof | undefined): string | undefined {
  if (proof === undefined) {
    if (!value.startsWith('Basic ')) {
      return 'The scheme may be in any case (RFC 9110 §11.1), with one space behind it or more.';
    }
    return 'This is a name and a password, and parseBasic says that it is not.';
  }
  if (`${proof.user}:${proof.password}`.length < 3) return undefined;
  return 'The first colon divides, and what stands on its two sides is given back as it is: nothing trimmed, nothing normalized, nothing left out.';
}

// ---- task 2

/** A hash that is easy to compute: the salt and the password, in 32 bytes. */
function easyHash(password: string, salt: Uint8Array): Uint8Array {
  const hash = new Uint8Array(32);
  for (const [i, byte] of [...salt, ...encodeUtf8(password)].entries()) {
    hash[i % 32] = (hash[i % 32]! * 31 + byte + i) & 0xff;
  }
  return hash;
}

function recordOf(password: string, salt: string): PasswordRecord {
  const bytes = encodeUtf8(salt);
  return Object.freeze({ salt: asView(bytes), hash: asView(easyHash(password, bytes)) });
}

const newDecoy = () => recordOf('decoy-password', 'salt of nobody');

type Options = PasswordCheckOptions<number | string>;

/** A check whose every step is written down. */
function counted(more: Partial<Options> = {}) {
  const decoy = newDecoy();
  const users = new Map<string, KnownUser<number | string>>([
    [
      'ada',
      Object.freeze({ caller: 'Ada Lovelace', password: recordOf('tea-4711', 'salt of ada') }),
    ],
    ['zero', Object.freeze({ caller: 0, password: recordOf('tea-4711', 'salt of zero') })],
    ['', Object.freeze({ caller: '', password: recordOf('', 'salt of none') })],
    ['twin', Object.freeze({ caller: 'twin', password: decoy })],
  ]);
  const log: string[] = [];
  const asked: { password: string; salt: string }[] = [];
  const found: string[] = [];
  const options: Options = {
    find(user) {
      log.push('find');
      found.push(user);
      return users.get(user);
    },
    async derive(password, salt) {
      log.push('derive');
      asked.push({ password, salt: new TextDecoder().decode(salt) });
      return easyHash(password, salt);
    },
    equal(a, b) {
      log.push('equal');
      return sameBytes(a, b);
    },
    decoy,
    ...more,
  };
  return { check: passwordCheck(Object.freeze(options)), users, decoy, log, asked, found };
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (!(a instanceof Uint8Array) || !(b instanceof Uint8Array)) {
    throw withFinding(new Error('equal was given something that is not bytes'), {
      cause: 'derive gives a promise: await it. Then the two hashes, each a Uint8Array.',
    });
  }
  let differing = 0;
  for (let i = 0; i < Math.max(a.length, b.length); i++) differing += a[i] === b[i] ? 0 : 1;
  return differing === 0;
}

const WORK = ['find', 'derive', 'equal'];
const SAME_WORK =
  'One find, one derive, one equal, in this order, whatever comes of them. Less work takes less time, and more work more: whoever has a stopwatch reads which names exist.';

const PROOFS: [
  what: string,
  user: string,
  password: string,
  caller: number | string | undefined,
][] = [
  ['the right password', 'ada', 'tea-4711', 'Ada Lovelace'],
  ['a wrong password', 'ada', 'tea-4712', undefined],
  ['nobody of that name', 'eve', 'tea-4711', undefined],
  ['an empty password', 'ada', '', undefined],
  ['nobody, with an empty password', 'eve', '', undefined],
  ['a caller who is 0', 'zero', 'tea-4711', 0],
  ['a caller who is an empty text', '', '', ''],
  ['the name in other letters', 'ADA', 'tea-4711', undefined],
  ['the password in other letters', 'ada', 'TEA-4711', undefined],
  ['a space more', 'ada', 'tea-4711 ', undefined],
  ['another user’s salt', 'zero', 'tea-4711x', undefined],
];

task(2, () => {
  test.each(PROOFS)('%s', async (what, user, password, caller) => {
    const { check: run, log } = counted();
    const { value, error } = await endingOf(Promise.resolve(run(proofOf(user, password))));
    if (error !== undefined) throw error;
    check(
      value === caller,
      `${what}: expected ${show(caller)}, received ${show(value)}`,
      caller === undefined
        ? 'undefined: whether the name or the password was wrong is nobody’s business.'
        : 'The password is right, and so it is the caller, whatever value that is: 0 and an empty text are somebody.',
    );
    expectSame(`${what}: the work`, log, WORK, SAME_WORK);
  });

  test('records stay as they are', async () => {
    const { check: run, users, decoy } = counted();
    for (const [user, record] of [
      ['ada', users.get('ada')!.password],
      ['eve', decoy],
    ] as const) {
      const before = [...record.salt, ...record.hash];
      await run(proofOf(user, 'tea'));
      expectSame(
        `${user}: the record’s bytes`,
        [...record.salt, ...record.hash],
        before,
        'The record is the store’s, and all calls share it.',
      );
    }
  });

  test('the same work for everybody', async () => {
    const { check: run, log } = counted();
    const done: Record<string, string> = {};
    for (const [what, user, password] of PROOFS) {
      log.length = 0;
      await run(proofOf(user, password));
      done[what] = log.join(', ');
    }
    for (const [what, work] of Object.entries(done)) {
      expectSame(`${what}: the work`, work, WORK.join(', '), SAME_WORK);
    }
  });

  test('with which salt, and of what', async () => {
    const { check: run, asked, found } = counted();
    const password = ` tea:fór fo\u0301r two☕${'!'.repeat(80)} `;
    for (const user of [' Ade\u0301', 'ada']) await run(proofOf(user, password));
    expectSame(
      'find was asked for',
      found,
      [' Ade\u0301', 'ada'],
      'The name as it came: nothing trimmed, nothing normalized, no other letters.',
    );
    expectSame(
      'derive was asked',
      asked,
      [
        { password, salt: 'salt of nobody' },
        { password, salt: 'salt of ada' },
      ],
      'The password as it came, all of it: cut off, two long ones would be the same. With the salt of the user’s record; with the decoy’s, if there is nobody. The same work on the same kind of input.',
    );
  });

  test('what is compared', async () => {
    for (const user of ['ada', 'eve']) {
      const given: Uint8Array[] = [];
      const {
        check: run,
        users,
        decoy,
      } = counted({
        equal(a, b) {
          given.push(a, b);
          return sameBytes(a, b);
        },
      });
      const { salt, hash } = users.get(user)?.password ?? decoy;
      await run(proofOf(user, 'tea'));
      const derived = easyHash('tea', salt);
      const has = (bytes: Uint8Array) => given.some((one) => sameBytes(one, bytes));
      check(
        given.length === 2 && has(derived) && has(hash),
        `${user}: equal did not get the derived hash and the record’s`,
        'equal(derived, hash): what derive gave, and what stands in the record; in the decoy’s, if there is nobody.',
      );
    }
  });

  test('a hash of another length is an accident', async () => {
    const short = new RangeError('the lengths differ');
    const { check: run, users } = counted({
      equal(a, b) {
        if (a.length !== b.length) throw short;
        return sameBytes(a, b);
      },
    });
    const { salt } = users.get('ada')!.password;
    for (const length of [0, 16]) {
      const hash = easyHash('tea-4711', salt).slice(0, length);
      users.set('ada', { caller: 'Ada Lovelace', password: { salt, hash } });
      const { value, error } = await endingOf(Promise.resolve(run(proofOf('ada', 'tea-4711'))));
      check(
        error === short,
        `a record with a hash of ${length} bytes: expected what equal throws, received ${error === undefined ? show(value) : nameOf(error)}`,
        'The two go to equal as they are. Cut to the same length, a record without a hash opens for everybody.',
      );
    }
  });

  test('what equal says is what counts', async () => {
    for (const says of [true, false]) {
      const { check: run } = counted({ equal: () => says });
      const value = await run(proofOf('ada', says ? 'wrong' : 'tea-4711'));
      expectSame(
        `equal says ${says}`,
        value,
        says ? 'Ada Lovelace' : undefined,
        'Do not compare yourself: a comparison that stops at the first difference tells by its time how far it came. equal was made for this.',
      );
    }
  });

  test('the decoy’s password opens nothing', async () => {
    const { check: run, log } = counted();
    const value = await run(proofOf('eve', 'decoy-password'));
    check(
      value === undefined,
      `nobody of that name, with the decoy’s password: expected undefined, received ${show(value)}`,
      'The hashes are equal, and there is still nobody of that name: two things have to be true.',
    );
    expectSame('the work', log, WORK, SAME_WORK);
    expectSame(
      'somebody who really has that record',
      await run(proofOf('twin', 'decoy-password')),
      'twin',
      'Whether there is somebody is what find says. It cannot be told from the record.',
    );
  });

  test('find and derive may take their time', async () => {
    const log: string[] = [];
    let find: (user: KnownUser<string> | undefined) => void = () => {};
    let derive: (hash: Uint8Array) => void = () => {};
    const { check: run, users } = counted({
      find: () => {
        log.push('find');
        return new Promise((resolve) => {
          find = resolve as never;
        });
      },
      derive: () => {
        log.push('derive');
        return new Promise((resolve) => {
          derive = resolve;
        });
      },
      equal: (a, b) => {
        log.push('equal');
        return sameBytes(a, b);
      },
    });
    const watched = watch(Promise.resolve(run(proofOf('ada', 'tea-4711'))));
    await settled(watched);
    expectSame('before find has answered', log, ['find'], 'find may give a promise: await it.');
    find(users.get('ada') as KnownUser<string>);
    await settled(watched);
    expectSame(
      'before derive has answered',
      log,
      ['find', 'derive'],
      'derive gives a promise: await it before you compare.',
    );
    derive(easyHash('tea-4711', users.get('ada')!.password.salt));
    await settled(watched);
    expectSame('in the end', log, WORK, SAME_WORK);
    expectSame('who it is', watched.value, 'Ada Lovelace', 'return the caller.');
  });

  test('two at once', async () => {
    const open: (() => void)[] = [];
    const { check: run } = counted({
      derive: (password, salt) =>
        new Promise((resolve) => open.push(() => resolve(easyHash(password, salt)))),
    });
    const proofs = [
      proofOf('ada', 'tea-4711'),
      proofOf('eve', 'tea-4711'),
      proofOf('zero', 'tea-4711'),
    ];
    const running = proofs.map((proof) => watch(Promise.resolve(run(proof))));
    await settled(...running);
    expectSame('how many derive at once', open.length, 3, 'One proof does not wait for another.');
    for (const one of open.toReversed()) one();
    await settled(...running);
    expectSame(
      'who they are',
      running.map(({ value }) => value ?? null),
      ['Ada Lovelace', null, 0],
      'While one waits, another comes. What belongs to one proof is a const in its function.',
    );
  });

  test('nothing is remembered', async () => {
    const { check: run, users, log } = counted();
    const ada = proofOf('ada', 'tea-4711');
    await run(ada);
    users.set('ada', { caller: 'Ada Lovelace', password: recordOf('coffee', 'a new salt') });
    expectSame(
      'ada has a new password, and the old one comes',
      await run(ada),
      undefined,
      'Ask find each time: a password that was changed is over.',
    );
    expectSame(
      'with the new one',
      await run(proofOf('ada', 'coffee')),
      'Ada Lovelace',
      'Ask find each time.',
    );
    users.delete('ada');
    expectSame(
      'ada has gone',
      await run(proofOf('ada', 'coffee')),
      undefined,
      'Ask find each time.',
    );
    expectSame('the work of four proofs', log, [...WORK, ...WORK, ...WORK, ...WORK], SAME_WORK);
  });

  test('an accident is not a wrong password', async () => {
    const down = new Error('the user database is down');
    const throwing = () => {
      throw down;
    };
    for (const user of ['ada', 'eve']) {
      const scenes: [string, Partial<Options>][] = [
        ['find throws', { find: throwing }],
        ['find rejects', { find: async () => throwing() }],
        ['derive rejects', { derive: async () => throwing() }],
        ['derive throws', { derive: throwing }],
        ['equal throws', { equal: throwing }],
      ];
      for (const [what, more] of scenes) {
        let promise: unknown;
        const early = thrownBy(() => {
          promise = counted(more).check(proofOf(user, 'tea-4711'));
        });
        check(
          early === undefined,
          `${what}: the error was thrown, and no promise returned`,
          'An async function turns what is thrown in it into a rejection.',
        );
        const { value, error } = await endingOf(Promise.resolve(promise));
        check(
          error === down,
          `${what}: expected that error, received ${error === undefined ? show(value) : nameOf(error)}`,
          '"Wrong password" would send the caller off to look for another one, and hide from us that the database is down. Let it go out as it is; nobody comes in by it.',
        );
      }
    }
  });
});

const show = (value: unknown) => (value === undefined ? 'undefined' : JSON.stringify(value));

// ---- task 3

const { getOrder } = OrderManagementDefinition.methods;

interface CallGiven {
  method?: MethodDefinition;
  values?: readonly string[];
  secure?: boolean;
}

const ADA = sent('ada:tea-4711');

/** A call as an interceptor sees it, without a wire. */
function callOf({ method = KINDS.unary, values = [ADA], secure = true }: CallGiven = {}) {
  const metadata = new Metadata({ 'x-other': 'stays' });
  for (const value of values) metadata.append('authorization', value);
  const call = {
    method,
    metadata,
    peer: Object.freeze({ address: '192.0.2.7:4711', secure }),
    context: new ContextValues(),
    responseTrailers: new Metadata(),
    responseHeaders: new Metadata(),
    cancelled: false,
  };
  return call as unknown as ServerCall;
}

/** What is further in: writes down what it gets. */
function further(answer: unknown = 'the answer') {
  const got: { request: unknown; call: ServerCall; authorization: string[] }[] = [];
  const next: Next<ServerCall> = async (request, call) => {
    got.push({ request, call, authorization: call.metadata.getAll('authorization') });
    return answer;
  };
  return { got, next };
}

const person = contextKey<number | string>('person');
type GuardGiven = Partial<BasicGuardOptions<number | string>>;

function guarding(more: GuardGiven = {}) {
  const proofs: Proof[] = [];
  const options: BasicGuardOptions<number | string> = {
    caller: person,
    check(proof) {
      proofs.push(proof);
      return proof.password === 'tea-4711' ? proof.user : undefined;
    },
    ...more,
  };
  return { guard: basicGuard<number | string>(Object.freeze(options)), proofs };
}

async function expectRefused(
  what: string,
  given: CallGiven,
  code: StatusCode,
  details: string | undefined,
  cause: string,
  more: GuardGiven = {},
): Promise<void> {
  const { guard, proofs } = guarding(more);
  const inside = further();
  const requests = new CountedStream([]);
  const ending = await endingOf(guard(requests, callOf(given), inside.next));
  expectSame(`${what}: how often next was called`, inside.got.length, 0, cause);
  expectSame(
    `${what}: the requests were opened`,
    requests.opened,
    0,
    'A guard looks at the headers. The requests are the handler’s, and can be read once.',
  );
  const wanted = new GrpcError(code, details ?? '');
  const { error } = ending;
  const received = error instanceof GrpcError ? error : undefined;
  check(
    received?.code === code && (details === undefined || received.details === details),
    `${what}: expected ${details === undefined ? `${code} ${statusName(code)}` : wanted.message}, received ${received?.message ?? (error === undefined ? 'an answer' : nameOf(error))}`,
    cause,
  );
  const isChecked = details === WRONG_PASSWORD || code === Status.PERMISSION_DENIED;
  expectSame(
    `${what}: how often check was called`,
    proofs.length,
    isChecked && more.check === undefined ? 1 : 0,
    isChecked
      ? 'check is called once for each call.'
      : 'Hashing a password is the most expensive thing that a stranger can make us do. What is refused in any case is refused before it.',
  );
}

const PLAIN =
  'Over plaintext the password has gone by for everybody to read. If it works, it will be sent that way again.';

task(3, () => {
  test.each(ALL_KINDS)('%s: over plaintext', async (kind) => {
    const method = KINDS[kind];
    await expectRefused(
      'the right password',
      { method, secure: false },
      Status.UNAUTHENTICATED,
      NOT_OVER_PLAINTEXT,
      PLAIN,
    );
    await expectRefused(
      'nothing',
      { method, secure: false, values: [] },
      Status.UNAUTHENTICATED,
      NOT_OVER_PLAINTEXT,
      PLAIN,
    );
    await expectRefused(
      'allowPlaintext: false',
      { method, secure: false },
      Status.UNAUTHENTICATED,
      NOT_OVER_PLAINTEXT,
      PLAIN,
      { allowPlaintext: false },
    );
  });

  test.each(ALL_KINDS)('%s: no proof, or none that can be read', async (kind) => {
    const method = KINDS[kind];
    const kindOf =
      kind === 'unary' ? '' : ' The article’s guard does not even look at calls of this kind.';
    for (const [what, values] of [
      ['nothing', []],
      ['another scheme', [sent('ada:tea-4711', 'Bearer ')]],
      ['no scheme', [sent('ada:tea-4711', '')]],
      ['no base64', ['Basic *']],
      ['two values', [ADA, sent('eve:tea')]],
      ['the same value twice', [ADA, ADA]],
    ] as const) {
      await expectRefused(
        what,
        { method, values },
        Status.UNAUTHENTICATED,
        NOT_BASIC,
        values.length === 2
          ? `getAll gives both, and get only one of them: parseBasic wants to see all.${kindOf}`
          : `parseBasic gives undefined for it, and there is nobody to be checked.${kindOf}`,
      );
    }
  });

  test.each(ALL_KINDS)('%s: a wrong password', async (kind) => {
    for (const values of [[sent('ada:tea')], [sent('eve:')]]) {
      await expectRefused(
        'check gives undefined',
        { method: KINDS[kind], values },
        Status.UNAUTHENTICATED,
        WRONG_PASSWORD,
        'check says undefined: nobody is known. UNAUTHENTICATED (16), and a text that does not say which of the two was wrong.',
      );
    }
  });

  test.each(ALL_KINDS)('%s: the right password', async (kind) => {
    for (const [secure, more] of [
      [true, {}],
      [true, { allowPlaintext: false }],
      [false, { allowPlaintext: true }],
      [true, { allowPlaintext: true }],
    ] as const) {
      const answer = new CountedStream([]);
      const inside = further(answer);
      const requests = new CountedStream([]);
      const call = callOf({ method: KINDS[kind], secure });
      const { guard, proofs } = guarding(more);
      const { value, error } = await endingOf(guard(requests, call, inside.next));
      const where = `secure: ${secure}, allowPlaintext: ${(more as GuardGiven).allowPlaintext}`;
      check(
        error === undefined,
        `${where}: expected to come in, received ${error instanceof GrpcError ? error.message : nameOf(error)}`,
        'The password is right, and it came over TLS, or plaintext is allowed.',
      );
      expectSame(
        `${where}: how often next was called`,
        inside.got.length,
        1,
        'next(request, call), once.',
      );
      check(
        inside.got[0]?.request === requests && inside.got[0]?.call === call,
        `${where}: next did not get the request and the call as they came`,
        'A guard changes nothing but the metadata: next(request, call).',
      );
      check(value === answer, 'the answer is not the one of next', 'return next(request, call)');
      expectSame(
        'messages taken',
        requests.opened + answer.opened,
        0,
        'A guard reads no messages.',
      );
      expectSame(
        'check was asked',
        proofs,
        [{ user: 'ada', password: 'tea-4711' }],
        'check(proof, call), once, with what parseBasic gave.',
      );
    }
  });

  test('behind the guard there is a caller, and no password', async () => {
    const inside = further();
    const call = callOf();
    await guarding().guard({}, call, inside.next);
    expectSame(
      'call.context.get(caller)',
      call.context.get(person),
      'ada',
      'guard of lesson 15 puts it there, if identify gives it.',
    );
    expectSame(
      'authorization, as those further in see it',
      inside.got[0]?.authorization,
      [],
      'Whatever a handler logs, or hands on to the next server, has the password in it: call.metadata.delete(AUTHORIZATION).',
    );
    expectSame(
      'the other metadata',
      call.metadata.get('x-other'),
      'stays',
      'Only authorization is taken away.',
    );
  });

  test('check gets what was sent', async () => {
    const { guard, proofs } = guarding();
    await endingOf(guard({}, callOf({ values: [sent(' Ada:Tea:4711 ')] }), further().next));
    expectSame(
      'check was asked',
      proofs,
      [{ user: ' Ada', password: 'Tea:4711 ' }],
      'What parseBasic gave, as it is: whether Ada is ada, the store decides.',
    );
  });

  test('check gets the call, too', async () => {
    let seen: ServerCall | undefined;
    const call = callOf();
    const check_ = (_proof: Proof, given: ServerCall) => {
      seen = given;
      return 'ada';
    };
    await guarding({ check: check_ }).guard({}, call, further().next);
    check(
      seen === call,
      'check did not get the call as its second argument',
      'check(proof, call): a brake on guessing wants to know where it came from.',
    );
  });

  test('whoever is 0, or has an empty name, is somebody', async () => {
    for (const who of [0, '']) {
      const inside = further();
      const { error } = await endingOf(
        guarding({ check: () => who }).guard({}, callOf(), inside.next),
      );
      check(
        error === undefined && inside.got.length === 1,
        `check gives ${JSON.stringify(who)}: expected to come in, received ${error instanceof GrpcError ? error.message : 'no call of next'}`,
        'Only undefined is nobody.',
      );
    }
  });

  test('check may take its time', async () => {
    for (const who of ['ada', undefined]) {
      let answer: (who: string | undefined) => void = () => {};
      const inside = further();
      const slow = () =>
        new Promise<string | undefined>((resolve) => {
          answer = resolve;
        });
      const running = watch(guarding({ check: slow }).guard({}, callOf(), inside.next));
      await settled(running);
      expectSame(
        'next was called before check had answered',
        inside.got.length,
        0,
        'A promise is never undefined: await it.',
      );
      answer(who);
      await settled(running);
      expectSame(
        `check promises ${who}: next was called`,
        inside.got.length,
        who === undefined ? 0 : 1,
        'await options.check(proof, call)',
      );
      const ended = running.error instanceof GrpcError ? running.error.details : running.state;
      expectSame(
        'the call',
        ended,
        who === undefined ? WRONG_PASSWORD : 'resolved',
        'A promise is never undefined: await it. A wrong password fails with WRONG_PASSWORD, a right one does not.',
      );
    }
  });

  test('known, and not allowed', async () => {
    const asked: unknown[][] = [];
    const mayCall = (...args: unknown[]) => {
      asked.push(args);
      return false;
    };
    await expectRefused(
      'mayCall says no',
      {},
      Status.PERMISSION_DENIED,
      undefined,
      'PERMISSION_DENIED (7) says: I know you, and no. mayCall is for guard: hand it on.',
      { mayCall },
    );
    expectSame('mayCall was asked', asked, [['ada', getOrder.path]], 'mayCall(who, path), once.');
    await expectRefused(
      'nobody known',
      { values: [sent('ada:tea')] },
      Status.UNAUTHENTICATED,
      WRONG_PASSWORD,
      'First who, then whether.',
      { mayCall },
    );
    expectSame(
      'mayCall was asked about nobody',
      asked.length,
      1,
      'There is nobody to ask mayCall about.',
    );
    await expectRefused(
      'mayCall promises to say no',
      {},
      Status.PERMISSION_DENIED,
      undefined,
      'mayCall may take its time, and a promise is never false. guard awaits it: hand it on.',
      { mayCall: async () => false },
    );
  });

  test('what is open is for anybody', async () => {
    for (const given of [
      { values: [] },
      { values: [], secure: false },
      { values: ['Basic *'] },
      { values: [ADA] },
      { values: [ADA], secure: false },
    ]) {
      const inside = further();
      const { guard, proofs } = guarding({ open: Object.freeze([getOrder.path]) });
      const { value, error } = await endingOf(guard({}, callOf(given), inside.next));
      check(
        error === undefined && value === 'the answer' && inside.got.length === 1,
        `an open path: expected to come in, received ${error instanceof GrpcError ? error.message : 'something else'}`,
        'open is for guard: hand it on. A health check comes from nobody.',
      );
      expectSame('check was called', proofs.length, 0, 'What is open is asked nothing.');
      expectSame(
        'authorization, as an open method sees it',
        inside.got[0]?.authorization,
        [],
        'A channel sends its password to the health check, too. guard does not ask identify there: take it away on the way to next, for all of them.',
      );
    }
    await expectRefused(
      'another path',
      { method: KINDS['server streaming'], values: [] },
      Status.UNAUTHENTICATED,
      NOT_BASIC,
      'Only what is named is open.',
      { open: [getOrder.path] },
    );
  });

  test('what check throws is what the call fails with', async () => {
    for (const [what, thrown] of [
      ['an accident', new Error('the user database is down')],
      ['a brake', new GrpcError(Status.RESOURCE_EXHAUSTED, 'too many tries')],
    ] as const) {
      for (const failing of [
        () => {
          throw thrown;
        },
        async () => {
          throw thrown;
        },
      ]) {
        const inside = further();
        const { error } = await endingOf(
          guarding({ check: failing }).guard({}, callOf(), inside.next),
        );
        expectSame(
          `${what}: how often next was called`,
          inside.got.length,
          0,
          'When in doubt, the door stays shut.',
        );
        check(
          error === thrown,
          `${what}: expected that error, received ${error instanceof GrpcError ? error.message : error === undefined ? 'none' : nameOf(error)}`,
          'It is not the caller’s fault. "Wrong password" would be a lie, and would send them off to look for another.',
        );
      }
    }
  });

  test('what is true of one call is not true of the next', async () => {
    const { guard, proofs } = guarding();
    await guard({}, callOf(), further().next);
    const inside = further();
    const { error } = await endingOf(guard({}, callOf({ values: [] }), inside.next));
    check(
      error instanceof GrpcError && error.details === NOT_BASIC && inside.got.length === 0,
      'ada has called, and then somebody without a proof came in',
      'The proof is sent with each call, and looked at in each call.',
    );
    await guard({}, callOf(), further().next);
    expectSame(
      'how often check was called',
      proofs.length,
      2,
      'What to remember is for check to decide: a password may have been changed.',
    );
  });

  test('two callers at once', async () => {
    const slow = async ({ user }: Proof) => {
      await settle();
      return user;
    };
    const { guard } = guarding({ check: slow });
    const calls = ['ada', 'bob'].map((user) => callOf({ values: [sent(`${user}:x`)] }));
    await Promise.all(calls.map((call) => guard({}, call, further().next)));
    expectSame(
      'who it was',
      calls.map((call) => call.context.get(person)),
      ['ada', 'bob'],
      'While one is checked, another call comes. What belongs to one call is a const in its function.',
    );
  });

  test('no password in what is said', async () => {
    for (const given of [
      { values: [sent('ada:Secret-0815')] },
      { values: [sent('ada:Secret-0815'), ADA] },
      { secure: false, values: [sent('ada:Secret-0815')] },
    ]) {
      const { error } = await endingOf(guarding().guard({}, callOf(given), further().next));
      check(
        !/secret-0815|QWRh|YWRh/i.test(writtenOf(error)),
        'the status repeats what was sent',
        'The text goes into logs on both sides, and the cause into ours. The three texts at the top of the file are enough.',
      );
    }
  });

  test('each refusal is an error of its own', async () => {
    for (const given of [{ secure: false }, { values: [] }, { values: [sent('ada:tea')] }]) {
      const { guard } = guarding();
      const errors: unknown[] = [];
      for (let i = 0; i < 2; i++) {
        errors.push((await endingOf(guard({}, callOf(given), further().next))).error);
      }
      check(
        errors[0] !== errors[1],
        'two calls were refused with the same error',
        'An interceptor further out puts trailers into the error of its call. Make it anew for each.',
      );
    }
  });

  test('grpc-js calls over TLS, in all four kinds', async () => {
    const seen: (string | undefined)[] = [];
    const { guard } = guarding();
    await withGuarded(
      [guard],
      (authorization) => seen.push(authorization),
      async ({ callAs }) => {
        for (const kind of ALL_KINDS) {
          for (const [what, values, tls, details] of [
            ['nothing', [], true, NOT_BASIC],
            ['another scheme', [sent('ada:tea-4711', 'Bearer ')], true, NOT_BASIC],
            ['a wrong password', [sent('ada:tea')], true, WRONG_PASSWORD],
            ['the right one over plaintext', [ADA], false, NOT_OVER_PLAINTEXT],
          ] as const) {
            expectSame(
              `${kind}, ${what}`,
              await callAs(kind, values, tls),
              { code: Status.UNAUTHENTICATED, details },
              'As in the tests without a network.',
            );
          }
          expectSame(
            `${kind}: the handler ran`,
            seen.length,
            ALL_KINDS.indexOf(kind),
            'Nobody came in.',
          );
          expectSame(
            `${kind}, the right password: the code`,
            (await callAs(kind, [ADA])).code,
            Status.OK,
            'Whoever has the password comes in.',
          );
        }
      },
    );
    expectSame(
      'authorization, as the four handlers saw it',
      seen.map((value) => value ?? null),
      [null, null, null, null],
      'call.metadata.delete(AUTHORIZATION)',
    );
  });
});

// ---- task 4

const PATH = '/ecommerce.OrderManagement/GetOrder';
type Connection = Parameters<typeof authorize>[3];
const SECURE: Connection = Object.freeze({ authority: 'orders.test:443', secure: true });
const PLAINTEXT: Connection = Object.freeze({ authority: 'orders.test:443', secure: false });

/** Credentials that count how often they are asked, and with what. */
function asked(
  more: Partial<CallCredentials> = {},
  entries: Record<string, string> = { authorization: 'Basic YTpi' },
) {
  const contexts: CredentialsContext[] = [];
  const credentials: CallCredentials = {
    metadata(context) {
      contexts.push(context);
      return new Metadata(entries);
    },
    ...more,
  };
  return { credentials: Object.freeze(credentials), contexts };
}

const entriesOf = (metadata: unknown) =>
  metadata instanceof Metadata
    ? [...metadata].map(([name, value]) => `${name}: ${value}`)
    : metadata;

const authorizing = (
  credentials: readonly CallCredentials[],
  connection = SECURE,
  metadata?: Metadata,
) => endingOf(authorize(metadata, Object.freeze([...credentials]), PATH, connection));

function expectCode(
  what: string,
  error: unknown,
  code: StatusCode,
  cause: string,
): asserts error is GrpcError {
  const received =
    error instanceof GrpcError
      ? `${error.code} ${statusName(error.code)}`
      : error === undefined
        ? 'metadata'
        : nameOf(error);
  check(
    received === `${code} ${statusName(code)}`,
    `${what}: expected ${code} ${statusName(code)}, received ${received}`,
    cause,
  );
}

task(4, () => {
  test('over plaintext', async () => {
    for (const more of [{}, { allowPlaintext: false }]) {
      const one = asked(more);
      const { error } = await authorizing([one.credentials], PLAINTEXT);
      expectCode(
        'over plaintext',
        error,
        Status.UNAUTHENTICATED,
        'Anybody who listens can call in your name from now on. Only allowPlaintext: true says that this does not matter.',
      );
      expectSame(
        'its text',
        error.details,
        STAYS_HERE,
        'new GrpcError(Status.UNAUTHENTICATED, NOT_OVER_PLAINTEXT)',
      );
      expectSame(
        'how often it was asked',
        one.contexts.length,
        0,
        'To ask is to fetch a token, or to read a password. For what will not be sent nobody is asked.',
      );
    }
  });

  test('each refusal is an error of its own', async () => {
    const errors: unknown[] = [];
    for (let i = 0; i < 2; i++) {
      errors.push((await authorizing([asked().credentials], PLAINTEXT)).error);
    }
    check(
      errors[0] !== errors[1],
      'two calls were refused with the same error',
      'An error has trailers, and belongs to its call. Make it anew for each.',
    );
  });

  test('over plaintext, and only one of them minds', async () => {
    for (const order of ['first', 'last'] as const) {
      const minds = asked();
      const others = [asked({ allowPlaintext: true }), asked({ allowPlaintext: true })];
      const all = order === 'first' ? [minds, ...others] : [...others, minds];
      const { error } = await authorizing(
        all.map(({ credentials }) => credentials),
        PLAINTEXT,
      );
      expectCode(
        `the ${order} minds`,
        error,
        Status.UNAUTHENTICATED,
        'Each of them has to allow it.',
      );
      expectSame(
        `the ${order} minds: how often they were asked`,
        all.map(({ contexts }) => contexts.length),
        [0, 0, 0],
        'The call fails in any case. So look at all of them before you ask the first.',
      );
    }
  });

  test('what is sent', async () => {
    for (const [what, more, connection] of [
      ['over TLS', {}, SECURE],
      ['over TLS, allowPlaintext: false', { allowPlaintext: false }, SECURE],
      ['over TLS, allowPlaintext: true', { allowPlaintext: true }, SECURE],
      ['over plaintext, allowPlaintext: true', { allowPlaintext: true }, PLAINTEXT],
    ] as const) {
      const one = asked(more);
      const { value, error } = await authorizing(
        [one.credentials],
        connection,
        new Metadata({ 'x-first': '1' }),
      );
      check(
        error === undefined,
        `${what}: expected metadata, received ${error instanceof GrpcError ? error.message : nameOf(error)}`,
        'This may be sent.',
      );
      expectSame(
        what,
        entriesOf(value),
        ['x-first: 1', 'authorization: Basic YTpi'],
        'The caller’s first, then what the credentials add.',
      );
      expectSame(`${what}: asked`, one.contexts.length, 1, 'Once for each call.');
    }
  });

  test('no credentials, no metadata', async () => {
    for (const connection of [SECURE, PLAINTEXT]) {
      const { value } = await authorizing([], connection);
      expectSame('nothing at all', entriesOf(value), [], 'new Metadata(), if there is none.');
      const { value: own } = await authorizing([], connection, new Metadata({ 'x-own': '1' }));
      expectSame(
        'without credentials',
        entriesOf(own),
        ['x-own: 1'],
        'What the caller gave is sent, over plaintext too.',
      );
    }
  });

  test('several, in order, beside each other', async () => {
    const two = [asked({}, { 'x-a': '1', 'x-both': 'a' }), asked({}, { 'x-both': 'b' })];
    const metadata = new Metadata({ 'x-both': 'own', 'x-bin': Uint8Array.of(1) } as never);
    const { value } = await authorizing(
      two.map(({ credentials }) => credentials),
      SECURE,
      metadata,
    );
    expectSame(
      'all of it',
      entriesOf(value),
      ['x-both: own', 'x-bin: 1', 'x-a: 1', 'x-both: a', 'x-both: b'],
      'all.merge(…) appends; to set would take away what another has put there.',
    );
  });

  test('for what they are asked', async () => {
    for (const [path, serviceUrl] of [
      [PATH, 'https://orders.test:443/ecommerce.OrderManagement'],
      ['/a/b/c', 'https://orders.test:443/a/b'],
    ] as const) {
      const one = asked();
      await authorize(undefined, [one.credentials], path, SECURE);
      const plain = asked({ allowPlaintext: true });
      await authorize(undefined, [plain.credentials], path, PLAINTEXT);
      for (const { contexts } of [one, plain]) {
        expectSame(
          contexts === one.contexts ? 'what they are told' : 'what they are told over plaintext',
          { ...contexts[0] },
          { serviceUrl, path },
          'https://, the authority, and the path up to its last slash: who signs a token for one service, signs it for no other. It is the name of a service, and stays the same over plaintext.',
        );
      }
    }
  });

  test('the caller’s metadata stays as it is', async () => {
    const metadata = new Metadata({ 'x-own': '1' });
    const shared = new Metadata({ authorization: 'Basic YTpi' });
    const first = await authorizing(
      [{ metadata: () => shared }, asked().credentials],
      SECURE,
      metadata,
    );
    const second = await authorizing([{ metadata: () => shared }], SECURE, metadata);
    expectSame(
      'the caller’s metadata, after two calls',
      entriesOf(metadata),
      ['x-own: 1'],
      'Whoever calls uses it again, and on another channel the password would go with it: metadata.clone().',
    );
    expectSame(
      'the credentials’ own metadata',
      entriesOf(shared),
      ['authorization: Basic YTpi'],
      'It is theirs, and the next call gets the same object.',
    );
    check(
      first.value !== metadata &&
        second.value !== metadata &&
        first.value !== second.value &&
        second.value !== shared,
      'the result is an object that somebody else has, too',
      'Each call has metadata of its own.',
    );
    expectSame(
      'the second call',
      entriesOf(second.value),
      ['x-own: 1', 'authorization: Basic YTpi'],
      'Nothing of the first call is in it.',
    );
  });

  test('they may take their time, and go one after the other', async () => {
    const log: string[] = [];
    const open: ((metadata: Metadata) => void)[] = [];
    const slow = (name: string): CallCredentials => ({
      metadata: () => {
        log.push(name);
        return new Promise((resolve) => open.push(resolve));
      },
    });
    const running = watch(authorize(undefined, [slow('a'), slow('b')], PATH, SECURE));
    await settled(running);
    expectSame(
      'asked so far',
      log,
      ['a'],
      'One after the other: await the first before you ask the second.',
    );
    open[0]!(new Metadata({ 'x-a': '1' }));
    await settled(running);
    expectSame('asked so far', log, ['a', 'b'], 'The first has answered.');
    expectSame('the result', running.state, 'pending', 'The second has not answered yet.');
    open[1]!(new Metadata({ 'x-b': '2' }));
    await settled(running);
    expectSame('the result', entriesOf(running.value), ['x-a: 1', 'x-b: 2'], 'Both.');
  });

  test('asked as what they are, and anew for each call', async () => {
    class Counter implements CallCredentials {
      count = 0;
      metadata() {
        return new Metadata({ 'x-count': `${++this.count}` });
      }
    }
    const counter = new Counter();
    const results: unknown[] = [];
    for (let i = 0; i < 2; i++) results.push(entriesOf((await authorizing([counter])).value));
    expectSame(
      'two calls',
      results,
      [['x-count: 1'], ['x-count: 2']],
      'each.metadata(…) for each call: a token may be another one by now, and what to remember is for them to decide.',
    );
  });

  test('what they fail with', async () => {
    const allowed = [
      Status.CANCELLED,
      Status.UNKNOWN,
      Status.DEADLINE_EXCEEDED,
      Status.PERMISSION_DENIED,
      Status.RESOURCE_EXHAUSTED,
      Status.UNIMPLEMENTED,
      Status.INTERNAL,
      Status.UNAVAILABLE,
      Status.UNAUTHENTICATED,
    ];
    const others = [
      Status.INVALID_ARGUMENT,
      Status.NOT_FOUND,
      Status.ALREADY_EXISTS,
      Status.FAILED_PRECONDITION,
      Status.ABORTED,
      Status.OUT_OF_RANGE,
      Status.DATA_LOSS,
    ];
    for (const code of [...allowed, ...others]) {
      const thrown = new GrpcError(code, 'the token server says so');
      const after = asked();
      const { error } = await authorizing([
        {
          metadata: async () => {
            throw thrown;
          },
        },
        after.credentials,
      ]);
      const isAllowed = allowed.includes(code as never);
      expectCode(
        `they fail with ${statusName(code)}`,
        error,
        isAllowed ? code : Status.INTERNAL,
        isAllowed
          ? 'It is what the call fails with: UNAVAILABLE is tried again, UNAUTHENTICATED is not.'
          : 'NOT_FOUND from a token server looks as if the order were not found. What only an application may say becomes INTERNAL.',
      );
      check(
        !isAllowed || error === thrown,
        `they fail with ${statusName(code)}: it is another error now`,
        'A GrpcError that may go out goes out as it is, with its trailers.',
      );
      check(
        isAllowed || error.cause === thrown,
        `they fail with ${statusName(code)}: the status does not have it as its cause`,
        'new GrpcError(code, details, undefined, { cause: error }): whoever looks for the reason finds it there.',
      );
      expectSame(
        'the next one was asked',
        after.contexts.length,
        0,
        'The call has failed. Nobody needs to be asked any more.',
      );
    }
  });

  test('anything else that they fail with', async () => {
    const boom = new TypeError('fetch failed');
    for (const [what, thrown] of [
      ['an error', boom],
      ['a text', 'no'],
      ['undefined', undefined],
      ['null', null],
    ] as const) {
      for (const metadata of [
        () => {
          throw thrown;
        },
        async () => {
          throw thrown;
        },
      ]) {
        let promise: Promise<unknown> | undefined;
        const early = thrownBy(() => {
          promise = authorize(undefined, [{ metadata }], PATH, SECURE);
        });
        check(
          early === undefined,
          `${what}: it was thrown, and no promise returned`,
          'authorize is an async function: what is thrown in it is a rejection.',
        );
        const { error } = await endingOf(promise!);
        expectCode(
          `they throw ${what}`,
          error,
          Status.UNAUTHENTICATED,
          'What is not a GrpcError becomes UNAUTHENTICATED: there is no proof.',
        );
        check(
          error.cause === thrown,
          `they throw ${what}: the status does not have it as its cause`,
          'new GrpcError(code, details, undefined, { cause: error }): whoever looks for the reason finds it there.',
        );
      }
    }
  });

  test('on a real channel', async () => {
    let ran = 0;
    let times = 0;
    const credentials = (options = {}) =>
      basic(() => {
        times++;
        return { user: 'ada', password: 'tea-4711' };
      }, options);
    const { guard } = guarding({ allowPlaintext: true });
    await withGuarded(
      [guard],
      () => ran++,
      async ({ callWith, came }) => {
        const plain = await callWith(credentials(), false);
        expectSame(
          'over plaintext',
          plain,
          { code: Status.UNAUTHENTICATED, details: STAYS_HERE },
          'As in the tests without a network.',
        );
        expectSame(
          'calls that came to the server, and passwords that were asked for',
          [came(), times],
          [0, 0],
          'Nothing was sent.',
        );
        expectSame(
          'over TLS',
          (await callWith(credentials(), true)).code,
          Status.OK,
          'Sent, and right.',
        );
        expectSame(
          'over plaintext that is allowed',
          (await callWith(credentials({ allowPlaintext: true }), false)).code,
          Status.OK,
          'Sent, and right.',
        );
      },
    );
    expectSame('handlers that ran', ran, 2, 'Two of the three calls came in.');
  });
});
