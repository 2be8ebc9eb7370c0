import { type App, manifestsOf } from '#kubernetes/manifests';
import { type Facts, planUpdate } from '#kubernetes/update-plan';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import type { GRPCRoute, Job } from '#services/kubernetes/generated/types';

/** What is known of the shop before it is updated. */
export const FACTS: Facts = {
  replicas: 3,
  needed: 2,
  room: 4,
  noticeSeconds: 5,
  longestCallSeconds: 20,
};

export const appOf = (): App => ({
  name: 'orders',
  image: 'registry.example/orders:1.4.2',
  port: 50_051,
  service: OrderManagementDefinition.name,
  replicas: FACTS.replicas,
  needed: FACTS.needed,
  cpu: '200m',
  memory: '128Mi',
  plan: planUpdate(FACTS),
});

// #region job
/** The article's client: a program that runs until it is done, and not one that stays. */
export const JOB = {
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name: 'orders-client' },
  spec: {
    backoffLimit: 4,
    template: {
      spec: {
        restartPolicy: 'Never',
        containers: [
          {
            name: 'client',
            image: 'registry.example/orders-client:1.4.2',
            args: ['--target', 'dns:///orders:50051'],
          },
        ],
      },
    },
  },
} satisfies Job;
// #endregion job

// #region route
/** Calls of one service, from outside, one in ten to the version that is being tried. */
export const ROUTE = {
  apiVersion: 'gateway.networking.k8s.io/v1',
  kind: 'GRPCRoute',
  metadata: { name: 'orders' },
  spec: {
    parentRefs: [{ name: 'outside' }],
    hostnames: ['orders.example'],
    rules: [
      {
        matches: [{ method: { service: 'ecommerce.OrderManagement' } }],
        backendRefs: [
          { name: 'orders', port: 50_051, weight: 9 },
          { name: 'orders-next', port: 50_051, weight: 1 },
        ],
      },
    ],
  },
} satisfies GRPCRoute;
// #endregion route

/** All that one applies, in an order that works. */
export function allManifests(): { kind?: string; [field: string]: unknown }[] {
  const { deployment, service, budget } = manifestsOf(appOf());
  return [{ ...service }, { ...deployment }, { ...budget }, { ...JOB }, { ...ROUTE }];
}

/** The same Deployment with a key that is misspelt, as one types it in YAML. */
export function misspelt(): Record<string, unknown> {
  const text = JSON.stringify(manifestsOf(appOf()).deployment);
  return JSON.parse(text.replace('"livenessProbe"', '"livnessProbe"'));
}

/** The article's Ingress, as it stands there. */
export const ARTICLE_INGRESS = {
  apiVersion: 'extensions/v1beta1',
  kind: 'Ingress',
  metadata: {
    name: 'prodinfo-ingress',
    annotations: {
      'kubernetes.io/ingress.class': 'nginx',
      'nginx.ingress.kubernetes.io/ssl-redirect': 'false',
      'nginx.ingress.kubernetes.io/backend-protocol': 'GRPC',
    },
  },
  spec: {
    rules: [
      {
        host: 'productinfo',
        http: { paths: [{ backend: { serviceName: 'productinfo', servicePort: 'grpc' } }] },
      },
    ],
  },
};
