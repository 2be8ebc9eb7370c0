import type { Equivalent } from '#course/kit/equivalent';

export const equivalents: Equivalent[] = [
  {
    file: 'metadata-rules.ts',
    task: 1,
    changes: [
      "if (first === 0x67 && name.startsWith('grpc-')) return PASSED_ON.has(name); → if (name.startsWith('grpc-')) return PASSED_ON.has(name);",
    ],
    reason: 'What begins with grpc- begins with a g: to ask that first is only faster.',
  },
  {
    file: 'metadata-rules.ts',
    task: 1,
    changes: ['const key = String(name).toLowerCase(); → const key = name.toLowerCase();'],
    reason: 'A name is a text, by its type.',
  },
  {
    file: 'metadata.ts',
    task: 2,
    changes: [
      'return value !== undefined && this.#isUndecoded(i, value) → return this.#isUndecoded(i, value)',
    ],
    reason: 'Only a text is undecoded, and undefined is none.',
  },
  {
    file: 'metadata.ts',
    task: 2,
    changes: [
      '? decodeBase64List(value, 1)[0] → ? decodeBase64List(value)[0]',
      '? decodeBase64List(value, 1)[0] → ? decodeBase64List(value, 2)[0]',
    ],
    reason:
      'The first is the same. To decode the others too costs what getAll costs, and MAX_LIST_VALUES bounds that.',
  },
  {
    file: 'metadata.ts',
    task: 2,
    changes: [
      'for (let i = this.#names.length - 1; i >= 0; i--) { → for (let i = this.#names.length + 1; i >= 0; i--) {',
      'for (let i = this.#names.length - 1; i >= 0; i--) { → for (let i = this.#names.length; i >= 0; i--) {',
      'for (let i = this.#names.length - 1; i >= 0; i--) { → for (let i = this.#names.length - 0; i >= 0; i--) {',
    ],
    reason: 'Behind the end there is no name that could be the one.',
  },
  {
    file: 'metadata.ts',
    task: 4,
    changes: [
      'this.#listed += countBase64List(value, MAX_LIST_VALUES + 1); → this.#listed += countBase64List(value);',
      'this.#listed += countBase64List(value, MAX_LIST_VALUES + 1); → this.#listed += countBase64List(value, MAX_LIST_VALUES + 2);',
    ],
    reason: 'One more than MAX_LIST_VALUES is too many, however many more there are.',
  },
];
