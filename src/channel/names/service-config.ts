import { type ChosenPolicy, choosePolicy } from '#channel/balancing/choose-policy';
import type { KnownPolicies } from '#channel/balancing/load-balancer';
import { MAX_ATTEMPTS } from '#channel/limits';
import type { HedgingPolicy, RetryPolicies, RetryPolicy } from '#channel/retries/retry-policy';
import { RetryThrottle } from '#channel/retries/retry-throttle';
import { Status, type StatusCode } from '#grpc/status';
import { excerpt } from '#grpc/wire/excerpt';
import { duration, list, number, record } from './json-fields.ts';

/** How calls of one method are made, unless the caller says otherwise. */
export interface MethodConfig extends RetryPolicies {
  timeoutMs?: number;
  waitForReady?: boolean;
  maxRequestBytes?: number;
  maxResponseBytes?: number;
}

/**
 * What the owner of a service tells its clients (grpc/grpc doc/service_config.md), as the JSON
 * that a resolver brings or the channel's options hold, checked and taken apart.
 */
export class ServiceConfig {
  readonly loadBalancing: ChosenPolicy | undefined;
  /** One for all calls, as long as this config holds. */
  readonly throttle: RetryThrottle | undefined;
  readonly #methods = new Map<string, MethodConfig>();

  /**
   * @param json the object, or its text.
   * @param knownPolicies the first of `loadBalancingConfig` that is known is taken.
   * @throws RangeError naming the field that is wrong.
   */
  constructor(json: unknown, knownPolicies: KnownPolicies) {
    const config = record(typeof json === 'string' ? JSON.parse(json) : (json ?? {}), 'config');
    this.loadBalancing =
      config.loadBalancingConfig === undefined
        ? undefined
        : choosePolicy(config.loadBalancingConfig, 'loadBalancingConfig', knownPolicies);
    this.throttle = parseThrottling(config.retryThrottling);
    for (const entry of list(config.methodConfig, 'methodConfig')) {
      const method = record(entry, 'methodConfig');
      const parsed = parseMethodConfig(method);
      for (const item of list(method.name, 'name')) {
        const name = record(item, 'name');
        if (name.method && !name.service) throw new RangeError("name: 'method' without 'service'");
        const key = `/${name.service ?? ''}/${name.method ?? ''}`;
        if (this.#methods.has(key)) throw new RangeError(`name: ${excerpt(key)} is there twice`);
        this.#methods.set(key, parsed);
      }
    }
  }

  /** The entry that fits best: for the method, for its service, or for all. */
  method(path: string): MethodConfig | undefined {
    if (this.#methods.size === 0) return undefined;
    const service = path.slice(0, path.lastIndexOf('/') + 1);
    return this.#methods.get(path) ?? this.#methods.get(service) ?? this.#methods.get('//');
  }
}

function parseThrottling(value: unknown): RetryThrottle | undefined {
  if (value === undefined) return undefined;
  const { maxTokens, tokenRatio } = record(value, 'retryThrottling');
  return new RetryThrottle(
    number(maxTokens, 'maxTokens', (n) => n > 0 && n <= 1000),
    number(tokenRatio, 'tokenRatio', (n) => n > 0),
  );
}

function parseMethodConfig(json: Record<string, unknown>): MethodConfig {
  if (json.retryPolicy && json.hedgingPolicy) {
    throw new RangeError('methodConfig: a retryPolicy and a hedgingPolicy exclude each other');
  }
  const config: MethodConfig = {};
  if (json.timeout !== undefined) config.timeoutMs = duration(json.timeout, 'timeout');
  if (json.waitForReady !== undefined) config.waitForReady = json.waitForReady === true;
  const bytes = (value: unknown, name: string) => number(Number(value), name, (n) => n >= 0);
  if (json.maxRequestMessageBytes !== undefined) {
    config.maxRequestBytes = bytes(json.maxRequestMessageBytes, 'maxRequestMessageBytes');
  }
  if (json.maxResponseMessageBytes !== undefined) {
    config.maxResponseBytes = bytes(json.maxResponseMessageBytes, 'maxResponseMessageBytes');
  }
  if (json.retryPolicy) config.retryPolicy = parseRetry(record(json.retryPolicy, 'retryPolicy'));
  if (json.hedgingPolicy) {
    config.hedgingPolicy = parseHedging(record(json.hedgingPolicy, 'hedgingPolicy'));
  }
  return config;
}

function parseRetry(json: Record<string, unknown>): RetryPolicy {
  const codes = statusCodes(json.retryableStatusCodes, 'retryableStatusCodes');
  if (codes.size === 0) throw new RangeError('retryableStatusCodes: at least one');
  return {
    maxAttempts: attempts(json.maxAttempts),
    initialBackoffMs: duration(json.initialBackoff, 'initialBackoff', (ms) => ms > 0),
    maxBackoffMs: duration(json.maxBackoff, 'maxBackoff', (ms) => ms > 0),
    backoffMultiplier: number(json.backoffMultiplier, 'backoffMultiplier', (n) => n > 0),
    retryableStatusCodes: codes,
  };
}

function parseHedging(json: Record<string, unknown>): HedgingPolicy {
  return {
    maxAttempts: attempts(json.maxAttempts),
    hedgingDelayMs:
      json.hedgingDelay === undefined ? 0 : duration(json.hedgingDelay, 'hedgingDelay'),
    nonFatalStatusCodes: statusCodes(json.nonFatalStatusCodes, 'nonFatalStatusCodes'),
  };
}

function attempts(value: unknown): number {
  return Math.min(
    number(value, 'maxAttempts', (n) => Number.isInteger(n) && n > 1),
    MAX_ATTEMPTS,
  );
}

/** By name or number, as the JSON form of an enum allows. */
function statusCodes(value: unknown, field: string): Set<StatusCode> {
  const byName: Record<string, StatusCode> = Status;
  const known = new Set<unknown>(Object.values(Status));
  return new Set(
    list(value, field).map((item) => {
      const code = typeof item === 'string' ? byName[item.toUpperCase()] : item;
      if (!known.has(code))
        throw new RangeError(`${field}: '${excerpt(String(item))}' is not a status code`);
      return code as StatusCode;
    }),
  );
}
