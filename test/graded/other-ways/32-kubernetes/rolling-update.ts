export interface Pod {
  name: string;
  version: 'old' | 'new';
  state: 'starting' | 'ready' | 'leaving';
}

export interface UpdateSpec {
  replicas: number;
  maxSurge: number | string;
  maxUnavailable: number | string;
}

export interface Limits {
  most: number;
  fewest: number;
}

export interface Step {
  start: number;
  end: string[];
}

const part = (value: number | string, of: number) =>
  typeof value === 'string' ? (Number(value.slice(0, -1)) / 100) * of : value;

export function limitsOf(spec: UpdateSpec): Limits {
  const more = Math.ceil(part(spec.maxSurge, spec.replicas) - 1e-9);
  let fewer = Math.floor(part(spec.maxUnavailable, spec.replicas) + 1e-9);
  if (more + fewer === 0) fewer = 1;
  if (fewer > spec.replicas) fewer = spec.replicas;
  return { most: spec.replicas + more, fewest: spec.replicas - fewer };
}

/** Somebody else's way: it does one thing after the other, as long as the limits allow it. */
export function nextStep(pods: readonly Pod[], spec: UpdateSpec): Step {
  const { most, fewest } = limitsOf(spec);
  let [all, fresh, ready] = [0, 0, 0];
  for (const { version, state } of pods) {
    if (state === 'leaving') continue;
    all++;
    if (version === 'new') fresh++;
    if (state === 'ready') ready++;
  }
  let start = 0;
  while (fresh + start < spec.replicas && all + start < most) start++;
  const end: string[] = [];
  for (const { name, version, state } of pods) {
    if (version === 'new' || state === 'leaving') continue;
    if (state === 'ready') {
      if (ready <= fewest) continue;
      ready--;
    }
    end.push(name);
  }
  return { start, end };
}
