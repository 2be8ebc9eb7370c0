/** Services. Source: protobuf language specification (proto3), "Service definition". */
import { parseOptionStatement } from './parse-option.ts';
import type { MethodNode, Name, OptionNode, ServiceNode } from './syntax.ts';
import type { TokenReader } from './token-reader.ts';

export function parseService(reader: TokenReader): ServiceNode {
  const first = reader.expect('service');
  const name = reader.word("the service's name");
  reader.expect('{');
  const comment = reader.comment(first);
  const methods: MethodNode[] = [];
  const options: OptionNode[] = [];
  while (!reader.skip('}')) {
    if (reader.skip('option')) options.push(parseOptionStatement(reader));
    else if (reader.isNext('rpc')) methods.push(parseMethod(reader));
    else if (!reader.skip(';')) reader.fail('expected rpc or option');
  }
  return { node: 'service', name, comment, methods, options };
}

function parseMethod(reader: TokenReader): MethodNode {
  const first = reader.expect('rpc');
  const name = reader.word("the method's name");
  const request = parseMessageType(reader, 'request');
  reader.expect('returns');
  const response = parseMessageType(reader, 'response');
  const options: OptionNode[] = [];
  const hasBody = !reader.isNext(';');
  reader.expect(hasBody ? '{' : ';');
  const comment = reader.comment(first);
  while (hasBody && !reader.skip('}')) {
    if (reader.skip('option')) options.push(parseOptionStatement(reader));
    else if (!reader.skip(';')) reader.fail('expected option');
  }
  return {
    name,
    comment,
    request: request.type,
    response: response.type,
    requestStream: request.isStream,
    responseStream: response.isStream,
    hasBody,
    options,
  };
}

/** `(stream Order)` */
function parseMessageType(reader: TokenReader, what: string): { type: Name; isStream: boolean } {
  reader.expect('(');
  const isStream = reader.skip('stream');
  const type = reader.declaredType(`the type of the ${what}`);
  reader.expect(')');
  return { type, isStream };
}
