/** Calls between two processes: whole stacks against each other, then each side of ours alone. */

import type { Bencher } from './bencher.ts';
import { BUILDABLE } from './compiled/all.ts';
import { h2load } from './h2load.ts';
import { BASE, CANNED, OURS } from './peers/all.ts';
import { pin } from './pin.ts';
import { startClient, startServer } from './process.ts';
import { type Contestant, compare, type Effort, type Figure } from './rounds.ts';
import { IN_FLIGHT, SHAPES, type Shape, unary } from './shapes.ts';

interface Ends {
  readonly name: string;
  readonly client: Bencher;
  readonly server: Bencher;
}

/** Every peer's client against its own server. */
export async function measureStacks(
  peers: readonly string[],
  shapes: readonly Shape[],
  effort: Effort,
  report: Report,
): Promise<void> {
  const stacks: Ends[] = [];
  for (const name of peers) {
    const { server, port } = await startServer(name);
    stacks.push({ name, server, client: await startClient(name, port) });
  }
  // Many in flight compile the code soonest, of the slow ones too.
  const busy = unary(128).name;
  for (const { client } of stacks) await client.ask('run', { shape: busy, ms: effort.warmUpMs });
  for (const shape of shapes) {
    const contestants = stacks.map((ends) => between(ends, shape.name));
    report(await compare(shape, contestants, BASE, effort));
  }
  for (const { client, server } of stacks) await Promise.all([client.stop(), server.stop()]);
}

/** Clients against the server of one peer, which is the same for all. */
export async function measureClients(
  peer: string,
  names: readonly string[],
  effort: Effort,
  report: Report,
): Promise<void> {
  const { server, port } = await startServer(peer);
  const pairs: Ends[] = [];
  for (const name of names) {
    pairs.push({ name, server, client: await startClient(name, port) });
  }
  for (const shape of SHAPES) {
    const contestants = pairs.map((ends) => between(ends, shape.name));
    report(await compare(shape, contestants, BASE, effort));
  }
  await Promise.all([server, ...pairs.map(({ client }) => client)].map((each) => each.stop()));
}

/** h2load connects anew each time: shorter runs would measure that. */
const LEAST_MS = 250;

/**
 * Servers under h2load, and one that only sends canned answers: what there is to be had.
 *
 * With a `core`, all of them and h2load share that one. With cores of their own, one side sleeps
 * while the other works, and a call takes as long as two wake-ups, whichever server answers it: on virtual
 * machines tens of microseconds each. On one core nobody sleeps, and only work is measured.
 */
export async function measureServers(effort: Effort, report: Report, core?: number): Promise<void> {
  const servers = [];
  const names = [OURS, BASE, ...BUILDABLE.map((peer) => peer.name), CANNED];
  for (const name of names) servers.push({ name, ...(await startServer(name)) });
  for (const { port } of servers) await h2load(port, 128, effort.warmUpMs);
  if (core !== undefined) for (const { server } of servers) pin(server.pid, core);
  for (const inFlight of IN_FLIGHT) {
    const contestants: Contestant[] = servers.map(({ name, port, server }) => ({
      name,
      async run(wanted) {
        const ms = Math.max(wanted, LEAST_MS);
        const before = await server.ask('cpu', {});
        const perSecond = await h2load(port, inFlight, ms, core);
        const cpuMs = (await server.ask('cpu', {})) - before;
        return { count: (perSecond * ms) / 1000, ms, cpuMs };
      },
    }));
    const { name, warmUp } = unary(inFlight);
    const shape = { warmUp, name: core === undefined ? name : onOneCore(name) };
    report(await compare(shape, contestants, BASE, effort));
  }
  await Promise.all(servers.map(({ server }) => server.stop()));
}

export function onOneCore(shape: string): string {
  return `${shape}, one core`;
}

/** Is given figures as they come. */
export type Report = (figures: readonly Figure[]) => void;

function between({ name, client, server }: Ends, shape: string): Contestant {
  return {
    name,
    async run(ms) {
      const before = await server.ask('cpu', {});
      const run = await client.ask('run', { shape, ms });
      const cpuMs = run.cpuMs + (await server.ask('cpu', {})) - before;
      return { count: run.count, ms: run.ms, cpuMs };
    },
  };
}
