/**
 * A process of the benchmark: a server of one peer, or a client of one. It does what its parent
 * asks, one thing at a time, and answers each question once.
 */
import { type Profiler, Session } from 'node:inspector/promises';
import { loadPeer } from './peers/all.ts';
import type { Client } from './peers/peer.ts';
import { shapeNamed } from './shapes.ts';

/** What can be asked, and what is answered. */
export interface Questions {
  serve: { ask: { peer: string }; answer: number };
  connect: { ask: { peer: string; port: number; connections: number }; answer: undefined };
  /** One call on each connection. */
  greet: { ask: object; answer: undefined };
  run: { ask: { shape: string; ms: number }; answer: Run };
  /** Calls that are never answered, on every connection. */
  hold: { ask: { calls: number }; answer: undefined };
  /** Processor time so far, in milliseconds. */
  cpu: { ask: object; answer: number };
  memory: { ask: object; answer: Memory };
  /** Where its time goes from now on; `profiled` tells. */
  profile: { ask: object; answer: undefined };
  profiled: { ask: object; answer: Profiler.Profile };
}

export interface Run {
  count: number;
  ms: number;
  /** Milliseconds of processor time that the client took. */
  cpuMs: number;
}

/** After a collection of garbage, in bytes. */
export interface Memory {
  /** All that the system has given to the process. */
  resident: number;
  /** What lives: JavaScript's heap, and what it holds outside. */
  live: number;
}

const clients: Client[] = [];
const inspector = new Session();

const answers: {
  [Name in keyof Questions]: (ask: Questions[Name]['ask']) => Promise<Questions[Name]['answer']>;
} = {
  async serve({ peer }) {
    return (await loadPeer(peer)).serve();
  },
  async connect({ peer, port, connections }) {
    const { connect } = await loadPeer(peer);
    for (let i = 0; i < connections; i++) clients.push(await connect(port));
    return undefined;
  },
  async greet() {
    for (const client of clients) await client.greet();
    return undefined;
  },
  async run({ shape, ms }) {
    globalThis.gc?.();
    const cpu = process.cpuUsage();
    const start = performance.now();
    const count = await shapeNamed(shape).run(clients[0]!, ms);
    return { count, ms: performance.now() - start, cpuMs: milliseconds(process.cpuUsage(cpu)) };
  },
  async hold({ calls }) {
    for (const client of clients) for (let i = 0; i < calls; i++) client.hold!();
    await settled();
    return undefined;
  },
  async cpu() {
    return milliseconds(process.cpuUsage());
  },
  async memory() {
    for (let i = 0; i < 4; i++) {
      await settled();
      globalThis.gc?.();
    }
    const { rss, heapUsed, external } = process.memoryUsage();
    return { resident: rss, live: heapUsed + external };
  },
  async profile() {
    inspector.connect();
    await inspector.post('Profiler.enable');
    await inspector.post('Profiler.setSamplingInterval', { interval: 200 });
    await inspector.post('Profiler.start');
    return undefined;
  },
  async profiled() {
    return (await inspector.post('Profiler.stop')).profile;
  },
};

function milliseconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}

/** Long enough for what is under way between two processes to arrive. */
function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 100));
}

process.on('message', async ({ name, ask }: { name: keyof Questions; ask: never }) => {
  try {
    process.send!({ answer: await answers[name](ask) });
  } catch (error) {
    process.send!({ error: String((error as Error).stack ?? error) });
  }
});
