import { writeSync } from 'node:fs';
import { afterEach, beforeEach } from 'vitest';
import { taskNumber } from '../kit/task.ts';
import { REPORT_FD, type Report } from './report.ts';

/**
 * Runs in the thread of the tests, before the suite is loaded. Everything is written at once and
 * synchronously: an endless loop in the subject leaves no later chance.
 */
const job = process.env.COURSE_JOB ?? '';

function send(report: Report): void {
  writeSync(REPORT_FD, `${JSON.stringify(report)}\n`);
}

send({ type: 'load' });

beforeEach(({ task: { name, suite } }) => {
  const task = taskNumber(suite?.name ?? '');
  if (task !== undefined) send({ type: 'begin', job, task, test: name });
});

afterEach(({ task: { name, suite, result } }) => {
  const task = taskNumber(suite?.name ?? '');
  const passed = result?.state !== 'fail';
  if (task !== undefined) send({ type: 'end', job, task, test: name, passed });
});
