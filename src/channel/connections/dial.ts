import { connectTcp } from '#transport/tcp';
import { createTlsConnector, type TlsClientOptions } from '#transport/tls/client';
import type { Address } from './address.ts';
import { CLOSED_IN_SILENCE, type HandshakeOptions, handshake } from './handshake.ts';
import type { Dial } from './subchannel.ts';

export interface DialOptions extends HandshakeOptions {
  tls: TlsClientOptions | undefined;
  /** Whom the certificate of the server at an address must name. */
  serverName: (address: Address) => string;
}

/**
 * Connects over TCP or TLS, and waits for the server's first word.
 * @throws TypeError if a certificate or a key in the TLS options cannot be read
 */
export function createDial(options: DialOptions): Dial {
  const { tls, serverName } = options;
  if (tls === undefined) {
    return async (address, keepaliveMs, events, signal) => {
      const connection = await connectTcp(address, signal);
      return handshake(connection, options, keepaliveMs, events, signal);
    };
  }
  const connect = createTlsConnector(tls);
  return async (address, keepaliveMs, events, signal) => {
    const connection = await connect(address, serverName(address), signal);
    try {
      return await handshake(connection, options, keepaliveMs, events, signal);
    } catch (error) {
      throw signal.aborted ? error : withHint(error as Error, tls);
    }
  };
}

/**
 * With TLS 1.3 a client is done with its handshake before the server has looked at the client's
 * certificate, and some servers that refuse it only hang up.
 */
function withHint(error: Error, tls: TlsClientOptions): Error {
  const { certificate } = tls.identity?.current ?? tls;
  const { code } = error as { code?: string };
  const cutOff = code === 'ECONNRESET' || code === 'EPIPE';
  if (error.message !== CLOSED_IN_SILENCE && !cutOff) return error;
  const hint = certificate
    ? 'it may not accept our certificate'
    : 'it may want a client certificate (mTLS)';
  return new Error(`${error.message}; ${hint}`, { cause: error });
}
