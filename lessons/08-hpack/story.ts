import { ByteWriter } from '#bytes/byte-writer';
import { toHex } from '#bytes/hex';
import type { RunOptions } from '#course/lesson/define-lesson';
import type { Stage } from '#course/lesson/stage';
import { HpackEncoder } from '#hpack/encoder';
import { encodeInteger } from '#hpack/integer';
import { createHpackDissector } from '#inspect/hpack/dissector';
import type { Trace } from '#inspect/trace';
import { blocksOf, drawBars, drawTable, tableAfter } from './blocks.ts';
import { showBomb, showCrime, showLoss, showTableSize } from './experiments.ts';
import { asText, requestHeaders } from './headers.ts';
import { askFor, recordRequests } from './traces.ts';

/** `npm run lesson 8`: the same headers again and again, in fewer bytes each time. */
export async function tellStory(stage: Stage, { experiments }: RunOptions): Promise<void> {
  const { table, crime, bomb, lost } = experiments;
  if (table !== undefined) return showTableSize(stage, String(table));
  if (crime !== undefined) return showCrime(stage, String(crime));
  if (bomb) return showBomb(stage);
  if (lost) return showLoss(stage);

  await showText(stage);
  await showLiteral(stage);
  const trace = await showRequests(stage);
  await showTable(stage, trace);
  await showBytes(stage);
}

async function showText(stage: Stage): Promise<void> {
  await stage.scene('The same words, every time');
  stage.say('A client asks a pantry what lies on a shelf. What it says first, each time:');
  const text = asText(requestHeaders(300, 1));
  stage.print(text.replaceAll('\r', ''));
  stage.say(
    `That is ${text.length} bytes as lines of text, for an answer of 3 bytes. The next request says the same but for one line. HTTP/2 sends what the other side knows already as a number.`,
  );
}

async function showLiteral(stage: Stage): Promise<void> {
  await stage.scene('One header, for the first time');
  stage.say(
    'New things have to be spelt out. The first two bits say: a literal, and remember it. Then the number of its name, in the bits that are left, or 0 for a name nobody knows. Then the strings, in a Huffman code in which an e takes five bits and a Z eight:',
  );
  const out = new ByteWriter();
  new HpackEncoder().encode([{ name: 'accept', value: 'text/plain' }], out);
  new HpackEncoder().encode([{ name: 'x-shelf', value: '300' }], out);
  for (const { title, bytes, fields } of createHpackDissector().push(out.take())) {
    stage.show({ kind: 'message', from: 'client', title, bytes: toHex(bytes, ''), fields });
  }
  stage.say(
    'Both sides have a table of 61 common headers from the start, in which accept is number 19. A number that does not fit into the bits that are left fills them with ones and goes on in the next byte. 30 and 1337, where five bits are left:',
  );
  for (const value of [30, 1337]) {
    encodeInteger(out, 0, 5, value);
    const bits = Array.from(out.take(), (byte) => byte.toString(2).padStart(8, '0'));
    stage.print(`${String(value).padStart(4)}  ${bits.join(' ').replace('000', '... ')}`);
  }
  stage.say('(31 + 26 + 10 × 128 = 1337: seven bits a byte, the lowest first, as in lesson 4.)');
}

async function showRequests(stage: Stage): Promise<Trace> {
  await stage.scene('Three requests on the wire');
  stage.say('Shelf 300, shelf 300 again, shelf 301. Look at the sizes of the blocks:');
  // What is in the bodies, and how they part, is of no matter here.
  return recordRequests((event) => {
    if (event.kind === 'mark' || event.title.startsWith('HEADERS')) stage.show(event);
  });
}

async function showTable(stage: Stage, trace: Trace): Promise<void> {
  await stage.scene('A table that nobody sent');
  stage.say(
    'Whatever was sent with 01 stands in a table now, at both ends, newest first. From 62 on its lines have numbers too. This is the one for the requests:',
  );
  const blocks = blocksOf(trace, 'client');
  stage.print(drawTable(tableAfter(blocks)));
  stage.say(
    'The authorization is not in it: it went out with 0001, never to be indexed, so that nobody can find out by the size of later blocks whether a guess was right. The request id is not either: it never comes again. And when shelf 301 came, every older line moved down by one. Nobody sent the table: both sides follow the same rules.',
  );
}

async function showBytes(stage: Stage): Promise<void> {
  await stage.scene('What a request costs');
  const shelves = [300, 300, 301, 300, 301, 300];
  const blocks = blocksOf(await askFor(shelves, {}), 'client');
  stage.say('Bytes of the header block, and of the same headers as text:');
  stage.print(
    drawBars([
      ['as text', asText(requestHeaders(300, 1)).length],
      ...blocks.map(({ length }, i): [string, number] => [`request ${i + 1}`, length]),
    ]),
  );
  stage.say(
    'What stays are the two lines that are spelt out each time: the secret, and the request id. The headers of a gRPC call without them are some twenty bytes the second time. But the table is memory that a stranger fills, and state that both sides must share to the bit: try --bomb and --lost. And why not simply gzip? Try --crime.',
  );
}
