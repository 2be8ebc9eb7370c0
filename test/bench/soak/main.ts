/**
 * npm run soak: streams of all three kinds, for minutes, and whether anybody's memory grows.
 *
 *     npm run soak                    ten minutes, on grpc-js and on our stack, side by side
 *     npm run soak -- --minutes 2     shorter: too short for a verdict that counts
 *     npm run soak -- --stack ours    one of the two
 *     npm run soak -- --leak 256      the server keeps so many bytes of each stream: must be found
 *
 * Each stack has a process for its server and one for its client. Three streams last as long as the
 * soak does, one of each kind, each with a side that is too slow for the other; beside them short
 * ones go in every way in which a stream can go. Exits 0 if nothing grows.
 */
import { parseArgs } from 'node:util';
import { pause } from './procedures.ts';
import { SoakProcess } from './process.ts';
import { STACKS, type StackName } from './shops.ts';
import { describeSample, judge, KIB, type Row } from './verdict.ts';

/** How often each process is asked in the whole of a soak. */
const SAMPLES = 40;

const { values: flags } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    stack: { type: 'string', multiple: true, default: Object.keys(STACKS) },
    leak: { type: 'string', default: '0' },
  },
});
const minutes = numberOf('minutes', flags.minutes, 0.1, 24 * 60);
const leak = numberOf('leak', flags.leak, 0, 1024 * KIB);
const stacks = flags.stack.map((name) => {
  if (name in STACKS) return name as StackName;
  return refuse(`--stack is one of ${Object.keys(STACKS).join(', ')}, not ${name}`);
});

const processes: SoakProcess[] = [];
const clients: SoakProcess[] = [];
try {
  for (const stack of stacks) {
    const server = new SoakProcess(`${stack}, server`);
    processes.push(server);
    const port = await server.begin({ stack, leak });
    const client = new SoakProcess(`${stack}, client`);
    processes.push(client);
    clients.push(client);
    await client.begin({ stack, port, leak: 0 });
  }
  const rows: Row[] = processes.map(({ name }) => ({ name, samples: [] }));
  const began = performance.now();
  const stepMs = (minutes * 60_000) / SAMPLES;
  console.log(`${minutes} minutes; each process after a collection of garbage, in MiB\n`);
  for (let i = 1; i <= SAMPLES; i++) {
    await pause(began + i * stepMs - performance.now());
    await Promise.all(clients.map((client) => client.rest()));
    for (const [which, one] of processes.entries()) {
      const held = await one.held();
      rows[which]!.samples.push({ minutes: (performance.now() - began) / 60_000, ...held });
    }
    await Promise.all(clients.map((client) => client.goOn()));
    console.log(describeSample(rows));
  }
  const { text, isFlat } = judge(rows);
  console.log(`\n${text}`);
  process.exitCode = isFlat ? 0 : 1;
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
} finally {
  await Promise.all(processes.map((one) => one.stop()));
}

function numberOf(name: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (text.trim() !== '' && number >= least && number <= most) return number;
  return refuse(`--${name} is a number from ${least} to ${most}, not ${text}`);
}

function refuse(why: string): never {
  console.error(why);
  process.exit(1);
}
