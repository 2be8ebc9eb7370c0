/** What a peer may make us hold or do, each with the attack or accident that it stops. */

/**
 * The largest message that is taken, before and after decompression, in bytes: a peer that claims
 * or inflates to more costs nothing. Every gRPC implementation has 4 MiB.
 */
export const MAX_RECEIVE_MESSAGE_SIZE = 4 * 1024 * 1024;

/**
 * What all messages of a connection that have begun and not ended may take together, in bytes: a
 * peer that begins a large one on every stream, and ends none. The call that goes beyond is ended.
 */
export const MAX_PARTIAL_MESSAGE_BYTES = 64 * 1024 * 1024;

/** The largest message that is sent. The prefix could say 4 GiB; by default only that ends it. */
export const MAX_SEND_MESSAGE_SIZE = 0xffff_ffff;

/**
 * How many bytes of requests a call keeps so that it can send them again. A call that sent more is
 * committed: it is never retried (gRPC A6, "Memory Management").
 */
export const MAX_REPLAY_BYTES = 256 * 1024;

/** Deadlines are exact to this many milliseconds: the width of one slot of the wheel. */
export const DEADLINE_RESOLUTION_MS = 4;

/** How long a new connection may take to say its SETTINGS: half-open sockets hold nothing longer. */
export const HANDSHAKE_TIMEOUT_MS = 20_000;

/** How long a graceful shutdown waits for the last calls before it ends them. */
export const SHUTDOWN_GRACE_MS = 30_000;

/** How long a graceful shutdown waits for the PING that tells the last accepted stream. */
export const SHUTDOWN_PING_MS = 5000;

/** How many calls a server handles at once on one connection; more are refused. */
export const MAX_CONCURRENT_STREAMS = 1024;

/** A client that pings more often than this wastes the server's time (gRPC A8). */
export const MIN_PING_INTERVAL_MS = 5 * 60_000;

/** The same on a connection without calls, where pings were not expected at all. */
export const MIN_PING_INTERVAL_IDLE_MS = 2 * 3600_000;

/** How many pings too early are forgiven before the connection ends with `too_many_pings`. */
export const MAX_PING_STRIKES = 2;

/** How long after a keepalive ping the other side is taken for dead. */
export const KEEPALIVE_TIMEOUT_MS = 20_000;

/** How often a server asks a silent connection whether it is still there. */
export const SERVER_KEEPALIVE_MS = 2 * 3600_000;

/** Messages below this many bytes are sent as they are: gzip's own frame would make them longer. */
export const MIN_COMPRESSED_BYTES = 32;

/** How much of a body that is no gRPC (a proxy's error page) is read before the call is ended. */
export const MAX_DISCARDED_BYTES = 64 * 1024;
