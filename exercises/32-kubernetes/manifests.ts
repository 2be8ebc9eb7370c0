import { notYet } from '#course/exercise/not-yet';
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
  // ── Task 1 ──
  // Three objects, each with apiVersion, kind, metadata and spec. What ties them together is the
  // labels.
  throw notYet(1);
}
