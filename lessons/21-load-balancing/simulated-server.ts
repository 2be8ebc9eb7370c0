import type { OrcaLoadReport } from '#protobuf/generated/xds/data/orca/v3/orca_load_report';
import type { FakeClock } from '#time/fake-clock';

/** To the server and back, in ms: what no server can be faster than. */
const ROUND_TRIP_MS = 2;
/** Over how long it counts what it reports, in ms. */
const REPORT_MS = 1_000;

interface Waiting {
  done(succeeded: boolean, load: Partial<OrcaLoadReport>): void;
}

/** A server that does one thing after the other, and fails some calls at once. */
export class SimulatedServer {
  readonly #clock: FakeClock;
  readonly #chance: { next(): number };
  readonly #perSecond: number;
  readonly #failing: number;
  readonly #waiting: Waiting[] = [];
  #busy = false;
  /** When it began, was done, or failed, lately. */
  readonly #served: { at: number; work: number }[] = [];
  calls = 0;

  constructor(
    clock: FakeClock,
    chance: { next(): number },
    { perSecond, failing }: { perSecond: number; failing: number },
  ) {
    this.#clock = clock;
    this.#chance = chance;
    this.#perSecond = perSecond;
    this.#failing = failing;
  }

  /** The call that it works on, and those that wait. */
  get queue(): number {
    return this.#waiting.length + (this.#busy ? 1 : 0);
  }

  call(done: Waiting['done']): void {
    this.calls++;
    if (100 * this.#chance.next() < this.#failing) {
      this.#clock.setTimer(() => done(false, this.#load()), ROUND_TRIP_MS);
      return;
    }
    this.#waiting.push({ done });
    if (!this.#busy) this.#next();
  }

  #next(): void {
    const next = this.#waiting.shift();
    this.#busy = next !== undefined;
    if (next === undefined) return;
    const work = -(1000 / this.#perSecond) * Math.log(1 - this.#chance.next());
    this.#clock.setTimer(() => {
      this.#served.push({ at: this.#clock.now(), work });
      this.#next();
      this.#clock.setTimer(() => next.done(true, this.#load()), ROUND_TRIP_MS);
    }, work);
  }

  /** What it says of itself (gRPC A51). */
  #load(): Partial<OrcaLoadReport> {
    const from = this.#clock.now() - REPORT_MS;
    while (this.#served[0] && this.#served[0].at < from) this.#served.shift();
    const work = this.#served.reduce((sum, served) => sum + served.work, 0);
    return {
      rpsFractional: (this.#served.length * 1000) / REPORT_MS,
      applicationUtilization: work / REPORT_MS,
    };
  }
}
