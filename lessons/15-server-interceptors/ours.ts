import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import { contextKey } from '#grpc/context-values';
import { GrpcError } from '#grpc/grpc-error';
import { mapMessages } from '#grpc/interceptor';
import { guard } from '#grpc/interceptors/guard';
import { Server } from '#grpc/server/server';
import type { ServerCall } from '#grpc/server/server-call';
import type { ServerInterceptor } from '#grpc/server/server-options';
import { type StatusCode, statusName } from '#grpc/status';
import { CallError } from '#hello/call';
import {
  OrderManagementDefinition,
  type OrderManagementServer,
} from '#protobuf/generated/ecommerce';
import { nameOf, TOKENS } from './layers.ts';
import { foundBy, orderOf, shipmentOf } from './shop.ts';

/** Who calls, for those further in. */
export const caller = contextKey<string>('caller');

// #region guard
export const ourGuard = guard<string>({
  identify: (call) => TOKENS.get(call.metadata.get('authorization') ?? ''),
  caller,
});
// #endregion guard

// #region log
/** The same line for every call as on grpc-js. */
export function ourLog(write: (line: string) => void): ServerInterceptor {
  return async (request, call, next) => {
    const { path, requestStream, responseStream } = call.method;
    const count = { in: 0, out: 0 };
    const counting = (way: 'in' | 'out') => (message: unknown) => {
      count[way]++;
      return message;
    };
    call.ended.then(({ code }) => {
      const passed = `${count.in} in, ${count.out} out`;
      write(`${nameOf(path)}: ${statusName(code)}, ${passed}`);
    });
    const counted = mapMessages(request, requestStream, counting('in'));
    const answer = await next(counted, call);
    return mapMessages(answer, responseStream, counting('out'));
  };
}
// #endregion log

/** The shop on the stack in `src/`. */
export const ourHandlers = {
  getOrder: ({ value }) => inOurTerms(() => orderOf(value)),
  searchOrders: ({ value }) => foundBy(value),
  async updateOrders(orders) {
    const ids: string[] = [];
    for await (const { id } of orders) ids.push(id);
    return { value: `updated: ${ids.join(', ')}` };
  },
  async *processOrders(ids) {
    for await (const { value } of ids) yield shipmentOf(value);
  },
} satisfies Partial<OrderManagementServer<ServerCall>>;

export async function startOurShop(
  { host, port, log }: ServerOptions,
  interceptors: readonly ServerInterceptor[],
  handlers: Partial<OrderManagementServer<ServerCall>> = {},
): Promise<RunningServer> {
  const onHandlerError = (error: unknown) => log(`onHandlerError: ${(error as Error).message}`);
  const server = new Server({ interceptors, onHandlerError });
  server.addService(OrderManagementDefinition, { ...ourHandlers, ...handlers });
  const listener = await server.listen({ host, port });
  return { host: listener.host, port: listener.port, close: () => server.close() };
}

/** `orderOf` throws grpc-js's kind of error; this stack has its own. */
function inOurTerms<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    throw new GrpcError(error.code as number as StatusCode, error.details);
  }
}
