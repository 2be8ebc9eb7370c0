import type { Exercise } from '#course/exercise/exercise';

export const exercise: Exercise = {
  pieces: [
    {
      name: '#framing/frame',
      file: 'frame.ts',
      solution: 'derived',
      gaps: {
        encodeFrame: {
          task: 1,
          prompt:
            'One new Uint8Array: four bytes of length, the highest byte first, then the payload.',
        },
        push: {
          task: 2,
          prompt:
            'Put the chunk into the queue, then take out frames as long as a whole one is there. "Not all here yet" is not an error: keep what came and return.\nA number is read by new DataView(bytes.buffer, bytes.byteOffset).getUint32(0): peek gives a view, and its buffer may be larger.\nCall this.#checkLength(length) as soon as a length is known: task 3 fills it in.',
        },
        '#checkLength': {
          task: 3,
          blank: true,
          prompt: "Refuse a length above this.#maxSize: throw new FrameError('too-large', '…').",
        },
        end: {
          task: 4,
          prompt:
            "An end between two frames is fine. An end inside one is not:\nthrow new FrameError('truncated', '…').",
        },
      },
    },
    {
      name: '#framing/message',
      file: 'message.ts',
      solution: 'derived',
      gaps: {
        encodeMessage: {
          task: 5,
          prompt: 'As a frame, with one byte before the length: 1 if compressed, otherwise 0.',
        },
        '#next': {
          task: 5,
          prompt:
            "Both refusals come before any waiting for the payload, the flag first: 'bad-flag' if the first byte is neither 0 nor 1, 'too-large' above this.#maxSize.",
        },
      },
    },
  ],
  standIns: {
    '#grpc/messages/message-scanner': '#grpc/messages/plain-message-scanner',
  },
  tasks: [
    {
      title: 'Say how long it is',
      file: 'frame.ts',
      asked:
        'encodeFrame(payload) returns one Uint8Array: the length of the payload as four bytes, big-endian, and then the payload itself.',
      hints: [
        'How long is the whole frame? Make a Uint8Array of that size first, then fill both parts.',
        'A DataView over the array’s buffer can write a 32-bit number: setUint32(offset, value). Without a third argument it is big-endian, the order of the network.',
        'const frame = new Uint8Array(4 + payload.length); a DataView on frame.buffer writes payload.length at 0; frame.set(payload, 4) puts the payload behind it.',
      ],
    },
    {
      title: 'Take any chunking',
      file: 'frame.ts',
      asked:
        'FrameDecoder.push(chunk) returns the payloads that are complete with this chunk, however the stream was cut: half a length, three frames and a bit, one byte at a time.',
      hints: [
        'A chunk is not a frame. What has to survive from one push to the next? The queue is there for that.',
        'Loop: is there a whole length (peek, it takes nothing away)? Is there a whole frame (take gives undefined if not)? If either is missing, return what you have so far.',
        'for (;;) { header = queue.peek(4); if undefined return payloads; read length with a DataView(header.buffer, header.byteOffset); frame = queue.take(4 + length); if undefined return payloads; payloads.push(frame.subarray(4)) }',
      ],
    },
    {
      title: 'Refuse what is too large',
      file: 'frame.ts',
      asked:
        'A frame whose announced length is above the limit is refused with a FrameError (code too-large) as soon as its four bytes are here, before a byte of payload is waited for. Exactly the limit is fine. After a refusal nothing is a frame any more: every further push refuses too.',
      hints: [
        'When do you know that a frame is too large? Long before it is here.',
        'Fill in #checkLength, and see that push calls it between reading the length and taking the frame.',
        "if (length > this.#maxSize) throw new FrameError('too-large', 'say how large')",
      ],
    },
    {
      title: 'Notice a broken end',
      file: 'frame.ts',
      asked:
        'end() says that the stream is over. If it ends between two frames all is well; if it ends inside a frame or its length, that is a FrameError (code truncated).',
      hints: [
        'What does the decoder still hold when the last frame was whole?',
        'Only bytes of an unfinished frame are left in the queue: its length tells.',
        "if (this.#queue.length > 0) throw new FrameError('truncated', '…')",
      ],
    },
    {
      title: 'Speak gRPC’s five bytes',
      file: 'message.ts',
      asked:
        'encodeMessage and MessageDecoder do the same with gRPC’s prefix: one byte that says whether the payload is compressed (0 or 1, anything else is a FrameError bad-flag), then the length, then the payload. A wrong flag is refused first, before the length is looked at, and both before the payload is waited for; every further push refuses too.',
      hints: [
        'It is the frame that you have, shifted by one byte.',
        'The flag stands at offset 0, the length at offset 1: a DataView reads and writes at any offset. Check flag and limit before you take anything.',
        'peek(5); getUint8(0) > 1 → bad-flag; getUint32(1) > maxSize → too-large; take(5 + length); return { compressed: flag === 1, payload: bytes.subarray(5) }',
      ],
    },
  ],
};
