import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
export function startServer(_: ServerOptions): Promise<RunningServer> {
  throw new Error('todo');
}
