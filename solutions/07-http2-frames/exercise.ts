import type { Exercise } from '#course/exercise/exercise';

export const exercise: Exercise = {
  pieces: [
    {
      name: '#http2/frames/frame-header',
      file: 'frame-header.ts',
      solution: 'derived',
      gaps: {
        writeFrameHeader: {
          task: 1,
          prompt:
            'out.byte, out.uint16 and out.uint32 write one, two and four bytes, the highest first. There is none for three.',
        },
        parseFrameHeader: {
          task: 1,
          prompt:
            '"Not all here yet" is undefined. readStreamId and readUint32 below may help. (bytes[i]! tells TypeScript that byte i is there.)',
        },
        readStreamId: {
          task: 1,
          prompt:
            'Four bytes. A receiver must not look at the first bit: one day it may mean something.',
        },
      },
    },
    { name: '#http2/frames/data', file: 'data.ts', solution: 'own' },
    {
      name: '#http2/frames/settings',
      file: 'settings.ts',
      solution: 'derived',
      gaps: {
        serializeSettings: {
          task: 3,
          prompt:
            'The header first: how long is the payload? Then out.uint16 and out.uint32 for each entry.',
        },
        serializeSettingsAck: { task: 3 },
        parseSettings: {
          task: 3,
          prompt:
            'Six bytes an entry, and nothing besides. throw connectionError(ErrorCode.FRAME_SIZE_ERROR, …) for the two things that can be wrong with the size.',
        },
      },
    },
    {
      name: '#http2/wire/frame-reader',
      file: 'frame-reader.ts',
      solution: 'derived',
      gaps: {
        push: {
          task: 4,
          prompt:
            'this.#queue.push(chunk) keeps what has come; this.#queue.take(size) gives the next bytes, or undefined while fewer are there. One chunk may hold many frames, or a piece of one.',
        },
      },
    },
    {
      name: '#http2/streams/stream-state',
      file: 'stream-state.ts',
      solution: 'derived',
      gaps: {
        TRANSITIONS: {
          task: 5,
          prompt:
            'A table is the shortest way to write it down: for each state, which events are allowed, and to which state each leads: a constant of the type Record<StreamState, Partial<Record<StreamEvent, StreamState>>>.',
        },
        nextState: { task: 5 },
      },
    },
  ],
  standIns: {
    '#http2/wire/frame-scanner': '#http2/wire/plain-frame-scanner',
    '#http2/wire/data-writer': '#http2/wire/plain-data-writer',
  },
  tasks: [
    {
      title: 'Nine bytes',
      file: 'frame-header.ts',
      asked:
        'writeFrameHeader writes the header of a frame: length in three bytes, type, flags, stream id in four, all big-endian. parseFrameHeader(bytes, at) reads it back; undefined while fewer than nine bytes are there. The reserved bit in front of the stream id is sent as 0 and ignored when it comes.',
      hints: [
        'Three bytes are 24 bits: the highest eight, the middle eight, the lowest eight. To read: the other way round. Nothing of this depends on the type.',
        'out.byte(length >>> 16), then out.uint16 of the low 16 bits. Reading, (bytes[at]! << 16) | (bytes[at + 1]! << 8) | bytes[at + 2]!. The stream id: readUint32 without its first bit, & 0x7fffffff.',
        'out.byte(length >>> 16); out.uint16(length & 0xffff); out.byte(type); out.byte(flags); out.uint32(streamId). And back: if (bytes.length - at < FRAME_HEADER_LENGTH) return undefined; return { length: …, type: bytes[at + 3]!, flags: bytes[at + 4]!, streamId: readStreamId(bytes, at + 5) };',
      ],
    },
    {
      title: 'DATA, and what flags are',
      file: 'data.ts',
      asked:
        'serializeData writes one DATA frame with all that it is given, with END_STREAM or without. parseData reads one: each flag is a bit of its own; with PADDED the payload begins with a byte that says how much padding stands at its end. Padding as long as the payload is a PROTOCOL_ERROR, and PADDED without even that byte is refused too. flowLength is the whole payload.',
      hints: [
        'A flag is set if (flags & Flag.END_STREAM) !== 0, whatever else is set. Without PADDED the payload is the data.',
        'With PADDED: payload[0] is the number of bytes at the end, and is not data itself. So the data are payload.subarray(1, payload.length - padding), unless padding >= payload.length.',
        "writeFrameHeader(out, data.length, FrameType.DATA, endStream ? Flag.END_STREAM : 0, streamId); out.bytes(data). And back: const padding = payload[0] ?? 0; if (padding >= payload.length) throw connectionError(ErrorCode.PROTOCOL_ERROR, '…'); data = payload.subarray(1, payload.length - padding);",
      ],
    },
    {
      title: 'SETTINGS, and its ACK',
      file: 'settings.ts',
      asked:
        'serializeSettings writes the entries, all of them and in their order, six bytes each, on stream 0; serializeSettingsAck writes an empty SETTINGS with the ACK flag. parseSettings reads entries and ACK, in order, also ids that nobody knows; streamId is the header’s. A size that is not a multiple of six, and an ACK that is not empty, are a FRAME_SIZE_ERROR. Whether a value makes sense and the stream is 0, others check.',
      hints: [
        'The length in the header is known before the first entry is written: six times their number. An entry is a 16-bit id and a 32-bit value.',
        'Reading: at = 0, 6, 12 … up to payload.length; the id is (payload[at]! << 8) | payload[at + 1]!, the value readUint32(payload, at + 2). What an id means is not asked here: keep all.',
        "if (payload.length % 6 !== 0 || (ack && payload.length > 0)) throw connectionError(ErrorCode.FRAME_SIZE_ERROR, '…'); for (let at = 0; at < payload.length; at += 6) entries.push([id, value]); return { type: 'SETTINGS', streamId, ack, entries };",
      ],
    },
    {
      title: 'Frames out of a stream of bytes',
      file: 'frame-reader.ts',
      asked:
        'push(chunk) takes in bytes, cut anywhere, and delivers frames: sink.frame(…) once for each, when its nine bytes are there and before its payload is waited for: the sink decides whether it is too large; readFrame(sink, header, payload) when the payload is there. What is not whole waits for the next chunk.',
      hints: [
        'It is the decoder of lesson 3: is the whole header here? Is the whole payload here? Again, until one of the answers is no. The header has to be remembered while its payload comes.',
        'this.#nextHeader() takes nine bytes and tells the sink. Keep what it returns in this.#header; otherwise the nine bytes are gone when the payload is late. A payload of 0 bytes is whole at once.',
        'this.#queue.push(chunk); for (;;) { this.#header ??= this.#nextHeader(); if (this.#header === undefined) return; const payload = this.#queue.take(this.#header.length); if (payload === undefined) return; const header = this.#header; this.#header = undefined; readFrame(this.#sink, header, payload); }',
      ],
    },
    {
      title: 'The life of a stream',
      file: 'stream-state.ts',
      asked:
        'nextState(state, event) is the picture above the code: the state that an event leads to, undefined if it is not allowed. HEADERS open a stream; after our END_STREAM we send nothing more but may receive, and the other way round; RST_STREAM ends all; nothing leads out of closed (a late RST_STREAM there may be ignored, RFC 9113 §5.1).',
      hints: [
        'For each of the five states go through the eight events: may this happen, and where does it lead? What changes nothing leads to the same state; what is not allowed is left out.',
        'half-closed-local: we have ended. So no “send headers”, “send data”, “send end”; but everything may be received, and a reset may be sent or received. half-closed-remote is its mirror. An idle stream knows only headers.',
        "open: { 'send headers': 'open', 'receive headers': 'open', 'send data': 'open', 'receive data': 'open', 'send end': 'half-closed-local', 'receive end': 'half-closed-remote', 'send reset': 'closed', 'receive reset': 'closed' }; and nextState returns transitions[state][event].",
      ],
    },
  ],
};
