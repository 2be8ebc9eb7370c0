import { Status, type StatusCode } from '#grpc/status';

/**
 * What to make of an answer without `grpc-status`: it came from something that speaks HTTP but not
 * gRPC, a proxy most likely (grpc/grpc doc/http-grpc-status-mapping.md). This is for the client
 * alone; no server may derive its HTTP status from a gRPC code.
 */
export function statusFromHttp(httpStatus: number): StatusCode {
  switch (httpStatus) {
    case 400:
      return Status.INTERNAL;
    case 401:
      return Status.UNAUTHENTICATED;
    case 403:
      return Status.PERMISSION_DENIED;
    case 404:
      return Status.UNIMPLEMENTED;
    case 429:
    case 502:
    case 503:
    case 504:
      return Status.UNAVAILABLE;
    default:
      // 200 too: a gRPC server that says OK also says grpc-status. (The document once had
      // 431 → INTERNAL; implementations and the conformance suite say UNKNOWN.)
      return Status.UNKNOWN;
  }
}
