import { strict as assert } from 'node:assert';
import type { Channel } from '#channel/channel';
import { createClient } from '#grpc/client/client';
import { uncompressed, wasCompressed } from '#grpc/compression/compressed-flag';
import { Status } from '#grpc/status';
import type { Case } from './cases.ts';
import { all, failsWith, payload, SIMPLE } from './cases-kit.ts';
import {
  type StreamingInputCallRequest,
  TestServiceDefinition,
} from './generated/grpc/testing/test.ts';

/**
 * The four compression cases of gRPC's interoperability tests (grpc/grpc
 * doc/interop-test-descriptions.md). Every call that sends has gzip as its compression; what must
 * not be compressed is sent uncompressed message by message, so that it is the flag that is tested and not
 * the header.
 */
const gzip = { compression: 'gzip' };
const stub = (channel: Channel) => createClient(TestServiceDefinition, channel);

/** The flag as it is to be, and a server that was told to look. */
function flagged<T extends object>(request: T, expected: boolean, compressed = expected) {
  const message = { ...request, expectCompressed: { value: expected } };
  return compressed ? message : uncompressed(message);
}

export const compressionCases: Readonly<Record<string, Case>> = {
  async client_compressed_unary(channel) {
    const request = { ...SIMPLE, responseSize: 314159, payload: payload(271828) };
    const probe = stub(channel).unaryCall(flagged(request, true, false), gzip);
    await failsWith(Status.INVALID_ARGUMENT, undefined, probe);
    for (const compressed of [true, false]) {
      const response = await stub(channel).unaryCall(flagged(request, compressed), gzip);
      assert.equal(response.payload?.body.length, 314159);
    }
  },

  async server_compressed_unary(channel) {
    for (const value of [true, false]) {
      const request = { ...SIMPLE, responseSize: 314159, payload: payload(271828) };
      const response = await stub(channel).unaryCall({ ...request, responseCompressed: { value } });
      assert.equal(wasCompressed(response), value, `the response's flag, ${value} was asked for`);
      assert.equal(response.payload?.body.length, 314159);
    }
  },

  async client_compressed_streaming(channel) {
    const request = (size: number) => ({ payload: payload(size) });
    const probe = [flagged(request(27182), true, false)];
    const refused = stub(channel).streamingInputCall(probe, gzip);
    await failsWith(Status.INVALID_ARGUMENT, undefined, refused);
    const requests: StreamingInputCallRequest[] = [
      flagged(request(27182), true),
      flagged(request(45904), false),
    ];
    const response = await stub(channel).streamingInputCall(requests, gzip);
    assert.equal(response.aggregatedPayloadSize, 73086);
  },

  async server_compressed_streaming(channel) {
    const responses = await all(
      stub(channel).streamingOutputCall({
        responseType: 0,
        responseParameters: [
          { size: 31415, intervalUs: 0, compressed: { value: true } },
          { size: 92653, intervalUs: 0, compressed: { value: false } },
        ],
      }),
    );
    const seen = responses.map((each) => [each.payload?.body.length, wasCompressed(each)]);
    assert.deepEqual(seen, [
      [31415, true],
      [92653, false],
    ]);
  },
};
