import { uncompressed, wasCompressed } from '#grpc/compression/compressed-flag';
import { GrpcError } from '#grpc/grpc-error';
import type { ServerCall } from '#grpc/server/server-call';
import { Status, type StatusCode } from '#grpc/status';
import { OrcaLoadReport } from '#protobuf/generated/xds/data/orca/v3/orca_load_report';
import type {
  BoolValue,
  EchoStatus,
  ResponseParameters,
  StreamingOutputCallRequest,
  StreamingOutputCallResponse,
  TestOrcaReport,
  TestServiceServer,
} from './generated/grpc/testing/test.ts';

/**
 * The server's half of gRPC's interoperability tests (grpc/grpc
 * doc/interop-test-descriptions.md, "Server features").
 */
const INITIAL = 'x-grpc-test-echo-initial';
const TRAILING = 'x-grpc-test-echo-trailing-bin';
/** Told to a client that asks; in a browser there is no process. */
const SERVER_ID = `node-${globalThis.process?.pid}`;

/** The load that the last caller told us to report out of band. */
export const load: { report: OrcaLoadReport } = { report: asOrca(undefined) };

function asOrca(report: TestOrcaReport | undefined): OrcaLoadReport {
  return OrcaLoadReport.create({
    cpuUtilization: report?.cpuUtilization ?? 0,
    memUtilization: report?.memoryUtilization ?? 0,
    requestCost: report?.requestCost ?? new Map(),
    utilization: report?.utilization ?? new Map(),
  });
}

function echoMetadata(call: ServerCall): void {
  const initial = call.metadata.get(INITIAL);
  if (initial !== undefined) call.responseHeaders.set(INITIAL, initial);
  const trailing = call.metadata.get(TRAILING);
  if (trailing !== undefined) call.responseTrailers.set(TRAILING, trailing);
}

function throwStatus(status: EchoStatus | undefined): void {
  if (status && status.code !== Status.OK) {
    throw new GrpcError(status.code as StatusCode, status.message);
  }
}

/** "CompressedRequest": the flag must be as the client says that it is. */
function checkFlag(request: { expectCompressed?: BoolValue }): void {
  const { expectCompressed } = request;
  if (expectCompressed && expectCompressed.value !== wasCompressed(request)) {
    throw new GrpcError(Status.INVALID_ARGUMENT, `expect_compressed: ${expectCompressed.value}`);
  }
}

/** "CompressedResponse": the whole answer may be compressed, and this message is or is not. */
function flagged<T extends object>(message: T, compressed: BoolValue | undefined): T {
  return compressed?.value === false ? uncompressed(message) : message;
}

/** @throws the signal's reason, if that comes first. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

const payload = (size: number) => ({ type: 0, body: new Uint8Array(size) });

async function* outputs(
  parameters: readonly ResponseParameters[],
  call: ServerCall,
): AsyncIterable<StreamingOutputCallResponse> {
  if (parameters.some((each) => each.compressed)) call.compression = 'gzip';
  for (const { size, intervalUs, compressed } of parameters) {
    if (intervalUs > 0) await pause(intervalUs / 1000, call.signal);
    yield flagged({ payload: payload(size) }, compressed);
  }
}

export const testService: Partial<TestServiceServer<ServerCall>> = {
  emptyCall: () => ({}),

  unaryCall(request, call) {
    echoMetadata(call);
    throwStatus(request.responseStatus);
    checkFlag(request);
    if (request.responseCompressed) call.compression = 'gzip';
    if (request.orcaPerQueryReport) {
      const report = OrcaLoadReport.encode(asOrca(request.orcaPerQueryReport));
      call.responseTrailers.set('endpoint-load-metrics-bin', report);
    }
    const response = {
      payload: payload(request.responseSize),
      username: '',
      oauthScope: '',
      serverId: request.fillServerId ? SERVER_ID : '',
    };
    return flagged(response, request.responseCompressed);
  },

  streamingOutputCall: (request, call) => outputs(request.responseParameters, call),

  async streamingInputCall(requests) {
    let sum = 0;
    for await (const request of requests) {
      checkFlag(request);
      sum += request.payload?.body.length ?? 0;
    }
    return { aggregatedPayloadSize: sum };
  },

  async *fullDuplexCall(requests, call) {
    echoMetadata(call);
    for await (const request of requests) {
      throwStatus(request.responseStatus);
      if (request.orcaOobReport) load.report = asOrca(request.orcaOobReport);
      yield* outputs(request.responseParameters, call);
    }
  },

  async *halfDuplexCall(requests, call) {
    const kept: StreamingOutputCallRequest[] = [];
    for await (const request of requests) kept.push(request);
    for (const request of kept) yield* outputs(request.responseParameters, call);
  },
};
