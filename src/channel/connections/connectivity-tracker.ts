import type { ConnectivityState } from './connectivity.ts';

/** The state of a channel, and those who want to hear of its changes. */
export class ConnectivityTracker {
  readonly #listeners = new Set<(state: ConnectivityState) => void>();
  #state: ConnectivityState = 'IDLE';

  get state(): ConnectivityState {
    return this.#state;
  }

  /** SHUTDOWN is for good. @param andThen runs before the listeners hear of it. */
  change(state: ConnectivityState, andThen: () => void): void {
    if (this.#state === 'SHUTDOWN') return;
    const changed = state !== this.#state;
    this.#state = state;
    andThen();
    // That may have changed the state again, and told the listeners.
    if (!changed || this.#state !== state) return;
    for (const listener of [...this.#listeners]) {
      try {
        listener(state);
      } catch (error) {
        // A listener may be anybody's code: if it throws, the channel goes on.
        console.error('a listener of the channel’s state failed:', error);
      }
    }
    if (state === 'SHUTDOWN') this.#listeners.clear();
  }

  /** Calls back on every change. @returns ends that. */
  onChange(listener: (state: ConnectivityState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
