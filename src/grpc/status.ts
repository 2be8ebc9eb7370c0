import type { Metadata } from '#grpc/metadata';

/**
 * How a call ended: one of seventeen numbers that every gRPC implementation shares
 * (grpc/grpc doc/statuscodes.md). They travel as decimal text in `grpc-status`.
 */
export const Status = {
  OK: 0,
  /** The caller gave up. */
  CANCELLED: 1,
  /** An error nobody classified: what a stray exception becomes. */
  UNKNOWN: 2,
  INVALID_ARGUMENT: 3,
  DEADLINE_EXCEEDED: 4,
  NOT_FOUND: 5,
  ALREADY_EXISTS: 6,
  /** The caller is known and may not. (Not known at all: UNAUTHENTICATED.) */
  PERMISSION_DENIED: 7,
  /** A quota, or a message above the size limit. */
  RESOURCE_EXHAUSTED: 8,
  /** The system is in the wrong state; retrying without changing it is pointless. */
  FAILED_PRECONDITION: 9,
  /** A conflict (a lost transaction): retry at a higher level. */
  ABORTED: 10,
  OUT_OF_RANGE: 11,
  /** No such service or method, or a broken promise about how many messages come. */
  UNIMPLEMENTED: 12,
  /** A broken invariant of the protocol or of the server. */
  INTERNAL: 13,
  /** The service cannot be reached now; retrying may help. */
  UNAVAILABLE: 14,
  DATA_LOSS: 15,
  UNAUTHENTICATED: 16,
} as const;

export type StatusCode = (typeof Status)[keyof typeof Status];

const NAMES = Object.keys(Status) as (keyof typeof Status)[];

/** `5` → `NOT_FOUND`; a number outside the table is named by itself. */
export function statusName(code: number): string {
  return NAMES[code] ?? `CODE_${code}`;
}

/** The end of a call as it is passed around: code, text, and what came in the trailers. */
export interface StatusObject {
  readonly code: StatusCode;
  readonly details: string;
  readonly metadata?: Metadata | undefined;
}

/** The end of a call that went well. */
export const OK: StatusObject = Object.freeze({ code: Status.OK, details: '' });
