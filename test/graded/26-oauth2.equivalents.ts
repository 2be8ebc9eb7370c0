// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are programs’ text
import type { Equivalent } from '#course/kit/equivalent';

export const equivalents: Equivalent[] = [
  {
    file: 'scopes.ts',
    task: 3,
    changes: [
      'if (!Object.hasOwn(given, name)) throw new RangeError(`nobody says what ${name} needs`); → if (!Object.hasOwn(rules, name)) throw new RangeError(`nobody says what ${name} needs`);',
      'const scope = given[name]!; → const scope = rules[name]!;',
      'for (const name of Object.keys(given)) { → for (const name of Object.keys(rules)) {',
    ],
    reason: 'given and rules are the same object under two types.',
  },
  {
    file: 'introspection-cache.ts',
    task: 4,
    changes: [
      'this.#refused.keep(token, true, asked + this.#refusedMs); → this.#refused.keep(token, false, asked + this.#refusedMs);',
    ],
    reason: 'Of a bad token one only asks whether it is there.',
  },
];
