import { ServingStatus } from '#services/health';
import { StatusBoard } from '#services/status-board';
import { SHOP } from './shop.ts';

/**
 * Three replicas whose database goes away for two minutes, and an orchestrator that asks as
 * Kubernetes does by default: every ten seconds; three failures in a row, and it acts. The statuses
 * are those of a real board; only time is made up.
 */

const SECONDS = 600;
const AWAY = { from: 60, until: 180 };
const BOOT = 30;
const PERIOD = 10;
const THRESHOLD = 3;
/** After each restart it waits twice as long before the next, as Kubernetes does: 10 s, 20 s … */
const BACKOFF = 10;

class Replica {
  board = new StatusBoard();
  restarts = 0;
  #readyAt = 0;
  #failures = 0;

  /** One second of its life. */
  tick(now: number, databaseIsThere: boolean): void {
    if (now < this.#readyAt) return;
    this.board.set('', ServingStatus.SERVING);
    const status = databaseIsThere ? ServingStatus.SERVING : ServingStatus.NOT_SERVING;
    this.board.set(SHOP, status);
  }

  /** Liveness: three times not SERVING, and it is started again. */
  live(now: number, service: string): void {
    if (now < this.#readyAt) return;
    this.#failures = this.#serves(service) ? 0 : this.#failures + 1;
    if (this.#failures < THRESHOLD) return;
    this.#failures = 0;
    this.#readyAt = now + BACKOFF * 2 ** this.restarts + BOOT;
    this.restarts++;
    this.board = new StatusBoard();
    this.board.set('', ServingStatus.NOT_SERVING);
    this.board.set(SHOP, ServingStatus.NOT_SERVING);
  }

  get ready(): boolean {
    return this.#serves(SHOP);
  }

  #serves(service: string): boolean {
    return this.board.get(service) === ServingStatus.SERVING;
  }
}

/** @param service what liveness asks for. @returns restarts, and seconds in which nobody was ready */
export function liveThrough(service: string): { restarts: number; down: number } {
  const replicas = [new Replica(), new Replica(), new Replica()];
  let down = 0;
  for (let now = 0; now < SECONDS; now++) {
    const databaseIsThere = now < AWAY.from || now >= AWAY.until;
    for (const replica of replicas) replica.tick(now, databaseIsThere);
    if (now % PERIOD === 0) for (const replica of replicas) replica.live(now, service);
    if (!replicas.some(({ ready }) => ready)) down++;
  }
  return { restarts: replicas.reduce((sum, { restarts }) => sum + restarts, 0), down };
}
