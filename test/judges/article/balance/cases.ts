import { ask, connectTo as connectJs } from '../../../../lessons/21-load-balancing/world.ts';
import type { Case } from '../../kit/cases.ts';
import { runProgram } from '../../kit/run-program.ts';
import { expect, until } from '../expect.ts';
import type { CountingServer } from './servers.ts';

/** What the Go client counted: calls of each server in the order of `servers`, and failures. */
interface Counted {
  counts: number[];
  failed: number;
}

const addressOf = ({ port }: CountingServer) => `127.0.0.1:${port}`;

/** `round_robin` from Go over servers of ours. */
export function goBalancerCases(program: string, start: () => Promise<CountingServer>): Case[] {
  const count = async (servers: readonly CountingServer[], flags: string[]): Promise<Counted> => {
    const { code, output } = await runProgram(program, [
      `-addr=${servers.map(addressOf)}`,
      ...flags,
    ]);
    if (code !== 0) throw new Error(output);
    const of = (address: string) =>
      Number(new RegExp(`server ${address.replaceAll('.', '\\.')} (\\d+)`).exec(output)?.[1] ?? 0);
    return {
      counts: servers.map((server) => of(addressOf(server))),
      failed: Number(/failed (\d+)\s*$/.exec(output)?.[1] ?? Number.NaN),
    };
  };
  const withThree = async (use: (servers: CountingServer[]) => Promise<void>) => {
    const servers = [await start(), await start(), await start()];
    try {
      await use(servers);
    } finally {
      for (const server of servers) await server.stop();
    }
  };
  return [
    {
      name: 'round_robin: as many calls each',
      run: () =>
        withThree(async (servers) => {
          const { counts, failed } = await count(servers, ['-calls=300']);
          expect('calls of each server', counts, [100, 100, 100]);
          expect('failed', failed, 0);
        }),
    },
    {
      name: 'no policy: one server gets all',
      run: () =>
        withThree(async (servers) => {
          const { counts } = await count(servers, ['-calls=60', '-warm=false', '-config={}']);
          expect('calls of each server', counts, [60, 0, 0]);
          expect(
            'what the servers have counted',
            servers.map(({ calls }) => calls),
            [60, 0, 0],
          );
        }),
    },
    {
      name: 'least_request_experimental: all of them',
      run: () =>
        withThree(async (servers) => {
          const config = '{"loadBalancingConfig":[{"least_request_experimental":{}}]}';
          const { counts, failed } = await count(servers, ['-calls=300', `-config=${config}`]);
          expect(
            'every server has calls',
            counts.map((calls) => calls > 50),
            [true, true, true],
          );
          expect('failed', failed, 0);
        }),
    },
    {
      name: 'a server that ends as it should costs no call',
      run: () =>
        withThree(async (servers) => {
          const counting = count(servers, ['-calls=300', '-every=1ms']);
          await until('calls at each server', () => servers.every(({ calls }) => calls > 20));
          await servers[1]!.stop();
          const at = servers.map(({ calls }) => calls);
          const { counts, failed } = await counting;
          expect('failed', failed, 0);
          expect('all calls', counts[0]! + counts[1]! + counts[2]!, 300);
          expect('calls after its end', servers[1]!.calls, at[1]);
          expect('the others went on', servers[0]!.calls > at[0]!, true);
        }),
    },
    {
      name: 'a server that is not there is left out',
      run: () =>
        withThree(async (servers) => {
          await servers[0]!.stop();
          const { counts, failed } = await count(servers, ['-calls=60', '-warm=false']);
          expect('calls of the one that is not there', counts[0], 0);
          expect('all calls', counts[1]! + counts[2]!, 60);
          expect('failed', failed, 0);
        }),
    },
  ];
}

/** The same servers, and `round_robin` of grpc-js, so that it is the same servers that are even. */
export const jsAgrees = (start: () => Promise<CountingServer>): Case => ({
  name: 'grpc-js: as many calls each',
  async run() {
    const servers = [await start(), await start(), await start()];
    const shop = connectJs(`ipv4:${servers.map(addressOf)}`, {
      'grpc.service_config': '{"loadBalancingConfig":[{"round_robin":{}}]}',
    });
    try {
      const calls = () => servers.map((server) => server.calls);
      while (calls().some((count) => count === 0)) await ask(shop);
      const before = calls();
      for (let i = 0; i < 99; i++) await ask(shop);
      expect(
        'calls of each server',
        calls().map((count, i) => count - before[i]!),
        [33, 33, 33],
      );
    } finally {
      shop.close();
      for (const server of servers) await server.stop();
    }
  },
});
