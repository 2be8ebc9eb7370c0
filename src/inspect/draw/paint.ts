/**
 * What to emphasise in a drawing. The terminal turns these into colours; `plain` into nothing, and
 * every drawing must be readable then.
 */
export interface Paint {
  /** Names and titles. */
  strong(text: string): string;
  /** What one may skip. */
  faint(text: string): string;
  client(text: string): string;
  server(text: string): string;
  good(text: string): string;
  bad(text: string): string;
}

const same = (text: string) => text;

export const plain: Paint = {
  strong: same,
  faint: same,
  client: same,
  server: same,
  good: same,
  bad: same,
};
