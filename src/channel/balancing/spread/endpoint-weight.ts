import type { OrcaLoadReport } from '#protobuf/generated/xds/data/orca/v3/orca_load_report';

/** When a weight counts, and what goes into it (gRPC A58). */
export interface WeightOptions {
  /** A server has to report for so long before its weight is used. */
  blackoutMs: number;
  /** A weight that is as old as this is not used any more. */
  expirationMs: number;
  errorPenalty: number;
}

/** How much one server can take, as its reports say: calls a second for each part of its load. */
export class EndpointWeight {
  readonly #options: WeightOptions;
  #weight = 0;
  #updated = 0;
  /** Since when there are reports; `undefined`: not yet, or not any more. */
  #since: number | undefined;

  constructor(options: WeightOptions) {
    this.#options = options;
  }

  /** A call is over, and the server has said how busy it is. Half a report changes nothing. */
  report(report: OrcaLoadReport, now: number): void {
    const { rpsFractional: qps, eps, applicationUtilization, cpuUtilization } = report;
    const busy = applicationUtilization > 0 ? applicationUtilization : cpuUtilization;
    if (!(qps > 0 && busy > 0)) return;
    const weight = qps / (busy + (Math.max(0, eps) / qps) * this.#options.errorPenalty);
    if (!Number.isFinite(weight) || weight <= 0) return;
    this.#since ??= now;
    this.#updated = now;
    this.#weight = weight;
  }

  /** It has a new connection: what was there before may be another server. */
  connected(): void {
    this.#since = undefined;
  }

  /** 0: not known. */
  at(now: number): number {
    if (this.#since === undefined) return 0;
    if (now - this.#updated >= this.#options.expirationMs) {
      this.#since = undefined;
      return 0;
    }
    return now - this.#since < this.#options.blackoutMs ? 0 : this.#weight;
  }
}
