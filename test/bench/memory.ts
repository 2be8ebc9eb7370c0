import { BASE, OURS } from './peers/all.ts';
import { startClient, startServer } from './process.ts';
import type { Memory } from './worker.ts';

const CONNECTIONS = 300;
const CALLS = 20;

/** What one more of something costs one end, in bytes. */
export interface MemoryFigure {
  what: 'idle connection' | 'call in flight';
  end: 'client' | 'server';
  contestant: string;
  /**
   * JavaScript's heap and what it holds outside, after a collection. What `node:http2` keeps in
   * C++ for the peers is not in it.
   */
  live: number;
  /** As the system sees it, all included: this is what counts. */
  resident: number;
}

/**
 * Opens hundreds of connections that have each made one call, then begins calls on each that are
 * never answered; the difference before and after, divided by how many.
 */
export async function measureMemory(): Promise<MemoryFigure[]> {
  const figures: MemoryFigure[] = [];
  for (const contestant of [OURS, BASE]) {
    const { server, port } = await startServer(contestant);
    const client = await startClient(contestant, port);
    const ends = { client, server };
    const look = async () => ({
      client: await client.ask('memory', {}),
      server: await server.ask('memory', {}),
    });
    // What the first call and the first connection bring along is paid once.
    await client.ask('greet', {});
    const none = await look();
    await client.ask('connect', { peer: contestant, port, connections: CONNECTIONS });
    await client.ask('greet', {});
    const idle = await look();
    await client.ask('hold', { calls: CALLS });
    const held = await look();
    const each = (after: Memory, before: Memory, count: number) => ({
      contestant,
      live: Math.round((after.live - before.live) / count),
      resident: Math.round((after.resident - before.resident) / count),
    });
    const calls = CALLS * (CONNECTIONS + 1);
    for (const end of ['client', 'server'] as const) {
      const connection = each(idle[end], none[end], CONNECTIONS);
      figures.push({ what: 'idle connection', end, ...connection });
      figures.push({ what: 'call in flight', end, ...each(held[end], idle[end], calls) });
    }
    await Promise.all([ends.client.stop(), ends.server.stop()]);
  }
  return figures;
}
