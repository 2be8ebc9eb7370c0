import type { ClassicMistake } from '#course/kit/mistake';

type Change = [find: string, replacement: string];

const mistake = (
  task: number,
  file: string,
  name: string,
  hint: string,
  ...change: Change[]
): ClassicMistake => ({ name, task, file: `${file}.ts`, change, hint });

const READINESS = '                readinessProbe: { grpc: { port, service } },';
const LIVENESS = '                livenessProbe: { grpc: { port } },';
const PRE_STOP = '                lifecycle: { preStop: { sleep: { seconds: preStopSeconds } } },';
const RESOURCES = '                resources: { requests: { cpu, memory }, limits: { memory } },';
const GRACE = '            terminationGracePeriodSeconds,\n            containers';
const STRATEGY =
  "        strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge, maxUnavailable } },";
const TEMPLATE = '        template: {\n          metadata: { labels },';
const SERVICE_PORT = "        ports: [{ name: 'grpc', port, appProtocol: 'kubernetes.io/h2c' }],";
const BUDGET = '      spec: { minAvailable: needed, selector: { matchLabels: labels } },';
const LABELS = '  const labels = { app: name };';

const ONE =
  '    for (const slice of slices) this.#parts.set(slice.metadata.name, this.#partOf(slice));';
const CLEAR = '    this.#parts.clear();\n';
const FIRST = '    if (this.#told === undefined) return;\n';
const DELETED =
  "    if (type === 'DELETED') this.#parts.delete(object.metadata.name);\n    else this";
const PORT = "    const port = ports?.find(({ name = '' }) => name === portName)?.port;";
const IS_READY = '      if (conditions.ready ?? true) ready';
const IS_LEAVING = '      else if (conditions.terminating && (conditions.serving ?? true)) leaving';
const EACH =
  '    for (const { addresses, conditions = {} } of endpoints ?? []) {\n      const [host] = addresses;\n      if (host === undefined) continue;';
const ALL_READY = '    const ready = unique(parts.flatMap((part) => part.ready));';
const SOME =
  '    const addresses = ready.length > 0 ? ready : unique(parts.flatMap((part) => part.leaving));';
const TELL =
  '    if (text === this.#told) return;\n    this.#told = text;\n    this.#options.found(addresses);';

const SURGE = '  const surge = inPods(maxSurge, replicas, Math.ceil);';
const MISSING = '  const missing = inPods(maxUnavailable, replicas, Math.floor);';
const STUCK = 'fewest: Math.max(0, replicas - (isStuck ? 1 : missing))';
const PRESENT = "  const present = pods.filter(({ state }) => state !== 'leaving');";
const START = '  const start = Math.max(0, Math.min(lack, most - present.length));';
const READY = "  const ready = present.filter(({ state }) => state === 'ready').length;";
const ENDING = "  const ending = old.filter(({ state }) => state !== 'ready' || spare-- > 0);";

const NUMBERS = '  const [maxSurge, maxUnavailable] = [room - replicas, replicas - needed];';
const IF = '  if (maxSurge < 0 || maxUnavailable < 0 || maxSurge + maxUnavailable === 0) {';
const STOP = '  const preStopSeconds = Math.ceil(noticeSeconds);';
const KILL =
  '    terminationGracePeriodSeconds: preStopSeconds + Math.ceil(longestCallSeconds) + SPARE_SECONDS,';

export const mistakes: ClassicMistake[] = [
  mistake(1, 'manifests', 'livness-probe', 'Kubernetes does not know this field', [
    LIVENESS,
    LIVENESS.replace('livenessProbe', 'livnessProbe').replace(
      '{ grpc: { port } }',
      '{ grpc: { port } } as never',
    ),
  ]),
  mistake(1, 'manifests', 'port-by-name', 'would refuse', [
    READINESS,
    "                readinessProbe: { grpc: { port: 'grpc' as never, service } },",
  ]),
  mistake(1, 'manifests', 'liveness-asks-for-the-service', 'Liveness asks for no service', [
    LIVENESS,
    '                livenessProbe: { grpc: { port, service } },',
  ]),
  mistake(1, 'manifests', 'readiness-asks-for-the-process', 'Readiness asks for the service', [
    READINESS,
    '                readinessProbe: { grpc: { port } },',
  ]),
  mistake(1, 'manifests', 'no-liveness', 'Without liveness', [`${LIVENESS}\n`, '']),
  mistake(1, 'manifests', 'probe-by-http', 'Readiness asks for the service', [
    READINESS,
    "                readinessProbe: { httpGet: { port, path: '/' } },",
  ]),
  mistake(1, 'manifests', 'two-ways-to-probe', 'A probe has one way', [
    LIVENESS,
    '                livenessProbe: { grpc: { port }, tcpSocket: { port } },',
  ]),
  mistake(1, 'manifests', 'cpu-limit', 'A limit of CPU', [
    RESOURCES,
    RESOURCES.replace('limits: { memory }', 'limits: { cpu, memory }'),
  ]),
  mistake(1, 'manifests', 'no-memory-limit', 'Memory that has been given', [
    RESOURCES,
    RESOURCES.replace(', limits: { memory }', ''),
  ]),
  mistake(1, 'manifests', 'limits-only', 'By what pods request', [
    RESOURCES,
    '                resources: { limits: { memory } },',
  ]),
  mistake(
    1,
    'manifests',
    'grace-in-the-deployment',
    'Kubernetes does not know this field',
    [GRACE, '            containers'],
    [STRATEGY, `${STRATEGY}\n        ...({ terminationGracePeriodSeconds } as object),`],
  ),
  mistake(1, 'manifests', 'grace-and-pre-stop', 'has preStop in it already', [
    GRACE,
    GRACE.replace('Seconds,', 'Seconds: terminationGracePeriodSeconds + preStopSeconds,'),
  ]),
  mistake(1, 'manifests', 'no-grace', 'It belongs to the pod', [GRACE, '            containers']),
  mistake(1, 'manifests', 'pre-stop-by-exec', 'lifecycle.preStop.sleep.seconds', [
    PRE_STOP,
    "                lifecycle: { preStop: { exec: { command: ['sleep', String(preStopSeconds)] } } },",
  ]),
  mistake(1, 'manifests', 'default-strategy', 'They stand in spec.strategy', [`${STRATEGY}\n`, '']),
  mistake(1, 'manifests', 'zero-is-nothing', 'What is left out is 25%', [
    'maxSurge, maxUnavailable } },',
    'maxSurge: maxSurge || undefined, maxUnavailable } } as never,',
  ]),
  mistake(1, 'manifests', 'labels-of-the-deployment', 'A pod gets its labels from the template', [
    TEMPLATE,
    '        template: {\n          metadata: {},',
  ]),
  mistake(1, 'manifests', 'one-label-for-all', 'Two apps in one namespace', [
    LABELS,
    "  const labels = { app: 'grpc' };",
  ]),
  mistake(1, 'manifests', 'service-selects-everything', 'What selects by others', [
    '        selector: labels,\n',
    '        selector: {},\n',
  ]),
  mistake(1, 'manifests', 'service-with-an-address', 'makes it headless', [
    "        clusterIP: 'None',\n",
    '',
  ]),
  mistake(1, 'manifests', 'no-protocol', 'so that a Gateway speaks HTTP/2', [
    SERVICE_PORT,
    "        ports: [{ name: 'grpc', port }],",
  ]),
  mistake(1, 'manifests', 'port-without-a-name', 'by which endpoints are looked up', [
    SERVICE_PORT,
    "        ports: [{ port, appProtocol: 'kubernetes.io/h2c' }],",
  ]),
  mistake(1, 'manifests', 'not-ready-published', 'readiness would be for nothing', [
    "        clusterIP: 'None',\n",
    "        clusterIP: 'None',\n        publishNotReadyAddresses: true,\n",
  ]),
  mistake(1, 'manifests', 'all-pods-in-the-budget', 'nobody could ever empty', [
    BUDGET,
    BUDGET.replace('needed', 'replicas'),
  ]),
  mistake(1, 'manifests', 'budget-says-both', 'refuses both', [
    BUDGET,
    BUDGET.replace('needed', 'needed, maxUnavailable: replicas - needed'),
  ]),
  mistake(1, 'manifests', 'budget-v1beta1', 'would refuse', [
    "      apiVersion: 'policy/v1',",
    "      apiVersion: 'policy/v1beta1',",
  ]),

  mistake(2, 'endpoint-slices', 'only-this-slice', 'A change tells of one slice', [
    DELETED,
    `    this.#parts.clear();\n${DELETED}`,
  ]),
  mistake(2, 'endpoint-slices', 'list-adds', 'What is not in it is gone', [CLEAR, '']),
  mistake(2, 'endpoint-slices', 'told-before-the-list', 'Nobody knows yet', [FIRST, '']),
  mistake(2, 'endpoint-slices', 'deleted-is-how-it-was', 'It counts no longer', [
    DELETED,
    '    this',
  ]),
  mistake(2, 'endpoint-slices', 'first-port', 'The port with the wanted name', [
    PORT,
    '    const port = ports?.[0]?.port;\n    void portName;',
  ]),
  mistake(2, 'endpoint-slices', 'no-name-is-no-port', 'Left out is the same as the empty name', [
    PORT,
    '    const port = ports?.find(({ name }) => name === portName)?.port;',
  ]),
  mistake(2, 'endpoint-slices', 'ready-must-be-said', 'counts as ready', [
    IS_READY,
    '      if (conditions.ready) ready',
  ]),
  mistake(2, 'endpoint-slices', 'leaving-is-not-ready', 'whatever else is true of it', [
    IS_READY,
    '      if ((conditions.ready ?? true) && !conditions.terminating) ready',
  ]),
  mistake(2, 'endpoint-slices', 'serving-is-enough', 'as long as anybody is ready', [
    IS_READY,
    '      if (conditions.serving ?? conditions.ready ?? true) ready',
  ]),
  mistake(2, 'endpoint-slices', 'leaving-but-not-serving', 'serves nobody any more', [
    IS_LEAVING,
    '      else if (conditions.terminating) leaving',
  ]),
  mistake(2, 'endpoint-slices', 'starting-is-leaving', 'not leaving either', [
    IS_LEAVING,
    '      else if (conditions.serving ?? true) leaving',
  ]),
  mistake(2, 'endpoint-slices', 'serving-must-be-said', 'serving counts as true', [
    IS_LEAVING,
    '      else if (conditions.terminating && conditions.serving) leaving',
  ]),
  mistake(2, 'endpoint-slices', 'leaving-get-calls', 'as long as anybody is ready', [
    SOME,
    '    const addresses = unique([...ready, ...parts.flatMap((part) => part.leaving)]);',
  ]),
  mistake(2, 'endpoint-slices', 'nobody-at-the-end', 'a last call is better taken', [
    SOME,
    '    const addresses = ready;',
  ]),
  mistake(2, 'endpoint-slices', 'fallback-by-slice', 'in whatever slice', [
    ALL_READY,
    '    const ready = unique(parts.flatMap((part) => part.ready.length > 0 ? part.ready : part.leaving));',
  ]),
  mistake(2, 'endpoint-slices', 'twice-in-the-list', 'twice the calls', [
    ALL_READY,
    '    const ready = parts.flatMap((part) => part.ready).sort(compareAddresses);',
  ]),
  mistake(2, 'endpoint-slices', 'not-sorted', 'sorted', [
    ALL_READY,
    '    const ready = parts.flatMap((part) => part.ready);',
  ]),
  mistake(2, 'endpoint-slices', 'told-each-time', 'told only when the addresses differ', [
    '    if (text === this.#told) return;\n',
    '',
  ]),
  mistake(2, 'endpoint-slices', 'empty-is-not-told', 'That there is nobody is worth knowing', [
    '    if (text === this.#told) return;\n',
    '    if (text === this.#told || addresses.length === 0) return;\n',
  ]),
  mistake(2, 'endpoint-slices', 'remembered-too-late', 'remembered before it is called', [
    TELL,
    '    if (text === this.#told) return;\n    this.#options.found(addresses);\n    this.#told = text;',
  ]),
  mistake(2, 'endpoint-slices', 'all-addresses', 'The first address of an endpoint', [
    EACH,
    '    for (const [host, conditions = {}] of (endpoints ?? []).flatMap((e) => e.addresses.map((a) => [a, e.conditions] as const))) {',
  ]),
  mistake(2, 'endpoint-slices', 'both-families', 'Slices of the other family', [
    '    if (addressType !== wanted || port === undefined) return { ready, leaving };',
    '    if (port === undefined) return { ready, leaving };\n    void [addressType, wanted];',
  ]),
  mistake(2, 'endpoint-slices', 'host-without-port', 'Host and port make an address', [
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a text of the solution
    '`${address.host} ${address.port}`',
    'address.host',
  ]),
  mistake(2, 'endpoint-slices', 'first-of-the-list', 'All slices together', [
    ONE,
    '    for (const slice of slices.slice(0, 1)) this.#parts.set(slice.metadata.name, this.#partOf(slice));',
  ]),

  mistake(3, 'rolling-update', 'surge-rounded-down', 'The surge is rounded up', [
    SURGE,
    SURGE.replace('ceil', 'floor'),
  ]),
  mistake(3, 'rolling-update', 'missing-rounded-up', 'what may be missing down', [
    MISSING,
    MISSING.replace('floor', 'ceil'),
  ]),
  mistake(3, 'rolling-update', 'percent-as-pods', 'A part of replicas', [
    '(Number.parseFloat(value) * replicas) / 100',
    'Number.parseFloat(value)',
  ]),
  mistake(
    3,
    'rolling-update',
    'never-begins',
    'could never begin',
    [STUCK, 'fewest: Math.max(0, replicas - missing)'],
    ['  const isStuck = surge === 0 && missing === 0;\n', ''],
  ),
  mistake(3, 'rolling-update', 'always-one-missing', 'Numbers are pods', [
    'surge === 0 && missing === 0',
    'missing === 0',
  ]),
  mistake(3, 'rolling-update', 'fewer-than-none', 'Fewer than none', [
    STUCK,
    'fewest: replicas - (isStuck ? 1 : missing)',
  ]),
  mistake(3, 'rolling-update', 'leaving-count', 'What is leaving is counted by nobody', [
    PRESENT,
    '  const present = pods.slice();',
  ]),
  mistake(3, 'rolling-update', 'all-at-once', 'There is room for one more', [
    START,
    '  const start = Math.max(0, lack);\n  void most;',
  ]),
  mistake(3, 'rolling-update', 'room-is-filled', 'replicas', [
    START,
    '  const start = Math.max(0, most - present.length);\n  void lack;',
  ]),
  mistake(3, 'rolling-update', 'fewer-than-no-start', 'none is started', [
    START,
    '  const start = Math.min(lack, most - present.length);',
  ]),
  mistake(3, 'rolling-update', 'one-at-a-time', 'as', [
    START,
    '  const start = Math.max(0, Math.min(1, lack, most - present.length));',
  ]),
  mistake(3, 'rolling-update', 'starting-is-ready', 'not ready yet', [
    READY,
    '  const ready = present.length;',
  ]),
  mistake(3, 'rolling-update', 'only-new-ones-count', 'One can be spared', [
    READY,
    "  const ready = present.filter(({ state, version }) => state === 'ready' && version === 'new').length;",
  ]),
  mistake(3, 'rolling-update', 'old-ones-go-at-once', 'none can be spared', [
    ENDING,
    '  const ending = old.filter(() => true);\n  void spare;',
  ]),
  mistake(3, 'rolling-update', 'not-ready-costs', 'costs nobody anything', [
    ENDING,
    '  const ending = old.filter(() => spare-- > 0);',
  ]),
  mistake(3, 'rolling-update', 'not-ready-is-spared', 'does not count as spared', [
    ENDING,
    "  const ending = old.filter(({ state }) => spare-- > 0 || state !== 'ready');",
  ]),
  mistake(3, 'rolling-update', 'percent-divided-first', 'Multiply first', [
    '(Number.parseFloat(value) * replicas) / 100',
    '(Number.parseFloat(value) / 100) * replicas',
  ]),
  mistake(3, 'rolling-update', 'not-ready-stays', 'can be ended at once', [
    ENDING,
    "  const ending = old.filter(({ state }) => state === 'ready' && spare-- > 0);",
  ]),
  mistake(3, 'rolling-update', 'last-first', 'the first in the list', [
    '  const ending = old.filter',
    '  const ending = old.reverse().filter',
  ]),
  mistake(3, 'rolling-update', 'ended-makes-room', 'in the next', [
    '  return { start, end: ending',
    '  return { start: Math.max(0, Math.min(lack, most - present.length + ending.length)), end: ending',
  ]),
  mistake(3, 'rolling-update', 'list-sorted-in-place', 'Your code changes what it was given', [
    '  const { most, fewest } = limitsOf(spec);',
    '  const { most, fewest } = limitsOf(spec);\n  (pods as Pod[]).reverse();',
  ]),

  mistake(4, 'update-plan', 'no-pre-stop', 'preStop puts that off', [
    STOP,
    '  const preStopSeconds = 0 * noticeSeconds;',
  ]),
  mistake(4, 'update-plan', 'pre-stop-rounded-down', 'preStop puts that off', [
    STOP,
    STOP.replace('ceil', 'floor'),
  ]),
  mistake(4, 'update-plan', 'pre-stop-not-whole', 'Whole seconds', [
    STOP,
    '  const preStopSeconds = noticeSeconds;',
  ]),
  mistake(4, 'update-plan', 'grace-after-pre-stop', 'begins together with preStop', [
    KILL,
    KILL.replace('preStopSeconds + ', ''),
  ]),
  mistake(4, 'update-plan', 'grace-without-calls', 'SIGKILL came', [
    KILL,
    KILL.replace(' + Math.ceil(longestCallSeconds)', ' + 0 * longestCallSeconds'),
  ]),
  mistake(4, 'update-plan', 'thirty-seconds', 'The grace period is preStop', [
    KILL,
    '    terminationGracePeriodSeconds: 30 + 0 * longestCallSeconds,',
  ]),
  mistake(4, 'update-plan', 'nothing-spare', 'SPARE_SECONDS', [
    KILL,
    KILL.replace(' + SPARE_SECONDS', ''),
  ]),
  mistake(4, 'update-plan', 'needed-pods-missing', 'can be spared', [
    NUMBERS,
    NUMBERS.replace('replicas - needed', 'needed'),
  ]),
  mistake(4, 'update-plan', 'all-the-room', 'there is room for', [
    NUMBERS,
    NUMBERS.replace('room - replicas', 'room'),
  ]),
  mistake(4, 'update-plan', 'one-at-a-time-always', 'then it is over soonest', [
    NUMBERS,
    '  const [maxSurge, maxUnavailable] = [Math.min(1, room - replicas), Math.min(1, replicas - needed)];',
  ]),
  mistake(4, 'update-plan', 'impossible-is-planned', 'That is a RangeError', [
    IF,
    '  if (Number.isNaN(maxSurge + maxUnavailable)) {',
  ]),
  mistake(4, 'update-plan', 'any-error', 'That is a RangeError', ['new RangeError(', 'new Error(']),
  mistake(4, 'update-plan', 'both-are-needed', 'That is a RangeError', [
    IF,
    '  if (maxSurge < 0 && maxUnavailable < 0 || maxSurge + maxUnavailable === 0) {',
  ]),
];
