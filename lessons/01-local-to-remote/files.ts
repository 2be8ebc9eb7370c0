/** The procedures of this lesson. The caller may have them in its own process, or far away. */
const FILES: Record<string, string> = {
  'notes.txt': 'Remember the milk.\n',
  'poem.txt': 'So much depends\nupon\na remote procedure\n',
};

// #region files
export const files = {
  /** The text of a file. */
  readFile(name: string): string {
    const text = FILES[name];
    if (text === undefined) throw new Error(`there is no file '${name}'`);
    return text;
  },

  /** Puts the names in order, in place, as `Array.prototype.sort` does. */
  sort(names: string[]): void {
    names.sort();
  },
};
// #endregion files

export type Files = typeof files;
