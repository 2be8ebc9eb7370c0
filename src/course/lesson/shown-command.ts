/** A command that a lesson's page shows, and where its recorded output stands. */
export interface ShownCommand {
  /** `npm run lesson 3 -- --chunk 1` */
  line: string;
  /** `lessons/03-framing/outputs/chunk-1.txt` */
  file: string;
  flags: string[];
}

/** A story; not one end alone, which waits, and not on the learner's own layers. */
const COMMAND = /^npm run lesson (\d+)(?: -- (.+))?$/;

/** The command that this line of a page is, if it is one whose output is recorded. */
export function shownCommand(folder: string, line: string): ShownCommand | undefined {
  const [, , text = ''] = COMMAND.exec(line) ?? [undefined];
  if (!COMMAND.test(line) || /--mine\b/.test(text)) return undefined;
  const name = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const flags = [...text.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);
  return { line, file: `lessons/${folder}/outputs/${name || 'story'}.txt`, flags };
}
