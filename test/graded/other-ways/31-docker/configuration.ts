// Another right answer: a table of variables, each with a pattern, and one loop over it.
export interface Configuration {
  host: string;
  port: number;
  region: string;
  noticeMs: number;
  graceMs: number;
  stopMs: number;
}

export const DEFAULTS = {
  host: '0.0.0.0',
  port: 50_031,
  noticeMs: 1_000,
  graceMs: 8_000,
  stopMs: 10_000,
} as const;

export const VARIABLES = [
  'SHOP_HOST',
  'SHOP_PORT',
  'SHOP_REGION',
  'SHOP_NOTICE_MS',
  'SHOP_GRACE_MS',
  'SHOP_STOP_MS',
] as const;

export type Variable = (typeof VARIABLES)[number];
export type Environment = Readonly<Record<string, string | undefined>>;

export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

export function refused(variable: Variable, value: string, wanted: string): string {
  return `${variable} is ${JSON.stringify(value.slice(0, 40))}: ${wanted} is wanted`;
}

export function missing(variable: Variable, wanted: string): string {
  return `${variable} is missing: ${wanted} is wanted`;
}

export function unknown(variable: string): string {
  return `${variable.slice(0, 40)} is not known; known are ${VARIABLES.join(', ')}`;
}

export function tooLong({ noticeMs, graceMs, stopMs }: Configuration): string {
  return `SHOP_NOTICE_MS and SHOP_GRACE_MS are ${noticeMs + graceMs} together, and after SHOP_STOP_MS (${stopMs}) comes SIGKILL`;
}

export function numberFrom(lowest: number, highest: number): string {
  return `a whole number from ${lowest} to ${highest}`;
}

export const HOST = 'an address or a name, without white space,';
export const REGION = 'a name such as eu-west, in lower case,';

interface Row {
  key: keyof Configuration;
  fits(text: string): boolean;
  wanted: string;
}

const number = (key: keyof Configuration, lowest: number, highest: number): Row => ({
  key,
  wanted: numberFrom(lowest, highest),
  // What comes back as the same text is written as a person would write it.
  fits(text) {
    const value = Number.parseInt(text, 10);
    return String(value) === text && value >= lowest && value <= highest;
  },
});

const HOUR = 60 * 60 * 1000;
const ROWS: Record<Variable, Row> = {
  SHOP_HOST: { key: 'host', wanted: HOST, fits: (text) => /^\S+$/.test(text) },
  SHOP_PORT: number('port', 1, 0xffff),
  SHOP_REGION: { key: 'region', wanted: REGION, fits: (text) => /^[a-z][-a-z\d]*$/.test(text) },
  SHOP_NOTICE_MS: number('noticeMs', 0, HOUR),
  SHOP_GRACE_MS: number('graceMs', 0, HOUR),
  SHOP_STOP_MS: number('stopMs', 0, HOUR),
};

export function readConfiguration(env: Environment): Configuration {
  const found: Record<string, string | number> = { ...DEFAULTS };
  const problems: string[] = [];
  for (const variable of VARIABLES) {
    const text = env[variable] ?? '';
    const { key, fits, wanted } = ROWS[variable];
    if (text === '' && key in found) continue;
    if (text === '') problems.push(missing(variable, wanted));
    else if (!fits(text)) problems.push(refused(variable, text, wanted));
    else found[key] = key === 'host' || key === 'region' ? text : Number(text);
  }
  const strangers = Object.keys(env).filter(
    (name) => /^SHOP_/.test(name) && !Object.hasOwn(ROWS, name),
  );
  problems.push(...strangers.sort().map(unknown));
  const whole = found as unknown as Configuration;
  if (problems.length === 0 && !(whole.noticeMs + whole.graceMs < whole.stopMs)) {
    problems.push(tooLong(whole));
  }
  if (problems.length > 0) throw new ConfigurationError(problems);
  const { host, port, region, noticeMs, graceMs, stopMs } = whole;
  return { host, port, region, noticeMs, graceMs, stopMs };
}
