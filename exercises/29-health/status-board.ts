import { notYet } from '#course/exercise/not-yet';
import { onAbort } from '#grpc/deadlines/on-abort';
import { GrpcError, refusal } from '#grpc/grpc-error';
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
    // ── Task 1 ──
    // First what may be refused. STATUSES has what may be set; this.#notify() wakes all watchers.
    throw notYet(1);
  }

  /** Forgets a service: it is unknown again. After `shutdown` nothing changes any more. */
  delete(service: string): void {
    // ── Task 1 ──
    // The service is unknown again, and watchers hear of it.
    throw notYet(1);
  }

  /**
   * What `Check` answers.
   * @throws GrpcError NOT_FOUND for a service that nobody has set.
   */
  check(service: string): ServingStatus {
    // ── Task 1 ──
    // refusal(Status.NOT_FOUND, text) makes the error; excerpt(service) is the name, made short if
    // it is long: what a caller sends is not repeated at length.
    throw notYet(1);
  }

  /**
   * What `List` answers: each service and its status, in the order in which they came. The map is
   * the caller's.
   * @throws GrpcError RESOURCE_EXHAUSTED if there are more than `MAX_LISTED_SERVICES`.
   */
  list(): Map<string, ServingStatus> {
    // ── Task 1 ──
    // new GrpcError(Status.RESOURCE_EXHAUSTED, text) if there are too many. What the caller does
    // with the map must not reach ours.
    throw notYet(1);
  }

  /** Nothing serves any more, whatever is set later. Watchers are told, and their watches end. */
  shutdown(): void {
    // ── Task 1 ──
    // Every service, the empty name too; then the watchers. It cannot be taken back.
    throw notYet(1);
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
    // ── Task 2 ──
    // A function that #notify() calls goes into this.#watchers. onAbort(signal, callback) calls
    // once when the signal aborts, and returns what takes the callback away. Whatever ends the
    // watch: nothing stays.
    throw notYet(2);
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
