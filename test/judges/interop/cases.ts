import { strict as assert } from 'node:assert';
import { isDeepStrictEqual } from 'node:util';
import type { Channel } from '#channel/channel';
import { createClient } from '#grpc/client/client';
import { Metadata } from '#grpc/metadata';
import { Status } from '#grpc/status';
import { OrcaLoadReport } from '#protobuf/generated/xds/data/orca/v3/orca_load_report';
import { all, failsWith, payload, SIMPLE } from './cases-kit.ts';
import {
  type StreamingOutputCallRequest,
  TestServiceDefinition,
  UnimplementedServiceDefinition,
} from './generated/grpc/testing/test.ts';
import { OpenRcaServiceDefinition } from './generated/xds/service/orca/v3/orca.ts';
import { Outbox } from './outbox.ts';

/**
 * The client's half of gRPC's interoperability tests (grpc/grpc
 * doc/interop-test-descriptions.md), against a server that somebody else wrote.
 */
export type Case = (channel: Channel) => Promise<void>;

const stub = (channel: Channel) => createClient(TestServiceDefinition, channel);

function output(sizes: number[], size: number, more: object = {}): StreamingOutputCallRequest {
  const responseParameters = sizes.map((size) => ({ size, intervalUs: 0 }));
  return { responseType: 0, responseParameters, payload: payload(size), ...more };
}

export async function largeUnary(channel: Channel): Promise<void> {
  const request = { ...SIMPLE, responseSize: 314159, payload: payload(271828) };
  const response = await stub(channel).unaryCall(request);
  assert.equal(response.payload?.body.length, 314159);
}

const ECHOES = {
  'x-grpc-test-echo-initial': 'test_initial_metadata_value',
  'x-grpc-test-echo-trailing-bin': Uint8Array.of(0xab, 0xab, 0xab),
};

function echoing() {
  const seen = { headers: new Metadata(), trailers: new Metadata() };
  return {
    seen,
    options: {
      metadata: new Metadata(ECHOES),
      onHeaders: (headers: Metadata) => Object.assign(seen, { headers }),
      onTrailers: (trailers: Metadata) => Object.assign(seen, { trailers }),
    },
  };
}

function checkEchoes({ headers, trailers }: { headers: Metadata; trailers: Metadata }) {
  for (const [name, value] of Object.entries(ECHOES)) {
    const where = name.endsWith('-bin') ? trailers : headers;
    assert.deepEqual(where.getAll(name), [value], name);
  }
}

const REPORT = {
  cpuUtilization: 0.821,
  memUtilization: 0.5847,
  requestCost: new Map([['cost', 3456.32]]),
  utilization: new Map([['util', 0.30499]]),
};

export const cases: Readonly<Record<string, Case>> = {
  async empty_unary(channel) {
    assert.deepEqual(await stub(channel).emptyCall({}), {});
  },

  large_unary: largeUnary,

  async client_streaming(channel) {
    const requests = [27182, 8, 1828, 45904].map((size) => ({ payload: payload(size) }));
    const { aggregatedPayloadSize } = await stub(channel).streamingInputCall(requests);
    assert.equal(aggregatedPayloadSize, 74922);
  },

  async server_streaming(channel) {
    const sizes = [31415, 9, 2653, 58979];
    const responses = await all(stub(channel).streamingOutputCall(output(sizes, 0)));
    assert.deepEqual(
      responses.map((response) => response.payload?.body.length),
      sizes,
    );
  },

  async ping_pong(channel) {
    const outbox = new Outbox<StreamingOutputCallRequest>();
    const responses = stub(channel).fullDuplexCall(outbox)[Symbol.asyncIterator]();
    const turns: [number, number][] = [
      [27182, 31415],
      [8, 9],
      [1828, 2653],
      [45904, 58979],
    ];
    for (const [requestSize, responseSize] of turns) {
      outbox.push(output([responseSize], requestSize));
      const { value, done } = await responses.next();
      assert.ok(!done);
      assert.equal(value.payload?.body.length, responseSize);
    }
    outbox.end();
    assert.ok((await responses.next()).done);
  },

  async empty_stream(channel) {
    assert.deepEqual(await all(stub(channel).fullDuplexCall([])), []);
  },

  async cancel_after_begin(channel) {
    const cancel = new AbortController();
    const { signal } = cancel;
    const call = stub(channel).streamingInputCall(new Outbox(), { signal });
    setTimeout(() => cancel.abort(), 10);
    await failsWith(Status.CANCELLED, undefined, call);
  },

  async cancel_after_first_response(channel) {
    const cancel = new AbortController();
    const outbox = new Outbox<StreamingOutputCallRequest>();
    const { signal } = cancel;
    const responses = stub(channel).fullDuplexCall(outbox, { signal })[Symbol.asyncIterator]();
    outbox.push(output([31415], 27182));
    assert.equal((await responses.next()).value.payload?.body.length, 31415);
    cancel.abort();
    await failsWith(Status.CANCELLED, undefined, responses.next());
  },

  async timeout_on_sleeping_server(channel) {
    const outbox = new Outbox<StreamingOutputCallRequest>();
    outbox.push(output([], 27182));
    const call = all(stub(channel).fullDuplexCall(outbox, { timeoutMs: 1 }));
    await failsWith(Status.DEADLINE_EXCEEDED, undefined, call);
  },

  async custom_metadata(channel) {
    const unary = echoing();
    const request = { ...SIMPLE, responseSize: 1, payload: payload(1) };
    await stub(channel).unaryCall(request, unary.options);
    checkEchoes(unary.seen);
    const duplex = echoing();
    await all(stub(channel).fullDuplexCall([output([1], 1)], duplex.options));
    checkEchoes(duplex.seen);
  },

  async status_code_and_message(channel) {
    const responseStatus = { code: 2, message: 'test status message' };
    const unary = stub(channel).unaryCall({ ...SIMPLE, responseStatus });
    await failsWith(2, responseStatus.message, unary);
    const duplex = all(stub(channel).fullDuplexCall([output([], 0, { responseStatus })]));
    await failsWith(2, responseStatus.message, duplex);
  },

  async special_status_message(channel) {
    const message = '\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n';
    const responseStatus = { code: 2, message };
    await failsWith(2, message, stub(channel).unaryCall({ ...SIMPLE, responseStatus }));
  },

  async unimplemented_method(channel) {
    await failsWith(Status.UNIMPLEMENTED, undefined, stub(channel).unimplementedCall({}));
  },

  async unimplemented_service(channel) {
    const service = createClient(UnimplementedServiceDefinition, channel);
    await failsWith(Status.UNIMPLEMENTED, undefined, service.unimplementedCall({}));
  },

  async orca_per_rpc(channel) {
    const { memUtilization: memoryUtilization, ...rest } = REPORT;
    const orcaPerQueryReport = { ...rest, memoryUtilization };
    let trailers = new Metadata();
    const onTrailers = (metadata: Metadata) => {
      trailers = metadata;
    };
    await stub(channel).unaryCall({ ...SIMPLE, orcaPerQueryReport }, { onTrailers });
    const report = trailers.get('endpoint-load-metrics-bin');
    assert.ok(report, 'no load report in the trailers');
    assert.deepEqual(OrcaLoadReport.decode(report), OrcaLoadReport.create(REPORT));
  },

  async orca_oob(channel) {
    const outbox = new Outbox<StreamingOutputCallRequest>();
    const responses = stub(channel).fullDuplexCall(outbox)[Symbol.asyncIterator]();
    const reports = createClient(OpenRcaServiceDefinition, channel)
      .streamCoreMetrics({ reportInterval: { seconds: 1n, nanos: 0 }, requestCostNames: [] })
      [Symbol.asyncIterator]();
    for (const cpuUtilization of [0.821, 0.29309]) {
      const utilization = new Map([['util', cpuUtilization / 2]]);
      const orcaOobReport = {
        cpuUtilization,
        memoryUtilization: 0.5,
        requestCost: new Map(),
        utilization,
      };
      outbox.push(output([1], 0, { orcaOobReport }));
      assert.ok(!(await responses.next()).done);
      const wanted = OrcaLoadReport.create({ cpuUtilization, memUtilization: 0.5, utilization });
      let seen: unknown;
      for (let tries = 0; tries < 5; tries++) {
        seen = (await reports.next()).value;
        if (isDeepStrictEqual(seen, wanted)) break;
      }
      assert.deepEqual(seen, wanted);
    }
    outbox.end();
    await reports.return?.();
    assert.ok((await responses.next()).done);
  },

  async rpc_soak(channel) {
    await Promise.all(
      Array.from({ length: 10 }, async () => {
        for (let i = 0; i < 100; i++) await largeUnary(channel);
      }),
    );
  },
};
