import { EndpointChanges, type EndpointSlice } from '#channel/names/endpoint-slices';
import { limitsOf, type UpdateSpec } from '#kubernetes/rolling-update';
import { startShop } from '../../../lessons/29-health/shop.ts';
import { allManifests } from '../../../lessons/32-kubernetes/manifests.ts';
import type { Case } from '../kit/cases.ts';
import type { ApiServer, Thing } from './api.ts';
import { kubeletProbe, Node } from './node.ts';
import { create } from './strict-cases.ts';

const APPS = '/apis/apps/v1/namespaces/default';
const SLICES = '/apis/discovery.k8s.io/v1/namespaces/default/endpointslices';
const SELECTED = 'labelSelector=kubernetes.io/service-name%3Dorders';
const PATIENCE_MS = 30_000;

/** Asks again until it is so. */
async function until<T>(what: string, ask: () => Promise<T | undefined | false>): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`not within ${PATIENCE_MS} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const isLeaving = (pod: Thing) => pod.metadata.deletionTimestamp !== undefined;
const isReady = (pod: Thing) =>
  pod.status.conditions?.some(({ type, status }: Thing) => type === 'Ready' && status === 'True');
const imageOf = (pod: Thing) => pod.spec.containers[0].image;
const NEXT = 'registry.example/orders:1.5.0';

/** From a Deployment to pods, to endpoints, to addresses in a client; and then an update. */
export function rolloutCases(api: ApiServer, program: string): Case[] {
  const node = new Node(api);
  let told: string[] = [];
  const stop = new AbortController();
  const changes = new EndpointChanges({
    portName: 'grpc',
    found: (addresses) => {
      told = addresses.map(({ host, port }) => `${host}:${port}`);
    },
  });

  const probed = async (pod: Thing, port: number) => {
    const [{ readinessProbe }] = pod.spec.containers;
    const { result } = await kubeletProbe(program, port, readinessProbe.grpc.service);
    await node.status(pod.metadata.name, result === 'success');
  };

  return [
    {
      name: 'a Deployment becomes a ReplicaSet and three Pods',
      async run() {
        await node.join();
        for (const manifest of allManifests()) {
          const { status, body } = await create(api, manifest, 'fieldValidation=Strict');
          if (status !== 201) throw new Error(`${manifest.kind}: ${JSON.stringify(body)}`);
        }
        await until('three pods', async () => (await node.pods()).length === 3);
        const { items } = (await api.call('GET', `${APPS}/replicasets`)).body;
        const [owner] = items[0].metadata.ownerReferences;
        if (items.length !== 1 || owner.kind !== 'Deployment')
          throw new Error(JSON.stringify(items));
        const [pod] = await node.pods();
        const [{ readinessProbe, livenessProbe, lifecycle }] = pod.spec.containers;
        const { grpc } = readinessProbe;
        const wants = [
          grpc.port,
          grpc.service,
          livenessProbe.grpc.service || '',
          lifecycle.preStop.sleep.seconds,
        ];
        const text = JSON.stringify(wants);
        if (text !== '[50051,"ecommerce.OrderManagement","",5]') throw new Error(text);
      },
    },
    {
      name: 'pods that the kubelet’s probe finds ready become addresses in a client',
      async run() {
        const { body } = await api.call('GET', `${SLICES}?${SELECTED}`);
        changes.listed(body.items as EndpointSlice[]);
        const since = body.metadata.resourceVersion;
        api.watch(`${SLICES}?watch=1&${SELECTED}&resourceVersion=${since}`, stop.signal, (event) =>
          changes.changed(event),
        );
        if (told.length > 0) throw new Error(`nobody is ready, and it tells ${told}`);
        const shop = await startShop();
        try {
          for (const pod of await node.pods()) {
            await node.run(pod);
            await probed(pod, shop.port);
          }
        } finally {
          await shop.close();
        }
        await until('three addresses', async () => told.length === 3);
        const all = told.join(' ');
        if (all !== '10.1.0.1:50051 10.1.0.2:50051 10.1.0.3:50051') throw new Error(all);
      },
    },
    {
      name: 'a pod whose server says NOT_SERVING is no address any more',
      async run() {
        const [pod] = await node.pods();
        const shop = await startShop();
        try {
          shop.health.shutdown();
          await probed(pod, shop.port);
        } finally {
          await shop.close();
        }
        await until('two addresses', async () => told.length === 2);
        await node.status(pod.metadata.name, true);
        await until('three addresses again', async () => told.length === 3);
      },
    },
    {
      name: 'an update keeps the limits that we have worked out, at each step',
      async run() {
        const path = `${APPS}/deployments/orders`;
        const { spec } = (await api.call('GET', path)).body;
        const limits = limitsOf({
          replicas: spec.replicas,
          ...spec.strategy.rollingUpdate,
        } as UpdateSpec);
        const image = {
          spec: { template: { spec: { containers: [{ name: 'orders', image: NEXT }] } } },
        };
        await api.call('PATCH', path, image, 'application/strategic-merge-patch+json');
        const reached = {
          most: 0,
          fewest: Number.POSITIVE_INFINITY,
          addresses: Number.POSITIVE_INFINITY,
        };
        await until('three new pods, all ready', async () => {
          const pods = await node.pods();
          const there = pods.filter((pod) => !isLeaving(pod));
          reached.most = Math.max(reached.most, there.length);
          reached.fewest = Math.min(reached.fewest, there.filter(isReady).length);
          reached.addresses = Math.min(reached.addresses, told.length);
          // One thing happens: a pod gets ready, or one that was leaving is gone.
          const starting = there.find((pod) => !isReady(pod));
          const leaving = pods.find(isLeaving);
          if (starting !== undefined) {
            await node.run(starting);
            await node.status(starting.metadata.name, true);
          } else if (leaving !== undefined) await node.gone(leaving.metadata.name);
          return pods.length === 3 && pods.every((pod) => imageOf(pod) === NEXT && isReady(pod));
        });
        const { most, fewest } = reached;
        const text = JSON.stringify({ limits, reached });
        if (most !== limits.most || fewest !== limits.fewest) throw new Error(text);
        if (reached.addresses < 1) throw new Error(text);
        await until('three addresses', async () => told.length === 3);
        if (told.some((address) => /^10\.1\.0\.[123]:/.test(address)))
          throw new Error(told.join(' '));
      },
    },
    {
      name: 'when all are told to leave, those that still serve are told',
      async run() {
        // Nobody collects garbage here, and a ReplicaSet that is left would make pods again.
        await api.call('DELETE', `${APPS}/deployments/orders`);
        await api.call('DELETE', `${APPS}/replicasets`);
        const pods = await until('three pods that leave', async () => {
          const pods = await node.pods();
          if (pods.length < 3) throw new Error('a pod has gone before its node said so');
          for (const pod of pods) {
            if (!isLeaving(pod))
              await api.call('DELETE', `/api/v1/namespaces/default/pods/${pod.metadata.name}`);
          }
          return pods.every(isLeaving) && pods;
        });
        await until('a slice whose endpoints are all leaving', async () => {
          const { items } = (await api.call('GET', `${SLICES}?${SELECTED}`)).body;
          const ends = items.flatMap(({ endpoints }: Thing) => endpoints ?? []);
          return (
            ends.length === 3 &&
            ends.every(({ conditions }: Thing) => conditions.terminating && conditions.serving)
          );
        });
        await until('three addresses', async () => told.length === 3);
        for (const { metadata } of pods) await node.gone(metadata.name);
        await until('nobody', async () => told.length === 0);
        stop.abort();
      },
    },
  ];
}
