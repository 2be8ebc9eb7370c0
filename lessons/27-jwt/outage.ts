import type { Stage } from '#course/lesson/stage';
import { drawTable } from '../10-hello-grpc/compare.ts';
import { withKid } from './forge.ts';
import type { World } from './world.ts';

/** The JWKS cannot be had: what two shops say who have the keys, and two who have just begun. */
export async function showOutage(stage: Stage, world: World): Promise<void> {
  const { tokens, serveJose, serveOurs } = world;
  const token = await tokens.fetchToken();
  const shops = [await serveJose(), await serveOurs()];
  for (const shop of shops) await shop.tryAll(token);
  tokens.server.fail(true);
  const fresh = [await serveJose(), await serveOurs()];
  const rows = [['', 'grpc-js and jose', 'ours']];
  for (const [what, asked, sent] of [
    ['they have the keys', shops, token],
    ['and a kid that is not among them', shops, withKid(token, 'key-9')],
    ['they have just begun', fresh, token],
    ['and a token that is none', fresh, 'tea-4711'],
  ] as const) {
    const ends = [];
    for (const shop of asked) ends.push(await shop.tryAll(sent));
    rows.push([what, ...ends]);
  }
  stage.print(drawTable(rows));
  stage.say(
    'Who has the keys goes on. Who does not have them cannot know, and says so: UNAVAILABLE, come again. UNAUTHENTICATED would send every client to the token server for a new token, now of all times. (jose did not even ask for key-9: its brake was on. So it refuses what may be good.)',
  );
}
