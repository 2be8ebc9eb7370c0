import { createServer } from 'node:net';
import { connect } from 'node:tls';
import { expect, test } from 'vitest';
import { concat } from '#bytes/concat';
import { fromHex } from '#bytes/hex';
import { cutAnywhere, cutEvery } from '#course/kit/chunks';
import { Random } from '#course/kit/random';
import { findCoverageGap } from '#inspect/coverage';
import { parseClientHello } from '#inspect/tls/client-hello';
import { createTlsDissectors } from '#inspect/tls/dissector';
import { HelloCollector } from '#inspect/tls/hello-collector';
import { MAX_CLIENT_HELLO_BYTES, MAX_RECORD_BYTES } from '#inspect/tls/limits';
import type { Field } from '#inspect/trace';

/** The first record that this Node’s own TLS sends. */
async function nodeHello(): Promise<Uint8Array> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const first = new Promise<Uint8Array>((resolve) => {
    server.on('connection', (socket) => {
      const chunks: Uint8Array[] = [];
      socket.on('error', () => {});
      socket.on('data', (chunk) => {
        chunks.push(new Uint8Array(chunk));
        const all = concat(chunks);
        if (all.length < 5 || all.length < 5 + all[3]! * 256 + all[4]!) return;
        resolve(all);
        socket.destroy();
      });
    });
  });
  const { port } = server.address() as { port: number };
  const socket = connect({
    host: '127.0.0.1',
    port,
    servername: 'orders.test',
    ALPNProtocols: ['h2'],
  });
  socket.on('error', () => {});
  const hello = await first;
  server.close();
  return hello;
}

const hello = await nodeHello();

/** A field, wherever in a message. */
function find(fields: readonly Field[], name: string): Field | undefined {
  for (const field of fields) {
    const found = field.name === name ? field : find(field.children ?? [], name);
    if (found) return found;
  }
  return undefined;
}

test('a ClientHello of today: every byte is explained, in whatever chunks it comes', () => {
  const chunks = [[hello], cutEvery(hello, 1), cutEvery(hello, 100)];
  for (const list of chunks) {
    const { client } = createTlsDissectors();
    const messages = list.flatMap((chunk) => client.push(chunk));
    expect(messages.map(({ title }) => title)).toEqual(['ClientHello']);
    const [{ fields, bytes }] = messages as [(typeof messages)[0]];
    expect(findCoverageGap(fields, bytes.length)).toBe(undefined);
    expect(find(fields, 'server_name (SNI)')?.value).toBe('orders.test');
    expect(find(fields, 'ALPN')?.value).toBe('h2');
    expect(find(fields, 'supported_versions')?.value).toBe('TLS 1.3, TLS 1.2');
    expect(find(fields, 'left over')).toBe(undefined);
    expect(client.end()).toEqual([]);
  }
});

test('what the dissector says of it is what the reader of the exercise says', () => {
  const parsed = parseClientHello(new HelloCollector().push(hello)!);
  expect(parsed).toEqual({
    serverName: 'orders.test',
    protocols: ['h2'],
    versions: [0x304, 0x303],
  });
});

test('lengths that lie, and any other bytes: explained all the same, each once', () => {
  const random = new Random(24);
  for (let round = 0; round < 2_000; round++) {
    const bytes = hello.slice();
    for (let i = random.integer(1, 6); i > 0; i--) {
      bytes[random.integer(0, bytes.length - 1)] = random.integer(0, 255);
    }
    const { client } = createTlsDissectors();
    const messages = [
      ...cutAnywhere(bytes, 500, random).flatMap((chunk) => client.push(chunk)),
      ...client.end(),
    ];
    expect(concat(messages.map((message) => message.bytes))).toEqual(bytes);
    for (const { fields, bytes: part } of messages) {
      expect(findCoverageGap(fields, part.length)).toBe(undefined);
    }
  }
});

test.each([
  ['a record of no bytes', '1603010000', 'an empty record'],
  ['a message that goes on', '160301000101', 'ClientHello'],
  ['an alert', '15030300020228', 'alert handshake_failure'],
  ['one that is unknown', '150303000202ff', 'alert alert 255'],
  ['an alert of three bytes: encrypted', '1503030003010203', 'encrypted'],
  ['application data', '1703030002abcd', 'encrypted'],
  ['the preface of HTTP/2', '505249202a', 'not TLS'],
])('%s', (_, hex, title) => {
  const bytes = fromHex(hex);
  const [message] = createTlsDissectors().server.push(bytes);
  expect(message?.title).toBe(title);
  expect(findCoverageGap(message!.fields, bytes.length)).toBe(undefined);
});

test('behind change_cipher_spec a record of the handshake is closed', () => {
  const { server } = createTlsDissectors();
  const titles = server
    .push(fromHex('160303000402000000140303000101160303000402000000'))
    .map(({ title }) => title);
  expect(titles).toEqual(['ServerHello', 'change_cipher_spec', 'encrypted']);
});

test('MAX_RECORD_BYTES and MAX_CLIENT_HELLO_BYTES: who claims more is told so at once', () => {
  const claim =
    (...bytes: number[]) =>
    () =>
      new HelloCollector().push(Uint8Array.from(bytes));
  const over = MAX_RECORD_BYTES + 1;
  expect(claim(22, 3, 1, over >> 8, over & 255)).toThrow('a record of 16385 bytes');
  const larger = MAX_CLIENT_HELLO_BYTES + 1;
  expect(claim(22, 3, 1, 0, 4, 1, larger >> 16, (larger >> 8) & 255, larger & 255)).toThrow(
    '65537',
  );
});
