import type { UpdatePlan } from '#kubernetes/update-plan';
import type {
  Deployment,
  PodDisruptionBudget,
  Service,
} from '#services/kubernetes/generated/types';

export interface App {
  name: string;
  image: string;
  port: number;
  service: string;
  replicas: number;
  needed: number;
  cpu: string;
  memory: string;
  plan: UpdatePlan;
}

export interface Manifests {
  deployment: Deployment;
  service: Service;
  budget: PodDisruptionBudget;
}

const metadata = (name: string) => ({ name, namespace: 'shop', labels: { team: 'orders' } });
const podLabels = (name: string) => ({
  'app.kubernetes.io/name': name,
  'app.kubernetes.io/part-of': 'shop',
});
/** As one would write it in YAML, with all that has a default. */
export function manifestsOf(app: App): Manifests {
  const byName = {
    matchExpressions: [{ key: 'app.kubernetes.io/name', operator: 'In', values: [app.name] }],
  };
  return {
    deployment: deploymentOf(app, byName),
    service: {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: metadata(app.name),
      spec: {
        type: 'ClusterIP',
        clusterIP: 'None',
        selector: { 'app.kubernetes.io/name': app.name },
        ports: [
          {
            name: 'grpc',
            port: app.port,
            targetPort: 'rpc',
            protocol: 'TCP',
            appProtocol: 'kubernetes.io/h2c',
          },
        ],
      },
    },
    budget: {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: metadata(app.name),
      spec: { maxUnavailable: app.replicas - app.needed, selector: byName },
    },
  };
}

function deploymentOf(app: App, selector: object): Deployment {
  const { maxSurge, maxUnavailable, preStopSeconds } = app.plan;
  const probe = (service: string) => ({
    grpc: { port: app.port, service },
    periodSeconds: 5,
    failureThreshold: 2,
  });
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: metadata(app.name),
    spec: {
      replicas: app.replicas,
      revisionHistoryLimit: 3,
      strategy: { rollingUpdate: { maxSurge, maxUnavailable } },
      selector,
      template: {
        metadata: { labels: podLabels(app.name) },
        spec: {
          terminationGracePeriodSeconds: app.plan.terminationGracePeriodSeconds,
          containers: [
            {
              name: 'server',
              image: app.image,
              ports: [{ name: 'rpc', containerPort: app.port, protocol: 'TCP' }],
              startupProbe: probe(''),
              readinessProbe: probe(app.service),
              livenessProbe: probe(''),
              ...(preStopSeconds > 0 && {
                lifecycle: { preStop: { sleep: { seconds: preStopSeconds } } },
              }),
              resources: { requests: { cpu: app.cpu }, limits: { memory: app.memory } },
            },
          ],
        },
      },
    },
  };
}
