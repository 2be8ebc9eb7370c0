import { onBeforeUnmount, onMounted, type Ref, ref } from 'vue';

const STEP_MS = 1700;
/** A tour begins at the first sign of a reader, or after so long, and only once it is in sight. */
const PATIENCE_MS = 6000;
const SIGNS = ['pointermove', 'scroll', 'keydown', 'touchstart'];

/** Calls `step` now and then, from when the page is read until somebody calls `pause`. */
export function useTour(
  root: Readonly<Ref<HTMLElement | null>>,
  isWanted: () => boolean,
  step: () => void,
) {
  const playing = ref(false);
  let timer: ReturnType<typeof setInterval> | undefined;
  let patience: ReturnType<typeof setTimeout> | undefined;
  let observer: IntersectionObserver | undefined;

  function play(): void {
    if (playing.value) return;
    playing.value = true;
    timer = setInterval(step, STEP_MS);
  }

  function pause(): void {
    playing.value = false;
    clearInterval(timer);
    observer?.disconnect();
    stopWaiting();
  }

  function begin(): void {
    stopWaiting();
    observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && play(), {
      threshold: 0.4,
    });
    if (root.value) observer.observe(root.value);
  }

  function stopWaiting(): void {
    clearTimeout(patience);
    for (const sign of SIGNS) window.removeEventListener(sign, begin);
  }

  onMounted(() => {
    if (!isWanted() || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    patience = setTimeout(begin, PATIENCE_MS);
    for (const sign of SIGNS) window.addEventListener(sign, begin, { passive: true });
  });
  onBeforeUnmount(pause);

  return { playing, play, pause };
}
