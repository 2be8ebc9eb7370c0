import { test } from 'vitest';
import { encodeUtf8 } from '#bytes/utf8';
import { withArticle } from '#course/kit/compare/article';
import { check, fail } from '#course/kit/compare/finding';
import { throwGap } from '#course/kit/compare/gap';
import { expectSame } from '#course/kit/compare/same';
import { expectKept, unchanged } from '#course/kit/given';
import { CountedStream, type Ending, endingOf } from '#course/kit/stream';
import { task } from '#course/kit/task';
import { settle, settled, watch } from '#course/kit/watch';
import { ContextValues } from '#grpc/context-values';
import { GrpcError } from '#grpc/grpc-error';
import type { Next } from '#grpc/interceptor';
import { type ClaimRules, checkClaims } from '#grpc/jwt/claims';
import { decodeBase64Url, type ParsedToken, parseToken } from '#grpc/jwt/compact';
import type { JsonObject } from '#grpc/jwt/json-object';
import { checkHeader, chooseKey, type HeaderRules, type Jwk } from '#grpc/jwt/key-choice';
import { KeyStore, type KeyStoreOptions } from '#grpc/jwt/key-store';
import { KeysUnavailable, TokenError } from '#grpc/jwt/token-error';
import {
  CANNOT_CHECK,
  NOT_ALLOWED,
  NOT_PROVEN,
  type TokenGuardOptions,
  tokenCaller,
  tokenGuard,
  verifyToken,
} from '#grpc/jwt/token-guard';
import { MAX_TOKEN_LENGTH } from '#grpc/limits';
import { Metadata } from '#grpc/metadata';
import type { ServerCall } from '#grpc/server/server-call';
import { Status, type StatusCode, statusName } from '#grpc/status';
import { encodeBase64 } from '#grpc/wire/base64';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import type { MethodDefinition } from '#protobuf/schema/service-definition';
import { FakeClock } from '#time/fake-clock';
import { withStranger } from './27-jwt.node.ts';
import { ALL_KINDS, KINDS } from './kinds.ts';

/*
 * No token here is a secret: they are made for the test, and what stands in for a signature is a sum
 * that a child could forge. Real signatures are a library's work; lesson 27's run has them. The last
 * test of task 5 ends at a stranger's: grpc-js calls. That part needs Node: `27-jwt.node.ts`.
 */

/** The example of RFC 7515, appendix A.3. It is public, and so is its key. */
const EXAMPLE =
  'eyJhbGciOiJFUzI1NiJ9' +
  '.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ' +
  '.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q';

const toBase64Url = (bytes: Uint8Array) =>
  encodeBase64(bytes).replaceAll('+', '-').replaceAll('/', '_');
const part = (value: unknown) =>
  toBase64Url(encodeUtf8(typeof value === 'string' ? value : JSON.stringify(value)));

/** In place of a signature: what the signed text adds up to, and the name of the key. */
function sumOf(signed: Uint8Array, kid: string): Uint8Array {
  let sum = 7;
  for (const byte of signed) sum = (sum * 31 + byte) >>> 0;
  return encodeUtf8(`${kid} ${sum}`);
}

/** What was thrown that should not have been: `an Error`, `a TypeError`. */
const strayOf = (error: unknown) =>
  error instanceof Error
    ? `${/^[AEIOU]/.test(error.name) ? 'an' : 'a'} ${error.name}`
    : 'something thrown';
const isStray = (received: string) => /^an? /.test(received);

/** How a call of the learner's ended, in a word: `accepted`, or the fault. */
function faultOf(run: () => unknown): string {
  try {
    run();
    return 'accepted';
  } catch (error) {
    throwGap(error);
    if (error instanceof TokenError) return error.fault;
    return strayOf(error);
  }
}

const NO_TOKEN_ERROR =
  'A token is a stranger’s text. Whatever stands in it, it is refused with a TokenError, and never with an error of the language.';

function expectFault(what: string, run: () => unknown, expected: string, cause: string): void {
  const received = faultOf(run);
  check(
    received === expected,
    `${what}: expected ${expected}, received ${received}`,
    isStray(received) ? NO_TOKEN_ERROR : cause,
  );
}

task(1, () => {
  const read = (text: string) => {
    const bytes = decodeBase64Url(text);
    return bytes === undefined ? 'nothing' : bytes;
  };

  test('base64url is read', () => {
    for (const [text, bytes, cause] of [
      ['', [], 'No letters give no bytes: an empty array, and not undefined.'],
      ['AQ', [1], 'Two letters at the end are one byte.'],
      ['AQI', [1, 2], 'Three letters at the end are two bytes.'],
      ['AQID', [1, 2, 3], 'Four letters are three bytes.'],
      ['AQIDBA', [1, 2, 3, 4], 'Four letters are three bytes, and two more are another one.'],
      ['-_8', [0xfb, 0xff], '- and _ stand in place of + and /.'],
      ['--__-_8-', [0xfb, 0xef, 0xff, 0xfb, 0xff, 0x3e], 'All of them, and not only the first.'],
    ] as const) {
      expectSame(`decodeBase64Url("${text}")`, read(text), Uint8Array.from(bytes), cause);
    }
    const all = Uint8Array.from({ length: 256 }, (_, i) => i);
    expectSame('every byte once', read(toBase64Url(all)), all, 'Every letter has its value.');
  });

  test('anything else is not', () => {
    for (const [text, cause] of [
      ['AQ==', 'A token has no padding (RFC 7515 §2). decodeBase64 forgives it.'],
      ['AQI=', 'A token has no padding (RFC 7515 §2). decodeBase64 forgives it.'],
      ['=', 'A token has no padding (RFC 7515 §2).'],
      ['+/8', '+ and / are base64, and not base64url: one token would have two texts.'],
      ['AQ+_', '+ and / are base64, and not base64url: one token would have two texts.'],
      ['A', 'A letter alone has six bits, and no byte.'],
      ['AQIDA', 'A letter alone at the end has six bits, and no byte.'],
      [' AQ', 'White space is not a letter.'],
      ['AQ ', 'White space is not a letter.'],
      ['AQ\n', 'A line break is not a letter.'],
      ['A\nQ', 'A line break is not a letter.'],
      ['AQ.ID', 'A dot is not a letter.'],
      ['A%Q', 'A percent sign is not a letter.'],
      ['éQ', 'Only letters of ASCII.'],
      ['ＡＱ', 'Only letters of ASCII.'],
    ] as const) {
      expectSame(`decodeBase64Url(${JSON.stringify(text)})`, read(text), 'nothing', cause);
    }
  });

  test('bits that say nothing have to be zero', () => {
    for (const text of ['AR', 'AZ', 'A_', 'AQJ', 'AQL', 'AQIDBB', 'AQIDBAV']) {
      expectSame(
        `decodeBase64Url("${text}")`,
        read(text),
        'nothing',
        'Bits are left over at the end, and they are not zero. If you take them, one token has several texts, and a list of refused tokens knows only one of them (RFC 4648 §3.5).',
      );
    }
  });

  test('what was read is the caller’s', () => {
    expectKept('what decodeBase64Url returned', decodeBase64Url('AQID'), () =>
      decodeBase64Url('BAUG'),
    );
  });

  test('the example of RFC 7515', () => {
    const token = parseToken(EXAMPLE);
    const [header, claims, signature] = EXAMPLE.split('.') as [string, string, string];
    expectSame('header', token.header, { alg: 'ES256' }, 'The first part is the header.');
    expectSame(
      'claims',
      token.claims,
      { iss: 'joe', exp: 1300819380, 'http://example.com/is_root': true },
      'The second part are the claims.',
    );
    expectSame(
      'signed',
      token.signed,
      encodeUtf8(`${header}.${claims}`),
      'What is signed is the text as it came: both parts in base64url, and the dot between them (RFC 7515 §5.1). Whoever encodes the JSON again gets other bytes, for white space and line breaks are gone.',
    );
    expectSame('signature', token.signature, decodeBase64Url(signature), 'The third part.');
    expectSame('text', token.text, EXAMPLE, 'As it came.');
  });

  test('what is signed has - and _, as the token has', () => {
    const [header, claims] = [part('{"a":"??>"}'), part('{"a":"~~?"}')];
    const { signed } = parseToken(`${header}.${claims}.AQ`);
    expectSame(
      'what is signed of a token with - and _',
      signed,
      encodeUtf8(`${header}.${claims}`),
      'The text as it came. With + and / it is the text of no token.',
    );
  });

  test('two tokens share nothing', () => {
    expectKept('the first token', parseToken(EXAMPLE), () => parseToken('e30.e30.AQID'));
  });

  const MALFORMED: [what: string, text: string, cause: string][] = [
    ['no text', '', 'Three parts, and two dots.'],
    ['one part', 'e30', 'Three parts, and two dots.'],
    ['two parts', 'e30.e30', 'Three parts, and two dots.'],
    ['four parts', 'e30.e30.AQ.AQ', 'Three parts, and no more: whose is the fourth?'],
    ['a dot behind it', 'e30.e30.AQ.', 'Three parts, and no more: an empty one counts.'],
    ['a dot before it', '.e30.e30.AQ', 'Three parts, and no more: an empty one counts.'],
    [
      'five parts',
      'e30.AQ.AQ.AQ.AQ',
      'Five parts are an encrypted token (RFC 7516), which nobody here takes.',
    ],
    ['no header', '.e30.AQ', 'An empty text is not JSON.'],
    ['no claims', 'e30..AQ', 'An empty text is not JSON.'],
    ['padding in the header', `${part('{"a":1}')}==.e30.AQ`, 'No padding, in none of the parts.'],
    ['padding in the claims', `e30.${part('{"a":1}')}==.AQ`, 'No padding, in none of the parts.'],
    ['padding in the signature', 'e30.e30.AQ==', 'No padding, in none of the parts.'],
    ['a space before it', ' e30.e30.AQ', 'White space is not a letter, at the ends neither.'],
    ['a line break behind it', 'e30.e30.AQ\n', 'White space is not a letter, at the ends neither.'],
    ['bits left in the signature', 'e30.e30.AR', 'Each part has only one text.'],
    ['a header that is not JSON', `${part('alg')}.e30.AQ`, 'parseJsonObject reads both.'],
    ['claims that are not JSON', `e30.${part('{')}.AQ`, 'parseJsonObject reads both.'],
    ['a header that is a list', `${part([])}.e30.AQ`, 'A header is an object.'],
    ['claims that are null', `e30.${part(null)}.AQ`, 'Claims are an object.'],
    ['claims that are a number', `e30.${part('7')}.AQ`, 'Claims are an object.'],
    [
      'claims that are not UTF-8',
      `e30.${toBase64Url(Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d))}.AQ`,
      'JSON is UTF-8, and a wrong byte is an error, not a "�".',
    ],
    [
      'two alg in the header',
      `${part('{"alg":"ES256","alg":"none"}')}.e30.AQ`,
      'Of two members of one name one reader takes the first, another the last. JSON.parse says nothing; parseJsonObject does.',
    ],
    [
      'two sub in the claims',
      `e30.${part('{"sub":"shop","sub":"admin"}')}.AQ`,
      'Of two members of one name one reader takes the first, another the last. JSON.parse says nothing; parseJsonObject does.',
    ],
    [
      'the same name, once with an escape',
      `e30.${part('{"sub":"shop","\\u0073ub":"admin"}')}.AQ`,
      'Of two members of one name one reader takes the first, another the last.',
    ],
  ];

  test.each(MALFORMED)('%s', (what, text, cause) => {
    expectFault(what, () => parseToken(text), 'malformed', cause);
  });

  test('the same name in two objects is not a name twice', () => {
    const claims = '{"a":{"x":1},"b":{"x":"}{"},"x":[{"x":2},{"x":3}],"c":"x"}';
    expectFault(
      claims,
      () => parseToken(`e30.${part(claims)}.AQ`),
      'accepted',
      'Each of these objects has every name once. parseJsonObject knows that.',
    );
  });

  test('a signature of no bytes has the right form', () => {
    expectFault(
      'a token with an empty third part',
      () => parseToken('e30.e30.'),
      'accepted',
      'What a token without a signature is worth is decided by its algorithm, not by its form.',
    );
    const token = parseToken('e30.e30.');
    expectSame(
      'the signature',
      token.signature,
      new Uint8Array(),
      'What a token without a signature is worth is decided by its algorithm, not by its form.',
    );
  });

  /** A token of exactly this many characters. */
  function ofLength(length: number): string {
    const signature = 'A'.repeat(8);
    for (let pad = 0; pad < 8; pad++) {
      const claims = part({ pad: 'x'.repeat(Math.floor(((length - 13) * 3) / 4) - 10 - pad) });
      const text = `e30.${claims}.${signature}`;
      const missing = length - text.length;
      if (missing >= 0 && missing % 4 !== 1) return text + 'A'.repeat(missing);
    }
    throw new Error('no such token');
  }

  test(`${MAX_TOKEN_LENGTH} characters are allowed`, () => {
    expectFault(
      `a token of ${MAX_TOKEN_LENGTH} characters`,
      () => parseToken(ofLength(MAX_TOKEN_LENGTH)),
      'accepted',
      'MAX_TOKEN_LENGTH is the longest that is taken.',
    );
    expectFault(
      `a token of ${MAX_TOKEN_LENGTH + 1} characters`,
      () => parseToken(`${ofLength(MAX_TOKEN_LENGTH)}A`),
      'too-large',
      'One more than MAX_TOKEN_LENGTH is too many.',
    );
  });

  test('of a token that is too large nothing is read', () => {
    for (const text of [
      '.'.repeat(10_000),
      `${ofLength(MAX_TOKEN_LENGTH)}AAAA`,
      'x'.repeat(9000),
    ]) {
      let work = 0;
      const { split, replaceAll } = String.prototype;
      const { parse } = JSON;
      String.prototype.split = function (this: string, ...args: [string]) {
        if (this.length > 1000) work++;
        return Reflect.apply(split, this, args);
      } as typeof split;
      String.prototype.replaceAll = function (this: string, ...args: [string, string]) {
        if (this.length > 1000) work++;
        return Reflect.apply(replaceAll, this, args);
      } as typeof replaceAll;
      JSON.parse = (...args) => {
        work++;
        return parse(...args);
      };
      let fault: string;
      try {
        fault = faultOf(() => parseToken(text));
      } finally {
        String.prototype.split = split;
        String.prototype.replaceAll = replaceAll;
        JSON.parse = parse;
      }
      const cause =
        'Its length is known before anything is done. Whoever takes it apart first has paid for it already.';
      check(
        fault === 'too-large',
        `${text.length} characters: expected too-large, received ${fault}`,
        cause,
      );
      check(work === 0, `${text.length} characters were refused, and had been taken apart`, cause);
    }
  });
});

const ISSUER = 'https://tokens.example';
const AUDIENCE = 'urn:ecommerce';
/** Long ago, so that whoever asks the machine for the time finds every token expired. */
const NOW = 1_000_000_000;
const RULES: ClaimRules = Object.freeze({ issuer: ISSUER, audience: AUDIENCE });
const LENIENT: ClaimRules = Object.freeze({ ...RULES, leeway: 5 });

const claimsOf = (more: JsonObject = {}): JsonObject =>
  Object.freeze({
    iss: ISSUER,
    aud: AUDIENCE,
    sub: 'shop',
    scope: 'orders.read orders.write',
    iat: NOW - 10,
    exp: NOW + 60,
    ...more,
  });

/** The same without one claim. */
const without = (name: string): JsonObject => {
  const { [name]: _, ...rest } = claimsOf();
  return Object.freeze(rest);
};

task(2, () => {
  const judge = (
    what: string,
    claims: JsonObject,
    expected: string,
    cause: string,
    now = NOW,
    rules = RULES,
  ) =>
    expectFault(
      what,
      () => unchanged('the claims', claims, () => checkClaims(claims, rules, now)),
      expected,
      cause,
    );
  const show = (value: unknown) => JSON.stringify(value) ?? 'missing';

  test('a good token has a caller', () => {
    judge(
      'a token with which nothing is wrong',
      claimsOf(),
      'accepted',
      'It is good at now, an argument, in seconds. nbf may be missing, and so may iat.',
    );
    const { subject, scopes, expires, ...more } = checkClaims(claimsOf(), RULES, NOW);
    expectSame('subject', subject, 'shop', 'It is the claim sub.');
    expectSame('expires', expires, NOW + 60, 'It is the claim exp.');
    check(
      scopes instanceof Set,
      'scopes is not a Set',
      'scopes is a ReadonlySet: has(name) asks for a whole name, where includes of a text would find a part.',
    );
    expectSame(
      'scopes',
      [...scopes].sort(),
      ['orders.read', 'orders.write'],
      'scope is one text, with a space between the names (RFC 9068 §2.2.3).',
    );
    expectSame('what else the caller has', more, {}, 'Three things, and no more.');
    const other = checkClaims(claimsOf({ sub: ' Shop ' }), LENIENT, NOW);
    expectSame('subject', other.subject, ' Shop ', 'sub to the letter: another text is another.');
    expectSame(
      'expires, with a leeway of 5 s',
      other.expires,
      NOW + 60,
      'It is the claim exp, as it stands there. The leeway is for comparing.',
    );
    expectKept('the first caller', [...scopes], () =>
      checkClaims(claimsOf({ scope: 'orders.delete' }), RULES, NOW),
    );
  });

  test('scopes', () => {
    for (const [claims, expected] of [
      [without('scope'), []],
      [claimsOf({ scope: '' }), []],
      [claimsOf({ scope: 'a' }), ['a']],
      [claimsOf({ scope: ' a  b ' }), ['a', 'b']],
      [claimsOf({ scope: 'Orders.Read' }), ['Orders.Read']],
    ] as const) {
      const { scopes } = checkClaims(claims, RULES, NOW);
      expectSame(
        `the scopes of ${show(claims.scope)}`,
        [...scopes].sort(),
        expected,
        'A token without a scope may do nothing. There is no scope between two spaces. A name counts to the letter.',
      );
    }
  });

  test('the issuer, to the letter', () => {
    for (const iss of [
      `${ISSUER}/`,
      'https://TOKENS.example',
      `${ISSUER}.evil.example`,
      'https://tokens',
      '',
      'tokens.example',
    ]) {
      judge(
        `iss ${show(iss)}`,
        claimsOf({ iss }),
        'issuer',
        'Another text is another token server. Compare the whole, as it is.',
      );
    }
    for (const iss of [undefined, null, 7, [ISSUER], { url: ISSUER }]) {
      const claims = iss === undefined ? without('iss') : claimsOf({ iss });
      judge(`iss ${show(iss)}`, claims, 'claim', 'iss has to be there, and is a string.');
    }
  });

  test('the audience: a string, or some of them', () => {
    const IN = 'aud is a string, or an array of them (RFC 7519 §4.1.3).';
    for (const aud of [
      AUDIENCE,
      [AUDIENCE],
      ['urn:warehouse', AUDIENCE],
      [AUDIENCE, 'urn:warehouse'],
    ]) {
      judge(`aud ${show(aud)}`, claimsOf({ aud }), 'accepted', IN);
    }
    const NOT =
      'The token is for somebody else. Compare whole names: a part of one is another one.';
    for (const aud of [
      'urn:warehouse',
      `${AUDIENCE}:evil`,
      `x${AUDIENCE}`,
      'urn',
      '',
      'URN:ECOMMERCE',
      ['urn:warehouse'],
      [`${AUDIENCE}2`],
      ['URN:ECOMMERCE'],
      `urn:warehouse ${AUDIENCE}`,
      [],
    ]) {
      judge(`aud ${show(aud)}`, claimsOf({ aud }), 'audience', NOT);
    }
    for (const aud of [
      undefined,
      null,
      7,
      true,
      { [AUDIENCE]: true },
      [AUDIENCE, 7],
      [null],
      [[AUDIENCE]],
    ]) {
      const claims = aud === undefined ? without('aud') : claimsOf({ aud });
      judge(
        `aud ${show(aud)}`,
        claims,
        'claim',
        'aud has to be there: a string, or an array of strings and of nothing else.',
      );
    }
  });

  test('for whom it is about', () => {
    for (const sub of [undefined, null, 7, '', ['shop']]) {
      const claims = sub === undefined ? without('sub') : claimsOf({ sub });
      judge(
        `sub ${show(sub)}`,
        claims,
        'claim',
        'Who is the caller of a token about nobody? sub has to be there, and is a string that is not empty.',
      );
    }
    for (const scope of [null, 7, ['orders.read'], { 'orders.read': true }]) {
      judge(
        `scope ${show(scope)}`,
        claimsOf({ scope }),
        'claim',
        'scope may be missing. If it is there, it is a string.',
      );
    }
  });

  test('expired: exactly then, and one beside', () => {
    for (const [exp, leeway, expected] of [
      [NOW + 1, 0, 'accepted'],
      [NOW + 0.5, 0, 'accepted'],
      [NOW, 0, 'expired'],
      [NOW - 1, 0, 'expired'],
      [NOW - 4, 5, 'accepted'],
      [NOW - 4.5, 5, 'accepted'],
      [NOW - 5, 5, 'expired'],
      [NOW - 6, 5, 'expired'],
      [0, 0, 'expired'],
      [-1, 5, 'expired'],
    ] as const) {
      judge(
        `exp ${exp - NOW} s from now, leeway ${leeway}`,
        claimsOf({ exp, iat: exp - 60 }),
        expected,
        'Now has to be before exp (RFC 7519 §4.1.4), so at exp it is over. With a leeway, so many seconds later.',
        NOW,
        leeway === 0 ? RULES : LENIENT,
      );
    }
  });

  test('not yet: exactly then, and one beside', () => {
    for (const name of ['nbf', 'iat']) {
      for (const [from, leeway, expected] of [
        [NOW - 1, 0, 'accepted'],
        [0, 0, 'accepted'],
        [NOW, 0, 'accepted'],
        [NOW + 0.5, 0, 'not-yet'],
        [NOW + 1, 0, 'not-yet'],
        [NOW + 5, 5, 'accepted'],
        [NOW + 6, 5, 'not-yet'],
      ] as const) {
        judge(
          `${name} ${from - NOW} s from now, leeway ${leeway}`,
          claimsOf({ [name]: from }),
          expected,
          name === 'nbf'
            ? 'At nbf it is good already (RFC 7519 §4.1.5). With a leeway, so many seconds earlier.'
            : 'A token that will be made later was made by a wrong clock, or by a liar.',
          NOW,
          leeway === 0 ? RULES : LENIENT,
        );
      }
    }
    const both = claimsOf({ nbf: NOW - 1, iat: NOW + 1 });
    judge('nbf is over, iat is not', both, 'not-yet', 'Both are looked at, each by itself.');
    for (const name of ['nbf', 'iat']) {
      judge(`without ${name}`, without(name), 'accepted', 'nbf and iat may be missing.');
    }
  });

  test('a time is a number', () => {
    const IS =
      'JSON has texts, too, and null < 5 is true. A time is a number (RFC 7519 §2), and one that ends: 1e999 is JSON, and is read as Infinity.';
    for (const name of ['exp', 'nbf', 'iat']) {
      const good = name === 'exp' ? NOW + 60 : NOW - 60;
      for (const value of [
        String(good),
        null,
        true,
        [good],
        {},
        JSON.parse('1e999'),
        JSON.parse('-1e999'),
        '',
        'tomorrow',
      ]) {
        judge(
          `${name} is ${typeof value === 'number' ? String(value) : show(value)}`,
          claimsOf({ [name]: value }),
          'claim',
          IS,
        );
      }
    }
    judge(
      'exp is missing',
      without('exp'),
      'claim',
      'A token that never ends cannot be taken back.',
    );
  });

  test('the time is the one that is given', () => {
    for (const name of ['nbf', 'iat']) {
      for (const [now, from, exp, expected] of [
        [99, 100, 130, 'not-yet'],
        [99.5, 100, 130, 'not-yet'],
        [100, 100, 130, 'accepted'],
        [100.7, 100.5, 130, 'accepted'],
        [129.9, 100, 130, 'accepted'],
        [130, 100, 130, 'expired'],
        [130.7, 100, 130.5, 'expired'],
      ] as const) {
        const { iat: _, ...rest } = claimsOf({ exp });
        judge(
          `now ${now}, ${name} ${from}, exp ${exp}`,
          Object.freeze({ ...rest, [name]: from }),
          expected,
          'now is an argument, in seconds. It may have a fraction, and so may the claims: compare them as they are.',
          now,
        );
      }
    }
  });
});

const HEADER_RULES: HeaderRules = Object.freeze({
  algorithms: Object.freeze(['ES256', 'EdDSA']) as string[],
  types: Object.freeze(['at+jwt']) as string[],
});
const headerOf = (more: JsonObject = {}): JsonObject =>
  Object.freeze({ alg: 'ES256', typ: 'at+jwt', kid: 'key-1', ...more });
const KEY: Jwk = Object.freeze({
  kty: 'EC',
  crv: 'P-256',
  kid: 'key-1',
  alg: 'ES256',
  use: 'sig',
  x: 'AQ',
  y: 'Ag',
});
/** A key like it, with something else about it; `undefined` takes it away. */
const keyLike = (more: Partial<Record<keyof Jwk, unknown>>): Jwk =>
  Object.freeze(
    Object.fromEntries(
      Object.entries({ ...KEY, ...more }).filter(([, value]) => value !== undefined),
    ),
  );

task(3, () => {
  const judge = (what: string, header: JsonObject, expected: string, cause: string) =>
    expectFault(
      what,
      () => unchanged('the header', header, () => checkHeader(header, HEADER_RULES)),
      expected,
      cause,
    );

  test('a good header', () => {
    for (const alg of ['ES256', 'EdDSA']) {
      judge(
        `alg ${alg}, typ at+jwt, kid key-1`,
        headerOf({ alg }),
        'accepted',
        'It has what we take. The list is ours, each of its names counts, and is compared to the letter.',
      );
      expectSame(
        `checkHeader, alg ${alg}`,
        checkHeader(headerOf({ alg, jku: 'https://evil.example/keys' }), HEADER_RULES),
        { alg, kid: 'key-1' },
        'What we go by, and no more: alg and kid.',
      );
    }
  });

  test('an algorithm that is not in our list', () => {
    for (const alg of [
      'none',
      'None',
      'NONE',
      '',
      'HS256',
      'RS256',
      'es256',
      'ES256 ',
      'ES25',
      'constructor',
      'includes',
      '0',
    ]) {
      judge(
        `alg ${JSON.stringify(alg)}`,
        headerOf({ alg }),
        'algorithm',
        'The list is ours, and compared to the letter. Whoever names an algorithm to be refused forgets how it may be written; whoever takes what is not forbidden takes what comes next year.',
      );
    }
    for (const alg of [null, 7, ['ES256'], { ES256: true }]) {
      judge(
        `alg ${JSON.stringify(alg)}`,
        headerOf({ alg }),
        'algorithm',
        'It is not a name at all.',
      );
    }
    const { alg: _, ...none } = headerOf();
    judge('alg missing', Object.freeze(none), 'algorithm', 'A token without alg has none of ours.');
  });

  test('the type', () => {
    for (const typ of ['at+jwt', 'AT+JWT', 'At+Jwt', 'application/at+jwt', 'APPLICATION/at+JWT']) {
      judge(
        `typ ${typ}`,
        headerOf({ typ }),
        'accepted',
        'typ is a media type: the same in any case, and application/ may be left out (RFC 7515 §4.1.9).',
      );
    }
    for (const typ of [
      'JWT',
      'jwt',
      'at',
      'at+jwt2',
      'xat+jwt',
      'text/at+jwt',
      'application/',
      'application/JWT',
      '',
      ' at+jwt',
      'x/application/at+jwt',
      'at+application/jwt',
      'at+jwt;v=1',
      null,
      7,
      ['at+jwt'],
    ]) {
      judge(
        `typ ${JSON.stringify(typ)}`,
        headerOf({ typ }),
        'type',
        'The same token server signs other things with the same key, such as who has logged in. Only typ tells them apart (RFC 8725 §3.11).',
      );
    }
    const { typ: _, ...none } = headerOf();
    judge(
      'typ missing',
      Object.freeze(none),
      'type',
      'An access token says that it is one (RFC 9068 §2.1).',
    );
    const two = Object.freeze({ ...HEADER_RULES, types: ['at+jwt', 'jwt'] });
    expectFault(
      'typ JWT, and the rules allow at+jwt and jwt',
      () => checkHeader(headerOf({ typ: 'JWT' }), two),
      'accepted',
      'Any of rules.types will do.',
    );
  });

  test('the name of the key', () => {
    for (const kid of [null, 7, '', ['key-1'], {}]) {
      judge(
        `kid ${JSON.stringify(kid)}`,
        headerOf({ kid }),
        'key',
        'A token has to name its key: kid is a string that is not empty. Whoever tries all keys does the work that an attacker wants.',
      );
    }
    const { kid: _, ...none } = headerOf();
    judge('kid missing', Object.freeze(none), 'key', 'A token has to name its key.');
  });

  test('crit', () => {
    for (const crit of [['exp'], ['b64'], [], null, 'exp', false]) {
      judge(
        `crit ${JSON.stringify(crit)}`,
        headerOf({ crit }),
        'critical',
        'crit names what must be understood, and we understand no extension: the token is refused, and crit is never passed over (RFC 7515 §4.1.11).',
      );
    }
  });

  const found = (keys: readonly Jwk[], alg = 'ES256', kid = 'key-1') => {
    let key: Jwk | undefined;
    const fault = faultOf(() => {
      key = unchanged('the list of keys', keys, () => chooseKey({ alg, kid }, keys));
    });
    return { fault, key };
  };
  const expectNone = (
    what: string,
    keys: readonly Jwk[],
    cause: string,
    alg = 'ES256',
    kid = 'key-1',
  ) => {
    const { fault } = found(Object.freeze(keys) as Jwk[], alg, kid);
    check(
      fault === 'key',
      `${what}: expected that none fits, received ${fault === 'accepted' ? 'a key' : fault}`,
      isStray(fault) ? NO_TOKEN_ERROR : cause,
    );
  };
  const expectChosen = (
    what: string,
    keys: readonly Jwk[],
    key: Jwk,
    cause: string,
    alg = 'ES256',
    kid = 'key-1',
  ) => {
    const received = found(Object.freeze(keys) as Jwk[], alg, kid);
    check(
      received.fault === 'accepted',
      `${what}: expected a key, received ${received.fault === 'key' ? 'that none fits' : received.fault}`,
      cause,
    );
    check(received.key === key, `${what}: another key was chosen`, cause);
  };

  test('the key of that name', () => {
    const other = keyLike({ kid: 'key-2' });
    const NAMED = 'The one that the header names, wherever it stands.';
    expectChosen('one key', [KEY], KEY, NAMED);
    expectChosen('the second of two', [other, KEY], KEY, NAMED);
    expectChosen('the first of two', [KEY, other], KEY, NAMED);
    for (const kid of ['key-10', 'key', 'KEY-1', 'key-1 ', '']) {
      expectNone(
        `kid "${kid}"`,
        [KEY, other],
        'Compare names as a whole. A key of another name is not the key.',
        'ES256',
        kid,
      );
    }
    expectNone('no keys', [], 'Nothing fits.');
    expectNone(
      'a key without a name',
      [keyLike({ kid: undefined })],
      'It is not the key that was named.',
    );
  });

  test('it has to fit the algorithm', () => {
    const KIND =
      'KINDS says which kty, and which crv, an algorithm takes. With a key of another kind a library does something that nobody has thought of.';
    for (const [alg, kind] of [
      ['ES256', { kty: 'EC', crv: 'P-256' }],
      ['ES384', { kty: 'EC', crv: 'P-384' }],
      ['EdDSA', { kty: 'OKP', crv: 'Ed25519' }],
      ['RS256', { kty: 'RSA', crv: undefined }],
      ['PS256', { kty: 'RSA', crv: undefined }],
    ] as const) {
      const key = keyLike({ ...kind, alg });
      expectChosen(`a key for ${alg}`, [key], key, KIND, alg);
    }
    for (const more of [
      { kty: 'RSA' },
      { kty: 'oct' },
      { kty: undefined },
      { crv: 'P-384' },
      { crv: undefined },
      { kty: 'ec' },
    ]) {
      expectNone(
        `ES256, and a key with ${JSON.stringify(more)}`,
        [keyLike({ ...more, alg: undefined })],
        KIND,
      );
    }
    for (const alg of ['none', 'HS256', 'constructor', '']) {
      const keys = [
        keyLike({ kty: 'oct', alg }),
        keyLike({ kty: undefined, crv: undefined, alg }),
        keyLike({ alg: undefined }),
      ];
      expectNone(
        `alg "${alg}"`,
        keys,
        'No algorithm that KINDS does not have has a key here, whatever the keys say.',
        alg,
      );
    }
  });

  test('what the key says of itself', () => {
    const SAYS =
      'A key may say for what it is: alg, use, key_ops (RFC 7517 §4). Whoever made it for encryption did not mean signatures.';
    for (const more of [
      { alg: 'ES384' },
      { alg: '' },
      { use: '' },
      { alg: 'es256' },
      { alg: 'ECDH-ES' },
      { use: 'enc' },
      { use: 'SIG' },
      { key_ops: ['sign'] },
      { key_ops: [] },
    ]) {
      expectNone(`a key with ${JSON.stringify(more)}`, [keyLike(more)], SAYS);
    }
    for (const more of [
      { alg: undefined },
      { use: undefined },
      { key_ops: ['verify'] },
      { key_ops: ['sign', 'verify'] },
      { alg: undefined, use: undefined },
    ]) {
      const key = keyLike(more);
      expectChosen(
        `a key with ${JSON.stringify(more)}`,
        [key],
        key,
        'What a key does not say of itself does not count against it.',
      );
    }
  });

  test('two keys of one name', () => {
    const rsa = keyLike({ kty: 'RSA', crv: undefined, alg: 'RS256' });
    const enc = keyLike({ use: 'enc', alg: 'ECDH-ES' });
    expectChosen(
      'of RSA and EC, for ES256',
      [rsa, enc, KEY],
      KEY,
      'Keys of different kinds may have one name (RFC 7517 §4.5). Look for the one that fits, and do not stop at the first of that name.',
    );
    expectChosen(
      'of RSA and EC, for RS256',
      [KEY, rsa],
      rsa,
      'Keys of different kinds may have one name (RFC 7517 §4.5).',
      'RS256',
    );
  });
});

const COOLDOWN = 30_000;
const RETRY = 1_000;
const MAX_AGE = 600_000;

/** A key store with a fake clock, and a token server that answers when the test says so. */
function openStore(options: Partial<KeyStoreOptions> = {}) {
  const clock = new FakeClock();
  const waiting: { resolve(keys: readonly Jwk[]): void; reject(error: unknown): void }[] = [];
  let asked = 0;
  const store = new KeyStore(
    Object.freeze({
      fetch: () => {
        asked++;
        return new Promise<readonly Jwk[]>((resolve, reject) => waiting.push({ resolve, reject }));
      },
      cooldownMs: COOLDOWN,
      retryMs: RETRY,
      maxAgeMs: MAX_AGE,
      clock,
      ...options,
    }),
  );
  const end = async (how: (one: (typeof waiting)[number]) => void) => {
    await settle();
    for (const one of waiting.splice(0)) how(one);
    await settle();
  };
  const answer = (...kids: string[]) =>
    end(({ resolve }) => resolve(kids.map((kid) => keyLike({ kid }))));
  return {
    store,
    clock,
    asked: () => asked,
    answer,
    breakDown: (error: unknown = new Error('503')) => end(({ reject }) => reject(error)),
    /** Has fetched these keys. */
    async having(...kids: string[]) {
      const first = watch(store.find(kids[0]!));
      await answer(...kids);
      await settled(first);
    },
    /** What find gives: the names, `unavailable`, or that it waits. */
    async names(kid: string): Promise<string> {
      const found = watch(store.find(kid));
      await settled(found);
      return stateOf(found);
    },
  };
}

function stateOf({ state, value, error }: ReturnType<typeof watch<readonly Jwk[]>>): string {
  if (state === 'pending') return 'waits';
  if (state === 'resolved') {
    return Array.isArray(value)
      ? value.map(({ kid }) => kid).join(' ')
      : 'something that is not a list';
  }
  if (error instanceof KeysUnavailable) return 'KeysUnavailable';
  return strayOf(error);
}

task(4, () => {
  test('fetched when first needed, and not again', async () => {
    const { store, asked, answer, names, clock } = openStore();
    expectSame('requests before anybody asks', asked(), 0, 'A store fetches when a key is needed.');
    const first = watch(store.find('key-1'));
    await settled(first);
    expectSame(
      'the first find',
      stateOf(first),
      'waits',
      'There are no keys yet: it waits for them.',
    );
    await answer('key-1', 'key-2');
    expectSame('the first find', stateOf(first), 'key-1 key-2', 'All keys of the JWKS.');
    for (const kid of ['key-1', 'key-2', 'key-1']) {
      expectSame(`find("${kid}")`, await names(kid), 'key-1 key-2', 'The keys are here.');
    }
    expectSame(
      'requests',
      asked(),
      1,
      'A key that is here is not fetched again: one request for each call would be as dear as to ask about each token.',
    );
    expectSame(
      'timers that are set',
      clock.pending,
      0,
      'Nothing has to be woken: look at the clock when somebody asks.',
    );
  });

  test('a hundred calls, one fetch', async () => {
    const { store, asked, answer } = openStore();
    const all = Array.from({ length: 100 }, (_, i) => watch(store.find(`key-${(i % 2) + 1}`)));
    await settled(...all);
    expectSame(
      'requests while a hundred wait',
      asked(),
      1,
      'this.#refresh() is one fetch for all who wait.',
    );
    await answer('key-1', 'key-2');
    const states = [...new Set(all.map(stateOf))];
    expectSame('what they got', states, ['key-1 key-2'], 'All of them wait for the same fetch.');
    expectSame('requests', asked(), 1, 'One fetch for all who wait.');
  });

  test('a new key is found at once', async () => {
    const { store, asked, answer, having, names } = openStore();
    await having('key-1');
    for (const [i, kid] of ['key-2', 'key-3', 'key-4'].entries()) {
      const young = watch(store.find(kid));
      await answer(kid, `key-${i + 1}`);
      await settled(young);
      expectSame(
        `find("${kid}"), after the server has begun to sign with it`,
        stateOf(young),
        `${kid} key-${i + 1}`,
        'A name that is not here may be that of a new key. A fetch that has found it was not in vain: no brake. What the JWKS has now is all there is: keys that it has dropped are not keys.',
      );
    }
    expectSame('requests', asked(), 4, 'One for each new key.');
    expectSame(
      'find("key-1"), which the JWKS has no longer',
      await names('key-1'),
      'waits',
      'What the JWKS does not have any more is not a key any more.',
    );
  });

  test('an invented name makes us ask once', async () => {
    const { store, asked, answer, having, names, clock } = openStore();
    await having('key-1');
    const invented = watch(store.find('invented'));
    await answer('key-1');
    expectSame(
      'find("invented")',
      stateOf(invented),
      'key-1',
      'The keys as they are. That the name is not among them is seen by chooseKey.',
    );
    for (let i = 0; i < 100; i++) await names(`invented-${i}`);
    expectSame(
      'requests after a hundred invented names',
      asked(),
      2,
      'Each call of a stranger would become a request of ours. After one in vain nobody makes us ask for cooldownMs.',
    );
    expectSame(
      'find("key-1") meanwhile',
      await names('key-1'),
      'key-1',
      'The keys that are here are good.',
    );
    clock.advance(COOLDOWN - 1);
    expectSame(
      'find("key-2"), a millisecond before the brake is off',
      await names('key-2'),
      'key-1',
      'The brake holds for cooldownMs.',
    );
    expectSame(
      'requests',
      asked(),
      2,
      'The brake holds for cooldownMs, from the fetch in vain, and is not set anew by those whom it stops: otherwise a stranger could hold it for ever.',
    );
    clock.advance(1);
    const young = watch(store.find('key-2'));
    await answer('key-1', 'key-2');
    expectSame(
      'find("key-2"), after cooldownMs',
      stateOf(young),
      'key-1 key-2',
      'The brake is off: a new key has to be found. cooldownMs count from the fetch in vain, and not anew from each of those whom it stops: otherwise a stranger could hold it for ever.',
    );
    expectSame('requests', asked(), 3, 'After cooldownMs we ask again.');
  });

  test('two keys of one name', async () => {
    const { store, answer } = openStore();
    const both = watch(store.find('key-1'));
    await answer('key-1', 'key-2', 'key-1');
    expectSame(
      'find("key-1")',
      stateOf(both),
      'key-1 key-2 key-1',
      'All keys of the JWKS: two of different kinds may have one name, and chooseKey looks which one fits.',
    );
  });

  test('the brake is set by the first fetch, too', async () => {
    const { asked, answer, names, store } = openStore();
    const invented = watch(store.find('invented'));
    await answer('key-1');
    await settled(invented);
    expectSame(
      'find("another")',
      await names('another'),
      'key-1',
      'The fetch was in vain for who asked: the brake is on.',
    );
    expectSame('requests', asked(), 1, 'The fetch was in vain for who asked: the brake is on.');
  });

  test('two wait for one fetch, and one of them in vain', async () => {
    for (const order of [
      ['key-2', 'invented'],
      ['invented', 'key-2'],
    ]) {
      const { asked, answer, having, names, store } = openStore();
      await having('key-1');
      const both = order.map((kid) => watch(store.find(kid)));
      await answer('key-1', 'key-2');
      expectSame(
        'both finds',
        both.map(stateOf),
        ['key-1 key-2', 'key-1 key-2'],
        'They wait for the same fetch.',
      );
      await names('invented-too');
      expectSame(
        'requests',
        asked(),
        2,
        'It was in vain for one of the two, so the brake is on, whoever of them began the fetch.',
      );
    }
  });

  test('keys grow old', async () => {
    const { store, asked, answer, clock, names } = openStore();
    const first = watch(store.find('key-1'));
    await settled(first);
    clock.advance(5_000);
    await answer('key-1', 'stolen');
    clock.advance(MAX_AGE - 5_001);
    expectSame(
      'find("key-1"), a millisecond before they are too old',
      await names('key-1'),
      'key-1 stolen',
      'They are good for maxAgeMs.',
    );
    expectSame('requests', asked(), 1, 'They are good for maxAgeMs.');
    clock.advance(1);
    const again = watch(store.find('stolen'));
    await settled(again);
    expectSame(
      'find("stolen"), when they are maxAgeMs old',
      stateOf(again),
      'waits',
      'At maxAgeMs they are too old, counted from when they were asked for: what came five seconds later was true then. Otherwise a key that was taken back is good for ever, as long as somebody uses it.',
    );
    await answer('key-1');
    expectSame('find("stolen")', stateOf(again), 'key-1', 'It is not in the JWKS any more.');
    expectSame('requests', asked(), 2, 'One fetch.');
    clock.advance(MAX_AGE);
    const last = watch(store.find('key-1'));
    await answer();
    expectSame(
      'find("key-1"), when the JWKS is empty',
      stateOf(last),
      '',
      'An empty list is an answer, too: all keys were taken back.',
    );
  });

  test('keys that are too old are fetched although the brake is on', async () => {
    const { store, asked, answer, clock, names } = openStore({ cooldownMs: 10 * MAX_AGE });
    const invented = watch(store.find('invented'));
    await answer('key-1');
    await settled(invented);
    clock.advance(MAX_AGE);
    const known = watch(store.find('key-1'));
    await answer('key-1', 'key-2');
    expectSame(
      'find("key-1")',
      stateOf(known),
      'key-1 key-2',
      'The brake stops those who look for a name that is not there. Old keys are fetched all the same.',
    );
    expectSame('find("key-3")', await names('key-3'), 'key-1 key-2', 'And the brake is still on.');
    expectSame(
      'requests',
      asked(),
      2,
      'The brake stops those who look for a name that is not there.',
    );
  });

  test('a token server that is down', async () => {
    const { store, asked, answer, breakDown, clock, names } = openStore();
    const cause = new Error('503');
    const all = ['key-1', 'key-2', 'key-1'].map((kid) => watch(store.find(kid)));
    await breakDown(cause);
    expectSame(
      'three finds',
      all.map(stateOf),
      Array(3).fill('KeysUnavailable'),
      'The keys cannot be had: new KeysUnavailable({ cause }), for all who wait.',
    );
    check(
      (all[0]!.error as Error).cause === cause,
      'the cause of KeysUnavailable is missing',
      'new KeysUnavailable({ cause }): somebody here wants to know why.',
    );
    for (let i = 0; i < 100; i++) {
      expectSame(
        'a find right afterwards',
        await names('key-1'),
        'KeysUnavailable',
        'Who has just failed is not asked again for retryMs, and we still do not have the keys.',
      );
    }
    expectSame('requests', asked(), 1, 'Who is down is not asked with every call: retryMs.');
    clock.advance(RETRY - 1);
    await names('key-1');
    expectSame('requests, a millisecond before retryMs is over', asked(), 1, 'Not for retryMs.');
    clock.advance(1);
    const later = watch(store.find('key-1'));
    await answer('key-1');
    expectSame(
      'find("key-1"), after retryMs',
      stateOf(later),
      'key-1',
      'It is up again. A failure is not kept for ever, and the next brake is retryMs, and not cooldownMs.',
    );
    expectSame('requests', asked(), 2, 'After retryMs we ask again.');
  });

  test('it is down, and the keys are here', async () => {
    const { store, asked, answer, breakDown, having, clock, names } = openStore();
    await having('key-1');
    const unknown = watch(store.find('key-2'));
    await breakDown();
    expectSame(
      'find("key-2")',
      stateOf(unknown),
      'KeysUnavailable',
      'It may be that of a new key: nobody knows, and so it is not refused.',
    );
    expectSame(
      'find("key-2") again',
      await names('key-2'),
      'KeysUnavailable',
      'Still nobody knows, and nobody asks for retryMs.',
    );
    expectSame(
      'find("key-1")',
      await names('key-1'),
      'key-1',
      'An outage of the token server is survived while the keys are fresh.',
    );
    expectSame('requests', asked(), 2, 'Not for retryMs.');
    clock.advance(RETRY);
    const found = watch(store.find('invented'));
    await answer('key-1');
    expectSame('find("invented"), after retryMs', stateOf(found), 'key-1', 'It is up again.');
    expectSame(
      'find("invented-2")',
      await names('invented-2'),
      'key-1',
      'The last fetch went well: the failure before it is forgotten, and the brake is on.',
    );
  });

  test('it is down, and the keys are too old', async () => {
    const { store, breakDown, having, clock, names } = openStore();
    await having('key-1');
    clock.advance(MAX_AGE);
    const old = watch(store.find('key-1'));
    await breakDown();
    expectSame(
      'find("key-1")',
      stateOf(old),
      'KeysUnavailable',
      'Whoever has a stolen key would like the token server to be down. Keys that are too old are not keys.',
    );
    expectSame(
      'find("key-1") again',
      await names('key-1'),
      'KeysUnavailable',
      'Keys that are too old are not keys.',
    );
  });

  test('the brakes count from the answer', async () => {
    const { store, asked, answer, breakDown, having, names, clock } = openStore();
    await having('key-1');
    const invented = watch(store.find('invented'));
    await settled(invented);
    clock.advance(COOLDOWN);
    await answer('key-1');
    clock.advance(COOLDOWN - 1);
    expectSame(
      'find("key-2"), a millisecond before the brake is off',
      await names('key-2'),
      'key-1',
      'cooldownMs count from the answer: a slow token server, which needs the brake most, would otherwise have none.',
    );
    clock.advance(1);
    const young = watch(store.find('key-2'));
    await settled(young);
    clock.advance(5 * RETRY);
    await breakDown();
    clock.advance(RETRY - 1);
    expectSame(
      'find("key-2"), a millisecond before retryMs is over',
      await names('key-2'),
      'KeysUnavailable',
      'retryMs count from the failure: a fetch that has waited five seconds for nothing would otherwise be made again at once.',
    );
    expectSame('requests', asked(), 3, 'Both brakes count from the answer.');
  });

  test('whatever fetch does', async () => {
    const list = [keyLike({ kid: 'key-1' })];
    const { store, names } = openStore({ fetch: () => list });
    expectSame(
      'fetch gives a list, and no promise: find',
      await names('key-1'),
      'key-1',
      'It may answer now, or later.',
    );
    list.push(keyLike({ kid: 'key-2' }));
    const kept = await store.find('key-1');
    expectSame(
      'after somebody has changed the list that fetch gave',
      kept.length,
      1,
      'The list belongs to whoever made it, and may change: keep a list of your own.',
    );
    for (const [what, fetch] of [
      [
        'throws',
        () => {
          throw new Error('no network');
        },
      ],
      ['gives nothing', () => undefined as never],
      ['gives a promise of nothing', async () => undefined as never],
    ] as [string, KeyStoreOptions['fetch']][]) {
      const { store } = openStore({ fetch });
      let promise: Promise<readonly Jwk[]> | undefined;
      try {
        promise = store.find('key-1');
      } catch (error) {
        throwGap(error);
        fail(
          `fetch ${what}: find threw, where it should reject`,
          'find gives a promise, whatever happens.',
        );
      }
      const found = watch(promise);
      await settled(found);
      expectSame(
        `fetch ${what}: find`,
        stateOf(found),
        'KeysUnavailable',
        'fetch is somebody else’s code. If no list of keys comes of it, they cannot be had.',
      );
    }
  });

  test('two stores share nothing', async () => {
    const one = openStore();
    const two = openStore();
    await one.having('key-1');
    expectSame(
      'find of the second',
      await two.names('key-1'),
      'waits',
      'Each store has its own keys.',
    );
  });
});

const { getOrder, searchOrders, updateOrders, processOrders } = OrderManagementDefinition.methods;
const SCOPES: Record<string, string> = {
  [getOrder.path]: 'orders.read',
  [searchOrders.path]: 'orders.read',
  [updateOrders.path]: 'orders.write',
  [processOrders.path]: 'orders.write',
};

/** A signed token: the header and claims of a good one, with something else about them. */
function tokenOf(more: { header?: JsonObject; claims?: JsonObject; signature?: Uint8Array } = {}) {
  const signed = `${part(headerOf(more.header))}.${part(claimsOf(more.claims))}`;
  const kid = String(more.header?.kid ?? 'key-1');
  return `${signed}.${toBase64Url(more.signature ?? sumOf(encodeUtf8(signed), kid))}`;
}

/** The same token, and somebody has put other claims into it. */
function swapped(): string {
  const [header, , signature] = tokenOf().split('.');
  return `${header}.${part(claimsOf({ sub: 'admin' }))}.${signature}`;
}

/** What a guard is given, and a list of what it did with it. */
function openGuard(more: Partial<TokenGuardOptions> = {}) {
  const log: string[] = [];
  const faults: string[] = [];
  const told: unknown[] = [];
  const keys = {
    async find(kid: string) {
      // As a KeyStore, whose find is nothing without its store.
      if (this !== keys)
        throw new Error('find was called without its store: options.keys.find(kid)');
      log.push(`find ${kid}`);
      return [KEY];
    },
  };
  const options: TokenGuardOptions = Object.freeze({
    ...HEADER_RULES,
    ...RULES,
    keys,
    async verify({ signed, signature }: ParsedToken, key: Jwk) {
      log.push('verify');
      return key === KEY && String(signature) === String(sumOf(signed, 'key-1'));
    },
    scopeOf: (path: string) => SCOPES[path],
    now() {
      log.push('now');
      return NOW;
    },
    report(fault: string, call: ServerCall) {
      faults.push(fault);
      told.push(call);
    },
    ...more,
  });
  const interceptor = tokenGuard(options);
  log.length = 0;
  return { options, log, faults, told, interceptor };
}

/** Whether a token is taken, and what for: `accepted`, or the fault. */
async function verdict(text: string, options: TokenGuardOptions): Promise<string> {
  const { error } = await endingOf(Promise.resolve().then(() => verifyToken(text, options)));
  if (error === undefined) return 'accepted';
  if (error instanceof TokenError) return error.fault;
  return strayOf(error);
}

/** A call as an interceptor sees it, without a wire. */
function callOf(method: MethodDefinition, ...values: string[]) {
  const metadata = new Metadata();
  for (const value of values) metadata.append('authorization', value);
  const call = {
    method,
    metadata,
    context: new ContextValues(),
    responseTrailers: new Metadata(),
    responseHeaders: new Metadata(),
  };
  return call as typeof call & ServerCall;
}

/** What is further in: writes down what it gets. */
function further(answer: () => unknown = () => 'the answer') {
  const got: { request: unknown; subject: string | undefined }[] = [];
  const next: Next<ServerCall> = async (request, call) => {
    got.push({ request, subject: call.context.get(tokenCaller)?.subject });
    return answer();
  };
  return { got, next };
}

const said = ({ error }: Ending): string =>
  error instanceof GrpcError
    ? `${statusName(error.code)}: ${error.details}`
    : error === undefined
      ? 'it was let in'
      : strayOf(error);

/** Everything that is wrong with a token, and the fault that our log has. */
const BAD: [what: string, values: string[], fault: string][] = [
  ['no token', [], 'missing'],
  ['two of them', [`Bearer ${tokenOf()}`, `Bearer ${tokenOf()}`], 'missing'],
  ['another scheme', ['Basic YWRtaW46YWRtaW4='], 'missing'],
  ['a token without a scheme', [tokenOf()], 'missing'],
  ['a token that is too large', [`Bearer ${'x'.repeat(MAX_TOKEN_LENGTH + 1)}`], 'too-large'],
  ['half a token', [`Bearer ${tokenOf().slice(0, 50)}`], 'malformed'],
  ['crit', [`Bearer ${tokenOf({ header: { crit: ['exp'] } })}`], 'critical'],
  [
    'alg none',
    [`Bearer ${tokenOf({ header: { alg: 'none' }, signature: new Uint8Array() })}`],
    'algorithm',
  ],
  ['alg HS256', [`Bearer ${tokenOf({ header: { alg: 'HS256' } })}`], 'algorithm'],
  ['another type', [`Bearer ${tokenOf({ header: { typ: 'JWT' } })}`], 'type'],
  ['an invented kid', [`Bearer ${tokenOf({ header: { kid: 'invented' } })}`], 'key'],
  [
    'a signature of somebody else',
    [`Bearer ${tokenOf({ signature: Uint8Array.of(1, 2, 3) })}`],
    'signature',
  ],
  ['other claims under a good signature', [`Bearer ${swapped()}`], 'signature'],
  ['no subject', [`Bearer ${tokenOf({ claims: { sub: null } })}`], 'claim'],
  ['another issuer', [`Bearer ${tokenOf({ claims: { iss: 'https://evil.example' } })}`], 'issuer'],
  ['another audience', [`Bearer ${tokenOf({ claims: { aud: 'urn:warehouse' } })}`], 'audience'],
  ['expired', [`Bearer ${tokenOf({ claims: { exp: NOW } })}`], 'expired'],
  ['not yet', [`Bearer ${tokenOf({ claims: { nbf: NOW + 1 } })}`], 'not-yet'],
];

task(5, () => {
  test('a good token has a caller', async () => {
    const { options, log } = openGuard();
    const caller = await verifyToken(tokenOf(), options);
    expectSame('the subject', caller.subject, 'shop', 'checkClaims gives the caller.');
    expectSame(
      'what was done',
      log,
      ['find key-1', 'verify', 'now'],
      'The keys, the signature, and the claims only then.',
    );
    expectSame(
      'a second token',
      await verdict(tokenOf({ claims: { sub: 'ada' } }), options),
      'accepted',
      'Each token is judged by itself.',
    );
  });

  test('what is refused before anybody works for it', async () => {
    const CHEAP =
      'From what costs least to what costs most. An algorithm or a type that is not ours needs no key: with an invented kid it would make us fetch the JWKS, and with a signature it would make us compute.';
    for (const [what, text, fault, done] of [
      ['too large', 'x'.repeat(MAX_TOKEN_LENGTH + 1), 'too-large', []],
      ['no token at all', 'x.y', 'malformed', []],
      [
        'alg none, kid invented',
        tokenOf({ header: { alg: 'none', kid: 'invented' } }),
        'algorithm',
        [],
      ],
      ['typ JWT, kid invented', tokenOf({ header: { typ: 'JWT', kid: 'invented' } }), 'type', []],
      ['crit, kid invented', tokenOf({ header: { crit: [], kid: 'invented' } }), 'critical', []],
      ['no kid', tokenOf({ header: { kid: '' } }), 'key', []],
      ['an invented kid', tokenOf({ header: { kid: 'invented' } }), 'key', ['find invented']],
      [
        'expired, and signed by nobody',
        tokenOf({ claims: { exp: 1, iat: 1 }, signature: Uint8Array.of(1) }),
        'signature',
        ['find key-1', 'verify'],
      ],
      [
        'for others, and signed by nobody',
        tokenOf({ claims: { aud: 'urn:warehouse', iss: 'x' }, signature: Uint8Array.of(1) }),
        'signature',
        ['find key-1', 'verify'],
      ],
    ] as const) {
      const { options, log } = openGuard();
      const received = await verdict(text, options);
      const cause =
        fault === 'signature'
          ? 'What a token says is a stranger’s word until its signature is good. Look at the claims last.'
          : CHEAP;
      check(received === fault, `${what}: expected ${fault}, received ${received}`, cause);
      expectSame(`${what}: what was done`, log, done, cause);
    }
  });

  test('verify gets the token and the key', async () => {
    let seen: unknown[] = [];
    const { options } = openGuard({
      verify: (...args: unknown[]) => {
        seen = args;
        return true;
      },
    });
    const text = tokenOf();
    await verdict(text, options);
    check(
      (seen[0] as ParsedToken | undefined)?.text === text && seen[1] === KEY,
      'verify did not get the parsed token and the chosen key',
      'verify(token, key): what parseToken gave, and what chooseKey gave.',
    );
  });

  test('whatever verify does', async () => {
    const ways: [what: string, verify: () => unknown, expected: string, cause: string][] = [
      ['gives true', () => true, 'accepted', 'It may answer now, or later.'],
      ['promises true', async () => true, 'accepted', 'It may answer now, or later.'],
      ['gives false', () => false, 'signature', 'False means no.'],
      ['promises false', async () => false, 'signature', 'A promise is always true: await it.'],
      [
        'throws',
        () => {
          throw new Error('bad point');
        },
        'signature',
        'A library throws at a signature that it cannot read, and a stranger chooses the signature. That proves nothing, and is told in the same words.',
      ],
      [
        'rejects',
        () => Promise.reject(new Error('bad point')),
        'signature',
        'A library rejects at a signature that it cannot read. That proves nothing, and is told in the same words.',
      ],
      ['gives undefined', () => undefined, 'signature', 'Only true means yes.'],
      ['gives an object', () => ({ verified: false }), 'signature', 'Only true means yes.'],
    ];
    for (const [what, verify, expected, cause] of ways) {
      const { options } = openGuard({ verify: verify as never });
      const received = await verdict(tokenOf(), options);
      check(
        received === expected,
        `verify ${what}: expected ${expected}, received ${received}`,
        cause,
      );
    }
  });

  test.each(BAD)('%s: UNAUTHENTICATED, in the same words', async (what, values, fault) => {
    const { interceptor, faults, told } = openGuard();
    for (const [kind, method] of Object.entries(KINDS)) {
      faults.length = 0;
      const call = callOf(method, ...values);
      const inside = further();
      const requests = new CountedStream([{}]);
      const ending = await endingOf(interceptor(requests, call, inside.next));
      expectSame(
        `${what}, ${kind}`,
        said(ending),
        `UNAUTHENTICATED: ${NOT_PROVEN}`,
        ending.error === undefined
          ? 'Nobody gets in before the token is good, in calls of all four kinds: a stream writes orders as well.'
          : 'Whatever is wrong with a token: one code and one text. Somebody who reads “expired” knows that the signature was good, and somebody who reads “unknown key” looks for the next one.',
      );
      const { metadata } = ending.error as GrpcError;
      check(
        metadata.size === 0,
        `${what}, ${kind}: the status has metadata`,
        'The same for all: nothing beside the code and the text.',
      );
      check(
        call.responseHeaders.size === 0 && call.responseTrailers.size === 0,
        `${what}, ${kind}: the answer has headers or trailers`,
        'The same for all: nothing beside the code and the text. Whoever calls reads headers and trailers, too.',
      );
      check(
        inside.got.length === 0 && requests.opened === 0,
        `${what}, ${kind}: what is further in has run, or the requests were read`,
        'Nobody gets in before the token is good, in calls of all four kinds.',
      );
      check(
        call.context.get(tokenCaller) === undefined,
        `${what}, ${kind}: the context has a caller`,
        'Nobody has proved who they are.',
      );
      expectSame(
        `${what}, ${kind}: reported`,
        faults,
        [fault],
        'report(fault, call): somebody here has to know why, once for each call.',
      );
      check(
        told.at(-1) === call,
        `${what}, ${kind}: report did not get the call`,
        'report(fault, call): the log wants to know whose it was.',
      );
    }
  });

  test('who comes in', async () => {
    for (const scheme of ['Bearer', 'bearer', 'BEARER']) {
      for (const [kind, method] of Object.entries(KINDS)) {
        const { interceptor, faults } = openGuard();
        const answer = {};
        const inside = further(() => answer);
        const requests = new CountedStream([{}]);
        const ending = await endingOf(
          interceptor(requests, callOf(method, `${scheme} ${tokenOf()}`), inside.next),
        );
        expectSame(
          `${kind}: the call`,
          said(ending),
          'it was let in',
          'The token is good, and has the scope.',
        );
        check(
          ending.value === answer,
          `${kind}: the answer is another one`,
          'return next(request, call)',
        );
        check(
          inside.got[0]?.request === requests && requests.opened === 0,
          `${kind}: the requests were touched`,
          'A guard reads no requests: next(request, call).',
        );
        expectSame(
          `${kind}: the caller in the context, as the handler sees it`,
          inside.got[0]?.subject,
          'shop',
          'call.context.set(tokenCaller, caller), before next.',
        );
        expectSame(`${kind}: reported`, faults, [], 'Nothing is wrong.');
      }
    }
  });

  test('known, and not allowed', async () => {
    const LACKS =
      'The token is good, and does not have the scope of this method: PERMISSION_DENIED. A new token would not help, so it is not UNAUTHENTICATED.';
    for (const [what, scope, method] of [
      ['it only reads', 'orders.read', updateOrders],
      ['it only writes', 'orders.write', getOrder],
      ['a scope that begins alike', 'orders.readonly orders.writer', searchOrders],
      ['all in one', 'orders.read,orders.write', getOrder],
      ['no scope', '', processOrders],
    ] as unknown as [string, string, MethodDefinition][]) {
      const { interceptor, faults } = openGuard();
      const call = callOf(method, `Bearer ${tokenOf({ claims: { scope } })}`);
      const inside = further();
      const ending = await endingOf(interceptor({}, call, inside.next));
      expectSame(`${what}: the status`, said(ending).split(':')[0], 'PERMISSION_DENIED', LACKS);
      expectSame(
        `${what}: the text`,
        (ending.error as GrpcError).details,
        NOT_ALLOWED,
        'NOT_ALLOWED, and no more: which scopes there are is written for our clients, and not for whoever has got a token.',
      );
      check(inside.got.length === 0, `${what}: what is further in has run`, LACKS);
      expectSame(`${what}: reported`, faults, [], 'Nothing is wrong with the token.');
    }
  });

  test('a method that nobody has thought of', async () => {
    const { interceptor } = openGuard({ scopeOf: () => undefined });
    const CLOSED =
      'scopeOf gave undefined: nobody may call it. A method that is added tomorrow is closed until somebody says for whom it is.';
    for (const scope of ['orders.read', 'undefined', '']) {
      const ending = await endingOf(
        interceptor(
          {},
          callOf(KINDS.unary, `Bearer ${tokenOf({ claims: { scope } })}`),
          further().next,
        ),
      );
      expectSame(
        `scope "${scope}": the status`,
        said(ending).split(':')[0],
        'PERMISSION_DENIED',
        CLOSED,
      );
    }
    const nobody = await endingOf(interceptor({}, callOf(KINDS.unary), further().next));
    expectSame(
      'and without a token',
      said(nobody),
      `UNAUTHENTICATED: ${NOT_PROVEN}`,
      'Who has proved nothing does not learn which methods there are: the token first.',
    );
  });

  test('the keys cannot be had', async () => {
    const find = () => Promise.reject(new KeysUnavailable());
    for (const [kind, method] of Object.entries(KINDS)) {
      const { interceptor, faults } = openGuard({ keys: { find } });
      const inside = further();
      const ending = await endingOf(
        interceptor({}, callOf(method, `Bearer ${tokenOf()}`), inside.next),
      );
      expectSame(
        `${kind}: the status`,
        said(ending),
        `UNAVAILABLE: ${CANNOT_CHECK}`,
        'Nobody knows whether the token is good. UNAUTHENTICATED would send all callers to the token server for a new one, which is down. UNAVAILABLE says: later.',
      );
      check(
        inside.got.length === 0,
        `${kind}: what is further in has run`,
        'A guard that cannot ask lets nobody in.',
      );
      expectSame(
        `${kind}: reported`,
        faults,
        [],
        'report hears what is wrong with a token. Of this one nobody knows.',
      );
      const wrong = await endingOf(
        interceptor(
          {},
          callOf(method, `Bearer ${tokenOf({ header: { alg: 'none' } })}`),
          inside.next,
        ),
      );
      expectSame(
        `${kind}: and a token without a signature`,
        said(wrong),
        `UNAUTHENTICATED: ${NOT_PROVEN}`,
        'What is wrong without any key is wrong today, too.',
      );
    }
  });

  test('an error that is not the token’s fault', async () => {
    const bug = new RangeError('a bug in find');
    const { interceptor, faults } = openGuard({ keys: { find: () => Promise.reject(bug) } });
    const ending = await endingOf(
      interceptor({}, callOf(KINDS.unary, `Bearer ${tokenOf()}`), further().next),
    );
    check(
      ending.error === bug,
      `find throws a bug: expected it as it is, received ${said(ending)}`,
      'A TokenError is UNAUTHENTICATED, KeysUnavailable is UNAVAILABLE. Anything else is an accident of ours, and goes out as it is, for the mask of lesson 15: as UNAUTHENTICATED nobody would ever hear of it.',
    );
    expectSame('reported', faults, [], 'The token is not at fault.');
  });

  test('what happens further in is not about the token', async () => {
    for (const error of [
      new TokenError('expired'),
      new KeysUnavailable(),
      new GrpcError(Status.NOT_FOUND, 'no order 999'),
    ]) {
      const { interceptor, faults } = openGuard();
      const inside = further(() => {
        throw error;
      });
      const ending = await endingOf(
        interceptor({}, callOf(KINDS.unary, `Bearer ${tokenOf()}`), inside.next),
      );
      check(
        ending.error === error,
        `a handler fails with ${withArticle(error.name)}: expected it as it is, received ${said(ending)}`,
        'A handler may have tokens of its own, and fail with them. next stands outside of your try.',
      );
      expectSame('reported', faults, [], 'The caller’s token was good.');
    }
  });

  test('a report that fails, or takes its time', async () => {
    const boom = new Error('the disk is full');
    let heard = false;
    /** A promise that is rejected, and knows whether anybody looks at it. */
    const rejected: PromiseLike<never> = {
      // biome-ignore lint/suspicious/noThenProperty: it is a promise of another make.
      then(_, failed) {
        heard = true;
        return Promise.resolve(failed?.(boom)) as Promise<never>;
      },
    };
    for (const [what, report] of [
      [
        'throws',
        () => {
          throw boom;
        },
      ],
      ['rejects', () => rejected],
      ['never ends', () => new Promise(() => {})],
      ['is missing', undefined],
    ] as [string, (() => unknown) | undefined][]) {
      const { interceptor } = openGuard({ report });
      const call = watch(interceptor({}, callOf(KINDS.unary, 'Bearer x'), further().next));
      await settled(call);
      check(
        call.state === 'rejected',
        `report ${what}: the call waits`,
        'Its caller does not wait for our log: runCallback waits for nobody.',
      );
      expectSame(
        `report ${what}: the status`,
        said({ error: call.error }),
        `UNAUTHENTICATED: ${NOT_PROVEN}`,
        'report is somebody else’s code, and may do anything: runCallback(() => report?.(fault, call), () => {}).',
      );
    }
    await settle();
    check(
      heard,
      'report rejects, and nobody looks at its promise',
      'try sees what is thrown, and not what is rejected later: that would end the process. runCallback looks at both.',
    );
  });

  test('each call is judged by itself, and at its own time', async () => {
    let now = NOW;
    const { interceptor } = openGuard({ now: () => now });
    const come = async (text: string) => {
      const inside = further();
      const ending = await endingOf(
        interceptor({}, callOf(KINDS.unary, `Bearer ${text}`), inside.next),
      );
      return inside.got[0]?.subject ?? said(ending);
    };
    const text = tokenOf();
    expectSame('the first call', await come(text), 'shop', 'The token is good.');
    const both = await Promise.all([come(text), come(tokenOf({ claims: { sub: 'ada' } }))]);
    expectSame(
      'two callers at once',
      both,
      ['shop', 'ada'],
      'What belongs to one call is not kept outside of it.',
    );
    now = NOW + 60;
    expectSame(
      'the same token a minute later',
      await come(text),
      `UNAUTHENTICATED: ${NOT_PROVEN}`,
      'A token that was good is good until it expires: now() is asked with each call, and nothing is remembered.',
    );
  });

  test('grpc-js calls, in all four kinds', async () => {
    const { interceptor } = openGuard();
    const read = tokenOf({ claims: { scope: 'orders.read' } });
    await withStranger([interceptor], async (call) => {
      for (const kind of ALL_KINDS) {
        const none = await call(kind, {});
        expectSame(
          `${kind}, without a token`,
          statusName(none.code as StatusCode),
          'UNAUTHENTICATED',
          'Streams are guarded, too.',
        );
        expectSame(
          `${kind}, without a token: the text`,
          none.details,
          NOT_PROVEN,
          'One text for all.',
        );
        const forged = await call(kind, { authorization: `Bearer ${swapped()}` });
        expectSame(
          `${kind}, with other claims`,
          statusName(forged.code as StatusCode),
          'UNAUTHENTICATED',
          'The signature is not over these claims.',
        );
        const good = await call(kind, { authorization: `Bearer ${tokenOf()}` });
        expectSame(
          `${kind}, with a good token`,
          statusName(good.code as StatusCode),
          'OK',
          'The token is good, and has both scopes.',
        );
        const half = await call(kind, { authorization: `Bearer ${read}` });
        const expected = /client|bidi/.test(kind) ? 'PERMISSION_DENIED' : 'OK';
        expectSame(
          `${kind}, with a token that only reads`,
          statusName(half.code as StatusCode),
          expected,
          'It has the scope of the two that read, and not that of the two that write.',
        );
      }
    });
  });
});
