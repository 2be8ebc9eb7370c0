import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { drawTable } from '#course/lesson/draw-table';
import type { Stage } from '#course/lesson/stage';
import { ROOT } from '#course/paths';

const run = promisify(execFile);
const TOKEN = 'tea-and-no-sympathy';

/** What one call prints with this in its environment, line by line. */
export async function lookAt(environment: Record<string, string>): Promise<string[]> {
  const program = fileURLToPath(new URL('one-call.ts', import.meta.url));
  const env = { ...process.env, ...environment };
  const { stdout, stderr } = await run(process.execPath, ['--import', 'tsx', program], {
    cwd: ROOT,
    env,
  });
  return `${stdout}${stderr}`.trim().split('\n');
}

/** What is asked for, and which lines of it one looks at first. */
const LOOKS = [
  ['GRPC_TRACE', 'connectivity_state', /IDLE|READY/],
  ['GRPC_TRACE', 'server_call', /received headers/],
  ['GRPC_TRACE', 'all', undefined],
  ['NODE_DEBUG', 'http2', /created|socket/],
] as const;

/** `--debug`: a program that one cannot change, and that says more if it is asked. */
export async function showDebug(stage: Stage): Promise<void> {
  await stage.scene('Asked by its environment');
  stage.say(
    'A program with one call in it, and a token in its metadata. grpc-js says what it does for each name in GRPC_TRACE (GRPC_VERBOSITY=DEBUG besides), Node for each in NODE_DEBUG:',
  );
  const rows = [['environment', 'lines', 'with the token in them']];
  const shown: [string, string[]][] = [];
  for (const [name, value, pattern] of LOOKS) {
    const lines = await lookAt({ GRPC_VERBOSITY: 'DEBUG', [name]: value });
    const secret = lines.filter((line) => line.includes(TOKEN)).length;
    rows.push([`${name}=${value}`, String(lines.length), String(secret)]);
    if (pattern) shown.push([`${name}=${value}`, lines.filter((line) => pattern.test(line))]);
  }
  stage.print(drawTable(rows));
  for (const [what, lines] of shown.slice(0, 2)) {
    stage.say(`${what}:`);
    for (const line of lines.slice(0, 8)) stage.step('', shorter(line));
  }
  stage.say(
    'What is written for one’s own eyes has the token in it. Such a log is not one to be kept, and not one to be sent to others.',
  );
}

/** Without the moment and the process; the token is not for the reader of this either. */
const shorter = (line: string) =>
  line
    .replace(/^D \S+ \| v\S+ \d+ \| /, '')
    .replace(`Bearer ${TOKEN}`, 'Bearer (the token)')
    .replace(/:\d{4,5}\b/g, ':…');
