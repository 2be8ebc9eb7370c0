import { toHex } from '#bytes/hex';
import type { SpanIds } from '#grpc/telemetry/trace-context';

/** Ids of these bytes; an id of nothing but 0 would be none, and is drawn again. */
export function idsFrom(bytes: (length: number) => Uint8Array): SpanIds {
  const id = (length: number): string => {
    const drawn = bytes(length);
    return drawn.some((byte) => byte !== 0) ? toHex(drawn, '') : id(length);
  };
  return { traceId: () => id(16), spanId: () => id(8) };
}

/** Ids by chance, of which no two are the same. */
export const randomIds: SpanIds = idsFrom((length) =>
  crypto.getRandomValues(new Uint8Array(length)),
);
