import { useData } from 'vitepress';
import { type ComputedRef, computed } from 'vue';
import { en, type Texts } from './en.ts';

/** By the page's language, as `lang` in the site's configuration says. */
const LANGUAGES: Record<string, Texts> = { en };

/** A component's texts: those it was given, or those of the page's language. */
export function useTexts<Name extends keyof Texts>(
  name: Name,
  given?: () => Texts[Name] | undefined,
): ComputedRef<Texts[Name]> {
  const { lang } = useData();
  return computed(() => given?.() ?? (LANGUAGES[lang.value] ?? en)[name]);
}
