import { notYet } from '#course/exercise/not-yet';
import type { ClientBench, Declare, Shop } from '#course/kit/bench/shop-bench';
import { GrpcError } from '#grpc/grpc-error';
import { Status, type StatusCode } from '#grpc/status';

/** An order as a fake server may send it. */
const order = (id: string, price: number) => ({
  id,
  items: ['teapot'],
  description: '',
  price,
  destination: 'Leeds',
});

/**
 * Tests of a client, `findOrder(shop, text, most)`, without the shop: each test makes up a server.
 *
 * ```ts
 * test('nothing there', async ({ serve, findOrder, equal }) => {
 *   const shop = serve({
 *     async *searchOrders({ value }, call) {},
 *   });
 *   equal('found', await findOrder(shop, 'sofa', 100), undefined);
 * });
 * ```
 */
export function testClient(test: Declare<ClientBench>): void {
  // ── Task 3 ──
  // The handler gets the request and the call: call.signal aborts when the client has left. It
  // sends by yield order('7', 24), and fails by throw new GrpcError(Status.UNAVAILABLE, 'away').
  // await pass(5_000) in it is a server that is silent for five seconds.
  throw notYet(3);
}
