import { drawTable } from '#course/lesson/draw-table';
import type { Stage } from '#course/lesson/stage';
import { UserError } from '#course/user-error';
import { findFaults } from '#grpc/telemetry/find-faults';
import type { Span } from '#grpc/telemetry/span';
import { faultOf, MOST, pick, SUSPECTS } from './cases.ts';
import { type Recording, runSystem } from './system.ts';
import { drawWaterfall, tracesOf } from './waterfall.ts';

/** `--mystery [seed]`: a system with a planted fault, and what the tools have written down. */
export async function showMystery(stage: Stage, given: string | boolean): Promise<void> {
  const seed = given === true ? 1 : Number(given);
  if (!/^\d+$/.test(String(seed)) || seed < 1 || seed > MOST) {
    throw new UserError(`--mystery takes a number from 1 to ${MOST}`);
  }
  const fault = faultOf(seed);
  const recording = await runSystem(seed, fault);
  await stage.scene(`Case ${seed}: something is wrong`);
  stage.say(
    'The shop asks orders, orders asks stock, stock asks prices: 24 calls. Some of them end badly also when all is well: the shop leaves some early, some orders do not exist, and now and then prices is UNAVAILABLE. One of six faults has been planted, at one of the three:',
  );
  for (const [kind, what] of Object.entries(SUSPECTS)) stage.step(kind, what);

  await stage.scene('Metrics');
  stage.print(drawMetrics(recording));
  await stage.scene('Traces');
  showTraces(stage, recording.spans);
  await stage.scene('Logs');
  stage.say('What was written about the first call that did not go well:');
  const failed = tracesOf(recording.spans).find((trace) => trace.some(({ code }) => code !== 0));
  const [first] = failed ?? [];
  if (first !== undefined) {
    const lines = recording.logs.filter((line) => line.includes(first.traceId));
    stage.step('trace', first.traceId);
    stage.print(drawLogs(lines));
  }
  stage.say('What is wrong, and where? Say it before you go on.');

  await stage.scene('The answer');
  stage.say('Five questions, asked of every span (task 5 of the exercise), say:');
  for (const { kind, service } of findFaults(recording.spans)) stage.step(kind, `at ${service}`);
  stage.say('Planted was:');
  stage.step(fault.kind, `at ${fault.service}: ${SUSPECTS[fault.kind]}`);
  stage.say(`Another case: npm run lesson 30 -- --mystery ${seed + 1}`);
}

/** Lines of a log, without the names that stand in each. */
function drawLogs(lines: readonly string[]): string {
  const rows = lines.map((line) => {
    const { service, kind, status, ms, span } = JSON.parse(line) as Record<string, unknown>;
    return [service, kind, status, `${ms} ms`, span].map(String);
  });
  return drawTable([['service', 'kind', 'status', 'took', 'span'], ...rows]);
}

/** What each program says of its own calls, and of those that it makes. */
export function drawMetrics({ metrics }: Recording): string {
  const rows = [['who', 'as', 'status', 'calls', '≤ 50 ms', '≤ 100 ms', 'more']];
  for (const [service, ends] of metrics) {
    for (const kind of ['server', 'client'] as const) {
      for (const { status, durations } of ends[kind].series) {
        const upTo = (seconds: number) =>
          durations.cumulative()[durations.bounds.indexOf(seconds)] ?? 0;
        const counts = [durations.count, upTo(0.05), upTo(0.1), durations.count - upTo(0.1)];
        rows.push([service, kind, status, ...counts.map(String)]);
      }
    }
  }
  return drawTable(rows);
}

function showTraces(stage: Stage, spans: readonly Span[]): void {
  const traces = tracesOf(spans);
  const begins = new Map<string, number>();
  for (const [first] of traces) {
    const who = `${first!.service} ${first!.kind}`;
    begins.set(who, (begins.get(who) ?? 0) + 1);
  }
  for (const [who, count] of begins) stage.step(`${count} traces`, `begin with: ${who}`);
  for (const [what, trace] of pick(traces)) {
    stage.say(`${what}:`);
    stage.print(drawWaterfall(trace));
  }
}
