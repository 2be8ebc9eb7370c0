import type { RunOptions } from '#course/lesson/define-lesson';
import type { Stage } from '#course/lesson/stage';
import type { RpcError } from '#rpc/codes';
import { delayReply, killServer, sendTwice } from './experiments.ts';
import { atTable } from './table.ts';
import { recordLateReply, recordOutOfOrder, recordTwice } from './traces.ts';

/** `npm run lesson 2`: many calls at once, and everything that can become of one. */
export async function tellStory(stage: Stage, { experiments }: RunOptions): Promise<void> {
  const { kill, delay, twice } = experiments;
  if (kill) return killServer(stage);
  if (delay !== undefined) return delayReply(stage, Number(delay));
  if (twice) return sendTwice(stage);

  await showOutOfOrder(stage);
  await showErrors(stage);
  await showTimeout(stage);
  await showOnce(stage);
}

async function showOutOfOrder(stage: Stage): Promise<void> {
  await stage.scene('Three calls at once');
  stage.say(
    'Each call gets a number, its id, and the reply carries the same one. So nobody has to wait in line: the roast was asked for first and comes last.',
  );
  await recordOutOfOrder(stage.show);
}

async function showErrors(stage: Stage): Promise<void> {
  await stage.scene('Errors with a code');
  stage.say(
    'A program cannot act on a sentence. So an error carries a code, one of a few, and the sentence is for people:',
  );
  await atTable({ log: (line) => stage.step('server', line) }, async ({ client }) => {
    for (const [method, params] of ERRORS) {
      await client.call(method, params).catch(({ code, message }: RpcError) => {
        stage.step(
          'caller',
          `${method}(${params.map((param) => `'${param}'`)}) → ${code}: ${message}`,
        );
      });
    }
  });
  stage.say(
    'The last one is a bug. Its text stays on the server: an exception can hold a path, a query, a password.',
  );
}

const ERRORS: [method: string, params: string[]][] = [
  ['cook', ['pizza']],
  ['dance', []],
  ['bill', []],
];

async function showTimeout(stage: Stage): Promise<void> {
  await stage.scene('Waiting has an end');
  stage.say(
    'The stew takes 400 ms; the caller waits for 100. Its slot is free at once, and the salad is not held up:',
  );
  await recordLateReply(stage.show);
  stage.say(
    'DEADLINE_EXCEEDED says that no answer came in time. It does not say that nothing happened: the stew was cooked.',
  );
}

async function showOnce(stage: Stage): Promise<void> {
  await stage.scene('Twice the message, once the order');
  stage.say(
    'So what does a caller do that got no answer? Send it again, and risk a second order. Unless the request has a name of its own, a key, that stays the same when it is repeated:',
  );
  await recordTwice(stage.show);
  stage.say(
    'Two calls, two replies, one order: the server had remembered its answer to that key. This is at-most-once, as long as the server remembers. What can be done twice without harm, such as reading, needs none of it: it is idempotent.',
  );
}
