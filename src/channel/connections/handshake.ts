import { MIN_KEEPALIVE_MS } from '#channel/limits';
import { KEEPALIVE_TIMEOUT_MS } from '#grpc/limits';
import { Keepalive } from '#grpc/liveness/keepalive';
import { WatchedConnection } from '#grpc/liveness/watched-connection';
import { attachHttp2 } from '#http2/attach';
import { createHttp2Client } from '#http2/connection';
import { ErrorCode } from '#http2/error-code';
import type { ConnectionHandler } from '#http2/events';
import type { Http2Error } from '#http2/http2-error';
import type { Http2Options } from '#http2/options';
import type { Clock } from '#time/clock';
import type { Connection } from '#transport/connection';
import { ClientTransport } from './client-transport.ts';
import type { TransportEvents } from './subchannel.ts';

export const CLOSED_IN_SILENCE = 'the server closed the connection before it said anything';

export interface HandshakeOptions {
  http2: Http2Options;
  clock: Clock;
  keepaliveTimeoutMs: number | undefined;
  keepaliveWithoutCalls: boolean;
}

/**
 * A connection is ready when the server's SETTINGS have come, and not when TCP says so: what
 * accepts connections and is silent is not a server (doc/connection-backoff.md).
 */
export function handshake(
  connection: Connection,
  options: HandshakeOptions,
  keepaliveMs: number | undefined,
  events: TransportEvents,
  signal: AbortSignal,
): Promise<ClientTransport> {
  const { clock, http2: http2Options } = options;
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
      // Not at once: the call that got the last stream is being opened, perhaps by a picker.
      streamsUsedUp: () =>
        queueMicrotask(() => {
          events.goingAway(false);
          transport.shutdown();
        }),
      close: (error) => {
        keepalive?.stop();
        signal.removeEventListener('abort', abort);
        if (ready) events.closed();
        else reject(signal.reason ?? whyLost(error) ?? new Error(CLOSED_IN_SILENCE));
      },
    };
    const watched = new WatchedConnection(connection, clock);
    const http2 = createHttp2Client(handler, http2Options);
    const transport = new ClientTransport(http2, clock);
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
    attachHttp2(http2, watched, { clock });
    if (signal.aborted) abort();
  });
}

/** What the transport says of a connection that it has lost: HTTP/2 knows of no error, then. */
function whyLost(error: Http2Error | undefined): Error | undefined {
  const { code, cause } = error ?? {};
  return code === ErrorCode.NO_ERROR && cause instanceof Error ? cause : error;
}
