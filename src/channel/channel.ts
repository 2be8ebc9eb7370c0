import type { CallRequest, CallTransport, CarriedCall } from '#grpc/call-transport';
import type { ResponseHandler } from '#grpc/client-stream';
import { type Clock, systemClock } from '#grpc/clock';
import { CompressionSet } from '#grpc/compression';
import { DeadlineWheel } from '#grpc/deadline-wheel';
import { GrpcError } from '#grpc/grpc-error';
import { gzipCompression } from '#grpc/gzip';
import { MAX_RECEIVE_MESSAGE_SIZE, MAX_SEND_MESSAGE_SIZE } from '#grpc/limits';
import { Status } from '#grpc/status';
import { lookupAll } from '#transport/lookup';
import { authorize } from './authorize.ts';
import { CallHeaders } from './call-headers.ts';
import { ChannelCall, type ChannelSurroundings } from './channel-call.ts';
import type { ChannelOptions } from './channel-options.ts';
import type { ConnectivityState } from './connectivity.ts';
import { createDial } from './dial.ts';
import { NameWatcher } from './name-watcher.ts';
import { PickFirst } from './pick-first.ts';
import { PickQueue } from './pick-queue.ts';
import { RESOLVERS } from './resolver.ts';
import { planRetries } from './retry-plan.ts';
import { RoundRobin } from './round-robin.ts';
import { parseTarget } from './target.ts';

const USER_AGENT = 'grpc-node-from-scratch/0.1.0';

const BALANCERS = {
  pick_first: (helper) => new PickFirst(helper),
  round_robin: (helper) => new RoundRobin(helper),
};
