import * as node from 'node:http2';
import type { AddressInfo } from 'node:net';
import { Duplex } from 'node:stream';
import { afterEach, describe, expect, test } from 'vitest';
import type { HeaderField } from '#hpack/header-field';
import { attachHttp2 } from '#http2/attach';
import type { Http2Connection } from '#http2/connection';
import { createHttp2Server } from '#http2/connection';
import { connectTcp, listenTcp } from '#transport/tcp';
import { randomInt, seededRandom } from '../hpack/random.ts';
import { CALL } from './calls.ts';
import { ClientRecorder, type StreamRecorder } from './recorder.ts';

/** In megabytes: Node resets streams when more than ten of bodies wait in a session. */
const MEMORY = { maxSessionMemory: 100 };

/** What has to be closed after each test. */
const cleanUp: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const close of cleanUp.splice(0).reverse()) await close();
});

function closed(call: StreamRecorder): Promise<void> {
  const { close } = call;
  return new Promise((resolve) => {
    if (call.events.at(-1)?.startsWith('close')) resolve();
    call.close = (error) => {
      close.call(call, error);
      resolve();
    };
  });
}

/** Our server: echoes what it gets, body and `x-…` fields, with trailers. */
function echoServer(): Http2Connection {
  return createHttp2Server({
    stream(stream, fields, endStream) {
      const echo = fields.filter(({ name }) => name.startsWith('x-'));
      stream.sendHeaders([{ name: ':status', value: '200' }, ...echo]);
      const trailers = [{ name: 'grpc-status', value: '0' }];
      if (endStream) stream.sendTrailers(trailers);
      let held = 0;
      return {
        data(chunk, ended) {
          // Backpressure end to end: what cannot be sent on is not consumed.
          if (stream.sendData(chunk)) stream.consume(chunk.length);
          else held += chunk.length;
          if (ended) stream.sendTrailers(trailers);
        },
        drain() {
          stream.consume(held);
          held = 0;
        },
        close() {},
      };
    },
  });
}

async function listenEcho(): Promise<number> {
  const listener = await listenTcp({ port: 0 }, (transport) =>
    attachHttp2(echoServer(), transport),
  );
  cleanUp.push(() => listener.close());
  return listener.port;
}

/** Node's server, which does the same. */
async function listenNode(): Promise<number> {
  const server = nodeEchoServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  cleanUp.push(() => new Promise<void>((done) => server.close(() => done())));
  return (server.address() as AddressInfo).port;
}

function nodeEchoServer(settings: node.Settings = {}): node.Http2Server {
  const server = node.createServer({ settings, ...MEMORY });
  server.on('stream', (stream, headers) => {
    const echo = Object.entries(headers).filter(([name]) => name.startsWith('x-'));
    stream.respond({ ':status': 200, ...Object.fromEntries(echo) }, { waitForTrailers: true });
    stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }));
    stream.pipe(stream);
  });
  return server;
}

async function connectOurs(port: number): Promise<ClientRecorder> {
  const client = new ClientRecorder();
  const transport = await connectTcp({ port });
  attachHttp2(client.connection, transport);
  cleanUp.push(() => client.connection.shutdown());
  return client;
}

function connectNode(port: number): node.ClientHttp2Session {
  const session = node.connect(`http://127.0.0.1:${port}`, MEMORY);
  cleanUp.push(() => session.close());
  return session;
}

async function nodeCall(
  session: node.ClientHttp2Session,
  body: Uint8Array,
  headers: node.OutgoingHttpHeaders = {},
) {
  const request = session.request({ ':method': 'POST', ':path': '/', ...headers });
  const chunks: Uint8Array[] = [];
  let got: node.IncomingHttpHeaders = {};
  let trailers: node.IncomingHttpHeaders = {};
  request.on('response', (fields) => {
    got = fields;
  });
  request.on('trailers', (fields) => {
    trailers = fields;
  });
  request.on('data', (chunk) => chunks.push(chunk));
  request.end(body);
  await new Promise<void>((done, failed) => request.on('close', done).on('error', failed));
  return { headers: got, trailers, body: Buffer.concat(chunks) };
}

const BODY = Uint8Array.from({ length: 3_000_000 }, (_, i) => (i * 31 + (i >> 9)) & 255);

describe('over real sockets', () => {
  test('Node’s client calls our server, many at once, large bodies among them', async () => {
    const session = connectNode(await listenEcho());
    const sizes = [0, 1, 100, 16_384, 70_000, BODY.length];
    const calls = Array.from({ length: 30 }, (_, i) => BODY.subarray(0, sizes[i % sizes.length]!));
    const answers = await Promise.all(calls.map((body) => nodeCall(session, body)));
    for (const [i, { headers, trailers, body }] of answers.entries()) {
      expect(headers[':status']).toBe(200);
      expect(trailers['grpc-status']).toBe('0');
      expect(body.equals(calls[i]!)).toBe(true);
    }
  });

  test('our client calls Node’s server, many at once, large bodies among them', async () => {
    const client = await connectOurs(await listenNode());
    const sizes = [0, 1, 100, 16_384, 70_000, BODY.length];
    const bodies = Array.from({ length: 30 }, (_, i) => BODY.subarray(0, sizes[i % sizes.length]!));
    const calls = bodies.map((body) => {
      const call = client.open(CALL);
      call.stream!.sendData(body, true);
      return call;
    });
    await Promise.all(calls.map(closed));
    for (const [i, call] of calls.entries()) {
      expect(call.events[0]).toMatch(/^headers :status=200/);
      expect(call.events.slice(-2)).toEqual(['trailers grpc-status=0', 'close']);
      expect(Buffer.concat(call.chunks).equals(bodies[i]!)).toBe(true);
    }
  });

  test('our client calls our server', async () => {
    const client = await connectOurs(await listenEcho());
    const call = client.open(CALL);
    call.stream!.sendData(BODY, true);
    await closed(call);
    expect(Buffer.concat(call.chunks).equals(BODY)).toBe(true);
  });

  test('a reset from Node is heard with its code, and ours by Node', async () => {
    const session = connectNode(await listenEcho());
    const request = session.request({ ':method': 'POST', ':path': '/' });
    await new Promise((answered) => request.once('response', answered));
    request.close(node.constants.NGHTTP2_CANCEL);
    await new Promise((done) => request.once('close', done));
    expect((await nodeCall(session, BODY.subarray(0, 10))).body).toHaveLength(10);

    const client = await connectOurs(await listenNode());
    const call = client.open(CALL);
    call.stream!.reset(8);
    const next = client.open(CALL, true);
    await closed(next);
    expect(next.error).toBeUndefined();
  });

  test('a graceful end of Node’s server lets our calls finish', async () => {
    const server = nodeEchoServer();
    const sessions: node.ServerHttp2Session[] = [];
    server.on('session', (session) => sessions.push(session));
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const client = await connectOurs((server.address() as AddressInfo).port);
    const call = client.open(CALL);
    call.stream!.sendData(BODY.subarray(0, 1000));
    await new Promise<void>((answered) => {
      call.data = () => answered();
    });
    const gone = new Promise<void>((heard) => {
      client.goaway = () => heard();
    });
    sessions[0]!.close();
    await gone;
    call.stream!.sendData(Uint8Array.of(1), true);
    await closed(call);
    expect(call.error).toBeUndefined();
    await new Promise<void>((done) => server.close(() => done()));
  });
});

/** A stream for `node:http2` whose other end is one of our connections: no network between. */
class Wire extends Duplex {
  readonly #http2: Http2Connection;

  constructor(http2: Http2Connection) {
    super();
    this.#http2 = http2;
    http2.outputReady = () => queueMicrotask(() => this.#flush());
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.#http2.receive(Uint8Array.from(chunk), 0);
    done();
  }

  override _final(done: () => void): void {
    this.#http2.transportClosed();
    done();
  }

  #flush(): void {
    for (let out = this.#http2.takeOutput(); out; out = this.#http2.takeOutput()) {
      this.push(Buffer.from(out));
    }
  }
}

/** Lists in which names and values come back, so that both tables have something to do. */
function randomFields(random: () => number): HeaderField[] {
  const names = new Set(Array.from({ length: randomInt(random, 12) }, () => randomInt(random, 40)));
  return [...names].map((i) => {
    const length = random() < 0.9 ? randomInt(random, 30) : randomInt(random, 800);
    // Any visible character, and spaces inside.
    const value =
      random() < 0.5
        ? `value-${randomInt(random, 8)}`
        : `<${String.fromCharCode(...Array.from({ length }, () => 0x20 + randomInt(random, 95)))}>`;
    return { name: `x-${i}`, value };
  });
}

describe.each([0, 64, 300, 4096, 65_536])('HPACK against nghttp2, tables of %d', (size) => {
  const LISTS = 150;

  test('our encoder, its decoder; its encoder, our decoder: our client', async () => {
    const random = seededRandom(size + 1);
    const client = new ClientRecorder({ headerTableSize: size });
    const server = nodeEchoServer({ headerTableSize: size });
    const wire = new Wire(client.connection);
    server.emit('connection', wire);
    for (let i = 0; i < LISTS; i++) {
      const fields = randomFields(random);
      const call = client.open([...CALL, ...fields], true);
      let got: readonly HeaderField[] = [];
      call.headers = (answer) => {
        got = answer;
      };
      await closed(call);
      const echoed = got.filter(({ name }) => name.startsWith('x-'));
      expect(pairs(echoed)).toEqual(pairs(fields));
    }
    wire.destroy();
    await new Promise<void>((done) => server.close(() => done()));
  });

  test('the same with our server', async () => {
    const random = seededRandom(size + 2);
    const wire = new Wire(echoServer());
    const session = node.connect('http://localhost', {
      createConnection: () => wire,
      settings: { headerTableSize: size },
    });
    for (let i = 0; i < LISTS; i++) {
      const fields = randomFields(random);
      const sent = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
      const { headers } = await nodeCall(session, new Uint8Array(0), sent);
      const echoed = Object.entries(headers).filter(([name]) => name.startsWith('x-'));
      expect(Object.fromEntries(echoed)).toEqual(sent);
    }
    session.destroy();
  });
});

function pairs(fields: readonly HeaderField[]): string[] {
  return fields.map(({ name, value }) => `${name}: ${value}`).sort();
}
