/** What a client can make a server hold. Every limit of this folder, with the attack it stops. */

/**
 * Calls that one connection may have running at once. Stops a client that sends calls without end
 * and never waits for an answer: each costs memory until it is done.
 */
export const MAX_PENDING_CALLS = 100;

/**
 * How long a connection may stay silent, in milliseconds. Stops clients that connect and then do
 * nothing, until there is no connection left for anybody else.
 */
export const IDLE_TIMEOUT_MS = 60_000;

/**
 * Replies that a server remembers so that a repeated request is not executed again. Stops a client
 * that invents new request keys until the memory is gone; the oldest reply is forgotten first.
 */
export const MAX_REMEMBERED_REPLIES = 1_000;

/** The longest request key accepted, in characters: the cache keeps it as long as the reply. */
export const MAX_KEY_LENGTH = 128;
