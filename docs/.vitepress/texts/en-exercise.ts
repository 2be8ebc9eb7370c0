/** The words of an exercise in the page; those of a verdict are the grader's own. */
export const exerciseTexts = {
  tasks: (title: string) => `The tasks of “${title}”`,
  task: (number: number) => `Task ${number}`,
  states: {
    passed: 'passed',
    failed: 'not right yet',
    'not-yet': 'not written yet',
    unknown: 'not reached',
  },
  in: 'in',
  hint: (number: number, of: number) => `Hint ${number} of ${of}`,
  hintOf: (task: number) => `for task ${task}`,
  skeleton: (file: string) => `The skeleton: ${file}`,
  begin: 'Write it here',
  goOn: 'Go on writing here',
  loading: 'Fetching the editor…',
  notLoaded: 'The editor could not be fetched. Are you offline?',
  narrow:
    'This screen is narrow for writing code: read the tasks and the skeleton here, and write on a larger one.',
  needs: {
    node: 'This exercise is about programs that open connections, which a page cannot do: it is checked in the terminal.',
    typescript:
      'The grader has TypeScript’s compiler look at what you emit, and runs it: it is checked in the terminal.',
    other: (needs: string) =>
      `The grader needs ${needs}: this exercise is checked in the terminal.`,
  } as Record<string, string> & { other: (needs: string) => string },
  inTerminal: (lesson: number) => `npm run exercise ${lesson}`,
  files: 'Files',
  editor: (file: string) => `Your ${file}`,
  check: 'Check',
  checking: 'Checking…',
  keys: 'Ctrl+Enter checks. Tab leaves the editor; Ctrl+] indents, Ctrl+[ takes it back.',
  kept: 'What you write stays in this browser.',
  notKept: 'This browser keeps nothing of it: save your files before you leave the page.',
  save: (file: string) => `Save ${file}`,
  open: 'Open files…',
  opened: (files: string) => `Opened ${files}. What was here before is kept.`,
  notOurs: (file: string, ours: string) =>
    `${file} is not a file of this exercise. It has: ${ours}.`,
  tooLarge: (file: string) => `${file} is too large for a file of this exercise.`,
  restart: 'Back to the skeleton',
  before: 'Back to what I had',
  changed: (file: string) =>
    `The skeleton of ${file} has changed since you began. Your text is as you left it.`,
  keepMine: 'Keep mine',
  takeNew: 'Take the new skeleton',
  verdict: 'The verdict',
  passed: 'All tasks pass.',
  someLeft: (passed: number, of: number) => `${passed} of ${of} tasks pass.`,
  toLine: (line: number) => `Go to line ${line}`,
  rightBytes: 'The right bytes, field by field',
  elsewhere: (count: number) =>
    count === 1
      ? '1 test needs a real program at the other end, and is checked in the terminal:'
      : `${count} tests need a real program at the other end, and are checked in the terminal:`,
  unreachable: 'The grader could not be fetched. Are you offline? Your text is safe; try again.',
};

export type ExerciseTexts = typeof exerciseTexts;
