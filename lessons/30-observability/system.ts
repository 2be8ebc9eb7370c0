import { Random } from '#course/kit/random';
import type { CallOptions } from '#grpc/client/call-options';
import type { ClientInterceptor } from '#grpc/client/client-call';
import { ContextValues } from '#grpc/context-values';
import { GrpcError } from '#grpc/grpc-error';
import { downstream } from '#grpc/interceptors/translate';
import type { ServerCall } from '#grpc/server/server-call';
import { Status } from '#grpc/status';
import type { CallMetrics } from '#grpc/telemetry/call-metrics';
import type { Fault, FaultKind } from '#grpc/telemetry/find-faults';
import { idsFrom } from '#grpc/telemetry/ids';
import { currentSpan, type Span, type SpanKind } from '#grpc/telemetry/span';
import { TRACEPARENT } from '#grpc/telemetry/trace-context';
import { FakeClock } from '#time/fake-clock';
import { breathe } from '../17-deadlines/world.ts';
import { logLine } from './log-line.ts';
import { Station, type Stub } from './station.ts';

/** Three servers, one behind the other; the first is called by the `shop`. */
export const SERVICES = ['orders', 'stock', 'prices'] as const;
export type Service = (typeof SERVICES)[number];

/** Where each fault can be: what needs somebody further in cannot be with the last. */
const WITH_NEXT = ['orders', 'stock'] as const;
export const PLACES: Readonly<Record<FaultKind, readonly Service[]>> = {
  slow: SERVICES,
  'slow way': SERVICES,
  'too many calls': WITH_NEXT,
  swallowed: WITH_NEXT,
  'works on': WITH_NEXT,
  'lost context': WITH_NEXT,
};

/** What the tools have written down while the system ran. */
export interface Recording {
  readonly spans: readonly Span[];
  /** By program. */
  readonly metrics: ReadonlyMap<string, Readonly<Record<SpanKind, CallMetrics>>>;
  readonly logs: readonly string[];
}

/** Calls of the shop, and what becomes of some of them when all is well, too. */
export const CALLS = 24;
const isLeft = (i: number) => i % 4 === 3;
const isUnknown = (i: number) => i % 8 === 5;
const hasNoPrice = (i: number) => i % 8 === 6;

/** Between two calls of the shop. */
const PAUSE_MS = 100;

/**
 * The system under load, with one fault or none. Its servers are real, its connections are memory,
 * and its time is made up: the same seed gives the same recording.
 */
export async function runSystem(seed: number, fault?: Fault): Promise<Recording> {
  const system = new System(seed, fault);
  try {
    for (let i = 0; i < CALLS; i++) await system.call(i);
    return system.recording;
  } finally {
    await system.close();
  }
}

class System {
  readonly #random: Random;
  readonly #clock = new FakeClock();
  readonly #fault: Fault | undefined;
  readonly #stations: Station[];
  readonly #shop: Stub;
  /** Handlers that have not ended. */
  readonly #running = new Set<Promise<unknown>>();
  readonly #spans: Span[] = [];
  /** Set if the shop leaves as soon as the last server has begun to work. */
  #leave: AbortController | undefined;

  constructor(seed: number, fault?: Fault) {
    this.#random = new Random(seed);
    this.#fault = fault;
    const next = new Map<string, Stub>();
    this.#stations = ['shop', ...SERVICES].map((service) => {
      const random = new Random(this.#random.integer(1, 1e9));
      return new Station(
        {
          service,
          clock: this.#clock,
          ids: idsFrom((length) => random.bytes(length)),
          report: (span) => this.#spans.push(span),
        },
        (id, call) => this.#run(this.#handle(service, id, call, next.get(service))),
      );
    });
    for (const [i, station] of this.#stations.slice(0, -1).entries()) {
      next.set(station.service, this.#stub(station, this.#stations[i + 1]!));
    }
    this.#shop = next.get('shop')!;
  }

  get recording(): Recording {
    const metrics = new Map(this.#stations.map(({ service, metrics }) => [service, metrics]));
    return { spans: this.#spans, metrics, logs: this.#spans.map((span) => logLine(span)) };
  }

  /** The shop asks for an order. */
  async call(i: number): Promise<void> {
    const leave = new AbortController();
    this.#leave = isLeft(i) ? leave : undefined;
    const value = isUnknown(i) ? '999' : hasNoPrice(i) ? '105' : '101';
    await this.#shop.getOrder({ value }, { signal: leave.signal }).catch(() => {});
    // Somebody may work on although nobody waits: the next call begins when all is quiet.
    while (this.#running.size > 0) await Promise.allSettled(this.#running);
    await breathe();
    this.#clock.advance(PAUSE_MS);
  }

  async close(): Promise<void> {
    for (const station of this.#stations) await station.close();
  }

  #has(kind: FaultKind, service: string): boolean {
    return this.#fault?.kind === kind && this.#fault.service === service;
  }

  #stub(from: Station, to: Station): Stub {
    const onTheWay: ClientInterceptor = async (request, call, next) => {
      if (this.#has('lost context', from.service)) call.metadata.delete(TRACEPARENT);
      const { parent, signal } = call.options;
      const isWanted = () => !parent?.cancelled && !signal?.aborted;
      const way = this.#has('slow way', to.service) ? this.#random.integer(80, 140) : 1;
      for (let left = way; left > 0 && isWanted(); left--) await this.#pass(1);
      return next(request, call);
    };
    return from.stubFor(to, [onTheWay]);
  }

  async #handle(service: string, id: string, call: ServerCall, next?: Stub): Promise<void> {
    await this.#work(service, call);
    if (service === 'orders' && id === '999') {
      throw new GrpcError(Status.NOT_FOUND, 'no such order');
    }
    if (service === 'prices' && id === '105') {
      throw new GrpcError(Status.UNAVAILABLE, 'the price list is being replaced');
    }
    if (next === undefined) return;
    const times = this.#has('too many calls', service) ? this.#random.integer(8, 12) : 1;
    for (let i = 0; i < times; i++) await this.#ask(service, id, call, next);
    await this.#work(service, call);
  }

  async #ask(service: string, value: string, call: ServerCall, next: Stub): Promise<void> {
    // Without its parent it knows whose span it is, and not that somebody has left.
    const span = call.context.get(currentSpan)!;
    const context = new ContextValues().set(currentSpan, span);
    const options: CallOptions = this.#has('works on', service) ? { context } : { parent: call };
    try {
      await downstream(next.getOrder({ value }, options));
    } catch (error) {
      const answersAllTheSame = this.#has('swallowed', service) && !call.cancelled;
      if (!answersAllTheSame) throw error;
    }
  }

  /** Eight to sixteen milliseconds; a slow one takes more. Stops when nobody waits any more. */
  async #work(service: string, call: ServerCall): Promise<void> {
    const more = this.#has('slow', service) ? this.#random.integer(60, 120) : 0;
    for (let left = this.#random.integer(8, 16) + more; left > 0; left--) {
      call.signal.throwIfAborted();
      await this.#pass(1);
      if (service === 'prices') this.#leave?.abort();
    }
  }

  async #pass(milliseconds: number): Promise<void> {
    this.#clock.advance(milliseconds);
    await breathe();
  }

  /** Remembers that a handler runs. */
  #run(handling: Promise<void>): Promise<void> {
    this.#running.add(handling);
    const over = () => this.#running.delete(handling);
    handling.then(over, over);
    return handling;
  }
}
