import { ref } from "vue";
const SHOWN_MS = 2e3;
function useCopy() {
  const copied = ref();
  async function copy(name, text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      return;
    }
    copied.value = name;
    setTimeout(() => {
      copied.value = void 0;
    }, SHOWN_MS);
  }
  return { copied, copy };
}
export {
  useCopy as u
};
