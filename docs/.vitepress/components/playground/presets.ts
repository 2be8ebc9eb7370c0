import { encodeUtf8 } from '#bytes/utf8';
import { LENGTH_SIZE } from '#framing/frame';
import type { Draft } from './stream.ts';

export const PRESETS = ['inLength', 'whole', 'single', 'glued', 'lying', 'broken'] as const;
export type Preset = (typeof PRESETS)[number];

/** The largest length that four bytes can announce: 4 GiB, and nothing behind it. */
export const LONGEST = 2 ** 32 - 1;

/** The messages and the cuts that show one thing each. */
export function setUp(
  preset: Preset,
  samples: readonly string[],
): { drafts: Draft[]; cuts: number[] } {
  const drafts: Draft[] = samples.map((text) => ({ text }));
  const ends: number[] = [];
  for (const { text } of drafts) ends.push((ends.at(-1) ?? 0) + LENGTH_SIZE + sizeOf(text));
  const total = ends.at(-1) ?? 0;
  const between = ends.slice(0, -1);
  const last = drafts.at(-1);
  switch (preset) {
    case 'whole':
      return { drafts, cuts: between };
    case 'single':
      return { drafts, cuts: Array.from({ length: total - 1 }, (_, i) => i + 1) };
    case 'glued':
      return { drafts, cuts: [] };
    case 'inLength':
      return { drafts, cuts: [2, ...between.map((end) => end + 3)] };
    case 'lying':
      if (drafts[1]) drafts[1].announced = LONGEST;
      return { drafts, cuts: between };
    case 'broken':
      if (last) last.announced = sizeOf(last.text) + 5;
      return { drafts, cuts: between };
  }
}

export const sizeOf = (text: string) => encodeUtf8(text).length;
