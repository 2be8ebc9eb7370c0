import type { RunOptions } from '#course/lesson/define-lesson';
import type { Stage } from '#course/lesson/stage';
import type { TraceEvent } from '#inspect/trace';
import { drawTable } from '../10-hello-grpc/compare.ts';
import { QUIET } from '../shop/with-shop.ts';
import { callPath } from './client.ts';
import { showDelay, showGoing, showLastIds, showLost, showPath } from './experiments.ts';
import { MOST, queueOnGrpcJs, queueOnOurs } from './limit.ts';
import { AGAIN_MS, ANSWERS, STEP_MS } from './loss-plan.ts';
import { drawLoss, loseOne } from './lost.ts';
import { countConnections } from './pool.ts';
import { race, raceTable } from './race.ts';
import { startOurServer, startServer } from './server.ts';
import { recordTwo } from './traces.ts';

const DELAY_MS = 20;

/** `npm run lesson 20`: what shares a port, and what shares a connection. */
export async function tellStory(stage: Stage, { experiments }: RunOptions): Promise<void> {
  const { path, delay, connections, goaway, ids } = experiments;
  if (path !== undefined) return showPath(stage, String(path));
  if (delay !== undefined) return showDelay(stage, Number(delay));
  if (connections !== undefined) return showLost(stage, Number(connections));
  if (goaway) return showGoing(stage);
  if (ids) return showLastIds(stage);

  await showTwo(stage);
  await showPool(stage);
  await showRace(stage);
  await showQueue(stage);
  await showOneSegment(stage);
  stage.say(
    'All of this was one server. With three of them and one connection, who has the work? That is lesson 21.',
  );
}

async function showTwo(stage: Stage): Promise<void> {
  await stage.scene('Two services, one port');
  stage.say(
    'One server has the Greeter and the shop. One client calls both, on one connection. All that tells the two calls apart for the server:',
  );
  const { events } = await recordTwo();
  let last: TraceEvent | undefined;
  for (const event of events) {
    if (event.kind !== 'message' || event.from !== 'client') continue;
    const block = event.fields.find(({ name }) => name === 'header block');
    const path = block?.children?.find(({ name }) => name === ':path');
    if (path === undefined) continue;
    stage.step(`stream ${event.call}`, `:path ${path.value}`);
    last = event;
  }
  if (last) stage.show(last);
  stage.say(
    'All the rest of the second call’s headers was in the compression table already. The server looks the path up in a table of its own. That is all of it; HTTP/2 has no part in it, and never hears of a service. What if the path is wrong?',
  );
  const [js, ours] = await Promise.all([startServer(QUIET), startOurServer(QUIET)]);
  try {
    for (const path of ['/hello.Greeter/sayHello', '/Greeter/SayHello', '/hello.Greeter']) {
      stage.step('a call to', path);
      stage.step('grpc-js', await callPath(js, path));
      stage.step('ours', await callPath(ours, path));
    }
  } finally {
    await js.close();
    await ours.close();
  }
  stage.say('UNIMPLEMENTED for each of them. Only the words say what to mend.');
}

async function showPool(stage: Stage): Promise<void> {
  await stage.scene('Whose connection is it?');
  stage.say(
    'Two clients in one process call one server. A line between them counts the connections:',
  );
  stage.print(drawTable(await countConnections()));
  stage.say(
    'grpc-js keeps one pool of connections for the whole process. Two clients share one if target, address, credentials and every option are the same; nobody has to say so. One option more, and they do not. In our stack a connection belongs to its channel, and who wants to share shares the channel.',
  );
}

async function showRace(stage: Stage): Promise<void> {
  await stage.scene('A hundred calls');
  stage.say(
    `A hundred orders, all asked for at once, over a line that takes ${DELAY_MS} ms each way. A round trip is ${2 * DELAY_MS} ms, and the server needs no time. The figures are of this run:`,
  );
  stage.print(drawTable(raceTable(await race(DELAY_MS))));
  stage.say(
    'HTTP/1.1 has no numbers on its answers, so a connection waits for one before it asks for the next. What helps is more connections, and each costs a round trip, memory at both ends, and a handshake where there is TLS. With streams one connection is enough.',
  );
}

async function showQueue(stage: Stage): Promise<void> {
  await stage.scene(`No more than ${MOST} at once`);
  stage.say(
    `This server takes ${MOST} streams at once on a connection, and says so in its SETTINGS. Seven calls, all at once; the sixth, 106, has 300 ms. The server answers nothing until that time is over:`,
  );
  for (const [name, queue] of [
    ['grpc-js', queueOnGrpcJs],
    ['ours', queueOnOurs],
  ] as const) {
    const { first, came, impatient } = await queue();
    stage.step(name, `at the server at first: ${first.join(' ')}`);
    stage.step(name, `106: ${impatient.split(':')[0]}; the server has not heard of it`);
    stage.step(name, `in the end, in order: ${came.join(' ')}`);
  }
  stage.say(
    'The others wait at the client, where nobody sees them: the server is idle, its log is empty, and the call is slow. The deadline runs all the same. One that leaves is never sent.',
  );
}

async function showOneSegment(stage: Stage): Promise<void> {
  await stage.scene('One lost segment');
  stage.say(
    `${ANSWERS} calls, answered one every ${STEP_MS} ms. One segment of the answers is lost, and it takes ${AGAIN_MS} ms until it has been sent again. An answer in time is a dot, a late one is #:`,
  );
  const rows = [['connections', 'answers', 'late']];
  for (const connections of [1, 4]) {
    const loss = await loseOne(connections);
    rows.push([String(connections), drawLoss(loss), String(loss.late)]);
  }
  stage.print(drawTable(rows));
  stage.say(
    'One answer was lost. The others had arrived, and lay in the kernel of the client’s machine: TCP hands out bytes in order, and does not know of streams. So one connection is one queue again, one layer below.',
  );
}
