import type { Exercise } from '#course/exercise/exercise';

export const exercise: Exercise = {
  pieces: [
    {
      name: '#grpc/interceptors/call-log',
      file: 'call-log.ts',
      solution: 'derived',
      gaps: {
        idFor: {
          task: 1,
          prompt:
            'metadata.get(CORRELATION_ID) is what the caller has set, if it has. options.parent is the call that this one is made for, if there is one; its id is parent.context.get(correlationId), "" if it has none. Otherwise newId().',
        },
        callLog: {
          task: 1,
          prompt:
            'Returns (request, call, next) => …. Without a newId, crypto.randomUUID() makes one; without a clock, systemClock is it. call.ended is a promise of { code, details }, resolved once when the call is over; it never rejects. runCallback(callback, failed) runs write, whatever it does.',
        },
      },
    },
    {
      name: '#grpc/interceptors/token-refresh',
      file: 'token-refresh.ts',
      solution: 'derived',
      gaps: {
        get: {
          task: 2,
          prompt:
            'Keep the promise in this.#current, so that all who need the token wait for the same one. this.#fetch() may throw, and may give a token that is not a promise. If it fails, this.refused(…) lets the next call try again.',
        },
        refused: {
          task: 2,
          prompt:
            'Many calls are refused with the same token. By the time that the last of them says so, another token may be here.',
        },
        tokenRefresh: {
          task: 2,
          prompt:
            'Returns async (request, call, next) => …. unlessOver(promise, call, clock) is what the promise gives, or fails if the call is over before: wait for tokens by it. call.metadata.set(AUTHORIZATION, …) replaces what is there. isUnauthenticated(error) tells a refusal. For a stream of responses, await firstCome(answer): it fails if the stream fails before its first message, and otherwise gives the stream.',
        },
      },
    },
    {
      name: '#grpc/interceptors/read-cache',
      file: 'read-cache.ts',
      solution: 'derived',
      gaps: {
        find: {
          task: 3,
          prompt: 'this.#kept.get(key) is { bytes, until }, or undefined. this.now() is the time.',
        },
        keep: {
          task: 3,
          prompt:
            'A Map keeps its keys in the order in which they were added; one that is set again stays at its place, unless it was deleted before. this.#kept.keys().next().value is the first. No more than this.#most are kept.',
        },
        keyOf: {
          task: 3,
          prompt:
            'method.encodeRequest(request as object) gives the request’s bytes, toHex(bytes) makes a text of bytes, metadata.getAll(name) is a list of values. JSON.stringify([…]) makes one text of several that cannot run into each other.',
        },
        readCache: {
          task: 3,
          prompt:
            'new Answers(options), once; then return async (request, call, next) => …. call.method has path, idempotency, requestStream, responseStream, encodeResponse(message) and decodeResponse(bytes). Each decodeResponse makes a new message. call.context.set(fromCache, true) marks what came out of the cache.',
        },
      },
    },
    {
      name: '#grpc/interceptors/concurrency-limit',
      file: 'concurrency-limit.ts',
      solution: 'derived',
      gaps: {
        '#wait': {
          task: 4,
          prompt:
            'this.#waiting is a Set of functions, the first that was added first. Add one that lets this call go on. const stop = whenOver(call, this.#clock, (error) => …) tells if nobody waits for the call any more; stop() ends that. If this.#mostWaiting wait already: new GrpcError(Status.RESOURCE_EXHAUSTED, …).',
        },
        '#giveBack': {
          task: 4,
          prompt:
            'If somebody waits, the turn is handed on: take the first out of this.#waiting, and call it. Otherwise one less is running.',
        },
        concurrencyLimit: {
          task: 4,
          prompt:
            'new Turns(options), once; then return async (request, call, next) => …. turns.take(call) gives a function that gives the turn back. For a stream of responses: endingWith(answer, giveBack) is the same stream and calls giveBack when its reader is through with it; call.ended is resolved when the call is over, whoever reads.',
        },
      },
    },
  ],
  tasks: [
    {
      title: 'A log that hears of failures',
      file: 'call-log.ts',
      asked:
        'callLog(options) sends an id with every call, in the metadata under CORRELATION_ID: idFor(call, newId) takes the caller’s own, or that of the parent call, or a new one. When the call is over it writes one record, { id, path, code, details, ms }, for calls of all four kinds, however they end. The request, the answer and the error are those of next. A write that fails harms nobody.',
      hints: [
        'How long does SearchOrders take, measured around await next(…)? And what does the line behind it do if next fails?',
        'call.ended.then(…) hears of every end, and knows code and details. Take the time before next. Do not await: return what next gives.',
        'const id = idFor(call, newId); call.metadata.set(CORRELATION_ID, id); const from = clock.now(); call.ended.then(({ code, details }) => { const record = { id, path: call.method.path, code, details, ms: clock.now() - from }; runCallback(() => write(record), () => {}); }); return next(request, call);',
      ],
    },
    {
      title: 'A new token, and once more',
      file: 'token-refresh.ts',
      asked:
        'tokenRefresh(options) sends "Bearer " and a token under authorization. The token is fetched when it is first needed, once for all calls. If a call ends in UNAUTHENTICATED, its token is forgotten, and the call is made once more with another; if it streams requests, it fails instead. A stream of responses can be made again until its first message. A call that has an authorization of its own goes by untouched. No call waits for a token longer than its deadline.',
      hints: [
        'Ten calls are refused at the same moment. What has to be kept so that one fetch serves them all: the token, or the promise of it? And who may forget it?',
        'SharedToken: keep Promise.resolve().then(() => this.#fetch()); refused(token) forgets only that very promise. tokenRefresh: const first = shared.get(), await unlessOver(first, call, clock), set, then try { return await … }. A return without await leaves the try before anything fails.',
        'try { return await attempt(); } catch (error) { if (!isUnauthenticated(error)) throw error; shared.refused(first); if (call.method.requestStream) throw error; } then set the token of shared.get(), and return attempt(). attempt: const answer = await next(request, call); return call.method.responseStream ? firstCome(answer) : answer;',
      ],
    },
    {
      title: 'The call that is not made',
      file: 'read-cache.ts',
      asked:
        'readCache(options) keeps answers of methods that are NO_SIDE_EFFECTS and have one request and one response; all others go by. The same question is the same path, the same request, and the same metadata under the names in vary. An answer is good for ttlMs, counted from when it was asked for, and not a millisecond more; most are kept, and the oldest goes. Errors are not kept. Each caller gets a message of its own, and call.context says fromCache.',
      hints: [
        'Two callers get the same object out of a Map. One of them changes it. What does the next one read?',
        'Keep bytes: method.encodeResponse(answer) when it comes, method.decodeResponse(bytes) for each who asks. Take the time before next. What next throws is never kept, if you do not catch it.',
        'keyOf: JSON.stringify([method.path, toHex(method.encodeRequest(request as object)), ...vary.map((name) => metadata.getAll(name))]). find: the bytes, if this.now() < found.until. keep: delete, then set { bytes, until: asked + this.#ttlMs }, then, if this.#kept.size > this.#most, delete the first key.',
      ],
    },
    {
      title: 'A queue that one can leave',
      file: 'concurrency-limit.ts',
      asked:
        'concurrencyLimit(options) lets at most `most` calls run at once; the others wait, first come, first served. A call gives its turn back when its answer or its error is there; a stream when its reader is through with it, or the call has ended, whichever is first. If mostWaiting wait, one more fails with RESOURCE_EXHAUSTED. Who waits leaves at its deadline, or if its caller gives up: with what whenOver says, and next is never called.',
      hints: [
        'A turn that nobody gives back is lost for ever. In how many ways can a call end? And what becomes of the turn that is handed to somebody who has left?',
        '#wait: await a new Promise; goOn is what is added to #waiting, and calls stop() and resolve(). What whenOver is given deletes goOn from #waiting and rejects. #giveBack: const [first] = this.#waiting. concurrencyLimit: try, and giveBack in the catch as well.',
        'const giveBack = await turns.take(call); try { const answer = await next(request, call); if (!call.method.responseStream) { giveBack(); return answer; } call.ended.then(giveBack); return endingWith(answer, giveBack); } catch (error) { giveBack(); throw error; }',
      ],
    },
  ],
};
