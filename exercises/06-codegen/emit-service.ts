import { notYet } from '#course/exercise/not-yet';
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
  // ── Task 4 ──
  // path: '/package.Service/Method', as it goes on the wire: with the names of the .proto file.
  // requestStream, responseStream: true or false.
  // idempotency: what method.options.idempotency_level says, if it is 'IDEMPOTENT' or
  // 'NO_SIDE_EFFECTS'; otherwise no such property.
  // encodeRequest, decodeRequest, encodeResponse, decodeResponse: for each message type the file
  // has a constant, with Order.encode(message) and Order.decode(bytes, limits?). A method takes no
  // limits: (bytes: Uint8Array) => Order.decode(bytes).
  throw notYet(4);
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
  // ── Task 5 ──
  // One request, or a Source<…> of them (anything that for await can walk over). One response comes
  // later, as a promise; a stream of them is an AsyncIterable<…>.
  throw notYet(5);
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
  // ── Task 5 ──
  // The other way round: a stream of requests is an AsyncIterable<…>, a stream of responses a
  // Source<…>. One response may be there at once or come later: both are allowed.
  throw notYet(5);
}
