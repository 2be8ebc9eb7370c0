import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { encodeMessage } from '#framing/message';
import { body, NAME, type Peer } from './peer.ts';

/** Begins a command; no greeting begins with it. Two numbers follow: how many messages, how large. */
const DOWNLOAD = 0xff;
const GREET = encodeMessage(new TextEncoder().encode(NAME));
const COMMAND_SIZE = GREET.length;
const PREFIX = 5;

/**
 * The ceiling: the same bytes over `node:net` without any protocol, echoed or poured out, in one
 * write a turn. No RPC in Node can be faster than this.
 */
export const rawNet: Peer = {
  serve() {
    const server = createServer({ noDelay: true }, (socket) => {
      let rest: Buffer = Buffer.alloc(0);
      socket.on('error', () => {});
      socket.on('data', (chunk) => {
        const all = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
        if (all[0] !== DOWNLOAD) {
          socket.write(all);
          return;
        }
        rest = all.length < COMMAND_SIZE ? all : Buffer.alloc(0);
        if (rest.length > 0) return;
        pour(socket, all.readUInt32BE(1), all.readUInt32BE(5));
      });
    });
    return new Promise((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
    });
  },

  async connect(port) {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    await new Promise((resolve) => socket.once('connect', resolve));
    const replies = new Replies();
    socket.on('data', (chunk) => replies.arrived(chunk.length));
    let corked = false;
    const send = (bytes: Uint8Array) => {
      if (!corked) {
        corked = true;
        socket.cork();
        setImmediate(() => {
          corked = false;
          socket.uncork();
        });
      }
      socket.write(bytes);
    };
    return {
      greet() {
        send(GREET);
        return replies.expect(GREET.length);
      },
      download(count, size) {
        const command = Buffer.alloc(COMMAND_SIZE);
        command[0] = DOWNLOAD;
        command.writeUInt32BE(count, 1);
        command.writeUInt32BE(size, 5);
        send(command);
        return replies.expect(count * (PREFIX + size));
      },
      close: () => socket.destroy(),
    };
  },
};

/** Pieces of up to 64 KiB, each as many messages as fit. */
function pour(socket: Socket, count: number, size: number): void {
  const message = encodeMessage(body(size));
  const many = Math.max(1, Math.floor(65_536 / message.length));
  const block = Buffer.concat(new Array(many).fill(message));
  let left = count;
  const write = () => {
    while (left > 0) {
      const now = Math.min(left, many);
      left -= now;
      if (!socket.write(now === many ? block : block.subarray(0, now * message.length))) {
        socket.once('drain', write);
        return;
      }
    }
  };
  write();
}

/** Who waits for the next bytes, and for how many: replies come in the order of the requests. */
class Replies {
  #waiting: { left: number; done: () => void }[] = [];
  #first = 0;

  expect(left: number): Promise<void> {
    return new Promise((done) => this.#waiting.push({ left, done }));
  }

  arrived(size: number): void {
    let left = size;
    while (left > 0) {
      const next = this.#waiting[this.#first]!;
      const taken = Math.min(left, next.left);
      left -= taken;
      next.left -= taken;
      if (next.left > 0) return;
      next.done();
      this.#first++;
    }
    if (this.#first < 1000) return;
    this.#waiting = this.#waiting.slice(this.#first);
    this.#first = 0;
  }
}
