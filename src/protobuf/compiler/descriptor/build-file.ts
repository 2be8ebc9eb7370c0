/**
 * A file as the message that other tools understand, `google.protobuf.FileDescriptorProto`: for
 * server reflection, and to hand a schema to somebody else's library. It is the one that protoc
 * makes, in the order in which protoc makes it.
 *
 * Source: descriptor.proto; for what it leaves open, protoc.
 */

import { optionsOf, packageOf } from '#protobuf/compiler/link/walk';
import type { FileNode, MethodNode, ServiceNode } from '#protobuf/compiler/parse/syntax';
import {
  FileDescriptorProto,
  FileOptions,
  MethodDescriptorProto,
  MethodOptions,
  ServiceDescriptorProto,
  ServiceOptions,
} from '#protobuf/generated/google/protobuf/descriptor';
import { buildEnum } from './build-enum.ts';
import { buildExtensions } from './build-field.ts';
import { buildMessage } from './build-message.ts';
import type { Context } from './context.ts';

/** @throws ProtoError for an option that does not exist, or does not have such a value. */
export function buildFile(file: FileNode, context: Context): FileDescriptorProto {
  const scope = packageOf(file);
  const indexesOf = (kind: 'public' | 'weak') =>
    file.imports.flatMap((node, i) => (node.kind === kind ? [i] : []));
  return FileDescriptorProto.create({
    name: file.path,
    package: scope === '' ? undefined : scope,
    dependency: file.imports.map(({ path }) => path),
    publicDependency: indexesOf('public'),
    weakDependency: indexesOf('weak'),
    messageType: file.members
      .filter((member) => member.node === 'message')
      .map((message) => buildMessage(message, scope, context)),
    enumType: file.members
      .filter((member) => member.node === 'enum')
      .map((node) => buildEnum(node, scope, context)),
    service: file.members
      .filter((member) => member.node === 'service')
      .map((service) => buildService(service, scope, context)),
    extension: buildExtensions(file.members, scope, context),
    options: context.options(optionsOf(file), FileOptions, scope),
    syntax: 'proto3',
  });
}

function buildService(
  service: ServiceNode,
  scope: string,
  context: Context,
): ServiceDescriptorProto {
  return ServiceDescriptorProto.create({
    name: service.name.text,
    method: service.methods.map((method) => buildMethod(method, scope, context)),
    options: context.options(service.options, ServiceOptions, scope),
  });
}

function buildMethod(method: MethodNode, scope: string, context: Context): MethodDescriptorProto {
  return MethodDescriptorProto.create({
    name: method.name.text,
    inputType: context.typeName(method.request),
    outputType: context.typeName(method.response),
    clientStreaming: method.requestStream ? true : undefined,
    serverStreaming: method.responseStream ? true : undefined,
    // An empty body becomes empty options, in protoc's descriptors and so in these.
    options:
      context.options(method.options, MethodOptions, scope) ??
      (method.hasBody ? MethodOptions.create() : undefined),
  });
}
