import type { CallOptions } from '#grpc/client/call-options';
import { inSteps } from '#grpc/deadlines/stop-work';
import type { ServerCall } from '#grpc/server/server-call';
import type { Order, OrderManagementClient } from '#protobuf/generated/ecommerce';
import { BUDGET_MS, SERVICES, type Service, STEP_MS, type Step } from './plan.ts';
import { breathe, Clocks, connectOurs, endOf, serve, TEAPOT } from './world.ts';

type Shop = OrderManagementClient<CallOptions>;

// #region pass
/** What a service tells the next one of the call for which it asks. */
export const PASS = {
  /** The call that goes out does not know of the one that came. */
  nothing: () => ({}),
  /** A limit for every call, as somebody wrote it into a file once. */
  'a second each': () => ({ timeoutMs: 1_000 }),
  /** The deadline of the call that came, and its cancellation. */
  'the parent': (call) => ({ parent: call }),
} satisfies Record<string, (call: ServerCall) => CallOptions>;
// #endregion pass

export interface ChainOptions {
  pass: keyof typeof PASS;
  /** How far each machine's clock is ahead of the client's, in milliseconds. */
  ahead?: Partial<Record<Service['name'], number>>;
  /** When the client leaves by itself. */
  cancelAt?: number;
  timeoutMs?: number;
}

export interface ChainRun {
  /** How the client's call ended. */
  end: string;
  steps: Step[];
  /** What each service was told of the time that is left, when its call came. */
  left: Partial<Record<Service['name'], number | undefined>>;
  /** When each handler was over, and whether it was stopped. */
  over: Partial<Record<Service['name'], { at: number; stopped: boolean }>>;
}

/** A client and three real servers. Only the time is ours: it passes when somebody works. */
export class Chain {
  readonly #options: ChainOptions;
  readonly #clocks = new Clocks();
  readonly #run: ChainRun = { end: '', steps: [], left: {}, over: {} };
  readonly #leave = new AbortController();
  readonly #handlers: Promise<unknown>[] = [];
  readonly #heard = new Map<Service['name'], Promise<unknown>>();

  constructor(options: ChainOptions) {
    this.#options = options;
  }

  async run(): Promise<ChainRun> {
    const clock = this.#clocks.of('client');
    const closing: (() => Promise<void>)[] = [];
    let next: Shop | undefined;
    try {
      for (const service of SERVICES.toReversed()) {
        const { name } = service;
        const further = next;
        const own = this.#clocks.of(name, this.#options.ahead?.[name]);
        const server = await serve(own, (_, call) => this.#answer(service, call, further));
        const index = SERVICES.indexOf(service);
        const caller = index === 0 ? clock : this.#clocks.of(SERVICES[index - 1]!.name);
        const client = connectOurs(server.port, caller);
        closing.push(client.close, server.close);
        next = client.shop;
      }
      const { timeoutMs = BUDGET_MS } = this.#options;
      const { signal } = this.#leave;
      this.#run.end = await endOf(next!.getOrder({ value: '101' }, { timeoutMs, signal }));
      await Promise.all(this.#handlers);
      return this.#run;
    } finally {
      for (const close of closing.toReversed()) await close();
    }
  }

  async #answer(service: Service, call: ServerCall, next?: Shop): Promise<Order> {
    const { name } = service;
    this.#run.left[name] = call.timeLeft();
    this.#heard.set(name, new Promise((heard) => call.signal.addEventListener('abort', heard)));
    const handling = this.#handle(service, call, next);
    const over = (stopped: boolean) => () => {
      this.#run.over[name] = { at: this.#clocks.passed, stopped };
    };
    this.#handlers.push(handling.then(over(false), over(true)));
    await handling;
    return TEAPOT;
  }

  // #region handle
  /** Works, asks the next one, and works again, while somebody waits. */
  async #handle(service: Service, call: ServerCall, next?: Shop) {
    const work = () => this.#step(service);
    await inSteps(call, numbers(service.before), work, breathe);
    await next?.getOrder({ value: '101' }, PASS[this.#options.pass](call));
    await inSteps(call, numbers(service.after), work, breathe);
  }
  // #endregion handle

  /** Ten milliseconds of work. */
  async #step({ name: service }: Service): Promise<void> {
    const { pass, timeoutMs = BUDGET_MS, cancelAt = Number.POSITIVE_INFINITY } = this.#options;
    const at = this.#clocks.passed;
    this.#run.steps.push({ service, at, wanted: at < Math.min(timeoutMs, cancelAt) });
    this.#clocks.advance(STEP_MS);
    if (this.#clocks.passed !== cancelAt) return;
    this.#leave.abort();
    await this.#heard.get(pass === 'the parent' ? 'price' : 'order');
  }
}

const numbers = (length: number) => Array.from({ length }, (_, i) => i);
