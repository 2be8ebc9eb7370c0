import type { ClientBench } from '#course/kit/bench/shop-bench';
import { GrpcError } from '#grpc/grpc-error';
import type { StatusCode } from '#grpc/status';

type Test = (name: string, run: (bench: ClientBench) => Promise<void>) => void;
/** What a server does at one call: prices that it sends, and then how it goes on. */
interface Act {
  prices?: number[];
  next?: 'ends' | 'waits' | StatusCode;
}

/** A fake server that plays one act for each call, and keeps a diary. */
function play({ serve, pass }: ClientBench, ...acts: Act[]) {
  const diary: string[] = [];
  const shop = serve({
    async *searchOrders({ value }, call) {
      const { prices = [], next = 'ends' } = acts[diary.length] ?? { next: 2 as StatusCode };
      const at = diary.push(`${value}:`) - 1;
      void call.ended.then(({ code }) => {
        diary[at] += ` ${code}`;
      });
      for (const price of prices) {
        yield { id: `for ${price}`, items: [], description: '', price, destination: '' };
      }
      if (next === 'waits') await pass(30_000);
      else if (next !== 'ends') throw new GrpcError(next, 'because');
    },
  });
  return { shop, diary };
}

export function testClient(test: Test): void {
  test('it finds, and leaves', async (bench) => {
    const { shop, diary } = play(bench, { prices: [9, 8.5, 8, 7.5], next: 'waits' });
    const found = await bench.findOrder(shop, ' A b', 8);
    await bench.pass(1);
    bench.equal('the diary', diary, [' A b: 1']);
    bench.equal('found', found?.price, 8);
  });

  test('all of it is too dear', async (bench) => {
    const { shop, diary } = play(bench, { prices: [9, 8.5] });
    bench.equal('found', await bench.findOrder(shop, '', 8), undefined);
    bench.equal('the diary', diary, [': 0']);
  });

  for (const next of [3, 5, 7, 13] as StatusCode[]) {
    test(`it fails with ${next}`, async (bench) => {
      const { shop, diary } = play(bench, { next });
      const error = await bench.findOrder(shop, 'x', 8).catch(({ code }) => code);
      bench.equal('the code', error, next);
      bench.equal('the diary', diary, [`x: ${next}`]);
    });
  }

  test('it is away for a moment', async (bench) => {
    const { shop } = play(bench, { next: 14 }, { prices: [1] });
    bench.equal('found', (await bench.findOrder(shop, 'x', 8))?.id, 'for 1');
  });

  test('it is away', async (bench) => {
    const { shop, diary } = play(bench, { next: 14 }, { next: 14 }, { prices: [1] });
    bench.equal('the code', await bench.codeOf(bench.findOrder(shop, 'x', 8)), 'UNAVAILABLE');
    bench.equal('calls', diary.length, 2);
  });

  test('it breaks off', async (bench) => {
    const { shop, diary } = play(bench, { prices: [9], next: 14 }, { prices: [1] });
    bench.equal('the code', await bench.codeOf(bench.findOrder(shop, 'x', 8)), 'UNAVAILABLE');
    bench.equal('calls', diary.length, 1);
  });

  test('it is silent', async (bench) => {
    const { shop } = play(bench, { prices: [9], next: 'waits' });
    const code = await bench.codeOf(bench.findOrder(shop, 'x', 8));
    bench.equal('the code', code, 'DEADLINE_EXCEEDED');
  });
}
