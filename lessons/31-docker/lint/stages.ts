import { Copy, DockerfileParser, From, type Instruction, JSONInstruction } from 'dockerfile-ast';

/** An instruction of a Dockerfile, as a linter wants it. */
export interface Line {
  /** From 1. */
  number: number;
  /** In capitals: `COPY`. */
  keyword: string;
  /** The words behind it, without flags. Those of a JSON form are the strings in it. */
  words: readonly string[];
  /** `["node", "server.cjs"]`: nothing reads it but the kernel. */
  isJson: boolean;
  /** `--from=build` is `from` → `build`; of two with one name, both values with a space between. */
  flags: ReadonlyMap<string, string>;
}

/** From one `FROM` to the next. */
export interface Stage {
  /** `build` in `FROM node AS build`. */
  name: string | undefined;
  /** What it begins with, variables filled in: `node:24.21.0`, `scratch`, or another stage. */
  base: string;
  /** The line of its `FROM`. */
  number: number;
  lines: readonly Line[];
}

/** Reads a Dockerfile. What stands before the first `FROM` is for the `FROM`s. */
export function readStages(text: string): Stage[] {
  const file = DockerfileParser.parse(text);
  const defaults = new Map<string, string>();
  const stages: (Stage & { lines: Line[] })[] = [];
  for (const instruction of file.getInstructions()) {
    const line = readLine(instruction);
    if (instruction instanceof From) {
      const base = fillIn(instruction.getImage() ?? '', defaults);
      const name = instruction.getBuildStage()?.toLowerCase();
      stages.push({ name, base, number: line.number, lines: [] });
    } else if (stages.length > 0) {
      stages.at(-1)!.lines.push(line);
    } else if (line.keyword === 'ARG') {
      const [name = '', ...value] = (line.words[0] ?? '').split('=');
      defaults.set(name, value.join('='));
    }
  }
  return stages;
}

function readLine(instruction: Instruction): Line {
  const isJson = instruction instanceof JSONInstruction && instruction.getJSONStrings().length > 0;
  const words = isJson
    ? instruction.getJSONStrings().map((one) => one.getJSONValue())
    : instruction.getArguments().map((one) => one.getValue());
  const flags = new Map<string, string>();
  if (instruction instanceof JSONInstruction || instruction instanceof Copy) {
    for (const flag of instruction.getFlags()) {
      const before = flags.get(flag.getName());
      const value = flag.getValue() ?? '';
      flags.set(flag.getName(), before === undefined ? value : `${before} ${value}`);
    }
  }
  return {
    number: instruction.getRange().start.line + 1,
    keyword: instruction.getKeyword(),
    words,
    isJson,
    flags,
  };
}

/** `node:${NODE}` → `node:24`; what nobody has set becomes nothing. */
function fillIn(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(/\$(?:\{(\w+)(?::?-([^}]*))?\}|(\w+))/g, (_, name, otherwise, plain) => {
    return values.get(name ?? plain) || otherwise || '';
  });
}

/** The last stage and those on which it stands, the lowest first: all of that is in the image. */
export function chainOf(stages: readonly Stage[]): Stage[] {
  const chain: Stage[] = [];
  for (let at = stages.length - 1; at >= 0; ) {
    const { base } = stages[at]!;
    chain.unshift(stages[at]!);
    at = stages.slice(0, at).findLastIndex(({ name }) => name === base.toLowerCase());
  }
  return chain;
}

/** What the image is told: the lines of that chain. Of several ENTRYPOINTs, and CMDs, the last counts. */
export function imageOf(stages: readonly Stage[]): Stage {
  const chain = chainOf(stages);
  const all = chain.flatMap(({ lines }) => lines);
  const lines = all.filter((line) => {
    if (line.keyword !== 'ENTRYPOINT' && line.keyword !== 'CMD') return true;
    return line === all.findLast(({ keyword }) => keyword === line.keyword);
  });
  return { ...stages.at(-1)!, base: chain[0]!.base, lines };
}

/** What a rule has against a Dockerfile. */
export interface Finding {
  /** The line that it is about, from 1. */
  line: number;
  text: string;
}
