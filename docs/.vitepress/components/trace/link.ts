/** A row of a message of a trace, as the fragment of an address: `frames/2/5`. */
export interface FieldLink {
  /** The trace's name on its page. */
  id: string;
  message: number;
  row: number;
}

/** Without the `#`. Messages and rows are counted from 1, as people do. */
export function toLink({ id, message, row }: FieldLink): string {
  return `${id}/${message + 1}/${row + 1}`;
}

/** Reads a fragment, with its `#`; `undefined` for one that is not a link to a field. */
export function parseLink(hash: string): FieldLink | undefined {
  const match = /^#([\w-]+)\/(\d{1,4})\/(\d{1,4})$/.exec(hash);
  if (match === null) return undefined;
  const [message, row] = [Number(match[2]) - 1, Number(match[3]) - 1];
  return message < 0 || row < 0 ? undefined : { id: match[1]!, message, row };
}
