/** How fast messages are encoded and decoded: generated code against others, in one process. */
import type { Report } from './calls.ts';
import { loadCases } from './codec-cases.ts';
import { type Contestant, compare, type Effort, type Result } from './rounds.ts';

/** Its `static-module`, generated and compiled like ours. */
export const CODEC_BASE = 'protobufjs';

/** What was made is kept here, so that no compiler can leave the work out. */
export let kept: unknown;

export async function measureCodecs(effort: Effort, report: Report): Promise<void> {
  for (const { name, codecs } of await loadCases()) {
    for (const direction of ['encode', 'decode'] as const) {
      const contestants: Contestant[] = codecs.map((codec) => ({
        name: codec.name,
        async run(ms) {
          globalThis.gc?.();
          return repeat(codec[direction], ms);
        },
      }));
      const shape = { name: `${direction} ${name}`, warmUp: 20_000 };
      report(await compare(shape, contestants, CODEC_BASE, effort));
    }
  }
}

/** Runs for about `ms`; the clock is asked about once a millisecond. */
function repeat(work: () => unknown, ms: number): Result {
  const start = performance.now();
  let count = 0;
  let batch = 1;
  while (true) {
    for (let i = 0; i < batch; i++) kept = work();
    count += batch;
    const elapsed = performance.now() - start;
    if (elapsed >= ms) return { count, ms: elapsed };
    batch = Math.max(1, Math.floor(count / elapsed));
  }
}
