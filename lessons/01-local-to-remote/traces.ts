import { createRecorder } from '#inspect/recorder';
import { createLineDissectors } from '#inspect/rpc/line-dissector';
import type { Trace } from '#inspect/trace';
import { createExchange } from '#rpc/exchange';
import { createStub } from '#rpc/stub';
import { connectTcp, LOOPBACK } from '#transport/tcp';
import type { Files } from './files.ts';
import { startServer } from './server.ts';

/** A call that returns and one that throws, over a real connection. */
export async function recordCalls(): Promise<Trace> {
  const server = await startServer({ host: LOOPBACK, port: 0, log: () => {} });
  const recorder = createRecorder('readFile, remotely', 'JSON lines over TCP');
  const connection = recorder.wrap(await connectTcp(server), 'client', createLineDissectors());
  const stub = createStub<Files>(createExchange(connection));
  await stub.readFile('notes.txt');
  await stub.readFile('nothing.txt').catch(() => {});
  connection.end();
  await server.close();
  return recorder.trace;
}
