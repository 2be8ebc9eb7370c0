import { converse } from '#bidi/converse';
import type { Trace, TraceEvent } from '#inspect/trace';
import { recordShop } from './at-shop.ts';
import { processOrders } from './process.ts';
import { Turns } from './turns.ts';

/** Two orders, one after the other, and then our end. */
export function recordTurns(onEvent?: (event: TraceEvent) => void): Promise<Trace> {
  return recordShop(
    'Two orders, in turns',
    { process: (ids) => processOrders(ids, { size: 1 }) },
    async (shop) => {
      const ids = new Turns<{ value: string }>();
      ids.say({ value: '102' });
      let answers = 0;
      for await (const _ of converse(shop.processOrders(), ids)) {
        if (++answers === 1) ids.say({ value: '110' });
        else ids.end();
      }
    },
    onEvent,
  );
}

/** The server has seen enough after one, while the client goes on. */
export function recordServerEnds(onEvent?: (event: TraceEvent) => void): Promise<Trace> {
  return recordShop(
    'The server ends first',
    {
      async *process(ids) {
        for await (const shipment of processOrders(ids, { size: 1 })) {
          yield shipment;
          return;
        }
      },
    },
    async (shop) => {
      const ids = new Turns<{ value: string }>();
      ids.say({ value: '102' });
      for await (const _ of converse(shop.processOrders(), ids)) {
        // Its one answer is recorded on its way.
      }
    },
    onEvent,
  );
}
