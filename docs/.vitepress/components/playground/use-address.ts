import { onBeforeUnmount, onMounted, watch } from 'vue';

/** After so long without a change the address is written, in ms: browsers refuse it many times a second. */
const REST_MS = 300;

/**
 * Keeps what a reader has made of a playground in the page's address, `?framing=…`, so that a link
 * leads to it and a reload keeps it. Nothing stands there until something is changed.
 *
 * @param name that of the parameter
 * @param state what is to be kept, as JSON; watched
 * @param restore puts it back; what it cannot use, it passes over
 */
export function useAddress(name: string, state: () => unknown, restore: (value: never) => void) {
  const start = useAddressLater(name, state, restore);
  onMounted(start);
}

/** The same, for a playground that is not ready when it is mounted: it says when. */
export function useAddressLater(
  name: string,
  state: () => unknown,
  restore: (value: never) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stop: (() => void) | undefined;
  onBeforeUnmount(() => {
    clearTimeout(timer);
    stop?.();
  });
  return () => {
    const first = JSON.stringify(state());
    const kept = new URL(location.href).searchParams.get(name);
    if (kept !== null) {
      try {
        restore(JSON.parse(fromUrl(kept)) as never);
      } catch {
        // An address that was cut, or made by hand: the playground begins as always.
      }
    }
    const changed = (text: string) => {
      clearTimeout(timer);
      timer = setTimeout(write, REST_MS, name, text === first ? undefined : text);
    };
    stop = watch(() => JSON.stringify(state()), changed);
  };
}

function write(name: string, text: string | undefined): void {
  const url = new URL(location.href);
  if (text === undefined) url.searchParams.delete(name);
  else url.searchParams.set(name, toUrl(text));
  // VitePress keeps in the state where the reader was.
  history.replaceState(history.state, '', url);
}

/** Base64 with the characters that an address takes as they are (RFC 4648 §5). */
function toUrl(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

function fromUrl(text: string): string {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return new TextDecoder().decode(Uint8Array.from(binary, (one) => one.charCodeAt(0)));
}
