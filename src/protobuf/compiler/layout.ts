/**
 * Sets generated code in, a step for each open bracket. The emitters leave that to a formatter;
 * if none is installed, this is enough to read it.
 */
export function layOut(text: string): string {
  let depth = 0;
  /** Inside a `case`, whose statements stand further in and have no braces. */
  let inCase = false;
  return text
    .split('\n')
    .map((line) => line.trim())
    .map((line) => {
      const closes = /^[}\])]/.test(line) ? 1 : 0;
      const opensCase = /^(case .*|default):$/.test(line);
      if (closes > 0 || opensCase) inCase = false;
      const indent = '  '.repeat(Math.max(0, depth - closes + (inCase ? 1 : 0)));
      depth += count(line, /[{[(]/g) - count(line, /[}\])]/g);
      inCase = opensCase || (inCase && line !== 'break;');
      return `${indent}${line}`.trimEnd();
    })
    .join('\n');
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;
