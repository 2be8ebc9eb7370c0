/**
 * A pod, as a process of its own: `node pod.mjs <json>`. It says where it listens. On SIGTERM it lets
 * the calls end that are under way, and takes no others.
 */
import { endWithParent } from '#course/end-with-parent';
import { Random } from '#course/kit/random';
import { GrpcError } from '#grpc/grpc-error';
import { Server } from '#grpc/server/server';
import { Status } from '#grpc/status';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { Health, ServingStatus } from '#services/health';
import { ORDERS } from '../shop/orders.ts';
import type { PodOptions } from './pods.ts';

const { warmUpMs, callMs, slowMs, maxAgeMs, seed }: PodOptions = JSON.parse(process.argv[2] ?? '');
const SERVICE = OrderManagementDefinition.name;
const random = new Random(seed);
let isWarm = false;

const server = new Server({ ...(maxAgeMs && { maxConnectionAgeMs: maxAgeMs }) });
server.addService(OrderManagementDefinition, {
  async getOrder() {
    if (!isWarm) throw new GrpcError(Status.UNAVAILABLE, 'the catalogue is not loaded yet');
    // One call in five is a slow one.
    const ms = random.integer(1, 5) === 1 ? slowMs : callMs;
    await new Promise((resolve) => setTimeout(resolve, ms));
    return ORDERS[0]!;
  },
});
// #region ready
const health = new Health().register(server);
health.set(SERVICE, ServingStatus.NOT_SERVING);
setTimeout(() => {
  isWarm = true;
  health.set(SERVICE, ServingStatus.SERVING);
}, warmUpMs);
// #endregion ready

endWithParent();
// #region end
process.once('SIGTERM', async () => {
  health.shutdown();
  await server.shutdown(60_000);
  process.exit();
});
// #endregion end
const { port } = await server.listen({ host: '127.0.0.1', port: 0 });
console.log(`listening on ${port}`);
