import { notYet } from '#course/exercise/not-yet';
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
  // ── Task 4 ──
  // metadata.clone() is a copy, new Metadata() an empty one; all.merge(other) adds what other has.
  // each.allowPlaintext is true, false or missing; each.metadata({ serviceUrl, path }) gives a
  // Metadata, now or later. asStatus(error) is what the call fails with.
  throw notYet(4);
}

/** What a call fails with whose credentials failed with `error`. */
function asStatus(error: unknown): GrpcError {
  // ── Task 4 ──
  // new GrpcError(code, details, undefined, { cause: error }). NOT_FOR_CONTROL_PLANE.has(code)
  // tells whether only an application may say that code.
  throw notYet(4);
}
