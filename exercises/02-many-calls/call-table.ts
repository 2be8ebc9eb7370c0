import { notYet } from '#course/exercise/not-yet';
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
    // ── Task 1 ──
    // Take a new id, put the call into #calls (resolve, reject, timer), and send the request:
    // this.#send(encodeUtf8(JSON.stringify(…))). The promise that you return is settled later, by
    // the method that takes the call out of the table.
    // timer: this.#startTimer(id, timeoutMs) if there is a timeoutMs (task 3), otherwise undefined.
    throw notYet(1);
  }

  /** Takes a reply off the wire and settles the call that it belongs to, if that still waits. */
  receive(reply: Uint8Array): void {
    // ── Task 2 ──
    // Unpack it, take its call out of the table with #take, and settle the call: resolve it with
    // the result, or reject it with new RpcError(code, message), such as new RpcError('NOT_FOUND',
    // 'no tea'). No such call? Ignore the reply.
    // JSON.parse(decodeUtf8(reply)) is the way back from bytes.
    throw notYet(2);
  }

  /** Removes a call from the table and returns it; `undefined` if it is not in there. */
  #take(id: number): PendingCall | undefined {
    // ── Task 2 ──
    // #calls is a Map: get and delete.
    throw notYet(2);
  }

  /** Sets the timer of a call, and returns it: it is cancelled if the reply comes first. */
  #startTimer(id: number, timeoutMs: number): TimerHandle {
    // ── Task 3 ──
    // this.#clock.setTimer(callback, milliseconds) returns a timer with a method cancel(). When the
    // time is up, take the call out of the table and reject it: DEADLINE_EXCEEDED.
    // Then add to #take: a call that leaves does not need its timer any more, if it has one.
    throw notYet(3);
  }

  /** The connection is gone: nothing that waits will ever be answered. */
  lose(reason: string): void {
    // ── Task 4 ──
    // Remember why in #lost, as an RpcError UNAVAILABLE, and reject every call that waits with it.
    // Then add to call(): is the connection lost already? Then nobody will answer: return a
    // rejected promise now, and send nothing. And if send throws, take the call out and reject it
    // with what was thrown. What cannot be packed rejects too, and never enters the table: pack it
    // inside new Promise(…), before #calls.set.
    throw notYet(4);
  }
}
