import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import { startRpcServer } from '#course/lesson/start-rpc-server';
import { lengthFraming } from '#framing/frame';
import { RpcError } from '#rpc/codes';
import { createDispatcher } from '#rpc/dispatcher';
import { MAX_PENDING_CALLS } from '#rpc/limits';

const RECIPES: Record<string, string> = {
  tea: 'Boil water.\nPour it over the leaves.\nWait three minutes.\n',
  toast: 'Put bread into the toaster.\nWait for the click.\n',
};

/** What can be called: the texts have newlines, which is the point of this lesson. */
export const kitchen = {
  recipe(dish: string): string {
    const text = RECIPES[dish];
    if (text === undefined) throw new RpcError('NOT_FOUND', `no recipe for '${dish}'`);
    return text;
  },
};

// #region server
/** Lesson 2's server with one thing changed: where a message ends is now said by its length. */
export function startServer(options: ServerOptions): Promise<RunningServer> {
  return startRpcServer(options, createDispatcher(kitchen), {
    framing: lengthFraming,
    concurrency: MAX_PENDING_CALLS,
  });
}
// #endregion server
