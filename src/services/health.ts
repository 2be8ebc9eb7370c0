import { onAbort } from '#grpc/deadlines/on-abort';
import { GrpcError, refusal } from '#grpc/grpc-error';
import type { Server } from '#grpc/server/server';
import type { ServerCall } from '#grpc/server/server-call';
import { Status } from '#grpc/status';
import { excerpt } from '#grpc/wire/excerpt';
import {
  HealthDefinition,
  HealthCheckResponse_ServingStatus as ServingStatus,
} from '#protobuf/generated/grpc/health/v1/health';
import type { ServerImplementation } from '#protobuf/schema/service-definition';
import { MAX_LISTED_SERVICES } from './limits.ts';
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
  readonly #statuses = new Map<string, ServingStatus>([['', ServingStatus.SERVING]]);
  readonly #watchers = new Set<() => void>();
  readonly #places = new WatchPlaces();
  #shutDown = false;

  register(server: Server): this {
    server.addService(HealthDefinition, this.#handlers());
    return this;
  }

  /**
   * Watchers hear of it at once. After `shutdown` it does nothing.
   * @throws RangeError if there is no such status.
   */
  set(service: string, status: ServingStatus): void {
    if (!STATUSES.has(status)) throw new RangeError(`${String(status)} is not a ServingStatus`);
    if (this.#shutDown) return;
    this.#statuses.set(service, status);
    this.#notify();
  }

  /** Forgets a service: it is unknown again. */
  delete(service: string): void {
    this.#statuses.delete(service);
    this.#notify();
  }

  get(service: string): ServingStatus | undefined {
    return this.#statuses.get(service);
  }

  /** Nothing serves any more, whatever is set later. Watchers are told, and their watches end. */
  shutdown(): void {
    this.#shutDown = true;
    for (const service of this.#statuses.keys()) {
      this.#statuses.set(service, ServingStatus.NOT_SERVING);
    }
    this.#notify();
  }

  #notify(): void {
    for (const wake of [...this.#watchers]) wake();
  }

  #handlers(): ServerImplementation<typeof HealthDefinition, ServerCall> {
    return {
      check: ({ service }) => {
        const status = this.#statuses.get(service);
        if (status === undefined)
          throw refusal(Status.NOT_FOUND, `no service '${excerpt(service)}'`);
        return { status };
      },
      watch: ({ service }, call) => {
        // Before anything is begun for it: a watch that is refused must not cost more than one line.
        this.#places.check(call.peer);
        return this.#watch(service, call);
      },
      list: () => {
        if (this.#statuses.size > MAX_LISTED_SERVICES) {
          throw new GrpcError(Status.RESOURCE_EXHAUSTED, 'too many services to list');
        }
        const statuses = [...this.#statuses].map(([name, status]) => [name, { status }] as const);
        return { statuses: new Map(statuses) };
      },
    };
  }

  /**
   * The status now, and then each change; a service that comes and goes only changes. It ends with
   * the server, or when the whole of `Health` shuts down. A watch that begins later stays until the
   * server ends: if it ended at once, its client would begin the next one at once.
   */
  async *#watch(service: string, call: ServerCall) {
    this.#places.take(call.peer);
    const endsWithHealth = !this.#shutDown;
    let wake = () => {};
    const watcher = () => wake();
    this.#watchers.add(watcher);
    const releases = [call.signal, call.shutdownSignal].map((signal) => onAbort(signal, watcher));
    try {
      let told: ServingStatus | undefined;
      while (!call.cancelled) {
        const changed = new Promise<void>((resolve) => {
          wake = resolve;
        });
        const status = this.#statuses.get(service) ?? ServingStatus.SERVICE_UNKNOWN;
        if (status !== told) {
          told = status;
          yield { status };
        }
        if (call.shutdownSignal.aborted || (endsWithHealth && this.#shutDown)) return;
        await changed;
      }
    } finally {
      this.#watchers.delete(watcher);
      for (const release of releases) release();
      this.#places.giveBack(call.peer);
    }
  }
}

const STATUSES: ReadonlySet<unknown> = new Set(Object.values(ServingStatus));
