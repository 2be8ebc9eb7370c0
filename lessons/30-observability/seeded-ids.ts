import type { IdGenerator } from '@opentelemetry/sdk-trace-base';
import { Random } from '#course/kit/random';
import { idsFrom } from '#grpc/telemetry/ids';
import type { SpanIds } from '#grpc/telemetry/trace-context';

/** Ids that are the same in each run, and others for each program. Production draws them by chance. */
export function idsOf(service: string): SpanIds {
  const seed = [...service].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 30);
  const random = new Random(seed);
  return idsFrom((length) => random.bytes(length));
}

/** The same for OpenTelemetry. */
export function seededIds(service: string): IdGenerator {
  const ids = idsOf(service);
  return { generateTraceId: () => ids.traceId(), generateSpanId: () => ids.spanId() };
}
