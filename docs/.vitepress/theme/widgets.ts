import { type App, type Component, defineAsyncComponent } from 'vue';

type Load = () => Promise<{ default: Component }>;

/** Every component that a page can name: the file `Quiz.vue` is `<Quiz>`. */
const FILES = import.meta.glob<{ default: Component }>(
  '../components/{,pictures/}*.vue',
) satisfies Record<string, Load>;

let loading = 0;

/**
 * Pages name components freely, and each is loaded only where it is used: what reads well without
 * JavaScript is on the page from the beginning, and comes to life as its code arrives.
 */
export function registerWidgets(app: App): void {
  for (const [path, load] of Object.entries(FILES)) {
    const name = path.slice(path.lastIndexOf('/') + 1, -'.vue'.length);
    app.component(name, defineAsyncComponent(announced(load)));
  }
}

/** While one is on its way, `<html data-loading>` says so, to styles and to tests. */
function announced(load: Load): () => Promise<Component> {
  return async () => {
    count(1);
    try {
      return (await load()).default;
    } finally {
      count(-1);
    }
  };
}

function count(change: number): void {
  loading += change;
  if (!import.meta.env.SSR) document.documentElement.toggleAttribute('data-loading', loading > 0);
}
