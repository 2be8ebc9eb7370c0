import type { RunOptions } from '#course/lesson/define-lesson';
import type { Stage } from '#course/lesson/stage';
import { manifestsOf } from '#kubernetes/manifests';
import { problemsOf } from '#services/kubernetes/strict';
import { drawTable } from '../10-hello-grpc/compare.ts';
import { drawBars } from '../21-load-balancing/fleet.ts';
import { tellChanges } from './changes.ts';
import { findCluster } from './cluster.ts';
import {
  CALLS,
  HEADLESS,
  startPods,
  throughDns,
  throughRoute,
  throughService,
} from './distributions.ts';
import { drawRollouts } from './draw.ts';
import {
  askCluster,
  showCluster,
  showManifests,
  showPlan,
  showThrottle,
  showWithout,
} from './experiments.ts';
import { ARTICLE_INGRESS, allManifests, appOf, misspelt } from './manifests.ts';
import { buildImage } from './pods.ts';
import { probeMisspelt, probeMoments, SERVICE } from './probes.ts';
import { type Rollout, rollOut, WITHOUT, type Without } from './rollout.ts';
import { recordAge } from './traces.ts';

/** `npm run lesson 32`: who starts it, who finds it, and who loses a call when it is replaced? */
export async function tellStory(stage: Stage, { experiments }: RunOptions): Promise<void> {
  const { manifests, without, throttle, plan, cluster } = experiments;
  if (manifests) return showManifests(stage);
  if (without !== undefined) return showWithout(stage, String(without));
  if (throttle) return showThrottle(stage);
  if (plan) return showPlan(stage);
  if (cluster) return showCluster(stage);

  await showDistributions(stage);
  await showChecks(stage);
  await showProbes(stage);
  await showChanges(stage);
  await showRollouts(stage);
  await showThrottle(stage);
  stage.say(
    'It runs now, without you. One question is left from the first lesson: is all of it, every layer that you have built, the real thing? A stranger’s client will say. That is lesson 33.',
  );
}

async function showDistributions(stage: Stage): Promise<void> {
  await stage.scene('One connection, one pod');
  stage.say(
    `Three servers stand for three pods. A Service gives them one address. Who looks after that address is kube-proxy, and it sees connections; here a TCP proxy stands for it. ${CALLS} calls of one client:`,
  );
  const pods = await startPods(4);
  const three = pods.slice(0, 3);
  const names = three.map(({ name }) => name);
  try {
    stage.print(drawBars(names, await throughService(three)));
    const { counts, by, addresses } = await throughDns(three);
    stage.say(
      'With clusterIP: None the Service is headless: it has no address, and its name stands for all pods. The same client, with round_robin:',
    );
    const name = by === 'DNS' ? HEADLESS : 'this system has one address, so: a list';
    stage.step(by === 'DNS' ? 'DNS' : 'without DNS', `${name} → ${addresses.join(', ')}`);
    stage.print(drawBars(names, counts));
    stage.say(
      'And with something between that reads calls: a Gateway that follows a GRPCRoute. Ours sends one call in ten to a fourth pod, the version that is being tried:',
    );
    stage.print(drawBars([...names, 'next-1  '], await throughRoute(pods)));
  } finally {
    for (const pod of pods) await pod.kill();
  }
}

async function showChecks(stage: Stage): Promise<void> {
  await stage.scene('What one asks for');
  stage.say(
    'A manifest says what should be. Five of them, checked against the types that Kubernetes 1.36 itself publishes, then two that do not hold:',
  );
  const rows = allManifests().map((manifest) => {
    const [problem] = problemsOf(manifest);
    const held = problem === undefined ? 'it holds' : `${problem.path}: ${problem.text}`;
    return [String(manifest.kind), String(manifest.apiVersion), held];
  });
  stage.print(drawTable([['kind', 'apiVersion', ''], ...rows]));
  for (const { path, text } of problemsOf(misspelt())) stage.step('misspelt', `${path}: ${text}`);
  const [wrong] = problemsOf(ARTICLE_INGRESS);
  stage.step(
    'the article’s',
    `${ARTICLE_INGRESS.apiVersion} ${ARTICLE_INGRESS.kind}: ${wrong?.text}`,
  );
  const { kubectl, server, context, isLocal } = await findCluster();
  if (isLocal) {
    stage.say(
      `kubectl knows a cluster on this machine, ${context}. It is asked, too; it keeps nothing:`,
    );
    await askCluster(stage);
  } else if (server !== '') {
    stage.say(`(Checked here. kubectl knows the cluster ${context}; --cluster asks it.)`);
  } else {
    const why = kubectl ? 'kubectl knows no cluster' : 'kubectl is not installed';
    stage.say(`(Checked here, without a cluster: ${why}.)`);
  }
}

async function showProbes(stage: Stage): Promise<void> {
  await stage.scene('Two probes of one pod');
  const [container] = manifestsOf(appOf()).deployment.spec?.template.spec?.containers ?? [];
  stage.step('readiness', JSON.stringify(container?.readinessProbe));
  stage.step('liveness', JSON.stringify(container?.livenessProbe));
  stage.say(
    'The kubelet makes the Check itself; no tool has to be in the image. Here our probe of lesson 29 does what the kubelet would do:',
  );
  const rows = (await probeMoments()).map(({ when, readiness, liveness }) => [
    when,
    readiness ? 'gets calls' : 'no calls',
    liveness ? 'left alone' : 'restarted',
  ]);
  stage.print(drawTable([['the pod', 'readiness', 'liveness'], ...rows]));
  if (!(await probeMisspelt())) {
    stage.say(
      `If the probe's service is misspelt, the answer is NOT_FOUND, and the pod is never ready. The name is ${SERVICE}, with its package.`,
    );
  }
}

async function showChanges(stage: Stage): Promise<void> {
  await stage.scene('Told, and not asked');
  stage.say(
    'DNS is asked again when a connection breaks. The API server has a watch: it tells each change of a slice of the endpoints. What a resolver makes of that:',
  );
  const rows = tellChanges().map(({ what, told }) => [what, told]);
  stage.print(drawTable([['the watch', 'the channel hears'], ...rows]));
}

async function showRollouts(stage: Stage): Promise<void> {
  await stage.scene('A new version, under load');
  stage.say(
    'Three pods are replaced by three new ones, one more at a time (maxSurge 1, maxUnavailable 0). Each pod is a process, and ends by a real SIGTERM, or SIGKILL; the parts of Kubernetes are stood for by this program, with your steps if you have written them (--mine). Four callers connect anew for each call, twelve keep a connection through the Service, four are told of the endpoints. Seconds are tenths here. Once with everything, and once without each:',
  );
  const image = await buildImage('pod');
  try {
    // Not all at the same time: they would be slow for want of CPU, and not for what is left out.
    const rows: (readonly [string, Rollout])[] = [];
    for (const group of [WITHOUT.slice(0, 2), WITHOUT.slice(2)]) {
      const run = async (without: Without) => [without, await rollOut(without, image)] as const;
      rows.push(...(await Promise.all(group.map(run))));
    }
    stage.print(drawRollouts(rows));
    if (rows[0]![1].lost > 0) {
      stage.step(
        'careful',
        'The first row should lose nothing. This machine had too much else to do: it took longer than the waits are, and a wait that is too short loses calls. Try again when it has less.',
      );
    }
  } finally {
    await image.remove();
  }
  stage.say(
    'Without readiness calls go to pods that cannot work yet. Without preStop a pod is gone while its address is still given out. With a grace period that is too short, calls that take long are cut off. Without a greatest age no call is lost; but connections stay where they are (the last column: at each new pod), and the first pod that was ready has most of the work. This is the first thing that a server says to a connection that is too old; the rest is lesson 29’s:',
  );
  const { events } = await recordAge();
  for (const event of events) {
    if (event.kind === 'message' && event.title.startsWith('GOAWAY')) stage.show(event);
  }
}
