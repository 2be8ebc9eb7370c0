import { test } from 'vitest';
import { check, fail } from '#course/kit/compare/finding';
import { throwGap } from '#course/kit/compare/gap';
import { expectSame } from '#course/kit/compare/same';
import { thrownBy } from '#course/kit/compare/thrown';
import { bytesCopied } from '#course/kit/copies';
import { asView, expectKept, unchanged } from '#course/kit/given';
import { Random } from '#course/kit/random';
import { task } from '#course/kit/task';
import {
  isUncompressed,
  rememberCompressed,
  uncompressed,
  wasCompressed,
} from '#grpc/compression/compressed-flag';
import { type Compression, DecompressionError } from '#grpc/compression/compression';
import { CompressionSet } from '#grpc/compression/compression-set';
import { withinLimit } from '#grpc/compression/within-limit';
import { GrpcError } from '#grpc/grpc-error';
import { MAX_ACCEPT_NAMES, MAX_EXCERPT_LENGTH, MIN_COMPRESSED_BYTES } from '#grpc/limits';
import { outgoingMessage } from '#grpc/messages/outgoing-message';
import { Status, type StatusCode, statusName } from '#grpc/status';
import { askedByHttp2, bomb, greetedByGrpcJs, greetedByOurs } from './23-compression.node.ts';

/*
 * What is asked here needs no zlib: a compression is an object with a name and two functions. The
 * last tests of task 5 put all of it on the wire, with a stranger at the other end. That part needs
 * Node: `23-compression.node.ts`.
 */

/** A compression that makes `smaller(length)` bytes of a message, and remembers what it was given. */
class FakeCompression implements Compression {
  readonly name: string;
  readonly given: Uint8Array[] = [];
  readonly #smaller: (length: number) => number;

  constructor(name: string, smaller: (length: number) => number = (length) => length >> 1) {
    this.name = name;
    this.#smaller = smaller;
  }

  compress(message: Uint8Array): Uint8Array {
    this.given.push(message);
    return new Uint8Array(this.#smaller(message.length)).fill(7);
  }

  decompress(message: Uint8Array): Uint8Array {
    return message;
  }
}

const gzip = new FakeCompression('gzip');
const br = new FakeCompression('br');
const both = new CompressionSet([gzip, br]);

const nameOf = (found: unknown) =>
  found === undefined ? 'nothing' : ((found as Compression).name ?? String(found));

function expectAccepted(name: string, list: string | undefined, wanted: string, cause: string) {
  const received = nameOf(both.accepted(name, list));
  const shown = list === undefined ? 'no list' : JSON.stringify(list.slice(0, 60));
  check(
    received === wanted,
    `accepted("${name}"), and the peer sent ${shown}: expected ${wanted}, received ${received}`,
    cause,
  );
}

/** A name that costs the peer one octet for each of its own, and us more. */
const HOSTILE = `snappy${'x'.repeat(10_000)}`;

function expectShort(details: string): void {
  check(
    details.length <= MAX_EXCERPT_LENGTH + 100,
    `a name of ${HOSTILE.length} characters became a text of ${details.length}`,
    'The name is a stranger’s, and may have 16 KiB: it would be escaped, sent, and kept in a log. excerpt(name) cuts it.',
  );
}

task(1, () => {
  test('what the peer lists may be used', () => {
    const NOT = 'We have it, and the peer says that it can read it: the list is between commas.';
    expectAccepted('gzip', 'identity,gzip', 'gzip', NOT);
    expectAccepted('gzip', 'gzip', 'gzip', NOT);
    expectAccepted('gzip', 'identity,gzip,br', 'gzip', NOT);
    const NAMED = 'Of two that both sides have, the one that was named, and not the first.';
    expectAccepted('gzip', 'br,gzip,identity', 'gzip', NAMED);
    expectAccepted('br', 'identity,gzip,br', 'br', NAMED);
    check(
      both.accepted('gzip', 'gzip') === gzip,
      'accepted("gzip") is not the compression with which the set was made',
      'this.chosen(name) gives it.',
    );
  });

  test('what it does not list must not be used', () => {
    const NEVER = 'Never send what the other side cannot read: it has listed all that it can.';
    for (const list of ['identity', 'identity,deflate', 'br', '']) {
      expectAccepted('gzip', list, 'nothing', NEVER);
    }
    expectAccepted(
      'gzip',
      undefined,
      'nothing',
      'A peer that sends no list has not said that it can read anything but what is sent as it is.',
    );
  });

  test('a part of a name is another name', () => {
    for (const list of ['gzipped', 'x-gzip', 'identity,gzip2', 'gzi,p', 'g zip']) {
      expectAccepted(
        'gzip',
        list,
        'nothing',
        'Somebody’s "x-gzip" is not our gzip. Compare whole names, and not parts of the text.',
      );
    }
  });

  test('there are names in the list, and nothing else', () => {
    for (const list of ['*', 'identity, *', 'gzip;q=1', 'gzip;q=0']) {
      expectAccepted(
        'gzip',
        list,
        'nothing',
        'That is HTTP’s accept-encoding, which has * and weights. The list of gRPC has names only.',
      );
    }
  });

  test('white space and case do not matter in the list', () => {
    for (const list of ['identity, gzip', 'gzip ,identity', '\tgzip\t', 'identity,  gzip  , br']) {
      expectAccepted(
        'gzip',
        list,
        'gzip',
        'There may be white space around the commas: trim each part.',
      );
    }
    for (const list of ['GZIP', 'identity,GZip']) {
      expectAccepted(
        'gzip',
        list,
        'gzip',
        'Names in a list of HTTP are the same in any case: toLowerCase().',
      );
    }
  });

  test('identity is nobody’s compression', () => {
    for (const list of ['identity,gzip', 'identity', undefined]) {
      expectAccepted(
        'identity',
        list,
        'nothing',
        'identity means: as it is. There is nothing to call.',
      );
    }
  });

  test('a name that we do not have is a typing error', () => {
    for (const list of ['gizp', 'gzip,gizp', 'gzip', '', undefined]) {
      const thrown = thrownBy(() => both.accepted('gizp', list));
      check(
        thrown instanceof RangeError,
        `accepted("gizp"), list ${JSON.stringify(list)}: expected a RangeError, received ${thrown ?? 'nothing'}`,
        'Somebody who writes call.compression = "gizp" would never notice that nothing is compressed. this.chosen(name) throws, so ask it before you look at the peer’s list.',
      );
    }
  });

  test(`of the list, the first ${MAX_ACCEPT_NAMES} names count`, () => {
    const after = (count: number, name: string) => `${`${name},`.repeat(count)}gzip`;
    for (const name of ['deflate', '', 'a-name-of-thirty-two-characters-']) {
      expectAccepted(
        'gzip',
        after(MAX_ACCEPT_NAMES - 1, name),
        'gzip',
        `It is the ${MAX_ACCEPT_NAMES}th of the list, and the first ${MAX_ACCEPT_NAMES} count.`,
      );
      expectAccepted(
        'gzip',
        after(MAX_ACCEPT_NAMES, name),
        'nothing',
        name === ''
          ? `It is the ${MAX_ACCEPT_NAMES + 1}th of the list: what stands between two commas counts, also if it is empty.`
          : `It is the ${MAX_ACCEPT_NAMES + 1}th of the list. A limit that is looked at one too late is another limit.`,
      );
    }
  });

  test('a list of ten thousand commas is not taken apart', () => {
    let most = 0;
    const { split } = String.prototype;
    const counting = function (this: string, separator: string, limit?: number): string[] {
      const parts: string[] = Reflect.apply(split, this, [separator, limit]);
      most = Math.max(most, parts.length);
      return parts;
    };
    String.prototype.split = counting as typeof split;
    try {
      both.accepted('gzip', ','.repeat(10_000));
    } finally {
      String.prototype.split = split;
    }
    check(
      most <= MAX_ACCEPT_NAMES,
      `the list was taken apart into ${most} names`,
      'They cost the peer nothing, and you an array for each answer. split(",", most) takes no more than that; slice comes too late.',
    );
  });
});

/** What a set says to an encoding before the first message. */
function refusalOf(name: string | undefined) {
  return both.refuse(name);
}

function expectInternal(encoding: string | undefined, why: string): GrpcError {
  let received: unknown = 'nothing';
  const thrown = thrownBy(() => {
    received = both.decompressor(encoding);
  });
  const what = `flag 1, grpc-encoding ${encoding === undefined ? 'missing' : JSON.stringify(encoding.slice(0, 20))}`;
  if (!(thrown instanceof GrpcError)) {
    fail(
      `${what}: expected INTERNAL, ${thrown === undefined ? `received ${nameOf(received)}` : `threw ${thrown}`}`,
      why,
    );
  }
  check(
    thrown.code === Status.INTERNAL,
    `${what}: expected INTERNAL, received ${statusName(thrown.code)}`,
    'This message is here already, and it contradicts what was said before it: INTERNAL. UNIMPLEMENTED is a server’s word, to a client that has asked for something.',
  );
  return thrown;
}

task(2, () => {
  test('what we can read is not refused', () => {
    for (const name of [undefined, 'identity', 'gzip', 'br']) {
      check(
        refusalOf(name) === undefined,
        `grpc-encoding ${name ?? 'missing'} was refused`,
        'No encoding, and identity, mean that messages come as they are: everybody can read that. The others are ours.',
      );
    }
  });

  test('what we cannot read is UNIMPLEMENTED', () => {
    for (const name of ['snappy', 'deflate', 'gzip2', 'constructor', '__proto__', '']) {
      const refused = refusalOf(name);
      check(
        refused !== undefined,
        `grpc-encoding ${JSON.stringify(name)} was not refused`,
        'Nobody here can unpack that. Say so before the first message, and not when it has come.',
      );
      const { code, httpStatus, details } = refused;
      expectSame(
        'the code',
        statusName(code as StatusCode),
        'UNIMPLEMENTED',
        'The client has asked for something that this server does not have: that is UNIMPLEMENTED.',
      );
      expectSame(
        'the status of HTTP',
        httpStatus,
        '200',
        'HTTP went well. It is the call that is refused.',
      );
      check(
        details.includes(name),
        `the text does not name ${JSON.stringify(name)}: ${details}`,
        'Its reader wants to know which name it was.',
      );
    }
  });

  test('and the client hears what it may use', () => {
    const list = refusalOf('snappy')?.metadata?.getAll('grpc-accept-encoding');
    const isSeveral = list !== undefined && list.length > 1 && new Set(list).size === 1;
    expectSame(
      'grpc-accept-encoding',
      list,
      ['identity,gzip,br'],
      isSeveral
        ? 'All refusals share one Metadata, and each adds the list once more. Make it anew each time.'
        : 'With the list the client can try again: this.header is its value, under the name that it has in an answer.',
    );
    const none = new CompressionSet().refuse('gzip')?.metadata?.getAll('grpc-accept-encoding');
    expectSame(
      'grpc-accept-encoding of a server without any',
      none,
      ['identity'],
      'Each set has its own list: this.header.',
    );
  });

  test('each refusal has metadata of its own', () => {
    const first = refusalOf('snappy');
    first?.metadata?.append('x-trace', '1');
    expectSame(
      'x-trace in the second refusal',
      refusalOf('snappy')?.metadata?.getAll('x-trace'),
      [],
      'Two calls share one Metadata: what an interceptor adds to one answer stands in all that follow. Make it anew each time.',
    );
  });

  test('a message with the flag is read as the name says', () => {
    for (const one of [gzip, br]) {
      const received = both.decompressor(one.name);
      check(
        received === one,
        `decompressor("${one.name}") is ${nameOf(received)}`,
        'The compression of that name, as the set was made with it.',
      );
    }
  });

  test('what was let through can be read', () => {
    for (const name of ['GZIP', 'gzip ', ' br', 'gzip,br', 'gzip;q=1']) {
      if (refusalOf(name) !== undefined) continue;
      const thrown = thrownBy(() => both.decompressor(name));
      check(
        thrown === undefined,
        `grpc-encoding ${JSON.stringify(name)} was not refused, and decompressor says: ${thrown}`,
        'Both have to look the name up in the same way. Otherwise the client hears of it when its first message has come, and it is INTERNAL then, without the list.',
      );
    }
  });

  test('a flag without a name is a contradiction', () => {
    const why =
      'The flag says that the message is compressed, and no name says how. To hand it on as it is would give the decoder gzip to read; to guess is worse.';
    for (const encoding of [undefined, 'identity']) {
      const { details } = expectInternal(encoding, why);
      check(
        details.trim() !== '',
        'the error has no text',
        'Its reader wants to know what was wrong with the message.',
      );
    }
  });

  test('a name that was not offered', () => {
    for (const name of ['snappy', 'GZIPPED', 'constructor', '']) {
      const { details } = expectInternal(
        name,
        'Nobody here can unpack that, and nobody has offered to.',
      );
      check(
        details.includes(name),
        `the text does not name ${JSON.stringify(name)}: ${details}`,
        'Its reader wants to know which name it was.',
      );
    }
  });

  test('the name is a stranger’s text', () => {
    expectShort(refusalOf(HOSTILE)?.details ?? '');
    expectShort(expectInternal(HOSTILE, 'Nobody here can unpack that.').details);
  });
});

/** More than anybody has a reason to ask for. */
const ENOUGH_PIECES = 2_000;

const SOMEBODY_ELSES = 0xa5;

/**
 * What an unpacker makes: each piece lies in the same memory, and the next one takes its place. It
 * counts what is asked of it.
 */
class Pieces implements Iterable<Uint8Array> {
  asked = 0;
  left = 0;
  readonly #sizes: (index: number) => number | undefined | Error;
  readonly #memory = new Uint8Array(1 << 16);

  /** @param sizes of the piece with this number; an error: it is thrown; `undefined`: the end */
  constructor(sizes: (index: number) => number | undefined | Error) {
    this.#sizes = sizes;
  }

  [Symbol.iterator](): Iterator<Uint8Array> {
    return {
      next: () => {
        this.#memory.fill(0xee).fill(SOMEBODY_ELSES, 0, 4);
        const index = this.asked++;
        if (this.asked > ENOUGH_PIECES) {
          fail(
            `withinLimit has asked for ${ENOUGH_PIECES} pieces, and goes on`,
            'The source never ends. Count while you ask, and throw as soon as it is too much: to collect all pieces first, with [...pieces] or Array.from, is what a bomb waits for.',
          );
        }
        const size = this.#sizes(index);
        if (size instanceof Error) throw size;
        if (size === undefined) return { done: true, value: undefined };
        const piece = this.#memory.subarray(4, 4 + size);
        piece.set(pieceOf(index, size));
        return { done: false, value: piece };
      },
      return: () => {
        this.left++;
        return { done: true, value: undefined };
      },
    };
  }
}

/** As Node's Buffer: its `slice` is a view. */
class LikeBuffer extends Uint8Array {
  override slice(start?: number, end?: number): this {
    return this.subarray(start, end) as this;
  }
}

const pieceOf = (index: number, size: number) => new Random(index + 1).bytes(size);

/** The sizes of a list, and then the end. */
const ofSizes = (sizes: readonly (number | Error)[]) => new Pieces((index) => sizes[index]);

function joined(sizes: readonly number[]): Uint8Array {
  return Uint8Array.from(sizes.flatMap((size, index) => [...pieceOf(index, size)]));
}

/** How many bytes the arrays have that were made while `work` ran. */
function bytesMade(work: () => void): number {
  const Real = Uint8Array;
  let made = 0;
  globalThis.Uint8Array = new Proxy(Real, {
    construct(target, args) {
      const array = Reflect.construct(target, args);
      made += array.length;
      return array;
    },
  });
  try {
    work();
  } finally {
    globalThis.Uint8Array = Real;
  }
  return made;
}

const REUSED =
  'A piece is valid only until the next one is asked for: then its memory is used again. Keep a copy, new Uint8Array(piece), and not a view.';

const VIEW =
  'A piece may be a part of larger memory: piece.buffer begins with what is somebody else’s.';
const ORDER =
  'The pieces stand in the order in which they came, each where the one before it ends.';

function expectJoined(sizes: readonly number[], maxSize: number): Uint8Array {
  const received = withinLimit(ofSizes(sizes), maxSize);
  const expected = joined(sizes);
  const what = `pieces of ${sizes.join(', ') || 'nothing'} bytes`;
  check(
    (received as unknown) instanceof Uint8Array,
    `${what}: expected a Uint8Array, received ${String(received)}`,
    'A message may be empty: it is an array of no bytes then.',
  );
  check(
    received.length === expected.length,
    `${what}: expected ${expected.length} bytes, received ${received.length}`,
    'The message is all pieces, one behind the other, and nothing else: also those that are empty, and the last one.',
  );
  const at = expected.findIndex((byte, index) => received[index] !== byte);
  if (at >= 0) {
    const cause = new Map([
      [0xee, REUSED],
      [SOMEBODY_ELSES, VIEW],
    ]).get(received[at]!);
    fail(`${what}: byte ${at} is wrong`, cause ?? ORDER);
  }
  return received;
}

function expectTooLarge(pieces: Iterable<Uint8Array>, maxSize: number, what: string): void {
  let received: Uint8Array | undefined;
  const thrown = thrownBy(() => {
    received = withinLimit(pieces, maxSize);
  });
  // What the source itself has to say of it.
  if (thrown instanceof Error && 'finding' in thrown) throw thrown;
  if (thrown === undefined) {
    fail(
      `${what}: expected too-large, received ${received?.length} bytes`,
      'maxSize bytes may be, and not one more. Nobody else looks at it: the message would be decoded.',
    );
  }
  check(
    thrown instanceof DecompressionError && thrown.reason === 'too-large',
    `${what}: expected DecompressionError too-large, received ${thrown}`,
    thrown instanceof RangeError && /array/i.test(thrown.message)
      ? 'Do not make an array of the limit’s size: nobody knows yet how much will come.'
      : 'new DecompressionError("too-large"): it becomes RESOURCE_EXHAUSTED. corrupt would be INTERNAL.',
  );
}

task(3, () => {
  test('pieces become a message', () => {
    expectJoined([3], 100);
    expectJoined([3, 1, 4], 100);
    expectJoined([5, 0, 2, 0], 100);
    expectJoined([32_768, 32_768, 100], 1_000_000);
    expectJoined([], 100);
    expectJoined([0], 100);
  });

  test('exactly the limit, and one byte more', () => {
    for (const sizes of [[10], [4, 6], [4, 6, 0], [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]]) {
      const thrown = thrownBy(() => withinLimit(ofSizes(sizes), 10));
      check(
        thrown === undefined,
        `10 bytes, maxSize 10: ${thrown}`,
        'maxSize is the largest message that may be: exactly that many bytes are in order.',
      );
      expectJoined(sizes, 10);
    }
    for (const sizes of [[11], [4, 7], [10, 1], [10, 0, 1]]) {
      expectTooLarge(ofSizes(sizes), 10, `pieces of ${sizes.join(', ')} bytes, maxSize 10`);
    }
    expectJoined([], 0);
    expectJoined([0], 0);
    expectTooLarge(ofSizes([1]), 0, 'a piece of 1 byte, maxSize 0');
  });

  test('a bomb is stopped while it unfolds', () => {
    const pieces = new Pieces(() => 4);
    expectTooLarge(pieces, 10, 'pieces of 4 bytes without end, maxSize 10');
    expectSame(
      'pieces asked for, of 4 bytes each, maxSize 10',
      pieces.asked,
      3,
      'The third piece is too much: with it you know. Look at the size before you ask for the next one.',
    );
    expectSame(
      'times the source was told that nobody wants more',
      pieces.left,
      1,
      'An unpacker holds memory until it hears that nobody wants more. for … of tells it when the loop is left by a throw. A loop that calls next() by hand has to call return().',
    );
  });

  test('what is too much is not copied first', () => {
    const piece = new Uint8Array(1_000_000);
    const made = bytesMade(() =>
      expectTooLarge([piece], 10, 'a piece of 1,000,000 bytes, maxSize 10'),
    );
    check(
      made <= 1_000,
      `arrays of ${made} bytes were made for a piece that is too large`,
      'Count first, then keep: otherwise one large piece takes its memory before anybody says no.',
    );
  });

  test('each call has an error of its own', () => {
    const [one, two] = [11, 12].map((size) => thrownBy(() => withinLimit(ofSizes([size]), 10)));
    check(
      one !== two,
      'two calls have thrown the same object',
      'Its stack tells of another call, and what somebody adds to one is in all. Make it where you throw it.',
    );
  });

  test('what the source throws comes out as it is', () => {
    const broken = new DecompressionError('corrupt');
    const bug = new TypeError('a bug of the unpacker');
    for (const error of [broken, bug]) {
      const thrown = thrownBy(() => withinLimit(ofSizes([3, error]), 100));
      check(
        thrown === error,
        `the source threw ${error.message}, and ${thrown === undefined ? 'nothing came out' : `${thrown} came out`}`,
        'Corrupt is not too large, and a bug is neither: the caller has an answer to each. Let it through.',
      );
    }
  });

  test('the message is an array of its own', () => {
    for (const sizes of [[8], [3, 5], []]) {
      const message = expectJoined(sizes, 1_000);
      check(
        Object.getPrototypeOf(message) === Uint8Array.prototype,
        'the message is not a plain Uint8Array',
        'Above here nobody knows of Node’s Buffer: its slice, for one, does something else.',
      );
      check(
        message.byteOffset === 0 && message.buffer.byteLength === message.length,
        `a message of ${message.length} bytes holds a buffer of ${message.buffer.byteLength}`,
        'As long as somebody keeps the message, all of its buffer is kept: a piece’s memory, or an array of the limit’s size. Make the array when the size is known, also of a single piece.',
      );
    }
    const first = expectJoined([6, 2], 100);
    expectKept('the first message', first, () => expectJoined([4, 4], 100));
  });

  test('a piece may be large', () => {
    const piece = pieceOf(0, 1_000_000);
    const why =
      'push(...piece) makes an argument of each byte, and a call takes only so many. message.set(piece, at) copies any number.';
    let received: Uint8Array | undefined;
    const thrown = thrownBy(() => {
      received = withinLimit([piece, piece], 2_000_000);
    });
    check(thrown === undefined, `two pieces of 1,000,000 bytes: ${thrown}`, why);
    check(
      received?.length === 2_000_000 &&
        piece.every((byte, at) => received?.[1_000_000 + at] === byte),
      'two pieces of 1,000,000 bytes: the second one is wrong',
      ORDER,
    );
  });

  test('while one message unfolds, another may', () => {
    function* pieces() {
      yield pieceOf(0, 5);
      withinLimit([pieceOf(7, 9)], 100);
      yield pieceOf(1, 4);
    }
    const why =
      'The two share what they keep, such as one list for all calls. Each call needs its own.';
    const what = 'a message whose source unpacks another one in between';
    let received: Uint8Array | undefined;
    const thrown = thrownBy(() => {
      received = withinLimit(pieces(), 100);
    });
    check(thrown === undefined, `${what}: ${thrown}`, why);
    expectSame(what, received, joined([5, 4]), why);
  });

  test('pieces of an array, and views of larger memory', () => {
    const list = Object.freeze([asView(pieceOf(0, 5)), asView(pieceOf(1, 3))]);
    const received = unchanged('the pieces', list, () => withinLimit(list, 100));
    expectSame('the message', received, joined([5, 3]), VIEW);
  });

  test('pieces that are Buffers of Node’s', () => {
    const memory = new LikeBuffer(8);
    function* pieces() {
      for (const byte of [1, 2, 3]) yield memory.fill(byte);
    }
    const received = withinLimit(pieces(), 100);
    expectSame(
      'every eighth byte',
      [received[0], received[8], received[16]],
      [1, 2, 3],
      'slice() of a Buffer is a view, unlike that of an Uint8Array: new Uint8Array(piece) is a copy of both.',
    );
    check(
      Object.getPrototypeOf(received) === Uint8Array.prototype,
      'the message is a Buffer, as its pieces are',
      'Above here nobody knows of Node’s Buffer. Make the message a new Uint8Array.',
    );
  });

  test('the limit costs nothing', () => {
    const LARGE = 'Do not make an array of the limit’s size: nobody knows yet how much will come.';
    let thrown: unknown;
    const made = bytesMade(() => {
      thrown = thrownBy(() => withinLimit([pieceOf(0, 3)], 1_000_000));
    });
    check(
      made <= 10_000,
      `maxSize 1,000,000, a message of 3 bytes: arrays of ${made} bytes`,
      LARGE,
    );
    check(thrown === undefined, `maxSize 1,000,000, a message of 3 bytes: ${thrown}`, LARGE);
    const huge = thrownBy(() => withinLimit([pieceOf(0, 3)], 2 ** 50));
    check(huge === undefined, `maxSize 2 ** 50, a message of 3 bytes: ${huge}`, LARGE);
  });

  test('the work grows with the message, and not with its square', () => {
    const count = 500;
    const pieces = Array.from({ length: count }, () => new Uint8Array(1_000));
    let copied = 0;
    const made = bytesMade(() => {
      copied = bytesCopied(() => withinLimit(pieces, 1e9));
    });
    const most = Math.max(made, copied);
    check(
      most <= 8 * count * 1_000,
      `${count} pieces of 1,000 bytes: ${most} bytes were copied`,
      'To join what is there with each new piece copies the first one five hundred times. Keep the pieces, and join them once.',
    );
  });
});

const message = (length: number) => new Random(length).bytes(length);
const MAX = 1_000;

function expectOutgoing(
  what: string,
  received: { bytes: Uint8Array; compressed: boolean },
  expected: { bytes: Uint8Array; compressed: boolean },
  cause: string,
): void {
  check(
    received.compressed === expected.compressed,
    `${what}: expected ${expected.compressed ? 'compressed' : 'as it is'}, received ${received.compressed ? 'compressed' : 'as it is'}`,
    cause,
  );
  expectSame(
    `${what}: the bytes`,
    received.bytes,
    expected.bytes,
    `The flag and the bytes belong together. ${cause}`,
  );
}

task(4, () => {
  test('an object is marked, and nothing is written into it', () => {
    const order = Object.freeze({ id: '101', items: Object.freeze(['teapot']) });
    const keys = Reflect.ownKeys(order);
    const thrown = thrownBy(() => {
      const received = uncompressed(order);
      check(
        received === order,
        'uncompressed gave another object back',
        'The message itself, so that one can write: return uncompressed(order).',
      );
    });
    if (thrown instanceof TypeError) {
      fail(
        `a frozen order: ${thrown.message}`,
        'The message is frozen. Remember it in sentAsIs, and write nothing into it: an encoder would see it, too.',
      );
    }
    throwUnlessNothing(thrown);
    const open = { id: '102' };
    uncompressed(open);
    expectSame(
      'the keys of the order',
      [...keys, ...Reflect.ownKeys(open)],
      ['id', 'items', 'id'],
      'Write nothing into the message: an encoder would see it, and a comparison of two of them as well.',
    );
  });

  test('this very object, and no other', () => {
    const [one, two] = [{ id: '1' }, { id: '1' }];
    check(
      !isUncompressed(one),
      'an object is marked that nobody has marked',
      'Only what was given to uncompressed is.',
    );
    uncompressed(one);
    check(
      isUncompressed(one),
      'a marked object is not marked',
      'isUncompressed says whether this object was given to uncompressed: sentAsIs has it, and anyAsIs must be true by then.',
    );
    check(
      isUncompressed(one),
      'a marked object is marked only once',
      'A message may be sent twice, and an interceptor may ask as well: to ask changes nothing.',
    );
    check(
      !isUncompressed(two),
      'another object with the same fields is marked',
      'It is this object, and not one that looks the same.',
    );
    check(
      !isUncompressed({ ...one }),
      'a copy is marked',
      'A copy is another object: nobody has said that of it.',
    );
    uncompressed(two);
    check(
      isUncompressed(one) && isUncompressed(two),
      'only one of two objects is marked',
      'Several calls run at once: remember each object, and not the last one.',
    );
    for (const other of [undefined, null, 'a text', 7]) {
      const thrown = thrownBy(() =>
        check(
          !isUncompressed(other),
          `${other} is marked`,
          'Nobody can mark what is not an object.',
        ),
      );
      throwUnlessNothing(thrown);
    }
  });

  test('what came compressed is remembered by itself', () => {
    const [came, plain] = [{ id: '1' }, { id: '1' }];
    check(
      rememberCompressed(came) === came,
      'rememberCompressed gave another object back',
      'It gives the message back.',
    );
    check(wasCompressed(came), 'it has been forgotten', 'cameCompressed remembers it.');
    check(
      !wasCompressed(plain),
      'a message is remembered that was not given',
      'Only what was given to rememberCompressed is.',
    );
    check(
      !isUncompressed(came),
      'what came compressed is sent uncompressed',
      'Two questions, two sets: how it came, and how it shall go.',
    );
    const sent = uncompressed({ id: '3' });
    rememberCompressed({ id: '4' });
    rememberCompressed(sent);
    check(
      isUncompressed(sent) && wasCompressed(sent),
      'a message that was marked has lost its mark, since another came compressed',
      'Two questions, two sets: what one remembers changes nothing in the other.',
    );
    check(
      !wasCompressed(uncompressed({ id: '2' })),
      'what is sent uncompressed came compressed',
      'Two questions, two sets: how it came, and how it shall go.',
    );
  });

  test('the message can be written to afterwards', () => {
    const order = uncompressed({ id: '103' });
    const received = rememberCompressed({ id: '104' });
    check(
      Object.isExtensible(order) && Object.isExtensible(received),
      'a message that was marked is frozen now',
      'It belongs to somebody else, who may go on writing to it. A mark is not a lock.',
    );
  });

  test('any object, of whatever kind', () => {
    class Order {}
    const kinds = [new Order(), Object.create(null), new Uint8Array(2), [1], new Map()];
    for (const [index, one] of kinds.entries()) {
      const what = [
        'an object of a class',
        'an object without a prototype',
        'bytes',
        'an array',
        'a map',
      ][index];
      const why =
        'Codecs make objects in their own ways: of a class, without a prototype, an array. typeof says "object" of all of them, and of null.';
      check(isUncompressed(uncompressed(one)), `${what} was marked, and is not`, why);
      check(
        wasCompressed(rememberCompressed(one)),
        `${what} came compressed, and is forgotten`,
        why,
      );
    }
  });

  test('a decoder may make a text of a message', () => {
    for (const value of ['a text', 7, true, 0n, null, undefined]) {
      let received: unknown;
      const thrown = thrownBy(() => {
        received = rememberCompressed(value);
      });
      check(
        thrown === undefined && received === value,
        `rememberCompressed(${String(value)}): ${thrown ?? `received ${typeof received === 'object' && received !== null ? 'an object' : String(received)}`}`,
        'A method may have a decoder of its own, which makes a text, a number, or null. A WeakSet takes objects only: give back what is not one, and remember nothing.',
      );
    }
  });
});

task(5, () => {
  test('without a compression it goes as it is', () => {
    const bytes = message(200);
    const received = unchanged('the message', bytes, () =>
      outgoingMessage(bytes, undefined, MAX, 'request'),
    );
    expectOutgoing(
      'no compression',
      received,
      { bytes, compressed: false },
      'undefined means that this message goes as it is.',
    );
  });

  test('with one it is compressed, if that makes it smaller', () => {
    for (const bytes of [message(200), asView(message(200))]) {
      const half = new FakeCompression('half');
      const received = unchanged('the message', bytes, () =>
        outgoingMessage(bytes, half, MAX, 'request'),
      );
      const expected = { bytes: new Uint8Array(100).fill(7), compressed: true };
      expectOutgoing(
        '200 bytes become 100',
        received,
        expected,
        'It became smaller: send what compress has made, and say so.',
      );
      expectSame(
        'calls of compress',
        half.given.length,
        1,
        'Compressing is the expensive part: once is enough.',
      );
      expectSame('what compress was given', half.given[0], bytes, 'The message, as it is.');
    }
    const by = (difference: number) => new FakeCompression('odd', (length) => length + difference);
    const bytes = message(200);
    expectOutgoing(
      '200 bytes become 199',
      outgoingMessage(bytes, by(-1), MAX, 'request'),
      { bytes: new Uint8Array(199).fill(7), compressed: true },
      'One byte smaller is smaller.',
    );
    for (const difference of [0, 1, 20]) {
      expectOutgoing(
        `200 bytes become ${200 + difference}`,
        outgoingMessage(bytes, by(difference), MAX, 'request'),
        { bytes, compressed: false },
        'It did not become smaller. Send the message as it is, with flag 0: the other side need not unpack it for nothing.',
      );
    }
  });

  test('what goes out is the caller’s', () => {
    const half = new FakeCompression('half');
    for (const length of [10, 200]) {
      const first = outgoingMessage(message(length), half, MAX, 'request');
      expectKept('the first message', first, () => {
        outgoingMessage(message(210), half, MAX, 'request');
        outgoingMessage(message(11), half, MAX, 'request');
      });
    }
  });

  test('what is too small is not tried', () => {
    const few = [0, 1, MIN_COMPRESSED_BYTES - 1].map(message);
    for (const bytes of [...few, asView(message(MIN_COMPRESSED_BYTES - 1))]) {
      const { length } = bytes;
      const half = new FakeCompression('half');
      const received = outgoingMessage(bytes, half, MAX, 'request');
      const isView = bytes.buffer.byteLength > length;
      const cause = isView
        ? 'It is a view: encoded.length is its size, and encoded.buffer is larger.'
        : `Below MIN_COMPRESSED_BYTES, ${MIN_COMPRESSED_BYTES}, gzip’s own frame makes it longer: do not even try.`;
      expectOutgoing(
        `${isView ? 'a view of ' : ''}${length} bytes`,
        received,
        { bytes, compressed: false },
        cause,
      );
      expectSame(`calls of compress for ${length} bytes`, half.given.length, 0, cause);
    }
    const half = new FakeCompression('half');
    outgoingMessage(message(MIN_COMPRESSED_BYTES), half, MAX, 'request');
    expectSame(
      `calls of compress for ${MIN_COMPRESSED_BYTES} bytes`,
      half.given.length,
      1,
      'Below means below: exactly MIN_COMPRESSED_BYTES is tried.',
    );
  });

  test('the limit is of the message, before it is compressed', () => {
    for (const kind of ['request', 'response'] as const) {
      for (const compression of [undefined, new FakeCompression('tiny', () => 1)]) {
        const thrownAt = (length: number) =>
          thrownBy(() => outgoingMessage(message(length), compression, MAX, kind));
        check(
          thrownAt(MAX) === undefined,
          `${MAX} bytes, maxSize ${MAX}: ${thrownAt(MAX)}`,
          'Exactly maxSize may be.',
        );
        const tried = compression?.given.length;
        const thrown = thrownAt(MAX + 1);
        const what = `a ${kind} of ${MAX + 1} bytes, maxSize ${MAX}`;
        check(
          thrown instanceof GrpcError && thrown.code === Status.RESOURCE_EXHAUSTED,
          `${what}: expected RESOURCE_EXHAUSTED, received ${thrown ?? 'nothing'}`,
          'The limit is of what the application sends, before compression: the other side counts after it has unpacked.',
        );
        check(
          thrown.details.includes(kind),
          `${what}: the text does not say which message: ${thrown.details}`,
          'kind names it: a call has messages in both directions.',
        );
        expectSame(
          `calls of compress for ${what}`,
          compression?.given.length,
          tried,
          'Look at the size first: to compress what is not sent is work for nothing.',
        );
      }
    }
  });

  test('the limit is of this message’s bytes', () => {
    const thrownFor = (bytes: Uint8Array, maxSize: number, compression?: Compression) =>
      thrownBy(() => outgoingMessage(bytes, compression, maxSize, 'request'));
    const view = thrownFor(asView(message(MAX)), MAX);
    check(
      view === undefined,
      `a view of ${MAX} bytes into a larger buffer, maxSize ${MAX}: ${view}`,
      'encoded.length is its size. encoded.buffer may be larger, and is somebody else’s in part.',
    );
    const grown = thrownFor(message(MAX), MAX, new FakeCompression('odd', (length) => length + 20));
    check(
      grown === undefined,
      `${MAX} bytes that would become ${MAX + 20}, maxSize ${MAX}: ${grown}`,
      'It did not become smaller, so it goes as it is, and as it is it may be sent.',
    );
    check(
      thrownFor(message(0), 0) === undefined,
      'an empty message, maxSize 0, was refused',
      'Exactly maxSize may be.',
    );
    check(
      thrownFor(message(1), 0) instanceof GrpcError,
      'a message of 1 byte, maxSize 0: expected RESOURCE_EXHAUSTED, received nothing',
      '0 is a limit, too, and not “no limit”.',
    );
  });

  test('an encoder may be anybody’s code', () => {
    const wrong = [
      'a text',
      undefined,
      null,
      [1, 2, 3],
      { length: 40 },
      { length: 1e9 },
      new ArrayBuffer(40),
      new DataView(new ArrayBuffer(40)),
      new Float64Array(40),
    ];
    for (const encoded of wrong) {
      const half = new FakeCompression('half');
      for (const compression of [undefined, half]) {
        const thrown = thrownBy(() =>
          outgoingMessage(encoded as Uint8Array, compression, MAX, 'response'),
        );
        const what =
          encoded === null || encoded === undefined
            ? String(encoded)
            : Object.prototype.toString.call(encoded);
        check(
          thrown instanceof TypeError,
          `the encoder made ${what}: expected a TypeError, received ${thrown ?? 'nothing'}`,
          'Ask isBytes before anything else: what has no length is never too large, and what has one need not be bytes.',
        );
        check(
          thrown.message.includes('response'),
          `the encoder made ${what}: ${thrown.message}`,
          'Ask isBytes before anything else, and say which message it was: kind. Otherwise it is some TypeError of some line.',
        );
      }
      expectSame('calls of compress', half.given.length, 0, 'Ask isBytes before anything else.');
    }
  });

  test('what compress throws comes out as it is', () => {
    const bug = new Error('a bug of the compressor');
    const broken: Compression = {
      name: 'broken',
      compress() {
        throw bug;
      },
      decompress: (bytes) => bytes,
    };
    const thrown = thrownBy(() => outgoingMessage(message(200), broken, MAX, 'request'));
    check(
      thrown === bug,
      `compress threw, and ${thrown ?? 'nothing'} came out`,
      'It is a bug, and somebody has to hear of it.',
    );
  });

  test('on the wire: a flag for each message', async () => {
    const wire = await askedByHttp2({ 'grpc-accept-encoding': 'identity, gzip' });
    expectSame('grpc-status', wire.status, '0');
    expectSame('grpc-encoding', wire.encoding, 'gzip');
    expectSame(
      'the flags of three messages, the second uncompressed',
      wire.flags,
      [1, 0, 1],
      'The name is the call’s, the flag each message’s: uncompressed(order) is asked when the message goes out.',
    );
    const plain = await askedByHttp2({ 'grpc-accept-encoding': 'identity,deflate' });
    expectSame(
      'the flags for a client without gzip',
      plain.flags,
      [0, 0, 0],
      'Its list does not have gzip.',
    );
  });

  test('on the wire: a name that nobody has, and a bomb', async () => {
    const refused = await askedByHttp2({ 'grpc-encoding': 'snappy' });
    expectSame('the answer to snappy', [refused.status, refused.accepts], ['12', 'identity,gzip']);
    const blown = await askedByHttp2({ 'grpc-encoding': 'gzip' }, bomb(64));
    expectSame(
      'grpc-status of 64 KiB that want to be 64 MiB',
      blown.status,
      '8',
      'RESOURCE_EXHAUSTED: too-large.',
    );
    const stray = await askedByHttp2({}, bomb(1));
    expectSame('grpc-status of a flag without a name', stray.status, '13');
  });

  test('on the wire: grpc-js, both ways', async () => {
    const name = 'tea '.repeat(300);
    expectSame('what a server of grpc-js has read', await greetedByGrpcJs(name), '1200 characters');
    expectSame(
      'what a client of grpc-js was answered',
      await greetedByOurs(name),
      '1200 characters',
    );
  });
});

/** Hands on what was thrown: a finding, or a slip. */
function throwUnlessNothing(thrown: unknown): void {
  throwGap(thrown);
  if (thrown !== undefined) throw thrown;
}
