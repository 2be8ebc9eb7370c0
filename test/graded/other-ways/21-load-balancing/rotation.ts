import type { ConnectivityState } from '#channel/connections/connectivity';

/** Gives each call one of those that are READY; `undefined` if none is. */
export interface RotationPicker<E> {
  pick(): E | undefined;
}

/** Whose turn it is: as long as the policy lives, however often its servers come and go. */
export class Rotation {
  /** Counts the picks; what is left of it after whole rounds is a place in the list. */
  #turn: number;

  /** @param start a whole number, another one in each client. */
  constructor(start = 0) {
    this.#turn = start;
  }

  /**
   * A picker over those that are READY now, in the order of the list. It goes on where the last
   * picker stopped. What happens to the list, or to the states in it, afterwards does not concern
   * it: then another picker takes its place.
   */
  over<E extends { readonly state: ConnectivityState }>(
    endpoints: readonly E[],
  ): RotationPicker<E> {
    const ready: E[] = [];
    for (const endpoint of endpoints) if (endpoint.state === 'READY') ready.push(endpoint);
    const take = () => {
      this.#turn += 1;
      return ready[(this.#turn - 1) % ready.length];
    };
    return { pick: () => (ready.length > 0 ? take() : undefined) };
  }
}
