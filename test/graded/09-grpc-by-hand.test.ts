import { test } from 'vitest';
import { check } from '#course/kit/compare/finding';
import { expectFields, type FieldCauses } from '#course/kit/compare/header-fields';
import { likely } from '#course/kit/compare/likely';
import { expectSame } from '#course/kit/compare/same';
import { expectKept, unchanged } from '#course/kit/given';
import { SOON_MS } from '#course/kit/patience';
import { task } from '#course/kit/task';
import { Metadata } from '#grpc/metadata';
import { Status, type StatusObject, statusName } from '#grpc/status';
import { type Head, readHead } from '#grpc/wire/head';
import { percentDecode, percentEncode } from '#grpc/wire/percent';
import { type RequestHead, refuseRequest, requestHeaders } from '#grpc/wire/request-headers';
import { faultOfResponse, responseHeaders, statusOfHeaders } from '#grpc/wire/response-headers';
import { formatTimeout, parseTimeout } from '#grpc/wire/timeout';
import {
  parseStatusCode,
  readStatus,
  statusOfTrailers,
  statusTrailers,
  trailersOnly,
} from '#grpc/wire/trailers';
import type { HeaderField } from '#hpack/header-field';
import { askWith, NO_TEA, withGrpcJsClient, withGrpcJsServer } from './09-grpc-by-hand.node.ts';

/*
 * What is asked of headers needs no network. Tasks 4 and 5 end at a stranger's: gRPC's own library
 * for Node. That part, and nothing else here, needs Node: it stands in `09-grpc-by-hand.node.ts`.
 */

const PATH = '/hello.Greeter/SayHello';
const field = (name: string, value: string): HeaderField => ({ name, value });

const PSEUDO = [
  field(':method', 'POST'),
  field(':scheme', 'http'),
  field(':path', PATH),
  field(':authority', 'localhost:50009'),
];
const TE = field('te', 'trailers');
const CONTENT_TYPE = field('content-type', 'application/grpc+proto');
const PLAIN: RequestHead = { path: PATH, authority: 'localhost:50009', scheme: 'http' };

const REQUEST_CAUSES: FieldCauses = {
  ':method': 'Every gRPC call is a POST.',
  ':path': 'The path is the method’s, to the letter, with the slash in front.',
  ':authority':
    'HTTP/2 has no Host header: what the client calls the server is :authority (RFC 9113 §8.3.1).',
  host: 'HTTP/2 has no Host header: what the client calls the server is :authority.',
  te: '`te: trailers` is missing or wrong. It tells every proxy on the way that we can read trailers: one that drops them would drop the status.',
  'content-type':
    'The content-type must begin with application/grpc, or the server answers 415: it is all that tells a gRPC call from any other POST.',
  'grpc-timeout':
    'grpc-timeout is sent where a timeout was given, and only there: no timeout means that the caller waits for ever. A timeout of 0 is one, too.',
  'grpc-encoding': 'What is not given is left out: no field with the value "undefined" or "".',
  'grpc-accept-encoding': 'What is not given is left out.',
  'user-agent': 'What is not given is left out.',
  order:
    'The order is wrong: first the four with a colon (HTTP/2 calls a request malformed if they come late), then grpc-timeout, then the protocol’s own fields, and the application’s metadata last.',
};

const NO_METADATA = 'The metadata is missing: metadata.toHeaders() gives header fields.';

/** Reads a timeout as its grammar has it, so that a wrong writer cannot agree with a wrong reader. */
function rightTimeout(text: string): number {
  const unit = { H: 3.6e6, M: 6e4, S: 1e3, m: 1, u: 1e-3, n: 1e-6 }[text.at(-1) ?? ''];
  return /^\d{1,8}[HMSmun]$/.test(text) ? Number(text.slice(0, -1)) * unit! : Number.NaN;
}

/** `application/grpc` says the same as `application/grpc+proto`: one of the two is compared. */
function named(fields: HeaderField[]): HeaderField[] {
  if (!Array.isArray(fields)) return fields;
  return fields.map((each) =>
    each?.name === 'content-type' && each.value === 'application/grpc' ? CONTENT_TYPE : each,
  );
}

task(1, () => {
  test('the plainest call there is', () =>
    expectFields(
      'its first block',
      named(unchanged('the head', PLAIN, (head) => requestHeaders(head))),
      [PSEUDO, [TE, CONTENT_TYPE]],
      REQUEST_CAUSES,
    ));

  const ALONE: [what: string, given: Partial<RequestHead>, field: HeaderField][] = [
    ['an encoding', { encoding: 'gzip' }, field('grpc-encoding', 'gzip')],
    ['what it can read', { acceptEncoding: 'gzip' }, field('grpc-accept-encoding', 'gzip')],
    ['a user agent', { userAgent: 'mine/1.0' }, field('user-agent', 'mine/1.0')],
  ];
  test.each(ALONE)('a call with %s and nothing else', (_, given, right) =>
    expectFields(
      'its first block',
      named(requestHeaders({ ...PLAIN, ...given })),
      [PSEUDO, [TE, CONTENT_TYPE, right]],
      {
        ...REQUEST_CAUSES,
        [right.name]:
          'Each of them may be given alone: what is given is sent, the rest is left out.',
      },
    ),
  );

  test('a call with metadata and nothing else', () =>
    expectFields(
      'its first block',
      named(requestHeaders({ ...PLAIN, metadata: new Metadata({ 'x-table': '7' }) })),
      [PSEUDO, [TE, CONTENT_TYPE], [field('x-table', '7')]],
      { ...REQUEST_CAUSES, 'x-table': NO_METADATA },
    ));

  test('a call whose time is over', () =>
    expectFields(
      'its first block',
      named(requestHeaders({ ...PLAIN, timeoutMs: -5 })),
      [PSEUDO, [field('grpc-timeout', formatTimeout(0))], [TE, CONTENT_TYPE]],
      {
        ...REQUEST_CAUSES,
        'grpc-timeout':
          'Below zero is zero, and is sent: without grpc-timeout the server would work for ever for somebody who has left.',
      },
    ));

  test('a key that comes twice', () => {
    const metadata = new Metadata().append('x-table', '7').append('x-table', '8');
    expectFields(
      'its first block',
      named(requestHeaders({ ...PLAIN, metadata })),
      [PSEUDO, [TE, CONTENT_TYPE], [field('x-table', '7'), field('x-table', '8')]],
      { ...REQUEST_CAUSES, 'x-table': 'A key may come more than once, and each of them is sent.' },
    );
  });

  test('fields of one’s own', () => {
    const first = requestHeaders(PLAIN);
    expectKept('the first block', first, () =>
      requestHeaders({ ...PLAIN, path: '/another', timeoutMs: 1, encoding: 'gzip' }),
    );
  });

  test('a call with all that a call can have', () =>
    expectFields(
      'its first block',
      named(
        requestHeaders({
          ...PLAIN,
          timeoutMs: 250,
          encoding: 'gzip',
          acceptEncoding: 'identity,gzip',
          userAgent: 'grpc-typescript/1.0',
          metadata: new Metadata({ 'x-table': '7', 'x-key-bin': Uint8Array.of(1, 2, 255) }),
        }),
      ),
      [
        PSEUDO,
        [field('grpc-timeout', formatTimeout(250))],
        [
          TE,
          CONTENT_TYPE,
          field('grpc-encoding', 'gzip'),
          field('grpc-accept-encoding', 'identity,gzip'),
          field('user-agent', 'grpc-typescript/1.0'),
        ],
        [field('x-table', '7'), field('x-key-bin', 'AQL/')],
      ],
      {
        ...REQUEST_CAUSES,
        'grpc-encoding': 'encoding, where it is given, goes into grpc-encoding.',
        'grpc-accept-encoding': 'acceptEncoding, where it is given, goes into it.',
        'user-agent': 'userAgent, where it is given, goes into it.',
        'x-table': NO_METADATA,
        'x-key-bin':
          'The value of a -bin name is bytes, and travels in base64: metadata.toHeaders() does that.',
      },
    ));

  test('over TLS, and with no time at all', () =>
    expectFields(
      'its first block',
      named(requestHeaders({ ...PLAIN, scheme: 'https', timeoutMs: 0 })),
      [
        PSEUDO.with(1, field(':scheme', 'https')),
        [field('grpc-timeout', formatTimeout(0))],
        [TE, CONTENT_TYPE],
      ],
      { ...REQUEST_CAUSES, ':scheme': 'The scheme is head.scheme: https over TLS.' },
    ));

  test('a call with a time that is not whole', () =>
    expectFields(
      'its first block',
      named(requestHeaders({ ...PLAIN, timeoutMs: 0.25 })),
      [PSEUDO, [field('grpc-timeout', formatTimeout(0.25))], [TE, CONTENT_TYPE]],
      {
        ...REQUEST_CAUSES,
        'grpc-timeout':
          'formatTimeout gets the timeout as it was given: it rounds by itself, and only if it must.',
      },
    ));

  const NEVER_LESS =
    'A timeout on the wire must never be shorter than the one that was asked for: round up, not down.';
  const WRITTEN =
    'grpc-timeout is one to eight digits and one letter out of HMSmun: no point, no minus, no e+15, nothing between them.';

  /** The finest unit from microseconds on in which eight digits are enough, in milliseconds. */
  const finest = (ms: number) =>
    [1e-3, 1, 1e3, 6e4, 3.6e6].find((unit) => Math.ceil(ms / unit) <= 99_999_999) ?? 3.6e6;

  test.each([
    ...[
      0,
      1,
      250,
      99_999_999,
      1.5,
      0.25,
      0.0004,
      0.0014,
      2500.75,
      99_999_999.5,
      100_000.5,
      1e8,
      1e8 + 1,
    ],
    ...[3e9, 3e9 + 1, 99_999_999_000, 1e11 + 1, 1.2e11 + 10_000, 7.2e12 + 1e6, 8.64e12],
  ])('a timeout of %d ms', (ms) => {
    const text = formatTimeout(ms);
    const read = rightTimeout(String(text));
    const said = `formatTimeout(${ms}) gave ${JSON.stringify(text)}`;
    check(read >= 0, `${said}, which is not a timeout`, WRITTEN);
    check(read >= ms * (1 - 1e-9), `${said}, which is less than was asked`, NEVER_LESS);
    const isWhole = Number.isInteger(ms) && ms <= 99_999_999;
    check(
      isWhole ? Math.abs(read - ms) < 1e-6 : read - ms < finest(ms) + ms * 1e-9,
      `${said}, which is more than was asked`,
      'Milliseconds are said in m if they are whole and fit into eight digits; otherwise in the finest unit that fits, rounded up. The units are H M S m u n: M is a minute, m a millisecond.',
    );
  });

  test('less than nothing, and more than can be said', () => {
    const late = 'A deadline that has passed leaves no time: below zero is zero.';
    expectSame('formatTimeout(-5), as a time', rightTimeout(formatTimeout(-5)), 0, late);
    expectSame(
      'formatTimeout(1e15)',
      formatTimeout(1e15),
      '99999999H',
      'Eight digits are all there are: the longest timeout is 99999999H.',
    );
  });
});

task(2, () => {
  const BYTES =
    'It is the bytes of the text in UTF-8 that become escapes, not its characters: é is two bytes, %C3%A9.';
  const EDGES =
    'HTTP/2 allows no space at either end of a value (RFC 9113 §8.2.1): a peer that keeps to it throws the whole answer away. There, and only there, a space becomes %20.';
  const WRITTEN: [text: string, encoded: string, cause: string][] = [
    ['no tea today', 'no tea today', 'Printable ASCII stays as it is, spaces too.'],
    [
      '~ -_.!*\'()/#?&+"',
      '~ -_.!*\'()/#?&+"',
      'Printable ASCII stays as it is: this is not a URL.',
    ],
    ['', '', 'Nothing is nothing.'],
    ['!a!', '!a!', 'Only a space is escaped at the ends: a mark is printable ASCII there too.'],
    ['100%', '100%25', 'The % itself must be escaped, or the reader takes it for an escape.'],
    [
      'a\x1fb \x20~\x7e\x7f',
      'a%1Fb  ~~%7F',
      'Printable ASCII is 0x20 to 0x7e: the bytes beside them, 0x1f and 0x7f, are escaped.',
    ],
    ['a\tb\nc\x7f', 'a%09b%0Ac%7F', 'Control characters are not header text; two digits, always.'],
    ['café', 'caf%C3%A9', BYTES],
    ['☕ 😈', '%E2%98%95 %F0%9F%98%88', BYTES],
    ['no user ', 'no user%20', EDGES],
    [' no user', '%20no user', EDGES],
    [' ', '%20', EDGES],
    ['half \ud83d', 'half %EF%BF%BD', 'Half a pair must not make it fail: encodeUtf8 replaces it.'],
  ];
  test.each(WRITTEN)('writes %j', async (text, encoded, cause) => {
    let written: unknown;
    await likely(cause, () => {
      written = percentEncode(text);
    });
    const onlyCase = String(written).toUpperCase() === encoded.toUpperCase();
    const why = onlyCase ? 'The protocol writes its hex digits in capitals: %C3.' : cause;
    // JSON leaves DEL as it is, which no terminal shows.
    const shown = JSON.stringify(text).replaceAll('\x7f', '\\u007f');
    expectSame(`percentEncode(${shown})`, written, encoded, why);
  });

  const NEVER_FAILS =
    'percentDecode must not throw, and must not throw away: what is not an escape stays as it is. A status that cannot be read helps nobody.';
  const FRIENDLY =
    'What is not an escape stays as it is: two hex digits must follow the %. parseInt takes more than digits, and fewer.';
  const OCTETS =
    'Some peers send UTF-8 as it is. A header field holds octets, one character each: Ã© are the two of an é. Each character is a byte already.';
  const READ: [encoded: string, text: string, cause: string][] = [
    ['no tea today', 'no tea today', 'What is not an escape stays as it is.'],
    ['a+b', 'a+b', 'A plus is a plus: this is not a form.'],
    ['caf%C3%A9 %E2%98%95', 'café ☕', 'Gather the bytes of all escapes first, then decode them.'],
    ['%2F%23%3f%c3%a9', '/#?é', 'Every escape is decoded, and hex digits may be small letters.'],
    ['100%25', '100%', '%25 is the percent sign.'],
    ['%2525', '%25', 'What comes out of an escape is not looked at again.'],
    ['100%', '100%', NEVER_FAILS],
    ['% %z1 %4', '% %z1 %4', FRIENDLY],
    [
      '%+1%-1% 1%0x',
      '%+1%-1% 1%0x',
      'Two hex digits must follow; parseInt takes more than digits.',
    ],
    ['cut %E2%98', 'cut \ufffd', NEVER_FAILS],
    ['caf\xc3\xa9', 'café', OCTETS],
    ['caf\xc3\xa9 %C3%A9%21', 'café é!', OCTETS],
    ['caf\xe9', 'caf\ufffd', NEVER_FAILS],
  ];
  test.each(READ)('reads %j', async (encoded, text, cause) => {
    let read: unknown;
    await likely(cause, () => {
      read = percentDecode(encoded);
    });
    expectSame(`percentDecode(${JSON.stringify(encoded)})`, read, text, cause);
  });

  test('reads a byte order mark', () =>
    expectSame(
      'the first character of percentDecode("%EF%BB%BFtea"), in hex',
      percentDecode('%EF%BB%BFtea').charCodeAt(0).toString(16),
      'feff',
      'A byte order mark is a character of the text like any other: lenientUtf8 keeps it, a TextDecoder by itself drops it.',
    ));
});

const ANSWER_CAUSES: FieldCauses = {
  ':status':
    'HTTP’s status is 200 for whatever gRPC answers, and httpStatus where one was asked for.',
  'content-type': 'Without a content-type the client takes the answer for a proxy’s.',
  'grpc-status': 'grpc-status must be there, always, as decimal text; also for OK, which is 0.',
  'grpc-message':
    'grpc-message is status.details through percentEncode; where there is no text, there is no field.',
  'grpc-encoding': 'grpc-encoding is sent where an encoding was given, and only there.',
  'x-hint': 'The metadata of the status is missing: metadata.toHeaders() gives header fields.',
  order:
    'The order is wrong: :status first (HTTP/2 wants it so), then the protocol’s own fields, and the metadata last.',
};
const STATUS_200 = field(':status', '200');

/** In the block that only begins an answer. */
const BEGIN_CAUSES: FieldCauses = {
  ...ANSWER_CAUSES,
  'grpc-status':
    'The answer only begins here, and how it ends nobody knows yet: the status stands in the trailers.',
};

task(3, () => {
  const TWICE = new Metadata().append('x-hint', 'coffee').append('x-hint', 'cake');

  test('an answer begins', () =>
    expectFields(
      'its headers',
      named(responseHeaders()),
      [[STATUS_200], [CONTENT_TYPE]],
      BEGIN_CAUSES,
    ));

  test('an answer begins, with all that it can have', () =>
    expectFields(
      'its headers',
      named(
        responseHeaders({
          encoding: 'gzip',
          acceptEncoding: 'identity,gzip',
          metadata: new Metadata({ 'x-hint': 'coffee' }),
        }),
      ),
      [
        [STATUS_200],
        [
          CONTENT_TYPE,
          field('grpc-encoding', 'gzip'),
          field('grpc-accept-encoding', 'identity,gzip'),
        ],
        [field('x-hint', 'coffee')],
      ],
      BEGIN_CAUSES,
    ));

  test('OK is a status too', () =>
    expectFields(
      'its trailers',
      statusTrailers({ code: Status.OK, details: '' }),
      [[field('grpc-status', '0')]],
      ANSWER_CAUSES,
    ));

  const notFound: StatusObject = {
    code: Status.NOT_FOUND,
    details: 'no café',
    metadata: new Metadata({ 'x-hint': 'coffee' }),
  };
  const NOT_FOUND = [field('grpc-status', '5'), field('grpc-message', 'no caf%C3%A9')];

  test('a failure, with text and metadata', () =>
    expectFields(
      'its trailers',
      statusTrailers(notFound),
      [NOT_FOUND, [field('x-hint', 'coffee')]],
      ANSWER_CAUSES,
    ));

  test('a failure with a text and no metadata', () =>
    expectFields(
      'its trailers',
      statusTrailers({ code: Status.NOT_FOUND, details: 'no tea' }),
      [[field('grpc-status', '5'), field('grpc-message', 'no tea')]],
      {
        ...ANSWER_CAUSES,
        'grpc-message':
          'Text and metadata have nothing to do with each other: each is sent if it is there.',
      },
    ));

  test.each([
    ['an answer', () => responseHeaders({ metadata: TWICE }), [[STATUS_200], [CONTENT_TYPE]]],
    [
      'trailers',
      () => statusTrailers({ code: Status.UNAUTHENTICATED, details: '', metadata: TWICE }),
      [[field('grpc-status', '16')]],
    ],
  ] as const)('a code of two digits, and a key that comes twice: %s', (_, write, begin) =>
    expectFields(
      'its fields',
      named(write()),
      [...begin.map((fields) => [...fields]), [field('x-hint', 'coffee'), field('x-hint', 'cake')]],
      {
        ...ANSWER_CAUSES,
        'x-hint': 'A key may come more than once, and each of them is sent.',
        'grpc-status': 'The code is decimal text, and the highest is 16.',
      },
    ),
  );

  test.each([
    ['a space at its end', 'no user ', 'no user%20'],
    ['nothing but a space', ' ', '%20'],
  ])('a failure with a text that has %s', (_, details, encoded) =>
    expectFields(
      'its trailers',
      statusTrailers({ code: Status.NOT_FOUND, details }),
      [[field('grpc-status', '5'), field('grpc-message', encoded)]],
      {
        ...ANSWER_CAUSES,
        'grpc-message':
          'The text is not yours to trim: percentEncode makes an escape of a space at its end. Only an empty text is none.',
      },
    ),
  );

  test('OK with a text and metadata', () =>
    expectFields(
      'its trailers',
      statusTrailers({ ...notFound, code: Status.OK }),
      [[field('grpc-status', '0'), NOT_FOUND[1]!], [field('x-hint', 'coffee')]],
      {
        ...ANSWER_CAUSES,
        'grpc-message': 'OK may have a text as well: what is there is sent, whatever the code.',
        'x-hint': 'OK may have metadata as well: what is there is sent, whatever the code.',
      },
    ));

  test('a failure with metadata and no text', () =>
    expectFields(
      'its trailers',
      statusTrailers({ ...notFound, details: '' }),
      [[field('grpc-status', '5')], [field('x-hint', 'coffee')]],
      ANSWER_CAUSES,
    ));

  test.each([
    ['an encoding', { encoding: 'gzip' }, field('grpc-encoding', 'gzip')],
    ['what it can read', { acceptEncoding: 'gzip' }, field('grpc-accept-encoding', 'gzip')],
  ])('an answer with %s and nothing else', (_, given, right) =>
    expectFields(
      'its headers',
      named(responseHeaders(given)),
      [[STATUS_200], [CONTENT_TYPE, right]],
      {
        ...BEGIN_CAUSES,
        [right.name]:
          'Each of them may be given alone: what is given is sent, the rest is left out.',
      },
    ),
  );

  test('an answer with metadata and nothing else', () =>
    expectFields(
      'its headers',
      named(responseHeaders({ metadata: new Metadata({ 'x-hint': 'coffee' }) })),
      [[STATUS_200], [CONTENT_TYPE], [field('x-hint', 'coffee')]],
      BEGIN_CAUSES,
    ));

  test('fields of one’s own, and what was given as it was', () => {
    const first = unchanged('the status', notFound, (status) => trailersOnly(status));
    expectKept('the first block', first, () => {
      responseHeaders({ encoding: 'gzip' });
      statusTrailers({ code: Status.UNKNOWN, details: 'other' });
      trailersOnly({ code: Status.UNKNOWN, details: 'other' });
    });
    expectKept('the first headers', responseHeaders(), () => responseHeaders({ encoding: 'gzip' }));
  });

  test('nothing but a failure: Trailers-Only', () =>
    expectFields(
      'its only block',
      named(trailersOnly(notFound)),
      [[STATUS_200], [CONTENT_TYPE, ...NOT_FOUND], [field('x-hint', 'coffee')]],
      ANSWER_CAUSES,
    ));

  test('a failure that HTTP must see as well', () =>
    expectFields(
      'its only block',
      named(trailersOnly({ code: Status.UNKNOWN, details: '' }, '415')),
      [[field(':status', '415')], [CONTENT_TYPE, field('grpc-status', '2')]],
      ANSWER_CAUSES,
    ));
});

/** The block of these fields, taken apart. */
const headOf = (fields: Record<string, string>): Head =>
  readHead(Object.entries(fields).map(([name, value]) => ({ name, value })));

const GOOD_ANSWER = { ':status': '200', 'content-type': 'application/grpc' };

/** A text of a peer's that does not fit into a line. */
const LONG = 'x'.repeat(16_000);

function expectShort(what: string, details: string | undefined): void {
  expectSame(
    'the details have 1,000 letters or fewer',
    (details ?? '').length <= 1_000,
    true,
    `The peer's ${what} has 16,000 letters, and all of them are in the details, which are sent, kept and shown: excerpt(text) cuts what is not ours.`,
  );
}

/** Sees that somebody who reads these details learns what it was that came. */
function expectNamed(what: string, details: string | undefined, word: string): void {
  check(
    (details ?? '').toLowerCase().includes(word),
    `the details do not say what came, which is ${JSON.stringify(word)}: ${JSON.stringify(details)}`,
    `The details say that something is wrong, and not what: put ${what} into them. Whoever reads them has nothing else.`,
  );
}

function expectNothingUndefined(details: string | undefined): void {
  check(
    !(details ?? '').includes('undefined'),
    `the details are ${JSON.stringify(details)}`,
    'What is not there has no name: say that it is missing, and not “undefined”.',
  );
}

/** Compares codes by name: 13 says nothing, INTERNAL does. */
function expectCode(what: string, status: StatusObject | undefined, code: string, cause: string) {
  expectSame(what, status && statusName(status.code), code, cause);
}

/**
 * Before a stranger is asked: who runs into a gap hears of the gap, and headers that are wrong are
 * said to be wrong, and not what a network makes of them.
 */
function needClient(): void {
  expectFields(
    'its first block',
    named(requestHeaders(PLAIN)),
    [PSEUDO, [TE, CONTENT_TYPE]],
    REQUEST_CAUSES,
  );
  const end = { ...GOOD_ANSWER, 'grpc-status': '5', 'grpc-message': '100%25' };
  expectCode('the call’s code', statusOfHeaders(headOf(end), true), 'NOT_FOUND', TRAILERS_ONLY);
}

const TRAILERS_ONLY =
  'The block ends the stream, so it is headers and trailers in one: its status counts.';

task(4, () => {
  test.each(Object.entries(Status))('%s is %d', (name, code) =>
    expectSame(
      `parseStatusCode('${code}')`,
      statusName(parseStatusCode(String(code))),
      name,
      'There are seventeen codes, 0 to 16, and 0 is one of them.',
    ),
  );

  const NO_CODE =
    'What is not a code must be UNKNOWN. Number() is too friendly here: an empty text is 0, which is OK, and 1e0 and 0x1 are numbers to it.';
  test.each([
    '',
    'abc',
    '-1',
    '-0',
    '+5',
    '00',
    '05',
    '17',
    '1e0',
    ' 1',
    '0x1',
    '1.5',
    '4294967296',
  ])('grpc-status %j is UNKNOWN', (text) => {
    const read = parseStatusCode(text);
    expectSame(`parseStatusCode(${JSON.stringify(text)})`, read, Status.UNKNOWN, NO_CODE);
  });

  test('a status is code, text and metadata', () => {
    const fields = { 'grpc-status': '5', 'grpc-message': 'no caf%C3%A9', 'x-hint': 'coffee' };
    const status = readStatus(headOf(fields));
    expectCode(
      'the code',
      status,
      'NOT_FOUND',
      'The code is grpc-status, through parseStatusCode.',
    );
    expectSame(
      'the details',
      status?.details,
      'no café',
      'The text travels in percent-encoding: percentDecode makes it readable.',
    );
    expectSame(
      'its metadata',
      status?.metadata?.get('x-hint'),
      'coffee',
      'What else stands in the trailers belongs to the status: head.metadata.',
    );
  });

  test('a status that is not a status', () => {
    const cause =
      'The code is grpc-status, through parseStatusCode: Number makes NaN of such a text, and no program knows what to do with that.';
    expectCode('the code', readStatus(headOf({ 'grpc-status': 'abc' })), 'UNKNOWN', cause);
  });

  test('a text that could not be an address', () => {
    const cause = 'The text goes through percentDecode, which never fails.';
    return likely(cause, () =>
      expectSame(
        'the details of a grpc-message of "100%2F%"',
        readStatus(headOf({ 'grpc-status': '5', 'grpc-message': '100%2F%' }))?.details,
        '100/%',
        cause,
      ),
    );
  });

  test('OK with a text, and a status of no letters', () => {
    const ok = readStatus(
      headOf({ 'grpc-status': '0', 'grpc-message': 'with milk', 'x-hint': 'coffee' }),
    );
    const kept = 'OK may have metadata as well: head.metadata, whatever the code.';
    expectSame('its metadata', ok?.metadata?.get('x-hint'), 'coffee', kept);
    const said = 'OK may have a text as well, and it is read like any other.';
    expectSame('the details', ok?.details, 'with milk', said);
    expectCode(
      'the code, with an empty grpc-status',
      readStatus(headOf({ 'grpc-status': '' })),
      'UNKNOWN',
      'An empty text is falsy, and still there: only undefined is no status. It is a wrong one, which is UNKNOWN.',
    );
  });

  test('a status without a text, and no status at all', () => {
    const empty = 'Without a grpc-message details are an empty text, not undefined.';
    expectSame('the details', readStatus(headOf({ 'grpc-status': '0' }))?.details, '', empty);
    expectSame(
      'the status of a block without grpc-status',
      readStatus(headOf({ 'grpc-message': 'x' })),
      undefined,
      'No grpc-status, no status: undefined. It is for others to say what that means.',
    );
  });

  const FAULTS: [what: string, fields: Record<string, string>, code: string, cause: string][] = [
    [
      'a proxy that says 502',
      { ':status': '502', 'content-type': 'text/html' },
      'UNAVAILABLE',
      'HTTP’s status comes first: 502 means that nobody is there, and the caller may try again. statusFromHttp knows them all.',
    ],
    [
      'a server that says 500',
      { ':status': '500', 'content-type': 'text/html' },
      'UNKNOWN',
      'Not every 5xx may be tried again: 500 may have done half of its work. statusFromHttp knows them all.',
    ],
    [
      'a 204, which has no content',
      { ...GOOD_ANSWER, ':status': '204' },
      'UNKNOWN',
      'Of all that HTTP says only 200 begins an answer of gRPC’s, and not each number that begins with 2.',
    ],
    [
      'no :status at all',
      { 'content-type': 'application/grpc' },
      'UNKNOWN',
      'An answer without :status is not one: undefined is not 200 either.',
    ],
    [
      'a login page',
      { ':status': '401', 'content-type': 'text/html' },
      'UNAUTHENTICATED',
      'HTTP’s status has a meaning of its own: statusFromHttp.',
    ],
    [
      'a web page, with 200',
      { ':status': '200', 'content-type': 'text/html' },
      'UNKNOWN',
      'The content-type was not looked at. Who reads a web page as a message takes its first five bytes, <html, for a prefix: 1,752,460,652 bytes to come.',
    ],
    [
      'no content-type at all',
      { ':status': '200' },
      'UNKNOWN',
      'Without a content-type it is not a gRPC answer.',
    ],
    [
      'application/grpc-web',
      { ':status': '200', 'content-type': 'application/grpc-web' },
      'UNKNOWN',
      'application/grpc-web begins like gRPC and is another protocol: isGrpcContentType looks at what follows.',
    ],
    [
      'a codec that nobody asked for',
      { ':status': '200', 'content-type': 'application/grpc+json' },
      'INTERNAL',
      'We sent proto and can read proto only: contentSubtype names the codec.',
    ],
    [
      'a codec that nobody has heard of',
      { ':status': '200', 'content-type': 'application/grpc+thrift' },
      'INTERNAL',
      'json is one codec of many: whatever is not proto cannot be read.',
    ],
    [
      'a -bin field that is not base64',
      { ...GOOD_ANSWER, 'x-key-bin': '!' },
      'INTERNAL',
      'head.malformed is the name of a -bin field that is not base64.',
    ],
  ];
  test.each(FAULTS)('%s', (_, fields, code, cause) => {
    const fault = faultOfResponse(headOf(fields));
    expectCode('the fault’s code', fault, code, cause);
    const words = 'A code without a word is hard to debug: say why.';
    check((fault?.details ?? '') !== '', 'the fault has no details', words);
  });

  test.each<[what: string, fields: Record<string, string>, word: string]>([
    ['HTTP’s status', { ':status': '502' }, '502'],
    ['the content-type', { 'content-type': 'text/html' }, 'text/html'],
    ['the codec', { 'content-type': 'application/grpc+json' }, 'json'],
    ['the field', { 'x-key-bin': '!' }, 'x-key-bin'],
  ])('the details of a fault name what came: %s', (what, fields, word) =>
    expectNamed(what, faultOfResponse(headOf({ ...GOOD_ANSWER, ...fields }))?.details, word),
  );

  test('the details of a fault, with nothing there to name', () =>
    expectNothingUndefined(faultOfResponse(headOf({ ':status': '200' }))?.details));

  test.each<[what: string, fields: Record<string, string>]>([
    [':status', { ':status': LONG }],
    ['content-type', { 'content-type': LONG }],
    ['codec', { 'content-type': `application/grpc+${LONG}` }],
    ['-bin name', { [`${LONG}-bin`]: '!' }],
  ])('a fault whose %s has 16,000 letters', (what, fields) =>
    expectShort(what, faultOfResponse(headOf({ ...GOOD_ANSWER, ...fields }))?.details),
  );

  test.each(['application/grpc', 'application/grpc+proto', 'application/grpc; charset=utf-8'])(
    'nothing is wrong with %s',
    (type) =>
      expectSame(
        'the fault',
        faultOfResponse(headOf({ ...GOOD_ANSWER, 'content-type': type })),
        undefined,
        'This is gRPC, in every one of these forms: messages may follow.',
      ),
  );

  test('Trailers-Only: one block is all there is', () =>
    expectCode(
      'the call’s code',
      statusOfHeaders(headOf({ ...GOOD_ANSWER, 'grpc-status': '5' }), true),
      'NOT_FOUND',
      TRAILERS_ONLY,
    ));

  test('a proxy that says 503 and ends the stream', () =>
    expectCode(
      'the call’s code',
      statusOfHeaders(headOf({ ':status': '503', 'content-type': 'text/html' }), true),
      'UNAVAILABLE',
      'There is no grpc-status, so it is the fault of the block, which faultOfResponse finds: give it to statusOfTrailers.',
    ));

  test('a proxy that says 503, with a page to follow', () =>
    expectCode(
      'what these headers decide',
      statusOfHeaders(headOf({ ':status': '503', 'content-type': 'text/html' }), false),
      'UNAVAILABLE',
      'The block is not an answer of gRPC’s, whatever follows: it is the fault that faultOfResponse finds.',
    ));

  test('a status in headers that do not end the stream', () =>
    expectSame(
      'what these headers decide',
      statusOfHeaders(headOf({ ...GOOD_ANSWER, 'grpc-status': '0' }), false),
      undefined,
      'A status in a block that does not end the stream means nothing: messages follow, and only the end knows how it went.',
    ));

  test('headers that end the stream and say nothing', () =>
    expectCode(
      'the call’s code',
      statusOfHeaders(headOf(GOOD_ANSWER), true),
      'UNKNOWN',
      'HTTP says 200 for every call, so 200 is not OK: a call without grpc-status ended in UNKNOWN.',
    ));

  const WINS = 'A grpc-status that is there wins over everything that HTTP says.';
  const NOT_OK =
    'OK is the exception: what came cannot be read and was thrown away, so the call did not go well. Only a grpc-status that is an error wins over a fault.';
  test('a status beats HTTP’s', () => {
    const fields = { ':status': '415', 'content-type': 'text/plain', 'grpc-status': '12' };
    expectCode('the call’s code', statusOfHeaders(headOf(fields), true), 'UNIMPLEMENTED', WINS);
  });

  test('the end of a web page', () => {
    const fault = { code: Status.UNAVAILABLE, details: 'HTTP status 502' };
    const first = 'Without a status in the trailers it is the fault of the first block.';
    expectCode('the call’s code', statusOfTrailers(headOf({}), fault), 'UNAVAILABLE', first);
    const status = statusOfTrailers(headOf({ 'grpc-status': '5' }), fault);
    expectCode('the call’s code', status, 'NOT_FOUND', WINS);
    const unknown = statusOfTrailers(headOf({ 'grpc-status': '2' }), fault);
    expectCode('the call’s code, where grpc-status is 2', unknown, 'UNKNOWN', WINS);
  });

  test('a web page that ends in OK', () => {
    const fault = { code: Status.UNKNOWN, details: 'content-type text/html' };
    const end = headOf({ 'grpc-status': '0' });
    expectCode('the call’s code', statusOfTrailers(end, fault), 'UNKNOWN', NOT_OK);
    const all = headOf({ ':status': '200', 'content-type': 'text/html', 'grpc-status': '0' });
    expectCode('the call’s code', statusOfHeaders(all, true), 'UNKNOWN', NOT_OK);
    expectCode('the call’s code', statusOfTrailers(end, undefined), 'OK', 'OK is OK here.');
  });

  test('trailers without a status', () =>
    expectCode(
      'the call’s code',
      statusOfTrailers(headOf({ 'x-a': '1' }), undefined),
      'UNKNOWN',
      'Messages came, and no status. Nobody said OK, so it is not OK: NO_STATUS.',
    ));

  test('a status of one’s own', () => {
    const first = statusOfTrailers(headOf({ 'x-a': '1' }), undefined);
    statusOfTrailers(headOf({ 'x-b': '2' }), undefined);
    expectSame(
      'x-b in the status of the first call, which had none',
      first.metadata?.get('x-b'),
      undefined,
      'NO_STATUS is one object for all calls: what is written into it is read by each of them. Make an object of your own, or leave it as it is.',
    );
  });

  const STRANGER = 'A server of grpc-js was called over the whole stack, with your headers.';

  test('your client greets a server of grpc-js', () => {
    needClient();
    return withGrpcJsServer((client, options) =>
      likely(STRANGER, async () => {
        const { message } = await client.sayHello({ name: 'Ada' }, options);
        expectSame('the answer', message, 'Hello, Ada', STRANGER);
      }),
    );
  });

  test('your client reads the error of a server of grpc-js', () => {
    needClient();
    return withGrpcJsServer(async (client, options) => {
      const error = await client.sayHello({ name: 'Zoë' }, options).catch((reason) => reason);
      expectCode('the call’s code', error, 'NOT_FOUND', STRANGER);
      expectSame('the details', error.details, NO_TEA, STRANGER);
      expectSame('the trailers’ x-hint', error.metadata?.get('x-hint'), 'coffee', STRANGER);
    });
  });

  test('a server of grpc-js that has no such method', () => {
    needClient();
    return withGrpcJsServer(
      async (client, options) => {
        const error = await client.sayHello({ name: 'Ada' }, options).catch((reason) => reason);
        expectCode('the call’s code', error, 'UNIMPLEMENTED', STRANGER);
      },
      { methods: false },
    );
  });

  test('a server of grpc-js knows how long there is', () => {
    needClient();
    return withGrpcJsServer((client) =>
      likely(STRANGER, async () => {
        const { message } = await client.sayHello({ name: 'how long?' }, { timeoutMs: 86_400_000 });
        const hours = Math.ceil(Number(message) / 3.6e6);
        expectSame('a timeout of a day, in hours there', hours, 24, STRANGER);
      }),
    );
  });
});

const GOOD_REQUEST = {
  ':method': 'POST',
  ':scheme': 'http',
  ':path': PATH,
  ':authority': 'localhost',
  te: 'trailers',
  'content-type': 'application/grpc',
};

function needServer(): void {
  expectSame(
    'the refusal',
    refuseRequest(headOf(GOOD_REQUEST)),
    undefined,
    'All is well: undefined.',
  );
  expectSame('a second', parseTimeout('1S'), 1000, 'The letter is the unit.');
  const begin = [[STATUS_200], [CONTENT_TYPE]];
  expectFields('its headers', named(responseHeaders()), begin, ANSWER_CAUSES);
  const ok = field('grpc-status', '0');
  const only = named(trailersOnly({ code: Status.OK, details: '' }));
  expectFields('its only block', only, [[STATUS_200], [CONTENT_TYPE, ok]], ANSWER_CAUSES);
}

task(5, () => {
  const NOT_GRPC =
    'Who sends this does not speak gRPC and never looks for grpc-status: with 200 it would take the refusal for a success. 415 it understands.';
  const REFUSED: [change: Record<string, string>, http: string, code: string, cause: string][] = [
    [{ 'content-type': 'application/json' }, '415', 'UNKNOWN', NOT_GRPC],
    [{ 'content-type': '' }, '415', 'UNKNOWN', NOT_GRPC],
    [
      { 'content-type': 'application/grpc-web' },
      '415',
      'UNKNOWN',
      'application/grpc-web begins like gRPC and is another protocol; so is application/grpcfoo. isGrpcContentType looks at what follows.',
    ],
    [
      { ':method': 'GET' },
      '405',
      'INTERNAL',
      'A gRPC call is a POST. Whoever sends something else hears it from HTTP: 405.',
    ],
    [
      { ':method': 'post' },
      '405',
      'INTERNAL',
      'The names of HTTP’s methods are compared to the letter (RFC 9110 §9.1): post is not POST.',
    ],
    [
      { ':method': '' },
      '405',
      'INTERNAL',
      'A request without a method is not a POST: undefined is not POST either.',
    ],
    [
      { te: '' },
      '200',
      'INTERNAL',
      'Without te: trailers there may be a proxy on the way that drops trailers, and with them the status.',
    ],
    [
      { te: 'gzip' },
      '200',
      'INTERNAL',
      'te must be trailers; that there is one at all is not enough.',
    ],
    [
      { te: 'trailers, deflate' },
      '200',
      'INTERNAL',
      'te may be trailers and nothing else (RFC 9113 §8.2.2): that the word stands somewhere in it is not enough.',
    ],
    [
      { te: 'trailersx' },
      '200',
      'INTERNAL',
      'te may be trailers and nothing else: compare all of it.',
    ],
    [
      { 'content-type': 'application/grpc+json' },
      '200',
      'UNIMPLEMENTED',
      'It is gRPC, so HTTP says 200; but the codec is not ours.',
    ],
    [
      { 'content-type': 'application/grpc+thrift' },
      '200',
      'UNIMPLEMENTED',
      'json is one codec of many: whatever is not proto is not ours.',
    ],
    [
      { 'grpc-timeout': '1s' },
      '400',
      'INTERNAL',
      'A small s is not a unit. Who goes on without a deadline works for somebody who has left.',
    ],
    [
      { 'x-key-bin': '!' },
      '200',
      'INTERNAL',
      'head.malformed is the name of a -bin field that is not base64.',
    ],
  ];
  test('the same timeout twice', () => {
    const twice = [parseTimeout('20S'), parseTimeout('20S'), parseTimeout('20S')];
    expectSame(
      'parseTimeout("20S"), three times, in milliseconds',
      twice,
      [20_000, 20_000, 20_000],
      'The same text means the same every time. A regular expression with the flag g remembers where it stopped, and begins there the next time.',
    );
  });

  test.each(REFUSED)('refuses %j', async (change, http, code, cause) => {
    const fields = Object.entries({ ...GOOD_REQUEST, ...change }).filter(([, value]) => value);
    let refusal: ReturnType<typeof refuseRequest>;
    await likely('A refusal is a value that is returned, not an exception.', () => {
      refusal = refuseRequest(headOf(Object.fromEntries(fields)));
    });
    const status: unknown = refusal?.httpStatus;
    const why =
      typeof status === 'number'
        ? 'It goes into a header field, :status, and so it is text.'
        : cause;
    expectSame('the HTTP status', status, http, why);
    expectSame('the gRPC code', refusal && statusName(refusal.code), code, cause);
    const words = 'Say what is wrong: somebody has to mend it.';
    check((refusal?.details ?? '') !== '', 'the refusal has no details', words);
  });

  test('a timeout of no letters', () =>
    expectSame(
      'the HTTP status',
      refuseRequest(headOf({ ...GOOD_REQUEST, 'grpc-timeout': '' }))?.httpStatus,
      '400',
      'An empty text is falsy, and still there: only undefined is no timeout. It breaks the grammar.',
    ));

  test('the details of a refusal name the content-type', () =>
    expectNamed(
      'the content-type',
      refuseRequest(headOf({ ...GOOD_REQUEST, 'content-type': 'text/html' }))?.details,
      'text/html',
    ));

  test.each([':method', 'te', 'content-type'])(
    'the details of a refusal, with no %s to name',
    (name) => {
      const fields = Object.entries(GOOD_REQUEST).filter(([each]) => each !== name);
      expectNothingUndefined(refuseRequest(headOf(Object.fromEntries(fields)))?.details);
    },
  );

  test.each<[what: string, fields: Record<string, string>]>([
    ['content-type', { 'content-type': LONG }],
    ['method', { ':method': LONG }],
    ['te', { te: LONG }],
    ['codec', { 'content-type': `application/grpc+${LONG}` }],
    ['grpc-timeout', { 'grpc-timeout': LONG }],
    ['-bin name', { [`${LONG}-bin`]: '!' }],
  ])('a refusal of a %s with 16,000 letters', (what, fields) =>
    expectShort(what, refuseRequest(headOf({ ...GOOD_REQUEST, ...fields }))?.details),
  );

  test('a refusal of one’s own', () =>
    expectKept('the first refusal', refuseRequest(headOf({ ...GOOD_REQUEST, te: 'gzip' })), () => {
      refuseRequest(headOf({ ...GOOD_REQUEST, te: 'gzip' }));
      refuseRequest(headOf({ ...GOOD_REQUEST, 'content-type': 'application/grpc+json' }));
      refuseRequest(headOf({ ...GOOD_REQUEST, ':method': 'GET' }));
    }));

  // Each is refused alone above; the table in the docstring has their order.
  const IN_ORDER: [name: string, change: Record<string, string>, http: string, code: string][] = [
    ['its content-type', { 'content-type': 'text/html' }, '415', 'UNKNOWN'],
    ['its method', { ':method': 'GET' }, '405', 'INTERNAL'],
    ['te', { te: '' }, '200', 'INTERNAL'],
    ['the codec', { 'content-type': 'application/grpc+json' }, '200', 'UNIMPLEMENTED'],
    ['grpc-timeout', { 'grpc-timeout': '1s' }, '400', 'INTERNAL'],
    ['a -bin field', { 'x-key-bin': '!' }, '200', 'INTERNAL'],
  ];
  const PAIRS = IN_ORDER.flatMap((first, i) =>
    IN_ORDER.slice(i + 1)
      .filter(([, change]) => !('content-type' in change && 'content-type' in first[1]))
      .map((second) => [first[0], second[0], first, second] as const),
  );
  test.each(PAIRS)(
    '%s and %s are wrong: the first of the table counts',
    (one, other, first, second) => {
      const fields = { ...GOOD_REQUEST, ...second[1], ...first[1] };
      const given = Object.entries(fields).filter(([, value]) => value);
      const refusal = refuseRequest(headOf(Object.fromEntries(given)));
      const cause = `Two things are wrong, and the request is refused for the one that the table names first: ${one} before ${other}.`;
      expectSame('the HTTP status', refusal?.httpStatus, first[2], cause);
      expectSame('the gRPC code', refusal && statusName(refusal.code), first[3], cause);
      if (first[2] !== second[2] || first[3] !== second[3]) return;
      const alone = refuseRequest(headOf({ ...GOOD_REQUEST, ...first[1] }));
      expectSame('the details', refusal?.details, alone?.details, cause);
    },
  );

  const ALL_RIGHT = 'Nothing is wrong with this request: undefined.';
  const ANY_CASE = 'trailers may be written in capitals too: compare it in small letters.';
  const NO_TIME =
    '0m is a timeout: no time is left. parseTimeout gives 0 for it, which is falsy and not undefined.';
  test.each<[what: string, change: Record<string, string>, cause: string]>([
    ['the plainest request', {}, ALL_RIGHT],
    ['+proto', { 'content-type': 'application/grpc+proto' }, ALL_RIGHT],
    ['parameters', { 'content-type': 'application/grpc; charset=utf-8' }, ALL_RIGHT],
    [
      'a timeout',
      { 'grpc-timeout': '99999999H' },
      'This timeout is right: eight digits, a letter.',
    ],
    ['a timeout of nothing', { 'grpc-timeout': '0m' }, NO_TIME],
    ['TE in capitals', { te: 'Trailers' }, ANY_CASE],
    ['metadata', { 'x-table': '7', 'x-key-bin': 'AQL/' }, ALL_RIGHT],
    ['without a timeout, which is not a wrong timeout', { 'x-a': '1' }, ALL_RIGHT],
  ])('lets in: %s', (_, change, cause) =>
    expectSame(
      'the refusal',
      refuseRequest(headOf({ ...GOOD_REQUEST, ...change })),
      undefined,
      cause,
    ),
  );

  test.each([
    ['1H', 3_600_000],
    ['2M', 120_000],
    ['3S', 3000],
    ['4m', 4],
    ['5000u', 5],
    ['6000000n', 6],
    ['00000007S', 7000],
    ['0m', 0],
    ['500u', 0.5],
    ['2500n', 0.0025],
    ['99999999H', 359_999_996_400_000],
  ])('%s is %d ms', (text, ms) =>
    expectSame(
      `parseTimeout('${text}'), in milliseconds`,
      Math.round(Number(parseTimeout(text)) * 1e6) / 1e6,
      ms,
      'The letter is the unit: H M S, and small m u n for milli-, micro- and nanoseconds. M is a minute, m a millisecond. Nothing is rounded or cut.',
    ),
  );

  const STRICT =
    'This is not a timeout: one to eight digits, one letter out of HMSmun, and nothing else before, between or behind.';
  test.each([
    '',
    'S',
    '1',
    '1s',
    '123456789S',
    '-1S',
    '1.5S',
    ' 1S',
    '1S ',
    '0x1S',
    '1SS',
    '1e3S',
    '1S\n',
  ])('%j is not a timeout', (text) =>
    expectSame(`parseTimeout(${JSON.stringify(text)})`, parseTimeout(text), undefined, STRICT),
  );

  const STRANGER = 'A client of grpc-js called your server, over the whole stack.';

  test('a client of grpc-js is greeted by your server', () => {
    needServer();
    return withGrpcJsClient(async (call) => {
      const { message, code, details } = await call('Ada');
      expectSame(`the code (${details})`, code, 0, STRANGER);
      expectSame('the answer', message, 'Hello, Ada', STRANGER);
    });
  });

  test('a client of grpc-js reads your server’s error', () => {
    needServer();
    return withGrpcJsClient(async (call) => {
      const { code, details, hint } = await call('Zoë');
      expectSame('code and details', [code, details], [5, NO_TEA], STRANGER);
      expectSame('the trailers’ x-hint', hint, 'coffee', STRANGER);
    });
  });

  test('your server knows how long a client of grpc-js waits', () => {
    needServer();
    return withGrpcJsClient(async (call) => {
      const left = Number((await call('how long?')).message);
      check(
        left > 0 && left <= SOON_MS,
        `it thinks that ${left} of ${SOON_MS} ms are left`,
        STRANGER,
      );
    });
  });

  test('a browser that posts JSON hears 415', () => {
    needServer();
    return withGrpcJsClient(async (_, port) => {
      const { http } = await askWith(port, { ...GOOD_REQUEST, 'content-type': 'application/json' });
      expectSame('the HTTP status', http, '415', NOT_GRPC);
    });
  });
});
