import { afterEach, expect, test } from 'vitest';
import { createAuthority, dns } from '../../lessons/security/certificates.ts';

// ---- what follows is cut out for docs/stack.md

// #region imports
import { setTimeout } from 'node:timers/promises';
import {
  addReflection,
  bearer,
  Channel,
  type ClientInterceptor,
  contextKey,
  createClient,
  detailOf,
  GrpcError,
  Health,
  packAny,
  richError,
  Server,
  type ServerInterceptor,
  ServingStatus,
  Status,
  statusName,
} from 'rpc-from-scratch';
import { Order, OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { BadRequest } from '#protobuf/generated/google/rpc/error_details';

// #endregion imports

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

test('a server and a client as one would run them', async () => {
  const authority = await createAuthority();
  const identity = await authority.sign([dns('localhost')]);
  const files: Record<string, string> = {
    'server.crt': identity.certificate,
    'server.key': identity.privateKey,
    'ca.crt': authority.certificate,
  };
  const readFile = async (path: string) => files[path]!;
  const log: string[] = [];
  const stock = new Map<string, Order>();
  let outages = 0;

  // #region users
  /** Who is calling: found by an interceptor, read by handlers. */
  const currentUser = contextKey<string>('user');
  const users = new Map([['Bearer open sesame', 'ada']]);

  const authenticate: ServerInterceptor = (request, call, next) => {
    const user = users.get(call.metadata.get('authorization') ?? '');
    if (user === undefined) throw new GrpcError(Status.UNAUTHENTICATED, 'who are you?');
    call.context.set(currentUser, user);
    return next(request, call);
  };

  const logCalls: ServerInterceptor = (request, call, next) => {
    const began = performance.now();
    call.ended.then(({ code }) => {
      const ms = Math.round(performance.now() - began);
      log.push(`${call.method.path} ${statusName(code)} in ${ms} ms`);
    });
    return next(request, call);
  };
  // #endregion users

  // #region server
  const server = new Server({
    tls: { certificate: await readFile('server.crt'), privateKey: await readFile('server.key') },
    interceptors: [logCalls],
    maxReceiveSize: 1024 * 1024, // bytes a request
    maxConcurrentCalls: 200, // on one connection
    // Clients come back, and find new servers.
    maxConnectionAgeMs: 30 * 60_000,
    onHandlerError: (error, call) => log.push(`${call.method.path}: ${error}`),
  });
  // #endregion server

  // #region handlers
  server.addService(
    OrderManagementDefinition,
    {
      addOrder(order, call) {
        if (order.items.length === 0) {
          throw richError(Status.INVALID_ARGUMENT, 'the order is incomplete', [
            packAny(BadRequest, { fieldViolations: [{ field: 'items', description: 'is empty' }] }),
          ]);
        }
        stock.set(order.id, order);
        return { value: `${order.id} for ${call.context.get(currentUser)}` };
      },

      getOrder({ value }) {
        if (outages-- > 0) throw new GrpcError(Status.UNAVAILABLE, 'the database restarts');
        const order = stock.get(value);
        if (order) return order;
        throw new GrpcError(Status.NOT_FOUND, `there is no order ${value}`);
      },

      /** Every order of an item, and then those that come, until somebody ends it. */
      async *searchOrders({ value }, call) {
        const seen = new Set<string>();
        const end = AbortSignal.any([call.signal, call.shutdownSignal]);
        while (!end.aborted) {
          for (const [id, order] of stock) {
            if (seen.has(id) || !order.items.includes(value)) continue;
            seen.add(id);
            yield order;
          }
          await setTimeout(100, undefined, { signal: end }).catch(() => {});
        }
      },
    },
    { interceptors: [authenticate] }, // health checks need no token
  );
  addReflection(server);
  const health = new Health().register(server);
  health.set(OrderManagementDefinition.name, ServingStatus.SERVING);
  // #endregion handlers
  const { port } = await server.listen({ port: 0 });
  closing.push(() => server.close());

  // #region client
  const timings: ClientInterceptor = (request, call, next) => {
    const began = performance.now();
    call.ended.then(({ code }) => {
      const took = Math.round(performance.now() - began);
      log.push(`${statusName(code)} after ${took} ms`);
    });
    return next(request, call);
  };

  const channel = new Channel(`dns:localhost:${port}`, {
    tls: { roots: await readFile('ca.crt') },
    credentials: bearer(() => 'open sesame'),
    serviceConfig: {
      loadBalancingConfig: [{ round_robin: {} }],
      methodConfig: [
        {
          name: [{ service: 'ecommerce.OrderManagement', method: 'GetOrder' }],
          timeout: '2s',
          retryPolicy: {
            maxAttempts: 3,
            initialBackoff: '0.05s',
            maxBackoff: '1s',
            backoffMultiplier: 2,
            retryableStatusCodes: ['UNAVAILABLE'],
          },
        },
      ],
    },
  });
  const orders = createClient(OrderManagementDefinition, channel, {
    interceptors: [timings],
    defaults: { timeoutMs: 10_000 },
  });
  // #endregion client
  closing.push(() => channel.close());

  // #region calls
  const { value } = await orders.addOrder(Order.create({ id: '7', items: ['tea'] }));
  log.push(value);

  try {
    await orders.addOrder(Order.create({ id: '8' }));
  } catch (error) {
    if (!(error instanceof GrpcError)) throw error;
    for (const { field, description } of detailOf(error, BadRequest)?.fieldViolations ?? []) {
      log.push(`${field} ${description}`);
    }
  }
  // #endregion calls
  expect(log).toContain('7 for ada');
  expect(log).toContain('items is empty');

  outages = 2;
  expect((await orders.getOrder({ value: '7' })).items).toEqual(['tea']);
  expect(outages).toBe(-1);

  const watch = orders.searchOrders({ value: 'tea' })[Symbol.asyncIterator]();
  expect((await watch.next()).value?.id).toBe('7');

  const signals: (() => Promise<void>)[] = [];
  const process = { once: (_signal: string, stop: () => Promise<void>) => signals.push(stop) };
  // #region shutdown
  process.once('SIGTERM', async () => {
    health.shutdown(); // balancers look elsewhere
    // The last calls end, within ten seconds.
    await server.shutdown(10_000);
    await channel.shutdown();
  });
  // #endregion shutdown
  const began = performance.now();
  await signals[0]!();
  expect(performance.now() - began).toBeLessThan(9000);
  expect((await watch.next()).done).toBe(true);
  await expect.poll(() => log.filter((line) => line.startsWith('OK after'))).toHaveLength(3);
  const ends = log
    .filter((line) => line.startsWith('/ecommerce'))
    .map((line) => line.split(' ')[1]);
  expect(ends.sort()).toEqual(['INVALID_ARGUMENT', 'OK', 'OK', 'OK', 'UNAVAILABLE', 'UNAVAILABLE']);
});
