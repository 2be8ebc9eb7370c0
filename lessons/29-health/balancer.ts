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
  readonly #asking = new Set<Channel>();
  readonly #waiting = new Map<number, () => void>();
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
    return serving[this.#turn++ % serving.length]!.port;
  }

  /** Resolves when it has noticed that this one does not serve any more. */
  hasNoticed(port: number): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.set(port, resolve);
    });
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    for (const { channel } of this.#servers) await channel.close();
  }

  async #ask(server: { port: number; serves: boolean; channel: Channel }): Promise<void> {
    const { channel, port } = server;
    // A server that is slow to answer is asked once, and not once more each time.
    if (this.#asking.has(channel)) return;
    this.#asking.add(channel);
    try {
      const { status } = await createClient(HealthDefinition, channel).check({ service: SHOP });
      server.serves = status === ServingStatus.SERVING;
    } catch {
      server.serves = false;
    }
    this.#asking.delete(channel);
    if (!server.serves) this.#waiting.get(port)?.();
  }
}
