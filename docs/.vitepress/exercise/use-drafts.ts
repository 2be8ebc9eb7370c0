import { onBeforeUnmount, onMounted, type Ref, ref, shallowRef } from 'vue';
import {
  accepted,
  concerns,
  type Drafts,
  isOutdated,
  loadDrafts,
  replaced,
  saveDrafts,
  textOf,
  withText,
} from './drafts.ts';
import type { PageExercise, PageFile } from './page-exercise.ts';

/** The learner's texts of an exercise, in step with what the browser keeps and with other tabs. */
export function useDrafts(exercise: PageExercise, onOtherTab: () => void) {
  const drafts = shallowRef<Drafts>({});
  const isKept: Ref<boolean> = ref(true);

  function load(): void {
    try {
      drafts.value = loadDrafts(exercise.folder, localStorage);
    } catch {
      isKept.value = false;
    }
  }
  load();

  function set(next: Drafts): void {
    drafts.value = next;
    try {
      saveDrafts(exercise.folder, next, localStorage);
      isKept.value = true;
    } catch {
      isKept.value = false;
    }
  }

  const onStorage = (event: StorageEvent) => {
    if (!concerns(exercise.folder, event)) return;
    load();
    onOtherTab();
  };
  onMounted(() => window.addEventListener('storage', onStorage));
  onBeforeUnmount(() => window.removeEventListener('storage', onStorage));

  return {
    isKept,
    text: (file: PageFile) => textOf(drafts.value, file),
    before: (file: PageFile) => drafts.value[file.file]?.before,
    isChanged: (file: PageFile) => textOf(drafts.value, file) !== file.skeleton,
    isOutdated: (file: PageFile) => isOutdated(drafts.value, file),
    write: (file: PageFile, text: string) => set(withText(drafts.value, file, text)),
    replace: (file: PageFile, text: string) => set(replaced(drafts.value, file, text)),
    accept: (file: PageFile) => set(accepted(drafts.value, file)),
  };
}
