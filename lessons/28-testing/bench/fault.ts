import type { MakeShop } from './right-shops.ts';

/** A server with one fault. */
export interface Fault<Make = MakeShop> {
  /** A slug, for our own tests. */
  name: string;
  /** What a user would notice. */
  notice: string;
  /** The sentence of the contract that it breaks. */
  breaks: string;
  make: Make;
}
