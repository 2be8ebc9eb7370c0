import { decodeUtf8, encodeUtf8 } from '#bytes/utf8';
import { RpcError } from './codes.ts';
import { systemTimers, type Timers } from './timers.ts';

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
  timers?: Timers;
}

export interface CallOptions {
  /** How long to wait for the reply, in milliseconds; for ever unless told. */
  timeoutMs?: number;
  /** Names the request, not the call: the same for every repetition (see `ReplyCache`). */
  key?: string;
}

interface PendingCall {
  resolve(result: unknown): void;
  reject(error: Error): void;
  timer: unknown;
}

export class CallTable {
  readonly #send: (request: Uint8Array) => void;
  readonly #timers: Timers;
  readonly #calls = new Map<number, PendingCall>();
  #lastId = 0;
  #lost: Error | undefined;

  constructor({ send, timers = systemTimers }: CallTableOptions) {
    this.#send = send;
    this.#timers = timers;
  }

  /** Calls that wait for a reply. */
  get pending(): number {
    return this.#calls.size;
  }

  /**
   * Sends a call and resolves with its result.
   * @throws RpcError with the server's code; `DEADLINE_EXCEEDED` when `timeoutMs` have passed;
   *   `UNAVAILABLE` when the connection is lost, or was before
   */
  call(method: string, params: unknown[], { timeoutMs, key }: CallOptions = {}): Promise<unknown> {
    if (this.#lost) return Promise.reject(this.#lost);
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      // Packed before it is remembered: arguments that JSON cannot write must not leave a call
      // behind that nobody will ever answer.
      const request = encodeUtf8(JSON.stringify({ id, method, params, key }));
      const timer =
        timeoutMs === undefined
          ? undefined
          : this.#timers.setTimeout(() => this.#expire(id, timeoutMs), timeoutMs);
      this.#calls.set(id, { resolve, reject, timer });
      this.#send(request);
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

  /** The connection is gone: nothing that waits will ever be answered. */
  lose(reason: string): void {
    this.#lost ??= new RpcError('UNAVAILABLE', reason);
    for (const id of [...this.#calls.keys()]) this.#take(id)?.reject(this.#lost);
  }

  #expire(id: number, timeoutMs: number): void {
    this.#take(id)?.reject(new RpcError('DEADLINE_EXCEEDED', `no reply within ${timeoutMs} ms`));
  }

  /** Removes a call from the table; whoever gets it settles it. */
  #take(id: number): PendingCall | undefined {
    const call = this.#calls.get(id);
    if (call !== undefined) {
      this.#calls.delete(id);
      this.#timers.clearTimeout(call.timer);
    }
    return call;
  }
}
