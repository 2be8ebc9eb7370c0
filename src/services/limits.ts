/** Bounds of the services that come with the stack, each with what it stops. */

/**
 * Streams of `Health.Watch` at once on one connection. Stops: one client that takes the place of
 * all others.
 */
export const MAX_HEALTH_WATCHES_PER_CONNECTION = 100;

/** Streams of `Health.Watch` at once on all connections. Stops: watchers without end. */
export const MAX_HEALTH_WATCHES = 10_000;

/** `Health.List` does not list more services than this (gRPC A90 asks for such a bound). */
export const MAX_LISTED_SERVICES = 100;

/** How long a server that is to end still takes new calls, so that balancers notice in time. */
export const NOTICE_MS = 5_000;

/** How long the calls of a server that is to end have then. Stops: a stream that never ends. */
export const GRACE_MS = 20_000;

/** A second signal within this time is the first one again, as `npm` and a terminal both send it. */
export const SAME_SIGNAL_MS = 500;

/** How long a probe waits for a connection. Stops: a host that swallows packets. */
export const PROBE_CONNECT_MS = 1_000;

/** How long a probe waits for an answer. Stops: a server that takes calls and answers none. */
export const PROBE_CHECK_MS = 1_000;
