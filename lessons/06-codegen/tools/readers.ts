/** Four libraries read the same receipt. */
import { createFileRegistry, fromBinary } from '@bufbuild/protobuf';
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';
import { loadSync, type MethodDefinition } from '@grpc/proto-loader';
import protobuf from 'protobufjs';
import { toHex } from '#bytes/hex';
import { ROOT } from '#course/paths';
import { parseProto } from '#protobuf/compiler/parse-proto';
import { FileDescriptorSet } from '#protobuf/generated/google/protobuf/descriptor';
import { Receipt } from '#protobuf/generated/kitchen/kitchen';
import { KITCHEN, readProto } from '../generate.ts';
import { show } from './show.ts';

/** An order of nothing: only its number is on the wire. */
export const RECEIPT = Receipt.encode(Receipt.create({ orderId: 2n ** 53n + 1n }));

export const RECEIPT_HEX = toHex(RECEIPT);

/** What each library's reader hands to the program. */
export function readByAll(): { tool: string; receipt: string }[] {
  return [
    { tool: 'ours', receipt: show(Receipt.decode(RECEIPT)) },
    { tool: '@bufbuild/protobuf', receipt: show(readByBufbuild()) },
    { tool: 'protobufjs', receipt: show(reflected().decode(RECEIPT)) },
    { tool: 'proto-loader', receipt: show(readByProtoLoader()) },
  ];
}

/** protobufjs' type, made from the text of the file while the program runs. */
export function reflected(): protobuf.Type {
  const root = new protobuf.Root();
  root.resolvePath = (_origin, target) => `${ROOT}proto/${target}`;
  return root.loadSync(KITCHEN).lookupType('kitchen.Receipt');
}

/** What `buf generate` would print holds the same descriptor, as text in the file. */
function readByBufbuild(): object {
  const files = [...parseProto([KITCHEN], readProto).values()].map(({ descriptor }) => descriptor);
  const set = FileDescriptorSet.encode(FileDescriptorSet.create({ file: files }));
  const registry = createFileRegistry(fromBinary(FileDescriptorSetSchema, set));
  return fromBinary(registry.getMessage('kitchen.Receipt')!, RECEIPT);
}

function readByProtoLoader(): object {
  const loaded = loadSync(KITCHEN, { includeDirs: [`${ROOT}proto`] });
  const { PlaceOrder } = loaded['kitchen.Kitchen'] as Record<
    string,
    MethodDefinition<object, object>
  >;
  return PlaceOrder!.responseDeserialize(Buffer.from(RECEIPT));
}
