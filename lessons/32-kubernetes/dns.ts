import { createSocket } from 'node:dgram';
import { Resolver } from 'node:dns/promises';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** A DNS server for one name, over UDP. */
export interface NameServer {
  /** The addresses of the name, from now on. */
  addresses: readonly string[];
  /** How often it was asked. */
  asked: number;
  /** A look-up of this server, for a channel. */
  lookup(host: string): Promise<string[]>;
  close(): void;
}

/**
 * Stands for the cluster's DNS. For a headless Service it answers with an A record for each pod that
 * is ready (RFC 1035 §4); for any other name, with NXDOMAIN.
 */
export async function startDns(name: string, addresses: readonly string[]): Promise<NameServer> {
  const socket = createSocket('udp4');
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address() as AddressInfo;
  const server: NameServer = {
    addresses,
    asked: 0,
    lookup(host) {
      const resolver = new Resolver();
      resolver.setServers([`127.0.0.1:${port}`]);
      return resolver.resolve4(host);
    },
    close: () => socket.close(),
  };
  socket.on('message', (query, { address, port }) => {
    server.asked++;
    socket.send(answer(query, name, server.addresses), port, address);
  });
  return server;
}

const HEADER = 12;
const TTL_SECONDS = 5;

// #region answer
/** The header, the question as it came, and an A record for each address. */
export function answer(query: Buffer, name: string, addresses: readonly string[]): Buffer {
  let end = HEADER;
  const labels: string[] = [];
  while (query[end]) {
    labels.push(query.toString('latin1', end + 1, end + 1 + query[end]!));
    end += 1 + query[end]!;
  }
  end += 1 + 4; // the empty label, then type and class
  const isKnown = labels.join('.').toLowerCase() === name;
  const found = isKnown ? addresses : [];
  const header = Buffer.from(query.subarray(0, HEADER));
  header.writeUInt16BE(isKnown ? 0x8580 : 0x8583, 2); // a response; NOERROR or NXDOMAIN
  header.writeUInt16BE(found.length, 6);
  header.writeUInt32BE(0, 8);
  const records = found.map((address) => {
    const record = Buffer.alloc(16);
    record.writeUInt16BE(0xc00c, 0); // the name: see offset 12
    record.writeUInt16BE(1, 2); // A
    record.writeUInt16BE(1, 4); // IN
    record.writeUInt32BE(TTL_SECONDS, 6);
    record.writeUInt16BE(4, 10);
    record.set(address.split('.').map(Number), 12);
    return record;
  });
  return Buffer.concat([header, query.subarray(HEADER, end), ...records]);
}
// #endregion answer
