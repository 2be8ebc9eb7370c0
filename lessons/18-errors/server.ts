import {
  type ServerOptions as GrpcOptions,
  type handleUnaryCall,
  Metadata,
  Server,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import { GrpcError } from '#grpc/grpc-error';
import { translated } from '#grpc/interceptors/translate';
import { CallError } from '#hello/call';
import { handle } from '#hello/handler';
import { listen, stop } from '#hello/serve';
import { asSystemError } from '../10-hello-grpc/system-error.ts';
import { ecommerce } from '../shop/load.ts';
import { createShop, type Shop } from './shop.ts';
import { TRANSLATIONS } from './shop-errors.ts';

// #region as-js
/** An error of the stack in `src/`, as grpc-js knows them: code, text and trailers are the same. */
function asJs(error: unknown): unknown {
  if (!(error instanceof GrpcError)) return error;
  const trailers = new Metadata();
  for (const [name, value] of error.metadata) {
    trailers.add(name, typeof value === 'string' ? value : Buffer.from(value));
  }
  return new CallError(error.code, error.details, trailers, { cause: error });
}
// #endregion as-js

// #region answering
/** What the shop throws is translated; what has no translation is an accident, and is masked. */
function answering<Request, Response>(
  procedure: (request: Request) => Response | Promise<Response>,
  report: (error: unknown) => void,
): handleUnaryCall<Request, Response> {
  return handle(async (request: Request) => {
    try {
      return await procedure(request);
    } catch (error) {
      throw asJs(translated(error, TRANSLATIONS));
    }
  }, report);
}
// #endregion answering

export async function startServer(
  { log, ...options }: ServerOptions,
  shop: Shop = createShop(),
  grpcOptions: GrpcOptions = {},
): Promise<RunningServer> {
  const report = (error: unknown) => log(`an accident: ${error}`);
  const handlers = {
    GetOrder: answering(shop.getOrder, report),
    AddOrder: answering(shop.addOrder, report),
  };
  return startWith({ ...options, log }, handlers, grpcOptions);
}

/** The handlers of an experiment on grpc-js. */
export async function startWith(
  { host, port }: ServerOptions,
  handlers: UntypedServiceImplementation,
  options: GrpcOptions = {},
): Promise<RunningServer> {
  const server = new Server(options);
  server.addService(ecommerce.OrderManagement.service, handlers);
  const bound = await listen(server, `${host}:${port}`).catch((error) => {
    throw asSystemError(error);
  });
  return { host, port: bound, close: () => stop(server, { graceMs: 0 }) };
}
