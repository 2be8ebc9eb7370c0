import { createRecorder, type Recorder } from '#inspect/recorder';
import { createLineDissectors } from '#inspect/rpc/line-dissector';
import type { TraceEvent } from '#inspect/trace';
import { createClient, type RpcClient } from '#rpc/client';
import { connectTcp, LOOPBACK } from '#transport/tcp';
import { startServer } from './server.ts';

/** A guest: a client whose every byte is written down. */
export interface Guest {
  client: RpcClient;
  recorder: Recorder;
}

/** A client on a connection to `address`, and the recorder that listens to it. */
export async function seatGuest(
  title: string,
  address: { host: string; port: number },
  onEvent?: (event: TraceEvent) => void,
): Promise<Guest> {
  const recorder = createRecorder(title, 'JSON lines over TCP', onEvent);
  const connection = await connectTcp(address);
  const client = createClient(recorder.wrap(connection, 'client', createLineDissectors()));
  return { client, recorder };
}

/** Runs `scene` with a guest at a server on a free port, and ends both. */
export async function atTable<T>(
  { title = '', log = () => {}, onEvent }: TableOptions,
  scene: (guest: Guest) => Promise<T>,
): Promise<T> {
  const server = await startServer({ host: LOOPBACK, port: 0, log, inStory: true });
  try {
    const guest = await seatGuest(title, server, onEvent);
    const result = await scene(guest);
    guest.client.close();
    return result;
  } finally {
    await server.close();
  }
}

export interface TableOptions {
  title?: string;
  log?: (line: string) => void;
  onEvent?: (event: TraceEvent) => void;
}
