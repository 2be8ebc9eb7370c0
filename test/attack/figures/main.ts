/**
 * Attacks servers and clients of ours, each in a process of its own, and prints what it cost both
 * sides: `npm run attack`. A server has had honest traffic before, and the same attack, because a
 * program that has just started is slow at everything: what a determined attacker can have again and
 * again is measured, not what code costs that runs for the first time. What a victim uses while
 * nobody attacks it is subtracted. With `--only TEXT` those whose name has the text; with `--cold`
 * the attack is the first of its kind. With `--against DIR` an older checkout of this repository,
 * which is to have its packages installed: it gets a copy of the victims for as long as that takes.
 */
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Process } from '../process.ts';
import { attack, rogueServer } from '../socket-peer.ts';
import { Attacker } from './attacker.ts';
import type { Attack, Excuse, Kind } from './attacks.ts';
import { type Answers, type ClientAttack, HONEST_ANSWERS, ON_CLIENTS } from './client-attacks.ts';
import { HONEST } from './honest-traffic.ts';
import { KNOWN } from './known-attacks.ts';
import { OWN } from './own-attacks.ts';
import type { Figures } from './victim.ts';

const MB = 1_000_000;
/** What no connection may make us hold, in bytes. */
const MOST_HELD = 100 * MB;
/** CPU time for an octet, in multiples of honest traffic's. */
const MOST_CPU = 10;
/**
 * How long an honest call on another connection may take meanwhile, in milliseconds; on a machine
 * that is busy anyway, twice as long as beside honest traffic.
 */
const MOST_WAIT = 100;

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    against: { type: 'string' },
    cold: { type: 'boolean', default: false },
  },
});
const HERE = fileURLToPath(new URL('.', import.meta.url));
const victims = options.against ? join(options.against, 'test/attack/figures') : HERE;

interface Row {
  attack: string;
  sent: number;
  held: number;
  cpuPerOctet: number;
  slowest: number | undefined;
  ended: boolean;
}

async function ask(victim: Process, question: 'cpu' | 'measure'): Promise<Figures> {
  const answer = victim.next<Figures>();
  victim.child.send(question);
  return answer;
}

/** Waits until a victim has nothing more to do: what it uses for a while is next to nothing. */
async function still(victim: Process, enough = 4): Promise<void> {
  for (let quiet = 0, before = 0; quiet < enough; ) {
    await new Promise((next) => setTimeout(next, 50));
    const { cpu } = await ask(victim, 'cpu');
    quiet = cpu - before < 5000 ? quiet + 1 : 0;
    before = cpu;
  }
}

/** How long it is watched while nothing happens but an honest call now and then, in milliseconds. */
const IDLE_MS = 500;

/** CPU time in microseconds that a victim uses for each millisecond while nobody attacks it. */
async function idleRate(victim: Process): Promise<number> {
  const begun = await ask(victim, 'cpu');
  const beginning = performance.now();
  // As often as `still` does.
  while (performance.now() - beginning < IDLE_MS) {
    await new Promise((next) => setTimeout(next, 50));
    await ask(victim, 'cpu');
  }
  const { cpu } = await ask(victim, 'cpu');
  return (cpu - begun.cpu) / (performance.now() - beginning);
}

/** Honest calls of each kind, so that the victim's code is compiled as that of a server at work. */
async function warm(port: number): Promise<void> {
  for (const { run } of Object.values(HONEST)) {
    const by = new Attacker(await attack(port), WARMING_PART);
    await by.settled();
    await run(by);
    await by.peer.destroy();
  }
}

const WARMING_PART = 1 / 3;

/** An attack has been made before for so long, in microseconds of the victim's CPU time … */
const REHEARSED_CPU = 400_000;
/** … or so many times. */
const MOST_REHEARSALS = 10;

/** Makes the attack that is to be measured, on connections that are gone afterwards. */
async function rehearse(victim: Process, once: () => Promise<void>): Promise<void> {
  if (options.cold) return;
  const begun = await ask(victim, 'cpu');
  for (let i = 0, used = 0; i < MOST_REHEARSALS && used < REHEARSED_CPU; i++) {
    await once();
    used = (await ask(victim, 'cpu')).cpu - begun.cpu;
  }
}

/** What one attack costs. @param run returns how many octets were sent. */
async function figuresOf(
  name: string,
  victim: Process,
  run: () => Promise<{ sent: number; ended: boolean }>,
): Promise<Omit<Row, 'slowest'>> {
  await still(victim);
  const before = await ask(victim, 'measure');
  const idle = await idleRate(victim);
  const beginning = performance.now();
  const begun = await ask(victim, 'cpu');
  const { sent, ended } = await run();
  await still(victim);
  const elapsed = performance.now() - beginning;
  const after = await ask(victim, 'measure');
  const cpuPerOctet = Math.max(0, after.cpu - begun.cpu - idle * elapsed) / sent;
  return { attack: name, sent, held: after.held - before.held, cpuPerOctet, ended };
}

async function onServer({ number, name, run, connections = 1 }: Attack): Promise<Row> {
  await using victim = new Process(join(victims, 'victim-server.ts'));
  const { port } = await victim.next<{ port: number }>();
  await using honest = new Process(join(victims, 'honest.ts'), [String(port)]);
  await honest.next();
  await warm(port);
  const connect = async () => {
    const attacker = new Attacker(await attack(port));
    await attacker.settled();
    return attacker;
  };
  await rehearse(victim, async () => {
    const attacker = await connect();
    await run(attacker);
    attacker.flush();
    await still(victim, 1);
    await attacker.peer.destroy();
  });
  let by = await connect();
  const slowest = async () => {
    const answer = honest.next<{ slowest: number }>();
    honest.child.send('');
    return (await answer).slowest;
  };
  await slowest();
  let waited = 0;
  const row = await figuresOf(label(number, name), victim, async () => {
    await slowest();
    let sent = 0;
    for (let i = 0; i < connections; i++) {
      if (i > 0) {
        await by.peer.destroy();
        by = await connect();
      }
      const before = by.sent;
      await run(by);
      by.flush();
      sent += by.sent - before;
    }
    await still(victim);
    waited = await slowest();
    return { sent, ended: by.peer.isClosed };
  });
  await by.peer.destroy();
  return { ...row, slowest: waited };
}

async function onClient({ number, name, kind, calls, run }: ClientAttack): Promise<Row> {
  await using victim = new Process(join(victims, 'victim-client.ts'));
  await victim.next();
  const called = async () => {
    const rogue = await rogueServer();
    victim.child.send({ target: rogue.target, kind, count: calls });
    const peer = await rogue.next();
    peer.setting(3, 10_000);
    await peer.until(() => peer.got('HEADERS').length >= calls);
    const by = new Attacker(peer);
    const ids = peer.got('HEADERS').map(({ streamId }) => streamId);
    return { rogue, peer, by, answer: () => run(by, ids) };
  };
  await rehearse(victim, async () => {
    const { rogue, answer } = await called();
    await answer();
    await still(victim, 1);
    await rogue.close();
  });
  const { rogue, peer, by, answer } = await called();
  const row = await figuresOf(`client: ${label(number, name)}`, victim, async () => {
    const before = by.sent;
    await answer();
    return { sent: by.sent - before, ended: peer.isClosed };
  });
  await rogue.close();
  return { ...row, slowest: undefined };
}

/** All attacks are compared to it, so chance must not decide: the middle one of three. */
async function usual(measure: () => Promise<Row>): Promise<Row> {
  const rows: Row[] = [];
  for (let i = 0; i < 3; i++) rows.push(await measure());
  return rows.sort((a, b) => a.cpuPerOctet - b.cpuPerOctet)[1]!;
}

const label = (number: number | undefined, name: string) => (number ? `${number}. ${name}` : name);

function print(row: Row, honest: Row, excuse?: Excuse): boolean {
  const cpu = row.cpuPerOctet / honest.cpuPerOctet;
  const mostCpu = excuse?.most ?? MOST_CPU;
  const most = Math.max(MOST_WAIT, 2 * (honest.slowest ?? 0));
  const answered = row.slowest === undefined || row.slowest < most;
  const good = row.held < MOST_HELD && cpu < mostCpu && answered;
  const cells = [
    good ? ' ' : '✗',
    row.attack.padEnd(82),
    size(row.sent).padStart(9),
    size(row.held).padStart(9),
    row.cpuPerOctet.toFixed(3).padStart(8),
    `${cpu.toFixed(1)} ×`.padStart(8),
    (row.slowest === undefined ? '' : `${row.slowest.toFixed(0)} ms`).padStart(8),
    row.ended ? 'ended' : '',
  ];
  console.log(cells.join('  ').trimEnd());
  if (excuse) console.log(`       up to ${excuse.most} ×: ${excuse.because}`);
  return good;
}

function size(bytes: number): string {
  if (Math.abs(bytes) < MB) return `${(bytes / 1000).toFixed(1)} KB`;
  return `${(bytes / MB).toFixed(1)} MB`;
}

type Named = { name: string; number?: number };
const wanted = (whom: string) => (each: Named) =>
  `${whom}${label(each.number, each.name)}`.includes(options.only);
const onServers = [...KNOWN, ...OWN].filter(wanted(''));
const onClients = ON_CLIENTS.filter(wanted('client: '));

if (options.against) {
  mkdirSync(victims);
  cpSync(HERE, victims, { recursive: true });
}
try {
  console.log(
    `  ${'attack'.padEnd(84)}${'sent'.padStart(9)}  ${'held'.padStart(9)}  µs/octet  × honest   slowest honest call`,
  );
  const honest = new Map<Kind | Answers, Row>();
  for (const kind of ['unary', 'stream', 'large'] as const) {
    honest.set(kind, await usual(() => onServer(HONEST[kind])));
  }
  for (const kind of ['answers', 'errors'] as const) {
    honest.set(kind, await usual(() => onClient(HONEST_ANSWERS[kind])));
  }
  for (const row of honest.values()) print(row, row);
  let bad = 0;
  for (const each of onServers) {
    if (!print(await onServer(each), honest.get(each.like ?? 'unary')!, each.costs)) bad++;
  }
  for (const each of onClients) {
    if (!print(await onClient(each), honest.get(each.like ?? 'answers')!)) bad++;
  }
  console.log(bad === 0 ? 'every attack stays within the bars' : `${bad} go over a bar`);
  process.exitCode = bad === 0 ? 0 : 1;
} finally {
  if (options.against) rmSync(victims, { recursive: true });
}
