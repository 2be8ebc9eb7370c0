import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { generateFiles, listProtos } from '#protobuf/compiler/generate-files';
import {
  type Order,
  type OrderManagementClient,
  OrderManagementDefinition,
  type OrderManagementServer,
} from '#protobuf/generated/ecommerce';
import type { StringValue } from '#protobuf/generated/google/protobuf/wrappers';
import { GreeterDefinition, type HelloReply, type HelloRequest } from '#protobuf/generated/hello';
import type { DeepPartial } from '#protobuf/message';
import type { ClientStub, ServerImplementation, Source } from '#protobuf/schema/service-definition';
import { KindsDefinition } from './generated/everything.ts';

const root = join(import.meta.dirname, '../..');

describe('generated files', () => {
  const interop = 'test/judges/interop';
  it.each([
    ['proto', 'src/protobuf/generated', listProtos(join(root, 'proto'))],
    ['test/protobuf', 'test/protobuf/generated', ['everything.proto']],
    // What it imports from proto/ is there already, and is not generated twice.
    [`${interop}/proto`, `${interop}/generated`, listProtos(join(root, interop, 'proto'))],
  ])(
    'from %s are what the generator makes of it today',
    (from, to, paths) => {
      const directories = [join(root, from), join(root, 'proto')];
      const made = '#protobuf/generated';
      const fresh = generateFiles(paths, directories, undefined, made);
      const committed = readdirSync(join(root, to), { recursive: true, encoding: 'utf8' })
        .map((path) => path.replaceAll('\\', '/'))
        .filter((path) => path.endsWith('.ts'));
      expect(committed.sort()).toEqual([...fresh.keys()].sort());
      for (const [path, text] of fresh) {
        expect(readFileSync(join(root, to, path), 'utf8'), `${path}: npm run generate`).toBe(text);
      }
    },
    60_000,
  );

  it('need protobufjs no more', () => {
    const importers = readdirSync(join(root, 'src/protobuf'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.startsWith('compiler'))
      .filter((path) =>
        /from '(protobufjs|#protobuf\/compiler|\.\.?\/compiler|node:)/.test(
          readFileSync(join(root, 'src/protobuf', path), 'utf8'),
        ),
      );
    expect(importers).toEqual([]);
  });
});

describe('a service definition', () => {
  it('has the paths that go on the wire', () => {
    expect(GreeterDefinition.name).toBe('hello.Greeter');
    expect(GreeterDefinition.methods.sayHello.path).toBe('/hello.Greeter/SayHello');
  });

  it('says which side streams', () => {
    const kinds = Object.entries(KindsDefinition.methods).map(
      ([name, { requestStream, responseStream }]) => [name, requestStream, responseStream],
    );
    expect(kinds).toEqual([
      ['unary', false, false],
      ['serverStream', false, true],
      ['clientStream', true, false],
      ['bidi', true, true],
    ]);
  });

  it('writes and reads both messages', () => {
    const { encodeRequest, decodeRequest, encodeResponse, decodeResponse } =
      GreeterDefinition.methods.sayHello;
    expect(decodeRequest(encodeRequest({ name: 'Ann' }))).toEqual({ name: 'Ann' });
    expect(decodeResponse(encodeResponse({ message: 'Hi' }))).toEqual({ message: 'Hi' });
  });

  it('says what may be tried twice', () => {
    const { getOrder, addOrder } = OrderManagementDefinition.methods;
    expect(getOrder.idempotency).toBe('NO_SIDE_EFFECTS');
    expect('idempotency' in addOrder).toBe(false);
  });

  it('gives the types of stub and skeleton', () => {
    interface Options {
      timeout: number;
    }
    interface Context {
      peer: string;
    }
    type Stub = ClientStub<typeof OrderManagementDefinition, Options>;
    type Skeleton = ServerImplementation<typeof OrderManagementDefinition, Context>;
    expectTypeOf<Stub['addOrder']>().toEqualTypeOf<
      (request: DeepPartial<Order>, options?: Options) => Promise<StringValue>
    >();
    expectTypeOf<Stub['searchOrders']>().returns.toEqualTypeOf<AsyncIterable<Order>>();
    expectTypeOf<Stub['updateOrders']>().parameter(0).toEqualTypeOf<Source<DeepPartial<Order>>>();
    expectTypeOf<Skeleton['updateOrders']>().parameter(0).toEqualTypeOf<AsyncIterable<Order>>();
    expectTypeOf<Skeleton['searchOrders']>().parameter(1).toEqualTypeOf<Context>();
    expectTypeOf<Skeleton['searchOrders']>().returns.toEqualTypeOf<Source<DeepPartial<Order>>>();
    // A stub is what the generator prints, and takes more: messages of which parts are left out.
    // What fills in the printed skeleton can be registered; and one can register less.
    expectTypeOf<Stub>().toExtend<OrderManagementClient<Options>>();
    expectTypeOf<OrderManagementServer<Context>>().toExtend<Skeleton>();
    type Greeter = ServerImplementation<typeof GreeterDefinition>;
    expectTypeOf<Greeter['sayHello']>().toEqualTypeOf<
      (
        request: HelloRequest,
        context: unknown,
      ) => Promise<DeepPartial<HelloReply>> | DeepPartial<HelloReply>
    >();
  });
});
