import { type CallOptions, type Client, type ServerUnaryCall, status } from '@grpc/grpc-js';
import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import type { Order } from '#protobuf/generated/ecommerce';
import { startServer } from '../19-metadata/server.ts';
import { connect } from '../shop/connect.ts';
import { ask, type Shop } from './client.ts';
import { SERVICES, type Service, STEP_MS, type Step } from './plan.ts';
import { TEAPOT } from './world.ts';

export type JsCall = ServerUnaryCall<{ value: string }, Order>;

// #region pass
/** What a handler of grpc-js hands on when it calls the next one. */
export const PASS_JS = {
  nothing: () => ({}),
  /** Until when the call that came may take, and nothing else. */
  'the deadline': (call) => ({ deadline: call.getDeadline() }),
  /** Both. (`propagate_flags` can leave one of them out.) */
  'the parent': (call) => ({ parent: call }),
} satisfies Record<string, (call: JsCall) => CallOptions>;
// #endregion pass

/** The chain on three servers of grpc-js, with time as it passes. */
export class JsChain {
  readonly #pass: (call: JsCall) => CallOptions;
  readonly #log: (line: string) => void;
  readonly #servers: RunningServer[] = [];
  readonly #clients: Client[] = [];
  readonly #handlers: Promise<void>[] = [];
  #isClosed = false;
  readonly steps: Step[] = [];
  /** The client waits for an answer. */
  waited = true;

  private constructor(pass: keyof typeof PASS_JS, log: (line: string) => void) {
    this.#pass = PASS_JS[pass];
    this.#log = (line) => {
      if (!this.#isClosed) log(line);
    };
  }

  /** @param options where the first service listens; the others take free ports. */
  static async start(pass: keyof typeof PASS_JS, options: ServerOptions): Promise<JsChain> {
    const { host, log } = options;
    const chain = new JsChain(pass, log);
    let next: Shop | undefined;
    try {
      for (const service of SERVICES.toReversed()) {
        const port = service === SERVICES[0] ? options.port : 0;
        const server = await chain.#serve(service, { host, port, log }, next);
        chain.#servers.push(server);
        if (service === SERVICES[0]) break;
        next = connect({ host, port: server.port });
        chain.#clients.push(next);
        await ready(next);
      }
      return chain;
    } catch (error) {
      await chain.close();
      throw error;
    }
  }

  get port(): number {
    return this.#servers.at(-1)!.port;
  }

  /** Resolves when no handler runs any more. */
  async idle(): Promise<void> {
    // Whoever runs may ask the next, which is not there yet.
    for (let known = -1; known < this.#handlers.length; ) {
      known = this.#handlers.length;
      await Promise.all(this.#handlers);
    }
  }

  /** Who still works then says nothing any more. (A call of a closed client may never end.) */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const client of this.#clients) client.close();
    for (const server of this.#servers) await server.close();
  }

  #serve(service: Service, options: ServerOptions, next?: Shop): Promise<RunningServer> {
    return startServer(options, (call, callback) => {
      this.#log(`${service.name}: a call, ${leftOf(call)}`);
      const handling = this.#handle(service, call, next).then(
        () => callback(null, TEAPOT),
        (error: Error) => {
          this.#log(`${service.name} stops: ${error.message}`);
          callback({ code: status.CANCELLED, details: 'nobody waits' });
        },
      );
      this.#handlers.push(handling);
    });
  }

  // #region handle
  async #handle(service: Service, call: JsCall, next?: Shop) {
    await this.#work(service, service.before, call);
    if (next) await ask(next, this.#pass(call));
    await this.#work(service, service.after, call);
    this.#log(`${service.name}: done`);
  }

  async #work({ name }: Service, times: number, call: JsCall) {
    for (let i = 0; i < times; i++) {
      if (call.cancelled) throw new Error('nobody waits');
      this.steps.push({ service: name, at: 0, wanted: this.waited });
      await new Promise((resolve) => setTimeout(resolve, STEP_MS));
    }
  }
  // #endregion handle
}

/** Connected, so that no call waits for a connection. */
export function ready(client: Client): Promise<void> {
  return new Promise((resolve, reject) => {
    client.waitForReady(Date.now() + 20_000, (error) => (error ? reject(error) : resolve()));
  });
}

function leftOf(call: JsCall): string {
  const left = Number(call.getDeadline()) - Date.now();
  return Number.isFinite(left) ? `${left} ms left` : 'no deadline';
}
