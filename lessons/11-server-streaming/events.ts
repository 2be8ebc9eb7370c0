import { atShop } from './at-shop.ts';
import { search } from './client.ts';
import type { Handler } from './server.ts';

const EVENTS = ['metadata', 'data', 'error', 'status', 'end', 'close'] as const;

/** The events of one call, in the order in which they come. */
export function eventsOf(handler: Handler, text: string): Promise<string[]> {
  return atShop(handler, async (shop) => {
    const seen: string[] = [];
    const call = search(shop, text);
    for (const name of EVENTS) {
      call.on(name, (what?: { id?: string; code?: number }) =>
        seen.push([name, what?.id ?? what?.code].filter((part) => part !== undefined).join(' ')),
      );
    }
    await new Promise((resolve) => call.once('close', resolve));
    return seen;
  });
}
