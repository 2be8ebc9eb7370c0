/** About a screen ahead, so that a widget answers by the time it is in sight. */
const AHEAD = '800px';
/** Who touches it cannot be far; the page may have been scrolled faster than one looks. */
const TOUCHES = ['pointerdown', 'focusin'];

/**
 * Resolves when the reader comes near what stands on the page, or when an address leads into it:
 * `#frames/2/5` names a field inside the widget whose id is `frames`.
 *
 * @param node where a component begins on the page, as the server wrote it
 * @param signal nobody waits any more: it never resolves
 */
export function near(node: Node, signal: AbortSignal): Promise<void> {
  const elements = elementsOf(node);
  return new Promise((resolve) => {
    const all = new AbortController();
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && arrive(),
      { rootMargin: AHEAD },
    );
    const stop = () => {
      observer.disconnect();
      all.abort();
    };
    const arrive = () => {
      stop();
      resolve();
    };
    const lookAtAddress = () => {
      const [name, ...inside] = location.hash.slice(1).split('/');
      if (inside.length > 0 && elements.some(({ id }) => id === name)) arrive();
    };
    for (const element of elements) {
      observer.observe(element);
      for (const touch of TOUCHES) element.addEventListener(touch, arrive, { signal: all.signal });
    }
    window.addEventListener('hashchange', lookAtAddress, { signal: all.signal });
    signal.addEventListener('abort', stop, { once: true });
    lookAtAddress();
  });
}

/** A component is an element, or several between the comments that Vue sets around them. */
function elementsOf(node: Node): Element[] {
  if (node instanceof Element) return [node];
  const elements: Element[] = [];
  let depth = 0;
  for (let at: Node | null = node; at !== null; at = at.nextSibling) {
    if (at instanceof Comment && at.data === '[') depth++;
    if (at instanceof Comment && at.data === ']' && --depth === 0) break;
    if (at instanceof Element) elements.push(at);
  }
  return elements;
}
