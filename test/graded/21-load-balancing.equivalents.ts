import type { Equivalent } from '#course/kit/equivalent';

export const equivalents: Equivalent[] = [
  {
    file: 'subchannels.ts',
    task: 1,
    changes: [
      'const subchannel = kept ?? this.#create(address); → const subchannel = kept || this.#create(address);',
    ],
    reason: 'A subchannel is an object, and no object is false.',
  },
  {
    file: 'rotation.ts',
    task: 2,
    changes: [
      'pick: () => (ready.length === 0 ? undefined : ready[this.#turn++ % ready.length]), → pick: () => (ready[this.#turn++ % ready.length]),',
    ],
    reason:
      'What is left after division by 0 is NaN, and there is nothing at that place: undefined. That the turn moves on is of no matter, since nobody had one.',
  },
  {
    file: 'choices.ts',
    task: 3,
    changes: [
      'if (best === undefined || inFlight.of(candidate) < inFlight.of(best)) best = candidate; → if (best === undefined || inFlight.of(candidate) <= inFlight.of(best)) best = candidate;',
    ],
    reason:
      'Of those that are as busy it takes the last that was drawn, and the order is by chance.',
  },
  {
    file: 'joint-state.ts',
    task: 4,
    changes: [
      "return BEST_FIRST.find((state) => present.has(state)) ?? 'TRANSIENT_FAILURE'; → return BEST_FIRST.find((state) => present.has(state)) || 'TRANSIENT_FAILURE';",
    ],
    reason: 'None of the three is an empty text.',
  },
];
