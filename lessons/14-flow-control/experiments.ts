import type { ByteWriter } from '#bytes/byte-writer';
import type { Stage } from '#course/lesson/stage';
import { UserError } from '#course/user-error';
import { attachHttp2 } from '#http2/attach';
import { createHttp2Client } from '#http2/connection';
import { errorCodeName } from '#http2/error-code';
import { serializePing } from '#http2/frames/ping';
import { DEFAULT_WINDOW, MAX_WINDOW } from '#http2/streams/flow-control';
import type { TraceEvent } from '#inspect/trace';
import { systemClock } from '#time/clock';
import { atShop, type Talk } from './at-shop.ts';
import { get } from './client.ts';
import { startNodeServer } from './node-server.ts';
import { createShop, startServer, UPLOAD_WINDOW } from './server.ts';
import { EXPORT_SIZE } from './shop.ts';
import { createSlowLine } from './slow-line.ts';
import { octets, stopTable } from './tables.ts';
import { SMALL_WINDOW } from './traces.ts';
import {
  beginUpload,
  FIRST,
  grantMost,
  grantOneMore,
  grantTooMuch,
  upload,
} from './wrong-frames.ts';

const ONE_WAY_MS = 20;

/** Two servers, written by people who never met, that read the same specification. */
const SERVERS = [
  ['our server', startServer],
  ['Node’s server', startNodeServer],
] as const;

/** `--window <octets>`: the same download with the default window and with this one, in real time. */
export async function measureWindow(stage: Stage, wanted: string): Promise<void> {
  const window = Number(wanted);
  if (!Number.isInteger(window) || window < 1 || window > MAX_WINDOW) {
    throw new UserError(`--window takes a number of octets from 1 to ${octets(MAX_WINDOW)}`);
  }
  await stage.scene('1 MiB at 40 ms');
  stage.say(
    'In real time now: the shop’s server, our own client, and between them a line of 20 ms each way, by the clock on the wall.',
  );
  for (const size of new Set([DEFAULT_WINDOW, window])) {
    const rounds = Math.ceil(EXPORT_SIZE / size);
    const ms = await download(size);
    stage.step(
      octets(size),
      `${Math.round(ms)} ms; by the formula at least ${rounds} round ${rounds === 1 ? 'trip' : 'trips'}, ${rounds * 2 * ONE_WAY_MS} ms`,
    );
  }
}

/** Milliseconds from the request to the last octet of the export. */
async function download(window: number): Promise<number> {
  const [near, far] = createSlowLine(systemClock, { delayMs: ONE_WAY_MS });
  attachHttp2(
    createShop(() => {}),
    far,
  );
  const connectionWindow = Math.max(window, DEFAULT_WINDOW);
  const client = createHttp2Client({}, { streamWindow: window, connectionWindow });
  attachHttp2(client, near);
  const began = systemClock.now();
  let got = 0;
  for await (const chunk of get(client, '/export')) got += chunk.length;
  const took = systemClock.now() - began;
  if (got !== EXPORT_SIZE) throw new Error(`${got} octets came of ${EXPORT_SIZE}`);
  near.destroy();
  return took;
}

/** `--stop`: a reader that stops, and a server that does not listen. */
export async function stopReading(stage: Stage): Promise<void> {
  await stage.scene('A reader that stops');
  stage.say('It takes 1 MB/s, stops at 200 ms, goes on at 600 ms:');
  stage.print(stopTable());
  await stage.scene('The same, and the server does not look at what sendData says');
  stage.say('It has a piece of 16,384 octets each millisecond, and sends it, come what may:');
  stage.print(stopTable(true));
  stage.say(
    'The reader’s side is the same: the window holds. The server’s is not. What may not be sent stays in its memory, and grows by 16 MB a second, for each client that is slow. false is not an error, and nothing is lost; that is why it is so easily overlooked. In grpc-js it is the same: write() returns false, takes the message all the same, and the event drain says when to go on.',
  );
}

/** `--overrun`: one octet more than the window. */
export async function sendMore(stage: Stage): Promise<void> {
  await stage.scene('One octet too many');
  stage.say(
    `The servers take uploads, and do not read them: INITIAL_WINDOW_SIZE is ${UPLOAD_WINDOW}. First ${UPLOAD_WINDOW} octets and a PING, then one more and a PING.`,
  );
  await atBoth(stage, async (talk) => {
    talk.receiver.send(beginUpload);
    await sendAndAsk(stage, talk, (out) => upload(out, UPLOAD_WINDOW));
    await sendAndAsk(stage, talk, (out) => upload(out, 1));
  });
  stage.say(
    'The last octet that is allowed is allowed; the next is FLOW_CONTROL_ERROR. The RFC leaves it to the receiver whether that ends the stream or the connection (§6.9).',
  );
}

/** `--grant`: credit that no window can hold, and credit that cannot be written. */
export async function grantMuch(stage: Stage): Promise<void> {
  const cases = [
    ['2³¹−1, for a stream whose window is used up', grantMost, FIRST],
    ['The same, and one more', grantOneMore, FIRST],
    ['2³¹−1, for the connection, which has some left', grantMost, 0],
    ['2³¹, for the stream', grantTooMuch, FIRST],
  ] as const;
  for (const [title, write, id] of cases) {
    await stage.scene(title);
    if (write === grantTooMuch) {
      stage.say('2³¹ has one bit more than the field has. In four bytes it is 80 00 00 00:');
    }
    await atBoth(stage, async (talk) => {
      talk.receiver.get('/order');
      await talk.until(({ type }) => type === 'DATA');
      await sendAndAsk(stage, talk, (out) => write(out, id));
    });
  }
  stage.say(
    'A window is at most 2³¹−1 (§6.9.1), and one octet above it is FLOW_CONTROL_ERROR: of the stream, or of the connection. But 2³¹ is read as 0, since the first bit is reserved and a receiver does not look at it. And an increment of 0 is a PROTOCOL_ERROR, a frame that says nothing (§6.9). (Node sends INTERNAL_ERROR wherever its library refuses what came: a slip of its own, as in lesson 7.)',
  );
}

async function atBoth(stage: Stage, scene: (talk: Talk) => Promise<void>): Promise<void> {
  for (const [who, start] of SERVERS) {
    stage.say(`\n${who}:`);
    const onEvent = (event: TraceEvent) => isTold(event) && stage.show(event);
    await atShop({ start, window: SMALL_WINDOW, onEvent }, scene);
  }
}

/** Of the conversation, what is about windows; the rest one has seen. */
function isTold(event: TraceEvent): boolean {
  return event.kind === 'message' && /^(WINDOW_UPDATE|RST_STREAM|GOAWAY)/.test(event.title);
}

/**
 * Sends something, and asks by PING whether the connection lives on. Twice, since an answer to a
 * PING may overtake what was to be said before it. Tells what was said until then, or instead.
 */
async function sendAndAsk(
  stage: Stage,
  { receiver, until }: Talk,
  write: (out: ByteWriter) => void,
): Promise<void> {
  const said: string[] = [];
  let answers = 0;
  receiver.send((out) => {
    write(out);
    serializePing(out, new Uint8Array(8));
  });
  try {
    await until(({ type, code, ack }) => {
      if (code !== undefined) said.push(`${type} with ${errorCodeName(code)}`);
      if (type === 'PING' && ack && ++answers === 1) receiver.ping();
      return answers === 2 || type === 'GOAWAY';
    });
  } catch (error) {
    said.push((error as Error).message);
  }
  const what = said.join(', ') || 'not a word about it';
  stage.step('so', `${what}, and the connection ${answers === 2 ? 'goes on' : 'is over'}`);
}
