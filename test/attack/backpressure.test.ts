import { expect, test, vi } from 'vitest';
import { Process } from './process.ts';

/**
 * A slow reader stops the sender, end to end. Both ends run in one child process; one sends as
 * much as it is let, the other reads one message and stops. Then what was made is counted, and
 * what is held is measured.
 */
vi.setConfig({ testTimeout: 60_000 });

const MEGABYTE = 1024 * 1024;
/** Kernel buffers of two sockets, windows of 512 KiB, high-water marks of both ends. */
const MADE_BOUND = 32 * MEGABYTE;
const HELD_BOUND = 16 * MEGABYTE;
/** After so much has been read, slowly, no more may be held than in the beginning. */
const DRIFT_BOUND = 6 * MEGABYTE;

test.each(['down', 'up', 'both'])('%s: memory is flat with a slow reader', async (kind) => {
  await using child = new Process('./slow-reader.ts', [kind]);
  const stuck = await child.next<{ made: number; held: number }>();
  expect(stuck.made).toBeLessThan(MADE_BOUND);
  expect(stuck.held).toBeLessThan(HELD_BOUND);
  const later = await child.next<{ made: number; held: number; read: number }>();
  expect(later.read).toBeGreaterThan(64 * MEGABYTE);
  expect(later.held - stuck.held).toBeLessThan(DRIFT_BOUND);
  // It ends by itself: no timer and no socket is left.
  expect(await child.exited).toBe(0);
});
