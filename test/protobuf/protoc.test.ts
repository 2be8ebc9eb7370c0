/** What we make of `.proto` files, against what protoc made of them (`protoc/record.ts`). */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toHex } from '#bytes/hex';
import { parseProto } from '#protobuf/compiler/parse-proto';
import { ProtoError } from '#protobuf/compiler/proto-error';
import {
  FileDescriptorProto,
  FileDescriptorSet,
} from '#protobuf/generated/google/protobuf/descriptor';
import { namedCases } from './protoc/cases.ts';
import recorded from './protoc/recorded.json' with { type: 'json' };

const PROTOS = join(import.meta.dirname, '../../proto');
const EVERYTHING = join(import.meta.dirname, 'protoc/proto');

function readFrom(...directories: string[]) {
  return (path: string) => {
    const found = directories.map((directory) => join(directory, path)).find(existsSync);
    return found && readFileSync(found, 'utf8');
  };
}

const fromBase64 = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));

describe.each([
  ['proto/', recorded.proto, [PROTOS]],
  ['files that have everything', recorded.everything, [EVERYTHING, PROTOS]],
])('descriptors of %s', (_, theirs, directories) => {
  const { file: files } = FileDescriptorSet.decode(fromBase64(theirs));
  const own = parseProto(
    files.map(({ name }) => name!),
    readFrom(...directories),
  );

  // Both are written by our codec, which puts fields in the order of their numbers.
  it.each(files)("$name is protoc's, byte for byte", (file) => {
    if (file.name === 'google/protobuf/descriptor.proto') return;
    const ours = own.get(file.name!)!.descriptor;
    expect(ours).toEqual(file);
    expect(toHex(FileDescriptorProto.encode(ours))).toBe(toHex(FileDescriptorProto.encode(file)));
  });
});

describe('refused and accepted as by protoc', () => {
  it.each(namedCases())('$name', ({ name, files }) => {
    const verdict = (recorded.verdicts as Record<string, string | null>)[name];
    if (verdict === undefined) throw new Error('protoc has not been asked: see protoc/record.ts');
    const read = (path: string) => files[path] ?? readFrom(PROTOS)(path);
    let own: string | null = null;
    try {
      parseProto(['a.proto'], read);
    } catch (error) {
      if (!(error instanceof ProtoError)) throw error;
      own = error.message;
    }
    expect({ isRefused: own !== null, own, verdict }).toEqual({
      isRefused: verdict !== null,
      own,
      verdict,
    });
  });
});
