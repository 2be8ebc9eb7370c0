import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadExercises } from '#course/exercise/switch';
import { drawVerdict } from '#course/grading/draw-verdict';
import { type Outcomes, runJobs } from '#course/grading/run-jobs';
import { judge } from '#course/grading/verdict';
import { createScratch, type Subject, solutionFiles, writeSubject } from './subjects.ts';

/**
 * A slip that keeps a file from being used at all is one message, and not a red mark for each task
 * and a cause that was never looked at.
 */
const exercises = await loadExercises();
const placed = exercises.find(({ entry }) => entry.number === 3)!;
const solution = solutionFiles(placed);
/** An exercise in which a later task uses what an earlier one exports. */
const chained = exercises.find(({ entry }) => entry.number === 22)!;
/** An exercise in which a task needs two exports of one file. */
const paired = exercises.find(({ entry }) => entry.number === 29)!;
const scratch = createScratch();
const subjects = new Map<string, Subject>();
let outcomes: Outcomes;

const changed = (name: string, find: string, replacement: string) => {
  const text = (solution['frame.ts'] ?? '').replace(find, replacement);
  subjects.set(name, writeSubject(scratch.folder, placed, name, { ...solution, 'frame.ts': text }));
};

beforeAll(async () => {
  changed('not-exported', 'export function encodeFrame', 'function encodeFrame');
  changed('misspelt', 'export class FrameDecoder', 'export class FrameDecodr');
  changed('syntax', 'frame.set(payload, LENGTH_SIZE);', 'frame.set(payload, LENGTH_SIZE;');
  const files = solutionFiles(chained);
  const hidden = (files['after-end.ts'] ?? '').replace('export function', 'function');
  const withoutIt = { ...files, 'after-end.ts': hidden };
  subjects.set('used-later', writeSubject(scratch.folder, chained, 'used-later', withoutIt));
  const two = solutionFiles(paired);
  const without = (two['probe.ts'] ?? '').replace('export function probe(', 'function probe(');
  const oneOfTwo = { ...two, 'probe.ts': without };
  subjects.set('one-of-two', writeSubject(scratch.folder, paired, 'one-of-two', oneOfTwo));
  outcomes = await runJobs([...subjects.values()].map(({ job }) => job));
}, 60_000);
afterAll(() => scratch.remove());

function verdictOn(name: string): { text: string; states: string[] } {
  const { job, entry } = subjects.get(name)!;
  const { exercise } = [placed, chained, paired].find((one) => one.entry === entry)!;
  const verdict = judge(exercise, outcomes.get(job.name)!);
  const text = drawVerdict(exercise, verdict, {
    title: `${entry.number}`,
    folder: `exercises/${entry.folder}`,
  });
  return { text: text.replace(/\s+/g, ' '), states: verdict.tasks.map(({ state }) => state) };
}

test('an export that is forgotten is named, and only what needs it is not reached', () => {
  const { text, states } = verdictOn('not-exported');
  expect(text).toContain('encodeFrame is imported by others');
  expect(text).not.toContain('Likely');
  expect(states).toEqual(['unknown', 'passed', 'passed', 'passed', 'passed']);
});

test('a class whose name is spelt another way', () => {
  const { text, states } = verdictOn('misspelt');
  expect(text).toContain('FrameDecoder is imported by others');
  expect(text).not.toContain('Likely');
  expect(states).toEqual(['passed', 'unknown', 'unknown', 'unknown', 'passed']);
});

test('an export that a later task uses as well: the first cause is told, not what follows', () => {
  const { text, states } = verdictOn('used-later');
  expect(text).toContain('afterEnd is imported by others');
  expect(text).not.toContain('Likely');
  expect(states).toEqual(['passed', 'unknown', 'passed', 'passed', 'failed']);
});

test('an export without which only a part of a task fails', () => {
  const { text, states } = verdictOn('one-of-two');
  expect(text).toContain('what a probe says');
  expect(text).toContain('probe is imported by others');
  expect(states).toEqual(['passed', 'passed', 'passed', 'failed']);
});

test('a syntax error says where, and no task has failed', () => {
  const { text, states } = verdictOn('syntax');
  expect(text).toContain('could not be loaded: Expected ")"');
  expect(text).not.toContain('Likely');
  expect(states).toEqual(['unknown', 'unknown', 'unknown', 'unknown', 'unknown']);
});
