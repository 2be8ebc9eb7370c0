/**
 * As much of TypeScript's library as generated types need. The real one has tens of thousands of
 * lines; to read it would take longer than all the rest of a verdict.
 */
export const MINIMAL_LIBRARY = `
interface Object {}
interface Function {}
interface CallableFunction extends Function {}
interface NewableFunction extends Function {}
interface IArguments {}
interface RegExp {}
interface Boolean { valueOf(): boolean }
interface Number { toFixed(digits?: number): string }
interface BigInt { toLocaleString(): string }
interface String { readonly length: number }
interface Symbol { readonly description: string | undefined }
interface SymbolConstructor { readonly iterator: unique symbol; readonly asyncIterator: unique symbol }
declare var Symbol: SymbolConstructor;
interface Iterator<T> { next(): { done?: boolean; value: T } }
interface Iterable<T> { [Symbol.iterator](): Iterator<T> }
interface AsyncIterator<T> { next(): Promise<{ done?: boolean; value: T }> }
interface AsyncIterable<T> { [Symbol.asyncIterator](): AsyncIterator<T> }
interface Array<T> extends Iterable<T> { length: number; push(...items: T[]): number; join(separator?: string): string; [n: number]: T }
interface ReadonlyArray<T> extends Iterable<T> { readonly length: number; readonly [n: number]: T }
interface Map<K, V> extends Iterable<[K, V]> {
  readonly size: number;
  get(key: K): V | undefined;
  set(key: K, value: V): this;
}
declare var Map: { new <K = any, V = any>(entries?: Iterable<readonly [K, V]> | null): Map<K, V> };
interface ReadonlyMap<K, V> extends Iterable<[K, V]> { get(key: K): V | undefined }
interface Set<T> extends Iterable<T> { add(value: T): this; has(value: T): boolean }
interface Uint8Array extends Iterable<number> { readonly length: number; [n: number]: number }
interface PromiseLike<T> { then<R>(then: (value: T) => R | PromiseLike<R>): PromiseLike<R> }
interface Promise<T> { then<R>(then: (value: T) => R | PromiseLike<R>): Promise<R> }
interface AsyncGenerator<T, R = any, N = any> extends AsyncIterable<T> {
  next(value?: N): Promise<{ done?: boolean; value: T }>;
  return(value: R): Promise<{ done?: boolean; value: T }>;
}
type Awaited<T> = T extends PromiseLike<infer R> ? Awaited<R> : T;
type Partial<T> = { [K in keyof T]?: T[K] };
type Required<T> = { [K in keyof T]-?: T[K] };
type Readonly<T> = { readonly [K in keyof T]: T[K] };
type Record<K extends keyof any, T> = { [P in K]: T };
type Pick<T, K extends keyof T> = { [P in K]: T[P] };
type Exclude<T, U> = T extends U ? never : T;
type NonNullable<T> = T & {};
type Parameters<T extends (...args: any) => any> = T extends (...args: infer P) => any ? P : never;
type ReturnType<T extends (...args: any) => any> = T extends (...args: any) => infer R ? R : any;
`;
