import { Channel } from '#channel/channel';
import { bearer } from '#grpc/client/call-credentials';
import { createClient } from '#grpc/client/client';
import type { FetchToken } from '#grpc/oauth/ask-in-time';
import { onceMore } from '#grpc/oauth/once-more';
import { TokenSource } from '#grpc/oauth/token-source';
import { huffmanLength } from '#hpack/strings/huffman';
import { createGrpcDissectors, type GrpcView } from '#inspect/grpc/dissector';
import { createRecorder } from '#inspect/recorder';
import type { Trace } from '#inspect/trace';
import { Order, OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { StringValue } from '#protobuf/generated/google/protobuf/wrappers';
import { FakeClock } from '#time/fake-clock';
import { isOfACall } from '../09-grpc-by-hand/at-greeter.ts';
import { startTap } from '../10-hello-grpc/tap.ts';
import { QUIET } from '../shop/with-shop.ts';
import { tokenGuard } from './guards.ts';
import { startOurs } from './servers.ts';
import { cacheOf, inWorld, READ, type World } from './world.ts';

const { getOrder } = OrderManagementDefinition.methods;
const methods = {
  [getOrder.path]: [StringValue.descriptor, Order.descriptor],
} satisfies GrpcView['methods'];

/**
 * How many bytes a token of the recordings has in Huffman code: one in two has. What a token says
 * is hidden, but not how long it is, and a recording has to come out the same each time.
 */
const TOKEN_BYTES = 35;

/** Fetches until a token has that length. */
const steady =
  (fetch: FetchToken): FetchToken =>
  async (signal) => {
    for (;;) {
      const token = await fetch(signal);
      if (huffmanLength(token.value) === TOKEN_BYTES) return token;
    }
  };

/**
 * GetOrder on our stack, at both ends of a tap: above TLS, so to say, as the two ends see it. So
 * the connection is plaintext, and the credentials have to allow it.
 */
async function record(
  title: string,
  before: (world: World, source: TokenSource, clock: FakeClock) => Promise<void>,
): Promise<Trace> {
  const recorder = createRecorder(title, 'gRPC over HTTP/2');
  await inWorld(async (world) => {
    const cache = cacheOf(world);
    const grantOf = (token: string) => cache.grantOf(token);
    const server = await startOurs(QUIET, undefined, [tokenGuard(grantOf)]);
    const tap = await startTap(server, recorder, () => createGrpcDissectors({ methods }));
    const clock = new FakeClock();
    const source = new TokenSource({ clock, fetch: steady(world.web.fetchToken(READ)) });
    const channel = new Channel(`ipv4:${tap.host}:${tap.port}`, {
      authority: 'localhost:50026',
      credentials: bearer(() => source.get(), { allowPlaintext: true }),
    });
    const interceptors = [onceMore(source)];
    const shop = createClient(OrderManagementDefinition, channel, { interceptors });
    await before(world, source, clock);
    await shop.getOrder({ value: '101' });
    await channel.close();
    await tap.close();
    await server.close();
  });
  return { ...recorder.trace, events: recorder.trace.events.filter(isOfACall) };
}

/** A token is sent with a call. */
export const recordSent = (): Promise<Trace> => record('A call with a token', async () => {});

/** The token has been revoked: another one is fetched, and the call is made once more. */
export const recordAgain = (): Promise<Trace> =>
  record('A revoked token, and another one', async ({ web }, source, clock) => {
    await web.revoke(await source.get());
    clock.advance(1_000);
  });
