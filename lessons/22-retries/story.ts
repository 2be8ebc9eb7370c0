import type { RunOptions } from '#course/lesson/define-lesson';
import type { Stage } from '#course/lesson/stage';
import { drawTable } from '../10-hello-grpc/compare.ts';
import { loseAnAnswer } from './again.ts';
import { STACKS } from './clients.ts';
import { attemptsOf, ENDS } from './ends.ts';
import { showAgain, showDown, showKill, showPings, showTries } from './experiments.ts';
import { hedge, hedgeWithBucket } from './hedging.ts';
import { drawHerd, herd } from './herd.ts';
import { drawStorm } from './layers.ts';
import { callTooEarly } from './not-yet.ts';
import { BUCKET } from './policies.ts';
import { type StormOptions, storm } from './storm.ts';
import { recordTwice } from './traces.ts';

/** `npm run lesson 22`: when a call may be sent again, and what it costs if everybody does. */
export async function tellStory(stage: Stage, { experiments }: RunOptions): Promise<void> {
  const { again, down, kill, pings, tries } = experiments;
  if (again) return showAgain(stage);
  if (down !== undefined) return showDown(stage, String(down));
  if (kill) return showKill(stage);
  if (pings) return showPings(stage);
  if (tries !== undefined) return showTries(stage, String(tries));

  await showTwice(stage);
  await showEnds(stage);
  await showLost(stage);
  await showHerd(stage);
  await showStorm(stage);
  await showHedging(stage);
  await showNotYet(stage);
  stage.say(
    'A retry sends the same bytes once more. Could there be fewer of them? And what if a few bytes want to be very many? That is lesson 23.',
  );
}

async function showTwice(stage: Stage): Promise<void> {
  await stage.scene('Three attempts, one call');
  stage.say(
    'The shop says UNAVAILABLE twice. The client of grpc-js has a policy for GetOrder, three tries, in its service config. Its caller makes one call, and gets one answer. On the wire:',
  );
  const { events } = await recordTwice();
  for (const event of events) {
    if (event.kind === 'message') stage.step(event.from === 'client' ? '──▶' : '◀──', event.title);
  }
  stage.say('Three streams. Of the second request this is new, and the third says 2:');
  const again = events.find((event) => event.kind === 'message' && event.call === '3');
  if (again) stage.show(again);
  stage.say(
    'The caller’s code knows nothing of it. Who does: the service config, which belongs to those who run the service. They know what their methods do when they are called twice.',
  );
}

async function showEnds(stage: Stage): Promise<void> {
  await stage.scene('Which end may be followed by another attempt?');
  stage.say(
    'One call each, and how often it arrived at a real server. "no" is a client without a policy, "3" one with three tries after UNAVAILABLE:',
  );
  const rows = [['how each attempt ends', 'policy', 'grpc-js', 'our stack']];
  for (const end of ENDS) {
    const counts = [];
    for (const stack of STACKS) counts.push(String(await attemptsOf(end, stack)));
    rows.push([end.what, end.policy ? '3' : 'no', ...counts]);
  }
  stage.print(drawTable(rows));
  stage.say(
    'After headers the application has seen a part of the answer, so nothing may follow. The last two are another thing: the server has not touched the call and says so, so it is sent again without any policy, once. And "later" is not a number: gRPC A6 takes that for "do not try again". grpc-js reads it with parseInt, gets NaN, and waits for NaN milliseconds, which is no time at all.',
  );
}

async function showLost(stage: Stage): Promise<void> {
  await stage.scene('UNAVAILABLE does not say that nothing was done');
  stage.say(
    'AddOrder. The shop places the order, and the connection breaks before the answer is out. The client reads UNAVAILABLE, and somebody has put a policy on every method:',
  );
  const rows = [['the client sends', 'arrived', 'orders', 'the client gets']];
  for (const byKey of [false, true]) {
    const { arrived, orders, end } = await loseAnAnswer('grpc-js', byKey);
    rows.push([byKey ? 'a key, the same each time' : 'the order', `${arrived}`, `${orders}`, end]);
  }
  stage.print(drawTable(rows));
  stage.say(
    'Two orders, and everybody is happy until the bill comes. With a key the shop knows the second one: lesson 2’s reply cache, word for word. A method is safe to be sent again if twice is the same as once; if it is not, it needs a key, or no policy.',
  );
}

async function showHerd(stage: Stage): Promise<void> {
  await stage.scene('When?');
  stage.say(
    'A server is gone for a moment, and two hundred clients have noticed at the same time. This is when they come back for the third time, which is due after 20, 40 and 80 ms. Without chance:',
  );
  stage.print(drawHerd(herd(0.5)));
  stage.say('With 20 % more or less for each wait, by chance:');
  stage.print(drawHerd(herd(undefined)));
  stage.say(
    'The same two hundred, and never more than 33 in five milliseconds. Longer waits give the server time; chance keeps the clients out of each other’s way.',
  );
}

const STORMS: [string, StormOptions][] = [
  ['nobody tries again', { calls: 20, who: 'nobody' }],
  ['the client tries three times', { calls: 20, who: 'the client' }],
  ['everybody does', { calls: 20, who: 'everybody' }],
  ['everybody, with a bucket', { calls: 20, who: 'everybody', bucket: true }],
];

async function showStorm(stage: Stage): Promise<void> {
  await stage.scene('The storm');
  stage.say(
    'order asks stock, stock asks price, on three real servers. price is down. Each caller tries three times, as is only reasonable. One call of the client:',
  );
  stage.print(drawStorm(await storm({ calls: 1, who: 'everybody' })));
  stage.say(
    `27 calls at the server that is in trouble, for one. Now twenty calls of the client. In the last row each caller has a bucket of ${BUCKET.maxTokens} tokens, and the calls come one after the other:`,
  );
  const rows = [['who tries again', 'at order', 'at stock', 'at price']];
  for (const [name, options] of STORMS) {
    const { order, stock, price } = await storm(options);
    rows.push([name, `${order}`, `${stock}`, `${price}`]);
  }
  stage.print(drawTable(rows));
  stage.say(
    'A failure takes a token. At five of ten nothing is tried again, until calls go well: each of those gives a tenth back. So 540 become 29, and the bucket asked nobody to be reasonable.',
  );
}

async function showHedging(stage: Stage): Promise<void> {
  await stage.scene('Before the first has failed');
  stage.say(
    'Three servers. The one that is asked first hangs, and so does the second. With a hedgingPolicy another attempt begins every 20 ms, and the first answer wins:',
  );
  for (const stack of STACKS) {
    const { end, attempts } = await hedge(stack);
    const list = attempts.map((what, i) => `attempt ${i + 1} ${what}`).join(', ');
    stage.step(stack, `${end}: ${list}`);
  }
  stage.say(
    'For that the servers must hear that they are not needed any more, which is a RST_STREAM each (lesson 17). And if the server is in trouble? A bucket of four tokens, three calls to a server that says UNAVAILABLE, how many attempts each:',
  );
  for (const stack of STACKS) stage.step(stack, (await hedgeWithBucket(stack)).join(', '));
  stage.say(
    'Hedges are for the bucket, too (gRPC A6). grpc-js asks it for retries, and not for hedges.',
  );
}

async function showNotYet(stage: Stage): Promise<void> {
  await stage.scene('Not there yet');
  stage.say(
    'A server that nobody can reach yet. Two calls: one as it is, one with waitForReady. Then the server is there:',
  );
  for (const stack of STACKS) {
    const { early, waiting } = await callTooEarly(stack);
    stage.step(stack, `${early}, and ${waiting}`);
  }
  stage.say(
    'waitForReady is not a retry: the call never left. So it is safe for every method, and it needs a deadline more than any other.',
  );
}
