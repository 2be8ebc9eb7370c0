import type { Exercise } from '#course/exercise/exercise';

export const exercise: Exercise = {
  pieces: [
    {
      name: '#grpc/interceptor',
      file: 'interceptor.ts',
      solution: 'derived',
      gaps: {
        chain: {
          task: 1,
          prompt:
            'Without interceptors it is `innermost`. With one, a function that calls interceptor(request, call, next), where next goes on to what is further in. With nexts "once", the second next of the same call is rejected with new Error(NEXT_TWICE), whatever became of the first.',
        },
        mapMessages: {
          task: 2,
          prompt:
            'One message is changed here and now: what each gives is returned, and what it throws is thrown. For a stream there is the class below: new MappedMessages(messages as AsyncIterable<unknown>, each, failed).',
        },
        next: {
          task: 2,
          prompt:
            'this.#pull() gives what the source’s next() gives: { value, done }. this.#each(value) changes a message, now or later. If it throws, closeIterator(this.#open()) tells the source to stop.',
        },
        return: {
          task: 2,
          prompt:
            'The source has to hear of it at once: its own return(), if it has one. this.#open() is its iterator, also if nobody has asked for a message yet. Returns { value: undefined, done: true }.',
        },
      },
    },
    {
      name: '#grpc/interceptors/guard',
      file: 'guard.ts',
      solution: 'derived',
      gaps: {
        guard: {
          task: 3,
          prompt:
            'Returns async (request, call, next) => …. call.method.path is which method it is. identify and mayCall are asked at each call, and may answer with a promise. new GrpcError(Status.UNAUTHENTICATED, "who are you?") says no; call.context.set(caller, who) hands on who it is.',
        },
      },
    },
    {
      name: '#grpc/interceptors/mask',
      file: 'mask.ts',
      solution: 'derived',
      gaps: {
        mask: {
          task: 4,
          prompt:
            'Returns async (request, call, next) => …. The id is idOf(call, newId); without a newId, crypto.randomUUID() makes one. It goes into call.context (correlationId) and call.responseTrailers (CORRELATION_ID). isStatus(error) tells whether somebody chose the words. mapMessages(answer, true, each, failed) reaches what a stream throws, and tells the stream when its reader leaves. runCallback(callback, failed) runs report, whatever it does.',
        },
      },
    },
  ],
  tasks: [
    {
      title: 'One in the other',
      file: 'interceptor.ts',
      asked:
        'chain(interceptors, innermost, nexts) makes one function of them. The first is outermost; one that does not call next answers by itself; with nexts "once" (the default) a second next of the same interceptor in the same call is rejected with NEXT_TWICE, and nothing further in hears of it.',
      hints: [
        'Put one interceptor around innermost, and you have a new innermost. Which interceptor do you begin with?',
        'reduceRight goes from the last to the first. Around one: async (request, call) => interceptor(request, call, next). What says that next has been called belongs to one call, so it is made in there, and not outside.',
        'interceptors.reduceRight((inner, interceptor) => async (request, call) => { let entered = false; return interceptor(request, call, async (asked, changed) => { if (entered && nexts === "once") throw new Error(NEXT_TWICE); entered = true; return inner(asked, changed); }); }, innermost)',
      ],
    },
    {
      title: 'Into the stream',
      file: 'interceptor.ts',
      asked:
        'mapMessages(messages, streaming, each, failed) applies each to one message, or to every message of a stream: in order, when it is asked for and not before. If each throws, the stream is over and its source is told. A reader who leaves is passed on at once, also while a message is being waited for.',
      hints: [
        'Who counts or rewrites messages must not collect them: a stream may have no end. What does next() have to do for one message, and what must it not do?',
        'next(): await this.#pull(); if it is done, so are we; otherwise await this.#each(value). return() does not wait for a next() that is under way: it calls the source’s return().',
        'next: const result = await this.#pull(); if (result.done) return { value: undefined, done: true }; try { return { value: await this.#each(result.value), done: false }; } catch (error) { closeIterator(this.#open()); throw error; } return: await this.#open().return?.(); return { value: undefined, done: true };',
      ],
    },
    {
      title: 'A guard for all four kinds',
      file: 'guard.ts',
      asked:
        'guard(options) lets a call of any kind go in only if identify knows its caller and mayCall, if there is one, allows it. Nobody known: UNAUTHENTICATED; known and not allowed: PERMISSION_DENIED. Paths in open are for anybody. The caller is in call.context before anything further in runs, and the requests are not touched.',
      hints: [
        'Which methods does the guard of the article ask about, and which should yours? What does a method get that is added next year?',
        'Ask for the path in open first, by ===. Then await identify: a promise is never undefined. Then await mayCall: a promise is always true. next only at the very end. Catch nothing: a guard that cannot ask lets nobody in.',
        'if (open.includes(call.method.path)) return next(request, call); const who = await identify(call); if (who === undefined) throw new GrpcError(Status.UNAUTHENTICATED, …); if (mayCall && !(await mayCall(who, path))) throw new GrpcError(Status.PERMISSION_DENIED, …); call.context.set(caller, who); return next(request, call);',
      ],
    },
    {
      title: 'A mask',
      file: 'mask.ts',
      asked:
        'mask(options) gives every call an id, in its context and in the trailers of its answer. What is thrown further in and is not a status is reported with the id, and its caller gets accident(id): also what a stream throws after its first messages. A status goes out as it is. Once nobody waits any more (call.cancelled), what comes is not reported.',
      hints: [
        'A handler that answers with a stream has returned long before it fails. Where does that error come by?',
        'One function for both places: masked(error) gives back what is to be thrown. try { await next(…) } catch for what comes now; mapMessages(answer, true, (message) => message, masked) for what comes later. report may throw as well.',
        'const masked = (error) => { if (isStatus(error) || call.cancelled) return error; runCallback(() => report(error, id, call), () => {}); return accident(id); }; try { const answer = await next(request, call); return call.method.responseStream ? mapMessages(answer, true, (message) => message, masked) : answer; } catch (error) { throw masked(error); }',
      ],
    },
  ],
};
