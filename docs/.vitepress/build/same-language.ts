import type { Plugin } from 'vite';

const APP = /\/vitepress\/dist\/client\/app\/index\.js(?:\?|$)/;
const SET = /document\.documentElement\.(lang|dir) = \1\.value;/g;

/**
 * VitePress sets the language of a page once more when it starts. The browser then computes the
 * styles of every element again, though the value is the same, and a phone takes 180 ms for that:
 * so it is set only if it differs.
 */
export function sameLanguage(): Plugin {
  return {
    name: 'same-language',
    enforce: 'pre',
    transform(code, id) {
      if (!APP.test(id)) return;
      if (code.search(SET) < 0) this.error('VitePress sets the language in another way now');
      return code.replace(SET, 'if (document.documentElement.$1 !== $1.value) $&');
    },
  };
}
