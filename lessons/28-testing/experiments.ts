import type { Stage } from '#course/lesson/stage';
import { drawTable } from '../10-hello-grpc/compare.ts';
import { searchThroughProxies } from './broken-ways.ts';
import { countPasses } from './flaky.ts';
import { compareChanges } from './golden.ts';
import { checkProperty } from './property.ts';

/** `--proxy`: a network that is not well, between a client and a server. */
export async function showProxy(stage: Stage): Promise<void> {
  await stage.scene('A proxy that breaks things');
  stage.say(
    'A proxy of thirty lines stands between client and server, and does to the answer what networks do. Both clients search for cups, of which there are three, with a deadline of one second. Orders that came, and the status:',
  );
  const rows = await searchThroughProxies();
  stage.print(drawTable([['the proxy …', 'grpc-js', 'ours'], ...rows]));
  stage.say(
    'Some orders had come before the way broke, and then a status that is not OK. A client that stops at the last message, and does not look at the status, takes two cups for all there are.',
  );
}

/** `--contract`: changes of a .proto, and which test sees them. */
export async function showContract(stage: Stage): Promise<void> {
  await stage.scene('A contract has two sides');
  stage.say(
    'Somebody changes the message Order. Client and server are built anew, and tested together: a message is encoded, and decoded again. Golden bytes are the encoding of that message on an old day, as hex digits in a test. And the last column is what a client reads that was shipped on that day:',
  );
  const head = ['change', 'round trip', 'golden bytes', 'an old client reads'];
  stage.print(drawTable([head, ...compareChanges()]));
  stage.say(
    'The round trip is always right, because both ends have changed. The old client has not. Golden bytes stand for it; buf breaking compares the two .proto files themselves.',
  );
}

/** `--property`: one sentence about all stocks and all texts. */
export async function showProperty(stage: Stage): Promise<void> {
  await stage.scene('A property');
  stage.say(
    'Not an example but a sentence: whatever the shop has and whatever one looks for, a search gives what a filter over the same orders gives. fast-check makes a hundred cases up. If one fails, it looks for a smaller one that fails, too:',
  );
  const rows = (await checkProperty()).map(({ shop, cases, smallest }) => [
    shop,
    String(cases),
    smallest,
  ]);
  stage.print(drawTable([['shop', 'cases', 'the smallest that fails'], ...rows]));
  stage.say(
    'Six of fifteen, with one sentence, and each with a case that one can read. The others need what is not in it: orders that are added later, a warehouse that closes, a reader who leaves.',
  );
}

/** `--flaky`: how often a test passes that waits for a while. */
export async function showFlaky(stage: Stage): Promise<void> {
  await stage.scene('Wait for the thing, and not for a while');
  stage.say(
    'Two orders are added at the same time; then a search should find both. The shop is right, and each access to its warehouse takes 1 to 200 ms. Each test runs 200 times; the time is that of its own clock:',
  );
  stage.print(drawTable([['the test …', 'passes', 'takes'], ...(await countPasses())]));
  stage.say(
    'A longer wait costs time in every run, and helps only up to a point: which of the two orders is the first is chance, and no wait decides it. The last one waits for the answers, and compares without an order.',
  );
}
