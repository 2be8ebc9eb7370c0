import { credentials, Metadata as JsMetadata } from '@grpc/grpc-js';
import { Channel } from '#channel/channel';
import type { Stage } from '#course/lesson/stage';
import { UserError } from '#course/user-error';
import { bearer } from '#grpc/client/call-credentials';
import { createClient } from '#grpc/client/client';
import type { GrpcError } from '#grpc/grpc-error';
import type { ServerInterceptor } from '#grpc/server/server-options';
import { statusName } from '#grpc/status';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { FakeClock } from '#time/fake-clock';
import { drawTable } from '../10-hello-grpc/compare.ts';
import { callOurs } from '../16-client-interceptors/ours.ts';
import { AUDIENCE } from '../security/token-server.ts';
import { startGuarded, withOurClient } from './calls.ts';
import { recordSent } from './traces.ts';
import {
  asked,
  cacheOf,
  fetched,
  inWorld,
  READ,
  sourceOf,
  TTL_MS,
  watchedSource,
} from './world.ts';

const CROWD = 100;

/** `--stampede`: a hundred calls at once, each for itself and once for all. */
export async function showStampede(stage: Stage): Promise<void> {
  await stage.scene('A hundred calls, each for itself');
  stage.say(
    'The client fetches a token for each call that has none, and the shop asks about each token that comes. Then the same with a source and a cache:',
  );
  const rows = [['', 'calls OK', 'tokens fetched', 'asked about one']];
  for (const isShared of [false, true]) {
    await inWorld(async (world) => {
      const cache = cacheOf(world);
      const ask = world.shop.introspect(AUDIENCE);
      const shared = sourceOf(world, READ);
      const each = { get: () => sourceOf(world, READ).get(), refused: () => false };
      const start = startGuarded(world, isShared ? (token) => cache.grantOf(token) : ask);
      const fine = await withOurClient(start, world, isShared ? shared : each, async (shop) => {
        const calls = Array.from({ length: CROWD }, () => callOurs(shop, 'GetOrder'));
        return (await Promise.all(calls)).filter((ended) => ended.startsWith('OK')).length;
      });
      rows.push([
        isShared ? 'once for all' : 'each for itself',
        `${fine} of ${CROWD}`,
        String(fetched(world)),
        String(asked(world)),
      ]);
    });
  }
  stage.print(drawTable(rows));
  stage.say(
    'onceMore asks for a token, and the credentials ask for it when the call goes out: without a source that is two for each call. A token server has limits, too, and it is the one server that everybody needs.',
  );
}

/** `--outage`: the token server is down, for a while. */
export async function showOutage(stage: Stage): Promise<void> {
  await stage.scene('The token server is down');
  stage.say(
    'A token lives for an hour. After 50 minutes the token server answers 503 to everything, and is well again after 62. A GetOrder now and then; the shop’s memory of tokens is as long as their life here:',
  );
  await inWorld(async (world) => {
    const clock = new FakeClock();
    const { source, settled } = watchedSource(world, { clock });
    const cache = cacheOf(world, { clock, knownMs: TTL_MS });
    const start = startGuarded(world, (token) => cache.grantOf(token));
    const rows = [['minute', 'token server', 'GetOrder', 'questions']];
    await withOurClient(start, world, source, async (shop) => {
      let [minute, before] = [0, 0];
      for (const at of [0, 50, 59, 59.5, 60, 60.01, 62, 62.5]) {
        clock.advance((at - minute) * 60_000);
        minute = at;
        const isDown = at >= 50 && at < 62;
        world.tokens.fail(isDown);
        const ended = await shop.getOrder({ value: '101' }).then(
          () => 'OK',
          (error: GrpcError) => `${statusName(error.code)}: ${error.details}`,
        );
        await settled();
        const questions = fetched(world);
        rows.push([`${at}`, isDown ? '503' : 'well', ended, String(questions - before)]);
        before = questions;
      }
    });
    stage.print(drawTable(rows));
  });
  stage.say(
    'From the 59th minute on the source asks, and nobody notices that it asks in vain: the old token lives. At 60 it is dead, and calls fail with UNAVAILABLE, which is true, and not with UNAUTHENTICATED. After a failure there are no questions for a second, however many calls come: 60.01 is 600 ms later.',
  );
}

/** `--revoked`: how long a revoked token goes on, for several memories. */
export async function showRevoked(stage: Stage): Promise<void> {
  await stage.scene('A token is revoked');
  stage.say(
    'A client calls GetOrder once a second, for two minutes. Right before the call at second 41 its token is revoked. Three shops, each with another memory:',
  );
  const rows = [['remembers for', 'calls OK after it was revoked', 'questions in two minutes']];
  for (const knownMs of [0, 10_000, 30_000]) {
    await inWorld(async (world) => {
      const clock = new FakeClock();
      const cache = cacheOf(world, { clock, knownMs, refusedMs: 5_000 });
      const token = await sourceOf(world, READ).get();
      const kept = { get: async () => token, refused: () => false };
      const start = startGuarded(world, (one) => cache.grantOf(one));
      await withOurClient(start, world, kept, async (shop) => {
        let late = 0;
        for (let second = 0; second < 120; second++) {
          if (second === 41) await world.web.revoke(token);
          const ended = await callOurs(shop, 'GetOrder');
          if (second > 40 && ended.startsWith('OK')) late++;
          clock.advance(1_000);
        }
        rows.push([`${knownMs / 1000} s`, String(late), String(asked(world))]);
      });
    });
  }
  stage.print(drawTable(rows));
  stage.say(
    'Between asking each time and being wrong for a while there is a number, and somebody has to choose it. (A bad token is remembered for 5 seconds in all three.)',
  );
}

/** `--invented <number>`: tokens that nobody has given. */
export async function showInvented(stage: Stage, text: string): Promise<void> {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 5_000) {
    throw new UserError(`--invented wants a number from 1 to 5000, and got "${text}"`);
  }
  await stage.scene('Tokens that nobody has given');
  stage.say(
    `A caller without a token sends ${count} that it has made up, fifty at a time, to a shop that keeps 100 good tokens and 20 bad ones. Before and after them, a good one:`,
  );
  await inWorld(async (world) => {
    const cache = cacheOf(world, { mostKnown: 100, mostRefused: 20, mostAsked: 10 });
    const good = await sourceOf(world, READ).get();
    const find = (token: string) =>
      cache.grantOf(token).then(
        (grant) => (grant ? 'good' : 'bad'),
        (error: GrpcError) => statusName(error.code),
      );
    stage.step('before', `${await find(good)}; asked ${asked(world)} time`);
    const ends = new Map<string, number>();
    for (let i = 0; i < count; i += 50) {
      const some = Array.from({ length: Math.min(50, count - i) }, (_, k) =>
        find(`made-up-${i + k}`),
      );
      for (const end of await Promise.all(some)) ends.set(end, (ends.get(end) ?? 0) + 1);
    }
    for (const [end, times] of ends) stage.step('invented', `${times} times ${end}`);
    const before = asked(world);
    stage.step('after', `${await find(good)}; asked ${asked(world) - before} times`);
    stage.step('token server', `asked ${before - 1} times about invented ones`);
  });
  stage.say(
    'Never more than ten questions at once are out; whoever comes beyond that hears UNAVAILABLE. And the good token is still known: bad ones have a memory of their own.',
  );
}

/** `--leak`: who sees a token that should not. */
export async function showLeak(stage: Stage): Promise<void> {
  await inWorld(async (world) => {
    const source = sourceOf(world, READ);
    const token = await source.get();
    const safe = (text: string) => text.replaceAll(token, '(THE TOKEN)');

    await stage.scene('A connection that is not encrypted');
    stage.say('Both stacks are told to call a plaintext port with a token:');
    const channel = new Channel('ipv4:127.0.0.1:1', { credentials: bearer(() => source.get()) });
    const shop = createClient(OrderManagementDefinition, channel);
    const ours = await shop.getOrder({}, { timeoutMs: 5_000 }).catch((error: GrpcError) => error);
    stage.step('ours', `${safe((ours as GrpcError).message)}`);
    await channel.close();
    const generator = credentials.createFromMetadataGenerator((_, done) => {
      done(null, new JsMetadata());
    });
    try {
      credentials.combineChannelCredentials(credentials.createInsecure(), generator);
      stage.step('grpc-js', 'has taken it');
    } catch (error) {
      stage.step('grpc-js', `${(error as Error).message}`);
    }

    await stage.scene('A log');
    stage.say('A server that logs the metadata of each call, as one does when something is wrong:');
    const cache = cacheOf(world);
    const lines: string[] = [];
    const careless: ServerInterceptor = (request, call, next) => {
      lines.push(JSON.stringify([...call.metadata]));
      return next(request, call);
    };
    const start = startGuarded(world, (one) => cache.grantOf(one), [careless]);
    await withOurClient(start, world, source, (shop) => callOurs(shop, 'GetOrder'));
    stage.print(safe(lines[0]!));
    stage.say(
      'Whoever reads this log can call for the rest of the hour. Names may be logged, values not: lesson 19 has such a log.',
    );

    await stage.scene('A trace');
    stage.say('The course records what goes over the wire, and hides it:');
    const { events } = await recordSent();
    const [first] = events.filter((event) => event.kind === 'message');
    if (first) stage.show(first);
  });
}
