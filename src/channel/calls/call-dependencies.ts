import type { CallRequest, TransportCall } from '#grpc/client/call-transport';
import type { Metadata } from '#grpc/metadata';
import type { Clock } from '#time/clock';
import type { DeadlineWheel } from '#time/deadline-wheel';
import type { CallPicker } from './attempt.ts';
import type { CallHeaders } from './call-headers.ts';
import type { CallSettings } from './call-settings.ts';

/** What all calls of a channel share. */
export interface CallDependencies {
  readonly clock: Clock;
  readonly deadlines: DeadlineWheel;
  readonly headers: CallHeaders;
  readonly picker: CallPicker;
  /** `undefined`: the name is not resolved yet, and how its calls are made comes with it. */
  settings(request: CallRequest): CallSettings | undefined;
  /** Why the name does not resolve. */
  nameError(): Error | undefined;
  /** The request's metadata with that of its credentials. `undefined`: it has no credentials. */
  authorize(request: CallRequest): Promise<Metadata> | undefined;
  /** A call is over. */
  ended(call: TransportCall): void;
}
