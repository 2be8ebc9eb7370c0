/** Another way: a reader that runs by itself, and a signal whenever something has changed. */
export type Settled<T> = { value: T } | { error: unknown };

export async function settle<T>(promise: Promise<T> | undefined): Promise<Settled<T>> {
  try {
    return { value: (await promise) as T };
  } catch (error) {
    return { error };
  }
}

export function resultOf<T>(settled: Settled<T>): T {
  if ('error' in settled) throw settled.error;
  return settled.value;
}

export async function* inOrder<In, Out>(
  source: AsyncIterable<In>,
  limit: number,
  work: (item: In) => Promise<Out>,
): AsyncGenerator<Out> {
  const iterator = source[Symbol.asyncIterator]();
  const slots: { result?: Settled<Out> }[] = [];
  let wake = () => {};
  let asking = false;
  let over = false;

  const fill = async (slot: { result?: Settled<Out> }, making: Promise<Out>) => {
    slot.result = await settle(making);
    wake();
  };
  const ask = async () => {
    asking = true;
    const next = await settle(iterator.next());
    asking = false;
    if ('error' in next) {
      over = true;
      slots.push({ result: next });
    } else if (next.value.done) {
      over = true;
    } else {
      const slot = {};
      slots.push(slot);
      const { value } = next.value;
      void fill(
        slot,
        Promise.resolve().then(() => work(value)),
      );
    }
    wake();
  };

  try {
    while (slots.length > 0 || !over) {
      if (!over && !asking && slots.length < limit) void ask();
      const result = slots[0]?.result;
      if (result === undefined) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      } else {
        yield resultOf(result);
        slots.shift();
      }
    }
  } finally {
    if (!over) void settle(iterator.return?.());
    over = true;
  }
}
