import type { Readable } from 'node:stream';

/**
 * Several outputs as one text, a line at a time. They come in chunks that end anywhere: put together
 * as they come, a line of one would be torn by the other.
 */
export class WholeLines {
  text = '';

  /** Takes what this output says until it ends; a last line without an end gets one. */
  read(output: Readable): void {
    let begun = '';
    output.setEncoding('utf8');
    output.on('data', (chunk: string) => {
      begun += chunk;
      const end = begun.lastIndexOf('\n') + 1;
      this.text += begun.slice(0, end);
      begun = begun.slice(end);
    });
    output.on('end', () => {
      if (begun !== '') this.text += `${begun}\n`;
    });
  }
}
