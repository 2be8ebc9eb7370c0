/**
 * npm run judge:kubernetes: what Kubernetes itself says of lesson 32. A real API server, its
 * controllers and the kubelet's own gRPC probe are built from the Go module k8s.io/kubernetes: it
 * takes or refuses our manifests, makes Pods of the Deployment and endpoints of the Pods, and probes
 * our server. No containers are run: for the node stands `node.ts`. Neither kubectl nor Docker is
 * needed. Exits 0 only if as many cases have passed as there are.
 *
 * `-- --write` writes the tables in src/services/kubernetes/generated/ anew.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Case, Score } from '../kit/cases.ts';
import { requireGo } from '../kit/go-tools.ts';
import { ApiServer } from './api.ts';
import { buildControlPlane, gatewayDefinition, ORIGIN } from './install.ts';
import { probeCases } from './probe-cases.ts';
import { rolloutCases } from './rollout-cases.ts';
import { type OpenApi, writeTables } from './schema.ts';
import { strictCases } from './strict-cases.ts';

const score = new Score('judge:kubernetes', 29);
const GENERATED = resolve('src/services/kubernetes/generated');
const folder = resolve('.judges/kubernetes');
mkdirSync(folder, { recursive: true });
requireGo('judge:kubernetes');

const program = buildControlPlane(folder);
const state = mkdtempSync(join(tmpdir(), 'judge-kubernetes-'));
const api = await ApiServer.start(program, state);
try {
  await addGateway(api);
  const tables = writeTables(await schemasOf(api), ORIGIN);
  if (process.argv.includes('--write')) {
    writeFileSync(join(GENERATED, 'schema.ts'), tables.schema);
    writeFileSync(join(GENERATED, 'types.ts'), tables.types);
  }
  await score.round('the tables of types', tableCases(tables));
  await score.round('strict validation', strictCases(api));
  await score.round('the kubelet’s probe', probeCases(program));
  await score.round('a Deployment, and an update', rolloutCases(api, program));
} finally {
  await api.end();
  rmSync(state, { recursive: true, force: true });
}
score.finish();

/** What the API server says of itself is what our tables say. */
function tableCases(tables: ReturnType<typeof writeTables>): Case[] {
  return (['schema', 'types'] as const).map((name) => ({
    name,
    async run() {
      if (readFileSync(join(GENERATED, `${name}.ts`), 'utf8') !== tables[name]) {
        throw new Error(
          `${name}.ts is not what this version says: npm run judge:kubernetes -- --write`,
        );
      }
    },
  }));
}

async function addGateway(api: ApiServer): Promise<void> {
  const text = execFileSync(program, ['json', gatewayDefinition(folder)], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  const path = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
  const { status, body } = await api.call('POST', path, JSON.parse(text));
  if (status !== 201) throw new Error(`the definition of GRPCRoute: ${JSON.stringify(body)}`);
  await schemasOf(api);
}

/** All schemas, once those of the Gateway API are among them. */
async function schemasOf(api: ApiServer): Promise<Record<string, OpenApi>> {
  const groups = [
    'api/v1',
    ...['apps', 'batch', 'policy', 'discovery.k8s.io'].map((name) => `apis/${name}/v1`),
  ];
  const all: Record<string, OpenApi> = {};
  for (const group of [...groups, 'apis/gateway.networking.k8s.io/v1']) {
    for (const end = Date.now() + 30_000; ; ) {
      const { status, body } = await api.call('GET', `/openapi/v3/${group}`);
      if (status === 200) {
        Object.assign(all, body.components.schemas);
        break;
      }
      if (Date.now() > end) throw new Error(`no schemas of ${group}: ${status}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  return all;
}
