import { Channel } from '#channel/channel';
import type { Shop, ShopBench } from '#course/kit/bench/shop-bench';
import { createTools } from '#course/kit/bench/tools';
import type { ClientOptions } from '#course/lesson/define-lesson';
import { UserError } from '#course/user-error';
import { createClient } from '#grpc/client/client';
import { GrpcError } from '#grpc/grpc-error';
import { Status } from '#grpc/status';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { testAnswers } from '#testing/answers';
import { FakeClock } from '#time/fake-clock';

const TIMEOUT_MS = 5_000;

/** The tests of task 1, against whatever listens there. They ask only what a caller can ask. */
export async function runClient({ host, port, log, signal }: ClientOptions): Promise<void> {
  const channel = new Channel(`ipv4:${host}:${port}`);
  const defaults = { timeoutMs: TIMEOUT_MS };
  const shop = createClient(OrderManagementDefinition, channel, { defaults });
  const tests: [name: string, run: (bench: ShopBench) => Promise<void>][] = [];
  testAnswers((name, run) => tests.push([name, run]));
  let failed = 0;
  try {
    await reach(shop);
    for (const [name, run] of tests) {
      if (signal.aborted) return;
      const { tools } = createTools(new FakeClock());
      try {
        await run({ shop, ...tools } as ShopBench);
        log(`✓ ${name}`);
      } catch (error) {
        failed++;
        log(`✗ ${name}: ${(error as Error).message}`);
      }
    }
  } finally {
    await channel.close();
  }
  if (failed > 0) throw new UserError(`${failed} of ${tests.length} tests fail with this server`);
}

/** A server that is not there would fail each test, and none would say why. */
async function reach(shop: Shop): Promise<void> {
  try {
    await shop.getOrder({ value: '101' });
  } catch (error) {
    if (isAway(error)) throw Object.assign(error as Error, { code: 'ECONNREFUSED' });
  }
}

const isAway = (error: unknown) => error instanceof GrpcError && error.code === Status.UNAVAILABLE;
