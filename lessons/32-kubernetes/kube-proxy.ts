import type { HostPort } from '#channel/names/endpoint-slices';
import type { Connection } from '#transport/connection';
import { connectTcp, LOOPBACK, listenTcp } from '#transport/tcp';

/** One address for many pods. */
export interface ServiceAddress {
  port: number;
  /** From now on new connections go to these. Those that stand stay where they are. */
  found(pods: readonly HostPort[]): void;
  /** How many connections stand, by the pod's port. */
  connections(): Map<number, number>;
  close(): Promise<void>;
}

// #region proxy
/**
 * What kube-proxy makes of a Service's address, for our three processes: it looks at a connection
 * once, when it comes, and picks a pod for it. (The real one has the kernel do it, and picks by
 * chance; here they come in turn.) It sees no calls.
 */
export async function startKubeProxy(): Promise<ServiceAddress> {
  let pods: readonly HostPort[] = [];
  let turn = 0;
  const open = new Map<number, number>();
  const count = (port: number, by: number) => open.set(port, (open.get(port) ?? 0) + by);
  const listener = await listenTcp({ host: LOOPBACK, port: 0 }, async (client) => {
    const pod = pods[turn++ % pods.length];
    const server = pod && (await connectTcp(pod).catch(() => undefined));
    if (server === undefined) return client.destroy();
    count(pod!.port, 1);
    pass(client, server, () => {});
    pass(server, client, () => count(pod!.port, -1));
  });
  return {
    port: listener.port,
    found(next) {
      pods = next;
    },
    connections: () => new Map(open),
    close: () => listener.destroy(),
  };
}
// #endregion proxy

function pass(from: Connection, to: Connection, closed: () => void): void {
  from.start({
    data: (chunk) => to.write(chunk),
    end: () => to.end(),
    close(error) {
      closed();
      if (error) to.destroy(error);
      else to.end();
    },
  });
}
