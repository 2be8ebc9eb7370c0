import type { RunOptions } from '#course/lesson/define-lesson';
import type { Stage } from '#course/lesson/stage';
import { handleStream } from '#streams/send-all';
import { drawTable } from '../10-hello-grpc/compare.ts';
import { dataFrames } from './at-shop.ts';
import { showCrash } from './crash.ts';
import { eventsOf } from './events.ts';
import { CUT_NAMES, showFrames } from './experiments.ts';
import { showFailing } from './fail.ts';
import { showLeaving } from './leave.ts';
import { failingAfter } from './search.ts';
import { createHandler } from './server.ts';
import { showSlow } from './slow.ts';
import { showSpin } from './spin.ts';
import { recordCut, recordSearch } from './traces.ts';

/** `npm run lesson 11`: one question, many answers; and who leaves, who fails, who is slow. */
export async function tellStory(stage: Stage, { experiments }: RunOptions): Promise<void> {
  const { frames, leave, fail, slow, spin, crash } = experiments;
  if (frames !== undefined) return showFrames(stage, String(frames));
  if (leave) return showLeaving(stage);
  if (fail !== undefined) return showFailing(stage, Number(fail));
  if (slow) return showSlow(stage);
  if (spin) return showSpin(stage);
  if (crash) return showCrash(stage);

  await showSearch(stage);
  await showCuts(stage);
  await showEvents(stage);
  await showLeaving(stage);
  await showSlow(stage);
  stage.say(
    'A client may have too much to say for one message, too. What if the question is the stream? That is lesson 12.',
  );
}

async function showSearch(stage: Stage): Promise<void> {
  await stage.scene('One question, four answers');
  stage.say(
    'A shop has three dozen orders. Somebody asks for those with a spoon in them. The request is that of any call, one message. The answer is one block of headers, four messages, one block of trailers:',
  );
  const trace = await recordSearch();
  const [first] = dataFrames(trace);
  for (const event of trace.events) {
    if (event.kind !== 'message' || event.from === 'client') continue;
    const isOneMore = event.title.startsWith('DATA') && event !== first;
    if (isOneMore) stage.step('DATA', event.title.replace(/^.*?· .*?· /, ''));
    else stage.show(event);
  }
  stage.say(
    'Nothing on the wire says that this is a stream. No header announces it, no message counts: the client goes on reading until the trailers come. A unary call is one with exactly one message, if it goes well; that both ends know from the .proto, and from nowhere else.',
  );
}

async function showCuts(stage: Stage): Promise<void> {
  await stage.scene('Messages are not frames');
  stage.say(
    'Above, each message had a DATA frame of its own. That is habit, not rule. Here is the same answer from a server by hand that cuts its bytes in three ways, read by the same client. (It leaves out the description, which is empty, so its messages are two bytes shorter:)',
  );
  const rows = [['', 'DATA frames', 'their sizes, without 9 bytes of header']];
  for (const how of CUT_NAMES) {
    const frames = dataFrames(await recordCut(how));
    const sizes = frames.map(({ bytes }) => bytes.length / 2 - 9);
    rows.push([how, String(frames.length), sizes.join(' ')]);
  }
  stage.print(drawTable(rows));
  stage.say(
    'The client gets four orders each time and cannot tell. In the last row there are as many frames as messages, and no frame is a message: two of the cuts go through the five bytes of a prefix (--frames cut shows where).',
  );
}

async function showEvents(stage: Stage): Promise<void> {
  await stage.scene('What the client hears, in order');
  const ok = await eventsOf(
    createHandler(() => {}),
    'spoon',
  );
  const failed = await eventsOf(
    handleStream(() => failingAfter(3)),
    'all',
  );
  stage.step('all is well', ok.join(' · '));
  stage.step('it fails', failed.join(' · '));
  stage.say(
    'Partial results are results: three orders came, and then the reason why no fourth did. With a unary call it is one or the other. Here it can be both, and a program that keeps only the error throws away what it was given.',
  );
}
