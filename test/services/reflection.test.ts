import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Channel } from '#channel/channel';
import { createClient } from '#grpc/client';
import type { Server } from '#grpc/server';
import { Status } from '#grpc/status';
import { toFileDescriptor } from '#protobuf/compiler/file-descriptor';
import { parseProto } from '#protobuf/compiler/parse';
import { FileDescriptorProto } from '#protobuf/generated/google/protobuf/descriptor';
import {
  ServerReflectionDefinition,
  type ServerReflectionRequest,
} from '#protobuf/generated/grpc/reflection/v1/reflection';
import { addReflection } from '#services/reflection';
import { collect, startServer } from '../grpc/orders.ts';

let server: Server;
let channel: Channel;

beforeAll(async () => {
  const paths = ['hello.proto', 'ecommerce.proto', 'grpc/health/v1/health.proto'];
  const schemas = parseProto(paths, (path) => readFileSync(`proto/${path}`, 'utf8'));
  const started = await startServer();
  server = started.server;
  addReflection(server, [...schemas.values()].map(toFileDescriptor));
  channel = new Channel(started.target);
});

afterAll(async () => {
  await channel.close(0);
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
        { name: 'hello.Greeter' },
      ],
    },
  ]);
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
