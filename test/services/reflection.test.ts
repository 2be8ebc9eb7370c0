import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Channel } from '#channel/channel';
import { createClient } from '#grpc/client/client';
import { Server } from '#grpc/server/server';
import { Status } from '#grpc/status';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { FileDescriptorProto } from '#protobuf/generated/google/protobuf/descriptor';
import { HealthDefinition } from '#protobuf/generated/grpc/health/v1/health';
import {
  ServerReflectionDefinition,
  type ServerReflectionRequest,
} from '#protobuf/generated/grpc/reflection/v1/reflection';
import { ServerReflectionDefinition as V1Alpha } from '#protobuf/generated/grpc/reflection/v1alpha/reflection';
import { GreeterDefinition } from '#protobuf/generated/hello';
import { fileDescriptors } from '#protobuf/schema/file-descriptors';
import { addReflection } from '#services/reflection';
import { collect, startServer } from '../grpc/orders.ts';

let server: Server;
let channel: Channel;

beforeAll(async () => {
  const started = await startServer();
  server = started.server;
  addReflection(
    server,
    fileDescriptors(GreeterDefinition, OrderManagementDefinition, HealthDefinition),
  );
  channel = new Channel(started.target);
});

afterAll(async () => {
  await channel.close();
  await server.close();
});

async function ask(...questions: NonNullable<ServerReflectionRequest['messageRequest']>[]) {
  const client = createClient(ServerReflectionDefinition, channel);
  const requests = questions.map((messageRequest) => ({ host: 'h', messageRequest }));
  const responses = await collect(client.serverReflectionInfo(requests, { timeoutMs: 10_000 }));
  return responses.map(({ messageResponse }) => {
    if (messageResponse?.case !== 'fileDescriptorResponse') return messageResponse?.value;
    const files = messageResponse.value.fileDescriptorProto;
    return files.map((bytes) => FileDescriptorProto.decode(bytes).name);
  });
}

it('lists the services, itself too', async () => {
  expect(await ask({ case: 'listServices', value: '*' })).toMatchObject([
    {
      service: [
        { name: 'ecommerce.OrderManagement' },
        { name: 'grpc.reflection.v1.ServerReflection' },
        { name: 'grpc.reflection.v1alpha.ServerReflection' },
        { name: 'hello.Greeter' },
      ],
    },
  ]);
});

it('answers the same under its first name, v1alpha, which older tools know', async () => {
  expect(V1Alpha.methods.serverReflectionInfo.path).toBe(
    '/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo',
  );
  const questions: NonNullable<ServerReflectionRequest['messageRequest']>[] = [
    { case: 'listServices', value: '' },
    { case: 'fileContainingSymbol', value: 'ecommerce.OrderManagement' },
    { case: 'fileByFilename', value: 'no.proto' },
  ];
  const requests = questions.map((messageRequest) => ({ host: 'h', messageRequest }));
  const options = { timeoutMs: 10_000 };
  const [old, now] = await Promise.all([
    collect(createClient(V1Alpha, channel).serverReflectionInfo(requests, options)),
    collect(
      createClient(ServerReflectionDefinition, channel).serverReflectionInfo(requests, options),
    ),
  ]);
  expect(old).toHaveLength(3);
  expect(old).toEqual(now);
});

it('what is asked for is not repeated at length in an error', async () => {
  const [answer] = await ask({ case: 'fileContainingSymbol', value: 'x'.repeat(100_000) });
  expect((answer as { errorMessage: string }).errorMessage.length).toBeLessThan(200);
});

describe('files', () => {
  it.each([
    'ecommerce.OrderManagement',
    'ecommerce.OrderManagement.AddOrder',
    'ecommerce.Order',
    'ecommerce.Order.id',
  ])('for the symbol %s, with what it imports', async (value) => {
    expect(await ask({ case: 'fileContainingSymbol', value })).toEqual([
      ['ecommerce.proto', 'google/protobuf/wrappers.proto'],
    ]);
  });

  it('for nested types and for the values of an enum', async () => {
    const health = [['grpc/health/v1/health.proto']];
    for (const value of [
      'grpc.health.v1.HealthCheckResponse.ServingStatus',
      'grpc.health.v1.HealthCheckResponse.SERVING',
      'grpc.health.v1.HealthListResponse.StatusesEntry',
    ]) {
      expect(await ask({ case: 'fileContainingSymbol', value })).toEqual(health);
    }
  });

  it('by name; on one stream an import is sent once', async () => {
    expect(
      await ask(
        { case: 'fileByFilename', value: 'ecommerce.proto' },
        { case: 'fileByFilename', value: 'ecommerce.proto' },
        { case: 'fileByFilename', value: 'google/protobuf/wrappers.proto' },
      ),
    ).toEqual([
      ['ecommerce.proto', 'google/protobuf/wrappers.proto'],
      ['ecommerce.proto'],
      ['google/protobuf/wrappers.proto'],
    ]);
  });
});

it('what is not there is an answer, and the stream goes on', async () => {
  const answers = await ask(
    { case: 'fileByFilename', value: 'no.proto' },
    { case: 'fileContainingSymbol', value: 'no.Such' },
    {
      case: 'fileContainingExtension',
      value: { containingType: 'ecommerce.Order', extensionNumber: 5 },
    },
    { case: 'allExtensionNumbersOfType', value: 'no.Such' },
    { case: 'allExtensionNumbersOfType', value: 'ecommerce.Order' },
  );
  const notFound = { errorCode: Status.NOT_FOUND };
  expect(answers.slice(0, 4)).toMatchObject([notFound, notFound, notFound, notFound]);
  expect(answers[4]).toMatchObject({ baseTypeName: 'ecommerce.Order', extensionNumber: [] });
});

it('needs no files from services whose generated code carries them, whenever they were added', async () => {
  const other = new Server();
  addReflection(other);
  other.addService(GreeterDefinition, { sayHello: () => ({ message: '' }) });
  other.addService(OrderManagementDefinition, {});
  const { port } = await other.listen({ port: 0 });
  const toOther = new Channel(`ipv4:127.0.0.1:${port}`);
  try {
    const client = createClient(ServerReflectionDefinition, toOther);
    const symbols = ['hello.Greeter', 'ecommerce.Order', 'grpc.reflection.v1.ServerReflection'];
    const requests = symbols.map((value) => ({
      host: '',
      messageRequest: { case: 'fileContainingSymbol' as const, value },
    }));
    const responses = await collect(client.serverReflectionInfo(requests, { timeoutMs: 10_000 }));
    const names = responses.map(({ messageResponse }) => {
      if (messageResponse?.case !== 'fileDescriptorResponse') return messageResponse;
      const files = messageResponse.value.fileDescriptorProto;
      return files.map((bytes) => FileDescriptorProto.decode(bytes).name);
    });
    expect(names).toEqual([
      ['hello.proto'],
      ['ecommerce.proto', 'google/protobuf/wrappers.proto'],
      ['grpc/reflection/v1/reflection.proto'],
    ]);
  } finally {
    await toOther.close();
    await other.close();
  }
});
