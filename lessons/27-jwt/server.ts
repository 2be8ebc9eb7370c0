import { type Metadata as JsMetadata, Server, ServerCredentials, status } from '@grpc/grpc-js';
import { errors } from 'jose';
import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import { KeysUnavailable, TokenError } from '#grpc/jwt/token-error';
import { bearerToken, CANNOT_CHECK, NOT_ALLOWED, NOT_PROVEN } from '#grpc/jwt/token-guard';
import { Metadata } from '#grpc/metadata';
import { CallError } from '#hello/call';
import { listen, stop } from '#hello/serve';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { asSystemError } from '../10-hello-grpc/system-error.ts';
import { layer, type MakeLayer } from '../15-server-interceptors/layer.ts';
import { createHandlers } from '../15-server-interceptors/shop.ts';
import type { Identity } from '../security/certificates.ts';
import { ecommerce } from '../shop/load.ts';
import type { Verifier } from './verifier.ts';

const { getOrder, searchOrders, updateOrders, processOrders } = OrderManagementDefinition.methods;

/** The scope that each method asks for. What is not in here, nobody may call. */
export const SCOPES: ReadonlyMap<string, string> = new Map([
  [getOrder.path, 'orders.read'],
  [searchOrders.path, 'orders.read'],
  [updateOrders.path, 'orders.write'],
  [processOrders.path, 'orders.write'],
]);

// #region guard
/** A guard for grpc-js: all four kinds, one text for every failure. */
export const guardBy =
  (verifier: Verifier): MakeLayer =>
  (path) => ({
    async enter(metadata) {
      const token = () => verifier(tokenIn(metadata));
      const { scope } = await proven(token);
      const needed = SCOPES.get(path);
      if (needed && String(scope).split(' ').includes(needed)) return;
      throw new CallError(status.PERMISSION_DENIED, NOT_ALLOWED);
    },
  });

/** Whatever is wrong with the token, its sender reads the same. */
async function proven<T>(verify: () => Promise<T>): Promise<T> {
  try {
    return await verify();
  } catch (error) {
    if (error instanceof KeysUnavailable) throw new CallError(status.UNAVAILABLE, CANNOT_CHECK);
    if (error instanceof errors.JOSEError || error instanceof TokenError)
      throw new CallError(status.UNAUTHENTICATED, NOT_PROVEN);
    throw error;
  }
}
// #endregion guard

/** `authorization: Bearer …`, read as our stack reads it. */
function tokenIn(metadata: JsMetadata): string {
  const sent = new Metadata();
  for (const value of metadata.get('authorization')) sent.append('authorization', String(value));
  return bearerToken(sent);
}

/** The shop on grpc-js, over TLS, behind a guard. */
export async function startJsShop(
  { host, port, log }: ServerOptions,
  { certificate, privateKey }: Identity,
  verifier: Verifier,
): Promise<RunningServer> {
  const server = new Server({ interceptors: [layer(guardBy(verifier))] });
  const handlers = createHandlers((error) => log(`a handler failed: ${error}`));
  server.addService(ecommerce.OrderManagement.service, handlers);
  const pair = { cert_chain: Buffer.from(certificate), private_key: Buffer.from(privateKey) };
  const secure = ServerCredentials.createSsl(null, [pair]);
  const bound = await listen(server, `${host}:${port}`, secure).catch((error) => {
    throw asSystemError(error);
  });
  return { host, port: bound, close: () => stop(server, { graceMs: 0 }) };
}
