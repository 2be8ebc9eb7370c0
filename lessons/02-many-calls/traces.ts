import type { Trace, TraceEvent } from '#inspect/trace';
import { atTable } from './table.ts';

// #region out-of-order
/** Three calls at once; the slowest was asked first and is answered last. */
export function recordOutOfOrder(onEvent?: (event: TraceEvent) => void): Promise<Trace> {
  return atTable({ title: 'Three calls, answered in another order', onEvent }, async (guest) => {
    const { client, recorder } = guest;
    await Promise.all(['roast', 'soup', 'salad'].map((dish) => client.call('cook', [dish])));
    return recorder.trace;
  });
}
// #endregion out-of-order

/** A call whose caller stops waiting; its reply comes all the same, and is nobody's. */
export function recordLateReply(onEvent?: (event: TraceEvent) => void): Promise<Trace> {
  let lateReply: () => void = () => {};
  const replied = new Promise<void>((resolve) => {
    lateReply = resolve;
  });
  const listen = (event: TraceEvent) => {
    onEvent?.(event);
    if (event.kind === 'message' && event.from === 'server' && event.call === '1') lateReply();
  };
  return atTable({ title: 'A reply that comes too late', onEvent: listen }, async (guest) => {
    const { client, recorder } = guest;
    await client.call('cook', ['stew'], { timeoutMs: 100 }).catch((error) => {
      recorder.mark('client', `call 1 is given up: ${error.code}, ${error.message}`, '1');
    });
    await client.call('cook', ['salad']);
    await replied;
    recorder.mark('client', 'nobody waits for call 1 any more: its reply is ignored', '1');
    return recorder.trace;
  });
}

/** One order, sent twice under one key: two calls, one request. */
export function recordTwice(onEvent?: (event: TraceEvent) => void): Promise<Trace> {
  return atTable({ title: 'An order, sent twice', onEvent }, async ({ client, recorder }) => {
    for (const key of ['table-4-first', 'table-4-first']) {
      await client.call('order', ['soup'], { key });
    }
    return recorder.trace;
  });
}
