import { test } from 'vitest';
import {
  compareAddresses,
  EndpointChanges,
  type EndpointConditions,
  type EndpointSlice,
  type HostPort,
} from '#channel/names/endpoint-slices';
import { check } from '#course/kit/compare/finding';
import { throwGap } from '#course/kit/compare/gap';
import { expectSame } from '#course/kit/compare/same';
import { expectKept, unchanged } from '#course/kit/given';
import { Random } from '#course/kit/random';
import { task } from '#course/kit/task';
import { type App, manifestsOf } from '#kubernetes/manifests';
import { limitsOf, nextStep, type Pod, type UpdateSpec } from '#kubernetes/rolling-update';
import { type Facts, planUpdate, SPARE_SECONDS } from '#kubernetes/update-plan';
import type { LabelSelector, PodSpec } from '#services/kubernetes/generated/types';
import { problemsOf } from '#services/kubernetes/strict';
import { type Outcome, simulate } from '../../lessons/cluster/simulate.ts';

/*
 * Nothing here needs a cluster. A manifest is data, a watch is a list of changes, and an update is
 * simulated; time is counted by hand, and chance comes from a seed.
 */

/** Frozen, with all that is in it. */
function deeply<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) deeply(part);
    Object.freeze(value);
  }
  return value;
}

// ---- task 1

const appOf = (part: Partial<App> = {}): App =>
  deeply({
    name: 'orders',
    image: 'registry.example/orders:1.4.2',
    port: 50_051,
    service: 'ecommerce.OrderManagement',
    replicas: 5,
    needed: 3,
    cpu: '200m',
    memory: '128Mi',
    plan: {
      maxSurge: 2,
      maxUnavailable: 1,
      preStopSeconds: 7,
      terminationGracePeriodSeconds: 41,
    },
    ...part,
  });

const madeOf = (app: App = appOf()) => unchanged('the app', app, manifestsOf);

/** The one container, and the pod around it. */
function podOf(app?: App) {
  const spec = (madeOf(app).deployment.spec?.template?.spec ?? {}) as Partial<PodSpec>;
  const containers = spec.containers ?? [];
  expectSame('containers in the template', containers.length, 1, 'One pod, one program.');
  return { spec, container: containers[0]! };
}

type Labels = Readonly<Record<string, string>>;

function selects({ matchLabels = {}, matchExpressions = [] }: LabelSelector, labels: Labels) {
  return (
    Object.entries(matchLabels).every(([key, value]) => labels[key] === value) &&
    matchExpressions.every(
      ({ key, operator, values }) =>
        operator === 'In' && labels[key] !== undefined && values?.includes(labels[key]),
    )
  );
}

const isEmpty = ({ matchLabels = {}, matchExpressions = [] }: LabelSelector) =>
  Object.keys(matchLabels).length + matchExpressions.length === 0;

task(1, () => {
  test('each field is one that Kubernetes knows, and of its type', () => {
    for (const [name, manifest] of Object.entries(madeOf())) {
      const [problem] = problemsOf(manifest);
      check(
        problem === undefined,
        `${name}: ${problem?.path}: ${problem?.text}`,
        problem?.text.startsWith('unknown field')
          ? 'Kubernetes does not know this field. Asked to be strict it refuses the manifest; otherwise it leaves the field out, and says nothing.'
          : 'Kubernetes would refuse this manifest.',
      );
    }
  });

  test('three objects, by their kinds and names', () => {
    const { deployment, service, budget } = madeOf(appOf({ name: 'stock' }));
    expectSame(
      'kinds',
      [deployment.kind, service.kind, budget.kind],
      ['Deployment', 'Service', 'PodDisruptionBudget'],
      'Each of the three has its place in what manifestsOf returns.',
    );
    expectSame(
      'names',
      [deployment, service, budget].map(({ metadata }) => metadata?.name),
      ['stock', 'stock', 'stock'],
      'Each is named app.name, in its metadata: by the Service’s name clients find it.',
    );
    expectSame('replicas', podsOf(appOf({ replicas: 6 })), 6, 'spec.replicas is app.replicas.');
  });

  test('what is selected by labels', () => {
    const { deployment, service, budget } = madeOf();
    const labels = deployment.spec?.template?.metadata?.labels ?? {};
    const other =
      madeOf(appOf({ name: 'stock' })).deployment.spec?.template?.metadata?.labels ?? {};
    const selectors: [string, LabelSelector][] = [
      ['the Deployment', deployment.spec?.selector ?? {}],
      ['the Service', { matchLabels: service.spec?.selector ?? {} }],
      ['the budget', budget.spec?.selector ?? {}],
    ];
    for (const [who, selector] of selectors) {
      check(
        !isEmpty(selector) && selects(selector, labels),
        `${who} does not select the pods: they have the labels ${JSON.stringify(labels)}`,
        'A pod gets its labels from the template, and not from the Deployment: spec.template.metadata.labels. What selects by others finds nobody, and no error says so.',
      );
      check(
        !selects(selector, other),
        `${who} of orders selects the pods of stock, too`,
        'Two apps in one namespace need labels that differ: app.name is different for each.',
      );
    }
  });

  test('the program, and what it needs', () => {
    const app = appOf({ image: 'a:1', port: 9_000, cpu: '50m', memory: '1Gi' });
    const { container } = podOf(app);
    expectSame('image', container.image, 'a:1', 'It is app.image.');
    check(
      (container.ports ?? []).some(({ containerPort }) => containerPort === 9_000),
      `no containerPort is ${app.port}`,
      'The server listens at app.port.',
    );
    const { requests = {}, limits = {} } = container.resources ?? {};
    expectSame(
      'requested cpu and memory',
      [requests.cpu, requests.memory ?? limits.memory],
      ['50m', '1Gi'],
      'By what pods request, a node is found for them: resources.requests.',
    );
    expectSame(
      'the limit of memory',
      limits.memory,
      '1Gi',
      'Memory that has been given cannot be slowed down: without a limit one pod takes that of its neighbours.',
    );
    expectSame(
      'the limit of cpu',
      limits.cpu,
      undefined,
      'A limit of CPU makes a pod stand still in each period in which it has used it up, also when nobody else wants the CPU.',
    );
  });

  test('two probes', () => {
    const { container } = podOf(appOf({ port: 9_000, service: 'a.B' }));
    const { readinessProbe, livenessProbe } = container;
    expectSame(
      'readiness, as grpc',
      { port: readinessProbe?.grpc?.port, service: readinessProbe?.grpc?.service },
      { port: 9_000, service: 'a.B' },
      'Readiness asks for the service: would a call go well now? A port is a number here; a name is refused.',
    );
    expectSame(
      'liveness, its port',
      livenessProbe?.grpc?.port,
      9_000,
      'Liveness asks at the same port. Without liveness nobody restarts a process that hangs.',
    );
    expectSame(
      'liveness, its service',
      livenessProbe?.grpc?.service || 'none',
      'none',
      'Liveness asks for no service. A pod whose database is away is not ready, and a restart would not mend that (lesson 29).',
    );
    for (const probe of [readinessProbe, livenessProbe]) {
      expectSame(
        'other ways to probe',
        [probe?.exec, probe?.httpGet, probe?.tcpSocket],
        [undefined, undefined, undefined],
        'A probe has one way to ask.',
      );
    }
  });

  test('the plan', () => {
    const plan = {
      maxSurge: 0,
      maxUnavailable: 2,
      preStopSeconds: 3,
      terminationGracePeriodSeconds: 17,
    };
    const app = appOf({ plan });
    const { spec, container } = podOf(app);
    const { strategy } = madeOf(app).deployment.spec ?? {};
    expectSame(
      'maxSurge and maxUnavailable',
      [strategy?.rollingUpdate?.maxSurge, strategy?.rollingUpdate?.maxUnavailable],
      [0, 2],
      'They stand in spec.strategy.rollingUpdate. What is left out is 25%, and 0 is not left out.',
    );
    expectSame(
      'the strategy',
      strategy?.type ?? 'RollingUpdate',
      'RollingUpdate',
      'Recreate ends all pods before the first new one is there.',
    );
    expectSame(
      'preStop sleeps for',
      container.lifecycle?.preStop?.sleep?.seconds,
      3,
      'lifecycle.preStop.sleep.seconds of the container: so long SIGTERM is put off.',
    );
    expectSame(
      'the grace period',
      spec.terminationGracePeriodSeconds,
      17,
      'It is the plan’s, and has preStop in it already. It belongs to the pod: spec.template.spec.terminationGracePeriodSeconds. What is left out is 30.',
    );
  });

  test('no preStop, if there is nothing to wait for', () => {
    const plan = { ...appOf().plan, preStopSeconds: 0 };
    const { preStop } = podOf(appOf({ plan })).container.lifecycle ?? {};
    expectSame('preStop sleeps for', preStop?.sleep?.seconds ?? 0, 0, 'The plan says 0.');
  });

  test('a headless Service', () => {
    const { service } = madeOf(appOf({ port: 9_000 }));
    const { clusterIP, type, ports = [], publishNotReadyAddresses } = service.spec ?? {};
    expectSame(
      'clusterIP',
      clusterIP,
      'None',
      'The text None makes it headless: its name stands for the pods, and not for one address.',
    );
    expectSame('type', type ?? 'ClusterIP', 'ClusterIP', 'Only a ClusterIP can be None.');
    expectSame(
      'its ports',
      ports.map(({ name, port, appProtocol }) => ({ name, port, appProtocol })),
      [{ name: 'grpc', port: 9_000, appProtocol: 'kubernetes.io/h2c' }],
      'One port, with a name, by which endpoints are looked up, and the protocol, so that a Gateway speaks HTTP/2 to it.',
    );
    const target = ports[0]?.targetPort ?? 9_000;
    const { container } = podOf(appOf({ port: 9_000 }));
    const named = container.ports?.find(({ name }) => name === target)?.containerPort;
    expectSame('the port of the pods', named ?? target, 9_000, 'It is app.port, or its name.');
    check(
      publishNotReadyAddresses !== true,
      'publishNotReadyAddresses is true',
      'Then DNS names pods that are not ready: readiness would be for nothing.',
    );
  });

  test('the budget', () => {
    for (const [replicas, needed] of [
      [5, 3],
      [4, 1],
    ] as const) {
      const { minAvailable, maxUnavailable } =
        madeOf(appOf({ replicas, needed })).budget.spec ?? {};
      const isOne = (minAvailable === undefined) !== (maxUnavailable === undefined);
      check(
        isOne,
        'a budget says minAvailable or maxUnavailable, and one of them',
        'The API server refuses both together.',
      );
      expectSame(
        `of ${replicas} pods so many stay`,
        minAvailable ?? replicas - Number(maxUnavailable),
        needed,
        'app.needed have to be there, whoever empties a node. More, and nobody could ever empty one.',
      );
    }
  });

  test('a second app', () => {
    expectKept('the first app’s manifests', madeOf(), () =>
      manifestsOf(
        appOf({ name: 'stock', image: 'b:2', replicas: 9, needed: 1, cpu: '1', memory: '1Gi' }),
      ),
    );
    const [first, second] = [madeOf(), madeOf()];
    check(
      first.deployment !== second.deployment && first.service.spec !== second.service.spec,
      'two calls gave the same object',
      'Who changes one of them changes the other. Make them anew in each call.',
    );
  });
});

function podsOf(app: App): unknown {
  return manifestsOf(app).deployment.spec?.replicas;
}

// ---- task 2

const READY: EndpointConditions = { ready: true, serving: true, terminating: false };
const STARTS: EndpointConditions = { ready: false, serving: false, terminating: false };
const LEAVES: EndpointConditions = { ready: false, serving: true, terminating: true };
const ENDED: EndpointConditions = { ready: false, serving: false, terminating: true };

type Ends = Record<string, EndpointConditions | undefined>;

/** A slice whose endpoints are 10.0.0.x, by x. */
const slice = (name: string, ends: Ends, part: Partial<EndpointSlice> = {}): EndpointSlice =>
  deeply({
    metadata: { name },
    addressType: 'IPv4',
    ports: [{ name: 'grpc', port: 443 }],
    endpoints: Object.entries(ends).map(([end, conditions]) => ({
      addresses: [`10.0.0.${end}`],
      ...(conditions && { conditions }),
    })),
    ...part,
  });

function changesOf(options: { portName?: string; addressType?: 'IPv4' | 'IPv6' } = {}) {
  const told: (readonly HostPort[])[] = [];
  const changes = new EndpointChanges({
    portName: 'grpc',
    found: (addresses) => told.push(addresses),
    ...options,
  });
  const say = (list: readonly HostPort[] | undefined) =>
    list?.map(({ host, port }) => `${host.replace('10.0.0', '')}:${port}`).join(' ');
  return {
    changes,
    told,
    list: (...slices: EndpointSlice[]) => changes.listed(slices),
    add: (object: EndpointSlice) => changes.changed({ type: 'ADDED', object }),
    modify: (object: EndpointSlice) => changes.changed({ type: 'MODIFIED', object }),
    remove: (object: EndpointSlice) => changes.changed({ type: 'DELETED', object }),
    /** All that was told, each as `.1:443 .2:443`. */
    get said() {
      return told.map(say);
    },
  };
}

const WHOLE =
  'A change tells of one slice; found is told all addresses that there are. So what the other slices add has to be remembered.';
const SAME = 'It is told only when the addresses differ from those that were told last.';

task(2, () => {
  test('the first list', () => {
    const watch = changesOf();
    watch.list(slice('a', { 2: READY, 1: READY }), slice('b', { 3: READY }));
    expectSame('told', watch.said, ['.1:443 .2:443 .3:443'], 'All slices together, sorted, once.');
    const empty = changesOf();
    empty.list();
    expectSame(
      'told of a list without slices',
      empty.said,
      [''],
      'That there is nobody is worth knowing, too: otherwise the channel would wait for ever.',
    );
  });

  test('before the first list', () => {
    const watch = changesOf();
    watch.add(slice('a', { 1: READY }));
    watch.remove(slice('a', {}));
    expectSame('told', watch.said, [], 'Nobody knows yet what else there is.');
    watch.add(slice('a', { 1: READY }));
    watch.list(slice('b', { 2: READY }));
    expectSame('told', watch.said, ['.2:443'], 'The list is all that there is.');
  });

  test('added, modified, deleted', () => {
    const watch = changesOf();
    watch.list(slice('a', { 1: READY }));
    watch.add(slice('b', { 2: READY }));
    expectSame('told after ADDED', watch.said.at(-1), '.1:443 .2:443', WHOLE);
    watch.modify(slice('a', { 1: READY, 3: READY }));
    expectSame('told after MODIFIED', watch.said.at(-1), '.1:443 .2:443 .3:443', WHOLE);
    watch.modify(slice('b', {}));
    expectSame(
      'told after b has lost its endpoint',
      watch.said.at(-1),
      '.1:443 .3:443',
      'A modified slice takes the place of the one that was known by its name.',
    );
    watch.remove(slice('a', { 1: READY, 3: READY }));
    expectSame(
      'told after DELETED',
      watch.said.at(-1),
      '',
      'What is in the object of a DELETED is how it was last. It counts no longer.',
    );
    watch.add(slice('a', { 7: READY }));
    expectSame('told after it is there again', watch.said.at(-1), '.7:443', WHOLE);
    watch.remove(slice('c', { 9: READY }));
    expectSame('told in all', watch.said.length, 6, SAME);
  });

  test('another list', () => {
    const watch = changesOf();
    watch.list(slice('a', { 1: READY }), slice('b', { 2: READY }));
    watch.list(slice('b', { 2: READY }), slice('c', { 3: READY }));
    expectSame(
      'told',
      watch.said,
      ['.1:443 .2:443', '.2:443 .3:443'],
      'A list comes when changes may have been missed. What is not in it is gone.',
    );
    watch.list();
    expectSame('told of an empty list', watch.said.at(-1), '', 'What is not in it is gone.');
  });

  test('nothing has changed', () => {
    const watch = changesOf();
    watch.list(slice('a', { 1: READY, 2: READY }));
    watch.modify(slice('a', { 1: READY, 2: READY }));
    watch.modify(slice('a', { 1: READY, 2: READY, 3: STARTS }));
    watch.list(slice('a', { 2: READY, 1: READY }));
    const turned = slice('a', { 1: READY, 2: READY });
    watch.modify({ ...turned, endpoints: [...(turned.endpoints ?? [])].reverse() });
    expectSame('told', watch.said, ['.1:443 .2:443'], SAME);
    watch.list(slice('b', { 1: READY }), slice('c', { 2: READY }));
    expectSame('told after the endpoints have moved to other slices', watch.said.length, 1, SAME);
  });

  test('an address in two slices', () => {
    const watch = changesOf();
    watch.list(slice('a', { 1: READY, 2: READY }), slice('b', { 2: READY }));
    expectSame(
      'told',
      watch.said,
      ['.1:443 .2:443'],
      'An endpoint that moves stands in two slices for a while. Twice in the list it would get twice the calls.',
    );
    watch.remove(slice('a', {}));
    expectSame('told after one of the two is deleted', watch.said.at(-1), '.2:443', WHOLE);
  });

  test('conditions', () => {
    const cases: [EndpointConditions | undefined, boolean, string][] = [
      [undefined, true, 'Without conditions it counts as ready.'],
      [{}, true, 'What is left out of the conditions counts as ready.'],
      [{ serving: true }, true, 'ready is left out: it counts as true.'],
      [STARTS, false, 'It is not ready.'],
      [{ ready: false }, false, 'It is not ready, and it is not leaving either.'],
      [ENDED, false, 'It is leaving, and serves nobody any more.'],
    ];
    for (const [conditions, counts, why] of cases) {
      const watch = changesOf();
      watch.list(slice('a', { 1: conditions }));
      expectSame(
        `told of ${JSON.stringify(conditions)}`,
        watch.said,
        [counts ? '.1:443' : ''],
        why,
      );
    }
  });

  test('when nobody is ready', () => {
    const FALLBACK =
      'If no endpoint of any slice is ready, those that are leaving and still serve are told: a last call is better taken than refused.';
    const watch = changesOf();
    watch.list(slice('a', { 1: READY, 2: LEAVES }), slice('b', { 3: LEAVES }));
    expectSame(
      'told while one is ready',
      watch.said.at(-1),
      '.1:443',
      'Who is leaving gets no calls as long as anybody is ready, in whatever slice.',
    );
    watch.modify(slice('a', { 1: LEAVES, 2: LEAVES, 4: STARTS, 5: ENDED }));
    expectSame('told when none is', watch.said.at(-1), '.1:443 .2:443 .3:443', FALLBACK);
    watch.modify(slice('a', { 1: { ready: false, terminating: true }, 3: LEAVES }));
    expectSame(
      'told when serving is left out, and one stands in two slices',
      watch.said.at(-1),
      '.1:443 .3:443',
      'serving counts as true if it is left out; and an address counts once here, too.',
    );
    watch.modify(slice('a', { 6: READY }));
    expectSame('told when one is ready again', watch.said.at(-1), '.6:443', FALLBACK);
    watch.modify(slice('a', { 6: READY, 7: { ready: true, terminating: true } }));
    expectSame(
      'told when one that is leaving says that it is ready',
      watch.said.at(-1),
      '.6:443 .7:443',
      'Who is ready is told, whatever else is true of it: a Service may publish its pods to the end.',
    );
  });

  test('the port', () => {
    const ports = [
      { name: 'metrics', port: 9_090 },
      { name: 'grpc', port: 50_051 },
    ];
    const watch = changesOf();
    watch.list(
      slice('a', { 1: READY }, { ports }),
      slice('b', { 2: READY }, { ports: [{ name: 'grpc', port: 443 }] }),
      slice('c', { 3: READY }, { ports: [{ name: 'metrics', port: 9_090 }] }),
      slice('d', { 4: READY }, { ports: [{ name: 'grpc' }] }),
      slice('e', { 5: READY }, { ports: [{ port: 80 }] }),
    );
    expectSame(
      'told',
      watch.said,
      ['.1:50051 .2:443'],
      'The port with the wanted name counts, and each slice has its own: in an update of the port two numbers are there at a time. A slice without it adds nobody.',
    );
    const none = slice('f', { 6: READY });
    const { ports: _, ...withoutPorts } = none;
    watch.list(withoutPorts);
    expectSame('told of a slice without ports', watch.said.at(-1), '', 'It adds nobody.');
  });

  test('a port without a name', () => {
    for (const ports of [[{ port: 80 }], [{ name: '', port: 80 }]]) {
      const watch = changesOf({ portName: '' });
      watch.list(slice('a', { 1: READY }, { ports }), slice('b', { 2: READY }));
      expectSame(
        `told of ${JSON.stringify(ports)}`,
        watch.said,
        ['.1:80'],
        'A Service with one port needs no name for it. Left out is the same as the empty name.',
      );
    }
  });

  test('one host, several ports', () => {
    const at = (name: string, port: number) =>
      slice(name, { 1: READY, 10: READY }, { ports: [{ name: 'grpc', port }] });
    const watch = changesOf();
    watch.list(at('a', 1_000), at('b', 999));
    expectSame(
      'told',
      watch.told.at(-1),
      [...(watch.told.at(-1) ?? [])].sort(compareAddresses),
      'In the order of compareAddresses.',
    );
    expectSame(
      'told',
      watch.said,
      ['.1:999 .1:1000 .10:999 .10:1000'],
      'Host and port make an address.',
    );
  });

  test('two families, and an endpoint with several addresses', () => {
    const v6 = slice(
      'v6',
      {},
      {
        addressType: 'IPv6',
        endpoints: [{ addresses: ['fd00::1', 'fd00::2'] }],
      },
    );
    const named = slice(
      'fqdn',
      {},
      {
        addressType: 'FQDN',
        endpoints: [{ addresses: ['orders.example'] }],
      },
    );
    const watch = changesOf();
    watch.list(v6, named, slice('v4', { 1: READY }));
    expectSame(
      'told, by default',
      watch.said,
      ['.1:443'],
      'Slices of the other family tell of the same pods once more. IPv4 is the default.',
    );
    const six = changesOf({ addressType: 'IPv6' });
    six.list(v6, named, slice('v4', { 1: READY }));
    expectSame(
      'told of IPv6',
      six.said,
      ['fd00::1:443'],
      'The first address of an endpoint is enough: all of them lead to one pod.',
    );
    const { endpoints: _, ...empty } = slice('a', {});
    six.list(
      { ...empty, addressType: 'IPv6' },
      slice('b', {}, { addressType: 'IPv6', endpoints: [{ addresses: [] }] }),
    );
    expectSame('told of nobody', six.said.at(-1), '', 'No endpoints, or one without an address.');
  });

  test('what was told belongs to the one who was told', () => {
    const watch = changesOf();
    watch.list(slice('a', { 1: READY, 2: READY }));
    expectKept('the first list of addresses', watch.told[0], () =>
      watch.modify(slice('a', { 3: READY })),
    );
    (watch.told.at(-1) as HostPort[]).length = 0;
    watch.modify(slice('a', { 3: READY, 4: READY }));
    watch.modify(slice('a', { 3: READY }));
    expectSame(
      'told after its owner has emptied the list',
      watch.said.at(-1),
      '.3:443',
      'It was a list of yours that you told. Make a new one each time.',
    );
  });

  test('whoever is told may change something', () => {
    const told: string[] = [];
    const changes = new EndpointChanges({
      portName: 'grpc',
      found(addresses) {
        told.push(addresses.map(({ host }) => host).join(' '));
        if (told.length === 1) changes.changed({ type: 'ADDED', object: slice('b', { 2: READY }) });
        if (told.length === 2)
          changes.changed({ type: 'MODIFIED', object: slice('b', { 2: READY }) });
      },
    });
    changes.listed([slice('a', { 1: READY })]);
    expectSame(
      'told',
      told,
      ['10.0.0.1', '10.0.0.1 10.0.0.2'],
      'found may call you back. What you tell has to be remembered before it is called.',
    );
  });
});

// ---- task 3

const specOf = (
  replicas: number,
  maxSurge: number | string,
  maxUnavailable: number | string,
): UpdateSpec => deeply({ replicas, maxSurge, maxUnavailable });

/** `'o o+ n+ n-'`: old or new; `+` ready, nothing starting, `-` leaving. */
function podsFrom(text: string): readonly Pod[] {
  const states = { '+': 'ready', '-': 'leaving' } as const;
  return text
    .split(' ')
    .filter(Boolean)
    .map((word, i): Pod => {
      const state = states[word[1] as '+' | '-'] ?? 'starting';
      return { name: `p${i + 1}`, version: word[0] === 'o' ? 'old' : 'new', state };
    });
}

const stepOf = (text: string, spec: UpdateSpec) =>
  unchanged('the list of pods', podsFrom(text), (pods) => nextStep(pods, spec));

task(3, () => {
  test('limits in pods', () => {
    const cases: [UpdateSpec, { most: number; fewest: number }, string][] = [
      [specOf(3, 1, 0), { most: 4, fewest: 3 }, 'Numbers are pods.'],
      [specOf(3, 0, 1), { most: 3, fewest: 2 }, 'Numbers are pods.'],
      [specOf(8, '25%', '25%'), { most: 10, fewest: 6 }, 'A part of replicas.'],
      [
        specOf(10, '25%', '25%'),
        { most: 13, fewest: 8 },
        'The surge is rounded up, what may be missing down.',
      ],
      [
        specOf(1, '25%', '25%'),
        { most: 2, fewest: 1 },
        'The surge is rounded up, what may be missing down.',
      ],
      [specOf(3, '100%', '0%'), { most: 6, fewest: 3 }, 'A part of replicas.'],
      [
        specOf(100, '7%', '29%'),
        { most: 107, fewest: 71 },
        '7 / 100 * 100 is 7.000000000000001, which is rounded up to 8. Multiply first.',
      ],
      [
        specOf(3, 0, 0),
        { most: 3, fewest: 2 },
        'If both are nothing, one pod may be unavailable: otherwise the update could never begin.',
      ],
      [
        specOf(3, '0%', '10%'),
        { most: 3, fewest: 2 },
        'If both come to nothing, one pod may be unavailable.',
      ],
      [specOf(3, 1, '10%'), { most: 4, fewest: 3 }, 'Only if both are nothing is one unavailable.'],
      [specOf(3, 0, 7), { most: 3, fewest: 0 }, 'Fewer than none there cannot be.'],
      [specOf(2, 3, '100%'), { most: 5, fewest: 0 }, 'Numbers are pods.'],
    ];
    for (const [spec, limits, why] of cases) {
      const { most, fewest } = limitsOf(spec);
      expectSame(`limitsOf(${JSON.stringify(spec)})`, { most, fewest }, limits, why);
    }
  });

  test('the first step', () => {
    expectSame(
      'three old ones, one more allowed',
      stepOf('o+ o+ o+', specOf(3, 1, 0)),
      { start: 1, end: [] },
      'There is room for one more, and none can be spared.',
    );
    expectSame(
      'three old ones, one may be missing',
      stepOf('o+ o+ o+', specOf(3, 0, 1)),
      { start: 0, end: ['p1'] },
      'One can be spared, the first in the list. What ends in this step makes room in the next.',
    );
    expectSame(
      'three old ones, one more and one fewer',
      stepOf('o+ o+ o+', specOf(3, 1, 1)),
      { start: 1, end: ['p1'] },
      'The two limits do not depend on each other: use both at once.',
    );
  });

  test('steps in between', () => {
    const cases: [string, UpdateSpec, { start: number; end: string[] }, string][] = [
      [
        'o+ o+ o+ n',
        specOf(3, 1, 0),
        { start: 0, end: [] },
        'The new one is not ready yet: it counts as a pod, and not as one that is ready.',
      ],
      [
        'o+ o+ o+ n+',
        specOf(3, 1, 0),
        { start: 0, end: ['p1'] },
        'Four are ready and three are enough.',
      ],
      [
        'o- o+ o+ n+',
        specOf(3, 1, 0),
        { start: 1, end: [] },
        'What is leaving is counted by nobody: there is room for one more.',
      ],
      [
        'o- o- o+ n+ n',
        specOf(3, 1, 0),
        { start: 1, end: [] },
        'There may be four, and there are three.',
      ],
      [
        'o+ n+ n+',
        specOf(3, 0, 1),
        { start: 0, end: ['p1'] },
        'Three are ready, and two are enough.',
      ],
      [
        'o+ o+ n+ n+ n+ n+',
        specOf(4, 2, 0),
        { start: 0, end: ['p1', 'p2'] },
        'There are as many new ones as there should be; the old ones may go.',
      ],
      [
        'o+ o+ n+ n+ n+',
        specOf(4, 2, 0),
        { start: 1, end: ['p1'] },
        'One is missing of the new version, and five are ready where four are enough.',
      ],
      [
        'o o+ o+',
        specOf(3, 0, 1),
        { start: 0, end: ['p1'] },
        'An old one that is not ready can be ended at once: it costs nobody anything. Of those that are ready, none can be spared then: two have to be.',
      ],
      [
        'o+ o o+ n+',
        specOf(3, 1, 0),
        { start: 0, end: ['p2'] },
        'Three are ready, and three have to be. Only the old one that is not ready goes.',
      ],
      [
        'o o+ o+ n+',
        specOf(3, 1, 1),
        { start: 0, end: ['p1', 'p2'] },
        'Three are ready, and two have to be: one of those can be spared. The old one that is not ready goes, too, and does not count as spared.',
      ],
      ['n+ n+ n+', specOf(3, 1, 0), { start: 0, end: [] }, 'It is done.'],
      [
        'n+ n n+',
        specOf(3, 1, 1),
        { start: 0, end: [] },
        'New ones are never ended, whether they are ready or not.',
      ],
      [
        'n+ n+ n+ n+',
        specOf(3, 1, 0),
        { start: 0, end: [] },
        'There are more than there should be: none is started. To end new ones is not asked here.',
      ],
      [
        'o+ o+ o+ o+ o+ o+',
        specOf(3, 1, 0),
        { start: 0, end: ['p1', 'p2', 'p3'] },
        'There are more than there may be: none is started.',
      ],
      [
        'o- o- o-',
        specOf(3, 1, 0),
        { start: 3, end: [] },
        'Nobody is there, and three have to be; never more than replicas.',
      ],
      ['', specOf(2, 1, 0), { start: 2, end: [] }, 'Nobody is there.'],
      [
        'o- n- n+',
        specOf(2, 1, 0),
        { start: 1, end: [] },
        'A new one that is leaving does not count either.',
      ],
    ];
    for (const [text, spec, step, why] of cases) {
      const limits = `${spec.replicas}, surge ${spec.maxSurge}, unavailable ${spec.maxUnavailable}`;
      expectSame(`'${text}' of ${limits}`, stepOf(text, spec), step, why);
    }
  });

  test('asked twice', () => {
    const spec = specOf(3, 1, 1);
    const first = stepOf('o+ o+ o+ n+', spec);
    expectKept('the first step', first, () => stepOf('o+ o+', spec));
    expectSame(
      'the same pods again',
      stepOf('o+ o+ o+ n+', spec),
      first,
      'A step follows from the pods alone. A controller that remembers is wrong as soon as it is restarted.',
    );
  });

  test('a whole update, whatever comes first', () => {
    const random = new Random(32);
    for (let round = 0; round < 30; round++) {
      const replicas = random.integer(1, 6);
      const part = () =>
        random.integer(0, 2) === 0 ? `${10 * random.integer(0, 10)}%` : random.integer(0, 3);
      update(specOf(replicas, part(), part()), random);
    }
  });

  test('a version that is never ready', () => {
    const spec = specOf(4, '25%', '25%');
    let pods = podsFrom('o+ o+ o+ o+');
    for (let i = 0; i < 10; i++) {
      const { start, end } = nextStep(pods, spec);
      const kept = pods.filter(({ name }) => !end.includes(name));
      const made = Array.from(
        { length: start },
        (_, n): Pod => ({ name: `n${i}-${n}`, version: 'new', state: 'starting' }),
      );
      pods = deeply([...kept, ...made]);
    }
    expectSame(
      'ready after ten steps',
      pods.filter(({ state }) => state === 'ready').length,
      3,
      'The update stands still, and that is right: with the old ones that are left the limit of those that have to be ready is kept.',
    );
    expectSame(
      'new ones',
      pods.filter(({ version }) => version === 'new').length,
      2,
      'Five there may be.',
    );
  });
});

/** Lets pods get ready and go in an order that chance decides; the limits have to hold at each moment. */
function update(spec: UpdateSpec, random: Random): void {
  const { most, fewest } = limitsOf(spec);
  let pods: Pod[] = Array.from({ length: spec.replicas }, (_, i) => ({
    name: `o${i}`,
    version: 'old',
    state: 'ready',
  }));
  const what = `an update of ${JSON.stringify(spec)}`;
  for (let i = 0; i < 200; i++) {
    const { start, end } = nextStep(deeply(structuredClone(pods)), spec);
    for (const pod of pods) if (end.includes(pod.name)) pod.state = 'leaving';
    for (let n = 0; n < start; n++)
      pods.push({ name: `n${i}-${n}`, version: 'new', state: 'starting' });
    const present = pods.filter(({ state }) => state !== 'leaving');
    const ready = present.filter(({ state }) => state === 'ready').length;
    check(
      present.length <= most,
      `${what}: ${present.length} pods, and there may be ${most}`,
      'Count all that are not leaving, old and new, before you start one.',
    );
    check(
      ready >= fewest,
      `${what}: ${ready} are ready, and ${fewest} have to be`,
      'Only what is ready beyond the least may be ended.',
    );
    if (
      present.length === spec.replicas &&
      present.every(({ version, state }) => version === 'new' && state === 'ready')
    )
      return;
    // One thing happens: a pod gets ready, or one that was leaving is gone.
    const moving = pods.filter(({ state }) => state !== 'ready');
    const one = moving[random.integer(0, Math.max(0, moving.length - 1))];
    if (one?.state === 'leaving') pods = pods.filter((pod) => pod !== one);
    else if (one !== undefined) one.state = 'ready';
    else
      check(
        start > 0 || end.length > 0,
        `${what}: nothing happens any more, and it is not done`,
        'All are ready, and the step says to do nothing.',
      );
  }
  check(
    false,
    `${what} is not done after 200 steps`,
    'In the end there are replicas new ones, and no old one.',
  );
}

// ---- task 4

const FACTS: Facts = deeply({
  replicas: 3,
  needed: 2,
  room: 4,
  noticeSeconds: 3,
  longestCallSeconds: 4,
});
const factsOf = (part: Partial<Facts>): Facts => deeply({ ...FACTS, ...part });
const plan = (facts: Facts) => unchanged('the facts', facts, planUpdate);

/** Simulates the plan of these facts. */
function outcomeOf(facts: Facts, seed: number): Outcome {
  const { replicas, noticeSeconds, longestCallSeconds } = facts;
  return simulate({
    ...plan(facts),
    replicas,
    noticeSeconds,
    longestCallSeconds,
    startSeconds: 2,
    seed,
  });
}

function expectNoLoss(facts: Facts, seed: number): void {
  const { lost, most, fewest, ended, calls } = outcomeOf(facts, seed);
  const what = `${JSON.stringify(facts)}, ${calls} calls`;
  check(
    ended,
    `${what}: the update has not ended`,
    'It needs a pod more, or one that can be spared.',
  );
  expectSame(
    `${what}: calls to pods that were gone`,
    lost.gone,
    0,
    'A pod got SIGTERM while somebody still knew its address. preStop puts that off until all have noticed.',
  );
  expectSame(
    `${what}: calls that were cut off`,
    lost.cut,
    0,
    'SIGKILL came while a call was under way. The grace period begins together with preStop: it has to hold both.',
  );
  expectSame(
    `${what}: other calls lost`,
    lost.notReady + lost.nobody,
    0,
    'Nobody was there to take them.',
  );
  check(
    most <= facts.room,
    `${what}: ${most} pods, and there is room for ${facts.room}`,
    'maxSurge is what there is room for beyond replicas.',
  );
  check(
    fewest >= facts.needed,
    `${what}: ${fewest} were ready, and ${facts.needed} are needed`,
    'maxUnavailable is what can be spared of replicas.',
  );
}

task(4, () => {
  test('no call is lost', () => {
    expectNoLoss(FACTS, 1);
    expectNoLoss(factsOf({ noticeSeconds: 6.5, longestCallSeconds: 1 }), 2);
    expectNoLoss(factsOf({ noticeSeconds: 0.5, longestCallSeconds: 9.75 }), 3);
    expectNoLoss(factsOf({ replicas: 1, needed: 1, room: 2, noticeSeconds: 8 }), 4);
    expectNoLoss(factsOf({ replicas: 5, needed: 1, room: 5 }), 5);
    expectNoLoss(factsOf({ noticeSeconds: 0, longestCallSeconds: 0 }), 6);
  });

  test('how many more, and how many fewer', () => {
    const of = (replicas: number, needed: number, room: number) => {
      const { maxSurge, maxUnavailable } = plan(factsOf({ replicas, needed, room }));
      return [maxSurge, maxUnavailable];
    };
    const ALL =
      'As many as there is room for, and as many fewer as can be spared: then it is over soonest.';
    expectSame('3 pods, 2 needed, room for 4', of(3, 2, 4), [1, 1], ALL);
    expectSame('10 pods, 7 needed, room for 15', of(10, 7, 15), [5, 3], ALL);
    expectSame('3 pods, 3 needed, room for 4', of(3, 3, 4), [1, 0], ALL);
    expectSame('3 pods, 1 needed, room for 3', of(3, 1, 3), [0, 2], ALL);
  });

  test('how long', () => {
    const of = (noticeSeconds: number, longestCallSeconds: number) => {
      const made = plan(factsOf({ noticeSeconds, longestCallSeconds }));
      return [made.preStopSeconds, made.terminationGracePeriodSeconds];
    };
    const WHY =
      'preStop is the time to notice, and not longer: so long each pod of an update waits for nothing. The grace period is preStop, the longest call, and SPARE_SECONDS. Whole seconds, each rounded up.';
    expectSame('5 s to notice, calls of 20 s', of(5, 20), [5, 25 + SPARE_SECONDS], WHY);
    expectSame('4.2 s to notice, calls of 2.5 s', of(4.2, 2.5), [5, 8 + SPARE_SECONDS], WHY);
    expectSame('nothing to notice, no long calls', of(0, 0), [0, SPARE_SECONDS], WHY);
    expectSame('30 s to notice, calls of 0.1 s', of(30, 0.1), [30, 31 + SPARE_SECONDS], WHY);
  });

  test('what cannot be planned', () => {
    const cases: [number, number, number, string][] = [
      [3, 3, 3, 'Neither is there room for one more, nor can one be spared.'],
      [3, 2, 2, 'There is not even room for those that are there.'],
      [5, 2, 4, 'There is not even room for those that are there.'],
      [3, 4, 6, 'There are fewer than are needed already.'],
      [1, 1, 1, 'One pod, which is needed, and no room: each update would be a pause.'],
    ];
    for (const [replicas, needed, room, why] of cases) {
      let thrown: unknown;
      try {
        planUpdate(factsOf({ replicas, needed, room }));
      } catch (error) {
        throwGap(error);
        thrown = error;
      }
      check(
        thrown instanceof RangeError,
        `${replicas} pods, ${needed} needed, room for ${room}: ${thrown === undefined ? 'no error' : 'an error of another type'}`,
        `${why} That is a RangeError.`,
      );
    }
  });
});
