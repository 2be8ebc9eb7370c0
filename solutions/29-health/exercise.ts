import type { Exercise } from '#course/exercise/exercise';

export const exercise: Exercise = {
  pieces: [
    {
      name: '#services/status-board',
      file: 'status-board.ts',
      solution: 'derived',
      gaps: {
        set: {
          task: 1,
          prompt:
            'First what may be refused. STATUSES has what may be set; this.#notify() wakes all watchers.',
        },
        delete: { task: 1, prompt: 'The service is unknown again, and watchers hear of it.' },
        check: {
          task: 1,
          prompt:
            'refusal(Status.NOT_FOUND, text) makes the error; excerpt(service) is the name, made short if it is long: what a caller sends is not repeated at length.',
        },
        list: {
          task: 1,
          prompt:
            'new GrpcError(Status.RESOURCE_EXHAUSTED, text) if there are too many. What the caller does with the map must not reach ours.',
        },
        shutdown: {
          task: 1,
          prompt: 'Every service, the empty name too; then the watchers. It cannot be taken back.',
        },
        watch: {
          task: 2,
          prompt:
            'A function that #notify() calls goes into this.#watchers. onAbort(signal, callback) calls once when the signal aborts, and returns what takes the callback away. Whatever ends the watch: nothing stays.',
        },
      },
    },
    {
      name: '#services/graceful-end',
      file: 'graceful-end.ts',
      solution: 'derived',
      gaps: {
        signal: {
          task: 3,
          prompt:
            'The first begins the end: the phase, the time, the timer, and the step. Which of the later ones count?',
        },
        '#drain': {
          task: 3,
          prompt:
            'A timer of graceMs, and the step. Much may have happened when the step has settled.',
        },
        '#force': { task: 3, prompt: 'Once. After it all is over, also if it throws.' },
        '#over': { task: 3, prompt: 'Nothing is left: no timer. this.#resolve tells it.' },
      },
    },
    {
      name: '#services/probe',
      file: 'probe.ts',
      solution: 'derived',
      gaps: {
        within: {
          task: 4,
          prompt:
            'A promise that settles with the work, or with new TooLate() when the clock says so. The work may still end after that: what becomes of its result, and of its failure?',
        },
        ask: {
          task: 4,
          prompt:
            'Connect, within connectMs; Check, within checkMs; close, whatever happened. notConnected(error, connectMs), failed(error, checkMs) and answered(status) make the texts; ignoreFailure(work) does what nobody waits for.',
        },
      },
    },
  ],
  tasks: [
    {
      title: 'Who is able to work',
      file: 'status-board.ts',
      asked:
        'set and delete change the status of a service and wake the watchers; a status that a service cannot have is a RangeError, and changes nothing. check answers, or throws NOT_FOUND for a service that nobody has set. list gives all of them, at most MAX_LISTED_SERVICES (otherwise RESOURCE_EXHAUSTED), in a map that belongs to the caller. shutdown makes NOT_SERVING of each one that is known; from then on set and delete do nothing.',
      hints: [
        'In which order does set ask? What is wrong is wrong also after shutdown; what is right does nothing then.',
        'UNKNOWN is 0, and a service may have it: ask whether there is an entry, and not whether it is true. The empty name is an entry like the others. Exactly MAX_LISTED_SERVICES may still be listed.',
        'set: if (!STATUSES.has(status)) throw new RangeError(…); if (this.#shutDown) return; this.#statuses.set(service, status); this.#notify(); … check: const status = this.#statuses.get(service); if (status === undefined) throw refusal(Status.NOT_FOUND, …); … list: return new Map(this.#statuses);',
      ],
    },
    {
      title: 'Watch',
      file: 'status-board.ts',
      asked:
        'watch yields the status now (SERVICE_UNKNOWN for a service that nobody has set), and then each change once. A reader who comes late gets only the latest; what is the same as what was told last is not told again. When a signal of stops has aborted, or the board is shut down, the watch looks once more, tells what is new, and ends, whatever changes after that look. One that begins after shutdown ends only by its signals. When it has ended, nothing of it stays: neither in this.#watchers, nor at a signal.',
      hints: [
        'Nobody keeps a list of changes. A watch remembers what it has told, waits until somebody says that something has changed, and then looks at the board: what stands there is the latest.',
        'Between the look at the board and the wait nothing may get lost. Make the promise of the next change before you look. While you yield, your reader is busy, and time passes.',
        'let wake = () => {}; const watcher = () => wake(); this.#watchers.add(watcher); const releases = stops.map((signal) => onAbort(signal, watcher)); try { while (true) { const changed = new Promise<void>((resolve) => { wake = resolve; }); const isOver = …; const status = …; if (status !== told) { told = status; yield status; } if (isOver) return; await changed; } } finally { … }',
      ],
    },
    {
      title: 'The end, in order',
      file: 'graceful-end.ts',
      asked:
        'The first signal: phase "leaving", notServing(), and noticeMs later drain(), in phase "draining". When drain settles well, all is over ("drained"). If it fails, or takes graceMs, force() is called once, in phase "forcing", and when that has settled all is over ("forced"). A signal that comes less than SAME_SIGNAL_MS after the first is the same one; a later one forces at once, in "leaving" as in "draining". What a step throws stands in errors and stops nothing. ended resolves once, and no timer is left.',
      hints: [
        'Each thing that happens (a signal, a timer, a promise) asks first in which phase it has come. Change the phase before you call a step: a step may call signal.',
        'A step can throw at once, and can return a promise that fails: in an async function try and await catch both. While drain is awaited, #force may have been called, by the timer or by a signal.',
        '#drain: this.#phase = "draining"; this.#timer = this.#clock.setTimer(() => this.#force(), this.#graceMs); try { await this.#steps.drain(); } catch (error) { if (this.#phase !== "draining") return; this.#errors.push(error); this.#force(); } if (this.#phase === "draining") this.#over("drained");',
      ],
    },
    {
      title: 'A probe that always ends',
      file: 'probe.ts',
      asked:
        'within waits for the work that begin starts, and not longer than so many milliseconds: then it throws TooLate, and the signal aborts. A result that comes later goes to late; a failure that comes later goes nowhere. ask connects within connectMs, asks check within checkMs (counted from the connection), and closes the connection whatever came of it, without waiting. serving is SERVING alone; any other status is notServing; no connection, notConnected; no answer, failed.',
      hints: [
        'Promise.race would forget two things: the timer, and the work that nobody waits for any more. Which of them can still do harm afterwards?',
        'A connection that comes too late is open, and somebody has to close it: that is what late is for. check that throws at once, and close that rejects, must not get through. Set the timer before you begin.',
        'within: return new Promise((resolve, reject) => { const controller = new AbortController(); let isLate = false; const timer = clock.setTimer(() => { isLate = true; reject(new TooLate()); controller.abort(); }, milliseconds); (async () => begin(controller.signal))().then((result) => { timer.cancel(); if (isLate) ignoreFailure(() => late(result)); else resolve(result); }, …); });',
      ],
    },
  ],
};
