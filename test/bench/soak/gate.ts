/** Lets one pass, again and again; closed, it stops that one, and says when it has come. */
export class Gate {
  #isClosed = false;
  #arrived: () => void = () => {};
  #goOn: () => void = () => {};

  /** Resolves when whoever passes here stands before the gate. */
  close(): Promise<void> {
    this.#isClosed = true;
    return new Promise((resolve) => {
      this.#arrived = resolve;
    });
  }

  open(): void {
    this.#isClosed = false;
    this.#goOn();
  }

  async pass(): Promise<void> {
    if (!this.#isClosed) return;
    await new Promise<void>((resolve) => {
      this.#goOn = resolve;
      this.#arrived();
    });
  }
}
