// biome-ignore-all lint/suspicious/noTemplateCurlyInString: hints are programs' text
import type { Exercise } from '#course/exercise/exercise';

export const exercise: Exercise = {
  pieces: [
    {
      name: '#protobuf/compiler/emit/types',
      file: 'emit-types.ts',
      solution: 'derived',
      gaps: {
        defaultOf: {
          task: 1,
          prompt:
            "It depends on field.cardinality: 'implicit' (a plain field, which reads as zero when it is absent), 'optional' (messages and members of a oneof are so too), 'repeated' or 'map'.",
        },
        zeroOf: {
          task: 1,
          prompt:
            "'string', 'bytes', 'bool', 'enum', and the numbers of lesson 4: those of 64 bits (int64, uint64, sint64, fixed64, sfixed64) are bigint.",
        },
        emitProperty: {
          task: 2,
          prompt:
            'typeOf(field) is the type of one value; what the property holds depends on the cardinality. A map becomes a Map; keyField(field) is the field of its keys.',
        },
        emitOneof: {
          task: 3,
          prompt:
            'A union of objects, one for each member, so that the compiler knows the type of `value` as soon as a program has looked at `case`. Each member keeps its comment, and here the semicolon is yours.',
        },
      },
    },
    {
      name: '#protobuf/compiler/emit/service',
      file: 'emit-service.ts',
      solution: 'derived',
      gaps: {
        emitMethod: {
          task: 4,
          prompt:
            "path: '/package.Service/Method', as it goes on the wire: with the names of the .proto file.\nrequestStream, responseStream: true or false.\nidempotency: what method.options.idempotency_level says, if it is 'IDEMPOTENT' or 'NO_SIDE_EFFECTS'; otherwise no such property.\nencodeRequest, decodeRequest, encodeResponse, decodeResponse: for each message type the file has a constant, with Order.encode(message) and Order.decode(bytes, limits?). A method takes no limits: (bytes: Uint8Array) => Order.decode(bytes).",
        },
        emitClientMethod: {
          task: 5,
          prompt:
            'One request, or a Source<…> of them (anything that for await can walk over). One response comes later, as a promise; a stream of them is an AsyncIterable<…>.',
        },
        emitServerMethod: {
          task: 5,
          prompt:
            'The other way round: a stream of requests is an AsyncIterable<…>, a stream of responses a Source<…>. One response may be there at once or come later: both are allowed.',
        },
      },
    },
  ],
  tasks: [
    {
      title: 'A message with nothing in it',
      file: 'emit-types.ts',
      asked:
        'zeroOf(type) returns the zero of a type as source text, defaultOf(field) what a property holds while its field is absent: the zero, undefined for optional fields and oneofs, an empty list, an empty Map.',
      hints: [
        'You return text that is a program: the zero of a string is two quotation marks, so zeroOf returns a text of two characters.',
        "Zeros: '' (a text of two quotation marks), new Uint8Array(0), false, 0n for the types whose name ends with 64, otherwise 0. Defaults: a switch over field.cardinality with four cases, of which one asks zeroOf.",
        "zeroOf: if (type === 'string') return `''`; if (type === 'bytes') return 'new Uint8Array(0)'; if (type === 'bool') return 'false'; return type.endsWith('64') ? '0n' : '0'. defaultOf: 'optional' → 'undefined', 'repeated' → '[]', 'map' → 'new Map()', 'implicit' → zeroOf(field.type).",
      ],
    },
    {
      title: 'A type for each field',
      file: 'emit-types.ts',
      asked:
        'emitProperty(field) returns the property that a field becomes in the interface: name: T for plain fields, name?: T if it may be absent, T[] for repeated, Map<K, T> for maps. Only the property: its comment and its semicolon are there already.',
      hints: [
        'A switch over field.cardinality with four cases, each a template string. typeOf(field) knows the name of the type of one value.',
        'The name in TypeScript is field.name (orderId); field.protoName (order_id) is the one of the file. For a map, typeOf(keyField(field)) is the type of the keys.',
        'implicit: `${field.name}: ${typeOf(field)}` · optional: `${field.name}?: ${typeOf(field)}` · repeated: `${field.name}: ${typeOf(field)}[]` · map: `${field.name}: Map<${typeOf(keyField(field))}, ${typeOf(field)}>`.',
      ],
    },
    {
      title: 'One of several',
      file: 'emit-types.ts',
      asked:
        "emitOneof(oneof, members) returns a property that may be absent, and is otherwise a union: { case: 'table'; value: number } | { case: 'address'; value: string }. With its semicolon, and with each member’s comment in front of it.",
      hints: [
        'Each member becomes an object type with two properties. `case` has a literal type: not string, but the one text, in quotation marks.',
        "A union may begin with |, so each member can be a line of its own: `| { case: '${field.name}'; value: ${typeOf(field)} }`.",
        "const cases = members.map((field) => `${comment(field)}| { case: '${field.name}'; value: ${typeOf(field)} }`); return `${oneof}?:\\n${cases.join('\\n')};`;",
      ],
    },
    {
      title: 'What a method is',
      file: 'emit-service.ts',
      asked:
        'emitMethod(service, method) returns a method of the definition: its comment, its path, requestStream and responseStream, idempotency if the file promises one, and the four functions that pack and unpack its messages.',
      hints: [
        "The property’s name is the one that programs use, the path has the one of the file: placeOrder: { path: '/kitchen.Kitchen/PlaceOrder', … }. service.name has the package in front.",
        'requestStream and responseStream are booleans already: ${method.requestStream} prints true or false. Without a promise there must be no idempotency at all: not undefined, and not the text "undefined".',
        "`${comment(method)}${method.name}: {\\npath: '/${service.name}/${method.protoName}',\\nrequestStream: ${method.requestStream},\\nresponseStream: ${method.responseStream},\\n${isPromised ? `idempotency: '${level}',\\n` : ''}encodeRequest: ${request}.encode,\\ndecodeRequest: (bytes: Uint8Array) => ${request}.decode(bytes),\\n… the same for the response …\\n},`",
      ],
    },
    {
      title: 'Stub and skeleton',
      file: 'emit-service.ts',
      asked:
        'emitClientMethod(method) and emitServerMethod(method) return the method as each end sees it. A stream that comes in is an AsyncIterable<T>, one that goes out a Source<T>; a single response is a promise, for the server also the value itself.',
      hints: [
        'Two questions for each end: what does it take (one request, or a stream), and what does it give (one response, or a stream)? The end that reads a stream gets an AsyncIterable; the end that writes one may hand in any Source.',
        'Client: (request: R, options?: Options): Promise<S>, with requests: Source<R> or AsyncIterable<S> in their places. Server: (request: R, context: Context): Promise<S> | S, with requests: AsyncIterable<R> or Source<S>.',
        'Client: `${comment(method)}${method.name}(${method.requestStream ? `requests: Source<${request}>` : `request: ${request}`}, options?: Options): ${method.responseStream ? `AsyncIterable<${response}>` : `Promise<${response}>`};`. Server: AsyncIterable and Source change places, context: Context instead of the options, and one response is `Promise<${response}> | ${response}`.',
      ],
    },
  ],
};
