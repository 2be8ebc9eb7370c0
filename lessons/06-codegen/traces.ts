import type { Trace, TraceEvent } from '#inspect/trace';
import { atKitchen } from './at-kitchen.ts';
import { SUPPER } from './client.ts';

/** An order for table 4. */
export function recordOrder(onEvent?: (event: TraceEvent) => void): Promise<Trace> {
  return atKitchen({ title: 'An order for table 4', onEvent }, async (kitchen) => {
    await kitchen.placeOrder(SUPPER);
  });
}
