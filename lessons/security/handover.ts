import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { STATE_FOLDER } from '#course/paths';
import { UserError } from '#course/user-error';
import { connectTcp } from '#transport/tcp';

const FOLDER = join(STATE_FOLDER, 'handover');
const fileOf = (lesson: number, port: number) => join(FOLDER, `${lesson}-${port}.json`);

/**
 * Leaves for a lesson's client, in another terminal, what it has to be set up with: whom to trust,
 * and its secret. In a file that nobody else on this machine can read, until the server ends; it is
 * worth nothing later, because all that is in it was made for this run.
 *
 * @param what goes through JSON
 * @returns takes it away again; the end of the process does so, too
 */
export function handOver(lesson: number, port: number, what: object): () => void {
  const file = fileOf(lesson, port);
  mkdirSync(FOLDER, { recursive: true, mode: 0o700 });
  // One that somebody else has put there would keep its owner, and its readers.
  rmSync(file, { force: true });
  writeFileSync(file, JSON.stringify(what), { mode: 0o600, flag: 'wx' });
  const remove = () => rmSync(file, { force: true });
  process.once('exit', remove);
  return () => {
    process.off('exit', remove);
    remove();
  };
}

/**
 * What the lesson's server at this address has left.
 * @throws the system's error if nobody listens there; UserError if it is somebody else
 */
export async function takeOver<What>(
  lesson: number,
  { host, port }: { host: string; port: number },
): Promise<What> {
  // Is anybody there? A server that was killed leaves its file behind.
  (await connectTcp({ host, port })).destroy();
  try {
    return JSON.parse(readFileSync(fileOf(lesson, port), 'utf8')) as What;
  } catch {
    throw new UserError(
      `what listens at port ${port} is not the server of lesson ${lesson}, or not on this machine: it has left nothing for its client`,
      1,
    );
  }
}
