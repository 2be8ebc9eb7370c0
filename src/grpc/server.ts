import type { ServerImplementation, ServiceDefinition } from '#protobuf/service-definition';
import type { Connection, Listener } from '#transport/connection';
import type { PeerIdentity } from '#transport/identity';
import { listenTcp, type SocketAddress } from '#transport/tcp';
import { listenTls } from '#transport/tls';
import { systemClock } from './clock.ts';
import { CompressionSet } from './compression.ts';
import { DeadlineWheel } from './deadline-wheel.ts';
import { gzipCompression } from './gzip.ts';
import { chain } from './interceptor.ts';
import {
  KEEPALIVE_TIMEOUT_MS,
  MAX_CONCURRENT_STREAMS,
  MAX_PARTIAL_MESSAGE_BYTES,
  MAX_RECEIVE_MESSAGE_SIZE,
  MAX_SEND_MESSAGE_SIZE,
  SERVER_KEEPALIVE_MS,
  SHUTDOWN_GRACE_MS,
} from './limits.ts';
import type { ServerCall } from './server-call.ts';
import { type ConnectionSurroundings, ServerConnection } from './server-connection.ts';
import type { ServerOptions } from './server-options.ts';
import { type Registered, ServiceTable } from './service-table.ts';

/**
 * A gRPC server.
 *
 * ```ts
 * const server = new Server();
 * server.addService(GreeterDefinition, {
 *   async sayHello(request, call) {
 *     return { message: `Hello, ${request.name}` };
 *   },
 * });
 * const { port } = await server.listen({ port: 50051 });
 * ```
 *
 * A handler gets one request or an iterable of them, and gives one response or an iterable of
 * them, as the `.proto` says. It throws a `GrpcError` to choose a status; anything else that it
 * throws becomes UNKNOWN, without its text.
 */
export class Server {
  readonly #options: ServerOptions;
  readonly #services = new ServiceTable();
  readonly #around: ConnectionSurroundings;
  readonly #connections = new Set<ServerConnection>();
  readonly #listeners: Listener[] = [];
  #stopping = false;
  #allClosed: (() => void) | undefined;

  constructor(options: ServerOptions = {}) {
    this.#options = options;
    this.#around = this.#surroundings(options);
  }

  /**
   * Methods without a handler are answered with UNIMPLEMENTED.
   * @throws Error where the service is served already.
   */
  addService<Service extends ServiceDefinition>(
    service: Service,
    implementation: Partial<ServerImplementation<Service, ServerCall>>,
  ): this {
    this.#services.add(service, implementation);
    return this;
  }

  /** What is served, for health and reflection. */
  get serviceNames(): string[] {
    return this.#services.names;
  }

  /**
   * Listens; may be called for several addresses. Port 0 takes a free one. Only this machine can
   * reach the default host: a server for others says `host: '::'` or `'0.0.0.0'`.
   * @throws the system's error: `EADDRINUSE`, `EACCES`, …
   */
  async listen(address: SocketAddress): Promise<Listener> {
    const { tls } = this.#options;
    const listener = tls
      ? await listenTls(address, tls, (connection) => this.accept(connection, connection.identity))
      : await listenTcp(address, (connection) => this.accept(connection));
    this.#listeners.push(listener);
    return listener;
  }

  /** Serves a connection that came some other way: from a pipe in a test, say. */
  accept(connection: Connection, identity?: PeerIdentity): void {
    if (this.#stopping) {
      connection.destroy();
      return;
    }
    const peer = identity ?? { address: connection.remote, secure: false };
    this.#connections.add(new ServerConnection(connection, peer, this.#around));
  }

  /**
   * Ends without losing a call that was accepted: no new connections, no new calls, and then waits
   * for the last one. What is still there after `graceMs` is cut off.
   */
  async shutdown(graceMs = SHUTDOWN_GRACE_MS): Promise<void> {
    this.#stopping = true;
    for (const listener of this.#listeners) listener.close();
    const timer = this.#around.clock.setTimer(() => this.#abort(), graceMs);
    for (const connection of this.#connections) connection.shutdown();
    await this.#whenAllClosed();
    timer.cancel();
    // What is still open has not come as far as to be a connection.
    await Promise.all(this.#listeners.map((listener) => listener.destroy()));
  }

  /** Ends now; calls under way are cut off and their clients see UNAVAILABLE. */
  async close(): Promise<void> {
    await this.shutdown(0);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  #abort(): void {
    for (const connection of this.#connections) connection.abort();
  }

  #whenAllClosed(): Promise<void> {
    if (this.#connections.size === 0) return Promise.resolve();
    return new Promise((resolve) => {
      const before = this.#allClosed;
      this.#allClosed = () => {
        before?.();
        resolve();
      };
    });
  }

  #surroundings(options: ServerOptions): ConnectionSurroundings {
    const clock = options.clock ?? systemClock;
    const compressions = new CompressionSet(options.compressions ?? [gzipCompression]);
    const maxReceiveSize = options.maxReceiveSize ?? MAX_RECEIVE_MESSAGE_SIZE;
    const maxSendSize = options.maxSendSize ?? MAX_SEND_MESSAGE_SIZE;
    return {
      clock,
      compressions,
      wheel: new DeadlineWheel(clock),
      services: this.#services,
      streamOptions: { maxReceiveSize, maxSendSize, compressions },
      maxPartialBytes: options.maxPartialBytes ?? MAX_PARTIAL_MESSAGE_BYTES,
      http2: {
        streamWindow: options.initialWindowSize,
        limits: { maxConcurrentStreams: options.maxConcurrentCalls ?? MAX_CONCURRENT_STREAMS },
      },
      pings: {
        minIntervalMs: options.minPingIntervalMs,
        permitWithoutCalls: options.permitPingWithoutCalls,
      },
      keepaliveMs: options.keepaliveMs ?? SERVER_KEEPALIVE_MS,
      keepaliveTimeoutMs: options.keepaliveTimeoutMs ?? KEEPALIVE_TIMEOUT_MS,
      maxAgeMs: options.maxConnectionAgeMs,
      maxAgeGraceMs: options.maxConnectionAgeGraceMs,
      maxIdleMs: options.maxConnectionIdleMs,
      random: options.random ?? Math.random,
      intercepted: this.#interceptors(options),
      handlerFailed: options.onHandlerError ?? logHandlerError,
      connectionClosed: (connection) => this.#closed(connection),
    };
  }

  #interceptors({ interceptors = [] }: ServerOptions): ConnectionSurroundings['intercepted'] {
    if (interceptors.length === 0) return undefined;
    return ({ handler }: Registered) =>
      chain<ServerCall>(interceptors, async (request, call) => handler(request, call));
  }

  #closed(connection: ServerConnection): void {
    this.#connections.delete(connection);
    if (this.#connections.size === 0) this.#allClosed?.();
  }
}

/** Never silent: a handler that throws by accident is a bug, and its text stays on this machine. */
function logHandlerError(error: unknown, call: ServerCall): void {
  console.error(`the handler of ${call.method.path} failed:`, error);
}
