import type { RunOptions } from '#course/lesson/define-lesson';
import type { Stage } from '#course/lesson/stage';
import { showChunks, showNewlineInPayload } from './breaks.ts';
import { announceTooMuch, dieInTheMiddle, sendGlued, sendInPieces } from './experiments.ts';
import { recordFrames, recordMessages } from './traces.ts';

/** `npm run lesson 3`: first what breaks, then what mends it, then gRPC's way of the same. */
export async function tellStory(stage: Stage, { experiments }: RunOptions): Promise<void> {
  const { chunk, glue, lie, die } = experiments;
  if (chunk !== undefined) return sendInPieces(stage, Number(chunk));
  if (glue) return sendGlued(stage);
  if (lie) return announceTooMuch(stage);
  if (die) return dieInTheMiddle(stage);

  await showChunks(stage);
  await showNewlineInPayload(stage);
  await showFrames(stage);
  await showGrpcPrefix(stage);
}

async function showFrames(stage: Stage): Promise<void> {
  await stage.scene('Say how long it is');
  stage.say(
    'So each message says first how long it is: four bytes, then as many bytes as they say. The same pretty-printed call, sent to a server that reads lengths:',
  );
  await recordFrames(stage.show);
  stage.say(
    'The call is full of newlines (0a), and nobody minds: nothing inside a payload is looked at. And since the size is known before the payload comes, one that is too large is refused before a byte of it is stored.',
  );
}

async function showGrpcPrefix(stage: Stage): Promise<void> {
  await stage.scene('What gRPC adds: one byte');
  stage.say(
    'gRPC frames its messages in the same way, with one byte more, which says whether the payload is compressed:',
  );
  await recordMessages(stage.show);
  stage.say(
    'Five bytes. Every gRPC message that you ever sent began with them. What stands inside is not JSON there: that is lesson 4.',
  );
}
