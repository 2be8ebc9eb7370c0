import type { RunOptions } from '#course/lesson/define-lesson';
import { drawTable } from '#course/lesson/draw-table';
import type { Stage } from '#course/lesson/stage';
import { Metadata } from '#grpc/metadata';
import { askChannelz } from './channelz.ts';
import { showDebug } from './debug.ts';
import { showKinds, showLabels, showUnpatched } from './experiments.ts';
import { showMystery } from './mystery.ts';
import { readMetrics } from './read-metrics.ts';
import { recordContext } from './traces.ts';
import { drawWaterfall } from './waterfall.ts';
import { type World, withWorld } from './world.ts';

/** `npm run lesson 30`: what a system does right now, and how one finds out. */
export async function tellStory(stage: Stage, { experiments }: RunOptions): Promise<void> {
  const { mystery, kinds, labels, unpatched, debug } = experiments;
  if (mystery !== undefined) return showMystery(stage, mystery);
  if (kinds) return showKinds(stage);
  if (labels) return showLabels(stage);
  if (unpatched) return showUnpatched(stage);
  if (debug) return showDebug(stage);

  await stage.scene('One call, three services');
  await withWorld({}, async (world) => {
    await showTrace(stage, world);
    await showWire(stage);
    await showMetrics(stage, world);
    await showLogs(stage, world);
    await showChannelz(stage, world);
  });
  stage.say(
    'You have the tools. Now somebody has planted a fault: npm run lesson 30 -- --mystery. And then all of it has to run somewhere: that is lesson 31.',
  );
}

const SECRET = 'Bearer 8f3c-tea-and-no-sympathy';

async function showTrace(stage: Stage, { shop, traces }: World): Promise<void> {
  stage.say(
    'Three servers of grpc-js, each a process of its own: orders asks stock, and stock asks prices. None of them knows of traces; OpenTelemetry has patched grpc-js before they began. The shop that calls is a client of ours. The spans go by OTLP to a collector in this process: a gRPC server of ours. The first call:',
  );
  const metadata = new Metadata({ authorization: SECRET, 'x-tenant': 'tea-room' });
  for (let i = 0; i < 2; i++) await shop.getOrder({ value: '101' }, { metadata });
  const [first, second] = await traces();
  stage.print(drawWaterfall(first ?? []));
  stage.say(
    'A thin bar is a client that waits, a full one a server that works. Where a client waits and the server below it does not work yet, there was no connection. The second call has one:',
  );
  stage.print(drawWaterfall(second ?? []));
}

async function showWire(stage: Stage): Promise<void> {
  await stage.scene('What went along');
  stage.say('All that makes one trace of it is a header of 55 characters. The shop’s request:');
  const { events } = await recordContext();
  const headers = events.find((event) => event.kind === 'message' && event.from === 'client');
  if (headers !== undefined) stage.show(headers);
  stage.say(
    'Version, trace, span, and a flag: recorded. Whoever gets it makes a span with the same trace, whose parent is the span that stands there, and sends its own further on.',
  );
}

async function showMetrics(stage: Stage, { shop, trio }: World): Promise<void> {
  await stage.scene('Rate, errors, duration');
  stage.say(
    'A trace is one call. Is that how it always is? Twenty more calls, every fifth for an order that does not exist. Then what Prometheus would do, GET /metrics of each service:',
  );
  for (let i = 0; i < 20; i++) {
    await shop.getOrder({ value: i % 5 === 4 ? '999' : '101' }).catch(() => {});
  }
  const rows = [['service', 'status', 'calls', '≤ 10 ms', '≤ 25 ms', '≤ 100 ms']];
  for (const service of ['orders', 'stock', 'prices']) {
    const text = await (await fetch(trio.metricsUrl(service))).text();
    for (const { status, calls, within } of readMetrics(text)) {
      const counts = ['0.01', '0.025', '0.1'].map((bound) => String(within.get(bound)));
      rows.push([service, status, String(calls), ...counts]);
    }
  }
  stage.print(drawTable(rows));
  stage.say(
    'They have names that others know (gRPC A66): grpc.server.call.started and grpc.server.call.duration, by grpc.method and grpc.status. NOT_FOUND is quick, because nobody further in was asked: a mean over all of them would say that it has become faster.',
  );
}

async function showLogs(stage: Stage, { trio }: World): Promise<void> {
  await stage.scene('A line with an id');
  stage.say('What orders has written into its log at the first call:');
  const line = trio.logs.find((log) => log.includes('"service":"orders"')) ?? '{}';
  const { metadata, ...rest } = JSON.parse(line) as Record<string, object>;
  for (const [name, value] of Object.entries({ ...rest, ...metadata })) {
    stage.step(name, String(value));
  }
  stage.say(
    'By trace one finds the lines of all three services, and the picture. The token of the shop was in the metadata, and is not in the log: of metadata only those values are written that somebody has allowed.',
  );
}

async function showChannelz(stage: Stage, { trio }: World): Promise<void> {
  await stage.scene('What the process knows itself');
  stage.say(
    'Nobody has written that down: channelz is a service that tells what the channels and servers of a process are doing right now. Asked of orders:',
  );
  const { channels, servers } = await askChannelz(trio.port);
  const rows = [['what', 'state', 'started', 'succeeded', 'failed']];
  const row = (what: string, state: string, { started, succeeded, failed }: (typeof servers)[0]) =>
    rows.push([what, state, ...[started, succeeded, failed].map(String)]);
  for (const channel of channels) {
    const isToStock = channel.target.includes('127.0.0.1') && channel.started > 10;
    row(isToStock ? 'channel to stock' : 'channel to the collector', channel.state, channel);
  }
  for (const server of servers) row('server', '–', server);
  stage.print(drawTable(rows));
}
