import { Metadata as JsMetadata } from '@grpc/grpc-js';
import type { Stage } from '#course/lesson/stage';
import { UserError } from '#course/user-error';
import { Metadata } from '#grpc/metadata';
import { readHead } from '#grpc/wire/head';
import { drawTable } from '../10-hello-grpc/compare.ts';
import { callByJs, callByOurs, drawn, withServers } from './world.ts';

const MOST_KIB = 60;

/** `--size <KiB>`: metadata of this size, both clients to both servers. */
export async function showSize(stage: Stage, kib: number): Promise<void> {
  if (!Number.isInteger(kib) || kib < 1 || kib > MOST_KIB) {
    throw new UserError(`--size takes KiB, 1 to ${MOST_KIB}`);
  }
  await stage.scene(`${kib} KiB of metadata`);
  const value = 'x'.repeat(kib * 1024);
  const metadata = new JsMetadata();
  metadata.set('x-big', value);
  let failed = 0;
  const tell = (from: string, to: string, text: string) => {
    if (text !== 'OK') failed++;
    stage.step(from, `to ${to}: ${text}`);
  };
  await withServers(async (ports) => {
    for (const server of ['grpc-js', 'ours'] as const) {
      const { text } = await callByJs(ports[server], metadata);
      tell('from grpc-js', server, text.replace(/^OK .*/, 'OK'));
      tell('from ours', server, await callByOurs(ports[server], { 'x-big': value }));
    }
  });
  stage.say(
    'HTTP/2 lets each side say how large a block of headers it takes (SETTINGS_MAX_HEADER_LIST_SIZE), uncompressed. Our server says 16 KiB, with all other headers.',
  );
  stage.say(
    failed === 0
      ? 'So all of it fits, at both servers.'
      : 'Our client reads that, and does not even begin; grpc-js sends, is reset with ENHANCE_YOUR_CALM, and translates that into a sentence about bandwidth.',
  );
}

/** Names that are not the application's, with a value that does harm. */
const NAMES: [name: string, value: string][] = [
  ['user-agent', 'me'],
  ['te', 'gzip'],
  ['content-type', 'text/plain'],
  ['grpc-status', '5'],
  ['host', 'elsewhere'],
  ['content-length', '3'],
  ['connection', 'close'],
  ['x-spaces', '  two  '],
];

/** `--names`: names of others, and a value with spaces around it. */
export async function showNames(stage: Stage): Promise<void> {
  await stage.scene('Names that belong to somebody else');
  const rows = [['set on grpc-js', 'how the call ended', 'what the handler got']];
  const refusals: string[] = [];
  await withServers(async (ports, last) => {
    for (const [name, value] of NAMES) {
      const metadata = new JsMetadata();
      metadata.set(name, value);
      const { text } = await callByJs(ports['grpc-js'], metadata, 400);
      const got = last()?.(name).map(drawn).join();
      const [ended = ''] = text.split(' ');
      rows.push([
        `${name}: ${drawn(value)}`,
        ended,
        got === undefined ? 'never ran' : got || 'nothing',
      ]);
      try {
        const kept = new Metadata({ [name]: value }).get(name);
        refusals.push(`${name} is kept as ${drawn(kept ?? '')}`);
      } catch (error) {
        refusals.push((error as Error).message);
      }
    }
  });
  stage.print(drawTable(rows));
  stage.say(
    'grpc-js takes every one of them where it is set. Some it writes over, some go out. content-length promises three bytes of body, and the stream is reset with PROTOCOL_ERROR. With connection, Node’s HTTP/2 refuses to send, and grpc-js tries again, many times a second, until the deadline. And a value with spaces at its ends gets lost on the way, without a word: HTTP/2 forbids them. Our Metadata says it at once:',
  );
  for (const line of refusals) stage.step('ours', line);
}

/** `--bin`: what readers make of a -bin value that is not base64. */
export async function showBin(stage: Stage): Promise<void> {
  await stage.scene('A -bin value that is not base64');
  const rows = [['on the wire', 'Buffer.from(…, "base64")', 'ours']];
  for (const text of ['AQL/', 'AQI', 'AQI=', 'AQ,Ag', 'hello, world', '%%%']) {
    const head = readHead([{ name: 'k-bin', value: text }]);
    const ours = head.malformed === undefined ? head.metadata!.getAll('k-bin') : undefined;
    const lenient = text.split(',').map((one) => Buffer.from(one.trim(), 'base64'));
    rows.push([
      text,
      lenient.map(drawn).join(' '),
      ours === undefined ? 'refused: INTERNAL' : ours.map(drawn).join(' '),
    ]);
  }
  stage.print(drawTable(rows));
  stage.say(
    'The middle column is what grpc-js does: Node reads whatever looks like base64 in it, and skips the rest. A greeting becomes bytes that nobody has sent. A checksum, a key or a trace made of them is wrong, and nobody knows since when.',
  );
}
