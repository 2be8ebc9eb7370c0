import { listenTcp } from './tcp.ts';

/**
 * A port of this machine on which nobody listens: it was free a moment ago. For programs of others
 * that have to be told one; what is ours listens on port 0.
 */
export async function freePort(): Promise<number> {
  const listener = await listenTcp({ host: '127.0.0.1', port: 0 }, () => {});
  await listener.close();
  return listener.port;
}
