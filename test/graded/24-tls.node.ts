import { createServer } from 'node:net';
import { connect as connectTls } from 'node:tls';
import * as grpc from '@grpc/grpc-js';
import { concat } from '#bytes/concat';
import { Channel } from '#channel/channel';
import { throwGap } from '#course/kit/compare/gap';
import { SOON_MS } from '#course/kit/patience';
import { createClient } from '#grpc/client/client';
import { GrpcError } from '#grpc/grpc-error';
import { Server } from '#grpc/server/server';
import type { ServerCall } from '#grpc/server/server-call';
import { Status, statusName } from '#grpc/status';
import {
  type Order,
  OrderManagementDefinition,
  type OrderManagementServer,
} from '#protobuf/generated/ecommerce';
import type { clientCredentials, Shown, serverCredentials } from '#tls/credentials';
import { IdentityStore } from '#transport/tls/identity-store';
import { principalOf } from '#transport/tls/principal';
import { checkServerIdentity } from '#transport/tls/server';
import {
  type Authority,
  createAuthority,
  dns,
  type Identity,
  uri,
} from '../../lessons/security/certificates.ts';
import { ecommerce } from '../../lessons/shop/load.ts';

/** The part of lesson 24's suite that needs Node: real certificates, real handshakes. */

/** Made once, when the first test wants them. */
let made: Promise<{ ours: Authority; stranger: Authority }> | undefined;
const authorities = () => {
  made ??= Promise.all([createAuthority('ours'), createAuthority('a stranger')]).then(
    ([ours, stranger]) => ({ ours, stranger }),
  );
  return made;
};

/** The first bytes of a connection that this Node's own TLS opens. @param name `''`: no SNI */
export async function realHello(name: string, protocols: string[]): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const server = createServer();
  try {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as { port: number };
    const whole = new Promise<void>((done) => {
      server.on('connection', (socket) => {
        socket.on('error', () => {});
        socket.on('data', (chunk) => {
          chunks.push(new Uint8Array(chunk));
          const bytes = concat(chunks);
          if (bytes.length >= 5 && bytes.length >= 5 + bytes[3]! * 256 + bytes[4]!) {
            socket.destroy();
            done();
          }
        });
      });
    });
    const socket = connectTls({
      host: '127.0.0.1',
      port,
      servername: name,
      ...(protocols.length > 0 && { ALPNProtocols: protocols }),
    });
    socket.on('error', () => {});
    await whole;
    socket.destroy();
    return concat(chunks);
  } finally {
    server.close();
  }
}

const ORDER = { id: '1', items: [], description: '', price: 0, destination: '' };

/** The four kinds, on grpc-js. */
const jsHandlers: grpc.UntypedServiceImplementation = {
  GetOrder: (_call: unknown, done: grpc.sendUnaryData<object>) => done(null, ORDER),
  SearchOrders: (call: grpc.ServerWritableStream<object, object>) => {
    call.write(ORDER);
    call.end();
  },
  UpdateOrders: (
    call: grpc.ServerReadableStream<object, object>,
    done: grpc.sendUnaryData<object>,
  ) => call.on('data', () => {}).on('end', () => done(null, { value: '1' })),
  ProcessOrders: (call: grpc.ServerDuplexStream<object, object>) =>
    call.on('data', () => {}).on('end', () => call.end()),
};

type Clients = typeof clientCredentials;
type Servers = typeof serverCredentials;

const buffers = ({ certificate, privateKey }: Identity): Shown => ({
  certificate: Buffer.from(certificate),
  privateKey: Buffer.from(privateKey),
});

/**
 * grpc-js at both ends, with the learner's credentials; how the four kinds of call ended. Each server
 * is a test of its own, so that a busy machine has time for each.
 */
export async function calledOverTls(
  name: 'open' | 'mutual',
  clients: Clients,
  servers: Servers,
): Promise<Map<string, string>> {
  const { ours, stranger } = await authorities();
  const roots = Buffer.from(ours.certificate);
  const shown = buffers(await ours.sign([dns('localhost')]));
  const client = buffers(await ours.sign([dns('till.shop.test')]));
  const strange = buffers(await stranger.sign([dns('till.shop.test')]));
  const ends = new Map<string, string>();
  const isOpen = name === 'open';
  const credentials = isOpen ? servers(grpc, shown) : servers(grpc, shown, roots);
  const server = new grpc.Server();
  server.addService(ecommerce.OrderManagement.service, jsHandlers);
  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync('127.0.0.1:0', credentials, (error, bound) =>
      error ? reject(error) : resolve(bound),
    ),
  );
  try {
    ends.set('nothing', await fourCalls(port, clients(grpc, roots)));
    ends.set('the authority’s', await fourCalls(port, clients(grpc, roots, client)));
    if (isOpen) {
      const other = clients(grpc, Buffer.from(stranger.certificate));
      ends.set('other roots', await fourCalls(port, other));
    } else {
      ends.set('a stranger’s', await fourCalls(port, clients(grpc, roots, strange)));
    }
  } finally {
    server.forceShutdown();
  }
  return ends;
}

async function fourCalls(port: number, credentials: grpc.ChannelCredentials): Promise<string> {
  const shop = new ecommerce.OrderManagement(`127.0.0.1:${port}`, credentials, {
    'grpc.ssl_target_name_override': 'localhost',
  });
  const options = { deadline: Date.now() + SOON_MS };
  const name = (error: grpc.ServiceError | null) => grpc.status[error?.code ?? 0]!;
  const unary = (begin: (done: (error: grpc.ServiceError | null) => void) => unknown) =>
    new Promise<string>((resolve) => begin((error) => resolve(name(error))));
  const stream = (call: NodeJS.EventEmitter & { resume(): unknown }) =>
    new Promise<string>((resolve) => {
      call.on('error', (error: grpc.ServiceError) => resolve(name(error)));
      call.on('end', () => resolve('OK'));
      call.resume();
    });
  try {
    const ends = [
      await unary((done) => shop.getOrder({ value: '1' }, options, done)),
      await stream(shop.searchOrders({ value: '1' }, options)),
      await unary((done) => shop.updateOrders(options, done).end()),
      await new Promise<string>((resolve) => {
        const call = shop.processOrders(options);
        stream(call).then(resolve);
        call.end();
      }),
    ];
    return ends.join(' ');
  } finally {
    shop.close();
  }
}

type Shop = OrderManagementServer<ServerCall>;

/** The four kinds on our stack; `heard` is told of each call. */
const ourShop = (heard: (call: ServerCall) => void): Partial<Shop> => ({
  getOrder(_request, call) {
    heard(call);
    return ORDER;
  },
  async *searchOrders(_request, call) {
    heard(call);
    yield ORDER;
  },
  async updateOrders(requests, call) {
    heard(call);
    for await (const _ of requests);
    return { value: '1' };
  },
  async *processOrders(requests, call) {
    heard(call);
    for await (const { value } of requests) yield { id: value, status: '', ordersList: [] };
  },
});

async function* none(): AsyncGenerator<never> {}

/** All four kinds, by our client. @returns their statuses */
async function fourOfOurs(channel: Channel): Promise<string> {
  const shop = createClient(OrderManagementDefinition, channel, {
    defaults: { timeoutMs: SOON_MS },
  });
  const read = async (stream: AsyncIterable<unknown>) => {
    for await (const _ of stream);
  };
  const calls = [
    () => shop.getOrder({ value: '1' }),
    () => read(shop.searchOrders({ value: '1' })),
    () => shop.updateOrders(none()),
    () => read(shop.processOrders(none())),
  ];
  const ends: string[] = [];
  for (const call of calls) {
    try {
      await call();
      ends.push('OK');
    } catch (error) {
      ends.push(statusName(error instanceof GrpcError ? error.code : Status.UNKNOWN));
    }
  }
  return ends.join(' ');
}

/** Who calls, on each of the four kinds, as a handler of our stack finds it out. */
export async function principalByOurs(kind: 'dns' | 'uri', name: string): Promise<string[]> {
  const { ours } = await authorities();
  const heard: string[] = [];
  const gaps: unknown[] = [];
  const server = new Server({
    tls: { ...(await ours.sign([dns('localhost')])), clientRoots: ours.certificate },
  }).addService(
    OrderManagementDefinition,
    ourShop((call) => {
      try {
        heard.push(String(principalOf(call.peer, 'shop.test')));
      } catch (error) {
        gaps.push(error);
      }
    }),
  );
  const { port } = await server.listen({ host: '127.0.0.1', port: 0 });
  const shown = await ours.sign([kind === 'dns' ? dns(name) : uri(name)], { commonName: 'admin' });
  const channel = new Channel(`localhost:${port}`, { tls: { roots: ours.certificate, ...shown } });
  try {
    await fourOfOurs(channel);
  } finally {
    await channel.close();
    await server.close();
  }
  for (const gap of gaps) throwGap(gap);
  return heard;
}

/** Our server changes its certificate while clients call it. */
export async function rotatedUnderCalls() {
  const { ours } = await authorities();
  const one = await ours.sign([dns('localhost')], { commonName: 'one' });
  const two = await ours.sign([dns('localhost')], { commonName: 'two' });
  let file = one;
  const errors: unknown[] = [];
  const store = await IdentityStore.open({
    load: async () => file,
    check: checkServerIdentity,
    isSame: (a, b) => a.certificate === b.certificate && a.privateKey === b.privateKey,
    onError: (error) => errors.push(error),
  });
  let goOn = () => {};
  const changed = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const server = new Server({ tls: { identity: store } }).addService(OrderManagementDefinition, {
    ...ourShop(() => {}),
    async *searchOrders({ value }): AsyncGenerator<Order> {
      yield { ...ORDER, id: '1' };
      if (value === 'slow') await changed;
      yield { ...ORDER, id: '2' };
      yield { ...ORDER, id: '3' };
    },
  });
  const { port } = await server.listen({ host: '127.0.0.1', port: 0 });
  const channel = new Channel(`localhost:${port}`, { tls: { roots: ours.certificate } });
  try {
    const before = await shownBy(port, ours);
    const shop = createClient(OrderManagementDefinition, channel, {
      defaults: { timeoutMs: SOON_MS },
    });
    const ids: string[] = [];
    const stream = shop.searchOrders({ value: 'slow' })[Symbol.asyncIterator]();
    ids.push((await stream.next()).value?.id ?? 'none');
    file = two;
    await store.refresh();
    const after = await shownBy(port, ours);
    goOn();
    for (let step = await stream.next(); !step.done; step = await stream.next()) {
      ids.push(step.value.id);
    }
    const old = await fourOfOurs(channel);
    file = { ...one, privateKey: two.privateKey };
    await store.refresh();
    return {
      before,
      'on the old connection': old,
      after,
      'after a broken file': await shownBy(port, ours),
      errors: errors.length,
      'stream across the change': ids.join(' '),
    };
  } finally {
    await channel.close();
    await server.close();
    for (const error of errors) throwGap(error);
  }
}

/** The common name of the certificate that a server shows to somebody who comes now. */
function shownBy(port: number, { certificate }: Authority): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connectTls(
      { host: '127.0.0.1', port, servername: 'localhost', ca: certificate, ALPNProtocols: ['h2'] },
      () => {
        resolve(String(socket.getPeerCertificate().subject.CN));
        socket.destroy();
      },
    );
    socket.on('error', reject);
  });
}
