import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeMessage } from '#framing/message';
import { MAX_EXCERPT_LENGTH } from '#grpc/limits';
import type { Server } from '#grpc/server/server';
import { attachHttp2 } from '#http2/attach';
import { createHttp2Client, type Http2Connection } from '#http2/connection';
import { createPipe } from '#transport/memory';
import { startServer } from './orders.ts';

/** Requests that no honest client sends, over HTTP/2 that is in order. */
let server: Server;
let http2: Http2Connection;

beforeAll(async () => {
  server = (await startServer()).server;
  const [near, far] = createPipe();
  server.accept(far);
  await new Promise<void>((resolve) => {
    http2 = createHttp2Client({ settings: () => resolve() });
    attachHttp2(http2, near);
  });
});

afterAll(() => server.close());

const GOOD = {
  ':method': 'POST',
  ':scheme': 'http',
  ':path': '/hello.Greeter/SayHello',
  ':authority': 'localhost',
  te: 'trailers',
  'content-type': 'application/grpc',
};

interface Answer {
  http?: string;
  grpc?: string;
  trailersOnly: boolean;
  fields: Record<string, string>;
  resetCode: number | undefined;
}

/** @param body what follows the headers; the request ends after it unless `endless`. */
function ask(change: Record<string, string | undefined>, body?: Uint8Array, endless = false) {
  const fields = Object.entries({ ...GOOD, ...change }).flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, value }],
  );
  return new Promise<Answer>((resolve) => {
    const all: Record<string, string> = {};
    let trailersOnly = false;
    const keep = (received: readonly { name: string; value: string }[]) => {
      for (const { name, value } of received) all[name] = value;
    };
    const stream = http2.open(fields, false, {
      headers(received, endStream) {
        keep(received);
        trailersOnly = endStream;
      },
      trailers: keep,
      data: (chunk) => stream.consume(chunk.length),
      close: (error) =>
        resolve({
          http: all[':status'],
          grpc: all['grpc-status'],
          trailersOnly,
          fields: all,
          resetCode: error?.code,
        }),
    });
    if (!endless) stream.sendData(body ?? new Uint8Array(0), true);
    else if (body) stream.sendData(body);
  });
}

const hello = encodeMessage(Uint8Array.of(0x0a, 1, 0x41));

describe('a request is refused where', () => {
  it.each([
    ['it has no content-type', { 'content-type': undefined }, '415', '2'],
    ['it is not gRPC', { 'content-type': 'application/json' }, '415', '2'],
    ['it is nearly gRPC', { 'content-type': 'application/grpcfoo' }, '415', '2'],
    ['it is not a POST', { ':method': 'PUT' }, '405', '13'],
    ['its codec is unknown', { 'content-type': 'application/grpc+json' }, '200', '12'],
    ['trailers could get lost', { te: undefined }, '200', '13'],
    ['its timeout has nine digits', { 'grpc-timeout': '123456789S' }, '400', '13'],
    ['its timeout is not a timeout', { 'grpc-timeout': 'soon' }, '400', '13'],
    ['its bytes are not base64', { 'x-bin': '**' }, '200', '13'],
    ['its encoding is unknown', { 'grpc-encoding': 'br' }, '200', '12'],
    ['its method is unknown', { ':path': '/hello.Greeter/sayHello' }, '200', '12'],
    ['its service is unknown', { ':path': '/hello.greeter/SayHello' }, '200', '12'],
  ])('%s', async (_, change, http, grpc) => {
    expect(await ask(change, hello)).toMatchObject({ http, grpc, trailersOnly: true });
  });
});

it('an unknown encoding is answered with those that are known', async () => {
  const { fields } = await ask({ 'grpc-encoding': 'br' }, hello);
  expect(fields['grpc-accept-encoding']).toBe('identity,gzip');
});

it.each([
  ['path', { ':path': `/${'é'.repeat(2000)}` }],
  ['method', { ':method': 'M'.repeat(10_000) }],
  ['content-type', { 'content-type': `text/${'x'.repeat(10_000)}` }],
  ['codec', { 'content-type': `application/grpc+${'x'.repeat(10_000)}` }],
  ['encoding', { 'grpc-encoding': 'x'.repeat(10_000) }],
  ['name', { [`${'x'.repeat(5000)}-bin`]: '*' }],
])('a long %s is not repeated at length', async (_, change: Record<string, string>) => {
  const latin1 = Object.entries(change).map(([name, value]) => [
    name,
    Buffer.from(value).toString('latin1'),
  ]);
  const { fields } = await ask(Object.fromEntries(latin1), hello);
  expect(fields['grpc-status']).not.toBe('0');
  // Each octet of it may be an escape of three.
  expect(fields['grpc-message']!.length).toBeLessThan(4 * MAX_EXCERPT_LENGTH * 2);
});

describe('bodies', () => {
  it.each([
    ['no message', undefined, '12'],
    ['two messages', new Uint8Array([...hello, ...hello]), '12'],
    ['half a message', hello.subarray(0, 6), '13'],
    ['a flag of 2', Uint8Array.of(2, 0, 0, 0, 0), '13'],
    ['compressed without saying how', Uint8Array.of(1, 0, 0, 0, 0), '13'],
    ['four gigabytes', Uint8Array.of(0, 0xff, 0xff, 0xff, 0xff), '8'],
    ['no protobuf', encodeMessage(Uint8Array.of(0x0a, 9)), '13'],
  ])('%s', async (_, body, grpc) => {
    expect(await ask({}, body)).toMatchObject({ http: '200', grpc });
  });

  it('an announced giant is refused before it comes, and the client told to stop', async () => {
    const giant = Uint8Array.of(0, 0x7f, 0xff, 0xff, 0xff);
    expect(await ask({}, giant, true)).toMatchObject({ grpc: '8', resetCode: 0 });
  });

  it('a deadline ends a call whose request never ends', async () => {
    expect(await ask({ 'grpc-timeout': '20m' }, hello, true)).toMatchObject({ grpc: '4' });
  });

  it('and an honest request is answered all the while', async () => {
    expect(await ask({}, hello)).toMatchObject({ http: '200', grpc: '0', trailersOnly: false });
  });
});
