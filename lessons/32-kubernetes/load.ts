import { Callers, callAnew, openShop } from '../shop/callers.ts';
import { type SliceSource, watchNames } from './watch-names.ts';

/** Who calls, and by what it finds the pods. */
export const CALLERS = ['anew', 'stays', 'headless'] as const;
export type Caller = (typeof CALLERS)[number];

const AT_ONCE: Record<Caller, number> = { anew: 4, stays: 12, headless: 4 };
const WAIT_MS = 30_000;
/** Between two calls of a caller. */
const PAUSE_MS = 40;

/** Calls all the time, each caller one after the other; nobody tries again. */
export class Load extends Callers<Caller> {
  /**
   * @param service the port of the Service's one address
   * @param names where the resolver of `headless` watches
   */
  constructor(service: number, names: SliceSource) {
    super(CALLERS, PAUSE_MS);
    const address = `ipv4:127.0.0.1:${service}`;
    const anew = callAnew(() => address, WAIT_MS);
    for (let i = 0; i < AT_ONCE.anew; i++) this.begin('anew', anew);
    for (let i = 0; i < AT_ONCE.stays; i++) {
      const { call, close } = openShop(address, WAIT_MS);
      this.begin('stays', call, close);
    }
    const { call, close } = openShop('pods:orders', WAIT_MS, {
      resolvers: { pods: watchNames(names) },
      serviceConfig: { loadBalancingConfig: [{ round_robin: {} }] },
    });
    for (let i = 0; i < AT_ONCE.headless; i++)
      this.begin('headless', call, i === 0 ? close : undefined);
  }
}
