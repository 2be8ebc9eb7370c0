import { test } from 'vitest';
import { concat } from '#bytes/concat';
import { cutAnywhere, cutEvery } from '#course/kit/chunks';
import { withArticle } from '#course/kit/compare/article';
import { check, fail } from '#course/kit/compare/finding';
import { throwGap } from '#course/kit/compare/gap';
import { expectSame } from '#course/kit/compare/same';
import { thrownBy } from '#course/kit/compare/thrown';
import { bytesCopied } from '#course/kit/copies';
import { asView, expectKept, unchanged } from '#course/kit/given';
import { Random } from '#course/kit/random';
import { task } from '#course/kit/task';
import { parseClientHello } from '#inspect/tls/client-hello';
import { HelloCollector } from '#inspect/tls/hello-collector';
import { MAX_CLIENT_HELLO_BYTES, MAX_RECORD_BYTES } from '#inspect/tls/limits';
import { clientCredentials, type Shown, serverCredentials } from '#tls/credentials';
import type { PeerIdentity } from '#transport/tls/identity';
import { IdentityStore, type IdentityStoreOptions } from '#transport/tls/identity-store';
import { principalOf } from '#transport/tls/principal';
import { calledOverTls, principalByOurs, realHello, rotatedUnderCalls } from './24-tls.node.ts';

/*
 * Certificates, keys and sockets are needed only by the last tests of some tasks: a real handshake,
 * `24-tls.node.ts`. All else is bytes, names and promises.
 */

// ---- what a client sends

const u8 = (number: number) => Uint8Array.of(number);
const u16 = (number: number) => Uint8Array.of(number >> 8, number & 255);
const u24 = (number: number) => Uint8Array.of(number >> 16, (number >> 8) & 255, number & 255);
const join = (...parts: Uint8Array[]) => concat(parts);
const octets = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
/** With a length of one byte, or of two, in front. */
const v8 = (...parts: Uint8Array[]) => join(u8(join(...parts).length), ...parts);
const v16 = (...parts: Uint8Array[]) => join(u16(join(...parts).length), ...parts);

const extension = (type: number, ...body: Uint8Array[]) => join(u16(type), v16(...body));
const host = (name: string, type = 0) => join(u8(type), v16(octets(name)));
const sni = (...names: Uint8Array[]) => extension(0, v16(...names));
const alpn = (...names: string[]) => extension(16, v16(...names.map((name) => v8(octets(name)))));
const supported = (...versions: number[]) => extension(43, v8(...versions.map(u16)));

/** What stands before the extensions. */
const beginning = (version = 0x0303, session = 32, suites = [0x1301, 0x1302]) =>
  join(
    u16(version),
    Uint8Array.from({ length: 32 }, (_, i) => 0xa0 + i),
    v8(new Uint8Array(session).fill(7)),
    v16(...suites.map(u16)),
    v8(u8(0)),
  );
const helloWith = (...extensions: Uint8Array[]) => join(beginning(), v16(...extensions));

/** Somebody who wants a gRPC server: two extensions of no interest, and the three that are. */
const HELLO = helloWith(
  extension(0x0a0a),
  sni(host('orders.test')),
  extension(10, v16(u16(0x001d))),
  alpn('h2', 'http/1.1'),
  supported(0x0304, 0x0303),
);

const messageOf = (hello: Uint8Array, type = 1) => join(u8(type), u24(hello.length), hello);
const record = (fragment: Uint8Array, type = 22, version = 0x0301) =>
  join(u8(type), u16(version), u16(fragment.length), fragment);
/** A message as records of so many bytes. */
const inRecords = (message: Uint8Array, size: number) =>
  join(...cutEvery(message, size).map((part) => record(part)));

function codeOf(thrown: unknown): string {
  if (thrown === undefined) return 'nothing';
  const { name, code } = thrown as { name?: string; code?: string };
  return name === 'HelloError' ? `${code}` : withArticle(name ?? typeof thrown);
}

/** Gives chunks to a collector, frozen in no way but looked at; what came out of all of them. */
function collect(chunks: readonly Uint8Array[], collector = new HelloCollector()) {
  const found: Uint8Array[] = [];
  for (const chunk of chunks) {
    const hello = unchanged('the chunk', chunk, (given) => collector.push(given));
    if (hello !== undefined) found.push(hello);
  }
  return found;
}

function expectHello(what: string, chunks: readonly Uint8Array[], cause: string, hello = HELLO) {
  let found: Uint8Array[];
  try {
    found = collect(chunks);
  } catch (error) {
    throwGap(error);
    fail(`${what}: expected the ClientHello, and ${codeOf(error)} was thrown`, cause);
  }
  expectSame(`${what}: how many ClientHellos came out`, found.length, 1, cause);
  expectSame(`${what}: the ClientHello`, Uint8Array.from(found[0]!), hello, cause);
}

function expectRefused(what: string, chunks: readonly Uint8Array[], code: string, cause: string) {
  const received = codeOf(thrownBy(() => collect(chunks)));
  check(received === code, `${what}: expected ${code}, received ${received}`, cause);
}

task(1, () => {
  test('a hello in one record, in one chunk', () => {
    const CAUSE = 'Five bytes of record, four of message, and the rest is what is asked for.';
    expectHello('one chunk', [record(messageOf(HELLO))], CAUSE);
    expectHello(
      'a view into a larger buffer',
      [asView(record(messageOf(HELLO)))],
      'The chunk is a part of a larger buffer: its bytes begin at byteOffset.',
    );
  });

  test('two collectors have nothing in common', () => {
    const bytes = record(messageOf(HELLO));
    const one = new HelloCollector();
    const found = one.push(bytes);
    new HelloCollector().push(bytes.subarray(0, 50));
    const CAUSE = 'Each connection has its own bytes: no variable outside of the class.';
    expectHello('another connection', [bytes], CAUSE);
    expectKept('the first hello', found, () => new HelloCollector().push(record(u8(1))));
  });

  test('cut by TCP, anywhere', () => {
    const bytes = record(messageOf(HELLO));
    const CAUSE =
      'TCP cuts where it likes, in the header of a record too. Keep what is not whole, and go on with the next chunk.';
    expectHello('a byte a chunk', cutEvery(bytes, 1), CAUSE);
    for (let at = 1; at < bytes.length; at++) {
      expectHello(`cut at ${at}`, [bytes.subarray(0, at), bytes.subarray(at)], CAUSE);
    }
    expectHello(
      'an empty chunk between',
      [bytes.subarray(0, 3), new Uint8Array(0), bytes.subarray(3)],
      'A chunk may be empty. It changes nothing.',
    );
  });

  test('cut by records, anywhere', () => {
    const message = messageOf(HELLO);
    const CAUSE =
      'A message may go on in the next record, and its own four bytes too (§5.1). Join fragments before you look at the message.';
    for (const size of [1, 2, 3, 4, 5, 50, message.length - 1]) {
      expectHello(`records of ${size}`, [inRecords(message, size)], CAUSE);
      expectHello(
        `records of ${size}, a byte a chunk`,
        cutEvery(inRecords(message, size), 1),
        CAUSE,
      );
    }
    const random = new Random(24);
    for (let round = 0; round < 20; round++) {
      const records = inRecords(message, random.integer(1, 60));
      expectHello('cut anywhere', cutAnywhere(records, 40, random), CAUSE);
    }
  });

  test('as soon as it is whole, once, and nothing after it', () => {
    const bytes = record(messageOf(HELLO));
    const collector = new HelloCollector();
    for (const chunk of cutEvery(bytes.subarray(0, -1), 7)) {
      expectSame(
        'before the last byte',
        collector.push(chunk),
        undefined,
        'It is not whole: a byte is missing.',
      );
    }
    const hello = collector.push(bytes.subarray(-1));
    check(
      hello !== undefined,
      'with the last byte: expected the ClientHello, received undefined',
      'It is whole now. The server answers it before it sends anything else, so who waits for more waits for ever.',
    );
    const AFTER = 'It is given once. What comes after it is another reader’s.';
    for (const more of [record(u8(1), 20), bytes, record(octets('closed'), 23), octets('PRI *')]) {
      const thrown = thrownBy(() =>
        expectSame('after the hello', collector.push(more), undefined, AFTER),
      );
      check(
        thrown === undefined || codeOf(thrown).startsWith('a '),
        `after the hello: ${codeOf(thrown)}`,
        AFTER,
      );
      if (thrown !== undefined) throw thrown;
    }
    const glued = new HelloCollector();
    const found = glued.push(join(bytes, record(u8(1), 20), octets('more')));
    expectSame('with more behind it in the chunk', found && Uint8Array.from(found), HELLO, AFTER);
    const behind = new HelloCollector().push(record(join(messageOf(HELLO), octets('more'))));
    expectSame(
      'with more behind it in the record',
      behind && Uint8Array.from(behind),
      HELLO,
      'The message ends where its own length says, and not with the record.',
    );
  });

  test('what is not TLS is refused at its first byte', () => {
    const CAUSE =
      'Who speaks HTTP/2 in the clear to this port has sent its preface, and waits for an answer: the first byte of a record has to be 22.';
    expectRefused('the preface of HTTP/2', [octets('PRI * HTTP/2.0\r\n')], 'not-tls', CAUSE);
    for (const type of [0x50, 0, 20, 21, 23, 24, 128]) {
      expectRefused(`a first byte ${type}`, [u8(type)], 'not-tls', CAUSE);
    }
    expectRefused(
      'a first byte 21, and a length of 0',
      [record(new Uint8Array(0), 21)],
      'not-tls',
      `${CAUSE} Its length comes later: what is not TLS has none.`,
    );
    expectRefused(
      'a second record that is an alert',
      [record(messageOf(HELLO).subarray(0, 9)), record(Uint8Array.of(2, 40), 21)],
      'not-tls',
      'Each record has its type. Between the fragments of a message there may be no other (§5.1).',
    );
  });

  test('the record’s version is not looked at', () => {
    for (const version of [0x0300, 0x0303, 0x0304, 0, 0xffff]) {
      expectHello(
        `version ${version.toString(16)}`,
        [record(messageOf(HELLO), 22, version)],
        'legacy_record_version "MUST be ignored for all purposes" (RFC 8446 §5.1).',
      );
    }
  });

  test('lengths of records, exactly at the limit and beside', () => {
    expectRefused(
      'an empty record',
      [record(new Uint8Array(0))],
      'malformed',
      'A fragment of the handshake may not be empty (§5.1): somebody could send them for ever.',
    );
    expectRefused(
      'an empty record in the middle',
      [record(messageOf(HELLO).subarray(0, 9)), record(new Uint8Array(0))],
      'malformed',
      'A fragment of the handshake may not be empty (§5.1): somebody could send them for ever.',
    );
    const large = join(beginning(), v16(extension(21, new Uint8Array(20_000))));
    const message = messageOf(large);
    const LIMIT = 'MAX_RECORD_BYTES are allowed, one more is not.';
    expectHello('records of 16,384', [inRecords(message, MAX_RECORD_BYTES)], LIMIT, large);
    const AT_ONCE =
      'Its five bytes say that it is too long: say so now, and do not wait for the rest.';
    for (const length of [MAX_RECORD_BYTES + 1, 0x4100, 0xffff]) {
      const header = join(u8(22), u16(0x0301), u16(length));
      expectRefused(`a record of ${length}`, [header], 'malformed', AT_ONCE);
    }
    const header = join(u8(22), u16(0x0301), u16(MAX_RECORD_BYTES));
    expectRefused(`a record of ${MAX_RECORD_BYTES}`, [header], 'nothing', LIMIT);
  });

  test('another message than a ClientHello', () => {
    const CAUSE =
      'The first byte of the message is its type; 1 is ClientHello. Nothing else can come first from a client.';
    for (const type of [0, 2, 11, 255]) {
      expectRefused(`type ${type}`, [record(messageOf(HELLO, type))], 'not-a-hello', CAUSE);
    }
    expectRefused('only the type', [record(u8(2))], 'not-a-hello', CAUSE);
  });

  test('the length of the message, exactly at the limit and beside', () => {
    const claim = (length: number) => [record(join(u8(1), u24(length)))];
    const NOW =
      'Its length stands in three bytes, so it may say 16 MiB. Look at it as soon as it is there, before anything is kept.';
    for (const length of [MAX_CLIENT_HELLO_BYTES + 1, 0x0101_00, 0xff_ffff]) {
      if (length <= MAX_CLIENT_HELLO_BYTES) continue;
      expectRefused(`a message of ${length}`, claim(length), 'too-large', NOW);
    }
    expectRefused(
      `a message of ${MAX_CLIENT_HELLO_BYTES}`,
      claim(MAX_CLIENT_HELLO_BYTES),
      'nothing',
      'MAX_CLIENT_HELLO_BYTES are allowed, one more is not.',
    );
    const large = new Uint8Array(MAX_CLIENT_HELLO_BYTES).fill(9);
    const chunks = [inRecords(messageOf(large), MAX_RECORD_BYTES)];
    expectHello(
      'the largest',
      chunks,
      'MAX_CLIENT_HELLO_BYTES are allowed, one more is not.',
      large,
    );
    expectRefused(
      'a length above 65,535',
      claim(0x02_0000),
      'too-large',
      'The length has three bytes, and the first counts 65,536 each.',
    );
    const empty = new HelloCollector().push(record(messageOf(new Uint8Array(0))));
    expectSame(
      'a message of 0 bytes',
      empty?.length,
      0,
      'It is whole, and empty. What that means is the next reader’s business.',
    );
  });

  test('who was refused stays refused', () => {
    const collector = new HelloCollector();
    const first = thrownBy(() => collector.push(octets('PRI')));
    const again = thrownBy(() => collector.push(record(messageOf(HELLO))));
    check(
      codeOf(again) === 'not-tls' && again === first,
      `after a refusal: expected the same error again, received ${codeOf(again)}`,
      'It has begun with something else. That a good hello follows does not help.',
    );
    const late = new HelloCollector();
    const before = thrownBy(() => late.push(record(messageOf(HELLO, 2))));
    const after = thrownBy(() => late.push(record(messageOf(HELLO))));
    check(
      after !== undefined && after === before,
      `after not-a-hello: expected the same error again, received ${codeOf(after)}`,
      'The message that was refused is gone, or stands before the next one. Keep the error itself.',
    );
    const MORE =
      'It is over: look at that first, and put nothing more into a queue that nobody reads.';
    const over = new HelloCollector();
    over.push(record(messageOf(HELLO)));
    for (const [what, one] of [
      ['a refusal', late],
      ['the hello', over],
    ] as const) {
      const copied = bytesCopied(() => {
        for (let i = 0; i < 500; i++) thrownBy(() => one.push(new Uint8Array(20)));
      });
      check(copied < 2_000, `10,000 bytes after ${what}: ${copied} of them were kept`, MORE);
    }
    expectSame(
      'an empty chunk after a refusal',
      codeOf(thrownBy(() => late.push(new Uint8Array(0)))),
      'not-a-hello',
      'It is refused, whatever comes.',
    );
  });

  test('the work grows with the hello, and not with its square', () => {
    const large = new Uint8Array(8_000).fill(9);
    const bytes = inRecords(messageOf(large), 40);
    const copied = bytesCopied(() => collect(cutEvery(bytes, 20)));
    check(
      copied < 20 * bytes.length,
      `a hello of ${bytes.length} bytes in small chunks: ${copied} bytes were copied`,
      'All that has come is joined again with every chunk. A ByteQueue keeps chunks, and joins what is taken.',
    );
  });

  test('a real one, of this machine’s own TLS', async () => {
    const hello = await realHello('orders.test', ['h2']);
    const found = collect(cutEvery(hello, 100));
    check(
      found.length === 1 && hello.length === found[0]!.length + 9,
      `a ClientHello of ${hello.length} bytes came off the wire, and ${found[0]?.length ?? 'none'} out of the collector`,
      'Node sends it in one record: five bytes of record, four of message.',
    );
  });
});

const parse = (hello: Uint8Array) => unchanged('the message', hello, parseClientHello);

function expectMalformed(what: string, hello: Uint8Array, cause: string) {
  const received = codeOf(thrownBy(() => parse(hello)));
  check(received === 'malformed', `${what}: expected malformed, received ${received}`, cause);
}

function expectParsed(what: string, hello: Uint8Array, wanted: object, cause: string) {
  let parsed: ReturnType<typeof parseClientHello>;
  try {
    parsed = parse(hello);
  } catch (error) {
    throwGap(error);
    fail(`${what}: ${codeOf(error)} was thrown`, cause);
  }
  for (const [name, value] of Object.entries(wanted)) {
    expectSame(`${what}: ${name}`, parsed[name as keyof typeof parsed], value, cause);
  }
}

task(2, () => {
  test('who is wanted, for what, in which version', () => {
    const CAUSE =
      'version, random, then session id, suites and compressions with their lengths in front, then the extensions.';
    expectParsed(
      'a hello',
      HELLO,
      { serverName: 'orders.test', protocols: ['h2', 'http/1.1'], versions: [0x0304, 0x0303] },
      CAUSE,
    );
    expectParsed('as a view', asView(HELLO), { serverName: 'orders.test' }, CAUSE);
    for (const session of [0, 1, 32]) {
      const hello = join(beginning(0x0303, session), v16(sni(host('a.test'))));
      expectParsed(`a session id of ${session}`, hello, { serverName: 'a.test' }, CAUSE);
    }
    const many = join(beginning(0x0303, 32, Array<number>(300).fill(0x1301)), v16(alpn('h2')));
    expectParsed(
      '300 cipher suites',
      many,
      { protocols: ['h2'] },
      'The length of the suites has two bytes.',
    );
  });

  test('what is not there', () => {
    const none = { serverName: undefined, protocols: [], versions: [0x0303] };
    const CAUSE =
      'undefined, [] and the old version at the beginning: a client need not say any of it.';
    expectParsed('no extension', helloWith(), none, CAUSE);
    expectParsed(
      'none at all',
      beginning(),
      none,
      `${CAUSE} Before TLS 1.3 not even the length was there.`,
    );
    expectParsed(
      'TLS 1.1',
      beginning(0x0302),
      { versions: [0x0302] },
      'Without supported_versions the version at the beginning counts.',
    );
    expectParsed(
      'only supported_versions',
      helloWith(supported(0x0304)),
      { versions: [0x0304] },
      'With supported_versions the version at the beginning does not count: it says 1.2 for ever.',
    );
    const first = parse(beginning());
    const second = parse(beginning());
    check(
      first.protocols !== second.protocols || Object.isFrozen(first.protocols),
      'two hellos without ALPN share one list',
      'What you return belongs to the caller: make the empty list anew each time.',
    );
  });

  test('in any order, and with unknown ones between', () => {
    const hello = helloWith(
      supported(0x0304),
      extension(0xfafa, u8(0)),
      alpn('h2'),
      sni(host('b')),
    );
    const wanted = { serverName: 'b', protocols: ['h2'], versions: [0x0304] };
    expectParsed(
      'another order',
      hello,
      wanted,
      'Nobody has promised an order. Skip what you do not know.',
    );
  });

  test('names of protocols are octets', () => {
    const hello = helloWith(alpn('\x0a\x0a', '\xfa\xfa', '\x80\x9f', 'h2', 'x'.repeat(255)));
    expectParsed(
      'ALPN with octets that are not text',
      hello,
      { protocols: ['\x0a\x0a', '\xfa\xfa', '\x80\x9f', 'h2', 'x'.repeat(255)] },
      'Names of protocols are compared octet by octet (RFC 7301 §3.1); browsers offer ones that are not UTF-8 (RFC 8701). A character for each octet.',
    );
  });

  test('all that was offered, as it was offered', () => {
    expectParsed(
      'one twice, and versions that do not exist',
      helloWith(alpn('h2', 'x', 'h2'), supported(0x3a3a, 0x0303, 0x0304, 0x0303)),
      { protocols: ['h2', 'x', 'h2'], versions: [0x3a3a, 0x0303, 0x0304, 0x0303] },
      'Nothing is left out and nothing is sorted: the order says what the client likes best, and what to think of 0x3a3a (RFC 8701) is the caller’s business.',
    );
  });

  test('a name is as it was sent', () => {
    for (const name of [
      'ORDERS.test',
      'a',
      'xn--bcher-kva.test',
      'orders.test.',
      '_x.test',
      '!~',
    ]) {
      expectParsed(
        'a name',
        helloWith(sni(host(name))),
        { serverName: name },
        'As it was sent: whoever compares it knows how.',
      );
    }
    for (const octet of [0, 9, 0x20, 0x7f, 0x80, 0xff]) {
      const odd = String.fromCharCode(octet);
      for (const name of [`a${odd}b`, `${odd}a`, `a${odd}`]) {
        expectMalformed(
          `an octet ${octet} in the name, at ${name.indexOf(odd)}`,
          helloWith(sni(host(name))),
          'A name goes into logs and comparisons: octets 0x21 to 0x7e, and no others (RFC 6066 §3: ASCII).',
        );
      }
    }
  });

  test('a name of another type', () => {
    const hello = helloWith(sni(host('\x00\xff', 9), host('orders.test'), host('other', 1)));
    expectParsed(
      'three types of names',
      hello,
      { serverName: 'orders.test' },
      'Each name has its type before it: 0 is a host’s. The others have a length too, and are skipped (RFC 6066 §3).',
    );
    expectParsed(
      'only another type',
      helloWith(sni(host('other', 1))),
      { serverName: undefined },
      'There is no name of a host in it.',
    );
    for (const second of ['b.test', 'a.test']) {
      expectMalformed(
        `two names of type 0, a.test and ${second}`,
        helloWith(sni(host('a.test'), host(second))),
        'Two names of one type are forbidden (RFC 6066 §3): one reader would take the first, another the last.',
      );
    }
  });

  test('what may not be empty', () => {
    const CAUSE = 'Its least length is one (RFC 6066 §3, RFC 7301 §3.1, RFC 8446 §4.2.1).';
    expectMalformed('no name in SNI', helloWith(sni()), CAUSE);
    expectMalformed('an empty name', helloWith(sni(host(''))), CAUSE);
    expectMalformed('an empty name of another type', helloWith(sni(host('', 7), host('a'))), CAUSE);
    expectMalformed('no protocol in ALPN', helloWith(alpn()), CAUSE);
    expectMalformed('an empty protocol', helloWith(alpn('h2', '')), CAUSE);
    expectMalformed('no version', helloWith(supported()), CAUSE);
    for (const type of [0, 16, 43]) {
      expectMalformed(`an extension ${type} with nothing in it`, helloWith(extension(type)), CAUSE);
    }
    for (const type of [0, 16, 43]) {
      expectMalformed(`an extension ${type} with nothing in it`, helloWith(extension(type)), CAUSE);
    }
  });

  test('two extensions of one type', () => {
    const CAUSE =
      'There must not be two of one type (§4.2): one reader would believe the first, another the last.';
    expectMalformed('two names', helloWith(sni(host('a')), sni(host('b'))), CAUSE);
    expectMalformed('two unknown ones', helloWith(extension(77), alpn('h2'), extension(77)), CAUSE);
  });

  test('cut off, anywhere', () => {
    for (let size = 0; size < HELLO.length; size++) {
      // Exactly before the extensions it is whole, too: as clients once sent it.
      if (size === beginning().length) continue;
      expectMalformed(
        `the first ${size} bytes`,
        HELLO.subarray(0, size),
        'It ends too early, and a HelloError has to say so: nothing else may come out.',
      );
    }
  });

  test('something behind an end', () => {
    const CAUSE =
      'A length says less than there is. What stands behind it, somebody else may read: refuse it.';
    expectMalformed('behind the extensions', join(HELLO, u8(0)), CAUSE);
    expectMalformed('in SNI', helloWith(extension(0, v16(host('a')), u8(0))), CAUSE);
    expectMalformed('half a name', helloWith(extension(0, v16(host('a'), u8(0)))), CAUSE);
    expectMalformed('in ALPN', helloWith(extension(16, v16(v8(octets('h2'))), u8(0))), CAUSE);
    expectMalformed('in versions', helloWith(extension(43, v8(u16(0x0304)), u8(0))), CAUSE);
    expectMalformed('half a version', helloWith(extension(43, v8(u16(0x0304), u8(3)))), CAUSE);
    expectMalformed('half an extension', helloWith(alpn('h2'), u8(0)), CAUSE);
  });

  test('lengths that lie', () => {
    const CAUSE =
      'A length goes beyond what it is in. Each vector is a reader of its own, and ends where its length says: nobody reads the neighbour.';
    const sniBody = (list: number, name: number, text = 'a.test') =>
      helloWith(join(u16(0), v16(join(u16(list), u8(0), u16(name), octets(text)))), alpn('h2'));
    expectMalformed('a name that reaches into the next extension', sniBody(9, 12), CAUSE);
    expectMalformed('a list that is longer than its extension', sniBody(15, 6), CAUSE);
    expectMalformed(
      'a protocol that is longer than its list',
      helloWith(extension(16, v16(u8(9), octets('h2'))), supported(0x0304)),
      CAUSE,
    );
    expectMalformed(
      'an extension longer than all of them',
      join(beginning(), v16(join(u16(16), u16(0xffff), u8(0)))),
      CAUSE,
    );
    expectMalformed(
      'extensions longer than the message',
      join(beginning(), u16(500), alpn('h2')),
      CAUSE,
    );
    expectMalformed(
      'a session id of 255',
      join(u16(0x0303), new Uint8Array(32), u8(255), u8(0)),
      CAUSE,
    );
  });

  test('whatever comes, only a HelloError is thrown', () => {
    const random = new Random(2424);
    for (let round = 0; round < 400; round++) {
      const bytes = HELLO.slice();
      for (let i = random.integer(1, 4); i > 0; i--) {
        bytes[random.integer(0, bytes.length - 1)] = random.integer(0, 255);
      }
      const code = codeOf(thrownBy(() => parse(bytes)));
      check(
        code === 'nothing' || code === 'malformed',
        `a hello with wrong bytes: ${code} was thrown`,
        'A stranger’s bytes may be anything: read all of them through the HelloReader, which says malformed.',
      );
    }
  });

  test('two results share nothing', () => {
    const first = parse(HELLO);
    expectKept('the first result', first, () => parse(helloWith(alpn('x'), sni(host('other')))));
  });

  test('a real one, of this machine’s own TLS', async () => {
    const [hello] = collect([await realHello('orders.test', ['h2', 'x-own'])]);
    expectParsed(
      'Node’s ClientHello',
      hello!,
      { serverName: 'orders.test', protocols: ['h2', 'x-own'] },
      'A real one has more extensions than those three. Skip what you do not know.',
    );
    const [without] = collect([await realHello('', [])]);
    expectParsed(
      'Node’s ClientHello to an address',
      without!,
      { serverName: undefined, protocols: [] },
      'SNI carries names, never addresses, so this one has none.',
    );
  });
});

// ---- credentials

type Given = { by: string; given: unknown[] };

/** What is used of `grpc-js`; it remembers what it was given. */
const library = {
  credentials: {
    createSsl: (...given: unknown[]): Given => ({ by: 'client', given }),
  },
  ServerCredentials: {
    createSsl: (...given: unknown[]): Given => ({ by: 'server', given }),
  },
};
const shown: Shown = Object.freeze({
  certificate: 'our chain',
  privateKey: 'our key',
});

task(3, () => {
  test('a client that shows nothing', () => {
    expectSame(
      'what createSsl was given',
      clientCredentials(library, 'their roots'),
      { by: 'client', given: ['their roots', null, null] },
      'Roots first; null for a key and a chain that are not there: with undefined in one place only, grpc-js complains.',
    );
  });

  test('a client that shows its certificate', () => {
    expectSame(
      'what createSsl was given',
      unchanged('what is shown', shown, (given) =>
        clientCredentials(library, 'their roots', given),
      ),
      { by: 'client', given: ['their roots', 'our key', 'our chain'] },
      'Roots, then the key, then the chain. And the roots are for the server’s certificate, never our own certificate.',
    );
  });

  test('a server that asks nobody', () => {
    expectSame(
      'what createSsl was given',
      serverCredentials(library, shown),
      {
        by: 'server',
        given: [null, [{ private_key: 'our key', cert_chain: 'our chain' }], false],
      },
      'Without clientRoots nobody is asked: null for roots, and false for checkClientCertificate.',
    );
  });

  test('a server that asks everybody', () => {
    expectSame(
      'what createSsl was given',
      unchanged('what is shown', shown, (given) =>
        serverCredentials(library, given, 'the clients’ roots'),
      ),
      {
        by: 'server',
        given: ['the clients’ roots', [{ private_key: 'our key', cert_chain: 'our chain' }], true],
      },
      'checkClientCertificate has to be true: with roots alone grpc-js asks no client for anything. Required means that every client shows one.',
    );
  });

  test('roots without an authority in them', () => {
    const CAUSE =
      'An empty file is not "nobody": the system’s authorities would take its place, or nobody would be asked. Say so at once.';
    for (const [kind, roots] of [
      ['a text', ''],
      ['bytes', new Uint8Array(0)],
    ] as const) {
      let made = 0;
      const counting = {
        credentials: { createSsl: () => made++ },
        ServerCredentials: { createSsl: () => made++ },
      };
      for (const [what, run] of [
        ['a client', () => clientCredentials(counting, roots)],
        ['a client with a certificate', () => clientCredentials(counting, roots, shown)],
        ['a server', () => serverCredentials(counting, shown, roots)],
      ] as const) {
        const thrown = thrownBy(run);
        const received = thrown instanceof Error ? thrown.name : String(thrown ?? 'nothing');
        check(
          thrown instanceof TypeError,
          `empty roots of ${what}, as ${kind}: expected a TypeError, received ${received}`,
          `${CAUSE} A Pem is text or bytes, and both have a length.`,
        );
        check(
          !JSON.stringify([thrown.message, thrown.cause, thrown]).includes(`${shown.privateKey}`),
          `empty roots of ${what}: the key stands in the error`,
          'An error goes into a log, and a log is read by many. Say which option is wrong, and never what is in the others.',
        );
      }
      expectSame(
        'credentials that were made for empty roots',
        made,
        0,
        'Look at what you were given before you make anything of it.',
      );
    }
  });

  const OK = 'OK OK OK OK';
  const NO = 'UNAVAILABLE UNAVAILABLE UNAVAILABLE UNAVAILABLE';
  const expectCalls = (calls: Map<string, string>, wanted: [string, string, string][]) => {
    for (const [client, codes, cause] of wanted) {
      const what = `the client shows ${client}: four kinds of call`;
      expectSame(what, calls.get(client), codes, cause);
    }
  };

  test('real handshakes with a server that asks nobody, on all four kinds of call', async () => {
    const calls = await calledOverTls('open', clientCredentials, serverCredentials);
    expectCalls(calls, [
      ['nothing', OK, 'A server without clientRoots asks nobody for a certificate.'],
      ['the authority’s', OK, 'A client may have a certificate that nobody asks for.'],
    ]);
    expectSame(
      'a client that trusts somebody else',
      calls.get('other roots'),
      NO,
      'A client believes its own roots and no others: not the system’s, and not what the server shows.',
    );
  });

  test('real handshakes with a server that asks, on all four kinds of call', async () => {
    expectCalls(await calledOverTls('mutual', clientCredentials, serverCredentials), [
      ['the authority’s', OK, 'It is signed by one of clientRoots.'],
      [
        'nothing',
        NO,
        'A client without a certificate must not get in: checkClientCertificate has to be true.',
      ],
      [
        'a stranger’s',
        NO,
        'A certificate that somebody else has signed proves nothing to this server.',
      ],
    ]);
  });
});

// ---- principals

const DOMAIN = 'shop.test';

const peer = (names: string[], commonName = 'admin'): PeerIdentity =>
  Object.freeze({
    address: '127.0.0.1:1',
    secure: true,
    certificate: Object.freeze({
      commonName,
      names: Object.freeze(names),
      fingerprint: 'AB:CD',
      raw: new Uint8Array(0),
    }),
  });

function expectPrincipal(names: string[], wanted: string | undefined, cause: string) {
  const given = peer(names);
  const received = unchanged('the peer', given, () => principalOf(given, DOMAIN));
  const what = `a certificate of ${names.map((name) => name.slice(0, 60)).join(', ') || 'no names'}`;
  expectSame(what, received, wanted, cause);
}

task(4, () => {
  test('a SPIFFE ID is whole', () => {
    const CAUSE = 'The one URI of the certificate, as it stands there.';
    for (const path of ['/till', '/ns/shop/sa/till-1', '/a', '/A.b_c-9', '/...', '/.a/b.']) {
      const id = `spiffe://shop.test${path}`;
      expectPrincipal([`URI:${id}`], id, CAUSE);
    }
    expectPrincipal(
      ['DNS:till.shop.test', 'URI:spiffe://shop.test/till', 'DNS:x.test', 'IP Address:127.0.0.1'],
      'spiffe://shop.test/till',
      'With a URI, the URI says who it is, wherever it stands and whatever other names there are.',
    );
  });

  test('of this trust domain, to the letter', () => {
    const CAUSE =
      'An authority may sign for several domains. The domain ends at the slash: shop.test.evil, and evil with shop.test behind it, are others.';
    for (const id of [
      'spiffe://shop.test.evil/till',
      'spiffe://shop.testevil/till',
      'spiffe://evil.test/till',
      'spiffe://evil.test/spiffe://shop.test/till',
      'spiffe://evil.shop.test/till',
      'spiffe://shop.test@evil.test/till',
      'spiffe://evil@shop.test/till',
      'spiffe://shop.test:443/till',
      'spiffe://shopxtest/till',
      'spiffe://SHOP.test/till',
      'SPIFFE://shop.test/till',
      'https://shop.test/till',
      ' spiffe://shop.test/till',
      'xspiffe://shop.test/till',
      'spiffe://espiffe://shop.test/till',
      'shop.test/till',
    ]) {
      expectPrincipal([`URI:${id}`], undefined, CAUSE);
    }
  });

  test('with a path that can be read in one way only', () => {
    const CAUSE =
      'A path is one segment or more, each a slash and letters, digits, ".", "_" or "-"; "." and ".." alone are nobody’s name (SPIFFE-ID §2.2).';
    for (const path of [
      '',
      '/',
      '//till',
      '/till/',
      '/a//b',
      '/.',
      '/..',
      '/a/./b',
      '/a/../b',
      '/till?x=1',
      '/till:x',
      '/till#x',
      '/t%69ll',
      '/tíll',
      '/till x',
      '/till\n',
      '/till\n/x',
    ]) {
      expectPrincipal([`URI:spiffe://shop.test${path}`], undefined, CAUSE);
    }
  });

  test('of 2,048 characters at most', () => {
    const start = 'spiffe://shop.test/';
    const id = `${start}${'x'.repeat(2048 - start.length)}`;
    const CAUSE = '2,048 characters are allowed (SPIFFE-ID §2.3), one more is not.';
    expectPrincipal([`URI:${id}`], id, CAUSE);
    expectPrincipal([`URI:${id}x`], undefined, CAUSE);
  });

  test('one URI, and no second answer', () => {
    const CAUSE = 'Two URIs are two answers to one question (X.509-SVID §2): nobody.';
    const till = 'URI:spiffe://shop.test/till';
    expectPrincipal([till, 'URI:spiffe://shop.test/admin'], undefined, CAUSE);
    expectPrincipal([till, till], undefined, CAUSE);
    expectPrincipal([till, 'URI:https://shop.test/'], undefined, CAUSE);
    expectPrincipal(['URI:https://shop.test/', till], undefined, CAUSE);
    const NO_WAY_ROUND =
      'It has a URI, and the URI is nobody here. Its DNS name must not let it in by another door.';
    expectPrincipal(['DNS:till.shop.test', 'URI:spiffe://evil.test/x'], undefined, NO_WAY_ROUND);
    expectPrincipal(['URI:', 'DNS:till.shop.test'], undefined, NO_WAY_ROUND);
    const QUOTED =
      'Node has put it into quotation marks, because there is something odd in it. Leave them: with them it is nobody’s name.';
    expectPrincipal(['URI:"spiffe://shop.test/till"'], undefined, QUOTED);
  });

  test('without a URI: its only DNS name', () => {
    const CAUSE = 'dns: and the name, in small letters.';
    expectPrincipal(['DNS:till.shop.test'], 'dns:till.shop.test', CAUSE);
    expectPrincipal(['DNS:Till.SHOP.test'], 'dns:till.shop.test', CAUSE);
    expectPrincipal(['IP Address:10.0.0.1', 'DNS:till'], 'dns:till', CAUSE);
    const TWO = 'Two names are two answers: nobody.';
    expectPrincipal(['DNS:till.shop.test', 'DNS:admin.shop.test'], undefined, TWO);
    expectPrincipal(['DNS:till.shop.test', 'DNS:*.shop.test'], undefined, TWO);
    expectPrincipal(['DNS:till.shop.test', 'DNS:TILL.shop.test'], undefined, TWO);
    const ODD = 'HOST says how a host’s name looks. A * names many, and none.';
    for (const name of [
      '*.shop.test',
      '',
      '.',
      'till.shop.test.',
      '"till.shop.test"',
      'a..b',
      '"till.shop.test\\u0000"',
      'a b',
      'a\nb',
    ]) {
      expectPrincipal([`DNS:${name}`], undefined, ODD);
    }
  });

  test('never another name', () => {
    const CAUSE =
      'Addresses, e-mails and directory names are not asked, and the common name least of all: it is a text for people (RFC 9525 §2).';
    expectPrincipal([], undefined, CAUSE);
    expectPrincipal(
      ['IP Address:10.0.0.1', 'email:URI:spiffe://shop.test/till', 'DirName:"CN = DNS:a"'],
      undefined,
      CAUSE,
    );
    for (const other of ['email:DNS:admin.test', 'email:URI:x', 'DirName:"CN = URI:x"']) {
      expectPrincipal(
        [other, 'DNS:till.shop.test'],
        'dns:till.shop.test',
        'The kind stands before the first colon: DNS: and URI: at the beginning, and nowhere else.',
      );
    }
    for (const commonName of ['spiffe://shop.test/till', 'till.shop.test', 'DNS:till.shop.test']) {
      expectSame(
        `a certificate without names, common name ${commonName}`,
        principalOf(peer([], commonName), DOMAIN),
        undefined,
        CAUSE,
      );
    }
    expectPrincipal(
      ['dns:till.shop.test', 'uri:spiffe://shop.test/till', 'XDNS:a', 'email:DNS:a'],
      undefined,
      'The kind stands before the colon, exactly so: DNS: and URI: at the beginning.',
    );
  });

  test('nobody without a certificate, or without TLS', () => {
    const { certificate } = peer(['URI:spiffe://shop.test/till']);
    const none: PeerIdentity = { address: '127.0.0.1:1', secure: true };
    const CAUSE = 'No certificate: nobody has proved anything.';
    expectSame('without a certificate', principalOf(none, DOMAIN), undefined, CAUSE);
    expectSame(
      'not secure, with a certificate',
      principalOf({ address: '', secure: false, certificate }, DOMAIN),
      undefined,
      'A certificate proves nothing by itself: everybody may have a copy. It is the handshake that proves, and there was none.',
    );
  });

  test('the domain is the caller’s', () => {
    const given = peer(['URI:spiffe://other.test/till']);
    expectSame(
      'another domain',
      principalOf(given, DOMAIN),
      undefined,
      'Compare it with trustDomain.',
    );
    expectSame(
      'the same one, with its own domain',
      principalOf(given, 'other.test'),
      'spiffe://other.test/till',
      'trustDomain is an argument: two servers may have two.',
    );
  });

  for (const [what, kind, name, wanted] of [
    ['with a URI', 'uri', 'spiffe://shop.test/till', 'spiffe://shop.test/till'],
    ['with a DNS name', 'dns', 'till.shop.test', 'dns:till.shop.test'],
    [
      'with odd characters',
      'uri',
      'spiffe://shop.test/a", DNS:admin.shop.test, URI:"x',
      'undefined',
    ],
  ] as const) {
    test(`a real one ${what}: on all four kinds of call, the handler knows who it is`, async () => {
      expectSame(
        `our server, a client with ${name}: four kinds of call`,
        await principalByOurs(kind, name),
        [wanted, wanted, wanted, wanted],
        'names are those of PeerCertificate: "DNS:…", "URI:…". Odd characters in one are Node’s to escape, and what comes out is nobody’s name.',
      );
    });
  }
});

// ---- a store that rotates

interface Paper {
  id: number;
  bad?: string;
}

/** A promise that somebody else ends. */
function deferred<T>() {
  let resolve!: (value: T) => void;
  let reject!: (error: unknown) => void;
  const promise = new Promise<T>((done, failed) => {
    resolve = done;
    reject = failed;
  });
  return { promise, resolve, reject };
}

/** Lets everything run that is ready to. */
async function settle() {
  for (let i = 0; i < 100; i++) await undefined;
}

/** What refresh() answers, once nothing is left to run. @throws if that is still nothing */
async function answerOf(what: string, refreshed: Promise<boolean>): Promise<unknown> {
  const ended: unknown[] = [];
  refreshed.then(
    (answer) => ended.push(answer),
    (error: unknown) => {
      throwLater(error);
      ended.push(`it rejects: ${error instanceof Error ? error.message : error}`);
    },
  );
  await settle();
  check(
    ended.length > 0,
    `${what}: no answer has come`,
    'All loads have ended, and somebody still waits: whoever asks has to get an answer.',
  );
  return ended[0];
}

/** A store, the loads that it has begun, and what it has reported. */
async function openStore(changes: Partial<IdentityStoreOptions<Paper>> = {}) {
  const loads: ReturnType<typeof deferred<Paper>>[] = [];
  const errors: unknown[] = [];
  const order: string[] = [];
  let store: IdentityStore<Paper> | undefined;
  const options: IdentityStoreOptions<Paper> = {
    load() {
      order.push('load');
      const load = deferred<Paper>();
      loads.push(load);
      return load.promise;
    },
    check({ id, bad }) {
      order.push(`check ${id}, current ${store?.current.id}`);
      if (bad !== undefined) throw new Error(bad);
    },
    isSame: (a, b) => a.id === b.id,
    onError: (error) => {
      throwLater(error);
      errors.push(error);
    },
    ...changes,
  };
  const opening = IdentityStore.open(options);
  opening.catch(() => {});
  await settle();
  loads[0]?.resolve({ id: 1 });
  store = await opening;
  order.length = 0;
  return { store, loads, errors, order };
}

/** One of the loads that a store has begun; the first was that of open(). */
function loadOf(loads: readonly ReturnType<typeof deferred<Paper>>[], at: number) {
  const load = loads.at(at);
  return (
    load ??
    fail(
      'refresh() has not called load',
      'Each refresh() loads, or has one more load follow. What came last is not kept.',
    )
  );
}

/** A gap that was reached inside is reported like any error: it is kept, and thrown by the test. */
const gaps: unknown[] = [];
function throwLater(error: unknown) {
  try {
    throwGap(error);
  } catch (gap) {
    gaps.push(gap);
  }
}

const textsOf = (errors: readonly unknown[]) =>
  errors.map((error) => (error instanceof Error ? error.message : String(error)));

task(5, () => {
  test('it begins with one that was loaded and checked', async () => {
    const { store } = await openStore();
    expectSame('current', store.current, { id: 1 }, 'What load gave is the first one.');
    const options = (load: () => Paper | Promise<Paper>): IdentityStoreOptions<Paper> => ({
      load,
      check({ bad }) {
        if (bad !== undefined) throw new Error(bad);
      },
      isSame: (a, b) => a.id === b.id,
      onError: () => {},
    });
    const sync = await IdentityStore.open(options(() => ({ id: 7 })));
    expectSame(
      'a load that gives it at once',
      sync.current,
      { id: 7 },
      'load may give a promise, or the thing itself.',
    );
    for (const [what, load, text] of [
      ['load rejects', () => Promise.reject(new Error('no file')), 'no file'],
      [
        'load throws',
        () => {
          throw new Error('no folder');
        },
        'no folder',
      ],
      ['check throws', () => ({ id: 1, bad: 'expired' }), 'expired'],
    ] as [string, () => Paper | Promise<Paper>, string][]) {
      const thrown = await IdentityStore.open(options(load)).then(
        () => undefined,
        (error: unknown) => error,
      );
      throwGap(thrown);
      expectSame(
        `${what}: what open rejects with`,
        thrown instanceof Error ? thrown.message : thrown,
        text,
        'There is nothing to go on with: whoever starts the server has to hear of it.',
      );
    }
  });

  test('load, compare, check, keep, tell', async () => {
    const { store, loads, order, errors } = await openStore();
    store.watch(({ id }) => order.push(`told ${id}, current ${store.current.id}`));
    const refreshed = store.refresh();
    await settle();
    expectSame(
      'current while it loads',
      store.current.id,
      1,
      'The old one is valid until the new one is checked.',
    );
    loadOf(loads, 1).resolve({ id: 2 });
    expectSame(
      'refresh() with a new one',
      await answerOf('refresh()', refreshed),
      true,
      'true: there is a new one.',
    );
    expectSame(
      'what happened',
      order,
      ['load', 'check 2, current 1', 'told 2, current 2'],
      'First check, then keep, then tell: nobody sees the new one before it was checked, and a listener that looks at current sees it.',
    );
    expectSame('errors', errors, [], 'Nothing has gone wrong.');
  });

  test('the same one is nothing new', async () => {
    const { store, loads, order } = await openStore();
    store.watch(() => order.push('told'));
    const before = store.current;
    const NOTHING =
      'It is the same: neither checked nor told, and the answer is false. Every listener would make its handshakes anew for nothing.';
    const refreshed = store.refresh();
    await settle();
    loadOf(loads, 1).resolve({ id: 1 });
    expectSame(
      'refresh() with the same one',
      await answerOf('refresh()', refreshed),
      false,
      NOTHING,
    );
    expectSame('what happened', order, ['load'], NOTHING);
    check(
      store.current === before,
      'current is another object now',
      'isSame says that nothing has changed, so leave the old one where it is.',
    );
  });

  test('the same one as the last, and not as the first', async () => {
    const { store, loads } = await openStore();
    const results: boolean[] = [];
    for (const id of [2, 2, 1]) {
      const refreshed = store.refresh();
      await settle();
      check(
        loads.length === results.length + 2,
        `refresh() number ${results.length + 1} does not load`,
        'One that has ended is over. The next one begins anew.',
      );
      loadOf(loads, -1).resolve({ id });
      results.push((await answerOf('refresh()', refreshed)) === true);
    }
    expectSame(
      'three refreshes, to 2, 2 and 1',
      results,
      [true, false, true],
      'Compare with current: what counts is what is shown now.',
    );
  });

  test('whatever goes wrong, the old one stays', async () => {
    const CAUSE =
      'A file may be half written, or the authority down. The old one may be good for hours: keep it, tell onError, and answer false.';
    for (const [what, end, text] of [
      ['load rejects', (load) => load.reject(new Error('no file')), 'no file'],
      ['check throws', (load) => load.resolve({ id: 2, bad: 'expired' }), 'expired'],
    ] as [string, (load: ReturnType<typeof deferred<Paper>>) => void, string][]) {
      const { store, loads, errors, order } = await openStore();
      store.watch(() => order.push('told'));
      const refreshed = store.refresh();
      await settle();
      end(loadOf(loads, 1));
      const answer = await answerOf(`${what}: refresh()`, refreshed);
      expectSame(`${what}: refresh()`, answer, false, CAUSE);
      expectSame(`${what}: current`, store.current, { id: 1 }, CAUSE);
      expectSame(`${what}: told`, order.includes('told'), false, CAUSE);
      expectSame(`${what}: what onError heard`, textsOf(errors), [text], CAUSE);
      const next = store.refresh();
      await settle();
      check(
        loads.length === 3,
        `${what}: the next refresh() does not load`,
        'One that failed is over. The next one begins anew.',
      );
      loadOf(loads, 2).resolve({ id: 3 });
      expectSame(
        `${what}: the next refresh()`,
        await answerOf('refresh()', next),
        true,
        'One that failed is over. The next one begins anew.',
      );
    }
  });

  test('what was refused may be good later', async () => {
    let bad: string | undefined = 'not valid yet';
    const { store, loads, errors } = await openStore({
      check: ({ id }) => {
        if (id === 2 && bad !== undefined) throw new Error(bad);
      },
    });
    const results: unknown[] = [];
    for (let round = 0; round < 3; round++) {
      if (round === 2) bad = undefined;
      const refreshed = store.refresh();
      await settle();
      loadOf(loads, -1).resolve({ id: 2 });
      results.push(await answerOf('refresh()', refreshed));
    }
    const CAUSE =
      'A certificate that is not valid yet is valid tomorrow. Compare with what is shown, not with what came last; and check it each time.';
    expectSame('refresh() with it, three times', results, [false, false, true], CAUSE);
    expectSame(
      'what onError heard',
      textsOf(errors),
      ['not valid yet', 'not valid yet'],
      'It is still wrong, so somebody has to hear of it again.',
    );
  });

  test('options may be an object of a class', async () => {
    class Files {
      readonly paper = { id: 1 };
      readonly seen: string[] = [];
      load = function (this: Files) {
        return { ...this.paper };
      };
      check({ id }: Paper) {
        this.seen.push(`check ${id}`);
      }
      isSame(a: Paper, b: Paper) {
        this.seen.push('same');
        return a.id === b.id;
      }
      onError(error: unknown) {
        throwLater(error);
        this.seen.push(`${error}`);
      }
    }
    const files = new Files();
    const store = await IdentityStore.open(files);
    files.paper.id = 2;
    await answerOf('refresh()', store.refresh());
    expectSame(
      'what its methods have seen',
      files.seen,
      ['check 1', 'same', 'check 2'],
      'They are methods, and may need their this: call them on options.',
    );
  });

  test('a load or a comparison that throws at once, an onError that throws', async () => {
    let fails = false;
    const heard: unknown[] = [];
    const { store } = await openStore({
      load: () => {
        if (fails) throw new Error('no folder');
        return { id: 1 };
      },
      onError: (error) => {
        throwLater(error);
        heard.push(error);
        throw new Error('and the log is full');
      },
    });
    fails = true;
    let refreshed: Promise<boolean>;
    try {
      refreshed = store.refresh();
    } catch (error) {
      throwGap(error);
      fail('refresh() throws', 'load may throw at once. refresh never does: onError hears of it.');
    }
    expectSame(
      'refresh() with a load and an onError that throw',
      await answerOf('refresh()', refreshed),
      false,
      'Nobody catches what refresh throws: in a timer it would end the process. That goes for what onError throws, too.',
    );
    expectSame('what onError heard', textsOf(heard), ['no folder'], 'onError hears of it, once.');
    fails = false;
    expectSame(
      'refresh() afterwards',
      await answerOf('refresh()', store.refresh()),
      false,
      'It is the same one.',
    );
    const odd = await openStore({
      isSame: () => {
        throw new Error('not to be compared');
      },
    });
    const compared = odd.store.refresh();
    await settle();
    loadOf(odd.loads, 1).resolve({ id: 2 });
    expectSame(
      'refresh() with an isSame that throws',
      await answerOf('refresh()', compared),
      false,
      'Whatever goes wrong goes to onError, and the old one stays.',
    );
  });

  test('one load at a time, and one more for all who have asked', async () => {
    const { store, loads } = await openStore();
    const first = store.refresh();
    await settle();
    const others = [store.refresh(), store.refresh(), store.refresh()];
    await settle();
    expectSame(
      'loads that are under way',
      loads.length - 1,
      1,
      'Two loads at once may end in the wrong order, and the older one would win. One at a time.',
    );
    loadOf(loads, 1).resolve({ id: 2 });
    await settle();
    expectSame(
      'loads after the first one has ended',
      loads.length - 1,
      2,
      'Who asked while it was under way may know of a file that it has not seen. So one more follows, and only one for all of them.',
    );
    let isOver = false;
    first.then(() => {
      isOver = true;
    });
    await settle();
    expectSame(
      'the first answer has come before the second load has ended',
      isOver,
      false,
      'All who have asked are answered at the end, with what was found in all of it.',
    );
    others.push(store.refresh());
    await settle();
    expectSame(
      'loads after one more has asked, during the second',
      loads.length - 1,
      2,
      'One at a time: the second load is still under way.',
    );
    for (const load of [2, 3]) {
      loads[load]?.resolve({ id: 2 });
      await settle();
    }
    expectSame(
      'loads at the end',
      loads.length - 1,
      3,
      'One more for those who asked during the first, one for the one who asked during the second. Nobody has asked since: no fourth load.',
    );
    expectSame(
      'five answers',
      await Promise.all([first, ...others].map((each) => answerOf('refresh()', each))),
      [true, true, true, true, true],
      'true if there is a new identity since they asked: the first load has found one, although the others have not.',
    );
  });

  test('who asks in the moment in which a load ends is not forgotten', async () => {
    const { store, loads } = await openStore();
    for (let wait = 0; wait < 12; wait++) {
      const before = loads.length;
      const first = store.refresh();
      await settle();
      loadOf(loads, -1).resolve({ id: 1 });
      // Somewhere between "the load has ended" and "everybody has been told so".
      for (let i = 0; i < wait; i++) await undefined;
      const second = store.refresh();
      await settle();
      check(
        loads.length === before + 2,
        `asked ${wait} steps after the load ended: no load followed`,
        'Between the last look at #again and the moment in which #loading is undefined nothing may happen: with a .finally() behind the promise there is such a moment.',
      );
      loadOf(loads, -1).resolve({ id: 1 });
      await answerOf(
        'refresh()',
        Promise.all([first, second]).then(() => true),
      );
    }
  });

  test('a listener may ask again', async () => {
    const { store, loads } = await openStore();
    let asked = 0;
    store.watch(() => {
      if (asked++ === 0) store.refresh();
    });
    const refreshed = store.refresh();
    await settle();
    loadOf(loads, 1).resolve({ id: 2 });
    await settle();
    expectSame(
      'loads',
      loads.length - 1,
      2,
      'A refresh from a listener is one like any other: one more load follows.',
    );
    loadOf(loads, 2).resolve({ id: 3 });
    expectSame(
      'refresh()',
      await answerOf('refresh()', refreshed),
      true,
      'It ends when both have ended.',
    );
    expectSame('current', store.current.id, 3, 'The last one that was loaded.');
  });

  test('listeners: in order, each with the new one, and none hurt by another', async () => {
    const { store, loads, errors } = await openStore();
    const told: string[] = [];
    store.watch(({ id }) => told.push(`a ${id}`));
    store.watch(() => {
      throw new Error('b is broken');
    });
    store.watch(({ id }) => told.push(`c ${id}`));
    const refreshed = store.refresh();
    await settle();
    loadOf(loads, 1).resolve({ id: 2 });
    const answer = await answerOf('refresh()', refreshed);
    expectSame(
      'refresh() with a listener that throws',
      answer,
      true,
      'The new one is there: a listener cannot take it back.',
    );
    expectSame(
      'told',
      told,
      ['a 2', 'c 2'],
      'In the order in which they came; and one that throws must not keep the others from hearing.',
    );
    expectSame(
      'what onError heard',
      textsOf(errors),
      ['b is broken'],
      'Somebody has to hear of it: onError.',
    );
  });

  test('who has ended it hears no more', async () => {
    const { store, loads } = await openStore();
    const told: string[] = [];
    const same = ({ id }: Paper) => told.push(`same ${id}`);
    const endFirst = store.watch(same);
    store.watch(same);
    let endLast = () => {};
    const endMiddle = store.watch(() => {
      told.push('middle');
      endMiddle();
      endLast();
      store.watch(() => told.push('late'));
    });
    endLast = store.watch(() => told.push('last'));
    endFirst();
    endFirst();
    const next = async (id: number) => {
      const refreshed = store.refresh();
      await settle();
      loadOf(loads, -1).resolve({ id });
      await answerOf('refresh()', refreshed);
    };
    await next(2);
    expectSame(
      'told of 2',
      told,
      ['same 2', 'middle'],
      'One function may be given twice, and is ended once for each. And one that was ended a moment ago, by another listener, hears nothing; one that has just come hears of the next.',
    );
    told.length = 0;
    await next(3);
    expectSame('told of 3', told, ['same 3', 'late'], 'Those that have ended it hear no more.');
  });

  test('two stores have nothing in common', async () => {
    const [a, b] = [await openStore(), await openStore()];
    const told: number[] = [];
    b.store.watch(({ id }) => told.push(id));
    const refreshed = a.store.refresh();
    await settle();
    loadOf(a.loads, 1).resolve({ id: 2 });
    await answerOf('refresh()', refreshed);
    expectSame('the other’s listeners', told, [], 'Listeners belong to a store.');
    expectSame('the other’s current', b.store.current.id, 1, 'Each has its own.');
    if (gaps.length > 0) throw gaps[0];
  });

  test('a real one: new handshakes show the new certificate, and no call is lost', async () => {
    const seen = await rotatedUnderCalls();
    expectSame(
      'what clients have seen',
      seen,
      {
        before: 'one',
        'on the old connection': 'OK OK OK OK',
        after: 'two',
        'after a broken file': 'two',
        errors: 1,
        'stream across the change': '1 2 3',
      },
      'Connections that are open go on; each new handshake has what is current; a file that cannot be read changes nothing.',
    );
  });
});
