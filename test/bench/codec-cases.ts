/** What `codec.ts` measures: four messages, and for each the codecs that write and read it. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Message as BufMessage, create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { toHex } from '#bytes/hex';
import { decodeMessage, encodeMessage } from '#protobuf/fields/message-codec';
import { CombinedShipment, Order } from '#protobuf/generated/ecommerce';
import { HelloRequest } from '#protobuf/generated/hello';
import type { Message, MessageType } from '#protobuf/message';
import { Numbers } from '../protobuf/generated/everything.ts';
import { loadRegistry } from './registry.ts';

/** One codec, with a message ready to be written and its bytes ready to be read. */
export interface Codec {
  readonly name: string;
  encode(): unknown;
  decode(): unknown;
}

export interface Case {
  readonly name: string;
  readonly codecs: readonly Codec[];
}

const order = (i: number): Order => ({
  id: `${100 + i}`,
  items: ['iPhone XS', 'Mac Book Pro'],
  description: 'leave at the door',
  price: 2300 + i,
  destination: 'San Jose, CA',
});

export async function loadCases(): Promise<Case[]> {
  const peers = await loadPeers();
  const thousand = Array.from({ length: 1000 }, (_, i) => order(i));
  // One to five bytes each, and one in sixteen negative, which takes ten.
  const values = Array.from({ length: 1000 }, (_, i) =>
    i % 16 === 15 ? -i : (i * 7919) % 2 ** ((i % 28) + 3),
  );
  return [
    peers.contest('a small message', HelloRequest, { name: 'world' }),
    peers.contest('an order', Order, order(1)),
    peers.contest('1000 orders', CombinedShipment, {
      id: 'cmb',
      status: 'Processed!',
      ordersList: thousand,
    }),
    peers.contest('1000 packed integers', Numbers, { values }),
  ];
}

const PBJS = 'protobufjs-cli@1.3.3';

/** protobufjs' own generator. It brings a hundred packages along, so only who measures installs it. */
function installPbjs(folder: string): string {
  const pbjs = join(folder, 'node_modules/protobufjs-cli/bin/pbjs');
  if (!existsSync(pbjs)) {
    const flags = ['--silent', '--no-save', '--no-audit', '--no-fund', '--prefix', folder];
    execFileSync('npm', ['install', ...flags, PBJS, 'protobufjs@7'], { stdio: 'inherit' });
  }
  return pbjs;
}

/** The other codecs, made from the same `.proto` files. */
async function loadPeers() {
  const root = join(import.meta.dirname, '../..');
  const require = createRequire(import.meta.url);
  const work = join(root, '.judges/bench-codec');
  mkdirSync(work, { recursive: true });
  const protos = ['proto/hello.proto', 'proto/ecommerce.proto', 'test/protobuf/everything.proto'];
  const out = join(work, 'static.cjs');
  const pbjs = installPbjs(work);
  const flags = ['-t', 'static-module', '-w', 'commonjs', '-p', 'proto', '-o', out];
  execFileSync(process.execPath, [pbjs, ...flags, ...protos], { cwd: root });
  const statics = require(out);

  const registry = loadRegistry(
    ['hello.proto', 'ecommerce.proto', 'everything.proto'],
    [join(root, 'proto'), join(root, 'test/protobuf')],
  );

  function contest<T extends Message>(name: string, type: MessageType<T>, message: T): Case {
    const { descriptor } = type;
    const bytes = type.encode(message);

    const Static = statics[descriptor.name.split('.')[0]!][descriptor.name.split('.')[1]!];
    const staticMessage = Static.create(message);
    // In Node it reads a Buffer fastest, and that is what a socket gives it.
    const buffer = Buffer.from(bytes);

    const schema = registry.getMessage(descriptor.name)!;
    const bufMessage: BufMessage = create(schema, { ...message } as Record<string, unknown>);

    const json = Buffer.from(JSON.stringify(message));
    const codecs: Codec[] = [
      { name: 'ours', encode: () => type.encode(message), decode: () => type.decode(bytes) },
      {
        name: 'protobufjs',
        encode: () => Static.encode(staticMessage).finish(),
        decode: () => Static.decode(buffer),
      },
      {
        name: '@bufbuild/protobuf',
        encode: () => toBinary(schema, bufMessage),
        decode: () => fromBinary(schema, bytes),
      },
      {
        name: 'JSON',
        encode: () => Buffer.from(JSON.stringify(message)),
        decode: () => JSON.parse(json.toString()),
      },
      {
        name: 'ours, plain path',
        encode: () => encodeMessage(descriptor, message),
        decode: () => decodeMessage(descriptor, bytes),
      },
    ];
    for (const codec of codecs) checkSame(codec, bytes, json);
    return { name: `${name} (${bytes.length} bytes, ${json.length} as JSON)`, codecs };
  }

  return { contest };
}

/** A codec that writes something else is not measured, it is a mistake here. */
function checkSame(codec: Codec, bytes: Uint8Array, json: Uint8Array): void {
  const expected = codec.name === 'JSON' ? json : bytes;
  const written = codec.encode() as Uint8Array;
  if (toHex(written) !== toHex(expected)) {
    throw new Error(`${codec.name} writes ${toHex(written)}, not ${toHex(expected)}`);
  }
}
