import { createInterface } from 'node:readline/promises';
import { findLesson, loadCatalogue, loadExercise } from '#course/catalogue';
import { keepAside, readExerciseFile, writeSkeleton } from '#course/exercise/files';
import { UserError } from '#course/user-error';

/** `npm run reset N`: back to the skeleton; what was there is kept and its place told. */
export async function reset(
  wanted: string | undefined,
  { yes = false }: { yes?: boolean },
): Promise<void> {
  if (wanted === undefined) throw new UserError('which exercise? For example: npm run reset 3');
  const entry = findLesson(await loadCatalogue(), wanted);
  const files = (await loadExercise(entry)).pieces.map((piece) =>
    readExerciseFile(entry.folder, piece),
  );
  const changed = files.filter((file) => file.mine !== file.skeleton);
  if (changed.length === 0) {
    console.log(`exercises/${entry.folder} is as it was on the first day; nothing to do`);
    return;
  }
  if (!yes)
    await confirm(
      `Put the skeleton back into ${changed.map((file) => `exercises/${file.path}`).join(' and ')}?`,
    );
  const now = new Date();
  for (const file of changed) {
    if (file.mine !== undefined) {
      console.log(`your text is kept in ${keepAside(file, now)}`);
    }
    writeSkeleton(file);
    console.log(`exercises/${file.path} is the skeleton again`);
  }
}

async function confirm(question: string): Promise<void> {
  if (!process.stdin.isTTY) {
    throw new UserError('nobody is here to ask; add -- --yes to do it without asking');
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const interrupted = new AbortController();
  terminal.on('SIGINT', () => interrupted.abort());
  try {
    const answer = await terminal.question(`${question} [y/N] `, { signal: interrupted.signal });
    if (/^y(es)?$/i.test(answer.trim())) return;
  } catch {
    console.log();
  } finally {
    terminal.close();
  }
  throw new UserError('nothing was changed', 1);
}
