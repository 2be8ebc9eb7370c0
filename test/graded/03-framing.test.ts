import { expect, test } from 'vitest';
import { concat } from '#bytes/concat';
import { encodeUtf8 } from '#bytes/utf8';
import { cutAnywhere, cutEvery } from '#course/kit/chunks';
import { installByteMatcher } from '#course/kit/equal-bytes';
import { likely } from '#course/kit/likely';
import { Random } from '#course/kit/random';
import { task } from '#course/kit/task';
import { expectThrown } from '#course/kit/thrown';
import { encodeFrame, FrameDecoder } from '#framing/frame';
import { encodeMessage, MessageDecoder } from '#framing/message';
import { createPrefixDissectors, FRAME_PREFIX, MESSAGE_PREFIX } from '#inspect/prefix-dissector';

installByteMatcher();

const frameDissector = () => createPrefixDissectors(FRAME_PREFIX).client;
const messageDissector = () => createPrefixDissectors(MESSAGE_PREFIX).client;

const hello = encodeUtf8('hello');
const tooLarge = { name: 'FrameError', code: 'too-large' };
const SIGNED =
  'The length was read as a signed number, and what is negative is below every limit. getUint32, not getInt32; with shifts, >>> 0 at the end.';

/** A frame as it must be, written down here so that a wrong encoder cannot agree with a wrong decoder. */
function rightFrame(payload: Uint8Array): Uint8Array {
  const n = payload.length;
  return concat([Uint8Array.of(n >>> 24, n >>> 16, n >>> 8, n), payload]);
}

function rightMessage(payload: Uint8Array, flag = 0): Uint8Array {
  return concat([Uint8Array.of(flag), rightFrame(payload)]);
}

/** Everything that a decoder finds in these chunks. */
function decodeAll<T>(decoder: { push(chunk: Uint8Array): T[] }, chunks: Uint8Array[]): T[] {
  return chunks.flatMap((chunk) => decoder.push(chunk));
}

function expectPayloads(received: Uint8Array[], expected: Uint8Array[], cause: string) {
  return likely(cause, () => {
    expect(received, 'frames out of the decoder').toHaveLength(expected.length);
    for (const [i, payload] of expected.entries()) expect(received[i]).toEqualBytes(payload);
  });
}

task(1, () => {
  test('a small payload', () => {
    expect(encodeFrame(hello)).toEqualBytes(rightFrame(hello), {
      dissector: frameDissector(),
      mistakes: [
        {
          bytes: concat([Uint8Array.of(5, 0, 0, 0), hello]),
          cause:
            'The length stands lowest byte first (little-endian). The network’s order is big-endian: DataView.setUint32 writes it so unless its third argument is true.',
        },
        {
          bytes: concat([Uint8Array.of(0, 0, 0, 9), hello]),
          cause: 'The length counts the payload only, not its own four bytes.',
        },
        { bytes: hello, cause: 'The length is missing: only the payload is there.' },
        {
          bytes: concat([encodeUtf8('5'), hello]),
          cause: 'The length is a number in four bytes, not its digits as text.',
        },
        {
          bytes: concat([Uint8Array.of(5), hello]),
          cause: 'The length takes four bytes, also when it would fit into one.',
        },
      ],
    });
  });

  test('an empty payload is a frame too', () => {
    expect(encodeFrame(new Uint8Array(0))).toEqualBytes(rightFrame(new Uint8Array(0)), {
      dissector: frameDissector(),
    });
  });

  test('a payload longer than one byte can count', () => {
    const payload = new Random(3).bytes(70_000);
    expect(encodeFrame(payload).subarray(0, 8)).toEqualBytes(rightFrame(payload).subarray(0, 8), {
      dissector: frameDissector(),
      mistakes: [
        {
          bytes: concat([Uint8Array.of(0, 0, 0, 70_000 & 0xff), payload.subarray(0, 4)]),
          cause: 'Only the lowest byte of the length was written: 70,000 needs three.',
        },
        {
          bytes: concat([
            Uint8Array.of(0, 0, (70_000 >>> 8) & 0xff, 70_000 & 0xff),
            payload.subarray(0, 4),
          ]),
          cause: 'Only 16 bits of the length were written: setUint32, not setUint16.',
        },
      ],
    });
  });

  test('a payload that is a window into a larger buffer', () => {
    const window = encodeUtf8('..hello..').subarray(2, 7);
    expect(encodeFrame(window)).toEqualBytes(rightFrame(hello), { dissector: frameDissector() });
  });
});

task(2, () => {
  test('one frame in one chunk', () =>
    expectPayloads(
      new FrameDecoder().push(rightFrame(hello)),
      [hello],
      'The payload is what comes after the four bytes of length, and as many bytes as they say.',
    ));

  test('one byte at a time', () =>
    expectPayloads(
      decodeAll(new FrameDecoder(), cutEvery(rightFrame(hello), 1)),
      [hello],
      'The decoder takes one chunk for one frame. What does not make a whole frame yet must be kept until the next push, the length itself included.',
    ));

  test('three frames glued into one chunk', () => {
    const payloads = [encodeUtf8('one'), encodeUtf8('two'), encodeUtf8('three')];
    return expectPayloads(
      new FrameDecoder().push(concat(payloads.map(rightFrame))),
      payloads,
      'Only the first frame of a chunk was taken out. TCP glues what was written apart: look again until no whole frame is left.',
    );
  });

  test('a frame and a half, then the rest', () => {
    const two = concat([rightFrame(hello), rightFrame(encodeUtf8('world'))]);
    return expectPayloads(
      decodeAll(new FrameDecoder(), [two.slice(0, 12), two.slice(12)]),
      [hello, encodeUtf8('world')],
      'What followed the first frame was thrown away with it, or was counted twice.',
    );
  });

  test('an empty frame between two others', () => {
    const payloads = [hello, new Uint8Array(0), hello];
    return expectPayloads(
      new FrameDecoder().push(concat(payloads.map(rightFrame))),
      payloads,
      'A payload of no bytes is a whole frame: a length of 0 is not "nothing here yet".',
    );
  });

  test('a payload that looks like a length and a newline', () => {
    const tricky = Uint8Array.of(0, 0, 0, 3, 10, 13, 0, 255);
    return expectPayloads(
      decodeAll(new FrameDecoder(), cutEvery(rightFrame(tricky), 3)),
      [tricky],
      'A payload may hold any byte: nothing inside it is to be looked at.',
    );
  });

  test('300 frames of all sizes, cut anywhere', () => {
    const random = new Random(2026);
    const payloads = Array.from({ length: 300 }, () => random.bytes(random.integer(0, 400)));
    const stream = concat(payloads.map(rightFrame));
    return expectPayloads(
      decodeAll(new FrameDecoder(), cutAnywhere(stream, 97, random)),
      payloads,
      'Somewhere between two chunks bytes are lost, doubled or read at the wrong place. A header that came in two chunks is a good suspect, and so is a DataView without byteOffset: a chunk may be a window into a larger buffer.',
    );
  });

  test('two decoders at once', async () => {
    const [a, b] = [new FrameDecoder(), new FrameDecoder()];
    const frame = rightFrame(hello);
    a.push(frame.slice(0, 6));
    await expectPayloads(
      b.push(frame),
      [hello],
      'Two decoders share their memory: what a decoder holds belongs into the object, not into the module.',
    );
  });
});

task(3, () => {
  const limit = 100;
  const announced = (length: number) =>
    Uint8Array.of(length >>> 24, length >>> 16, length >>> 8, length);

  test('a frame of one byte more than the limit', () =>
    expectThrown(
      () => new FrameDecoder(limit).push(rightFrame(new Uint8Array(limit + 1))),
      tooLarge,
      'A length above the limit was accepted: #checkLength has to compare it with this.#maxSize, and push has to call it.',
    ));

  test('exactly the limit is accepted', () =>
    likely(
      'The limit is the largest size that is allowed, so only more than it is refused; and it counts the payload, without the four bytes of length.',
      () => expect(new FrameDecoder(limit).push(rightFrame(new Uint8Array(limit)))).toHaveLength(1),
    ));

  test('2 GiB announced, and not one byte sent', () =>
    expectThrown(
      () => new FrameDecoder(limit).push(announced(0x7fff_ffff)),
      tooLarge,
      'The decoder waits for the payload before it looks at the limit. A peer that announces 2 GiB must be refused by its four bytes, else it makes you collect until the memory is gone.',
    ));

  test.each([
    ['0x80000000', 0x8000_0000],
    ['0xffffffff', 0xffff_ffff],
  ])('a length of %s is not negative', (_, length) =>
    likely(SIGNED, () =>
      expectThrown(() => new FrameDecoder(limit).push(announced(length)), tooLarge, SIGNED),
    ),
  );

  test('a frame that is too large, after one that is not', async () => {
    const decoder = new FrameDecoder(limit);
    await expectPayloads(decoder.push(rightFrame(hello)), [hello], 'A good frame was refused.');
    await expectThrown(
      () => decoder.push(announced(limit + 1)),
      tooLarge,
      'Only the first length was checked.',
    );
  });
});

task(4, () => {
  const truncated = { name: 'FrameError', code: 'truncated' };

  test('an end between frames is fine', async () => {
    new FrameDecoder().end();
    const decoder = new FrameDecoder();
    decoder.push(rightFrame(hello));
    await likely(
      'All frames were whole, and still end() complains: a frame that was returned must leave the queue, with its length.',
      () => decoder.end(),
    );
  });

  test('an end inside a payload', () => {
    const decoder = new FrameDecoder();
    decoder.push(rightFrame(hello).slice(0, 7));
    return expectThrown(
      () => decoder.end(),
      truncated,
      'The peer died in the middle of a frame and nobody was told: what it had sent so far would be lost in silence.',
    );
  });

  test('an end inside a length', () => {
    const decoder = new FrameDecoder();
    decoder.push(rightFrame(hello).slice(0, 2));
    return expectThrown(
      () => decoder.end(),
      truncated,
      'Two bytes of a length had come. That is a frame that has begun, too.',
    );
  });
});

task(5, () => {
  test('an uncompressed message', () => {
    expect(encodeMessage(hello)).toEqualBytes(rightMessage(hello), {
      dissector: messageDissector(),
      mistakes: [
        {
          bytes: rightFrame(hello),
          cause: 'The compressed flag is missing: gRPC’s prefix has five bytes.',
        },
        {
          bytes: concat([Uint8Array.of(0, 0, 0, 5, 0), hello]),
          cause: 'The flag comes before the length, not after it.',
        },
        {
          bytes: rightMessage(hello, 1),
          cause: 'The flag says "compressed", and the payload is not.',
        },
      ],
    });
  });

  test('a compressed message', () => {
    expect(encodeMessage(hello, true)).toEqualBytes(rightMessage(hello, 1), {
      dissector: messageDissector(),
      mistakes: [
        { bytes: rightMessage(hello), cause: 'The flag must be 1 where compressed is true.' },
      ],
    });
  });

  test('both kinds, one byte at a time', async () => {
    const stream = concat([rightMessage(hello, 0), rightMessage(encodeUtf8('zzz'), 1)]);
    const messages = decodeAll(new MessageDecoder(), cutEvery(stream, 1));
    await expectPayloads(
      messages.map((message) => message.payload),
      [hello, encodeUtf8('zzz')],
      'The payload begins after five bytes, and the length stands at offset 1.',
    );
    await likely('The flag of each message belongs to that message.', () =>
      expect(messages.map((message) => message.compressed)).toEqual([false, true]),
    );
  });

  test('a flag of 2', () =>
    expectThrown(
      () => new MessageDecoder().push(rightMessage(hello, 2)),
      { name: 'FrameError', code: 'bad-flag' },
      'A flag that is neither 0 nor 1 was accepted. An HTML page from a proxy begins with "<", which is 0x3c: this check is what tells it from a message.',
    ));

  test('2 GiB announced, and not one byte sent', () =>
    expectThrown(
      () => new MessageDecoder().push(Uint8Array.of(0, 0x7f, 0xff, 0xff, 0xff)),
      tooLarge,
      'The limit has to be checked on the announced length, before the payload is waited for.',
    ));

  test('a length of 0xffffffff is not negative', () =>
    likely(SIGNED, () =>
      expectThrown(
        () => new MessageDecoder().push(Uint8Array.of(0, 0xff, 0xff, 0xff, 0xff)),
        tooLarge,
        SIGNED,
      ),
    ));
});
