import { Channel } from '#channel/channel';
import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import { basic } from '#grpc/client/call-credentials';
import { createClient } from '#grpc/client/client';
import { contextKey } from '#grpc/context-values';
import type { Proof } from '#grpc/credentials/basic';
import { basicGuard } from '#grpc/credentials/basic-guard';
import { Server } from '#grpc/server/server';
import type { ServerInterceptor } from '#grpc/server/server-options';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { ourHandlers } from '../15-server-interceptors/ours.ts';
import type { Check } from './check.ts';
import { mayCall, type Person } from './people.ts';
import { type Identity, NAME } from './world.ts';

/** Who calls, for the handlers. */
export const person = contextKey<Person>('person');

// #region guard
export const ourGuard = (check: Check, allowPlaintext = false) =>
  basicGuard<Person>({
    check: (proof, call) => check(proof, call.peer.address),
    caller: person,
    mayCall,
    allowPlaintext,
  });
// #endregion guard

/** The shop on the stack in `src/`. Without an identity: over plaintext. */
export async function startOurShop(
  { host, port, log }: ServerOptions,
  interceptors: readonly ServerInterceptor[],
  identity?: Identity,
): Promise<RunningServer> {
  const onHandlerError = (error: unknown) => log(`an accident: ${error}`);
  const server = new Server({ interceptors, onHandlerError, ...(identity && { tls: identity }) });
  server.addService(OrderManagementDefinition, ourHandlers);
  const listener = await server.listen({ host, port });
  return { host: listener.host, port: listener.port, close: () => server.close() };
}

// #region connect
/** A client of ours that proves who it is with every call. */
export function connectOursAs(
  { host, port }: { host: string; port: number },
  { user, password }: Proof,
  roots?: string,
) {
  const channel = new Channel(`ipv4:${host}:${port}`, {
    credentials: basic(() => ({ user, password })),
    ...(roots !== undefined && { tls: { roots, serverName: NAME } }),
  });
  // #endregion connect
  const shop = createClient(OrderManagementDefinition, channel, {
    defaults: { timeoutMs: 5_000 },
  });
  return { shop, close: () => channel.close() };
}
