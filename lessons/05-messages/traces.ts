import type { Trace, TraceEvent } from '#inspect/trace';
import type { AnyMessage } from '#protobuf/message';
import { atShop } from './at-shop.ts';
import { TEA, TEA_ON_ACCOUNT } from './orders.ts';
import { FIRST, SECOND } from './schema.ts';

type OnEvent = (event: TraceEvent) => void;

/** The article's order, put and confirmed; and the question for one that is not there. */
export function recordOrder(onEvent?: OnEvent): Promise<Trace> {
  return atShop({ title: 'The article’s order', server: FIRST, onEvent }, async (connect) => {
    const shop = await connect(FIRST);
    await shop.put(TEA);
    await shop.get('o-8').catch(() => undefined);
  });
}

/** A year later: nested, packed, map, enum and oneof. */
export function recordGrown(onEvent?: OnEvent): Promise<Trace> {
  return atShop({ title: 'The order, a year later', onEvent }, async (connect) => {
    const shop = await connect(SECOND);
    await shop.put(TEA_ON_ACCOUNT);
  });
}

/** An old client changes a new order; what each gets is explained as it understands it. */
export function recordOldAndNew(
  onEvent?: OnEvent,
  onEnd: (order: AnyMessage) => void = () => {},
): Promise<Trace> {
  return atShop({ title: 'An old client changes a new order', onEvent }, async (connect, trace) => {
    const newer = await connect(SECOND);
    await newer.put(TEA_ON_ACCOUNT);
    trace.mark('client', 'another client, with the schema of last year');
    const older = await connect(FIRST);
    const order = await older.get(TEA.id);
    order.destination = 'Rue 2';
    await older.put(order);
    trace.mark('client', 'the first client again');
    onEnd(await newer.get(TEA.id));
  });
}
