import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import type { Span } from '#grpc/telemetry/span';
import { startCollector } from './collector.ts';
import { startTrio } from './trio.ts';
import { drawWaterfall, tracesOf } from './waterfall.ts';

/** When no span has come for so long, all of a call have come. */
const QUIET_MS = 1_500;

/** The three services and their collector, which draws each trace when its spans have come. */
export async function startServer({ host, port, log }: ServerOptions): Promise<RunningServer> {
  let waiting: Span[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const draw = () => {
    for (const trace of tracesOf(waiting)) {
      log(`trace ${trace[0]!.traceId}`);
      for (const row of drawWaterfall(trace).split('\n')) log(`│ ${row}`);
    }
    waiting = [];
  };
  const collector = await startCollector({
    onSpans(spans) {
      waiting.push(...spans);
      clearTimeout(timer);
      timer = setTimeout(draw, QUIET_MS);
    },
  });
  try {
    const trio = await startTrio({ collector: collector.port, host, port, log });
    return {
      host,
      port: trio.port,
      async close() {
        clearTimeout(timer);
        await trio.close();
        await collector.close();
      },
    };
  } catch (error) {
    await collector.close();
    throw error;
  }
}
