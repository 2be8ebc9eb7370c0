/** What happens to answers when a segment is lost: as it is planned, for the run and for the picture. */

export const ANSWERS = 16;
/** The server answers one of them after the other, so far apart. */
export const STEP_MS = 20;
/** So long it takes until the lost segment has been sent again. */
export const AGAIN_MS = 600;
/** Of the answers on the first connection this one is lost, counted from 0. */
const LOST = 1;

export interface Planned {
  /** From 0. */
  connection: number;
  sentMs: number;
  /** When the client can read it. */
  readMs: number;
  lost: boolean;
}

/**
 * The answers on so many connections, in turn. TCP hands out bytes in order: what was sent behind a
 * segment that is missing is read when that has come, and not before.
 */
export function planned(connections: number): Planned[] {
  const free = Array.from({ length: connections }, () => 0);
  return Array.from({ length: ANSWERS }, (_, i) => {
    const connection = i % connections;
    const sentMs = i * STEP_MS;
    const lost = i === LOST * connections;
    const readMs = Math.max(free[connection]!, sentMs + (lost ? AGAIN_MS : 0));
    free[connection] = readMs;
    return { connection, sentMs, readMs, lost };
  });
}
