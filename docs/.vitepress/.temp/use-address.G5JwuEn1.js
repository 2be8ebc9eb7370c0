import { onMounted, onBeforeUnmount, watch } from "vue";
const REST_MS = 300;
function useAddress(name, state, restore) {
  const start = useAddressLater(name, state, restore);
  onMounted(start);
}
function useAddressLater(name, state, restore) {
  let timer;
  let stop;
  onBeforeUnmount(() => {
    clearTimeout(timer);
    stop?.();
  });
  return () => {
    const first = JSON.stringify(state());
    const kept = new URL(location.href).searchParams.get(name);
    if (kept !== null) {
      try {
        restore(JSON.parse(fromUrl(kept)));
      } catch {
      }
    }
    const changed = (text) => {
      clearTimeout(timer);
      timer = setTimeout(write, REST_MS, name, text === first ? void 0 : text);
    };
    stop = watch(() => JSON.stringify(state()), changed);
  };
}
function write(name, text) {
  const url = new URL(location.href);
  if (text === void 0) url.searchParams.delete(name);
  else url.searchParams.set(name, toUrl(text));
  history.replaceState(history.state, "", url);
}
function toUrl(text) {
  const bytes = new TextEncoder().encode(text);
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
function fromUrl(text) {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return new TextDecoder().decode(Uint8Array.from(binary, (one) => one.charCodeAt(0)));
}
export {
  useAddressLater as a,
  useAddress as u
};
