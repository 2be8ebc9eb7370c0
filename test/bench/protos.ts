/** Where `bench.proto` lies, from the repository's root, where all of the benchmark's processes run. */
export const PROTOS = 'test/bench/proto';
