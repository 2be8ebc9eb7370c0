/**
 * How many rejections nobody has handled while `act` went on, in Node and in the page. Whoever
 * listens otherwise, vitest or the page's grader, does not hear of them.
 */
export async function unhandledIn(act: () => Promise<void>): Promise<number> {
  let count = 0;
  const stop = listen(() => count++);
  try {
    await act();
    // A rejection is told when all that was waiting has run: in Node at once, in a page a task later.
    await new Promise((resolve) => setTimeout(resolve));
    await new Promise((resolve) => setTimeout(resolve));
    return count;
  } finally {
    stop();
  }
}

/** @returns listens no more */
function listen(heard: () => void): () => void {
  if (typeof process === 'undefined' || typeof process.listeners !== 'function') {
    const listener = (event: Event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      heard();
    };
    const way = { capture: true };
    globalThis.addEventListener('unhandledrejection', listener, way);
    return () => globalThis.removeEventListener('unhandledrejection', listener, way);
  }
  const others = process.listeners('unhandledRejection');
  process.removeAllListeners('unhandledRejection').on('unhandledRejection', heard);
  return () => {
    process.off('unhandledRejection', heard);
    for (const other of others) process.on('unhandledRejection', other);
  };
}
