import type { RunOptions } from '#course/lesson/define-lesson';
import type { Stage } from '#course/lesson/stage';
import { gzipCompression } from '#grpc/compression/gzip';
import { Order } from '#protobuf/generated/ecommerce';
import { drawTable } from '../10-hello-grpc/compare.ts';
import { QUIET } from '../shop/with-shop.ts';
import { makeBomb, peakMib } from './bomb.ts';
import { addOrder, connectWithGzip, getOrder } from './client.ts';
import { brotli } from './compressors.ts';
import { CONTENTS, LETTER } from './content.ts';
import { showBomb, showFile, showLies, showSecret } from './experiments.ts';
import { packingTable, sizesTable } from './measure.ts';
import { metered, type Went } from './meter.ts';
import { connectOurs, startOurServer } from './ours.ts';
import { flagged, post } from './post.ts';
import { ORDER, startServer } from './server.ts';
import { recordAsked } from './traces.ts';
import { attackShop } from './voucher.ts';

/** `npm run lesson 23`: what may be packed, by whom, when it pays, and what it gives away. */
export async function tellStory(stage: Stage, { experiments }: RunOptions): Promise<void> {
  const { lie, secret, bomb, file } = experiments;
  if (lie) return showLies(stage);
  if (secret !== undefined) return showSecret(stage, `${secret}`);
  if (bomb !== undefined) return showBomb(stage, Number(bomb));
  if (file !== undefined) return showFile(stage, `${file}`);

  await showAsked(stage);
  await showWho(stage);
  await showUnknown(stage);
  await showWhen(stage);
  await showVoucher(stage);
  await showFuse(stage);
  await showOwn(stage);
  stage.say(
    'All of this has gone over the wire for everybody to read, lengths and letters. Who is at the other end, and who listens in between? That is lesson 24.',
  );
}

async function showAsked(stage: Stage): Promise<void> {
  await stage.scene('A name, a list, and a flag');
  stage.say(
    'A client of grpc-js with gzip adds an order, at a server of grpc-js. grpc-encoding is the name of what may be used, grpc-accept-encoding the list of what the other side may use, and the flag in front of the message says whether it was.',
  );
  const { events } = await recordAsked();
  for (const event of events) {
    if (event.kind === 'message' && !/WINDOW|RST|trailers/.test(event.title)) stage.show(event);
  }
  stage.say('Look at the second flag: the answer is not compressed.');
}

/** Each client with each server. AddOrder has a long request, GetOrder a long answer. */
async function showWho(stage: Stage): Promise<void> {
  await stage.scene('Who packs what?');
  const rows = [['client, server', 'request', 'answer', 'a request of 5 bytes']];
  for (const [server, start] of [
    ['grpc-js', () => startServer(QUIET)],
    ['ours', () => startOurServer(QUIET)],
  ] as const) {
    for (const client of ['grpc-js', 'ours']) {
      const running = await start();
      const add = await metered(running, (at) => callBy(client, at, 'addOrder'));
      const get = await metered(running, (at) => callBy(client, at, 'getOrder'));
      const cells = [add.client, get.server, get.client].map(drawWent);
      rows.push([`${client}, ${server}`, ...cells]);
      await running.close();
    }
  }
  stage.print(drawTable(rows));
  stage.say(
    `Name, flag, and bytes of the message. The order has ${Order.encode(ORDER as Order).length.toLocaleString('en-GB')} bytes. Each direction is its sender’s choice. A server of grpc-js never compresses: it says identity, and its flag is always 0. And grpc-js packs what becomes longer by it; ours leaves the five bytes as they are, under the same grpc-encoding.`,
  );
}

const drawWent = ({ encoding, flag, length }: Went) =>
  `${encoding === '–' ? 'no name' : encoding}, ${flag}, ${length}`;

async function callBy(
  client: string,
  at: { host: string; port: number },
  method: 'addOrder' | 'getOrder',
): Promise<void> {
  if (client === 'grpc-js') {
    const shop = connectWithGzip(at);
    await (method === 'addOrder' ? addOrder(shop) : getOrder(shop));
    return shop.close();
  }
  const { shop, close } = connectOurs(at);
  if (method === 'addOrder') await shop.addOrder(ORDER as Order);
  else await shop.getOrder({ value: '101' });
  await close();
}

/** Whatever it is, nobody looks at it. */
const NOT_SNAPPY = gzipCompression.compress(new TextEncoder().encode(LETTER));

async function showUnknown(stage: Stage): Promise<void> {
  await stage.scene('A name that the other side does not know');
  stage.say('Nobody asks before. The client sends, with grpc-encoding: snappy, and finds out:');
  for (const [name, start] of [
    ['grpc-js', startServer(QUIET)],
    ['ours', startOurServer(QUIET)],
  ] as const) {
    const server = await start;
    const { code, text, accepts } = await post(server.port, 'snappy', flagged(1, NOT_SNAPPY));
    stage.step(name, `${code}: ${text}`);
    stage.step('its list', accepts);
    await server.close();
  }
  stage.say(
    'UNIMPLEMENTED, and the specification wants the list with it, so that the client can try again with one of those. npm run lesson 23 -- --lie shows the rest.',
  );
}

async function showWhen(stage: Stage): Promise<void> {
  await stage.scene('When does it pay?');
  stage.say(
    'gzip as our stack uses it (the fast level), on this machine. What it saves has to be sent more slowly than it is packed and unpacked; the last column says up to which speed of the line that is so.',
  );
  stage.print(packingTable(CONTENTS));
  stage.say(
    'An id becomes five times as long. Of a short message most of the time is zlib’s start. A photo has been compressed already: all the work, and nothing saved. Between two machines in one rack the line has 10,000 Mbit/s and more.',
  );
}

/** Seven letters, which nobody needs to know. */
const VOUCHER = 'k7q2m9x';

async function showVoucher(stage: Stage): Promise<void> {
  await stage.scene('A secret beside a stranger’s text');
  stage.say(
    'An order holds a note, which a stranger has written, and a voucher. The answer is compressed. The stranger sees only how long it is, as one does through TLS, and sends note after note: "voucher=a", "voucher=b" …',
  );
  const open = await attackShop(VOUCHER, false);
  const [shortest, ...others] = open.first.toSorted((a, b) => a.length - b.length);
  stage.step(
    'first letter',
    `with ${shortest!.letter} ${shortest!.length} bytes, with each of the ${others.length} others ${others.at(-1)!.length}`,
  );
  stage.step('found', `${open.found || 'nothing'}, with ${open.asked} notes`);
  const hidden = await attackShop(VOUCHER, true);
  stage.step('uncompressed', `${hidden.found || 'nothing'}, with ${hidden.asked} notes`);
  stage.say(
    'The right letter makes the copy one byte longer, and the answer one byte shorter. TLS hides letters, and not lengths (CRIME 2012, BREACH 2013). With uncompressed(order) this one message goes with flag 0, in a call that compresses.',
  );
}

async function showFuse(stage: Stage): Promise<void> {
  await stage.scene('4 MiB that want to be 4 GiB');
  const bomb = makeBomb(4096);
  const length = new DataView(bomb.buffer).getUint32(bomb.length - 4, true);
  stage.step('the bomb', `${bomb.length} bytes; it says that it becomes ${length}`);
  for (const [name, start] of [
    ['grpc-js', startServer(QUIET)],
    ['ours', startOurServer(QUIET)],
  ] as const) {
    const server = await start;
    const before = peakMib();
    const began = performance.now();
    const { code, text } = await post(server.port, 'gzip', flagged(1, bomb));
    const ms = Math.round(performance.now() - began);
    const grown = Math.round(peakMib() - before);
    stage.step(name, `${code}: ${text}`);
    stage.step('', `${ms} ms; the peak of this process’s memory has grown by ${grown} MiB`);
    await server.close();
  }
  stage.say(
    'The bomb is smaller than the 4 MiB that a message may have, and gzip’s own length is modulo 4 GiB: it says 0. So one has to count while it unfolds, and stop at the first byte that is too much.',
  );
}

async function showOwn(stage: Stage): Promise<void> {
  await stage.scene('A compressor of one’s own');
  stage.say(
    'The same messages by three compressions. grpc-js has the first one (and deflate); ours has the others as soon as one puts them there:',
  );
  stage.print(sizesTable(CONTENTS));
  stage.say(
    'A column of dashes means that this Node has no zstd, or that of Node 22, which takes a message that was cut off for an empty one. Between two ends that both have it, a name is all it takes:',
  );
  const options = { compressions: [brotli] };
  const running = await startOurServer(QUIET, {}, options);
  const went = await metered(running, async (at) => {
    const { shop, close } = connectOurs(at, 'br', options);
    await shop.addOrder(ORDER as Order);
    await close();
  });
  await running.close();
  stage.step(
    'client',
    `grpc-encoding: ${went.client.encoding}, grpc-accept-encoding: ${went.client.accepts}`,
  );
  stage.step('', `flag ${went.client.flag}, ${went.client.length} bytes`);
}
