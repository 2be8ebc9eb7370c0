import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import { startRpcServer } from '#course/lesson/start-rpc-server';
import { lengthFraming } from '#framing/frame';
import { createDispatcher } from '#rpc/dispatcher';
import { MAX_PENDING_CALLS } from '#rpc/limits';
import { createKitchen } from './kitchen.ts';
import { loadKitchen } from './load.ts';
import { createSkeleton } from './skeleton.ts';

// #region server
/** Lesson 2's server, in lesson 3's frames. What it serves, the generated definition says. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { KitchenDefinition } = await loadKitchen();
  const procedures = createSkeleton(KitchenDefinition, createKitchen(options.log));
  const dispatch = createDispatcher(procedures, {
    onInternalError: (error) => options.log(`a bug, and only we see it: ${error}`),
  });
  return startRpcServer(options, dispatch, {
    framing: lengthFraming,
    concurrency: MAX_PENDING_CALLS,
  });
}
// #endregion server
