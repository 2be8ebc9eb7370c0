import { problemsOf } from '#services/kubernetes/strict';
import {
  ARTICLE_INGRESS,
  allManifests,
  misspelt,
} from '../../../lessons/32-kubernetes/manifests.ts';
import type { Case } from '../kit/cases.ts';
import type { Answer, ApiServer, Thing } from './api.ts';

const PLACES: Readonly<Record<string, string>> = {
  Deployment: 'deployments',
  Service: 'services',
  Job: 'jobs',
  PodDisruptionBudget: 'poddisruptionbudgets',
  GRPCRoute: 'grpcroutes',
  Ingress: 'ingresses',
};

export function create(api: ApiServer, manifest: Thing, query: string): Promise<Answer> {
  const { apiVersion, kind } = manifest;
  const group = apiVersion === 'v1' ? '/api/v1' : `/apis/${apiVersion}`;
  const path = `${group}/namespaces/default/${PLACES[kind]}?${query}`;
  return api.call('POST', path, manifest);
}

const STRICT = 'fieldValidation=Strict&dryRun=All';

/** Changes the Deployment by its text: what one types is text, too. */
function changed(find: string, replacement: string): Thing {
  const deployment = allManifests().find(({ kind }) => kind === 'Deployment');
  const text = JSON.stringify(deployment);
  if (!text.includes(find)) throw new Error(`no ${find} in the Deployment`);
  return JSON.parse(text.replace(find, replacement));
}

function expectRefused({ status, body }: Answer, words: string): void {
  const text = JSON.stringify(body);
  if (status < 400 || !text.includes(words)) throw new Error(`${status}: ${text.slice(0, 500)}`);
}

/** What a real API server takes and refuses; our own check has to say the same. */
export function strictCases(api: ApiServer): Case[] {
  const good = allManifests().map(
    (manifest): Case => ({
      name: `takes ${manifest.kind}`,
      async run() {
        const { status, body } = await create(api, manifest, STRICT);
        if (status !== 201) throw new Error(`${status}: ${JSON.stringify(body)}`);
        const problems = problemsOf(manifest);
        if (problems.length > 0) throw new Error(`our check: ${JSON.stringify(problems)}`);
      },
    }),
  );
  const refused: [string, Thing, string][] = [
    ['livnessProbe', misspelt(), 'livnessProbe'],
    ['replicas as a text', changed('"replicas":3', '"replicas":"3"'), 'replicas'],
    ['a port by name in a grpc probe', changed('"port":50051', '"port":"grpc"'), 'port'],
    ['a container without a name', changed('"name":"orders","image"', '"image"'), 'name'],
    ['CPU that is not a quantity', changed('"200m"', '"200 m"'), 'quantit'],
    ['the article’s Ingress', ARTICLE_INGRESS, 'could not find the requested resource'],
    ['policy/v1beta1', { ...allManifests()[2], apiVersion: 'policy/v1beta1' }, 'could not find'],
  ];
  const bad = refused.map(
    ([name, manifest, words]): Case => ({
      name: `refuses ${name}`,
      async run() {
        const answer = await create(api, manifest, STRICT);
        expectRefused(
          answer.body?.code
            ? answer
            : { ...answer, body: `could not find the requested resource: ${answer.body}` },
          words,
        );
        if (problemsOf(manifest).length === 0) throw new Error('our check finds nothing wrong');
      },
    }),
  );
  return [
    ...good,
    ...bad,
    {
      name: 'if it is not strict, livnessProbe is forgotten, with a warning',
      async run() {
        const answer = await create(api, misspelt(), 'fieldValidation=Warn&dryRun=All');
        const [container] = answer.body.spec.template.spec.containers;
        const isForgotten = answer.status === 201 && container.livenessProbe === undefined;
        if (!isForgotten || !answer.warning.includes('livnessProbe'))
          throw new Error(JSON.stringify(answer));
      },
    },
    {
      name: 'a selector that does not select the template is refused',
      async run() {
        const wrong = changed('"labels":{"app":"orders"}', '"labels":{"app":"order"}');
        expectRefused(await create(api, wrong, STRICT), 'selector');
      },
    },
    {
      name: 'a rolling update without any leeway is refused',
      async run() {
        const wrong = changed('"maxSurge":1,"maxUnavailable":1', '"maxSurge":0,"maxUnavailable":0');
        expectRefused(await create(api, wrong, STRICT), 'maxUnavailable');
      },
    },
  ];
}
