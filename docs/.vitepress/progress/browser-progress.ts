import { reactive, readonly } from 'vue';
import { isRecord } from './course-progress.ts';

/** What this browser remembers of the reader, by lesson number; nothing leaves it. */
export type BrowserProgress = Record<string, ReadingProgress>;

export interface ReadingProgress {
  /** When the end of the page was reached. */
  read?: string;
  /** Questions answered rightly, by their id. */
  answered: string[];
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
  return { progress: readonly(state), markRead, markAnswered };
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

function entry(lesson: number): ReadingProgress {
  state[lesson] ??= { answered: [] };
  return state[lesson];
}

/** Takes what has the right shape; a browser that keeps nothing is no error. */
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
    state[number] = {
      ...(typeof value.read === 'string' && { read: value.read }),
      answered: answered.filter((id) => typeof id === 'string'),
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
