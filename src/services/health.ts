import { GrpcError } from '#grpc/grpc-error';
import type { Server } from '#grpc/server';
import type { ServerCall } from '#grpc/server-call';
import { Status } from '#grpc/status';
import {
  HealthDefinition,
  HealthCheckResponse_ServingStatus as ServingStatus,
} from '#protobuf/generated/grpc/health/v1/health';
import type { ServerImplementation } from '#protobuf/service-definition';
import { MAX_HEALTH_WATCHES, MAX_LISTED_SERVICES } from './limits.ts';

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
 * The empty name is the server as a whole; it serves from the beginning.
 */
export class Health {
  readonly #statuses = new Map<string, ServingStatus>([['', ServingStatus.SERVING]]);
  readonly #watchers = new Set<() => void>();
  #shutDown = false;

  register(server: Server): this {
    server.addService(HealthDefinition, this.#handlers());
    return this;
  }

  /** Watchers hear of it at once. After `shutdown` it does nothing. */
  set(service: string, status: ServingStatus): void {
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

  /** Nothing serves any more, whatever is set later. */
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
        if (status === undefined) throw new GrpcError(Status.NOT_FOUND, `no service '${service}'`);
        return { status };
      },
      watch: ({ service }, call) => this.#watch(service, call),
      list: () => {
        if (this.#statuses.size > MAX_LISTED_SERVICES) {
          throw new GrpcError(Status.RESOURCE_EXHAUSTED, 'too many services to list');
        }
        const statuses = [...this.#statuses].map(([name, status]) => [name, { status }] as const);
        return { statuses: new Map(statuses) };
      },
    };
  }

  /** The status now, and then each change; a service that comes and goes only changes. */
  async *#watch(service: string, call: ServerCall) {
    if (this.#watchers.size >= MAX_HEALTH_WATCHES) {
      throw new GrpcError(Status.RESOURCE_EXHAUSTED, 'too many watches');
    }
    let wake = () => {};
    const watcher = () => wake();
    this.#watchers.add(watcher);
    call.signal.addEventListener('abort', watcher);
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
        await changed;
      }
    } finally {
      this.#watchers.delete(watcher);
    }
  }
}
