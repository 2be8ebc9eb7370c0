import { GrpcError } from '#grpc/grpc-error';
import { Metadata } from '#grpc/metadata';
import type { StatusCode } from '#grpc/status';
import { unpackAny } from '#protobuf/any';
import type { Any } from '#protobuf/generated/google/protobuf/any';
import { Status as RichStatus } from '#protobuf/generated/google/rpc/status';
import type { Message, MessageType } from '#protobuf/message';

/**
 * Errors that say more than a code and a text: which field was wrong, when to try again, which
 * quota is used up. They travel as a `google.rpc.Status` in one trailer beside `grpc-status`
 * (the richer error model of https://google.aip.dev/193).
 */
export const DETAILS = 'grpc-status-details-bin';

/**
 * An error with details, for a handler to throw.
 *
 * ```ts
 * throw richError(Status.INVALID_ARGUMENT, 'the order is incomplete', [
 *   packAny(BadRequest, { fieldViolations: [{ field: 'id', description: 'is empty', … }] }),
 * ]);
 * ```
 */
export function richError(
  code: StatusCode,
  message: string,
  details: readonly Any[],
  options?: ErrorOptions,
): GrpcError {
  const status = RichStatus.encode({ code, message, details: [...details] });
  return new GrpcError(code, message, new Metadata().set(DETAILS, status), options);
}

/**
 * The `google.rpc.Status` that came with an error; `undefined` if there is none, if there are two,
 * if it cannot be read, or if it names another code than `grpc-status` does: then one of the two is
 * wrong, and nobody can say which.
 */
export function richStatus(error: GrpcError): RichStatus | undefined {
  const values = error.metadata.getAll(DETAILS);
  const status = values.length === 1 ? attempt(() => RichStatus.decode(values[0]!)) : undefined;
  return status?.code === error.code ? status : undefined;
}

/** Somebody else's way: what fails is nothing. */
function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

export const errorDetails = (error: GrpcError): readonly Any[] => richStatus(error)?.details ?? [];

export function detailOf<T extends Message>(error: GrpcError, type: MessageType<T>): T | undefined {
  const opened = errorDetails(error).map((detail) => attempt(() => unpackAny(detail, type)));
  return opened.find((message) => message !== undefined);
}

export function withDetail(error: GrpcError, detail: Any): GrpcError {
  const { code, details: message } = error;
  const known = richStatus(error) ?? RichStatus.create({ code, message });
  const status = { ...known, details: [...known.details, detail] };
  const metadata = new Metadata();
  for (const [name, value] of error.metadata) {
    if (name !== DETAILS) metadata.append(name, value);
  }
  metadata.append(DETAILS, RichStatus.encode(status));
  return new GrpcError(code, message, metadata, { cause: error });
}
