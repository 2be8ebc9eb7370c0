import { strict as assert } from 'node:assert';
import * as grpc from '@grpc/grpc-js';
import { asGrpcJs } from '../../../../lessons/shop/as-grpc-js.ts';
import {
  type SimpleRequest,
  StreamingOutputCallRequest,
  TestServiceDefinition,
  UnimplementedServiceDefinition,
} from '../generated/grpc/testing/test.ts';

/** The client's half of gRPC's interoperability tests, on grpc-js. */

type Unary = (
  request: object,
  metadata: grpc.Metadata,
  options: grpc.CallOptions,
  done: (error: grpc.ServiceError | null, value: never) => void,
) => grpc.ClientUnaryCall;
type Output = grpc.ClientReadableStream<{ payload?: { body: Uint8Array } }>;
interface TestClient extends grpc.Client {
  emptyCall: Unary;
  unaryCall: Unary;
  unimplementedCall: Unary;
  streamingInputCall(
    metadata: grpc.Metadata,
    options: grpc.CallOptions,
    done: (error: grpc.ServiceError | null, value: { aggregatedPayloadSize: number }) => void,
  ): grpc.ClientWritableStream<object>;
  streamingOutputCall(request: object, options: grpc.CallOptions): Output;
  fullDuplexCall(
    metadata: grpc.Metadata,
    options: grpc.CallOptions,
  ): grpc.ClientDuplexStream<object, { payload?: { body: Uint8Array } }>;
}

export interface GrpcJsClients {
  test: TestClient;
  other: TestClient;
  close(): void;
}

export function connectGrpcJs(port: number): GrpcJsClients {
  const connect = (service: Parameters<typeof asGrpcJs>[0]) => {
    const Client = grpc.makeGenericClientConstructor(asGrpcJs(service), 'Test');
    const address = `127.0.0.1:${port}`;
    return new Client(address, grpc.credentials.createInsecure()) as unknown as TestClient;
  };
  const [test, other] = [connect(TestServiceDefinition), connect(UnimplementedServiceDefinition)];
  return {
    test,
    other,
    close() {
      test.close();
      other.close();
    },
  };
}

const none = () => new grpc.Metadata();
const payload = (size: number) => ({ type: 0, body: new Uint8Array(size) });
const simple = (more: Partial<SimpleRequest>) => ({ responseType: 0, responseSize: 0, ...more });
const output = (sizes: number[], size: number, more: object = {}) =>
  StreamingOutputCallRequest.create({
    responseParameters: sizes.map((each) => ({ size: each, intervalUs: 0 })),
    payload: payload(size),
    ...more,
  } as never);

interface Ended {
  error: grpc.ServiceError | null;
  value: never;
  headers: grpc.Metadata;
  trailers: grpc.Metadata;
}

function unary(method: Unary, request: object, options: grpc.CallOptions, metadata = none()) {
  return new Promise<Ended>((resolve) => {
    const ended = { headers: none(), trailers: none() } as Ended;
    const call = method(request, metadata, options, (error, value) => {
      Object.assign(ended, { error, value });
    });
    call.on('metadata', (headers) => Object.assign(ended, { headers }));
    call.on('status', ({ metadata: trailers }) => {
      // The callback comes in the same turn, before or behind it.
      setImmediate(() => resolve(Object.assign(ended, { trailers })));
    });
  });
}

/** Reads a stream to its end. */
function read(stream: Output) {
  return new Promise<{ sizes: number[]; status: grpc.StatusObject; headers: grpc.Metadata }>(
    (resolve) => {
      const sizes: number[] = [];
      let headers = none();
      stream.on('metadata', (metadata) => {
        headers = metadata;
      });
      stream.on('data', ({ payload: { body = new Uint8Array(0) } = {} as never }) => {
        sizes.push(body.length);
      });
      stream.on('error', () => {});
      stream.on('status', (status) => resolve({ sizes, status, headers }));
    },
  );
}

const INITIAL = 'x-grpc-test-echo-initial';
const TRAILING = 'x-grpc-test-echo-trailing-bin';

function echoed(): grpc.Metadata {
  const metadata = none();
  metadata.set(INITIAL, 'test_initial_metadata_value');
  metadata.set(TRAILING, Buffer.of(0xab, 0xab, 0xab));
  return metadata;
}

function checkEchoes(headers: grpc.Metadata, trailers: grpc.Metadata): void {
  assert.deepEqual(headers.get(INITIAL), ['test_initial_metadata_value'], INITIAL);
  assert.deepEqual(trailers.get(TRAILING), [Buffer.of(0xab, 0xab, 0xab)], TRAILING);
}

const { CANCELLED, DEADLINE_EXCEEDED, OK, UNIMPLEMENTED } = grpc.status;
const SPECIAL = '\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n';

/** Each gets the options of its calls: how long they may take. */
export const grpcJsCases: Readonly<
  Record<string, (clients: GrpcJsClients, options: grpc.CallOptions) => Promise<void>>
> = {
  async empty_unary({ test }, options) {
    const { error, value } = await unary(test.emptyCall.bind(test), {}, options);
    assert.equal(error, null);
    assert.deepEqual({ ...(value as object) }, {});
  },

  async large_unary({ test }, options) {
    const request = simple({ responseSize: 314159, payload: payload(271828) });
    const { error, value } = await unary(test.unaryCall.bind(test), request, options);
    assert.equal(error, null);
    assert.equal((value as { payload: { body: Uint8Array } }).payload.body.length, 314159);
  },

  async client_streaming({ test }, options) {
    const sum = await new Promise<number>((resolve, reject) => {
      const call = test.streamingInputCall(none(), options, (error, value) =>
        error ? reject(error) : resolve(value.aggregatedPayloadSize),
      );
      for (const size of [27182, 8, 1828, 45904]) call.write({ payload: payload(size) });
      call.end();
    });
    assert.equal(sum, 74922);
  },

  async server_streaming({ test }, options) {
    const wanted = [31415, 9, 2653, 58979];
    const { sizes, status } = await read(test.streamingOutputCall(output(wanted, 0), options));
    assert.equal(status.code, OK, status.details);
    assert.deepEqual(sizes, wanted);
  },

  async ping_pong({ test }, options) {
    const call = test.fullDuplexCall(none(), options);
    const turns = [[27182, 31415], [8, 9], [1828, 2653], [45904, 58979]] as const; // biome-ignore format: one table
    const ended = read(call);
    let turn = 0;
    call.on('data', ({ payload: { body } = payload(0) }) => {
      if (body.length !== turns[turn]?.[1]) call.cancel();
      const next = turns[++turn];
      if (next) call.write(output([next[1]], next[0]));
      else call.end();
    });
    call.write(output([turns[0][1]], turns[0][0]));
    const { status, sizes } = await ended;
    assert.equal(status.code, OK, status.details);
    assert.deepEqual(sizes, turns.map(([, down]) => down)); // biome-ignore format: short
  },

  async empty_stream({ test }, options) {
    const call = test.fullDuplexCall(none(), options);
    call.end();
    const { sizes, status } = await read(call);
    assert.deepEqual([sizes, status.code], [[], OK]);
  },

  async cancel_after_begin({ test }, options) {
    const code = await new Promise((resolve) => {
      const call = test.streamingInputCall(none(), options, (error) => resolve(error?.code));
      setImmediate(() => call.cancel());
    });
    assert.equal(code, CANCELLED);
  },

  async cancel_after_first_response({ test }, options) {
    const call = test.fullDuplexCall(none(), options);
    call.on('data', () => call.cancel());
    call.write(output([31415], 27182));
    const { sizes, status } = await read(call);
    assert.deepEqual([sizes, status.code], [[31415], CANCELLED]);
  },

  async timeout_on_sleeping_server({ test }) {
    const call = test.fullDuplexCall(none(), { deadline: Date.now() + 1 });
    call.on('error', () => {});
    call.write(output([], 27182));
    assert.equal((await read(call)).status.code, DEADLINE_EXCEEDED);
  },

  async custom_metadata({ test }, options) {
    const request = simple({ responseSize: 1, payload: payload(1) });
    const one = await unary(test.unaryCall.bind(test), request, options, echoed());
    assert.equal(one.error, null);
    checkEchoes(one.headers, one.trailers);
    const call = test.fullDuplexCall(echoed(), options);
    call.write(output([1], 1));
    call.end();
    const { status, headers } = await read(call);
    assert.equal(status.code, OK, status.details);
    checkEchoes(headers, status.metadata);
  },

  async status_code_and_message({ test }, options) {
    const responseStatus = { code: 2, message: 'test status message' };
    const one = await unary(test.unaryCall.bind(test), simple({ responseStatus }), options);
    assert.deepEqual([one.error?.code, one.error?.details], [2, responseStatus.message]);
    const call = test.fullDuplexCall(none(), options);
    call.write(output([], 0, { responseStatus }));
    call.end();
    const { status } = await read(call);
    assert.deepEqual([status.code, status.details], [2, responseStatus.message]);
  },

  async special_status_message({ test }, options) {
    const responseStatus = { code: 2, message: SPECIAL };
    const { error } = await unary(test.unaryCall.bind(test), simple({ responseStatus }), options);
    assert.deepEqual([error?.code, error?.details], [2, SPECIAL]);
  },

  async unimplemented_method({ test }, options) {
    const { error } = await unary(test.unimplementedCall.bind(test), {}, options);
    assert.equal(error?.code, UNIMPLEMENTED);
  },

  async unimplemented_service({ other }, options) {
    const { error } = await unary(other.unimplementedCall.bind(other), {}, options);
    assert.equal(error?.code, UNIMPLEMENTED);
  },
};
