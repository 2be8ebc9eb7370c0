import type { Equivalent } from '#course/kit/equivalent';

export const equivalents: Equivalent[] = [
  {
    file: 'body.ts',
    task: 4,
    changes: ['this.#inHand = chunk.length; → this.#inHand = chunk.byteLength;'],
    reason: 'In a Uint8Array both are the number of bytes.',
  },
  {
    file: 'send-queue.ts',
    task: 2,
    changes: [
      'if (this.#starved.first !== undefined) this.#sender.announce(); → if (true) this.#sender.announce();',
    ],
    reason: 'The outlet may be told that there is work as often as one likes: pump finds nobody.',
  },
  {
    file: 'send-queue.ts',
    task: 2,
    changes: ['stream.line?.remove(stream); → stream.line.remove(stream);'],
    reason: 'Whose turn it is stands in a line: #nextTurn takes nobody from elsewhere.',
  },
  {
    file: 'send-queue.ts',
    task: 2,
    changes: ['return starved ?? this.#ready.first; → return starved || this.#ready.first;'],
    reason: 'A stream is an object or undefined.',
  },
  {
    file: 'body.ts',
    task: 4,
    changes: [
      'return { value: chunk, done: false }; → return { value: chunk };',
      'return { value: undefined, done: true }; → return { done: true };',
    ],
    reason: 'In a result of an iterator, what is absent reads as undefined, and done as false.',
  },
];
