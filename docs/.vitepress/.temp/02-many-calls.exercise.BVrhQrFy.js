const _02ManyCalls_exercise = { ...{ "number": 2, "title": "Many calls, one connection", "folder": "02-many-calls", "tasks": [{ "title": "Number the calls", "file": "call-table.ts", "asked": 'call(method, params) gives each call an id that no other call has, remembers who waits for the reply, and sends {"id":…,"method":…,"params":…} (and "key", if there is one). The promise that it returns stays open.', "hints": ["Many calls wait at once. What has to be kept of each, so that it can be settled when its reply comes?", "new Promise((resolve, reject) => { … }) hands you both functions: put them into #calls under the id, and then send. First remember, then send: a reply can be quick.", "const id = ++this.#lastId; return new Promise((resolve, reject) => { const timer = timeoutMs === undefined ? undefined : this.#startTimer(id, timeoutMs); this.#calls.set(id, { resolve, reject, timer }); this.#send(encodeUtf8(JSON.stringify({ id, method, params, key }))); })"] }, { "title": "Bring each reply home", "file": "call-table.ts", "asked": "receive(reply) settles the call that the reply’s id names: with its result, or with an RpcError that has the error’s code and message. The call leaves the table. A reply to a call that is not there (unknown, answered already, too late) is ignored.", "hints": ["Which call does a reply belong to? Not the oldest: the one that it names.", "#take(id): get it from the Map, delete it there, return it. receive: unpack { id, result, error }, take the call; if there is none, return; if there is an error, reject; otherwise resolve.", "const call = this.#take(id); if (call === undefined) return; if (error !== undefined) call.reject(new RpcError(error.code, error.message)); else call.resolve(result);"] }, { "title": "Stop waiting", "file": "call-table.ts", "asked": "A call with a timeoutMs that gets no reply in that time leaves the table and fails with an RpcError DEADLINE_EXCEEDED. If the reply comes first, its timer is cancelled. 0 is a timeout too; without one a call waits for ever, and has no timer.", "hints": ["Two things end a call now, the reply and the timer. The one that comes first has to stop the other.", "#startTimer: this.#clock.setTimer(callback, timeoutMs), and return the timer that it returns; call() keeps it with the call. In #take, call its method cancel().", "#startTimer: return this.#clock.setTimer(() => this.#take(id)?.reject(new RpcError('DEADLINE_EXCEEDED', '…')), timeoutMs). #take: call?.timer?.cancel()."] }, { "title": "The connection is lost", "file": "call-table.ts", "asked": "lose(reason) fails every call that waits with an RpcError UNAVAILABLE. After that the table is empty and call() returns a promise that is rejected in the same way: nothing is sent, nothing waits. A call whose request cannot be sent, because send throws, leaves the table and fails with what was thrown; one that cannot be packed never enters it.", "hints": ["Who is waiting, and who might still come? Both have to be told.", "lose: make the error, keep it in #lost, then #take and reject each id of #calls. call: if there is a #lost, return a promise that is rejected with it; and put a try around this.#send.", "lose: this.#lost = new RpcError('UNAVAILABLE', reason); for (const id of [...this.#calls.keys()]) this.#take(id)?.reject(this.#lost). call: if (this.#lost) return Promise.reject(this.#lost); and try { this.#send(request); } catch (failure) { this.#take(id)?.reject(failure); }. JSON.stringify stands before #calls.set, and inside new Promise(…): what it throws there rejects the promise."] }, { "title": "At most once", "file": "reply-cache.ts", "asked": "once(key, execute) executes a key the first time and answers every repetition with the first answer: also while the first is still running, and also if it failed. Of more than #capacity replies the oldest is forgotten: the one executed first, however often it was asked for since.", "hints": ["A repetition may come before there is any reply. What is there from the first moment on?", "execute() returns a promise at once. Keep that promise in #replies, without awaiting it, and give the same one to everybody who asks. A Map lists its keys in the order in which they were set: the first is the oldest.", "const known = this.#replies.get(key); if (known) return known; const reply = execute(); this.#replies.set(key, reply); if (this.#replies.size > this.#capacity) delete the first of this.#replies.keys(); return reply;"] }], "files": [{ "name": "#rpc/call-table", "file": "call-table.ts", "skeleton": `import { notYet } from '#course/exercise/not-yet';
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
  /** Names the request, not the call: the same for every repetition (see \`ReplyCache\`). */
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
   * @throws RpcError with the server's code; \`DEADLINE_EXCEEDED\` when \`timeoutMs\` have passed;
   *   \`UNAVAILABLE\` when the connection is lost, or was before; what \`send\` throws, as it is. All of
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

  /** Removes a call from the table and returns it; \`undefined\` if it is not in there. */
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
` }, { "name": "#rpc/reply-cache", "file": "reply-cache.ts", "skeleton": "import { notYet } from '#course/exercise/not-yet';\nimport { MAX_REMEMBERED_REPLIES } from '#rpc/limits';\n\n/**\n * The server's memory of what it has already done, by request key.\n *\n * A client that got no reply cannot know whether the request was lost or the answer was; if it\n * sends the request again, an order may be placed twice. So it gives the request a key and keeps\n * the key when it repeats. The server executes a key once and answers every repetition with the\n * first answer: *at most once* (Birrell & Nelson 1984, §3.2; in NFS, the \"duplicate request cache\").\n *\n * The promise is kept as long as the reply is remembered: by this process, and among the last\n * `capacity`. A server that restarts has forgotten.\n */\nexport class ReplyCache<Reply> {\n  readonly #capacity: number;\n  /** Oldest first. A `Map` keeps the order of insertion. */\n  readonly #replies = new Map<string, Promise<Reply>>();\n\n  /** @param capacity replies remembered; the oldest is forgotten first */\n  constructor(capacity = MAX_REMEMBERED_REPLIES) {\n    this.#capacity = capacity;\n  }\n\n  get size(): number {\n    return this.#replies.size;\n  }\n\n  /**\n   * The reply to the request `key`: from `execute` the first time, from memory after that, also\n   * while the first is still running, and also if it failed.\n   */\n  once(key: string, execute: () => Promise<Reply>): Promise<Reply> {\n    // ── Task 5 ──\n    // Is there a reply to this key in #replies? Then that is the answer. Otherwise execute, and\n    // remember. Look at the type of #replies: what it remembers is the promise, not what comes of\n    // it.\n    // Keep no more than #capacity: the oldest goes, the first of #replies.keys().\n    throw notYet(5);\n  }\n}\n" }] }, suite: void 0 };
export {
  _02ManyCalls_exercise as default
};
