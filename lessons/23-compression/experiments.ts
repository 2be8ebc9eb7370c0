import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http2';
import { gunzipSync } from 'node:zlib';
import type { RunningServer } from '#course/lesson/define-lesson';
import type { Stage } from '#course/lesson/stage';
import { UserError } from '#course/user-error';
import { printable } from '#grpc/client/printable';
import { gzipCompression } from '#grpc/compression/gzip';
import { GrpcError } from '#grpc/grpc-error';
import { Status, statusName } from '#grpc/status';
import type { Order } from '#protobuf/generated/ecommerce';
import { StringValue } from '#protobuf/generated/google/protobuf/wrappers';
import { listenNode } from '../07-http2-frames/listen-node.ts';
import { drawTable } from '../10-hello-grpc/compare.ts';
import { connect } from '../shop/connect.ts';
import { QUIET } from '../shop/with-shop.ts';
import { crcOfZeros, makeBomb, peakMib } from './bomb.ts';
import { addOrder } from './client.ts';
import { LETTERS } from './gift.ts';
import { compressionsTable } from './measure.ts';
import { connectOurs, startOurServer } from './ours.ts';
import { flagged, post } from './post.ts';
import { ORDER, startServer } from './server.ts';
import { attackShop } from './voucher.ts';

/** An answer that is right, and the same by gzip. */
const PLAIN = StringValue.encode({ value: 'x'.repeat(100) });
const PACKED = gzipCompression.compress(PLAIN);

/** What is said of a message, and what is true. */
const LIES: readonly [
  what: string,
  encoding: string | undefined,
  flag: number,
  bytes: Uint8Array,
][] = [
  ['gzip, 1, gzip', 'gzip', 1, PACKED],
  ['gzip, 0, as it is', 'gzip', 0, PLAIN],
  ['gzip, 1, as it is', 'gzip', 1, PLAIN],
  ['gzip, 0, gzip', 'gzip', 0, PACKED],
  ['identity, 1, gzip', 'identity', 1, PACKED],
  ['no name, 1, gzip', undefined, 1, PACKED],
  ['snappy, 1, gzip', 'snappy', 1, PACKED],
  ['snappy, 0, as it is', 'snappy', 0, PLAIN],
  ['gzip, 2, gzip', 'gzip', 2, PACKED],
];

/** `--lie`: names, flags and bytes that do not fit together, said to servers and to clients. */
export async function showLies(stage: Stage): Promise<void> {
  await stage.scene('To a server: name, flag, bytes');
  const toServers = [['said', 'grpc-js', 'ours']];
  const js = await startServer(QUIET);
  const ours = await startOurServer(QUIET);
  for (const [what, encoding, flag, bytes] of LIES) {
    const ends = [];
    for (const { port } of [js, ours]) {
      const { code } = await post(port, encoding, flagged(flag, bytes));
      ends.push(code);
    }
    toServers.push([what, ...ends]);
  }
  await js.close();
  await ours.close();
  stage.print(drawTable(toServers));
  stage.say(
    'Where grpc-js says OK to gzip that it has not unpacked, its decoder has found an order in the packed bytes: without an id, and with a description of odd characters.',
  );

  await stage.scene('To a client: name, flag, bytes');
  const toClients = [['said', 'grpc-js', 'ours']];
  for (const [what, ...lie] of LIES) {
    const server = await startLiar(...lie);
    toClients.push([what, await heardByJs(server), await heardByOurs(server)]);
    await server.close();
  }
  stage.print(drawTable(toClients));
  stage.say(
    'A client that is answered in snappy has offered no such thing, and there is nobody whom it could tell: INTERNAL. grpc-js rejects with an error that has no code at all, which a program that looks for codes takes for nothing that it knows.',
  );
}

/** A server that answers everything in this one way. */
function startLiar(
  encoding: string | undefined,
  flag: number,
  bytes: Uint8Array,
): Promise<RunningServer> {
  const server = createServer();
  server.on('stream', (stream) => {
    stream.respond(
      {
        ':status': 200,
        'content-type': 'application/grpc',
        ...(encoding !== undefined && { 'grpc-encoding': encoding }),
      },
      { waitForTrailers: true },
    );
    stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }));
    stream.end(flagged(flag, bytes));
    stream.resume();
  });
  return listenNode(server, QUIET);
}

async function heardByJs(server: RunningServer): Promise<string> {
  const shop = connect(server);
  const end = await addOrder(shop);
  shop.close();
  return end.startsWith('undefined')
    ? 'no code'
    : end.replace(/:.*/s, '').replace(/^order.*/, 'OK');
}

async function heardByOurs(server: RunningServer): Promise<string> {
  const { shop, close } = connectOurs(server, 'identity');
  try {
    await shop.addOrder(ORDER as Order);
    return 'OK';
  } catch (error) {
    return error instanceof GrpcError ? statusName(error.code) : statusName(Status.UNKNOWN);
  } finally {
    await close();
  }
}

const MOST_LETTERS = 16;

/** `--secret <letters>`: the attack of the story on a voucher that the learner chooses. */
export async function showSecret(stage: Stage, voucher: string): Promise<void> {
  const isOne =
    voucher.length <= MOST_LETTERS && [...voucher].every((one) => LETTERS.includes(one));
  if (!isOne || voucher === '') {
    throw new UserError(`--secret takes 1 to ${MOST_LETTERS} of the letters a–z and digits`);
  }
  await stage.scene(`A voucher of ${voucher.length} letters`);
  for (const [name, hidden] of [
    ['compressed', false],
    ['uncompressed', true],
  ] as const) {
    const { found, asked, first } = await attackShop(voucher, hidden);
    const lengths = [...new Set(first.map(({ length }) => length))].sort((a, b) => a - b);
    stage.step(name, `36 first letters, answers of ${lengths.join(' and ')} bytes`);
    stage.step('', `found: ${found || 'nothing'}, with ${asked} notes`);
  }
  stage.say(
    'Letter by letter it is 36 notes each, and not 36 times 36 times 36. If something else was found, the guess has met another text in the message: "tea" is also in "teapot". An attacker with patience changes the note around the guess, and asks again.',
  );
}

const MOST_MIB = 1024;

/** `--bomb <MiB>`: with a limit, and for a reader that looks at the size afterwards. */
export async function showBomb(stage: Stage, mib: number): Promise<void> {
  if (!Number.isInteger(mib) || mib < 16 || mib > MOST_MIB || mib % 16 > 0) {
    throw new UserError(`--bomb takes MiB, 16 to ${MOST_MIB}, by sixteens`);
  }
  await stage.scene(`A bomb of ${mib} MiB`);
  const bomb = makeBomb(mib, crcOfZeros(mib));
  stage.step('the bomb', `${bomb.length} bytes`);
  const readers = [
    ['within 4 MiB', () => gzipCompression.decompress(bomb, 4 * 1024 * 1024)],
    ['without a limit', () => naive(bomb)],
  ] as const;
  for (const [name, read] of readers) {
    const before = peakMib();
    const began = performance.now();
    let end = 'read';
    try {
      read();
    } catch (error) {
      end = printable((error as Error).message, 100);
    }
    const ms = Math.round(performance.now() - began);
    stage.step(name, `${ms} ms, ${Math.round(peakMib() - before)} MiB more memory: ${end}`);
  }
  stage.say(
    'Both say no. The second one has unpacked it all before it looks, and while it does, this process answers nobody.',
  );
}

/** As one writes it who knows that there is a limit, and not when to look. */
function naive(bytes: Uint8Array): Uint8Array {
  const message = gunzipSync(bytes);
  if (message.length > 4 * 1024 * 1024) throw new Error('it is too large');
  return message;
}

const MOST_FILE = 16 * 1024 * 1024;

/** `--file <path>`: what each compression makes of it. */
export async function showFile(stage: Stage, path: string): Promise<void> {
  const size = statSync(path, { throwIfNoEntry: false });
  if (!size?.isFile() || size.size === 0 || size.size > MOST_FILE) {
    throw new UserError(`--file takes a file of 1 byte to 16 MiB: ${printable(path, 100)}`);
  }
  await stage.scene(`As a message: ${printable(path, 40)}`);
  stage.print(compressionsTable(readFileSync(path)));
  stage.say(
    'The last column is the speed of a line up to which packing and unpacking take less time than they save. A mobile phone may have 10 Mbit/s, two machines in one rack 10,000 and more.',
  );
}
