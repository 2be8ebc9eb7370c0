import { expect, it } from 'vitest';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { FileDescriptorSet } from '#protobuf/generated/google/protobuf/descriptor';
import { HealthDefinition } from '#protobuf/generated/grpc/health/v1/health';
import { KitchenDefinition } from '#protobuf/generated/kitchen/kitchen';
import { fileDescriptors } from '#protobuf/schema/file-descriptors';
import recorded from './protoc/recorded.json' with { type: 'json' };

const bytes = new Uint8Array(Buffer.from(recorded.proto, 'base64'));
const byProtoc = new Map(FileDescriptorSet.decode(bytes).file.map((file) => [file.name, file]));

it('generated code carries its file and what that imports, as protoc describes them', () => {
  const files = fileDescriptors(KitchenDefinition, OrderManagementDefinition, HealthDefinition);
  expect(files.map(({ name }) => name).sort()).toEqual([
    'ecommerce.proto',
    'google/protobuf/wrappers.proto',
    'grpc/health/v1/health.proto',
    'kitchen/kitchen.proto',
    'kitchen/menu.proto',
  ]);
  for (const file of files) expect(file).toEqual(byProtoc.get(file.name));
});

it('a definition that was made by hand has no file, and says so', () => {
  expect(() => fileDescriptors({ name: 'a.B' })).toThrow(
    'the definition of a.B has no .proto file',
  );
});
