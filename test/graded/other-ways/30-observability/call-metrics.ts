import { Status, statusName } from '#grpc/status';
import { Histogram } from '#grpc/telemetry/histogram';
import { LATENCY_BOUNDS } from '#grpc/telemetry/usual';

/** What is written in place of a name that is not one of ours (gRPC A66). */
export const OTHER = 'other';

/** The calls of one method that ended in one way. */
export interface CallSeries {
  readonly method: string;
  readonly status: string;
  readonly durations: Histogram;
}

/**
 * Rate, errors and duration of calls, by method and by status.
 *
 * Each pair of labels is a row that is kept for ever, here and in whatever reads it. So both labels
 * come from a list that we know: the methods, and the seventeen codes. What a peer sends becomes
 * `other`, and a scanner that calls a million paths makes one row of them.
 */
export class CallMetrics {
  readonly #methods: ReadonlySet<string>;
  readonly #bounds: readonly number[];
  readonly #started = new Map<string, number>();
  readonly #running = new Map<string, number>();
  readonly #series = new Map<string, CallSeries>();

  /**
   * @param methods the paths that there are, `/package.Service/Method`
   * @param bounds of the histogram, in seconds
   */
  constructor(methods: Iterable<string>, bounds: readonly number[] = LATENCY_BOUNDS) {
    this.#methods = new Set(methods);
    this.#bounds = bounds;
  }

  /** `package.Service/Method` for a path that there is, otherwise `OTHER`. */
  methodLabel(path: string): string {
    return this.#methods.has(path) ? path.slice(1) : OTHER;
  }

  /** The name of the code; a number outside of the table is UNKNOWN (statuscodes.md). */
  statusLabel(code: number): string {
    const isCode = Object.values(Status).some((known) => known === code);
    return isCode ? statusName(code) : 'UNKNOWN';
  }

  /**
   * A call begins: it is counted as started, and as running.
   * @returns ends it: it runs no more, and its duration is counted. A second time does nothing.
   */
  begin(path: string): (code: number, seconds: number) => void {
    const method = this.methodLabel(path);
    for (const counts of [this.#started, this.#running]) add(counts, method, 1);
    let end = (code: number, seconds: number) => {
      end = () => {};
      this.#durations(method, this.statusLabel(code)).observe(seconds);
      add(this.#running, method, -1);
    };
    return (code, seconds) => end(code, seconds);
  }

  /** Calls that have begun, by method, also those that have not ended. The map is the caller’s. */
  get started(): Map<string, number> {
    return new Map(this.#started);
  }

  /** Calls that have begun and not ended, by method. The map is the caller’s. */
  get running(): Map<string, number> {
    return new Map(this.#running);
  }

  /** Those that have ended, in the order in which each pair of labels came first. */
  get series(): readonly CallSeries[] {
    return [...this.#series.values()];
  }

  #durations(method: string, status: string): Histogram {
    const key = `${method} ${status}`;
    let series = this.#series.get(key);
    if (series === undefined) {
      series = { method, status, durations: new Histogram(this.#bounds) };
      this.#series.set(key, series);
    }
    return series.durations;
  }
}

function add(counts: Map<string, number>, label: string, more: number): void {
  counts.set(label, (counts.get(label) ?? 0) + more);
}
