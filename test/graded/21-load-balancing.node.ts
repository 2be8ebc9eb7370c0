import * as grpc from '@grpc/grpc-js';
import { Channel } from '#channel/channel';
import type { Address } from '#channel/connections/address';
import { createDial } from '#channel/connections/dial';
import type { Resolution, ResolverListener } from '#channel/names/resolver';
import { throwGap } from '#course/kit/compare/gap';
import { SOON_MS } from '#course/kit/patience';
import { createClient } from '#grpc/client/client';
import { GreeterDefinition } from '#protobuf/generated/hello';
import { systemClock } from '#time/clock';

/**
 * The part of lesson 21's suite that needs Node: three servers of grpc-js behind one channel of the
 * stack, whose `round_robin` stands on the learner's pieces.
 */

const { path } = GreeterDefinition.methods.sayHello;
const THREE = [1, 2, 3];

/** A server that answers every call with its number. */
async function startStranger(number: number) {
  const peers = new Set<string>();
  const server = new grpc.Server();
  server.addService(
    {
      SayHello: {
        path,
        requestStream: false,
        responseStream: false,
        requestDeserialize: (bytes: Buffer) => bytes,
        requestSerialize: (bytes: Buffer) => bytes,
        responseDeserialize: (bytes: Buffer) => bytes,
        responseSerialize: (bytes: Buffer) => bytes,
      },
    },
    {
      SayHello: (
        call: grpc.ServerUnaryCall<Buffer, Buffer>,
        callback: grpc.sendUnaryData<Buffer>,
      ) => {
        peers.add(call.getPeer());
        callback(
          null,
          Buffer.from(
            GreeterDefinition.methods.sayHello.encodeResponse({ message: String(number) }),
          ),
        );
      },
    },
  );
  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    ),
  );
  const address: Address = { host: '127.0.0.1', port };
  return { address, peers, close: () => server.forceShutdown() };
}

interface World {
  ask(): Promise<number>;
  /** Resolves when there was a connection to each of these. */
  until(...numbers: number[]): Promise<void>;
  found(...numbers: number[]): void;
  connections(): number[];
}

async function inWorld<T>(scene: (world: World) => Promise<T>): Promise<T> {
  const strangers = await Promise.all(THREE.map(startStranger));
  let listener: ResolverListener | undefined;
  const resolution = (numbers: readonly number[]): Resolution => ({
    addresses: numbers.map((number) => strangers[number - 1]!.address),
  });
  const connected = new Set<number>();
  let look = () => {};
  const dial = createDial({
    tls: undefined,
    serverName: () => 'here',
    http2: {},
    clock: systemClock,
    keepaliveTimeoutMs: undefined,
    keepaliveWithoutCalls: false,
  });
  const channel = new Channel('here:shop', {
    dial: async (address, ...rest) => {
      const transport = await dial(address, ...rest);
      connected.add(strangers.findIndex((stranger) => stranger.address === address) + 1);
      look();
      return transport;
    },
    serviceConfig: { loadBalancingConfig: [{ round_robin: {} }] },
    random: () => 0,
    resolvers: {
      here: () => ({
        start: (given) => {
          listener = given;
        },
        resolveAgain: () => {},
        close: () => {},
      }),
    },
  });
  channel.onStateChange(() => look());
  const greeter = createClient(GreeterDefinition, channel);
  const ask = async () => {
    const { message } = await greeter
      .sayHello({ name: '' }, { timeoutMs: SOON_MS })
      .catch((error) => {
        // The channel says that the balancer has failed, and what it failed with is a gap.
        throwGap((error as Error).cause);
        throw error;
      });
    return Number(message);
  };
  try {
    channel.connect();
    return await scene({
      ask,
      until: (...numbers) =>
        new Promise((resolve, reject) => {
          const said = () => new Error(`no connection to server ${numbers.join(' or ')}`);
          const timer = setTimeout(() => reject(said()), SOON_MS);
          look = () => {
            // No policy, or no server: a call says why.
            if (channel.state === 'TRANSIENT_FAILURE') {
              clearTimeout(timer);
              ask().then(() => reject(said()), reject);
              return;
            }
            if (!numbers.every((number) => connected.has(number))) return;
            clearTimeout(timer);
            // The channel hears of it after us.
            setImmediate(resolve);
          };
          look();
        }),
      found: (...numbers) => listener!.resolved(resolution(numbers)),
      connections: () => strangers.map(({ peers }) => peers.size),
    });
  } finally {
    await channel.close();
    for (const stranger of strangers) stranger.close();
  }
}

/** Thirty calls once all three connections stand. @returns the calls of each server */
export function withStrangers(): Promise<number[]> {
  return inWorld(async ({ ask, until, found }) => {
    found(...THREE);
    await until(...THREE);
    const calls = [0, 0, 0];
    for (let i = 0; i < 30; i++) calls[(await ask()) - 1]!++;
    return calls;
  });
}

/** The list changes from 1 and 2 to 2 and 3 while calls are under way. */
export function updatedChannel(): Promise<{
  connections: number[];
  failed: number;
  after: number[];
}> {
  return inWorld(async ({ ask, until, found, connections }) => {
    found(1, 2);
    await until(1, 2);
    const underWay = Array.from({ length: 6 }, ask);
    found(2, 3);
    const ended = await Promise.allSettled(underWay);
    await until(2, 3);
    const after = new Set<number>();
    for (let i = 0; i < 6; i++) after.add(await ask());
    return {
      connections: connections(),
      failed: ended.filter(({ status }) => status === 'rejected').length,
      after: [...after].sort(),
    };
  });
}
