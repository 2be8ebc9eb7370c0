import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import { startRpcServer } from '#course/lesson/start-rpc-server';
import { createSkeleton } from '#rpc/skeleton';
import { files } from './files.ts';

// #region server
/** Puts the procedures of `implementation` within reach of the network. */
export function startServer(
  options: ServerOptions,
  implementation: object = files,
): Promise<RunningServer> {
  return startRpcServer(options, createSkeleton(implementation));
}
// #endregion server
