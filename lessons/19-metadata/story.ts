import { Metadata as JsMetadata } from '@grpc/grpc-js';
import type { RunOptions } from '#course/lesson/define-lesson';
import type { Stage } from '#course/lesson/stage';
import { Metadata } from '#grpc/metadata';
import { drawTable } from '../10-hello-grpc/compare.ts';
import { example } from './client.ts';
import { showBin, showNames, showSize } from './experiments.ts';
import { callThrough } from './hops.ts';
import { shown } from './secrets.ts';
import { recordCall } from './traces.ts';
import { callByJs, drawn, withServers } from './world.ts';

/** `npm run lesson 19`: what travels beside the messages. */
export async function tellStory(stage: Stage, { experiments }: RunOptions): Promise<void> {
  const { size, names, bin } = experiments;
  if (size !== undefined) return showSize(stage, Number(size));
  if (names) return showNames(stage);
  if (bin) return showBin(stage);

  await showPlaces(stage);
  await showValues(stage);
  await showRefusals(stage);
  await showTrace(stage);
  await showLog(stage);
  stage.say(
    'All of this is said per call. How many services fit on a port, and how many stubs on a channel? That is lesson 20.',
  );
}

async function showPlaces(stage: Stage): Promise<void> {
  await stage.scene('Three places');
  stage.say(
    'A call sends an id, a token and three bytes; the answer has metadata, too. The blocks of headers, and what in them is ours:',
  );
  const { events } = await recordCall();
  const places = ['in the request', 'in front of the answer', 'behind the answer'];
  const blocks = events.filter((event) => event.kind === 'message' && /^HEADERS/.test(event.title));
  for (const [i, event] of blocks.entries()) {
    if (event.kind !== 'message') continue;
    const block = event.fields.find(({ name }) => name === 'header block');
    const own = (block?.children ?? []).filter(({ name }) => /^(x-|authorization)/.test(name));
    for (const { name, value, length } of own) {
      const text = name === 'authorization' ? '(secret)' : value;
      stage.step(
        i < 3 ? ['there', 'front', 'behind'][i]! : '',
        `${name}: ${text} (${length} bytes, ${places[i]})`,
      );
    }
  }
  const last = blocks.at(-1);
  if (last) stage.show(last);
  stage.say(
    'There is no fourth place: a client has no trailers. What it knows only at the end of its stream has to be a message.',
  );
}

async function showValues(stage: Stage): Promise<void> {
  await stage.scene('Two values for a name');
  const metadata = new JsMetadata();
  for (const tag of ['tea', 'gift']) metadata.add('X-Tag', tag);
  metadata.add('x-note', 'tea, gift');
  for (const key of [1, 2]) metadata.add('x-key-bin', Buffer.from([key]));
  stage.say(
    'A client of grpc-js sends x-tag twice, x-note once with a comma in it, and x-key-bin twice:',
  );
  const rows = [['', 'x-tag', 'x-note', 'x-key-bin']];
  await withServers(async (ports, last) => {
    for (const server of ['grpc-js', 'ours'] as const) {
      await callByJs(ports[server], metadata);
      const look = last()!;
      const cell = (name: string) => look(name).map(drawn).join(' and ');
      rows.push([`at ${server}`, cell('x-tag'), cell('x-note'), cell('x-key-bin')]);
    }
  });
  stage.print(drawTable(rows));
  stage.say(
    'On the wire there are two fields. Node’s HTTP/2 joins fields of one name with a comma, as RFC 9110 allows, before grpc-js sees them. Afterwards nobody can tell two tags from one with a comma in it. Bytes survive: base64 has no comma, so a -bin value can be split again. If a name may have several values, do not count on their number, or make it -bin.',
  );
}

async function showRefusals(stage: Stage): Promise<void> {
  await stage.scene('What cannot travel');
  for (const [name, value] of [
    ['X-User', 'ada'],
    ['x-user', 'Zoë'],
    ['x user', 'ada'],
    ['x-user-bin', 'ada'],
    ['grpc-timeout', '1H'],
  ] as const) {
    let text: string;
    try {
      const [field] = new Metadata({ [name]: value }).toHeaders();
      text = `${field?.name}: ${field?.value}`;
    } catch (error) {
      text = (error as Error).message;
    }
    stage.step(`${name}`, text);
  }
  stage.say(
    'Names are lower case on the wire, whatever one writes. Values are printable ASCII; for all else there are bytes. And a name of the protocol’s would change what the call means: grpc-js lets you set it (--names shows what happens then).',
  );
}

async function showTrace(stage: Stage): Promise<void> {
  await stage.scene('One request, three servers');
  stage.say(
    'A browser asks the server of orders, which asks that of the stock, which asks that of prices. Each says what it got as traceparent:',
  );
  await callThrough((server, traceparent) => stage.step(server, traceparent));
  stage.say(
    'The first number is the same everywhere, so that one can find all lines of one request. The second is the caller’s. Nothing passes it on by itself: each of the three does it in a line of its own. grpc-js copies no metadata from a call that came to the calls that go out, and that is right, since authorization would go with it.',
  );
}

async function showLog(stage: Stage): Promise<void> {
  await stage.scene('Never in a log');
  stage.step('JSON', JSON.stringify(example()));
  stage.step('shown', shown(example()));
  stage.say(
    'A line that logs "all metadata" is written once, for a bug, and stays. Tokens then stand in a file that everybody may read.',
  );
}
