import type { ClientOptions } from '#course/lesson/define-lesson';
import { createExchange } from '#rpc/exchange';
import { createStub } from '#rpc/stub';
import { connectTcp } from '#transport/tcp';
import type { Files } from './files.ts';

// #region client
/** Calls `readFile`, which is somewhere else, as if it were here. */
export async function runClient({ host, port, log, signal }: ClientOptions): Promise<void> {
  const connection = await connectTcp({ host, port }, signal);
  const files = createStub<Files>(createExchange(connection));

  log(await files.readFile('notes.txt'));

  connection.end();
}
// #endregion client
