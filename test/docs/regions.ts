/** The lines between `// #region name` and `// #endregion name`, as the site cuts them out. */
export function region(source: string, name: string): string {
  const lines = source.split('\n');
  const start = lines.findIndex((line) => line.trim() === `// #region ${name}`);
  const end = lines.findIndex((line) => line.trim() === `// #endregion ${name}`);
  if (start < 0 || end < start) throw new Error(`there is no region ${name}`);
  const cut = lines.slice(start + 1, end);
  const indents = cut.filter((line) => line.trim()).map((line) => line.search(/\S/));
  const indent = Math.min(...indents);
  const text = cut.map((line) => line.slice(indent)).join('\n');
  return text.trim(); // The formatter puts an empty line between the last import and the mark.
}
