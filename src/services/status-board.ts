import { onAbort } from '#grpc/deadlines/on-abort';
import { GrpcError, refusal } from '#grpc/grpc-error';
import { Status } from '#grpc/status';
import { excerpt } from '#grpc/wire/excerpt';
import { HealthCheckResponse_ServingStatus as ServingStatus } from '#protobuf/generated/grpc/health/v1/health';
import { MAX_LISTED_SERVICES } from './limits.ts';

/**
 * Which services are able to work, and who wants to hear of it (grpc/grpc doc/health-checking.md,
 * gRPC A90). The empty name is the server as a whole; it serves from the beginning.
 *
 * It knows no call and no connection: `Health` asks it what three methods answer.
 */
export class StatusBoard {
  readonly #statuses = new Map<string, ServingStatus>([['', ServingStatus.SERVING]]);
  readonly #watchers = new Set<() => void>();
  #shutDown = false;

  /** How many watches wait for a change. */
  get watching(): number {
    return this.#watchers.size;
  }

  get(service: string): ServingStatus | undefined {
    return this.#statuses.get(service);
  }

  /**
   * Watchers hear of it. After `shutdown` nothing changes any more.
   * @throws RangeError if it is not a status that a service can have; then nothing has changed.
   */
  set(service: string, status: ServingStatus): void {
    if (!STATUSES.has(status)) {
      throw new RangeError(`${String(status)} is not a status that a service can have`);
    }
    if (this.#shutDown) return;
    this.#statuses.set(service, status);
    this.#notify();
  }

  /** Forgets a service: it is unknown again. After `shutdown` nothing changes any more. */
  delete(service: string): void {
    if (this.#shutDown) return;
    this.#statuses.delete(service);
    this.#notify();
  }

  /**
   * What `Check` answers.
   * @throws GrpcError NOT_FOUND for a service that nobody has set.
   */
  check(service: string): ServingStatus {
    const status = this.#statuses.get(service);
    if (status === undefined) throw refusal(Status.NOT_FOUND, `no service '${excerpt(service)}'`);
    return status;
  }

  /**
   * What `List` answers: each service and its status, in the order in which they came. The map is
   * the caller's.
   * @throws GrpcError RESOURCE_EXHAUSTED if there are more than `MAX_LISTED_SERVICES`.
   */
  list(): Map<string, ServingStatus> {
    if (this.#statuses.size > MAX_LISTED_SERVICES) {
      throw new GrpcError(Status.RESOURCE_EXHAUSTED, 'too many services to list');
    }
    return new Map(this.#statuses);
  }

  /** Nothing serves any more, whatever is set later. Watchers are told, and their watches end. */
  shutdown(): void {
    this.#shutDown = true;
    for (const service of this.#statuses.keys()) {
      this.#statuses.set(service, ServingStatus.NOT_SERVING);
    }
    this.#notify();
  }

  /**
   * What `Watch` answers: the status now (SERVICE_UNKNOWN for a service that nobody has set), and
   * then each change, once. Who reads slowly gets only the latest.
   *
   * It ends when one of `stops` aborts, or when the board shuts down: then it looks at the board
   * once more, tells what is new, and is over, whatever changes after that look. A watch that begins
   * after `shutdown` stays until it is stopped: if it ended at once, its client would begin the next
   * one at once.
   */
  async *watch(
    service: string,
    stops: readonly AbortSignal[],
  ): AsyncGenerator<ServingStatus, void> {
    const endsWithBoard = !this.#shutDown;
    let wake = () => {};
    const watcher = () => wake();
    this.#watchers.add(watcher);
    const releases = stops.map((signal) => onAbort(signal, watcher));
    try {
      let told: ServingStatus | undefined;
      while (true) {
        // Before the question: what changes while the reader is busy must not be missed.
        const changed = new Promise<void>((resolve) => {
          wake = resolve;
        });
        const isOver = (endsWithBoard && this.#shutDown) || stops.some(({ aborted }) => aborted);
        const status = this.#statuses.get(service) ?? ServingStatus.SERVICE_UNKNOWN;
        if (status !== told) {
          told = status;
          yield status;
        }
        if (isOver) return;
        await changed;
      }
    } finally {
      this.#watchers.delete(watcher);
      for (const release of releases) release();
    }
  }

  #notify(): void {
    for (const wake of this.#watchers) wake();
  }
}

/** SERVICE_UNKNOWN is what `Watch` says of a service that nobody has set, and nothing to be set. */
const STATUSES: ReadonlySet<unknown> = new Set([
  ServingStatus.UNKNOWN,
  ServingStatus.SERVING,
  ServingStatus.NOT_SERVING,
]);
