import { throwGap } from './compare/gap.ts';

/** What has become of a promise so far. */
export interface Watched<T> {
  state: 'pending' | 'resolved' | 'rejected';
  value?: T;
  error?: unknown;
}

/**
 * Looks at a promise without waiting for it: `state` changes when it settles. So a test can say
 * that something has *not* come yet, and a promise that never settles costs no time.
 */
export function watch<T>(promise: Promise<T>): Watched<T> {
  const watched: Watched<T> = { state: 'pending' };
  promise.then(
    (value) => Object.assign(watched, { state: 'resolved', value }),
    (error) => Object.assign(watched, { state: 'rejected', error }),
  );
  return watched;
}

/** More turns than any chain of `then` and `await` in an exercise takes. */
const TURNS = 50;

/** Lets everything happen that needs no more time, only its turn. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) await undefined;
}

/** Lets things happen; a gap that one of them ran into goes through. @throws it */
export async function settled(...promises: Watched<unknown>[]): Promise<void> {
  await settle();
  for (const { error } of promises) throwGap(error);
}
