import { type CompiledPeer, canBuild, GRPC_GO, TONIC } from './build.ts';

/** Peers in other languages, each with client and server. */
const COMPILED: readonly CompiledPeer[] = [GRPC_GO, TONIC];

/** Those whose compiler is here. */
export const BUILDABLE = COMPILED.filter(canBuild);

/** For each of the others, a line that says what is missing. */
export const MISSING = COMPILED.filter((peer) => !BUILDABLE.includes(peer)).map(
  ({ name, compiler }) => `${name} left out: there is no ${compiler} here`,
);

/** The program of a peer; `undefined` for a peer of Node's. It is built when it is first asked for. */
export function programOf(name: string): string | undefined {
  return BUILDABLE.find((peer) => peer.name === name)?.build();
}
