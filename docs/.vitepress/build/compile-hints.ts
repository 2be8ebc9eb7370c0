import type { Plugin } from 'vite';

/** What every page runs as soon as it is there: Vue, and the frame around the text. */
const AT_ONCE = ['framework', 'theme'];
/** https://v8.dev/blog/explicit-compile-hints */
const HINT = '//# allFunctionsCalledOnLoad\n';

/**
 * Tells Chrome to compile these files while they arrive, beside the page's thread. Without it, five
 * hundred functions are each compiled when they are called for the first time, which is a third of
 * the longest task on a phone.
 */
export function compileHints(): Plugin {
  return {
    name: 'compile-hints',
    // What the server writes the pages with runs in Node.
    apply: ({ build }, { command }) => command === 'build' && !build?.ssr,
    generateBundle: {
      // Vite writes a first line too, and the hint counts only above it.
      order: 'post',
      handler(_, bundle) {
        const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
        for (const name of AT_ONCE) {
          const chunk = chunks.find((one) => one.name === name);
          if (chunk === undefined) this.error(`there is no chunk ${name}`);
          chunk.code = HINT + chunk.code;
        }
      },
    },
  };
}
