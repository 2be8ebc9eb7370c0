import { notYet } from '#course/exercise/not-yet';

/** A pod as a Deployment sees it. */
export interface Pod {
  name: string;
  version: 'old' | 'new';
  /** `ready`: calls may go there. `leaving`: it was told to end, and counts for nothing any more. */
  state: 'starting' | 'ready' | 'leaving';
}

/** What a Deployment says of itself: `spec.replicas`, and `spec.strategy.rollingUpdate`. */
export interface UpdateSpec {
  /** So many pods there are before the update, and after it. 1 or more. */
  replicas: number;
  /** So many more there may be meanwhile: a number, or a part of `replicas` (`'25%'`). */
  maxSurge: number | string;
  /** So many fewer may be ready meanwhile: a number, or a part of `replicas`. */
  maxUnavailable: number | string;
}

export interface Limits {
  /** So many pods there may be at most, those that are leaving not counted. */
  most: number;
  /** So many have to be ready at least. */
  fewest: number;
}

/**
 * What the two limits are in pods. A part of a pod is rounded so that fewer are missing: up for the
 * surge, down for those that may be unavailable. If both are nothing, the update could never begin:
 * then one pod may be unavailable.
 */
export function limitsOf({ replicas, maxSurge, maxUnavailable }: UpdateSpec): Limits {
  // ── Task 3 ──
  // '25%' of 10 replicas is 2.5 pods. parseFloat('25%') is 25.
  throw notYet(3);
}

/** A number of pods, or a part of all of them. */
function inPods(value: number | string, replicas: number, round: (pods: number) => number): number {
  // ── Task 3 ──
  throw notYet(3);
}

/** What to do now: so many pods of the new version to start, and old ones to end, by their names. */
export interface Step {
  start: number;
  end: string[];
}

/** One step of an update. It is asked again after each change: when a pod is ready, or gone. */
export function nextStep(pods: readonly Pod[], spec: UpdateSpec): Step {
  // ── Task 3 ──
  // Who counts? How many are there, how many of them are new, how many are ready? An old pod that
  // is not ready is ended at once: nobody loses it.
  throw notYet(3);
}
