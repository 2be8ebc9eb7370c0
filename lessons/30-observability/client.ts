import type { ClientOptions } from '#course/lesson/define-lesson';
import { GrpcError } from '#grpc/grpc-error';
import { Metadata } from '#grpc/metadata';
import { Status, statusName } from '#grpc/status';
import type { Span } from '#grpc/telemetry/span';
import { connectShop } from './our-client.ts';

/** Three calls, each with the id of its trace: by it one finds the call in the server’s window. */
export async function runClient({ host, port, log, signal }: ClientOptions): Promise<void> {
  const spans: Span[] = [];
  const { shop, close } = connectShop({ host, port }, (span) => spans.push(span));
  const metadata = new Metadata({ authorization: 'Bearer tea-and-no-sympathy' });
  try {
    for (const value of ['101', '101', '999']) {
      if (signal.aborted) return;
      const end = await shop.getOrder({ value }, { metadata, signal, timeoutMs: 10_000 }).then(
        () => 'OK',
        (error: unknown) => {
          if (!(error instanceof GrpcError)) throw error;
          // Nobody listens there: that is the system's to say.
          const { code, details, cause } = error;
          if (code === Status.UNAVAILABLE) {
            throw Object.assign(new Error(details, { cause }), { code: 'ECONNREFUSED' });
          }
          return statusName(code);
        },
      );
      const { traceId, startMs, endMs } = spans.at(-1)!;
      log(`order ${value}: ${end}, after ${Math.round(endMs - startMs)} ms, trace ${traceId}`);
    }
  } finally {
    await close();
  }
}
