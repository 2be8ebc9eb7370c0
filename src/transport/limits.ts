/**
 * How long a TLS handshake may take, in milliseconds. Stops: clients that begin one and hold a
 * socket.
 */
export const TLS_HANDSHAKE_TIMEOUT_MS = 20_000;

/**
 * How much of the names in a certificate that is not the right one an error repeats, in characters. A
 * certificate may have thousands, and the error of a connection is a part of the error of each call.
 */
export const MAX_CERTIFICATE_NAMES_LENGTH = 300;
