// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are programs' text
import type { Equivalent } from '#course/kit/equivalent';

export const equivalents: Equivalent[] = [
  {
    file: 'emit-types.ts',
    task: 1,
    changes: ["case 'optional': → case '':", "return 'undefined'; → return;"],
    reason: 'In the text that is emitted undefined is printed as undefined.',
  },
  {
    file: 'emit-types.ts',
    task: 1,
    changes: [
      "return type.endsWith('64') ? '0n' : '0'; → return type.includes('64') ? '0n' : '0';",
    ],
    reason: 'All types with a 64 in their name end with it.',
  },
  {
    file: 'emit-types.ts',
    task: 3,
    changes: [
      "return `${oneof}?:\\n${cases.join('\\n')};`; → return `${oneof}?:\\n${cases.join('\\n')}`;",
      "return `${oneof}?:\\n${cases.join('\\n')};`; → return `${oneof}?:\\n${cases.join('')};`;",
    ],
    reason: 'TypeScript needs neither: each case begins with |, and a line break ends a property.',
  },
  {
    file: 'emit-service.ts',
    task: 5,
    changes: [
      'return `${comment(method)}${method.name}(${taken}, options?: Options): ${given};`; → return `${comment(method)}${method.name}(${taken}, options?: Options): ${given}`;',
      'return `${comment(method)}${method.name}(${taken}, context: Context): ${given};`; → return `${comment(method)}${method.name}(${taken}, context: Context): ${given}`;',
    ],
    reason: 'A line break ends a member of an interface as well as a semicolon.',
  },
];
