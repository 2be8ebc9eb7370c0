import { expect, test } from 'vitest';
import { concat } from '#bytes/concat';
import { encodeUtf8 } from '#bytes/utf8';
import { cutAnywhere, cutEvery } from '#course/kit/chunks';
import { installByteMatcher } from '#course/kit/compare/equal-bytes';
import { withFinding } from '#course/kit/compare/finding';
import { likely } from '#course/kit/compare/likely';
import { expectSame } from '#course/kit/compare/same';
import { expectThrown } from '#course/kit/compare/thrown';
import { bytesCopied } from '#course/kit/copies';
import { asView, expectKept, unchanged } from '#course/kit/given';
import { Random } from '#course/kit/random';
import { task } from '#course/kit/task';
import { encodeFrame, FrameDecoder } from '#framing/frame';
import { encodeMessage, MessageDecoder } from '#framing/message';
import { createPrefixDissectors, FRAME_PREFIX, MESSAGE_PREFIX } from '#inspect/prefix-dissector';
import { dissectRpcPayload } from '#inspect/rpc/payload';

installByteMatcher();

const frameDissector = () => createPrefixDissectors(FRAME_PREFIX, dissectRpcPayload).client;
const messageDissector = () => createPrefixDissectors(MESSAGE_PREFIX, dissectRpcPayload).client;

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

/** 0x01020304 bytes, so that no two bytes of the length are alike. */
const huge = () => new Uint8Array(0x0102_0304);

const FOUR_BYTES =
  'All four bytes of the length count, the highest too: setUint32. And the encoder has no limit of its own: what is too large is for the receiver to say.';

const SHARED =
  'Two decoders share their memory: what a decoder holds belongs into the object, not into the module.';

const AFTER_REFUSAL =
  'After a refusal nobody knows where the next frame begins, so nothing that comes later is a frame: every push has to refuse again. Look at a length with peek, check it, and only then take it out of the queue or keep it.';

/** A few copies of each byte are fine; one with every chunk that comes is not. */
function expectCopies(copied: number, length: number): void {
  if (copied <= 8 * length) return;
  const times = Math.round(copied / length);
  throw withFinding(new Error(`each byte of a frame of 512 KiB was copied ${times} times`), {
    cause:
      'All that has come is joined anew with every chunk, so the work grows with the square of the frame. The queue keeps chunks as they come and joins them once, when the frame is whole.',
  });
}

/** Everything that a decoder finds in these chunks. */
function decodeAll<T>(decoder: { push(chunk: Uint8Array): T[] }, chunks: Uint8Array[]): T[] {
  return chunks.flatMap((chunk) => decoder.push(chunk));
}

const VIEW =
  'The same bytes were right in a buffer of their own. These are a view into a larger one, and its bytes begin at byteOffset: new DataView(bytes.buffer, bytes.byteOffset).';

function expectPayloads(received: Uint8Array[], expected: Uint8Array[], cause?: string) {
  return likely(
    () => cause,
    () => {
      expect(received, 'frames out of the decoder').toHaveLength(expected.length);
      for (const [i, payload] of expected.entries()) expect(received[i]).toEqualBytes(payload);
    },
  );
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

  test('a payload of 16 MiB and more', () =>
    likely(FOUR_BYTES, () =>
      expect(encodeFrame(huge()).subarray(0, 5)).toEqualBytes(Uint8Array.of(1, 2, 3, 4, 0), {
        dissector: frameDissector(),
      }),
    ));

  test('a payload that is a view into a larger buffer', () => {
    const larger = asView(hello);
    expect(encodeFrame(larger)).toEqualBytes(rightFrame(hello), {
      dissector: frameDissector(),
      mistakes: [
        {
          bytes: rightFrame(new Uint8Array(larger.buffer)),
          cause:
            'The whole buffer was sent. The payload is a view into it: payload.length bytes, not payload.buffer.',
        },
      ],
    });
  });

  test('a frame of one’s own, and the payload as it was', () => {
    unchanged('the payload', asView(hello), (payload) => encodeFrame(payload));
    const frame = unchanged('the payload', hello.slice(), (payload) => encodeFrame(payload));
    expectKept('the first frame', frame, () => encodeFrame(encodeUtf8('other')));
  });
});

task(2, () => {
  test('one frame in one chunk', () =>
    expectPayloads(
      new FrameDecoder().push(rightFrame(hello)),
      [hello],
      'The payload is what comes after the four bytes of length, and as many bytes as they say.',
    ));

  test('a chunk that is a view into a larger buffer', () =>
    likely(VIEW, () =>
      expectPayloads(new FrameDecoder().push(asView(rightFrame(hello))), [hello], VIEW),
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
    return expectPayloads(decodeAll(new FrameDecoder(), cutAnywhere(stream, 97, random)), payloads);
  });

  test('payloads of one’s own, and the chunk as it was', () => {
    const decoder = new FrameDecoder();
    const first = unchanged('the chunk', rightFrame(hello), (chunk) => decoder.push(chunk));
    expectKept('the first payload', first, () => decoder.push(rightFrame(encodeUtf8('other'))));
  });

  test('a large frame in many chunks', () => {
    const frame = rightFrame(new Uint8Array(1 << 19).fill(7));
    const chunks = cutEvery(frame, 1_000);
    const decoder = new FrameDecoder();
    const copied = bytesCopied(() => {
      for (const chunk of chunks) decoder.push(chunk);
    });
    expectCopies(copied, frame.length);
  });

  test('two decoders at once', async () => {
    const [a, b] = [new FrameDecoder(), new FrameDecoder()];
    const frame = rightFrame(hello);
    a.push(frame.slice(0, 6));
    await likely(SHARED, () => expectPayloads(b.push(frame), [hello], SHARED));
  });
});

task(3, () => {
  const limit = 100;
  const NOT_REFUSED = 'A frame of 2 GiB was announced and not refused.';
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
      'The decoder waits for the payload before it looks at the limit. A peer that announces 2 GiB must be refused by its four bytes, otherwise it makes you collect until the memory is gone.',
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

  test('what comes after a refusal is not a frame', async () => {
    const decoder = new FrameDecoder(limit);
    await expectThrown(() => decoder.push(announced(0x7fff_ffff)), tooLarge, NOT_REFUSED);
    await likely(AFTER_REFUSAL, () =>
      expectThrown(() => decoder.push(rightFrame(hello)), tooLarge, AFTER_REFUSAL),
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

  test.each([1, 2, 3])('an end after %i of the four bytes of a length', (bytes) => {
    const decoder = new FrameDecoder();
    decoder.push(rightFrame(hello).slice(0, bytes));
    return expectThrown(
      () => decoder.end(),
      truncated,
      'A part of a length had come. That is a frame that has begun, too.',
    );
  });

  test('an end just before a payload', () => {
    const decoder = new FrameDecoder();
    decoder.push(rightFrame(hello).slice(0, 4));
    return expectThrown(
      () => decoder.end(),
      truncated,
      'The length had come, and not a byte of what it announced.',
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

  test('a compressed message without a payload', () =>
    expect(encodeMessage(new Uint8Array(0), true)).toEqualBytes(
      rightMessage(new Uint8Array(0), 1),
      {
        mistakes: [
          {
            bytes: rightMessage(new Uint8Array(0)),
            cause:
              'The flag says what the caller says, also where there is not one byte of payload.',
          },
        ],
      },
    ));

  test('a message of 16 MiB and more', () =>
    likely(FOUR_BYTES, () =>
      expect(encodeMessage(huge()).subarray(0, 6)).toEqualBytes(Uint8Array.of(0, 1, 2, 3, 4, 0), {
        dissector: messageDissector(),
      }),
    ));

  test('one message in one chunk', () =>
    expectPayloads(
      new MessageDecoder().push(rightMessage(hello)).map(({ payload }) => payload),
      [hello],
      'The payload begins after five bytes, and the length stands at offset 1.',
    ));

  test('a chunk that is a view into a larger buffer', () =>
    likely(VIEW, () =>
      expectPayloads(
        new MessageDecoder().push(asView(rightMessage(hello))).map(({ payload }) => payload),
        [hello],
        VIEW,
      ),
    ));

  test('three messages glued into one chunk', () => {
    const payloads = [hello, encodeUtf8('second'), encodeUtf8('third')];
    return expectPayloads(
      new MessageDecoder()
        .push(concat(payloads.map((payload) => rightMessage(payload))))
        .map(({ payload }) => payload),
      payloads,
    );
  });

  test('an empty message is a message too', () =>
    expectPayloads(
      new MessageDecoder()
        .push(concat([rightMessage(new Uint8Array(0)), rightMessage(hello)]))
        .map(({ payload }) => payload),
      [new Uint8Array(0), hello],
      'A message whose fields all have their defaults has no bytes: a length of 0 is a whole message.',
    ));

  test('both kinds, one byte at a time', async () => {
    const flags = [0, 1, 0, 1, 1, 0];
    const stream = concat(flags.map((flag) => rightMessage(hello, flag)));
    const messages = decodeAll(new MessageDecoder(), cutEvery(stream, 1));
    await expectPayloads(
      messages.map((message) => message.payload),
      flags.map(() => hello),
      'The payload begins after five bytes, and the length stands at offset 1.',
    );
    expectSame(
      'compressed, of six messages',
      messages.map((message) => message.compressed),
      flags.map((flag) => flag === 1),
      'The flag of each message belongs to that message, and to none before or after it.',
    );
  });

  test('two decoders at once', async () => {
    const [a, b] = [new MessageDecoder(), new MessageDecoder()];
    a.push(rightMessage(hello).slice(0, 6));
    await likely(SHARED, () =>
      expectPayloads(
        b.push(rightMessage(hello)).map(({ payload }) => payload),
        [hello],
        SHARED,
      ),
    );
  });

  test('a flag of 2', () =>
    expectThrown(
      () => new MessageDecoder().push(rightMessage(hello, 2)),
      { name: 'FrameError', code: 'bad-flag' },
      'A flag that is neither 0 nor 1 was accepted. An HTML page from a proxy begins with "<", which is 0x3c: this check is what tells it from a message.',
    ));

  test('every flag but 0 and 1', async () => {
    for (let flag = 2; flag < 256; flag++) {
      await expectThrown(
        () => new MessageDecoder().push(rightMessage(hello, flag)),
        { name: 'FrameError', code: 'bad-flag' },
        `The flag ${flag} was accepted. Only 0 and 1 are flags.`,
      );
    }
  });

  test('a wrong flag after a right one', () =>
    expectThrown(
      () => new MessageDecoder().push(concat([rightMessage(hello), rightMessage(hello, 2)])),
      { name: 'FrameError', code: 'bad-flag' },
      'Only the first flag was checked. Each message has one.',
    ));

  test('a flag of 2, and not one byte of the payload', () =>
    expectThrown(
      () => new MessageDecoder().push(rightMessage(hello, 2).slice(0, 5)),
      { name: 'FrameError', code: 'bad-flag' },
      'The flag is known as soon as the prefix is here: refuse it before you wait for the payload.',
    ));

  test('an HTML page is refused by its first byte', () =>
    likely(
      'Read as a length, "!DOC" is 558 MB and above the limit, too. But it is not a length: a wrong flag is the first thing to say.',
      () =>
        expectThrown(
          () => new MessageDecoder().push(encodeUtf8('<!DOCTYPE html>')),
          { name: 'FrameError', code: 'bad-flag' },
          'A flag that is neither 0 nor 1 was accepted.',
        ),
    ));

  test('exactly the limit is accepted', () =>
    likely(
      'Only more than the limit is refused; and it counts the payload, without the five bytes before it.',
      () => expect(new MessageDecoder(100).push(rightMessage(new Uint8Array(100)))).toHaveLength(1),
    ));

  test('one byte more than the limit', () =>
    expectThrown(
      () => new MessageDecoder(100).push(rightMessage(new Uint8Array(101))),
      tooLarge,
      'A length above the limit was accepted: compare it with this.#maxSize.',
    ));

  test('a compressed message of one byte more than the limit', () =>
    expectThrown(
      () => new MessageDecoder(100).push(rightMessage(new Uint8Array(101), 1)),
      tooLarge,
      'The limit was not checked, because the message is compressed. It counts the bytes that are sent: unpacked they would be still more.',
    ));

  test('what comes after a refusal is not a message', async () => {
    for (const [bad, code] of [
      [Uint8Array.of(0, 0x7f, 0xff, 0xff, 0xff), 'too-large'],
      [Uint8Array.of(2, 0, 0, 0, 1), 'bad-flag'],
    ] as const) {
      const decoder = new MessageDecoder();
      const refused = { name: 'FrameError', code };
      await expectThrown(() => decoder.push(bad), refused, `It was not refused: ${code}.`);
      await likely(AFTER_REFUSAL, () =>
        expectThrown(() => decoder.push(rightMessage(hello)), refused, AFTER_REFUSAL),
      );
    }
  });

  test('messages of one’s own, and what was given as it was', () => {
    unchanged('the payload', asView(hello), (payload) => encodeMessage(payload));
    const message = unchanged('the payload', hello.slice(), (payload) => encodeMessage(payload));
    expectKept('the first message', message, () => encodeMessage(encodeUtf8('other')));
    const decoder = new MessageDecoder();
    const first = unchanged('the chunk', rightMessage(hello), (chunk) => decoder.push(chunk));
    expectKept('the first payload', first, () => decoder.push(rightMessage(encodeUtf8('other'))));
  });

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
