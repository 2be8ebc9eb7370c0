/** How many rejections nobody has handled while `act` went on; vitest does not hear of them. */
export async function unhandledIn(act: () => Promise<void>): Promise<number> {
  let count = 0;
  const listeners = process.listeners('unhandledRejection');
  const listen = () => count++;
  process.removeAllListeners('unhandledRejection').on('unhandledRejection', listen);
  try {
    await act();
    await new Promise((resolve) => setImmediate(resolve));
    return count;
  } finally {
    process.off('unhandledRejection', listen);
    for (const listener of listeners) process.on('unhandledRejection', listener);
  }
}
