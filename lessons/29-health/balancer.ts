import { Channel } from '#channel/channel';
import { createClient } from '#grpc/client/client';
import { HealthDefinition } from '#protobuf/generated/grpc/health/v1/health';
import { ServingStatus } from '#services/health';
import { SHOP } from './shop.ts';

/** How often a balancer asks each server, in milliseconds. */
export const ASKS_EVERY_MS = 50;

/**
 * What a balancer does for those who connect anew each time: it asks each server how it is, every
 * now and then, and gives out the address of one that served when it was asked last.
 */
export class Balancer {
  readonly #servers: { port: number; serves: boolean; channel: Channel }[];
  readonly #timer: ReturnType<typeof setInterval>;
  #turn = 0;

  constructor(ports: readonly number[]) {
    this.#servers = ports.map((port) => ({
      port,
      serves: true,
      channel: new Channel(`ipv4:127.0.0.1:${port}`),
    }));
    this.#timer = setInterval(() => {
      for (const server of this.#servers) void this.#ask(server);
    }, ASKS_EVERY_MS);
  }

  /** The next of those that serve. */
  get port(): number {
    const serving = this.#servers.filter(({ serves }) => serves);
    const all = serving.length > 0 ? serving : this.#servers;
    return all[this.#turn++ % all.length]!.port;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    for (const { channel } of this.#servers) await channel.close();
  }

  async #ask(server: { serves: boolean; channel: Channel }): Promise<void> {
    const health = createClient(HealthDefinition, server.channel);
    try {
      const { status } = await health.check({ service: SHOP }, { timeoutMs: 1_000 });
      server.serves = status === ServingStatus.SERVING;
    } catch {
      server.serves = false;
    }
  }
}
