import { Random } from '#course/kit/random';
import { nextStep, type Pod, type UpdateSpec } from '#kubernetes/rolling-update';

/** An update on paper. Times are in seconds. */
export interface Setup extends UpdateSpec {
  /** From its start until a pod is ready. */
  startSeconds: number;
  /** Clients hear of a change so much later: each its own part of it, and one of them all of it. */
  noticeSeconds: number;
  longestCallSeconds: number;
  preStopSeconds: number;
  terminationGracePeriodSeconds: number;
  /** false: calls go to a pod as soon as it runs. */
  readiness?: boolean;
  seed: number;
}

/** What became of the calls, and of the limits. */
export interface Outcome {
  calls: number;
  lost: { notReady: number; gone: number; cut: number; nobody: number };
  /** All pods are new, and the old ones have gone. */
  ended: boolean;
  seconds: number;
  /** The most that there were (those that leave not counted), and the fewest that were ready. */
  most: number;
  fewest: number;
  pods: readonly Life[];
}

/** A pod's moments, in seconds. */
export interface Life {
  name: string;
  version: 'old' | 'new';
  start: number;
  ready: number;
  /** It is told to leave; SIGTERM; its process is gone. `Infinity`: not yet. */
  leaves: number;
  terms: number;
  gone: number;
  killed: boolean;
  calls: number;
}

const TICK = 0.25;
const CLIENTS = 6;
const TAIL = 2;
export const LONGEST = 150;

// #region listens
/** It takes new calls: from the start of its work until SIGTERM. */
const listens = (pod: Life, now: number) => now >= pod.ready && now < pod.terms;
// #endregion listens

/** Lets an update happen. Chance comes from the seed: which client hears when, how long a call is. */
export function simulate(setup: Setup): Outcome {
  const { preStopSeconds, terminationGracePeriodSeconds, startSeconds, noticeSeconds } = setup;
  const random = new Random(setup.seed);
  const delays = Array.from({ length: CLIENTS }, (_, i) =>
    i === 0 ? noticeSeconds : (noticeSeconds * random.integer(0, 100)) / 100,
  );
  const pods: Life[] = [];
  const begin = (version: Life['version'], start: number, ready: number) => {
    const never = Number.POSITIVE_INFINITY;
    const name = `orders-${pods.length + 1}`;
    pods.push({
      name,
      version,
      start,
      ready,
      leaves: never,
      terms: never,
      gone: never,
      killed: false,
      calls: 0,
    });
  };
  for (let i = 0; i < setup.replicas; i++) begin('old', Number.NEGATIVE_INFINITY, 0);
  const known = (pod: Life, at: number) =>
    at >= (setup.readiness === false ? pod.start : pod.ready) && at < pod.leaves;
  const state = (pod: Life, now: number): Pod['state'] =>
    now >= pod.leaves ? 'leaving' : now >= pod.ready ? 'ready' : 'starting';

  const lost = { notReady: 0, gone: 0, cut: 0, nobody: 0 };
  const underWay: { pod: Life; until: number }[] = [];
  let [calls, most, fewest, endedAt] = [0, 0, setup.replicas, Number.POSITIVE_INFINITY];
  let now = 0;
  for (; now < LONGEST && now < endedAt + TAIL + noticeSeconds; now += TICK) {
    const there = pods.filter((pod) => now < pod.leaves);
    // The update is asked for a moment after the beginning.
    if (now >= 1) {
      const seen = there.map((pod): Pod => ({ ...pod, state: state(pod, now) }));
      const { start, end } = nextStep(seen, setup);
      for (const name of end) {
        const pod = there.find((one) => one.name === name);
        if (pod === undefined) continue;
        pod.leaves = now;
        pod.terms = now + Math.min(preStopSeconds, terminationGracePeriodSeconds);
      }
      for (let i = 0; i < start && pods.length < 60; i++) begin('new', now, now + startSeconds);
    }
    for (const [i, delay] of delays.entries()) {
      const view = pods.filter((pod) => known(pod, Math.max(0, now - delay)));
      const pod = view[(calls + i) % Math.max(1, view.length)];
      calls++;
      if (pod === undefined) lost.nobody++;
      else if (now < pod.ready) lost.notReady++;
      else if (!listens(pod, now)) lost.gone++;
      else {
        pod.calls++;
        const part = i === 0 ? 100 : random.integer(1, 100);
        underWay.push({ pod, until: now + (setup.longestCallSeconds * part) / 100 });
      }
    }
    for (const call of underWay.splice(0)) {
      if (call.until <= now) continue;
      // SIGKILL: whatever is under way there is lost.
      if (now >= call.pod.leaves + terminationGracePeriodSeconds) {
        lost.cut++;
        call.pod.killed = true;
      } else underWay.push(call);
    }
    for (const pod of pods) {
      const isDone = now >= pod.terms && !underWay.some((call) => call.pod === pod);
      if (isDone && pod.gone === Number.POSITIVE_INFINITY) pod.gone = now;
    }
    const left = pods.filter((pod) => now < pod.leaves);
    most = Math.max(most, left.length);
    fewest = Math.min(fewest, left.filter((pod) => state(pod, now) === 'ready').length);
    const isNew = left.length === setup.replicas && left.every(({ version }) => version === 'new');
    const isOver = isNew && pods.every((pod) => pod.version === 'new' || pod.gone <= now);
    if (isOver && left.every((pod) => now >= pod.ready)) endedAt = Math.min(endedAt, now);
  }
  const ended = endedAt < LONGEST;
  return { calls, lost, ended, seconds: ended ? endedAt : now, most, fewest, pods };
}

/** All calls that were lost, whatever the reason. */
export const lostOf = ({ lost }: Outcome): number =>
  lost.notReady + lost.gone + lost.cut + lost.nobody;
