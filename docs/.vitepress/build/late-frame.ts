import { basename } from 'node:path';
import type { Plugin } from 'vite';

/** What each part of the page waits for: the text for the next turn, the frame for an idle moment. */
const PARTS: Readonly<Record<string, string>> = {
  VPContent:
    '(hydrate) => { const timer = setTimeout(hydrate); return () => clearTimeout(timer); }',
  VPNav: 'hydrateOnIdle()',
  VPLocalNav: 'hydrateOnIdle()',
  VPSidebar: 'hydrateOnIdle()',
};

const LAYOUT = /\/theme-default\/Layout\.vue(?:\?|$)/;
const PART = /^\.\/components\/(\w+)\.vue$/;
const LATE = '\0late-frame:';

/**
 * The program takes over the page that the server wrote. It does so in pieces, each in a turn of its
 * own: all at once takes a phone a third of a second, and it answers nobody meanwhile. Links work
 * before that.
 */
export function lateFrame(): Plugin {
  const found = new Set<string>();
  return {
    name: 'late-frame',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (importer === undefined || !LAYOUT.test(importer)) return;
      const name = PART.exec(source)?.[1] ?? '';
      if (!(name in PARTS)) return;
      found.add(name);
      const part = await this.resolve(source, importer, { skipSelf: true });
      return part === null ? undefined : `${LATE}${part.id}.js`;
    },
    load(id) {
      if (!id.startsWith(LATE)) return;
      const part = id.slice(LATE.length, -'.js'.length);
      const name = basename(part, '.vue');
      return `
        import { defineAsyncComponent, hydrateOnIdle } from 'vue';
        import part from ${JSON.stringify(part)};
        export default defineAsyncComponent({
          loader: async () => part,
          hydrate: ${PARTS[name]},
        });
      `;
    },
    buildEnd(error) {
      const missing = Object.keys(PARTS).filter((name) => !found.has(name));
      if (!error && missing.length > 0) this.error(`the layout has no ${missing.join(', ')}`);
    },
  };
}
