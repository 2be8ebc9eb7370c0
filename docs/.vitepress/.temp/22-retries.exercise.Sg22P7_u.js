const _22Retries_exercise = { ...{ "number": 22, "title": "Retries", "folder": "22-retries", "tasks": [{ "title": "How long to wait", "file": "retry-policy.ts", "asked": 'retryBackoff is the wait before retry n of a call, in milliseconds: initialBackoffMs, then each time backoffMultiplier as much, at most maxBackoffMs, and then 0.8 to 1.2 of that by chance. Backoff (in backoff.ts) does the same for connections: next() is the next wait, with its own jitter, and reset() starts again. parsePushback reads what a server asks for: milliseconds, "stop", or undefined.', "hints": ["What is random, and what is cut off at the maximum? If chance comes first, then all that wait for the maximum wait equally long, which is what chance is there to prevent. And the base of the next wait is not the wait that chance has made.", "random() is in [0, 1). 0.8 + 0.4 * random() is in [0.8, 1.2); in general 1 + jitter * (2 * random() - 1). One call of random() for a wait. parsePushback: a regular expression from ^ to $, and only then Number.", "const base = initialBackoffMs * backoffMultiplier ** (n - 1); return Math.min(base, maxBackoffMs) * (0.8 + 0.4 * random()); … next(): const base = Math.min(this.#base, maxMs); this.#base = base * multiplier; return base * (1 + jitter * (2 * this.#random() - 1)); … /^(0|[1-9]\\d{0,9})$/"] }, { "title": "Which attempt may follow which end", "file": "after-end.ts", "asked": 'afterEnd says what follows the end of an attempt: "give-up" after OK (and the plan is told) and once the call is committed; "transparent", MAX_TRANSPARENT_RETRIES times, if the server has not touched it; otherwise what the plan says, and without a plan "give-up". SequentialPlan (in sequential-plan.ts) is such a plan: at most maxAttempts, only after the codes of the policy, never after a "stop", never if the bucket forbids it; after the pushback or the backoff. A failure with one of those codes, or a "stop" with any code, costs a token.', "hints": ["In which order does one have to ask? A call that the server refused without touching it costs no attempt and no token. A call whose answer has begun is never sent again, whatever the policy says.", "The bucket is told before anything else in attemptFailed, also if nothing follows: the last attempt has failed as well. maxAttempts counts the first one. #failures counts since the last pushback, and retryBackoff wants 1 for the first.", 'afterEnd: OK → plan?.succeeded(), "give-up"; call.committed → "give-up"; unprocessed && call.transparentRetries < MAX_TRANSPARENT_RETRIES → "transparent"; … attemptFailed: if (retryable || pushback === "stop") this.#throttle?.failed(); if (!retryable || pushback === "stop") return "give-up"; if (this.#attempts >= this.#policy.maxAttempts || !this.mayStart()) return "give-up"; if (pushback !== undefined) { this.#failures = 0; return pushback; }'] }, { "title": "The bucket", "file": "retry-throttle.ts", "asked": "A bucket holds maxTokens at first. A failure takes one token, but there are never fewer than 0; a success gives tokenRatio back, but there are never more than maxTokens. A call may be sent again while there are more than maxTokens / 2. The bucket counts in thousandths, and thousandths(value) makes them: 0.1 is 100, 1.001 is 1001, 0.0019 is 1.", "hints": ["Which of the two ends can each of failed and succeeded run into? And is exactly half enough?", "Math.max(0, …) for the one, Math.min(this.#max, …) for the other, > for half. 1.001 * 1000 is 1000.9999999999999 in binary, and Math.floor makes 1000 of it: round to some more decimals before.", "return this.#left > this.#max / 2; … this.#left = Math.max(0, this.#left - 1000); … this.#left = Math.min(this.#max, this.#left + this.#ratio); … return Math.floor(Math.round(value * 1e9) / 1e6);"] }, { "title": "Before the first has failed", "file": "hedging-plan.ts", "asked": 'HedgingPlan sends a further attempt each hedgingDelayMs, maxAttempts in all. After a non-fatal code the next one begins at once, or when the pushback says; a "stop" means that none begins any more; any other code ends the call. If none may begin, the plan waits for those that are running, and gives up if there are none. mayStart is false once one of these holds: enough attempts, a "stop", a bucket that forbids it. What costs a token is as in task 2.', "hints": ['The same code is asked about two things: does it end the call, and does it cost a token? And a "stop" ends nothing that is already running.', 'mayStart: not stopped, fewer attempts than maxAttempts, and the bucket does not say no. attemptStarted counts first and asks mayStart then. In attemptFailed: the bucket, the fatal code, the "stop", the next attempt, and at last what is running.', 'const fatal = !this.#policy.nonFatalStatusCodes.has(code); if (!fatal || pushback === "stop") this.#throttle?.failed(); if (fatal) return "give-up"; if (pushback === "stop") this.#stopped = true; else if (this.mayStart()) return pushback ?? 0; return running > 0 ? "wait" : "give-up";'] }, { "title": "The first answer wins", "file": "attempt-race.ts", "asked": 'AttemptRace runs the attempts of one call by a plan. begin starts one, and the next by itself if the plan says when. commit: the first that the server answers is the call; the others are cancelled, nothing planned begins, and commit says for each attempt whether it is the call. ended: afterEnd decides; "transparent" begins one in its place (the one that was not seen does not count), a number waits, "give-up" ends all and tells raceOver. When a wait is over the plan is asked again (mayStart). An attempt that was cancelled, or has ended, is not listened to.', "hints": ["The attempts that are under way are a list. When does one leave it: when it ends, when another one wins, when all is stopped? An attempt that is not in it has nothing to say.", "First change the state, then tell others: an attempt that is cancelled, or begun, may call back at once. begin: add, ask the plan, set the timer, and only then attempt.begin(). #due: this.plan!.mayStart() ? begin : nothing under way ? over with the last status.", 'begin: const attempt = this.#add(this.#started++); const next = this.plan?.attemptStarted(); if (next !== undefined) this.#beginIn(next); attempt.begin(); … commit: if (!this.#attempts.includes(attempt)) return false; this.#winner = attempt; this.#next?.cancel(); const others = …; this.#attempts = [attempt]; for (const other of others) other.cancel(); return true; … ended: "transparent" → this.#transparentRetries++; this.#add(this.#started - 1).begin();'] }], "files": [{ "name": "#channel/connections/backoff", "file": "backoff.ts", "skeleton": "import { notYet } from '#course/exercise/not-yet';\n/**\n * How long to wait before the next attempt to connect: longer after each failure, and not at the\n * same moments as the thousand other clients that lost the same server (grpc/grpc\n * doc/connection-backoff.md).\n */\nexport interface BackoffOptions {\n  initialMs: number;\n  multiplier: number;\n  /** By how much a wait is longer or shorter at random, as a share of it. */\n  jitter: number;\n  maxMs: number;\n}\n\nexport const CONNECTION_BACKOFF: BackoffOptions = {\n  initialMs: 1000,\n  multiplier: 1.6,\n  jitter: 0.2,\n  maxMs: 120_000,\n};\n\nexport class Backoff {\n  readonly #options: BackoffOptions;\n  readonly #random: () => number;\n  #base: number;\n\n  /** @param random a number in [0, 1). */\n  constructor(options: Partial<BackoffOptions> = {}, random: () => number = Math.random) {\n    const all = { ...CONNECTION_BACKOFF, ...options };\n    this.#options = all;\n    this.#random = random;\n    this.#base = all.initialMs;\n  }\n\n  /** The next wait in milliseconds. */\n  next(): number {\n    // ── Task 1 ──\n    // This wait, and the base of the next one, which is never more than maxMs. Chance moves this\n    // wait alone, by jitter up or down: with 0.2 it is 0.8 to 1.2 times as long.\n    throw notYet(1);\n  }\n\n  /** A connection was made: the next failure starts from the beginning. */\n  reset(): void {\n    // ── Task 1 ──\n    // The next failure is the first one again.\n    throw notYet(1);\n  }\n}\n" }, { "name": "#channel/retries/retry-policy", "file": "retry-policy.ts", "skeleton": 'import { notYet } from \'#course/exercise/not-yet\';\nimport type { Pushback } from \'#channel/retries/retry-plan\';\nimport type { StatusCode } from \'#grpc/status\';\n\n/** "Try again, one attempt after the other" (gRPC A6, "Retry Policy"). */\nexport interface RetryPolicy {\n  /** With the first one. */\n  maxAttempts: number;\n  initialBackoffMs: number;\n  maxBackoffMs: number;\n  backoffMultiplier: number;\n  retryableStatusCodes: ReadonlySet<StatusCode>;\n}\n\n/** "Send it again before the first has failed, and take what comes first" (A6, "Hedging"). */\nexport interface HedgingPolicy {\n  maxAttempts: number;\n  /** 0: all at once. */\n  hedgingDelayMs: number;\n  /** After these the next attempt starts at once; after all others the call ends. */\n  nonFatalStatusCodes: ReadonlySet<StatusCode>;\n}\n\n/** What a method has of the two: one at most. */\nexport interface RetryPolicies {\n  retryPolicy?: RetryPolicy;\n  hedgingPolicy?: HedgingPolicy;\n}\n\n/**\n * The wait before retry `n` (1 is the first retry), in milliseconds: exponential, at most\n * `maxBackoffMs`, and up to 20 % longer or shorter at random (A6 as amended; at first it was a\n * random part of the whole).\n * @param random a number in [0, 1).\n */\nexport function retryBackoff(policy: RetryPolicy, n: number, random: () => number): number {\n  // ── Task 1 ──\n  // n is 1 before the first retry. First what is due, at most maxBackoffMs; then up to 20 % longer\n  // or shorter.\n  throw notYet(1);\n}\n\n/** The largest number of 32 bits with a sign. */\nconst MAX_PUSHBACK_MS = 2 ** 31 - 1;\n\n/**\n * What the server asks by `grpc-retry-pushback-ms`: to wait so many milliseconds; `\'stop\'` if it is\n * negative or not a whole number of 32 bits, "with no unnecessary leading zeros"; `undefined` if\n * the server asks nothing (A6, "Pushback").\n */\nexport function parsePushback(value: string | undefined): Pushback | undefined {\n  // ── Task 1 ──\n  // Three kinds of answers. A text that is not exactly a whole number, written as one writes it\n  // ("0", "250", not "007", "+5" or "1e3"), or that is above MAX_PUSHBACK_MS, asks to be left\n  // alone.\n  throw notYet(1);\n}\n' }, { "name": "#channel/retries/after-end", "file": "after-end.ts", "skeleton": `import { notYet } from '#course/exercise/not-yet';
import { MAX_TRANSPARENT_RETRIES } from '#channel/limits';
import type { Next, RetryPlan } from '#channel/retries/retry-plan';
import { parsePushback } from '#channel/retries/retry-policy';
import { Status, type StatusObject } from '#grpc/status';

/** Where a call stands when one of its attempts has ended. */
export interface CallSoFar {
  /** The server has begun to answer: what came, the application has, and cannot forget. */
  readonly committed: boolean;
  /** How often it was sent again because the server had not touched it. */
  readonly transparentRetries: number;
  /** Other attempts that are under way. */
  readonly running: number;
  /** Absent if the service config has no policy for the method. */
  readonly plan: RetryPlan | undefined;
}

/**
 * What may follow the end of an attempt (gRPC A6, "When Retries are Valid" and "Transparent
 * Retries").
 * @param unprocessed the server has not begun: REFUSED_STREAM, or a GOAWAY that leaves it out.
 */
export function afterEnd(status: StatusObject, unprocessed: boolean, call: CallSoFar): Next {
  // ── Task 2 ──
  // Four questions, in this order: did it go well? has the application seen a part of it? has the
  // server not touched it? what does the plan say? parsePushback reads what the trailer
  // grpc-retry-pushback-ms asks: status.metadata?.get(name).
  throw notYet(2);
}
` }, { "name": "#channel/retries/sequential-plan", "file": "sequential-plan.ts", "skeleton": `import { notYet } from '#course/exercise/not-yet';
import type { Next, Pushback, RetryPlan, Throttle } from '#channel/retries/retry-plan';
import { type RetryPolicy, retryBackoff } from '#channel/retries/retry-policy';
import type { StatusCode } from '#grpc/status';

/** One attempt after the other, with longer and longer waits between them (gRPC A6, "Retry Policy"). */
export class SequentialPlan implements RetryPlan {
  readonly #policy: RetryPolicy;
  readonly #throttle: Throttle | undefined;
  readonly #random: () => number;
  #attempts = 0;
  /** Since the last pushback: it starts the backoff from the beginning. */
  #failures = 0;

  /** @param random a number in [0, 1), for the backoff. */
  constructor(policy: RetryPolicy, throttle: Throttle | undefined, random: () => number) {
    this.#policy = policy;
    this.#throttle = throttle;
    this.#random = random;
  }

  /** Nothing follows as long as this one may still be answered. */
  attemptStarted(): undefined {
    // ── Task 2 ──
    // It counts.
    throw notYet(2);
  }

  /** Which failure counts against the bucket, and which may be followed by a further attempt. */
  attemptFailed(code: StatusCode, pushback: Pushback | undefined): Next {
    // ── Task 2 ──
    // First what the bucket is told, then what stops it, and then how long to wait: what the server
    // asks, or retryBackoff(this.#policy, n, this.#random). A pushback starts the backoff from the
    // beginning.
    throw notYet(2);
  }

  mayStart(): boolean {
    // ── Task 2 ──
    // What does the bucket say, if there is one?
    throw notYet(2);
  }

  succeeded(): void {
    // ── Task 2 ──
    // The bucket is told.
    throw notYet(2);
  }
}
` }, { "name": "#channel/retries/retry-throttle", "file": "retry-throttle.ts", "skeleton": `import { notYet } from '#course/exercise/not-yet';
import type { Throttle } from '#channel/retries/retry-plan';

/**
 * Stops retries while most calls fail, so that an overloaded server is not given three times the
 * load (gRPC A6, "Throttling Retry Attempts and Hedged RPCs"). All calls of a channel share a
 * bucket of tokens: a failure takes one, a success gives a fraction back. If the bucket is not more
 * than half full, nothing is retried. The first attempt of a call is always made.
 */
export class RetryThrottle implements Throttle {
  /** In thousandths, as all counts here are: ten times 0.1 has to be 1, and in binary it is not. */
  readonly #max: number;
  readonly #ratio: number;
  #left: number;

  constructor(maxTokens: number, tokenRatio: number) {
    this.#max = thousandths(maxTokens);
    this.#ratio = thousandths(tokenRatio);
    this.#left = this.#max;
  }

  /** What is in the bucket. */
  get tokens(): number {
    return this.#left / 1000;
  }

  /** Whether a call may be sent again: the bucket is more than half full. */
  allowsRetry(): boolean {
    // ── Task 3 ──
    // Exactly half is not more than half.
    throw notYet(3);
  }

  /** An attempt has failed. */
  failed(): void {
    // ── Task 3 ──
    // A token is 1000 thousandths. There is no debt.
    throw notYet(3);
  }

  /** A call has ended well. */
  succeeded(): void {
    // ── Task 3 ──
    // this.#ratio comes back, as long as there is room.
    throw notYet(3);
  }
}

/**
 * A number of the service config, in thousandths; what stands behind the third decimal is ignored.
 * (1.001 * 1000 is 1000.9999999999999, so it is not the first step.)
 */
function thousandths(value: number): number {
  // ── Task 3 ──
  // Round away what is only binary, far behind the third decimal; then round down.
  throw notYet(3);
}
` }, { "name": "#channel/retries/hedging-plan", "file": "hedging-plan.ts", "skeleton": "import { notYet } from '#course/exercise/not-yet';\nimport type { Next, Pushback, RetryPlan, Throttle } from '#channel/retries/retry-plan';\nimport type { HedgingPolicy } from '#channel/retries/retry-policy';\nimport type { StatusCode } from '#grpc/status';\n\n/** A further attempt before the first has failed, each `hedgingDelay` (gRPC A6, \"Hedging Policy\"). */\nexport class HedgingPlan implements RetryPlan {\n  readonly #policy: HedgingPolicy;\n  readonly #throttle: Throttle | undefined;\n  #attempts = 0;\n  /** The server has asked for no more of them. */\n  #stopped = false;\n\n  constructor(policy: HedgingPolicy, throttle: Throttle | undefined) {\n    this.#policy = policy;\n    this.#throttle = throttle;\n  }\n\n  attemptStarted(): number | undefined {\n    // ── Task 4 ──\n    // It counts, and says when the next one begins if nothing comes: or undefined.\n    throw notYet(4);\n  }\n\n  attemptFailed(code: StatusCode, pushback: Pushback | undefined, running: number): Next {\n    // ── Task 4 ──\n    // A code that is fatal ends the call. Otherwise the next one begins at once (0), or when the\n    // server asks for it; or there is none any more, and then it depends on whether others are\n    // still running.\n    throw notYet(4);\n  }\n\n  mayStart(): boolean {\n    // ── Task 4 ──\n    // Three things may forbid it.\n    throw notYet(4);\n  }\n\n  succeeded(): void {\n    // ── Task 4 ──\n    // The bucket is told.\n    throw notYet(4);\n  }\n}\n" }, { "name": "#channel/retries/attempt-race", "file": "attempt-race.ts", "skeleton": "import { notYet } from '#course/exercise/not-yet';\nimport { afterEnd, type CallSoFar } from '#channel/retries/after-end';\nimport type { RetryPlan } from '#channel/retries/retry-plan';\nimport type { StatusObject } from '#grpc/status';\nimport type { Clock, TimerHandle } from '#time/clock';\n\n/** One attempt of a call, as the race sees it. */\nexport interface Racer {\n  begin(): void;\n  /** Ends it. It says nothing any more. */\n  cancel(): void;\n}\n\n/** The call that the attempts are made for. */\nexport interface RaceOwner<R extends Racer> {\n  /** @param previous how many attempts the server may have seen before. */\n  createAttempt(previous: number): R;\n  /** The call has ended with this status; nothing runs any more. */\n  raceOver(status: StatusObject): void;\n}\n\n/**\n * The attempts of one call. One of them becomes the call: the first that the server begins to\n * answer. From then on the call is *committed*, and the others are cancelled (gRPC A6).\n */\nexport class AttemptRace<R extends Racer> implements CallSoFar {\n  readonly #clock: Clock;\n  readonly #owner: RaceOwner<R>;\n  readonly plan: RetryPlan | undefined;\n  #attempts: R[] = [];\n  #winner: R | undefined;\n  /** Attempts that the server may have seen. */\n  #started = 0;\n  #transparentRetries = 0;\n  /** How the attempt ended that ended last. */\n  #last: StatusObject | undefined;\n  #next: TimerHandle | undefined;\n\n  constructor(clock: Clock, plan: RetryPlan | undefined, owner: RaceOwner<R>) {\n    this.#clock = clock;\n    this.plan = plan;\n    this.#owner = owner;\n  }\n\n  /** Those that are under way. */\n  get attempts(): readonly R[] {\n    return this.#attempts;\n  }\n\n  get running(): number {\n    return this.#attempts.length;\n  }\n\n  /** The attempt that is the call. */\n  get winner(): R | undefined {\n    return this.#winner;\n  }\n\n  get committed(): boolean {\n    return this.#winner !== undefined;\n  }\n\n  get transparentRetries(): number {\n    return this.#transparentRetries;\n  }\n\n  /** The first attempt, or one more. */\n  begin(): void {\n    // ── Task 5 ──\n    // this.#add(previous) makes an attempt and puts it among those that are under way; begin()\n    // starts it. Ask the plan before that: an attempt may end while it begins.\n    throw notYet(5);\n  }\n\n  /** The server begins to answer this attempt. @returns whether it is the call. */\n  commit(attempt: R): boolean {\n    // ── Task 5 ──\n    // The first that is answered is the call, for good. An attempt that was cancelled may still\n    // have something on its way: that one is not the call. Nothing that is planned may begin any\n    // more.\n    throw notYet(5);\n  }\n\n  /** @param unprocessed the server has not begun to process it. */\n  ended(attempt: R, status: StatusObject, unprocessed: boolean): void {\n    // ── Task 5 ──\n    // An attempt that is not under way any more says nothing that counts. afterEnd(status,\n    // unprocessed, this) says what follows; this.#last keeps the status. An attempt in place of one\n    // that the server has not seen asks the plan nothing, and the one that it replaces does not\n    // count as seen.\n    throw notYet(5);\n  }\n\n  /** Ends all that is under way, or planned. */\n  stop(): void {\n    // ── Task 5 ──\n    // The timer, and every attempt that is under way, each once.\n    throw notYet(5);\n  }\n\n  #over(status: StatusObject): void {\n    this.stop();\n    this.#owner.raceOver(status);\n  }\n\n  #add(previous: number): R {\n    const attempt = this.#owner.createAttempt(previous);\n    // A list that grows from nothing gets room for seventeen, and most calls have one attempt.\n    if (this.#attempts.length === 0) this.#attempts = [attempt];\n    else this.#attempts.push(attempt);\n    return attempt;\n  }\n\n  #beginIn(milliseconds: number): void {\n    // ── Task 5 ──\n    // One timer at a time: this.#due when it fires.\n    throw notYet(5);\n  }\n\n  /** The wait is over. Much may have happened meanwhile, so the plan is asked again. */\n  #due(): void {\n    // ── Task 5 ──\n    // Ask the plan again. If it says no, others may still be answered; if nothing is under way, the\n    // call has ended: with the status that came last.\n    throw notYet(5);\n  }\n}\n" }] }, suite: void 0 };
export {
  _22Retries_exercise as default
};
