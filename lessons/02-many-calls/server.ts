import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import { startRpcServer } from '#course/lesson/start-rpc-server';
import { createDispatcher } from '#rpc/dispatcher';
import { MAX_PENDING_CALLS } from '#rpc/limits';
import { createKitchen } from './kitchen.ts';

// #region server
/** Runs up to a hundred calls of a connection at once and answers each when it is ready. */
export function startServer(options: ServerOptions): Promise<RunningServer> {
  const dispatch = createDispatcher(createKitchen(options.log), {
    onInternalError: (error) => options.log(`a bug, and only we see it: ${error}`),
  });
  return startRpcServer(options, dispatch, { concurrency: MAX_PENDING_CALLS });
}
// #endregion server
