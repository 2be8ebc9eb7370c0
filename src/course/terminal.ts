import picocolors from 'picocolors';
import { DEFAULT_WIDTH } from '#inspect/draw';
import { type Paint, plain } from '#inspect/paint';

/** Columns to write on: the terminal's, but no wider than what reads well. */
export function terminalWidth(): number {
  return Math.min(process.stdout.columns ?? DEFAULT_WIDTH, 100);
}

/** Colours where there is a terminal that wants them (https://no-color.org), else none. */
export function terminalPaint(): Paint {
  // Not picocolors' own guess, which also colours pipes in CI.
  const wanted =
    (process.stdout.isTTY && !process.env.NO_COLOR && process.env.TERM !== 'dumb') ||
    (process.env.FORCE_COLOR !== undefined && process.env.FORCE_COLOR !== '0');
  if (!wanted) return plain;
  const colors = picocolors.createColors(true);
  return {
    strong: colors.bold,
    faint: colors.dim,
    client: colors.cyan,
    server: colors.magenta,
    good: colors.green,
    bad: colors.red,
  };
}

/** Begins to read what is typed, or piped in. */
export function openInput(read: (data: Buffer) => void): void {
  (process.stdin as Partial<Referenced>).ref?.();
  process.stdin.on('data', read).resume();
}

/** Reads no more. A pipe that is paused would still keep the process from ending. */
export function closeInput(read: (data: Buffer) => void): void {
  process.stdin.off('data', read).pause();
  (process.stdin as Partial<Referenced>).unref?.();
}

/** What a terminal and a pipe can do, and a file cannot. */
interface Referenced {
  ref(): void;
  unref(): void;
}
