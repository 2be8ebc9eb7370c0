/**
 * Ends this process when the one that started it is gone, however that ended: nobody holds the other
 * end of its standard input any more. A thread that never gives control back ends with it.
 */
export function endWithParent(): void {
  const { stdin } = process;
  for (const event of ['end', 'close', 'error']) stdin.once(event, () => process.exit(1));
  stdin.resume();
  // Listening alone does not keep the process alive.
  (stdin as Partial<{ unref(): void }>).unref?.();
}
