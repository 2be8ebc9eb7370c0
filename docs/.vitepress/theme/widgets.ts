import {
  type App,
  type Component,
  defineAsyncComponent,
  defineComponent,
  type FunctionalComponent,
  getCurrentInstance,
  h,
  onBeforeUnmount,
} from 'vue';
import { type Handle, isHandle, type Named } from '../handle.ts';
import { near } from './near.ts';

type Load = () => Promise<{ default: Component }>;

/** Every component that a page can name: the file `Quiz.vue` is `<Quiz>`. */
const FILES = import.meta.glob<{ default: Component }>(
  '../components/{,pictures/}*.vue',
) satisfies Record<string, Load>;

/** Pictures answer to nobody: what the page brought along is all that they are. */
const isPicture = (path: string) => path.includes('/pictures/');

/**
 * Pages name components freely, and each is loaded only where it is used, and only when the reader
 * comes near: what reads well without JavaScript is on the page from the beginning.
 */
export function registerWidgets(app: App): void {
  for (const [path, load] of Object.entries(FILES)) {
    const name = path.slice(path.lastIndexOf('/') + 1, -'.vue'.length);
    app.component(name, withHandles(load, isPicture(path)));
  }
}

/** The component, loaded together with what the page hands to it by a handle. */
function withHandles(load: Load, isStatic: boolean): Component {
  /** By the names of the handles: what has been loaded once is there at once. */
  const known = new Map<string, Component>();

  return defineComponent({
    inheritAttrs: false,
    setup(_, { attrs, slots }) {
      const handles = findHandles({ ...attrs });
      const key = handles.map(({ id }) => id).join();
      // If the server has written it already, there is time.
      const written = getCurrentInstance()?.vnode.el as Node | null | undefined;
      const gone = new AbortController();
      onBeforeUnmount(() => gone.abort());

      async function bring(): Promise<Component> {
        if (written && isStatic) await new Promise(() => {});
        if (written) await near(written, gone.signal);
        const component = await announced(() => loadWith(load, handles));
        known.set(key, component);
        return component;
      }
      const component = known.get(key) ?? defineAsyncComponent(bring);
      return () => h(component, attrs, slots);
    },
  });
}

async function loadWith(load: Load, handles: readonly Handle[]): Promise<Component> {
  const [{ default: component }, ...values] = await Promise.all([
    load(),
    ...handles.map((handle) => handle.load()),
  ]);
  const named = values.map((value, i): Named<object> => ({ ...value, name: handles[i]!.id }));
  return withoutHandles(component, new Map(handles.map((handle, i) => [handle, named[i]!])));
}

/** The same component for whom a handle is as good as what it leads to. */
function withoutHandles(component: Component, loaded: Map<Handle, object>): Component {
  const replace = (value: unknown): unknown => {
    if (isHandle(value)) return loaded.get(value);
    if (Array.isArray(value)) return value.map(replace);
    if (!isPlain(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replace(inner)]));
  };
  const inner: FunctionalComponent = (_, { attrs, slots }) =>
    h(component, replace({ ...attrs }) as Record<string, unknown>, slots);
  inner.inheritAttrs = false;
  return inner;
}

function findHandles(value: unknown): Handle[] {
  if (isHandle(value)) return [value];
  if (Array.isArray(value)) return value.flatMap(findHandles);
  return isPlain(value) ? Object.values(value).flatMap(findHandles) : [];
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

let loading = 0;

/** While one is on its way, `<html data-loading>` says so, to styles and to tests. */
async function announced<T>(load: () => Promise<T>): Promise<T> {
  count(1);
  try {
    return await load();
  } finally {
    count(-1);
  }
}

function count(change: number): void {
  loading += change;
  if (!import.meta.env.SSR) document.documentElement.toggleAttribute('data-loading', loading > 0);
}
