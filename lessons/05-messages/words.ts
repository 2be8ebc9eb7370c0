import type { MessageSchema } from '#protobuf/compiler/schema';
import { messageToJson } from '#protobuf/json/to-json';
import type { AnyMessage } from '#protobuf/message';

/** A message as one would write it, with as many fields as its reader knows. */
export function inWords(type: MessageSchema, message: AnyMessage): string {
  const kept = message.$unknown?.length ?? 0;
  const text = JSON.stringify(messageToJson(type, message), null, 1).replace(/\n\s*/g, ' ');
  return kept === 0 ? text : `${text} and ${kept} ${kept === 1 ? 'byte' : 'bytes'} unknown`;
}
