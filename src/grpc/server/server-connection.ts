import { InflationLimit } from '#grpc/inflation-limit';
import { SHUTDOWN_PING_MS } from '#grpc/limits';
import { Keepalive } from '#grpc/liveness/keepalive';
import { PingStrikes } from '#grpc/liveness/ping-strikes';
import { WatchedConnection } from '#grpc/liveness/watched-connection';
import { beginCall, type CallPlace } from '#grpc/server/calls/begin-call';
import type { HeaderField } from '#hpack/header-field';
import { attachHttp2 } from '#http2/attach';
import { createHttp2Server, type Http2Connection } from '#http2/connection';
import { ErrorCode } from '#http2/error-code';
import type { ConnectionHandler, StreamHandler } from '#http2/events';
import type { Http2Stream } from '#http2/stream';
import type { TimerHandle } from '#time/clock';
import type { DeadlineWheel } from '#time/deadline-wheel';
import type { Connection } from '#transport/connection';
import type { PeerIdentity } from '#transport/tls/identity';
import type { ServerConfig } from './server-options.ts';
import type { ServiceTable } from './service-table.ts';

/** The server to which a connection belongs. */
export interface ConnectionOwner {
  readonly config: ServerConfig;
  readonly services: ServiceTable;
  readonly deadlines: DeadlineWheel;
  connectionClosed(connection: ServerConnection): void;
}

/** One client's connection: takes its calls, and ends it when it is too old, too idle or too rude. */
export class ServerConnection implements ConnectionHandler, CallPlace {
  readonly config: ServerConfig;
  readonly deadlines: DeadlineWheel;
  readonly peer: PeerIdentity;
  readonly shutdownListeners = new Set<{ connectionShutsDown(): void }>();
  shuttingDown = false;
  readonly services: ServiceTable;
  readonly http2: Http2Connection;
  readonly inflation: InflationLimit;
  readonly #transport: WatchedConnection;
  readonly #pings: PingStrikes;
  readonly #keepalive: Keepalive;
  readonly #timers = new Map<string, TimerHandle>();
  #openCalls = 0;

  constructor(connection: Connection, peer: PeerIdentity, owner: ConnectionOwner) {
    const { config } = owner;
    const { clock } = config;
    this.config = config;
    this.deadlines = owner.deadlines;
    this.peer = peer;
    this.services = owner.services;
    this.#pings = new PingStrikes(config.pings);
    this.inflation = new InflationLimit(clock);
    const watched = new WatchedConnection(connection, clock);
    // Not when HTTP/2 is done: the last answers may still be on their way into the socket.
    watched.onClose = () => owner.connectionClosed(this);
    this.#transport = watched;
    this.http2 = createHttp2Server(this, config.http2);
    this.#keepalive = new Keepalive({
      clock,
      intervalMs: config.keepaliveMs,
      timeoutMs: config.keepaliveTimeoutMs,
      lastHeard: () => watched.lastHeard,
      wanted: () => true,
      ping: () => this.http2.ping(),
      dead: () => this.destroy(new Error('keepalive: no answer')),
    });
    const { maxConnectionAgeMs } = config;
    if (maxConnectionAgeMs !== undefined) {
      // ±10 %, or all clients that came together would leave together (gRPC A9).
      const age = maxConnectionAgeMs * (0.9 + 0.2 * config.random());
      this.#after('age', age, () => this.#retire('max_age', config.maxConnectionAgeGraceMs));
    }
    this.#watchIdle();
    attachHttp2(this.http2, watched, { clock });
  }

  stream(stream: Http2Stream, fields: readonly HeaderField[], endStream: boolean): StreamHandler {
    return beginCall(this, stream, fields, endStream);
  }

  callBegins(): void {
    this.#openCalls++;
    this.#cancel('idle');
  }

  ping(): void {
    const now = this.config.clock.now();
    if (this.#pings.ping(now, this.#openCalls, this.#transport.bytesSent)) return;
    this.http2.abort(ErrorCode.ENHANCE_YOUR_CALM, 'too_many_pings');
  }

  callEnded(): void {
    this.#openCalls--;
    this.#watchIdle();
  }

  close(): void {
    this.#keepalive.stop();
    for (const timer of this.#timers.values()) timer.cancel();
    this.#timers.clear();
  }

  /** No new calls; those that were accepted end in their own time. */
  shutdown(reason?: string): void {
    if (this.http2.closed) return; // Only its last bytes are on their way.
    this.shuttingDown = true;
    for (const listener of this.shutdownListeners) listener.connectionShutsDown();
    this.shutdownListeners.clear();
    this.http2.shutdown(reason);
    // A client that does not answer our PING must not hold up the shutdown for ever.
    this.#after('ping', SHUTDOWN_PING_MS, () => this.http2.finishShutdown());
  }

  abort(): void {
    this.http2.abort(ErrorCode.NO_ERROR);
  }

  destroy(error?: Error): void {
    this.#transport.destroy(error);
  }

  #retire(reason: string, graceMs: number | undefined): void {
    this.shutdown(reason);
    if (graceMs !== undefined) this.#after('grace', graceMs, () => this.abort());
  }

  #watchIdle(): void {
    const { maxConnectionIdleMs } = this.config;
    if (maxConnectionIdleMs === undefined || this.#openCalls > 0) return;
    this.#after('idle', maxConnectionIdleMs, () => this.shutdown('max_idle'));
  }

  #after(name: string, milliseconds: number, callback: () => void): void {
    this.#cancel(name);
    this.#timers.set(name, this.config.clock.setTimer(callback, milliseconds));
  }

  #cancel(name: string): void {
    this.#timers.get(name)?.cancel();
    this.#timers.delete(name);
  }
}
