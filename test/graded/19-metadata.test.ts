import { test } from 'vitest';
import { check } from '#course/kit/compare/finding';
import { expectSame } from '#course/kit/compare/same';
import { thrownBy } from '#course/kit/compare/thrown';
import { task } from '#course/kit/task';
import { MAX_LIST_VALUES } from '#grpc/limits';
import { Metadata } from '#grpc/metadata';
import { checkedName, checkedValue, isCustom } from '#grpc/metadata-rules';
import { receiveFromGrpcJs, sendToGrpcJs } from './19-metadata.node.ts';

/*
 * What is asked of metadata needs no network. The last tests of task 4 end at a stranger's, grpc-js:
 * that part needs Node, and stands in `19-metadata.node.ts`.
 */

/** Checks that `run` refuses with a RangeError which says `name`. */
function expectRefused(what: string, run: () => unknown, name: string, cause: string): void {
  const error = thrownBy(run);
  check(error !== undefined, `${what} was taken`, cause);
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  check(
    error instanceof RangeError,
    `${what}: expected a RangeError, received ${text}`,
    'What cannot travel is refused with new RangeError(…), at the place where it is set.',
  );
  check(
    (error as Error).message.toLowerCase().includes(name.toLowerCase()),
    `${what}: the message does not name it: ${(error as Error).message}`,
    'Whoever reads the error has set twenty names: say which one it was.',
  );
}

const bytes = (...list: number[]) => Uint8Array.from(list);
/** The same bytes, in the middle of a larger buffer. */
const view = (...list: number[]) =>
  Uint8Array.from([9, 9, ...list, 9]).subarray(2, 2 + list.length);
const shown = (value: unknown): unknown => (value instanceof Uint8Array ? [...value] : value);
const all = (metadata: Metadata, name: string): unknown[] =>
  (metadata.getAll(name) as unknown[]).map(shown);

task(1, () => {
  const NAMES: [name: string, custom: boolean, cause: string][] = [
    ['x-user', true, 'Any name is the application’s that nobody else has claimed.'],
    [
      'authorization',
      true,
      'Credentials are metadata: HTTP has the name, and gRPC leaves it to us.',
    ],
    ['traceparent', true, 'Any name is the application’s that nobody else has claimed.'],
    ['grpcurl', true, 'Only grpc- with its hyphen is the protocol’s.'],
    ['go-grpc-version', true, 'Only a name that begins with grpc- is the protocol’s.'],
    ['x-te', true, 'A name of RESERVED is the whole name, and not a part of one.'],
    [':path', false, 'A colon in front makes it HTTP’s own (RFC 9113 §8.3).'],
    ['te', false, 'RESERVED has the names that HTTP and gRPC keep to themselves.'],
    ['content-type', false, 'RESERVED has the names that HTTP and gRPC keep to themselves.'],
    [
      'connection',
      false,
      'RESERVED: HTTP/2 has no such header, and a message with it is malformed.',
    ],
    ['grpc-timeout', false, 'grpc- is the protocol’s: who sets it changes what the call means.'],
    ['grpc-status', false, 'grpc- is the protocol’s: who sets it changes what the call means.'],
    [
      'grpc-not-yet-invented',
      false,
      'All of grpc- is the protocol’s, also what it does not use yet.',
    ],
    [
      'grpc-not-yet-bin',
      false,
      'All of grpc- is the protocol’s, also what ends in -bin: only what PASSED_ON names may pass.',
    ],
    ['grpc-trace-bin', true, 'PASSED_ON has the grpc- names that the application may use.'],
    [
      'grpc-status-details-bin',
      true,
      'PASSED_ON has the grpc- names that the application may use.',
    ],
  ];
  test.each(NAMES)('whose is %s?', (name, custom, cause) => {
    expectSame(`isCustom('${name}')`, isCustom(name), custom, cause);
  });

  test('a name travels in lower case', () => {
    const cause =
      'HTTP/2 has lower case alone (RFC 9113 §8.2.1): toLowerCase() first, the rules after.';
    for (const [name, key] of [
      ['x-user', 'x-user'],
      ['X-User', 'x-user'],
      ['A.b_C-9', 'a.b_c-9'],
      ['X-KEY-BIN', 'x-key-bin'],
    ]) {
      const error = thrownBy(() => checkedName(name!));
      check(error === undefined, `checkedName('${name}') refused it: ${error}`, cause);
      expectSame(`checkedName('${name}')`, checkedName(name!), key, cause);
    }
  });

  const ALPHABET = 'NAME is the alphabet: 0-9 a-z _ . and -, one character or more.';
  const OWNED = 'It is not the application’s: isCustom(key), on the key in lower case.';
  test.each([
    ['', ALPHABET],
    ['x user', ALPHABET],
    ['x-ü', ALPHABET],
    ['x-user:', ALPHABET],
    ['x-user\r\nx-admin', 'A line break would begin another header wherever HTTP/1.1 is spoken.'],
    ['grpc-timeout', OWNED],
    ['Content-Type', OWNED],
    ['TE', OWNED],
  ])('the name %j cannot travel', (name, cause) => {
    expectRefused(`the name ${JSON.stringify(name)}`, () => checkedName(name), name, cause);
  });

  test('text under a text’s name', () => {
    const cause =
      'Printable ASCII goes as it is, but for the white space at its ends (RFC 9113 §8.2.1).';
    for (const [value, kept] of [
      ['ada', 'ada'],
      ['', ''],
      ['a, b=c; ~!', 'a, b=c; ~!'],
      ['  two  words ', 'two  words'],
    ]) {
      const error = thrownBy(() => checkedValue('x-user', value!));
      check(
        error === undefined,
        `the value ${JSON.stringify(value)} was refused: ${error}`,
        value === '' ? 'An empty value is a value: PRINTABLE has nothing against it.' : cause,
      );
      expectSame(
        `checkedValue('x-user', ${JSON.stringify(value)})`,
        checkedValue('x-user', value!),
        kept,
        cause,
      );
    }
  });

  test('-bin counts at the end of a name alone', () => {
    const error = thrownBy(() => checkedValue('x-bin-count', '7'));
    check(
      error === undefined,
      `the text 7 under x-bin-count was refused: ${error}`,
      'Only a name that ends in -bin has bytes for values.',
    );
  });

  test.each(['Zoë', '☕', 'a\nb', 'a\tb', 'a\u007f', '\u0000'])(
    'the text %j cannot travel',
    (value) => {
      expectRefused(
        `the value ${JSON.stringify(value)}`,
        () => checkedValue('x-user', value),
        'x-user',
        'PRINTABLE is space to ~. For any other text there are bytes: encodeUtf8, under a -bin name.',
      );
    },
  );

  test('bytes belong under -bin, and text does not', () => {
    for (const value of [bytes(1, 2, 255), view(7, 8), bytes()]) {
      const error = thrownBy(() => checkedValue('k-bin', value));
      check(
        error === undefined,
        `bytes under k-bin were refused: ${error}`,
        'A -bin name has bytes for values.',
      );
      expectSame(
        'the bytes',
        shown(checkedValue('k-bin', value)),
        [...value],
        'The bytes stay what they are.',
      );
    }
    for (const [key, value, cause] of [
      ['k-bin', 'text', 'A text under a -bin name would be taken for base64 by the other side.'],
      ['x-user', bytes(1), 'Without -bin a value goes out as text: bytes have none.'],
      ['x-user', 7, 'A number is not a text: String(7) is for the caller to write.'],
      ['x-user', undefined, 'undefined would travel as "undefined".'],
      ['k-bin', [1, 2], 'isBytes(value): a list of numbers is not a Uint8Array.'],
    ] as const) {
      expectRefused(
        `${Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'bytes' : JSON.stringify(value)} under ${key}`,
        () => checkedValue(key, value as never),
        key,
        cause,
      );
    }
  });

  test.each(['x-cabin', 'bin'])('%s is a text’s name', (key) => {
    const error = thrownBy(() => checkedValue(key, 'text'));
    check(
      error === undefined,
      `text under ${key} was refused: ${error}`,
      'Bytes stand under names that end in -bin, with the hyphen. This one does not.',
    );
  });

  test('an error names the key, and never the value', () => {
    const error = thrownBy(() => checkedValue('authorization', 'Bearer s3cret\n'));
    check(
      error instanceof RangeError,
      'a value with a line break was taken',
      'PRINTABLE has no line break.',
    );
    check(
      !(error as Error).message.includes('s3cret'),
      `the message has the value in it: ${(error as Error).message}`,
      'Errors go into logs, and this value is a password.',
    );
  });
});

task(2, () => {
  test('several values, in their order, whatever the case', () => {
    const metadata = new Metadata();
    metadata.append('X-A', '1').append('x-b', '2').append('x-a', '3');
    expectSame(
      "getAll('x-A')",
      all(metadata, 'x-A'),
      ['1', '3'],
      'append adds behind what is there; names are the same in any case.',
    );
    expectSame("get('X-a')", shown(metadata.get('X-a')), '1', 'get gives the first value.');
    expectSame(
      'all names, in order',
      [...metadata].map(([name]) => name),
      ['x-a', 'x-b', 'x-a'],
      'The order between different names stays too: it is the order on the wire.',
    );
    expectSame('size', metadata.size, 3, 'Each value counts.');
  });

  test('what is not there', () => {
    const metadata = new Metadata({ 'x-a': '' });
    expectSame(
      "get('x-b')",
      shown(metadata.get('x-b')),
      undefined,
      'A name without values: undefined.',
    );
    expectSame("getAll('x-b')", all(metadata, 'x-b'), [], 'A name without values: an empty list.');
    expectSame("has('x-b')", metadata.has('x-b'), false, 'Nobody has set it.');
    expectSame(
      "get('constructor')",
      shown(metadata.get('constructor')),
      undefined,
      'Every object has a constructor. Metadata has none, unless somebody sets it.',
    );
    expectSame(
      "get('x-a')",
      shown(metadata.get('x-a')),
      '',
      'An empty value is a value: it is falsy, and it is there.',
    );
    expectSame(
      "has('X-A')",
      metadata.has('X-A'),
      true,
      'An empty value is a value; and names are the same in any case.',
    );
  });

  test('bytes come back as bytes', () => {
    const metadata = new Metadata({ 'k-bin': [view(1, 2), bytes()] });
    expectSame(
      "get('k-bin')",
      shown(metadata.get('k-bin')),
      [1, 2],
      'What was set as bytes is bytes.',
    );
    expectSame("getAll('K-Bin')", all(metadata, 'K-Bin'), [[1, 2], []], 'All of them, in order.');
  });

  test('delete takes all, also those that stand side by side', () => {
    const metadata = new Metadata({ 'x-a': ['1', '2', '3'], 'x-b': '4' });
    metadata.append('x-a', '5');
    metadata.delete('X-A');
    const left = all(metadata, 'x-a');
    expectSame(
      "getAll('x-a'), after delete('X-A')",
      left,
      [],
      left.length === 4
        ? 'Nothing was deleted. Names are the same in any case: name.toLowerCase().'
        : 'All of its values go. splice moves what is behind it one place down: going forward, the next one is skipped, so go backward.',
    );
    expectSame(
      "getAll('x-b')",
      all(metadata, 'x-b'),
      ['4'],
      'Names and values are two lists. What goes out of one goes out of the other, at the same place.',
    );
    expectSame('size', metadata.size, 1, 'One is left.');
    const alike = new Metadata({ 'x-a': '1', 'x-a-b': '2', 'x-': '3' });
    alike.delete('x-a');
    expectSame(
      "all names, after delete('x-a')",
      [...alike].map(([name]) => name),
      ['x-a-b', 'x-'],
      'delete takes one name, and not those that begin like it.',
    );
  });

  test('set puts one in place of all', () => {
    const metadata = new Metadata({ 'x-a': ['1', '2'], 'x-b': '3' });
    const returned = metadata.set('X-A', '9');
    expectSame(
      "getAll('x-a')",
      all(metadata, 'x-a'),
      ['9'],
      'set replaces every value that the name had.',
    );
    expectSame("getAll('x-b')", all(metadata, 'x-b'), ['3'], 'Other names are not touched.');
    check(
      returned === metadata,
      'set does not return the metadata itself',
      'return this: so that calls can be chained.',
    );
  });

  test('what is refused changes nothing', () => {
    const metadata = new Metadata({ 'x-a': '1' });
    const HALF =
      'Check both, name and value, before anything is added: otherwise a name without its value shifts all that follow.';
    check(
      thrownBy(() => metadata.append('x-b', 'Zoë')) instanceof RangeError,
      'append took Zoë',
      'checkedValue refuses it.',
    );
    check(
      thrownBy(() => metadata.append('te', '1')) instanceof RangeError,
      'append took te',
      'checkedName refuses it.',
    );
    metadata.append('x-c', '3');
    expectSame("get('x-c'), after a refusal", shown(metadata.get('x-c')), '3', HALF);
    expectSame("has('x-b')", metadata.has('x-b'), false, HALF);
    check(
      thrownBy(() => metadata.set('x-a', 'Zoë')) instanceof RangeError,
      'set took Zoë',
      'checkedValue refuses it.',
    );
    expectSame(
      "getAll('x-a'), after set was refused",
      all(metadata, 'x-a'),
      ['1'],
      'Check before you delete: what was there is better than nothing.',
    );
  });

  test('a list that was handed out is one’s own', () => {
    const metadata = new Metadata({ 'x-a': ['1', '2'] });
    metadata.getAll('x-a').push('3');
    expectSame(
      "getAll('x-a')",
      all(metadata, 'x-a'),
      ['1', '2'],
      'getAll gives a new list each time.',
    );
  });
});

const fieldsOf = (metadata: Metadata) =>
  metadata.toHeaders().map(({ name, value }) => `${name}: ${value}`);

task(3, () => {
  test('a field for every value', () => {
    const metadata = new Metadata({ 'X-A': ['1', 'two, with a comma'], 'x-b': '' });
    expectSame(
      'the fields',
      fieldsOf(metadata),
      ['x-a: 1', 'x-a: two, with a comma', 'x-b: '],
      'One field a value, in order. Joined by commas, nobody could tell three values from two with a comma in one.',
    );
    expectSame('the fields, once more', fieldsOf(metadata).length, 3, 'toHeaders changes nothing.');
  });

  test('bytes go in base64, without padding', () => {
    const metadata = new Metadata({
      'k-bin': [view(0xfb, 0xff), bytes(1), bytes(1, 2, 3), bytes()],
    });
    const fields = fieldsOf(metadata);
    const cause = fields.some((field) => field.endsWith('='))
      ? 'gRPC writes base64 without the = at its end, and reads both (PROTOCOL-HTTP2.md).'
      : 'encodeBase64(bytes), a field for each.';
    expectSame('the fields', fields, ['k-bin: +/8', 'k-bin: AQ', 'k-bin: AQID', 'k-bin: '], cause);
  });

  test('fields that were handed out are one’s own', () => {
    const metadata = new Metadata({ 'x-a': '1' });
    metadata.toHeaders().push({ name: 'te', value: 'x' });
    expectSame(
      'the fields',
      fieldsOf(metadata),
      ['x-a: 1'],
      'toHeaders gives a new list each time.',
    );
  });

  test('merge', () => {
    const one = new Metadata({ 'x-a': '1', 'x-b': '2' });
    const other = new Metadata({ 'x-a': '3', 'k-bin': bytes(4) });
    const returned = one.merge(other);
    expectSame(
      'after merge',
      fieldsOf(one),
      ['x-a: 1', 'x-b: 2', 'x-a: 3', 'k-bin: BA'],
      'What the other has comes behind what is here; nothing is replaced.',
    );
    expectSame('the other', fieldsOf(other), ['x-a: 3', 'k-bin: BA'], 'The other stays as it was.');
    check(returned === one, 'merge does not return the metadata itself', 'return this');
  });

  test('merge with itself ends', () => {
    const metadata = new Metadata({ 'x-a': '1', 'x-b': '2' });
    metadata.merge(metadata);
    expectSame(
      'size, after merge with itself',
      metadata.size,
      4,
      'Count the other’s values before you begin: they grow while you add.',
    );
  });

  test('a clone is its own', () => {
    const metadata = new Metadata({ 'x-a': '1' });
    const copy = metadata.clone();
    check(
      copy instanceof Metadata && copy !== metadata,
      'clone gives no other Metadata',
      'new Metadata().merge(this)',
    );
    expectSame('the copy', fieldsOf(copy), ['x-a: 1'], 'A clone has all that the original has.');
    copy.set('x-a', '2').append('x-b', '3');
    expectSame(
      'the original, after the copy was changed',
      fieldsOf(metadata),
      ['x-a: 1'],
      'They share no list.',
    );
    metadata.append('x-c', '4');
    expectSame(
      'the copy, after the original was',
      fieldsOf(copy),
      ['x-a: 2', 'x-b: 3'],
      'They share no list.',
    );
  });
});

task(4, () => {
  test('text comes as it is', () => {
    const metadata = new Metadata();
    expectSame(
      "receive('x-a', …)",
      metadata.receive('x-a', 'one, two!'),
      true,
      'There is nothing wrong with it.',
    );
    metadata.receive('x-a', '3');
    expectSame(
      "getAll('x-a')",
      all(metadata, 'x-a'),
      ['one, two!', '3'],
      'A comma in a text belongs to the text: only -bin values are lists.',
    );
    metadata.receive('x-b', ' four ');
    expectSame(
      "get('x-b')",
      shown(metadata.get('x-b')),
      ' four ',
      'receive keeps what came. To trim is for those who set a value.',
    );
  });

  test.each([
    ['+/8', [[0xfb, 0xff]]],
    ['+/8=', [[0xfb, 0xff]]],
    ['AQ==', [[1]]],
    ['', [[]]],
    ['AQ,Ag', [[1], [2]]],
    ['+/8=, AQ ,Ag==', [[0xfb, 0xff], [1], [2]]],
  ])('-bin: %j', (text, values) => {
    const metadata = new Metadata();
    const cause =
      'Base64 comes with padding or without, and several values joined by commas, as proxies do it: isBase64List(value).';
    expectSame(`receive('k-bin', '${text}')`, metadata.receive('k-bin', text), true, cause);
    const isNested = (metadata.getAll('k-bin') as unknown[]).some(Array.isArray);
    expectSame(
      "getAll('k-bin')",
      all(metadata, 'k-bin'),
      values,
      isNested
        ? 'decodeBase64List gives a list. Its values go into the one list of getAll: flatMap, or push(...values).'
        : 'What came off the wire is kept as it came, so getAll of task 2 decodes it now: decodeBase64List(value), if this.#isUndecoded(i, value).',
    );
    expectSame(
      "get('k-bin')",
      shown(metadata.get('k-bin')),
      values[0],
      'get of task 2 gives the first of the list: decodeBase64List(value, 1)[0], if this.#isUndecoded(i, value).',
    );
    expectSame('size', metadata.size, values.length, 'Each value of the list counts.');
  });

  test('a name with -bin in the middle has text', () => {
    const metadata = new Metadata();
    const cause = 'Only a name that ends in -bin has base64 for values.';
    expectSame(
      "receive('x-bin-count', 'a*b')",
      metadata.receive('x-bin-count', 'a*b'),
      true,
      cause,
    );
    expectSame("get('x-bin-count')", shown(metadata.get('x-bin-count')), 'a*b', cause);
  });

  test.each(['a*b', 'AQ,*', 'A', 'AQ==,A=', 'é'])('%j is not base64', (text) => {
    const metadata = new Metadata();
    const error = thrownBy(() => new Metadata().receive('k-bin', text));
    check(
      error === undefined,
      `receive('k-bin', '${text}') threw ${error}`,
      'The peer is at fault, and not whoever calls receive: it returns false.',
    );
    expectSame(
      `receive('k-bin', '${text}')`,
      metadata.receive('k-bin', text),
      false,
      'Buffer.from(text, "base64") takes anything, and makes other bytes of it. isBase64List(value) tells.',
    );
    expectSame('size', metadata.size, 0, 'What is refused is not kept.');
    expectSame("has('k-bin')", metadata.has('k-bin'), false, 'What is refused is not kept.');
    expectSame(
      "receive('x-a', …), as text",
      metadata.receive('x-a', text),
      true,
      'The rule is for -bin names alone.',
    );
  });

  test('only so many', () => {
    const most = ','.repeat(MAX_LIST_VALUES - 1);
    const metadata = new Metadata();
    expectSame(
      'receive, with MAX_LIST_VALUES empty values',
      metadata.receive('k-bin', most),
      true,
      'MAX_LIST_VALUES itself is allowed; one more is not.',
    );
    metadata.receive('x-a', 'text, is, not, counted');
    expectSame(
      'receive, with one more',
      new Metadata().receive('k-bin', `${most},`),
      false,
      'An empty value costs a comma on the wire, and an array here: countBase64List(value) counts them before anybody makes them.',
    );
    expectSame(
      'receive, with one more under another name',
      metadata.receive('other-bin', 'AQ'),
      false,
      'The limit is for all fields together: this.#listed counts on.',
    );
    const texts = new Metadata();
    for (let i = 0; i < MAX_LIST_VALUES; i++) texts.receive('x-a', 'text');
    expectSame(
      'receive, a text behind MAX_LIST_VALUES others',
      texts.receive('x-a', 'text'),
      true,
      'The limit is for values under -bin names. A text is never a list.',
    );
  });

  test('passed on, it travels as it came', () => {
    const metadata = new Metadata();
    metadata.receive('k-bin', '+/8=,AQ, Ag==');
    metadata.receive('x-a', '1');
    const error = thrownBy(() => metadata.clone());
    check(
      error === undefined,
      `clone threw ${error}`,
      'merge and clone hand on what is kept, also what nobody has decoded yet: this.#add, and not append, which checks anew.',
    );
    expectSame(
      'the fields of a copy',
      fieldsOf(metadata.clone()),
      ['k-bin: +/8=,AQ, Ag==', 'x-a: 1'],
      'Nothing is decoded before somebody asks: 16 KiB of commas would be sixteen thousand arrays, in every call.',
    );
  });

  test('grpc-js gets it', async () => {
    const metadata = new Metadata({ 'X-User': 'ada', 'x-tags': ['a', 'b'] });
    metadata.append('key-bin', view(0xfb, 0xff)).append('key-bin', bytes(1));
    const [users, tags, keys] = await sendToGrpcJs(metadata, ['x-user', 'x-tags', 'key-bin']);
    expectSame('x-user at grpc-js', users, ['ada'], 'toHeaders gives what goes onto the wire.');
    expectSame(
      'x-tags at grpc-js',
      tags,
      ['a, b'],
      'Two fields; Node’s HTTP/2 joins them, so there it is one text.',
    );
    expectSame('key-bin at grpc-js', keys, [[0xfb, 0xff], [1]], 'Bytes in base64, a field each.');
  });

  test('and sends to it', async () => {
    await receiveFromGrpcJs(
      [
        ['x-tags', 'a'],
        ['x-tags', 'b'],
        ['key-bin', bytes(0xfb, 0xff)],
      ],
      (metadata) => {
        expectSame(
          "getAll('x-tags')",
          all(metadata, 'x-tags'),
          ['a', 'b'],
          'It sends a field for each value.',
        );
        expectSame(
          "get('key-bin')",
          shown(metadata.get('key-bin')),
          [0xfb, 0xff],
          'grpc-js pads its base64: both are right.',
        );
      },
    );
  });
});
