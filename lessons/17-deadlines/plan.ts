/** The chain of the lesson: who works how long before and after it asks the next one. */

/** What the client is willing to wait. */
export const BUDGET_MS = 200;

/** Work is done in steps of this length, so that it can be counted. */
export const STEP_MS = 10;

export interface Service {
  name: 'order' | 'stock' | 'price';
  /** Steps before the next service is asked, and after its answer. */
  before: number;
  after: number;
}

/** From the client on. Together they would need 360 ms. */
export const SERVICES: readonly Service[] = [
  { name: 'order', before: 4, after: 2 },
  { name: 'stock', before: 6, after: 4 },
  { name: 'price', before: 20, after: 0 },
];

/** A step of work, when it began, and whether anybody waited for it then. */
export interface Step {
  service: Service['name'];
  /** Milliseconds after the client's call. */
  at: number;
  wanted: boolean;
}

/** What the steps come to. */
export function count(steps: readonly Step[], service?: Service['name']) {
  const own = steps.filter((step) => service === undefined || step.service === service);
  const wanted = own.filter((step) => step.wanted).length;
  return { all: own.length, wanted, wasted: own.length - wanted };
}

/** Work of one service without a pause, in milliseconds after the client's call. */
export interface Stretch {
  service: Service['name'];
  from: number;
  to: number;
}

/** When who works in the chain, with what is left handed on or not; for a picture of it. */
export function planned(handedOn: boolean): Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  const work = ({ name }: Service, steps: number) => {
    // order itself is told by its client, in either case.
    const most = handedOn || name === 'order' ? Math.max(0, BUDGET_MS - at) : steps * STEP_MS;
    const to = at + Math.min(steps * STEP_MS, most);
    if (to > at) stretches.push({ service: name, from: at, to });
    at = to;
  };
  for (const service of SERVICES) work(service, service.before);
  for (const service of [...SERVICES].reverse()) work(service, service.after);
  return stretches;
}
