import type { ContextValues } from '#grpc/context-values';
import type { Interceptor } from '#grpc/interceptor';
import type { Metadata } from '#grpc/metadata';
import type { StatusObject } from '#grpc/status';
import type { MethodDefinition } from '#protobuf/schema/service-definition';
import type { CallOptions } from './call-options.ts';

/** What a client interceptor sees of a call, and may change. */
export interface ClientCall {
  readonly method: MethodDefinition;
  /** What goes out with the request. Never missing here, so that an interceptor can simply `set`. */
  readonly metadata: Metadata;
  /** What the interceptors hand on to each other; at first the call's option `context`. */
  readonly context: ContextValues;
  options: Omit<CallOptions, 'metadata' | 'context'>;
  /**
   * Milliseconds until the caller gives up, at least 0; `undefined`: it waits for ever. What an
   * interceptor waits for, and each further attempt, is taken from it.
   */
  timeLeft(): number | undefined;
  /**
   * How the call ended, for a stream too, and whoever ended it: the server, the deadline, a reader
   * that left. If an interceptor calls `next` again, the last answer counts. Never rejects.
   */
  readonly ended: Promise<StatusObject>;
}

export type ClientInterceptor = Interceptor<ClientCall>;
