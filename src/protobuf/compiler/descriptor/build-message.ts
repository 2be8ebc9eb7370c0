import { boundsOf } from '#protobuf/compiler/link/check/reserved';
import {
  fieldsOf,
  join,
  oneofsOf,
  optionsOf,
  reservedOf,
  syntheticOneofs,
} from '#protobuf/compiler/link/walk';
import type { MessageNode } from '#protobuf/compiler/parse/syntax';
import {
  DescriptorProto,
  MessageOptions,
  OneofDescriptorProto,
  OneofOptions,
} from '#protobuf/generated/google/protobuf/descriptor';
import { MAX_FIELD_NUMBER } from '#protobuf/limits';
import { buildEnum } from './build-enum.ts';
import { buildExtensions, buildField, buildMapEntry } from './build-field.ts';
import type { Context } from './context.ts';

const BOUNDS = { first: 1n, last: BigInt(MAX_FIELD_NUMBER) };

export function buildMessage(node: MessageNode, scope: string, context: Context): DescriptorProto {
  const name = join(scope, node.name.text);
  const oneofs = oneofsOf(node);
  const synthetic = syntheticOneofs(node);
  const indexes = [...oneofs, ...synthetic.keys()];
  const reserved = reservedOf(node);
  return DescriptorProto.create({
    name: node.name.text,
    field: [...fieldsOf(node)].map(({ field, oneof }) => {
      const index = indexes.indexOf(oneof ?? field);
      return { ...buildField(field, name, context), oneofIndex: index < 0 ? undefined : index };
    }),
    // Each where it stands, a map's entries where the map does.
    nestedType: node.members.flatMap((member) => {
      if (member.node === 'message') return [buildMessage(member, name, context)];
      const isMap = member.node === 'field' && member.key !== undefined;
      return isMap ? [buildMapEntry(member, context)] : [];
    }),
    enumType: node.members
      .filter((member) => member.node === 'enum')
      .map((type) => buildEnum(type, name, context)),
    extension: buildExtensions(node.members, name, context),
    // Those of the file first, then one for each `optional` field.
    oneofDecl: [
      ...oneofs.map((oneof) =>
        OneofDescriptorProto.create({
          name: oneof.name.text,
          options: context.options(oneof.options, OneofOptions, name),
        }),
      ),
      ...[...synthetic.values()].map((oneof) => OneofDescriptorProto.create({ name: oneof })),
    ],
    options: context.options(optionsOf(node), MessageOptions, name),
    reservedRange: reserved
      .flatMap(({ ranges }) => ranges)
      .map((range) => {
        const { first, last } = boundsOf(range, BOUNDS);
        return { start: Number(first), end: Number(last) + 1 };
      }),
    reservedName: reserved.flatMap(({ names }) => names.map(({ text }) => text)),
  });
}
