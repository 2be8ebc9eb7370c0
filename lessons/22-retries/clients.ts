import { credentials, Metadata, type ServiceError, status } from '@grpc/grpc-js';
import { Channel } from '#channel/channel';
import type { ServiceConfigJson } from '#channel/names/service-config-json';
import { createClient } from '#grpc/client/client';
import { Metadata as OurMetadata } from '#grpc/metadata';
import { Order, OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { LOOPBACK } from '#transport/tcp';
import { ecommerce } from '../shop/load.ts';

export type Stack = 'grpc-js' | 'ours';
export const STACKS: readonly Stack[] = ['grpc-js', 'ours'];

/** How a call ended, and with which answer. */
export interface Outcome {
  /** `OK`, or the name of the code. */
  end: string;
  details: string;
}

/** A client of either stack, with what this lesson needs of it. */
export interface RetryingClient {
  getOrder(options?: CallOptions): Promise<Outcome>;
  /** @param key goes along as metadata: by it a server knows a call that it has seen. */
  addOrder(key?: string): Promise<Outcome>;
  close(): unknown;
}

interface CallOptions {
  waitForReady?: boolean;
  signal?: AbortSignal;
}

const WAIT_MS = 20_000;
const RECONNECT_MS = 100;
const ORDER: Order = Order.create({ id: '201', items: ['teapot'], destination: 'Leeds' });

const targetOf = (ports: readonly number[]) =>
  `ipv4:${ports.map((port) => `${LOOPBACK}:${port}`).join(',')}`;

// #region connect
/** @param ports the addresses of one service, all on this machine */
export function connectJs(
  ports: readonly number[],
  config: ServiceConfigJson = {},
  options: object = {},
) {
  return new ecommerce.OrderManagement(targetOf(ports), credentials.createInsecure(), {
    'grpc.service_config': JSON.stringify(config),
    // How soon it tries to connect again. The default is a second.
    'grpc.initial_reconnect_backoff_ms': RECONNECT_MS,
    ...options,
  });
}
// #endregion connect

export function client(
  stack: Stack,
  ports: readonly number[],
  config: ServiceConfigJson = {},
): RetryingClient {
  return stack === 'ours' ? ourClient(ports, config) : jsClient(ports, config);
}

function jsClient(ports: readonly number[], config: ServiceConfigJson): RetryingClient {
  const shop = connectJs(ports, config);
  const deadline = () => ({ deadline: Date.now() + WAIT_MS });
  const outcome = (
    begin: (done: (error: ServiceError | null, value?: unknown) => void) => { cancel(): void },
    signal?: AbortSignal,
  ) =>
    new Promise<Outcome>((resolve) => {
      const call = begin((error) =>
        resolve(
          error
            ? { end: String(status[error.code]), details: error.details }
            : { end: 'OK', details: '' },
        ),
      );
      signal?.addEventListener('abort', () => call.cancel(), { once: true });
    });
  return {
    getOrder: ({ waitForReady = false, signal } = {}) =>
      outcome(
        (done) => shop.getOrder({ value: '101' }, new Metadata({ waitForReady }), deadline(), done),
        signal,
      ),
    addOrder(key) {
      const metadata = new Metadata();
      if (key !== undefined) metadata.set('idempotency-key', key);
      return outcome((done) => shop.addOrder(ORDER, metadata, deadline(), done));
    },
    async close() {
      shop.close();
      if (config.retryThrottling) await forgetBucket(ports);
    },
  };
}

/**
 * grpc-js keeps a bucket for each target, and not for each channel, as long as the process runs. A
 * port may come again, and a channel without a bucket ends the old one as soon as it has resolved.
 */
function forgetBucket(ports: readonly number[]): Promise<void> {
  const other = connectJs(ports);
  return new Promise((resolve) => {
    other.waitForReady(Date.now() + WAIT_MS, () => {
      other.close();
      resolve();
    });
  });
}

function ourClient(ports: readonly number[], serviceConfig: ServiceConfigJson): RetryingClient {
  const channel = new Channel(targetOf(ports), {
    serviceConfig,
    backoff: { initialMs: RECONNECT_MS },
  });
  const shop = createClient(OrderManagementDefinition, channel, {
    defaults: { timeoutMs: WAIT_MS },
  });
  const outcome = async (call: Promise<unknown>): Promise<Outcome> => {
    try {
      await call;
      return { end: 'OK', details: '' };
    } catch (error) {
      const [, end = '', details = ''] = /^\d+ (\w+):? ?(.*)/s.exec((error as Error).message) ?? [];
      if (end === '') throw error;
      return { end, details };
    }
  };
  return {
    getOrder: (options = {}) => outcome(shop.getOrder({ value: '101' }, options)),
    addOrder: (key) =>
      outcome(
        shop.addOrder(ORDER, {
          metadata: new OurMetadata(key === undefined ? {} : { 'idempotency-key': key }),
        }),
      ),
    close: () => channel.close(),
  };
}
