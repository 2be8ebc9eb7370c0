/** What the kitchen of this lesson serves, over any HTTP/2 server. */
export interface Dish {
  /** Each step of the recipe goes out in a DATA frame of its own. */
  steps: string[];
  /** It stays on the stove after its last step, until the guest has enough of waiting. */
  simmers?: true;
}

const DISHES: Record<string, Dish> = {
  '/tea': { steps: ['Boil water.\n', 'Pour, wait, drink.\n'] },
  '/soup': { steps: ['Chop the onions.\n', 'Add the stock.\n', 'Serve it hot.\n'] },
  '/stew': { steps: ['Brown the meat.\n'], simmers: true },
};

export function dishAt(path: string | undefined): Dish | undefined {
  return path !== undefined && Object.hasOwn(DISHES, path) ? DISHES[path] : undefined;
}

/**
 * Serves the first step at once and each of the others a turn of the event loop later, so that
 * several dishes are on the stove at once. Returns what takes it off the stove.
 */
export function cook({ steps, simmers }: Dish, serve: (step: string, last: boolean) => void) {
  let next: NodeJS.Immediate | undefined;

  function step(index: number): void {
    const isLast = index === steps.length - 1;
    serve(steps[index] ?? '', isLast && !simmers);
    next = isLast ? undefined : setImmediate(step, index + 1);
  }

  step(0);
  return () => clearImmediate(next);
}
