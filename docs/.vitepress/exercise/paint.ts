import type { Paint } from '#inspect/draw/paint';

/** A run of a drawing, and how it is meant. */
export interface Painted {
  text: string;
  as?: Name;
}

/** Characters of no text, of Unicode's private use: what follows is meant so, until the end mark. */
const MARKS = {
  strong: '\ue001',
  faint: '\ue002',
  client: '\ue003',
  server: '\ue004',
  good: '\ue005',
  bad: '\ue006',
} as const;
const END = '\ue000';

type Name = keyof typeof MARKS;

const wrapIn = (name: Name) => (text: string) => `${MARKS[name]}${text}${END}`;

/** Marks what is to be emphasised, as the terminal does with colours; `readPainted` reads it. */
export const paint: Paint = {
  strong: wrapIn('strong'),
  faint: wrapIn('faint'),
  client: wrapIn('client'),
  server: wrapIn('server'),
  good: wrapIn('good'),
  bad: wrapIn('bad'),
};

const RUN = /([\ue001-\ue006])([^\ue000]*)\ue000|[^\ue001-\ue006]+/g;

/** Cuts a drawing into runs, each to be shown as text. */
export function readPainted(drawing: string): Painted[] {
  return [...drawing.matchAll(RUN)].map(([whole, mark, inside]) => {
    const found = Object.entries(MARKS).find(([, one]) => one === mark);
    return found === undefined ? { text: whole } : { text: inside ?? '', as: found[0] as Name };
  });
}
