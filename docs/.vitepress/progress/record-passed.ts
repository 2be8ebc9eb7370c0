import type { Verdict } from '#course/grading/verdict';
import { useBrowserProgress } from './browser-progress.ts';
import { type PassedInPage, PROGRESS_PATH } from './course-progress.ts';

/**
 * Writes down what passed in the page: in this browser, and, if the page is served from the
 * learner's own copy by `npm start`, where the course's commands write it down too.
 */
export function recordPassed(lesson: number, verdict: Verdict): void {
  const tasks = verdict.tasks.filter(({ state }) => state === 'passed').map(({ number }) => number);
  if (tasks.length === 0) return;
  useBrowserProgress().markPassed(lesson, tasks);
  if (!import.meta.env.DEV) return;
  const body: PassedInPage = { lesson, tasks };
  void fetch(PROGRESS_PATH, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}
