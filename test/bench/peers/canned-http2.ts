import { type AddressInfo, createServer } from 'node:net';
import { ByteWriter } from '#bytes/byte-writer';
import { concat } from '#bytes/concat';
import { encodeMessage } from '#framing/message';
import { HpackEncoder } from '#hpack/encoder';
import { serializeData } from '#http2/frames/data';
import { FRAME_HEADER_LENGTH, parseFrameHeader } from '#http2/frames/frame-header';
import { Flag, FrameType } from '#http2/frames/frame-type';
import { serializeHeaders } from '#http2/frames/headers';
import { serializeSettings, serializeSettingsAck } from '#http2/frames/settings';
import { serializeWindowUpdate } from '#http2/frames/window-update';
import { Greeting } from '../generated/bench.ts';
import { greeting, NAME, type Peer } from './peer.ts';

const PREFACE_LENGTH = 24;
/** Given back in one piece; far below the window that every connection begins with. */
const WINDOW_STEP = 16_384;

/**
 * The ceiling of a server under h2load: it reads no header, calls nobody and sends the same answer
 * to whatever ends a stream, made before the first request came. What a server in Node could do at
 * most on this machine, if gRPC cost nothing.
 */
export const cannedHttp2: Peer = {
  serve() {
    const server = createServer({ noDelay: true }, (socket) => {
      const answer = canAnswer();
      let rest: Uint8Array = new Uint8Array(0);
      let skip = PREFACE_LENGTH;
      let taken = 0;
      socket.on('error', () => {});
      socket.write(written((out) => serializeSettings(out, [])));
      socket.on('data', (chunk) => {
        const bytes = rest.length > 0 ? concat([rest, chunk]) : chunk;
        const out = new ByteWriter();
        let at = skip;
        for (;;) {
          const header = parseFrameHeader(bytes, at);
          if (header === undefined || bytes.length < at + FRAME_HEADER_LENGTH + header.length)
            break;
          const { type, flags, length, streamId } = header;
          if (type === FrameType.SETTINGS && (flags & Flag.ACK) === 0) serializeSettingsAck(out);
          if (type === FrameType.DATA) taken += length;
          if (type === FrameType.DATA && (flags & Flag.END_STREAM) !== 0) answer(out, streamId);
          at += FRAME_HEADER_LENGTH + length;
        }
        if (taken >= WINDOW_STEP) {
          serializeWindowUpdate(out, 0, taken);
          taken = 0;
        }
        skip = Math.max(0, at - bytes.length);
        rest = bytes.subarray(Math.min(at, bytes.length));
        if (out.length > 0) socket.write(out.take());
      });
    });
    return new Promise((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
    });
  },

  async connect() {
    throw new Error('canned answers are for h2load, which checks nothing but the status');
  },
};

/** A call's three frames, ready but for the stream's number. */
function canAnswer(): (out: ByteWriter, streamId: number) => void {
  // No table: a block that refers to an earlier one could not be sent twice.
  const hpack = new HpackEncoder(0);
  const block = (...fields: [string, string][]) =>
    written((out) =>
      hpack.encode(
        fields.map(([name, value]) => ({ name, value })),
        out,
      ),
    );
  const head = block([':status', '200'], ['content-type', 'application/grpc+proto']);
  const message = encodeMessage(Greeting.encode(greeting(NAME)));
  const trailers = block(['grpc-status', '0']);
  return (out, streamId) => {
    serializeHeaders(out, streamId, head);
    serializeData(out, streamId, message, false);
    serializeHeaders(out, streamId, trailers, { endStream: true });
  };
}

function written(write: (out: ByteWriter) => void): Uint8Array {
  const out = new ByteWriter();
  write(out);
  return out.take();
}
