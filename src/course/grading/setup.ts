import { writeSync } from 'node:fs';
import { afterEach, beforeEach } from 'vitest';
import { taskNumber } from '#course/kit/task-name';
import { jobIn } from './batch.ts';
import { REPORT_FD, type Report } from './report.ts';

/**
 * Runs in the thread of the tests, before the suite is loaded. Everything is written at once and
 * synchronously: an endless loop in the subject leaves no later chance.
 */
function send(report: Report): void {
  writeSync(REPORT_FD, `${JSON.stringify(report)}\n`);
}

send({ type: 'load' });

beforeEach(({ task: { name, suite, file } }) => {
  const task = taskNumber(suite?.name ?? '');
  const job = jobIn(file.filepath) ?? 0;
  if (task !== undefined) send({ type: 'begin', job, task, test: name });
});

afterEach(({ task: { name, suite, file, result } }) => {
  const task = taskNumber(suite?.name ?? '');
  const job = jobIn(file.filepath) ?? 0;
  const passed = result?.state !== 'fail';
  if (task !== undefined) send({ type: 'end', job, task, test: name, passed });
});
