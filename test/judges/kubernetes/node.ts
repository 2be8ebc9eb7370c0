import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { ApiServer, Thing } from './api.ts';

const PODS = '/api/v1/namespaces/default/pods';
const PATCH = 'application/strategic-merge-patch+json';

/** What the kubelet's own code says of a server: `success` or `failure`, and why. */
export async function kubeletProbe(
  program: string,
  port: number,
  service = '',
): Promise<{ result: string; text: string }> {
  const args = ['probe', '127.0.0.1', String(port), ...(service ? [service] : [])];
  const { stdout } = await promisify(execFile)(program, args);
  return JSON.parse(stdout);
}

/** Stands for a node and its kubelet: it gives pods addresses, and says how their probes went. */
export class Node {
  readonly #api: ApiServer;
  #last = 0;

  constructor(api: ApiServer) {
    this.#api = api;
  }

  async join(): Promise<void> {
    await this.#api.call('POST', '/api/v1/nodes', {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name: 'node-1' },
    });
  }

  async pods(): Promise<Thing[]> {
    const { body } = await this.#api.call('GET', PODS);
    return body.items;
  }

  /** Takes a pod, as a scheduler would say, and runs it. */
  async run({ metadata: { name } }: Thing): Promise<void> {
    await this.#api.call('POST', `${PODS}/${name}/binding`, {
      apiVersion: 'v1',
      kind: 'Binding',
      metadata: { name },
      target: { apiVersion: 'v1', kind: 'Node', name: 'node-1' },
    });
    const podIP = `10.1.0.${++this.#last}`;
    await this.status(name, false, { phase: 'Running', podIP, podIPs: [{ ip: podIP }] });
  }

  /** Whether its readiness probe says yes. */
  async status(name: string, ready: boolean, more: object = {}): Promise<void> {
    const conditions = [{ type: 'Ready', status: ready ? 'True' : 'False' }];
    await this.#api.call(
      'PATCH',
      `${PODS}/${name}/status`,
      { status: { conditions, ...more } },
      PATCH,
    );
  }

  /** Its process has gone: the pod that was told to leave is no more. */
  async gone(name: string): Promise<void> {
    await this.#api.call('DELETE', `${PODS}/${name}?gracePeriodSeconds=0`);
  }
}
