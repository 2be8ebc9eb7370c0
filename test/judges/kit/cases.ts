/** One thing that has to work; throws if it does not. */
export interface Case {
  name: string;
  run(): Promise<void>;
}

/** Counts the cases of a judge, round by round. */
export class Score {
  readonly #judge: string;
  readonly #expected: number;
  #passed = 0;
  #all = 0;

  /**
   * @param judge names it in its last line
   * @param expected how many cases there must be: so that one that is lost does not look like one
   *   that has passed
   */
  constructor(judge: string, expected: number) {
    this.#judge = judge;
    this.#expected = expected;
  }

  /** Runs one after the other, and says how many were good. */
  async round(title: string, cases: readonly Case[]): Promise<void> {
    let good = 0;
    for (const { name, run } of cases) {
      try {
        await run();
        good++;
      } catch (error) {
        console.error(`--- ${title}: ${name}\n${(error as Error).message}`);
      }
    }
    console.log(`${title}: ${good} of ${cases.length} passed`);
    this.#passed += good;
    this.#all += cases.length;
  }

  /** Says the last line, and sets the exit code: 0 only if as many have passed as there must be. */
  finish(): void {
    const failed = this.#all - this.#passed;
    console.log(
      `${this.#judge}: ${this.#passed} passed, ${failed} failed, 0 skipped, of ${this.#expected}`,
    );
    const isWhole = this.#passed === this.#expected && this.#all === this.#expected;
    process.exitCode = isWhole ? 0 : 1;
  }
}
