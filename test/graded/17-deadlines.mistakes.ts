import type { ClassicMistake } from '#course/kit/mistake';

const AT = '  return timeoutMs === undefined ? NEVER : now + Math.max(0, timeoutMs);';
const LEFT = '  return deadline === NEVER ? undefined : Math.max(0, deadline - now);';
const LENT = '  const lent = lentMs === undefined ? NEVER : Math.floor(lentMs);';
const SHORTEST = '  const shortest = Math.max(0, Math.min(ownMs ?? NEVER, lent));';
const RESULT = '  return shortest === NEVER ? undefined : shortest;';
const CAME = '  if (came === undefined) return undefined;\n';
const SPENT = '  const left = Math.max(0, came - spentMs);';
const AMOUNT = '    const amount = Math.floor(left / milliseconds);';
const DIGITS = '    if (amount <= MAX_DIGITS_VALUE)';

const TICK =
  '    const tick = Math.max(Math.ceil(timed.deadline / DEADLINE_RESOLUTION_MS), this.#doneTick + 1);';
const BACK = '    if (first) first.previous = timed;\n';

const ARM = '    if (Math.min(tick, this.#doneTick + SLOTS) < this.#armedFor) this.#arm(now);';
const UNKNOWN = '    if (timed.slot === undefined) return;\n';
const UNLINK = `    if (timed.previous) timed.previous.next = timed.next;
    else this.#slots[timed.slot] = timed.next;
    if (timed.next) timed.next.previous = timed.previous;
`;
const FORGET = `    timed.slot = undefined;
    timed.previous = undefined;
    timed.next = undefined;
    this.#size--;
`;
const DISARM = '    if (this.#size === 0) this.#disarm();\n';
const FROM = '    const from = Math.max(this.#doneTick + 1, until - SLOTS + 1);';
const DUE = '        if (timed.deadline <= now) due.push(timed);';
const STILL_DUE = '        if (timed.slot === undefined || timed.deadline > now) continue;\n';
const TAKE_OFF = '        this.remove(timed);\n';
const TELL = '        timed.expired();\n';
const ARM_AGAIN = '      this.#arm(this.#clock.now());\n';
const DONE = '    this.#doneTick = Math.max(this.#doneTick, until);\n';
const IN_FRONT = `    timed.next = first;
    if (first) first.previous = timed;
    this.#slots[slot] = timed;
`;

const ABORTED = '  if (signal?.aborted) throw abortedError(signal);\n';
const CANCELLED = '  if (parent?.cancelled) throw endedWithParent(parent);\n';
const RELEASE_OWN = '    stopOwn?.();\n';
const RELEASE_PARENT = '    stopParent?.();\n';
const ON_OWN = '      release();\n      cancel(abortedError(signal));\n';
const ON_PARENT = '      release();\n      cancel(endedWithParent(parent));\n';
const LISTEN_PARENT = `  const stopParent =
    parent &&
    onAbort(parent.signal, () => {
${ON_PARENT}    });
`;
/** The same with a listener of its own, which stays if it is not called. */
const parentByEvent = (told: string, options: string) => `  const ended = () => {
${told}    cancel(endedWithParent(parent!));
  };
  parent?.signal.addEventListener('abort', ended, ${options});
  const stopParent = () => parent?.signal.removeEventListener('abort', ended);
`;

const ASK_FIRST = '  signal.throwIfAborted();\n';
const REJECT = '    release = onAbort(signal, () => reject(signal.reason));';
const RACE = '    return await Promise.race([work(signal), cancelled]);';
const LET_GO = `  } finally {
    release();
  }`;
const BREATH = '    await breathe();\n';
const ASK = '    call.signal.throwIfAborted();\n';
const WORK = '    await work(item);';
const LOOP = '  for (const item of items) {';

export const mistakes: ClassicMistake[] = [
  {
    name: 'zero-is-no-timeout',
    task: 1,
    file: 'time-left.ts',
    change: [[AT, '  return timeoutMs ? now + Math.max(0, timeoutMs) : NEVER;']],
    hint: 'Only undefined is none',
  },
  {
    name: 'a-moment-in-32-bits',
    task: 1,
    file: 'time-left.ts',
    change: [[AT, AT.replace('Math.max(0, timeoutMs)', '(Math.max(0, timeoutMs) | 0)')]],
    hint: 'do not fit into 32 bits',
  },
  {
    name: 'before-now',
    task: 1,
    file: 'time-left.ts',
    change: [[AT, AT.replace('Math.max(0, timeoutMs)', 'timeoutMs')]],
    hint: 'Below zero is zero',
  },
  {
    name: 'over-is-for-ever',
    task: 1,
    file: 'time-left.ts',
    change: [[LEFT, '  return deadline > now && deadline !== NEVER ? deadline - now : undefined;']],
    hint: 'undefined would say that there is no limit',
  },
  {
    name: 'left-below-zero',
    task: 1,
    file: 'time-left.ts',
    change: [[LEFT, LEFT.replace('Math.max(0, deadline - now)', 'deadline - now')]],
    hint: 'nothing is left: 0',
  },
  {
    name: 'never-is-a-number',
    task: 1,
    file: 'time-left.ts',
    change: [[LEFT, '  return Math.max(0, deadline - now);']],
    hint: 'there is no number of milliseconds',
  },
  {
    name: 'own-or-lent',
    task: 1,
    file: 'time-left.ts',
    change: [[SHORTEST, '  const shortest = Math.max(0, ownMs ?? lent);']],
    hint: 'it gets what is lent',
  },
  {
    name: 'lent-zero-is-nothing-lent',
    task: 1,
    file: 'time-left.ts',
    change: [[LENT, '  const lent = lentMs ? Math.floor(lentMs) : NEVER;']],
    hint: '|| takes it for nothing',
  },
  {
    name: 'own-zero-is-none',
    task: 1,
    file: 'time-left.ts',
    change: [[SHORTEST, SHORTEST.replace('ownMs ?? NEVER', 'ownMs || NEVER')]],
    hint: '|| takes it for nothing',
  },
  {
    name: 'zero-left-is-no-limit',
    task: 1,
    file: 'time-left.ts',
    change: [[RESULT, '  return shortest === NEVER ? undefined : shortest || undefined;']],
    hint: 'it is over',
  },
  {
    name: 'rounded-up',
    task: 1,
    file: 'time-left.ts',
    change: [[LENT, LENT.replace('floor', 'ceil')]],
    hint: 'more time than its parent: Math.floor',
  },
  {
    name: 'rounded-to-the-nearest',
    task: 1,
    file: 'time-left.ts',
    change: [[LENT, LENT.replace('floor', 'round')]],
    hint: 'more time than its parent: Math.floor',
  },
  {
    name: 'own-is-rounded-too',
    task: 1,
    file: 'time-left.ts',
    change: [[RESULT, '  return shortest === NEVER ? undefined : Math.floor(shortest);']],
    hint: 'nobody has lent it',
  },
  {
    name: 'infinity-goes-out',
    task: 1,
    file: 'time-left.ts',
    change: [
      [RESULT, '  return ownMs === undefined && lentMs === undefined ? undefined : shortest;'],
    ],
    hint: 'Infinity means no limit',
  },
  {
    name: 'header-rounded-up',
    task: 1,
    file: 'time-left.ts',
    change: [[AMOUNT, AMOUNT.replace('floor', 'ceil')]],
    hint: '220 would be more than there is',
  },
  {
    name: 'nine-digits',
    task: 1,
    file: 'time-left.ts',
    change: [[DIGITS, DIGITS.replace('<= MAX_DIGITS_VALUE', '<= MAX_DIGITS_VALUE + 1')]],
    hint: 'the grammar has eight',
  },
  {
    name: 'eight-digits-are-too-many',
    task: 1,
    file: 'time-left.ts',
    change: [[DIGITS, DIGITS.replace('<=', '<')]],
    hint: 'The first of UNITS in which eight digits are enough',
  },
  {
    name: 'less-than-nothing',
    task: 1,
    file: 'time-left.ts',
    change: [[SPENT, '  const left = came - spentMs;']],
    hint: 'less than nothing there is not',
  },
  {
    name: 'nonsense-is-zero',
    task: 1,
    file: 'time-left.ts',
    change: [[CAME, "  if (came === undefined) return '0m';\n"]],
    hint: 'nobody guesses a limit',
  },
  {
    name: 'tick-rounded-down',
    task: 2,
    file: 'deadline-wheel.ts',
    change: [[TICK, TICK.replace('ceil', 'floor')]],
    hint: 'Its time is over',
  },
  {
    name: 'into-a-tick-that-is-done',
    task: 2,
    file: 'deadline-wheel.ts',
    change: [[TICK, '    const tick = Math.ceil(timed.deadline / DEADLINE_RESOLUTION_MS);']],
    hint: 'the first tick that is not done',
  },
  {
    name: 'first-timer-stays',
    task: 2,
    file: 'deadline-wheel.ts',
    change: [[ARM, '    if (this.#timer === undefined) this.#arm(now);']],
    hint: 'also if that is added last',
  },
  {
    name: 'armed-for-each',
    task: 2,
    file: 'deadline-wheel.ts',
    change: [[ARM, '    this.#arm(now);']],
    hint: 'To set a timer for each call costs more',
  },
  {
    name: 'told-by-the-slot',
    task: 2,
    file: 'deadline-wheel.ts',
    change: [
      [DUE, '        due.push(timed);'],
      [STILL_DUE, '        if (timed.slot === undefined) continue;\n'],
    ],
    hint: 'are not due',
  },
  {
    name: 'one-turn-and-gone',
    task: 2,
    file: 'deadline-wheel.ts',
    change: [
      [DUE, '        due.push(timed);'],
      [STILL_DUE, '        if (timed.slot === undefined) continue;\n'],
      [TELL, '        if (timed.deadline <= now) timed.expired();\n'],
    ],
    hint: 'Those of later turns stay on the wheel',
  },
  {
    name: 'one-way-list',
    task: 2,
    file: 'deadline-wheel.ts',
    change: [[BACK, '']],
    hint: 'linked both ways',
  },
  {
    name: 'the-first-stays-first',
    task: 2,
    file: 'deadline-wheel.ts',
    change: [
      [
        UNLINK,
        `    if (timed.previous) timed.previous.next = timed.next;
    if (timed.next) timed.next.previous = timed.previous;
`,
      ],
    ],
    hint: 'joins its two neighbours',
  },
  {
    name: 'keeps-its-neighbours',
    task: 2,
    file: 'deadline-wheel.ts',
    change: [[FORGET, '    timed.slot = undefined;\n    this.#size--;\n']],
    hint: 'Leave it as it was before',
  },
  {
    name: 'removed-without-being-there',
    task: 2,
    file: 'deadline-wheel.ts',
    change: [
      [UNKNOWN, '    if (timed.slot === undefined) {\n      this.#size--;\n      return;\n    }\n'],
    ],
    hint: 'has no slot, and removing it does nothing',
  },
  {
    name: 'slot-0-is-none',
    task: 2,
    file: 'deadline-wheel.ts',
    change: [[UNKNOWN, '    if (!timed.slot) return;\n']],
    hint: '0 is falsy',
  },
  {
    name: 'tells-while-it-walks',
    task: 2,
    file: 'deadline-wheel.ts',
    change: [
      [
        DUE,
        '        if (timed.deadline > now) continue;\n        this.remove(timed);\n        timed.expired();',
      ],
    ],
    hint: 'has no next any more',
  },
  {
    name: 'timer-on-an-empty-wheel',
    task: 2,
    file: 'deadline-wheel.ts',
    change: [[DISARM, '']],
    hint: 'An empty wheel needs no timer',
  },
  {
    name: 'told-before-it-is-off',
    task: 2,
    file: 'deadline-wheel.ts',
    change: [[`${TAKE_OFF}${TELL}`, `${TELL}${TAKE_OFF}`]],
    hint: 'take it off',
  },
  {
    name: 'twice-after-a-sleep',
    task: 2,
    file: 'deadline-wheel.ts',
    change: [[FROM, '    const from = this.#doneTick + 1;']],
    hint: 'for after a turn the slots come again',
  },
  {
    name: 'only-the-tick-of-now',
    task: 2,
    file: 'deadline-wheel.ts',
    change: [[FROM, '    const from = until;']],
    hint: 'every tick since #doneTick',
  },
  {
    name: 'not-armed-again',
    task: 2,
    file: 'deadline-wheel.ts',
    change: [[ARM_AGAIN, '']],
    hint: 'is the timer set',
  },
  {
    name: 'tells-who-was-taken-off',
    task: 2,
    file: 'deadline-wheel.ts',
    change: [[STILL_DUE, '        if (timed.deadline > now) continue;\n']],
    hint: 'still on the wheel',
  },
  {
    name: 'tells-who-was-put-off',
    task: 2,
    file: 'deadline-wheel.ts',
    change: [[STILL_DUE, '        if (timed.slot === undefined) continue;\n']],
    hint: 'and still due',
  },
  {
    name: 'all-off-and-then-all-told',
    task: 2,
    file: 'deadline-wheel.ts',
    change: [
      [STILL_DUE, ''],
      [TAKE_OFF, ''],
      [DONE, `${DONE}    const off = (timed: DeadlineEntry) => this.remove(timed);\n`],
      ['    try {\n', '    due.forEach(off);\n    try {\n'],
    ],
    hint: 'still on the wheel',
  },
  {
    name: 'done-when-all-are-told',
    task: 2,
    file: 'deadline-wheel.ts',
    change: [
      [DONE, ''],
      [ARM_AGAIN, `  ${DONE}${ARM_AGAIN}`],
    ],
    hint: '#doneTick moves on before anybody is told',
  },
  {
    name: 'at-the-end-of-the-list',
    task: 2,
    file: 'deadline-wheel.ts',
    change: [
      [
        IN_FRONT,
        `    let last = first;
    while (last?.next) last = last.next;
    timed.previous = last;
    timed.next = undefined;
    if (last) last.next = timed;
    else this.#slots[slot] = timed;
`,
      ],
    ],
    hint: 'put it in front',
  },
  {
    name: 'walks-through-the-list',
    task: 2,
    file: 'deadline-wheel.ts',
    change: [
      [
        UNLINK,
        `    let one = this.#slots[timed.slot];
    while (one && one !== timed) one = one.next;
${UNLINK}`,
      ],
    ],
    hint: 'It knows its neighbours',
  },
  {
    name: 'only-listens',
    task: 3,
    file: 'cancellation.ts',
    change: [[ABORTED, '']],
    hint: 'A signal that has aborted fires no more',
  },
  {
    name: 'parent-not-asked',
    task: 3,
    file: 'cancellation.ts',
    change: [[CANCELLED, '']],
    hint: 'A signal that has aborted fires no more',
  },
  {
    name: 'listens-before-it-asks',
    task: 3,
    file: 'cancellation.ts',
    change: [
      [CANCELLED, ''],
      [LISTEN_PARENT, `${CANCELLED}${LISTEN_PARENT}`],
    ],
    hint: 'Ask both before you listen',
  },
  {
    name: 'parent-is-forgotten',
    task: 3,
    file: 'cancellation.ts',
    change: [[LISTEN_PARENT, '  const stopParent: (() => void) | undefined = undefined;\n']],
    hint: 'Listen to parent.signal, too',
  },
  {
    name: 'parent-is-kept',
    task: 3,
    file: 'cancellation.ts',
    change: [[RELEASE_PARENT, '']],
    hint: 'nobody listens to the other any more',
  },
  {
    name: 'once-is-not-both',
    task: 3,
    file: 'cancellation.ts',
    change: [
      [ON_OWN, '      cancel(abortedError(signal));\n'],
      [LISTEN_PARENT, parentByEvent('', '{ once: true }')],
    ],
    hint: 'A call ends once',
  },
  {
    name: 'a-listener-for-each-call',
    task: 3,
    file: 'cancellation.ts',
    change: [[LISTEN_PARENT, parentByEvent('    release();\n', '{}')]],
    hint: 'one listener for all',
  },
  {
    name: 'told-once-and-kept',
    task: 3,
    file: 'cancellation.ts',
    change: [
      [CANCELLED, `${CANCELLED}  let over = false;\n`],
      [ON_OWN, '      if (!over) cancel(abortedError(signal));\n      over = true;\n'],
      [ON_PARENT, '      if (!over) cancel(endedWithParent(parent));\n      over = true;\n'],
    ],
    hint: 'what is told once is over',
  },
  {
    name: 'tells-before-it-releases',
    task: 3,
    file: 'cancellation.ts',
    change: [
      [ON_OWN, '      cancel(abortedError(signal));\n      release();\n'],
      [ON_PARENT, '      cancel(endedWithParent(parent));\n      release();\n'],
    ],
    hint: 'Release first, then tell',
  },
  {
    name: 'another-function',
    task: 3,
    file: 'cancellation.ts',
    change: [[RELEASE_OWN, "    signal?.removeEventListener('abort', () => {});\n"]],
    hint: 'nobody listens to the other any more',
  },
  {
    name: 'parents-reason-lost',
    task: 3,
    file: 'cancellation.ts',
    change: [
      [ON_PARENT, ON_PARENT.replace('endedWithParent(parent)', 'abortedError(parent.signal)')],
    ],
    hint: 'has run out of time',
  },
  {
    name: 'no-release-for-nobody',
    task: 3,
    file: 'cancellation.ts',
    change: [[ABORTED, `  if (!signal && !parent) return undefined as never;\n${ABORTED}`]],
    hint: 'It returns the release',
  },
  {
    name: 'begun-for-nobody',
    task: 4,
    file: 'stop-work.ts',
    change: [[ASK_FIRST, '']],
    hint: 'Nothing is begun for nobody',
  },
  {
    name: 'waits-for-the-work',
    task: 4,
    file: 'stop-work.ts',
    change: [
      [
        RACE,
        '    const result = await work(signal);\n    signal.throwIfAborted();\n    return result;',
      ],
    ],
    hint: 'nobody has anything to wait for',
  },
  {
    name: 'listens-for-ever',
    task: 4,
    file: 'stop-work.ts',
    change: [[LET_GO, '  } finally {\n    // It is over.\n  }']],
    hint: 'A listener that stays on the signal',
  },
  {
    name: 'released-only-when-it-went-well',
    task: 4,
    file: 'stop-work.ts',
    change: [
      [
        RACE,
        '    const result = await Promise.race([work(signal), cancelled]);\n    release();\n    return result;',
      ],
      [LET_GO, '  } finally {\n    // It is over.\n  }'],
    ],
    hint: 'whatever has come first',
  },
  {
    name: 'a-reason-of-its-own',
    task: 4,
    file: 'stop-work.ts',
    change: [[REJECT, REJECT.replace('signal.reason', "new Error('cancelled')")]],
    hint: 'What is thrown is signal.reason',
  },
  {
    name: 'resolved-with-nothing',
    task: 4,
    file: 'stop-work.ts',
    change: [
      ['new Promise<never>((_, reject) => {', 'new Promise<never>((resolve) => {'],
      [REJECT, REJECT.replace('reject(signal.reason)', 'resolve(undefined as never)')],
    ],
    hint: 'Nobody waits any more',
  },
  {
    name: 'work-without-a-signal',
    task: 4,
    file: 'stop-work.ts',
    change: [[RACE, RACE.replace('work(signal)', '(work as () => T)()')]],
    hint: 'it may listen',
  },
  {
    name: 'asks-before-the-breath',
    task: 4,
    file: 'stop-work.ts',
    change: [[`${BREATH}${ASK}`, `${ASK}${BREATH}`]],
    hint: 'Ask after the breath',
  },
  {
    name: 'asks-once',
    task: 4,
    file: 'stop-work.ts',
    change: [
      [ASK, ''],
      [LOOP, `  call.signal.throwIfAborted();\n${LOOP}`],
    ],
    hint: 'The breath is when one hears of it',
  },
  {
    name: 'never-takes-a-breath',
    task: 4,
    file: 'stop-work.ts',
    change: [[BREATH, '']],
    hint: 'a breath before each of them',
  },
  {
    name: 'breath-not-awaited',
    task: 4,
    file: 'stop-work.ts',
    change: [[BREATH, '    breathe();\n']],
    hint: 'Await the breath',
  },
  {
    name: 'item-not-awaited',
    task: 4,
    file: 'stop-work.ts',
    change: [[WORK, '    work(item);']],
    hint: 'each awaited',
  },
  {
    name: 'stops-without-a-word',
    task: 4,
    file: 'stop-work.ts',
    change: [[ASK, '    if (call.cancelled) return;\n']],
    hint: 'Nobody waits any more',
  },
  {
    name: 'a-listener-for-each-work',
    task: 4,
    file: 'stop-work.ts',
    change: [
      [
        REJECT,
        `    const stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop);
    release = () => signal.removeEventListener('abort', stop);`,
      ],
    ],
    hint: 'one listener for all',
  },
  {
    name: 'never-settles',
    task: 4,
    file: 'stop-work.ts',
    change: [[RACE, '    return await cancelled;']],
    hint: 'Whichever comes first settles it',
  },
  {
    name: 'list-awaited',
    task: 4,
    file: 'stop-work.ts',
    change: [[LOOP, '  for await (const item of items) {']],
    hint: 'for await takes the items apart',
  },
  {
    name: 'list-collected',
    task: 4,
    file: 'stop-work.ts',
    change: [[LOOP, '  for (const item of [...items]) {']],
    hint: 'do not collect them',
  },
];
