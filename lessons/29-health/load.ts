import { credentials, type ServiceError, status } from '@grpc/grpc-js';
import { type Call, Callers, callAnew, openShop } from '../shop/callers.ts';
import { ecommerce } from '../shop/load.ts';
import type { Balancer } from './balancer.ts';

/** Who calls: with a connection that stays, of either stack, or with a new one for each call. */
export const CALLERS = ['grpc-js', 'ours', 'new each time'] as const;
export type Caller = (typeof CALLERS)[number];

const WAIT_MS = 60_000;
/** So many of each kind call at the same time. */
const AT_ONCE = 8;

const ROUND_ROBIN = { loadBalancingConfig: [{ round_robin: {} }] };

/** Calls all the time until it is told to stop, and counts how each call ends. */
export class Load extends Callers<Caller> {
  constructor(ports: readonly number[], balancer: Balancer) {
    super(CALLERS);
    const target = `ipv4:${ports.map((port) => `127.0.0.1:${port}`).join(',')}`;
    const anew = callAnew(() => `ipv4:127.0.0.1:${balancer.port}`, WAIT_MS);
    for (let i = 0; i < AT_ONCE; i++) {
      const theirs = grpcJsClient(target);
      const ours = openShop(target, WAIT_MS, { serviceConfig: ROUND_ROBIN });
      this.begin('grpc-js', theirs.call, theirs.close);
      this.begin('ours', ours.call, ours.close);
      this.begin('new each time', anew);
    }
  }
}

function grpcJsClient(target: string) {
  const shop = new ecommerce.OrderManagement(target, credentials.createInsecure(), {
    'grpc.service_config': JSON.stringify(ROUND_ROBIN),
    'grpc.use_local_subchannel_pool': 1,
  });
  const call: Call = () =>
    new Promise((resolve) => {
      const done = (error: ServiceError | null) => resolve(error ? status[error.code]! : 'OK');
      shop.getOrder({ value: '101' }, { deadline: Date.now() + WAIT_MS }, done);
    });
  return { call, close: () => shop.close() };
}
