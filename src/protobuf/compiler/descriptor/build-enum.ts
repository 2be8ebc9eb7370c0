import { ENUM_BOUNDS } from '#protobuf/compiler/link/check/enum';
import { boundsOf } from '#protobuf/compiler/link/check/reserved';
import type { EnumNode } from '#protobuf/compiler/parse/syntax';
import {
  EnumDescriptorProto,
  EnumOptions,
  EnumValueDescriptorProto,
  EnumValueOptions,
} from '#protobuf/generated/google/protobuf/descriptor';
import type { Context } from './context.ts';

/** @param scope The name of what it stands in. */
export function buildEnum(node: EnumNode, scope: string, context: Context): EnumDescriptorProto {
  return EnumDescriptorProto.create({
    name: node.name.text,
    value: node.values.map(({ name, number, options }) =>
      EnumValueDescriptorProto.create({
        name: name.text,
        number: Number(number.value),
        options: context.options(options, EnumValueOptions, scope),
      }),
    ),
    options: context.options(node.options, EnumOptions, scope),
    reservedRange: node.reserved
      .flatMap(({ ranges }) => ranges)
      .map((range) => {
        const { first, last } = boundsOf(range, ENUM_BOUNDS);
        return { start: Number(first), end: Number(last) };
      }),
    reservedName: node.reserved.flatMap(({ names }) => names.map(({ text }) => text)),
  });
}
