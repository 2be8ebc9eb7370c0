import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { ROOT } from '#course/paths';

/**
 * The digest of every skeleton as it was last derived, by its path below exercises/.
 *
 * exercises/ belongs to the learner, so nothing can be read off it: a text there that is not the
 * skeleton may be a solution half written, also in a commit of the learner's own. These digests
 * stand where no learner writes. `npm run skeletons` writes them together with exercises/, and a
 * test compares them with solutions/: so a solution that was changed, and its skeleton not, is
 * noticed, and a learner's work never is.
 */
export type Digests = Record<string, string>;

const DIGESTS_FILE = 'solutions/skeletons.json';

export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

export function readDigests(): Digests {
  const file = `${ROOT}${DIGESTS_FILE}`;
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Digests) : {};
}

export function writeDigests(digests: Digests): void {
  writeFileSync(`${ROOT}${DIGESTS_FILE}`, `${JSON.stringify(digests, null, 2)}\n`);
}
