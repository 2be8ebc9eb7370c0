import type { ClientOptions } from '#course/lesson/define-lesson';
import { createClient } from '#rpc/client';
import { connectTcp } from '#transport/tcp';

// #region client
/** Three calls at once over one connection; each reply is printed when it comes. */
export async function runClient({ host, port, log, signal }: ClientOptions): Promise<void> {
  const client = createClient(await connectTcp({ host, port }, signal));
  const dishes = ['roast', 'soup', 'salad'];
  await Promise.all(
    dishes.map(async (dish) => log(`${dish} → ${await client.call('cook', [dish])}`)),
  );
  client.close();
}
// #endregion client
