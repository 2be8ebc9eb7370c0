import type { Policy } from '#bidi/room';
import type { RunOptions } from '#course/lesson/define-lesson';
import { drawTable } from '#course/lesson/draw-table';
import type { Stage } from '#course/lesson/stage';
import { bothRead, bothWrite, FOR_EVER_MS, PATIENT_MS } from './deadlocks.ts';
import { showFlood } from './flood.ts';
import { talkOnOurs } from './ours.ts';
import { measureSlowMember } from './slow-member.ts';
import { recordServerEnds, recordTurns } from './traces.ts';
import { measureWays, ONE_WAY_MS } from './ways.ts';

/** `npm run lesson 13`: two streams that share a number, and who waits for whom. */
export async function tellStory(stage: Stage, { experiments }: RunOptions): Promise<void> {
  const { readFirst, writeFirst, slowMember, flood } = experiments;
  if (readFirst) return showBothRead(stage);
  if (writeFirst) return showBothWrite(stage);
  if (slowMember) return showSlowMember(stage);
  if (flood) return showFlood(stage);

  await showTurns(stage);
  await showServerEnds(stage);
  await showWays(stage);
  await showBothRead(stage);
  await showSlowMember(stage);
  await showOurs(stage);
}

async function showTurns(stage: Stage): Promise<void> {
  await stage.scene('Two streams that share a number');
  stage.say(
    'Ids go out, shipments come back, on one HTTP/2 stream. The client says the second id when it has the first answer, and after the second answer it ends its side:',
  );
  await recordTurns((event) => {
    if (event.kind !== 'message') return;
    if (event.title.startsWith('DATA')) stage.show(event);
    else stage.step(event.from, event.title);
  });
  stage.say(
    'That question and answer take turns is this client’s habit. Nothing in the protocol says which answer belongs to which request, or that there must be as many: there are two streams of messages, one each way, and each has an end of its own. The client’s is END_STREAM on an empty DATA, the server’s the trailers.',
  );
}

async function showServerEnds(stage: Stage): Promise<void> {
  await stage.scene('The server ends first');
  stage.say('This server sends one shipment and ends the call; the client had not ended its side:');
  await recordServerEnds((event) => {
    if (event.kind === 'message') stage.step(event.from, event.title);
  });
  stage.say(
    'The trailers end the call, whatever the client still had in mind. A client’s end says “that was all I ask”; a server’s says “that was all there is”, with the status, and there is nothing behind it. So the client must stop, and tell whatever makes its messages.',
  );
}

async function showWays(stage: Stage): Promise<void> {
  await stage.scene('Lock-step, in groups, free-running');
  stage.say(
    `Twelve orders over a line of ${ONE_WAY_MS} ms each way. The client waits for the answers of so many before it goes on:`,
  );
  const rows = (await measureWays()).map(({ how, ms, rounds }) => [
    how,
    `${rounds} × ${2 * ONE_WAY_MS} ms`,
    `${Math.round(ms)} ms`,
  ]);
  stage.print(drawTable([['', 'round trips', 'took'], ...rows]));
  stage.say(
    'Lock-step is a unary call with extra steps: it costs a round trip each time. It is right where the next question depends on the last answer, and nowhere else.',
  );
}

async function showBothRead(stage: Stage): Promise<void> {
  await stage.scene('Both read');
  stage.say(
    'The client asks again when it has an answer. The server sends a shipment when it has three orders. After one order both wait, each for the other; nobody is at fault, and nothing is broken:',
  );
  const rows = [];
  for (const [how, ms] of [
    ['sends three, always', FOR_EVER_MS],
    [`sends fewer after ${PATIENT_MS} ms`, PATIENT_MS],
  ] as const) {
    const { answers, end } = await bothRead(ms);
    rows.push([how, String(answers), end]);
  }
  stage.print(drawTable([['the server', 'answers', 'the call ends'], ...rows]));
  stage.say(
    'The deadline ended the first call, and it was the only thing that could. In the second the server’s batches have a time as well as a size. Whoever waits for messages has to say for how long.',
  );
}

async function showBothWrite(stage: Stage): Promise<void> {
  await stage.scene('Both write');
  stage.say(
    'Each end reads one message, and then writes 16,000 bytes at a time. It waits for drain as it should, and means to read on when it is done:',
  );
  const { client, server, end } = await bothWrite();
  stage.step('the client', `wrote ${client} messages, and waits for room`);
  stage.step('the server', `wrote ${server} messages, and waits for room`);
  stage.step('the call', end);
  stage.say(
    'Each window is used up, and only a reader could open it (lesson 14). Backpressure is right at both ends, and together they stand still for ever. On a stream that goes both ways one reads and writes at once: two loops, not one behind the other.',
  );
}

async function showSlowMember(stage: Stage): Promise<void> {
  await stage.scene('One that does not read');
  stage.say(
    'A chat. Ada has 1,500 lines of a kilobyte to say, Bob reads, Kim has gone for a cup of tea. What a room does with a member that is slow has to be decided, and each answer hurts somebody:',
  );
  const rows = [];
  for (const policy of ['drop', 'wait', 'disconnect'] satisfies Policy[]) {
    const { said, bob, slow } = await measureSlowMember(policy);
    rows.push([policy, said.toLocaleString('en'), bob.toLocaleString('en'), slow]);
  }
  stage.print(drawTable([['', 'Ada said', 'Bob read', 'Kim'], ...rows]));
  stage.say(
    'drop: Kim misses lines, and is told how many. wait: one reader who sleeps silences the room; where Ada stopped, windows and buffers are full. disconnect: Kim is gone. (A room that does none of these chooses a fourth: it keeps all lines for Kim in memory, until there is none.)',
  );
}

async function showOurs(stage: Stage): Promise<void> {
  await stage.scene('On our stack');
  stage.say('An iterable goes in, an iterable comes out, at both ends:');
  const shipments = await talkOnOurs(['102', '106', '110', '111']);
  stage.step('shipments', shipments.join(', '));
}
