/**
 * The tree that a `.proto` file is read into: what stands there, in its order, each thing with its
 * place. Names are still words: what they mean is found out later (`../link/`).
 */
import type { Place } from './place.ts';

/** A name as the file spells it: `Order`, `google.protobuf.Any`, `.ecommerce.Order`. */
export interface Name {
  readonly text: string;
  readonly place: Place;
}

export interface FileNode {
  readonly path: string;
  readonly package?: Name;
  readonly imports: readonly ImportNode[];
  readonly members: readonly FileMember[];
}

export interface ImportNode {
  readonly path: string;
  /** `public`: those who import this file may use what it imports. */
  readonly kind: 'plain' | 'public' | 'weak';
  readonly place: Place;
}

export type FileMember = MessageNode | EnumNode | ServiceNode | ExtendNode | OptionNode;

export interface MessageNode {
  readonly node: 'message';
  readonly name: Name;
  readonly comment: string;
  readonly members: readonly MessageMember[];
}

export type MessageMember =
  | FieldNode
  | OneofNode
  | MessageNode
  | EnumNode
  | ExtendNode
  | ReservedNode
  | OptionNode;

export interface FieldNode {
  readonly node: 'field';
  readonly name: Name;
  readonly comment: string;
  readonly label?: 'optional' | 'repeated';
  /** Of a map: the type of its values. */
  readonly type: Name;
  /** Of a map: the type of its keys. */
  readonly key?: Name;
  readonly number: IntegerNode;
  readonly options: readonly OptionNode[];
}

export interface OneofNode {
  readonly node: 'oneof';
  readonly name: Name;
  readonly fields: readonly FieldNode[];
  readonly options: readonly OptionNode[];
}

export interface EnumNode {
  readonly node: 'enum';
  readonly name: Name;
  readonly comment: string;
  readonly values: readonly EnumValueNode[];
  readonly reserved: readonly ReservedNode[];
  readonly options: readonly OptionNode[];
}

export interface EnumValueNode {
  readonly name: Name;
  readonly comment: string;
  readonly number: IntegerNode;
  readonly options: readonly OptionNode[];
}

export interface ServiceNode {
  readonly node: 'service';
  readonly name: Name;
  readonly comment: string;
  readonly methods: readonly MethodNode[];
  readonly options: readonly OptionNode[];
}

export interface MethodNode {
  readonly name: Name;
  readonly comment: string;
  readonly request: Name;
  readonly response: Name;
  readonly requestStream: boolean;
  readonly responseStream: boolean;
  /** There are braces behind it, be they empty or not. */
  readonly hasBody: boolean;
  readonly options: readonly OptionNode[];
}

/** `extend google.protobuf.MethodOptions { … }`: in proto3 the way to declare an option. */
export interface ExtendNode {
  readonly node: 'extend';
  readonly of: Name;
  readonly fields: readonly FieldNode[];
}

/** One statement: either numbers or names. */
export interface ReservedNode {
  readonly node: 'reserved';
  readonly ranges: readonly RangeNode[];
  readonly names: readonly Name[];
}

/** Both ends are included; `max` is absent. */
export interface RangeNode {
  readonly first: IntegerNode;
  readonly last?: IntegerNode;
}

export interface IntegerNode {
  readonly value: bigint;
  readonly place: Place;
}

export interface OptionNode {
  readonly node: 'option';
  /** `(my.option).part` has two parts, of which the first is an extension's name. */
  readonly name: readonly OptionPart[];
  readonly value: OptionValue;
  readonly place: Place;
}

export interface OptionPart extends Name {
  /** It stood in parentheses, or in brackets inside a value. */
  readonly isExtension: boolean;
}

export type OptionValue = { readonly place: Place } & (
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'integer'; readonly integer: bigint }
  | { readonly kind: 'float'; readonly float: number }
  | { readonly kind: 'string'; readonly bytes: Uint8Array }
  | { readonly kind: 'list'; readonly items: readonly OptionValue[] }
  | { readonly kind: 'message'; readonly fields: readonly OptionField[] }
);

/** A field inside `{ … }`. */
export interface OptionField {
  readonly name: OptionPart;
  readonly value: OptionValue;
}
