import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from '#course/paths';
import { terminalWidth } from '#course/terminal';

/** Frames of a stack: `at push (file:///course/exercises/03-framing/frame.ts:12:5)`. */
const FRAMES = /^\s+at (?:.*\()?((?:file:\/\/)?(?:\/|[A-Z]:).*?):(\d+):(\d+)\)?$/gm;

/**
 * What an error says if it came through a file of the learner's, and where: without our own stack,
 * which is nothing that they wrote. `undefined` if it is not theirs.
 */
export function tellLearnerError(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  for (const [, file = '', line, column] of (error.stack ?? '').matchAll(FRAMES)) {
    const plain = file.startsWith('file:') ? fileURLToPath(file) : file;
    const path = relative(ROOT, plain).replaceAll('\\', '/');
    const folder = /^exercises\/(\d+)-/.exec(path);
    if (folder === null) continue;
    const code = lineOf(path, Number(line))?.slice(0, terminalWidth() - 5);
    return [
      `your code threw ${error.name}: ${error.message}`,
      `  at ${path}:${line}:${column}`,
      ...(code ? [`     ${code}`] : []),
      `To see what it should do:  npm run exercise ${Number(folder[1])}`,
    ].join('\n');
  }
  return undefined;
}

const REFUSED = ['EROFS', 'EACCES', 'EPERM', 'ENOSPC'];

/** What an error says that comes from a checkout which cannot be written to; otherwise `undefined`. */
export function tellUnwritable(error: unknown): string | undefined {
  const { syscall = '', code = '', path = '' } = error as NodeJS.ErrnoException;
  // Node says of a folder that it cannot make that it is not there.
  const isRefused = REFUSED.includes(code) || (code === 'ENOENT' && syscall.startsWith('mkd'));
  return isRefused && path.startsWith(ROOT)
    ? `${path} cannot be written (${code}). Is this folder read-only, or another user’s?`
    : undefined;
}

function lineOf(path: string, line: number): string | undefined {
  try {
    return readFileSync(`${ROOT}${path}`, 'utf8').split('\n')[line - 1]?.trim();
  } catch {
    return undefined;
  }
}
