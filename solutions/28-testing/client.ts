// Not derived: tests are the piece here, with a server that they make up.
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
  // <task 3>
  //? The handler gets the request and the call: call.signal aborts when the client has left. It
  //? sends by yield order('7', 24), and fails by throw new GrpcError(Status.UNAVAILABLE, 'away').
  //? await pass(5_000) in it is a server that is silent for five seconds.
  test('the first that is not too dear, and then it leaves', async (bench) => {
    const { serve, findOrder, equal, pass } = bench;
    const asked: string[] = [];
    let left = false;
    const shop = serve({
      async *searchOrders(request, call) {
        asked.push(request.value);
        call.signal.addEventListener('abort', () => {
          left = true;
        });
        yield order('1', 25);
        yield order('2', 24);
        yield order('3', 23);
        await pass(900);
      },
    });
    const found = await findOrder(shop, 'Tea pot', 24);
    await pass(100);
    equal('found', found?.id, '2');
    equal('asked for', asked, ['Tea pot']);
    equal('it has left', left, true);
  });

  test('nothing fits', async ({ serve, findOrder, equal }) => {
    const shop = serve({
      async *searchOrders() {
        yield order('6', 26);
      },
    });
    equal('found', await findOrder(shop, 'teapot', 24), undefined);
  });

  test('a silent server', async ({ serve, findOrder, equal, codeOf, pass }) => {
    const shop = serve({
      async *searchOrders() {
        await pass(5_000);
        yield order('5', 8);
      },
    });
    equal('the status', await codeOf(findOrder(shop, 'cup', 9)), 'DEADLINE_EXCEEDED');
  });

  /** How often a server is asked that fails with this code, perhaps after an order. */
  const failing = async (bench: ClientBench, code: StatusCode, sent: number[]) => {
    let calls = 0;
    const shop: Shop = bench.serve({
      async *searchOrders() {
        calls++;
        for (const price of sent) yield order('1', price);
        throw new GrpcError(code, 'not today');
      },
    });
    const status = await bench.codeOf(bench.findOrder(shop, 'cup', 9));
    return `${status}, asked ${calls} times`;
  };

  test('what fails is not nothing', async (bench) => {
    const { equal } = bench;
    const refused = await failing(bench, Status.INVALID_ARGUMENT, []);
    equal('refused', refused, 'INVALID_ARGUMENT, asked 1 times');
    const away = await failing(bench, Status.UNAVAILABLE, []);
    equal('away', away, 'UNAVAILABLE, asked 2 times');
    const broken = await failing(bench, Status.UNAVAILABLE, [25]);
    equal('broken off', broken, 'UNAVAILABLE, asked 1 times');
  });

  test('back in a moment', async ({ serve, findOrder, equal }) => {
    let calls = 0;
    const shop = serve({
      async *searchOrders() {
        if (calls++ === 0) throw new GrpcError(Status.UNAVAILABLE, 'not yet');
        yield order('1', 9);
      },
    });
    equal('found', (await findOrder(shop, 'cup', 10))?.id, '1');
  });
  // </task>
}
