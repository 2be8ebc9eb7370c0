import { type Spread, spreadOf } from './statistics.ts';

/** How long everything takes. */
export interface Effort {
  readonly rounds: number;
  /** Of one contestant in one round. */
  readonly ms: number;
  /** The most that a contestant may take to warm up. */
  readonly warmUpMs: number;
}

/** Something that is measured, once a round. */
export interface Contestant {
  readonly name: string;
  run(ms: number): Promise<Result>;
}

export interface Result {
  readonly count: number;
  readonly ms: number;
  /** Processor time of both ends, if it is known. */
  readonly cpuMs?: number;
}

export interface Figure {
  shape: string;
  contestant: string;
  /** Calls, or messages, or whatever was counted. */
  perSecond: number;
  /** To the base, round by round. */
  ratio: Spread;
  /** Milliseconds of processor time, of both ends together, for 10,000. */
  cpuMsPer10k?: number | undefined;
  /** How many times as much the base needs. Others who use the machine disturb this the least. */
  cpuRatio?: Spread | undefined;
  /** The same two ratios to each of the others, by name. */
  against: Record<string, { speed: Spread; cpu: Spread | undefined }>;
}

/**
 * Measures all contestants in turns (A B C A B C …): a slow moment of the machine then hits all
 * alike. A round gives one ratio to the base for each; what counts is the ratios' median, and
 * their lowest and highest say how far to trust it.
 */
export async function compare(
  shape: { name: string; warmUp: number },
  contestants: readonly Contestant[],
  base: string,
  effort: Effort,
): Promise<Figure[]> {
  for (const contestant of contestants) await warmUp(contestant, shape.warmUp, effort);
  const runs = new Map<string, Result[]>(contestants.map(({ name }) => [name, []]));
  for (let round = 0; round < effort.rounds; round++) {
    for (const { name, run } of contestants) runs.get(name)!.push(await run(effort.ms));
  }
  const baseline = runs.get(base)!.map(speed);
  const baseCpu = runs.get(base)!.map(cpu);
  const timed = [...runs.values()].flat().every((run) => run.cpuMs !== undefined);
  return contestants.map(({ name }) => {
    const mine = runs.get(name)!;
    const speeds = mine.map(speed);
    const others = [...runs].filter(([other]) => other !== name);
    const against = others.map(([other, theirs]) => [
      other,
      {
        speed: spreadOf(mine.map((run, i) => speed(run) / speed(theirs[i]!))),
        cpu: timed ? spreadOf(mine.map((run, i) => cpu(theirs[i]!) / cpu(run))) : undefined,
      },
    ]);
    return {
      against: Object.fromEntries(against),
      shape: shape.name,
      contestant: name,
      perSecond: Math.round(spreadOf(speeds).median),
      ratio: spreadOf(speeds.map((speed, i) => speed / baseline[i]!)),
      cpuMsPer10k: timed ? Math.round(spreadOf(mine.map(cpu)).median) : undefined,
      cpuRatio: timed ? spreadOf(mine.map((run, i) => baseCpu[i]! / cpu(run))) : undefined,
    };
  });
}

/** Slow ones need as many calls as fast ones until their code is compiled, and so more time. */
async function warmUp(contestant: Contestant, atLeast: number, effort: Effort): Promise<void> {
  const end = performance.now() + effort.warmUpMs;
  for (let count = 0; count < atLeast && performance.now() < end; ) {
    count += (await contestant.run(Math.min(effort.ms, effort.warmUpMs / 4))).count;
  }
}

/** Milliseconds for 10,000. */
function cpu({ count, cpuMs = 0 }: Result): number {
  return (cpuMs / count) * 10_000;
}

function speed({ count, ms }: Result): number {
  return (count / ms) * 1000;
}
