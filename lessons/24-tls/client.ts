import * as grpc from '@grpc/grpc-js';
import type { ClientOptions } from '#course/lesson/define-lesson';
import { printable } from '#grpc/client/printable';
import { clientCredentials } from '#tls/credentials';
import { asSystemError } from '../10-hello-grpc/system-error.ts';
import { call, METHODS, type Outcome } from '../15-server-interceptors/client.ts';
import { takeOver } from '../security/handover.ts';
import { ecommerce } from '../shop/load.ts';
import { type ClientPapers, SHOP } from './papers.ts';
import { buffers } from './server.ts';

type Address = { host: string; port: number };

// #region connect
/** The address is one thing, the certificate's name another. */
export const connectJs = (at: Address, shown: grpc.ChannelCredentials) =>
  new ecommerce.OrderManagement(`${at.host}:${at.port}`, shown, {
    'grpc.ssl_target_name_override': SHOP,
    'grpc.default_authority': SHOP,
  });
// #endregion connect

/** The four kinds by a client of grpc-js; then it is closed. */
export async function callJs(
  at: Address,
  credentials: grpc.ChannelCredentials,
  methods: readonly (typeof METHODS)[number][] = METHODS,
  timeoutMs = 5_000,
): Promise<Outcome[]> {
  const shop = connectJs(at, credentials);
  const outcomes: Outcome[] = [];
  for (const method of methods) outcomes.push(await call(shop, method, { timeoutMs }));
  shop.close();
  return outcomes;
}

/** `npm run lesson 24 client`: a till, and then the office, each with its own certificate. */
export async function runClient({ host, port, log, signal }: ClientOptions): Promise<void> {
  const { roots, till, office } = await takeOver<ClientPapers>(24, { host, port });
  for (const [name, shown] of [
    ['the till', till],
    ['the office', office],
  ] as const) {
    const shop = connectJs(
      { host, port },
      clientCredentials(grpc, Buffer.from(roots), buffers(shown)),
    );
    signal.addEventListener('abort', () => shop.close());
    try {
      for (const method of METHODS) {
        const { text, code } = await call(shop, method);
        if (code === grpc.status.UNAVAILABLE) throw asSystemError(text);
        log(`${name}, ${method}: ${printable(text, 200)}`);
      }
    } finally {
      shop.close();
    }
  }
}
