import { Counter, Registry } from 'prom-client';
import { drawTable } from '#course/lesson/draw-table';
import type { Stage } from '#course/lesson/stage';
import { statusName } from '#grpc/status';
import { CallMetrics } from '#grpc/telemetry/call-metrics';
import { prometheusText } from '#grpc/telemetry/prometheus-text';
import type { Span } from '#grpc/telemetry/span';
import { CASES, kindsOfOurs, kindsOfTheirs } from './kinds.ts';
import { countRows } from './read-metrics.ts';
import { tracesOf } from './waterfall.ts';
import { withWorld } from './world.ts';

/** `--kinds`: what a span says of calls that end in several ways. */
export async function showKinds(stage: Stage): Promise<void> {
  await stage.scene('Six calls, and their spans');
  stage.say(
    'The same calls on grpc-js (js), patched by OpenTelemetry, and on our stack with our two interceptors. Each has a span at the client and one at the server; ✗ is a span that is marked as failed. A deaf handler does not notice that nobody waits:',
  );
  const theirs = tracesOf(await kindsOfTheirs());
  const ours = tracesOf(await kindsOfOurs());
  const rows = [['the call', 'js client', 'js server', 'our client', 'our server']];
  for (const [i, what] of CASES.entries()) {
    const ends = [theirs[i], ours[i]].flatMap((trace = []) => [
      endOf(trace, 'client'),
      endOf(trace, 'server'),
    ]);
    rows.push([what, ...ends]);
  }
  stage.print(drawTable(rows));
  stage.say(
    'When the reader of a stream leaves, the call has ended with CANCELLED, at both ends. For the client that counts as a failure, also if it wanted it; for the server it does not: nobody who runs it has to get up at night.',
  );
}

function endOf(trace: readonly Span[], kind: Span['kind']): string {
  const span = trace.find((one) => one.kind === kind);
  if (span === undefined) return 'no span';
  const { code, failed } = span;
  return `${code < 0 ? 'no code' : (SHORT[statusName(code)] ?? statusName(code))}${failed ? ' ✗' : ''}`;
}

const SHORT: Record<string, string> = { DEADLINE_EXCEEDED: 'DEADLINE' };

/** `--labels`: what one label too many costs. */
export async function showLabels(stage: Stage): Promise<void> {
  await stage.scene('One label too many');
  stage.say(
    'A counter of prom-client, of ten thousand calls. Once it has the method and the status as labels; once the customer besides; once a path that somebody has made up, as a scanner does:',
  );
  const rows = [['labels', 'calls', 'rows', 'bytes of /metrics']];
  for (const [labels, moreOf] of [
    ['method, status', () => ''],
    ['method, status, customer', (i: number) => `customer-${i}`],
  ] as const) {
    const text = await countCalls(10_000, moreOf);
    rows.push([labels, '10000', String(countRows(text)), String(text.length)]);
  }
  const paths = await countCalls(10_000, (i) => `/admin/try-${i}`);
  rows.push(['the path as it comes', '10000', String(countRows(paths)), String(paths.length)]);
  const bounded = new CallMetrics(['/shop.Orders/Get'], []);
  for (let i = 0; i < 10_000; i++) bounded.begin(`/admin/try-${i}`)(12, 0.001);
  const text = prometheusText(bounded, 'server');
  rows.push(['the path, or "other"', '10000', String(countRows(text)), String(text.length)]);
  stage.print(drawTable(rows));
  stage.say(
    'Every row is kept in this process until it ends, sent at each scrape, and kept for months by whoever scrapes. In the last row the path is one that we know, or "other". Who has called what belongs into a trace or a log: those are about one call.',
  );
}

async function countCalls(calls: number, moreOf: (i: number) => string): Promise<string> {
  const registry = new Registry();
  const counter = new Counter({
    name: 'calls_total',
    help: 'calls',
    labelNames: ['grpc_method', 'grpc_status', 'more'],
    registers: [registry],
  });
  for (let i = 0; i < calls; i++) {
    const more = moreOf(i);
    const labels = { grpc_method: 'shop.Orders/Get', grpc_status: 'OK' };
    counter.inc(more === '' ? labels : { ...labels, more });
  }
  return registry.metrics();
}

/** `--unpatched`: OpenTelemetry is there, and grpc-js comes by import. */
export async function showUnpatched(stage: Stage): Promise<void> {
  await stage.scene('Everything is set up, and nothing is traced');
  stage.say(
    'OpenTelemetry patches a module when it is required. A program of ES modules imports. So the line of instrument.ts that requires grpc-js once makes the difference. With it and without it, two calls each:',
  );
  const rows = [['instrument.ts', 'calls', 'spans', 'traceparent at stock']];
  for (const unpatched of [false, true]) {
    await withWorld({ unpatched }, async ({ shop, trio, collector, traces }) => {
      for (let i = 0; i < 2; i++) await shop.getOrder({ value: '101' });
      await traces();
      const atStock = trio.logs.filter((line) => line.includes('"service":"stock"'));
      const has = atStock.filter((line) => line.includes('"traceparent"')).length;
      rows.push([
        unpatched ? 'without the line' : 'as it is',
        '2',
        String(collector.spans.length),
        `${has} of ${atStock.length}`,
      ]);
    });
  }
  stage.print(drawTable(rows));
  stage.say(
    'No error, no warning: a system that looks as if nobody called it. So count what arrives, and have an alarm for nothing.',
  );
}
