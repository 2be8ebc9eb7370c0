// Derived from src/rpc/call-table.ts by npm run skeletons: change it there.
import { decodeUtf8, encodeUtf8 } from '#bytes/utf8';
import { RpcError } from '#rpc/codes';
import { type Clock, systemClock, type TimerHandle } from '#time/clock';

/**
 * The calls of one connection that wait for their reply, by call id.
 *
 *     →  {"id":1,"method":"priceOf","params":["tea"]}
 *     →  {"id":2,"method":"priceOf","params":["salt"]}
 *     ←  {"id":2,"result":0.4}                               replies come in any order
 *     ←  {"id":1,"error":{"code":"NOT_FOUND","message":"no tea today"}}
 *
 * The id ties a reply to its call, so that many calls can share one connection at once (Birrell &
 * Nelson 1984: "call identifier"). A call leaves the table exactly once: by its reply, by its
 * timeout, or with the connection. A reply to a call that has left is nobody's, and is ignored.
 */
export interface CallTableOptions {
  /** Sends one packed request. */
  send(request: Uint8Array): void;
  clock?: Clock;
}

export interface CallOptions {
  /** How long to wait for the reply, in milliseconds; for ever unless told. */
  timeoutMs?: number;
  /** Names the request, not the call: the same for every repetition (see `ReplyCache`). */
  key?: string;
}

interface PendingCall {
  resolve(result: unknown): void;
  reject(error: unknown): void;
  timer: TimerHandle | undefined;
}

export class CallTable {
  readonly #send: (request: Uint8Array) => void;
  /** Sets timers. A test gives the table a clock that it moves by hand. */
  readonly #clock: Clock;
  /** Who waits for which reply. */
  readonly #calls = new Map<number, PendingCall>();
  #lastId = 0;
  /** Why no call can be made any more, once that is so. */
  #lost: Error | undefined;

  constructor({ send, clock = systemClock }: CallTableOptions) {
    this.#send = send;
    this.#clock = clock;
  }

  /** Calls that wait for a reply. */
  get pending(): number {
    return this.#calls.size;
  }

  /**
   * Sends a call and resolves with its result.
   * @throws RpcError with the server's code; `DEADLINE_EXCEEDED` when `timeoutMs` have passed;
   *   `UNAVAILABLE` when the connection is lost, or was before; what `send` throws, as it is. All of
   *   these reject the promise: nothing is thrown before it is returned.
   */
  call(method: string, params: unknown[], { timeoutMs, key }: CallOptions = {}): Promise<unknown> {
    if (this.#lost) return Promise.reject(this.#lost);
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      // Packed before it is remembered: arguments that JSON cannot write must not leave a call
      // behind that nobody will ever answer.
      const request = encodeUtf8(JSON.stringify({ id, method, params, key }));
      const timer = timeoutMs === undefined ? undefined : this.#startTimer(id, timeoutMs);
      this.#calls.set(id, { resolve, reject, timer });
      try {
        this.#send(request);
      } catch (failure) {
        this.#take(id)?.reject(failure);
      }
    });
  }

  /** Takes a reply off the wire and settles the call that it belongs to, if that still waits. */
  receive(reply: Uint8Array): void {
    const { id, result, error } = JSON.parse(decodeUtf8(reply));
    const call = this.#take(id);
    if (call === undefined) return;
    if (error !== undefined) call.reject(new RpcError(error.code, error.message));
    else call.resolve(result);
  }

  /** Removes a call from the table and returns it; `undefined` if it is not in there. */
  #take(id: number): PendingCall | undefined {
    const call = this.#calls.get(id);
    this.#calls.delete(id);
    call?.timer?.cancel();
    return call;
  }

  /** Sets the timer of a call, and returns it: it is cancelled if the reply comes first. */
  #startTimer(id: number, timeoutMs: number): TimerHandle {
    return this.#clock.setTimer(() => {
      const error = new RpcError('DEADLINE_EXCEEDED', `no reply within ${timeoutMs} ms`);
      this.#take(id)?.reject(error);
    }, timeoutMs);
  }

  /** The connection is gone: nothing that waits will ever be answered. */
  lose(reason: string): void {
    const lost = new RpcError('UNAVAILABLE', reason);
    this.#lost ??= lost;
    for (const id of [...this.#calls.keys()]) this.#take(id)?.reject(lost);
  }
}
