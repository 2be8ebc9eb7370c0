import type { ClientOptions } from '#course/lesson/define-lesson';
import { lengthFraming } from '#framing/frame';
import { createClient } from '#rpc/client';
import { connectTcp } from '#transport/tcp';

/** Two calls at once; each recipe comes back whole, newlines and all. */
export async function runClient({ host, port, log, signal }: ClientOptions): Promise<void> {
  const client = createClient(await connectTcp({ host, port }, signal), { framing: lengthFraming });
  const dishes = ['tea', 'toast'];
  const recipes = await Promise.all(dishes.map((dish) => client.call('recipe', [dish])));
  for (const [i, recipe] of recipes.entries()) {
    log(`recipe(${JSON.stringify(dishes[i])}) → ${JSON.stringify(recipe)}`);
  }
  client.close();
}
