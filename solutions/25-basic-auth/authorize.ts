// Derived from src/channel/calls/authorize.ts by npm run skeletons: change it there.
import type { CallCredentials } from '#grpc/client/call-credentials';
import { GrpcError } from '#grpc/grpc-error';
import { Metadata } from '#grpc/metadata';
import { Status, type StatusCode } from '#grpc/status';

/**
 * Codes that only a server's application may give. A token service that fails with NOT_FOUND must
 * not look as if the order were not found (gRPC A54).
 */
const NOT_FOR_CONTROL_PLANE = new Set<StatusCode>([
  Status.OK,
  Status.INVALID_ARGUMENT,
  Status.NOT_FOUND,
  Status.ALREADY_EXISTS,
  Status.FAILED_PRECONDITION,
  Status.ABORTED,
  Status.OUT_OF_RANGE,
  Status.DATA_LOSS,
]);

/** What a caller reads whose secret stayed here. */
export const NOT_OVER_PLAINTEXT = 'call credentials are not sent over plaintext: use TLS';

/**
 * The call's metadata with what its credentials add, each after the one before it. None of them is
 * asked before it is clear that all may be sent: to fetch a token costs a call, and a token that
 * was made for nothing is one more that can be stolen.
 *
 * @param metadata the caller's, who may use it again: it stays as it is.
 * @throws GrpcError UNAUTHENTICATED if they would go over plaintext, or if they cannot be fetched;
 *   what a credential itself fails with, unless only a server's application may say so: then it is
 *   INTERNAL.
 */
export async function authorize(
  metadata: Metadata | undefined,
  credentials: readonly CallCredentials[],
  path: string,
  connection: { authority: string; secure: boolean },
): Promise<Metadata> {
  if (!connection.secure && credentials.some((each) => !each.allowPlaintext)) {
    throw new GrpcError(Status.UNAUTHENTICATED, NOT_OVER_PLAINTEXT);
  }
  const all = metadata?.clone() ?? new Metadata();
  const service = path.slice(0, path.lastIndexOf('/'));
  const context = { serviceUrl: `https://${connection.authority}${service}`, path };
  for (const each of credentials) {
    try {
      all.merge(await each.metadata(context));
    } catch (error) {
      throw asStatus(error);
    }
  }
  return all;
}

/** What a call fails with whose credentials failed with `error`. */
function asStatus(error: unknown): GrpcError {
  if (!(error instanceof GrpcError)) {
    const details = `no credentials: ${(error as Error)?.message ?? error}`;
    return new GrpcError(Status.UNAUTHENTICATED, details, undefined, { cause: error });
  }
  if (!NOT_FOR_CONTROL_PLANE.has(error.code)) return error;
  const details = `the credentials failed with ${error.message}`;
  return new GrpcError(Status.INTERNAL, details, undefined, { cause: error });
}
