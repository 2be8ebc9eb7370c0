import { mkdtempSync, rmSync } from 'node:fs';
import { connect as connectRaw } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tls from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { Channel } from '#channel/channel';
import type { ChannelOptions } from '#channel/channel-options';
import { bearer } from '#grpc/client/call-credentials';
import { createClient } from '#grpc/client/client';
import { GrpcError } from '#grpc/grpc-error';
import { Metadata } from '#grpc/metadata';
import { Server } from '#grpc/server/server';
import type { ServerCall } from '#grpc/server/server-call';
import { Status } from '#grpc/status';
import { GreeterDefinition } from '#protobuf/generated/hello';
import { MAX_CERTIFICATE_NAMES_LENGTH, TLS_HANDSHAKE_TIMEOUT_MS } from '#transport/limits';
import type { SocketAddress } from '#transport/tcp';
import { createTlsConnector, type TlsClientIdentity } from '#transport/tls/client';
import type { TlsServerIdentity } from '#transport/tls/server';
import {
  createAuthority,
  dns,
  type Identity,
  ip,
  uri,
} from '../../lessons/security/certificates.ts';
import { failure } from '../grpc/orders.ts';

const authority = await createAuthority();
const stranger = await createAuthority('a stranger');
const roots = authority.certificate;
const localhost = await authority.sign([dns('localhost')]);
const orders = await authority.sign([dns('orders.test')]);
const loopback = await authority.sign([ip('127.0.0.1')]);

const hasIpv6 = Object.values(networkInterfaces())
  .flat()
  .some((each) => each?.address === '::1');

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function serve(options: ConstructorParameters<typeof Server>[0], address?: SocketAddress) {
  const calls: ServerCall[] = [];
  const server = new Server(options).addService(GreeterDefinition, {
    sayHello({ name }, call) {
      calls.push(call);
      return { message: `Hello, ${name}` };
    },
  });
  const { port } = await server.listen(address ?? { port: 0 });
  closing.push(() => server.close());
  return { port, calls };
}

function connect(target: string, options: ChannelOptions) {
  const channel = new Channel(target, options);
  closing.push(() => channel.close());
  const greeter = createClient(GreeterDefinition, channel, { defaults: { timeoutMs: 10_000 } });
  return (options?: Parameters<typeof greeter.sayHello>[1]) =>
    greeter.sayHello({ name: 'Ada' }, options);
}

/** DNS as an attacker, or a test, would have it. */
const resolvesTo =
  (...addresses: string[]) =>
  async () =>
    addresses;

/** A resolver of one's own that finds these addresses. */
const finds = (...addresses: { host: string; port: number; serverName?: string }[]) => ({
  registry: () => ({
    start: (listener: { resolved(resolution: { addresses: typeof addresses }): void }) =>
      listener.resolved({ addresses }),
    resolveAgain() {},
    close() {},
  }),
});

const WRONG = /^no connection to .*: the server's certificate is for .*, and .* was asked for$/;

describe('whom the certificate must name', () => {
  it('the host of the target, and not the address that DNS says', async () => {
    const { port } = await serve({ tls: loopback });
    const lookup = resolvesTo('127.0.0.1');
    const error = await failure(connect(`dns:evil.test:${port}`, { tls: { roots }, lookup })());
    expect(error.code).toBe(Status.UNAVAILABLE);
    expect(error.details).toBe(
      `no connection to 127.0.0.1:${port}: the server's certificate is for ` +
        'IP Address:127.0.0.1, and evil.test was asked for',
    );
  });

  it('with a line of the names of a certificate that has hundreds of others', async () => {
    const names = Array.from({ length: 400 }, (_, i) => dns(`server-${i}.orders.test`));
    const { port } = await serve({ tls: await authority.sign(names) });
    const { details } = await failure(connect(`localhost:${port}`, { tls: { roots } })());
    expect(details).toMatch(
      /certificate is for DNS:server-0\.orders\.test, .*…, and localhost was/,
    );
    expect(details.length).toBeLessThan(MAX_CERTIFICATE_NAMES_LENGTH + 150);
  });

  it.each(['dns:orders.test:', 'dns:///orders.test:', 'ORDERS.TEST:', 'dns:orders.test.:'])(
    'wherever DNS says it is: %s',
    async (target) => {
      const { port } = await serve({ tls: orders }, { host: '127.0.0.2', port: 0 });
      const lookup = resolvesTo('127.0.0.2');
      await connect(`${target}${port}`, { tls: { roots }, lookup })();
    },
  );

  it('the address, if the target is one', async () => {
    const named = await serve({ tls: orders });
    const addressed = await serve({ tls: loopback });
    for (const scheme of ['ipv4:', 'dns:', '']) {
      await connect(`${scheme}127.0.0.1:${addressed.port}`, { tls: { roots } })();
      const refused = connect(`${scheme}127.0.0.1:${named.port}`, { tls: { roots } })();
      expect((await failure(refused)).details).toMatch(WRONG);
    }
  });

  it('each address of a list names itself', async () => {
    const second = await authority.sign([ip('127.0.0.2')]);
    const a = await serve({ tls: loopback });
    const b = await serve({ tls: second }, { host: '127.0.0.2', port: 0 });
    const impostor = await serve({ tls: loopback }, { host: '127.0.0.3', port: 0 });
    const options = {
      tls: { roots },
      serviceConfig: { loadBalancingConfig: [{ round_robin: {} }] },
    };
    const both = connect(`ipv4:127.0.0.1:${a.port},127.0.0.2:${b.port}`, options);
    await expect.poll(() => both().then(() => Math.min(a.calls.length, b.calls.length))).toBe(2);
    const alone = connect(`ipv4:127.0.0.3:${impostor.port},127.0.0.3:1`, options);
    expect((await failure(alone())).code).toBe(Status.UNAVAILABLE);
    expect(impostor.calls).toEqual([]);
  });

  it.skipIf(!hasIpv6)('an IPv6 address, too', async () => {
    const six = await authority.sign([ip('::1')]);
    const { port } = await serve({ tls: six }, { host: '::1', port: 0 });
    await connect(`ipv6:[::1]:${port}`, { tls: { roots } })();
    await connect(`dns:[0:0:0:0:0:0:0:1]:${port}`, { tls: { roots } })();
    const named = connect(`dns:six.test:${port}`, { tls: { roots }, lookup: resolvesTo('::1') });
    expect((await failure(named())).details).toMatch(WRONG);
  });

  it('the authority, if the user sets one', async () => {
    const { port, calls } = await serve({ tls: orders });
    const options = { tls: { roots }, authority: 'orders.test:443' };
    await connect(`ipv4:127.0.0.1:${port}`, options)();
    expect(calls[0]?.authority).toBe('orders.test:443');
    const other = await serve({ tls: loopback });
    expect((await failure(connect(`ipv4:127.0.0.1:${other.port}`, options)())).details).toMatch(
      WRONG,
    );
  });

  it('tls.serverName before all others; the authority stays as it was', async () => {
    const { port, calls } = await serve({ tls: orders });
    const options = { tls: { roots, serverName: 'orders.test' }, authority: 'front.test' };
    await connect(`localhost:${port}`, options)();
    expect(calls[0]?.authority).toBe('front.test');
    const evil = { tls: { roots, serverName: 'evil.test' } };
    expect(
      (
        await failure(
          connect(`orders.test:${port}`, { ...evil, lookup: resolvesTo('127.0.0.1') })(),
        )
      ).details,
    ).toMatch(WRONG);
  });

  it('localhost, over a Unix socket', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'grpc-'));
    closing.push(() => rmSync(folder, { recursive: true }));
    await serve({ tls: localhost }, { path: join(folder, 'a') });
    await serve({ tls: orders }, { path: join(folder, 'b') });
    await connect(`unix:${join(folder, 'a')}`, { tls: { roots } })();
    const other = `unix:${join(folder, 'b')}`;
    expect((await failure(connect(other, { tls: { roots } })())).details).toMatch(WRONG);
    await connect(other, { tls: { roots }, authority: 'orders.test' })();
  });

  it('the target’s, also if a resolver of one’s own finds hosts and not addresses', async () => {
    const { port } = await serve({ tls: localhost });
    const good = await serve({ tls: orders });
    const options = (port: number) => ({
      tls: { roots },
      resolvers: finds({ host: 'localhost', port }),
    });
    expect((await failure(connect('registry:orders.test', options(port))())).details).toMatch(
      WRONG,
    );
    await connect('registry:orders.test', options(good.port))();
    await connect('registry:///orders.test', options(good.port))();
  });

  it('the name that a resolver gives to the address, unless the user has set one', async () => {
    const { port } = await serve({ tls: localhost });
    const resolvers = finds({ host: '127.0.0.1', port, serverName: 'localhost' });
    await connect('registry:orders.test', { tls: { roots }, resolvers })();
    const set = connect('registry:orders.test', {
      tls: { roots },
      resolvers,
      authority: 'orders.test',
    });
    expect((await failure(set())).details).toMatch(WRONG);
  });

  it('one address under two names is two connections', async () => {
    const { port } = await serve({ tls: localhost });
    for (const policy of ['round_robin', 'pick_first']) {
      const call = connect('registry:orders', {
        tls: { roots },
        serviceConfig: { loadBalancingConfig: [{ [policy]: {} }] },
        resolvers: finds(
          { host: '127.0.0.1', port, serverName: 'evil.test' },
          { host: '127.0.0.1', port, serverName: 'localhost' },
        ),
      });
      await call({ waitForReady: true });
    }
  });

  it('a wildcard stands for one label; a common name for nothing', async () => {
    const wild = await serve({ tls: await authority.sign([dns('*.orders.test')]) });
    const common = await serve({ tls: await authority.sign([], { commonName: 'a.orders.test' }) });
    const lookup = resolvesTo('127.0.0.1');
    const call = (host: string, port: number) =>
      connect(`dns:${host}:${port}`, { tls: { roots }, lookup })();
    await call('a.orders.test', wild.port);
    for (const host of ['orders.test', 'a.b.orders.test']) {
      expect((await failure(call(host, wild.port))).details).toMatch(WRONG);
    }
    expect((await failure(call('a.orders.test', common.port))).details).toContain('has no names');
  });

  it('a name beyond ASCII, as DNS and certificates write it', async () => {
    const { port, calls } = await serve({ tls: await authority.sign([dns('xn--bcher-kva.test')]) });
    const lookup = resolvesTo('127.0.0.1');
    await connect(`dns:bücher.test:${port}`, { tls: { roots }, lookup })();
    expect(calls[0]?.authority).toBe(`xn--bcher-kva.test:${port}`);
  });

  it('is asked again on every connection: no session of another name helps', async () => {
    const { port } = await serve({ tls: orders });
    const lookup = resolvesTo('127.0.0.1');
    for (let round = 0; round < 3; round++) {
      await connect(`dns:orders.test:${port}`, { tls: { roots }, lookup })();
      const evil = connect(`dns:evil.test:${port}`, { tls: { roots }, lookup })();
      expect((await failure(evil)).details).toMatch(WRONG);
    }
  });
});

describe('SNI (RFC 6066 §3)', () => {
  /** The server names that clients have sent. */
  async function listen({ certificate, privateKey }: Identity) {
    const names: (string | false)[] = [];
    const server = tls.createServer(
      { cert: certificate, key: privateKey, ALPNProtocols: ['h2'] },
      (socket) => {
        names.push((socket as unknown as { servername: string | false }).servername);
        socket.destroy();
      },
    );
    server.on('tlsClientError', () => {});
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    closing.push(() => server.close());
    return { port: (server.address() as { port: number }).port, names };
  }

  it.each([
    ['dns:orders.test', {}, orders, 'orders.test'],
    ['dns:orders.test.', {}, orders, 'orders.test'],
    ['ipv4:127.0.0.1', { authority: 'orders.test' }, orders, 'orders.test'],
    ['ipv4:127.0.0.1', {}, loopback, false],
  ])('%s with %o', async (target, options, identity, expected) => {
    const { port, names } = await listen(identity);
    const lookup = resolvesTo('127.0.0.1');
    await failure(connect(`${target}:${port}`, { tls: { roots }, lookup, ...options })());
    expect(names[0]).toBe(expected);
  });
});

describe('TLS', () => {
  it('encrypts, and the handler knows', async () => {
    const { port, calls } = await serve({ tls: localhost });
    expect((await connect(`localhost:${port}`, { tls: { roots } })()).message).toBe('Hello, Ada');
    expect(calls[0]?.peer).toMatchObject({ secure: true, certificate: undefined });
    expect(calls[0]?.peer.address).toMatch(/^127\.0\.0\.1:\d+$/);
    expect(calls[0]?.authority).toBe(`localhost:${port}`);
  });

  const past = new Date(Date.now() - 3600_000);
  const future = new Date(Date.now() + 3600_000);
  it.each<[string, () => Promise<Identity>, RegExp]>([
    [
      'nobody whom we trust has signed it',
      () => stranger.sign([dns('localhost')]),
      /no root that we trust/,
    ],
    ['it signs itself', async () => stranger, /self-signed/],
    ['it has expired', () => authority.sign([dns('localhost')], { notAfter: past }), /has expired/],
    [
      'it is not valid yet',
      () => authority.sign([dns('localhost')], { notBefore: future }),
      /not valid yet/,
    ],
    [
      'it is for clients',
      () => authority.sign([dns('localhost')], { usage: 'client' }),
      /not meant for servers/,
    ],
  ])('refuses a certificate if %s, and says so', async (_, identity, text) => {
    const { port } = await serve({ tls: await identity() });
    const error = await failure(connect(`localhost:${port}`, { tls: { roots } })());
    expect(error.code).toBe(Status.UNAVAILABLE);
    expect(error.details).toMatch(text);
  });

  it('trusts the roots of the world if no others are given', async () => {
    const { port } = await serve({ tls: localhost });
    const error = await failure(connect(`localhost:${port}`, { tls: {} })());
    expect(error.details).toMatch(/no root that we trust/);
  });

  it('plaintext against TLS, and TLS against plaintext, are UNAVAILABLE', async () => {
    const secure = await serve({ tls: loopback });
    const open = await serve({});
    const plain = await failure(connect(`ipv4:127.0.0.1:${secure.port}`, {})());
    expect(plain.code).toBe(Status.UNAVAILABLE);
    const encrypted = await failure(connect(`ipv4:127.0.0.1:${open.port}`, { tls: { roots } })());
    expect(encrypted.code).toBe(Status.UNAVAILABLE);
    expect(encrypted.details).toContain('does not speak TLS at this port');
  });

  it('a client that does not agree on h2 gets no connection', async () => {
    const { port, calls } = await serve({ tls: localhost });
    const socket = tls.connect({ port, host: '127.0.0.1', ca: roots, servername: 'localhost' });
    socket.on('error', () => {});
    await new Promise((resolve) => socket.once('close', resolve));
    expect(calls).toEqual([]);
  });

  it('TLS_HANDSHAKE_TIMEOUT_MS, or less: a client that never ends its handshake is cut off', async () => {
    expect(TLS_HANDSHAKE_TIMEOUT_MS).toBe(20_000);
    const { port, calls } = await serve({ tls: { ...localhost, handshakeTimeoutMs: 30 } });
    const silent = connectRaw({ port, host: '127.0.0.1' });
    silent.on('error', () => {});
    await new Promise((resolve) => silent.once('close', resolve));
    expect(calls).toEqual([]);
  });

  const wrongPems: [string, object, RegExp][] = [
    ['roots that are none', { roots: 'authority' }, /^roots: there is no certificate/],
    ['a certificate without its key', { certificate: orders.certificate }, /privateKey is missing/],
    ['a key without its certificate', { privateKey: orders.privateKey }, /certificate is missing/],
    ['another’s key', { ...orders, privateKey: localhost.privateKey }, /does not belong/],
    ['a key that is none', { ...orders, privateKey: orders.certificate }, /not a private key/],
    [
      'a certificate with a typo',
      { ...orders, certificate: orders.certificate.replace(/\n[A-Za-z]/, '\n!') },
      /cannot be read/,
    ],
  ];
  it.each(wrongPems)('%s: said at once, at either end', async (_, options, text) => {
    expect(() => new Channel('localhost:1', { tls: options })).toThrow(text);
    if ('roots' in options) return;
    const server = new Server({ tls: options as Identity });
    await expect(server.listen({ port: 0 })).rejects.toThrow(text);
  });
});

describe('mTLS', () => {
  const mutual = { tls: { ...localhost, clientRoots: roots } };

  it('shows the handler who is calling', async () => {
    const { port, calls } = await serve(mutual);
    const client = await authority.sign([uri('spiffe://test/client'), dns('client.test')], {
      commonName: 'test client',
    });
    await connect(`localhost:${port}`, { tls: { roots, ...client } })();
    const certificate = calls[0]?.peer.certificate;
    expect(certificate?.commonName).toBe('test client');
    expect(certificate?.names).toEqual(['URI:spiffe://test/client', 'DNS:client.test']);
    expect(certificate?.fingerprint).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
    expect(certificate?.raw).toBeInstanceOf(Uint8Array);
  });

  it('no certificate is turned away, and the client is told what is missing', async () => {
    const { port, calls } = await serve(mutual);
    const error = await failure(connect(`localhost:${port}`, { tls: { roots } })());
    expect(error.code).toBe(Status.UNAVAILABLE);
    expect(error.details).toMatch(/: the server wants a client certificate .mTLS.: [^:]*$/);
    expect(error.details).not.toContain('NO_ERROR');
    expect(calls).toEqual([]);
  });

  it.each<[string, () => Promise<Identity>]>([
    ['a stranger’s certificate', () => stranger.sign([dns('client.test')])],
    ['one that has expired', () => authority.sign([], { notAfter: new Date(Date.now() - 1000) })],
    ['one for servers', () => authority.sign([], { usage: 'server' })],
  ])('%s is turned away, with a hint', async (_, identity) => {
    const { port, calls } = await serve(mutual);
    const client = await identity();
    const error = await failure(connect(`localhost:${port}`, { tls: { roots, ...client } })());
    expect(error.code).toBe(Status.UNAVAILABLE);
    expect(error.details).toContain('accept our certificate');
    expect(calls).toEqual([]);
  });
});

describe('an identity that changes', () => {
  const source = <Identity>(first: Identity) => {
    const listeners = new Set<(identity: Identity) => void>();
    const self = {
      current: first,
      listeners,
      watch(listener: (identity: Identity) => void) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      change(next: Identity) {
        self.current = next;
        for (const listener of listeners) listener(next);
      },
    };
    return self;
  };

  it('a server shows the newest in each handshake, and lets its listener go at the end', async () => {
    const identity = source<TlsServerIdentity>(orders);
    const server = new Server({ tls: { identity } }).addService(GreeterDefinition, {
      sayHello: ({ name }) => ({ message: name }),
    });
    const { port } = await server.listen({ port: 0 });
    closing.push(() => server.close());
    const lookup = resolvesTo('127.0.0.1');
    const call = () => connect(`dns:orders.test:${port}`, { tls: { roots }, lookup })();
    const old = connect(`dns:orders.test:${port}`, { tls: { roots }, lookup });
    await old();
    identity.change(localhost);
    expect((await failure(call())).details).toMatch(WRONG);
    await old();
    expect(() => identity.change({ ...orders, privateKey: localhost.privateKey })).toThrow(
      'does not belong',
    );
    expect(() => identity.change({ ...orders, clientRoots: roots })).toThrow('cannot change');
    await connect(`localhost:${port}`, { tls: { roots } })();
    await server.close();
    expect(identity.listeners.size).toBe(0);
  });

  it('new roots for clients: who was signed by the old ones gets no new connection', async () => {
    const identity = source<TlsServerIdentity>({ ...localhost, clientRoots: roots });
    const { port, calls } = await serve({ tls: { identity } });
    const ours = await authority.sign([dns('client.test')]);
    const theirs = await stranger.sign([dns('client.test')]);
    const call = (shown: Identity) => connect(`localhost:${port}`, { tls: { roots, ...shown } })();
    await call(ours);
    expect((await failure(call(theirs))).code).toBe(Status.UNAVAILABLE);
    identity.change({ ...localhost, clientRoots: stranger.certificate });
    await call(theirs);
    expect((await failure(call(ours))).code).toBe(Status.UNAVAILABLE);
    expect(calls).toHaveLength(2);
  });

  it('a client shows and trusts the newest on each new connection', async () => {
    const { port, calls } = await serve({ tls: { ...localhost, clientRoots: roots } });
    const [one, two] = [
      await authority.sign([dns('one.test')]),
      await authority.sign([dns('two.test')]),
    ];
    const identity = source<TlsClientIdentity>({ roots, ...one });
    const connector = createTlsConnector({ identity });
    const names = async () => {
      const connection = await connector({ host: '127.0.0.1', port }, 'localhost');
      connection.destroy();
    };
    await names();
    identity.change({ roots: stranger.certificate, ...two });
    await expect(names()).rejects.toThrow('no root that we trust');
    identity.change({ roots, ...two, privateKey: one.privateKey });
    await expect(names()).rejects.toThrow('does not belong');
    identity.change({ roots, ...one });
    const call = connect(`localhost:${port}`, { tls: { identity } });
    identity.change({ roots, ...two });
    await call();
    expect(calls[0]?.peer.certificate?.names).toEqual(['DNS:two.test']);
  });

  it('a port in use: nobody listens any more', async () => {
    const { port } = await serve({});
    const identity = source<TlsServerIdentity>(localhost);
    const server = new Server({ tls: { identity } });
    await expect(server.listen({ port })).rejects.toThrow('EADDRINUSE');
    expect(identity.listeners.size).toBe(0);
  });
});

describe('call credentials', () => {
  it('travel with each call, on top of the channel’s', async () => {
    const { port, calls } = await serve({ tls: localhost });
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
    const { port, calls } = await serve({ tls: localhost });
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
    const { port } = await serve({ tls: localhost });
    const never = { metadata: () => new Promise<Metadata>(() => {}) };
    const call = connect(`localhost:${port}`, { tls: { roots } });
    const error = await failure(call({ credentials: never, timeoutMs: 30 }));
    expect(error.code).toBe(Status.DEADLINE_EXCEEDED);
  });
});
