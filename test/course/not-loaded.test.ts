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
const placed = (await loadExercises()).find(({ entry }) => entry.number === 3)!;
const solution = solutionFiles(placed);
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
  outcomes = await runJobs([...subjects.values()].map(({ job }) => job));
}, 60_000);
afterAll(() => scratch.remove());

function verdictOn(name: string): { text: string; states: string[] } {
  const verdict = judge(placed.exercise, outcomes.get(subjects.get(name)!.job.name)!);
  const text = drawVerdict(placed.exercise, verdict, {
    title: '3',
    folder: 'exercises/03-framing',
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

test('a syntax error says where, and no task has failed', () => {
  const { text, states } = verdictOn('syntax');
  expect(text).toContain('could not be loaded: Expected ")"');
  expect(text).not.toContain('Likely');
  expect(states).toEqual(['unknown', 'unknown', 'unknown', 'unknown', 'unknown']);
});
