import { expect, test } from 'vitest';
import { Status } from '#grpc/status';
import { type FaultKind, findFaults } from '#grpc/telemetry/find-faults';
import { faultOf } from '../../lessons/30-observability/cases.ts';
import { askChannelz } from '../../lessons/30-observability/channelz.ts';
import { startCollector } from '../../lessons/30-observability/collector.ts';
import { lookAt } from '../../lessons/30-observability/debug.ts';
import { CASES, kindsOfOurs, kindsOfTheirs } from '../../lessons/30-observability/kinds.ts';
import { readMetrics } from '../../lessons/30-observability/read-metrics.ts';
import { PLACES, runSystem } from '../../lessons/30-observability/system.ts';
import { startTrio } from '../../lessons/30-observability/trio.ts';
import { rowsOf, tracesOf } from '../../lessons/30-observability/waterfall.ts';
import { withWorld } from '../../lessons/30-observability/world.ts';

/** What lesson 30 prints and draws, counted at its real servers. */

test('one trace goes from our client through three services of grpc-js to our collector', async () => {
  await withWorld({}, async ({ shop, trio, traces }) => {
    for (const value of ['101', '101', '999']) await shop.getOrder({ value }).catch(() => {});
    const [first = [], second = [], unknown = []] = await traces();
    const chain = ['shop client', 'orders server', 'orders client', 'stock server', 'stock client'];
    for (const trace of [first, second]) {
      const rows = rowsOf(trace).map(({ span, depth }) => [depth, `${span.service} ${span.kind}`]);
      expect(rows).toEqual([...chain, 'prices server'].map((who, depth) => [depth, who]));
      expect(trace.map(({ code }) => code)).toEqual(trace.map(() => Status.OK));
    }
    // The ids come from seeds: the same in each run.
    expect(first.map(({ spanId }) => spanId)).toMatchInlineSnapshot(`
      [
        "8cbfa4885131c6d2",
        "c7f19bd554c235a1",
        "e93d675857d800b5",
        "5777b02b398fa159",
        "0c997d9ec51b8d73",
        "d793990bdcb68fd5",
      ]
    `);
    expect(rowsOf(unknown).map(({ span }) => span.code)).toEqual([5, 5]);

    const metrics = readMetrics(await (await fetch(trio.metricsUrl('orders'))).text());
    expect(metrics.map(({ status, calls }) => [status, calls])).toEqual([
      ['OK', 2],
      ['NOT_FOUND', 1],
    ]);
    for (const line of trio.logs) expect(JSON.parse(line).trace).toMatch(/^[\da-f]{32}$/);
    expect(trio.logs).toHaveLength(7);

    const { channels } = await askChannelz(trio.port);
    const stock = channels.find(({ started }) => started === 2);
    expect(stock).toMatchObject({ state: 'READY', succeeded: 2, failed: 0 });
  });
});

test('without the line that requires grpc-js nothing is traced, and nothing fails', async () => {
  await withWorld({ unpatched: true }, async ({ shop, collector, traces }) => {
    await shop.getOrder({ value: '101' });
    await traces();
    expect(collector.spans).toEqual([]);
  });
});

test('a port that is in use is an error of the system, and no service stays', async () => {
  const collector = await startCollector();
  const starting = startTrio({ collector: collector.port, port: collector.port });
  await expect(starting).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await collector.close();
});

test('what the spans of calls say that end in several ways', async () => {
  const ends = async (spans: Awaited<ReturnType<typeof kindsOfOurs>>) =>
    tracesOf(spans).map((trace) =>
      (['client', 'server'] as const).map((kind) => {
        const span = trace.find((one) => one.kind === kind);
        return span && `${span.code}${span.failed ? ' failed' : ''}`;
      }),
    );
  const theirs = await ends(await kindsOfTheirs());
  expect(theirs).toHaveLength(CASES.length);
  expect(theirs).toEqual([
    ['0', '0'],
    ['5 failed', '5 failed'],
    ['4 failed', '1 failed'],
    ['0', '0'],
    ['1 failed', '0'],
    ['1 failed', undefined],
  ]);
  const ours = await ends(await kindsOfOurs());
  // Who notices first that the time is up, the server or the client that then resets the stream?
  expect(['1', '4 failed']).toContain(ours[2]?.pop());
  expect(ours).toEqual([['0', '0'], ['5 failed', '5'], ['4 failed'], ['0', '0'], ...LEFT]);
});

const LEFT = [
  ['1 failed', '1'],
  ['1 failed', '1'],
];

test('GRPC_TRACE=server_call tells the token; NODE_DEBUG=http2 does not', async () => {
  const told = async (environment: Record<string, string>) =>
    (await lookAt(environment)).filter((line) => line.includes('tea-and-no-sympathy')).length;
  expect(await told({ GRPC_TRACE: 'server_call', GRPC_VERBOSITY: 'DEBUG' })).toBe(1);
  expect(await told({ NODE_DEBUG: 'http2' })).toBe(0);
});

test.each(Object.keys(PLACES) as FaultKind[])('the fault is found: %s', async (kind) => {
  for (const service of PLACES[kind]) {
    for (const seed of [1, 2, 3]) {
      const { spans } = await runSystem(seed, { kind, service });
      expect(findFaults(spans)).toEqual([{ kind, service }]);
    }
  }
});

test('nothing is found where nothing is planted', async () => {
  for (const seed of [1, 2, 3, 4]) expect(findFaults((await runSystem(seed)).spans)).toEqual([]);
});

test('the same seed gives the same recording, and six cases in a row are not all alike', async () => {
  const fault = faultOf(7);
  const [one, other] = [await runSystem(7, fault), await runSystem(7, fault)];
  expect(one.spans).toEqual(other.spans);
  expect(one.logs).toEqual(other.logs);
  const kinds = new Set([1, 2, 3, 4, 5, 6].map((seed) => faultOf(seed).kind));
  expect(kinds.size).toBeGreaterThan(3);
});

test('the call that the page draws', async () => {
  const [trace] = tracesOf((await runSystem(30)).spans);
  const text = `${JSON.stringify(trace, null, 2)}\n`;
  await expect(text).toMatchFileSnapshot('../../lessons/30-observability/call.spans.json');
});
