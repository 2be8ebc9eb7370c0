import { writeSync } from 'node:fs';
import { beforeEach } from 'vitest';
import { taskNumber } from '../kit/task.ts';
import { REPORT_FD, type Report } from './report.ts';

/** Says which test begins, at once and synchronously: an endless loop leaves no later chance. */
beforeEach(({ task: { name, suite } }) => {
  const task = taskNumber(suite?.name ?? '');
  if (task === undefined) return;
  const report: Report = { type: 'begin', job: process.env.COURSE_JOB ?? '', task, test: name };
  writeSync(REPORT_FD, `${JSON.stringify(report)}\n`);
});
