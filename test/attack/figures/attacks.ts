import type { Attacker } from './attacker.ts';

/** What the handler of a call does: answer, send without end, or answer with 64 KiB. */
export type Kind = 'unary' | 'stream' | 'large';

/** What an attack costs, in multiples of honest traffic's CPU time for an octet, and why it must. */
export interface Excuse {
  most: number;
  because: string;
}

/** One attack on a server. It returns as soon as all is sent; what it makes is measured then. */
export interface Attack {
  /** The number in the list of attacks that were found first; none if it is none of these. */
  number?: number;
  name: string;
  /** The honest traffic to which its CPU time is compared: calls of the same kind. */
  like?: Kind;
  /** Of those that end early: on so many connections, one after the other. */
  connections?: number;
  /** If its CPU time cannot be under the bar of all. */
  costs?: Excuse;
  run(by: Attacker): Promise<void>;
}

export const ECHO = '/attack.Echo';
export const WORK = '/attack.Work';
export const EMPTY: Uint8Array = new Uint8Array(0);

/** The same bytes so many times. */
export function times(count: number, bytes: Iterable<number>): Uint8Array {
  const one = Uint8Array.from(bytes);
  const all = new Uint8Array(count * one.length);
  for (let i = 0; i < count; i++) all.set(one, i * one.length);
  return all;
}
