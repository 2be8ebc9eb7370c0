/**
 * Whatever names a file has, the code that is generated from it compiles, can be loaded, and writes
 * and reads the bytes that the plain path does. Tried with every file that protoc accepts.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { toHex } from '#bytes/hex';
import { runTypescript } from '#course/kit/typescript/run-typescript';
import * as codec from '#protobuf/codec';
import { generate } from '#protobuf/compiler/generate';
import { parseProto } from '#protobuf/compiler/parse-proto';
import type { FileSchema } from '#protobuf/compiler/schema';
import * as creating from '#protobuf/create';
import * as packed from '#protobuf/fast/packed';
import { encodeMessage } from '#protobuf/fields/message-codec';
import type { Message, MessageType } from '#protobuf/message';
import type { ServiceDefinition } from '#protobuf/schema/service-definition';
import { type Files, namedCases } from './protoc/cases.ts';
import recorded from './protoc/recorded.json' with { type: 'json' };
import { Random } from './random.ts';
import { randomMessage } from './random-message.ts';

const ROOT = join(import.meta.dirname, '../..');
const verdicts = recorded.verdicts as Record<string, string | null>;

const proto3 = (text: string) => `syntax = "proto3";\n${text}`;

/** The names that were found to be silently wrong, and what they are now. */
const CLASHES: Readonly<Record<string, Files>> = {
  'a Money beside an imported Money': {
    'a.proto': proto3(`package shop; import "b.proto"; message Money { string cents = 1; }
      message Price { Money own = 1; values.Money other = 2; }
      service Bank { rpc Change(Money) returns (values.Money); }`),
    'b.proto': proto3('package values; message Money { int64 units = 1; }'),
  },
  'two imported types of one name': {
    'a.proto': proto3(`import "b.proto"; import "c.proto";
      message A { b.Kind x = 1; c.Kind y = 2; b.T s = 3; c.T t = 4; }`),
    'b.proto': proto3('package b; message T { string s = 1; } enum Kind { Z = 0; }'),
    'c.proto': proto3('package c; message T { int32 i = 1; } enum Kind { Z = 0; }'),
  },
  'names of the generated functions': {
    'a.proto': proto3(`message A { emptyA a = 1; } message emptyA { readA b = 1; }
      message readA { int32 x = 1; } message Int32s { repeated int32 x = 1; }
      service S { rpc M(A) returns (SClient); } message SClient {} message SDefinition {}`),
  },
  'names of parameters and of type parameters': {
    'a.proto': proto3(`message message { reader reader = 1; } message reader { writer writer = 1; }
      message writer { repeated key value = 1; } message key { map<string, value> item = 1; }
      message value { int32 start = 1; } message Options { Context context = 1; } message Context {}
      message create { encode e = 1; } message encode { file f = 1; } message file { int32 init = 1; }
      service S { rpc M(Options) returns (Context); }`),
  },
};

const read = (files: Files) => (path: string) => {
  const known = join(ROOT, 'proto', path);
  return files[path] ?? (existsSync(known) ? readFileSync(known, 'utf8') : undefined);
};

const accepted = [
  ...Object.entries(CLASHES).map(([name, files]) => ({ name, files })),
  ...namedCases().filter(({ name }) => verdicts[name] === null),
].map(({ name, files }) => ({ name, schemas: parseProto(['a.proto'], read(files)) }));

/** Loads what is generated, imports before those that import them. */
function load(schemas: ReadonlyMap<string, FileSchema>): Map<string, Record<string, unknown>> {
  const loaded = new Map<string, Record<string, unknown>>();
  for (const [path, schema] of schemas) {
    const modules: Record<string, unknown> = {
      '#protobuf/codec': codec,
      '#protobuf/create': creating,
      '#protobuf/fast/packed': packed,
    };
    const up = '../'.repeat(path.split('/').length - 1) || './';
    for (const [other, exported] of loaded) {
      modules[up + other.replace(/\.proto$/, '.ts')] = exported;
    }
    loaded.set(path, runTypescript(generate(schema), modules));
  }
  return loaded;
}

describe('what is generated can be loaded, and writes what the plain path writes', () => {
  it.each(accepted)('$name', ({ schemas }) => {
    const loaded = load(schemas);
    const random = new Random(6);
    for (const [path, { messages, services }] of schemas) {
      if (path.startsWith('google/')) continue;
      for (const schema of messages) {
        const type = loaded.get(path)![schema.typeName] as MessageType<Message>;
        for (let i = 0; i < 5; i++) {
          const message = randomMessage(schema, random, { sparse: 1, depth: 2 });
          const bytes = type.encode(message);
          expect(toHex(bytes)).toBe(toHex(encodeMessage(schema, message)));
          expect(type.decode(bytes)).toEqual(message);
        }
        expect(type.create({})).toEqual(type.create());
      }
      for (const { typeName, methods } of services) {
        const definition = loaded.get(path)![`${typeName}Definition`] as ServiceDefinition;
        expect(Object.keys(definition.methods)).toHaveLength(methods.length);
        expect(typeof Reflect.get(definition.methods, 'then')).toBe('undefined');
      }
    }
  });
});

describe('what is generated compiles', () => {
  const texts = new Map<string, string>();
  for (const [i, { schemas }] of accepted.entries()) {
    for (const [path, schema] of schemas) {
      const target = `${ROOT}/test/protobuf/case-${i}/${path.replace(/\.proto$/, '.ts')}`;
      texts.set(target, generate(schema));
    }
  }
  it('all of it', () => {
    const { options } = ts.parseJsonConfigFileContent(
      ts.readConfigFile(`${ROOT}/tsconfig.json`, ts.sys.readFile).config,
      ts.sys,
      ROOT,
    );
    const host = ts.createCompilerHost({ ...options, incremental: false });
    const { fileExists, readFile, getSourceFile } = host;
    host.fileExists = (file) => texts.has(file) || fileExists(file);
    host.readFile = (file) => texts.get(file) ?? readFile(file);
    host.directoryExists = undefined;
    host.getSourceFile = (file, target) => {
      const text = texts.get(file);
      return text === undefined
        ? getSourceFile(file, target)
        : ts.createSourceFile(file, text, target);
    };
    const settings = { ...options, incremental: false, tsBuildInfoFile: undefined };
    const program = ts.createProgram([...texts.keys()], settings, host);
    // Google's files stand beside many cases, import nothing of theirs, and are large: once is enough.
    const known = new Set<string>();
    const isNew = (file: string, text: string) => !file.includes('/google/') || !known.has(text);
    const checked = [...texts].flatMap(([file, text]) => {
      if (!isNew(file, text)) return [];
      known.add(text);
      return [file];
    });
    const problems = checked.flatMap((file) => {
      const source = program.getSourceFile(file)!;
      return [
        ...program.getSyntacticDiagnostics(source),
        ...program.getSemanticDiagnostics(source),
      ];
    });
    const said = problems.map(({ file, messageText }) => {
      const [, number] = /case-(\d+)/.exec(file?.fileName ?? '') ?? [];
      const text = ts.flattenDiagnosticMessageText(messageText, ' ');
      return `${accepted[Number(number)]?.name}: ${text}`;
    });
    expect(checked.length).toBeGreaterThan(100);
    expect(said).toEqual([]);
  });
});
