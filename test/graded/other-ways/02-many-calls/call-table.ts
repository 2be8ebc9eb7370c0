import { RpcError } from '#rpc/codes';
import { systemTimers, type Timers } from '#rpc/timers';

/**
 * The exercise solved by somebody else: an object and not a Map, large ids that jump, an async
 * `call`, and one function a call that ends it, whatever ended it. The grader must find nothing
 * wrong with it.
 */
export interface CallTableOptions {
  send(request: Uint8Array): void;
  timers?: Timers;
}

export interface CallOptions {
  timeoutMs?: number;
  key?: string;
}

interface Message {
  id: number;
  result?: unknown;
  error?: RpcError;
}

export class CallTable {
  private readonly options: CallTableOptions;
  private waiting: Record<number, (message: Message) => void> = {};
  private next = 1_000_000;
  private reason: string | null = null;

  constructor(options: CallTableOptions) {
    this.options = options;
  }

  get pending(): number {
    return Object.keys(this.waiting).length;
  }

  async call(method: string, params: unknown[], options: CallOptions = {}): Promise<unknown> {
    if (this.reason !== null) throw new RpcError('UNAVAILABLE', this.reason);
    const { send, timers = systemTimers } = this.options;
    const id = this.next;
    this.next += 7;
    let timer: unknown;
    const { result, error } = await new Promise<Message>((resolve) => {
      this.waiting[id] = resolve;
      if (options.timeoutMs !== undefined) {
        const late = new RpcError('DEADLINE_EXCEEDED', 'too late');
        timer = timers.setTimeout(() => this.finish({ id, error: late }), options.timeoutMs);
      }
      const key = options.key === undefined ? {} : { key: options.key };
      send(new TextEncoder().encode(JSON.stringify({ ...key, params, method, id })));
    });
    if (timer !== undefined) timers.clearTimeout(timer);
    if (error) throw new RpcError(error.code, error.message);
    return result;
  }

  receive(reply: Uint8Array): void {
    this.finish(JSON.parse(new TextDecoder().decode(reply)));
  }

  lose(reason: string): void {
    this.reason = reason;
    const error = new RpcError('UNAVAILABLE', reason);
    for (const id of Object.keys(this.waiting)) this.finish({ id: Number(id), error });
  }

  private finish(message: Message): void {
    const end = this.waiting[message.id];
    delete this.waiting[message.id];
    end?.(message);
  }
}
