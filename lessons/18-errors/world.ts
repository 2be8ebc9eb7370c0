import type { RunningServer } from '#course/lesson/define-lesson';
import { connectOurs } from './ours.ts';

type OurShop = ReturnType<typeof connectOurs>['shop'];

/** The same with a client of ours. */
export async function withOurShop<T>(
  start: Promise<RunningServer>,
  scene: (shop: OurShop) => Promise<T>,
): Promise<T> {
  const server = await start;
  const { shop, close } = connectOurs(server);
  try {
    return await scene(shop);
  } finally {
    await close();
    await server.close();
  }
}

/** How a call of ours ended: `NOT_FOUND: there is no order 999`, or OK. */
export async function endOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'OK';
  } catch (error) {
    return (error as Error).message.replace(/^\d+ /, '');
  }
}
