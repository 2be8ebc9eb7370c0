import type { Run } from '#course/kit/bench/run-test';
import type { ClientOwn, Shop } from '#course/kit/bench/shop-bench';
import type { Order } from '#protobuf/generated/ecommerce';

/** An order that a mock gives back. */
const TEAPOT = { id: '7', items: ['teapot'], description: '', price: 24, destination: 'Leeds' };

/** In the place of the stub: an object that says what it was told to say, whatever it is asked. */
// #region mock
function mock(answer: Order[] | Error): Shop {
  return {
    async *searchOrders() {
      if (answer instanceof Error) throw answer;
      yield* answer;
    },
  } as Partial<Shop> as Shop;
}
// #endregion mock

/** Tests with it. They are green, they read well, and they ask for what the mock was told to say. */
export const MOCKED: ReadonlyMap<string, Run<ClientOwn>> = new Map<string, Run<ClientOwn>>([
  [
    'it finds a teapot',
    async ({ findOrder, equal }) => {
      equal('found', (await findOrder(mock([TEAPOT]), 'teapot', 30))?.id, '7');
    },
  ],
  [
    'there is none',
    async ({ findOrder, equal }) => {
      equal('found', await findOrder(mock([]), 'teapot', 30), undefined);
    },
  ],
  [
    'it is too dear',
    async ({ findOrder, equal }) => {
      equal('found', await findOrder(mock([TEAPOT]), 'teapot', 10), undefined);
    },
  ],
  [
    'it fails',
    async ({ findOrder, equal }) => {
      const found = findOrder(mock(new Error('out of memory')), 'teapot', 30);
      equal(
        'it fails',
        await found.then(
          () => 'no',
          () => 'yes',
        ),
        'yes',
      );
    },
  ],
]);
