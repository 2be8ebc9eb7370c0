import type { StatusObject } from '#grpc/status';
import { OrcaLoadReport } from '#protobuf/generated/xds/data/orca/v3/orca_load_report';

/** The trailer in which a server says how busy it is (gRPC A51). */
export const LOAD_REPORT = 'endpoint-load-metrics-bin';

/** The report in a call's trailers; `undefined` if there is none, or none that can be read. */
export function loadReportIn({ metadata }: StatusObject): OrcaLoadReport | undefined {
  const [bytes] = metadata?.getAll(LOAD_REPORT) ?? [];
  if (!(bytes instanceof Uint8Array)) return undefined;
  try {
    return OrcaLoadReport.decode(bytes);
  } catch {
    // A server's bytes. A call that went well does not fail because of them.
    return undefined;
  }
}
