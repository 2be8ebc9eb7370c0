/**
 * npm run soak:restarts: calls of all four kinds, as many as go, while their servers are killed, shut
 * down, and started again on their ports. Each call has to end with one status, exactly once, and
 * none may be left at the end.
 *
 *     npm run soak:restarts                   three minutes
 *     npm run soak:restarts -- --seconds 20   shorter
 *     npm run soak:restarts -- --seed 7       other moments
 *
 * One server is shut down in good order, another is killed, in turns. A quarter of the calls wait for
 * a connection, a quarter are retried, and a quarter have so little time that some run out of it.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Channel } from '#channel/channel';
import type { CallOptions } from '#grpc/client/call-options';
import { Status, type StatusCode, statusName } from '#grpc/status';
import { Process } from '../attack/process.ts';
import { randomInt, seededRandom } from '../hpack/random.ts';
import { KINDS, settled } from './stage.ts';

const SERVERS = 2;
/** Calls of each sort at once. */
const AT_ONCE = 8;
/** A server lives so long, in milliseconds, and half as long again at most. */
const LIFE_MS = 1_000;

const { values: flags } = parseArgs({
  options: {
    seconds: { type: 'string', default: '180' },
    seed: { type: 'string', default: '1' },
  },
});
const seconds = Number(flags.seconds);
if (!(seconds >= 1 && seconds <= 86_400)) {
  console.error(`--seconds is a number from 1 to 86400, not ${flags.seconds}`);
  process.exit(1);
}
const random = seededRandom(Number(flags.seed));

const start = async (port: number) => {
  const server = new Process('../faults/restart-server.ts', [String(port)]);
  return { server, port: (await server.next<{ port: number }>()).port };
};

const retryPolicy = {
  maxAttempts: 4,
  initialBackoff: '0.01s',
  maxBackoff: '0.1s',
  backoffMultiplier: 2,
  retryableStatusCodes: ['UNAVAILABLE'],
};
const SORTS: readonly { name: string; options: CallOptions; retried?: boolean }[] = [
  { name: 'as they come', options: { timeoutMs: 20_000 } },
  { name: 'that wait for a connection', options: { timeoutMs: 20_000, waitForReady: true } },
  { name: 'that are retried', options: { timeoutMs: 20_000 }, retried: true },
  { name: 'with 20 ms', options: { timeoutMs: 20 } },
];

/** OK, or its server has gone, or its time is over. */
const EXPECTED = new Set<StatusCode>([Status.OK, Status.UNAVAILABLE, Status.DEADLINE_EXCEEDED]);

/** Calls of one sort, counted by what became of them. */
class Load {
  readonly codes = new Map<StatusCode, number>();
  readonly wrong: string[] = [];
  begun = 0;
  ended = 0;
  readonly channel: Channel;
  readonly #options: CallOptions;
  #stopped = false;

  constructor(channel: Channel, options: CallOptions) {
    this.channel = channel;
    this.#options = options;
  }

  stop(): void {
    this.#stopped = true;
  }

  async run(): Promise<void> {
    await Promise.all(Array.from({ length: AT_ONCE }, (_, i) => this.#caller(i)));
  }

  async #caller(first: number): Promise<void> {
    for (let i = first; !this.#stopped; i++) {
      const kind = KINDS[i % KINDS.length]!;
      const statuses: StatusCode[] = [];
      this.begun++;
      const onTrailers: CallOptions['onTrailers'] = (_, { code }) => {
        statuses.push(code);
        if (statuses.length > 1) this.wrong.push(`${kind} ended in ${statuses.map(statusName)}`);
      };
      const code = await settled(kind, this.channel, { ...this.#options, onTrailers });
      this.ended++;
      this.codes.set(code, (this.codes.get(code) ?? 0) + 1);
      // Who is told last, the caller or the callback, is not said.
      await new Promise((next) => setImmediate(next));
      if (statuses.length !== 1 || statuses[0] !== code) {
        this.wrong.push(
          `${kind} ended in ${statusName(code)}, and was told [${statuses.map(statusName)}]`,
        );
      }
    }
  }
}

const servers = await Promise.all(Array.from({ length: SERVERS }, () => start(0)));
const target = `ipv4:${servers.map(({ port }) => `127.0.0.1:${port}`).join(',')}`;
const loads = SORTS.map(({ options, retried }) => {
  const methodConfig = retried ? [{ name: [{}], retryPolicy }] : [];
  const channel = new Channel(target, {
    backoff: { initialMs: 20, maxMs: 200 },
    serviceConfig: { loadBalancingConfig: [{ round_robin: {} }], methodConfig },
  });
  return new Load(channel, options);
});
const running = Promise.all(loads.map((load) => load.run()));

let [kills, shutdowns] = [0, 0];
const over = performance.now() + seconds * 1000;
for (let turn = 0; performance.now() < over; turn++) {
  await sleep(LIFE_MS / SERVERS + randomInt(random, LIFE_MS / 4));
  const which = turn % SERVERS;
  const { server, port } = servers[which]!;
  if (turn % (2 * SERVERS) < SERVERS) {
    kills++;
    await server.kill();
  } else {
    shutdowns++;
    server.child.send('shutdown');
    await server.exited;
  }
  servers[which] = await start(port);
}
for (const load of loads) load.stop();
await running;
await Promise.all(loads.map(({ channel }) => channel.shutdown()));
await Promise.all(servers.map(({ server }) => server.kill()));

let bad = 0;
let all = 0;
console.log(`${seconds} s, ${kills} servers killed, ${shutdowns} shut down\n`);
for (const [i, { begun, ended, codes, wrong }] of loads.entries()) {
  const counts = [...codes]
    .sort(([a], [b]) => a - b)
    .map(([code, n]) => `${statusName(code)} ${n}`);
  console.log(`${String(ended).padStart(8)} calls ${SORTS[i]!.name}: ${counts.join(', ')}`);
  for (const one of wrong.slice(0, 10)) console.log(`         ✗ ${one}`);
  const unexpected = [...codes.keys()].filter((code) => !EXPECTED.has(code));
  if (unexpected.length > 0) console.log(`         ✗ nobody expects ${unexpected.map(statusName)}`);
  bad += wrong.length + unexpected.length + (begun - ended);
  all += ended;
}
const verdict = bad === 0 ? 'each call has one status' : `${bad} things are wrong`;
console.log(`\n${all} calls: ${verdict}`);
process.exitCode = bad === 0 && all > 0 ? 0 : 1;
