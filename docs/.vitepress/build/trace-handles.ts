import { basename } from 'node:path';
import type { Plugin } from 'vite';

const PREFIX = '\0trace-handle:';
const ENDING = '.trace.json';

/**
 * A trace that a page imports becomes a handle (`handle.ts`): the trace itself is a file of
 * its own, fetched when the reader comes near what shows it.
 */
export function traceHandles(): Plugin {
  return {
    name: 'trace-handles',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (!source.endsWith(ENDING) || importer?.split('?')[0]?.endsWith('.md') !== true) return;
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      // Without the ending, or the plugin for JSON would take it for its own.
      return resolved && PREFIX + resolved.id.slice(0, -'.json'.length);
    },
    load(id) {
      if (!id.startsWith(PREFIX)) return;
      const file = `${id.slice(PREFIX.length)}.json`;
      const load = `() => import(${JSON.stringify(file)}).then((trace) => trace.default)`;
      const name = JSON.stringify(basename(file, ENDING));
      return `export default { kind: 'handle', id: ${name}, load: ${load} };`;
    },
  };
}

/** VitePress has a page preload all that it may ever import; what has a handle is not waited for. */
export const withoutHandlePreloads = (html: string): string =>
  html.replace(/<link rel="modulepreload" href="[^"]*\.(?:trace|exercise)\.[^"]*">\s*/g, '');
