import type { Equivalent } from '#course/kit/equivalent';

export const equivalents: Equivalent[] = [
  {
    file: 'in-order.ts',
    task: 1,
    changes: [
      'const isDone = first?.then(() => true); → const isDone = first;',
      'const isRead = reading?.then(() => false); → const isRead = reading?.then(() => undefined);',
    ],
    reason: 'What has settled is an object and counts as true; undefined counts as false.',
  },
  {
    file: 'batches.ts',
    task: 2,
    changes: ['timer = undefined; → ;'],
    reason: 'To cancel a timer once more does nothing.',
  },
  {
    file: 'room.ts',
    task: 3,
    changes: ['for (const seated of [...this.#seated]) { → for (const seated of this.#seated) {'],
    reason:
      'A Set may lose members while one goes through it; whether one that joins meanwhile hears the line is left open.',
  },
  {
    file: 'room.ts',
    task: 3,
    changes: [
      'full.map((seated) => new Promise<void>((resolve) => seated.waiting.push(resolve))), → full.map((seated) => new Promise<void>((resolve) => seated.waiting.unshift(resolve))),',
    ],
    reason: 'In which order those go on who wait for the same member is left open.',
  },
  {
    file: 'room.ts',
    task: 3,
    changes: [
      'for (const resolve of seated.waiting.splice(0)) resolve(); → for (const resolve of seated.waiting) resolve();',
    ],
    reason: 'A promise that has resolved hears nothing of a second time; nobody sees the list.',
  },
  {
    file: 'converse.ts',
    task: 4,
    changes: ["if (isOver || !('error' in sent)) return; → if (isOver) return;"],
    reason: 'Sending ends well only when all is over.',
  },
  {
    file: 'converse.ts',
    task: 4,
    changes: ['} finally { stop(); } → } finally {}', 'stop(); → ;'],
    reason: 'Who leaves has cancelled the call, and its end stops the sending, too.',
  },
];
