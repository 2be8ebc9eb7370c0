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
