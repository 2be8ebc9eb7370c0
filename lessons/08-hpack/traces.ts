import type { Trace, TraceEvent } from '#inspect/trace';
import { atPantry, type PantryOptions } from './at-pantry.ts';
import { openPantry, SHELVES } from './client.ts';
import { requestHeaders } from './headers.ts';
import { sendAfterLoss, sendBomb } from './raw-client.ts';

/** Three requests, of which each costs less than the one before. */
export function recordRequests(onEvent?: (event: TraceEvent) => void): Promise<Trace> {
  return askFor(SHELVES, { title: 'Three requests', ...(onEvent && { onEvent }) });
}

/** A request for each shelf, one after the other. */
export function askFor(shelves: readonly number[], options: PantryOptions): Promise<Trace> {
  return atPantry(options, async (connection) => {
    const pantry = await openPantry(connection);
    for (const [i, shelf] of shelves.entries()) await pantry.get(requestHeaders(shelf, i + 1));
    await pantry.close();
  });
}

/** One entry, referred to thousands of times; and a request that is served all the same. */
export function recordBomb(options: PantryOptions = {}): Promise<Trace> {
  return atPantry({ title: 'An HPACK bomb', ...options }, sendBomb);
}

/** A block is made and not sent, and the next one means something else. */
export function recordLost(options: PantryOptions = {}): Promise<Trace> {
  return atPantry({ title: 'A block that was never sent', ...options }, sendAfterLoss);
}
