/** A signal that counts who listens to it. */
export function countedSignal() {
  const controller = new AbortController();
  const { signal } = controller;
  let listeners = 0;
  const { addEventListener, removeEventListener } = signal;
  signal.addEventListener = (...args: never) => {
    listeners++;
    addEventListener.apply(signal, args);
  };
  signal.removeEventListener = (...args: never) => {
    listeners--;
    removeEventListener.apply(signal, args);
  };
  return { signal, abort: () => controller.abort(), listeners: () => listeners };
}
