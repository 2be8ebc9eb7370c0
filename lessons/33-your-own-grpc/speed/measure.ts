import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import * as grpc from '@grpc/grpc-js';
import { Channel } from '#channel/channel';
import { createClient } from '#grpc/client/client';
import { GreeterDefinition } from '#protobuf/generated/hello';
import { digits, medianOf, type Spread, spreadOf } from '../../../test/bench/statistics.ts';
import { asGrpcJs } from '../../shop/as-grpc-js.ts';

/** How many calls are under way at once. */
export const IN_FLIGHT = [1, 16, 128] as const;

/** How fast one stack is beside the other, in the same run. */
export interface Figure {
  inFlight: number;
  /** Calls a second, the middle of all rounds. */
  ours: number;
  grpcJs: number;
  /** Ours to grpc-js', round by round. */
  ratio: Spread;
}

export interface Effort {
  rounds: number;
  /** Of one stack in one round. */
  ms: number;
  warmUpMs: number;
}

/** One greeting, there and back. */
type Greet = () => Promise<unknown>;

interface Contestant {
  greet: Greet;
  close(): Promise<void>;
}

/**
 * Each client calls its own server, which is a process of its own. Both take turns, round after
 * round: a slow moment of the machine hits both. A round gives one ratio.
 */
export async function measure({ rounds, ms, warmUpMs }: Effort): Promise<Figure[]> {
  const open: Contestant[] = [];
  try {
    const ours = await startOurs();
    open.push(ours);
    const grpcJs = await startGrpcJs();
    open.push(grpcJs);
    const figures: Figure[] = [];
    for (const inFlight of IN_FLIGHT) {
      for (const { greet } of open) await callsASecond(greet, inFlight, warmUpMs);
      // #region rounds
      const speeds: [ours: number, grpcJs: number][] = [];
      for (let round = 0; round < rounds; round++) {
        speeds.push([
          await callsASecond(ours.greet, inFlight, ms),
          await callsASecond(grpcJs.greet, inFlight, ms),
        ]);
      }
      const ratios = speeds.map(([mine, theirs]) => mine / theirs);
      // #endregion rounds
      figures.push({
        inFlight,
        ours: Math.round(medianOf(speeds.map(([mine]) => mine))),
        grpcJs: Math.round(medianOf(speeds.map(([, theirs]) => theirs))),
        ratio: spreadOf(ratios),
      });
    }
    return figures;
  } finally {
    for (const one of open) await one.close();
  }
}

async function callsASecond(greet: Greet, inFlight: number, ms: number): Promise<number> {
  let count = 0;
  const begun = performance.now();
  const until = begun + ms;
  const one = async () => {
    while (performance.now() < until) {
      await greet();
      count++;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, one));
  return (count / (performance.now() - begun)) * 1000;
}

async function startOurs(): Promise<Contestant> {
  const { port, end } = await startServer('ours');
  const channel = new Channel(`ipv4:127.0.0.1:${port}`);
  const client = createClient(GreeterDefinition, channel);
  return {
    greet: () => client.sayHello({ name: 'Ada' }),
    async close() {
      await channel.close();
      await end();
    },
  };
}

type SayHello = (
  request: { name: string },
  done: (error: Error | null, reply: unknown) => void,
) => void;

async function startGrpcJs(): Promise<Contestant> {
  const { port, end } = await startServer('grpc-js');
  const Client = grpc.makeGenericClientConstructor(asGrpcJs(GreeterDefinition), 'Greeter');
  const client = new Client(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
  const sayHello = (client.sayHello as SayHello).bind(client);
  return {
    greet: () =>
      new Promise((resolve, reject) => {
        sayHello({ name: 'Ada' }, (error, reply) => (error ? reject(error) : resolve(reply)));
      }),
    async close() {
      client.close();
      await end();
    },
  };
}

async function startServer(whose: string) {
  const child: ChildProcess = fork(join(import.meta.dirname, 'server.ts'), [whose], {
    execArgv: withLoader(process.execArgv),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const gone = once(child, 'close');
  const [port] = await Promise.race([
    once(child, 'message'),
    gone.then(([code]) => Promise.reject(new Error(`the server of ${whose} ended with ${code}`))),
  ]);
  return {
    port: port as number,
    async end() {
      child.kill();
      await gone;
    },
  };
}

/** The flags of this process: so the same layers are switched in. */
const withLoader = (flags: readonly string[]) =>
  flags.includes('tsx') ? [...flags] : [...flags, '--import', 'tsx'];

/** `5.20 × (4.81 … 5.90)` */
export function ratioText({ ratio: { median, lowest, highest } }: Figure): string {
  return `${digits(median)} × (${digits(lowest)} … ${digits(highest)})`;
}
