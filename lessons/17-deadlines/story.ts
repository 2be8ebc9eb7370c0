import type { RunOptions } from '#course/lesson/define-lesson';
import type { Stage } from '#course/lesson/stage';
import { drawTable } from '../10-hello-grpc/compare.ts';
import { MOMENTS, twoBeliefs } from './beliefs.ts';
import { Chain, type ChainRun } from './chain.ts';
import { runJs, showChain } from './compare.ts';
import { showClocks, showEdges, showLeak, showLoop } from './experiments.ts';
import { BUDGET_MS, count, SERVICES, STEP_MS } from './plan.ts';
import { recordAsked } from './traces.ts';
import { breathe, Clocks, connectOurs, endOf, HOUR_MS, serve, TEAPOT } from './world.ts';

/** `npm run lesson 17`: how long is too long, and who is told? */
export async function tellStory(stage: Stage, { experiments }: RunOptions): Promise<void> {
  const { chain, clocks, edges, leak, loop } = experiments;
  if (chain) return showChain(stage);
  if (clocks) return showClocks(stage);
  if (edges) return showEdges(stage);
  if (leak) return showLeak(stage);
  if (loop) return showLoop(stage);

  await showWire(stage);
  await showForEver(stage);
  await showWaste(stage);
  await showHandedOn(stage);
  await showGrpcJs(stage);
  await showBeliefs(stage);
  stage.say(
    'So a call has ended, and not well. DEADLINE_EXCEEDED is one of sixteen ways. Which are there, who may say which, and what does a caller do with it? That is lesson 18.',
  );
}

async function showWire(stage: Stage): Promise<void> {
  await stage.scene('A moment, and how far away it is');
  stage.say(
    'A client of grpc-js gives its call a deadline: a moment, five seconds from now. This is what goes out:',
  );
  const { events } = await recordAsked();
  const [headers] = events.filter((event) => event.kind === 'message');
  if (headers) stage.show(headers);
  stage.say(
    'No moment is in there, but a duration: grpc-timeout, up to eight digits and a unit. The server adds it to its own clock, and has a deadline, too. The two clocks need not agree (--clocks).',
  );
}

async function showForEver(stage: Stage): Promise<void> {
  await stage.scene('No deadline is for ever');
  stage.say(
    'Two calls to a handler that hangs. One has no deadline. From here on the lesson makes the time, so an hour is soon over:',
  );
  const clocks = new Clocks();
  let came = 0;
  let bothCame = () => {};
  const both = new Promise<void>((resolve) => {
    bothCame = resolve;
  });
  const server = await serve(clocks.of('server'), async (_request, call) => {
    if (++came === 2) bothCame();
    await call.ended;
    return TEAPOT;
  });
  const client = connectOurs(server.port, clocks.of('client'));
  const leave = new AbortController();
  const ends: Record<string, string> = {};
  const calls = [undefined, BUDGET_MS].map(async (timeoutMs) => {
    const name = timeoutMs === undefined ? 'no deadline' : `${timeoutMs} ms`;
    const call = client.shop.getOrder({ value: '101' }, { timeoutMs, signal: leave.signal });
    ends[name] = 'waits';
    ends[name] = await endOf(call);
  });
  await both;
  for (const [hours, name] of [
    [0, 'now'],
    [BUDGET_MS / HOUR_MS, `${BUDGET_MS} ms`],
    [1, 'an hour later'],
  ] as const) {
    clocks.advance(hours * HOUR_MS);
    await breathe();
    const row = Object.entries(ends).map(([call, end]) => `${call}: ${end}`);
    stage.step(name, row.join(' · '));
  }
  leave.abort();
  await Promise.all(calls);
  await client.close();
  await server.close();
  stage.say(
    'The first would wait for as long as both machines run. It holds a stream, its memory on both sides, and whoever has asked its caller. Every stack has this default, and no call should keep it.',
  );
}

async function showWaste(stage: Stage): Promise<void> {
  await stage.scene('Three services, and nobody tells the next');
  stage.say(
    `order asks stock, stock asks price. They need 40, 60 and 200 ms, and ${count2('after')} ms more after the answers. Each of them stops when its own call is over. The client waits ${BUDGET_MS} ms:`,
  );
  const run = await new Chain({ pass: 'nothing' }).run();
  showRun(stage, run);
  const { wasted } = count(run.steps);
  stage.say(
    `The client has left at ${BUDGET_MS} ms, and order has heard of it. But it was waiting for stock, and its question to stock had no deadline. So stock and price worked on, ${wasted * STEP_MS} ms for nobody. With every client that tries again it is done once more: a system that is too slow gets slower.`,
  );
}

const count2 = (when: 'after') =>
  SERVICES.reduce((sum, service) => sum + service[when], 0) * STEP_MS;

async function showHandedOn(stage: Stage): Promise<void> {
  await stage.scene('What is left is handed on');
  stage.say('Now each says for which call it asks: { parent: call }. Nothing else is changed.');
  showRun(stage, await new Chain({ pass: 'the parent' }).run());
  stage.say(
    'Each was given what was left, and so all three stop at the same moment, without a word between them: each by its own clock. And if the client leaves by itself, at 150 ms?',
  );
  showRun(stage, await new Chain({ pass: 'the parent', cancelAt: 150 }).run());
  stage.say(
    'No clock could know of that. A RST_STREAM goes from the client to order; there it cancels the call to stock, which is another RST_STREAM, and so on, down the same way.',
  );
}

function showRun(stage: Stage, { end, steps, left, over }: ChainRun): void {
  const rows = [['', 'time left', 'work', 'for nobody', 'over at']];
  for (const { name } of SERVICES) {
    const { all, wasted } = count(steps, name);
    const { at, stopped } = over[name]!;
    rows.push([
      name,
      left[name] === undefined ? 'for ever' : `${left[name]} ms`,
      `${all * STEP_MS} ms`,
      `${wasted * STEP_MS} ms`,
      `${at} ms, ${stopped ? 'stopped' : 'done'}`,
    ]);
  }
  stage.print(drawTable(rows));
  stage.step('the client', end);
}

/** How often a chain in real time is begun again that never came to its end. */
const MOST_ATTEMPTS = 5;

async function showGrpcJs(stage: Stage): Promise<void> {
  await stage.scene('On grpc-js');
  stage.say(
    'The same chain on three servers of grpc-js, in real time. It hands on nothing by itself. What price knows, and what becomes of it:',
  );
  for (const pass of ['nothing', 'the parent'] as const) stage.step(pass, await askPrice(pass));
  stage.say('How much that is, in both stacks: npm run lesson 17 -- --chain.');
}

/** What price was told, and what became of its work. A busy machine needs longer for the way there. */
async function askPrice(pass: 'nothing' | 'the parent'): Promise<string> {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const lines: string[] = [];
    await runJs(pass, undefined, (line) => lines.push(line));
    const about = lines.filter((line) => line.startsWith('price'));
    if (about.length === 0) continue;
    const told = about.some((line) => line.includes('no deadline')) ? 'no deadline' : 'a deadline';
    const isDone = about.some((line) => line.includes('done'));
    return `price was told of ${told}; its work was ${isDone ? 'done, for nobody' : 'stopped'}`;
  }
  return 'the time was up before price was asked: this machine is busy';
}

async function showBeliefs(stage: Stage): Promise<void> {
  await stage.scene('What each of them believes');
  stage.say(
    'Client and server each look at their own clock. Whichever is first ends the call. Three calls, with a clock for each side:',
  );
  const rows = [['who is first', 'the client believes', 'the server believes']];
  for (const moment of MOMENTS) {
    const { client, server, trace } = await twoBeliefs(moment);
    rows.push([moment, client, server]);
    stage.print(`${moment}:`);
    const messages = trace.events.filter((event) => event.kind === 'message');
    for (const { from, title } of messages.slice(2)) {
      stage.step(from === 'client' ? '──▶' : '◀──', title);
    }
  }
  stage.print(drawTable(rows));
  stage.say(
    'In the third the answer was on its way when the client’s time was over. It arrived, whole, with status OK, and the client dropped it: a stream that one has reset is closed. Both are right. So DEADLINE_EXCEEDED does not say that nothing has been done. Somebody who placed an order has to ask.',
  );
}
