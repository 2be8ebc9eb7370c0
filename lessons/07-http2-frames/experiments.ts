import type { ByteWriter } from '#bytes/byte-writer';
import type { Stage } from '#course/lesson/stage';
import { errorCodeName } from '#http2/error-code';
import { serializePing } from '#http2/frames/ping';
import type { TraceEvent } from '#inspect/trace';
import { atKitchen } from './at-kitchen.ts';
import type { FrameClient } from './frame-client.ts';
import { startNodeServer } from './node-server.ts';
import { startServer } from './server.ts';
import { dataAfterEnd, dataOnStreamZero, oldHttp, tooLarge } from './wrong-frames.ts';

/** Two servers, written by people who never met, that read the same specification. */
const SERVERS = [
  ['our server', startServer],
  ['Node’s server', startNodeServer],
] as const;

const BEHIND_IT =
  'The greeting is left out here. Behind the wrong frame, in the same write, goes a PING: a server that answers it is still there.';

/** `--stream-zero`: DATA that belongs to no stream. */
export async function sendOnStreamZero(stage: Stage): Promise<void> {
  await sendWrong(stage, 'DATA on stream 0', dataOnStreamZero);
  stage.say(
    'Stream 0 is the connection. DATA belongs to a request, and there is none: the rule is broken for the connection as a whole, so it is the connection that ends (RFC 9113 §6.1). GOAWAY says why, in a code for programs and in a few words for people.',
  );
}

/** `--too-large`: one byte more than a frame may have. */
export async function sendTooLarge(stage: Stage): Promise<void> {
  await sendWrong(stage, 'A frame of 16,385 bytes', tooLarge);
  stage.say(
    'Nobody has to take more than 16,384 bytes in a frame unless its SETTINGS say so. Three bytes of length can promise 16 MiB; so, as in lesson 3, the check comes when the header is there and before the payload is kept.',
  );
}

/** `--old-http`: a client of HTTP/1.1. */
export async function sendOldHttp(stage: Stage): Promise<void> {
  await sendWrong(stage, 'HTTP/1.1 at the door of HTTP/2', oldHttp, false);
  stage.say(
    'The first byte was wrong already: G is not P. Neither server waits for the rest. (Node calls it INTERNAL_ERROR, although §3.4 asks for PROTOCOL_ERROR: a slip of its own.) The other way round it is the same: to a server of HTTP/1.1 the preface is a request with the method PRI and the version 2.0, and after an empty line the text SM. It gives up before anything is done.',
  );
}

/** `--after-end`: DATA after END_STREAM, while the answer is coming, and when it has come. */
export async function sendAfterEnd(stage: Stage): Promise<void> {
  await stage.scene('DATA after END_STREAM, while the stew simmers');
  stage.say(BEHIND_IT);
  await atBoth(stage, async (client, show) => {
    await client.hello();
    const [id = 0] = client.get('/stew');
    await client.until(({ type }) => type === 'DATA');
    show();
    await sendAndAsk(stage, client, (out) => dataAfterEnd(out, id));
  });
  stage.say(
    'The request had ended with its HEADERS, so the stream was half-closed on the client’s side. RFC 9113 §5.1 asks for an error of the stream, STREAM_CLOSED. Ours ends that stream; Node’s ends the connection, which §5.4.1 allows to everybody: a peer that breaks one rule may break others.',
  );
  await stage.scene('The same, when the tea has come');
  await atBoth(stage, async (client, show) => {
    await client.hello();
    const [id = 0] = client.get('/tea');
    await client.until(({ type, endStream }) => type === 'DATA' && endStream === true);
    show();
    await sendAndAsk(stage, client, (out) => dataAfterEnd(out, id));
  });
  stage.say(
    'Now the stream is closed on both sides. A server may take that for an error, or pass over it: it cannot remember every stream for ever. Two good servers, two answers; a client must live with either.',
  );
}

/** Sends one thing to both servers, and tells what each says to it. */
async function sendWrong(
  stage: Stage,
  title: string,
  write: (out: ByteWriter) => void,
  greet = true,
): Promise<void> {
  await stage.scene(title);
  if (greet) stage.say(BEHIND_IT);
  await atBoth(stage, async (client, show) => {
    if (greet) await client.hello();
    show();
    await sendAndAsk(stage, client, write);
  });
}

/** Runs the same scene at both servers; what goes by is drawn from `show()` on. */
async function atBoth(
  stage: Stage,
  scene: (client: FrameClient, show: () => void) => Promise<void>,
): Promise<void> {
  for (const [who, start] of SERVERS) {
    stage.say(`\n${who}:`);
    let shown = false;
    const onEvent = (event: TraceEvent) => {
      if (shown) stage.show(event);
    };
    await atKitchen({ start, onEvent, foldHeaders: true }, async (client) => {
      await scene(client, () => {
        shown = true;
      });
      shown = false;
    });
  }
}

/**
 * Sends something wrong, and a PING behind it in the same write: if that is answered, the
 * connection lives on. Says what came before the answer, or instead of it.
 */
async function sendAndAsk(
  stage: Stage,
  client: FrameClient,
  write: (out: ByteWriter) => void,
): Promise<void> {
  const said: string[] = [];
  client.send((out) => {
    write(out);
    if (write !== oldHttp) serializePing(out, Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8));
  });
  let lives = false;
  try {
    await client.until(({ type, code, ack }) => {
      if (code !== undefined) said.push(`${type} with ${errorCodeName(code)}`);
      lives = type === 'PING' && ack === true;
      return lives || type === 'GOAWAY';
    });
  } catch (error) {
    said.push((error as Error).message);
  }
  const what = said.join(', ') || 'not a word about it';
  stage.step('so', `${what}, and the connection ${lives ? 'goes on' : 'is over'}`);
}
