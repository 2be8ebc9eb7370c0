import {
  Server,
  ServerCredentials,
  ServerInterceptingCall,
  type ServerInterceptor,
  status,
} from '@grpc/grpc-js';
import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import { parseBasic } from '#grpc/credentials/basic';
import { NOT_BASIC, WRONG_PASSWORD } from '#grpc/credentials/basic-guard';
import { CallError } from '#hello/call';
import { listen, stop } from '#hello/serve';
import { asSystemError } from '../10-hello-grpc/system-error.ts';
import { layer } from '../15-server-interceptors/layer.ts';
import { nameOf } from '../15-server-interceptors/layers.ts';
import { createHandlers } from '../15-server-interceptors/shop.ts';
import { handOver } from '../security/handover.ts';
import { ecommerce } from '../shop/load.ts';
import { type Check, createCheck } from './check.ts';
import { createPeople, mayCall } from './people.ts';
import { createIdentity, type Identity } from './world.ts';

// #region guard
/** For grpc-js, and for all four kinds of call: it looks at no message. */
export const guard =
  (check: Check): ServerInterceptor =>
  (method, call) =>
    layer((path) => ({
      async enter(metadata) {
        const values = metadata.get('authorization').map(String);
        const proof = parseBasic(values);
        if (proof === undefined) throw unauthenticated(NOT_BASIC);
        metadata.remove('authorization');
        const person = await check(proof, call.getPeer());
        if (person === undefined) throw unauthenticated(WRONG_PASSWORD);
        if (mayCall(person, path)) return;
        const details = `${path} is not for you`;
        throw new CallError(status.PERMISSION_DENIED, details);
      },
    }))(method, call);
// #endregion guard

const unauthenticated = (details: string) => new CallError(status.UNAUTHENTICATED, details);

/** A line for each call that has come, whatever became of it. */
const logging =
  (log: (line: string) => void): ServerInterceptor =>
  ({ path }, call) =>
    new ServerInterceptingCall(call, {
      sendStatus(outcome, next) {
        log(`${nameOf(path)}: ${status[outcome.code]}`);
        next(outcome);
      },
    });

/** The shop on grpc-js. Without an identity: over plaintext. */
export async function startShop(
  { host, port, log }: ServerOptions,
  interceptors: ServerInterceptor[],
  identity?: Identity,
): Promise<RunningServer> {
  const server = new Server({ interceptors });
  server.addService(
    ecommerce.OrderManagement.service,
    createHandlers((error) => log(`a handler failed: ${error}`)),
  );
  const bound = await listen(server, `${host}:${port}`, serverCredentials(identity)).catch(
    (error) => {
      throw asSystemError(error);
    },
  );
  return { host, port: bound, close: () => stop(server, { graceMs: 0 }) };
}

function serverCredentials(identity: Identity | undefined): ServerCredentials {
  if (identity === undefined) return ServerCredentials.createInsecure();
  const { certificate, privateKey } = identity;
  return ServerCredentials.createSsl(null, [
    { cert_chain: Buffer.from(certificate), private_key: Buffer.from(privateKey) },
  ]);
}

/** `npm run lesson 25 server`: with a guard, over TLS, and a log that has no password in it. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const identity = await createIdentity();
  const check = await createCheck(await createPeople());
  const server = await startShop(options, [logging(options.log), guard(check)], identity);
  const takeAway = handOver(25, server.port, { roots: identity.roots });
  return {
    ...server,
    async close() {
      takeAway();
      await server.close();
    },
  };
}
