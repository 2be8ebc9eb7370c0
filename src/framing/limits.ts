/** What a peer can make a decoder hold. Every limit of this folder, with the attack it stops. */

/**
 * The largest payload of a length-prefixed frame, in bytes: 4 MiB, gRPC's default for a received
 * message. Stops a peer that announces 4 GiB and then makes us wait for them, or store them.
 */
export const MAX_FRAME_SIZE = 4 * 1024 * 1024;

/**
 * The longest line, in bytes, without its newline. Stops a peer that never sends one: without a
 * limit its "line" grows until our memory is gone.
 */
export const MAX_LINE_SIZE = 64 * 1024;
