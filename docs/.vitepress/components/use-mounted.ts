import { onMounted, type Ref, ref } from 'vue';

/** False while a page is what the server wrote, which knows nothing of this reader. */
export function useMounted(): Ref<boolean> {
  const isMounted = ref(false);
  onMounted(() => {
    isMounted.value = true;
  });
  return isMounted;
}
