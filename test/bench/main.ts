/**
 * npm run bench: how fast the stack is, measured against others in the same run.
 *
 *     npm run bench                      all of it, about a quarter of an hour
 *     npm run bench -- --quick           rough, in under two minutes
 *     npm run bench -- --json FILE       the figures as data
 *     npm run bench -- --docs            the same data and a picture for the site; with all peers, or not
 *     npm run bench -- --only codecs     stacks, servers, clients, memory or codecs; may be repeated
 *     npm run bench -- --shape 64-KiB --peer ours     of the stacks only these
 *
 * Every server has a process of its own, and every client. What is being measured is alone: the
 * other processes stand still. A machine on which others work gives ratios that can be used and
 * speeds that cannot; the load average is printed with them.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { compareWithBars } from './bars.ts';
import { measureClients, measureServers, measureStacks } from './calls.ts';
import { CODEC_BASE, measureCodecs } from './codec.ts';
import { BUILDABLE, MISSING } from './compiled/all.ts';
import { GRPC_GO } from './compiled/build.ts';
import { h2loadVersion } from './h2load.ts';
import { measureMemory } from './memory.ts';
import { BASE, OURS, PEERS } from './peers/all.ts';
import { drawPicture } from './picture.ts';
import { canPin } from './pin.ts';
import { describeRun, type Results } from './results.ts';
import type { Effort, Figure } from './rounds.ts';
import { SHAPES } from './shapes.ts';
import { barsTable, figuresTable, madeText, memoryTable } from './table.ts';

const DOCS = 'docs/public/bench';
const { values: flags } = parseArgs({
  options: {
    json: { type: 'string' },
    docs: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    shape: { type: 'string', default: '' },
    peer: { type: 'string', multiple: true },
  },
});
const effort: Effort = flags.quick
  ? { rounds: 5, ms: 120, warmUpMs: 400 }
  : { rounds: 9, ms: 1000, warmUpMs: 8000 };
const codecEffort: Effort = flags.quick
  ? { rounds: 5, ms: 40, warmUpMs: 80 }
  : { rounds: 11, ms: 200, warmUpMs: 400 };

const h2load = h2loadVersion();
if (flags.docs) {
  const missing = [...MISSING];
  if (!h2load) missing.push('there is no h2load here (Debian: apt install nghttp2-client)');
  if (!canPin()) missing.push('there is no taskset here (Linux, util-linux)');
  if (flags.only || flags.peer || flags.shape) missing.push('--docs measures everything');
  if (missing.length > 0) {
    // A part that is left out would leave a hole in the page.
    console.error(`--docs: ${missing.join('; ')}`);
    process.exit(1);
  }
}
const made = describeRun(effort, h2load);
const results: Results = {
  made,
  stacks: [],
  servers: [],
  clients: [],
  clientsOfGo: [],
  memory: [],
  codecs: [],
};
const compiled = BUILDABLE.map(({ name }) => name);
for (const line of MISSING) console.log(line);

function wanted(part: string, title: string): boolean {
  if (flags.only && !flags.only.includes(part)) return false;
  console.log(`\n━━ ${title}\n`);
  return true;
}

/** Shows figures as they come, and keeps them. */
function into(list: Figure[], base: string) {
  return (figures: readonly Figure[]) => {
    list.push(...figures);
    console.log(`${figuresTable(figures, base)}\n`);
  };
}

if (wanted('stacks', 'client and server, each stack with itself')) {
  const all = [...PEERS, ...compiled];
  const peers = all.filter((name) => !flags.peer || [BASE, ...flags.peer].includes(name));
  const shapes = SHAPES.filter(({ name }) => name.includes(flags.shape));
  await measureStacks(peers, shapes, effort, into(results.stacks, BASE));
}
if (wanted('servers', 'the server alone, under h2load')) {
  if (!h2load)
    console.log('left out: there is no h2load here (Debian: apt install nghttp2-client)\n');
  else {
    await measureServers(effort, into(results.servers, BASE));
    if (canPin()) await measureServers(effort, into(results.servers, BASE), 0);
    else console.log('on one core left out: there is no taskset here (Linux, util-linux)\n');
  }
}
if (wanted('clients', "the client alone, against grpc-js' server")) {
  await measureClients(BASE, [OURS, BASE], effort, into(results.clients, BASE));
}
if (
  compiled.includes(GRPC_GO.name) &&
  wanted('clients', "the client alone, against grpc-go's server")
) {
  const clients = [OURS, BASE, ...compiled];
  await measureClients(GRPC_GO.name, clients, effort, into(results.clientsOfGo, BASE));
}
if (wanted('memory', 'memory, for one more')) {
  results.memory = await measureMemory();
  console.log(memoryTable(results.memory));
}
if (wanted('codecs', 'encoding and decoding')) {
  await measureCodecs(codecEffort, into(results.codecs, CODEC_BASE));
}
made.load.push(loadavg()[0]!);
console.log(`\n━━ against the bars\n\n${barsTable(compareWithBars(results))}\n\n${madeText(made)}`);

const json = `${JSON.stringify(results, undefined, 2)}\n`;
if (flags.json) writeFileSync(flags.json, json);
if (flags.docs) {
  mkdirSync(DOCS, { recursive: true });
  writeFileSync(`${DOCS}/figures.json`, json);
  writeFileSync(`${DOCS}/figures.svg`, drawPicture(results));
}
