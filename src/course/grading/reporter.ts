import { writeSync } from 'node:fs';
import { relative } from 'node:path';
import type { SerializedError, UserConsoleLog } from 'vitest';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { taskNumber } from '#course/kit/task-name';
import { ROOT } from '#course/paths';
import { jobIn } from './batch.ts';
import {
  describeError,
  type ErrorReport,
  type Place,
  REPORT_FD,
  type Report,
  type TestReport,
} from './report.ts';

/** Vitest's reporter of a graded run: it prints nothing and reports to the watching process. */
export default class GradingReporter implements Reporter {
  onUserConsoleLog({ content }: UserConsoleLog) {
    send({ type: 'printed', text: content });
  }

  onTestModuleEnd(module: TestModule) {
    send({ type: 'whole', ...reportModule(module, []) });
  }

  onTestRunEnd(modules: ReadonlyArray<TestModule>, unhandled: ReadonlyArray<SerializedError>) {
    for (const module of modules) send({ type: 'done', ...reportModule(module, unhandled) });
    if (modules.length === 0) {
      send({ type: 'done', tests: [], errors: unhandled.map(reportError) });
    }
  }
}

function reportModule(module: TestModule, unhandled: ReadonlyArray<SerializedError>) {
  // Where several jobs share a process, a stray error belongs to the one that was running.
  const { moduleId } = module;
  const stray = unhandled.filter(({ VITEST_TEST_PATH: path = moduleId }) => path === moduleId);
  return {
    job: jobIn(moduleId) ?? 0,
    tests: [...module.children.allTests()].map(reportTest),
    errors: [...module.errors(), ...stray].map(reportError),
  };
}

function send(report: Report): void {
  // A pipe takes what fits and may take less than all: writeSync says how much.
  const bytes = new TextEncoder().encode(`${JSON.stringify(report)}\n`);
  for (let written = 0; written < bytes.length; ) {
    written += writeSync(REPORT_FD, bytes, written);
  }
}

function reportTest(test: TestCase): TestReport {
  const { state, errors } = test.result();
  const parent = test.parent;
  const error = errors?.[0];
  return {
    task: (parent.type === 'suite' ? taskNumber(parent.name) : undefined) ?? 0,
    name: test.name,
    passed: state === 'passed',
    ms: test.diagnostic()?.duration ?? 0,
    ...(error && { error: reportError(error) }),
  };
}

function reportError(error: SerializedError): ErrorReport {
  const syntax = syntaxErrorIn(error.message ?? '');
  return describeError(error, syntax?.at ?? placeOf(error), syntax?.message);
}

/** The compiler's message and place out of a text like `/path/frame.ts:22:59: ERROR: Expected ")"`. */
function syntaxErrorIn(text: string): { message: string; at: Place } | undefined {
  const match = /^(\S.*?):(\d+):(\d+): ERROR: (.*)$/m.exec(text);
  if (match === null) return undefined;
  const [, file = '', line, column, message = ''] = match;
  // The compiler counts columns from 0, people from 1.
  const at = {
    file: pathOf(file),
    line: Number(line),
    column: Number(column) + 1,
  };
  return { message, at };
}

/** An error that no test caught comes with its stack as text only. */
function framesOf(stack: string): Place[] {
  return [...stack.matchAll(/^ {4}at (?:.*\()?(?:file:\/\/)?(\/.*?):(\d+):(\d+)\)?$/gm)].map(
    ([, file = '', line, column]) => ({ file, line: Number(line), column: Number(column) }),
  );
}

/** The innermost line of the subject that the error came through. */
function placeOf(error: SerializedError): Place | undefined {
  // A file that could not be compiled: the compiler says where.
  const loc = error.loc as { file?: string; line?: number; column?: number } | undefined;
  const id = error.id as string | undefined;
  const frames = [
    ...(loc?.line === undefined
      ? []
      : [{ file: loc.file ?? id ?? '', line: loc.line, column: (loc.column ?? 0) + 1 }]),
    ...(error.stacks ?? framesOf(error.stack ?? '')),
  ];
  const ours = frames
    .map(({ file, line, column }) => ({ file: pathOf(file), line, column }))
    .filter(({ file }) => /^(exercises|solutions|\.course\/subjects)\//.test(file));
  return ours[0];
}

/** From the repository, without what a runner adds. */
function pathOf(file: string): string {
  return relative(ROOT, file).replace(/\?.*$/, '');
}
