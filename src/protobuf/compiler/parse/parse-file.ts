/** A whole `.proto` file, from its text. Source: protobuf language specification (proto3). */
import { parseEnum } from './parse-enum.ts';
import { parseExtend, parseMessage } from './parse-message.ts';
import { parseOptionStatement } from './parse-option.ts';
import { parseService } from './parse-service.ts';
import type { FileMember, FileNode, ImportNode, Name } from './syntax.ts';
import { TokenReader } from './token-reader.ts';

/**
 * @param path As other files import it.
 * @throws ProtoError for what is misspelt, and for what proto3 does not have.
 */
export function parseFile(path: string, text: string): FileNode {
  const reader = new TokenReader(path, text);
  parseSyntax(reader);
  const imports: ImportNode[] = [];
  const members: FileMember[] = [];
  let name: Name | undefined;
  while (reader.peek().kind !== 'end') {
    if (reader.isNext('import')) imports.push(parseImport(reader));
    else if (reader.isNext('package')) name = parsePackage(reader, name);
    else if (!reader.skip(';')) members.push(parseFileMember(reader));
  }
  return { path, package: name, imports, members };
}

/** Only proto3 is spoken here: proto2 has required fields, groups, extensions and defaults. */
function parseSyntax(reader: TokenReader): void {
  const { text: word } = reader.peek();
  if (word !== 'syntax' && word !== 'edition') {
    reader.fail('must begin with: syntax = "proto3";', reader.peek().place);
  }
  reader.take();
  reader.expect('=');
  const { text, place } = reader.text('"proto3"');
  if (word !== 'syntax' || text !== 'proto3') {
    reader.fail(`${word} "${text}" is not supported, only proto3 is`, place);
  }
  reader.expect(';');
}

function parseImport(reader: TokenReader): ImportNode {
  reader.expect('import');
  const kind = reader.skip('public') ? 'public' : reader.skip('weak') ? 'weak' : 'plain';
  const { text, place } = reader.text('the path of a file, in quotation marks');
  reader.expect(';');
  return { path: text, kind, place };
}

function parsePackage(reader: TokenReader, before: Name | undefined): Name {
  const { place } = reader.expect('package');
  if (before !== undefined) reader.fail(`the package is already ${before.text}`, place);
  const name = reader.dotted("the package's name");
  reader.expect(';');
  return name;
}

function parseFileMember(reader: TokenReader): FileMember {
  switch (reader.peek().text) {
    case 'message':
      return parseMessage(reader);
    case 'enum':
      return parseEnum(reader);
    case 'service':
      return parseService(reader);
    case 'extend':
      return parseExtend(reader);
    case 'option':
      reader.take();
      return parseOptionStatement(reader);
    default:
      return reader.fail('expected message, enum, service, import, package, option or extend');
  }
}
