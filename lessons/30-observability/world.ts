import type { Span } from '#grpc/telemetry/span';
import { type Collector, startCollector } from './collector.ts';
import { connectShop } from './our-client.ts';
import { startTrio, type Trio } from './trio.ts';
import { tracesOf } from './waterfall.ts';

/** The collector, the three services, and the shop that calls the first of them. */
export interface World {
  collector: Collector;
  trio: Trio;
  shop: ReturnType<typeof connectShop>['shop'];
  /** The spans of each trace, the shop's own too, in the order in which the traces began. */
  traces(): Promise<Span[][]>;
}

export async function withWorld(
  options: { unpatched?: boolean },
  scene: (world: World) => Promise<void>,
): Promise<void> {
  const collector = await startCollector();
  const own: Span[] = [];
  try {
    const trio = await startTrio({ collector: collector.port, ...options });
    const { shop, close } = connectShop({ host: '127.0.0.1', port: trio.port }, (span) =>
      own.push(span),
    );
    try {
      await scene({
        collector,
        trio,
        shop,
        async traces() {
          await trio.flush();
          return tracesOf([...own, ...collector.spans]);
        },
      });
    } finally {
      await close();
      await trio.close();
    }
  } finally {
    await collector.close();
  }
}
