import { jsonNameOption } from '#protobuf/compiler/link/find-option';
import { join } from '#protobuf/compiler/link/walk';
import { jsonName, mapEntryName } from '#protobuf/compiler/names';
import type { ExtendNode, FieldNode, Name } from '#protobuf/compiler/parse/syntax';
import { isScalar } from '#protobuf/compiler/scalar-types';
import {
  DescriptorProto,
  FieldDescriptorProto,
  FieldOptions,
  FieldDescriptorProto_Label as Label,
  FieldDescriptorProto_Type as Type,
} from '#protobuf/generated/google/protobuf/descriptor';
import type { Context } from './context.ts';

/** @param scope The name of the message that it is in. */
export function buildField(
  field: FieldNode,
  scope: string,
  context: Context,
): FieldDescriptorProto {
  const isMap = field.key !== undefined;
  const isRepeated = isMap || field.label === 'repeated';
  const entry = `.${join(scope, mapEntryName(field.name.text))}`;
  return FieldDescriptorProto.create({
    name: field.name.text,
    number: Number(field.number.value),
    label: isRepeated ? Label.LABEL_REPEATED : Label.LABEL_OPTIONAL,
    ...(isMap ? { type: Type.TYPE_MESSAGE, typeName: entry } : typeOf(field.type, context)),
    jsonName: jsonNameOption(field) ?? jsonName(field.name.text),
    proto3Optional: field.label === 'optional' ? true : undefined,
    options: context.options(field.options, FieldOptions, scope),
  });
}

function typeOf(name: Name, context: Context): Pick<FieldDescriptorProto, 'type' | 'typeName'> {
  if (isScalar(name.text)) {
    return { type: Type[`TYPE_${name.text.toUpperCase()}` as keyof typeof Type] };
  }
  const isMessage = context.references.symbol(name).kind === 'message';
  const type = isMessage ? Type.TYPE_MESSAGE : Type.TYPE_ENUM;
  return { type, typeName: context.typeName(name) };
}

/** The message that a map's entries are written as. */
export function buildMapEntry(map: FieldNode, context: Context): DescriptorProto {
  const label = Label.LABEL_OPTIONAL;
  const fields = [
    { name: 'key', number: 1, label, ...typeOf(map.key!, context), jsonName: 'key' },
    { name: 'value', number: 2, label, ...typeOf(map.type, context), jsonName: 'value' },
  ];
  return DescriptorProto.create({
    name: mapEntryName(map.name.text),
    field: fields.map((field) => FieldDescriptorProto.create(field)),
    options: { mapEntry: true },
  });
}

/** The fields of all `extend`s among the members of a file or a message. */
export function buildExtensions(
  members: readonly ({ readonly node: string } | ExtendNode)[],
  scope: string,
  context: Context,
): FieldDescriptorProto[] {
  const extend = members.filter((member) => member.node === 'extend') as ExtendNode[];
  return extend.flatMap(({ of, fields }) =>
    fields.map((field) => ({
      ...buildField(field, scope, context),
      extendee: context.typeName(of),
    })),
  );
}
