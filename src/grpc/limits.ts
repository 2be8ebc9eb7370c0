/** What a peer may make us hold or do, each with the attack or accident that it stops. */

/**
 * The largest message that is taken, before and after decompression, in bytes: a peer that claims
 * or inflates to more costs nothing. Every gRPC implementation has 4 MiB.
 */
export const MAX_RECEIVE_MESSAGE_SIZE = 4 * 1024 * 1024;

/** The largest message that is sent. The prefix could say 4 GiB; by default only that ends it. */
export const MAX_SEND_MESSAGE_SIZE = 0xffff_ffff;

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

/** How much of a body that is not gRPC (a proxy's error page) is read before the call is ended. */
export const MAX_DISCARDED_BYTES = 64 * 1024;

/**
 * How much of a peer's own text (a path, a content-type) an error message repeats, in characters:
 * long ones that cost the peer nothing would be escaped, sent and kept.
 */
export const MAX_EXCERPT_LENGTH = 80;

/**
 * How many names of a peer's `grpc-accept-encoding` are read. A list of 16 KiB of commas, which costs
 * the peer an octet, would be taken apart for every answer that is compressed.
 */
export const MAX_ACCEPT_NAMES = 16;

/**
 * Values under `-bin` names in one header list, those that are joined by commas counted one by one:
 * so many as a list of 16 KiB could have fields. A value of commas, which costs the peer an octet,
 * would become thousands of arrays when somebody looks at the metadata.
 */
export const MAX_LIST_VALUES = 512;

/**
 * How many calls wait for their turn in a `concurrencyLimit`: behind a server that has become slow,
 * a client that goes on calling would fill its own memory with calls that nobody will wait for.
 */
export const MAX_WAITING_CALLS = 1000;

/** How many answers a `readCache` keeps: a client that asks for ever new things would keep them all. */
export const MAX_CACHED_ANSWERS = 1000;

/**
 * How many good tokens an `IntrospectionCache` keeps: a client that fetches ever new ones would have
 * us keep them all.
 */
export const MAX_KNOWN_TOKENS = 10_000;

/**
 * How many bad ones it keeps, beside the good ones. A caller without any invents a million of them,
 * and must neither fill the memory nor push out the tokens of the others.
 */
export const MAX_REFUSED_TOKENS = 1_000;

/**
 * About how many tokens it asks the token server at once: each invented one would be a question, and
 * callers without a token would overrun the token server through us.
 */
export const MAX_ASKED_TOKENS = 100;

/**
 * How much of a status's text is shown on a line, in characters. A peer's 16 KiB in every line of a
 * log cost the peer one call each.
 */
export const MAX_PRINTED_LENGTH = 1_000;

/**
 * Fields that one answer calls wrong. A request of ten thousand wrong items would be answered with
 * trailers that no client takes.
 */
export const MAX_VIOLATIONS = 25;

/** Of those, how many stand in the text, by their names. */
export const MAX_NAMED_VIOLATIONS = 3;

/**
 * What compressed messages of one connection may become at once, in bytes of memory, inflated and
 * decoded, beside what they earn by their size. Stops: 4 KiB that inflate to 4 MiB of empty lists, one
 * after the other.
 */
export const INFLATED_AT_ONCE = 8 * 1024 * 1024;

/**
 * Of that, what a connection has when it begins, in bytes: the rest comes with time, in a quarter of a
 * second. Stops: one connection after the other, each with as much as it may at once.
 */
export const INFLATED_AT_FIRST = 1024 * 1024;

/** The same in the long run, in bytes a second. */
export const INFLATED_PER_SECOND = 32 * 1024 * 1024;

/**
 * For each octet of a compressed message, so many bytes may become of it without touching the two.
 * Of an honest one hardly more than a hundred do: texts shrink to a tenth, and become six bytes for one.
 */
export const INFLATED_PER_OCTET = 256;

/**
 * What a single compressed message may take when it is decoded, in bytes, if it has come in next to
 * nothing. `MAX_HEAP` of `protobuf` holds as well. Stops: the first of those that inflate to too much.
 */
export const MIN_INFLATED_HEAP = 2 * 1024 * 1024;

/** So much more may it take for each of its octets, in bytes. */
export const MAX_HEAP_PER_OCTET = 1_024;

/**
 * The longest name of a service or method for which the nearest one is looked up, in characters. A
 * peer that calls what is not there, again and again, must not have us compare 16 KiB with each name.
 */
export const MAX_COMPARED_NAME_LENGTH = 100;

/** So many letters may be wrong in the name of a service or method, and we still guess which was meant. */
export const MAX_TYPOS = 2;

/**
 * The longest token that is looked at, in characters. A stranger's 16 KiB would be decoded, parsed
 * and hashed, with every call, before anybody knows who it is.
 */
export const MAX_TOKEN_LENGTH = 8 * 1024;

/**
 * How long nobody makes us ask for keys again, after the token server did not have the one that was
 * named. Stops: a new invented `kid` with every call, each of which becomes a request of ours.
 */
export const KEYS_COOLDOWN_MS = 30_000;

/** The same after the token server did not answer: who is down is not asked with every call. */
export const KEYS_RETRY_MS = 1_000;

/** How long the keys of a token server are used: one that was stolen is to be forgotten. */
export const MAX_KEYS_AGE_MS = 10 * 60_000;
