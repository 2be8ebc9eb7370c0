import { connect } from './connect.ts';
import { grpcJs } from './grpc-js.ts';
import { niceGrpc } from './nice-grpc.ts';
import { nodeHttp2 } from './node-http2.ts';
import { ours } from './ours.ts';
import type { Peer } from './peer.ts';
import { rawNet } from './raw-net.ts';

/** In the order in which they are measured and shown. */
export const PEERS: readonly Peer[] = [ours, grpcJs, niceGrpc, connect, nodeHttp2, rawNet];

/** What all others are measured against. */
export const BASE = grpcJs.name;

export function peerNamed(name: string): Peer {
  const peer = PEERS.find((each) => each.name === name);
  if (peer === undefined) throw new Error(`there is no peer '${name}'`);
  return peer;
}
