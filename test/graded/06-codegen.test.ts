import { expect, test } from 'vitest';
import { fromHex, toHex } from '#bytes/hex';
import { installByteMatcher } from '#course/kit/compare/equal-bytes';
import { withFinding } from '#course/kit/compare/finding';
import { likely } from '#course/kit/compare/likely';
import { expectSame } from '#course/kit/compare/same';
import { task } from '#course/kit/task';
import { checkTypescript } from '#course/kit/typescript/check-typescript';
import { runTypescript } from '#course/kit/typescript/run-typescript';
import { lengthFraming } from '#framing/frame';
import { createProtobufDissector } from '#inspect/protobuf/dissector';
import * as codec from '#protobuf/codec';
import { emitClient, emitDefinition, emitServer } from '#protobuf/compiler/emit/service';
import { emitEmpty, emitEnum, emitInterface, zeroOf } from '#protobuf/compiler/emit/types';
import { generate } from '#protobuf/compiler/generate';
import { parseProto } from '#protobuf/compiler/parse-proto';
import type { FileSchema, MessageSchema } from '#protobuf/compiler/schema';
import * as creating from '#protobuf/create';
import * as packed from '#protobuf/fast/packed';
import { decodeMessage, encodeMessage } from '#protobuf/fields/message-codec';
import type { MessageType } from '#protobuf/message';
import type { ServiceDefinition } from '#protobuf/schema/service-definition';
import { createClient, type RpcClient } from '#rpc/client';
import { createDispatcher } from '#rpc/dispatcher';
import { serve } from '#rpc/serve';
import { createPipe } from '#transport/memory';
import { createSkeleton } from '../../lessons/06-codegen/skeleton.ts';
import { createStub } from '../../lessons/06-codegen/stub.ts';

/*
 * What generated code does is judged, and what the compiler reads in it; never how it is laid out.
 */
installByteMatcher();

const parse = (text: string) =>
  parseProto(['till.proto'], () => `syntax = "proto3"; package till; ${text}`).get('till.proto')!;

const TYPES = `
  // When it is eaten.
  enum Course { COURSE_UNSPECIFIED = 0; COURSE_MAIN = 1; }
  message Dish { string name = 1; }
  message Plain {
    // As it is on the menu.
    string dish_name = 1;
    bytes photo = 2; bool hot = 3;
    int32 weight = 4; double price = 5; fixed32 code = 6;
    int64 calories = 7; uint64 order_id = 8; sfixed64 tip = 9;
    Course course = 10;
  }
  message Other {
    Dish dish = 1; optional uint32 tip_cents = 2; optional string note = 3;
    repeated Dish dishes = 4; repeated uint64 ids = 5; repeated Course courses = 6;
    repeated bytes pictures = 10; map<string, Course> course_of = 11;
    map<string, uint32> prices = 7; map<int64, Dish> by_id = 8; map<bool, bytes> photos = 9;
  }`;

const PLACE = `
  enum Course { COURSE_UNSPECIFIED = 0; COURSE_MAIN = 1; }
  message Dish { string name = 1; }
  message Order {
    repeated Dish dishes = 1;
    oneof place {
      // By its number.
      uint32 table = 2; 
      string address = 3; Dish on_dish = 4; uint64 guest_id = 5;
    }
    bool paid = 6;
    oneof how { bool cash = 7; string card = 8; }
    oneof what { Course course = 9; bytes picture = 10; }
  }`;

const SERVICE = `
  message Order { repeated string dishes = 1; }
  message Receipt { uint64 order_id = 1; uint32 total_cents = 2; }
  // A till.
  service TillService {
    // Takes money.
    rpc PlaceOrder(Order) returns (Receipt);
    rpc GetReceipt(Receipt) returns (Receipt) { option idempotency_level = NO_SIDE_EFFECTS; }
    rpc Pay(Receipt) returns (Order) { option idempotency_level = IDEMPOTENT; }
    rpc WatchOrders(Order) returns (stream Receipt);
    // One after the other.
    rpc PayAll(stream Receipt) returns (Order);
    rpc Talk(stream Order) returns (stream Receipt) { option idempotency_level = IDEMPOTENCY_UNKNOWN; }
  }`;

/** What generated code imports, which types do not need. */
const MODULES = {
  '#protobuf/codec': codec,
  '#protobuf/create': creating,
  '#protobuf/fast/packed': packed,
};

/** A service whose messages stand in another message. */
const NESTED = `
  message Shop { message Order {} message Receipt {} }
  service TillService { rpc PlaceOrder(Shop.Order) returns (Shop.Receipt); }`;
const NESTED_NAMES =
  'What is generated for a message has the name method.request.typeName: a message inside another is not called by its own name alone.';

/** What the types of generated code are made of, beside TypeScript's own. */
const GIVEN = `
interface Message { $unknown?: Uint8Array }
// Closed here, so that an enum's type is another than number.
type OpenEnum<Names> = Names[keyof Names];
type Source<T> = Iterable<T> | AsyncIterable<T>;
interface Call { deadline: number }`;

// The compiler is slow the first time that it is used: that time belongs to none of the tests.
checkTypescript('interface First { one: 1 }', GIVEN, [[`First['one']`, '1']]);
runTypescript('export const one: number = 1;');

const messageIn = (file: FileSchema, name: string): MessageSchema =>
  file.messages.find(({ typeName }) => typeName === name)!;

/** Has the compiler look at types that were emitted, and compares some of them. */
function expectTypes(
  code: string,
  rows: [what: string, received: string, expected: string, cause: string][],
): ReturnType<typeof checkTypescript> {
  const checked = checkTypescript(
    code,
    GIVEN,
    rows.map(([, received, expected]) => [received, expected]),
  );
  for (const [i, { received, expected, isSame }] of checked.compared.entries()) {
    const [what, , , cause] = rows[i]!;
    if (isSame) continue;
    const message =
      expected === 'true' || expected === 'false'
        ? `${what}: expected ${expected}, received ${received}`
        : `${what}\nexpected  ${expected}\nreceived  ${received}`;
    throw withFinding(new Error(message), { cause });
  }
  return checked;
}

/** The interfaces of all messages, and what they need. */
const interfacesOf = (file: FileSchema) =>
  [...file.enums.map(emitEnum), ...file.messages.map(emitInterface)].join('\n');

/** A value of generated code, for a sentence: `[]`, `0n`, `new Map()`. */
function show(value: unknown): string {
  if (typeof value === 'bigint') return `${value}n`;
  if (value instanceof Map) return `a Map of ${value.size}`;
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  return value === undefined ? 'undefined' : (JSON.stringify(value) ?? String(value));
}

function expectValue(what: string, received: unknown, expected: string, cause: string): void {
  if (show(received) === expected) return;
  const message = `${what}: expected ${expected}, received ${show(received)}`;
  throw withFinding(new Error(message), { cause });
}

type Stub = Record<string, (request: unknown) => Promise<unknown>>;

/** A stub of a service that nobody knew when this was compiled. */
const stubOf = (definition: ServiceDefinition, client: RpcClient) =>
  createStub(definition, client) as unknown as Stub;

task(1, () => {
  const TEXT = "You return text that is a program, not a value: what prints 0 is the text '0'.";
  const NARROW =
    'Types whose name ends with 64 are bigint here, and their zero is 0n: a number would be refused where a bigint is wanted. The other numbers are 0.';
  const zeros: [types: Parameters<typeof zeroOf>[0][], zero: string, cause: string][] = [
    [
      ['string'],
      '""',
      "You return text that is a program. The zero of a string is the text of two quotation marks, `''`; an empty text prints nothing at all.",
    ],
    [['bool'], 'false', 'The zero of a bool is false, and no number.'],
    [['bytes'], '0 bytes', 'The zero of bytes is an empty Uint8Array: new Uint8Array(0).'],
    [['int32', 'uint32', 'sint32', 'fixed32', 'sfixed32', 'float', 'double'], '0', NARROW],
    [['int64', 'uint64', 'sint64', 'fixed64', 'sfixed64'], '0n', NARROW],
    [['enum'], '0', 'An enum is a number, and its first value is 0.'],
  ];
  test.each(zeros)('the zero of %s is %s', (types, zero, cause) =>
    likely(cause, () => {
      for (const type of types) {
        const text = zeroOf(type);
        expectSame(`the type of what zeroOf('${type}') returns`, typeof text, 'string', TEXT);
        const { value } = runTypescript(`export const value = ${text};`);
        expectValue(`zeroOf('${type}'), run as a program`, value, zero, cause);
      }
    }),
  );

  /** Makes an empty message, by what is emitted for it. */
  function makeEmpty(file: FileSchema, name: string): Record<string, unknown> {
    const exported = runTypescript(emitEmpty(messageIn(file, name)));
    return (exported[`empty${name}`] as () => Record<string, unknown>)();
  }

  test('a plain field is its zero', () => {
    const empty = makeEmpty(parse(TYPES), 'Plain');
    const cause = 'A plain field (implicit) that is absent reads as the zero of its type.';
    for (const [name, value] of Object.entries({
      dishName: '""',
      photo: '0 bytes',
      hot: 'false',
      weight: '0',
      price: '0',
      code: '0',
      calories: '0n',
      orderId: '0n',
      tip: '0n',
      course: '0',
    })) {
      expectValue(`Plain.${name}`, empty[name], value, cause);
    }
  });

  test('lists and maps are empty', () => {
    const empty = makeEmpty(parse(TYPES), 'Other');
    const list = 'A repeated field is an array, and an empty one when there is nothing in it.';
    const map = 'A map is a Map, and an empty one when there is nothing in it: new Map().';
    for (const name of ['dishes', 'ids', 'courses'])
      expectValue(`Other.${name}`, empty[name], '[]', list);
    for (const name of ['prices', 'byId', 'photos'])
      expectValue(`Other.${name}`, empty[name], 'a Map of 0', map);
  });

  test('what may be absent is undefined, and a property all the same', () => {
    const other = makeEmpty(parse(TYPES), 'Other');
    const absent =
      'A message, and a field with `optional`, can be told from zero: absent is undefined.';
    for (const name of ['dish', 'tipCents', 'note']) {
      expectValue(`Other.${name}`, other[name], 'undefined', absent);
      expectSame(
        `${name} in emptyOther()`,
        name in other,
        true,
        'Each property is there from the beginning, with undefined in it: so all messages of a type have the same shape, and engines are faster with them.',
      );
    }
  });

  test('a oneof is one property, and undefined', () => {
    const order = makeEmpty(parse(PLACE), 'Order');
    const cause =
      'While none of a oneof’s members is set, the property that they share is undefined, whatever types they have.';
    expectValue('Order.place', order.place, 'undefined', cause);
    expectValue('Order.how', order.how, 'undefined', cause);
    expectSame(
      'the properties of emptyOrder()',
      Object.keys(order),
      ['dishes', 'place', 'paid', 'how', 'what'],
      cause,
    );
  });

  test('two empty messages share nothing', () => {
    const { emptyOther } = runTypescript(emitEmpty(messageIn(parse(TYPES), 'Other')));
    const [a, b] = [emptyOther, emptyOther].map((make) => (make as () => { ids: unknown })());
    expectSame(
      'their lists are the same object',
      a?.ids === b?.ids,
      false,
      'Each message needs a list of its own.',
    );
  });
});

task(2, () => {
  const file = parse(TYPES);
  const PLAIN = 'The type of one value is what typeOf(field) returns.';
  const MAP =
    'A map is a Map<K, V>. V is typeOf(field), K the type of the keys: typeOf(keyField(field)). Keys may be numbers too, so an object would not do.';
  const NAMES =
    'A property has the name that TypeScript likes, field.name (orderId); field.protoName (order_id) is the one in the file.';

  /** What is wrong with a property of which the compiler cannot even read the type. */
  function whyBroken({ message }: Error): string | undefined {
    if (message.includes('index signature')) return MAP;
    if (message.includes(';;')) {
      return 'emitInterface puts the semicolon behind what emitProperty returns: return only the property.';
    }
    return message.includes("reading 'endsWith'")
      ? 'keyField(field) is there for maps only: other fields have no keys.'
      : 'Each property is `name: type`, and typeOf(field) is the name of the type.';
  }

  test('a plain field is always there', () =>
    likely(whyBroken, () => {
      const cause =
        'A plain field cannot be absent: it reads as zero. With a question mark every program would have to ask for undefined first.';
      expectTypes(interfacesOf(file), [
        [
          'Plain.weight may be left out',
          `{} extends Pick<Plain, 'weight'> ? true : false`,
          'false',
          cause,
        ],
        [
          'Other.ids may be left out',
          `{} extends Pick<Other, 'ids'> ? true : false`,
          'false',
          cause,
        ],
      ]);
    }));

  test('plain fields', () => {
    expectTypes(interfacesOf(file), [
      ['Plain.dishName', `Plain['dishName']`, 'string', NAMES],
      ['Plain.photo', `Plain['photo']`, 'Uint8Array', PLAIN],
      ['Plain.hot', `Plain['hot']`, 'boolean', PLAIN],
      ['Plain.weight', `Plain['weight']`, 'number', PLAIN],
      ['Plain.orderId', `Plain['orderId']`, 'bigint', NAMES],
      [
        'Plain.course',
        `Plain['course']`,
        'Course',
        'An enum’s type has the enum’s name, Course: that is what typeOf(field) returns.',
      ],
    ]);
  });

  test('what may be absent has a question mark', () => {
    const cause =
      'A message, and a field with `optional`, may be absent: name?: T. Then { } is such a message too.';
    expectTypes(interfacesOf(file), [
      ['Other.dish', `Other['dish']`, 'Dish | undefined', cause],
      ['Other.tipCents', `Other['tipCents']`, 'number | undefined', cause],
      [
        'Other.tipCents may be left out',
        `{} extends Pick<Other, 'tipCents'> ? true : false`,
        'true',
        cause,
      ],
    ]);
  });

  test('a program may set it', () =>
    likely(
      'Whoever reads a message sets its properties one by one, and so may a program: none is readonly.',
      () =>
        expectTypes(
          `${interfacesOf(file)}
          export function copy(from: Other & Plain, to: Other & Plain): void {
            to.dishName = from.dishName;
            to.tipCents = from.tipCents;
            to.ids = from.ids;
            to.prices = from.prices;
          }`,
          [],
        ),
    ));

  test('repeated is an array', () => {
    const cause = 'A repeated field is an array of values: T[].';
    expectTypes(interfacesOf(file), [
      ['Other.dishes', `Other['dishes']`, 'Dish[]', cause],
      ['Other.ids', `Other['ids']`, 'bigint[]', cause],
      ['Other.courses', `Other['courses']`, 'Course[]', cause],
      ['Other.pictures', `Other['pictures']`, 'Uint8Array[]', cause],
    ]);
  });

  test('a map is a Map', () => {
    expectTypes(interfacesOf(file), [
      ['Other.prices', `Other['prices']`, 'Map<string, number>', MAP],
      ['Other.byId', `Other['byId']`, 'Map<bigint, Dish>', MAP],
      ['Other.photos', `Other['photos']`, 'Map<boolean, Uint8Array>', MAP],
      ['Other.courseOf', `Other['courseOf']`, 'Map<string, Course>', MAP],
    ]);
  });

  test('the file’s comments are the editor’s', () => {
    const { commentOf } = checkTypescript(interfacesOf(file), GIVEN, []);
    expectSame(
      'the comment of Plain.dishName',
      commentOf('Plain', 'dishName'),
      'As it is on the menu.',
      'emitInterface puts the comment in front of what emitProperty returns: return only the property.',
    );
  });

  test('generated, compiled, and run', () => {
    const exported = runTypescript(generate(file), MODULES);
    const Other = exported.Other as MessageType<Record<string, unknown>>;
    const written = Other.encode({
      ...Other.create(),
      dishes: [{ name: 'soup' }],
      byId: new Map([[7n, { name: 'stew' }]]),
      tipCents: 0,
    });
    const read = Other.decode(written);
    expectValue(
      'Other.tipCents, written as 0 and read',
      read.tipCents,
      '0',
      'A field with `optional` keeps its zero.',
    );
    expectValue('Other.dishes', read.dishes, '[{"name":"soup"}]', 'What is written is read again.');
    expectValue(
      'Other.byId',
      (read.byId as Map<bigint, unknown>).get(7n),
      '{"name":"stew"}',
      'What is written is read again.',
    );
  });
});

task(3, () => {
  const file = parse(PLACE);
  const UNION =
    "A oneof is a union with an object for each member: { case: 'table'; value: number } | { case: 'address'; value: string }.";

  test('one object for each member', () =>
    likely(UNION, () =>
      expectTypes(interfacesOf(file), [
        [
          'Order.how',
          `Exclude<Order['how'], undefined>`,
          `{ case: 'cash'; value: boolean } | { case: 'card'; value: string }`,
          UNION,
        ],
        [
          'Order.place',
          `Exclude<Order['place'], undefined>`,
          `{ case: 'table'; value: number } | { case: 'address'; value: string }
            | { case: 'onDish'; value: Dish } | { case: 'guestId'; value: bigint }`,
          UNION,
        ],
        [
          'Order.what',
          `Exclude<Order['what'], undefined>`,
          `{ case: 'course'; value: Course } | { case: 'picture'; value: Uint8Array }`,
          UNION,
        ],
      ]),
    ));

  test('it may be absent', () => {
    const cause = 'None of the members has to be set: the property has a question mark.';
    expectTypes(interfacesOf(file), [
      [
        'Order.place may be left out',
        `{} extends Pick<Order, 'place'> ? true : false`,
        'true',
        cause,
      ],
    ]);
  });

  test('who has looked at case knows the type of value', () => {
    const program = `${interfacesOf(file)}
      export function where(order: Order): string {
        const { place } = order;
        if (place?.case === 'table') return place.value.toFixed(0);
        if (place?.case === 'onDish') return place.value.name;
        return place?.case === 'address' ? place.value : '';
      }`;
    return likely(
      'The compiler can tell the members apart only if `case` has a literal type in each, and each has a `value` of its own type.',
      () => expectTypes(program, []),
    );
  });

  test('a program may set it', () =>
    likely('Whoever reads a message sets the property of a oneof: it is not readonly.', () =>
      expectTypes(
        `${interfacesOf(file)}
        export function seat(order: Order): void {
          order.place = { case: 'table', value: 4 };
        }`,
        [],
      ),
    ));

  test('the file’s comment of a member stays', () =>
    expectSame(
      'there is “By its number.” in the interface',
      emitInterface(messageIn(file, 'Order')).includes('By its number.'),
      true,
      'comment(field) in front of each member: it says what the member is for.',
    ));

  test('what is beside it keeps its type', () => {
    expectTypes(interfacesOf(file), [
      ['Order.paid', `Order['paid']`, 'boolean', 'The property of a oneof ends with a semicolon.'],
      [
        'the properties of Order',
        `Exclude<keyof Order, '$unknown'>`,
        `'dishes' | 'place' | 'paid' | 'how' | 'what'`,
        'The members of a oneof are not properties of their own, only cases of the one that they share.',
      ],
    ]);
  });

  test('generated, compiled, and run', () => {
    const { Order } = runTypescript(generate(file), MODULES) as {
      Order: MessageType<Record<string, unknown>>;
    };
    const place = { case: 'table', value: 4 };
    const written = Order.encode({ ...Order.create(), place });
    expect(written).toEqualBytes(fromHex('10 04'), {
      dissector: createProtobufDissector({ type: messageIn(file, 'Order') }),
      mistakes: [],
    });
    expectSame('Order.place, written and read', Order.decode(written).place, place, UNION);
  });
});

task(4, () => {
  const file = parse(SERVICE);
  const service = file.services[0]!;

  /** The definition, run together with its messages, which do not need the service’s other parts. */
  function load() {
    const text = `${generate({ ...file, services: [] })}\n${emitDefinition(service)}`;
    const exported = runTypescript(text, MODULES);
    return exported as { TillServiceDefinition: ServiceDefinition };
  }
  const methodsNow = () => load().TillServiceDefinition.methods;

  /** What is wrong with a definition that cannot even be loaded. */
  function whyBroken({ message }: Error): string | undefined {
    if (message.includes('bytes is not defined')) {
      return 'decodeRequest is a function, to be called when bytes are there: (bytes: Uint8Array) => Order.decode(bytes).';
    }
    if (/regular expression|Cannot find name 'till'/i.test(message)) {
      return 'The path is a text: it needs quotation marks in what you emit.';
    }
    return message.includes("',' expected")
      ? 'Each property of the method, and the method itself, ends with a comma.'
      : undefined;
  }

  test('it can be loaded', () => likely(whyBroken, methodsNow));

  test('a method by the name that programs use', () => {
    const names = Object.keys(methodsNow());
    const wanted = ['placeOrder', 'getReceipt', 'pay', 'watchOrders', 'payAll', 'talk'];
    expectSame(
      'the methods',
      names,
      wanted,
      'The property has the name by which a program calls the method, method.name: sayHello. method.protoName, SayHello, is the one for the wire.',
    );
  });

  test('the path as it goes on the wire', () => {
    const { placeOrder, watchOrders } = methodsNow();
    const cause =
      'The path is /package.Service/Method, and case matters: service.name, which has the package in front, and method.protoName, as the file spells it.';
    expectSame('the path of placeOrder', placeOrder?.path, '/till.TillService/PlaceOrder', cause);
    expectSame(
      'the path of watchOrders',
      watchOrders?.path,
      '/till.TillService/WatchOrders',
      cause,
    );
  });

  test.each([
    ['a package of three parts', 'package a.till.v1;', '/a.till.v1.list/getList'],
    ['no package', '', '/list/getList'],
  ])('a path with %s, and small letters', (_, declared, path) => {
    const text = `syntax = "proto3"; ${declared}
      message Order {} service list { rpc getList(Order) returns (Order); }`;
    const other = parseProto(['other.proto'], () => text).get('other.proto')!;
    const emitted = `${generate({ ...other, services: [] })}\n${emitDefinition(other.services[0]!)}`;
    const { listDefinition } = runTypescript(emitted, MODULES) as {
      listDefinition: ServiceDefinition;
    };
    expectSame(
      'the path of getList',
      Object.values(listDefinition.methods)[0]?.path,
      path,
      'Each service has its own name, package and all, and a method may be written in small letters: service.name and method.protoName as they are, anew for each method.',
    );
  });

  test('messages that stand in another message', () => {
    const nested = parse(NESTED);
    const emitted = `${generate({ ...nested, services: [] })}\n${emitDefinition(nested.services[0]!)}`;
    return likely(
      (error) => (error.message.includes('is not defined') ? NESTED_NAMES : whyBroken(error)),
      () => void runTypescript(emitted, MODULES),
    );
  });

  test('which side streams', () => {
    const methods = methodsNow();
    const streams = (name: string) => [methods[name]?.requestStream, methods[name]?.responseStream];
    const cause =
      'requestStream says that the client sends a stream, responseStream that the server does. Both are booleans, true or false, and never left out.';
    expectSame(
      'placeOrder: requestStream, responseStream',
      streams('placeOrder'),
      [false, false],
      cause,
    );
    expectSame(
      'watchOrders: requestStream, responseStream',
      streams('watchOrders'),
      [false, true],
      cause,
    );
    expectSame('payAll: requestStream, responseStream', streams('payAll'), [true, false], cause);
    expectSame('talk: requestStream, responseStream', streams('talk'), [true, true], cause);
  });

  test('what may be tried twice', () => {
    const methods = methodsNow();
    const promised =
      'The file’s option is in method.options.idempotency_level; IDEMPOTENT and NO_SIDE_EFFECTS are passed on as a text.';
    expectSame('pay: idempotency', methods.pay?.idempotency, 'IDEMPOTENT', promised);
    expectSame(
      'getReceipt: idempotency',
      methods.getReceipt?.idempotency,
      'NO_SIDE_EFFECTS',
      promised,
    );
    const silent =
      'If the file promises nothing (no option, or IDEMPOTENCY_UNKNOWN) there is no such property: whoever retries asks for it, and a text "undefined" is as true as any.';
    for (const name of ['placeOrder', 'talk']) {
      expectSame(`'idempotency' in ${name}`, 'idempotency' in (methods[name] ?? {}), false, silent);
    }
  });

  test('packs and unpacks both messages', () => {
    const { placeOrder } = methodsNow();
    const order = { dishes: ['soup'] };
    const receipt = { orderId: 7n, totalCents: 450 };
    const [orderType, receiptType] = ['Order', 'Receipt'].map((name) => messageIn(file, name));
    const cause =
      'A request is packed and unpacked by method.request’s type, a response by method.response’s.';
    return likely(cause, () => {
      expect(placeOrder!.encodeRequest(order)).toEqualBytes(encodeMessage(orderType!, order), {
        dissector: createProtobufDissector({ type: orderType! }),
        mistakes: [],
      });
      expect(placeOrder!.encodeResponse(receipt)).toEqualBytes(
        encodeMessage(receiptType!, receipt),
        {
          dissector: createProtobufDissector({ type: receiptType! }),
          mistakes: [],
        },
      );
      const read = placeOrder!.decodeRequest(encodeMessage(orderType!, order));
      expectSame('the request, read', read, order, cause);
      const reply = placeOrder!.decodeResponse(encodeMessage(receiptType!, receipt));
      expectValue('the response’s orderId, read', (reply as typeof receipt).orderId, '7n', cause);
    });
  });

  test('the types of what is packed and unpacked', () => {
    const types = ['Order', 'Receipt'].map(
      (name) => `declare const ${name}: {
        encode(message: ${name}): Uint8Array;
        decode(bytes: Uint8Array, limits?: { depth?: number }): ${name};
      };`,
    );
    const given = `declare const file: { name: string };
      interface ServiceDefinition { name: string; file: object; methods: { [name: string]: object } }`;
    const code = [interfacesOf(file), ...types, given, emitDefinition(service)].join('\n');
    const cause =
      'Order.encode and (bytes: Uint8Array) => Order.decode(bytes) have the right types by themselves. With `any` the compiler would let a client send what it likes; and a method takes no limits.';
    const rows = service.methods.flatMap(({ name, request, response }) =>
      [
        ['Request', request.typeName],
        ['Response', response.typeName],
      ].flatMap(([part, type]): [string, string, string, string][] => {
        const method = `(typeof TillServiceDefinition.methods.${name})`;
        const [pack, unpack] = [`${method}['encode${part}']`, `${method}['decode${part}']`];
        return [
          [
            `what encode${part} of ${name} takes`,
            `Parameters<${pack}>`,
            `[message: ${type}]`,
            cause,
          ],
          [`what encode${part} of ${name} gives`, `ReturnType<${pack}>`, 'Uint8Array', cause],
          [
            `what decode${part} of ${name} takes`,
            `Parameters<${unpack}>`,
            '[bytes: Uint8Array]',
            cause,
          ],
          [`what decode${part} of ${name} gives`, `ReturnType<${unpack}>`, `${type}`, cause],
        ];
      }),
    );
    return likely(whyBroken, () => expectTypes(code, rows));
  });

  test('the file’s comment of a method stays', () =>
    expectSame(
      'there is “Takes money.” in the definition',
      emitDefinition(service).includes('Takes money.'),
      true,
      'comment(method) in front of the method, as in the types of both ends.',
    ));

  test('called for real, over the connection of lesson 2', async () => {
    const types = (name: string) => messageIn(file, name);
    // The server knows nothing of what was generated: paths and bytes are all that they share.
    const asked: unknown[] = [];
    const procedures = {
      '/till.TillService/PlaceOrder'(hex: string) {
        asked.push(decodeMessage(types('Order'), fromHex(hex)));
        return toHex(
          encodeMessage(types('Receipt'), { orderId: 2n ** 53n + 1n, totalCents: 9 }),
          '',
        );
      },
    };
    const [near, far] = createPipe();
    serve(far, createDispatcher(procedures), { framing: lengthFraming });
    const client = createClient(near, { framing: lengthFraming });
    const stub = stubOf(load().TillServiceDefinition, client);
    const cause =
      'A stub made of the definition has to reach the server by path, with bytes that it understands.';
    await likely(cause, async () => {
      const receipt = (await stub.placeOrder!({ dishes: ['soup', 'stew'] })) as { orderId: bigint };
      expectSame('the order that the server got', asked[0], { dishes: ['soup', 'stew'] }, cause);
      expectValue('the receipt’s orderId', receipt.orderId, '9007199254740993n', cause);
    });
    client.close();
  });
});

task(5, () => {
  const file = parse(SERVICE);
  const service = file.services[0]!;
  const code = () => [interfacesOf(file), emitClient(service), emitServer(service)].join('\n');
  const stub = (name: string) => `TillServiceClient<Call>['${name}']`;
  const skeleton = (name: string) => `TillServiceServer<Call>['${name}']`;
  const takes = (method: string) => `Parameters<${method}>`;
  const gives = (method: string) => `ReturnType<${method}>`;

  const KINDS = [
    ['placeOrder', 'Order', 'Receipt', false, false],
    ['watchOrders', 'Order', 'Receipt', false, true],
    ['payAll', 'Receipt', 'Order', true, false],
    ['talk', 'Order', 'Receipt', true, true],
  ] as const;

  const OPTIONS =
    'After the request comes a parameter for the call itself: options?: Options in the stub, where it may be left out, context: Context in the skeleton.';
  const INCOMING =
    'A stream that one end reads is an AsyncIterable<T>: the client’s responses, the server’s requests.';
  const OUTGOING =
    'A stream that one end writes is a Source<T>, so that an array will do: the client’s requests, the server’s responses.';

  test('methods by the name that programs use', () => {
    const cause =
      'A program calls method.name (placeOrder); method.protoName is the one for the wire.';
    const names = service.methods.map(({ name }) => `'${name}'`).join(' | ');
    expectTypes(code(), [
      ['the methods of the stub', 'Exclude<keyof TillServiceClient<Call>, never>', names, cause],
      [
        'the methods of the skeleton',
        'Exclude<keyof TillServiceServer<Call>, never>',
        names,
        cause,
      ],
    ]);
  });

  test.each(KINDS)('the stub’s %s', (name, request, response, up, down) => {
    const taken = up ? `Source<${request}>` : request;
    const given = down ? `AsyncIterable<${response}>` : `Promise<${response}>`;
    expectTypes(code(), [
      [
        `what ${name} takes first`,
        `${takes(stub(name))}[0]`,
        taken,
        up ? OUTGOING : 'A stub takes the request.',
      ],
      [`what ${name} takes`, takes(stub(name)), `[request: ${taken}, options?: Call]`, OPTIONS],
      [
        `what ${name} gives`,
        gives(stub(name)),
        given,
        down ? INCOMING : 'The response comes later: a promise of it.',
      ],
    ]);
  });

  test.each(KINDS)('the skeleton’s %s', (name, request, response, up, down) => {
    const taken = up ? `AsyncIterable<${request}>` : request;
    const given = down ? `Source<${response}>` : `Promise<${response}> | ${response}`;
    expectTypes(code(), [
      [
        `what ${name} takes first`,
        `${takes(skeleton(name))}[0]`,
        taken,
        up ? INCOMING : 'A server’s function takes the request.',
      ],
      [`what ${name} takes`, takes(skeleton(name)), `[request: ${taken}, context: Call]`, OPTIONS],
      [
        `what ${name} gives`,
        gives(skeleton(name)),
        given,
        down
          ? OUTGOING
          : 'A server may have the response at once, or promise it: both types, with |.',
      ],
    ]);
  });

  test('messages that stand in another message', () => {
    const nested = parse(NESTED);
    const only = nested.services[0]!;
    return likely(NESTED_NAMES, () =>
      expectTypes([interfacesOf(nested), emitClient(only), emitServer(only)].join('\n'), []),
    );
  });

  test('the file’s comments are the editor’s', () => {
    const { commentOf } = checkTypescript(code(), GIVEN, []);
    const cause =
      'comment(method) in front of the method: editors show it where the stub is called.';
    expectSame(
      'the comment of the stub’s placeOrder',
      commentOf('TillServiceClient', 'placeOrder'),
      'Takes money.',
      cause,
    );
    expectSame(
      'the comment of the skeleton’s',
      commentOf('TillServiceServer', 'placeOrder'),
      'Takes money.',
      cause,
    );
    for (const end of ['Client', 'Server']) {
      expectSame(
        `the comment of payAll in TillService${end}`,
        commentOf(`TillService${end}`, 'payAll'),
        'One after the other.',
        cause,
      );
    }
  });

  test('the whole file: generated, compiled, and both ends of a call', async () => {
    const exported = runTypescript(generate(file), MODULES);
    const definition = exported.TillServiceDefinition as ServiceDefinition;
    const till = {
      placeOrder: ({ dishes }: { dishes: string[] }) => ({
        orderId: 1n,
        totalCents: 450 * dishes.length,
      }),
    };
    const [near, far] = createPipe();
    serve(far, createDispatcher(createSkeleton(definition, till)), { framing: lengthFraming });
    const client = createClient(near, { framing: lengthFraming });
    const receipt = await stubOf(definition, client).placeOrder!({ dishes: ['soup', 'cake'] });
    expectValue(
      'the receipt’s totalCents',
      (receipt as { totalCents: number }).totalCents,
      '900',
      'Both ends are made of what you emitted.',
    );
    client.close();
  });
});
