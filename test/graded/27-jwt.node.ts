import type { ServerInterceptor } from '#grpc/server/server-options';
import { withStranger as callAsGrpcJs, type Ended } from './15-server-interceptors.node.ts';
import type { Kind } from './kinds.ts';

type Call = (kind: Kind, headers: Record<string, string>) => Promise<Ended>;

/** The part of lesson 27's suite that needs Node: grpc-js at the stack in src/, behind the guard. */
export const withStranger = (
  interceptors: readonly ServerInterceptor[],
  scene: (call: Call) => Promise<void>,
): Promise<void> =>
  callAsGrpcJs(
    interceptors,
    {
      getOrder: () => ({}) as never,
      async *searchOrders() {
        yield {} as never;
      },
      updateOrders: async () => ({}) as never,
      async *processOrders() {
        yield {} as never;
      },
    },
    (call) => scene((kind, headers) => call(kind, headers)),
  );
