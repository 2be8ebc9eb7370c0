/** The limits of the client's side, each with what it stops. */

/** A call has at most so many attempts, whatever a service config says (gRPC A6). */
export const MAX_ATTEMPTS = 5;

/**
 * How long `pick_first` waits for an address before it tries the next one beside it (RFC 8305 §5,
 * gRPC A61): an address that swallows packets, such as IPv6 on half a network, costs a call this
 * much and not a whole timeout.
 */
export const CONNECTION_ATTEMPT_DELAY_MS = 250;

/** How long one attempt to connect may take (grpc/grpc doc/connection-backoff.md). */
export const CONNECT_TIMEOUT_MS = 20_000;

/** A shorter keepalive is raised to this: servers take it for an attack (gRPC A8). */
export const MIN_KEEPALIVE_MS = 10_000;

/** Within this time DNS is asked once, however often connections fail. */
export const MIN_RESOLUTION_INTERVAL_MS = 30_000;

/**
 * How many calls may wait for a connection, and how many for a free stream on one that is full.
 * More fail at once with RESOURCE_EXHAUSTED: a server that ends no call must not fill our memory.
 */
export const MAX_QUEUED_CALLS = 10_000;

/** A channel without calls for this long closes its connections (gRPC's default). */
export const IDLE_TIMEOUT_MS = 30 * 60_000;

/**
 * How often a call that a server has refused without touching it is sent again, whatever the retry
 * policy says (gRPC A6, "Transparent Retries": once).
 */
export const MAX_TRANSPARENT_RETRIES = 1;

/** How much of a stream of requests is kept while there is no connection, in bytes. */
export const MAX_UNSENT_BYTES = 64 * 1024;

/**
 * How many bytes of requests a call keeps so that it can send them again. A call that sent more is
 * committed: it is never retried (gRPC A6, "Memory Management").
 */
export const MAX_REPLAY_BYTES = 256 * 1024;

/**
 * How many servers `least_request_experimental` compares for a call, whatever the service config
 * says (gRPC A48): who answers for the name must not make every call look at every server.
 */
export const MAX_CHOICES = 10;

/**
 * How often `weighted_round_robin` looks at the weights, at most (gRPC A58): a schedule is made
 * anew for it, and a service config could ask for that with every call.
 */
export const MIN_WEIGHT_UPDATE_MS = 100;
