import { notYet } from '#course/exercise/not-yet';
import { decodeUtf8, encodeUtf8 } from '#bytes/utf8';
import { RpcError } from '#rpc/codes';
import { systemTimers, type Timers } from '#rpc/timers';

/**
 * The calls of one connection that wait for their reply, by call id.
 *
 *     →  {"id":1,"method":"priceOf","params":["tea"]}
 *     →  {"id":2,"method":"priceOf","params":["salt"]}
 *     ←  {"id":2,"result":0.4}                               replies come in any order
 *     ←  {"id":1,"error":{"code":"NOT_FOUND","message":"no tea today"}}
 *
 * A call leaves the table exactly once: by its reply, by its timeout, or with the connection. A
 * reply to a call that has left is nobody's, and is ignored.
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
  /** The clock: `setTimeout` and `clearTimeout`, which a test can turn by hand. */
  readonly #timers: Timers;
  /** Who waits for which reply. */
  readonly #calls = new Map<number, PendingCall>();
  #lastId = 0;
  /** Why no call can be made any more, once that is so. */
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
    // ── Task 4 ──
    // Is the connection lost already? Then nobody will answer: fail now, and send nothing.
    // ── Task 1 ──
    // Take a new id, put the call into #calls (resolve, reject, timer), and send the request.
    // The promise that you return is settled later, by whoever takes the call out of the table.
    // timer: this.#startTimer(id, timeoutMs) if there is a timeoutMs, else undefined (task 3).
    throw notYet(1);
  }

  /** Takes a reply off the wire and settles the call that it belongs to, if that still waits. */
  receive(reply: Uint8Array): void {
    // ── Task 2 ──
    // Unpack it, take its call out of the table with #take, and settle the call: resolve it with
    // the result, or reject it with new RpcError(code, message). No such call? Ignore the reply.
    throw notYet(2);
  }

  /** Removes a call from the table and returns it; `undefined` where it is not in there. */
  #take(id: number): PendingCall | undefined {
    // ── Task 3 ──
    // A call that leaves needs its alarm no more: clear its timer, if it has one.
    // ── Task 2 ──
    // #calls is a Map: get and delete.
    throw notYet(2);
  }

  /** Sets the alarm of a call; returns the timer, to be cleared when the reply comes first. */
  #startTimer(id: number, timeoutMs: number): unknown {
    // ── Task 3 ──
    // When the time is up, take the call out of the table and reject it: DEADLINE_EXCEEDED.
    throw notYet(3);
  }

  /** The connection is gone: nothing that waits will ever be answered. */
  lose(reason: string): void {
    // ── Task 4 ──
    // Remember why in #lost, as an RpcError UNAVAILABLE, and reject every call that waits with it.
    throw notYet(4);
  }
}
