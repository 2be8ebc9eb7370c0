import type { Exercise } from '#course/exercise/exercise';

export const exercise: Exercise = {
  pieces: [
    {
      name: '#grpc/deadlines/time-left',
      file: 'time-left.ts',
      solution: 'derived',
      gaps: {
        deadlineAt: { task: 1, prompt: 'A moment, in milliseconds: now + timeoutMs.' },
        timeLeft: {
          task: 1,
          prompt: 'Three answers: undefined, 0, or how far away it is. 0 is not undefined.',
        },
        timeoutFor: {
          task: 1,
          prompt:
            'Either of the two may be undefined, which means no limit, and either may be 0, which is a very strict one. Only what is lent is rounded.',
        },
        passedOn: {
          task: 1,
          prompt:
            'parseTimeout(text) gives milliseconds, or undefined if the text is not a timeout: parseTimeout("2S") is 2000. UNITS has the units in which to write it, the finest first.',
        },
      },
    },
    {
      name: '#time/deadline-wheel',
      file: 'deadline-wheel.ts',
      solution: 'derived',
      gaps: {
        add: {
          task: 2,
          prompt:
            'Which tick, and so which slot? Put it in front of the slot’s list: timed.slot, timed.next, the previous of the one that stood there first, and the slot itself. (What is not on the wheel has no previous.) this.#slots is empty before the first deadline. this.#arm(now) sets the timer: only if this tick comes before the one for which it is set.',
        },
        remove: {
          task: 2,
          prompt:
            'Take it out of its list, whether it stands first, last or between, and leave it as it was before it was added. It may not be on the wheel at all. An empty wheel needs no timer: this.#disarm().',
        },
        '#turn': {
          task: 2,
          prompt:
            'The timer has fired. Look at the slots of all ticks that have passed since this.#doneTick, but at none twice. What is due comes off the wheel and is told: due.expired(). What belongs to a later turn stays. And who is told may add and remove as they like: one that was due as well and has just been taken off is not told, and one that has been put off is told later. this.#arm(now) sets the timer for what is left.',
        },
      },
    },
    {
      name: '#grpc/deadlines/cancellation',
      file: 'cancellation.ts',
      solution: 'derived',
      gaps: {
        followCancellation: {
          task: 3,
          prompt:
            'onAbort(signal, callback) calls callback when the signal aborts, and gives a function that stops it; however many wait for one signal, it has one listener. abortedError(signal) and endedWithParent(parent) make the errors. Both signal and parent may be missing. Whoever of the two comes first ends it, and nobody waits for the other one any longer.',
        },
      },
    },
    {
      name: '#grpc/deadlines/stop-work',
      file: 'stop-work.ts',
      solution: 'derived',
      gaps: {
        untilCancelled: {
          task: 4,
          prompt:
            'signal.throwIfAborted() throws the reason if it has aborted. onAbort(signal, callback) calls callback when it does, and gives a function that stops it. Promise.race([a, b]) settles as the first of them does, and nobody hears of the other any more.',
        },
        inSteps: {
          task: 4,
          prompt:
            'Before every item, also the first: a breath, and then the question. work may give a promise.',
        },
      },
    },
  ],
  tasks: [
    {
      title: 'What is left',
      file: 'time-left.ts',
      asked:
        'deadlineAt makes a moment of a timeout, timeLeft a duration of a moment. timeoutFor(own, lent) says how long a call may take that is made for another: the shorter of the two, and what is lent is rounded down to whole milliseconds. passedOn("250m", 30.5) is "219m": what a proxy writes that has held a call for so long. No rounding gives more time.',
      hints: [
        'undefined is "no limit" and 0 is "it is over". Which of ||, ?? and === can tell the two apart? And what does rounding do with 0.4 ms?',
        'Give what is missing a value that every other is smaller than: ?? NEVER. Then Math.min works, and only the result has to be turned back. passedOn: the first of UNITS in which the amount, rounded down, has at most eight digits.',
        'timeoutFor: const lent = lentMs === undefined ? NEVER : Math.floor(lentMs); const shortest = Math.max(0, Math.min(ownMs ?? NEVER, lent)); return shortest === NEVER ? undefined : shortest. passedOn: for (const [unit, ms] of UNITS) { const amount = Math.floor(left / ms); if (amount <= MAX_DIGITS_VALUE) return String(amount) + unit; }',
      ],
    },
    {
      title: 'One timer for ten thousand',
      file: 'deadline-wheel.ts',
      asked:
        'A wheel of 1024 slots, each 4 ms wide (DEADLINE_RESOLUTION_MS), and one timer at most. An entry lies in the slot of the first tick that is not before its deadline. add and remove change a link or two, however many entries there are. An entry is told once (expired()), never before its deadline and less than 4 ms after it; when nothing is on the wheel no timer is set.',
      hints: [
        'Where is an entry with the deadline 1,000,010? Its tick is 1,000,010 / 4, rounded so that it is never too early. The slot is what remains of the tick after whole turns. What else lies in that slot?',
        'add: const tick = Math.max(Math.ceil(timed.deadline / DEADLINE_RESOLUTION_MS), this.#doneTick + 1). #turn: until = Math.floor(now / DEADLINE_RESOLUTION_MS); from #doneTick + 1 to until, but at most SLOTS of them. First collect what is due (deadline <= now). Then, for each of them that is still on the wheel and still due: take it off, and tell it. Arm at the end.',
        '#turn: for (let tick = from; tick <= until; tick++) for (let timed = this.#slots[tick % SLOTS]; timed; timed = timed.next) if (timed.deadline <= now) due.push(timed); for (const timed of due) if (timed.slot !== undefined && timed.deadline <= now) { this.remove(timed); timed.expired(); } this.#arm(now). add: if (first) first.previous = timed; … if (Math.min(tick, this.#doneTick + SLOTS) < this.#armedFor) this.#arm(now).',
      ],
    },
    {
      title: 'Followed, and released',
      file: 'cancellation.ts',
      asked:
        'followCancellation({ signal, parent }, cancel) tells once, with the fitting error, when the caller’s signal aborts or the parent is over. If that has happened already, it throws the error and listens to nobody. What it returns is the release: afterwards, and also after it has told, nobody listens to either of the two any more. However many calls follow one parent, its signal has one listener: onAbort sees to that.',
      hints: [
        'What has been begun can only be stopped by who has kept what stops it. How many of those are there, and when do both have to be called?',
        'One release that stops both: it calls the two functions that onAbort has given, if they are there. Each callback calls release first, and then cancel.',
        'if (signal?.aborted) throw abortedError(signal); if (parent?.cancelled) throw endedWithParent(parent); const release = () => { stopOwn?.(); stopParent?.(); }; const stopOwn = signal && onAbort(signal, () => { release(); cancel(abortedError(signal)); }); const stopParent = …; return release;',
      ],
    },
    {
      title: 'Stop working',
      file: 'stop-work.ts',
      asked:
        'untilCancelled(call, work) gives what the work gives, and is rejected with the signal’s reason as soon as nobody waits, even if the work goes on; nobody listens to the signal afterwards. inSteps(call, items, work, breathe) works through a list: before each item it takes a breath and asks whether anybody still waits. Nothing is begun for nobody.',
      hints: [
        'Three things can happen: the work is done, the work fails, nobody waits any more. After which of them do you have to stop waiting for the signal?',
        'A promise that is rejected by the callback of onAbort, a race between it and work(signal), and in finally what onAbort has given. In inSteps: await breathe(), then signal.throwIfAborted(), then await work(item): in that order, in every round.',
        'signal.throwIfAborted(); let release = () => {}; const cancelled = new Promise<never>((_, reject) => { release = onAbort(signal, () => reject(signal.reason)); }); try { return await Promise.race([work(signal), cancelled]); } finally { release(); }',
      ],
    },
  ],
};
