import { describe, expect, test } from 'vitest';
import { concat } from '#bytes/concat';
import { fromHex } from '#bytes/hex';
import { encodeUtf8 } from '#bytes/utf8';
import { cutAnywhere } from '#course/kit/chunks';
import { Random } from '#course/kit/random';
import { encodeFrame } from '#framing/frame';
import { createPrefixDissectors, FRAME_PREFIX } from '#inspect/prefix-dissector';
import { createRecorder } from '#inspect/recorder';
import { dissectRpcPayload } from '#inspect/rpc/payload';
import type { Side, TraceEvent } from '#inspect/trace';
import type { Connection } from '#transport/connection';
import { createPipe } from '#transport/memory';
import { randomJson } from './random-json.ts';

/** Everything that arrives at one end, and how it ended. */
function listen(connection: Connection): {
  chunks: Uint8Array[];
  log: string[];
  closed: Promise<void>;
} {
  const chunks: Uint8Array[] = [];
  const log: string[] = [];
  const closed = new Promise<void>((resolve) => {
    connection.start({
      data: (chunk) => chunks.push(chunk),
      end: () => {
        log.push('end');
        connection.end();
      },
      close: (error) => {
        log.push(error === undefined ? 'close' : `close: ${error.message}`);
        resolve();
      },
    });
  });
  return { chunks, log, closed };
}

function randomStream(seed: number): { stream: Uint8Array; chunks: Uint8Array[] } {
  const random = new Random(seed);
  const frames = Array.from({ length: 20 }, () => encodeFrame(encodeUtf8(randomJson(random))));
  const stream = concat(frames);
  return { stream, chunks: cutAnywhere(stream, 30, random) };
}

/** Sends both ways over a pipe, its client's end recorded or not; says what both ends saw. */
async function converse(record: boolean) {
  const recorder = createRecorder('a talk', 'frames');
  const [bare, server] = createPipe();
  const client = record
    ? recorder.wrap(bare, 'client', createPrefixDissectors(FRAME_PREFIX, dissectRpcPayload))
    : bare;
  const [atClient, atServer] = [listen(client), listen(server)];
  for (const chunk of randomStream(1).chunks) client.write(chunk);
  for (const chunk of randomStream(2).chunks) server.write(chunk);
  client.end();
  await Promise.all([atClient.closed, atServer.closed]);
  const seen = [atClient, atServer].map(({ chunks, log }) => ({ chunks, log }));
  return { seen, trace: recorder.trace };
}

function bytesFrom(side: Side, events: TraceEvent[]): Uint8Array {
  return concat(
    events.flatMap((event) =>
      event.kind === 'message' && event.from === side ? [fromHex(event.bytes)] : [],
    ),
  );
}

test('the same chunks reach both ends, with it and without it', async () => {
  const [recorded, bare] = [await converse(true), await converse(false)];
  expect(recorded.seen).toEqual(bare.seen);
  expect(bare.trace.events).toEqual([]);
});

test('what it wrote down is what was sent, each way', async () => {
  const { trace } = await converse(true);
  expect(bytesFrom('client', trace.events)).toEqual(randomStream(1).stream);
  expect(bytesFrom('server', trace.events)).toEqual(randomStream(2).stream);
});

test('as JSON and back it is the same', async () => {
  const { trace } = await converse(true);
  expect(JSON.parse(JSON.stringify(trace))).toEqual(trace);
});

test('each event is told when it happens', () => {
  const heard: TraceEvent[] = [];
  const recorder = createRecorder('a talk', 'frames', (event) => heard.push(event));
  const [client] = createPipe();
  const connection = recorder.wrap(
    client,
    'client',
    createPrefixDissectors(FRAME_PREFIX, dissectRpcPayload),
  );
  const frame = encodeFrame(encodeUtf8('{"id":1}'));
  connection.write(frame.slice(0, 6));
  expect(heard).toHaveLength(0);
  connection.write(frame.slice(6));
  expect(heard).toHaveLength(1);
  recorder.mark('server', 'decides', '1');
  expect(heard[1]).toEqual({ kind: 'mark', at: 'server', text: 'decides', call: '1' });
  expect(recorder.trace.events).toEqual(heard);
});

describe('what the connection says goes through', () => {
  test('write answers as the connection does', () => {
    const [client] = createPipe();
    for (const answer of [true, false]) {
      const full: Connection = {
        remote: 'far away',
        write: () => answer,
        start: () => {},
        end: () => {},
        destroy: () => {},
        pause: () => {},
        resume: () => {},
      };
      const recorded = createRecorder('', '').wrap(
        full,
        'client',
        createPrefixDissectors(FRAME_PREFIX, dissectRpcPayload),
      );
      expect(recorded.write(Uint8Array.of(1))).toBe(answer);
      expect(recorded.remote).toBe('far away');
    }
    client.destroy();
  });

  test('destroy reaches the peer, and what was unfinished is written down', async () => {
    const [bare, server] = createPipe();
    const recorder = createRecorder('', '');
    const client = recorder.wrap(
      bare,
      'client',
      createPrefixDissectors(FRAME_PREFIX, dissectRpcPayload),
    );
    const [atClient, atServer] = [listen(client), listen(server)];
    server.write(Uint8Array.of(0, 0, 0, 9, 1, 2));
    await Promise.resolve();
    await Promise.resolve();
    client.destroy(new Error('enough'));
    await Promise.all([atClient.closed, atServer.closed]);
    expect(atServer.log).toEqual(['close: enough']);
    expect(bytesFrom('server', recorder.trace.events)).toEqual(Uint8Array.of(0, 0, 0, 9, 1, 2));
  });
});
