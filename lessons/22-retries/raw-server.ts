import { createServer, type Socket } from 'node:net';
import { LOOPBACK } from '#transport/tcp';
import type { Counted } from './counted.ts';

type Untouching = Omit<Counted, 'drain'>;

/** Frames that a program of gRPC would not send on purpose: lesson 7 has what each octet means. */
const SETTINGS = '000000 04 00 00000000';
const SETTINGS_ACK = '000000 04 01 00000000';
/** RST_STREAM with REFUSED_STREAM: "I have not looked at it." */
const refused = (stream: number) => `000004 03 00 ${idOf(stream)} 00000007`;
/** GOAWAY whose last stream is 0: "I have looked at none of them." */
const GOAWAY = '000008 07 00 00000000 00000000 00000000';

const idOf = (stream: number) => stream.toString(16).padStart(8, '0');
const PREFACE_LENGTH = 24;
const HEADERS = 1;

/** A server that touches no call, and says so. It counts the HEADERS that reach it. */
export async function startUntouching(how: 'REFUSED_STREAM' | 'GOAWAY'): Promise<Untouching> {
  let arrived = 0;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let unread = Buffer.alloc(0);
    let prefaceLeft = PREFACE_LENGTH;
    const send = (hex: string) => socket.write(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
    send(SETTINGS);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (chunk) => {
      unread = Buffer.concat([unread, chunk]);
      if (unread.length < prefaceLeft) return;
      unread = unread.subarray(prefaceLeft);
      prefaceLeft = 0;
      while (unread.length >= 9 && unread.length >= 9 + unread.readUIntBE(0, 3)) {
        const [type, flags, stream] = [unread[3], unread[4], unread.readUInt32BE(5)];
        unread = unread.subarray(9 + unread.readUIntBE(0, 3));
        if (type === 4 && flags === 0) send(SETTINGS_ACK);
        if (type !== HEADERS) continue;
        arrived++;
        if (how === 'REFUSED_STREAM') send(refused(stream));
        else socket.end(Buffer.from(GOAWAY.replaceAll(' ', ''), 'hex'));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, LOOPBACK, resolve));
  const { port } = server.address() as { port: number };
  return {
    host: LOOPBACK,
    port,
    get arrived() {
      return arrived;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
