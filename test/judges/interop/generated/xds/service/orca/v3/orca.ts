// Generated from xds/service/orca/v3/orca.proto by `npm run generate`. Do not edit.
import { decode, encode } from '#protobuf/codec';
import { create } from '#protobuf/create';
import type { Reader } from '#protobuf/fast/reader';
import type { Writer } from '#protobuf/fast/writer';
import {
  Duration,
  emptyDuration,
  file as file_google_protobuf_duration,
  readDuration,
  writeDuration,
} from '#protobuf/generated/google/protobuf/duration';
import {
  file as file_xds_data_orca_v3_orca_load_report,
  OrcaLoadReport,
} from '#protobuf/generated/xds/data/orca/v3/orca_load_report';
import type { Message, MessageType } from '#protobuf/message';
import type { ProtoFile } from '#protobuf/schema/proto-file';
import type { ServiceDefinition, Source } from '#protobuf/schema/service-definition';

/** The file itself, for reflection. */
export const file: ProtoFile = {
  path: 'xds/service/orca/v3/orca.proto',
  imports: [file_google_protobuf_duration, file_xds_data_orca_v3_orca_load_report],
  descriptor:
    'Ch54ZHMvc2VydmljZS9vcmNhL3YzL29yY2EucHJvdG8SE3hkcy5zZXJ2aWNlLm9yY2EudjMaHmdvb2dsZS9w' +
    'cm90b2J1Zi9kdXJhdGlvbi5wcm90bxoneGRzL2RhdGEvb3JjYS92My9vcmNhX2xvYWRfcmVwb3J0LnByb3Rv' +
    'IokBChVPcmNhTG9hZFJlcG9ydFJlcXVlc3QSQgoPcmVwb3J0X2ludGVydmFsGAEgASgLMhkuZ29vZ2xlLnBy' +
    'b3RvYnVmLkR1cmF0aW9uUg5yZXBvcnRJbnRlcnZhbBIsChJyZXF1ZXN0X2Nvc3RfbmFtZXMYAiADKAlSEHJl' +
    'cXVlc3RDb3N0TmFtZXMydQoOT3BlblJjYVNlcnZpY2USYwoRU3RyZWFtQ29yZU1ldHJpY3MSKi54ZHMuc2Vy' +
    'dmljZS5vcmNhLnYzLk9yY2FMb2FkUmVwb3J0UmVxdWVzdBogLnhkcy5kYXRhLm9yY2EudjMuT3JjYUxvYWRS' +
    'ZXBvcnQwAWIGcHJvdG8z',
};

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
        const outer = reader.enter(68);
        const part = message.reportInterval ?? emptyDuration();
        readDuration(part, reader);
        reader.leave(outer);
        message.reportInterval = part;
        break;
      }
      case 18:
        reader.item(message.requestCostNames).push(reader.string());
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
