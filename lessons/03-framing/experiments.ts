import { concat } from '#bytes/concat';
import { encodeUtf8 } from '#bytes/utf8';
import type { Stage } from '#course/lesson/stage';
import { UserError } from '#course/user-error';
import { encodeFrame, FrameDecoder, LENGTH_SIZE, lengthFraming } from '#framing/frame';
import { MAX_FRAME_SIZE } from '#framing/limits';
import { createPrefixDissectors, FRAME_PREFIX } from '#inspect/prefix-dissector';
import { createRecorder, type Recorder } from '#inspect/recorder';
import { dissectRpcPayload } from '#inspect/rpc/payload';
import { createClient, type RpcClient } from '#rpc/client';
import type { Connection } from '#transport/connection';
import { connectTcp, LOOPBACK } from '#transport/tcp';
import { chopped } from './chopped.ts';
import { startServer } from './server.ts';

/** `--chunk <bytes>`: the same call, sent in crumbs. */
export async function sendInPieces(stage: Stage, size: number): Promise<void> {
  if (!Number.isInteger(size) || size < 1) {
    throw new UserError('--chunk takes a number of bytes, 1 or more');
  }
  await stage.scene(`A call in pieces of ${size} ${size === 1 ? 'byte' : 'bytes'}`);
  await withServer(stage, async (connect, recorder) => {
    const connection = chopped(await connect(), size);
    const client = framedClient(recorder, connection);
    stage.step('client', `recipe("tea") → ${JSON.stringify(await client.call('recipe', ['tea']))}`);
    client.close();
  });
  const isCut = size < LENGTH_SIZE;
  stage.say(
    `The answer is the same for any size: the decoder keeps what is not a whole frame yet, and waits. ${isCut ? 'Here even the length itself was cut: four bytes, in pieces.' : 'Try 3, where the length itself is cut.'}`,
  );
}

/** `--glue`: three frames in one write. */
export async function sendGlued(stage: Stage): Promise<void> {
  await stage.scene('Three frames in one write');
  await withServer(stage, async (connect, recorder) => {
    const connection = await connect();
    const answers = new FrameDecoder();
    let left = 3;
    const done = new Promise<void>((resolve) => {
      recorder
        .wrap(connection, 'client', createPrefixDissectors(FRAME_PREFIX, dissectRpcPayload))
        .start({
          data(chunk) {
            left -= answers.push(chunk).length;
            if (left === 0) connection.end();
          },
          close: () => resolve(),
        });
    });
    const calls = ['tea', 'toast', 'tea'].map((dish, i) =>
      encodeFrame(encodeUtf8(JSON.stringify({ id: i + 1, method: 'recipe', params: [dish] }))),
    );
    const glued = concat(calls);
    stage.step(
      'client',
      `writes ${glued.length} bytes at once: ${calls.map((call) => call.length).join(' + ')}`,
    );
    connection.write(glued);
    await done;
  });
  stage.say('Three frames went out in one piece; three replies came back. Lengths need no gaps.');
}

/** `--lie`: a length of 4 GiB, and an honest client that must not notice. */
export async function announceTooMuch(stage: Stage): Promise<void> {
  await stage.scene('A frame of 4 GiB, announced');
  await withServer(stage, async (connect, recorder) => {
    const honest = framedClient(recorder, await connect());
    const before = process.memoryUsage().rss;
    const liar = await connect();
    const closed = new Promise<void>((resolve) => {
      liar.start({ data: () => {}, end: () => liar.end(), close: () => resolve() });
    });
    stage.step('liar', 'sends ff ff ff ff, and not one byte of payload');
    liar.write(Uint8Array.of(0xff, 0xff, 0xff, 0xff));
    await closed;
    const grown = Math.max(0, process.memoryUsage().rss - before) / 1024 / 1024;
    stage.step('server', `refused it by its length: the limit is ${MAX_FRAME_SIZE} bytes`);
    stage.step('', `memory grew by ${grown.toFixed(1)} MiB, not by 4096`);
    stage.step(
      'honest client',
      `is served all the same: ${JSON.stringify(await honest.call('recipe', ['toast']))}`,
    );
    honest.close();
  });
  stage.say(
    'The check comes before the buffer. With the check after it, four bytes would have cost the server its memory.',
  );
}

/** `--die`: the connection ends inside a frame. */
export async function dieInTheMiddle(stage: Stage): Promise<void> {
  await stage.scene('An end in the middle of a frame');
  await withServer(stage, async (connect) => {
    const frame = encodeFrame(encodeUtf8('{"id":1,"method":"recipe","params":["tea"]}'));
    const connection = await connect();
    const over = new Promise<void>((resolve) => {
      connection.start({ data: () => {}, close: () => resolve() });
    });
    stage.step('client', `wants to send ${frame.length} bytes, sends 20, and ends`);
    connection.write(frame.slice(0, 20));
    connection.end();
    await over;
  });
  stage.say(
    'With newlines one could take the rest for a short message. A length tells the difference: bytes were promised and did not come, so the half message must not be used.',
  );
}

/** Runs `scene` against the real server on a free port, and ends both. */
async function withServer(
  stage: Stage,
  scene: (connect: () => Promise<Connection>, recorder: Recorder) => Promise<void>,
): Promise<void> {
  const server = await startServer({
    host: LOOPBACK,
    port: 0,
    log: (line) => stage.step('server', line),
  });
  const recorder = createRecorder('an experiment', 'length-prefixed JSON', stage.show);
  try {
    await scene(() => connectTcp(server, stage.signal), recorder);
  } finally {
    await server.close();
  }
}

function framedClient(recorder: Recorder, connection: Connection): RpcClient {
  const watched = recorder.wrap(
    connection,
    'client',
    createPrefixDissectors(FRAME_PREFIX, dissectRpcPayload),
  );
  return createClient(watched, { framing: lengthFraming });
}
