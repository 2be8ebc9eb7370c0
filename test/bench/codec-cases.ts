/** What `codec.ts` measures: four messages, and for each the codecs that write and read it. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import {
  type Message as BufMessage,
  create,
  createFileRegistry,
  fromBinary,
  toBinary,
} from '@bufbuild/protobuf';
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';
import { toHex } from '#bytes/hex';
import { toFileDescriptor } from '#protobuf/compiler/file-descriptor';
import { parseProto } from '#protobuf/compiler/parse';
import { CombinedShipment, Order } from '#protobuf/generated/ecommerce';
import { FileDescriptorSet } from '#protobuf/generated/google/protobuf/descriptor';
import { HelloRequest } from '#protobuf/generated/hello';
import type { Message, MessageType } from '#protobuf/message';
import { decodeMessage, encodeMessage } from '#protobuf/message-codec';
import { Numbers } from '../protobuf/generated/everything.ts';

export interface Contestant {
  readonly name: string;
  encode(): unknown;
  decode(): unknown;
}

export interface Case {
  readonly name: string;
  readonly contestants: readonly Contestant[];
}

const order = (i: number): Order => ({
  id: `${100 + i}`,
  items: ['iPhone XS', 'Mac Book Pro'],
  description: 'leave at the door',
  price: 2300 + i,
  destination: 'San Jose, CA',
});

export async function loadCases(): Promise<{ cases: Case[]; versions: string[] }> {
  const peers = await loadPeers();
  const thousand = Array.from({ length: 1000 }, (_, i) => order(i));
  // One to five bytes each, and one in sixteen negative, which takes ten.
  const values = Array.from({ length: 1000 }, (_, i) =>
    i % 16 === 15 ? -i : (i * 7919) % 2 ** ((i % 28) + 3),
  );
  const cases = [
    peers.contest('a small message', HelloRequest, { name: 'world' }),
    peers.contest('an order', Order, order(1)),
    peers.contest('1000 orders', CombinedShipment, {
      id: 'cmb',
      status: 'Processed!',
      ordersList: thousand,
    }),
    peers.contest('1000 packed integers', Numbers, { values }),
  ];
  return { cases, versions: peers.versions };
}

/** The other codecs, made from the same `.proto` files. */
async function loadPeers() {
  const root = join(import.meta.dirname, '../..');
  const require = createRequire(import.meta.url);
  const work = join(root, '.judges/bench-codec');
  mkdirSync(work, { recursive: true });
  const protos = ['proto/hello.proto', 'proto/ecommerce.proto', 'test/protobuf/everything.proto'];
  const out = join(work, 'static.cjs');
  const pbjs = join(root, 'node_modules/protobufjs-cli/bin/pbjs');
  const flags = ['-t', 'static-module', '-w', 'commonjs', '-p', 'proto', '-o', out];
  execFileSync(process.execPath, [pbjs, ...flags, ...protos], { cwd: root });
  const statics = require(out);

  const directories = [join(root, 'proto'), join(root, 'test/protobuf')];
  const schemas = parseProto(['hello.proto', 'ecommerce.proto', 'everything.proto'], (path) => {
    const found = directories.map((directory) => join(directory, path)).find(existsSync);
    return found && readFileSync(found, 'utf8');
  });
  const set = FileDescriptorSet.create({ file: [...schemas.values()].map(toFileDescriptor) });
  const registry = createFileRegistry(
    fromBinary(FileDescriptorSetSchema, FileDescriptorSet.encode(set)),
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
    const contestants: Contestant[] = [
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
    for (const contestant of contestants) checkSame(contestant, bytes, json);
    return { name: `${name} (${bytes.length} bytes, ${json.length} as JSON)`, contestants };
  }

  const versionOf = (name: string) =>
    `${name} ${JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).version}`;
  return { contest, versions: ['protobufjs', '@bufbuild/protobuf'].map(versionOf) };
}

/** A codec that writes something else is not measured, it is a mistake here. */
function checkSame(contestant: Contestant, bytes: Uint8Array, json: Uint8Array): void {
  const expected = contestant.name === 'JSON' ? json : bytes;
  const written = contestant.encode() as Uint8Array;
  if (toHex(written) !== toHex(expected)) {
    throw new Error(`${contestant.name} writes ${toHex(written)}, not ${toHex(expected)}`);
  }
}
