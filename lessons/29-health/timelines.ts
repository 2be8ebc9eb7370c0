import { GRACE_MS, NOTICE_MS } from '#services/limits';

/** A server's last seconds: its phases, each from one moment to another, in milliseconds. */
export interface Timeline {
  id: 'drained' | 'never' | 'again';
  /** When the last call ends by itself; `undefined`: never. */
  lastCallAt?: number;
  /** Signals; the first is at 0. */
  signals: readonly number[];
  phases: readonly { phase: 'leaving' | 'draining'; from: number; to: number }[];
  how: 'drained' | 'forced';
}

const LAST_CALL = NOTICE_MS + 3_000;
const AGAIN = 2_500;

/** Three ends, as `GracefulEnd` makes them; a test lets it make them. */
export const TIMELINES: readonly Timeline[] = [
  {
    id: 'drained',
    lastCallAt: LAST_CALL,
    signals: [0],
    phases: [
      { phase: 'leaving', from: 0, to: NOTICE_MS },
      { phase: 'draining', from: NOTICE_MS, to: LAST_CALL },
    ],
    how: 'drained',
  },
  {
    id: 'never',
    signals: [0],
    phases: [
      { phase: 'leaving', from: 0, to: NOTICE_MS },
      { phase: 'draining', from: NOTICE_MS, to: NOTICE_MS + GRACE_MS },
    ],
    how: 'forced',
  },
  {
    id: 'again',
    signals: [0, AGAIN],
    phases: [{ phase: 'leaving', from: 0, to: AGAIN }],
    how: 'forced',
  },
];
