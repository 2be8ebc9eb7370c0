import type { RunOptions } from '#course/lesson/define-lesson';
import type { Stage } from '#course/lesson/stage';
import { drawTable } from '../10-hello-grpc/compare.ts';
import { tryBoth } from './article-test.ts';
import { showContract, showFlaky, showProperty, showProxy } from './experiments.ts';
import {
  CLIENT_SUITES,
  type Judged,
  judgeClientTests,
  judgeShopTests,
  SHOP_SUITES,
} from './judged.ts';
import { lookEverywhere, PLACES } from './places.ts';
import { recordLeaving } from './traces.ts';

/** `npm run lesson 28`: tests, and what they do not see. */
export async function tellStory(stage: Stage, { experiments }: RunOptions): Promise<void> {
  const { proxy, contract, property, flaky } = experiments;
  if (proxy) return showProxy(stage);
  if (contract) return showContract(stage);
  if (property) return showProperty(stage);
  if (flaky) return showFlaky(stage);

  await showNothingAsserted(stage);
  await showPlaces(stage);
  await showFaults(stage);
  await showMock(stage);
  stage.say(
    'The tests are green, and now one knows what that means. The server runs on a machine that nobody looks at. How does the platform know whether it works? That is lesson 29.',
  );
}

async function showNothingAsserted(stage: Stage): Promise<void> {
  await stage.scene('A test that asserts nothing');
  stage.say(
    'The article has a test of AddProduct: start the server, call it, print the answer, stop the server. Here it is in TypeScript, and beside it the same test with an assertion, and with an end that comes whatever happens. Both against a catalogue that is right, and four that are not:',
  );
  const rows = (await tryBoth()).map(({ server, article, port, mended }) => [
    server,
    article,
    port,
    mended,
  ]);
  stage.print(drawTable([['a catalogue that …', 'article', 'its port', 'mended'], ...rows]));
  stage.say(
    'Four catalogues that differ, and for the article’s test they are the same. It fails only if the call fails, and then it never comes to the line that stops the server: whoever wants this port next finds it in use.',
  );
}

async function showPlaces(stage: Stage): Promise<void> {
  await stage.scene('Where to look');
  stage.say(
    'One test of GetOrder, and three ways to get at a server of grpc-js: call the handler as a function, make a call over a pair of streams in this process (createConnectionInjector), or over a port. Each row has another fault:',
  );
  stage.print(drawTable([['fault', ...Object.keys(PLACES)], ...(await lookEverywhere())]));
  stage.say(
    'A function is quick to call, and everything around it is left out: names, encoding, statuses, limits. In one process all of that is there, and no port. What only the last column finds is how the server was started.',
  );
}

async function showFaults(stage: Stage): Promise<void> {
  await stage.scene('Which tests are good?');
  stage.say(
    'One finds out by breaking the server on purpose. Here are 28 shops with a fault each, and one that is right. They stand in this process, on a clock that jumps. Five suites:',
  );
  const judged: [string, Judged][] = [];
  for (const [name, tests] of Object.entries(SHOP_SUITES)) {
    judged.push([name, await judgeShopTests(tests())]);
  }
  stage.print(drawJudged('tests', judged));
  stage.say(
    'The one that fails always has found all of them, and says nothing: it finds fault with the right shop, too. Both columns count. What the suite with one good case lets through:',
  );
  const [, good] = judged[2]!;
  for (const notice of good.missed.slice(0, SHOWN)) stage.step('', notice);
  stage.step('', `… and ${good.missed.length - SHOWN} more`);
}

const SHOWN = 4;

async function showMock(stage: Stage): Promise<void> {
  await stage.scene('A mock agrees with everything');
  stage.say(
    'Now a client is tested, and there is no server. A mock is an object in the place of the stub: it gives what it was told to give, whatever it is asked. A fake is a server that is small: it speaks the protocol, and it can be asked afterwards what has happened to it. 17 clients with a fault each:',
  );
  const judged: [string, Judged][] = [];
  for (const [name, tests] of Object.entries(CLIENT_SUITES)) {
    judged.push([name, await judgeClientTests(tests())]);
  }
  stage.print(drawJudged('tests with', judged));
  stage.say('What goes through with the mock, among others:');
  const [, mocked] = judged[0]!;
  for (const notice of mocked.missed.slice(4, 5 + SHOWN)) stage.step('', notice);
  stage.say('No deadline, no cancellation, no status, no second try: a mock has none of these.');
  await showLeaving(stage);
}

async function showLeaving(stage: Stage): Promise<void> {
  stage.say('What a fake sees of a client of grpc-js that has what it wants, and leaves:');
  const { events } = await recordLeaving();
  for (const event of events) {
    if (event.kind === 'message') stage.step(event.from === 'client' ? '──▶' : '◀──', event.title);
  }
  const last = events.at(-1);
  if (last) stage.show(last);
}

function drawJudged(what: string, judged: [string, Judged][]): string {
  const rows = judged.map(([name, { right, found, of }]) => [name, right, `${found} of ${of}`]);
  return drawTable([[what, 'the right one', 'faults found'], ...rows]);
}
