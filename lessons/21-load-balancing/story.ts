import type { RunOptions } from '#course/lesson/define-lesson';
import type { Stage } from '#course/lesson/stage';
import { drawTable } from '../10-hello-grpc/compare.ts';
import { comeAndGo } from './coming-and-going.ts';
import { byTheClient, CALLS, throughL4, throughL7 } from './distributions.ts';
import { showConfig, showDeploy, showEyeballs, showKill, showPolicy } from './experiments.ts';
import { watchOutlier } from './fast-failure.ts';
import { drawBars, NAMES, withFleet } from './fleet.ts';
import { FOR_MS, SCENARIOS, SEED } from './scenarios.ts';
import { POLICY_NAMES, type Setup, simulate } from './simulate.ts';
import { recordStreams } from './traces.ts';

/** `npm run lesson 21`: which of three servers gets the call? */
export async function tellStory(stage: Stage, { experiments }: RunOptions): Promise<void> {
  const { kill, deploy, eyeballs, config, policy } = experiments;
  if (kill) return showKill(stage);
  if (deploy) return showDeploy(stage);
  if (eyeballs) return showEyeballs(stage);
  if (config) return showConfig(stage);
  if (policy !== undefined) return showPolicy(stage, String(policy));

  await showL4(stage);
  await showL7(stage);
  await showClient(stage);
  await showComings(stage);
  await showOutlier(stage);
  await showPolicies(stage);
  stage.say(
    'A call that was at a server which broke has failed. Another server is there. May the call be sent again? That is lesson 22.',
  );
}

async function showL4(stage: Stage): Promise<void> {
  await stage.scene('A proxy that sees connections');
  stage.say(
    'Three servers, and before them a TCP proxy of twenty lines: the next connection goes to the next server. This is what two calls are, for such a proxy:',
  );
  const { events } = await recordStreams();
  for (const event of events) {
    if (event.kind === 'message' && event.from === 'client' && event.title.startsWith('HEADERS')) {
      stage.show(event);
    }
  }
  stage.say(
    `Two streams, 1 and 3, and one connection. The proxy has chosen once, when the connection came, and all that follows goes the same way. ${CALLS} calls of one client:`,
  );
  stage.print(drawBars(NAMES, await withFleet(throughL4)));
  stage.say('Each other client would get the next server, and keep it. Layer 4 balances clients.');
}

async function showL7(stage: Stage): Promise<void> {
  await stage.scene('A proxy that sees calls');
  stage.say(
    'nginx, with grpc_pass and three servers in its upstream, if it is installed here (Debian: apt-get install nginx-light); otherwise a proxy of fifteen lines on our own stack. Either reads HTTP/2, and so it can send each stream somewhere else:',
  );
  const { proxy, counts } = await withFleet((servers) => throughL7(servers));
  stage.step('between them', proxy === 'nginx' ? 'nginx' : 'our own (nginx is not installed)');
  stage.print(drawBars(NAMES, counts));
  stage.say(
    'Even, for one client as for a thousand. The price: every byte of every call goes through one more program, which has to be run, and kept alive.',
  );
}

async function showClient(stage: Stage): Promise<void> {
  await stage.scene('The client itself');
  stage.say(
    'No proxy. The name stands for three addresses, and a service config says what to do with them: {"loadBalancingConfig": [{"round_robin": {}}]}. A client of grpc-js:',
  );
  stage.print(drawBars(NAMES, await withFleet(byTheClient)));
  stage.say(
    'As even, and nobody stands between. The price: each client has a connection to each server, and has to hear of it when servers come and go.',
  );
}

async function showComings(stage: Stage): Promise<void> {
  await stage.scene('Servers come and go');
  for (const { what, names, counts, failed } of await comeAndGo()) {
    stage.step(what, failed === 0 ? 'no call has failed' : `${failed} calls have failed`);
    stage.print(drawBars(names, counts));
  }
  stage.say(
    'shop-2 sent GOAWAY, and was left out from then on. That shop-4 is there, no connection could tell: the resolver found it. What was kept was kept with its connection.',
  );
}

async function showOutlier(stage: Stage): Promise<void> {
  await stage.scene('Connected, and not well');
  stage.say(
    'shop-2 answers every call at once: UNAVAILABLE. Its connection is READY. Around round_robin stands outlier_detection, which counts how calls end. (The clock of the client is moved by hand.)',
  );
  for (const { what, counts, failed } of await watchOutlier()) {
    stage.step(what, failed === 0 ? 'no call has failed' : `${failed} of 30 have failed`);
    stage.print(drawBars(NAMES, counts));
  }
  stage.say(
    'Left out at 10 s, for 30 s. Then it gets another chance, and is left out again, this time for 60 s.',
  );
}

/** What all policies make of one scenario. */
export function compare(scenario: Pick<Setup, 'servers' | 'clients' | 'callsPerSecond'>): string {
  const rows = [['policy', 'calls', 'median', 'p99', 'queue']];
  for (const policy of POLICY_NAMES) {
    const outcome = simulate({ ...scenario, policy, outliers: false, seed: SEED, forMs: FOR_MS });
    const longest = Math.max(...outcome.samples.flatMap(({ queues }) => queues));
    const ms = (time: number) => `${Math.round(time)} ms`;
    const calls = outcome.calls.join(' ');
    rows.push([policy, calls, ms(outcome.median), ms(outcome.p99), String(longest)]);
  }
  return drawTable(rows);
}

async function showPolicies(stage: Stage): Promise<void> {
  await stage.scene('Which policy?');
  stage.say(
    'Four servers; the last one has a fifth of the speed of the others. Four clients, 160 calls a second, 20 seconds. Servers and time are simulated, the policies are those of the stack. (queue: the longest that a server had.)',
  );
  stage.print(compare(SCENARIOS.slow));
  stage.say(
    'round_robin gives everybody the same, also the one that cannot keep up: one call in a hundred waits for ten seconds. A policy that looks at how many calls are under way does not need to know which server is slow. And it is enough to look at two.',
  );
}
