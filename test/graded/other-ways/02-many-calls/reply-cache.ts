/** The other half, solved by somebody else: a list, and the oldest leaves before the new one comes. */
export class ReplyCache<Reply> {
  private readonly entries: { key: string; reply: Promise<Reply> }[] = [];
  private readonly capacity: number;

  constructor(capacity = 1_000) {
    this.capacity = capacity;
  }

  get size(): number {
    return this.entries.length;
  }

  async once(key: string, execute: () => Promise<Reply>): Promise<Reply> {
    const entry = this.entries.find((each) => each.key === key);
    if (entry) return entry.reply;
    if (this.entries.length >= this.capacity) this.entries.shift();
    const reply = execute();
    this.entries.push({ key, reply });
    return reply;
  }
}
