/** Ways through the tree of a file. */
import type {
  EnumNode,
  ExtendNode,
  FieldNode,
  FileNode,
  MessageNode,
  OneofNode,
  OptionNode,
  ReservedNode,
  ServiceNode,
} from '#protobuf/compiler/parse/syntax';

/** A node, and where it is declared. */
export interface Declared<Node> {
  readonly node: Node;
  /** With its package: `ecommerce.Order.Item`. */
  readonly name: string;
  /** The name of what is around it: `ecommerce.Order`. */
  readonly scope: string;
}

export function join(scope: string, name: string): string {
  return scope === '' ? name : `${scope}.${name}`;
}

export function packageOf(file: FileNode): string {
  return file.package?.text ?? '';
}

type Node = MessageNode | EnumNode | ServiceNode | ExtendNode;

/** Everything that is declared in a file but fields; what is inside a message comes after it. */
export function* declarationsIn(file: FileNode): Generator<Declared<Node>> {
  yield* declarationsAmong(file.members, packageOf(file));
}

function* declarationsAmong(
  members: readonly { readonly node: string }[],
  scope: string,
): Generator<Declared<Node>> {
  for (const member of members) {
    if (!isDeclaration(member)) continue;
    const declared = declare(member, scope);
    yield declared;
    if (member.node === 'message') yield* declarationsAmong(member.members, declared.name);
  }
}

const isDeclaration = (member: { readonly node: string }): member is Node =>
  ['message', 'enum', 'service', 'extend'].includes(member.node);

/** An `extend` has no name of its own: its fields are declared in what is around it. */
const declare = (node: Node, scope: string): Declared<Node> => ({
  node,
  scope,
  name: node.node === 'extend' ? scope : join(scope, node.name.text),
});

export function isNode<Kind extends Node['node']>(
  declared: Declared<Node>,
  kind: Kind,
): declared is Declared<Extract<Node, { node: Kind }>> {
  return declared.node.node === kind;
}

/** The fields of a message in the order of the file, each with its oneof. */
export function* fieldsOf(
  message: MessageNode,
): Generator<{ readonly field: FieldNode; readonly oneof?: OneofNode }> {
  for (const member of message.members) {
    if (member.node === 'field') yield { field: member };
    if (member.node !== 'oneof') continue;
    for (const field of member.fields) yield { field, oneof: member };
  }
}

export function oneofsOf(message: MessageNode): OneofNode[] {
  return message.members.filter((member) => member.node === 'oneof');
}

/**
 * A field with `optional` is in a oneof of its own, so that programs that know nothing of
 * `optional` see when it is absent. Source: protobuf, "Implementing proto3 presence"; the name is
 * made as protoc makes it.
 */
export function syntheticOneofs(message: MessageNode): Map<FieldNode, string> {
  const fields = [...fieldsOf(message)].map(({ field }) => field);
  const taken = new Set([...fields, ...oneofsOf(message)].map(({ name }) => name.text));
  const oneofs = new Map<FieldNode, string>();
  for (const field of fields) {
    if (field.label !== 'optional') continue;
    let name = field.name.text.startsWith('_') ? field.name.text : `_${field.name.text}`;
    while (taken.has(name)) name = `X${name}`;
    taken.add(name);
    oneofs.set(field, name);
  }
  return oneofs;
}

export function reservedOf(message: MessageNode): ReservedNode[] {
  return message.members.filter((member) => member.node === 'reserved');
}

export function optionsOf(
  parent: FileNode | MessageNode | EnumNode | ServiceNode,
): readonly OptionNode[] {
  if (!('members' in parent)) return parent.options;
  return parent.members.filter((member) => member.node === 'option');
}
