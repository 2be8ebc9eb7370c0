const METHODS = ['info', 'warn'] as const;

/**
 * Runs `work` while `console.info` and `console.warn` say nothing: a library's advice for
 * production is not a part of a lesson's output.
 */
export async function quietly<T>(work: () => T | Promise<T>): Promise<T> {
  const before = METHODS.map((name) => console[name]);
  for (const name of METHODS) console[name] = () => {};
  try {
    return await work();
  } finally {
    for (const [index, name] of METHODS.entries()) console[name] = before[index]!;
  }
}
