/** @throws Error if the two are not the same, with both in its text */
export function expect(what: string, received: unknown, expected: unknown): void {
  const [got, wanted] = [received, expected].map((value) => JSON.stringify(value) ?? `${value}`);
  if (got === wanted) return;
  throw new Error(`${what}: expected ${wanted?.slice(0, 300)}, received ${got?.slice(0, 300)}`);
}

/** gRPC's code with which a call has failed; 0, if it has not. */
export async function codeOf(call: Promise<unknown>): Promise<number> {
  return call.then(
    () => 0,
    (error: { code: number }) => error.code,
  );
}

const PATIENCE_MS = 10_000;

/** @throws Error if it has not become true within some seconds */
export async function until(what: string, isTrue: () => boolean): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!isTrue()) {
    if (Date.now() > end) throw new Error(`${what}: not within ${PATIENCE_MS} ms`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
