import type { CreditRule } from '../../../../lessons/14-flow-control/receiver.ts';
import { type Sample, simulate } from '../../../../lessons/14-flow-control/simulate.ts';

/** What the reader of the page sets. */
export interface FlowSettings {
  /** How fast each of the two streams is read, in octets a millisecond. */
  readers: [first: number, second: number];
  /** Of each stream, as a place in `WINDOWS`. */
  window: number;
  /** Of the connection, as a place in `CONNECTION_WINDOWS`. */
  connectionWindow: number;
  /** One way. */
  delayMs: number;
  credit: CreditRule;
}

export const WINDOWS = [16_384, 32_768, 65_535, 131_072, 262_144, 524_288];
export const CONNECTION_WINDOWS = [65_535, 131_072, 262_144, 1_048_576];
/** 50 Mbit/s: 6,250 octets a millisecond. */
export const LINE_OCTETS_PER_MS = 6_250;
export const FASTEST_READER = 6_000;
export const FOR_MS = 600;

const calm: FlowSettings = {
  readers: [6_000, 6_000],
  window: 2,
  connectionWindow: 3,
  delayMs: 20,
  credit: 'received',
};

export const FLOW_PRESETS = {
  both: calm,
  stopped: { ...calm, readers: [0, 6_000] },
  starved: { ...calm, readers: [0, 6_000], connectionWindow: 0, credit: 'read' },
  far: { ...calm, delayMs: 80 },
  large: { ...calm, window: 5 },
} satisfies Record<string, FlowSettings>;

export type FlowPreset = keyof typeof FLOW_PRESETS;

/** What holds a stream up. */
export type Held = 'reader' | 'window' | 'connection' | 'line';

export interface FlowResult {
  samples: Sample[];
  streams: { id: number; rate: number; held: Held }[];
}

/** Runs the two downloads: the same settings give the same result. */
export function runFlow(settings: FlowSettings): FlowResult {
  const window = WINDOWS[settings.window]!;
  const samples = simulate({
    line: { delayMs: settings.delayMs, octetsPerMs: LINE_OCTETS_PER_MS },
    window,
    connectionWindow: CONNECTION_WINDOWS[settings.connectionWindow]!,
    connectionCredit: settings.credit,
    readers: settings.readers,
    forMs: FOR_MS,
  });
  const streams = settings.readers.map((reader, i) => {
    const octets = samples.at(-1)!.streams[i]!.received - half(samples).streams[i]!.received;
    const rate = (octets * 1000) / (FOR_MS / 2);
    return { id: 2 * i + 1, rate, held: heldBy(samples, i, reader) };
  });
  return { samples, streams };
}

const half = (samples: readonly Sample[]) => samples[FOR_MS / 2 - 1]!;

/** By what a stream was held up in the second half of the run, most of the time. */
function heldBy(samples: readonly Sample[], stream: number, reader: number): Held {
  const later = samples.slice(FOR_MS / 2);
  const often = (isIt: (sample: Sample) => boolean) => later.filter(isIt).length > later.length / 2;
  if (reader === 0 && often(({ streams }) => streams[stream]!.unread > 0)) return 'reader';
  if (often(({ streams }) => streams[stream]!.unread >= reader)) return 'reader';
  if (often(({ connectionLeft }) => connectionLeft <= 0)) return 'connection';
  const total = later.at(-1)!.streams.reduce((sum, { received }) => sum + received, 0);
  const before = half(samples).streams.reduce((sum, { received }) => sum + received, 0);
  const isFull = (total - before) / (FOR_MS / 2) > 0.95 * LINE_OCTETS_PER_MS;
  return isFull ? 'line' : 'window';
}

/** A line through what `value` was, moment by moment, in a box of 100 × 100. */
export function curve(
  samples: readonly Sample[],
  most: number,
  value: (sample: Sample) => number,
): string {
  return samples
    .filter(({ at }) => at % 4 === 0)
    .map((sample) => {
      const x = (100 * sample.at) / FOR_MS;
      return `${x.toFixed(1)},${(100 - (100 * value(sample)) / most).toFixed(1)}`;
    })
    .join(' ');
}
