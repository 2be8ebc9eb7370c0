/** `google.protobuf.Timestamp` and `Duration` as text. Source: timestamp.proto, duration.proto. */

export interface Seconds {
  readonly seconds: bigint;
  /** Billionths of a second. */
  readonly nanos: number;
}

const BILLION = 1_000_000_000;

/** 0001-01-01T00:00:00Z and 9999-12-31T23:59:59Z, as seconds of Unix time. */
const FIRST_SECOND = -62_135_596_800n;
const LAST_SECOND = 253_402_300_799n;

/** About 10,000 years. */
const LONGEST_SECONDS = 315_576_000_000n;

/** `1972-01-01T10:00:20.021Z`; `undefined` if it is not a time of the years 1 to 9999. */
export function timestampToText({ seconds, nanos }: Seconds): string | undefined {
  const isInRange = seconds >= FIRST_SECOND && seconds <= LAST_SECOND;
  if (!isInRange || nanos < 0 || nanos >= BILLION) return undefined;
  const date = new Date(Number(seconds) * 1000).toISOString();
  return `${date.replace(/\.000Z$/, '')}${fractionOf(nanos)}Z`;
}

const RFC3339 =
  /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?(?:Z|([+-])(\d{2}):(\d{2}))$/;

/** RFC 3339, with any offset from UTC. */
export function timestampFromText(text: string): Seconds | undefined {
  const match = RFC3339.exec(text);
  if (match === null) return undefined;
  const [, local = '', fraction = '', sign, hours = '0', minutes = '0'] = match;
  const milliseconds = Date.parse(`${local}Z`);
  // JavaScript takes the 31st of a short month for the first of the next one.
  if (Number.isNaN(milliseconds) || !new Date(milliseconds).toISOString().startsWith(local)) {
    return undefined;
  }
  if (Number(hours) > 23 || Number(minutes) > 59) return undefined;
  const offset = (Number(hours) * 60 + Number(minutes)) * 60 * (sign === '-' ? -1 : 1);
  const seconds = BigInt(milliseconds / 1000 - offset);
  if (seconds < FIRST_SECOND || seconds > LAST_SECOND) return undefined;
  return { seconds, nanos: nanosOf(fraction) };
}

/** `1.5s`; `undefined` if it is too long, or its two parts have different signs. */
export function durationToText({ seconds, nanos }: Seconds): string | undefined {
  const isInRange = seconds >= -LONGEST_SECONDS && seconds <= LONGEST_SECONDS;
  if (!isInRange || Math.abs(nanos) >= BILLION) return undefined;
  if ((seconds > 0n && nanos < 0) || (seconds < 0n && nanos > 0)) return undefined;
  const sign = seconds < 0n || nanos < 0 ? '-' : '';
  return `${sign}${seconds < 0n ? -seconds : seconds}${fractionOf(Math.abs(nanos))}s`;
}

export function durationFromText(text: string): Seconds | undefined {
  const match = /^(-?)(\d{1,12})(?:\.(\d{1,9}))?s$/.exec(text);
  if (match === null) return undefined;
  const [, sign, whole = '', fraction = ''] = match;
  const seconds = BigInt(whole);
  if (seconds > LONGEST_SECONDS) return undefined;
  const nanos = nanosOf(fraction);
  return sign === '-' ? { seconds: -seconds, nanos: nanos === 0 ? 0 : -nanos } : { seconds, nanos };
}

/** None, three, six or nine digits. */
function fractionOf(nanos: number): string {
  if (nanos === 0) return '';
  return `.${String(nanos)
    .padStart(9, '0')
    .replace(/(000){1,2}$/, '')}`;
}

const nanosOf = (fraction: string) => Number(fraction.padEnd(9, '0'));
