import { readFileSync } from 'node:fs';
import { parseProto } from '#protobuf/compiler/parse-proto';
import type { MessageSchema } from '#protobuf/compiler/schema';

/** What one end knows of the messages: a `.proto` file, read when the program starts. */
export interface Schema {
  readonly text: string;
  readonly order: MessageSchema;
  readonly request: MessageSchema;
  readonly reply: MessageSchema;
}

// #region read
/** @throws ProtoError for what is not proto3, with the reason */
export function readSchema(text: string): Schema {
  const file = parseProto(['order.proto'], (path) => (path === 'order.proto' ? text : undefined));
  const messages = file.get('order.proto')!.messages;
  const find = (name: string) => messages.find((message) => message.name === name)!;
  return {
    text,
    order: find('ecommerce.Order'),
    request: find('ecommerce.Request'),
    reply: find('ecommerce.Reply'),
  };
}
// #endregion read

const fileBeside = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');

/** The article's order. */
export const FIRST = readSchema(fileBeside('order-1.proto'));

/** A year later. */
export const SECOND = readSchema(fileBeside('order-2.proto'));

/** The lines of a `.proto` from `message Order {` to its end. */
export function orderIn({ text }: Schema): string {
  return /^message Order \{[\s\S]*?^\}/m.exec(text)![0];
}
