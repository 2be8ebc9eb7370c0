// Not derived: it writes down what Kubernetes is to do, and src/ has no such piece.
import type { UpdatePlan } from '#kubernetes/update-plan';
import type {
  Deployment,
  PodDisruptionBudget,
  Service,
} from '#services/kubernetes/generated/types';

/** What has to be said of a service, for it to run without you. */
export interface App {
  /** `orders`: of the Deployment, of the Service, and of its budget. */
  name: string;
  /** The program: `registry.example/orders:1.4.2`. */
  image: string;
  /** Where its server listens. */
  port: number;
  /** The name by which its health is asked: `ecommerce.OrderManagement`. */
  service: string;
  replicas: number;
  /** So many of them have to be there, whoever empties a node. Fewer than `replicas`. */
  needed: number;
  /** What a pod uses: a thousandth of a CPU is `1m`. */
  cpu: string;
  memory: string;
  plan: UpdatePlan;
}

export interface Manifests {
  deployment: Deployment;
  service: Service;
  budget: PodDisruptionBudget;
}

/** The three objects that one applies. */
export function manifestsOf(app: App): Manifests {
  // <task 1>
  //? Three objects, each with apiVersion, kind, metadata and spec. What ties them together is the
  //? labels.
  const { name, image, port, service, replicas, needed, cpu, memory, plan } = app;
  const { maxSurge, maxUnavailable, preStopSeconds, terminationGracePeriodSeconds } = plan;
  const labels = { app: name };
  return {
    deployment: {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name },
      spec: {
        replicas,
        selector: { matchLabels: labels },
        strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge, maxUnavailable } },
        template: {
          metadata: { labels },
          spec: {
            terminationGracePeriodSeconds,
            containers: [
              {
                name,
                image,
                ports: [{ name: 'grpc', containerPort: port }],
                readinessProbe: { grpc: { port, service } },
                livenessProbe: { grpc: { port } },
                lifecycle: { preStop: { sleep: { seconds: preStopSeconds } } },
                resources: { requests: { cpu, memory }, limits: { memory } },
              },
            ],
          },
        },
      },
    },
    service: {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name },
      spec: {
        clusterIP: 'None',
        selector: labels,
        ports: [{ name: 'grpc', port, appProtocol: 'kubernetes.io/h2c' }],
      },
    },
    budget: {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name },
      spec: { minAvailable: needed, selector: { matchLabels: labels } },
    },
  };
  // </task>
}
