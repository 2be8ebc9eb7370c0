import type { ClassicMistake } from '#course/kit/mistake';

const BASE = '  const base = policy.initialBackoffMs * policy.backoffMultiplier ** (n - 1);';
const SPREAD = '  return Math.min(base, policy.maxBackoffMs) * (0.8 + 0.4 * random());';
const DIGITS = '  const isNumber = /^(0|[1-9]\\d{0,9})$/.test(value);';
const RANGE = " && Number(value) <= MAX_PUSHBACK_MS ? Number(value) : 'stop';";

const NEXT_BASE = '    this.#base = base * multiplier;\n';
const MOVED = '    return base * (1 + jitter * (2 * this.#random() - 1));';

const OK = `  if (status.code === Status.OK) {
    plan?.succeeded();
    return 'give-up';
  }
`;
const COMMITTED = "  if (call.committed) return 'give-up';\n";
const UNTOUCHED =
  "  if (unprocessed && call.transparentRetries < MAX_TRANSPARENT_RETRIES) return 'transparent';\n";
const NO_PLAN = "  if (plan === undefined) return 'give-up';\n";

const TELL = "    if (retryable || pushback === 'stop') this.#throttle?.failed();\n";
const STOPS = "    if (!retryable || pushback === 'stop') return 'give-up';\n";
const ENOUGH =
  "    if (this.#attempts >= this.#policy.maxAttempts || !this.mayStart()) return 'give-up';\n";
const PUSHED = `    if (pushback !== undefined) {
      this.#failures = 0;
      return pushback;
    }
`;

const MORE_THAN_HALF = '    return this.#left > this.#max / 2;';
const FAILED = '    this.#left = Math.max(0, this.#left - 1000);';
const SUCCEEDED = '    this.#left = Math.min(this.#max, this.#left + this.#ratio);';
const THOUSANDTHS = '  return Math.floor(Math.round(value * 1e9) / 1e6);';

const FATAL = '    const fatal = !this.#policy.nonFatalStatusCodes.has(code);\n';
const HEDGE_TELL = "    if (!fatal || pushback === 'stop') this.#throttle?.failed();\n";
const ENDS = "    if (fatal) return 'give-up';\n";
const HEDGE_STOP = "    if (pushback === 'stop') this.#stopped = true;\n    else if";
const AT_ONCE = '(this.mayStart()) return pushback ?? 0;';
const REST = "    return running > 0 ? 'wait' : 'give-up';";
const DELAY = '    return this.mayStart() ? this.#policy.hedgingDelayMs : undefined;';

const BEGIN = `    const next = this.plan?.attemptStarted();
    if (next !== undefined) this.#beginIn(next);
    attempt.begin();
`;
const UNKNOWN = '    if (!this.#attempts.includes(attempt)) return false;\n';
const UNPLAN = '    this.#winner = attempt;\n    this.#next?.cancel();\n';
const OTHERS = `      this.#attempts = [attempt];
      for (const other of others) other.cancel();
`;
const LEAVES = `    const at = this.#attempts.indexOf(attempt);
    if (at < 0) return;
    this.#attempts.splice(at, 1);
`;
const INSTEAD = `      this.#transparentRetries++;
      this.#add(this.#started - 1).begin();
`;
const STOP = `    this.#next?.cancel();
    for (const attempt of this.#attempts.splice(0)) attempt.cancel();
`;
const ONE_TIMER = `    this.#next?.cancel();
    this.#next = this.#clock`;
const ASK_AGAIN = '    if (this.plan!.mayStart()) this.begin();\n';
const NOTHING_LEFT = '    else if (this.#attempts.length === 0) this.#over(this.#last!);\n';

type Change = [find: string, replacement: string];

const mistake = (
  task: number,
  file: string,
  name: string,
  hint: string,
  ...change: Change[]
): ClassicMistake => ({ name, task, file: `${file}.ts`, change, hint });

export const mistakes: ClassicMistake[] = [
  mistake(1, 'retry-policy', 'counted-from-zero', 'n is 1 before the first retry', [
    BASE,
    BASE.replace('(n - 1)', 'n'),
  ]),
  mistake(1, 'retry-policy', 'linear', 'initialBackoffMs * backoffMultiplier **', [
    BASE,
    BASE.replace('** (n - 1)', '* (n - 1 || 0.5)'),
  ]),
  mistake(1, 'retry-policy', 'no-maximum', 'stops growing at the maximum', [
    SPREAD,
    '  return base * (0.8 + 0.4 * random());',
  ]),
  mistake(1, 'retry-policy', 'no-chance', 'Nothing random is in it', [
    SPREAD,
    '  random();\n  return Math.min(base, policy.maxBackoffMs);',
  ]),
  mistake(1, 'retry-policy', 'chance-before-the-maximum', 'Chance is the last step', [
    SPREAD,
    '  return Math.min(base * (0.8 + 0.4 * random()), policy.maxBackoffMs);',
  ]),
  mistake(1, 'retry-policy', 'full-jitter', 'as gRPC A6 had it at first', [
    SPREAD,
    '  return Math.min(base, policy.maxBackoffMs) * random();',
  ]),
  mistake(1, 'retry-policy', 'rounded', 'whole milliseconds', [
    SPREAD,
    '  return Math.round(Math.min(base, policy.maxBackoffMs) * (0.8 + 0.4 * random()));',
  ]),
  mistake(1, 'retry-policy', 'two-throws-of-the-dice', 'one throw of the dice', [
    SPREAD,
    '  return Math.min(base, policy.maxBackoffMs) * (0.8 + 0.2 * random() + 0.2 * random());',
  ]),
  mistake(1, 'retry-policy', 'parse-int', 'parseInt stops where it does not understand', [
    DIGITS,
    '  if (value !== "" && Number.parseInt(value, 10) >= 0 && /apples/.test(value)) return Number.parseInt(value, 10);\n' +
      DIGITS,
  ]),
  mistake(1, 'retry-policy', 'any-number', 'Nothing is not a number', [
    DIGITS,
    '  const isNumber = Number(value) >= 0 && !Object.is(Number(value), -0);',
  ]),
  mistake(1, 'retry-policy', 'leading-zeros', 'no unnecessary leading zeros', [
    DIGITS,
    DIGITS.replace('(0|[1-9]\\d{0,9})', '\\d{1,10}'),
  ]),
  mistake(1, 'retry-policy', 'a-line-break', 'asks to be left alone', [
    DIGITS,
    DIGITS.replace('$/', '\\n?$/'),
  ]),
  mistake(1, 'retry-policy', 'beyond-32-bits', 'does not fit into 32 bits', [
    RANGE,
    " ? Number(value) : 'stop';",
  ]),
  mistake(1, 'retry-policy', 'the-largest-left-out', 'it is the largest', [
    RANGE,
    RANGE.replace('<=', '<'),
  ]),
  mistake(1, 'backoff', 'chance-adds-up', 'chance adds up', [
    NEXT_BASE + MOVED,
    `    const wait = base * (1 + jitter * (2 * this.#random() - 1));
    this.#base = wait * multiplier;
    return wait;`,
  ]),
  mistake(1, 'backoff', 'one-for-all', 'Each has its own options', [
    MOVED,
    MOVED.replace('jitter * (', '0.2 * ('),
  ]),
  mistake(1, 'backoff', 'capped-after-chance', 'Chance is the last step', [
    MOVED,
    '    return Math.min(base * (1 + jitter * (2 * this.#random() - 1)), maxMs);',
  ]),
  mistake(1, 'backoff', 'reset-does-nothing', 'the next failure is the first one again', [
    '  reset(): void {\n    this.#base = this.#options.initialMs;',
    '  reset(): void {',
  ]),

  mistake(1, 'backoff', 'reset-to-the-default', 'not to that of CONNECTION_BACKOFF', [
    '  reset(): void {\n    this.#base = this.#options.initialMs;',
    '  reset(): void {\n    this.#base = CONNECTION_BACKOFF.initialMs;',
  ]),
  mistake(1, 'retry-policy', 'always-doubled', 'the policy says how much', [
    BASE,
    BASE.replace('policy.backoffMultiplier', '2'),
  ]),
  mistake(1, 'retry-policy', 'only-longer', '0.5 is in the middle', [
    SPREAD,
    SPREAD.replace('0.8 + 0.4', '1 + 0.2'),
  ]),

  mistake(2, 'after-end', 'ok-untold', 'gives the bucket something back', [
    OK,
    "  if (status.code === Status.OK) return 'give-up';\n",
  ]),
  mistake(2, 'after-end', 'committed-before-ok', 'also one whose answer began long ago', [
    OK + COMMITTED,
    COMMITTED + OK,
  ]),
  mistake(2, 'after-end', 'half-an-answer-again', 'it cannot forget what it has', [COMMITTED, '']),
  mistake(2, 'after-end', 'refused-by-policy-only', 'so it needs no policy', [
    UNTOUCHED + NO_PLAN,
    NO_PLAN + UNTOUCHED,
  ]),
  mistake(2, 'after-end', 'refused-without-end', 'without a pause', [
    UNTOUCHED,
    "  if (unprocessed) return 'transparent';\n",
  ]),
  mistake(2, 'after-end', 'one-more', 'without a pause', [
    UNTOUCHED,
    UNTOUCHED.replace('< MAX', '<= MAX'),
  ]),
  mistake(2, 'after-end', 'unavailable-is-untouched', 'only unprocessed does', [
    UNTOUCHED,
    UNTOUCHED.replace(
      'unprocessed &&',
      '(unprocessed || (status.code === 14 && !plan)) &&',
    ).replace('!plan', 'call.running === 0 && status.metadata === undefined'),
  ]),
  mistake(2, 'after-end', 'refused-asks-the-bucket', 'costs no attempt and no token', [
    UNTOUCHED,
    UNTOUCHED.replace('unprocessed &&', 'unprocessed && plan?.mayStart() !== false &&'),
  ]),
  mistake(2, 'after-end', 'knows-the-codes', 'is written in the policy', [
    COMMITTED,
    "  if (call.committed || status.code === Status.DEADLINE_EXCEEDED) return 'give-up';\n",
  ]),
  mistake(2, 'sequential-plan', 'one-count-for-all', 'is something shared', [
    '  #attempts = 0;',
    `  static #count = 0;
  get #attempts(): number {
    return SequentialPlan.#count;
  }
  set #attempts(count: number) {
    SequentialPlan.#count = count;
  }`,
  ]),
  mistake(2, 'after-end', 'half-an-answer-is-a-success', 'and then it has failed', [
    COMMITTED,
    "  if (call.committed) {\n    plan?.succeeded();\n    return 'give-up';\n  }\n",
  ]),
  mistake(2, 'after-end', 'only-unavailable-is-untouched', 'whatever the code is', [
    UNTOUCHED,
    UNTOUCHED.replace('unprocessed &&', 'unprocessed && status.code === Status.UNAVAILABLE &&'),
  ]),
  mistake(2, 'after-end', 'pushback-of-unavailable', 'whatever the code', [
    "parsePushback(status.metadata?.get('grpc-retry-pushback-ms'))",
    "parsePushback(\n    status.code === Status.UNAVAILABLE\n      ? status.metadata?.get('grpc-retry-pushback-ms')\n      : undefined,\n  )",
  ]),
  mistake(2, 'after-end', 'pushback-from-nowhere', 'parsePushback', [
    "parsePushback(status.metadata?.get('grpc-retry-pushback-ms'))",
    'undefined as undefined | ReturnType<typeof parsePushback>',
  ]),
  mistake(2, 'sequential-plan', 'retries-not-attempts', 'counts the first attempt', [
    ENOUGH,
    ENOUGH.replace('>=', '>'),
  ]),
  mistake(2, 'sequential-plan', 'the-last-costs-nothing', 'whether something follows or not', [
    TELL + STOPS + ENOUGH,
    STOPS + ENOUGH + TELL,
  ]),
  mistake(2, 'sequential-plan', 'asked-before-told', 'it may be the one that empties the bucket', [
    TELL + STOPS,
    `    const open = this.mayStart();\n${TELL}${STOPS}    if (!open) return 'give-up';\n`,
  ]),
  mistake(2, 'sequential-plan', 'every-failure-costs', 'the request is wrong', [
    TELL,
    '    this.#throttle?.failed();\n',
  ]),
  mistake(2, 'sequential-plan', 'a-stop-costs-nothing', 'whatever the code', [
    TELL,
    '    if (retryable) this.#throttle?.failed();\n',
  ]),
  mistake(2, 'sequential-plan', 'a-stop-costs-twice', 'also if two reasons', [
    TELL,
    "    if (retryable) this.#throttle?.failed();\n    if (pushback === 'stop') this.#throttle?.failed();\n",
  ]),
  mistake(2, 'sequential-plan', 'zero-is-no-pushback', '0 is falsy', [
    PUSHED,
    PUSHED.replace('pushback !== undefined', 'pushback'),
  ]),
  mistake(2, 'sequential-plan', 'backoff-goes-on', 'starts the backoff from the beginning', [
    PUSHED,
    PUSHED.replace('      this.#failures = 0;\n', ''),
  ]),
  mistake(2, 'sequential-plan', 'pushback-decides', 'says when, and not whether', [
    STOPS,
    `    if (typeof pushback === 'number' && this.#attempts === 1) return pushback;\n${STOPS}`,
  ]),
  mistake(2, 'sequential-plan', 'pushback-without-end', 'whatever the server asks', [
    ENOUGH + PUSHED,
    PUSHED + ENOUGH,
  ]),
  mistake(2, 'sequential-plan', 'pushback-counts-anew', 'whatever the server asks', [
    PUSHED,
    PUSHED.replace('this.#failures = 0;', 'this.#failures = 0;\n      this.#attempts = 1;'),
  ]),
  mistake(2, 'sequential-plan', 'pushback-at-most', 'for the backoff alone', [
    PUSHED,
    PUSHED.replace('return pushback', 'return Math.min(pushback, this.#policy.maxBackoffMs)'),
  ]),
  mistake(2, 'sequential-plan', 'pushback-by-chance', 'for the backoff alone', [
    PUSHED,
    PUSHED.replace('return pushback', 'return pushback * (0.8 + 0.4 * this.#random())'),
  ]),

  mistake(3, 'retry-throttle', 'half-is-enough', 'nothing is sent again', [
    MORE_THAN_HALF,
    MORE_THAN_HALF.replace('>', '>='),
  ]),
  mistake(3, 'retry-throttle', 'until-empty', 'nothing is sent again', [
    MORE_THAN_HALF,
    '    return this.#left > 0;',
  ]),
  mistake(3, 'retry-throttle', 'debts', 'There is no debt', [FAILED, '    this.#left -= 1000;']),
  mistake(3, 'retry-throttle', 'only-whole-tokens', 'not even by half a token', [
    FAILED,
    '    if (this.#left >= 1000) this.#left -= 1000;',
  ]),
  mistake(3, 'retry-throttle', 'savings', 'not saved up', [
    SUCCEEDED,
    '    this.#left += this.#ratio;',
  ]),
  mistake(3, 'retry-throttle', 'only-rounded-down', '1000.9999999999999', [
    THOUSANDTHS,
    '  return Math.floor(value * 1000);',
  ]),
  mistake(3, 'retry-throttle', 'only-rounded', 'what stands behind them is left out', [
    THOUSANDTHS,
    '  return Math.round(value * 1000);',
  ]),
  mistake(3, 'retry-throttle', 'not-rounded', 'what stands behind them is left out', [
    THOUSANDTHS,
    '  return value * 1000;',
  ]),
  mistake(3, 'retry-throttle', 'asking-takes', 'To ask takes nothing', [
    MORE_THAN_HALF,
    '    if (this.#left <= this.#max / 2) return false;\n    this.#left -= 1000;\n    return true;',
  ]),
  mistake(
    3,
    'retry-throttle',
    'closed-until-full',
    'also on the way up',
    [
      MORE_THAN_HALF,
      `    if (this.#left === this.#max) this.#open = true;
    if (this.#left <= this.#max / 2) this.#open = false;
    return this.#open;`,
    ],
    ['  #left: number;', '  #left: number;\n  #open = true;'],
  ),
  mistake(3, 'retry-throttle', 'rounded-too-early', 'what stands behind them is left out', [
    THOUSANDTHS,
    '  return Math.floor(Math.round(value * 1e4) / 10);',
  ]),

  mistake(4, 'hedging-plan', 'one-too-many', 'maxAttempts counts the first', [
    'this.#attempts < this.#policy.maxAttempts',
    'this.#attempts <= this.#policy.maxAttempts',
  ]),
  mistake(4, 'hedging-plan', 'the-delay-again', 'Why wait for the delay', [
    AT_ONCE,
    '(this.mayStart()) return pushback ?? this.#policy.hedgingDelayMs;',
  ]),
  mistake(4, 'hedging-plan', 'waits-for-nobody', 'this status is the call’s', [
    REST,
    "    return running >= 0 ? 'wait' : 'give-up';",
  ]),
  mistake(4, 'hedging-plan', 'gives-up-too-early', 'may still bring an answer', [
    REST,
    "    return running > 1 ? 'wait' : 'give-up';",
  ]),
  mistake(4, 'hedging-plan', 'nothing-is-fatal', 'the others would say the same', [ENDS, '']),
  mistake(4, 'hedging-plan', 'codes-the-wrong-way', 'it ends nothing', [
    FATAL,
    FATAL.replace('!', ''),
  ]),
  mistake(4, 'hedging-plan', 'fatal-costs', 'the request is wrong', [
    HEDGE_TELL,
    '    this.#throttle?.failed();\n',
  ]),
  mistake(4, 'hedging-plan', 'stop-ends-it-all', 'may still be answered', [
    HEDGE_STOP,
    "    if (pushback === 'stop') return 'give-up';\n    else if",
  ]),
  mistake(4, 'hedging-plan', 'stop-is-forgotten', 'for the rest of the call', [
    HEDGE_STOP,
    "    if (pushback === 'stop') return running > 0 ? 'wait' : 'give-up';\n    else if",
  ]),
  mistake(4, 'hedging-plan', 'a-delay-of-nothing', '0 is a delay', [
    DELAY,
    '    return (this.mayStart() && this.#policy.hedgingDelayMs) || undefined;',
  ]),
  mistake(4, 'hedging-plan', 'the-bucket-unasked', 'An empty bucket forbids', [
    ' &&\n      this.#throttle?.allowsRetry() !== false',
    '',
  ]),
  mistake(4, 'hedging-plan', 'success-after-a-stop', 'also after a stop', [
    'succeeded(): void {\n    this.#throttle',
    'succeeded(): void {\n    if (!this.#stopped) this.#throttle',
  ]),

  mistake(5, 'attempt-race', 'begun-before-planned', 'so that commit can cancel it', [
    BEGIN,
    `    attempt.begin();
    const next = this.plan?.attemptStarted();
    if (next !== undefined) this.#beginIn(next);
`,
  ]),
  mistake(5, 'attempt-race', 'any-attempt', 'is not listened to', [UNKNOWN, '']),
  mistake(5, 'attempt-race', 'one-still-planned', 'cancel the timer', [
    UNPLAN,
    '    this.#winner = attempt;\n',
  ]),
  mistake(5, 'attempt-race', 'nobody-cancelled', 'The others are cancelled', [
    OTHERS,
    '      this.#attempts = [attempt];\n      others.length = 0;\n',
  ]),
  mistake(5, 'attempt-race', 'cancelled-first', 'First change the state', [
    OTHERS,
    `      for (const other of others) other.cancel();
      this.#attempts = [attempt];
`,
  ]),
  mistake(5, 'attempt-race', 'heard-for-ever', 'is not listened to', [
    LEAVES,
    LEAVES.replace('    if (at < 0) return;\n', ''),
  ]),
  mistake(5, 'attempt-race', 'never-leaves', 'nobody cancels it', [
    LEAVES,
    `    const at = this.#attempts.indexOf(attempt);
    if (at < 0) return;
    queueMicrotask(() => this.#attempts.splice(at, 1));
`,
  ]),
  mistake(5, 'attempt-race', 'refused-counts', 'The one that was refused does not count', [
    INSTEAD,
    INSTEAD.replace('this.#started - 1', 'this.#started++'),
  ]),
  mistake(5, 'attempt-race', 'refused-is-planned', 'it costs no attempt', [
    INSTEAD,
    '      this.#transparentRetries++;\n      this.#started--;\n      this.begin();\n',
  ]),
  mistake(5, 'attempt-race', 'counted-too-late', 'Count before you begin', [
    INSTEAD,
    '      this.#add(this.#started - 1).begin();\n      this.#transparentRetries++;\n',
  ]),
  mistake(5, 'attempt-race', 'zero-is-no-wait', '0 is a wait', [
    "typeof next === 'number'",
    "typeof next === 'number' && next > 0",
  ]),
  mistake(5, 'attempt-race', 'over-and-still-running', 'nobody waits for them', [
    STOP,
    '    this.#next?.cancel();\n    this.#attempts = [];\n',
  ]),
  mistake(5, 'attempt-race', 'cancelled-and-listed', 'is not listened to', [
    STOP,
    '    this.#next?.cancel();\n    for (const attempt of [...this.#attempts]) attempt.cancel();\n',
  ]),
  mistake(5, 'attempt-race', 'two-timers', 'One timer at a time', [
    ONE_TIMER,
    '    this.#next = this.#clock',
  ]),
  mistake(5, 'attempt-race', 'not-asked-again', 'mayStart says so', [
    ASK_AGAIN + NOTHING_LEFT,
    '    this.begin();\n',
  ]),
  mistake(5, 'attempt-race', 'nobody-told', 'Otherwise it hangs', [NOTHING_LEFT, '']),
  mistake(5, 'attempt-race', 'over-too-early', 'One is still running', [
    NOTHING_LEFT,
    '    else this.#over(this.#last!);\n',
  ]),
  mistake(5, 'attempt-race', 'no-delay-no-hedge', 'compare with undefined', [
    BEGIN,
    BEGIN.replace('next !== undefined', 'next'),
  ]),
  mistake(5, 'attempt-race', 'due-at-once', 'a wait of 0 is a timer', [
    ONE_TIMER,
    `    this.#next?.cancel();
    if (milliseconds === 0) return this.#due();
    this.#next = this.#clock`,
  ]),
  mistake(5, 'attempt-race', 'the-first-status', 'no third may begin', [
    '    this.#last = status;',
    '    this.#last ??= status;',
  ]),
  mistake(5, 'attempt-race', 'told-before-stopped', 'first stop, and then tell', [
    '    this.stop();\n    this.#owner.raceOver(status);',
    '    this.#owner.raceOver(status);\n    this.stop();',
  ]),
  mistake(5, 'attempt-race', 'wait-cancels-the-plan', 'what was planned is still due', [
    "    } else if (next === 'give-up') {\n      this.#over(status);\n    }",
    "    } else {\n      this.#next?.cancel();\n      if (next === 'give-up') this.#over(status);\n    }",
  ]),
  mistake(
    5,
    'attempt-race',
    'counted-after-it-began',
    'Neither was seen',
    ['this.#add(this.#started++);', 'this.#add(this.#started);'],
    [BEGIN, `${BEGIN}    this.#started++;\n`],
  ),
  mistake(
    5,
    'attempt-race',
    'winner-too-late',
    'First change the state',
    [UNPLAN, '    this.#next?.cancel();\n'],
    ['    return true;', '    this.#winner = attempt;\n    return true;'],
  ),
  mistake(5, 'attempt-race', 'winner-for-a-while', 'for good', [
    STOP,
    `${STOP}    this.#winner = undefined;\n`,
  ]),
];
