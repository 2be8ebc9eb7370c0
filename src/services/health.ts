import type { Server } from '#grpc/server/server';
import type { ServerCall } from '#grpc/server/server-call';
import {
  HealthDefinition,
  HealthCheckResponse_ServingStatus as ServingStatus,
} from '#protobuf/generated/grpc/health/v1/health';
import type { ServerImplementation } from '#protobuf/schema/service-definition';
import { StatusBoard } from '#services/status-board';
import { WatchPlaces } from './watch-places.ts';

export { ServingStatus };

/**
 * What orchestrators and balancers ask a server before they send it calls (grpc/grpc
 * doc/health-checking.md): is it, or one of its services, able to work?
 *
 * ```ts
 * const health = new Health().register(server);
 * health.set('ecommerce.OrderManagement', ServingStatus.SERVING);
 * …
 * health.shutdown(); // before server.shutdown(): the balancer looks elsewhere in time
 * ```
 *
 * The empty name is the server as a whole; it serves from the beginning. No watch holds up the
 * server's shutdown: each ends when it is told of it.
 */
export class Health {
  readonly #board = new StatusBoard();
  readonly #places = new WatchPlaces();

  register(server: Server): this {
    server.addService(HealthDefinition, this.#handlers());
    return this;
  }

  /**
   * Watchers hear of it at once. After `shutdown` it does nothing.
   * @throws RangeError if it is not a status that a service can have.
   */
  set(service: string, status: ServingStatus): void {
    this.#board.set(service, status);
  }

  /** Forgets a service: it is unknown again. After `shutdown` it does nothing. */
  delete(service: string): void {
    this.#board.delete(service);
  }

  get(service: string): ServingStatus | undefined {
    return this.#board.get(service);
  }

  /** Nothing serves any more, whatever is set later. Watchers are told, and their watches end. */
  shutdown(): void {
    this.#board.shutdown();
  }

  #handlers(): ServerImplementation<typeof HealthDefinition, ServerCall> {
    return {
      check: ({ service }) => ({ status: this.#board.check(service) }),
      watch: ({ service }, call) => {
        // Before anything is begun for it: a watch that is refused must not cost more than one line.
        this.#places.check(call.peer);
        return this.#watch(service, call);
      },
      list: () => {
        const statuses = [...this.#board.list()].map(
          ([name, status]) => [name, { status }] as const,
        );
        return { statuses: new Map(statuses) };
      },
    };
  }

  async *#watch(service: string, call: ServerCall) {
    this.#places.take(call.peer);
    try {
      const stops = [call.signal, call.shutdownSignal];
      for await (const status of this.#board.watch(service, stops)) yield { status };
    } finally {
      this.#places.giveBack(call.peer);
    }
  }
}
