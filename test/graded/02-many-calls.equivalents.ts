import type { Equivalent } from '#course/kit/equivalent';

export const equivalents: Equivalent[] = [
  {
    file: 'call-table.ts',
    task: 1,
    changes: ['const id = ++this.#lastId; → const id = --this.#lastId;'],
    reason: 'An id has to be another one for each call, and may be negative.',
  },
  {
    file: 'call-table.ts',
    task: 1,
    changes: ['this.#take(id)?.reject(failure); → this.#take(id).reject(failure);'],
    reason: 'Who sends and then throws has not answered the call, so it is still in the table.',
  },
  {
    file: 'call-table.ts',
    task: 3,
    changes: ['this.#take(id)?.reject(error); → this.#take(id).reject(error);'],
    reason: 'A call that leaves the table cancels its timer, so the timer always finds its call.',
  },
  {
    file: 'call-table.ts',
    task: 4,
    changes: ['this.#lost ??= lost; → this.#lost = lost;'],
    reason: 'Which of two reasons is told after a second loss is left open.',
  },
  {
    file: 'call-table.ts',
    task: 4,
    changes: [
      'for (const id of [...this.#calls.keys()]) this.#take(id)?.reject(lost); → for (const id of this.#calls.keys()) this.#take(id)?.reject(lost);',
      'for (const id of [...this.#calls.keys()]) this.#take(id)?.reject(lost); → for (const id of [...this.#calls.keys()]) this.#take(id).reject(lost);',
    ],
    reason:
      'A Map may lose the entry that it stands at, and nothing is added meanwhile: callers hear of it a turn later.',
  },
  {
    file: 'reply-cache.ts',
    task: 5,
    changes: [
      'const [oldest = key] = this.#replies.keys(); → const [oldest = oldest] = this.#replies.keys();',
    ],
    reason: 'A memory that holds more than its capacity has a first key: no other is ever taken.',
  },
];
