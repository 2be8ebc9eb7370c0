import type { CallCredentials } from '#grpc/client/call-credentials';
import { GrpcError } from '#grpc/grpc-error';
import { Metadata } from '#grpc/metadata';
import { Status, type StatusCode } from '#grpc/status';

export const NOT_OVER_PLAINTEXT = 'call credentials are not sent over plaintext: use TLS';

/** The codes that may go out, and not those that may not. */
const SENDABLE = new Set<StatusCode>([
  Status.CANCELLED,
  Status.UNKNOWN,
  Status.DEADLINE_EXCEEDED,
  Status.PERMISSION_DENIED,
  Status.RESOURCE_EXHAUSTED,
  Status.UNIMPLEMENTED,
  Status.INTERNAL,
  Status.UNAVAILABLE,
  Status.UNAUTHENTICATED,
]);

/** Collects first, and puts together at the end. */
export async function authorize(
  metadata: Metadata | undefined,
  credentials: readonly CallCredentials[],
  path: string,
  { authority, secure }: { authority: string; secure: boolean },
): Promise<Metadata> {
  const mayGo = secure || credentials.every(({ allowPlaintext }) => allowPlaintext === true);
  if (!mayGo) throw new GrpcError(Status.UNAUTHENTICATED, NOT_OVER_PLAINTEXT);
  const serviceUrl = `https://${authority}${path.split('/').slice(0, -1).join('/')}`;
  const parts = metadata === undefined ? [] : [metadata];
  for (const one of credentials) {
    await Promise.resolve()
      .then(() => one.metadata({ serviceUrl, path }))
      .then(
        (part) => parts.push(part),
        (error: unknown) => {
          if (error instanceof GrpcError && SENDABLE.has(error.code)) throw error;
          const code = error instanceof GrpcError ? Status.INTERNAL : Status.UNAUTHENTICATED;
          throw new GrpcError(code, 'the credentials failed', undefined, { cause: error });
        },
      );
  }
  return parts.reduce((all, part) => all.merge(part), new Metadata());
}
