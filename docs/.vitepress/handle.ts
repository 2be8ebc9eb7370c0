import type { Trace } from '#inspect/trace';

/**
 * What a page gets when it imports something large, such as a recorded trace
 * (`build/trace-handles.ts`) or an exercise (`build/exercise/plugin.ts`): its name, and a way to
 * fetch it. So a page can be read before it has come.
 */
export interface Handle<T = object> {
  kind: 'handle';
  /** `frames` for `frames.trace.json` */
  id: string;
  load(): Promise<T>;
}

/** What was fetched says by which name its page knows it. */
export type Named<T> = T & { name?: string };
export type NamedTrace = Named<Trace>;

export function isHandle(value: unknown): value is Handle {
  return (value as Handle | undefined)?.kind === 'handle';
}
