import type { Exercise } from '#course/exercise/exercise';

export const exercise: Exercise = {
  pieces: [
    { name: '#hello/call', file: 'call.ts', solution: 'only' },
    { name: '#hello/handler', file: 'handler.ts', solution: 'only' },
    { name: '#hello/serve', file: 'serve.ts', solution: 'only' },
  ],
  needsNode: true,
  tasks: [
    {
      title: 'A promise for a callback',
      file: 'call.ts',
      asked:
        'asPromise(start) begins a call with start(options, done) and returns a promise of its response. A call that fails rejects with a CallError: the code, details and metadata of grpc-js’s error, and that error as its cause.',
      hints: [
        'grpc-js calls done exactly once. What are its two arguments when all went well, and what when not?',
        'const call = start(options, (error, response) => …): if error is not null, reject; otherwise resolve(response).',
        'if (error !== null) reject(new CallError(error.code, error.details, error.metadata, { cause: error })); else resolve(response as Response);',
      ],
    },
    {
      title: 'A deadline, always',
      file: 'call.ts',
      asked:
        'Every call has a deadline: timeoutMs from now, DEFAULT_TIMEOUT_MS if the caller does not say. It stands in the options that start gets, so that grpc-js gives up in time and tells the server.',
      hints: [
        'Without a deadline a call waits for as long as the server likes. Which of grpc-js’s call options says when to give up?',
        'options.deadline is a moment: a Date, or milliseconds since 1970. timeoutMs is a duration.',
        'options.deadline = new Date(Date.now() + timeoutMs);',
      ],
    },
    {
      title: 'Who gives up says so',
      file: 'call.ts',
      asked:
        'When signal aborts, the call is cancelled, so that the server hears of it, and the promise rejects with cancelled(signal). A signal that is aborted already begins nothing. A call that is over no longer listens to the signal, and calls that share one share its listener.',
      hints: [
        'Three moments: before the call, while it runs, after it. What has to happen in each?',
        'Before: signal?.aborted. While: onAbort(signal, …), which calls call.cancel(); then done gets an error with the code CANCELLED. After: what onAbort returned, called in done. Many calls may share a signal, and Node takes the eleventh listener on it for a leak: onAbort has one for all of them.',
        'if (signal?.aborted) return reject(cancelled(signal)); const forget = signal && onAbort(signal, () => call.cancel()), behind start; and in done: forget?.(); if (signal?.aborted && error?.code === grpc.status.CANCELLED) return reject(cancelled(signal));',
      ],
    },
    {
      title: 'What a handler throws',
      file: 'handler.ts',
      asked:
        'handle(procedure, report) makes a grpc-js handler of a function that returns a response, or a promise of one. A CallError that it throws becomes the status; anything else becomes UNKNOWN with the text ACCIDENT, and goes to report. Each call is answered exactly once, also if callback or report throws, and without waiting for report.',
      hints: [
        'A procedure can fail in two ways: it throws, or its promise rejects. One construction catches both.',
        'In an async function try { … await procedure(…) } catch catches both. But callback stands behind the try, not in it, or what it throws is taken for the procedure’s failure. Or: new Promise((resolve) => resolve(procedure(call.request, call))).then(answered, failed).',
        'failed = (error) => error instanceof CallError ? callback({ code: error.code, details: error.details, metadata: error.metadata }) : (callback({ code: grpc.status.UNKNOWN, details: ACCIDENT }), report(error))',
      ],
    },
    {
      title: 'Start, and stop properly',
      file: 'serve.ts',
      asked:
        'listen(server, address) resolves with the port, or rejects. stop(server) takes no new calls, lets those that are running end, and cuts off what is not done after graceMs; it resolves when all is over, and leaves no timer behind.',
      hints: [
        'Both are callbacks made into promises, as in task 1. Which of the two ways to shut down waits, and for how long?',
        'Set a timer for forceShutdown, then call tryShutdown, which takes no new calls from that moment on. Whichever way it ends, its callback comes, at once if nothing runs: cancel the timer there.',
        'const timer = clock.setTimer(() => server.forceShutdown(), graceMs); server.tryShutdown((error) => { timer.cancel(); if (error) reject(error); else resolve(); });',
      ],
    },
  ],
};
