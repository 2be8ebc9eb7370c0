import { Metadata } from '@grpc/grpc-js';
import type { RunningServer } from '#course/lesson/define-lesson';
import { LOOPBACK } from '#transport/tcp';
import { connect } from '../shop/connect.ts';
import { ORDERS } from '../shop/orders.ts';
import { getOrder } from './client.ts';
import { type GetOrder, startServer } from './server.ts';
import { parse, passedOn } from './trace-context.ts';
import { QUIET } from './world.ts';

/** Who asks whom, the last first, and the id that each has in the trace. */
const SERVERS = [
  ['price', '6be1a7d4c3f20918'],
  ['stock', '2f1e0d9c8b7a6950'],
  ['order', '53995c3f42cd8ad8'],
] as const;

/** What a browser sends: the example of the specification. */
const FIRST = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

/** A call through three real servers of grpc-js, each of which calls the next. */
export async function callThrough(got: (server: string, traceparent: string) => void) {
  const running: RunningServer[] = [];
  try {
    for (const [name, id] of SERVERS) {
      const next = running.at(-1);
      running.push(await startServer(QUIET, hop(name, id, next, got)));
    }
    await ask(running.at(-1)!, FIRST);
  } finally {
    for (const server of running) await server.close();
  }
}

// #region hop
function hop(
  name: string,
  ownId: string,
  next: RunningServer | undefined,
  got: (server: string, traceparent: string) => void,
): GetOrder {
  return async (call, callback) => {
    const [received] = call.metadata.get('traceparent');
    got(name, String(received));
    const trace = parse(String(received));
    if (next && trace) await ask(next, passedOn(trace, ownId));
    callback(null, ORDERS[0]!);
  };
}
// #endregion hop

async function ask({ port }: RunningServer, traceparent: string): Promise<void> {
  const shop = connect({ host: LOOPBACK, port });
  const metadata = new Metadata();
  metadata.set('traceparent', traceparent);
  await getOrder(shop, '101', metadata);
  shop.close();
}
