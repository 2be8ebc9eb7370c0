// Derived from src/services/status-board.ts by npm run skeletons: change it there.
import { onAbort } from '#grpc/deadlines/on-abort';
import { refusal } from '#grpc/grpc-error';
import { Status } from '#grpc/status';
import { excerpt } from '#grpc/wire/excerpt';
import { HealthCheckResponse_ServingStatus as ServingStatus } from '#protobuf/generated/grpc/health/v1/health';
import { MAX_LISTED_SERVICES } from '#services/limits';

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
    const isOne = [ServingStatus.UNKNOWN, ServingStatus.SERVING, ServingStatus.NOT_SERVING].some(
      (one) => one === status,
    );
    if (!isOne) throw new RangeError('this is not a status of a service');
    if (!this.#shutDown && this.#statuses.get(service) !== status) {
      this.#statuses.set(service, status);
      this.#notify();
    }
  }

  /** Forgets a service: it is unknown again. After `shutdown` nothing changes any more. */
  delete(service: string): void {
    if (!this.#shutDown && this.#statuses.delete(service)) this.#notify();
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
    const listed = new Map<string, ServingStatus>();
    for (const [service, status] of this.#statuses) {
      if (listed.size === MAX_LISTED_SERVICES) {
        throw refusal(Status.RESOURCE_EXHAUSTED, 'more than I want to list');
      }
      listed.set(service, status);
    }
    return listed;
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
   * It ends when one of `stops` aborts, or when the board shuts down, each time after the latest
   * status has been told. A watch that begins after `shutdown` stays until it is stopped: if it
   * ended at once, its client would begin the next one at once.
   */
  async *watch(
    service: string,
    stops: readonly AbortSignal[],
  ): AsyncGenerator<ServingStatus, void> {
    // A flag in place of a promise made beforehand: whoever wakes it raises the flag.
    const beganAfterShutdown = this.#shutDown;
    let isChanged = true;
    let goOn: (() => void) | undefined;
    const watcher = () => {
      isChanged = true;
      goOn?.();
      goOn = undefined;
    };
    this.#watchers.add(watcher);
    const releases: (() => void)[] = [];
    for (const signal of stops) releases.push(onAbort(signal, watcher));
    let told: ServingStatus | undefined;
    try {
      for (;;) {
        if (!isChanged) {
          await new Promise<void>((resolve) => {
            goOn = resolve;
          });
        }
        isChanged = false;
        let isOver = this.#shutDown && !beganAfterShutdown;
        for (const signal of stops) isOver ||= signal.aborted;
        const known = this.#statuses.has(service);
        const status = known ? this.#statuses.get(service)! : ServingStatus.SERVICE_UNKNOWN;
        if (told === undefined || told !== status) {
          yield status;
          told = status;
        }
        if (isOver) break;
      }
    } finally {
      for (const release of releases) release();
      this.#watchers.delete(watcher);
    }
  }

  #notify(): void {
    for (const wake of this.#watchers) wake();
  }
}
