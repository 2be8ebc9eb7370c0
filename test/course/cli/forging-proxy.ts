import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { ByteQueue } from '#bytes/byte-queue';
import { ByteWriter } from '#bytes/byte-writer';
import { percentEncode } from '#grpc/wire/percent';
import { HpackDecoder } from '#hpack/decoder';
import { FRAME_HEADER_LENGTH, parseFrameHeader } from '#http2/frames/frame-header';
import { Flag, FrameType } from '#http2/frames/frame-type';
import { parseFrame } from '#http2/wire/frame';
import { literal } from '../../attack/figures/attacker.ts';
import { rawFrame } from '../../http2/raw-peer.ts';

/** Changes what one side says on one connection, a piece at a time. */
export type Forger = (chunk: Buffer) => Uint8Array;
/** Makes the forger of a connection. */
export type Forge = () => Forger;

export const honest: Forge = () => (chunk) => chunk;

/** A server on a free port, whose sockets cannot fail loudly. */
export async function listen(
  onSocket: (socket: Socket) => void,
): Promise<{ port: number; close(): void }> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket.on('error', () => {}).on('close', () => sockets.delete(socket)));
    onSocket(socket);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const close = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return { port: (server.address() as AddressInfo).port, close };
}

/** Stands between a client and the server at `port`, and changes what they say to each other. */
export function proxy(port: number, toServer: Forge, toClient: Forge) {
  return listen((socket) => {
    const upstream = connect(port, '127.0.0.1').on('error', () => socket.destroy());
    const [up, down] = [toServer(), toClient()];
    socket.on('data', (chunk: Buffer) => upstream.write(up(chunk)));
    socket.on('close', () => upstream.destroy()).on('end', () => upstream.end());
    upstream.on('data', (chunk: Buffer) => socket.writable && socket.write(down(chunk)));
    upstream.on('close', () => socket.destroySoon());
  });
}

/** Puts other words of the same length into the place of these. Nothing else moves. */
export function replacing(words: readonly string[], insteadOf: (length: number) => string): Forge {
  const change = (bytes: Uint8Array) => {
    let text = Buffer.from(bytes).toString('latin1');
    for (const word of words) text = text.replaceAll(word, insteadOf(word.length));
    return Buffer.from(text, 'latin1');
  };
  return () => change;
}

const PREFACE = 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n';
const { HEADERS, DATA } = FrameType;

type Fields = Record<string, string>;

/** The same in the DATA of HTTP/2, and other fields in its header blocks. */
export function inHttp2(fields: (before: Fields) => Fields, inData: Forge): Forge {
  return () => {
    const queue = new ByteQueue();
    const decoder = new HpackDecoder();
    const data = inData();
    let isBegun = false;
    return (chunk) => {
      queue.push(new Uint8Array(chunk));
      const out = new ByteWriter();
      if (!isBegun && chunk.toString('latin1').startsWith(PREFACE)) {
        out.bytes(queue.take(PREFACE.length)!);
      }
      isBegun = true;
      for (;;) {
        const head = queue.peek(FRAME_HEADER_LENGTH);
        const header = head && parseFrameHeader(head);
        if (!header || queue.length < FRAME_HEADER_LENGTH + header.length) return out.take();
        const whole = queue.take(FRAME_HEADER_LENGTH + header.length)!;
        const payload = whole.subarray(FRAME_HEADER_LENGTH);
        const frame = parseFrame(header, payload);
        if (frame.type === 'HEADERS') {
          const before = decoder.decode(frame.fragment)!.map(({ name, value }) => [name, value]);
          // All as literals: nothing of ours has to agree with the other side's table.
          const block = Object.entries(fields(Object.fromEntries(before))).flatMap(
            ([name, value]) => latin1Literal(name, value),
          );
          out.bytes(rawFrame(HEADERS, header.flags & END_FLAGS, header.streamId, block));
        } else if (header.type === DATA && (header.flags & Flag.PADDED) === 0) {
          const changed = data(Buffer.from(payload));
          out.bytes(rawFrame(DATA, header.flags, header.streamId, changed));
        } else out.bytes(whole);
      }
    };
  };
}

const END_FLAGS = Flag.END_STREAM | Flag.END_HEADERS;

/** A field whose value's characters are one octet each, as HTTP has them. */
function latin1Literal(name: string, value: string): number[] {
  const placeholder = literal(name, '~'.repeat(value.length));
  return [
    ...placeholder.slice(0, placeholder.length - value.length),
    ...Buffer.from(value, 'latin1'),
  ];
}

/** Refuses each call, and says why in these words. */
export const refusingWith =
  (message: string) =>
  (fields: Fields): Fields =>
    'grpc-status' in fields
      ? { ...fields, 'grpc-status': '3', 'grpc-message': percentEncode(message) }
      : fields;
