/** After so many turns without anything new all that happens by itself has happened. */
const QUIET_TURNS = 6;

/**
 * One turn of the event loop: all promises that can go on have gone on. Node has a function for it;
 * a page sends itself a message, because its timers wait for four milliseconds.
 */
const turn: () => Promise<void> =
  typeof setImmediate === 'function'
    ? () => new Promise((resolve) => setImmediate(resolve))
    : () =>
        new Promise((resolve) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            port1.close();
            resolve();
          };
          port2.postMessage(undefined);
        });

/** Resolves when nothing happens any more that needs no clock. */
export async function quiet(activity: () => number): Promise<void> {
  let last = activity();
  for (let turns = 0; turns < QUIET_TURNS; turns++) {
    await turn();
    if (activity() === last) continue;
    last = activity();
    turns = 0;
  }
}
