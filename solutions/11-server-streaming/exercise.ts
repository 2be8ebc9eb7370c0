import type { Exercise } from '#course/exercise/exercise';

export const exercise: Exercise = {
  pieces: [
    { name: '#streams/send-all', file: 'send-all.ts', solution: 'only' },
    { name: '#streams/receive', file: 'receive.ts', solution: 'only' },
    { name: '#streams/collect', file: 'collect.ts', solution: 'only' },
    {
      name: '#grpc/messages/message-queue',
      file: 'message-queue.ts',
      solution: 'derived',
      gaps: {
        push: {
          task: 5,
          prompt:
            'If the stream has ended, the message is thrown away, and let more come: true.\nA reader that waits, the one that has waited longest, gets it decoded: { value, done: false }, and there may be more: true. If decode throws, that reader gets the error.\nIf nobody waits, the payload is kept as it is, not decoded (this.#payloads.push(payload)): false.',
        },
        end: {
          task: 5,
          prompt:
            'Only the first call counts. Keep makeError for #takeError; with drop, what is queued is thrown away: #clear().\nEverybody who waits is told: the first gets the error (#takeError() gives its maker, or undefined; rejection(maker) is a promise that rejects with what the maker makes), all others, and all if there is none, { value: undefined, done: true }.',
        },
        next: {
          task: 5,
          prompt:
            'What is queued comes first, the oldest first, decoded now. It never throws: what goes wrong is a promise that rejects. this.#payloads.shift() takes the oldest one, undefined if there is none; if that was the last one, the owner hears queueEmpty().\nThen, if the stream has ended: the error, to the one who asks first, and done to all others. (What #takeError() gives is a function: call it.)\nOtherwise the reader waits: into #waiting with it.',
        },
        return: {
          task: 5,
          prompt:
            'The reader leaves. Unless all was over already (ended, and nothing queued): no more is wanted, not even an error, nothing stays queued, readers that wait are done, and the owner is told, once: readerLeft(), and then, with #clear(), that nothing waits any more.',
        },
      },
    },
  ],
  needsNode: true,
  tasks: [
    {
      title: 'No faster than the reader',
      file: 'send-all.ts',
      asked:
        'sendAll(messages, call) writes each message in order. If write() says false, it waits until there is room before it asks for the next message. When nobody listens any more it writes nothing more, and leaves the loop, so that return() of the iterator is called: also while it waits for room. No listener is left behind.',
      hints: [
        'Who waits for the event drain alone waits for ever once the caller has left. What comes then instead?',
        'hasRoom: a promise that resolves at drain or at cancelled, whichever comes first; both listeners are taken away again. In sendAll: for await, and look at call.cancelled before each write and after each wait.',
        'for await (const message of messages) { if (call.cancelled) return; if (!call.write(message)) await hasRoom(call); if (call.cancelled) return; }',
      ],
    },
    {
      title: 'And then how it ended',
      file: 'send-all.ts',
      asked:
        'handleStream(search, report) makes a handler for grpc-js. Behind the last message the call ends: OK; or the status of a CallError; or, for anything else, UNKNOWN with the text ACCIDENT, and the error goes to report. The messages before an error arrive. After the caller has left, nothing is sent and nothing reported.',
      hints: [
        'search can throw before it has returned anything, and its iterator at any message. One construction catches both.',
        'try { await sendAll(search(call.request, left.signal), call); call.end(); } catch: if call.cancelled, return; otherwise call.emit("error", { code, details, metadata }), once.',
        'error instanceof CallError ? call.emit("error", { code: error.code, details: error.details, metadata: error.metadata }) : (report(error), call.emit("error", { code: grpc.status.UNKNOWN, details: ACCIDENT }))',
      ],
    },
    {
      title: 'Read, and leave cleanly',
      file: 'receive.ts',
      asked:
        'receive(call) gives the messages of a call one at a time, and throws a CallError if it failed, also if it failed before anybody read. A reader that leaves, before the first message, in the middle, or while a next() waits, cancels the call; what waits ends without an error. Nothing of it ends the process: there is always somebody who listens for "error".',
      hints: [
        'There are three moments at which a call can fail: before anybody reads, during it, and after the reader has left. Who hears of it in each?',
        'One listener, from the beginning, keeps the first error. read() throws it at the end, unless somebody left. return() does three things: say that we left, call.cancel(), and end read().',
        'call.on("error", (e) => { failure ??= new CallError(e.code, e.details, e.metadata, { cause: e }); }); read(): try { for await (const m of call) yield m; } catch (e) { failure ??= e as CallError; } if (failure && !left) throw failure; return(): left = true; call.cancel(); await messages.return();',
      ],
    },
    {
      title: 'What came before it failed',
      file: 'collect.ts',
      asked:
        'collect(stream, most) returns all messages that came, whether these are all (complete), and the CallError if the call failed. It keeps most messages at the most; if there is one more, it leaves the stream, and complete is false. An error of another kind is thrown.',
      hints: [
        'A promise either resolves or rejects. Here both are wanted: the messages and the error.',
        'The array stands outside of try. That there is one more than most shows only when the next message is there: before it is kept.',
        'for await (const message of stream) { if (messages.length === most) return { messages, complete: false }; messages.push(message); } and in catch: if (!(error instanceof CallError)) throw error; return { messages, complete: false, error };',
      ],
    },
    {
      title: 'Under the hood: one at a time',
      file: 'message-queue.ts',
      asked:
        'MessageQueue stands between DATA, which brings messages when it likes and several at once, and a reader who wants one at a time. Either messages wait for the reader or the reader for messages. push() says whether more may come. The error, if there is one, comes behind what is queued, to one reader. Who leaves early is told to the owner, once.',
      hints: [
        'Four questions, two answers each. push: does somebody wait? next: is something queued, or else, is it over? end: does somebody wait? return: was it over already?',
        'A promise that is settled later: new Promise((resolve, reject) => this.#waiting.push({ resolve, reject })). this.#payloads.shift() takes the oldest payload, undefined if there is none; if it is empty then, the owner is told: queueEmpty().',
        'next: const payload = this.#payloads.shift(); if (payload !== undefined) try { if (this.#payloads.empty) this.#owner.queueEmpty(); return Promise.resolve({ value: this.#decode(payload), done: false }) } catch (e) { return Promise.reject(e) }; if (!this.#ended) wait; const error = this.#takeError(); return error ? Promise.reject(error()) : Promise.resolve({ value: undefined, done: true }). return: if (!this.#ended || !this.#payloads.empty) { this.end(); this.#makeError = undefined; this.#owner.readerLeft(); this.#clear(); }. end, for each that waits: const maker = this.#takeError(); waiting.resolve(maker ? rejection(maker) : { value: undefined, done: true })',
      ],
    },
  ],
};
