import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Stage } from '#course/lesson/stage';
import { ROOT } from '#course/paths';
import { handleStream } from '#streams/send-all';
import { atShop } from './at-shop.ts';
import { failingAfter } from './search.ts';

/** `--crash`: a program that listens for no error. */
export async function showCrash(stage: Stage): Promise<void> {
  await stage.scene('A program in which nobody listens for "error"');
  stage.say('careless.ts reads a stream by call.on("data", …), and the server fails after three:');
  const { code, out, err } = await atShop(
    handleStream(() => failingAfter(3)),
    (_shop, { host, port }) => runCareless(`${host}:${port}`),
  );
  stage.print(out);
  const [last = ''] = err.split('\n').filter((line) => /^Error: /.test(line));
  stage.print(last);
  stage.step('exit code', String(code));
  stage.say(
    'An event called error is not like the others: if nobody listens for it, Node throws it, and the process ends, with all other calls in it. It need not even be a failure: call.cancel() emits error as well, CANCELLED. A call that is ended on purpose ends a careless program.',
  );
}

async function runCareless(address: string) {
  const program = fileURLToPath(new URL('careless.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', program, address], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  return { code, out, err };
}
