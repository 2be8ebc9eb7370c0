import { credentials, makeClientConstructor, type ServiceDefinition } from '@grpc/grpc-js';
import { service } from 'grpc-health-check';
import { createGrpcDissectors, type GrpcView } from '#inspect/grpc/dissector';
import { createRecorder } from '#inspect/recorder';
import type { Trace } from '#inspect/trace';
import {
  HealthCheckRequest,
  HealthCheckResponse,
  HealthDefinition,
} from '#protobuf/generated/grpc/health/v1/health';
import { ServingStatus } from '#services/health';
import { isOfACall } from '../09-grpc-by-hand/at-greeter.ts';
import { withStoppedClock } from '../10-hello-grpc/stopped-clock.ts';
import { startTap } from '../10-hello-grpc/tap.ts';
import { startShop } from './shop.ts';

const { check, watch } = HealthDefinition.methods;
const types = [HealthCheckRequest.descriptor, HealthCheckResponse.descriptor] as const;
const methods = {
  [check.path]: [...types],
  [watch.path]: [...types],
} satisfies GrpcView['methods'];

interface HealthStub {
  check(request: { service: string }, done: (error: unknown) => void): void;
  watch(request: { service: string }): NodeJS.ReadableStream;
  close(): void;
}

/** A client of grpc-js asks our server for a service that comes, and goes with its server. */
export async function recordWatch(): Promise<Trace> {
  const recorder = createRecorder('Check, and Watch', 'gRPC over HTTP/2');
  const shop = await startShop();
  const tap = await startTap(shop, recorder, () => createGrpcDissectors({ methods }));
  const Stub = makeClientConstructor(service as unknown as ServiceDefinition, 'Health');
  const health = new Stub(`${tap.host}:${tap.port}`, credentials.createInsecure(), {
    'grpc.default_authority': 'localhost:50029',
  }) as unknown as HealthStub;
  const asked = { service: 'ecommerce.Stock' };
  try {
    await withStoppedClock(async () => {
      await new Promise((resolve) => health.check(asked, resolve));
      await new Promise((resolve, reject) => {
        let told = 0;
        health
          .watch(asked)
          .on('data', () => {
            told++;
            if (told === 1) shop.health.set(asked.service, ServingStatus.SERVING);
            if (told === 2) shop.health.shutdown();
          })
          .on('end', resolve)
          .on('error', reject);
      });
    });
    return { ...recorder.trace, events: recorder.trace.events.filter(isOfACall) };
  } finally {
    health.close();
    await tap.close();
    await shop.close();
  }
}
