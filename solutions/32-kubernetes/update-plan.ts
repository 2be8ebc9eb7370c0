// Not derived: what it plans is said to Kubernetes, and src/ has no such piece.

/** What one knows of a service before it is updated. Times are in seconds, and may have a fraction. */
export interface Facts {
  /** So many pods there are. */
  replicas: number;
  /** So many of them can carry the load at its highest. */
  needed: number;
  /** For so many the nodes have room, those that are leaving not counted. */
  room: number;
  /** Within this time everybody who calls has noticed that a pod is leaving. */
  noticeSeconds: number;
  /** The longest call that may be under way. */
  longestCallSeconds: number;
}

/** What the Deployment is told. Whole numbers, as Kubernetes wants them. */
export interface UpdatePlan {
  maxSurge: number;
  maxUnavailable: number;
  /** Between "this pod is leaving" and SIGTERM. It still takes calls. */
  preStopSeconds: number;
  /** Between "this pod is leaving" and SIGKILL. `preStop` is a part of it. */
  terminationGracePeriodSeconds: number;
}

/**
 * Plans an update in which no call is lost, and that takes no longer than it has to.
 *
 * @throws RangeError if there is no such update
 */
export function planUpdate(facts: Facts): UpdatePlan {
  // <task 4>
  //? How many more may there be, and how many fewer? For how long does a pod still get calls, and
  //? for how long may it still be at work after that?
  const { replicas, needed, room, noticeSeconds, longestCallSeconds } = facts;
  const [maxSurge, maxUnavailable] = [room - replicas, replicas - needed];
  if (maxSurge < 0 || maxUnavailable < 0 || maxSurge + maxUnavailable === 0) {
    throw new RangeError('there is neither room for one pod more, nor can one be spared');
  }
  const preStopSeconds = Math.ceil(noticeSeconds);
  return {
    maxSurge,
    maxUnavailable,
    preStopSeconds,
    terminationGracePeriodSeconds: preStopSeconds + Math.ceil(longestCallSeconds) + SPARE_SECONDS,
  };
  // </task>
}

/** What a pod gets beyond what it needs, to close its connections and to end its process. */
export const SPARE_SECONDS = 2;
