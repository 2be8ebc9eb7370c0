import type { Equivalent } from '#course/kit/equivalent';

const SLOTS = 'if (this.#slots.length === 0) this.#slots = new Array(SLOTS).fill(undefined);';
const FROM = 'const from = Math.max(this.#doneTick + 1, until - SLOTS + 1);';

export const equivalents: Equivalent[] = [
  {
    file: 'time-left.ts',
    task: 1,
    names: true,
    changes: [
      'const shortest = Math.max(0, Math.min(ownMs ?? NEVER, lent)); → const shortest = Math.max(0, Math.min(ownMs ?? lent, lent));',
    ],
    reason: 'The smaller of what is lent and what is lent.',
  },
  {
    file: 'time-left.ts',
    task: 1,
    changes: ['if (came === undefined) return undefined; → if (false) return undefined;'],
    reason: 'Then it goes on with NaN, which fits into no unit, and comes to the same end.',
  },
  {
    file: 'time-left.ts',
    task: 1,
    names: true,
    changes: [
      'if (came === undefined) return undefined; → if (spentMs === undefined) return undefined;',
      'if (came === undefined) return undefined; → if (MAX_DIGITS_VALUE === undefined) return undefined;',
    ],
    reason: 'Then it goes on with NaN, which fits into no unit, and comes to the same end.',
  },
  {
    file: 'deadline-wheel.ts',
    task: 2,
    changes: [
      `${SLOTS} → if (false) this.#slots = new Array(SLOTS).fill(undefined);`,
      `${SLOTS} → if (this.#slots.length === 0) ;`,
      `${SLOTS} → if (this.#slots.length === 0) this.#slots = new Array(SLOTS);`,
    ],
    reason: 'An array of JavaScript grows, and what was never set is undefined. It is for speed.',
  },
  {
    file: 'deadline-wheel.ts',
    task: 2,
    changes: [
      'if (Math.min(tick, this.#doneTick + SLOTS) < this.#armedFor) this.#arm(now); → if (Math.min(tick) < this.#armedFor) this.#arm(now);',
    ],
    reason:
      'A timer that is set is set for a tick of this turn, which is before any of a later one.',
  },
  {
    file: 'deadline-wheel.ts',
    task: 2,
    changes: [
      `${FROM} → const from = Math.max(this.#doneTick - 1, until - SLOTS + 1);`,
      `${FROM} → const from = Math.max(this.#doneTick, until - SLOTS + 1);`,
      `${FROM} → const from = Math.max(1, until - SLOTS + 1);`,
      `${FROM} → const from = Math.max(this.#doneTick + 0, until - SLOTS + 1);`,
    ],
    reason: 'It looks at more slots, none of them twice; nobody is due there.',
  },
  {
    file: 'deadline-wheel.ts',
    task: 2,
    changes: [
      `${FROM} → const from = Math.max(this.#doneTick + 1, until - SLOTS - 1);`,
      `${FROM} → const from = Math.max(this.#doneTick + 1, until - SLOTS);`,
      `${FROM} → const from = Math.max(this.#doneTick + 1, until - SLOTS + 0);`,
    ],
    reason: 'It looks at a slot or two twice. Whoever is due there is told once, and off by then.',
  },
  {
    file: 'deadline-wheel.ts',
    task: 2,
    changes: ['if (timed.deadline <= now) due.push(timed); → if (true) due.push(timed);'],
    reason: 'Each is asked again before it is told. Here it keeps the list short.',
  },
  {
    file: 'deadline-wheel.ts',
    task: 2,
    changes: [
      'if (timed.deadline <= now) due.push(timed); → if (timed.deadline <= now) due.unshift(timed);',
    ],
    reason: 'Those that are due at one moment are told in any order.',
  },
];
