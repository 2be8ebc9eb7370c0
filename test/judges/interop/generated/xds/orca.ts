// Generated from xds/orca.proto by `npm run generate`. Do not edit.
import { decode, encode } from '#protobuf/codec';
import { create } from '#protobuf/create';
import type { Reader } from '#protobuf/fast/reader';
import type { Writer } from '#protobuf/fast/writer';
import type { Message, MessageType } from '#protobuf/message';
import type { ProtoFile } from '#protobuf/schema/proto-file';
import type { ServiceDefinition, Source } from '#protobuf/schema/service-definition';
import {
  Duration,
  emptyDuration,
  file as file_google_protobuf_duration,
  readDuration,
  writeDuration,
} from '../google/protobuf/duration.ts';

/** The file itself, for reflection. */
export const file: ProtoFile = {
  path: 'xds/orca.proto',
  imports: [file_google_protobuf_duration],
  descriptor:
    'Cg54ZHMvb3JjYS5wcm90bxITeGRzLnNlcnZpY2Uub3JjYS52MxoeZ29vZ2xlL3Byb3RvYnVmL2R1cmF0aW9u' +
    'LnByb3RvIpMDCg5PcmNhTG9hZFJlcG9ydBInCg9jcHVfdXRpbGl6YXRpb24YASABKAFSDmNwdVV0aWxpemF0' +
    'aW9uEicKD21lbV91dGlsaXphdGlvbhgCIAEoAVIObWVtVXRpbGl6YXRpb24SVwoMcmVxdWVzdF9jb3N0GAQg' +
    'AygLMjQueGRzLnNlcnZpY2Uub3JjYS52My5PcmNhTG9hZFJlcG9ydC5SZXF1ZXN0Q29zdEVudHJ5UgtyZXF1' +
    'ZXN0Q29zdBJWCgt1dGlsaXphdGlvbhgFIAMoCzI0Lnhkcy5zZXJ2aWNlLm9yY2EudjMuT3JjYUxvYWRSZXBv' +
    'cnQuVXRpbGl6YXRpb25FbnRyeVILdXRpbGl6YXRpb24aPgoQUmVxdWVzdENvc3RFbnRyeRIQCgNrZXkYASAB' +
    'KAlSA2tleRIUCgV2YWx1ZRgCIAEoAVIFdmFsdWU6AjgBGj4KEFV0aWxpemF0aW9uRW50cnkSEAoDa2V5GAEg' +
    'ASgJUgNrZXkSFAoFdmFsdWUYAiABKAFSBXZhbHVlOgI4ASKJAQoVT3JjYUxvYWRSZXBvcnRSZXF1ZXN0EkIK' +
    'D3JlcG9ydF9pbnRlcnZhbBgBIAEoCzIZLmdvb2dsZS5wcm90b2J1Zi5EdXJhdGlvblIOcmVwb3J0SW50ZXJ2' +
    'YWwSLAoScmVxdWVzdF9jb3N0X25hbWVzGAIgAygJUhByZXF1ZXN0Q29zdE5hbWVzMngKDk9wZW5SY2FTZXJ2' +
    'aWNlEmYKEVN0cmVhbUNvcmVNZXRyaWNzEioueGRzLnNlcnZpY2Uub3JjYS52My5PcmNhTG9hZFJlcG9ydFJl' +
    'cXVlc3QaIy54ZHMuc2VydmljZS5vcmNhLnYzLk9yY2FMb2FkUmVwb3J0MAFiBnByb3RvMw==',
};

export interface OrcaLoadReport extends Message {
  cpuUtilization: number;
  memUtilization: number;
  requestCost: Map<string, number>;
  utilization: Map<string, number>;
}

export const OrcaLoadReport: MessageType<OrcaLoadReport> = {
  descriptor: {
    name: 'xds.service.orca.v3.OrcaLoadReport',
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
      {
        number: 4,
        name: 'requestCost',
        protoName: 'request_cost',
        type: 'double',
        cardinality: 'map',
        key: 'string',
      },
      { number: 5, name: 'utilization', type: 'double', cardinality: 'map', key: 'string' },
    ],
  },
  create: (init) => create(OrcaLoadReport.descriptor, emptyOrcaLoadReport(), init),
  encode: (message) => encode(OrcaLoadReport.descriptor, message, writeOrcaLoadReport),
  decode: (bytes, limits) =>
    decode(OrcaLoadReport.descriptor, bytes, emptyOrcaLoadReport(), readOrcaLoadReport, limits),
};

export function emptyOrcaLoadReport(): OrcaLoadReport {
  return { cpuUtilization: 0, memUtilization: 0, requestCost: new Map(), utilization: new Map() };
}

export function writeOrcaLoadReport(message: OrcaLoadReport, writer: Writer): void {
  if (message.cpuUtilization != null && !Object.is(message.cpuUtilization, 0))
    writer.tag(9).double(message.cpuUtilization);
  if (message.memUtilization != null && !Object.is(message.memUtilization, 0))
    writer.tag(17).double(message.memUtilization);
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
      case 34: {
        const outer = reader.enter(1);
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
              reader.skip(undefined);
          }
        }
        reader.leave(outer);
        message.requestCost.set(key, value);
        break;
      }
      case 42: {
        const outer = reader.enter(1);
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
              reader.skip(undefined);
          }
        }
        reader.leave(outer);
        message.utilization.set(key, value);
        break;
      }
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface OrcaLoadReportRequest extends Message {
  reportInterval?: Duration;
  requestCostNames: string[];
}

export const OrcaLoadReportRequest: MessageType<OrcaLoadReportRequest> = {
  descriptor: {
    name: 'xds.service.orca.v3.OrcaLoadReportRequest',
    fields: [
      {
        number: 1,
        name: 'reportInterval',
        protoName: 'report_interval',
        type: 'message',
        cardinality: 'optional',
        message: () => Duration.descriptor,
      },
      {
        number: 2,
        name: 'requestCostNames',
        protoName: 'request_cost_names',
        type: 'string',
        cardinality: 'repeated',
      },
    ],
  },
  create: (init) => create(OrcaLoadReportRequest.descriptor, emptyOrcaLoadReportRequest(), init),
  encode: (message) =>
    encode(OrcaLoadReportRequest.descriptor, message, writeOrcaLoadReportRequest),
  decode: (bytes, limits) =>
    decode(
      OrcaLoadReportRequest.descriptor,
      bytes,
      emptyOrcaLoadReportRequest(),
      readOrcaLoadReportRequest,
      limits,
    ),
};

export function emptyOrcaLoadReportRequest(): OrcaLoadReportRequest {
  return { reportInterval: undefined, requestCostNames: [] };
}

export function writeOrcaLoadReportRequest(message: OrcaLoadReportRequest, writer: Writer): void {
  if (message.reportInterval != null) {
    const start = writer.enter(10);
    writeDuration(message.reportInterval, writer);
    writer.leave(start);
  }
  for (const item of message.requestCostNames ?? []) writer.tag(18).string(item);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readOrcaLoadReportRequest(message: OrcaLoadReportRequest, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10: {
        const outer = reader.enter(1);
        const part = message.reportInterval ?? emptyDuration();
        readDuration(part, reader);
        reader.leave(outer);
        message.reportInterval = part;
        break;
      }
      case 18:
        message.requestCostNames.push(reader.string());
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export const OpenRcaServiceDefinition = {
  name: 'xds.service.orca.v3.OpenRcaService',
  file,
  methods: {
    streamCoreMetrics: {
      path: '/xds.service.orca.v3.OpenRcaService/StreamCoreMetrics',
      requestStream: false,
      responseStream: true,
      encodeRequest: OrcaLoadReportRequest.encode,
      decodeRequest: (bytes: Uint8Array) => OrcaLoadReportRequest.decode(bytes),
      encodeResponse: OrcaLoadReport.encode,
      decodeResponse: (bytes: Uint8Array) => OrcaLoadReport.decode(bytes),
    },
  },
} as const satisfies ServiceDefinition;

/** A client's stub of `xds.service.orca.v3.OpenRcaService`. `Options` are those of a call: deadline, metadata, … */
export interface OpenRcaServiceClient<Options = unknown> {
  streamCoreMetrics(
    request: OrcaLoadReportRequest,
    options?: Options,
  ): AsyncIterable<OrcaLoadReport>;
}

/** A server's skeleton of `xds.service.orca.v3.OpenRcaService`, to be filled in. `Context` tells of the call. */
export interface OpenRcaServiceServer<Context = unknown> {
  streamCoreMetrics(request: OrcaLoadReportRequest, context: Context): Source<OrcaLoadReport>;
}
