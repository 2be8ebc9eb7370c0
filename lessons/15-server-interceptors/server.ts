import {
  type ServerOptions as GrpcOptions,
  Server,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import { listen, stop } from '#hello/serve';
import { asSystemError } from '../10-hello-grpc/system-error.ts';
import { ecommerce } from '../shop/load.ts';
import { layer } from './layer.ts';
import { guard, log, mask } from './layers.ts';
import { careless, createHandlers } from './shop.ts';

// #region server
/** The shop behind three layers. The first is outermost. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  let calls = 0;
  const accident = (id: string, { details }: { details: string }) =>
    options.log(`accident ${id}: ${details}`);
  const interceptors = [
    layer(log(options.log)),
    layer(mask(accident, () => `c-${++calls}`)),
    layer(guard),
  ];
  // This handler hands its errors on as they are. So the mask sees
  // them, and the server's log has each of them with its id.
  const { GetOrder } = careless;
  return startShop(options, { interceptors }, { GetOrder });
}
// #endregion server

/** The shop on grpc-js, with the interceptors and handlers of an experiment. */
export async function startShop(
  { host, port, log }: ServerOptions,
  options: GrpcOptions = {},
  handlers: UntypedServiceImplementation = {},
): Promise<RunningServer> {
  const server = new Server(options);
  server.addService(ecommerce.OrderManagement.service, {
    ...createHandlers((error) => log(`a handler failed: ${error}`)),
    ...handlers,
  });
  const bound = await listen(server, `${host}:${port}`).catch((error) => {
    throw asSystemError(error);
  });
  return { host, port: bound, close: () => stop(server, { graceMs: 0 }) };
}
