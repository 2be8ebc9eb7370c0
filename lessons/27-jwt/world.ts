import type { RunningServer } from '#course/lesson/define-lesson';
import { createAuthority, dns, ip } from '../security/certificates.ts';
import { QUIET } from '../shop/with-shop.ts';
import { connectSecurely, tryAll } from './client.ts';
import { type OurOptions, startOurShop } from './ours.ts';
import { startJsShop } from './server.ts';
import { startTokens, type TokenWorld } from './tokens.ts';
import { byJose, type Verifier, type VerifierOptions } from './verifier.ts';

/** An authority and a server's certificate, made for this run. */
export async function createIdentity() {
  const authority = await createAuthority('the lesson');
  const names = [dns('localhost'), ip('127.0.0.1')];
  const identity = await authority.sign(names, { usage: 'server' });
  return { roots: authority.certificate, identity };
}

/** A token server, and shops over TLS that take its tokens; all on free ports of this machine. */
export interface World {
  readonly tokens: TokenWorld;
  readonly roots: string;
  /** On grpc-js, with a verifier of one's own. */
  serveJs(verifier: Verifier): Promise<Shop>;
  /** On grpc-js, with jose's. */
  serveJose(options?: Partial<VerifierOptions>): Promise<Shop>;
  /** On our stack. */
  serveOurs(options?: Partial<OurOptions>): Promise<Shop>;
}

/** A shop, and what a token comes to there. */
export interface Shop {
  readonly at: RunningServer;
  /** In calls of all four kinds: `let in 4×`. */
  tryAll(token: string): Promise<string>;
}

/** Runs a scene in a world of its own; then ends all of it. */
export async function inWorld<T>(scene: (world: World) => Promise<T>): Promise<T> {
  const tokens = await startTokens();
  const ending: (() => unknown)[] = [() => tokens.stop()];
  try {
    const { roots, identity } = await createIdentity();
    const open = async (start: Promise<RunningServer>): Promise<Shop> => {
      const at = await start;
      ending.unshift(() => at.close());
      const client = connectSecurely(at, roots);
      ending.unshift(() => client.close());
      return { at, tryAll: (token) => tryAll(client, token) };
    };
    return await scene({
      tokens,
      roots,
      serveJs: (verifier) => open(startJsShop(QUIET, identity, verifier)),
      serveJose: (options) => open(startJsShop(QUIET, identity, byJose({ tokens, ...options }))),
      serveOurs: (options) => open(startOurShop(QUIET, identity, { tokens, ...options })),
    });
  } finally {
    for (const end of ending) await end();
  }
}
