import { test } from 'vitest';
import { check } from '#course/kit/compare/finding';
import { expectSame } from '#course/kit/compare/same';
import { expectKept } from '#course/kit/given';
import { Random } from '#course/kit/random';
import { CountedStream } from '#course/kit/stream';
import { task } from '#course/kit/task';
import { settle, settled, watch } from '#course/kit/watch';
import type { ClientCall } from '#grpc/client/client-call';
import { ContextValues } from '#grpc/context-values';
import { GrpcError } from '#grpc/grpc-error';
import { Metadata } from '#grpc/metadata';
import type { ServerCall } from '#grpc/server/server-call';
import { OK, Status, type StatusCode, type StatusObject, statusName } from '#grpc/status';
import { CallMetrics, OTHER } from '#grpc/telemetry/call-metrics';
import {
  type Fault,
  findFaults,
  isOutlived,
  mostOfOne,
  selfTime,
  swallows,
  wayTime,
} from '#grpc/telemetry/find-faults';
import { Histogram } from '#grpc/telemetry/histogram';
import { idsFrom } from '#grpc/telemetry/ids';
import { currentSpan, type Span, type SpanKind } from '#grpc/telemetry/span';
import {
  clientTelemetry,
  isFailure,
  serverTelemetry,
  type TelemetryOptions,
} from '#grpc/telemetry/telemetry';
import {
  childOf,
  formatTraceparent,
  incomingContext,
  parseTraceparent,
  type SpanContext,
  type SpanIds,
  TRACEPARENT,
} from '#grpc/telemetry/trace-context';
import { AFTER_MS } from '#grpc/telemetry/usual';
import type { MethodDefinition } from '#protobuf/schema/service-definition';
import { FakeClock } from '#time/fake-clock';
import { runSystem, throughStrangers } from './30-observability.node.ts';
import { ALL_KINDS, KINDS } from './kinds.ts';
import { unhandledIn } from './unhandled.ts';

/*
 * A call is an object here, its end comes when a test says so, and time is moved by hand. The last
 * test of task 4 has grpc-js at both ends; that of task 5 runs three servers of the stack whose
 * connections are memory, with the learner's own telemetry in them.
 */

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const SPAN = 'b7ad6b7169203331';
const NO_TRACE = '0'.repeat(32);
const NO_SPAN = '0'.repeat(16);

/** A context as a learner may get it: nobody can change it. */
const contextOf = (sampled = true, spanId = SPAN): SpanContext =>
  Object.freeze({ traceId: TRACE, spanId, sampled });

const shown = (text: string) => JSON.stringify(text.length > 90 ? `${text.slice(0, 90)}…` : text);

/** A context in a line, as tests compare it. */
function told(context: SpanContext | undefined): string {
  if (context === undefined) return 'none';
  if (typeof context !== 'object' || context === null) return String(context);
  const { traceId, spanId, sampled } = context;
  return `trace ${traceId}, span ${spanId}, sampled ${sampled}`;
}

const GOOD = `trace ${TRACE}, span ${SPAN}, sampled true`;

// ---- task 1

/** What cannot be used, and why. */
const UNUSABLE: readonly [text: string, cause: string][] = [
  ['', 'Nothing is not a context.'],
  [`00-${TRACE}-${SPAN}`, 'Four parts: the flags are missing.'],
  [`00-${TRACE}-${SPAN}-`, 'The flags have two digits.'],
  [`00-${TRACE}-${SPAN}-1`, 'The flags have two digits.'],
  [`0-${TRACE}-${SPAN}-01`, 'The version has two digits.'],
  [`00-${TRACE.slice(1)}-${SPAN}-01`, 'The id of a trace has 32 digits.'],
  [`00-${TRACE}0-${SPAN}-01`, 'The id of a trace has 32 digits.'],
  [`00-${TRACE}-${SPAN.slice(1)}-01`, 'The id of a span has 16 digits.'],
  [`00-${TRACE}-${SPAN}0-01`, 'The id of a span has 16 digits.'],
  [`00-${TRACE.toUpperCase()}-${SPAN}-01`, 'Small letters only (§3.2.2.3).'],
  [`00-${TRACE}-${SPAN.toUpperCase()}-01`, 'Small letters only (§3.2.2.4).'],
  [`00-${TRACE}-${SPAN}-0A`, 'Small letters only.'],
  [`0A-${TRACE}-${SPAN}-01`, 'Small letters only.'],
  [`00-${TRACE.replace('a', 'g')}-${SPAN}-01`, 'Hex digits: 0 to 9 and a to f.'],
  [`00-${TRACE}-${SPAN.replace('b', 'x')}-01`, 'Hex digits: 0 to 9 and a to f.'],
  [`00-${TRACE}-${SPAN}-0g`, 'The flags are hex digits, too.'],
  [`zz-${TRACE}-${SPAN}-01`, 'The version is hex digits, too.'],
  [`00-${NO_TRACE}-${SPAN}-01`, 'An id of nothing but 0 is none (§3.2.2.3).'],
  [`00-${TRACE}-${NO_SPAN}-01`, 'An id of nothing but 0 is none (§3.2.2.4).'],
  [`01-${NO_TRACE}-${SPAN}-01`, 'An id of nothing but 0 is none, in every version.'],
  [`ff-${TRACE}-${SPAN}-01`, 'There is no version ff (§3.2.2.1).'],
  [`ff-${TRACE}-${SPAN}-01-more`, 'There is no version ff (§3.2.2.1).'],
  [`00-${TRACE}-${SPAN}-01-more`, 'Version 00 ends with the flags.'],
  [`00-${TRACE}-${SPAN}-01-`, 'Version 00 ends with the flags.'],
  [`00-${TRACE}-${SPAN}-012`, 'The flags have two digits.'],
  [`01-${TRACE}-${SPAN}-012`, 'What follows in a higher version begins with a "-".'],
  [`cc-${TRACE}-${SPAN}-01.more`, 'What follows in a higher version begins with a "-".'],
  [` 00-${TRACE}-${SPAN}-01`, 'It begins with the version.'],
  [`x00-${TRACE}-${SPAN}-01`, 'It begins with the version.'],
  [`00-${TRACE}-${SPAN}-01 `, 'It ends with the flags.'],
  [`00_${TRACE}_${SPAN}_01`, 'The parts are joined by "-".'],
  [`00-${TRACE}-${SPAN}-01,00-${TRACE}-${SPAN}-01`, 'Two of them are none.'],
];

task(1, () => {
  test('a traceparent is read', () => {
    for (const turn of ['', ', once more']) {
      const what = `parseTraceparent("00-…-…-01")${turn}`;
      expectSame(what, told(parseTraceparent(`00-${TRACE}-${SPAN}-01`)), GOOD, READ);
    }
    const context = parseTraceparent(`00-${TRACE}-${SPAN}-01`);
    expectSame('its properties', Object.keys(context!).sort(), ['sampled', 'spanId', 'traceId']);
    // Ids with a lot of 0 in them are ids.
    const traceId = `${'0'.repeat(31)}1`;
    const spanId = `1${'0'.repeat(15)}`;
    expectSame(
      'ids with many 0',
      told(parseTraceparent(`00-${traceId}-${spanId}-01`)),
      `trace ${traceId}, span ${spanId}, sampled true`,
      'Only an id of nothing but 0 is none.',
    );
  });

  test('flags: the lowest bit, and no other', () => {
    for (let flags = 0; flags < 256; flags++) {
      const text = flags.toString(16).padStart(2, '0');
      const sampled = parseTraceparent(`00-${TRACE}-${SPAN}-${text}`)?.sampled;
      const cause =
        'The flags are a number in hex, and each bit says something. We know the lowest one: flags & 1.';
      expectSame(`sampled, with the flags ${text}`, sampled, flags % 2 === 1, cause);
    }
  });

  test('what cannot be used', () => {
    for (const [text, cause] of UNUSABLE) {
      expectSame(`parseTraceparent(${shown(text)})`, told(parseTraceparent(text)), 'none', cause);
    }
  });

  test('versions to come', () => {
    for (const version of ['01', '0a', 'cc', 'fe', 'f0']) {
      for (const more of ['', '-more', '-1-2', `-${'z'.repeat(300)}`]) {
        const text = `${version}-${TRACE}-${SPAN}-01${more}`;
        const cause =
          'A higher version has the four parts where version 00 has them, and may go on with a "-" (§3.2.4).';
        expectSame(`parseTraceparent(${shown(text)})`, told(parseTraceparent(text)), GOOD, cause);
      }
    }
  });

  test('a traceparent is written', () => {
    for (const [sampled, flags] of [
      [true, '01'],
      [false, '00'],
    ] as const) {
      expectSame(
        `formatTraceparent, sampled ${sampled}`,
        formatTraceparent(contextOf(sampled)),
        `00-${TRACE}-${SPAN}-${flags}`,
        'Version 00, and no flag but that one.',
      );
    }
    const random = new Random(30);
    const ids = idsFrom((length) => random.bytes(length));
    for (let i = 0; i < 50; i++) {
      const context = {
        traceId: ids.traceId(),
        spanId: ids.spanId(),
        sampled: random.next() < 0.5,
      };
      const again = parseTraceparent(formatTraceparent(Object.freeze(context)));
      expectSame('what is written, read again', told(again), told(context));
    }
  });

  test('out of the metadata', () => {
    const good = `00-${TRACE}-${SPAN}-01`;
    const scenes: [what: string, values: string[], expected: string, cause: string][] = [
      ['none', [], 'none', 'Nobody has sent one.'],
      ['one', [good], GOOD, 'The one that is there.'],
      ['one that cannot be used', [`00-${NO_TRACE}-${SPAN}-01`], 'none', 'It is parsed.'],
      ['an empty one', [''], 'none', 'It is parsed.'],
      ['two', [good, `00-${TRACE}-00f067aa0ba902b7-01`], 'none', TWO],
      ['two that are the same', [good, good], 'none', TWO],
      ['one, and an empty one', [good, ''], 'none', TWO],
      ['one that cannot be used, and a good one', ['nonsense', good], 'none', TWO],
    ];
    for (const [what, values, expected, cause] of scenes) {
      const metadata = new Metadata();
      metadata.set('x-other', good);
      for (const value of values) metadata.append(TRACEPARENT, value);
      expectSame(`incomingContext: ${what}`, told(incomingContext(metadata)), expected, cause);
      expectSame(
        `traceparents in the metadata afterwards: ${what}`,
        metadata.getAll(TRACEPARENT),
        values,
        'The metadata is the caller’s. It is read, and stays as it is.',
      );
    }
  });

  test('a child', () => {
    for (const sampled of [true, false]) {
      const { ids, asked } = countedIds();
      const parent = contextOf(sampled);
      const child = childOf(parent, ids);
      expectSame(
        `childOf a parent with sampled ${sampled}`,
        told(child),
        `trace ${TRACE}, span ${spanNumber(1)}, sampled ${sampled}`,
        'The trace of its parent, a span id of its own, and whoever began the trace says whether it is recorded.',
      );
      expectSame('ids that were made', asked(), { traces: 0, spans: 1 }, ONLY_WHAT_IS_NEEDED);
    }
    const { ids, asked } = countedIds();
    expectSame(
      'childOf(undefined)',
      told(childOf(undefined, ids)),
      `trace ${traceNumber(1)}, span ${spanNumber(1)}, sampled true`,
      'Without a parent a trace begins, and it is recorded.',
    );
    expectSame('ids that were made', asked(), { traces: 1, spans: 1 }, ONLY_WHAT_IS_NEEDED);
    expectSame(
      'the next childOf(undefined)',
      told(childOf(undefined, ids)),
      `trace ${traceNumber(2)}, span ${spanNumber(2)}, sampled true`,
      'Each has ids of its own.',
    );
  });
});

const READ = 'Version, trace, span and flags, joined by "-".';
const TWO =
  'Two of them contradict each other, and nobody knows which is right: getAll has to give exactly one.';
const ONLY_WHAT_IS_NEEDED = 'An id is made only where one is needed.';

const traceNumber = (n: number) => `a${String(n).padStart(31, '0')}`;
const spanNumber = (n: number) => `b${String(n).padStart(15, '0')}`;

/** Ids that count. */
function countedIds(): { ids: SpanIds; asked(): { traces: number; spans: number } } {
  let [traces, spans] = [0, 0];
  const ids = {
    traceId: () => traceNumber(++traces),
    spanId: () => spanNumber(++spans),
  };
  return { ids, asked: () => ({ traces, spans }) };
}

// ---- task 2

const LESS_OR_EQUAL =
  'A bound belongs to its own bucket: the first bound that is not below the value (value <= bound).';
const COUNTED_UP =
  'Each number is how many were at most that bound; the last, how many there were.';

const PATHS = ['/ecommerce.OrderManagement/GetOrder', '/ecommerce.OrderManagement/SearchOrders'];
const GET = 'ecommerce.OrderManagement/GetOrder';
const SEARCH = 'ecommerce.OrderManagement/SearchOrders';

/** What there is of a number of calls, in words. */
const rowsOf = (metrics: CallMetrics) =>
  metrics.series.map(
    ({ method, status, durations }) => `${method} ${status} ${durations.count} × ${durations.sum}`,
  );

task(2, () => {
  test('values are sorted into buckets', () => {
    const bounds = Object.freeze([1, 2, 5]);
    const cases: [value: number, expected: number[]][] = [
      [0, [1, 1, 1, 1]],
      [0.5, [1, 1, 1, 1]],
      [1, [1, 1, 1, 1]],
      [1.001, [0, 1, 1, 1]],
      [2, [0, 1, 1, 1]],
      [4, [0, 0, 1, 1]],
      [5, [0, 0, 1, 1]],
      [5.001, [0, 0, 0, 1]],
      [1e9, [0, 0, 0, 1]],
    ];
    for (const [value, expected] of cases) {
      const histogram = new Histogram(bounds);
      histogram.observe(value);
      expectSame(
        `bounds 1, 2, 5: cumulative() after observe(${value})`,
        histogram.cumulative(),
        expected,
        bounds.includes(value) ? LESS_OR_EQUAL : COUNTED_UP,
      );
      expectSame(`sum after observe(${value})`, histogram.sum, value, 'this.#sum has all values.');
    }
    expectSame('cumulative() of nothing', new Histogram(bounds).cumulative(), [0, 0, 0, 0]);
  });

  test('many values, and two histograms', () => {
    const histogram = new Histogram([1, 2, 5]);
    const other = new Histogram([1, 2, 5]);
    const values = [0.25, 3, 1, 1.5, 8, 2, 0.5, 16, 4];
    for (const value of values) histogram.observe(value);
    other.observe(3);
    const expected = [3, 5, 7, 9];
    expectSame('cumulative() of nine values', histogram.cumulative(), expected, COUNTED_UP);
    expectSame('and once more', histogram.cumulative(), expected, KEEPS_ITS_COUNTS);
    expectSame('count', histogram.count, 9, KEEPS_ITS_COUNTS);
    expectSame('sum', histogram.sum, 36.25, 'The sum of the values, and not of their bounds.');
    expectSame('cumulative() of the other', other.cumulative(), [0, 0, 1, 1]);
    expectKept('what cumulative() gave', histogram.cumulative(), () => histogram.observe(1));
    histogram.cumulative().fill(0);
    expectSame(
      'cumulative() after somebody has changed the list',
      histogram.cumulative(),
      [4, 6, 8, 10],
      'The list that you give is the caller’s: make a new one each time.',
    );
    const none = new Histogram([]);
    none.observe(7);
    expectSame('cumulative() without bounds', none.cumulative(), [1], COUNTED_UP);
  });

  test('labels come from a list that we know', () => {
    const metrics = new CallMetrics(PATHS);
    const methods: [path: string, label: string][] = [
      [PATHS[0]!, GET],
      [PATHS[1]!, SEARCH],
      ['/ecommerce.OrderManagement/GetOrders', OTHER],
      ['/ecommerce.OrderManagement/getOrder', OTHER],
      ['/ecommerce.OrderManagement/GetOrder/', OTHER],
      ['/ecommerce.OrderManagement/GetOrder?id=7', OTHER],
      [GET, OTHER],
      [`/${PATHS[0]}`, OTHER],
      ['/constructor', OTHER],
      ['/', OTHER],
      ['', OTHER],
    ];
    for (const [path, label] of methods) {
      expectSame(`methodLabel(${shown(path)})`, metrics.methodLabel(path), label, KNOWN_ONLY);
    }
    for (const code of Object.values(Status)) {
      expectSame(`statusLabel(${code})`, metrics.statusLabel(code), statusName(code), BY_NAME);
    }
    for (const code of [17, 99, 200, -1, 1.5, Number.NaN, 1e9]) {
      expectSame(
        `statusLabel(${code})`,
        metrics.statusLabel(code),
        'UNKNOWN',
        'A peer may send any number. What is not in the table counts as UNKNOWN (statuscodes.md), or each number would be a row.',
      );
    }
  });

  test('a call begins, and ends', () => {
    const metrics = new CallMetrics(PATHS, [1, 2]);
    const first = metrics.begin(PATHS[0]!);
    const second = metrics.begin(PATHS[0]!);
    const third = metrics.begin(PATHS[1]!);
    const all = [
      [GET, 2],
      [SEARCH, 1],
    ];
    expectSame('started', [...metrics.started], all, 'A call is counted when it begins.');
    expectSame('running', [...metrics.running], all, 'It runs until it ends.');
    expectSame('rows', rowsOf(metrics), [], 'Before it ends nobody knows how long it takes.');
    second(Status.OK, 0.5);
    third(Status.CANCELLED, 8);
    expectSame(
      'running',
      [...metrics.running],
      [
        [GET, 1],
        [SEARCH, 0],
      ],
      'One that has ended runs no more.',
    );
    expectSame('rows', rowsOf(metrics), [`${GET} OK 1 × 0.5`, `${SEARCH} CANCELLED 1 × 8`], ROW);
    expectSame(
      'the row of the first method',
      metrics.series[0]!.durations.cumulative(),
      [1, 1, 1],
      'The seconds go into the histogram as they are.',
    );
    first(Status.NOT_FOUND, 0.25);
    expectSame(
      'rows',
      rowsOf(metrics),
      [`${GET} OK 1 × 0.5`, `${SEARCH} CANCELLED 1 × 8`, `${GET} NOT_FOUND 1 × 0.25`],
      ROW,
    );
    metrics.begin(PATHS[0]!)(Status.OK, 1.5);
    expectSame(
      'the first row',
      rowsOf(metrics)[0],
      `${GET} OK 2 × 2`,
      'One row for a pair of labels.',
    );
    expectSame(
      'started in the end',
      [...metrics.started],
      [
        [GET, 3],
        [SEARCH, 1],
      ],
      'started never goes down.',
    );
  });

  test('a call ends once', () => {
    const metrics = new CallMetrics(PATHS);
    const end = metrics.begin(PATHS[0]!);
    const other = metrics.begin(PATHS[0]!);
    end(Status.OK, 0.5);
    end(Status.OK, 0.5);
    end(Status.CANCELLED, 4);
    expectSame('running after one of two has ended, thrice', metrics.running.get(GET), 1, ONCE);
    expectSame('rows', rowsOf(metrics), [`${GET} OK 1 × 0.5`], ONCE);
    other(Status.OK, 0);
    expectSame('running', metrics.running.get(GET), 0, 'What has ended once belongs to one call.');
    expectSame('rows', rowsOf(metrics), [`${GET} OK 2 × 0.5`], 'A call that took no time counts.');
  });

  test('a scanner, and a peer with codes of its own', () => {
    const metrics = new CallMetrics(PATHS, [1]);
    for (let i = 0; i < 500; i++) metrics.begin(`/admin/try${i}`)(i + 12, 1);
    const methods = new Set(metrics.series.map(({ method }) => method));
    expectSame('methods of 500 paths that nobody has', [...methods], [OTHER], KNOWN_ONLY);
    const statuses = metrics.series.map(({ status }) => status).sort();
    expectSame(
      'statuses of 500 codes',
      statuses,
      ['DATA_LOSS', 'INTERNAL', 'UNAUTHENTICATED', 'UNAVAILABLE', 'UNIMPLEMENTED', 'UNKNOWN'],
      'Five of the codes are in the table, all others are UNKNOWN.',
    );
    expectSame('started', [...metrics.started], [[OTHER, 500]], KNOWN_ONLY);
    expectSame('running', [...metrics.running], [[OTHER, 0]], SAME_LABEL);
  });
});

const KEEPS_ITS_COUNTS = 'cumulative() only looks: the counts of the histogram stay as they are.';
const KNOWN_ONLY =
  'Only a path of the list has a name of its own; whatever else somebody calls is OTHER.';
const BY_NAME = 'The name of the code, as statusName says it.';
const ROW = 'A row for each pair of method and status, with the seconds of its calls.';
const ONCE = 'A call ends once. What comes after that does nothing.';
const SAME_LABEL = 'A call that ends is counted under the label under which it has begun.';

// ---- tasks 3 and 4

interface World {
  options: TelemetryOptions;
  spans: Span[];
  clock: FakeClock;
  /** What the metrics were told, in order. */
  counted: string[];
}

/** Telemetry with a clock that is moved by hand, ids that count, and metrics that write it down. */
function world(more: { report?: (span: Span) => unknown } = {}): World {
  const spans: Span[] = [];
  const clock = new FakeClock();
  const counted: string[] = [];
  // Not those of task 2: what is asked here is only when they are told.
  const metrics = {
    begin(path: string) {
      counted.push(`${path} begins`);
      return (code: number, seconds: number) => {
        counted.push(`${path} ends with ${statusName(code)} after ${seconds} s`);
      };
    },
  } as unknown as CallMetrics;
  const options: TelemetryOptions = {
    service: 'orders',
    metrics,
    clock,
    ids: countedIds().ids,
    report(span) {
      spans.push(span);
      return more.report?.(span);
    },
  };
  return { options: Object.freeze(options), spans, clock, counted };
}

/** A call without a wire. `end` ends it. */
function callOf(method: MethodDefinition, traceparents: readonly string[] = []) {
  let end: (status: StatusObject) => void = () => {};
  const ended = new Promise<StatusObject>((resolve) => {
    end = resolve;
  });
  const metadata = new Metadata();
  metadata.set('x-tenant', 'tea');
  for (const value of traceparents) metadata.append(TRACEPARENT, value);
  const context = new ContextValues();
  const call = { method, metadata, context, ended, options: {} as ClientCall['options'] };
  return { call, end };
}

type Made = ReturnType<typeof callOf>['call'];
type Interceptor = (
  request: unknown,
  call: never,
  next: (request: unknown, call: unknown) => Promise<unknown>,
) => Promise<unknown>;

/** What is further in: it writes down what it gets, and a test says what comes of it. */
function further() {
  const got: { request: unknown; call: unknown; span: SpanContext | undefined; sent: string[] }[] =
    [];
  let settle = { resolve: (_: unknown) => {}, reject: (_: unknown) => {} };
  const promise = new Promise<unknown>((resolve, reject) => {
    settle = { resolve, reject };
  });
  const next = (request: unknown, call: unknown) => {
    const { context, metadata } = call as Made;
    got.push({ request, call, span: context.get(currentSpan), sent: metadata.getAll(TRACEPARENT) });
    return promise;
  };
  return { got, next, settle, promise };
}

/** The one span of a call that is over. @param what the call, in words */
function spanOf(spans: readonly Span[], what: string): Span {
  check(spans.length > 0, `${what}: the call has ended, and no span was reported`, NO_SPAN_CAME);
  expectSame(`${what}: spans`, spans.length, 1, 'One span for a call.');
  return spans[0]!;
}

const NO_SPAN_CAME =
  'Every call that is sampled has a span: with a parent and without, well or not, as soon as call.ended resolves, and not when next is done.';

/** Both ends, where they have to do the same. */
const ENDS = {
  server: (options: TelemetryOptions) => serverTelemetry(options) as Interceptor,
  client: (options: TelemetryOptions) => clientTelemetry(options) as Interceptor,
} as const;

const TOO_EARLY =
  'What next gives of a stream is a stream that nobody has read yet. call.ended resolves when the call is over.';
const WAITS =
  'Who waits for call.ended before they return waits too long: a stream ends when it has been read. Say with then what is to be done, and go on.';
const AS_THEY_COME = 'next(request, call): telemetry looks on, and changes neither.';
const PASSED_BACK = 'return what next returns. Telemetry changes nothing.';
const AT_ONCE = 'A call that begins is counted at once: metrics.begin(path), before next.';
const SECONDS = 'The clock has milliseconds, metrics have seconds: (endMs - startMs) / 1_000.';
const OWN_SPAN = 'Each call has a context, a beginning and an end of its own.';

/** Ends that a call can have, and whether each end's span is marked as failed then. */
const ENDINGS: readonly [status: StatusObject, server: boolean, client: boolean][] = [
  [OK, false, false],
  [{ code: Status.CANCELLED, details: 'the reader left' }, false, true],
  [{ code: Status.NOT_FOUND, details: 'no such order' }, false, true],
  [{ code: Status.INTERNAL, details: 'a bug' }, true, true],
];

/** What both ends have to do; each in its own task. */
function sharedTests(kind: SpanKind): void {
  test.each([...ALL_KINDS].reverse())('%s: a span, when the call is over', async (calls) => {
    for (const [status, server, client] of ENDINGS) {
      const { options, spans, clock, counted } = world();
      const method = KINDS[calls];
      const { call, end } = callOf(method);
      const request = new CountedStream([]);
      const answer = method.responseStream ? new CountedStream([1, 2]) : {};
      const { got, next, settle: inner } = further();
      const startMs = clock.now();
      const running = watch(ENDS[kind](options)(request, call as never, next));
      expectSame(
        'the metrics, before anything has come',
        counted,
        [`${method.path} begins`],
        AT_ONCE,
      );
      await settled(running);
      check(
        got[0]?.request === request && got[0].call === call && got.length === 1,
        'next did not get the request and the call as they came, once',
        AS_THEY_COME,
      );
      clock.advance(40);
      inner.resolve(answer);
      await settled(running);
      check(running.state !== 'pending', 'next has answered, and the caller waits', WAITS);
      check(running.value === answer, 'the answer is another than that of next', PASSED_BACK);
      expectSame('spans before the call was over', spans.length, 0, TOO_EARLY);
      expectSame('what the metrics know before that', counted.length, 1, TOO_EARLY);
      clock.advance(210);
      end(status);
      await settled(running);
      clock.advance(1_000);
      await settle();
      const name = statusName(status.code);
      const { spanId, traceId, failed, ...rest } = spanOf(spans, `${calls}, ended with ${name}`);
      expectSame(
        `the span of a call that ended with ${name}`,
        rest,
        {
          parentId: undefined,
          service: 'orders',
          kind,
          name: method.path.slice(1),
          startMs,
          endMs: startMs + 250,
          code: status.code,
        },
        rest.endMs === startMs + 40 ? TOO_EARLY : 'From the call to its end, with how it ended.',
      );
      expectSame(
        `its ids`,
        [traceId, spanId],
        [traceNumber(1), spanNumber(1)],
        'Those of childOf.',
      );
      expectSame(
        `failed, of a ${kind}'s span that ended with ${name}`,
        failed,
        kind === 'server' ? server : client,
        'isFailure says it, by the kind of the span and the code.',
      );
      expectSame(
        'the metrics in the end',
        counted,
        [`${method.path} begins`, `${method.path} ends with ${name} after 0.25 s`],
        SECONDS,
      );
      const streams = [request, answer].filter((one) => one instanceof CountedStream);
      expectSame(
        'messages read',
        streams.reduce((sum, one) => sum + one.opened, 0),
        0,
        'Messages are for their readers; who reads them takes them away.',
      );
    }
  });

  test('what next does belongs to the call', async () => {
    const { options, spans, clock, counted } = world();
    const { call, end } = callOf(KINDS.unary);
    const startMs = clock.now();
    let known: string[] = [];
    const next = async () => {
      known = [...counted];
      // A handler that works before it waits for anything.
      clock.advance(30);
      return {};
    };
    watch(ENDS[kind](options)({}, call as never, next));
    await settle();
    end(OK);
    await settle();
    expectSame('the metrics, as next sees them', known, [`${call.method.path} begins`], AT_ONCE);
    const { startMs: began, endMs } = spanOf(spans, 'a handler that works for 30 ms at once');
    expectSame(
      'how long its span is',
      [began - startMs, endMs - began],
      [0, 30],
      'The clock is asked before next: what happens inside of it is part of the call.',
    );
  });

  test('a call that fails, and one whose end comes before the answer', async () => {
    const boom = new GrpcError(Status.UNAVAILABLE, 'gone');
    const failing = world();
    const first = callOf(KINDS.unary);
    const inner = further();
    const running = watch(ENDS[kind](failing.options)({}, first.call as never, inner.next));
    inner.settle.reject(boom);
    first.end({ code: Status.UNAVAILABLE, details: 'gone' });
    await settled(running);
    check(running.error === boom, 'the error of next does not come out', PASSED_BACK);
    expectSame(
      'spans',
      failing.spans.map(({ code }) => statusName(code)),
      ['UNAVAILABLE'],
      ANY_END,
    );
    const leaving = world();
    const second = callOf(KINDS['server streaming']);
    const never = further();
    const waiting = watch(ENDS[kind](leaving.options)({}, second.call as never, never.next));
    await settled(waiting);
    leaving.clock.advance(30);
    second.end({ code: Status.CANCELLED, details: 'the caller left' });
    await settled(waiting);
    expectSame(
      'spans of a call that its caller left, while next was not done',
      leaving.spans.map(({ code, startMs, endMs }) => `${statusName(code)} ${endMs - startMs} ms`),
      ['CANCELLED 30 ms'],
      'call.ended says when it is over, whoever ended it. next may never be done.',
    );
  });

  test('several calls at once', async () => {
    const { options, spans, clock, counted } = world();
    const interceptor = ENDS[kind](options);
    const calls = ALL_KINDS.map((calls) => callOf(KINDS[calls]));
    const seen: string[] = [];
    for (const { call } of calls) {
      const { next, got, settle: inner } = further();
      watch(interceptor({}, call as never, next));
      inner.resolve({});
      await settle();
      seen.push(kind === 'server' ? got[0]!.span!.spanId : got[0]!.sent[0]!.split('-')[2]!);
      clock.advance(10);
    }
    for (const { end } of calls.toReversed()) {
      end(OK);
      await settle();
      clock.advance(1);
    }
    expectSame('the contexts in the calls', seen, [1, 2, 3, 4].map(spanNumber), OWN_SPAN);
    expectSame(
      'their spans, the last call ending first',
      spans.map(({ spanId, startMs, endMs }) => `${spanId} ${endMs - startMs} ms`),
      [
        `${spanNumber(4)} 10 ms`,
        `${spanNumber(3)} 21 ms`,
        `${spanNumber(2)} 32 ms`,
        `${spanNumber(1)} 43 ms`,
      ],
      OWN_SPAN,
    );
    expectSame('traces', new Set(spans.map(({ traceId }) => traceId)).size, 4, OWN_SPAN);
    expectSame('what the metrics were told', counted.length, 8, OWN_SPAN);
  });

  test('who records hurts nobody', async () => {
    const boom = new Error('the disk is full');
    const reports: [what: string, report: () => unknown][] = [
      [
        'throws',
        () => {
          throw boom;
        },
      ],
      ['gives a promise that fails', () => Promise.reject(boom)],
    ];
    for (const [what, report] of reports) {
      const { options, spans, counted } = world({ report });
      let answer: unknown;
      const escaped = await unhandledIn(async () => {
        const { call, end } = callOf(KINDS.unary);
        const { next, settle: inner } = further();
        const running = watch(ENDS[kind](options)({}, call as never, next));
        end(OK);
        await settled(running);
        inner.resolve('the order');
        await settled(running);
        answer = running.value;
      });
      expectSame(`a report that ${what}: the answer`, answer, 'the order', RECORDS_ONLY);
      expectSame(`a report that ${what}: spans`, spans.length, 1, RECORDS_ONLY);
      expectSame(`a report that ${what}: the metrics`, counted.length, 2, RECORDS_ONLY);
      expectSame(`a report that ${what}: rejections that nobody has handled`, escaped, 0, ESCAPED);
    }
  });

  test('without ids and a clock of one’s own', async () => {
    const { options, spans } = world();
    const { ids: _, clock: __, ...byChance } = options;
    const interceptor = ENDS[kind](byChance as TelemetryOptions);
    for (let i = 0; i < 2; i++) {
      const { call, end } = callOf(KINDS.unary);
      end(OK);
      watch(interceptor({}, call as never, further().next));
      await settle();
    }
    const [a, b] = spans;
    check(
      a !== undefined && Number.isFinite(a.endMs - a.startMs),
      'a call without a clock of its own has no span with a beginning and an end',
      'systemClock is the clock then: const { clock = systemClock } = options.',
    );
    const areIds = /^[\da-f]{32}$/.test(a!.traceId) && /^[\da-f]{16}$/.test(a!.spanId);
    check(
      areIds && a!.traceId !== b!.traceId && a!.spanId !== b!.spanId,
      'two calls without ids of their own do not have two traces',
      'randomIds makes them: const { ids = randomIds } = options.',
    );
  });
}

const ANY_END = 'A call that fails has a span, as every other one has.';
const RECORDS_ONLY = 'runCallback(() => report(span), () => {}): the call is not to hear of it.';
const ESCAPED = 'A rejection that nobody handles ends the program.';

task(3, () => {
  test('whose failure is it?', () => {
    const ours = new Set<StatusCode>([2, 4, 12, 13, 14, 15]);
    for (const code of Object.values(Status)) {
      const name = statusName(code);
      expectSame(
        `isFailure("server", ${name})`,
        isFailure('server', code),
        ours.has(code),
        'A server’s span is marked if the server is at fault. SERVER_FAULTS has the codes.',
      );
      expectSame(
        `isFailure("client", ${name})`,
        isFailure('client', code),
        code !== Status.OK,
        'A client that did not get what it asked for has failed, whoever is at fault.',
      );
    }
  });

  test('the context that came with the call', async () => {
    const good = `00-${TRACE}-${SPAN}-01`;
    const scenes: [what: string, sent: string[], trace: string, parentId: string | undefined][] = [
      ['one', [good], TRACE, SPAN],
      ['none', [], traceNumber(1), undefined],
      ['one that cannot be used', ['00-nonsense'], traceNumber(1), undefined],
      ['two', [good, good], traceNumber(1), undefined],
    ];
    for (const [what, sent, traceId, parentId] of scenes) {
      const { options, spans } = world();
      const { call, end } = callOf(KINDS.unary, sent);
      const { got, next } = further();
      watch(ENDS.server(options)({}, call as never, next));
      await settle();
      const seen = got[0]?.span;
      const cause =
        seen === undefined || seen.spanId === SPAN
          ? 'call.context.set(currentSpan, context) before next: handlers, and the calls that they make, look there. It is the span of this call, and not its parent.'
          : seen.traceId !== traceId
            ? 'The trace is that of the traceparent, if there is exactly one that can be used (incomingContext). Otherwise a trace begins.'
            : 'childOf(parent, ids) makes the context, once for each call.';
      expectSame(
        `traceparent: ${what}. currentSpan, as next sees it`,
        told(seen),
        `trace ${traceId}, span ${spanNumber(1)}, sampled true`,
        cause,
      );
      expectSame(`traceparent: ${what}. In the metadata`, got[0]?.sent, sent, STAYS);
      end(OK);
      await settle();
      const { traceId: trace, spanId, parentId: parent } = spanOf(spans, `traceparent: ${what}`);
      expectSame(
        `traceparent: ${what}. trace, span and parent`,
        [trace, spanId, parent],
        [traceId, spanNumber(1), parentId],
        'Its parent is the span that the caller has named, if there is one that can be used.',
      );
    }
  });

  test('one that is not sampled', async () => {
    const { options, spans, counted } = world();
    const { call, end } = callOf(KINDS.unary, [`00-${TRACE}-${SPAN}-00`]);
    const { got, next } = further();
    watch(ENDS.server(options)({}, call as never, next));
    end(OK);
    await settle();
    expectSame(
      'currentSpan',
      told(got[0]?.span),
      `trace ${TRACE}, span ${spanNumber(1)}, sampled false`,
      'It goes on with the calls that the handler makes: so that all of the trace is left out, or none.',
    );
    expectSame('spans', spans, [], 'Whoever began the trace does not want it recorded.');
    expectSame('what the metrics were told', counted.length, 2, 'Metrics count every call.');
  });

  sharedTests('server');
});

const STAYS = 'The metadata is what the client has sent. It stays as it is.';

// ---- task 4

task(4, () => {
  test('whose child it is, and what goes out', async () => {
    const own = contextOf(true, '1111111111111111');
    const parents = contextOf(true, '2222222222222222');
    const scenes: [string, SpanContext | undefined, SpanContext | undefined | null, string][] = [
      ['its own context has a span', own, undefined, own.spanId],
      ['the call that it is made for has one', undefined, parents, parents.spanId],
      ['both have one', own, parents, own.spanId],
      ['it is made for a call that has none', undefined, null, 'none'],
      ['neither', undefined, undefined, 'none'],
    ];
    for (const [what, mine, theirs, parentId] of scenes) {
      const { options, spans } = world();
      const { call, end } = callOf(KINDS.unary);
      if (mine) call.context.set(currentSpan, mine);
      if (theirs !== undefined) {
        const context = new ContextValues();
        if (theirs) context.set(currentSpan, theirs);
        call.options = { parent: { context } as ServerCall };
      }
      const { got, next } = further();
      watch(ENDS.client(options)({}, call as never, next));
      end(OK);
      await settle();
      const trace = parentId === 'none' ? traceNumber(1) : TRACE;
      expectSame(
        `${what}: the parent of its span`,
        spanOf(spans, what).parentId ?? 'none',
        parentId,
        'First what stands in the call’s own context, then in that of its parent, and then nothing.',
      );
      expectSame(
        `${what}: what goes out`,
        got[0]?.sent,
        [`00-${trace}-${spanNumber(1)}-01`],
        got[0]?.sent[0]?.includes(parentId)
          ? 'The server’s span is a child of this one: send the id of this span, and not that of its parent.'
          : 'formatTraceparent(context), under the name TRACEPARENT, before next.',
      );
      expectSame(`${what}: the trace of its span`, spans[0]?.traceId, trace, OWN_SPAN);
      expectSame('x-tenant', call.metadata.getAll('x-tenant'), ['tea'], 'Other metadata stays.');
    }
  });

  test('what stood there before', async () => {
    const strange = `00-${'c'.repeat(32)}-${'d'.repeat(16)}-01`;
    for (const sent of [[strange], [strange, strange]]) {
      const { options, spans } = world();
      const { call, end } = callOf(KINDS.unary, sent);
      const { got, next } = further();
      watch(ENDS.client(options)({}, call as never, next));
      end(OK);
      await settle();
      expectSame(
        'the parent of its span',
        spanOf(spans, 'a traceparent stood there').parentId ?? 'none',
        'none',
        'On the way out a parent comes from the context, and not from the metadata.',
      );
      expectSame(
        `${sent.length} in the metadata already: what goes out`,
        got[0]?.sent,
        [`00-${traceNumber(1)}-${spanNumber(1)}-01`],
        'metadata.set puts one in place of all that were there. Two would count as none, and what stands there is often a copy of what came in.',
      );
    }
  });

  test('one context for several calls', async () => {
    const { options, spans } = world();
    const interceptor = ENDS.client(options);
    const context = new ContextValues().set(currentSpan, contextOf());
    for (let i = 0; i < 3; i++) {
      const { call, end } = callOf(KINDS.unary);
      end(OK);
      watch(interceptor({}, { ...call, context } as never, further().next));
      await settle();
    }
    expectSame(
      'the parents of three calls with the same context',
      spans.map(({ parentId }) => parentId),
      [SPAN, SPAN, SPAN],
      'A caller may give one context to all its calls. Who sets currentSpan in it makes each call a child of the one before.',
    );
  });

  test('one that is not sampled', async () => {
    const { options, spans, counted } = world();
    const { call, end } = callOf(KINDS.unary);
    call.context.set(currentSpan, contextOf(false));
    const { got, next } = further();
    watch(ENDS.client(options)({}, call as never, next));
    end(OK);
    await settle();
    expectSame(
      'what goes out',
      got[0]?.sent,
      [`00-${TRACE}-${spanNumber(1)}-00`],
      'It goes out all the same: otherwise the next server would begin a trace of its own.',
    );
    expectSame('spans', spans, [], 'Whoever began the trace does not want it recorded.');
    expectSame('what the metrics were told', counted.length, 2, 'Metrics count every call.');
  });

  sharedTests('client');

  test('from grpc-js through your server to grpc-js', async () => {
    const { spans, sent, received } = await throughStrangers();
    const client = spans.find(({ kind }) => kind === 'client');
    const server = spans.find(({ kind }) => kind === 'server');
    check(
      client !== undefined && server !== undefined,
      `${spans.length} spans came`,
      'One of the server, and one of its client.',
    );
    expectSame('the trace of your server’s span', server.traceId, sent.traceId, ACROSS);
    expectSame('its parent', server.parentId, sent.spanId, ACROSS);
    expectSame('the parent of your client’s span', client.parentId, server.spanId, ACROSS);
    expectSame(
      'what the last server got',
      received,
      [`00-${sent.traceId}-${client.spanId}-01`],
      ACROSS,
    );
  });
});

const ACROSS = 'One trace goes through all of them, and each span is a child of the one before.';

// ---- task 5

/** A span in a few words: when, and what is said besides. Frozen, as a recording is. */
function span(startMs: number, endMs: number, more: Partial<Span> = {}): Span {
  return Object.freeze({
    traceId: TRACE,
    spanId: SPAN,
    parentId: undefined,
    service: 'orders',
    kind: 'server',
    name: GET,
    startMs,
    endMs,
    code: Status.OK,
    failed: false,
    ...more,
  });
}

const list = (...spans: Span[]): readonly Span[] => Object.freeze(spans);
const inWords = (spans: readonly Span[]) =>
  spans.map(({ startMs, endMs }) => `${startMs} to ${endMs}`).join(', ') || 'none';

const BY_CODE = 'Look at the code: everything but OK did not go well.';
const PARTS_OF_MS =
  'A clock knows parts of a millisecond, too: add up lengths, and do not count milliseconds.';

/** One by one, so that nobody can be wrong in the same way. */
function countedMs(parent: Span, children: readonly Span[]): number {
  let own = 0;
  for (let ms = parent.startMs; ms < parent.endMs; ms++) {
    if (!children.some(({ startMs, endMs }) => startMs <= ms && ms < endMs)) own++;
  }
  return own;
}

task(5, () => {
  test('selfTime: what no child covers', () => {
    const parent = span(100, 200);
    const scenes: [children: readonly Span[], expected: number, cause: string][] = [
      [[], 100, 'Without children all of it is its own.'],
      [[span(100, 200)], 0, 'A child covers all of it.'],
      [[span(120, 150)], 70, 'What the child covers is not its own.'],
      [[span(120, 130), span(150, 170)], 70, 'Both are subtracted.'],
      [[span(150, 170), span(120, 130)], 70, 'Children come in any order.'],
      [[span(120, 150), span(140, 160)], 60, OVERLAP],
      [[span(120, 180), span(130, 140)], 40, OVERLAP],
      [[span(130, 140), span(120, 180)], 40, OVERLAP],
      [[span(120, 180), span(130, 140), span(150, 190)], 30, OVERLAP],
      [[span(120, 150), span(150, 160)], 60, 'One after the other.'],
      [[span(120, 150), span(120, 150)], 70, OVERLAP],
      [[span(150, 300)], 50, OUTSIDE],
      [[span(50, 150)], 50, OUTSIDE],
      [[span(0, 900)], 0, OUTSIDE],
      [[span(250, 300)], 100, OUTSIDE],
      [[span(0, 50)], 100, OUTSIDE],
      [[span(0, 50), span(10, 110)], 90, OUTSIDE],
      [[span(190, 300), span(250, 400)], 90, OUTSIDE],
      [[span(120.25, 130.75)], 89.5, PARTS_OF_MS],
      [[span(120.25, 130.75), span(130.5, 140.5)], 79.75, PARTS_OF_MS],
    ];
    for (const [children, expected, cause] of scenes) {
      const what = `selfTime of 100 to 200, children ${inWords(children)}`;
      expectSame(what, selfTime(parent, list(...children)), expected, cause);
    }
    expectSame('selfTime of 100 to 100', selfTime(span(100, 100), []), 0);
  });

  test('selfTime: any children', () => {
    const random = new Random(5);
    const parent = span(20, 60);
    for (let i = 0; i < 300; i++) {
      const children = Array.from({ length: random.integer(0, 6) }, () => {
        const startMs = random.integer(0, 80);
        return span(startMs, startMs + random.integer(0, 30));
      });
      const what = `selfTime of 20 to 60, children ${inWords(children)}`;
      expectSame(what, selfTime(parent, list(...children)), countedMs(parent, children), OVERLAP);
    }
  });

  test('wayTime: what the servers do not explain', () => {
    const client = { kind: 'client' } as const;
    const HOUR = 3_600_000;
    const scenes: [children: readonly Span[], expected: number, cause: string][] = [
      [[span(110, 190)], 20, 'The length of the client’s span, less that of the server’s.'],
      [[span(110 + HOUR, 190 + HOUR)], 20, CLOCKS],
      [[span(110 - HOUR, 190 - HOUR)], 20, CLOCKS],
      [[span(5_000, 5_010), span(9_000, 9_030)], 60, 'A call that was made again has two of them.'],
      [[span(100, 200)], 0, 'The server explains all of it.'],
    ];
    for (const [children, expected, cause] of scenes) {
      const what = `wayTime of 100 to 200, a server’s spans ${inWords(children)}`;
      expectSame(what, wayTime(span(100, 200, client), list(...children)), expected, cause);
    }
  });

  test('mostOfOne: calls of the same name', () => {
    const named = (...names: string[]) => list(...names.map((name, i) => span(i, i + 1, { name })));
    const scenes: [names: string[], expected: number][] = [
      [[], 0],
      [['a'], 1],
      [['a', 'b', 'c'], 1],
      [['a', 'b', 'a', 'c', 'a', 'b'], 3],
      [['b', 'b', 'a', 'a', 'a'], 3],
      [['constructor', 'constructor', '__proto__'], 2],
    ];
    for (const [names, expected] of scenes) {
      const what = `mostOfOne of ${names.join(', ') || 'nothing'}`;
      expectSame(what, mostOfOne(named(...names)), expected, 'Of the name that stands there most.');
    }
  });

  test('swallows: OK, although it was not', () => {
    const ok = (startMs: number, endMs: number, more = {}) => span(startMs, endMs, more);
    const bad = (startMs: number, endMs: number, more = {}) =>
      span(startMs, endMs, { code: Status.UNAVAILABLE, failed: true, ...more });
    const parent = span(0, 100);
    const scenes: [what: string, of: Span, children: Span[], expected: boolean, cause: string][] = [
      ['no calls', parent, [], false, NOTHING_LOST],
      ['a call that went well', parent, [ok(10, 20)], false, NOTHING_LOST],
      ['a call that failed', parent, [bad(10, 20)], true, SWALLOWED],
      ['one that the caller was told of', span(0, 100, { code: 14 }), [bad(10, 20)], false, TOLD],
      ['one, told with another code', span(0, 100, { code: 13 }), [bad(10, 20)], false, TOLD],
      ['NOT_FOUND from behind', parent, [bad(10, 20, { code: 5, failed: true })], true, SWALLOWED],
      ['a call that was CANCELLED', parent, [bad(10, 20, { code: 1 })], true, BY_CODE],
      [
        'a failure that is not marked as one',
        parent,
        [bad(10, 20, { failed: false })],
        true,
        BY_CODE,
      ],
      ['made again, and well', parent, [bad(10, 20), ok(30, 40)], false, AGAIN],
      ['made again at once', parent, [bad(10, 20), ok(20, 40)], false, AGAIN],
      ['in the other order', parent, [ok(30, 40), bad(10, 20)], false, AGAIN],
      ['made again twice', parent, [bad(10, 20), bad(21, 25), ok(30, 40)], false, AGAIN],
      ['made again, and failed', parent, [bad(10, 20), bad(30, 40)], true, SWALLOWED],
      ['one that went well before', parent, [ok(1, 5), bad(10, 20)], true, BEFORE],
      ['one beside it', parent, [bad(10, 20), ok(15, 40)], true, BEFORE],
      ['another one after it', parent, [bad(10, 20), ok(30, 40, { name: 'b' })], true, OTHER_NAME],
      ['the second of two', parent, [ok(10, 20), bad(30, 40, { name: 'b' })], true, SWALLOWED],
      [
        'two, of which one was made again',
        parent,
        [bad(10, 20), bad(10, 20, { name: 'b' }), ok(30, 40)],
        true,
        OTHER_NAME,
      ],
    ];
    for (const [what, of, children, expected, cause] of scenes) {
      expectSame(`swallows: ${what}`, swallows(of, list(...children)), expected, cause);
    }
  });

  test('isOutlived: who goes on', () => {
    const parent = span(0, 100);
    const scenes: [children: Span[], expected: boolean][] = [
      [[], false],
      [[span(10, 100)], false],
      [[span(10, 100 + AFTER_MS)], false],
      [[span(10, 100 + AFTER_MS + 1)], true],
      [[span(10, 20), span(30, 500)], true],
      [[span(30, 500), span(10, 20)], true],
      [[span(10, 20), span(30, 40)], false],
    ];
    for (const [children, expected] of scenes) {
      const what = `isOutlived of 0 to 100, children ${inWords(children)}`;
      const cause = `One that ends more than AFTER_MS (${AFTER_MS}) after the span, and not exactly so much.`;
      expectSame(what, isOutlived(parent, list(...children)), expected, cause);
    }
  });

  test('three servers, with one fault or none', async () => {
    const faults: (Fault | undefined)[] = [
      undefined,
      { kind: 'slow way', service: 'stock' },
      { kind: 'works on', service: 'orders' },
    ];
    for (const fault of faults) {
      const { spans } = await runSystem(30, fault);
      const found = findFaults(Object.freeze([...spans].reverse()));
      expectSame(
        `what is wrong, ${fault ? `with a ${fault.kind} planted` : 'with nothing planted'}`,
        found.map(({ kind, service }) => `${kind}: ${service}`),
        fault ? [`${fault.kind}: ${fault.service}`] : [],
        'The spans are those of your telemetry (tasks 1 to 4), the answers those of your five functions.',
      );
    }
  });
});

const OVERLAP = 'Time in which two children ran is subtracted once.';
const OUTSIDE = 'Only what lies within the span counts: a child may go on after its parent’s end.';
const CLOCKS =
  'The server has a clock of its own. Only what one clock has measured can be subtracted: take the length of each span.';
const NOTHING_LOST = 'Nothing went wrong.';
const SWALLOWED = 'The server has answered OK, and a call that it needed did not go well.';
const TOLD = 'The server did not answer OK: nothing was kept from its caller.';
const AGAIN = 'It was made again, and went well: that is how it should be.';
const BEFORE = 'That one began before the failed one had ended: it was not made because of it.';
const OTHER_NAME = 'A call of another name is another question.';
