import type { ClientStreamOptions } from '#grpc/client-stream';
import type { Clock } from '#grpc/clock';
import type { DeadlineWheel } from '#grpc/deadline-wheel';
import type { Picking } from './attempt.ts';
import type { CallHeaders } from './call-headers.ts';
import type { ChannelCall } from './channel-call.ts';
import type { RetryPlan } from './retry-plan.ts';

/** What all calls of a channel share. */
export interface ChannelSurroundings extends Picking {
  readonly clock: Clock;
  readonly wheel: DeadlineWheel;
  readonly headers: CallHeaders;
  callEnded(call: ChannelCall): void;
}

export interface ChannelCallOptions {
  readonly timeoutMs: number | undefined;
  readonly waitForReady: boolean;
  readonly streamOptions: ClientStreamOptions;
  readonly plan: RetryPlan | undefined;
}
