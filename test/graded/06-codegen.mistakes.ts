// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are programs' text
import type { ClassicMistake } from '#course/kit/mistake';

const TYPES = 'emit-types.ts';
const SERVICE = 'emit-service.ts';

const CLIENT_GIVES =
  'const given = method.responseStream ? `AsyncIterable<${response}>` : `Promise<${response}>`;';
const CLIENT_TAKES =
  'const taken = method.requestStream ? `Source<${request}>` : `request: ${request}`;'.replace(
    '`Source<',
    '`requests: Source<',
  );
const CASE = "`${comment(field)}| { case: '${field.name}'; value: ${typeOf(field)} }`";

export const mistakes: ClassicMistake[] = [
  {
    name: 'an-empty-text-is-no-program',
    task: 1,
    file: TYPES,
    change: [["return `''`;", "return '';"]],
    hint: 'The zero of a string is the text of two quotation marks',
  },
  {
    name: 'every-number-is-a-number',
    task: 1,
    file: TYPES,
    change: [["return type.endsWith('64') ? '0n' : '0';", "return '0';"]],
    hint: 'and their zero is 0n',
  },
  {
    name: 'a-value-and-no-text',
    task: 1,
    file: TYPES,
    change: [["return 'false';", 'return false as never;']],
    hint: 'a program, not a value',
  },
  {
    name: 'optional-is-zero',
    task: 1,
    file: TYPES,
    change: [
      [
        "case 'optional':\n      return 'undefined';",
        "case 'optional':\n      return zeroOf(field.type);",
      ],
    ],
    hint: 'can be told from zero',
  },
  {
    name: 'a-map-is-an-object',
    task: 1,
    file: TYPES,
    change: [["return 'new Map()';", "return '{}';"]],
    hint: 'A map is a Map',
  },
  {
    name: 'any-in-a-list',
    task: 2,
    file: TYPES,
    change: [['return `${name}: ${type}[]`;', 'return `${name}: any[]`;']],
    hint: 'an array of values: T[]',
  },
  {
    name: 'any-key',
    task: 2,
    file: TYPES,
    change: [['Map<${typeOf(keyField(field))}, ${type}>', 'Map<any, ${type}>']],
    hint: 'A map is a Map<K, V>',
  },
  {
    name: 'any-request',
    task: 5,
    file: SERVICE,
    change: [['`Promise<${response}> | ${response}`', '`Promise<any> | ${response}`']],
    hint: 'both types, with |',
  },
  {
    name: 'the-name-in-the-file',
    task: 2,
    file: TYPES,
    change: [
      ['const { name, cardinality } = field;', 'const { protoName: name, cardinality } = field;'],
    ],
    hint: 'field.protoName (order_id) is the one in the file',
  },
  {
    name: 'everything-may-be-absent',
    task: 2,
    file: TYPES,
    change: [['return `${name}: ${type}`;', 'return `${name}?: ${type}`;']],
    hint: 'A plain field cannot be absent',
  },
  {
    name: 'nothing-may-be-absent',
    task: 2,
    file: TYPES,
    change: [['return `${name}?: ${type}`;', 'return `${name}: ${type}`;']],
    hint: 'may be absent: name?: T',
  },
  {
    name: 'undefined-but-never-left-out',
    task: 2,
    file: TYPES,
    change: [['return `${name}?: ${type}`;', 'return `${name}: ${type} | undefined`;']],
    hint: 'Then { } is such a message too',
  },
  {
    name: 'a-list-of-one',
    task: 2,
    file: TYPES,
    change: [['return `${name}: ${type}[]`;', 'return `${name}: ${type}`;']],
    hint: 'A repeated field is an array',
  },
  {
    name: 'keys-like-values',
    task: 2,
    file: TYPES,
    change: [['Map<${typeOf(keyField(field))}, ${type}>', 'Map<${type}, ${type}>']],
    hint: 'K the type of the keys',
  },
  {
    name: 'a-map-is-a-record',
    task: 2,
    file: TYPES,
    change: [
      [
        'Map<${typeOf(keyField(field))}, ${type}>',
        '{ [key: ${typeOf(keyField(field))}]: ${type} }',
      ],
    ],
    hint: 'Keys may be numbers too',
  },
  {
    name: 'case-is-any-string',
    task: 3,
    file: TYPES,
    change: [[CASE, CASE.replace("'${field.name}'", 'string')]],
    hint: 'an object for each member',
  },
  {
    name: 'case-without-quotes',
    task: 3,
    file: TYPES,
    change: [[CASE, CASE.replace("'${field.name}'", '${field.name}')]],
    hint: 'what you emit does not compile',
  },
  {
    name: 'a-property-for-each-member',
    task: 3,
    file: TYPES,
    change: [
      [CASE, '`${comment(field)}${field.name}?: ${typeOf(field)};`'],
      ["return `${oneof}?:\\n${cases.join('\\n')};`;", "return cases.join('\\n');"],
    ],
    hint: "Property 'how' does not exist on type 'Order'",
  },
  {
    name: 'one-of-them-must-be-set',
    task: 3,
    file: TYPES,
    change: [['return `${oneof}?:\\n', 'return `${oneof}:\\n']],
    hint: 'None of the members has to be set',
  },
  {
    name: 'the-method-by-its-wire-name',
    task: 4,
    file: SERVICE,
    change: [
      [
        'return `${comment(method)}${method.name}: {',
        'return `${comment(method)}${method.protoName}: {',
      ],
    ],
    hint: 'by which a program calls the method',
  },
  {
    name: 'a-path-without-quotes',
    task: 4,
    file: SERVICE,
    change: [
      [
        "path: '/${service.name}/${method.protoName}',",
        'path: /${service.name}/${method.protoName},',
      ],
    ],
    hint: 'The path is a text',
  },
  {
    name: 'decoded-before-there-are-bytes',
    task: 4,
    file: SERVICE,
    change: [['decodeRequest: (bytes: Uint8Array) => ${request}', 'decodeRequest: ${request}']],
    hint: 'to be called when bytes are there',
  },
  {
    name: 'the-path-by-its-own-name',
    task: 4,
    file: SERVICE,
    change: [
      ["path: '/${service.name}/${method.protoName}',", "path: '/${service.name}/${method.name}',"],
    ],
    hint: 'case matters',
  },
  {
    name: 'the-path-without-the-package',
    task: 4,
    file: SERVICE,
    change: [
      [
        "path: '/${service.name}/${method.protoName}',",
        "path: '/${service.typeName}/${method.protoName}',",
      ],
    ],
    hint: 'which has the package in front',
  },
  {
    name: 'streams-swapped',
    task: 4,
    file: SERVICE,
    change: [
      ['requestStream: ${method.requestStream},', 'requestStream: ${method.responseStream},'],
      ['responseStream: ${method.responseStream},', 'responseStream: ${method.requestStream},'],
    ],
    hint: 'requestStream says that the client sends a stream',
  },
  {
    name: 'idempotency-undefined',
    task: 4,
    file: SERVICE,
    change: [["${isPromised ? `idempotency: '${level}',\\n` : ''}", "idempotency: '${level}',\\n"]],
    hint: 'If the file promises nothing',
  },
  {
    name: 'unknown-is-a-promise',
    task: 4,
    file: SERVICE,
    change: [
      [
        "const isPromised = level === 'IDEMPOTENT' || level === 'NO_SIDE_EFFECTS';",
        'const isPromised = level !== undefined;',
      ],
    ],
    hint: 'IDEMPOTENCY_UNKNOWN',
  },
  {
    name: 'the-response-packed-as-a-request',
    task: 4,
    file: SERVICE,
    change: [['encodeResponse: ${response}.encode,', 'encodeResponse: ${request}.encode,']],
    hint: 'a response by method.response’s',
  },
  {
    name: 'the-stub-by-its-wire-name',
    task: 5,
    file: SERVICE,
    change: [
      [
        'return `${comment(method)}${method.name}(${taken}, options?: Options): ${given};`;',
        'return `${comment(method)}${method.protoName}(${taken}, options?: Options): ${given};`;',
      ],
    ],
    hint: 'A program calls method.name',
  },
  {
    name: 'the-response-is-there-at-once',
    task: 5,
    file: SERVICE,
    change: [[CLIENT_GIVES, CLIENT_GIVES.replace('`Promise<${response}>`', 'response')]],
    hint: 'a promise of it',
  },
  {
    name: 'a-stream-is-a-promised-list',
    task: 5,
    file: SERVICE,
    change: [
      [CLIENT_GIVES, CLIENT_GIVES.replace('AsyncIterable<${response}>', 'Promise<${response}[]>')],
    ],
    hint: 'A stream that one end reads is an AsyncIterable',
  },
  {
    name: 'no-array-will-do',
    task: 5,
    file: SERVICE,
    change: [[CLIENT_TAKES, CLIENT_TAKES.replace('Source', 'AsyncIterable')]],
    hint: 'so that an array will do',
  },
  {
    name: 'options-must-be-given',
    task: 5,
    file: SERVICE,
    change: [['(${taken}, options?: Options): ${given}', '(${taken}, options: Options): ${given}']],
    hint: 'where it may be left out',
  },
  {
    name: 'the-server-has-to-promise',
    task: 5,
    file: SERVICE,
    change: [['`Promise<${response}> | ${response}`', '`Promise<${response}>`']],
    hint: 'at once, or promise it',
  },
  {
    name: 'no-comment',
    task: 5,
    file: SERVICE,
    change: [
      [
        'return `${comment(method)}${method.name}(${taken}, options?: Options): ${given};`;',
        'return `${method.name}(${taken}, options?: Options): ${given};`;',
      ],
    ],
    hint: 'editors show it where the stub is called',
  },
  {
    name: 'a-list-of-anything',
    task: 2,
    file: TYPES,
    change: [
      [
        'return `${name}: ${type}[]`;',
        "return `${name}: ${field.type === 'bytes' ? 'any' : type}[]`;",
      ],
    ],
    hint: 'an array of values: T[]',
  },
  {
    name: 'an-enum-is-any-number',
    task: 2,
    file: TYPES,
    change: [
      [
        'return `${name}: ${type}`;',
        "return `${name}: ${field.type === 'enum' ? 'number' : type}`;",
      ],
    ],
    hint: 'An enum’s type has the enum’s name',
  },
  {
    name: 'a-oneof-that-is-null',
    task: 3,
    file: TYPES,
    change: [['return `${oneof}?:\\n', 'return `${oneof}?: null\\n']],
    hint: 'A oneof is a union with an object for each member',
  },
  {
    name: 'the-path-in-capitals',
    task: 4,
    file: SERVICE,
    change: [
      ['/${method.protoName}', '/${method.name.charAt(0).toUpperCase()}${method.name.slice(1)}'],
    ],
    hint: 'a method may be written in small letters',
  },
  {
    name: 'only-the-last-part-of-the-package',
    task: 4,
    file: SERVICE,
    change: [["'/${service.name}/", "'/${service.name.split('.').slice(-2).join('.')}/"]],
    hint: 'package and all',
  },
  {
    name: 'one-service-for-all',
    task: 4,
    file: SERVICE,
    change: [
      ["'/${service.name}/", "'/${(SEEN.first ??= service.name)}/"],
      [
        '/** A method as a property',
        'const SEEN: { first?: string } = {};\n/** A method as a property',
      ],
    ],
    hint: 'anew for each method',
  },
  {
    name: 'any-message-is-packed',
    task: 4,
    file: SERVICE,
    change: [
      [
        'encodeResponse: ${response}.encode,',
        'encodeResponse: (message: any) => ${response}.encode(message),',
      ],
    ],
    hint: 'With `any` the compiler would let a client send what it likes',
  },
  {
    name: 'limits-for-a-method',
    task: 4,
    file: SERVICE,
    change: [
      [
        'decodeResponse: (bytes: Uint8Array) => ${response}.decode(bytes),',
        'decodeResponse: ${response}.decode,',
      ],
    ],
    hint: 'a method takes no limits',
  },
  {
    name: 'no-comment-in-the-definition',
    task: 4,
    file: SERVICE,
    change: [['return `${comment(method)}${method.name}: {', 'return `${method.name}: {']],
    hint: 'comment(method) in front of the method',
  },
  {
    name: 'nobody-may-set-it',
    task: 2,
    file: TYPES,
    change: [['return `${name}?: ${type}`;', 'return `readonly ${name}?: ${type}`;']],
    hint: 'none is readonly',
  },
  {
    name: 'a-semicolon-too-many',
    task: 2,
    file: TYPES,
    change: [['return `${name}: ${type}`;', 'return `${name}: ${type};`;']],
    hint: 'return only the property',
  },
  {
    name: 'a-oneof-that-nobody-may-set',
    task: 3,
    file: TYPES,
    change: [['return `${oneof}?:\\n', 'return `readonly ${oneof}?:\\n']],
    hint: 'it is not readonly',
  },
  {
    name: 'members-without-their-comments',
    task: 3,
    file: TYPES,
    change: [[CASE, CASE.replace('${comment(field)}', '')]],
    hint: 'it says what the member is for',
  },
  {
    name: 'a-message-by-its-own-name-alone',
    task: 4,
    file: SERVICE,
    change: [
      [
        'const request = method.request.typeName;\n  const response = method.response.typeName;\n  return',
        "const request = method.request.name.split('.').at(-1);\n  const response = method.response.name.split('.').at(-1);\n  return",
      ],
    ],
    hint: 'not called by its own name alone',
  },
  {
    name: 'a-stub-for-the-name-alone',
    task: 5,
    file: SERVICE,
    change: [
      [
        CLIENT_TAKES,
        `${CLIENT_TAKES}`.replaceAll('${request}', "${method.request.name.split('.').at(-1)}"),
      ],
    ],
    hint: 'not called by its own name alone',
  },
  {
    name: 'streams-of-the-other-message',
    task: 4,
    file: SERVICE,
    change: [
      [
        'encodeRequest: ${request}.encode,',
        'encodeRequest: ${method.requestStream ? response : request}.encode,',
      ],
    ],
    hint: 'have the right types by themselves',
  },
];
