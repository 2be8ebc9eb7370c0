import type { Equivalent } from '#course/kit/equivalent';

export const equivalents: Equivalent[] = [
  {
    file: 'send-all.ts',
    task: 2,
    changes: [
      'if (call.cancelled) return; → if (call.writableAborted) return;',
      'if (call.cancelled) return; → if (call.destroyed) return;',
      'if (call.cancelled) return; → if (call.closed) return;',
    ],
    reason:
      'grpc-js sets cancelled, says so, and destroys the stream, in this order and without a pause (its server.js, onCancel); while the search runs nobody but that destroys it.',
  },
  {
    file: 'receive.ts',
    task: 3,
    changes: ['if (!failure && !left) throw error; → if (!failure) throw error;'],
    reason:
      'Who leaves cancels the call, and so there is a failure before the loop that reads can throw.',
  },
  {
    file: 'receive.ts',
    task: 3,
    changes: ['await messages.return(); → messages.return();'],
    reason: 'Whether return() or the next() that waits ends first is left open.',
  },
  {
    file: 'receive.ts',
    task: 3,
    changes: ['return { done: true, value: undefined }; → return { done: true };'],
    reason: 'A value that is absent reads as undefined.',
  },
  {
    file: 'message-queue.ts',
    task: 5,
    changes: [
      'waiting.resolve({ value: this.#decode(payload), done: false }); → waiting.resolve({ value: this.#decode(payload) });',
      'waiting.resolve(error ? rejection(error) : { value: undefined, done: true }); → waiting.resolve(error ? rejection(error) : { done: true });',
      'return Promise.resolve({ value: this.#decode(payload), done: false }); → return Promise.resolve({ value: this.#decode(payload) });',
      'return Promise.resolve({ value: undefined, done: true }); → return Promise.resolve({ done: true });',
    ],
    reason: 'In a result of an iterator, what is absent reads as undefined, and done as false.',
  },
  {
    file: 'message-queue.ts',
    task: 5,
    changes: [
      'for (const waiting of this.#waiting.splice(0)) { → for (const waiting of this.#waiting) {',
    ],
    reason:
      'Nobody looks at those who waited after the end: it comes once, push() throws away then, and next() does not wait.',
  },
];
