import type { Status } from '#grpc/status';

/** `"1.5s"`: seconds, as the JSON form of google.protobuf.Duration has it. */
export type DurationJson = string;

/** By name or by number. (`string & {}` keeps an editor's proposals, and takes a variable, too.) */
export type StatusCodeJson = keyof typeof Status | (string & {}) | number;

/** Tries again, one attempt after the other (gRPC A6, "Retry Policy"). */
export interface RetryPolicyJson {
  /** With the first one; 2 to 5. */
  maxAttempts: number;
  initialBackoff: DurationJson;
  maxBackoff: DurationJson;
  backoffMultiplier: number;
  retryableStatusCodes: readonly StatusCodeJson[];
}

/** Sends a second request before the first has failed, and takes what comes first. */
export interface HedgingPolicyJson {
  maxAttempts: number;
  /** Between two attempts; all at once if left out. */
  hedgingDelay?: DurationJson;
  /** After these the next attempt starts at once; after all others the call ends. */
  nonFatalStatusCodes?: readonly StatusCodeJson[];
}

export interface MethodConfigJson {
  /** `{}`: all methods. `{ service }`: all of one service. */
  name: readonly { service?: string; method?: string }[];
  timeout?: DurationJson;
  waitForReady?: boolean;
  /** The largest message, after compression. */
  maxRequestMessageBytes?: number | string;
  maxResponseMessageBytes?: number | string;
  /** At most one of the two. Nothing is sent again once the server's headers have come. */
  retryPolicy?: RetryPolicyJson;
  hedgingPolicy?: HedgingPolicyJson;
}

/** How calls are made, as JSON (grpc/grpc doc/service_config.md). */
export interface ServiceConfigJson {
  /** The first policy that is known is taken: `[{ round_robin: {} }]`. */
  loadBalancingConfig?: readonly Readonly<Record<string, object>>[];
  methodConfig?: readonly MethodConfigJson[];
  /** Stops retries while most calls fail. */
  retryThrottling?: { maxTokens: number; tokenRatio: number };
}
