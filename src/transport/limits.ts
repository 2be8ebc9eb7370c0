/**
 * How long a TLS handshake may take, in milliseconds. Stops: clients that begin one and hold a
 * socket.
 */
export const TLS_HANDSHAKE_TIMEOUT_MS = 20_000;
