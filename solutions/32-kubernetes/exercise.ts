import type { Exercise } from '#course/exercise/exercise';

export const exercise: Exercise = {
  pieces: [
    { name: '#kubernetes/manifests', file: 'manifests.ts', solution: 'only' },
    {
      name: '#channel/names/endpoint-slices',
      file: 'endpoint-slices.ts',
      solution: 'derived',
      gaps: {
        listed: {
          task: 2,
          prompt:
            'These slices, and no others, are known from now on: this.#parts has a Part for each, by its name.',
        },
        changed: {
          task: 2,
          prompt: 'this.#told is undefined until something has been told.',
        },
        '#partOf': {
          task: 2,
          prompt:
            'Which of its ports is meant, and does the slice count at all? Then each endpoint: is it ready, does it only still serve, or neither? conditions, and each of the three in it, may be left out.',
        },
        '#tell': {
          task: 2,
          prompt:
            'unique(addresses) leaves out what stands there twice, and sorts. Remember what you tell before you call this.#options.found.',
        },
      },
    },
    { name: '#kubernetes/rolling-update', file: 'rolling-update.ts', solution: 'only' },
    { name: '#kubernetes/update-plan', file: 'update-plan.ts', solution: 'only' },
  ],
  tasks: [
    {
      title: 'Manifests that hold',
      file: 'manifests.ts',
      asked:
        'manifestsOf(app) gives a Deployment (apps/v1), a headless Service (v1) and a PodDisruptionBudget (policy/v1), each named app.name. Service, budget and Deployment select the pods of this app, and not those of an app with another name. One container: its image, containerPort, cpu and memory requested, memory limited, cpu not. Readiness asks for app.service, liveness for no service, both by grpc at app.port. The Service’s only port is named grpc, is app.port, and says appProtocol kubernetes.io/h2c. The update: maxSurge and maxUnavailable of the plan; preStop sleeps for preStopSeconds, and terminationGracePeriodSeconds is the plan’s, as it is. The budget lets somebody take pods away as long as app.needed stay. Fields that Kubernetes does not know are an error.',
      hints: [
        'A Deployment holds a template of its pods at spec.template, with metadata and spec of its own. Three things look for pods by labels: which labels do they see, those of the Deployment or those of the template?',
        'grpc: { port, service } in a probe takes a number as port, never a name. Headless is clusterIP: "None", a text. The sleep is at lifecycle.preStop.sleep.seconds of the container, the grace period in the spec of the pod. A budget is { minAvailable, selector }.',
        'const labels = { app: name }; … spec: { replicas, selector: { matchLabels: labels }, strategy: { type: "RollingUpdate", rollingUpdate: { maxSurge, maxUnavailable } }, template: { metadata: { labels }, spec: { terminationGracePeriodSeconds, containers: [{ name, image, ports: [{ name: "grpc", containerPort: port }], readinessProbe: { grpc: { port, service } }, livenessProbe: { grpc: { port } }, … }] } } }',
      ],
    },
    {
      title: 'From changes to addresses',
      file: 'endpoint-slices.ts',
      asked:
        'listed(slices) takes the place of all that was known; changed(change) changes one slice, and before the first list it does nothing. Of each slice of the wanted address family, the port with the wanted name counts, and the first address of each endpoint. Addresses of endpoints that are ready are told; if no endpoint of any slice is ready, those that are terminating and still serving. An address counts once, however many slices have it. found gets a new list, sorted, when it differs from the last one that was told; the first list is always told, even if there is nothing in it.',
      hints: [
        'A change tells of one slice, and found wants all addresses. So keep, for each slice, what it adds to the whole. What does a slice add whose port has another name?',
        'Left out means ready, and serving; it does not mean terminating. Whether nobody is ready can only be said of all slices together. found may call you back: what must be true by then?',
        '#partOf: const port = ports?.find(({ name = "" }) => name === portName)?.port; … if (conditions.ready ?? true) ready.push(…); else if (conditions.terminating && (conditions.serving ?? true)) leaving.push(…). #tell: const text = JSON.stringify(addresses); if (text === this.#told) return; this.#told = text; this.#options.found(addresses);',
      ],
    },
    {
      title: 'An update, step by step',
      file: 'rolling-update.ts',
      asked:
        'limitsOf(spec) says how many pods there may be at most (those that are leaving not counted), and how many have to be ready at least. A percentage of replicas is rounded up for maxSurge and down for maxUnavailable; if both come to nothing, one pod may be unavailable. nextStep(pods, spec) says how many new pods to start now and which old ones to end, by their names. Afterwards there are replicas new ones, at no moment are the limits broken, and it does all that they allow at once. An old pod that is not ready is ended at once, whatever the limits (Kubernetes itself is slower there); of those that are ready, the ones that stand first in the list go first. What is leaving is counted by nobody, and what ends in a step makes room only in the next.',
      hints: [
        'Two questions, and they do not depend on each other: how many may I start without having too many? How many that are ready may I end without having too few?',
        'To start: what is missing of the new version, and never more than there is room for. To end: the old ones that are not ready, and of the others so many as there are ready ones (old and new) above the least.',
        'const present = pods.filter(({ state }) => state !== "leaving"); start = Math.max(0, Math.min(replicas - new, most - present.length)); let spare = ready - fewest; end = old.filter(({ state }) => state !== "ready" || spare-- > 0).',
      ],
    },
    {
      title: 'A plan that loses nothing',
      file: 'update-plan.ts',
      asked:
        'planUpdate(facts) gives whole numbers with which an update loses no call: as many pods more, and as many fewer, as room and load allow; a preStop as short as it may be for everybody to have noticed; and a grace period of that, the longest call (rounded up), and SPARE_SECONDS. If there is room for no pod more and none can be spared, or fewer than that, it throws a RangeError. The simulation judges it: with your nextStep, clients who notice late, and calls that take long.',
      hints: [
        'Draw a line of time from the moment at which a pod is told to leave. Until when do new calls come? When may the last of those end? What has to be later than what?',
        'The grace period begins together with preStop, and not after it. room and needed, beside replicas, are the two numbers of pods.',
        'maxSurge = room - replicas; maxUnavailable = replicas - needed; preStopSeconds = Math.ceil(noticeSeconds); terminationGracePeriodSeconds = preStopSeconds + Math.ceil(longestCallSeconds) + SPARE_SECONDS.',
      ],
    },
  ],
};
