import type { Stage } from '#course/lesson/stage';
import { UserError } from '#course/user-error';
import { dataFrames } from './at-shop.ts';
import { CUTS } from './by-hand.ts';
import { recordCut } from './traces.ts';

const NAMES = { each: 'one each', one: 'all in one', cut: 'every 44 bytes' } as const;

/** `--frames <how>`: the same answer, cut into frames in another way. */
export async function showFrames(stage: Stage, how: string): Promise<void> {
  if (!Object.hasOwn(NAMES, how)) {
    throw new UserError(`--frames takes one of: ${Object.keys(NAMES).join(', ')}`);
  }
  const name = NAMES[how as keyof typeof NAMES];
  await stage.scene(`Four spoons, ${name}`);
  const trace = await recordCut(name);
  for (const frame of dataFrames(trace)) stage.show(frame);
  stage.say(
    'HTTP/2 carries bytes, and cuts them where it likes; a message has its own length, and ends where that says. Neither knows of the other.',
  );
}

export const CUT_NAMES = Object.keys(CUTS) as (keyof typeof CUTS)[];
