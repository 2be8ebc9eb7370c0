// Generated from xds/data/orca/v3/orca_load_report.proto by `npm run generate`. Do not edit.
import { decode, encode } from '#protobuf/codec';
import { create } from '#protobuf/create';
import type { Reader } from '#protobuf/fast/reader';
import type { Writer } from '#protobuf/fast/writer';
import type { Message, MessageType } from '#protobuf/message';
import type { ProtoFile } from '#protobuf/schema/proto-file';

/** The file itself, for reflection. */
export const file: ProtoFile = {
  path: 'xds/data/orca/v3/orca_load_report.proto',
  imports: [],
  descriptor:
    'Cid4ZHMvZGF0YS9vcmNhL3YzL29yY2FfbG9hZF9yZXBvcnQucHJvdG8SEHhkcy5kYXRhLm9yY2EudjMirwUK' +
    'Dk9yY2FMb2FkUmVwb3J0EicKD2NwdV91dGlsaXphdGlvbhgBIAEoAVIOY3B1VXRpbGl6YXRpb24SJwoPbWVt' +
    'X3V0aWxpemF0aW9uGAIgASgBUg5tZW1VdGlsaXphdGlvbhIUCgNycHMYAyABKARCAhgBUgNycHMSVAoMcmVx' +
    'dWVzdF9jb3N0GAQgAygLMjEueGRzLmRhdGEub3JjYS52My5PcmNhTG9hZFJlcG9ydC5SZXF1ZXN0Q29zdEVu' +
    'dHJ5UgtyZXF1ZXN0Q29zdBJTCgt1dGlsaXphdGlvbhgFIAMoCzIxLnhkcy5kYXRhLm9yY2EudjMuT3JjYUxv' +
    'YWRSZXBvcnQuVXRpbGl6YXRpb25FbnRyeVILdXRpbGl6YXRpb24SJQoOcnBzX2ZyYWN0aW9uYWwYBiABKAFS' +
    'DXJwc0ZyYWN0aW9uYWwSEAoDZXBzGAcgASgBUgNlcHMSVwoNbmFtZWRfbWV0cmljcxgIIAMoCzIyLnhkcy5k' +
    'YXRhLm9yY2EudjMuT3JjYUxvYWRSZXBvcnQuTmFtZWRNZXRyaWNzRW50cnlSDG5hbWVkTWV0cmljcxI3Chdh' +
    'cHBsaWNhdGlvbl91dGlsaXphdGlvbhgJIAEoAVIWYXBwbGljYXRpb25VdGlsaXphdGlvbho+ChBSZXF1ZXN0' +
    'Q29zdEVudHJ5EhAKA2tleRgBIAEoCVIDa2V5EhQKBXZhbHVlGAIgASgBUgV2YWx1ZToCOAEaPgoQVXRpbGl6' +
    'YXRpb25FbnRyeRIQCgNrZXkYASABKAlSA2tleRIUCgV2YWx1ZRgCIAEoAVIFdmFsdWU6AjgBGj8KEU5hbWVk' +
    'TWV0cmljc0VudHJ5EhAKA2tleRgBIAEoCVIDa2V5EhQKBXZhbHVlGAIgASgBUgV2YWx1ZToCOAFiBnByb3Rv' +
    'Mw==',
};

/**
 * How busy a server is, by its own account. It travels in the trailer `endpoint-load-metrics-bin`
 * of a call (gRPC A51), and `weighted_round_robin` reads it (gRPC A58).
 */
export interface OrcaLoadReport extends Message {
  /** As a fraction of what there is; it may be larger than 1. */
  cpuUtilization: number;
  memUtilization: number;
  /** @deprecated */
  rps: bigint;
  requestCost: Map<string, number>;
  utilization: Map<string, number>;
  /** Calls a second, of all services together. */
  rpsFractional: number;
  /** Of these, how many fail. */
  eps: number;
  namedMetrics: Map<string, number>;
  /** What the application itself takes for its utilization; it goes before the CPU's. */
  applicationUtilization: number;
}

export const OrcaLoadReport: MessageType<OrcaLoadReport> = {
  descriptor: {
    name: 'xds.data.orca.v3.OrcaLoadReport',
    fields: [
      {
        number: 1,
        name: 'cpuUtilization',
        protoName: 'cpu_utilization',
        type: 'double',
        cardinality: 'implicit',
      },
      {
        number: 2,
        name: 'memUtilization',
        protoName: 'mem_utilization',
        type: 'double',
        cardinality: 'implicit',
      },
      { number: 3, name: 'rps', type: 'uint64', cardinality: 'implicit' },
      {
        number: 4,
        name: 'requestCost',
        protoName: 'request_cost',
        type: 'double',
        cardinality: 'map',
        key: 'string',
      },
      { number: 5, name: 'utilization', type: 'double', cardinality: 'map', key: 'string' },
      {
        number: 6,
        name: 'rpsFractional',
        protoName: 'rps_fractional',
        type: 'double',
        cardinality: 'implicit',
      },
      { number: 7, name: 'eps', type: 'double', cardinality: 'implicit' },
      {
        number: 8,
        name: 'namedMetrics',
        protoName: 'named_metrics',
        type: 'double',
        cardinality: 'map',
        key: 'string',
      },
      {
        number: 9,
        name: 'applicationUtilization',
        protoName: 'application_utilization',
        type: 'double',
        cardinality: 'implicit',
      },
    ],
  },
  create: (init) => create(OrcaLoadReport.descriptor, emptyOrcaLoadReport(), init),
  encode: (message) => encode(OrcaLoadReport.descriptor, message, writeOrcaLoadReport),
  decode: (bytes, limits) =>
    decode(OrcaLoadReport.descriptor, bytes, emptyOrcaLoadReport(), readOrcaLoadReport, limits),
};

export function emptyOrcaLoadReport(): OrcaLoadReport {
  return {
    cpuUtilization: 0,
    memUtilization: 0,
    rps: 0n,
    requestCost: new Map(),
    utilization: new Map(),
    rpsFractional: 0,
    eps: 0,
    namedMetrics: new Map(),
    applicationUtilization: 0,
  };
}

export function writeOrcaLoadReport(message: OrcaLoadReport, writer: Writer): void {
  if (message.cpuUtilization != null && !Object.is(message.cpuUtilization, 0))
    writer.tag(9).double(message.cpuUtilization);
  if (message.memUtilization != null && !Object.is(message.memUtilization, 0))
    writer.tag(17).double(message.memUtilization);
  if (message.rps != null && message.rps !== 0n) writer.tag(24).uint64(message.rps);
  for (const [key, value] of message.requestCost ?? []) {
    const entry = writer.enter(34);
    writer.tag(10).string(key);
    writer.tag(17).double(value);
    writer.leave(entry);
  }
  for (const [key, value] of message.utilization ?? []) {
    const entry = writer.enter(42);
    writer.tag(10).string(key);
    writer.tag(17).double(value);
    writer.leave(entry);
  }
  if (message.rpsFractional != null && !Object.is(message.rpsFractional, 0))
    writer.tag(49).double(message.rpsFractional);
  if (message.eps != null && !Object.is(message.eps, 0)) writer.tag(57).double(message.eps);
  for (const [key, value] of message.namedMetrics ?? []) {
    const entry = writer.enter(66);
    writer.tag(10).string(key);
    writer.tag(17).double(value);
    writer.leave(entry);
  }
  if (message.applicationUtilization != null && !Object.is(message.applicationUtilization, 0))
    writer.tag(73).double(message.applicationUtilization);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readOrcaLoadReport(message: OrcaLoadReport, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 9:
        message.cpuUtilization = reader.double();
        break;
      case 17:
        message.memUtilization = reader.double();
        break;
      case 24:
        message.rps = reader.uint64();
        break;
      case 34: {
        const outer = reader.enter(72);
        let key = '';
        let value: number = 0;
        while (reader.position < reader.end) {
          switch (reader.tag()) {
            case 10:
              key = reader.string();
              break;
            case 17:
              value = reader.double();
              break;
            default:
              reader.pass();
          }
        }
        reader.leave(outer);
        message.requestCost = reader.put(message.requestCost, key, value);
        break;
      }
      case 42: {
        const outer = reader.enter(72);
        let key = '';
        let value: number = 0;
        while (reader.position < reader.end) {
          switch (reader.tag()) {
            case 10:
              key = reader.string();
              break;
            case 17:
              value = reader.double();
              break;
            default:
              reader.pass();
          }
        }
        reader.leave(outer);
        message.utilization = reader.put(message.utilization, key, value);
        break;
      }
      case 49:
        message.rpsFractional = reader.double();
        break;
      case 57:
        message.eps = reader.double();
        break;
      case 66: {
        const outer = reader.enter(72);
        let key = '';
        let value: number = 0;
        while (reader.position < reader.end) {
          switch (reader.tag()) {
            case 10:
              key = reader.string();
              break;
            case 17:
              value = reader.double();
              break;
            default:
              reader.pass();
          }
        }
        reader.leave(outer);
        message.namedMetrics = reader.put(message.namedMetrics, key, value);
        break;
      }
      case 73:
        message.applicationUtilization = reader.double();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}
