import { type CallCredentials, credentials, Metadata, status } from '@grpc/grpc-js';
import type { ClientOptions } from '#course/lesson/define-lesson';
import { basicValue, type Proof } from '#grpc/credentials/basic';
import { asSystemError } from '../10-hello-grpc/system-error.ts';
import { call, METHODS, type Outcome } from '../15-server-interceptors/client.ts';
import { takeOver } from '../security/handover.ts';
import { ecommerce } from '../shop/load.ts';
import type { OrderManagementClient } from '../shop/types/ecommerce/OrderManagement.ts';
import { ADA, BOB, EVE } from './people.ts';
import { type Identity, NAME } from './world.ts';

type Address = { host: string; port: number };

// #region credentials
/** Call credentials for grpc-js: asked for metadata before each call. */
export const basic = (proof: Proof): CallCredentials =>
  credentials.createFromMetadataGenerator((_where, done) => {
    const metadata = new Metadata();
    metadata.set('authorization', basicValue(proof));
    done(null, metadata);
  });
// #endregion credentials

// #region connect
/** A client over TLS that proves who it is with every call. */
export function connectAs(
  { host, port }: Address,
  roots: string,
  proof?: Proof,
): OrderManagementClient {
  const channel = credentials.createSsl(Buffer.from(roots));
  const both =
    proof === undefined ? channel : credentials.combineChannelCredentials(channel, basic(proof));
  return new ecommerce.OrderManagement(`${host}:${port}`, both, {
    'grpc.ssl_target_name_override': NAME,
  });
}
// #endregion connect

/** `OK`, or the code and the text. */
export const said = ({ text }: Outcome) => text;

export async function runClient({ log, signal, ...server }: ClientOptions): Promise<void> {
  const { roots } = await takeOver<Pick<Identity, 'roots'>>(25, server);
  for (const [who, proof] of [
    ['nobody', undefined],
    ['eve', EVE],
    ['bob', BOB],
    ['ada', ADA],
  ] as const) {
    const shop = connectAs(server, roots, proof);
    const close = () => shop.close();
    signal.addEventListener('abort', close);
    try {
      for (const method of METHODS) {
        const outcome = await call(shop, method);
        if (outcome.code === status.UNAVAILABLE) throw asSystemError(outcome.text);
        log(`${who}, ${method}: ${said(outcome)}, ${outcome.messages} received`);
      }
    } finally {
      signal.removeEventListener('abort', close);
      close();
    }
  }
}
