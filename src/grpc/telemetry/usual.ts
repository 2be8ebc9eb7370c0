/**
 * Into which classes durations are sorted, in seconds: every third or so of those that gRPC A66
 * names. Each is a number per method and status, kept for ever: a bound more costs as many numbers.
 */
export const LATENCY_BOUNDS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10];

/** Milliseconds that a service, or the way to it, needs at most when all is well. */
export const USUAL_MS = 50;

/** Calls of the same method that one call makes at most when all is well. */
export const USUAL_CALLS = 5;

/** Milliseconds by which a span may outlive the one that it belongs to: cancelling takes a moment. */
export const AFTER_MS = 5;
