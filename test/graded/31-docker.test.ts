import { test } from 'vitest';
import { expectBytes, type Mistake } from '#course/kit/compare/equal-bytes';
import { check } from '#course/kit/compare/finding';
import { throwGap } from '#course/kit/compare/gap';
import { expectSame } from '#course/kit/compare/same';
import { thrownBy } from '#course/kit/compare/thrown';
import { asView, expectKept, unchanged } from '#course/kit/given';
import { Random } from '#course/kit/random';
import { task } from '#course/kit/task';
import { settled, watch } from '#course/kit/watch';
import { type Configuration, ConfigurationError, readConfiguration } from '#image/configuration';
import { dockerfile } from '#image/dockerfile';
import { type Host, runProgram, type Signal, type Started } from '#image/entry-point';
import { BlobError, type Descriptor, type Layer, makeImage, readBlob } from '#image/image';
import { type Entry, header, layer } from '#image/layer';
import { FakeClock } from '#time/fake-clock';
import { CLIENT_RULES, RULES } from '../../lessons/31-docker/lint/rules.ts';
import { readStages } from '../../lessons/31-docker/lint/stages.ts';
import { layerFields } from '../../lessons/31-docker/oci/tar-fields.ts';
import { readByStrangers, realImage, servedAndEnded } from './31-docker.node.ts';

/*
 * Layers, names, an environment and an order of steps need no container. What a hash is comes from
 * outside, so here it is one that is short to compute and as easy to tell from another. The last
 * tests of tasks 1, 2 and 4 ask strangers: tar libraries, SHA-256, a real server.
 */

const ascii = (text: string) => new TextEncoder().encode(text);

// ---- task 1

/** Equal bytes need no explanation: what is made for one is made only if it is needed. */
function isSame(made: unknown, wanted: Uint8Array): boolean {
  return (
    made instanceof Uint8Array &&
    made.length === wanted.length &&
    made.every((byte, i) => byte === wanted[i])
  );
}

/** A header, written here once more: by offsets, and without the piece's table. */
function headerOf({ path, bytes, executable = false }: Entry, change: Change = {}): Uint8Array {
  const isFolder = path.endsWith('/');
  const block = new Uint8Array(512);
  const at = (offset: number, text: string) => block.set(ascii(text), offset);
  const octal = (value: number, digits: number) => value.toString(8).padStart(digits, '0');
  at(0, path);
  at(100, octal(change.mode ?? (executable || isFolder ? 0o755 : 0o644), 7));
  at(108, octal(0, 7));
  at(116, octal(0, 7));
  at(124, change.size ?? octal(bytes.length, 11));
  at(136, octal(0, 11));
  at(156, change.type ?? (isFolder ? '5' : '0'));
  at(257, 'ustar\x0000');
  at(148, change.during ?? '        ');
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.fill(0, 148, 156);
  at(148, change.checksum?.(sum) ?? `${octal(sum, 6)}\0 `);
  return block;
}

interface Change {
  type?: string;
  mode?: number;
  size?: string;
  /** What stands in the field of the checksum while it is computed. */
  during?: string;
  checksum?(sum: number): string;
}

const dissector = {
  push: (bytes: Uint8Array) => [{ title: 'layer', bytes, fields: layerFields(bytes) }],
  end: () => [],
};

const headerMistakes = (entry: Entry): Mistake[] => [
  {
    bytes: headerOf(entry, { during: '\0\0\0\0\0\0\0\0' }),
    cause:
      'The checksum is too small by 256: while it is computed, eight spaces stand in its own field, and they count.',
  },
  {
    bytes: headerOf(entry, { checksum: (sum) => `${sum.toString(8).padStart(7, '0')}\0` }),
    cause:
      'The checksum has a form of its own: six octal digits, a zero byte, and a space. The other numbers have seven digits and a zero byte.',
  },
  {
    bytes: headerOf(entry, { checksum: (sum) => `${sum.toString(8).padStart(7, '0')} ` }),
    cause:
      'The checksum has a form of its own: six octal digits, a zero byte, and a space. The other numbers have seven digits and a zero byte.',
  },
  {
    bytes: headerOf(entry, { checksum: (sum) => `${String(sum).padStart(6, '0')}\0 ` }),
    cause: 'The checksum is written in decimal digits: every number of a header is octal.',
  },
  {
    bytes: headerOf(entry, { size: String(entry.bytes.length).padStart(11, '0') }),
    cause: 'The size is written in decimal digits: every number of a header is octal.',
  },
  {
    bytes: headerOf(entry, { mode: entry.executable || entry.path.endsWith('/') ? 0o644 : 0o755 }),
    cause:
      'A program and a folder have mode 755, any other file 644: who may not start a folder may not enter it.',
  },
  {
    bytes: headerOf(entry, { type: '0' }),
    cause: 'A path with a slash at its end is a folder: type 5.',
  },
];

const file = (path: string, size: number, executable?: boolean): Entry => ({
  path,
  bytes: asView(new Random(size + path.length).bytes(size)),
  ...(executable !== undefined && { executable }),
});

function isRangeError(what: string, work: () => unknown, cause: string): void {
  const error = thrownBy(work);
  check(
    error instanceof RangeError,
    `${what}: ${error === undefined ? 'nothing was thrown' : 'something else than a RangeError was thrown'}`,
    cause,
  );
}

const BAD_PATHS: [path: string, why: string][] = [
  ['/etc/passwd', 'It begins with a slash: a path of a layer begins at its root by itself.'],
  ['../secret', 'It leads out of the image.'],
  ['app/../../secret', 'It leads out of the image.'],
  ['app/..', 'It leads elsewhere than it says.'],
  ['./app', 'The same file would have two paths.'],
  ['app//a', 'The same file would have two paths.'],
  ['/', 'It is the root itself.'],
  ['app//', 'The same folder would have two paths.'],
  ['../', 'It leads out of the image.'],
  ['', 'A file has a path.'],
  ['a b', 'checkPath knows which letters are allowed.'],
  ['a'.repeat(101), 'The field has room for 100.'],
];

task(1, () => {
  test('header: a small file, a program, a path that fills its field', () => {
    for (const entry of [
      file('app/server.cjs', 8),
      file('bin/node', 1_000, true),
      file('a', 0, false),
      file('app/', 0),
      file(`${'d/'.repeat(50)}`, 0, false),
      file(`${'d/'.repeat(49)}ab`, 511),
      file('z'.repeat(100), 4_097, true),
    ]) {
      const made = unchanged('the entry', Object.freeze(entry), header);
      const wanted = headerOf(entry);
      if (isSame(made, wanted)) continue;
      expectBytes(made, wanted, { dissector, mistakes: headerMistakes(entry) });
    }
  });

  test('header: each call makes a block of its own', () => {
    const first = header(file('a-long-path/of-a-file', 77, true));
    expectKept('the first header', first, () => header(file('b', 1)));
    expectBytes(header(file('b', 1)), headerOf(file('b', 1)), { dissector });
  });

  test('a path that leads elsewhere is refused', () => {
    for (const [path, why] of BAD_PATHS) {
      const entry = { path, bytes: ascii('x') };
      const cause = `${why} checkPath throws, if it is asked.`;
      isRangeError(`header, with the path ${JSON.stringify(path)}`, () => header(entry), cause);
      isRangeError(`layer, with that path`, () => layer([file('a', 1), entry]), cause);
    }
  });

  test('layer: the files, filled up with zeros, and the end', () => {
    expectSame('the bytes of a layer without files', layer([]).length, 1024, END);
    for (const size of [0, 1, 511, 512, 513, 1024, 1500]) {
      const entry = file('app/a', size);
      const wanted = layerOf([entry]);
      const mistakes: Mistake[] = [
        { bytes: wanted.slice(0, -512), cause: END },
        { bytes: wanted.slice(0, -1024), cause: END },
        { bytes: layerOf([entry], 512), cause: FULL },
      ];
      expectBytes(layer([entry]), wanted, { dissector, mistakes });
    }
    const several = [file('a', 3), file('b/', 0), file('b/b', 512, true), file('c', 600)];
    expectBytes(unchanged('the list', several, layer), layerOf(several), {
      dissector,
      mistakes: [{ bytes: layerOf(several.toReversed()), cause: BACKWARDS }],
    });
  });

  test('layer: in whatever order the files come, the bytes are the same', () => {
    const paths = [
      'B',
      'a',
      'a-b',
      'a.b',
      'a/',
      'a/b',
      'a/b-c',
      'a/b/c',
      'a0',
      'ab',
      'b',
      'z/9',
      'z/10',
    ];
    const sorted = [...paths]
      .sort()
      .map((path) => file(path, path.endsWith('/') ? 0 : path.length * 100));
    const wanted = layerOf(sorted);
    const random = new Random(31);
    for (let round = 0; round < 4; round++) {
      const shuffled = [...sorted];
      for (let i = shuffled.length - 1; i > 0; i--) {
        const j = random.integer(0, i);
        [shuffled[i], shuffled[j]] = [shuffled[j]!, shuffled[i]!];
      }
      const made = unchanged('the list', [...shuffled], layer);
      if (isSame(made, wanted)) continue;
      const mistakes: Mistake[] = [
        { bytes: layerOf(shuffled), cause: UNSORTED },
        { bytes: layerOf(sorted.toReversed()), cause: BACKWARDS },
        {
          bytes: layerOf(sorted.toSorted((a, b) => a.path.localeCompare(b.path, 'en'))),
          cause:
            'localeCompare asks a language how its words are sorted, and that is another on another machine. Compare by <.',
        },
      ];
      expectBytes(made, wanted, { dissector, mistakes });
    }
  });

  test('layer: each byte is copied once or twice, and not with each file again', () => {
    const entries = Array.from({ length: 60 }, (_, i) => file(`f/${i}`, 1));
    let copied = 0;
    const { set } = Uint8Array.prototype;
    Uint8Array.prototype.set = function (this: Uint8Array, from: ArrayLike<number>, at?: number) {
      copied += from.length;
      set.call(this, from, at);
    };
    let made: Uint8Array;
    try {
      made = layer(entries);
    } finally {
      Reflect.deleteProperty(Uint8Array.prototype, 'set');
    }
    check(
      copied <= 4 * made.length,
      `for a layer of 60 files, ${made.length} bytes, ${copied} bytes were copied`,
      'Collect the parts in a list, and put them together once, at the end.',
    );
  });

  test('layer: two files with one path are refused, wherever they stand', () => {
    const [a, b, c] = [file('app/a', 1), file('app/b', 2), file('app/c', 3)];
    for (const list of [
      [a, a],
      [a, b, file('app/a', 9)],
      [b, c, a, file('app/b', 2)],
    ]) {
      isRangeError(
        `layer, with the paths ${list.map(({ path }) => path).join(', ')}`,
        () => layer(list),
        'Who unpacks it gets one of the two. Sorted, they are neighbours, wherever they stood.',
      );
    }
    expectBytes(layer([a, b, c]), layerOf([a, b, c]), { dissector });
  });

  test('layer: what is returned is not what was given, and stays', () => {
    const entry = file('a', 512);
    const made = layer([entry]);
    expectKept('the first layer', made, () => layer([file('b', 700)]));
    made.fill(0xff);
    expectBytes(layer([entry]), layerOf([file('a', 512)]), { dissector });
  });

  test('tar libraries of other people read it', async () => {
    const entries = [
      file('app/', 0),
      file('app/server.cjs', 700),
      file('bin/node', 1024, true),
      file('z', 0),
    ];
    const found = await readByStrangers(layer(entries));
    const wanted = entries.map(({ path, bytes, executable }) => ({
      path,
      type: path.endsWith('/') ? 'directory' : 'file',
      mode: executable || path.endsWith('/') ? 0o755 : 0o644,
      bytes: bytes.slice(),
    }));
    expectSame('what modern-tar reads', found, wanted, 'Each file, with its mode and its bytes.');
  });
});

const END =
  'Behind the last file stand two blocks of zeros, 1024 bytes: so one sees that nothing is missing.';
const FULL = 'A file whose size is a multiple of 512 needs no zeros: (512 - (size % 512)) % 512.';
const BACKWARDS = 'They are sorted the other way round.';
const UNSORTED =
  'The files stand in the order in which they were given. A folder has another order on another machine: sort a copy of the list by path.';

/** @param least at least so many zeros behind a file: 0, or a mistake */
function layerOf(entries: readonly Entry[], least = 0): Uint8Array {
  const parts = entries.flatMap((entry) => {
    const zeros = (512 - (entry.bytes.length % 512)) % 512 || least;
    return [headerOf(entry), entry.bytes, new Uint8Array(zeros)];
  });
  const size = parts.reduce((sum, { length }) => sum + length, 0);
  const whole = new Uint8Array(size + 1024);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Two lists, one after the other, so that the first difference is what one reads. */
function sameList(
  what: string,
  received: unknown,
  expected: readonly unknown[],
  cause: string,
  when = '',
): void {
  check(
    Array.isArray(received),
    `${what}s${when}: expected a list, received ${String(received)}`,
    cause,
  );
  for (const [i, one] of expected.entries()) {
    expectSame(`${what} ${i + 1}${when}`, received[i], one, cause);
  }
  expectSame(`how many ${what}s${when}`, received.length, expected.length, cause);
}

// ---- task 2

/** In place of SHA-256: 64 hex digits out of every byte, and a list of what was hashed. */
function countedHash() {
  const hashed: Uint8Array[] = [];
  const hash = (bytes: Uint8Array): string => {
    hashed.push(bytes);
    let digits = '';
    for (let seed = 1; digits.length < 64; seed++) {
      let state = Math.imul(seed, 0x9e3779b1) ^ bytes.length;
      for (const byte of bytes) state = Math.imul(state ^ byte, 0x01000193) ^ (state >>> 15);
      digits += (state >>> 0).toString(16).padStart(8, '0');
    }
    return digits;
  };
  return { hash, hashed };
}

const { hash } = countedHash();
const digestOf = (bytes: Uint8Array) => `sha256:${hash(bytes)}`;
const parse = (bytes: Uint8Array | undefined) => JSON.parse(new TextDecoder().decode(bytes));

const CONFIG = Object.freeze({
  Entrypoint: Object.freeze(['/bin/node', 'server.cjs']),
  User: '1000:1000',
  StopSignal: 'SIGTERM',
});
const TAR = 'application/vnd.oci.image.layer.v1.tar';
const [LOW, MIDDLE, HIGH] = [0, 1, 2].map((i) => asView(new Random(i).bytes(700 + i))) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
];
const SMALL = asView(new Random(9).bytes(90));

interface Read {
  image: ReturnType<typeof makeImage>;
  manifest: { config: Descriptor; layers: Descriptor[] };
  config: { rootfs: { diff_ids: string[] } };
}

/** An image, with manifest and config read, if they are where their names say. */
function made(layers: Layer[], architecture = 'arm64'): Read {
  const parts = { layers, config: CONFIG, architecture };
  const image = unchanged('the parts', parts, (given) => makeImage(given, hash));
  check(
    image?.blobs instanceof Map && typeof image.manifest?.digest === 'string',
    'makeImage did not return blobs (a Map) and the descriptor of the manifest',
    'Both are wanted: the parts by their names, and the one name from which they are found.',
  );
  const manifest = parse(named('manifest', image, image.manifest, MANIFEST));
  sameKeys('the manifest', manifest, ['schemaVersion', 'mediaType', 'config', 'layers']);
  expectSame('schemaVersion', manifest.schemaVersion, 2, 'It is always 2.');
  expectSame('mediaType in the manifest', manifest.mediaType, MANIFEST, MEDIA);
  const config = parse(named('config', image, manifest.config, CONFIG_TYPE));
  sameKeys('the config', config, ['architecture', 'os', 'config', 'rootfs']);
  expectSame('architecture', config.architecture, architecture, 'It comes with the parts.');
  expectSame('os', config.os, 'linux', 'The comment says what stands in the config.');
  expectSame('config in the config', config.config, CONFIG, 'It is taken as it was given.');
  sameKeys('rootfs', config.rootfs, ['type', 'diff_ids']);
  expectSame('rootfs.type', config.rootfs.type, 'layers', 'It is always this word.');
  check(
    Array.isArray(manifest.layers),
    'layers of the manifest are not a list',
    'It is a list of descriptors, also of one layer, and of none.',
  );
  return { image, manifest, config };
}

const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const CONFIG_TYPE = 'application/vnd.oci.image.config.v1+json';
const MEDIA = 'MediaType has the words for each kind.';

function sameKeys(what: string, value: object, keys: string[]): void {
  const received = Object.keys(value ?? {}).sort();
  const extra = received.find((key) => !keys.includes(key));
  const cause =
    extra === undefined
      ? 'Something is missing of what the comment shows.'
      : `'${extra}' does not belong there. What is another each time (a date) would make another name each time.`;
  expectSame(`the names in ${what}`, received, [...keys].sort(), cause);
}

/** The bytes that a descriptor names, if the descriptor is right. */
function named(what: string, image: Read['image'], descriptor: Descriptor, type: string) {
  sameKeys(`the descriptor of the ${what}`, descriptor, ['mediaType', 'digest', 'size']);
  expectSame(`mediaType of the ${what}`, descriptor.mediaType, type, MEDIA);
  const bytes = image.blobs.get(descriptor.digest);
  check(
    bytes instanceof Uint8Array,
    `blobs has nothing under the digest of the ${what}: ${String(descriptor.digest)}`,
    'What has a name in an image is kept under exactly that name: sha256: and the hash.',
  );
  check(
    descriptor.digest.startsWith('sha256:'),
    `the digest of the ${what} is ${descriptor.digest}`,
    'A digest says first by which hash it was made: sha256, and a colon.',
  );
  const right = digestOf(bytes);
  expectSame(
    `the digest of the ${what}`,
    descriptor.digest,
    right,
    'sha256: and the hash of the bytes that are kept, of all of them.',
  );
  expectSame(
    `size of the ${what}`,
    descriptor.size,
    bytes.length,
    'It counts the bytes that are kept.',
  );
  return bytes;
}

task(2, () => {
  test('manifest, config and layers name each other', () => {
    const { image, manifest, config } = made([{ tar: LOW }, { tar: MIDDLE }, { tar: HIGH }]);
    const layers = manifest.layers.map((one, i) => named(`layer ${i}`, image, one, TAR));
    expectSame('the layers, by the manifest', layers, [LOW, MIDDLE, HIGH], ORDER);
    const ids = [LOW, MIDDLE, HIGH].map(digestOf);
    sameList('diff_id', config.rootfs.diff_ids, ids, ORDER);
    expectSame('parts in blobs', image.blobs.size, 5, 'Three layers, the config, the manifest.');
  });

  test('a compressed layer: the digest is of what is kept, the diff_id of the tar file', () => {
    const { image, manifest, config } = made(
      [{ tar: LOW }, { tar: MIDDLE, gzipped: SMALL }, { tar: HIGH }],
      'amd64',
    );
    const types = [TAR, `${TAR}+gzip`, TAR];
    const kept = manifest.layers.map((one, i) => named(`layer ${i}`, image, one, types[i]!));
    expectSame(
      'what is kept of the layers',
      kept,
      [LOW, SMALL, HIGH],
      'gzipped in place of tar, where there is one.',
    );
    sameList(
      'diff_id',
      config.rootfs.diff_ids,
      [LOW, MIDDLE, HIGH].map(digestOf),
      'A diff_id names the tar file, also if it is kept compressed: who unpacks it hashes what comes out.',
    );
    const extra =
      image.blobs.size === 6 && image.blobs.has(digestOf(MIDDLE))
        ? 'The tar file of the compressed layer is not kept.'
        : 'Three layers, a config and a manifest, and nothing of another image: each call has a map of its own.';
    expectSame('parts in blobs', image.blobs.size, 5, extra);
    const none = made([{ tar: LOW, gzipped: new Uint8Array(0) }]);
    expectSame(
      'size of a layer whose gzipped is empty',
      none.manifest.layers[0]?.size,
      0,
      'It is there, and is kept: ask whether it is undefined.',
    );
  });

  test('one layer twice, and none', () => {
    const twice = made([{ tar: LOW }, { tar: HIGH }, { tar: LOW.slice() }]);
    const digests = twice.manifest.layers.map(({ digest }) => digest);
    sameList('digest', digests, [LOW, HIGH, LOW].map(digestOf), ORDER);
    sameList('diff_id', twice.config.rootfs.diff_ids, digests, ORDER);
    expectSame(
      'parts in blobs',
      twice.image.blobs.size,
      4,
      'The same bytes have the same name, and are there once.',
    );
    const none = made([]);
    expectSame(
      'layers of an image without any',
      none.manifest.layers,
      [],
      'It is a list all the same.',
    );
    expectSame('diff_ids of it', none.config.rootfs.diff_ids, [], 'It is a list all the same.');
  });

  test('made again, it has the same name, and shares nothing', () => {
    const parts = [{ tar: LOW }, { tar: HIGH }];
    const first = made(parts).image;
    expectKept('the first image', first, () => made([{ tar: MIDDLE }]));
    const second = made(parts).image;
    expectSame(
      'the manifest',
      second.manifest,
      first.manifest,
      'The same parts make the same bytes: nothing of a clock or of chance may be in them.',
    );
    check(
      first.blobs !== second.blobs,
      'two images have the same Map of blobs',
      'Each image has its own.',
    );
    const other = made([{ tar: HIGH }, { tar: LOW }]).image;
    check(
      other.manifest.digest !== first.manifest.digest,
      'with its layers in another order the image has the same name',
      ORDER,
    );
  });

  test('readBlob: what is not what its name says is refused', () => {
    const { hash, hashed } = countedHash();
    const right = { mediaType: TAR, digest: digestOf(LOW), size: LOW.length };
    const blobs: ReadonlyMap<string, Uint8Array> = new Map([
      [right.digest, LOW],
      [digestOf(HIGH), LOW],
      [`sha512:${hash(LOW)}`, LOW],
      [digestOf(new Uint8Array(0)), new Uint8Array(0)],
    ]);
    hashed.length = 0;
    expectSame(
      'readBlob of what is right',
      readBlob(blobs, right, hash),
      LOW,
      'It returns the bytes.',
    );
    expectSame(
      'how often it was hashed',
      hashed.length,
      1,
      'Its name is not known to be right before it has been hashed.',
    );
    const empty = { mediaType: TAR, digest: digestOf(new Uint8Array(0)), size: 0 };
    expectSame(
      'readBlob of an empty part',
      thrownBy(() => readBlob(blobs, empty, hash)),
      undefined,
      'No bytes are a part like any other: ask whether it is undefined.',
    );
    hashed.length = 0;
    const refuse = (what: string, descriptor: Descriptor, cause: string) => {
      const error = thrownBy(() => readBlob(blobs, descriptor, hash));
      check(
        error instanceof BlobError,
        `readBlob ${what}: ${error === undefined ? 'nothing was thrown' : 'something else than a BlobError was thrown'}`,
        cause,
      );
      check(
        error.message.includes(descriptor.digest),
        `the text of the error of readBlob ${what} is ${JSON.stringify(error.message)}`,
        'Who reads it wants to know which part it was: its digest.',
      );
    };
    refuse(
      'of what is missing',
      { ...right, digest: digestOf(MIDDLE) },
      'There is nothing of that name.',
    );
    for (const size of [LOW.length - 1, LOW.length + 1, 0]) {
      refuse(
        `of a size of ${size} in place of ${LOW.length}`,
        { ...right, size },
        'The descriptor says how long it is, and it is not.',
      );
    }
    expectSame(
      'how often something of the wrong size was hashed',
      hashed.length,
      0,
      'Compare the size first: whoever sends too much must not make you work for it.',
    );
    refuse(
      'of other bytes',
      { ...right, digest: digestOf(HIGH) },
      'The hash of the bytes is not the one in the name: somebody has changed them.',
    );
    refuse(
      'of another kind of hash',
      { ...right, digest: `sha512:${hash(LOW)}` },
      'The whole digest is compared, with the word in front of it.',
    );
  });

  test('with real hashes: an image that others can read', () => {
    const { wrong, lowest } = realImage();
    expectSame(
      'parts whose SHA-256 is not their name',
      wrong,
      [],
      'The hash that makeImage is given is SHA-256 here: it has to be of exactly the bytes that are kept.',
    );
    expectSame(
      'the name of a layer with one known file',
      lowest,
      'sha256:e06f6f6145477d8e05b8a987c11f728e37e092be904dfe7885b946f74789fa92',
      'The same on every machine.',
    );
  });
});

const ORDER = 'Both lists have the order of the layers, the lowest first.';

// ---- task 3

type Env = Record<string, string | undefined>;

const REGION_WANTED = 'a name such as eu-west, in lower case,';
const HOST_WANTED = 'an address or a name, without white space,';
const PORT_WANTED = 'a whole number from 1 to 65535';
const MS_WANTED = 'a whole number from 0 to 3600000';
const GOOD = { SHOP_REGION: 'eu-west' };
const DEFAULT = {
  host: '0.0.0.0',
  port: 50_031,
  region: 'eu-west',
  noticeMs: 1_000,
  graceMs: 8_000,
  stopMs: 10_000,
};

/** A line as `refused` writes it. */
const isRefused = (variable: string, value: string, wanted: string) =>
  `${variable} is ${JSON.stringify(value.slice(0, 40))}: ${wanted} is wanted`;
const isUnknown = (name: string) =>
  `${name} is not known; known are SHOP_HOST, SHOP_PORT, SHOP_REGION, SHOP_NOTICE_MS, SHOP_GRACE_MS, SHOP_STOP_MS`;
const NO_REGION = `SHOP_REGION is missing: ${REGION_WANTED} is wanted`;

const told = (env: Env) =>
  Object.entries(env)
    .map(([key, value]) => `${key}=${JSON.stringify(value)}`)
    .join(' ');

/** The configuration, or the problems. */
function read(env: Env): Configuration | readonly string[] {
  let found: Configuration | undefined;
  const error = thrownBy(() => {
    found = unchanged('the environment', Object.freeze({ ...env }), readConfiguration);
  });
  if (error === undefined) return found!;
  check(
    error instanceof ConfigurationError && Array.isArray(error.problems),
    `with ${told(env)} something else than a ConfigurationError was thrown: ${String(error)}`,
    'A person has to read what is wrong: new ConfigurationError(problems), with a line for each.',
  );
  return error.problems;
}

const accepts = (env: Env, wanted: Partial<Configuration>, cause: string) =>
  expectSame(`with ${told(env)}`, read(env), { ...DEFAULT, ...wanted }, cause);

function refuses(env: Env, problems: string[], cause: string): void {
  const found = read(env);
  if (!Array.isArray(found)) expectSame(`with ${told(env)}`, found, problems, cause);
  else sameList('problem', found, problems, cause, ` with ${told(env)}`);
}

task(3, () => {
  test('what is missing has its default, and what is there counts', () => {
    accepts(GOOD, {}, 'DEFAULTS has what holds if nothing is said.');
    const all = {
      SHOP_HOST: '::1',
      SHOP_PORT: '8080',
      SHOP_REGION: 'us-east-2',
      SHOP_NOTICE_MS: '50',
      SHOP_GRACE_MS: '60',
      SHOP_STOP_MS: '70000',
    };
    const wanted = {
      host: '::1',
      port: 8080,
      region: 'us-east-2',
      noticeMs: 50,
      graceMs: 60,
      stopMs: 70_000,
    };
    accepts(all, wanted, 'Each variable goes to its own place, times and port as numbers.');
    accepts(GOOD, {}, 'What was read before has no influence.');
    const others = {
      ...GOOD,
      PATH: '/bin',
      PORT: '1',
      shop_port: '7',
      SHOPPING: 'x',
      MY_SHOP_X: 'y',
    };
    accepts(others, {}, 'Only names that begin with SHOP_ are ours, in capitals.');
  });

  test('an empty variable is a missing one', () => {
    const empty = {
      SHOP_HOST: '',
      SHOP_PORT: '',
      SHOP_NOTICE_MS: '',
      SHOP_GRACE_MS: '',
      SHOP_STOP_MS: '',
    };
    accepts(
      { ...GOOD, ...empty },
      {},
      'Number("") is 0, and nobody has said 0: a file with SHOP_PORT= in it makes an empty variable.',
    );
    accepts({ ...GOOD, SHOP_PORT: undefined }, {}, 'undefined is missing.');
    refuses(
      { SHOP_REGION: '' },
      [NO_REGION],
      'An empty region is missing, and there is no default.',
    );
    refuses({}, [NO_REGION], 'There is no default for the region.');
  });

  test('numbers: digits and nothing else, and their limits', () => {
    for (const [text, port] of [
      ['1', 1],
      ['80', 80],
      ['65535', 65_535],
    ] as const) {
      accepts({ ...GOOD, SHOP_PORT: text }, { port }, 'From 1 to 65535, both of them too.');
    }
    for (const text of NOT_A_PORT) {
      const env = { ...GOOD, SHOP_PORT: text };
      refuses(env, [isRefused('SHOP_PORT', text, PORT_WANTED)], notANumber(text));
    }
    for (const [variable, key] of TIMES) {
      const quick = { ...GOOD, SHOP_NOTICE_MS: '0', SHOP_GRACE_MS: '0', SHOP_STOP_MS: '3600000' };
      const rest = { noticeMs: 0, graceMs: 0, stopMs: 3_600_000 };
      const most = key === 'stopMs' ? 3_600_000 : 3_599_999;
      const cause = 'From 0 to 3600000, both of them too.';
      accepts({ ...quick, [variable]: String(most) }, { ...rest, [key]: most }, cause);
      if (key !== 'stopMs') accepts({ ...quick, [variable]: '0' }, { ...rest, [key]: 0 }, cause);
      for (const text of ['3600001', '-1', '1.5', '1e3', '007', '00', '5s', ' 5', '5\n']) {
        const problems = [isRefused(variable, text, MS_WANTED)];
        refuses({ ...quick, [variable]: text }, problems, notANumber(text));
      }
    }
  });

  test('host and region', () => {
    for (const host of ['0.0.0.0', '127.0.0.1', 'localhost', '::', 'a.b-c']) {
      accepts({ ...GOOD, SHOP_HOST: host }, { host }, 'Anything without white space.');
    }
    for (const host of [' ', 'a b', 'a\t', '\nb']) {
      const problems = [isRefused('SHOP_HOST', host, HOST_WANTED)];
      refuses(
        { ...GOOD, SHOP_HOST: host },
        problems,
        'There is white space in it. It is not empty, so it is not missing, and nothing is cut off.',
      );
    }
    for (const region of ['a', 'eu', 'eu-west', 'a1', 'a-', 'a--1']) {
      accepts(
        { SHOP_REGION: region },
        { region },
        'A lower-case letter, and then lower-case letters, digits or hyphens.',
      );
    }
    for (const region of [
      'EU',
      'Eu',
      'eU',
      '1a',
      '-a',
      'eu_west',
      'eu west',
      'eu-west\n',
      ' eu',
      'é',
      'a.b',
      'x'.repeat(60).toUpperCase(),
    ]) {
      const problems = [isRefused('SHOP_REGION', region, REGION_WANTED)];
      refuses(
        { SHOP_REGION: region },
        problems,
        'The whole text has to fit the pattern, from its first character to its last, and nothing is changed first.',
      );
    }
  });

  test('all problems, in order', () => {
    const env = {
      SHOP_STOP_MS: 'soon',
      SHOP_ZONE: 'x',
      SHOP_REGION: 'EU',
      SHOP_GRACE_MS: '-5',
      SHOP_PORT: 'http',
      SHOP_: 'y',
      SHOP_HOST: 'a b',
      SHOP_NOTICE_MS: '1.5',
      SHOP_PORTS: '',
    };
    const problems = [
      isRefused('SHOP_HOST', 'a b', HOST_WANTED),
      isRefused('SHOP_PORT', 'http', PORT_WANTED),
      isRefused('SHOP_REGION', 'EU', REGION_WANTED),
      isRefused('SHOP_NOTICE_MS', '1.5', MS_WANTED),
      isRefused('SHOP_GRACE_MS', '-5', MS_WANTED),
      isRefused('SHOP_STOP_MS', 'soon', MS_WANTED),
      isUnknown('SHOP_'),
      isUnknown('SHOP_PORTS'),
      isUnknown('SHOP_ZONE'),
    ];
    refuses(
      env,
      problems,
      'Nobody likes to mend one line, start again, and read the next. First VARIABLES in their order, then the unknown ones by name, whatever their value.',
    );
    refuses(
      { SHOP_PORT: '0' },
      [isRefused('SHOP_PORT', '0', PORT_WANTED), NO_REGION],
      'Two problems, two lines.',
    );
    refuses({ ...GOOD, SHOP_REGIO: 'eu' }, [isUnknown('SHOP_REGIO')], MISSPELT);
    refuses({ ...GOOD, SHOP_constructor: '' }, [isUnknown('SHOP_constructor')], MISSPELT);
  });

  test('the waits have to fit into what the platform gives', () => {
    const env = (notice: number, grace: number, stop: number) => ({
      ...GOOD,
      SHOP_NOTICE_MS: String(notice),
      SHOP_GRACE_MS: String(grace),
      SHOP_STOP_MS: String(stop),
    });
    const line = (sum: number, stop: number) =>
      `SHOP_NOTICE_MS and SHOP_GRACE_MS are ${sum} together, and after SHOP_STOP_MS (${stop}) comes SIGKILL`;
    for (const [notice, grace, stop] of [
      [400, 599, 1000],
      [0, 0, 1],
      [0, 9, 10],
      [9, 0, 10],
    ] as const) {
      accepts(
        env(notice, grace, stop),
        { noticeMs: notice, graceMs: grace, stopMs: stop },
        'Together they are less than what the platform gives.',
      );
    }
    for (const [notice, grace, stop] of [
      [400, 600, 1000],
      [500, 600, 1000],
      [0, 0, 0],
      [0, 10, 10],
      [10, 0, 10],
    ] as const) {
      refuses(
        env(notice, grace, stop),
        [line(notice + grace, stop)],
        'The end of lesson 29 takes as long as both together, and then SIGKILL is there already.',
      );
    }
    refuses({ ...GOOD, SHOP_STOP_MS: '9000' }, [line(9_000, 9_000)], DEFAULTS_COUNT);
    refuses({ ...GOOD, SHOP_GRACE_MS: '9000' }, [line(10_000, 10_000)], DEFAULTS_COUNT);
    refuses({ ...GOOD, SHOP_NOTICE_MS: '2000' }, [line(10_000, 10_000)], DEFAULTS_COUNT);
    refuses(
      { ...env(500, 600, 1000), SHOP_PORT: 'x' },
      [isRefused('SHOP_PORT', 'x', PORT_WANTED)],
      ALONE,
    );
    refuses({ ...env(500, 600, 1000), SHOP_ZONE: 'x' }, [isUnknown('SHOP_ZONE')], ALONE);
    refuses(
      { ...GOOD, SHOP_NOTICE_MS: '90000000' },
      [isRefused('SHOP_NOTICE_MS', '90000000', MS_WANTED)],
      ALONE,
    );
  });
});

const DEFAULTS_COUNT = 'What nobody has set has its default, and that counts as well.';
const ALONE = 'The waits are compared only if there is no other problem.';
const MISSPELT =
  'A name that begins with SHOP_ and is none of ours is a misspelt one: who has set it thinks that it counts.';
const NOT_A_PORT = [
  '0',
  '65536',
  '-1',
  '+1',
  '1.0',
  '1e3',
  '0x50',
  ' 80',
  '80 ',
  '080',
  '80\n',
  'http',
  '٣',
  'NaN',
  'Infinity',
  '99999999999999999999',
  ' ',
];
const TIMES = [
  ['SHOP_NOTICE_MS', 'noticeMs'],
  ['SHOP_GRACE_MS', 'graceMs'],
  ['SHOP_STOP_MS', 'stopMs'],
] as const;

/** What is wrong with a text that is not such a number. */
function notANumber(text: string): string {
  if (/^0\d+$/.test(text))
    return 'A zero in front: some read it as octal, others do not. Only 0 itself begins with one.';
  if (/^\d+$/.test(text)) return 'It is beyond the limit, by one or by more.';
  return 'Number(…) takes more for a number than a person means: spaces, 0x10, 1e3, 1.0. Only decimal digits are wanted.';
}

// ---- task 4

/** A program's surroundings that write down what happens to them. It needs its `this`. */
class TestHost implements Host {
  readonly events: string[];
  readonly #env: Env;
  readonly #listeners: [signal: Signal, listener: () => void][] = [];

  constructor(events: string[], env: Env) {
    this.events = events;
    this.#env = env;
  }

  get env() {
    if (!this.events.includes('env')) this.events.push('env');
    return this.#env;
  }

  get listening(): number {
    return this.#listeners.length;
  }

  on(signal: Signal, listener: () => void): void {
    this.events.push(`on ${signal}`);
    this.#listeners.push([signal, listener]);
  }

  off(signal: Signal, listener: () => void): void {
    const at = this.#listeners.findIndex(([one, other]) => one === signal && other === listener);
    if (at >= 0) this.#listeners.splice(at, 1);
  }

  exit(code: number): void {
    this.events.push(`exit ${code}, ${this.#listeners.length} listening`);
  }

  log(line: string): void {
    this.events.push(`log ${line}`);
  }

  send(signal: Signal): void {
    for (const [one, listener] of [...this.#listeners]) if (one === signal) listener();
  }
}

interface StartedOptions {
  notServing?: () => void;
  drain?: () => Promise<unknown>;
  force?: () => unknown;
}

class TestServer implements Started {
  readonly address = '0.0.0.0:50031';
  readonly #events: string[];
  readonly #options: StartedOptions;

  constructor(events: string[], options: StartedOptions) {
    this.#events = events;
    this.#options = options;
  }

  ready(): void {
    this.#events.push('ready');
  }

  notServing(): void {
    this.#events.push('notServing');
    this.#options.notServing?.();
  }

  async drain(): Promise<void> {
    this.#events.push('drain');
    await this.#options.drain?.();
  }

  force(): unknown {
    this.#events.push('force');
    return this.#options.force?.();
  }
}

const WAITS = { SHOP_NOTICE_MS: '300', SHOP_GRACE_MS: '700', SHOP_STOP_MS: '1001' };

/** A program that is run; each step of it is in `events`. */
function run(
  options: StartedOptions & { env?: Env; start?: (server: Started) => Promise<Started> } = {},
) {
  const events: string[] = [];
  const clock = new FakeClock();
  const host = new TestHost(events, options.env ?? { ...GOOD, ...WAITS });
  const given: Configuration[] = [];
  const server = new TestServer(events, options);
  const start = (configuration: Configuration): Promise<Started> => {
    events.push('start');
    given.push(configuration);
    return options.start ? options.start(server) : Promise.resolve(server);
  };
  let result: unknown;
  try {
    result = runProgram(host, start, clock);
  } catch (error) {
    throwGap(error);
    result = Promise.reject(error);
  }
  const running = watch(Promise.resolve(result));
  return {
    events,
    host,
    given,
    running,
    clock,
    /** Lets things happen, and time pass. */
    async pass(milliseconds = 0) {
      await settled(running);
      if (milliseconds > 0) clock.advance(milliseconds);
      await settled(running);
      check(
        running.state !== 'rejected',
        `runProgram failed: ${String(running.error)}`,
        'It never rejects: whatever goes wrong is logged, and becomes an exit code.',
      );
    },
    /** What has happened since the last time, without the listening for signals and the reading. */
    news(): string[] {
      const news = events.filter((event) => !/^(on |env)/.test(event));
      events.length = 0;
      events.push('env');
      return news;
    },
  };
}

const ENDED = (code: number) => `exit ${code}, 0 listening`;
/** Nothing happens when it should. */
const TOLD =
  'SHOP_NOTICE_MS is 300 and SHOP_GRACE_MS is 700 here: GracefulEnd has to be told so, and which clock to go by.';
const LISTENING = 'log listening on 0.0.0.0:50031';
const ENDS =
  'Listeners are taken away, with the function that was given to on; then exit, once, as the last thing.';

async function served(options: StartedOptions = {}) {
  const program = run(options);
  await program.pass();
  expectSame(
    'what happens until it serves',
    program.news(),
    ['start', LISTENING, 'ready'],
    'Start, then the line, then ready.',
  );
  return program;
}

task(4, () => {
  test('signals first, then the environment, then the start', async () => {
    const program = run();
    await program.pass();
    const first = [...program.events.slice(0, 2)].sort();
    expectSame(
      'the first two things',
      first,
      ['on SIGINT', 'on SIGTERM'],
      'A signal that comes before somebody listens does nothing, or ends the process: so listening is first.',
    );
    const then = program.events.slice(2);
    const cause = then.some((event) => event.includes('undefined'))
      ? 'start returns a promise: what it gives is there when that has settled.'
      : 'The environment, the start, the line, and ready: nothing twice.';
    expectSame('and then', then, ['env', 'start', LISTENING, 'ready'], cause);
    const wanted = { ...DEFAULT, noticeMs: 300, graceMs: 700, stopMs: 1_001 };
    expectSame(
      'what start is given',
      program.given,
      [wanted],
      'The configuration that was read, all of it.',
    );
    expectSame('listeners', program.host.listening, 2, 'One for each signal.');
    expectSame(
      'what runProgram does then',
      program.running.state,
      'pending',
      'It returns when all is done.',
    );
  });

  test('nothing is ready before it listens', async () => {
    let begin = (_: Started) => {};
    let mine: Started | undefined;
    const program = run({
      start: (server) => {
        mine = server;
        return new Promise((resolve) => {
          begin = resolve;
        });
      },
    });
    await program.pass(5_000);
    expectSame(
      'what happens while it starts',
      program.news(),
      ['start'],
      'start is a promise: what it gives is there when it has settled.',
    );
    begin(mine!);
    await program.pass();
    expectSame(
      'when it has started',
      program.news(),
      [LISTENING, 'ready'],
      'The line, and then ready.',
    );
  });

  test('a configuration that is refused: a line for each problem, and 78', async () => {
    const program = run({ env: { SHOP_PORT: 'x', SHOP_ZONE: 'y' } });
    await program.pass();
    const lines = [isRefused('SHOP_PORT', 'x', PORT_WANTED), NO_REGION, isUnknown('SHOP_ZONE')];
    expectSame(
      'what happens',
      program.news(),
      [...lines.map((line) => `log ${line}`), ENDED(78)],
      `Nothing is started. The problems, and then the end. ${ENDS}`,
    );
    expectSame('runProgram', program.running.state, 'resolved', 'It returns when all is done.');
  });

  test('a start that fails: one line, and 1', async () => {
    const failures: [what: string, start: () => Promise<Started>, line: string][] = [
      [
        'a promise that fails',
        async () => Promise.reject(new Error('port in use\n  at x')),
        'port in use',
      ],
      [
        'an error that is thrown at once',
        () => {
          throw new TypeError('no such host');
        },
        'no such host',
      ],
      ['a text that is thrown', async () => Promise.reject('sold out'), 'sold out'],
    ];
    for (const [what, start, line] of failures) {
      const program = run({ start });
      await program.pass();
      expectSame(
        `after ${what}`,
        program.news(),
        ['start', `log ${line}`, ENDED(1)],
        `lineOf(error) is its first line. ${ENDS}`,
      );
      expectSame('runProgram', program.running.state, 'resolved', 'It returns when all is done.');
      program.host.send('SIGTERM');
      await program.pass(10_000);
      expectSame('what a signal does after that', program.news(), [], 'It is over.');
    }
  });

  test('each of the signals begins the end, with the waits of the configuration', async () => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const program = await served();
      await program.pass(5_000);
      program.host.send(signal);
      expectSame(
        `at ${signal}`,
        program.news(),
        ['notServing'],
        'The first step of the end is done at once.',
      );
      await program.pass(299);
      expectSame('299 ms later', program.news(), [], 'SHOP_NOTICE_MS is 300.');
      await program.pass(1);
      const end = program.news();
      const cause =
        end.length === 0 ? TOLD : `Drained, and nothing was thrown: exit code 0. ${ENDS}`;
      expectSame('300 ms later', end, ['drain', 'log ended: drained', ENDED(0)], cause);
      expectSame('runProgram', program.running.state, 'resolved', 'It returns when all is done.');
      program.host.send(signal);
      await program.pass(10_000);
      expectSame('what comes after the end', program.news(), [], 'exit is called once.');
    }
  });

  test('calls that do not end are cut off: forced, and 1', async () => {
    const never = () => new Promise<void>(() => {});
    const program = await served({ drain: never });
    program.host.send('SIGTERM');
    await program.pass(300);
    expectSame('300 ms later', program.news(), ['notServing', 'drain'], 'It waits for the calls.');
    await program.pass(699);
    expectSame('699 ms after that', program.news(), [], 'SHOP_GRACE_MS is 700.');
    await program.pass(1);
    const end = program.news();
    const lost = 'Calls were lost, and whoever started it should know: exit code 1.';
    const cause = end.length === 0 ? TOLD : lost;
    expectSame('at 700', end, ['force', 'log ended: forced', ENDED(1)], cause);

    const impatient = await served({ drain: never });
    impatient.host.send('SIGTERM');
    impatient.host.send('SIGINT');
    await impatient.pass(299);
    expectSame(
      'two signals at once',
      impatient.news(),
      ['notServing'],
      'GracefulEnd knows that they are the same one: hand on each.',
    );
    await impatient.pass(250);
    impatient.host.send('SIGTERM');
    await impatient.pass();
    expectSame(
      'a later signal',
      impatient.news(),
      ['drain', 'force', 'log ended: forced', ENDED(1)],
      'GracefulEnd makes of a later signal: now. So every signal is handed on, not only the first.',
    );
  });

  test('a signal during the start is not lost', async () => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      let begin = () => {};
      const program = run({
        start: (server) =>
          new Promise((resolve) => {
            begin = () => resolve(server);
          }),
      });
      await program.pass(1_000);
      program.host.send(signal);
      await program.pass(1_000);
      expectSame(
        `what ${signal} does during the start`,
        program.news(),
        ['start'],
        'There is nothing to end yet.',
      );
      begin();
      await program.pass();
      const news = program.news().filter((event) => event !== LISTENING);
      expectSame(
        'when it has started',
        news,
        ['notServing'],
        'It was told to end: so the end begins, and it never says that it is ready.',
      );
      await program.pass(300);
      expectSame('300 ms later', program.news(), ['drain', 'log ended: drained', ENDED(0)], ENDS);
    }
  });

  test('a signal before a start that fails changes nothing', async () => {
    let fail = () => {};
    const program = run({
      start: () =>
        new Promise((_, reject) => {
          fail = () => reject(new Error('port in use'));
        }),
    });
    await program.pass();
    program.host.send('SIGTERM');
    fail();
    await program.pass(10_000);
    expectSame(
      'what happens',
      program.news(),
      ['start', 'log port in use', ENDED(1)],
      'There was never anything to end.',
    );
  });

  test('what the steps throw is logged, and is not a success', async () => {
    const fails = (text: string) => () => {
      throw new Error(`${text}\n  at somewhere`);
    };
    const told = await served({ notServing: fails('no health') });
    told.host.send('SIGTERM');
    await told.pass(300);
    expectSame(
      'with an error in notServing',
      told.news(),
      ['notServing', 'drain', 'log no health', 'log ended: drained', ENDED(1)],
      'It was drained, and something went wrong all the same: its line, the end, and exit code 1.',
    );
    const both = await served({ drain: async () => fails('no drain')(), force: fails('no force') });
    both.host.send('SIGTERM');
    await both.pass(300);
    expectSame(
      'with errors in drain and force',
      both.news(),
      [
        'notServing',
        'drain',
        'force',
        'log no drain',
        'log no force',
        'log ended: forced',
        ENDED(1),
      ],
      'A line for each, in their order, and then how it ended.',
    );
  });

  test('two programs know nothing of each other', async () => {
    const [one, other] = [await served(), await served()];
    one.host.send('SIGTERM');
    await one.pass(300);
    expectSame(
      'events of the other one',
      other.news(),
      [],
      'Nothing of a run stands outside of the function.',
    );
    expectSame('listeners of the other one', other.host.listening, 2, 'Each takes away its own.');
  });

  test('a real server is called, told to end, and gone', async () => {
    const found = await servedAndEnded();
    const wanted = {
      before: 'Leeds',
      over: 'over',
      after: 'no answer',
      exits: [0],
      last: 'ended: drained',
    };
    expectSame(
      'a server of grpc-js, run by runProgram',
      found,
      wanted,
      'It answers while it serves, ends in order, and nobody listens there then.',
    );
  });
});

// ---- task 5

/** The stages of the learner's Dockerfile. */
function stages() {
  const text = dockerfile();
  check(
    typeof text === 'string',
    'dockerfile() did not return a text',
    'The Dockerfile is a text between backticks.',
  );
  const found = readStages(text);
  check(
    found.length > 0,
    'there is no FROM in it',
    'A Dockerfile begins with the image on which it stands.',
  );
  return { found, lines: text.split('\n') };
}

task(5, () => {
  for (const { title, find } of [...RULES, ...CLIENT_RULES]) {
    test(title, () => {
      const { found, lines } = stages();
      const [finding] = find(found);
      if (finding === undefined) return;
      const line = lines[finding.line - 1]?.trim() ?? '';
      check(false, `line ${finding.line}: ${line}`, `${sentence(finding.text)}.`);
    });
  }

  test('It is built in a stage before', () => {
    const { found } = stages();
    const before = found.slice(0, -1).flatMap((stage) => stage.lines);
    const commands = before
      .filter(({ keyword }) => keyword === 'RUN')
      .map(({ words }) => words.join(' '));
    const builds = commands.some(
      (text) =>
        /\besbuild\b/.test(text) && /programs\/client\.ts/.test(text) && /--bundle\b/.test(text),
    );
    check(
      builds,
      'no RUN before the last stage makes one file of lessons/31-docker/programs/client.ts',
      'npx esbuild, with the path of the file from where it was copied to, --bundle and --outfile.',
    );
    check(
      commands.some((text) => /\besbuild\b/.test(text) && /--platform=node\b/.test(text)),
      'esbuild is not told for whom it makes the file',
      '--platform=node: otherwise it is for a browser, which has no node:net, and the build fails.',
    );
    const installs = commands.some((text) => /\bnpm (-\S+ )*(ci|clean-install)\b/.test(text));
    check(
      installs,
      'no RUN before the last stage installs packages',
      'npm ci: without it npx would fetch an esbuild of some version from somewhere.',
    );
    const sources = before
      .filter(({ keyword, flags }) => keyword === 'COPY' && !flags.has('from'))
      .flatMap(({ words }) => words.slice(0, -1))
      .map((source) => source.replace(/^(\.?\/)+/, '').replace(/\/$/, ''));
    const isThere = (path: string) =>
      sources.some((source) => source === path || source.startsWith(`${path}/`));
    const mounts = before.map(({ flags }) => flags.get('mount') ?? '').join(' ');
    check(
      isThere('lessons/31-docker/image') || mounts.includes('lessons/31-docker/image/'),
      'no COPY brings the package.json of lessons/31-docker/image, and its lock file',
      'That one names esbuild and little else. (The lock file of the whole course is kept back by .dockerignore.)',
    );
    const isAll = sources.some((source) => source === '' || source === '.' || source === '*');
    for (const path of ['src', 'solutions', 'package.json']) {
      check(
        isAll || isThere(path),
        `no COPY brings ${path} of the repository`,
        'client.ts imports from src/ and solutions/, by names such as #image that package.json explains. COPY . takes all that .dockerignore lets through.',
      );
    }
  });
});

/** A rule's text as a sentence; npm is written small also there. */
const sentence = (text: string) =>
  text.startsWith('npm ') ? text : text.charAt(0).toUpperCase() + text.slice(1);
