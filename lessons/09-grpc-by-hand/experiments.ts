import { toHex } from '#bytes/hex';
import { encodeUtf8 } from '#bytes/utf8';
import type { Stage } from '#course/lesson/stage';
import { UserError } from '#course/user-error';
import { MessageDecoder } from '#framing/message';
import { requestHeaders } from '#grpc/wire/request-headers';
import type { HeaderField } from '#hpack/header-field';
import type { TraceEvent } from '#inspect/trace';
import { atGreeter } from './at-greeter.ts';
import { callUnary } from './call.ts';
import { describe, greeting } from './client.ts';
import { describeStatus, encodeRequest, GODOT } from './greeter.ts';
import { PAGE, startProxy } from './proxy.ts';
import { greetByGrpcJs } from './strangers.ts';
import { recordCancel, recordPage } from './traces.ts';

/** `--html`: what a web page looks like to who takes it for a message. */
export async function readPage(stage: Stage): Promise<void> {
  await stage.scene('A web page, read as a message');
  stage.say(
    'There is a proxy before the server, and nobody at home behind it. So it answers with a page for people, and with 200:',
  );
  await recordPage(answersOnly(stage));
  const prefix = encodeUtf8(PAGE).subarray(0, 5);
  const length = new DataView(prefix.buffer, prefix.byteOffset).getUint32(1);
  stage.say(
    `Our client has looked at the content-type first. A client that does not look takes ${JSON.stringify(PAGE.slice(0, 5))} for a prefix:`,
  );
  stage.print(
    [
      `${toHex(prefix.subarray(0, 1)).padEnd(12)}"<"     compressed flag = ${prefix[0]}`,
      `${toHex(prefix.subarray(1)).padEnd(12)}"html"  length = ${length.toLocaleString('en')}`,
    ].join('\n'),
  );
  stage.say(
    'A message of 1.75 GB. grpc-js reads it so, and its users wonder what is so large; our reader of lesson 3 stumbles over the flag:',
  );
  const proxy = await startProxy('200');
  try {
    stage.step('grpc-js', await greetByGrpcJs(proxy.port, 'Ada'));
  } finally {
    await proxy.close();
  }
  stage.step('lesson 3', refusalOf(encodeUtf8(PAGE)));
  stage.say('An honest proxy says 502 with its page. That is read, and can be tried again:');
  await recordPage(marksOnly(stage), '502');
}

/** What the decoder of lesson 3 says of these bytes. */
function refusalOf(bytes: Uint8Array): string {
  try {
    new MessageDecoder().push(bytes);
    return 'waits for more';
  } catch (error) {
    return (error as Error).message;
  }
}

/** `--header name=value`: the call with one of its headers changed, added or left out. */
export async function sendHeader(stage: Stage, change: string): Promise<void> {
  const match = /^(:?[a-z0-9_.-]+)=(.*)$/.exec(change);
  if (match === null) {
    throw new UserError('--header takes name=value, or name= to leave it out: --header te=');
  }
  const [, name = '', value = ''] = match;
  await stage.scene(value === '' ? `A call without ${name}` : `A call with ${name}: ${value}`);
  const log = (line: string) => stage.step('server', line);
  await atGreeter({ log, onEvent: stage.show }, async ({ http2, authority }) => {
    const fields = withHeader(requestHeaders(greeting(authority)), { name, value });
    const outcome = await callUnary(http2, fields, encodeRequest('Ada'));
    stage.step('client', describe(outcome));
  });
  stage.say('Others to try:');
  stage.print(OTHERS.join('\n'));
}

const OTHERS = [
  'te=',
  'content-type=application/json',
  'content-type=application/grpc-web',
  'content-type=application/grpc+json',
  ':path=/hello.Greeter/SayBye',
  ':method=GET',
  'grpc-timeout=1s',
  'x-key-bin=!',
];

/** The same fields with this one in its place; behind all others if there was none. */
function withHeader(fields: HeaderField[], changed: HeaderField): HeaderField[] {
  const isKnown = fields.some(({ name }) => name === changed.name);
  const all = isKnown
    ? fields.map((field) => (field.name === changed.name ? changed : field))
    : [...fields, changed];
  return all.filter(({ value }) => value !== '');
}

/** `--cancel`: the caller does not want to wait any longer. */
export async function cancelCall(stage: Stage): Promise<void> {
  await stage.scene('A call that nobody waits for any more');
  await recordCancel(stage.show);
  stage.say(
    'Thirteen bytes end the call, and no other call on this connection notices. There is no gRPC message for it: the stream is reset, with the code CANCEL. The server learns of it at once, and should stop working; no answer is sent.',
  );
}

/** `--late`: the time on the wire runs out. */
export async function callLate(stage: Stage): Promise<void> {
  await stage.scene('A call with 50 milliseconds to live');
  const log = (line: string) => stage.step('server', line);
  await atGreeter({ log, onEvent: stage.show }, async ({ http2, authority }) => {
    const head = { ...greeting(authority), timeoutMs: 50 };
    const { status } = await callUnary(http2, head, encodeRequest(GODOT));
    stage.step('client', `hears of it: ${describeStatus(status)}`);
  });
  stage.say(
    'The client has sent how long it is willing to wait, so the server knows when to give up. A duration, not a moment: the clocks of two machines never agree. A real client does not wait for this answer but gives up by itself, at the same time. Lesson 17 has the rest.',
  );
}

const answersOnly = (stage: Stage) => (event: TraceEvent) => {
  if (event.kind === 'mark' || event.from === 'server') stage.show(event);
};

const marksOnly = (stage: Stage) => (event: TraceEvent) => {
  if (event.kind === 'mark') stage.show(event);
};
