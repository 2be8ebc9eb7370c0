import { describe, expect, test } from 'vitest';
import { ByteWriter } from '#bytes/byte-writer';
import { concat } from '#bytes/concat';
import { RawPeer, REQUEST } from './raw-peer.ts';
import { ServerRecorder } from './recorder.ts';

const OK = [{ name: ':status', value: '200' }];

/** The DATA frames of an answer, as their payloads. */
function framesOf(answer: ServerRecorder['answer'], windowSize?: number): number[][] {
  const server = new ServerRecorder();
  const peer = new RawPeer(server.connection);
  if (windowSize !== undefined) peer.setting(0x4, windowSize);
  server.answer = answer;
  peer.headersAndEnd(1, REQUEST);
  return peer.got('DATA').map((frame) => [...frame.data]);
}

describe('DATA on its way out', () => {
  test('a frame grows while nothing stands behind it', () => {
    const frames = framesOf((stream) => {
      stream.sendHeaders(OK);
      stream.sendData(Uint8Array.of(1, 2));
      stream.sendData(Uint8Array.of(3));
      stream.sendData(new Uint8Array(0), true);
    });
    expect(frames).toEqual([[1, 2, 3]]);
  });

  test('and never above the frame size of the peer', () => {
    const frames = framesOf((stream) => {
      stream.sendHeaders(OK);
      for (let i = 0; i < 3; i++) stream.sendData(new Uint8Array(10_000), i === 2);
    });
    expect(frames.map((frame) => frame.length)).toEqual([10_000, 10_000, 10_000]);
  });

  test.each([undefined, 0, 2, 3, 5, 6])('a prefix is copied at once (window %s)', (windowSize) => {
    const prefix = Uint8Array.of(7, 7, 7);
    const frames = framesOf((stream) => {
      stream.sendHeaders(OK);
      stream.sendData(Uint8Array.of(1, 2), false, prefix);
      prefix.fill(8);
      stream.sendData(Uint8Array.of(3), true, prefix);
    }, windowSize);
    const all = [7, 7, 7, 1, 2, 8, 8, 8, 3];
    expect(frames.flat()).toEqual(all.slice(0, windowSize ?? all.length));
  });
});

describe('ByteWriter.rewind', () => {
  test('writes the same memory again, once all of it was taken', () => {
    const writer = new ByteWriter(64);
    writer.bytes(Uint8Array.of(1, 2, 3));
    writer.rewind();
    expect(writer.length).toBe(3);
    const first = writer.take();
    writer.rewind();
    writer.bytes(Uint8Array.of(4, 5));
    const second = writer.take();
    expect([...second]).toEqual([4, 5]);
    expect(second.byteOffset).toBe(first.byteOffset);
    expect(second.buffer).toBe(first.buffer);
  });

  test('gives a burst back after a while', () => {
    const writer = new ByteWriter(64, 128);
    writer.bytes(new Uint8Array(1000));
    writer.take();
    writer.rewind();
    expect(writer.buffer.length).toBeGreaterThan(128);
    for (let i = 0; i < 20; i++) {
      writer.bytes(Uint8Array.of(i));
      expect([...writer.take()]).toEqual([i]);
      writer.rewind();
    }
    expect(writer.buffer.length).toBe(128);
    expect(concat([writer.take()]).length).toBe(0);
  });
});
