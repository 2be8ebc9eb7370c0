import type { Equivalent } from '#course/kit/equivalent';

export const equivalents: Equivalent[] = [
  {
    file: 'status-board.ts',
    task: 1,
    changes: [
      `if (status === undefined) throw refusal(Status.NOT_FOUND, \`no service '\${excerpt(service)}'\`); → if (status === undefined) throw refusal(Status.NOT_FOUND, \`\${excerpt(service)}'\`);`,
      `if (status === undefined) throw refusal(Status.NOT_FOUND, \`no service '\${excerpt(service)}'\`); → if (status === undefined) throw refusal(Status.NOT_FOUND, \`no service '\${excerpt(service)}\`);`,
    ],
    reason: 'The words of the text are free, as long as the name is in it.',
  },
  {
    file: 'graceful-end.ts',
    task: 3,
    changes: ['this.#errors.push(thrown); → this.#errors.unshift(thrown);'],
    reason: 'It is the first step, and the list is empty.',
  },
  {
    file: 'graceful-end.ts',
    task: 3,
    changes: ['this.#timer?.cancel(); → this.#timer.cancel();'],
    reason: 'From the first signal on there is a timer, or one that was there.',
  },
];
