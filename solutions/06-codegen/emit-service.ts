// Derived from src/protobuf/compiler/emit/service.ts by npm run skeletons: change it there.
import { comment } from '#protobuf/compiler/emit/file';
import type { MethodSchema, ServiceSchema } from '#protobuf/compiler/schema';

/**
 * A service's part of a generated file: the definition that both ends need while they run, and for
 * each end a type.
 *
 *     export const GreeterDefinition = { name: 'hello.Greeter', file, methods: { sayHello: { … } } };
 *     export interface GreeterClient { sayHello(request: HelloRequest, …): Promise<HelloReply>; }
 *     export interface GreeterServer { sayHello(request: HelloRequest, …): … }
 *
 * A method has two names: `name` is how a program calls it (`sayHello`), `protoName` how the .proto
 * file spells it (`SayHello`). `request` and `response` are messages; `typeName` is their name here.
 */
export function emitDefinition(service: ServiceSchema): string {
  const methods = service.methods.map((method) => emitMethod(service, method));
  return `${comment(service)}export const ${service.typeName}Definition = {
name: '${service.name}',
file,
methods: {
${methods.join('\n')}
},
} as const satisfies ServiceDefinition;`;
}

/** A method as a property of `methods`, with its comment and a comma at the end. */
function emitMethod(service: ServiceSchema, method: MethodSchema): string {
  const { idempotency_level: level } = method.options;
  const isPromised = level === 'IDEMPOTENT' || level === 'NO_SIDE_EFFECTS';
  const request = method.request.typeName;
  const response = method.response.typeName;
  return `${comment(method)}${method.name}: {
path: '/${service.name}/${method.protoName}',
requestStream: ${method.requestStream},
responseStream: ${method.responseStream},
${isPromised ? `idempotency: '${level}',\n` : ''}encodeRequest: ${request}.encode,
decodeRequest: (bytes: Uint8Array) => ${request}.decode(bytes),
encodeResponse: ${response}.encode,
decodeResponse: (bytes: Uint8Array) => ${response}.decode(bytes),
},`;
}

/** The stub's type: what a client calls. */
export function emitClient(service: ServiceSchema): string {
  return `/** A client's stub of \`${service.name}\`. \`Options\` are those of a call: deadline, metadata, … */
export interface ${service.typeName}Client<Options = unknown> {
${service.methods.map(emitClientMethod).join('\n')}
}`;
}

/** A method of the stub, with its comment: `placeOrder(request: Order, options?: Options): …;` */
function emitClientMethod(method: MethodSchema): string {
  const request = method.request.typeName;
  const response = method.response.typeName;
  const taken = method.requestStream ? `requests: Source<${request}>` : `request: ${request}`;
  const given = method.responseStream ? `AsyncIterable<${response}>` : `Promise<${response}>`;
  return `${comment(method)}${method.name}(${taken}, options?: Options): ${given};`;
}

/** The skeleton's type: what a server has to fill in. */
export function emitServer(service: ServiceSchema): string {
  return `/** A server's skeleton of \`${service.name}\`, to be filled in. \`Context\` tells of the call. */
export interface ${service.typeName}Server<Context = unknown> {
${service.methods.map(emitServerMethod).join('\n')}
}`;
}

/** A method of the skeleton, with its comment: `placeOrder(request: Order, context: Context): …;` */
function emitServerMethod(method: MethodSchema): string {
  const request = method.request.typeName;
  const response = method.response.typeName;
  const taken = method.requestStream
    ? `requests: AsyncIterable<${request}>`
    : `request: ${request}`;
  const given = method.responseStream
    ? `Source<${response}>`
    : `Promise<${response}> | ${response}`;
  return `${comment(method)}${method.name}(${taken}, context: Context): ${given};`;
}
