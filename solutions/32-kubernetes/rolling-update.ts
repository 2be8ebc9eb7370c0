// Not derived: it is a controller of Kubernetes, and src/ has no such piece.

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
  // <task 3>
  //? '25%' of 10 replicas is 2.5 pods. parseFloat('25%') is 25.
  const surge = inPods(maxSurge, replicas, Math.ceil);
  const missing = inPods(maxUnavailable, replicas, Math.floor);
  const isStuck = surge === 0 && missing === 0;
  return { most: replicas + surge, fewest: Math.max(0, replicas - (isStuck ? 1 : missing)) };
  // </task>
}

/** A number of pods, or a part of all of them. */
function inPods(value: number | string, replicas: number, round: (pods: number) => number): number {
  // <task 3>
  return typeof value === 'number' ? value : round((Number.parseFloat(value) * replicas) / 100);
  // </task>
}

/** What to do now: so many pods of the new version to start, and old ones to end, by their names. */
export interface Step {
  start: number;
  end: string[];
}

/** One step of an update. It is asked again after each change: when a pod is ready, or gone. */
export function nextStep(pods: readonly Pod[], spec: UpdateSpec): Step {
  // <task 3>
  //? Who counts? How many are there, how many of them are new, how many are ready? An old pod that
  //? is not ready is ended at once: nobody loses it.
  const { most, fewest } = limitsOf(spec);
  const present = pods.filter(({ state }) => state !== 'leaving');
  const old = present.filter(({ version }) => version === 'old');
  const lack = spec.replicas - (present.length - old.length);
  const start = Math.max(0, Math.min(lack, most - present.length));
  const ready = present.filter(({ state }) => state === 'ready').length;
  let spare = ready - fewest;
  const ending = old.filter(({ state }) => state !== 'ready' || spare-- > 0);
  return { start, end: ending.map(({ name }) => name) };
  // </task>
}
