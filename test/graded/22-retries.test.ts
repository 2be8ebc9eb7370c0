import { test } from 'vitest';
import { Backoff } from '#channel/connections/backoff';
import { MAX_TRANSPARENT_RETRIES } from '#channel/limits';
import { afterEnd, type CallSoFar } from '#channel/retries/after-end';
import { AttemptRace } from '#channel/retries/attempt-race';
import { HedgingPlan } from '#channel/retries/hedging-plan';
import type { Next, Pushback, RetryPlan, Throttle } from '#channel/retries/retry-plan';
import {
  type HedgingPolicy,
  parsePushback,
  type RetryPolicy,
  retryBackoff,
} from '#channel/retries/retry-policy';
import { RetryThrottle } from '#channel/retries/retry-throttle';
import { SequentialPlan } from '#channel/retries/sequential-plan';
import { check, fail } from '#course/kit/compare/finding';
import { expectSame } from '#course/kit/compare/same';
import { Random } from '#course/kit/random';
import { task } from '#course/kit/task';
import { Metadata } from '#grpc/metadata';
import { Status, type StatusCode, type StatusObject } from '#grpc/status';
import { FakeClock } from '#time/fake-clock';
import { hedgedByStrangers, retriedByStranger } from './22-retries.node.ts';

/*
 * When a call is sent again needs neither a network nor time: chance is an argument, the clock is
 * moved by hand, and the attempts are a list. The last tests of task 5 have real servers of grpc-js.
 */

const always = (value: number) => () => value;

/** A number that chance and binary fractions have gone through. */
function expectNear(what: string, received: unknown, expected: number, cause: string): void {
  if (typeof received === 'number' && Math.abs(received - expected) <= 1e-9 * (1 + expected))
    return;
  expectSame(what, received, expected, cause);
}

const POLICY: RetryPolicy = Object.freeze({
  maxAttempts: 4,
  initialBackoffMs: 100,
  maxBackoffMs: 500,
  backoffMultiplier: 2,
  retryableStatusCodes: new Set([Status.UNAVAILABLE, Status.ABORTED]),
});

// ---- task 1

const GROWS = 'initialBackoffMs * backoffMultiplier ** (n - 1): n is 1 before the first retry.';
const CAPPED = 'The wait stops growing at the maximum.';
const SPREAD =
  'Chance is the last step: first the wait that is due, at most the maximum, and then 20 % up or down. If the maximum cuts off what chance has made, those who wait longest all come back at the same moment.';

function causeOfBackoff(received: number, due: number, max: number, chance: number): string {
  if (Math.abs(received - Math.min(due * (0.8 + 0.4 * chance), max)) < 1e-6) return SPREAD;
  if (Math.abs(received - Math.min(due, max) * chance) < 1e-6) {
    return 'This is a random part of the whole, as gRPC A6 had it at first. Today it is 0.8 + 0.4 * random(): 20 % up or down.';
  }
  if (received > max * 1.2 && due > max) return CAPPED;
  if (Math.abs(received - Math.min(due, max)) < 1e-6) {
    return 'Nothing random is in it: a thousand clients that lost the same server come back at the same moment.';
  }
  if (chance !== 0.5) return '0.8 + 0.4 * random(), of the wait that is due.';
  const share = received / Math.min(due, max);
  return share > 0.79 && share < 1.21
    ? '0.5 is in the middle: the wait is exactly what is due, neither longer nor shorter.'
    : GROWS;
}

task(1, () => {
  test('the wait before a retry: longer each time', () => {
    for (const [n, due] of [
      [1, 100],
      [2, 200],
      [3, 400],
      [4, 800],
      [40, 100 * 2 ** 39],
      [5_000, Infinity],
    ] as const) {
      const received = retryBackoff(POLICY, n, always(0.5));
      expectNear(
        `retryBackoff(policy, ${n}, () => 0.5)`,
        received,
        Math.min(due, 500),
        causeOfBackoff(received, due, 500, 0.5),
      );
    }
    const roomy = { ...POLICY, maxBackoffMs: 1e6 };
    for (const [n, due] of [
      [4, 800],
      [5, 1_600],
      [11, 102_400],
    ] as const) {
      expectNear(
        `retryBackoff({ …, maxBackoffMs: 1e6 }, ${n}, () => 0.5)`,
        retryBackoff(roomy, n, always(0.5)),
        due,
        GROWS,
      );
    }
    const slow = { ...POLICY, backoffMultiplier: 1.5, initialBackoffMs: 0.5 };
    const third = retryBackoff(slow, 4, always(0.5));
    const isRounded = third === 1 || third === 2;
    const cause = isRounded
      ? NOT_ROUNDED
      : 'Each wait is backoffMultiplier times the one before, and the policy says how much that is.';
    expectNear('0.5 ms, and three times 1.5 of that', third, 1.6875, cause);
    const high = { ...POLICY, initialBackoffMs: 900 };
    expectNear(
      'the first wait, above the maximum',
      retryBackoff(high, 1, always(0.5)),
      500,
      CAPPED,
    );
  });

  test('and chance moves it, also at the maximum', () => {
    for (const chance of [0, 0.25, 0.75, 0.999]) {
      for (const [n, due] of [
        [1, 100],
        [2, 200],
        [9, 25_600],
      ] as const) {
        const received = retryBackoff(POLICY, n, always(chance));
        expectNear(
          `retryBackoff(policy, ${n}, () => ${chance})`,
          received,
          Math.min(due, 500) * (0.8 + 0.4 * chance),
          causeOfBackoff(received, due, 500, chance),
        );
      }
    }
  });

  test('one number of chance a wait', () => {
    let asked = 0;
    const random = () => {
      asked++;
      return 0.5;
    };
    retryBackoff(POLICY, 3, random);
    expectSame('how often retryBackoff called random()', asked, 1, chanceOf(asked));
    asked = 0;
    new Backoff({ maxMs: 5_000 }, random).next();
    expectSame('how often next() called random()', asked, 1, chanceOf(asked));
  });

  test('between two attempts to connect', () => {
    const backoff = new Backoff(Object.freeze({ maxMs: 4_000 }), always(0.5));
    for (const [i, wait] of [1_000, 1_600, 2_560, 4_000, 4_000].entries()) {
      expectNear(`wait ${i + 1}`, backoff.next(), wait, BASE);
    }
    backoff.reset();
    expectNear('the wait after reset()', backoff.next(), 1_000, RESET);
    expectNear('the one after that', backoff.next(), 1_600, RESET);
  });

  test('chance moves a wait, and not the next one', () => {
    for (const chance of [0, 0.999]) {
      const backoff = new Backoff({ maxMs: 3_000 }, always(chance));
      const moved = 0.8 + 0.4 * chance;
      let before = 1_000 / 1.6;
      for (const [i, base] of [1_000, 1_600, 2_560, 3_000, 3_000].entries()) {
        const received = backoff.next();
        const isNear = (other: number) => Math.abs(received - other) < 1e-6;
        const cause = isNear(Math.min(base * moved, 3_000))
          ? SPREAD
          : i > 0 && isNear(Math.min(before * 1.6, 3_000) * moved)
            ? 'The base of the next wait is this one’s base times the multiplier, without what chance has made of it: otherwise chance adds up, and a client that was unlucky once is so for good.'
            : '1 + jitter * (2 * random() - 1), of the base: with 0.2 it is 0.8 to 1.2.';
        expectNear(`wait ${i + 1}, with () => ${chance}`, received, base * moved, cause);
        before = received;
      }
    }
  });

  test('each Backoff by its own options', () => {
    const options = Object.freeze({ initialMs: 10, multiplier: 3, jitter: 0.5, maxMs: 50 });
    const [a, b] = [new Backoff(options, always(0)), new Backoff(options, always(0))];
    const waits = [a.next(), a.next(), a.next(), b.next()];
    for (const [i, wait] of [5, 15, 25, 5].entries()) {
      expectNear(
        i === 3 ? 'the first wait of a second Backoff' : `wait ${i + 1}`,
        waits[i],
        wait,
        OWN,
      );
    }
    a.reset();
    expectNear('the wait after reset(), where initialMs is 10', a.next(), 5, OWN_RESET);
    const still = new Backoff({ initialMs: 300, maxMs: 100, jitter: 0 }, always(0.9));
    expectNear('300 ms, at most 100, no jitter', still.next(), 100, CAPPED);
    still.reset();
    expectNear('and again after reset()', still.next(), 100, CAPPED);
  });

  test('a thousand clients do not come back at one moment', () => {
    const random = new Random(22);
    const waits = Array.from({ length: 1_000 }, () => retryBackoff(POLICY, 7, () => random.next()));
    const [least, most] = [Math.min(...waits), Math.max(...waits)];
    check(
      least >= 400 && most < 600 && new Set(waits).size === 1_000,
      `a thousand waits that are due in 500 ms: from ${least} to ${most} ms, ${new Set(waits).size} of them different`,
      SPREAD,
    );
  });

  test('what the server asks for', () => {
    const rows: [value: string | undefined, Pushback | undefined, string][] = [
      [undefined, undefined, 'The server asks nothing: undefined, and the backoff counts.'],
      ['0', 0, 'At once: 0 is a number of milliseconds, and not "stop".'],
      ['1', 1, DIGITS],
      ['250', 250, DIGITS],
      ['2147483647', 2 ** 31 - 1, '2³¹ − 1 fits into 32 bits with a sign: it is the largest.'],
      ['2147483648', 'stop', '2³¹ does not fit into 32 bits with a sign.'],
      ['9999999999', 'stop', '2³¹ − 1 is the largest that fits.'],
      ['99999999999999999999', 'stop', '2³¹ − 1 is the largest that fits.'],
      ['-1', 'stop', 'A negative number says: do not try again.'],
      ['-0', 'stop', STRICT],
      ['', 'stop', 'Nothing is not a number. (Number("") is 0.)'],
      ['x', 'stop', STRICT],
      ['1.5', 'stop', STRICT],
      ['1e3', 'stop', 'Number("1e3") is 1000, and nobody has written a thousand here.'],
      ['0x10', 'stop', 'Number("0x10") is 16: what counts are decimal digits.'],
      [' 5', 'stop', STRICT],
      ['5 ', 'stop', STRICT],
      ['5\n', 'stop', STRICT],
      ['+5', 'stop', STRICT],
      ['007', 'stop', '"With no unnecessary leading zeros", says gRPC A6.'],
      ['00', 'stop', '"With no unnecessary leading zeros", says gRPC A6.'],
      ['12 apples', 'stop', 'parseInt stops where it does not understand, and says 12.'],
      ['٣', 'stop', 'A digit, and not one of 0 to 9.'],
      ['1٣', 'stop', 'The second is a digit, and not one of 0 to 9.'],
    ];
    for (const [value, expected, cause] of rows) {
      const shown = value === undefined ? 'undefined' : JSON.stringify(value);
      expectSame(`parsePushback(${shown})`, parsePushback(value), expected, cause);
    }
  });
});

const NOT_ROUNDED = 'Nobody has asked for whole milliseconds.';
const ONE_CHANCE =
  'One wait is one throw of the dice. Two would make the middle likelier than the ends, and a test with a seed would be another one.';
const chanceOf = (asked: number) =>
  asked > 0
    ? ONE_CHANCE
    : 'Chance comes from the random that it was given: with Math.random nobody could test it.';
const BASE = 'The base of the next wait: multiplier times this one’s, at most maxMs.';
const RESET = 'After a connection was made the next failure is the first one again: initialMs.';
const OWN_RESET =
  'reset() goes back to the initialMs of this Backoff, and not to that of CONNECTION_BACKOFF.';
const OWN = 'Each has its own options, and its own memory of what it waited last.';
const DIGITS = 'A whole number of milliseconds: wait so long.';
const STRICT =
  'A text that is not exactly a whole number asks to be left alone: somebody wanted to say something, and the careful reading is "stop".';

// ---- task 2

/** A bucket that says what it is told, and writes down what it hears. */
class Bucket implements Throttle {
  open = true;
  failures = 0;
  successes = 0;

  allowsRetry(): boolean {
    return this.open;
  }

  failed(): void {
    this.failures++;
  }

  succeeded(): void {
    this.successes++;
  }
}

/** A plan that answers with what it was given, and keeps what it was asked. */
class ScriptedPlan implements RetryPlan {
  readonly asked: [StatusCode, Pushback | undefined, number][] = [];
  readonly answers: Next[];
  /** After how many milliseconds the next attempt starts by itself. */
  hedges: (number | undefined)[] = [];
  started = 0;
  successes = 0;
  may = true;

  constructor(...answers: Next[]) {
    this.answers = answers;
  }

  attemptStarted(): number | undefined {
    return this.hedges[this.started++];
  }

  attemptFailed(code: StatusCode, pushback: Pushback | undefined, running: number): Next {
    this.asked.push([code, pushback, running]);
    return this.answers[this.asked.length - 1] ?? 'give-up';
  }

  mayStart(): boolean {
    return this.may;
  }

  succeeded(): void {
    this.successes++;
  }
}

const OK: StatusObject = { code: Status.OK, details: '' };
const UNAVAILABLE: StatusObject = { code: Status.UNAVAILABLE, details: 'not now' };
const NOT_FOUND: StatusObject = { code: Status.NOT_FOUND, details: 'no such order' };

const pushing = (value: string): StatusObject => ({
  ...UNAVAILABLE,
  metadata: new Metadata({ 'grpc-retry-pushback-ms': value }),
});

const callOf = (more: Partial<CallSoFar> = {}): CallSoFar =>
  Object.freeze({ committed: false, transparentRetries: 0, running: 0, plan: undefined, ...more });

task(2, () => {
  test('after an answer that was good', () => {
    for (const committed of [true, false]) {
      const plan = new ScriptedPlan(0);
      const next = afterEnd(OK, false, callOf({ committed, plan }));
      expectSame('after OK', next, 'give-up', 'It went well: nothing follows.');
      expectSame(
        'how often the plan was told that the call went well',
        plan.successes,
        1,
        'Each call that ends with OK gives the bucket something back, also one whose answer began long ago, and that is told once.',
      );
      expectSame(
        'failures that the plan was told of',
        plan.asked.length,
        0,
        'OK is not a failure.',
      );
    }
    expectSame('after OK, without a plan', afterEnd(OK, false, callOf()), 'give-up', NO_PLAN);
  });

  test('after an answer has begun', () => {
    for (const [unprocessed, running] of [
      [false, 0],
      [true, 0],
      [false, 2],
    ] as const) {
      const plan = new ScriptedPlan(0);
      const next = afterEnd(UNAVAILABLE, unprocessed, callOf({ committed: true, running, plan }));
      expectSame(
        'after UNAVAILABLE in the middle of an answer',
        next,
        'give-up',
        'The application has seen the headers, and perhaps messages. A second attempt would begin from the start, and it cannot forget what it has.',
      );
      expectSame('failures that the plan was told of', plan.asked.length, 0, COMMITTED_UNTOLD);
      expectSame(
        'how often the plan was told that the call went well',
        plan.successes,
        0,
        'The answer has begun, and then it has failed: a success is a call that ends with OK, and only that gives the bucket something back.',
      );
    }
  });

  test('what the server has not touched', () => {
    for (const plan of [undefined, new ScriptedPlan('give-up')]) {
      expectSame(
        `after REFUSED_STREAM, ${plan ? 'with' : 'without'} a policy`,
        afterEnd(UNAVAILABLE, true, callOf({ plan })),
        'transparent',
        'The server has done nothing, and says so. Sending that again is safe for every method, so it needs no policy.',
      );
      expectSame('failures that the plan was told of', plan?.asked.length ?? 0, 0, UNTOUCHED);
    }
    expectSame(
      'after RESOURCE_EXHAUSTED, from a GOAWAY that leaves the call out',
      afterEnd({ ...UNAVAILABLE, code: Status.RESOURCE_EXHAUSTED }, true, callOf()),
      'transparent',
      'unprocessed says that the server has done nothing, whatever the code is: a GOAWAY with ENHANCE_YOUR_CALM has this one.',
    );
    const forbidden = new ScriptedPlan('give-up');
    forbidden.may = false;
    expectSame(
      'after REFUSED_STREAM, with an empty bucket',
      afterEnd(UNAVAILABLE, true, callOf({ plan: forbidden })),
      'transparent',
      UNTOUCHED,
    );
    const plan = new ScriptedPlan(70);
    const again = callOf({ transparentRetries: MAX_TRANSPARENT_RETRIES, plan });
    expectSame(
      'after REFUSED_STREAM, once more',
      afterEnd(UNAVAILABLE, true, again),
      70,
      `That was done ${MAX_TRANSPARENT_RETRIES === 1 ? 'once' : 'often enough'} for this call. Otherwise a server that refuses everything would be asked without end, and without a pause. From here on the policy decides.`,
    );
    const none = callOf({ transparentRetries: MAX_TRANSPARENT_RETRIES });
    expectSame('the same without a policy', afterEnd(UNAVAILABLE, true, none), 'give-up', NO_PLAN);
    const not = callOf({ plan: new ScriptedPlan('give-up') });
    expectSame(
      'after UNAVAILABLE that a handler has said',
      afterEnd(UNAVAILABLE, false, not),
      'give-up',
      'The code does not say whether the server has done something; only unprocessed does.',
    );
  });

  test('otherwise the plan decides', () => {
    expectSame('without a plan', afterEnd(UNAVAILABLE, false, callOf()), 'give-up', NO_PLAN);
    for (const code of [Status.CANCELLED, Status.DEADLINE_EXCEEDED, Status.INTERNAL]) {
      expectSame(
        `if the plan says 40 after the code ${code}`,
        afterEnd({ code, details: '' }, false, callOf({ plan: new ScriptedPlan(40) })),
        40,
        'Which codes may be followed by another attempt is written in the policy, and so the plan knows it, and not afterEnd.',
      );
    }
    for (const answer of [0, 120, 'wait', 'give-up'] as const) {
      const plan = new ScriptedPlan(answer);
      const next = afterEnd(UNAVAILABLE, false, callOf({ plan, running: 2 }));
      expectSame(`if the plan says ${answer}`, next, answer, 'What the plan says, follows.');
      expectSame(
        'what the plan was asked',
        plan.asked.map(([code, , running]) => [code, running]),
        [[Status.UNAVAILABLE, 2]],
        'It is asked once, with the code, and with how many other attempts are under way.',
      );
    }
  });

  test('and hears what the server asks for', () => {
    for (const [status, expected] of [
      [UNAVAILABLE, undefined],
      [{ ...UNAVAILABLE, metadata: new Metadata() }, undefined],
      [pushing('80'), 80],
      [pushing('0'), 0],
      [pushing('-1'), 'stop'],
      [pushing('soon'), 'stop'],
      [{ ...pushing('80'), code: Status.ABORTED }, 80],
    ] as const) {
      const plan = new ScriptedPlan(0);
      afterEnd(status, false, callOf({ plan }));
      const value = status.metadata?.get('grpc-retry-pushback-ms') ?? 'nothing';
      expectSame(
        `the pushback, when the trailers of ${status.code === Status.ABORTED ? 'ABORTED' : 'UNAVAILABLE'} say ${value}`,
        plan.asked[0]?.[1],
        expected,
        'parsePushback(status.metadata?.get("grpc-retry-pushback-ms")), whatever the code; a status that this side has made may have no metadata.',
      );
    }
  });

  const planOf = (bucket?: Bucket, policy = POLICY) =>
    new SequentialPlan(policy, bucket, always(0.5));

  test('as often as the policy says, and with longer waits', () => {
    const plan = planOf();
    const received: Next[] = [];
    for (let i = 0; i < 5; i++) {
      expectSame(
        'what attemptStarted says',
        plan.attemptStarted(),
        undefined,
        'While an attempt may still be answered, no other one begins: that would be hedging.',
      );
      received.push(plan.attemptFailed(Status.UNAVAILABLE, undefined));
    }
    expectSame(
      'maxAttempts 4, and nothing but UNAVAILABLE',
      received.map((next) => (typeof next === 'number' ? Math.round(next) : next)),
      [100, 200, 400, 'give-up', 'give-up'],
      received[3] !== 'give-up'
        ? 'maxAttempts counts the first attempt: four attempts are three retries.'
        : received[2] === 'give-up'
          ? 'That is one attempt too few: maxAttempts are allowed, with the first one.'
          : 'retryBackoff(policy, n, random), where n is 1 after the first failure, 2 after the second.',
    );
    const other = planOf();
    other.attemptStarted();
    const first = other.attemptFailed(Status.UNAVAILABLE, undefined);
    expectSame('after the first failure of another call', typeof first, 'number', OWN_PLAN);
  });

  test('only after codes of the policy', () => {
    for (const code of Object.values(Status)) {
      const bucket = new Bucket();
      const plan = planOf(bucket);
      plan.attemptStarted();
      const retryable = code === Status.UNAVAILABLE || code === Status.ABORTED;
      const next = plan.attemptFailed(code, undefined);
      expectSame(
        `after the code ${code}`,
        next === 'give-up' ? next : typeof next,
        retryable ? 'number' : 'give-up',
        'The owner of the service has written down which codes may be tried again: retryableStatusCodes.',
      );
      expectSame(`tokens taken, after the code ${code}`, bucket.failures, retryable ? 1 : 0, COSTS);
    }
  });

  test('when the server asks, and never if it says stop', () => {
    const bucket = new Bucket();
    const plan = planOf(bucket);
    const fails = (pushback?: Pushback, code: StatusCode = Status.UNAVAILABLE) => {
      plan.attemptStarted();
      return plan.attemptFailed(code, pushback);
    };
    expectNear('after the first failure', fails(), 100, GROWS);
    expectSame(
      'after a pushback of 0',
      fails(0),
      0,
      'The server asks for it now. 0 is falsy, and a number: compare with undefined.',
    );
    expectNear(
      'after the next failure',
      fails(),
      100,
      'A pushback starts the backoff from the beginning: the server has said when, and so it knows about itself.',
    );
    const short = new SequentialPlan(POLICY, undefined, always(0));
    short.attemptStarted();
    expectSame(
      'after a pushback of 60000, where maxBackoffMs is 500 and random() says 0',
      short.attemptFailed(Status.UNAVAILABLE, 60_000),
      60_000,
      'The server has said how long: the maximum and chance are for the backoff alone.',
    );
    const stopped = planOf(bucket);
    stopped.attemptStarted();
    const before = bucket.failures;
    const next = stopped.attemptFailed(Status.UNAVAILABLE, 'stop');
    expectSame('after a stop', next, 'give-up', 'The server asks not to be asked again.');
    expectSame(
      'tokens taken, after a stop',
      bucket.failures - before,
      1,
      bucket.failures === before ? COSTS : ONCE,
    );
    const other = planOf(bucket);
    other.attemptStarted();
    const fatal = other.attemptFailed(Status.INVALID_ARGUMENT, 'stop');
    expectSame('after INVALID_ARGUMENT with a stop', fatal, 'give-up', STOPPED);
    expectSame('tokens taken', bucket.failures - before, 2, STOPPED);
    const later = planOf(bucket);
    later.attemptStarted();
    expectSame(
      'after INVALID_ARGUMENT with a pushback of 70',
      later.attemptFailed(Status.INVALID_ARGUMENT, 70),
      'give-up',
      'A pushback says when, and not whether: the code is not one of the policy.',
    );
    const last = planOf(bucket);
    const nexts = [1, 2, 3, 4].map(() => {
      last.attemptStarted();
      return last.attemptFailed(Status.UNAVAILABLE, 5);
    });
    expectSame(
      'maxAttempts 4, and each fails with a pushback of 5',
      nexts,
      [5, 5, 5, 'give-up'],
      'maxAttempts holds, whatever the server asks (gRPC A6, "Pushback").',
    );
  });

  test('while the bucket allows it', () => {
    const bucket = new Bucket();
    const plan = planOf(bucket);
    expectSame('mayStart, with a full bucket', plan.mayStart(), true, 'The bucket allows it.');
    expectSame(
      'mayStart, without a bucket',
      planOf().mayStart(),
      true,
      'Without a bucket nothing is forbidden.',
    );
    bucket.open = false;
    expectSame('mayStart, with an empty bucket', plan.mayStart(), false, 'The bucket forbids it.');
    plan.attemptStarted();
    const next = plan.attemptFailed(Status.UNAVAILABLE, undefined);
    expectSame('after a failure, with an empty bucket', next, 'give-up', FORBIDS);
    plan.attemptStarted();
    const pushed = plan.attemptFailed(Status.UNAVAILABLE, 10);
    expectSame('the same with a pushback of 10', pushed, 'give-up', FORBIDS);
    expectSame('tokens taken, after both', bucket.failures, 2, COSTS);
    plan.succeeded();
    expectSame(
      'successes that the bucket was told of',
      bucket.successes,
      1,
      'succeeded() tells it.',
    );
    planOf().succeeded();
  });

  test('the bucket is asked after it was told', () => {
    const events: string[] = [];
    const plan = new SequentialPlan(
      POLICY,
      {
        allowsRetry: () => events.push('asked') > 0,
        failed: () => events.push('told'),
        succeeded: () => {},
      },
      always(0.5),
    );
    plan.attemptStarted();
    plan.attemptFailed(Status.UNAVAILABLE, undefined);
    expectSame(
      'told, or asked, first',
      events[0],
      'told',
      'The failure that has just happened counts as well: it may be the one that empties the bucket.',
    );
    const last = new Bucket();
    const worn = planOf(last, { ...POLICY, maxAttempts: 1 });
    worn.attemptStarted();
    worn.attemptFailed(Status.UNAVAILABLE, undefined);
    expectSame('tokens taken, after the last attempt', last.failures, 1, COSTS);
  });
});

const NO_PLAN =
  'Nobody has said that this method may be called twice: without a policy nothing follows.';
const OWN_PLAN = 'Each call has a plan of its own, and counts for itself: is something shared?';
const COMMITTED_UNTOLD =
  'The plan is asked what follows, and here nothing can follow. A failure after the answer has begun costs no token.';
const UNTOUCHED =
  'That costs no attempt and no token: the plan does not hear of it. The server is not overloaded by what it has not touched.';
const COSTS =
  'A failure with one of the policy’s codes costs a token, whether something follows or not. Other codes say that the request is wrong, and not that the server is in trouble.';
const ONCE = 'A failure costs one token, also if two reasons for it come together.';
const STOPPED =
  'A server that says "stop" is in trouble, whatever the code: it costs a token (gRPC A6, "Throttling").';
const FORBIDS = 'An empty bucket forbids every further attempt, however it came about.';

// ---- task 3

const HALF = 'More than half: at exactly maxTokens / 2 nothing is sent again.';
const EXACT =
  'Ten times 0.1 is not 1 in binary. Thousandths are whole numbers, and those are exact: is what is counted 100, and not 0.1?';

task(3, () => {
  test('in thousandths', () => {
    const rows: [tokens: number, ratio: number, back: number][] = [
      [10, 0.1, 0.1],
      [10, 1.001, 1.001],
      [10, 1.013, 1.013],
      [10, 0.0019, 0.001],
      [10, 0.5555, 0.555],
      [10, 0.0009, 0],
      [10, 0.09996, 0.099],
      [10, 4, 4],
      [10, 0.001, 0.001],
    ];
    for (const [tokens, ratio, back] of rows) {
      const bucket = new RetryThrottle(tokens, ratio);
      for (let i = 0; i < 6; i++) bucket.failed();
      bucket.succeeded();
      expectSame(
        `new RetryThrottle(${tokens}, ${ratio}): tokens after six failures and a success`,
        bucket.tokens,
        (4000 + Math.round(back * 1000)) / 1000,
        Math.abs(bucket.tokens - 4 - back) < 0.0015
          ? 'Three decimals count, and what stands behind them is left out. But 1.001 * 1000 is 1000.9999999999999: round that to six decimals or so, and then down.'
          : 'A failure takes 1, a success gives tokenRatio back.',
      );
    }
  });

  test('as many as there may be', () => {
    expectSame(
      'tokens of new RetryThrottle(1000, 1)',
      new RetryThrottle(1000, 1).tokens,
      1000,
      EXACT,
    );
  });

  test('more than half', () => {
    const asked = new RetryThrottle(10, 0.5);
    asked.allowsRetry();
    asked.allowsRetry();
    expectSame('tokens, asked twice', asked.tokens, 10, 'To ask takes nothing: a failure does.');
    const bucket = new RetryThrottle(10, 0.5);
    const allowed: boolean[] = [];
    for (let i = 0; i < 7; i++) {
      allowed.push(bucket.allowsRetry());
      bucket.failed();
    }
    expectSame(
      'allowsRetry with 10, 9, 8, 7, 6, 5 and 4 of 10 tokens',
      allowed,
      [true, true, true, true, true, false, false],
      HALF,
    );
    for (let i = 0; i < 5; i++) bucket.succeeded();
    expectSame(
      'allowsRetry with 5.5 of 10 tokens, after a bad time',
      bucket.allowsRetry(),
      true,
      'More than half is enough, also on the way up: nobody waits until the bucket is full.',
    );
    const odd = new RetryThrottle(3, 0.5);
    odd.failed();
    expectSame('allowsRetry with 2 of 3 tokens', odd.allowsRetry(), true, '2 is more than 1.5.');
    odd.failed();
    odd.succeeded();
    expectSame('allowsRetry with 1.5 of 3 tokens', odd.allowsRetry(), false, HALF);
    const next = new RetryThrottle(3, 0.501);
    next.failed();
    next.failed();
    next.succeeded();
    expectSame('allowsRetry with 1.501 of 3 tokens', next.allowsRetry(), true, HALF);
  });

  test('never below nothing, never above full', () => {
    const bucket = new RetryThrottle(4, 0.3);
    for (let i = 0; i < 50; i++) bucket.failed();
    expectSame(
      'tokens after fifty failures',
      bucket.tokens,
      0,
      'There is no debt: after a bad hour it must not take an hour of good calls before one is retried.',
    );
    for (let i = 0; i < 6; i++) bucket.succeeded();
    expectSame('tokens after six successes', bucket.tokens, 1.8, EXACT);
    for (let i = 0; i < 500; i++) bucket.succeeded();
    expectSame(
      'tokens after five hundred successes',
      bucket.tokens,
      4,
      'A good day is not saved up for a bad one: at most maxTokens.',
    );
    const fraction = new RetryThrottle(1.5, 0.1);
    fraction.failed();
    fraction.failed();
    expectSame(
      'tokens after two failures of 1.5',
      fraction.tokens,
      0,
      'Never below 0, not even by half a token.',
    );
  });

  test('exact, however many calls', () => {
    const bucket = new RetryThrottle(10, 0.1);
    for (let i = 0; i < 7; i++) bucket.failed();
    for (let i = 0; i < 20; i++) bucket.succeeded();
    expectSame('3 tokens and twenty times 0.1', bucket.tokens, 5, EXACT);
    expectSame('allowsRetry, with exactly half', bucket.allowsRetry(), false, EXACT);
    const random = new Random(7);
    const mixed = new RetryThrottle(8, 0.013);
    let model = 8_000;
    for (let i = 0; i < 5_000; i++) {
      if (random.next() < 0.02) {
        mixed.failed();
        model = Math.max(0, model - 1_000);
      } else {
        mixed.succeeded();
        model = Math.min(8_000, model + 13);
      }
      if (mixed.tokens !== model / 1_000 || mixed.allowsRetry() !== model > 4_000) {
        fail(
          `after ${i + 1} calls: ${mixed.tokens} tokens, and a retry is ${mixed.allowsRetry() ? '' : 'not '}allowed; expected ${model / 1_000} of 8`,
          Math.abs(mixed.tokens - model / 1_000) < 0.001
            ? EXACT
            : 'A failure takes one token, whatever fraction there is, and a success gives tokenRatio back.',
        );
      }
    }
  });

  test('each channel has its own', () => {
    const [a, b] = [new RetryThrottle(2, 1), new RetryThrottle(2, 1)];
    a.failed();
    expectSame(
      'what is in the second bucket',
      b.tokens,
      2,
      'Two channels to two servers: what one server does says nothing about the other.',
    );
    expectSame('what is in the first', a.tokens, 1, 'A failure takes one.');
  });
});

// ---- task 4

const HEDGING: HedgingPolicy = Object.freeze({
  maxAttempts: 3,
  hedgingDelayMs: 50,
  nonFatalStatusCodes: new Set([Status.UNAVAILABLE, Status.ABORTED]),
});

task(4, () => {
  const planOf = (bucket?: Bucket, policy = HEDGING) => new HedgingPlan(policy, bucket);

  test('a further attempt after each delay', () => {
    const plan = planOf();
    const delays = [1, 2, 3].map(() => plan.attemptStarted());
    expectSame(
      'what attemptStarted says, with maxAttempts 3',
      delays,
      [50, 50, undefined],
      'After the first two another one is planned; the third is the last. maxAttempts counts the first.',
    );
    const atOnce = planOf(undefined, { ...HEDGING, hedgingDelayMs: 0 });
    expectSame(
      'with a delay of 0',
      atOnce.attemptStarted(),
      0,
      '0 is a delay: the next one begins at once. It is not undefined.',
    );
  });

  test('after a failure that is not fatal the next one begins at once', () => {
    const plan = planOf();
    plan.attemptStarted();
    const next = plan.attemptFailed(Status.UNAVAILABLE, undefined, 0);
    expectSame(
      'after UNAVAILABLE',
      next,
      0,
      next === 'give-up'
        ? 'UNAVAILABLE is one of nonFatalStatusCodes: it ends nothing, as another attempt may still go well.'
        : 'Why wait for the delay? It was there for an answer, and the answer was no.',
    );
    plan.attemptStarted();
    const pushed = plan.attemptFailed(Status.ABORTED, 30, 0);
    expectSame('after ABORTED with a pushback of 30', pushed, 30, 'The server asks for 30 ms.');
    plan.attemptStarted();
    for (const [running, expected] of [
      [2, 'wait'],
      [1, 'wait'],
      [0, 'give-up'],
    ] as const) {
      expectSame(
        `after the third of three, while ${running} others are running`,
        plan.attemptFailed(Status.UNAVAILABLE, undefined, running),
        expected,
        running === 0
          ? 'None is running, and none may begin: this status is the call’s.'
          : 'None may begin any more, but those that are running may still bring an answer.',
      );
    }
  });

  test('a fatal one ends the call', () => {
    for (const code of Object.values(Status)) {
      if (code === Status.OK) continue;
      const bucket = new Bucket();
      const plan = planOf(bucket);
      plan.attemptStarted();
      const fatal = code !== Status.UNAVAILABLE && code !== Status.ABORTED;
      const next = plan.attemptFailed(code, undefined, 2);
      expectSame(
        `after the code ${code}, while two others are running`,
        next,
        fatal ? 'give-up' : 0,
        fatal
          ? 'Every code that is not in nonFatalStatusCodes is the answer: there is no such order, and the others would say the same.'
          : 'This one may be overcome by another attempt.',
      );
      expectSame(
        `tokens taken, after the code ${code}`,
        bucket.failures,
        fatal ? 0 : 1,
        HEDGE_COSTS,
      );
    }
    const pushed = planOf();
    pushed.attemptStarted();
    expectSame(
      'after NOT_FOUND with a pushback of 20',
      pushed.attemptFailed(Status.NOT_FOUND, 20, 1),
      'give-up',
      'A pushback says when, and not whether: the code ends the call.',
    );
  });

  test('a stop ends nothing that is running', () => {
    const bucket = new Bucket();
    const plan = planOf(bucket);
    plan.attemptStarted();
    plan.attemptStarted();
    const next = plan.attemptFailed(Status.UNAVAILABLE, 'stop', 1);
    expectSame(
      'after a stop, while another one is running',
      next,
      'wait',
      'No more attempts are sent, but those that were sent may still be answered.',
    );
    expectSame('tokens taken, after a stop', bucket.failures, 1, ONCE);
    expectSame('mayStart, after a stop', plan.mayStart(), false, STOP_STAYS);
    expectSame(
      'after the next failure, with a pushback of 10',
      plan.attemptFailed(Status.UNAVAILABLE, 10, 1),
      'wait',
      STOP_STAYS,
    );
    expectSame(
      'after the last one',
      plan.attemptFailed(Status.UNAVAILABLE, undefined, 0),
      'give-up',
      STOP_STAYS,
    );
    expectSame('what attemptStarted says', plan.attemptStarted(), undefined, STOP_STAYS);
    plan.succeeded();
    expectSame(
      'successes that the bucket was told of',
      bucket.successes,
      1,
      'One that was under way has been answered after all: succeeded() tells the bucket, also after a stop.',
    );
    const alone = planOf(bucket);
    alone.attemptStarted();
    expectSame(
      'after a stop, with none running',
      alone.attemptFailed(Status.UNAVAILABLE, 'stop', 0),
      'give-up',
      'None is running, and none may begin: this status is the call’s.',
    );
    const before = bucket.failures;
    const fatal = planOf(bucket);
    fatal.attemptStarted();
    expectSame(
      'after NOT_FOUND with a stop',
      fatal.attemptFailed(Status.NOT_FOUND, 'stop', 1),
      'give-up',
      'The code ends the call, whatever else the server says.',
    );
    expectSame('tokens taken', bucket.failures - before, 1, STOPPED);
  });

  test('while the bucket allows it', () => {
    const bucket = new Bucket();
    const plan = planOf(bucket);
    expectSame(
      'attemptStarted, with a full bucket',
      plan.attemptStarted(),
      50,
      'The bucket allows it, and in this call nobody has said "stop": each call has a plan of its own.',
    );
    bucket.open = false;
    expectSame('mayStart, with an empty bucket', plan.mayStart(), false, FORBIDS);
    expectSame(
      'after UNAVAILABLE, while another one is running',
      plan.attemptFailed(Status.UNAVAILABLE, undefined, 1),
      'wait',
      FORBIDS,
    );
    expectSame('attemptStarted, with an empty bucket', plan.attemptStarted(), undefined, FORBIDS);
    bucket.open = true;
    expectSame(
      'mayStart, when the bucket has filled',
      plan.mayStart(),
      true,
      'It is asked each time.',
    );
    plan.succeeded();
    expectSame(
      'successes that the bucket was told of',
      bucket.successes,
      1,
      'succeeded() tells it.',
    );
    planOf().succeeded();
    expectSame(
      'mayStart, without a bucket',
      planOf().mayStart(),
      true,
      'Without a bucket nothing is forbidden.',
    );
  });

  test('the bucket is asked after it was told', () => {
    const bucket = new RetryThrottleOfOne();
    const plan = new HedgingPlan(HEDGING, bucket);
    plan.attemptStarted();
    expectSame(
      'after the failure that empties the bucket',
      plan.attemptFailed(Status.UNAVAILABLE, undefined, 0),
      'give-up',
      'The failure that has just happened counts as well: tell the bucket before you ask it.',
    );
  });
});

/** A bucket that one failure empties. */
class RetryThrottleOfOne extends Bucket {
  override failed(): void {
    this.open = false;
  }
}

const HEDGE_COSTS =
  'A failure that is not fatal costs a token: the server is in trouble. A fatal one says that the request is wrong.';
const STOP_STAYS =
  'The server has asked for no more of them, and that holds for the rest of the call.';

// ---- task 5

/** One attempt that writes down what becomes of it. */
class Runner {
  begun = 0;
  cancelled = 0;
  readonly world: ReturnType<typeof raceOf>;
  readonly previous: number;

  constructor(world: ReturnType<typeof raceOf>, previous: number) {
    this.world = world;
    this.previous = previous;
  }

  begin(): void {
    this.begun++;
    this.world.onBegin(this);
  }

  cancel(): void {
    this.cancelled++;
    this.world.onCancel(this);
  }
}

/** A race with its clock, and all attempts that it has made. */
function raceOf(plan?: RetryPlan) {
  const clock = new FakeClock();
  const runners: Runner[] = [];
  const over: StatusObject[] = [];
  const world = {
    clock,
    runners,
    over,
    onBegin: (_runner: Runner) => {},
    onCancel: (_runner: Runner) => {},
    onOver: () => {},
    race: undefined as unknown as AttemptRace<Runner>,
    /** `running`, `cancelled` or `ended`, for each. */
    at: (i: number) => runners[i] ?? fail(`attempt ${i + 1} was never made`, NEVER_MADE),
  };
  world.race = new AttemptRace<Runner>(clock, plan, {
    createAttempt(previous) {
      const runner = new Runner(world, previous);
      runners.push(runner);
      return runner;
    },
    raceOver(status) {
      over.push(status);
      world.onOver();
    },
  });
  return world;
}

type World = ReturnType<typeof raceOf>;

const NEVER_MADE =
  'Another attempt should have begun by now. A wait is a timer of this.#clock, and when it is over, #due begins one.';

function expectOver({ over, clock }: World, status: StatusObject | undefined, cause: string): void {
  expectSame(
    'what raceOver was told',
    over.map((one) => (one ? `${one.code} ${one.details}` : 'no status')),
    status === undefined ? [] : [`${status.code} ${status.details}`],
    cause,
  );
  if (status === undefined) return;
  expectSame(
    'timers that are set, afterwards',
    clock.pending,
    0,
    'The call is over, and a timer of it still waits: it would begin another attempt for nobody.',
  );
}

function expectCancelled({ runners }: World, expected: number[], cause: string): void {
  expectSame(
    'how often each attempt was cancelled',
    runners.map((r) => r.cancelled),
    expected,
    cause,
  );
}

const details = (text: string): StatusObject => ({ ...UNAVAILABLE, details: text });

task(5, () => {
  test('one attempt, one answer', () => {
    const world = raceOf();
    world.race.begin();
    expectSame('attempts made', world.runners.length, 1, 'begin makes one.');
    expectSame('how often it was begun', world.at(0).begun, 1, 'attempt.begin() starts it, once.');
    expectSame('the attempts before it', world.at(0).previous, 0, SEEN);
    expectSame('timers that are set', world.clock.pending, 0, 'Without a plan nothing is planned.');
    expectSame('commit', world.race.commit(world.at(0)), true, 'It is the call: commit says true.');
    expectSame('commit, again', world.race.commit(world.at(0)), true, 'It still is: true again.');
    check(
      world.race.winner === world.at(0),
      'the winner is another one, or missing',
      'commit(attempt) makes it the winner.',
    );
    expectCancelled(world, [0], 'The winner is not cancelled.');
    world.race.ended(world.at(0), OK, false);
    expectOver(world, OK, 'It has ended, and nothing follows.');
    expectCancelled(world, [0], 'It has ended by itself: nobody cancels it.');
    world.race.ended(world.at(0), UNAVAILABLE, false);
    expectOver(world, OK, TWICE);
  });

  test('one after the other', () => {
    const plan = new ScriptedPlan(100, 0, 'give-up');
    const world = raceOf(plan);
    world.race.begin();
    world.race.ended(world.at(0), details('first'), false);
    expectSame('attempts made, before the wait is over', world.runners.length, 1, TOO_EARLY);
    world.clock.advance(99);
    expectSame('attempts made, after 99 of 100 ms', world.runners.length, 1, TOO_EARLY);
    world.clock.advance(1);
    expectSame('attempts made, after 100 ms', world.runners.length, 2, NEVER_MADE);
    world.race.ended(world.at(1), details('second'), false);
    world.clock.advance(0);
    expectSame(
      'attempts made, after a wait of 0 ms',
      world.runners.length,
      3,
      '0 is a wait like any other: is it compared with undefined, or by typeof?',
    );
    expectSame(
      'the attempts before each of them',
      world.runners.map((r) => r.previous),
      [0, 1, 2],
      SEEN,
    );
    expectSame(
      'what the plan was told: attempts',
      plan.started,
      3,
      'Each attempt is told to the plan: attemptStarted.',
    );
    world.race.ended(world.at(2), details('third'), false);
    expectOver(
      world,
      details('third'),
      'The plan gives up, and the call ends with this attempt’s status.',
    );
    expectSame(
      'how often each was begun',
      world.runners.map((r) => r.begun),
      [1, 1, 1],
      'Once each.',
    );
    expectCancelled(world, [0, 0, 0], 'They have ended by themselves: nobody cancels them.');
  });

  test('the first answer wins', () => {
    const plan = new ScriptedPlan();
    plan.hedges = [50, 50, 50];
    const world = raceOf(plan);
    world.race.begin();
    world.clock.advance(49);
    expectSame('attempts made, after 49 of 50 ms', world.runners.length, 1, TOO_EARLY);
    world.clock.advance(1);
    world.clock.advance(50);
    expectSame(
      'attempts made, after 100 ms',
      world.runners.length,
      3,
      'attemptStarted says when the next one begins by itself.',
    );
    expectSame('timers that are set', world.clock.pending, 1, ONE_TIMER);
    expectSame(
      'commit(the second)',
      world.race.commit(world.at(1)),
      true,
      'It is answered first: it is the call.',
    );
    expectCancelled(
      world,
      [1, 0, 1],
      'The others are cancelled, once each, and the winner is not. Their servers should stop working.',
    );
    expectSame(
      'timers that are set, after the first answer',
      world.clock.pending,
      0,
      'A fourth attempt was planned, and the call has its answer: cancel the timer.',
    );
    expectSame('how many are under way', world.race.running, 1, 'The winner alone.');
    expectSame('commit(the first)', world.race.commit(world.at(0)), false, LATE);
    check(world.race.winner === world.at(1), 'the winner has changed', LATE);
    world.race.ended(world.at(0), OK, false);
    world.race.ended(world.at(2), NOT_FOUND, false);
    expectOver(world, undefined, LATE);
    world.race.ended(world.at(1), OK, false);
    expectOver(world, OK, 'The winner’s status is the call’s.');
    expectSame(
      'successes that the plan was told of',
      plan.successes,
      1,
      'One call has gone well. An attempt that was cancelled is not heard, and tells the bucket nothing.',
    );
    world.clock.advance(1_000);
    expectSame('attempts made, long after', world.runners.length, 3, 'The call is over.');
    check(
      world.race.winner === world.at(1),
      'the winner is another one, or missing, after the end',
      'The winner is the call for good, also when all is over.',
    );
  });

  test('hedges without a delay', () => {
    const plan = new ScriptedPlan();
    plan.hedges = [0, 0];
    const world = raceOf(plan);
    const begun: number[] = [];
    world.onBegin = (runner) => begun.push(runner.previous);
    world.race.begin();
    world.clock.advance(0);
    expectSame(
      'the attempts before each of them, in the order in which they began',
      begun,
      [0, 1, 2],
      begun.length < 3
        ? 'attemptStarted says 0: the next one begins now. 0 is falsy, and a number: compare with undefined.'
        : 'The first begins before the second: a wait of 0 is a timer, too, and not a call of #due.',
    );
  });

  test('the winner fails', () => {
    const plan = new ScriptedPlan(0, 0, 0);
    const world = raceOf(plan);
    world.race.begin();
    world.race.commit(world.at(0));
    world.race.ended(world.at(0), UNAVAILABLE, false);
    expectOver(
      world,
      UNAVAILABLE,
      'Its answer had begun: nothing may follow, whatever the plan would say.',
    );
    world.clock.advance(1_000);
    expectSame('attempts made', world.runners.length, 1, 'The call is over.');
  });

  test('the others may still be answered', () => {
    const plan = new ScriptedPlan('wait', 'give-up');
    plan.hedges = [50, undefined];
    const world = raceOf(plan);
    world.race.begin();
    world.clock.advance(50);
    world.race.ended(world.at(0), details('first'), false);
    expectOver(world, undefined, '"wait" means that others are under way: the call is not over.');
    expectSame(
      'running, when the plan was asked',
      plan.asked[0]?.[2],
      1,
      'Other attempts: without the one that has just ended.',
    );
    expectCancelled(world, [0, 0], 'Nobody is cancelled before there is an answer.');
    world.race.ended(world.at(1), details('second'), false);
    expectOver(world, details('second'), 'The last one ends the call, with its own status.');
    const planned = new ScriptedPlan('wait');
    planned.hedges = [50, 50];
    const more = raceOf(planned);
    more.race.begin();
    more.clock.advance(50);
    more.race.ended(more.at(0), details('first'), false);
    more.clock.advance(50);
    expectSame(
      'attempts made, where a third was planned before "wait"',
      more.runners.length,
      3,
      '"wait" changes nothing: what was planned is still due, and then the plan is asked.',
    );
  });

  test('a fatal end cancels the rest', () => {
    const plan = new ScriptedPlan('give-up');
    plan.hedges = [10, 10, 10];
    const world = raceOf(plan);
    world.race.begin();
    world.clock.advance(20);
    let atTheEnd: unknown;
    world.onOver = () => {
      atTheEnd = { running: world.race.running, timers: world.clock.pending };
    };
    world.race.ended(world.at(1), NOT_FOUND, false);
    expectOver(world, NOT_FOUND, 'The plan gives up: the call ends with this status.');
    expectCancelled(
      world,
      [1, 0, 1],
      'Those that were still under way are cancelled: nobody waits for them. The one that ended is not.',
    );
    expectSame(
      'what is under way, or planned, when raceOver is told',
      atTheEnd,
      { running: 0, timers: 0 },
      'raceOver says that nothing runs any more: first stop, and then tell.',
    );
    world.race.ended(world.at(0), OK, false);
    expectOver(world, NOT_FOUND, TWICE);
  });

  test('a good end without a beginning', () => {
    const plan = new ScriptedPlan();
    plan.hedges = [10, 10];
    const world = raceOf(plan);
    world.race.begin();
    world.clock.advance(10);
    world.race.ended(world.at(0), OK, false);
    expectOver(world, OK, 'OK without headers before it is an answer, too.');
    expectCancelled(world, [0, 1], 'The other one is cancelled, as if the first had committed.');
  });

  test('what the server has not touched', () => {
    const plan = new ScriptedPlan(30);
    const world = raceOf(plan);
    world.race.begin();
    world.race.ended(world.at(0), UNAVAILABLE, true);
    expectSame(
      'attempts made, at once',
      world.runners.length,
      2,
      'One begins in its place, without a wait.',
    );
    expectSame(
      'what the plan was told: attempts',
      plan.started,
      1,
      'The plan does not hear of it: it costs no attempt.',
    );
    expectSame('the attempts before it', world.at(1).previous, 0, UNSEEN);
    world.race.ended(world.at(1), UNAVAILABLE, true);
    expectSame(
      'attempts made, at once',
      world.runners.length,
      2,
      'Once for each call: transparentRetries counts it.',
    );
    world.clock.advance(30);
    expectSame('attempts made, after the plan’s wait', world.runners.length, 3, NEVER_MADE);
    expectSame(
      'what the plan was told: attempts',
      plan.started,
      2,
      'Each that is not transparent.',
    );
    expectSame('the attempts before it', world.at(2).previous, 1, SEEN);
    const bare = raceOf();
    bare.race.begin();
    bare.race.ended(bare.at(0), UNAVAILABLE, true);
    expectSame('without a plan: attempts made', bare.runners.length, 2, 'It needs no policy.');
    bare.race.ended(bare.at(1), details('refused again'), true);
    expectOver(bare, details('refused again'), 'Once, and then it is a failure like any other.');
  });

  test('an untouched one among others', () => {
    const plan = new ScriptedPlan();
    plan.hedges = [50, 50];
    const world = raceOf(plan);
    world.race.begin();
    world.clock.advance(50);
    world.race.ended(world.at(0), UNAVAILABLE, true);
    expectSame('attempts made', world.runners.length, 3, 'One begins in its place.');
    expectSame('the attempts before it', world.at(2).previous, 1, UNSEEN);
    expectSame(
      'timers that are set',
      world.clock.pending,
      1,
      'The third of the plan is still due.',
    );
  });

  test('a failure brings the next one forward', () => {
    const plan = new ScriptedPlan(0, 70);
    plan.hedges = [50, 50, 50, 50];
    const world = raceOf(plan);
    world.race.begin();
    world.clock.advance(20);
    world.race.ended(world.at(0), UNAVAILABLE, false);
    expectSame('timers that are set', world.clock.pending, 1, ONE_TIMER);
    world.clock.advance(0);
    expectSame(
      'attempts made, after 20 ms',
      world.runners.length,
      2,
      'The plan says 0: now, and not after the delay.',
    );
    world.clock.advance(49);
    expectSame(
      'attempts made, after 69 ms',
      world.runners.length,
      2,
      'The delay begins anew with each attempt: the old timer is gone.',
    );
    world.clock.advance(1);
    expectSame('attempts made, after 70 ms', world.runners.length, 3, NEVER_MADE);
    world.race.ended(world.at(1), UNAVAILABLE, false);
    world.clock.advance(69);
    expectSame(
      'attempts made, when the server asked for 70 ms',
      world.runners.length,
      3,
      'A pushback puts the next one off: it takes the place of the timer that was set.',
    );
    world.clock.advance(1);
    expectSame('attempts made, after that', world.runners.length, 4, NEVER_MADE);
  });

  test('when a wait is over, the plan is asked again', () => {
    const plan = new ScriptedPlan('wait', 'give-up');
    plan.hedges = [50, 50];
    const world = raceOf(plan);
    world.race.begin();
    world.clock.advance(50);
    world.race.ended(world.at(0), details('stop'), false);
    plan.may = false;
    world.clock.advance(1_000);
    expectSame(
      'attempts made, after the plan has said no',
      world.runners.length,
      2,
      'A third was planned. Since then the server has said "stop", or the bucket has emptied: mayStart says so.',
    );
    expectOver(world, undefined, 'One is still running, and may be answered.');
    world.race.ended(world.at(1), details('second'), false);
    expectOver(world, details('second'), 'Now nothing is under way.');
    const alone = new ScriptedPlan(100);
    const last = raceOf(alone);
    last.race.begin();
    last.race.ended(last.at(0), details('the first'), false);
    alone.may = false;
    last.clock.advance(100);
    expectSame('attempts made', last.runners.length, 1, 'mayStart says no.');
    expectOver(
      last,
      details('the first'),
      'Nothing is under way and nothing may begin: the call ends with the status that came last. Otherwise it hangs until its deadline.',
    );
    const both = new ScriptedPlan(100, 100);
    const two = raceOf(both);
    two.race.begin();
    two.race.ended(two.at(0), details('the first'), false);
    two.clock.advance(100);
    two.race.ended(two.at(1), details('the second'), false);
    both.may = false;
    two.clock.advance(100);
    expectOver(
      two,
      details('the second'),
      'Two have failed, and no third may begin: the call ends with the status that came last.',
    );
  });

  test('an attempt that ends while it begins', () => {
    const answered = new ScriptedPlan();
    answered.hedges = [50];
    const fast = raceOf(answered);
    fast.onBegin = (runner) => fast.race.commit(runner);
    fast.race.begin();
    expectSame(
      'timers that are set, after an answer inside begin()',
      fast.clock.pending,
      0,
      'It was answered at once: the timer is set before begin(), so that commit can cancel it.',
    );
    const plan = new ScriptedPlan('give-up');
    plan.hedges = [50];
    const world = raceOf(plan);
    world.onBegin = (runner) => world.race.ended(runner, details('nobody listens'), false);
    world.race.begin();
    expectOver(
      world,
      details('nobody listens'),
      'An attempt may end at once, inside begin(): ask the plan and set the timer before that, so that the end finds them.',
    );
    world.clock.advance(1_000);
    expectSame('attempts made', world.runners.length, 1, 'The call is over.');
    const again = new ScriptedPlan();
    const refused = raceOf(again);
    refused.onBegin = (runner) => {
      check(refused.runners.length < 9, 'it is begun again and again, without end', COUNT_FIRST);
      refused.race.ended(runner, details('refused'), true);
    };
    refused.race.begin();
    expectSame(
      'attempts made, where all are refused at once',
      refused.runners.length,
      2,
      COUNT_FIRST,
    );
    expectSame(
      'the attempts before each of them',
      refused.runners.map((r) => r.previous),
      [0, 0],
      'Neither was seen. begin counts an attempt before it begins: it may be refused inside its begin().',
    );
    expectOver(refused, details('refused'), 'The second refusal is a failure like any other.');
  });

  test('an attempt that calls back while it is cancelled', () => {
    const plan = new ScriptedPlan();
    plan.hedges = [10, 10];
    const world = raceOf(plan);
    world.race.begin();
    world.clock.advance(20);
    world.onCancel = (runner) => {
      check(world.race.winner === world.at(0), 'there is no winner yet', REENTRANT);
      world.race.ended(runner, details('cancelled'), false);
      world.race.commit(runner);
    };
    world.race.commit(world.at(0));
    check(world.race.winner === world.at(0), 'the winner has changed', REENTRANT);
    expectCancelled(world, [0, 1, 1], REENTRANT);
    expectOver(world, undefined, REENTRANT);
    const stopped = raceOf(new ScriptedPlan(0));
    stopped.onCancel = (runner) => stopped.race.ended(runner, details('cancelled'), false);
    stopped.race.begin();
    stopped.race.stop();
    expectOver(stopped, undefined, REENTRANT);
    expectSame('timers that are set, after stop', stopped.clock.pending, 0, REENTRANT);
  });

  test('stop', () => {
    const plan = new ScriptedPlan();
    plan.hedges = [10, 10, 10];
    const world = raceOf(plan);
    world.race.begin();
    world.clock.advance(20);
    world.race.stop();
    world.race.stop();
    expectCancelled(world, [1, 1, 1], 'stop cancels what is under way, once each.');
    expectSame('timers that are set', world.clock.pending, 0, 'stop: what was planned, too.');
    expectSame('how many are under way', world.race.running, 0, 'None.');
    expectOver(
      world,
      undefined,
      'stop is what the call does when its time is over: it knows how it ended.',
    );
    expectSame('commit, after stop', world.race.commit(world.at(0)), false, LATE);
    world.race.ended(world.at(1), OK, false);
    expectOver(world, undefined, LATE);
    const waiting = raceOf(new ScriptedPlan(100));
    waiting.race.begin();
    waiting.race.ended(waiting.at(0), UNAVAILABLE, false);
    waiting.race.stop();
    expectSame(
      'timers that are set, when stopped during a wait',
      waiting.clock.pending,
      0,
      'stop: what was planned, too.',
    );
    expectCancelled(waiting, [0], 'It has ended already.');
    const won = raceOf();
    won.race.begin();
    won.race.commit(won.at(0));
    won.race.stop();
    expectCancelled(won, [1], 'The winner is under way as well.');
  });

  test('whatever happens, in any order', () => {
    for (let seed = 1; seed <= 200; seed++) playRandomly(seed);
  });

  test('five hundred races at once, each for itself', () => {
    const worlds = Array.from({ length: 500 }, () => raceOf(new HedgingPlan(HEDGING, undefined)));
    for (const world of worlds) world.race.begin();
    for (const world of worlds) world.clock.advance(50);
    worlds[0]!.race.commit(worlds[0]!.at(1));
    expectCancelled(worlds[0]!, [1, 0], 'The others are cancelled.');
    expectCancelled(
      worlds[1]!,
      [0, 0],
      'Another call is another race: is something shared between them?',
    );
  });

  test('three servers of grpc-js, and the first answer wins', async () => {
    const { answer, arrived, cancelled } = await hedgedByStrangers();
    expectSame(
      'the answer',
      answer,
      'from server 3',
      'The first two servers hang; the third answers.',
    );
    expectSame(
      'calls that arrived',
      arrived,
      [1, 2, 3],
      'One at each server, one after the other.',
    );
    expectSame(
      'servers that heard that they are not needed any more',
      cancelled.sort(),
      [1, 2],
      'Those that lost are cancelled on the wire: RST_STREAM.',
    );
  });

  test('a server of grpc-js that says UNAVAILABLE twice', async () => {
    const { answer, previous } = await retriedByStranger();
    expectSame(
      'the answer',
      answer,
      'at the third attempt',
      'Two failures, and then it goes well.',
    );
    expectSame('grpc-previous-rpc-attempts', previous, ['none', '1', '2'], SEEN);
  });
});

const COUNT_FIRST =
  'Count before you begin the next one: it may be refused inside its begin(), at once.';
const SEEN = 'How many attempts the server may have seen before this one: 0, then 1, then 2.';
const UNSEEN = 'The one that was refused does not count: the server has not seen it.';
const TOO_EARLY = 'The wait is not over: clock.setTimer, with the number that the plan has said.';
const ONE_TIMER =
  'One timer at a time: the new one takes the place of the old one, which has to be cancelled.';
const LATE =
  'An attempt that was cancelled, or has ended, may still have something on its way. It is not under way any more, and is not listened to.';
const TWICE =
  'A call ends once. An attempt that has ended is not under way any more, and is not listened to.';
const REENTRANT =
  'An attempt that is cancelled may call back at once. First change the state (the winner, the list), then cancel: then such a call finds that it does not count.';

/** Answers, failures and time in any order; what must hold, holds after each step. */
function playRandomly(seed: number): void {
  const random = new Random(seed);
  const policy = {
    ...HEDGING,
    maxAttempts: random.integer(2, 5),
    hedgingDelayMs: random.integer(0, 20),
  };
  const plan =
    seed % 2 === 0
      ? new HedgingPlan(policy, undefined)
      : new SequentialPlan({ ...POLICY, maxAttempts: policy.maxAttempts }, undefined, () =>
          random.next(),
        );
  const world = raceOf(plan);
  const { race, runners, over, clock } = world;
  race.begin();
  const steps: string[] = [];
  for (let step = 0; step < 40; step++) {
    const i = random.integer(0, runners.length - 1);
    const runner = runners[i]!;
    const kind = random.integer(0, 9);
    if (kind < 4) {
      steps.push('time passes');
      clock.advance(random.integer(0, 60));
    } else if (kind === 4) {
      steps.push(`${i + 1} is answered`);
      race.commit(runner);
    } else {
      const status = kind === 9 ? NOT_FOUND : kind === 8 ? OK : UNAVAILABLE;
      steps.push(`${i + 1} ends with ${status.code}`);
      race.ended(runner, status, kind === 7);
    }
    const story = `${steps.slice(-8).join(', ')} (seed ${seed})`;
    check(over.length <= 1, `raceOver was told ${over.length} times: ${story}`, TWICE);
    check(clock.pending <= 1, `${clock.pending} timers are set: ${story}`, ONE_TIMER);
    check(
      runners.every((r) => r.begun === 1 && r.cancelled <= 1),
      `an attempt was begun or cancelled twice: ${story}`,
      'Each attempt is begun once, and cancelled once at most.',
    );
    check(
      race.winner === undefined || race.winner.cancelled === 0,
      `the winner was cancelled: ${story}`,
      'The winner is not cancelled.',
    );
    check(
      over.length === 0 || (race.running === 0 && clock.pending === 0),
      `the call is over, and something is under way, or planned: ${story}`,
      'raceOver is told when nothing runs any more, and no timer is set.',
    );
    check(
      over.length === 1 || race.running > 0 || clock.pending === 1,
      `nothing is under way and nothing is planned, and the call is not over: ${story}`,
      'Then nobody would ever tell the call how it ended.',
    );
    check(
      runners.length <= policy.maxAttempts + MAX_TRANSPARENT_RETRIES,
      `${runners.length} attempts, and maxAttempts is ${policy.maxAttempts}: ${story}`,
      'begin counts for the plan each time; a transparent one does not.',
    );
  }
}
