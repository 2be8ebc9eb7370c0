import type { Connection } from '#transport/connection';
import { connectTcp } from '#transport/tcp';

export type { Connection };

/** A connection to the first of these that takes one; if none does, `otherwise`. */
export async function connectOr(
  servers: readonly { host: string; port: number }[],
  otherwise: () => void,
): Promise<Connection | undefined> {
  for (const server of servers) {
    try {
      return await connectTcp(server);
    } catch {
      // Nobody listens there: the next.
    }
  }
  otherwise();
  return undefined;
}
