import type { Exercise } from '#course/exercise/exercise';

export const exercise: Exercise = {
  pieces: [
    {
      name: '#channel/connections/backoff',
      file: 'backoff.ts',
      solution: 'derived',
      gaps: {
        next: {
          task: 1,
          prompt:
            'This wait, and the base of the next one, which is never more than maxMs. Chance moves this wait alone, by jitter up or down: with 0.2 it is 0.8 to 1.2 times as long.',
        },
        reset: { task: 1, prompt: 'The next failure is the first one again.' },
      },
    },
    {
      name: '#channel/retries/retry-policy',
      file: 'retry-policy.ts',
      solution: 'derived',
      gaps: {
        retryBackoff: {
          task: 1,
          prompt:
            'n is 1 before the first retry. First what is due, at most maxBackoffMs; then up to 20 % longer or shorter.',
        },
        parsePushback: {
          task: 1,
          prompt:
            'Three kinds of answers. A text that is not exactly a whole number, written as one writes it ("0", "250", not "007", "+5" or "1e3"), or that is above MAX_PUSHBACK_MS, asks to be left alone.',
        },
      },
    },
    {
      name: '#channel/retries/after-end',
      file: 'after-end.ts',
      solution: 'derived',
      gaps: {
        afterEnd: {
          task: 2,
          prompt:
            'Four questions, in this order: did it go well? has the application seen a part of it? has the server not touched it? what does the plan say? parsePushback reads what the trailer grpc-retry-pushback-ms asks: status.metadata?.get(name).',
        },
      },
    },
    {
      name: '#channel/retries/sequential-plan',
      file: 'sequential-plan.ts',
      solution: 'derived',
      gaps: {
        attemptStarted: { task: 2, prompt: 'It counts.' },
        attemptFailed: {
          task: 2,
          prompt:
            'First what the bucket is told, then what stops it, and then how long to wait: what the server asks, or retryBackoff(this.#policy, n, this.#random). A pushback starts the backoff from the beginning.',
        },
        mayStart: { task: 2, prompt: 'What does the bucket say, if there is one?' },
        succeeded: { task: 2, prompt: 'The bucket is told.' },
      },
    },
    {
      name: '#channel/retries/retry-throttle',
      file: 'retry-throttle.ts',
      solution: 'derived',
      gaps: {
        allowsRetry: { task: 3, prompt: 'Exactly half is not more than half.' },
        failed: { task: 3, prompt: 'A token is 1000 thousandths. There is no debt.' },
        succeeded: { task: 3, prompt: 'this.#ratio comes back, as long as there is room.' },
        thousandths: {
          task: 3,
          prompt: 'Round away what is only binary, far behind the third decimal; then round down.',
        },
      },
    },
    {
      name: '#channel/retries/hedging-plan',
      file: 'hedging-plan.ts',
      solution: 'derived',
      gaps: {
        attemptStarted: {
          task: 4,
          prompt: 'It counts, and says when the next one begins if nothing comes: or undefined.',
        },
        attemptFailed: {
          task: 4,
          prompt:
            'A code that is fatal ends the call. Otherwise the next one begins at once (0), or when the server asks for it; or there is none any more, and then it depends on whether others are still running.',
        },
        mayStart: { task: 4, prompt: 'Three things may forbid it.' },
        succeeded: { task: 4, prompt: 'The bucket is told.' },
      },
    },
    {
      name: '#channel/retries/attempt-race',
      file: 'attempt-race.ts',
      solution: 'derived',
      gaps: {
        begin: {
          task: 5,
          prompt:
            'this.#add(previous) makes an attempt and puts it among those that are under way; begin() starts it. Ask the plan before that: an attempt may end while it begins.',
        },
        commit: {
          task: 5,
          prompt:
            'The first that is answered is the call, for good. An attempt that was cancelled may still have something on its way: that one is not the call. Nothing that is planned may begin any more.',
        },
        ended: {
          task: 5,
          prompt:
            'An attempt that is not under way any more says nothing that counts. afterEnd(status, unprocessed, this) says what follows; this.#last keeps the status. An attempt in place of one that the server has not seen asks the plan nothing, and the one that it replaces does not count as seen.',
        },
        stop: { task: 5, prompt: 'The timer, and every attempt that is under way, each once.' },
        '#beginIn': { task: 5, prompt: 'One timer at a time: this.#due when it fires.' },
        '#due': {
          task: 5,
          prompt:
            'Ask the plan again. If it says no, others may still be answered; if nothing is under way, the call has ended: with the status that came last.',
        },
      },
    },
  ],
  tasks: [
    {
      title: 'How long to wait',
      file: 'retry-policy.ts',
      asked:
        'retryBackoff is the wait before retry n of a call, in milliseconds: initialBackoffMs, then each time backoffMultiplier as much, at most maxBackoffMs, and then 0.8 to 1.2 of that by chance. Backoff (in backoff.ts) does the same for connections: next() is the next wait, with its own jitter, and reset() starts again. parsePushback reads what a server asks for: milliseconds, "stop", or undefined.',
      hints: [
        'What is random, and what is cut off at the maximum? If chance comes first, then all that wait for the maximum wait equally long, which is what chance is there to prevent. And the base of the next wait is not the wait that chance has made.',
        'random() is in [0, 1). 0.8 + 0.4 * random() is in [0.8, 1.2); in general 1 + jitter * (2 * random() - 1). One call of random() for a wait. parsePushback: a regular expression from ^ to $, and only then Number.',
        'const base = initialBackoffMs * backoffMultiplier ** (n - 1); return Math.min(base, maxBackoffMs) * (0.8 + 0.4 * random()); … next(): const base = Math.min(this.#base, maxMs); this.#base = base * multiplier; return base * (1 + jitter * (2 * this.#random() - 1)); … /^(0|[1-9]\\d{0,9})$/',
      ],
    },
    {
      title: 'Which attempt may follow which end',
      file: 'after-end.ts',
      asked:
        'afterEnd says what follows the end of an attempt: "give-up" after OK (and the plan is told) and once the call is committed; "transparent", MAX_TRANSPARENT_RETRIES times, if the server has not touched it; otherwise what the plan says, and without a plan "give-up". SequentialPlan (in sequential-plan.ts) is such a plan: at most maxAttempts, only after the codes of the policy, never after a "stop", never if the bucket forbids it; after the pushback or the backoff. A failure with one of those codes, or a "stop" with any code, costs a token.',
      hints: [
        'In which order does one have to ask? A call that the server refused without touching it costs no attempt and no token. A call whose answer has begun is never sent again, whatever the policy says.',
        'The bucket is told before anything else in attemptFailed, also if nothing follows: the last attempt has failed as well. maxAttempts counts the first one. #failures counts since the last pushback, and retryBackoff wants 1 for the first.',
        'afterEnd: OK → plan?.succeeded(), "give-up"; call.committed → "give-up"; unprocessed && call.transparentRetries < MAX_TRANSPARENT_RETRIES → "transparent"; … attemptFailed: if (retryable || pushback === "stop") this.#throttle?.failed(); if (!retryable || pushback === "stop") return "give-up"; if (this.#attempts >= this.#policy.maxAttempts || !this.mayStart()) return "give-up"; if (pushback !== undefined) { this.#failures = 0; return pushback; }',
      ],
    },
    {
      title: 'The bucket',
      file: 'retry-throttle.ts',
      asked:
        'A bucket holds maxTokens at first. A failure takes one token, but there are never fewer than 0; a success gives tokenRatio back, but there are never more than maxTokens. A call may be sent again while there are more than maxTokens / 2. The bucket counts in thousandths, and thousandths(value) makes them: 0.1 is 100, 1.001 is 1001, 0.0019 is 1.',
      hints: [
        'Which of the two ends can each of failed and succeeded run into? And is exactly half enough?',
        'Math.max(0, …) for the one, Math.min(this.#max, …) for the other, > for half. 1.001 * 1000 is 1000.9999999999999 in binary, and Math.floor makes 1000 of it: round to some more decimals before.',
        'return this.#left > this.#max / 2; … this.#left = Math.max(0, this.#left - 1000); … this.#left = Math.min(this.#max, this.#left + this.#ratio); … return Math.floor(Math.round(value * 1e9) / 1e6);',
      ],
    },
    {
      title: 'Before the first has failed',
      file: 'hedging-plan.ts',
      asked:
        'HedgingPlan sends a further attempt each hedgingDelayMs, maxAttempts in all. After a non-fatal code the next one begins at once, or when the pushback says; a "stop" means that none begins any more; any other code ends the call. If none may begin, the plan waits for those that are running, and gives up if there are none. mayStart is false once one of these holds: enough attempts, a "stop", a bucket that forbids it. What costs a token is as in task 2.',
      hints: [
        'The same code is asked about two things: does it end the call, and does it cost a token? And a "stop" ends nothing that is already running.',
        'mayStart: not stopped, fewer attempts than maxAttempts, and the bucket does not say no. attemptStarted counts first and asks mayStart then. In attemptFailed: the bucket, the fatal code, the "stop", the next attempt, and at last what is running.',
        'const fatal = !this.#policy.nonFatalStatusCodes.has(code); if (!fatal || pushback === "stop") this.#throttle?.failed(); if (fatal) return "give-up"; if (pushback === "stop") this.#stopped = true; else if (this.mayStart()) return pushback ?? 0; return running > 0 ? "wait" : "give-up";',
      ],
    },
    {
      title: 'The first answer wins',
      file: 'attempt-race.ts',
      asked:
        'AttemptRace runs the attempts of one call by a plan. begin starts one, and the next by itself if the plan says when. commit: the first that the server answers is the call; the others are cancelled, nothing planned begins, and commit says for each attempt whether it is the call. ended: afterEnd decides; "transparent" begins one in its place (the one that was not seen does not count), a number waits, "give-up" ends all and tells raceOver. When a wait is over the plan is asked again (mayStart). An attempt that was cancelled, or has ended, is not listened to.',
      hints: [
        'The attempts that are under way are a list. When does one leave it: when it ends, when another one wins, when all is stopped? An attempt that is not in it has nothing to say.',
        'First change the state, then tell others: an attempt that is cancelled, or begun, may call back at once. begin: add, ask the plan, set the timer, and only then attempt.begin(). #due: this.plan!.mayStart() ? begin : nothing under way ? over with the last status.',
        'begin: const attempt = this.#add(this.#started++); const next = this.plan?.attemptStarted(); if (next !== undefined) this.#beginIn(next); attempt.begin(); … commit: if (!this.#attempts.includes(attempt)) return false; this.#winner = attempt; this.#next?.cancel(); const others = …; this.#attempts = [attempt]; for (const other of others) other.cancel(); return true; … ended: "transparent" → this.#transparentRetries++; this.#add(this.#started - 1).begin();',
      ],
    },
  ],
};
