/** Our server under the conformance runner: one request on stdin says how to listen. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { GrpcError } from '#grpc/grpc-error';
import { richError } from '#grpc/rich-error';
import { Server } from '#grpc/server/server';
import type { ServerCall } from '#grpc/server/server-call';
import type { StatusCode } from '#grpc/status';
import type { Message, MessageType } from '#protobuf/message';
import {
  addHeaders,
  asAny,
  type ErrorSpec,
  type Payload,
  type RequestInfo,
  readMessages,
  type StreamDefinition,
  serverCompat,
  service,
  toHeaders,
  type UnaryDefinition,
  writeMessage,
} from './protocol.ts';

const NOTHING = new Uint8Array(0);

function infoOf(call: ServerCall, type: MessageType<Message>, requests: Message[]): RequestInfo {
  const left = call.timeLeft();
  return {
    requestHeaders: toHeaders(call.metadata),
    timeoutMs: left === undefined ? undefined : BigInt(Math.ceil(left)),
    requests: requests.map((request) => asAny(type, request)),
  };
}

function asError(error: ErrorSpec, info?: RequestInfo): GrpcError {
  const details = [...error.details];
  if (info) {
    const type = service.ConformancePayload_RequestInfo ?? service.ConformancePayload.RequestInfo;
    details.push(asAny(type, info as unknown as Message));
  }
  return richError(error.code as StatusCode, error.message ?? '', details);
}

async function answerOne(
  definition: UnaryDefinition | undefined,
  info: () => RequestInfo,
  call: ServerCall,
): Promise<{ payload: Payload }> {
  if (definition) {
    addHeaders(call.responseHeaders, definition.responseHeaders);
    addHeaders(call.responseTrailers, definition.responseTrailers);
    if (definition.responseDelayMs > 0) {
      await sleep(definition.responseDelayMs, undefined, { signal: call.signal });
    }
  }
  const { response } = definition ?? {};
  if (response?.case === 'error') throw asError(response.value, info());
  return { payload: { data: response?.value ?? NOTHING, requestInfo: info() } };
}

function beginStream(definition: StreamDefinition | undefined, call: ServerCall): void {
  if (!definition) return;
  addHeaders(call.responseHeaders, definition.responseHeaders);
  addHeaders(call.responseTrailers, definition.responseTrailers);
  // Unless an error is all that there is: then headers and trailers are one.
  if (definition.responseData.length > 0) call.sendHeaders();
}

/** All responses, the first one with what was requested. */
async function* answers(
  definition: StreamDefinition | undefined,
  info: () => RequestInfo,
  call: ServerCall,
): AsyncIterable<{ payload: Payload }> {
  let requestInfo: RequestInfo | undefined = info();
  for (const data of definition?.responseData ?? []) {
    await pause(definition, call);
    yield { payload: { data, requestInfo } };
    requestInfo = undefined;
  }
  if (definition?.error) throw asError(definition.error, requestInfo);
}

async function pause(definition: StreamDefinition | undefined, call: ServerCall): Promise<void> {
  const ms = definition?.responseDelayMs ?? 0;
  if (ms > 0) await sleep(ms, undefined, { signal: call.signal });
}

/** biome-ignore lint/suspicious/noExplicitAny: the messages' types are generated at run time */
type Request = any;

const handlers = {
  unary: (request: Request, call: ServerCall) =>
    answerOne(
      request.responseDefinition,
      () => infoOf(call, service.UnaryRequest, [request]),
      call,
    ),

  idempotentUnary: (request: Request, call: ServerCall) =>
    answerOne(
      request.responseDefinition,
      () => infoOf(call, service.IdempotentUnaryRequest, [request]),
      call,
    ),

  serverStream(request: Request, call: ServerCall) {
    beginStream(request.responseDefinition, call);
    const info = () => infoOf(call, service.ServerStreamRequest, [request]);
    return answers(request.responseDefinition, info, call);
  },

  async clientStream(requests: AsyncIterable<Request>, call: ServerCall) {
    const all: Request[] = [];
    for await (const request of requests) all.push(request);
    const info = () => infoOf(call, service.ClientStreamRequest, all);
    return answerOne(all[0]?.responseDefinition, info, call);
  },

  async *bidiStream(requests: AsyncIterable<Request>, call: ServerCall) {
    const type = service.BidiStreamRequest;
    const all: Request[] = [];
    let definition: StreamDefinition | undefined;
    let duplex = false;
    let sent = 0;
    for await (const request of requests) {
      if (all.length === 0) {
        definition = request.responseDefinition;
        duplex = request.fullDuplex;
        beginStream(definition, call);
      }
      all.push(request);
      if (!duplex) continue;
      const data = definition?.responseData[sent];
      if (data === undefined) break;
      const requestInfo =
        sent === 0
          ? infoOf(call, type, [request])
          : { requestHeaders: [], requests: [asAny(type, request)] };
      await pause(definition, call);
      yield { payload: { data, requestInfo } };
      sent++;
    }
    if (definition === undefined) return;
    if (!duplex) {
      yield* answers(definition, () => infoOf(call, type, all), call);
      return;
    }
    for (const data of definition.responseData.slice(sent)) {
      await pause(definition, call);
      yield { payload: { data } };
      sent++;
    }
    if (definition.error) {
      throw asError(definition.error, sent === 0 ? infoOf(call, type, all) : undefined);
    }
  },
};

for await (const bytes of readMessages()) {
  const request = serverCompat.ServerCompatRequest.decode(bytes);
  const { serverCreds, clientTlsCert, messageReceiveLimit } = request;
  const server = new Server({
    maxReceiveSize: messageReceiveLimit || undefined,
    tls: request.useTls
      ? {
          certificate: serverCreds.cert,
          privateKey: serverCreds.key,
          clientRoots: clientTlsCert.length > 0 ? clientTlsCert : undefined,
        }
      : undefined,
    onHandlerError: (error, call) => {
      if (!call.cancelled) console.error(error);
    },
  });
  server.addService(service.ConformanceServiceDefinition, handlers as object);
  const { port } = await server.listen({ port: 0 });
  const { ServerCompatResponse } = serverCompat;
  const pemCert = request.useTls ? serverCreds.cert : NOTHING;
  const response = ServerCompatResponse.create({ host: '127.0.0.1', port, pemCert });
  writeMessage(ServerCompatResponse.encode(response));
}
