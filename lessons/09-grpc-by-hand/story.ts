import type { RunOptions } from '#course/lesson/define-lesson';
import type { Stage } from '#course/lesson/stage';
import type { Side, TraceEvent } from '#inspect/trace';
import { LOOPBACK } from '#transport/tcp';
import { atGreeter, recordCalls } from './at-greeter.ts';
import { describe, greet } from './client.ts';
import { callLate, cancelCall, readPage, sendHeader } from './experiments.ts';
import { STRANGER } from './greeter.ts';
import { startServer } from './server.ts';
import { greetByGrpcJs, startGrpcJsServer } from './strangers.ts';
import { recordCall, recordRefusal } from './traces.ts';

/** `npm run lesson 9`: a call, a call that fails, and then strangers at either end. */
export async function tellStory(stage: Stage, { experiments }: RunOptions): Promise<void> {
  const { html, header, cancel, late } = experiments;
  if (html) return readPage(stage);
  if (header !== undefined) return sendHeader(stage, String(header));
  if (cancel) return cancelCall(stage);
  if (late) return callLate(stage);

  await showCall(stage);
  await showFailure(stage);
  await showTheirServer(stage);
  await showTheirClient(stage);
}

async function showCall(stage: Stage): Promise<void> {
  await stage.scene('One call, byte by byte');
  stage.say(
    'A call is one HTTP/2 stream. The client sends a block of headers and a message; the server sends a block of headers, a message, and a second block of headers with the status. The frames are lesson 7’s, the headers are packed by lesson 8’s HPACK, the message has lesson 3’s prefix, and what is in it is lesson 5’s. New is only what the headers say:',
  );
  await recordCall(stage.show);
  stage.say(
    'The status comes last, and that is the heart of it: a server that streams a million messages knows only at the end whether it went well. HTTP’s own status, 200, was sent long before.',
  );
}

async function showFailure(stage: Stage): Promise<void> {
  await stage.scene('A call that fails');
  stage.say(
    'The server knows no Zoë. It has sent nothing yet, so headers and trailers become one block that ends the stream, “Trailers-Only”. HTTP still says 200. Headers are ASCII, so the text is UTF-8 with an escape for each byte beyond it; and for the % itself, or the 100% would be read as one:',
  );
  await recordRefusal(only('server', stage));
}

async function showTheirServer(stage: Stage): Promise<void> {
  await stage.scene('The same client at a stranger’s server');
  stage.say(
    'This server is @grpc/grpc-js, gRPC’s own library for Node. Nobody who wrote it has heard of this course. Our client calls it twice; here are the headers and trailers of its answers:',
  );
  const start = () => startGrpcJsServer((line) => stage.step('grpc-js server', line));
  const onEvent = withoutMessages(only('server', stage));
  await atGreeter({ start, onEvent }, async ({ http2, authority }) => {
    for (const name of ['Ada', STRANGER]) {
      stage.step('our client', `got ${describe(await greet(http2, authority, name))}`);
    }
  });
  stage.say(
    'It says OK in words, too, tells which compressions it reads, sends a date, and escapes the spaces: nothing of that is needed, and all of it is understood.',
  );
}

async function showTheirClient(stage: Stage): Promise<void> {
  await stage.scene('A stranger’s client at our server');
  stage.say(
    'And the other way round: a client of grpc-js, and our server. Here is what its first call sends:',
  );
  let isFirst = true;
  const { watch } = recordCalls('A stranger', (event) => {
    if (isFirst && event.kind === 'message' && event.from === 'client') stage.show(event);
    isFirst &&= event.kind !== 'message' || event.from === 'client';
  });
  const log = (line: string) => stage.step('our server', line);
  const server = await startServer(
    { host: LOOPBACK, port: 0, log },
    { watch: (connection) => watch(connection, 'server') },
  );
  try {
    for (const name of ['Ada', STRANGER]) {
      stage.step('grpc-js client', `got ${await greetByGrpcJs(server.port, name)}`);
    }
  } finally {
    await server.close();
  }
  stage.say(
    'It says what ours says in another order, and two things more: which compressions it reads, for gRPC and for HTTP. Its timeout is a little shorter than the five seconds it was given: some time was gone before it wrote. It cannot tell our server from one of its own. What a library does beyond this, and what it hides, is lesson 10.',
  );
}

/** Leaves out the messages, of which one was shown byte by byte. */
function withoutMessages(show: (event: TraceEvent) => void): (event: TraceEvent) => void {
  return (event) => {
    if (event.kind === 'mark' || !event.title.startsWith('DATA')) show(event);
  };
}

/** Draws what one side sends, so that only what is new is read. */
function only(side: Side, stage: Stage): (event: TraceEvent) => void {
  return (event) => {
    if (event.kind === 'mark' || event.from === side) stage.show(event);
  };
}
