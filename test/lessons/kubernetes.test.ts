import { afterAll, beforeAll, expect, test } from 'vitest';
import { problemsOf } from '#services/kubernetes/strict';
import { tellChanges } from '../../lessons/32-kubernetes/changes.ts';
import {
  startPods,
  throughDns,
  throughRoute,
  throughService,
} from '../../lessons/32-kubernetes/distributions.ts';
import { answer, startDns } from '../../lessons/32-kubernetes/dns.ts';
import { drawPlans } from '../../lessons/32-kubernetes/experiments.ts';
import {
  ARTICLE_INGRESS,
  allManifests,
  misspelt,
  ROUTE,
} from '../../lessons/32-kubernetes/manifests.ts';
import { buildImage, type Image } from '../../lessons/32-kubernetes/pods.ts';
import { probeMisspelt, probeMoments } from '../../lessons/32-kubernetes/probes.ts';
import { burstOnPaper } from '../../lessons/32-kubernetes/quota.ts';
import { rollOut } from '../../lessons/32-kubernetes/rollout.ts';
import { routeOf } from '../../lessons/32-kubernetes/route.ts';
import { underLimit } from '../../lessons/32-kubernetes/throttle.ts';
import { simulate } from '../../lessons/cluster/simulate.ts';

/** What lesson 32 prints and draws, counted at its real servers and processes. */

const images: Record<string, Image> = {};
beforeAll(async () => {
  images.pod = await buildImage('pod');
  images.worker = await buildImage('worker');
});
afterAll(async () => {
  for (const image of Object.values(images)) await image.remove();
});

test('one connection is one pod; a headless name, or a route, is all of them', async () => {
  const pods = await startPods(4);
  const three = pods.slice(0, 3);
  try {
    expect((await throughService(three)).sort()).toEqual([0, 0, 30]);
    expect((await throughDns(three)).counts).toEqual([10, 10, 10]);
    const counts = await throughRoute(pods);
    expect(counts.at(-1)).toBe(3);
    expect(counts.slice(0, 3)).toEqual([9, 9, 9]);
  } finally {
    for (const pod of pods) await pod.kill();
  }
});

test('the DNS server answers for its name, and for no other', async () => {
  const dns = await startDns('orders.shop.svc.cluster.local', ['127.0.0.2', '127.0.0.3']);
  try {
    expect(await dns.lookup('orders.shop.svc.cluster.local')).toEqual(['127.0.0.2', '127.0.0.3']);
    await expect(dns.lookup('stock.shop.svc.cluster.local')).rejects.toThrow(/ENOTFOUND/);
    dns.addresses = [];
    await expect(dns.lookup('orders.shop.svc.cluster.local')).rejects.toThrow(/ENODATA|ENOTFOUND/);
    expect(dns.asked).toBeGreaterThanOrEqual(3);
  } finally {
    dns.close();
  }
});

test('an answer of DNS, byte by byte', () => {
  const query = Buffer.from('abcd01000001000000000000016101620000010001', 'hex');
  expect(answer(query, 'a.b', ['10.0.0.7']).toString('hex')).toBe(
    'abcd85800001000100000000016101620000010001c00c00010001000000050004' + '0a000007',
  );
});

test('a route: the match that names most, and weights', () => {
  const path = '/ecommerce.OrderManagement/GetOrder';
  const names = Array.from({ length: 20 }, (_, turn) => routeOf(ROUTE, path, turn));
  expect(names.filter((name) => name === 'orders-next')).toHaveLength(2);
  expect(routeOf(ROUTE, '/ecommerce.ProductInfo/getProduct', 0)).toBeUndefined();
  const rules = [
    { backendRefs: [{ name: 'rest' }] },
    { matches: [{ method: { service: 'a.B' } }], backendRefs: [{ name: 'b' }] },
    { matches: [{ method: { service: 'a.B', method: 'C' } }], backendRefs: [{ name: 'c' }] },
  ];
  const route = { spec: { rules } };
  expect(['/a.B/C', '/a.B/D', '/e.F/C'].map((path) => routeOf(route, path, 0))).toEqual([
    'c',
    'b',
    'rest',
  ]);
});

test('the manifests hold, and two do not', () => {
  expect(allManifests().flatMap(problemsOf)).toEqual([]);
  expect(problemsOf(misspelt())).toEqual([
    {
      path: 'spec.template.spec.containers[0].livnessProbe',
      text: 'unknown field (livenessProbe?)',
    },
  ]);
  expect(problemsOf(ARTICLE_INGRESS)).toHaveLength(1);
});

test('what the two probes say of a pod, from its start to its end', async () => {
  const moments = await probeMoments();
  expect(moments.map(({ readiness }) => readiness)).toEqual([false, true, false, false, false]);
  expect(moments.map(({ liveness }) => liveness)).toEqual([true, true, true, false, false]);
  expect(await probeMisspelt()).toBe(false);
});

test('what a resolver makes of the changes', () => {
  expect(tellChanges().map(({ told }) => told)).toEqual([
    '.7',
    '–',
    '.7 .8',
    '–',
    '.8',
    '.7 .8',
    '.9',
    '–',
  ]);
});

// Without a greatest age: on a machine that is busy enough, a connection is too old before it is used.
test('an update in order loses no call, by real processes and signals', async () => {
  const rollout = await rollOut('age', images.pod!, 'told before SIGTERM');
  const { lost, calls, killed, tally } = rollout;
  expect({ lost, killed, tally }).toMatchObject({ lost: 0, killed: 0 });
  expect(calls).toBeGreaterThan(100);
  // At least one of each caller, of which there are four or more.
  for (const { ok } of Object.values(tally)) expect(ok).toBeGreaterThanOrEqual(4);
});

test('an update without preStop loses calls, all of them UNAVAILABLE', async () => {
  const { lost, tally } = await rollOut('preStop', images.pod!, 'gone before told');
  expect(lost).toBeGreaterThan(0);
  for (const { lost } of Object.values(tally))
    for (const code of lost) expect(code).toBe('UNAVAILABLE');
});

test('a limit of CPU, worked out, and kept by a process', async () => {
  expect(burstOnPaper(0, 20, 5)).toEqual([20, 40, 60, 80, 100]);
  expect(burstOnPaper(50, 20, 5)).toEqual([20, 40, 110, 130, 150]);
  expect(burstOnPaper(30, 20, 5)).toEqual([20, 110, 130, 220, 310]);
  // How often it stands still depends on how much CPU others leave to it.
  const [free, limited] = await Promise.all(
    [0, 30].map((quota) => underLimit(images.worker!, quota)),
  );
  expect(free).toMatchObject({ by: 'nobody', stops: 0 });
  expect(limited?.by).toMatch(/^(itself|the kernel)/);
  expect(limited?.median).toBeGreaterThanOrEqual(20);
});

test('the plans on paper: only the one of the exercise loses nothing', () => {
  const lost = [...drawPlans().matchAll(/(\d+) of \d+/g)].map(([, count]) => Number(count));
  expect(lost).toHaveLength(5);
  expect(lost[0]).toBe(0);
  expect(Math.min(...lost.slice(1))).toBeGreaterThan(0);
});

test('a simulation is the same each time, and another with another seed', () => {
  const setup = {
    replicas: 3,
    maxSurge: 1,
    maxUnavailable: 0,
    startSeconds: 4,
    noticeSeconds: 6,
    longestCallSeconds: 10,
    preStopSeconds: 2,
    terminationGracePeriodSeconds: 8,
  };
  const at = (seed: number) => JSON.stringify(simulate({ ...setup, seed }));
  expect(at(1)).toBe(at(1));
  expect(at(1)).not.toBe(at(2));
});
