import { checkNumber } from '#grpc/check-number';
import { DEFAULT_COMPRESSIONS } from '#grpc/compression/gzip';
import { SHUTDOWN_GRACE_MS } from '#grpc/limits';
import type { ServerImplementation, ServiceDefinition } from '#protobuf/schema/service-definition';
import { DeadlineWheel } from '#time/deadline-wheel';
import type { Connection, Listener } from '#transport/connection';
import { listenTcp, type SocketAddress } from '#transport/tcp';
import type { PeerIdentity } from '#transport/tls/identity';
import { listenTls } from '#transport/tls/server';
import type { ServerCall } from './server-call.ts';
import { type ConnectionOwner, ServerConnection } from './server-connection.ts';
import { resolveServerOptions, type ServerOptions, type ServiceOptions } from './server-options.ts';
import { ServiceTable } from './service-table.ts';

const SHUT_DOWN = 'the server has been shut down';

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
  readonly #services: ServiceTable;
  readonly #owner: ConnectionOwner;
  readonly #connections = new Set<ServerConnection>();
  readonly #listeners: Listener[] = [];
  #stopping = false;
  #allClosed: (() => void) | undefined;

  constructor(options: ServerOptions = {}) {
    this.#options = options;
    this.#services = new ServiceTable(options.interceptors ?? []);
    const config = resolveServerOptions(options, DEFAULT_COMPRESSIONS);
    this.#owner = {
      config,
      services: this.#services,
      deadlines: new DeadlineWheel(config.clock),
      connectionClosed: (connection) => this.#closed(connection),
    };
  }

  /**
   * Methods without a handler are answered with UNIMPLEMENTED.
   * @throws Error if the service is served already; TypeError if a handler is not a function.
   */
  addService<Service extends ServiceDefinition>(
    service: Service,
    implementation: Partial<ServerImplementation<Service, ServerCall>>,
    options: ServiceOptions = {},
  ): this {
    this.#services.add(service, implementation, options.interceptors);
    return this;
  }

  /** What is served, for reflection, and to be listed. */
  get services(): readonly ServiceDefinition[] {
    return this.#services.services;
  }

  /**
   * Listens; may be called for several addresses. Port 0 takes a free one. Only this machine can
   * reach the default host: a server for others says `host: '::'` or `'0.0.0.0'`.
   * @throws the system's error (`EADDRINUSE`, `EACCES`, …), or Error if the server has been shut
   *   down: it does not begin again, so make another one.
   */
  async listen(address: SocketAddress): Promise<Listener> {
    if (this.#stopping) throw new Error(SHUT_DOWN);
    const { tls } = this.#options;
    const listener = tls
      ? await listenTls(address, tls, (connection) => this.accept(connection, connection.identity))
      : await listenTcp(address, (connection) => this.accept(connection));
    if (this.#stopping) {
      await listener.destroy();
      throw new Error(SHUT_DOWN);
    }
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
    this.#connections.add(new ServerConnection(connection, peer, this.#owner));
  }

  /**
   * Ends without losing a call that was accepted: takes no new connections and no new calls, tells
   * the calls that want to know (`call.shutdownSignal`), and then waits for the last one. What is
   * still there after `graceMs` is cut off.
   */
  async shutdown(graceMs = SHUTDOWN_GRACE_MS): Promise<void> {
    checkNumber('graceMs', graceMs);
    this.#stopping = true;
    for (const listener of this.#listeners) listener.close();
    const timer = this.#owner.config.clock.setTimer(() => this.#abort(), graceMs);
    for (const connection of this.#connections) connection.shutdown();
    await this.#whenAllClosed();
    timer.cancel();
    // What is still open never became a connection.
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

  #closed(connection: ServerConnection): void {
    this.#connections.delete(connection);
    if (this.#connections.size === 0) this.#allClosed?.();
  }
}
