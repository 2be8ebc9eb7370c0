/**
 * The front door of the stack: what a program that uses it imports, in the order in which one needs
 * it (`import { Server, Channel } from 'rpc-from-scratch'`). docs/stack.md shows each at work.
 */

// ---- a server that answers calls

export { Server } from '#grpc/server/server';
export type { ServerCall } from '#grpc/server/server-call';
export type { ServerOptions, ServiceOptions } from '#grpc/server/server-options';
export type { Listener } from '#transport/connection';
export type { SocketAddress } from '#transport/tcp';

// ---- a channel to it, and a stub that makes the calls

export { Channel } from '#channel/channel';
export type { ChannelOptions } from '#channel/channel-options';
export type { CallOptions } from '#grpc/client/call-options';
export { type ClientOptions, createClient } from '#grpc/client/client';

// ---- how a call ends

export { printable } from '#grpc/client/printable';
export { GrpcError } from '#grpc/grpc-error';
export { detailOf, errorDetails, richError, withDetail } from '#grpc/rich-error';
export { type Check, type Violation, Violations, validate } from '#grpc/server/violations';
export { Status, type StatusCode, type StatusObject, statusName } from '#grpc/status';
export { packAny, unpackAny } from '#protobuf/any';

// ---- work that stops when nobody waits for it

export { inSteps, untilCancelled } from '#grpc/deadlines/stop-work';

// ---- what travels beside the messages

export { Metadata, type MetadataValue } from '#grpc/metadata';

// ---- code that wraps calls

export type { ClientCall, ClientInterceptor } from '#grpc/client/client-call';
export { type ContextKey, ContextValues, contextKey } from '#grpc/context-values';
export { mapMessages } from '#grpc/interceptor';
export { type CallLogOptions, type CallRecord, callLog } from '#grpc/interceptors/call-log';
export {
  type ConcurrencyLimitOptions,
  concurrencyLimit,
} from '#grpc/interceptors/concurrency-limit';
export { type GuardOptions, guard } from '#grpc/interceptors/guard';
export { correlationId, type MaskOptions, mask } from '#grpc/interceptors/mask';
export { fromCache, type ReadCacheOptions, readCache } from '#grpc/interceptors/read-cache';
export { type TokenRefreshOptions, tokenRefresh } from '#grpc/interceptors/token-refresh';
export {
  downstream,
  type Translation,
  translate,
  translation,
} from '#grpc/interceptors/translate';
export type { ServerInterceptor } from '#grpc/server/server-options';

// ---- who is calling whom

export { basic, bearer, type CallCredentials } from '#grpc/client/call-credentials';
export type { Proof } from '#grpc/credentials/basic';
export { type BasicGuardOptions, basicGuard } from '#grpc/credentials/basic-guard';
export { bearerTokenOf } from '#grpc/credentials/bearer-token';
export {
  type KnownUser,
  type PasswordCheckOptions,
  type PasswordRecord,
  passwordCheck,
} from '#grpc/credentials/password-check';
export type { TokenCaller } from '#grpc/jwt/claims';
export type { ParsedToken } from '#grpc/jwt/compact';
export type { Jwk } from '#grpc/jwt/key-choice';
export { KeyStore, type KeyStoreOptions } from '#grpc/jwt/key-store';
export { type TokenGuardOptions, tokenCaller, tokenGuard } from '#grpc/jwt/token-guard';
export type { AccessToken, FetchToken } from '#grpc/oauth/ask-in-time';
export {
  type ActiveToken,
  type Grant,
  IntrospectionCache,
  type IntrospectionCacheOptions,
} from '#grpc/oauth/introspection-cache';
export { onceMore } from '#grpc/oauth/once-more';
export { type GuardedService, type ScopeRules, ScopeTable } from '#grpc/oauth/scopes';
export { TokenSource, type TokenSourceOptions } from '#grpc/oauth/token-source';
export type { TlsClientOptions } from '#transport/tls/client';
export type { PeerCertificate, PeerIdentity } from '#transport/tls/identity';
export { type IdentitySource, IdentityStore } from '#transport/tls/identity-store';
export { principalOf } from '#transport/tls/principal';
export type { TlsServerOptions } from '#transport/tls/server';

// ---- smaller messages

export { uncompressed, wasCompressed } from '#grpc/compression/compressed-flag';
export { type Compression, DecompressionError } from '#grpc/compression/compression';
export { gzipCompression } from '#grpc/compression/gzip';

// ---- what others ask a server

export {
  type EndOptions,
  type EndReport,
  type EndSteps,
  GracefulEnd,
} from '#services/graceful-end';
export { Health, ServingStatus } from '#services/health';
export { addReflection } from '#services/reflection';

// ---- where a channel finds its servers, and which of them takes a call

export type { LoadBalancerFactory } from '#channel/balancing/load-balancer';
export { leastLoadedPolicy } from '#channel/balancing/spread/least-request';
export { randomPolicy } from '#channel/balancing/spread/random';
export type { ConnectivityState } from '#channel/connections/connectivity';
export type { ResolverFactory } from '#channel/names/resolver';
export type { ServiceConfigJson } from '#channel/names/service-config-json';

// ---- what generated code is made of

export type { Message, MessageType } from '#protobuf/message';
export type {
  ClientStub,
  MethodDefinition,
  ServerImplementation,
  ServiceDefinition,
  Source,
} from '#protobuf/schema/service-definition';
