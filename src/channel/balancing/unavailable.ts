import type { Endpoint } from '#channel/connections/endpoint';
import { GrpcError } from '#grpc/grpc-error';
import { Status } from '#grpc/status';

/** What a call ends with if there is no connection. */
export function unavailable(failed: Endpoint): GrpcError {
  const details = `no connection to ${failed}: ${failed.lastError?.message ?? 'it failed'}`;
  return new GrpcError(Status.UNAVAILABLE, details);
}
