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

/**
 * The call's metadata with what its credentials add.
 * @throws GrpcError UNAUTHENTICATED if they would go over plaintext, or if they cannot be fetched.
 */
export async function authorize(
  metadata: Metadata | undefined,
  credentials: readonly CallCredentials[],
  path: string,
  connection: { authority: string; secure: boolean },
): Promise<Metadata> {
  const all = metadata?.clone() ?? new Metadata();
  const service = path.slice(0, path.lastIndexOf('/'));
  const context = { serviceUrl: `https://${connection.authority}${service}`, path };
  for (const each of credentials) {
    if (!connection.secure && !each.allowPlaintext) {
      const details = 'call credentials are not sent over plaintext: use TLS';
      throw new GrpcError(Status.UNAUTHENTICATED, details);
    }
    try {
      all.merge(await each.metadata(context));
    } catch (error) {
      throw asStatus(error);
    }
  }
  return all;
}

function asStatus(error: unknown): GrpcError {
  if (!(error instanceof GrpcError)) {
    const details = `no credentials: ${(error as Error)?.message ?? error}`;
    return new GrpcError(Status.UNAUTHENTICATED, details, undefined, { cause: error });
  }
  return NOT_FOR_CONTROL_PLANE.has(error.code)
    ? new GrpcError(Status.INTERNAL, `the credentials failed with ${error.message}`)
    : error;
}
