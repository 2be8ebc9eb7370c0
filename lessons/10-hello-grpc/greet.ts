import { status } from '@grpc/grpc-js';
import { CallError } from '#hello/call';

/** Nobody waits any more: the deadline has passed, the caller gave up, or the connection is gone. */
export type WhenGone = (gone: () => void) => void;

// #region greet
/** What the Greeter does, whichever stack carries it. Three names are not like the others. */
export async function greet(name: string, whenGone: WhenGone): Promise<string> {
  if (name === '') throw new CallError(status.INVALID_ARGUMENT, 'the name is empty');
  if (name === 'bug') throw new Error('cannot reach postgres://admin:hunter2@10.0.0.7/names');
  if (name === 'sloth') await new Promise<void>(whenGone);
  return `Hello ${name}`;
}
// #endregion greet
