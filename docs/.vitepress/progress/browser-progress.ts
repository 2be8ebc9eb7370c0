import { reactive, readonly } from 'vue';
import { isRecord } from './course-progress.ts';

/** What this browser remembers of the reader, by lesson number; nothing leaves it. */
export type BrowserProgress = Record<string, ReadingProgress>;

export interface ReadingProgress {
  /** When the page was last opened. */
  opened?: string;
  /** When the end of the page was reached. */
  read?: string;
  /** Questions answered rightly, by their id. */
  answered: string[];
  /** Tasks of the exercise that passed in the page, by number. */
  passed?: number[];
}

const KEY = 'rpc-from-scratch.progress';

const state = reactive<BrowserProgress>({});
let loaded = false;

/** The state, kept in step with localStorage from the first call on. Call it when mounted. */
export function useBrowserProgress() {
  if (!loaded) {
    loaded = true;
    load();
    // Another tab of the course may be open.
    window.addEventListener('storage', ({ key }) => key === KEY && load());
  }
  return { progress: readonly(state), markOpened, markRead, markAnswered, markPassed };
}

/** Where to go on: the lesson that was opened last, or the one behind it once that is read. */
export function findNext<Lesson extends { number: number }>(
  lessons: readonly Lesson[],
  progress: Readonly<Record<string, Pick<ReadingProgress, 'opened' | 'read'>>>,
): Lesson | undefined {
  const opened = (lesson: Lesson) => progress[lesson.number]?.opened ?? '';
  const at = lessons.reduce((last, one, i) => (opened(one) > opened(lessons[last]!) ? i : last), 0);
  const isRead = progress[lessons[at]?.number ?? 0]?.read !== undefined;
  return (isRead ? lessons[at + 1] : undefined) ?? lessons[at];
}

function markOpened(lesson: number): void {
  entry(lesson).opened = new Date().toISOString();
  save();
}

function markRead(lesson: number): void {
  entry(lesson).read ??= new Date().toISOString();
  save();
}

function markAnswered(lesson: number, question: string): void {
  const { answered } = entry(lesson);
  if (answered.includes(question)) return;
  answered.push(question);
  save();
}

function markPassed(lesson: number, tasks: readonly number[]): void {
  const passed = new Set([...(entry(lesson).passed ?? []), ...tasks]);
  entry(lesson).passed = [...passed].sort((a, b) => a - b);
  save();
}

function entry(lesson: number): ReadingProgress {
  state[lesson] ??= { answered: [] };
  return state[lesson];
}

/** Takes what has the right shape; a browser that keeps nothing is not an error. */
function load(): void {
  let stored: unknown;
  try {
    stored = JSON.parse(localStorage.getItem(KEY) ?? '{}');
  } catch {
    return;
  }
  if (!isRecord(stored)) return;
  for (const [number, value] of Object.entries(stored)) {
    if (!isRecord(value)) continue;
    const answered = Array.isArray(value.answered) ? value.answered : [];
    const passed = Array.isArray(value.passed) ? value.passed : [];
    state[number] = {
      ...(typeof value.opened === 'string' && { opened: value.opened }),
      ...(typeof value.read === 'string' && { read: value.read }),
      answered: answered.filter((id) => typeof id === 'string'),
      passed: passed.filter((task) => Number.isInteger(task)),
    };
  }
}

function save(): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(state));
  } catch {
    // Private windows may forbid it; the page works on, and forgets.
  }
}
