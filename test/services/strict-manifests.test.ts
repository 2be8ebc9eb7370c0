import { expect, test } from 'vitest';
import { problemsOf } from '#services/kubernetes/strict';

const service = (spec: unknown, rest: object = {}) => ({
  apiVersion: 'v1',
  kind: 'Service',
  spec,
  ...rest,
});
const texts = (manifest: unknown) =>
  problemsOf(manifest).map(({ path, text }) => `${path}: ${text}`);

test('what a manifest is, is asked first', () => {
  expect(texts(undefined)).toEqual(['kind: nothing is not a kind known here']);
  expect(texts({ kind: 'toString' })).toEqual(['kind: "toString" is not a kind known here']);
  expect(texts({ kind: 'Service', apiVersion: 'apps/v1' })).toEqual([
    'apiVersion: "apps/v1": a Service is of v1',
  ]);
});

test('unknown fields, each with its path, and a guess where one is near', () => {
  expect(
    texts(service({ clusterIp: 'None', ports: [{ port: 1 }, { port: 2, whatever: 1 }] })),
  ).toEqual([
    'spec.clusterIp: unknown field (clusterIP?)',
    'spec.ports[1].whatever: unknown field',
  ]);
  expect(texts(service({}, { constructor: 1 }))).toEqual(['constructor: unknown field']);
});

test('types', () => {
  expect(texts(service({ ports: { port: 1 } }))).toEqual(['spec.ports: {"port":1} is not a list']);
  expect(texts(service({ ports: [{ port: '1' }] }))).toEqual([
    'spec.ports[0].port: "1" is not a whole number',
  ]);
  expect(texts(service({ ports: [{ port: 1.5 }] }))).toEqual([
    'spec.ports[0].port: 1.5 is not a whole number',
  ]);
  expect(texts(service({ ports: [{}] }))).toEqual(['spec.ports[0].port: is missing']);
  expect(texts(service({ selector: { app: 1 } }))).toEqual(['spec.selector.app: 1 is not a text']);
  expect(texts(service([]))).toEqual(['spec: [] is not an object']);
  expect(texts(service({ publishNotReadyAddresses: 'yes' }))).toEqual([
    'spec.publishNotReadyAddresses: "yes" is not true or false',
  ]);
  expect(texts(service({ clusterIP: null, ports: [{ port: 1, targetPort: 'grpc' }] }))).toEqual([]);
});

test('quantities', () => {
  const withCpu = (cpu: unknown) => ({
    apiVersion: 'batch/v1',
    kind: 'Job',
    spec: { template: { spec: { containers: [{ name: 'a', resources: { requests: { cpu } } }] } } },
  });
  for (const cpu of ['100m', '0.5', 1, '1Gi', '1e3', '.5']) expect(texts(withCpu(cpu))).toEqual([]);
  for (const cpu of ['100 m', 'much', '', '1gb', true]) expect(texts(withCpu(cpu))).toHaveLength(1);
});
