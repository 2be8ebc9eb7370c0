import type { Dissectors } from '#inspect/dissector';
import type { Recorder } from '#inspect/recorder';
import type { Connection } from '#transport/connection';
import { connectTcp, LOOPBACK, listenTcp, type TcpAddress } from '#transport/tcp';

/** A place between a client and a server, where everything that goes by is written down. */
export interface Tap {
  host: string;
  port: number;
  close(): Promise<void>;
}

// #region tap
/**
 * Listens, and passes every connection on to `server`, byte for byte. Neither end can tell: that is
 * how a recording of two programs is made that know nothing of being recorded.
 */
export async function startTap(
  server: TcpAddress,
  recorder: Recorder,
  dissect: () => Dissectors,
): Promise<Tap> {
  const listener = await listenTcp({ host: LOOPBACK, port: 0 }, async (client) => {
    const upstream = recorder.wrap(await connectTcp(server), 'client', dissect());
    pipe(client, upstream);
    pipe(upstream, client);
  });
  return { host: listener.host, port: listener.port, close: () => listener.destroy() };
}

function pipe(from: Connection, to: Connection): void {
  from.start({
    data: (chunk) => to.write(chunk),
    end: () => to.end(),
    close: (error) => (error ? to.destroy(error) : to.end()),
  });
}
// #endregion tap
