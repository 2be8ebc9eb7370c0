import type { Stage } from '#course/lesson/stage';
import { UserError } from '#course/user-error';
import { drawTable } from '../10-hello-grpc/compare.ts';
import { QUIET } from '../shop/with-shop.ts';
import { callPath } from './client.ts';
import { goAwayFromGrpcJs, goAwayFromOurs } from './going.ts';
import { LEFT, lastIdsOfGrpcJs, lastIdsOfOurs } from './last-ids.ts';
import { MOST } from './limit.ts';
import { AGAIN_MS, ANSWERS } from './loss-plan.ts';
import { drawLoss, loseOne } from './lost.ts';
import { race, raceTable } from './race.ts';
import { startOurServer, startServer } from './server.ts';

/** What HTTP/2 can carry as a path: others are refused before they leave. */
const PATH = /^[!-~]{1,2000}$/;

/** `--path <path>`: a call to any path. */
export async function showPath(stage: Stage, path: string): Promise<void> {
  if (!PATH.test(path)) {
    throw new UserError('--path takes printable ASCII without spaces, 1 to 2000 characters');
  }
  await stage.scene('A call to a path');
  stage.step('the path', path);
  const [js, ours] = await Promise.all([startServer(QUIET), startOurServer(QUIET)]);
  try {
    stage.step('grpc-js', await callPath(js, path));
    stage.step('ours', await callPath(ours, path));
  } finally {
    await js.close();
    await ours.close();
  }
  stage.say(
    'Upper and lower case differ, the package is part of the name, and a path has exactly two parts. The message was empty: a method that is there may refuse it.',
  );
}

const MOST_MS = 50;

/** `--delay <ms>`: the hundred calls again. */
export async function showDelay(stage: Stage, ms: number): Promise<void> {
  if (!Number.isInteger(ms) || ms < 1 || ms > MOST_MS) {
    throw new UserError(`--delay takes milliseconds, 1 to ${MOST_MS}`);
  }
  await stage.scene(`A hundred calls, ${ms} ms each way`);
  stage.print(drawTable(raceTable(await race(ms))));
  stage.say(
    'The time of one connection of HTTP/1.1 is a hundred round trips, whatever a round trip is. That of the streams hardly grows with it.',
  );
}

const MOST_CONNECTIONS = 12;

/** `--connections <n>`: the lost segment, with more connections. */
export async function showLost(stage: Stage, most: number): Promise<void> {
  if (!Number.isInteger(most) || most < 1 || most > MOST_CONNECTIONS) {
    throw new UserError(`--connections takes a number, 1 to ${MOST_CONNECTIONS}`);
  }
  await stage.scene('One lost segment');
  const rows = [['connections', 'answers', 'late']];
  for (const connections of most === 1 ? [1] : [1, most]) {
    const loss = await loseOne(connections);
    rows.push([String(connections), drawLoss(loss), String(loss.late)]);
  }
  stage.print(drawTable(rows));
  stage.say(
    `${ANSWERS} answers, the calls on the connections in turn. On the first of these one segment is lost, and comes again ${AGAIN_MS} ms later. Only what is behind it on the same connection is late.`,
  );
}

/** `--goaway`: the server goes while calls wait for a stream. */
export async function showGoing(stage: Stage): Promise<void> {
  await stage.scene('The server goes, and calls wait');
  stage.say(
    `The server takes ${MOST} calls at once. Five are made, so two wait at the client. Then the server is shut down: it says GOAWAY, and ends the three in peace. Another one listens in its place.`,
  );
  for (const [name, goAway] of [
    ['grpc-js', goAwayFromGrpcJs],
    ['ours', goAwayFromOurs],
  ] as const) {
    const { ends, first, second } = await goAway();
    stage.step(
      name,
      `the first server had ${first.join(' ')}, the second ${[...second].sort().join(' ')}`,
    );
    stage.step(name, `the calls ended with ${ends.join(' ')}`);
  }
  stage.say(
    'Who waits has not been sent, so it may go anywhere: the queue is emptied, and each of them looks for another connection. No server has seen one of them twice.',
  );
}

/** `--ids`: a connection that has used its ids up. */
export async function showLastIds(stage: Stage): Promise<void> {
  await stage.scene('The last ids');
  stage.say(
    `A stream's id has 31 bits and is never used again; a client's are odd. So a connection has 2³⁰ calls in its life: a thousand a second for twelve days. Here is one that has ${LEFT} left:`,
  );
  for (const [name, last] of [
    ['grpc-js', lastIdsOfGrpcJs],
    ['ours', lastIdsOfOurs],
  ] as const) {
    for (const [i, { end, connections }] of (await last()).entries()) {
      stage.step(
        name,
        `call ${i + 1}, ${connections} connection${connections > 1 ? 's' : ''}: ${end}`,
      );
    }
  }
  stage.say(
    'RFC 9113 says what a client does then: it opens another connection (§5.1.1). grpc-js in this version does not, and keeps the one on which no call can be made. In practice a server that ends its connections after an hour or a day (max_connection_age) comes first.',
  );
}
