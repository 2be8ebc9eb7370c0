import { isRecord } from '../progress/course-progress.ts';
import type { PageFile } from './page-exercise.ts';

/**
 * What a learner has written, kept in this browser. A file that is still its skeleton is not kept;
 * so whatever is here is the learner's own, and nothing but the learner throws it away.
 */
export interface Draft {
  text: string;
  /** The digest of the skeleton that it was begun with. */
  base: string;
  /** What was here before the learner took the skeleton, or a file, in its place. */
  before?: string;
}

export type Drafts = Record<string, Draft>;

const keyOf = (folder: string) => `rpc-from-scratch.draft.${folder}`;

/** What cannot be understood is put aside, never overwritten. */
export function loadDrafts(folder: string, storage: Storage): Drafts {
  const stored = storage.getItem(keyOf(folder));
  if (stored === null) return {};
  try {
    const drafts: unknown = JSON.parse(stored);
    if (isRecord(drafts) && Object.values(drafts).every(isDraft)) return drafts as Drafts;
  } catch {
    // Not even JSON: it counts as JSON that says something else.
  }
  storage.setItem(`${keyOf(folder)}.damaged`, stored);
  return {};
}

function isDraft(value: unknown): value is Draft {
  return isRecord(value) && typeof value.text === 'string' && typeof value.base === 'string';
}

/** @throws what the browser throws if it keeps nothing, or no more */
export function saveDrafts(folder: string, drafts: Drafts, storage: Storage): void {
  storage.setItem(keyOf(folder), JSON.stringify(drafts));
}

/** Whether an event of the storage is about these drafts: another tab has written them. */
export const concerns = (folder: string, { key }: StorageEvent) => key === keyOf(folder);

/** The drafts, with `text` as that of `file`. */
export function withText(drafts: Drafts, { file, skeleton }: PageFile, text: string): Drafts {
  const { [file]: known, ...others } = drafts;
  if (text === skeleton && known?.before === undefined) return others;
  return { ...others, [file]: { base: digest(skeleton), ...known, text } };
}

/** The drafts, with `text` in the place of what was there, which is kept beside it. */
export function replaced(drafts: Drafts, page: PageFile, text: string): Drafts {
  const before = textOf(drafts, page);
  if (before === text) return accepted(drafts, page);
  const draft: Draft = { text, base: digest(page.skeleton) };
  if (before !== page.skeleton) draft.before = before;
  return withText({ ...drafts, [page.file]: draft }, page, text);
}

/** The drafts, with the skeleton as it is now taken for the one that the draft was begun with. */
export function accepted(drafts: Drafts, { file, skeleton }: PageFile): Drafts {
  const known = drafts[file];
  return known === undefined ? drafts : { ...drafts, [file]: { ...known, base: digest(skeleton) } };
}

export function textOf(drafts: Drafts, { file, skeleton }: PageFile): string {
  return drafts[file]?.text ?? skeleton;
}

/** Whether the skeleton has changed since this draft was begun. */
export function isOutdated(drafts: Drafts, { file, skeleton }: PageFile): boolean {
  const known = drafts[file];
  return known !== undefined && known.base !== digest(skeleton);
}

/** Enough to tell one text from the next (FNV-1a, 32 bits, and the length). */
export function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return `${(hash >>> 0).toString(16)}-${text.length}`;
}
