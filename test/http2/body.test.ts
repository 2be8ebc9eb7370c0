import { describe, expect, test } from 'vitest';
import { settle } from '#course/kit/watch';
import { BodyReader, BodyWriter } from '#http2/body';
import { ErrorCode } from '#http2/error-code';
import { Http2Error } from '#http2/http2-error';

const chunk = (size: number) => new Uint8Array(size);

function createStream() {
  const log: string[] = [];
  return {
    log,
    room: true,
    sendData(bytes: Uint8Array, endStream = false) {
      log.push(`data ${bytes.length}${endStream ? ' end' : ''}`);
      return this.room;
    },
    reset: (code: ErrorCode) => void log.push(`reset ${code}`),
    consume: (size: number) => void log.push(`consume ${size}`),
  };
}

describe('a body that is written', () => {
  test('the source waits until there is room', async () => {
    const stream = createStream();
    const writer = new BodyWriter(stream);
    let asked = 0;
    async function* source() {
      for (; asked < 3; ) {
        asked++;
        yield chunk(asked);
      }
    }
    stream.room = false;
    const pouring = writer.pour(source());
    await settle();
    expect(asked).toBe(1);
    stream.room = true;
    writer.drain();
    await pouring;
    expect(stream.log).toEqual(['data 1', 'data 2', 'data 3', 'data 0 end']);
  });

  test('a stream that closes ends the source, which may be waiting for room', async () => {
    const stream = createStream();
    const writer = new BodyWriter(stream);
    stream.room = false;
    let returned = false;
    async function* source() {
      try {
        for (;;) yield chunk(1);
      } finally {
        returned = true;
      }
    }
    const pouring = writer.pour(source());
    await settle();
    writer.close();
    await pouring;
    expect(returned).toBe(true);
    expect(stream.log).toEqual(['data 1']);
  });

  test('a source that throws resets the stream', async () => {
    const stream = createStream();
    // biome-ignore lint/correctness/useYield: it throws before
    async function* source(): AsyncGenerator<Uint8Array> {
      throw new Error('no');
    }
    await new BodyWriter(stream).pour(source());
    expect(stream.log).toEqual([`reset ${ErrorCode.INTERNAL_ERROR}`]);
  });
});

describe('a body that is read', () => {
  test('gives credit for a chunk when its reader comes back', async () => {
    const stream = createStream();
    const reader = new BodyReader(stream);
    reader.data(chunk(5), false);
    reader.data(chunk(7), true);
    expect((await reader.next()).value?.length).toBe(5);
    expect(stream.log).toEqual([]);
    expect((await reader.next()).value?.length).toBe(7);
    expect(stream.log).toEqual(['consume 5']);
    reader.close();
    expect((await reader.next()).done).toBe(true);
    expect((await reader.next()).done).toBe(true);
    expect(stream.log).toEqual(['consume 5', 'consume 7']);
  });

  test('an error comes after what was received before it', async () => {
    const reader = new BodyReader(createStream());
    reader.data(chunk(5), false);
    const error = new Http2Error('stream', ErrorCode.CANCEL, 'reset', 'remote');
    reader.close(error);
    expect((await reader.next()).value?.length).toBe(5);
    await expect(reader.next()).rejects.toBe(error);
    expect((await reader.next()).done).toBe(true);
  });

  test('a reader that leaves cancels, but not what has ended', async () => {
    const stream = createStream();
    const reader = new BodyReader(stream);
    reader.data(chunk(5), false);
    for await (const _ of reader) break;
    expect(stream.log).toEqual([`reset ${ErrorCode.CANCEL}`]);
    const ended = createStream();
    const second = new BodyReader(ended);
    second.data(chunk(5), true);
    for await (const _ of second) break;
    expect(ended.log).toEqual([]);
  });
});
