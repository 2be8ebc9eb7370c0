/** A service's part of a generated file: its definition, and the types of its two ends. */
import { comment } from './emit.ts';
import type { MethodSchema, ServiceSchema } from './schema.ts';

/** What both ends need to know of the service, as an object: its methods, each with its path. */
export function emitDefinition(service: ServiceSchema): string {
  const methods = service.methods.map((method) => emitMethod(service, method));
  return `${comment(service)}export const ${service.typeName}Definition = {
name: '${service.name}',
methods: {
${methods.join('\n')}
},
} as const satisfies ServiceDefinition;`;
}

function emitMethod(service: ServiceSchema, method: MethodSchema): string {
  const { idempotency_level: level } = method.options;
  const promise = level === 'IDEMPOTENT' || level === 'NO_SIDE_EFFECTS';
  const request = method.request.typeName;
  const response = method.response.typeName;
  return `${comment(method)}${method.name}: {
path: '/${service.name}/${method.protoName}',
requestStream: ${method.requestStream},
responseStream: ${method.responseStream},
${promise ? `idempotency: '${level}',\n` : ''}encodeRequest: ${request}.encode,
decodeRequest: (bytes: Uint8Array) => ${request}.decode(bytes),
encodeResponse: ${response}.encode,
decodeResponse: (bytes: Uint8Array) => ${response}.decode(bytes),
},`;
}

/** The stub: what a client calls. */
export function emitClient(service: ServiceSchema): string {
  const methods = service.methods.map((method) => {
    const request = method.request.typeName;
    const taken = method.requestStream ? `requests: Source<${request}>` : `request: ${request}`;
    return `${comment(method)}${method.name}(${taken}, options?: Options): ${answer(method)};`;
  });
  return `/** A client's stub of \`${service.name}\`. \`Options\` are those of a call: deadline, metadata, … */
export interface ${service.typeName}Client<Options = unknown> {
${methods.join('\n')}
}`;
}

function answer(method: MethodSchema): string {
  const response = method.response.typeName;
  return method.responseStream ? `AsyncIterable<${response}>` : `Promise<${response}>`;
}

/** The skeleton: what a server has to fill in. */
export function emitServer(service: ServiceSchema): string {
  const methods = service.methods.map((method) => {
    const request = method.request.typeName;
    const response = method.response.typeName;
    const taken = method.requestStream
      ? `requests: AsyncIterable<${request}>`
      : `request: ${request}`;
    const given = method.responseStream
      ? `Source<${response}>`
      : `Promise<${response}> | ${response}`;
    return `${comment(method)}${method.name}(${taken}, context: Context): ${given};`;
  });
  return `/** A server's skeleton of \`${service.name}\`, to be filled in. \`Context\` tells of the call. */
export interface ${service.typeName}Server<Context = unknown> {
${methods.join('\n')}
}`;
}
