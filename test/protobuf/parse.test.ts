import { describe, expect, it } from 'vitest';
import { generate } from '#protobuf/compiler/generate';
import { MAX_NESTING } from '#protobuf/compiler/limits';
import { jsonName } from '#protobuf/compiler/names';
import { parseProto } from '#protobuf/compiler/parse-proto';
import { ProtoError } from '#protobuf/compiler/proto-error';
import { decodeMessage, encodeMessage } from '#protobuf/fields/message-codec';

/** Parses files given by path, and returns the first. */
function parse(files: Record<string, string>) {
  const paths = Object.keys(files);
  return parseProto(paths.slice(0, 1), (path) => files[path]).get(paths[0]!)!;
}

const proto3 = (text: string) => parse({ 'a.proto': `syntax = "proto3"; ${text}` });

describe('a .proto file', () => {
  it('gives its package, options and imports', () => {
    const file = parse({
      'a.proto': `syntax = "proto3"; package p.q; import "b.proto"; option go_package = "x/y";
        message A { p.B b = 1; }`,
      'b.proto': 'syntax = "proto3"; package p; option go_package = "z"; message B {}',
    });
    expect(file).toMatchObject({
      path: 'a.proto',
      package: 'p.q',
      imports: ['b.proto'],
      options: { go_package: 'x/y' },
    });
    expect(file.messages.map((message) => message.name)).toEqual(['p.q.A']);
    const [field] = file.messages[0]!.fields;
    expect(field?.message?.()).toMatchObject({ name: 'p.B', file: 'b.proto' });
  });

  it.each([
    ['reserved 4; int32 a = 4;', 'field A.a: number 4 is reserved'],
    ['reserved 4 to 6; int32 a = 6;', 'field A.a: number 6 is reserved'],
    ['reserved 100 to max; int32 a = 536870911;', 'field A.a: number 536870911 is reserved'],
    ['reserved "a"; int32 a = 1;', "name 'a' is reserved"],
    ['enum E { reserved 2; X = 0; Y = 2; }', 'E.Y: number 2 is reserved'],
  ])('refuses what is reserved: %s', (text, reason) => {
    expect(() => proto3(`message A { ${text} }`)).toThrow(reason);
    expect(() => proto3(`message A { ${text} }`)).toThrow(ProtoError);
  });

  it('lets stand what is beside a reserved range', () => {
    proto3('message A { reserved 4 to 6; int32 a = 3; int32 b = 7; }');
  });

  it('tells how often a field occurs', () => {
    const { messages } = proto3(`message A {
      int32 implicit = 1; optional int32 explicit = 2; A message = 3; repeated A list = 4;
      map<string, A> map = 5; oneof which { int32 one = 6; A other = 7; }
    }`);
    const fields = messages[0]!.fields.map((field) => [field.name, field.cardinality, field.oneof]);
    expect(fields).toEqual([
      ['implicit', 'implicit', undefined],
      ['explicit', 'optional', undefined],
      ['message', 'optional', undefined],
      ['list', 'repeated', undefined],
      ['map', 'map', undefined],
      ['one', 'optional', 'which'],
      ['other', 'optional', 'which'],
    ]);
  });

  it('packs numbers unless told not to, and nothing else', () => {
    const { messages } = proto3(`enum E { Z = 0; } message A {
      repeated int32 a = 1; repeated int32 b = 2 [packed = false]; repeated E c = 3;
      repeated string d = 4; repeated A e = 5; }`);
    const packed = messages[0]!.fields.map((field) => field.packed);
    expect(packed).toEqual([true, false, true, undefined, undefined]);
  });

  it('orders fields by number', () => {
    const { messages } = proto3('message A { int32 b = 9; int32 a = 2; oneof o { int32 c = 5; } }');
    expect(messages[0]!.fields.map((field) => field.number)).toEqual([2, 5, 9]);
  });

  it('finds nested types, and names them', () => {
    const { messages, enums } =
      proto3(`message A { message B { enum C { Z = 0; } C c = 1; } B b = 1; }
      message D { A.B.C c = 1; .A.B b = 2; }`);
    expect(messages.map((message) => message.typeName)).toEqual(['A', 'A_B', 'D']);
    expect(enums.map((type) => [type.name, type.typeName])).toEqual([['A.B.C', 'A_B_C']]);
    expect(messages[2]!.fields[0]?.enum?.()).toBe(enums[0]);
    expect(messages[2]!.fields[1]?.message?.()).toBe(messages[1]);
  });

  it('keeps comments and options', () => {
    const { messages, enums, services } = proto3(`
      // About A.
      message A { reserved 3, 5 to 7; reserved "old"; option deprecated = true;
        // About x.
        int32 x = 1 [deprecated = true, json_name = "X"]; }
      enum E { option allow_alias = true; reserved 9;
        // Nothing.
        NONE = 0; NIL = 0; }
      // About S.
      service S {
        // About M.
        rpc M(A) returns (stream A) { option idempotency_level = IDEMPOTENT; } }`);
    expect(messages[0]).toMatchObject({
      comment: 'About A.',
      options: { deprecated: true },
    });
    const field = messages[0]!.fields[0];
    expect(field).toMatchObject({ comment: 'About x.', options: { json_name: 'X' } });
    expect(enums[0]!.values.map(({ name, number, comment }) => [name, number, comment])).toEqual([
      ['NONE', 0, 'Nothing.'],
      ['NIL', 0, ''],
    ]);
    expect(services[0]).toMatchObject({ name: 'S', comment: 'About S.' });
    expect(services[0]!.methods[0]).toMatchObject({
      name: 'm',
      protoName: 'M',
      comment: 'About M.',
      requestStream: false,
      responseStream: true,
      options: { idempotency_level: 'IDEMPOTENT' },
    });
  });

  it('is a descriptor that the plain codec can use at once', () => {
    const [type] = proto3('message A { string name = 1; A next = 2; }').messages;
    const message = { name: 'a', next: { name: 'b', next: undefined } };
    expect(decodeMessage(type!, encodeMessage(type!, message))).toEqual(message);
  });

  it('imports a file once, however many ways lead to it', () => {
    const files: Record<string, string> = {
      'a.proto': 'syntax = "proto3"; import "b.proto"; import "c.proto"; message A { D d = 1; }',
      'b.proto': 'syntax = "proto3"; import public "d.proto";',
      'c.proto': 'syntax = "proto3"; import "d.proto";',
      'd.proto': 'syntax = "proto3"; message D {}',
    };
    const parsed = parseProto(['a.proto'], (path) => files[path]);
    expect([...parsed.keys()]).toEqual(['d.proto', 'b.proto', 'c.proto', 'a.proto']);
  });
});

describe('a .proto file that is wrong', () => {
  it.each([
    ['message A {', "a.proto:1:31: expected a field's type, found the end of the file"],
    ['message A { int32 x = ; }', "a.proto:1:42: expected the field's number, found ;"],
    ['message A { Missing x = 1; }', 'Missing'],
    [
      'message A { int32 x = 1; int32 y = 1; }',
      'a.proto:1:55: field A.y: number 1 is already that of x (a.proto:1:42)',
    ],
    ['message A { required int32 x = 1; }', 'required'],
    ['message A { int32 x = 1 [default = 5]; }', 'field A.x has a default'],
    ['message A { int32 x = 19000; }', '19000 to 19999'],
    ['enum E { ONE = 1; }', 'the first value of enum E must be 0'],
    ['enum E { ZERO = 0; NIL = 0; }', 'E.NIL: number 0 is already that of ZERO (a.proto:1:36)'],
    ['import "b.proto";', 'b.proto: there is no such file, which a.proto:1:27 imports'],
    ['import "a.proto";', 'a.proto:1:27: imports itself: a.proto → a.proto'],
  ])('%s', (text, reason) => {
    expect(() => proto3(text)).toThrow(ProtoError);
    expect(() => proto3(text)).toThrow(reason);
  });

  it.each([
    ['message A {}', 'must begin with: syntax = "proto3";'],
    ['// syntax = "proto3";\nmessage A {}', 'must begin with'],
    ['import "b.proto"; syntax = "proto3";', 'must begin with'],
    ['syntax = "proto2"; message A {}', 'syntax "proto2" is not supported'],
    ['edition = "2023"; message A {}', 'edition "2023" is not supported'],
  ])('%s', (text, reason) => {
    expect(() => parse({ 'a.proto': text })).toThrow(reason);
  });
});

describe('what is nested', () => {
  const messages = (count: number) => 'message A {'.repeat(count) + '}'.repeat(count);
  const values = (count: number) =>
    `import "google/protobuf/descriptor.proto";
      message V { V v = 1; }
      extend google.protobuf.MessageOptions { V x = 50000; }
      message A { option (x) = ${'{ v '.repeat(count - 1)}{}${'}'.repeat(count - 1)}; }`;
  const parseWith = (text: string) =>
    parseProto(['a.proto'], (path) =>
      path === 'a.proto'
        ? `syntax = "proto3"; ${text}`
        : 'syntax = "proto3"; package google.protobuf; message MessageOptions {}',
    );

  it.each([
    ['messages', messages],
    ['values of an option', values],
  ])('%s: as deep as the limit says, and no deeper', (_, text) => {
    expect(() => parseWith(text(MAX_NESTING))).not.toThrow();
    expect(() => parseWith(text(MAX_NESTING + 1))).toThrow('nested too deeply');
    expect(() => parseWith(text(100_000))).toThrow('nested too deeply');
  });
});

describe('generated names', () => {
  it.each([
    ['order_id', 'orderId'],
    ['id', 'id'],
    ['field_name17__', 'fieldName17'],
    ['_field_name3', 'FieldName3'],
    ['field0_name', 'field0Name'],
    ['__proto__', 'Proto'],
  ])('%s is %s', (protoName, name) => {
    expect(jsonName(protoName)).toBe(name);
  });

  it('do not hide what the code uses itself', () => {
    const text = generate(proto3('message Map { map<string, Reader> a = 1; } message Reader {}'));
    expect(text).toContain('interface Map_ extends Message');
    expect(text).toContain('a: Map<string, Reader_>');
  });

  it('cannot end a comment early', () => {
    const text = generate(proto3('// a */ b\nmessage A {}'));
    expect(text).not.toContain('*/ b');
  });
});
