import type { ServiceConfig } from '#channel/names/service-config';
import { planRetries } from '#channel/retries/plan-retries';
import type { RetryPlan } from '#channel/retries/retry-plan';
import { shorterTimeout } from '#grpc/client/call-options';
import type { CallRequest } from '#grpc/client/call-transport';
import type { ClientStreamOptions } from '#grpc/client/client-stream';

/** How one call is made: what the caller asked for, and what the service config says. */
export interface CallSettings {
  readonly timeoutMs: number | undefined;
  readonly waitForReady: boolean;
  /** The largest message that may be sent, after compression, in bytes. */
  readonly maxRequestBytes: number;
  readonly streamOptions: ClientStreamOptions;
  readonly plan: RetryPlan | undefined;
}

/**
 * Of two timeouts or sizes the smaller one holds (grpc/grpc doc/service_config.md). `waitForReady`
 * is the caller's, if the caller says anything.
 */
export function callSettings(
  request: CallRequest,
  config: ServiceConfig,
  streamOptions: ClientStreamOptions,
  random: () => number,
): CallSettings {
  const method = config.method(request.path);
  const maxResponseBytes = method?.maxResponseBytes;
  return {
    timeoutMs: shorterTimeout(request.timeoutMs, method?.timeoutMs),
    waitForReady: request.waitForReady ?? method?.waitForReady ?? false,
    maxRequestBytes: method?.maxRequestBytes ?? Number.POSITIVE_INFINITY,
    streamOptions:
      maxResponseBytes === undefined
        ? streamOptions
        : {
            ...streamOptions,
            maxReceiveSize: Math.min(streamOptions.maxReceiveSize, maxResponseBytes),
          },
    plan: planRetries(method, config.throttle, random),
  };
}
