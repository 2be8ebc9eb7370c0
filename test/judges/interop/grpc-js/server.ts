import { setTimeout as sleep } from 'node:timers/promises';
import * as grpc from '@grpc/grpc-js';
import { asGrpcJs } from '../../../../lessons/shop/as-grpc-js.ts';
import {
  type ResponseParameters,
  type SimpleRequest,
  type StreamingInputCallRequest,
  type StreamingOutputCallRequest,
  TestServiceDefinition,
} from '../generated/grpc/testing/test.ts';

/** gRPC's TestService on grpc-js (doc/interop-test-descriptions.md, "Server features"). */

const INITIAL = 'x-grpc-test-echo-initial';
const TRAILING = 'x-grpc-test-echo-trailing-bin';
const payload = (size: number) => ({ type: 0, body: new Uint8Array(size) });

/** Sends the echoed header; the trailers come back with the status. */
function echo(call: {
  metadata: grpc.Metadata;
  sendMetadata(metadata: grpc.Metadata): void;
}): grpc.Metadata {
  const headers = new grpc.Metadata();
  const trailers = new grpc.Metadata();
  for (const value of call.metadata.get(INITIAL)) headers.add(INITIAL, value);
  for (const value of call.metadata.get(TRAILING)) trailers.add(TRAILING, value);
  call.sendMetadata(headers);
  return trailers;
}

type Duplex = grpc.ServerDuplexStream<StreamingOutputCallRequest, object>;
interface Output {
  write(message: object): boolean;
  once(event: 'drain', listener: () => void): unknown;
}

async function send(call: Output, parameters: readonly ResponseParameters[]): Promise<void> {
  for (const { size, intervalUs } of parameters) {
    if (intervalUs > 0) await sleep(intervalUs / 1000);
    if (!call.write({ payload: payload(size) })) {
      await new Promise<void>((resolve) => call.once('drain', () => resolve()));
    }
  }
}

const handlers: grpc.UntypedServiceImplementation = {
  emptyCall(_: unknown, done: grpc.sendUnaryData<object>) {
    done(null, {});
  },
  unaryCall(call: grpc.ServerUnaryCall<SimpleRequest, object>, done: grpc.sendUnaryData<object>) {
    const trailers = echo(call);
    const { responseStatus, responseSize } = call.request;
    if (responseStatus && responseStatus.code !== 0) {
      done({ code: responseStatus.code, details: responseStatus.message, metadata: trailers });
    } else {
      done(null, { payload: payload(responseSize) }, trailers);
    }
  },
  streamingOutputCall(call: grpc.ServerWritableStream<StreamingOutputCallRequest, object>) {
    send(call, call.request.responseParameters).then(() => call.end());
  },
  streamingInputCall(
    call: grpc.ServerReadableStream<StreamingInputCallRequest, object>,
    done: grpc.sendUnaryData<object>,
  ) {
    let sum = 0;
    call.on('data', (request: StreamingInputCallRequest) => {
      sum += request.payload?.body.length ?? 0;
    });
    call.on('end', () => done(null, { aggregatedPayloadSize: sum }));
    call.on('error', () => {});
  },
  fullDuplexCall(call: Duplex) {
    const trailers = echo(call);
    let sent = Promise.resolve();
    let failed = false;
    // Not `for await`: that destroys the stream when the client has sent all, and the answers with it.
    call.on('data', ({ responseStatus, responseParameters }: StreamingOutputCallRequest) => {
      if (responseStatus && responseStatus.code !== 0) {
        const { code, message } = responseStatus;
        failed = true;
        call.emit('error', { code, details: message, metadata: trailers });
      } else {
        sent = sent.then(() => send(call, responseParameters));
      }
    });
    call.on('end', () => sent.then(() => failed || call.end(trailers)));
  },
};

/** Listens on a free port. */
export async function startGrpcJsServer(): Promise<{ port: number; close(): void }> {
  const server = new grpc.Server();
  const service = asGrpcJs(TestServiceDefinition);
  // What it has no handler for, grpc-js answers with UNIMPLEMENTED.
  server.addService(service, handlers);
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
  return { port, close: () => server.forceShutdown() };
}
