import type { Exercise } from '#course/exercise/exercise';

export const exercise: Exercise = {
  files: ['call-table.ts', 'reply-cache.ts'],
  tasks: [
    {
      title: 'Number the calls',
      file: 'call-table.ts',
      asked:
        'call(method, params) gives each call an id that no other call has, remembers who waits for the reply, and sends {"id":…,"method":…,"params":…} (and "key", if there is one). The promise that it returns stays open.',
      hints: [
        'Many calls wait at once. What has to be kept of each, so that it can be settled when its reply comes?',
        'new Promise((resolve, reject) => { … }) hands you both functions: put them into #calls under the id, and then send. First remember, then send: a reply can be quick.',
        'const id = ++this.#lastId; return new Promise((resolve, reject) => { const timer = timeoutMs === undefined ? undefined : this.#startTimer(id, timeoutMs); this.#calls.set(id, { resolve, reject, timer }); this.#send(encodeUtf8(JSON.stringify({ id, method, params, key }))); })',
      ],
    },
    {
      title: 'Bring each reply home',
      file: 'call-table.ts',
      asked:
        'receive(reply) settles the call that the reply’s id names: with its result, or with an RpcError that has the error’s code and message. The call leaves the table. A reply to a call that is not there (unknown, answered already, too late) is ignored.',
      hints: [
        'Which call does a reply belong to? Not the oldest: the one that it names.',
        '#take(id): get it from the Map, delete it there, return it. receive: unpack { id, result, error }, take the call; if there is none, return; if there is an error, reject, else resolve.',
        'const call = this.#take(id); if (call === undefined) return; if (error !== undefined) call.reject(new RpcError(error.code, error.message)); else call.resolve(result);',
      ],
    },
    {
      title: 'Stop waiting',
      file: 'call-table.ts',
      asked:
        'A call with a timeoutMs that gets no reply in that time leaves the table and fails with an RpcError DEADLINE_EXCEEDED. If the reply comes first, its timer is cleared.',
      hints: [
        'Two things end a call now, the reply and the alarm. Whichever comes first has to stop the other.',
        '#startTimer: this.#timers.setTimeout(callback, timeoutMs), and return what it returns; call() keeps it with the call. In #take, this.#timers.clearTimeout(…) with that.',
        "#startTimer: return this.#timers.setTimeout(() => this.#take(id)?.reject(new RpcError('DEADLINE_EXCEEDED', '…')), timeoutMs). #take: this.#timers.clearTimeout(this.#calls.get(id)?.timer), before the call is deleted.",
      ],
    },
    {
      title: 'The connection is lost',
      file: 'call-table.ts',
      asked:
        'lose(reason) fails every call that waits with an RpcError UNAVAILABLE. After that the table is empty and every new call fails at once in the same way: nothing is sent, nothing waits.',
      hints: [
        'Who is waiting, and who might still come? Both have to be told.',
        'lose: make the error, keep it in #lost, then #take and reject each id of #calls. call: if there is a #lost, return a promise that is rejected with it.',
        "lose: this.#lost = new RpcError('UNAVAILABLE', reason); for (const id of [...this.#calls.keys()]) this.#take(id)?.reject(this.#lost). call: if (this.#lost) return Promise.reject(this.#lost).",
      ],
    },
    {
      title: 'At most once',
      file: 'reply-cache.ts',
      asked:
        'once(key, execute) executes a key the first time and answers every repetition with the first answer: also while the first is still running, and also if it failed. Of more than #capacity replies the oldest is forgotten.',
      hints: [
        'A repetition may come before there is any reply. What is there from the first moment on?',
        'execute() returns a promise at once. Keep that promise in #replies, without awaiting it, and give the same one to everybody who asks. A Map lists its keys in the order in which they were set: the first is the oldest.',
        'const known = this.#replies.get(key); if (known) return known; const reply = execute(); this.#replies.set(key, reply); if (this.#replies.size > this.#capacity) delete the first of this.#replies.keys(); return reply;',
      ],
    },
  ],
};
