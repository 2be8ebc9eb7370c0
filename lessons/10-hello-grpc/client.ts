import { credentials } from '@grpc/grpc-js';
import type { ClientOptions } from '#course/lesson/define-lesson';
import { asPromise, CallError, type CallOptions } from '#hello/call';
import { hello } from './load.ts';
import { asSystemError } from './system-error.ts';
import type { GreeterClient } from './types/hello/Greeter.ts';
import type { HelloReply__Output } from './types/hello/HelloReply.ts';

// #region client
/** One call on grpc-js, with a deadline from the first one on. */
export async function sayHello(
  greeter: GreeterClient,
  name: string,
  options: CallOptions = { timeoutMs: 1_000 },
): Promise<string> {
  const { message } = await asPromise<HelloReply__Output>(
    (callOptions, done) => greeter.sayHello({ name }, callOptions, done),
    options,
  );
  return message;
}

export async function runClient({ host, port, log, signal }: ClientOptions): Promise<void> {
  const greeter = new hello.Greeter(`${host}:${port}`, credentials.createInsecure());
  try {
    for (const name of ['world', '世界', '']) {
      const reply = await sayHello(greeter, name, { timeoutMs: 1_000, signal }).catch(orRefusal);
      log(`SayHello("${name}") → ${reply}`);
    }
  } finally {
    greeter.close();
  }
}
// #endregion client

/** A refusal is an answer; what else went wrong is not. */
function orRefusal(error: unknown): string {
  if (error instanceof CallError && error.code === 3) return error.message;
  throw asSystemError(error);
}
