import type { ClientOptions } from '#course/lesson/define-lesson';
import { connectTcp } from '#transport/tcp';
import { FrameClient } from './frame-client.ts';

/** Soup and tea at once: the steps of both arrive as they are ready, on one connection. */
export async function runClient({ host, port, log, signal }: ClientOptions): Promise<void> {
  const client = new FrameClient(await connectTcp({ host, port }, signal));
  await client.hello();
  await getBoth(client, log);
  client.sayGoodbye();
  await client.leave();
}

/** Asks for soup and tea in one write, and reads until both are there. */
export async function getBoth(client: FrameClient, log: (line: string) => void): Promise<void> {
  const paths = ['/soup', '/tea'];
  const ids = client.get(...paths);
  for (let open = ids.length; open > 0; ) {
    const { streamId, text, endStream } = await client.until(({ type }) => type === 'DATA');
    const path = paths[ids.indexOf(streamId)];
    log(`stream ${streamId} (${path}): ${text?.trim()}${endStream ? '  (the end)' : ''}`);
    if (endStream) open--;
  }
}
