import type { Stage } from '#course/lesson/stage';
import { UserError } from '#course/user-error';
import { planUpdate } from '#kubernetes/update-plan';
import { problemsOf } from '#services/kubernetes/strict';
import { drawTable } from '../10-hello-grpc/compare.ts';
import { lostOf, type Setup, simulate } from '../cluster/simulate.ts';
import { dryRun, findCluster } from './cluster.ts';
import { drawRollouts } from './draw.ts';
import { ARTICLE_INGRESS, allManifests, FACTS, misspelt } from './manifests.ts';
import { buildImage } from './pods.ts';
import { burstOnPaper } from './quota.ts';
import { rollOut, WITHOUT, type Without } from './rollout.ts';
import { BURST, COST_MS, underLimit } from './throttle.ts';

/** `--manifests`: one list, as `kubectl apply -f -` takes it. */
export function showManifests(stage: Stage): void {
  const list = { apiVersion: 'v1', kind: 'List', items: allManifests() };
  stage.print(JSON.stringify(list, null, 2));
}

/** `--without <what>`: an update with one thing left out, three times. */
export async function showWithout(stage: Stage, what: string): Promise<void> {
  const known = WITHOUT.find((name) => name.toLowerCase() === what.toLowerCase());
  if (known === undefined) throw new UserError(`--without takes one of: ${WITHOUT.join(', ')}`);
  await stage.scene(`An update without ${known}`);
  stage.say(
    'Three pods are replaced by three new ones, under load, three times. Calls that were lost, by who made them: anew for each call, with a connection that stays, or told of the endpoints.',
  );
  const image = await buildImage('pod');
  try {
    const rows: [string, Awaited<ReturnType<typeof rollOut>>][] = [];
    for (const _ of [1, 2, 3]) rows.push([known, await rollOut(known as Without, image)]);
    stage.print(drawRollouts(rows));
  } finally {
    await image.remove();
  }
}

const LIMITS = [0, 50, 30];
/** So many times too slow without a limit: then it was not the limit. */
const BUSY = 2.5;

/** When the five calls of a burst are answered, if nobody else wants the CPU. */
const paper = (quota: number) => burstOnPaper(quota, COST_MS, BURST).join(' ');

/** `--throttle`, and the story’s scene: the same calls under three limits. */
export async function showThrottle(stage: Stage): Promise<void> {
  await stage.scene('A limit of CPU');
  stage.say(
    'A program answers bursts of five calls, each of which costs 20 ms of CPU. All in all it needs a quarter of a CPU. The same under a limit of half a CPU, and of 300m, which is more than it needs. On paper: when the five calls of a burst are answered, in milliseconds; then what happened here:',
  );
  const image = await buildImage('worker');
  try {
    const results = await Promise.all(LIMITS.map((quota) => underLimit(image, quota)));
    const ms = (time: number) => `${Math.round(time)} ms`;
    const rows = results.map(({ stops, median, p99, used }, i) => [
      LIMITS[i] === 0 ? 'none' : `${LIMITS[i]! * 10}m`,
      paper(LIMITS[i]!),
      `${Math.round(used)} %`,
      `${stops} times`,
      ms(median),
      ms(p99),
    ]);
    stage.print(
      drawTable([['limit', 'on paper', 'used', 'stood still', 'median', 'p99'], ...rows]),
    );
    stage.step('kept by', results.at(-1)!.by);
    if (results[0]!.p99 > BUSY * BURST * COST_MS) {
      stage.step(
        'careful',
        'This machine had too much else to do: even without a limit, calls took far longer than on paper. Nothing follows from these times, nor from how often a program stood still, since it did not get the CPU that it may use. What is on paper holds all the same.',
      );
    }
  } finally {
    await image.remove();
  }
  stage.say(
    'The limit is counted in periods of 100 ms. Who has used 30 ms of a period stands still for the rest of it, and so do all calls under way. The average never shows it: so a request for CPU, and no limit.',
  );
}

const SETUP: Setup = {
  replicas: FACTS.replicas,
  noticeSeconds: FACTS.noticeSeconds,
  longestCallSeconds: FACTS.longestCallSeconds,
  startSeconds: 6,
  ...planUpdate(FACTS),
  seed: 32,
};

/** What the plan gives, and what other waits would. */
export function drawPlans(): string {
  const rows = [['preStop', 'grace period', 'readiness', 'lost', 'ended after']];
  const variants: Partial<Setup>[] = [
    {},
    { preStopSeconds: 0 },
    { preStopSeconds: 2 },
    { terminationGracePeriodSeconds: 10 },
    { readiness: false },
  ];
  for (const variant of variants) {
    const setup = { ...SETUP, ...variant };
    const outcome = simulate(setup);
    rows.push([
      `${setup.preStopSeconds} s`,
      `${setup.terminationGracePeriodSeconds} s`,
      setup.readiness === false ? 'no' : 'yes',
      `${lostOf(outcome)} of ${outcome.calls}`,
      outcome.ended ? `${outcome.seconds} s` : 'never',
    ]);
  }
  return drawTable(rows);
}

/** `--plan`: the update in seconds, on paper. */
export async function showPlan(stage: Stage): Promise<void> {
  await stage.scene('The same update, on paper');
  const { maxSurge, maxUnavailable } = planUpdate(FACTS);
  stage.say(
    `Three pods; two can carry the load, and there is room for four: maxSurge ${maxSurge}, maxUnavailable ${maxUnavailable}. Whoever calls notices within 5 s that a pod leaves, and the longest call takes 20 s. Clients and time are simulated; the steps are those of the exercise:`,
  );
  stage.print(drawPlans());
}

/** `--cluster`: a real API server says what it takes. Nothing is kept. */
export async function showCluster(stage: Stage): Promise<void> {
  const { kubectl, server, context } = await findCluster();
  await stage.scene('What a cluster says of the manifests');
  if (server !== '') {
    stage.step('the cluster', `${context}, ${server}`);
    return askCluster(stage);
  }
  const why = kubectl ? 'kubectl knows no cluster' : 'kubectl is not installed';
  stage.say(
    `No cluster was asked: ${why} (kind or minikube make one on your machine). Checked here, against the types that Kubernetes publishes:`,
  );
  for (const manifest of [...allManifests(), misspelt(), ARTICLE_INGRESS]) {
    const [problem] = problemsOf(manifest);
    const kind = String(manifest.kind);
    if (problem === undefined) stage.step('it holds', kind);
    else stage.step('does not hold', `${kind}: ${problem.path}: ${problem.text}`);
  }
}

/** The answers of the cluster that kubectl knows: a dry run on the server, which keeps nothing. */
export async function askCluster(stage: Stage): Promise<void> {
  for (const manifest of [...allManifests(), misspelt(), ARTICLE_INGRESS]) {
    const name = manifest === ARTICLE_INGRESS ? 'the article’s Ingress' : String(manifest.kind);
    const { taken, text } = await dryRun(name, manifest);
    stage.step(taken ? 'taken' : 'refused', `${name}: ${text}`);
  }
}
