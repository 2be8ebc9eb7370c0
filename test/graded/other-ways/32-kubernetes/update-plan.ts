export interface Facts {
  replicas: number;
  needed: number;
  room: number;
  noticeSeconds: number;
  longestCallSeconds: number;
}

export interface UpdatePlan {
  maxSurge: number;
  maxUnavailable: number;
  preStopSeconds: number;
  terminationGracePeriodSeconds: number;
}

export const SPARE_SECONDS = 2;

export function planUpdate(facts: Facts): UpdatePlan {
  const plan: UpdatePlan = {
    maxSurge: facts.room - facts.replicas,
    maxUnavailable: facts.replicas - facts.needed,
    preStopSeconds: Math.ceil(facts.noticeSeconds),
    terminationGracePeriodSeconds: SPARE_SECONDS,
  };
  if (facts.room < facts.replicas)
    throw new RangeError('there is no room for those that are there');
  if (facts.needed > facts.replicas) throw new RangeError('there are too few already');
  if (facts.room === facts.needed)
    throw new RangeError('none more and none fewer: nothing can move');
  plan.terminationGracePeriodSeconds += plan.preStopSeconds + Math.ceil(facts.longestCallSeconds);
  return plan;
}
