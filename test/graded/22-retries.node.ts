import * as grpc from '@grpc/grpc-js';
import { Channel } from '#channel/channel';
import type { ServiceConfigJson } from '#channel/names/service-config-json';
import { throwGap } from '#course/kit/compare/gap';
import { SOON_MS } from '#course/kit/patience';
import { createClient } from '#grpc/client/client';
import { GreeterDefinition } from '#protobuf/generated/hello';
import { greeter, listen } from './grpc-js.ts';

/**
 * The part of lesson 22's suite that needs Node: servers of grpc-js, and a channel of ours whose
 * retries are the learner's.
 */

type Say = grpc.handleUnaryCall<{ name: string }, { message: string }>;

async function serve(sayHello: Say): Promise<{ port: number; server: grpc.Server }> {
  const server = new grpc.Server();
  server.addService(greeter, { sayHello });
  return { port: await listen(server), server };
}

/** Asks by a channel of ours to those servers, in turn. */
async function ask(ports: number[], serviceConfig: ServiceConfigJson): Promise<string> {
  const target = `ipv4:${ports.map((port) => `127.0.0.1:${port}`).join(',')}`;
  const channel = new Channel(target, { serviceConfig });
  try {
    const { sayHello } = createClient(GreeterDefinition, channel);
    const { message } = await sayHello({ name: 'Ada' }, { timeoutMs: SOON_MS });
    return message;
  } catch (error) {
    throwGap(error);
    return String((error as Error).message);
  } finally {
    await channel.close();
  }
}

/** Three servers of which the first two hang until they are cancelled. */
export async function hedgedByStrangers() {
  const arrived: number[] = [];
  const cancelled: number[] = [];
  let heard = () => {};
  const allHeard = new Promise<void>((resolve) => {
    heard = resolve;
  });
  const sayHello: Say = (call, callback) => {
    const number = arrived.push(arrived.length + 1);
    if (number === 3) {
      callback(null, { message: 'from server 3' });
      return;
    }
    call.on('cancelled', () => {
      if (cancelled.push(number) === 2) heard();
    });
  };
  const servers = await Promise.all([serve(sayHello), serve(sayHello), serve(sayHello)]);
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const answer = await ask(
      servers.map(({ port }) => port),
      {
        loadBalancingConfig: [{ round_robin: {} }],
        methodConfig: [{ name: [{}], hedgingPolicy: { maxAttempts: 3, hedgingDelay: '0.01s' } }],
      },
    );
    // Nobody has won, so nobody will be cancelled.
    if (answer !== 'from server 3') return { answer, arrived, cancelled };
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, SOON_MS);
    });
    await Promise.race([allHeard, late]);
    return { answer, arrived, cancelled };
  } finally {
    clearTimeout(timer);
    for (const { server } of servers) server.forceShutdown();
  }
}

/** A server that says UNAVAILABLE twice, and what it reads of the attempts before. */
export async function retriedByStranger() {
  const previous: string[] = [];
  const { port, server } = await serve((call, callback) => {
    const [seen = 'none'] = call.metadata.get('grpc-previous-rpc-attempts');
    if (previous.push(String(seen)) < 3) callback({ code: grpc.status.UNAVAILABLE });
    else callback(null, { message: 'at the third attempt' });
  });
  try {
    const answer = await ask([port], {
      methodConfig: [
        {
          name: [{}],
          retryPolicy: {
            maxAttempts: 3,
            initialBackoff: '0.001s',
            maxBackoff: '0.002s',
            backoffMultiplier: 2,
            retryableStatusCodes: ['UNAVAILABLE'],
          },
        },
      ],
    });
    return { answer, previous };
  } finally {
    server.forceShutdown();
  }
}
