import type { RunOptions } from '#course/lesson/define-lesson';
import type { Stage } from '#course/lesson/stage';
import { drawTable } from '../10-hello-grpc/compare.ts';
import { askAll } from './both.ts';
import { deploy, WAYS, type Way } from './deploy.ts';
import { drawDeployed } from './draw-deployed.ts';
import { showGrpcJs, showNotice, showProbes, showSlow } from './experiments.ts';
import { endsWithStream } from './hang.ts';
import { liveThrough } from './liveness.ts';
import { askOffer } from './offer.ts';
import { SHOP, startShop } from './shop.ts';
import { recordWatch } from './traces.ts';

/** `npm run lesson 29`: how others know whether a server works, and how it leaves without a loss. */
export async function tellStory(stage: Stage, { experiments }: RunOptions): Promise<void> {
  const { notice, probe, slow, grpcJs } = experiments;
  if (notice !== undefined) return showNotice(stage, String(notice));
  if (probe) return showProbes(stage);
  if (slow) return showSlow(stage);
  if (grpcJs) return showGrpcJs(stage);

  await showQuestions(stage);
  await showWire(stage);
  await showReadiness(stage);
  await showEnds(stage);
  await showStreams(stage);
  await showOffer(stage);
  stage.say(
    'The platform knows now whether the shop works. When it does not, somebody has to find out why: what is it doing right now? That is lesson 30.',
  );
}

async function showQuestions(stage: Stage): Promise<void> {
  await stage.scene('Three methods, and what they answer');
  stage.say(
    'grpc.health.v1.Health is a service like any other, on the same port. Ours, and the package grpc-health-check on a server of grpc-js, asked the same things. Nobody has set ecommerce.Stock at first:',
  );
  const [theirs, ours] = [await askAll('grpc-js'), await askAll('ours')];
  const rows = Object.keys(ours).map((asked) => [asked, theirs[asked]!, ours[asked]!]);
  stage.print(drawTable([['asked', 'grpc-health-check', 'ours'], ...rows]));
  stage.say(
    'Check fails for a service that nobody has set. Watch does not: the service may come later. And if a status is set to what it is already, one of the two tells it again.',
  );
}

async function showWire(stage: Stage): Promise<void> {
  await stage.scene('On the wire');
  stage.say('A Check that fails, and then a Watch. Its stream stays open, and nobody asks again:');
  const { events } = await recordWatch();
  for (const event of events) {
    if (event.kind === 'message') stage.step(event.from === 'client' ? '──▶' : '◀──', event.title);
  }
  const first = events.find(
    (event) => event.kind === 'message' && event.title.includes('SERVICE_UNKNOWN'),
  );
  if (first === undefined) return;
  stage.say('The first answer of the watch. Two bytes say it:');
  stage.show(first);
}

async function showReadiness(stage: Stage): Promise<void> {
  await stage.scene('Alive is not ready');
  stage.say(
    'Three replicas share a database, and it is away for two minutes. An orchestrator asks each of them every ten seconds. Who does not serve gets no calls (readiness); who fails three times is killed and started again (liveness). What should liveness ask for?',
  );
  const rows = [['liveness asks for', 'restarts', 'nobody was ready for']];
  for (const service of [SHOP, '']) {
    const { restarts, down } = liveThrough(service);
    rows.push([`"${service}"`, String(restarts), `${down} s`]);
  }
  stage.print(drawTable(rows));
  stage.say(
    'A restart does not bring a database back. So the empty name is for the process: can it answer at all? And the service’s name is for the calls: would they go well?',
  );
}

async function showEnds(stage: Stage): Promise<void> {
  await stage.scene('The end, under load');
  stage.say(
    'Two servers and 24 callers: eight have a connection of grpc-js that stays, eight one of ours, and eight connect anew for each call, to an address that a balancer gives them; it asks every server how it is, 20 times a second. Nobody tries again. One of the servers is a process of its own. It is told to end, by a real signal. Calls that were lost:',
  );
  const results = [];
  for (const way of Object.keys(WAYS) as Way[]) {
    results.push([way, await deploy('ours', way)] as const);
  }
  stage.print(drawDeployed(results));
  stage.say(
    'Ctrl-C is how the article ends its servers: whatever was under way is lost. A server that drains at once says GOAWAY, and who has a connection goes elsewhere in time; but who comes with the address in hand finds nobody. In order: NOT_SERVING, then a second in which it still takes every call, and then it drains.',
  );
}

async function showStreams(stage: Stage): Promise<void> {
  await stage.scene('A stream that never ends');
  stage.say('A client holds a stream open, as a watch does. The server is to end:');
  const rows = [['server', 'open', 'does', 'over', 'client reads']];
  for (const { server, stream, does, over, reads } of await endsWithStream()) {
    rows.push([server, stream, does, over, reads]);
  }
  stage.print(drawTable(rows));
  stage.say(
    'tryShutdown waits for the last stream, and nobody tells the stream. The health service of the package is such a stream itself. So: tell them, with a signal of your own; and whatever happens, have a timer and forceShutdown.',
  );
}

async function showOffer(stage: Stage): Promise<void> {
  await stage.scene('What do you offer?');
  stage.say(
    'Reflection is a service, too. A tool that has no .proto asks for the names, and then for the files:',
  );
  const shop = await startShop();
  try {
    const { services, files, methods } = await askOffer(shop, SHOP);
    for (const [i, name] of services.entries()) stage.step(i === 0 ? 'services' : '', name);
    for (const [i, name] of files.entries()) stage.step(i === 0 ? 'files' : '', name);
    for (const [i, method] of methods.entries()) stage.step(i === 0 ? 'methods' : '', method);
  } finally {
    await shop.close();
  }
}
