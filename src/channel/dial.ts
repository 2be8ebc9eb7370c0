import { WatchedConnection } from '#grpc/activity';
import type { Clock } from '#grpc/clock';
import { Keepalive } from '#grpc/keepalive';
import { KEEPALIVE_TIMEOUT_MS } from '#grpc/limits';
import { attachHttp2 } from '#http2/attach';
import { createHttp2Client } from '#http2/connection';
import { ErrorCode } from '#http2/error-code';
import type { ConnectionHandler } from '#http2/events';
import type { Http2Options } from '#http2/options';
import type { Connection } from '#transport/connection';
import { connectTcp } from '#transport/tcp';
import { connectTls, type TlsClientOptions } from '#transport/tls';
import { ClientTransport } from './client-transport.ts';
import { MIN_KEEPALIVE_MS } from './limits.ts';
import type { Dial, TransportEvents } from './subchannel.ts';
import type { Address } from './target.ts';

export interface DialOptions {
  tls: TlsClientOptions | undefined;
  http2: Http2Options;
  clock: Clock;
  keepaliveTimeoutMs: number | undefined;
  keepaliveWithoutCalls: boolean;
}

/** Connects over TCP or TLS, and waits for the server's first word. */
export function createDial(options: DialOptions): Dial {
  return async (address, keepaliveMs, events, signal) => {
    const connection = await connect(address, options.tls, signal);
    return handshake(connection, options, keepaliveMs, events, signal);
  };
}

function connect(
  address: Address,
  tls: TlsClientOptions | undefined,
  signal: AbortSignal,
): Promise<Connection> {
  return tls ? connectTls(address, tls, signal) : connectTcp(address, signal);
}

/**
 * A connection is ready when the server's SETTINGS have come, not when TCP says so: whoever
 * accepts and then is silent is no server (gRPC A8; doc/connection-backoff.md).
 */
export function handshake(
  connection: Connection,
  options: DialOptions,
  keepaliveMs: number | undefined,
  events: TransportEvents,
  signal: AbortSignal,
): Promise<ClientTransport> {
  const { clock, tls, http2: http2Options } = options;
  return new Promise((resolve, reject) => {
    let keepalive: Keepalive | undefined;
    let ready = false;
    const abort = () => connection.destroy(signal.reason);
    const handler: ConnectionHandler = {
      settings: () => {
        ready = true;
        signal.removeEventListener('abort', abort);
        resolve(transport);
      },
      goaway: (_lastStreamId, code, debugData) => {
        const calm = code === ErrorCode.ENHANCE_YOUR_CALM;
        events.goingAway(calm && new TextDecoder().decode(debugData) === 'too_many_pings');
      },
      streamsAvailable: () => transport.streamsAvailable(),
      close: (error) => {
        keepalive?.stop();
        signal.removeEventListener('abort', abort);
        if (ready) events.closed();
        else reject(signal.reason ?? error ?? new Error('the server closed the connection'));
      },
    };
    const watched = new WatchedConnection(connection, clock);
    const http2 = createHttp2Client(handler, http2Options);
    const transport = new ClientTransport(http2, tls !== undefined);
    if (keepaliveMs !== undefined) {
      keepalive = new Keepalive({
        clock,
        intervalMs: Math.max(keepaliveMs, MIN_KEEPALIVE_MS),
        timeoutMs: options.keepaliveTimeoutMs ?? KEEPALIVE_TIMEOUT_MS,
        lastHeard: () => watched.lastHeard,
        wanted: () => options.keepaliveWithoutCalls || http2.openStreams > 0,
        ping: () => http2.ping(),
        dead: () => connection.destroy(new Error('keepalive: no answer')),
      });
    }
    signal.addEventListener('abort', abort);
    attachHttp2(http2, watched);
    if (signal.aborted) abort();
  });
}
