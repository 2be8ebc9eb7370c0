import type { Exercise } from '#course/exercise/exercise';

export const exercise: Exercise = {
  pieces: [
    {
      name: '#rpc/call-table',
      file: 'call-table.ts',
      solution: 'derived',
      gaps: {
        call: {
          task: 1,
          prompt:
            'Take a new id, put the call into #calls (resolve, reject, timer), and send the request: this.#send(encodeUtf8(JSON.stringify(…))). The promise that you return is settled later, by the method that takes the call out of the table.\ntimer: this.#startTimer(id, timeoutMs) if there is a timeoutMs (task 3), otherwise undefined.',
        },
        receive: {
          task: 2,
          prompt:
            "Unpack it, take its call out of the table with #take, and settle the call: resolve it with the result, or reject it with new RpcError(code, message), such as new RpcError('NOT_FOUND', 'no tea'). No such call? Ignore the reply.\nJSON.parse(decodeUtf8(reply)) is the way back from bytes.",
        },
        '#take': { task: 2, prompt: '#calls is a Map: get and delete.' },
        '#startTimer': {
          task: 3,
          prompt:
            'this.#clock.setTimer(callback, milliseconds) returns a timer with a method cancel(). When the time is up, take the call out of the table and reject it: DEADLINE_EXCEEDED.\nThen add to #take: a call that leaves does not need its timer any more, if it has one.',
        },
        lose: {
          task: 4,
          prompt:
            'Remember why in #lost, as an RpcError UNAVAILABLE, and reject every call that waits with it.\nThen add to call(): is the connection lost already? Then nobody will answer: return a rejected promise now, and send nothing. And if send throws, take the call out and reject it with what was thrown. What cannot be packed rejects too, and never enters the table: pack it inside new Promise(…), before #calls.set.',
        },
      },
    },
    {
      name: '#rpc/reply-cache',
      file: 'reply-cache.ts',
      solution: 'derived',
      gaps: {
        once: {
          task: 5,
          prompt:
            'Is there a reply to this key in #replies? Then that is the answer. Otherwise execute, and remember. Look at the type of #replies: what it remembers is the promise, not what comes of it.\nKeep no more than #capacity: the oldest goes, the first of #replies.keys().',
        },
      },
    },
  ],
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
        '#take(id): get it from the Map, delete it there, return it. receive: unpack { id, result, error }, take the call; if there is none, return; if there is an error, reject; otherwise resolve.',
        'const call = this.#take(id); if (call === undefined) return; if (error !== undefined) call.reject(new RpcError(error.code, error.message)); else call.resolve(result);',
      ],
    },
    {
      title: 'Stop waiting',
      file: 'call-table.ts',
      asked:
        'A call with a timeoutMs that gets no reply in that time leaves the table and fails with an RpcError DEADLINE_EXCEEDED. If the reply comes first, its timer is cancelled. 0 is a timeout too; without one a call waits for ever, and has no timer.',
      hints: [
        'Two things end a call now, the reply and the timer. The one that comes first has to stop the other.',
        '#startTimer: this.#clock.setTimer(callback, timeoutMs), and return the timer that it returns; call() keeps it with the call. In #take, call its method cancel().',
        "#startTimer: return this.#clock.setTimer(() => this.#take(id)?.reject(new RpcError('DEADLINE_EXCEEDED', '…')), timeoutMs). #take: call?.timer?.cancel().",
      ],
    },
    {
      title: 'The connection is lost',
      file: 'call-table.ts',
      asked:
        'lose(reason) fails every call that waits with an RpcError UNAVAILABLE. After that the table is empty and call() returns a promise that is rejected in the same way: nothing is sent, nothing waits. A call whose request cannot be sent, because send throws, leaves the table and fails with what was thrown; one that cannot be packed never enters it.',
      hints: [
        'Who is waiting, and who might still come? Both have to be told.',
        'lose: make the error, keep it in #lost, then #take and reject each id of #calls. call: if there is a #lost, return a promise that is rejected with it; and put a try around this.#send.',
        "lose: this.#lost = new RpcError('UNAVAILABLE', reason); for (const id of [...this.#calls.keys()]) this.#take(id)?.reject(this.#lost). call: if (this.#lost) return Promise.reject(this.#lost); and try { this.#send(request); } catch (failure) { this.#take(id)?.reject(failure); }. JSON.stringify stands before #calls.set, and inside new Promise(…): what it throws there rejects the promise.",
      ],
    },
    {
      title: 'At most once',
      file: 'reply-cache.ts',
      asked:
        'once(key, execute) executes a key the first time and answers every repetition with the first answer: also while the first is still running, and also if it failed. Of more than #capacity replies the oldest is forgotten: the one executed first, however often it was asked for since.',
      hints: [
        'A repetition may come before there is any reply. What is there from the first moment on?',
        'execute() returns a promise at once. Keep that promise in #replies, without awaiting it, and give the same one to everybody who asks. A Map lists its keys in the order in which they were set: the first is the oldest.',
        'const known = this.#replies.get(key); if (known) return known; const reply = execute(); this.#replies.set(key, reply); if (this.#replies.size > this.#capacity) delete the first of this.#replies.keys(); return reply;',
      ],
    },
  ],
};
