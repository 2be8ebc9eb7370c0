import { Status, type StatusCode } from '#grpc/status';

/**
 * What RST_STREAM says to a gRPC client (PROTOCOL-HTTP2.md, "Errors"; the codes are those of
 * RFC 9113 §7). Everything that means "one of us broke HTTP/2" is INTERNAL.
 */
export function statusFromReset(errorCode: number): StatusCode {
  switch (errorCode) {
    case 0x7: // REFUSED_STREAM: not processed at all, so it is safe to try again.
      return Status.UNAVAILABLE;
    case 0x8: // CANCEL
      return Status.CANCELLED;
    case 0xb: // ENHANCE_YOUR_CALM
      return Status.RESOURCE_EXHAUSTED;
    case 0xc: // INADEQUATE_SECURITY
      return Status.PERMISSION_DENIED;
    case 0xd: // HTTP_1_1_REQUIRED
      return Status.UNKNOWN;
    default:
      return Status.INTERNAL;
  }
}
