import type { Equivalent } from '#course/kit/equivalent';

export const equivalents: Equivalent[] = [];
