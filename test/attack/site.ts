import { expect } from 'vitest';
import { Channel } from '#channel/channel';
import { createClient } from '#grpc/client/client';
import { Server } from '#grpc/server/server';
import type { ServerCall } from '#grpc/server/server-call';
import type { ServerOptions } from '#grpc/server/server-options';
import { GreeterDefinition } from '#protobuf/generated/hello';
import type { Connection, ConnectionHandlers, Listener } from '#transport/connection';
import { listenTcp } from '#transport/tcp';
import { EchoDefinition } from './echo.ts';
import { attack, type SocketPeer } from './socket-peer.ts';

/**
 * A real server of ours on a real port, and an honest client of it. Whatever an attacker does on
 * its own connection, the honest client is served.
 */
export class Site implements AsyncDisposable {
  readonly server: Server;
  readonly port: number;
  readonly channel: Channel;
  /** What handlers threw that was not a status: their text is for the server's owner alone. */
  readonly strays: unknown[];
  /** Calls of handlers under way, and the most at once. */
  running = 0;
  mostRunning = 0;
  /** Messages that the generators of `down` have made. */
  made = 0;
  /** Connections that the server has, the honest client's among them. */
  connections = 0;
  readonly #peers: SocketPeer[] = [];
  readonly #greeter;

  readonly #listener: Listener;

  private constructor(server: Server, listener: Listener, strays: unknown[]) {
    const { port } = listener;
    this.server = server;
    this.#listener = listener;
    this.port = port;
    this.strays = strays;
    this.channel = new Channel(`ipv4:127.0.0.1:${port}`);
    this.#greeter = createClient(GreeterDefinition, this.channel);
  }

  static async open(options: ServerOptions = {}): Promise<Site> {
    const strays: unknown[] = [];
    const server = new Server({ onHandlerError: (error) => strays.push(error), ...options });
    let site: Site | undefined;
    const until = async (call: ServerCall) => {
      site!.running++;
      site!.mostRunning = Math.max(site!.mostRunning, site!.running);
      await call.ended;
      site!.running--;
    };
    server.addService(GreeterDefinition, {
      sayHello: ({ name }) => ({ message: `Hello, ${name}` }),
    });
    server.addService(EchoDefinition, {
      unary: (request) => request,
      async *down(request, call) {
        void until(call);
        for (;;) {
          site!.made++;
          yield request;
        }
      },
      async up(requests, call) {
        void until(call);
        let count = 0;
        for await (const _ of requests) count++;
        return Uint8Array.of(count);
      },
      async *both(requests, call) {
        void until(call);
        for await (const message of requests) yield message;
      },
    });
    // As `server.listen` does it, and with an eye on who is there.
    const listener = await listenTcp({ port: 0 }, (connection) => {
      site!.connections++;
      server.accept(new Watched(connection, () => site!.connections--));
    });
    site = new Site(server, listener, strays);
    return site;
  }

  /** A raw client. Closed with the site. */
  async attack(handshake = true): Promise<SocketPeer> {
    const peer = await attack(this.port, handshake);
    this.#peers.push(peer);
    return peer;
  }

  /** One call of the honest client, on its own connection. */
  async serveHonestly(): Promise<void> {
    const { message } = await this.#greeter.sayHello({ name: 'Ada' }, { timeoutMs: 5000 });
    expect(message).toBe('Hello, Ada');
  }

  /** Resolves when the generators have made nothing for a while: whatever holds them, holds. */
  async whenStill(): Promise<void> {
    for (let before = -1, still = 0; still < 5; ) {
      await this.serveHonestly();
      still = this.made === before && before > 0 ? still + 1 : 0;
      before = this.made;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#peers.map((peer) => peer.destroy()));
    await this.channel.close();
    await this.server.close();
    await this.#listener.close();
  }
}

/** Tells when a connection is over. */
class Watched implements Connection {
  readonly #inner: Connection;
  readonly #closed: () => void;
  constructor(inner: Connection, closed: () => void) {
    this.#inner = inner;
    this.#closed = closed;
  }
  get remote(): string {
    return this.#inner.remote;
  }
  start(handlers: ConnectionHandlers): void {
    this.#inner.start({
      ...handlers,
      close: (error) => {
        this.#closed();
        handlers.close?.(error);
      },
    });
  }
  write(bytes: Uint8Array): boolean {
    return this.#inner.write(bytes);
  }
  end(): void {
    this.#inner.end();
  }
  destroy(error?: Error): void {
    this.#inner.destroy(error);
  }
  pause(): void {
    this.#inner.pause();
  }
  resume(): void {
    this.#inner.resume();
  }
}
