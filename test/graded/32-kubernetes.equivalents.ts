import type { Equivalent } from '#course/kit/equivalent';

export const equivalents: Equivalent[] = [
  {
    file: 'manifests.ts',
    task: 1,
    changes: [
      `strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge, maxUnavailable } }, → strategy: { rollingUpdate: { maxSurge, maxUnavailable } },`,
    ],
    reason: 'RollingUpdate is the default.',
  },
  {
    file: 'manifests.ts',
    task: 1,
    changes: [
      `ports: [{ name: 'grpc', containerPort: port }], → ports: [{ containerPort: port }],`,
      `ports: [{ name: 'grpc', containerPort: port }], → ports: [{ name: '', containerPort: port }],`,
    ],
    reason: 'The Service finds the port by its number, and nobody asks for the name.',
  },
  {
    file: 'manifests.ts',
    task: 1,
    changes: [
      'resources: { requests: { cpu, memory }, limits: { memory } }, → resources: { requests: { cpu }, limits: { memory } },',
    ],
    reason: 'A request that is left out is the limit, if there is one.',
  },
  {
    file: 'endpoint-slices.ts',
    task: 2,
    changes: [
      `const wanted = this.#options.addressType ?? 'IPv4'; → const wanted = this.#options.addressType || 'IPv4';`,
      'for (const { addresses, conditions = {} } of endpoints ?? []) { → for (const { addresses, conditions = {} } of endpoints || []) {',
    ],
    reason: 'A list, or one of two names that are not empty: only undefined is false here.',
  },
  {
    file: 'endpoint-slices.ts',
    task: 2,
    changes: [
      'if (conditions.ready ?? true) ready.push({ host, port }); → if (conditions.ready ?? true) ready.unshift({ host, port });',
      'else if (conditions.terminating && (conditions.serving ?? true)) leaving.push({ host, port }); → else if (conditions.terminating && (conditions.serving ?? true)) leaving.unshift({ host, port });',
    ],
    reason: 'All of them are sorted before they are told.',
  },
];
