import type { Equivalent } from '#course/kit/equivalent';

export const equivalents: Equivalent[] = [
  {
    file: 'interceptor.ts',
    task: 2,
    changes: [
      'if (result.done) return { value: undefined, done: true }; → if (result.done) return { done: true };',
      'return { value: await this.#each(result.value), done: false }; → return { value: await this.#each(result.value) };',
      'return { value: undefined, done: true }; → return { done: true };',
    ],
    reason: 'In a result of an iterator, what is absent reads as undefined, and done as false.',
  },
  {
    file: 'interceptor.ts',
    task: 2,
    changes: ['closeIterator(this.#open()); → closeIterator(this);'],
    reason: 'To leave this stream is to leave its source.',
  },
];
