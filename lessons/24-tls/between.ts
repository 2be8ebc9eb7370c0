import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect, createServer, type TLSSocket } from 'node:tls';
import type { RunningServer } from '#course/lesson/define-lesson';
import { createGrpcDissectors, type GrpcView } from '#inspect/grpc/dissector';
import { Order, OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { StringValue } from '#protobuf/generated/google/protobuf/wrappers';
import { LOOPBACK } from '#transport/tcp';
import type { Identity } from '../security/certificates.ts';

/** Somebody between a client and a server, and what they have read. */
export interface Between extends RunningServer {
  readonly read: readonly string[];
  /** The names in the certificates that clients have shown. */
  readonly names: readonly string[];
}

const { getOrder } = OrderManagementDefinition.methods;
const methods: GrpcView['methods'] = {
  [getOrder.path]: [StringValue.descriptor, Order.descriptor],
};

/** They ask the client for its certificate, whoever has signed it. */
const ASKS = { requestCert: true, rejectUnauthorized: false };

/** They do not care who the shop is. */
const TO_THE_SHOP = { ALPNProtocols: ['h2'], rejectUnauthorized: false };

/**
 * Speaks TLS with both: to the client as the shop, with a certificate of their own, to the shop as a
 * client. What they have in their hands in between is not encrypted.
 */
export async function standBetween(server: RunningServer, shown: Identity): Promise<Between> {
  const read: string[] = [];
  const names: string[] = [];
  const options = {
    cert: shown.certificate,
    key: shown.privateKey,
    ALPNProtocols: ['h2'],
    ...ASKS,
  };
  const sockets = new Set<TLSSocket>();
  // #region between
  const listener = createServer(options, (client) => {
    const { host, port } = server;
    names.push(client.getPeerCertificate().subjectaltname ?? '');
    const shop = connect({ host, port, ...TO_THE_SHOP });
    const dissect = createGrpcDissectors({ methods });
    for (const [from, to, side] of [
      [client, shop, 'client'],
      [shop, client, 'server'],
    ] as const) {
      sockets.add(from);
      from.on('data', (chunk: Uint8Array) => {
        const frames = dissect[side].push(chunk);
        read.push(...frames.map(({ title }) => title));
        to.write(chunk);
      });
      from.on('error', () => {}).on('close', () => to.destroy());
    }
  });
  // #endregion between
  listener.on('tlsClientError', () => {});
  listener.listen(0, LOOPBACK);
  await once(listener, 'listening');
  return {
    host: LOOPBACK,
    port: (listener.address() as AddressInfo).port,
    read,
    names,
    async close() {
      for (const socket of sockets) socket.destroy();
      listener.close();
      await once(listener, 'close');
    },
  };
}
