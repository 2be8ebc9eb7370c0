/**
 * npm run bench:profile -- [PEER] [SHAPE]: where the time goes, in the client and in the server.
 * What one function takes by itself, in percent of the time in which its process was not idle.
 */
import type { Profiler } from 'node:inspector';
import { BASE, OURS } from './peers/all.ts';
import { startClient, startServer } from './process.ts';
import { SHAPES } from './shapes.ts';

const [peer = OURS, shape = SHAPES[1]!.name, serverPeer = peer] = process.argv.slice(2);
const SHOWN = 30;

const { server, port } = await startServer(serverPeer === 'base' ? BASE : serverPeer);
const client = await startClient(peer, port);
await client.ask('run', { shape, ms: 2000 });
for (const end of [client, server]) await end.ask('profile', {});
const cpuBefore = await server.ask('cpu', {});
const { count, ms, cpuMs } = await client.ask('run', { shape, ms: 2000 });
const serverCpuMs = (await server.ask('cpu', {})) - cpuBefore;
const per10k = (cpu: number) => `${((cpu / count) * 10_000).toFixed(0)} ms of CPU for 10,000`;
console.log(`${peer}, ${shape}: ${Math.round((count / ms) * 1000)} a second, while profiled`);
console.log(`\nclient, ${per10k(cpuMs)}`);
show(await client.ask('profiled', {}));
console.log(`\nserver, ${per10k(serverCpuMs)}`);
show(await server.ask('profiled', {}));
await Promise.all([client.stop(), server.stop()]);

function show({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): void {
  const byId = new Map(nodes.map((node) => [node.id, node.callFrame]));
  const self = new Map<string, number>();
  let total = 0;
  for (const [i, id] of samples.entries()) {
    const { functionName, url, lineNumber } = byId.get(id)!;
    if (functionName === '(idle)') continue;
    const file = url.split('/').slice(-2).join('/').replace(/\?.*/, '');
    const name = `${functionName || '(anonymous)'} ${file && `${file}:${lineNumber + 1}`}`;
    self.set(name, (self.get(name) ?? 0) + timeDeltas[i]!);
    total += timeDeltas[i]!;
  }
  const most = [...self].sort((a, b) => b[1] - a[1]).slice(0, SHOWN);
  for (const [name, time] of most) {
    console.log(`${((100 * time) / total).toFixed(1).padStart(6)} %  ${name}`);
  }
}
