/** What a victim says of itself. */
export interface Figures {
  /** JavaScript objects and array buffers that are still reachable, in bytes. */
  held: number;
  /** Of the process so far, in microseconds. */
  cpu: number;
}

/** Answers `cpu` and `measure` over IPC; anything else is the victim's own. */
export function answerMeasurements(other: (question: unknown) => void): void {
  const cpu = () => {
    const { user, system } = process.cpuUsage();
    return user + system;
  };
  process.on('message', async (question) => {
    if (question === 'cpu') process.send?.({ held: 0, cpu: cpu() });
    else if (question === 'measure') {
      const before = cpu();
      // Several times: what a finalizer lets go of in one round is gone after the next.
      for (let i = 0; i < 3; i++) {
        globalThis.gc?.();
        await new Promise((next) => setImmediate(next));
      }
      const { heapUsed, external } = process.memoryUsage();
      process.send?.({ held: heapUsed + external, cpu: before });
    } else other(question);
  });
  process.on('disconnect', () => process.exit());
}
