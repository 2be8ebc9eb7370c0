import { afterEach, describe, expect, it } from 'vitest';
import { Channel } from '#channel/channel';
import { createClient } from '#grpc/client/client';
import { Keepalive } from '#grpc/liveness/keepalive';
import { Server } from '#grpc/server/server';
import { attachHttp2 } from '#http2/attach';
import { createHttp2Client } from '#http2/connection';
import { HANDSHAKE_TIMEOUT_MS, LINGER_MS } from '#http2/limits/limits';
import { GreeterDefinition } from '#protobuf/generated/hello';
import { FakeClock } from '#time/fake-clock';
import { createPipe } from '#transport/memory';

describe('Keepalive', () => {
  function world(wanted = () => true) {
    const clock = new FakeClock();
    const log: string[] = [];
    const peer = { lastHeard: clock.now(), answers: true };
    const keepalive = new Keepalive({
      clock,
      intervalMs: 1000,
      timeoutMs: 100,
      lastHeard: () => peer.lastHeard,
      wanted,
      ping: () => {
        log.push('ping');
        if (peer.answers) peer.lastHeard = clock.now();
      },
      dead: () => log.push('dead'),
    });
    return { clock, log, peer, keepalive };
  }

  it('asks only when it has heard nothing for so long', () => {
    const { clock, log, peer } = world();
    clock.advance(900);
    peer.lastHeard = clock.now();
    clock.advance(999);
    expect(log).toEqual([]);
    clock.advance(1);
    expect(log).toEqual(['ping']);
    clock.advance(1000);
    expect(log).toEqual(['ping', 'ping']);
  });

  it('takes the peer for dead when no answer comes, once', () => {
    const { clock, log, peer } = world();
    peer.answers = false;
    clock.advance(1099);
    expect(log).toEqual(['ping']);
    clock.advance(1);
    expect(log).toEqual(['ping', 'dead']);
    clock.advance(100_000);
    expect(log).toEqual(['ping', 'dead']);
  });

  it('does not ask while it is not wanted, nor after it was stopped', () => {
    let calls = 0;
    const { clock, log, keepalive } = world(() => calls > 0);
    clock.advance(5000);
    expect(log).toEqual([]);
    calls = 1;
    clock.advance(1000);
    expect(log).toEqual(['ping']);
    keepalive.stop();
    clock.advance(100_000);
    expect(log).toEqual(['ping']);
    expect(clock.pending).toBe(0);
  });
});

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

it('a server ends a connection whose client pings too much, and no other', async () => {
  const server = new Server().addService(GreeterDefinition, {
    sayHello: ({ name }) => ({ message: name }),
  });
  const { port } = await server.listen({ port: 0 });
  const channel = new Channel(`ipv4:127.0.0.1:${port}`);
  closing.push(
    () => server.close(),
    () => channel.close(),
  );
  const greeter = createClient(GreeterDefinition, channel);
  await greeter.sayHello({ name: 'before' });

  const [near, far] = createPipe();
  server.accept(far);
  const goaway = await new Promise<{ code: number; text: string }>((resolve) => {
    let acks = 0;
    const rude = createHttp2Client({
      settings: () => rude.ping(),
      pingAck: () => {
        if (++acks < 100) rude.ping();
      },
      goaway: (_, code, debug) => resolve({ code, text: new TextDecoder().decode(debug) }),
    });
    attachHttp2(rude, near);
  });
  expect(goaway).toEqual({ code: 0xb, text: 'too_many_pings' });
  expect((await greeter.sayHello({ name: 'after' })).message).toBe('after');
});

it('a server gives up a client that says nothing at all', async () => {
  const clock = new FakeClock();
  const server = new Server({ clock });
  closing.push(() => server.close());
  const [near, far] = createPipe();
  const closed = new Promise<void>((resolve) => {
    near.start({ data() {}, close: () => resolve() });
  });
  server.accept(far);
  clock.advance(HANDSHAKE_TIMEOUT_MS);
  await new Promise((next) => setImmediate(next)); // It says why, and waits a little.
  clock.advance(LINGER_MS);
  await closed;
});
