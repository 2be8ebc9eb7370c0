import { type Refusal, refuseRequest } from '#grpc/request-headers';
import { trailersOnly } from '#grpc/trailers';
import type { HeaderField } from '#hpack/header-field';
import { attachHttp2 } from '#http2/attach';
import { createHttp2Server, type Http2Connection } from '#http2/connection';
import { ErrorCode } from '#http2/error-code';
import type { ConnectionHandler, StreamHandler } from '#http2/events';
import type { Http2Options } from '#http2/options';
import type { Http2Stream } from '#http2/stream';
import type { Connection } from '#transport/connection';
import type { PeerIdentity } from '#transport/identity';
import { WatchedConnection } from './activity.ts';
import { ByteBudget } from './byte-budget.ts';
import type { CallSurroundings } from './call-context.ts';
import type { TimerHandle } from './clock.ts';
import { readHead } from './head.ts';
import { IncomingCall } from './incoming-call.ts';
import { Keepalive } from './keepalive.ts';
import { HANDSHAKE_TIMEOUT_MS, SHUTDOWN_PING_MS } from './limits.ts';
import { PingPolice, type PingRules } from './ping-police.ts';
import { ServerStream, type ServerStreamOptions } from './server-stream.ts';
import type { ServiceTable } from './service-table.ts';
import { Status } from './status.ts';

/** What a server's connections share. */
export interface ConnectionSurroundings extends Omit<CallSurroundings, 'peer' | 'callEnded'> {
  readonly services: ServiceTable;
  readonly streamOptions: ServerStreamOptions;
  readonly maxPartialBytes: number;
  readonly http2: Http2Options;
  readonly pings: PingRules;
  readonly keepaliveMs: number;
  readonly keepaliveTimeoutMs: number;
  readonly maxAgeMs: number | undefined;
  readonly maxAgeGraceMs: number | undefined;
  readonly maxIdleMs: number | undefined;
  readonly random: () => number;
  readonly connectionClosed: (connection: ServerConnection) => void;
}

/** One client's connection: takes its calls, and ends it when it is too old, too idle or too rude. */
export class ServerConnection implements ConnectionHandler {
  readonly #around: ConnectionSurroundings;
  readonly #calls: CallSurroundings;
  readonly #http2: Http2Connection;
  readonly #transport: WatchedConnection;
  readonly #police: PingPolice;
  readonly #keepalive: Keepalive;
  readonly #timers = new Map<string, TimerHandle>();
  readonly #partial: ByteBudget;
  #openCalls = 0;

  constructor(connection: Connection, peer: PeerIdentity, around: ConnectionSurroundings) {
    const { clock } = around;
    this.#around = around;
    this.#partial = new ByteBudget(around.maxPartialBytes);
    this.#police = new PingPolice(around.pings);
    this.#calls = {
      ...around,
      peer,
      callEnded: () => this.#callEnded(),
    };
    const watched = new WatchedConnection(connection, clock);
    // Not when HTTP/2 is done: the last answers may still be on their way into the socket.
    watched.onClose = () => around.connectionClosed(this);
    this.#transport = watched;
    this.#http2 = createHttp2Server(this, around.http2);
    this.#keepalive = new Keepalive({
      clock,
      intervalMs: around.keepaliveMs,
      timeoutMs: around.keepaliveTimeoutMs,
      lastHeard: () => watched.lastHeard,
      wanted: () => true,
      ping: () => this.#http2.ping(),
      dead: () => this.destroy(new Error('keepalive: no answer')),
    });
    this.#after('handshake', HANDSHAKE_TIMEOUT_MS, () => this.destroy());
    const { maxAgeMs } = around;
    if (maxAgeMs !== undefined) {
      // ±10 %, or all clients that came together would leave together (gRPC A9).
      const age = maxAgeMs * (0.9 + 0.2 * around.random());
      this.#after('age', age, () => this.#retire('max_age', around.maxAgeGraceMs));
    }
    this.#watchIdle();
    attachHttp2(this.#http2, watched);
  }

  stream(stream: Http2Stream, fields: readonly HeaderField[], endStream: boolean): StreamHandler {
    const head = readHead(fields);
    const { compressions } = this.#around;
    const refusal = refuseRequest(head) ?? compressions.refuse(head.encoding);
    if (refusal) return refuse(stream, refusal, endStream);
    const path = head.path ?? '';
    const registered = this.#around.services.get(path);
    if (registered === undefined) {
      const details = `there is no method ${path}`;
      return refuse(stream, { httpStatus: '200', code: Status.UNIMPLEMENTED, details }, endStream);
    }
    this.#openCalls++;
    this.#cancel('idle');
    const call = new IncomingCall(registered, head, this.#calls);
    const { streamOptions } = this.#around;
    const server = new ServerStream(
      stream,
      endStream,
      head.encoding,
      streamOptions,
      this.#partial,
      call,
    );
    call.start(server, endStream);
    return server;
  }

  settings(): void {
    this.#cancel('handshake');
  }

  ping(): void {
    const now = this.#around.clock.now();
    if (this.#police.ping(now, this.#openCalls, this.#transport.bytesSent)) return;
    this.#http2.abort(ErrorCode.ENHANCE_YOUR_CALM, 'too_many_pings');
  }

  close(): void {
    this.#keepalive.stop();
    for (const timer of this.#timers.values()) timer.cancel();
    this.#timers.clear();
  }

  /** No new calls; those that were accepted end in their own time. */
  shutdown(reason?: string): void {
    if (this.#http2.closed) return; // Only its last bytes are on their way.
    this.#http2.shutdown(reason);
    // A client that does not answer our PING must not hold up the shutdown for ever.
    this.#after('ping', SHUTDOWN_PING_MS, () => this.#http2.finishShutdown());
  }

  abort(): void {
    this.#http2.abort(ErrorCode.NO_ERROR);
  }

  destroy(error?: Error): void {
    this.#transport.destroy(error);
  }

  #retire(reason: string, graceMs: number | undefined): void {
    this.shutdown(reason);
    if (graceMs !== undefined) this.#after('grace', graceMs, () => this.abort());
  }

  #callEnded(): void {
    this.#openCalls--;
    this.#watchIdle();
  }

  #watchIdle(): void {
    const { maxIdleMs } = this.#around;
    if (maxIdleMs === undefined || this.#openCalls > 0) return;
    this.#after('idle', maxIdleMs, () => this.shutdown('max_idle'));
  }

  #after(name: string, milliseconds: number, callback: () => void): void {
    this.#cancel(name);
    this.#timers.set(name, this.#around.clock.setTimer(callback, milliseconds));
  }

  #cancel(name: string): void {
    this.#timers.get(name)?.cancel();
    this.#timers.delete(name);
  }
}

/** Answers without a call: there is nobody here for it. */
function refuse(stream: Http2Stream, refusal: Refusal, endStream: boolean): StreamHandler {
  stream.sendHeaders(trailersOnly(refusal, refusal.httpStatus), true);
  if (!endStream) stream.reset(ErrorCode.NO_ERROR);
  return IGNORED;
}

const IGNORED: StreamHandler = { close() {} };
