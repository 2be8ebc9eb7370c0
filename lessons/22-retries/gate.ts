import { connect, createServer, type Socket } from 'node:net';
import { LOOPBACK } from '#transport/tcp';

/** A place before a server, where connections can be let through, turned away and cut. */
export interface Gate {
  port: number;
  /** Lets connections through from now on. */
  open(): void;
  /** Cuts those that there are, and turns new ones away: what a machine looks like that is gone. */
  shut(): void;
  /** Cuts those that there are; new ones come through. */
  cut(): void;
  /** Lets nothing pass any more and says nothing: a cable that was pulled out. */
  freeze(): void;
  close(): Promise<void>;
}

export async function startGate(server: { port: number }, isOpen: boolean): Promise<Gate> {
  let open = isOpen;
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
  };
  const gate = createServer((socket) => {
    keep(socket);
    if (!open) {
      socket.destroy();
      return;
    }
    const upstream = connect({ host: LOOPBACK, port: server.port });
    keep(upstream);
    socket.pipe(upstream).pipe(socket);
    socket.on('close', () => upstream.destroy());
    upstream.on('close', () => socket.destroy());
  });
  await new Promise<void>((resolve) => gate.listen(0, LOOPBACK, resolve));
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (gate.address() as { port: number }).port,
    open: () => {
      open = true;
    },
    shut: () => {
      open = false;
      cut();
    },
    cut,
    freeze: () => {
      for (const socket of sockets) socket.unpipe().pause();
    },
    close: () =>
      new Promise((resolve) => {
        gate.close(() => resolve());
        cut();
      }),
  };
}
