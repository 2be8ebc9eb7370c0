import { EndpointChanges } from '#channel/names/endpoint-slices';
import { nextStep, type Pod, type UpdateSpec } from '#kubernetes/rolling-update';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { countOf, lostOf } from '../shop/callers.ts';
import { Endpoints, late } from './endpoints.ts';
import { startKubeProxy } from './kube-proxy.ts';
import { Load } from './load.ts';
import { type Image, type PodProcess, probePod, startPod } from './pods.ts';

/** What an update can do without, and what it costs. */
export const WITHOUT = ['nothing', 'readiness', 'preStop', 'grace', 'age'] as const;
export type Without = (typeof WITHOUT)[number];

/** Everything that takes seconds in a cluster takes a fraction of one here. */
const TIMES = {
  warmUpMs: 500,
  callMs: 40,
  slowMs: 300,
  /** Within this time everybody knows that a pod is leaving, or ready. */
  noticeMs: 150,
  preStopMs: 900,
  graceMs: 3_000,
  maxAgeMs: 1_200,
  probeEveryMs: 50,
};
const SPEC: UpdateSpec = { replicas: 3, maxSurge: 1, maxUnavailable: 0 };
const SERVICE = OrderManagementDefinition.name;

export interface Rollout {
  calls: number;
  lost: number;
  tally: Load['tally'];
  /** Pods that did not end by themselves. */
  killed: number;
  /** Afterwards: connections of those that stay, at each of the new pods, the most first. */
  connections: number[];
}

interface Running extends Pod {
  /** `undefined` until it listens. */
  process?: PodProcess;
}

/**
 * What happens at the same time in a cluster, one after the other, for tests: SIGTERM waits until all
 * have been told and have called again; or nobody is told before the pod is gone and others have called.
 */
export type Order = 'told before SIGTERM' | 'gone before told';

/**
 * Three pods under load, each replaced by a new one: processes, signals, sockets and probes are
 * real; what stands for the Deployment's controller, the kubelet and the API server is in this file.
 *
 * @param order in place of times, which mean little on a busy machine
 */
export async function rollOut(without: Without, image: Image, order?: Order): Promise<Rollout> {
  const wait: Wait | undefined = order && {
    beforeTerm: async () => order === 'told before SIGTERM' && load?.round(),
    isToldAtOnce: order === 'told before SIGTERM',
    beforeTold: () => load?.more(12, 'anew'),
  };
  const cluster = new Cluster(without, image, wait);
  const service = await startKubeProxy();
  const known = new EndpointChanges({ portName: 'grpc', found: (pods) => service.found(pods) });
  let load: Load | undefined;
  try {
    await cluster.begin();
    known.listed(cluster.endpoints.slices());
    const soon = late(cluster.endpoints, TIMES.noticeMs);
    const stop = soon.watch((change) => known.changed(change));
    load = new Load(service.port, soon);
    await load.more(60);
    await cluster.update();
    load.end('anew');
    // Connections that are too old have gone by then, and others have come in their place.
    await new Promise((resolve) => setTimeout(resolve, 1.5 * TIMES.maxAgeMs));
    await load.more(60);
    const open = service.connections();
    const connections = cluster.ports.map((port) => open.get(port) ?? 0).sort((a, b) => b - a);
    await load.stop();
    stop();
    const { tally } = load;
    return {
      calls: countOf(tally),
      lost: lostOf(tally),
      tally,
      killed: cluster.killed,
      connections,
    };
  } finally {
    await cluster.end();
    await load?.stop();
    await service.close();
  }
}

interface Wait {
  beforeTerm(): Promise<unknown>;
  isToldAtOnce: boolean;
  beforeTold(): Promise<void> | undefined;
}

class Cluster {
  readonly endpoints = new Endpoints();
  /** Pods that did not end by themselves. */
  killed = 0;
  readonly #without: Without;
  readonly #wait: Wait | undefined;
  readonly #image: Image;
  #pods: Running[] = [];
  readonly #leaving = new Set<Promise<void>>();
  #serial = 0;

  constructor(without: Without, image: Image, wait?: Wait) {
    this.#without = without;
    this.#wait = wait;
    this.#image = image;
  }

  async begin(): Promise<void> {
    await Promise.all(Array.from({ length: SPEC.replicas }, () => this.#start('old')));
  }

  /** What the Deployment's controller does: a step, and another one when something has changed. */
  async update(): Promise<void> {
    const starting = new Set<Promise<void>>();
    for (;;) {
      const { start, end } = nextStep(this.#pods, SPEC);
      for (const name of end) this.#leave(this.#pods.find((pod) => pod.name === name)!);
      for (let i = 0; i < start; i++) {
        const work: Promise<void> = this.#start('new').finally(() => starting.delete(work));
        starting.add(work);
      }
      if (starting.size === 0 && end.length === 0) break;
      if (starting.size > 0) await Promise.race(starting);
    }
    await Promise.all(this.#leaving);
  }

  get ports(): number[] {
    return this.#pods.flatMap(({ process }) => process?.port ?? []);
  }

  async end(): Promise<void> {
    for (const { process } of this.#pods) process?.kill('SIGKILL');
    await Promise.all([...this.#pods.map(({ process }) => process?.gone), ...this.#leaving]);
  }

  async #start(version: Pod['version']): Promise<void> {
    const seed = ++this.#serial;
    const maxAgeMs = this.#without === 'age' ? 0 : TIMES.maxAgeMs;
    const pod: Running = { name: `orders-${seed}`, version, state: 'starting' };
    this.#pods.push(pod);
    const process = await startPod(this.#image, { ...TIMES, maxAgeMs, seed });
    pod.process = process;
    const { name } = pod;
    if (this.#without !== 'readiness' || version === 'old') {
      while (!(await probePod(process.port, SERVICE))) {
        await new Promise((resolve) => setTimeout(resolve, TIMES.probeEveryMs));
      }
    }
    pod.state = 'ready';
    this.endpoints.set({ name, port: process.port, ready: true, terminating: false });
  }

  /** A pod is deleted: it leaves the endpoints, and at the same time its end begins. */
  #leave(pod: Running): void {
    this.#pods = this.#pods.filter((other) => other !== pod);
    const { name, process } = pod;
    if (process === undefined) return;
    const isToldAtOnce = this.#wait?.isToldAtOnce ?? true;
    if (isToldAtOnce) {
      this.endpoints.set({ name, port: process.port, ready: false, terminating: true });
    }
    const graceMs = this.#without === 'grace' ? TIMES.preStopMs + 60 : TIMES.graceMs;
    const preStopMs = this.#without === 'preStop' ? 0 : TIMES.preStopMs;
    const term = setTimeout(async () => {
      await this.#wait?.beforeTerm();
      process.kill('SIGTERM');
    }, preStopMs);
    const kill = this.#wait
      ? undefined
      : setTimeout(() => {
          this.killed++;
          process.kill('SIGKILL');
        }, graceMs);
    const gone = process.gone.then(async () => {
      clearTimeout(term);
      clearTimeout(kill);
      if (!isToldAtOnce) await this.#wait?.beforeTold();
      this.endpoints.delete(name);
      this.#leaving.delete(gone);
    });
    this.#leaving.add(gone);
  }
}
