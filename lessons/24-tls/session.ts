import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect as connectTls, createServer } from 'node:tls';
import { handshake } from '#channel/connections/handshake';
import type { Dial } from '#channel/connections/subchannel';
import type { RunningServer } from '#course/lesson/define-lesson';
import { Server } from '#grpc/server/server';
import { createGrpcDissectors } from '#inspect/grpc/dissector';
import { createRecorder } from '#inspect/recorder';
import { createTlsDissectors } from '#inspect/tls/dissector';
import { RecordType } from '#inspect/tls/numbers';
import type { Side, TraceEvent, TraceMessage } from '#inspect/trace';
import { Order, OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { StringValue } from '#protobuf/generated/google/protobuf/wrappers';
import { systemClock } from '#time/clock';
import { LOOPBACK } from '#transport/tcp';
import { TlsConnection } from '#transport/tls/connection';
import { isOfACall } from '../09-grpc-by-hand/at-greeter.ts';
import { startTap } from '../10-hello-grpc/tap.ts';
import { ourHandlers } from '../15-server-interceptors/ours.ts';
import { event, handshakeEvent, type Inside, messagesIn } from './handshake-events.ts';
import { masked, withoutScsv } from './mask.ts';
import { RecordOpener, secretIn } from './opened.ts';
import { connectOurs } from './ours.ts';
import { createPapers, type Papers, SHOP } from './papers.ts';

/** A call as somebody on the line has it, and as somebody has it who also has the secrets. */
export interface Session {
  /** The two hellos. Whatever comes after them is encrypted. */
  hellos: TraceMessage[];
  /** What was in the records that followed: who sent it, what it is called. */
  inside: Inside[];
  /** The call itself, frame by frame. */
  call: TraceEvent[];
  /** The names of the secrets that Node has given out, without the secrets. */
  labels: string[];
}

const { getOrder } = OrderManagementDefinition.methods;
const methods: Parameters<typeof createGrpcDissectors>[0] = {
  methods: { [getOrder.path]: [StringValue.descriptor, Order.descriptor] },
};

// #region client
/**
 * A client that offers one of everything, so that its hello is short and the same on every Node: one
 * version, one suite, one curve, one kind of signature. No client needs to.
 */
const ONE_OF_EACH = {
  minVersion: 'TLSv1.3',
  maxVersion: 'TLSv1.3',
  ciphers: 'TLS_AES_128_GCM_SHA256',
  ecdhCurve: 'X25519',
  sigalgs: 'ecdsa_secp256r1_sha256',
  ALPNProtocols: ['h2'],
} as const;

const dialWith =
  (papers: Papers, keylog: (line: Buffer) => void): Dial =>
  async (address, keepaliveMs, events, signal) => {
    const socket = connectTls({
      ...(address as { host: string; port: number }),
      ...ONE_OF_EACH,
      ca: papers.roots,
      servername: SHOP,
    });
    socket.on('keylog', keylog);
    await new Promise<void>((resolve, reject) => {
      socket.once('secureConnect', resolve).once('error', reject);
    });
    const options = {
      http2: {},
      clock: systemClock,
      keepaliveTimeoutMs: undefined,
      keepaliveWithoutCalls: false,
    };
    return handshake(new TlsConnection(socket), options, keepaliveMs, events, signal);
  };
// #endregion client

/** Our server behind a TLS that has one of everything, too. */
async function startWithOneOfEach({ shop }: Papers): Promise<RunningServer> {
  const server = new Server().addService(OrderManagementDefinition, ourHandlers);
  const { ALPNProtocols, ecdhCurve } = ONE_OF_EACH;
  const options = { cert: shop.certificate, key: shop.privateKey, ALPNProtocols, ecdhCurve };
  const listener = createServer(options, (socket) => {
    const connection = new TlsConnection(socket);
    server.accept(connection, connection.identity);
  });
  listener.listen(0, LOOPBACK);
  await once(listener, 'listening');
  return {
    host: LOOPBACK,
    port: (listener.address() as AddressInfo).port,
    async close() {
      listener.close();
      await server.close();
    },
  };
}

/** Calls GetOrder over TLS, through a tap; then opens what went by. */
export async function recordSession(): Promise<Session> {
  const papers = await createPapers();
  const server = await startWithOneOfEach(papers);
  const heard: { from: Side; chunk: Uint8Array }[] = [];
  const listen = (from: Side) => ({
    push(chunk: Uint8Array) {
      heard.push({ from, chunk });
      return [];
    },
    end: () => [],
  });
  const both = () => ({ client: listen('client'), server: listen('server') });
  const tap = await startTap(server, createRecorder('', ''), both);
  const secrets = new Map<string, Uint8Array>();
  const dial = dialWith(papers, (line) => secrets.set(...secretIn(line.toString('latin1'))));
  const { shop, close } = connectOurs(tap, undefined, {
    authority: `${SHOP}:50024`,
    dial,
    clock: { ...systemClock, now: () => 0 },
  });
  try {
    await shop.getOrder({ value: '101' }, { timeoutMs: 1_000 });
  } finally {
    await close();
    await tap.close();
    await server.close();
  }
  return { ...open(heard, secrets), labels: [...secrets.keys()] };
}

function open(
  heard: readonly { from: Side; chunk: Uint8Array }[],
  secrets: ReadonlyMap<string, Uint8Array>,
): Omit<Session, 'labels'> {
  const tls = createTlsDissectors();
  const grpc = createGrpcDissectors(methods);
  const openers = {
    client: new RecordOpener('client', secrets),
    server: new RecordOpener('server', secrets),
  };
  const hellos: TraceMessage[] = [];
  const inside: Inside[] = [];
  const call: TraceEvent[] = [];
  let isFirst = true;
  for (const { from, chunk } of heard) {
    const plain = isFirst ? withoutScsv(chunk) : chunk;
    isFirst = false;
    for (const message of tls[from].push(plain)) {
      if (/Hello$/.test(message.title)) hellos.push(masked(event(from, message)));
    }
    for (const { type, content } of openers[from].push(chunk)) {
      if (type === RecordType.handshake) {
        for (const one of messagesIn(content)) inside.push(handshakeEvent(from, one));
      }
      if (type !== RecordType.data) continue;
      inside.push({ from, title: 'HTTP/2' });
      call.push(
        ...grpc[from]
          .push(content)
          .map((frame) => event(from, frame))
          .filter(isOfACall),
      );
    }
  }
  return { hellos, inside, call };
}
