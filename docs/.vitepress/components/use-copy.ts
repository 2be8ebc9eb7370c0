import { ref } from 'vue';

const SHOWN_MS = 2000;

/** Copies text to the clipboard; `copied` names for a moment what was copied. */
export function useCopy() {
  const copied = ref<string>();

  async function copy(name: string, text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Forbidden, or no secure context: the text is there to be selected.
      return;
    }
    copied.value = name;
    setTimeout(() => {
      copied.value = undefined;
    }, SHOWN_MS);
  }

  return { copied, copy };
}
