import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as tls from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { Channel } from '#channel/channel';
import type { ChannelOptions } from '#channel/channel-options';
import { bearer } from '#grpc/call-credentials';
import { createClient } from '#grpc/client';
import { GrpcError } from '#grpc/grpc-error';
import { Metadata } from '#grpc/metadata';
import { Server } from '#grpc/server';
import type { ServerCall } from '#grpc/server-call';
import { Status } from '#grpc/status';
import { GreeterDefinition } from '#protobuf/generated/hello';
import { failure } from '../grpc/orders.ts';

const pem = (name: string) =>
  readFileSync(join(import.meta.dirname, '../grpc/certificates', name), 'utf8');
const roots = pem('authority.pem');
const serverTls = { certificate: pem('server.pem'), privateKey: pem('server.key') };
const clientTls = { roots, certificate: pem('client.pem'), privateKey: pem('client.key') };

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function serve(options: ConstructorParameters<typeof Server>[0]) {
  const calls: ServerCall[] = [];
  const server = new Server(options).addService(GreeterDefinition, {
    sayHello({ name }, call) {
      calls.push(call);
      return { message: `Hello, ${name}` };
    },
  });
  const { port } = await server.listen({ port: 0 });
  closing.push(() => server.close());
  return { port, calls };
}

function connect(target: string, options: ChannelOptions) {
  const channel = new Channel(target, options);
  closing.push(() => channel.close(0));
  const greeter = createClient(GreeterDefinition, channel, { defaults: { timeoutMs: 10_000 } });
  return (options?: Parameters<typeof greeter.sayHello>[1]) =>
    greeter.sayHello({ name: 'Ada' }, options);
}

describe('TLS', () => {
  it('encrypts, and the handler knows', async () => {
    const { port, calls } = await serve({ tls: serverTls });
    expect((await connect(`localhost:${port}`, { tls: { roots } })()).message).toBe('Hello, Ada');
    expect(calls[0]?.peer).toMatchObject({ secure: true, certificate: undefined });
    expect(calls[0]?.peer.address).toMatch(/^127\.0\.0\.1:\d+$/);
    expect(calls[0]?.authority).toBe(`localhost:${port}`);
  });

  it.each([
    ['an authority that nobody trusts', { roots: pem('stranger.pem') }],
    ['no roots but those of the world', {}],
    ['another name', { roots, serverName: 'evil.test' }],
  ])('refuses %s', async (_, tls) => {
    const { port } = await serve({ tls: serverTls });
    const error = await failure(connect(`localhost:${port}`, { tls })());
    expect(error.code).toBe(Status.UNAVAILABLE);
    expect(error.details).toMatch(/certificate|altnames|self-signed/i);
  });

  it('a name in the certificate may stand for an address', async () => {
    const { port } = await serve({ tls: serverTls });
    const options = { tls: { roots, serverName: 'orders.test' }, authority: 'orders.test' };
    await connect(`ipv4:127.0.0.1:${port}`, options)();
  });

  it('an address is checked against the addresses in the certificate', async () => {
    const { port } = await serve({ tls: serverTls });
    await connect(`ipv4:127.0.0.1:${port}`, { tls: { roots } })();
  });

  it('plaintext against TLS, and TLS against plaintext, are UNAVAILABLE', async () => {
    const secure = await serve({ tls: serverTls });
    const open = await serve({});
    const plain = await failure(connect(`ipv4:127.0.0.1:${secure.port}`, {})());
    expect(plain.code).toBe(Status.UNAVAILABLE);
    const tls = await failure(connect(`ipv4:127.0.0.1:${open.port}`, { tls: { roots } })());
    expect(tls.code).toBe(Status.UNAVAILABLE);
  });

  it('a client that does not agree on h2 gets no connection', async () => {
    const { port, calls } = await serve({ tls: serverTls });
    const socket = tls.connect({ port, host: '127.0.0.1', ca: roots, servername: 'localhost' });
    socket.on('error', () => {});
    await new Promise((resolve) => socket.once('close', resolve));
    expect(calls).toEqual([]);
  });
});

describe('mTLS', () => {
  it('shows the handler who is calling', async () => {
    const { port, calls } = await serve({ tls: { ...serverTls, clientRoots: roots } });
    await connect(`localhost:${port}`, { tls: clientTls })();
    const certificate = calls[0]?.peer.certificate;
    expect(certificate?.commonName).toBe('test client');
    expect(certificate?.names).toEqual(['URI:spiffe://test/client', 'DNS:client.test']);
    expect(certificate?.fingerprint).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
    expect(certificate?.raw).toBeInstanceOf(Uint8Array);
  });

  it.each([
    ['no certificate', { roots }],
    [
      'a stranger’s certificate',
      { roots, certificate: pem('stranger.pem'), privateKey: pem('stranger.key') },
    ],
  ])('%s is turned away', async (_, tls) => {
    const { port, calls } = await serve({ tls: { ...serverTls, clientRoots: roots } });
    const error = await failure(connect(`localhost:${port}`, { tls })());
    expect(error.code).toBe(Status.UNAVAILABLE);
    expect(calls).toEqual([]);
  });
});

describe('call credentials', () => {
  it('travel with each call, on top of the channel’s', async () => {
    const { port, calls } = await serve({ tls: serverTls });
    const seen: string[] = [];
    const call = connect(`localhost:${port}`, {
      tls: { roots },
      credentials: {
        metadata: ({ serviceUrl }) => {
          seen.push(serviceUrl);
          return new Metadata({ 'x-audience': serviceUrl });
        },
      },
    });
    await call({ credentials: bearer(async () => 'token-1') });
    expect(calls[0]?.metadata.get('authorization')).toBe('Bearer token-1');
    expect(calls[0]?.metadata.get('x-audience')).toBe(`https://localhost:${port}/hello.Greeter`);
    await call();
    expect(calls[1]?.metadata.has('authorization')).toBe(false);
    expect(seen).toHaveLength(2);
  });

  it('never go over plaintext unless told so', async () => {
    const { port, calls } = await serve({});
    const call = connect(`ipv4:127.0.0.1:${port}`, {});
    const error = await failure(call({ credentials: bearer(() => 'secret') }));
    expect(error.code).toBe(Status.UNAUTHENTICATED);
    expect(calls).toEqual([]);
    await call({ credentials: bearer(() => 'public', { allowPlaintext: true }) });
    expect(calls[0]?.metadata.get('authorization')).toBe('Bearer public');
  });

  it('that fail end the call: with their status, if it cannot be mistaken for the server’s', async () => {
    const { port, calls } = await serve({ tls: serverTls });
    const call = connect(`localhost:${port}`, { tls: { roots } });
    const fail = (error: unknown) => ({
      metadata: () => {
        throw error;
      },
    });
    const codes: number[] = [];
    for (const error of [
      new Error('no network'),
      new GrpcError(Status.PERMISSION_DENIED, ''),
      new GrpcError(Status.NOT_FOUND, ''),
    ]) {
      codes.push((await failure(call({ credentials: fail(error) }))).code);
    }
    expect(codes).toEqual([Status.UNAUTHENTICATED, Status.PERMISSION_DENIED, Status.INTERNAL]);
    expect(calls).toEqual([]);
  });

  it('wait no longer than the deadline', async () => {
    const { port } = await serve({ tls: serverTls });
    const never = { metadata: () => new Promise<Metadata>(() => {}) };
    const call = connect(`localhost:${port}`, { tls: { roots } });
    const error = await failure(call({ credentials: never, timeoutMs: 30 }));
    expect(error.code).toBe(Status.DEADLINE_EXCEEDED);
  });
});
