import type { ClientOwn } from '#course/kit/bench/shop-bench';
import { GrpcError } from '#grpc/grpc-error';
import { Status } from '#grpc/status';
import type { FakeClock } from '#time/fake-clock';

export type FindOrder = ClientOwn['findOrder'];
/** Makes a client; it waits by this clock, if it waits. */
export type MakeClient = (clock: FakeClock) => FindOrder;

export const TIMEOUT_MS = 1_000;

/** The client, as plain as can be. It keeps every sentence of its contract. */
export const plainClient: MakeClient = () => async (shop, text, most) => {
  for (let attempt = 1; ; attempt++) {
    let answered = false;
    try {
      for await (const order of shop.searchOrders({ value: text }, { timeoutMs: TIMEOUT_MS })) {
        answered = true;
        if (order.price <= most) return order;
      }
      return undefined;
    } catch (error) {
      const isAway = error instanceof GrpcError && error.code === Status.UNAVAILABLE;
      if (!isAway || answered || attempt === 2) throw error;
    }
  }
};

/** Waits before it tries again, reads by hand, and leaves with a signal. */
const patientClient: MakeClient = (clock) => async (shop, text, most) => {
  const search = async () => {
    const leave = new AbortController();
    const options = { timeoutMs: TIMEOUT_MS, signal: leave.signal };
    const orders = shop.searchOrders({ value: text }, options)[Symbol.asyncIterator]();
    let seen = 0;
    try {
      for (let next = await orders.next(); !next.done; next = await orders.next()) {
        seen++;
        if (next.value.price > most) continue;
        return { order: next.value };
      }
      return {};
    } catch (error) {
      const isAway = (error as GrpcError).code === Status.UNAVAILABLE;
      if (!isAway || seen > 0) throw error;
      return { error };
    } finally {
      leave.abort();
    }
  };
  const first = await search();
  if (!first.error) return first.order;
  await new Promise<void>((resolve) => clock.setTimer(resolve, 200));
  const second = await search();
  if (second.error) throw second.error;
  return second.order;
};

export const RIGHT_CLIENTS = [
  { make: plainClient },
  {
    differs: 'This client waits for 200 ms before it tries again, and leaves by a signal',
    make: patientClient,
  },
];
