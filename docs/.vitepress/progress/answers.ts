import { isRecord } from './course-progress.ts';

/** What a reader has answered, by lesson and question: the number of an answer, or typed bytes. */
type Answers = Record<string, Record<string, string>>;

const KEY = 'rpc-from-scratch.answers';

/** The last answers to the questions of a lesson, by their ids. */
export function loadAnswers(lesson: number): Record<string, string> {
  const stored = load()[lesson] ?? {};
  return Object.fromEntries(Object.entries(stored).filter(([, one]) => typeof one === 'string'));
}

export function keepAnswer(lesson: number, question: string, answer: string): void {
  const answers = load();
  answers[lesson] = { ...answers[lesson], [question]: answer };
  try {
    localStorage.setItem(KEY, JSON.stringify(answers));
  } catch {
    // Private windows may forbid it; the page works on, and forgets.
  }
}

function load(): Answers {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    if (isRecord(stored) && Object.values(stored).every(isRecord)) return stored as Answers;
  } catch {
    // What cannot be read counts as nothing.
  }
  return {};
}
