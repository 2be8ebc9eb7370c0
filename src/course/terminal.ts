import picocolors from 'picocolors';
import { DEFAULT_WIDTH } from '#inspect/draw/draw';
import { type Paint, plain } from '#inspect/draw/paint';

/** Wider lines do not read well, and narrower ones leave no room beside the bytes. */
const MAX_WIDTH = 100;
const MIN_WIDTH = 40;

/** Columns to write on: the terminal's, within reason. In a container it may say that it has none. */
export function terminalWidth(): number {
  const columns = process.stdout.columns || DEFAULT_WIDTH;
  return Math.min(Math.max(columns, MIN_WIDTH), MAX_WIDTH);
}

/** Colours if the output is a terminal that wants them (https://no-color.org), otherwise none. */
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

/**
 * Waits until the person at the keyboard wants to go on: Enter or space. On a terminal a key is
 * enough; from a pipe a line is read, and its end is as good as Enter.
 * @returns `false` for `q`, Ctrl-C, or if `signal` is aborted
 */
export function waitForKey(signal: AbortSignal): Promise<boolean> {
  const { stdin } = process;
  return new Promise((resolve) => {
    if (stdin.readableEnded || signal.aborted) return resolve(!signal.aborted);
    const finish = (goOn: boolean) => {
      if (stdin.isTTY) stdin.setRawMode(false);
      closeInput(read);
      stdin.off('end', end);
      signal.removeEventListener('abort', stop);
      resolve(goOn);
    };
    const end = () => finish(true);
    const stop = () => finish(false);
    const read = (data: Buffer) => {
      const keys = data.toString().toLowerCase();
      if (keys.includes('\x03')) process.kill(process.pid, 'SIGINT');
      else if (keys.includes('q')) finish(false);
      else if (/[\r\n ]/.test(keys)) finish(true);
    };
    if (stdin.isTTY) stdin.setRawMode(true);
    stdin.on('end', end);
    signal.addEventListener('abort', stop);
    openInput(read);
  });
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
