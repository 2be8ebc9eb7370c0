import { existsSync, readFileSync } from 'node:fs';
import { type CatalogueEntry, loadExercise, loadLesson } from '#course/catalogue';
import type { Exercise } from '#course/exercise/exercise';
import { ROOT } from '#course/paths';
import { loadMistakes, otherWays } from '../course/subjects.ts';

const MISTAKES = 5;
const QUESTIONS = 3;
const EXPERIMENTS = 2;

/**
 * What a lesson still lacks, a line each, with the step of CONTRIBUTING.md ("How to add a lesson")
 * that says what it has to be. Nothing: it is whole, as far as that can be counted.
 */
export async function missingParts(entry: CatalogueEntry): Promise<string[]> {
  const { folder } = entry;
  const files = [
    [3, `lessons/${folder}/server.ts`],
    [3, `lessons/${folder}/client.ts`],
    [3, `lessons/${folder}/lesson.ts`],
    [4, `solutions/${folder}/exercise.ts`],
    [6, `test/graded/${folder}.test.ts`],
    [7, `test/graded/${folder}.mistakes.ts`],
    [8, `docs/lessons/${folder}.md`],
    [8, `docs/lessons/${folder}.quiz.ts`],
  ] as const;
  const absent = files.filter(([, file]) => !existsSync(`${ROOT}${file}`));
  if (absent.length > 0) return absent.map(([step, file]) => `step ${step}: there is no ${file}`);
  const exercise = await loadExercise(entry);
  return [
    ...(await ofTheRun(entry)),
    ...ofTheExercise(exercise),
    ...(await ofTheProof(entry, exercise)),
    ...(await ofThePage(entry)),
  ];
}

/** Whether somebody has begun to write it: anything of it is there. */
export function isBegun({ folder }: CatalogueEntry): boolean {
  const places = [`lessons/${folder}`, `solutions/${folder}`, `docs/lessons/${folder}.md`];
  return places.some((place) => existsSync(`${ROOT}${place}`));
}

async function ofTheRun(entry: CatalogueEntry): Promise<string[]> {
  const { experiments, traces } = await loadLesson(entry);
  return when(
    [
      experiments.length < EXPERIMENTS,
      `step 3: ${experiments.length} of ${EXPERIMENTS} experiments`,
    ],
    [Object.keys(traces).length === 0, 'step 3: no trace to record'],
  );
}

function ofTheExercise({ pieces, tasks }: Exercise): string[] {
  return when(
    [pieces.length === 0, 'step 4: the exercise has no piece'],
    [tasks.length < 2 || tasks.length > 5, `step 4: ${tasks.length} tasks; two to five are wanted`],
    ...tasks.map(
      ({ hints, title }): Check => [
        hints.some((hint) => hint === ''),
        `step 4: an empty hint for '${title}'`,
      ],
    ),
  );
}

async function ofTheProof(entry: CatalogueEntry, { tasks, pieces }: Exercise): Promise<string[]> {
  const mistakes = await loadMistakes(entry);
  const others = Object.entries(otherWays(entry));
  const ours = (file: string) =>
    code(readFileSync(`${ROOT}solutions/${entry.folder}/${file}`, 'utf8'));
  const copies = others.filter(([file, text]) =>
    pieces.some((piece) => piece.file === file && ours(file) === code(text)),
  );
  return when(
    [mistakes.length < MISTAKES, `step 7: ${mistakes.length} of ${MISTAKES} classic mistakes`],
    ...tasks.map(
      (_, i): Check => [
        !mistakes.some(({ task }) => task === i + 1),
        `step 7: task ${i + 1} has no classic mistake`,
      ],
    ),
    [others.length === 0, 'step 7: no correct solution written another way'],
    ...copies.map(([file]): Check => [true, `step 7: the other way of ${file} is a copy of ours`]),
  );
}

async function ofThePage({ folder, number }: CatalogueEntry): Promise<string[]> {
  const page = readFileSync(`${ROOT}docs/lessons/${folder}.md`, 'utf8');
  const quiz = (await import(`${ROOT}docs/lessons/${folder}.quiz.ts`)) as { default: unknown[] };
  const has = (what: string | RegExp, text: string): Check => [
    typeof what === 'string' ? !page.includes(what) : !what.test(page),
    `step 8: the page has no ${text}`,
  ];
  const blocks = [...page.matchAll(/^```sh\n(npm run lesson \d+[\s\S]*?)\n```\n\n(.*)/gm)];
  const silent = blocks.filter(([, , next = '']) => !next.startsWith('Look '));
  return when(
    [quiz.default.length < QUESTIONS, `step 8: ${quiz.default.length} of ${QUESTIONS} questions`],
    has(`lessons/${folder}/`, 'excerpt and no trace of its run'),
    has(/<Q[a-z]+ /, 'quiz'),
    has(`npm run lesson ${number}`, `\`npm run lesson ${number}\``),
    has(`npm run exercise ${number}`, `\`npm run exercise ${number}\``),
    has('What the article said', 'section on what the article said'),
    has('## Sources', 'sources'),
    has(`from '../../solutions/${folder}/exercise.ts'`, 'import of its exercise'),
    has('<BuildIt :exercise="exercise" />', 'exercise to do in it'),
    ...silent.map(
      ([, command]): Check => [
        true,
        `step 8: the page does not say what to look for in ${command}`,
      ],
    ),
  );
}

type Check = [isMissing: boolean, line: string];

function when(...checks: Check[]): string[] {
  return checks.filter(([isMissing]) => isMissing).map(([, line]) => line);
}

/** A text without its comments and layout: what is left when two are compared. */
function code(text: string): string {
  return text.replace(/\/\*.*?\*\/|\/\/[^\n]*/gs, '').replace(/\s+/g, '');
}
