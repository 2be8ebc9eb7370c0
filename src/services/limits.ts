/** Bounds of the services that come with the stack, each with what it stops. */

/** Streams of `Health.Watch` at once. Stops: watchers that are opened and never closed. */
export const MAX_HEALTH_WATCHES = 1000;

/** More services than this `Health.List` does not list (gRPC A90 asks for such a bound). */
export const MAX_LISTED_SERVICES = 100;
