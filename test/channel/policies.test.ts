import { describe, expect, it } from 'vitest';
import { addressText } from '#channel/connections/address';
import { Backoff } from '#channel/connections/backoff';
import { ServiceConfig } from '#channel/names/service-config';
import { parseAddressList, parseHostPort, parseTarget } from '#channel/names/target';
import { planRetries } from '#channel/retries/plan-retries';
import { parsePushback, retryBackoff } from '#channel/retries/retry-policy';
import { RetryThrottle } from '#channel/retries/retry-throttle';
import { MAX_EXCERPT_LENGTH } from '#grpc/limits';
import { Status } from '#grpc/status';
import { thrownBy } from '../thrown-by.ts';

const policies = new Set(['pick_first', 'round_robin']);
const always = (value: number) => () => value;

describe('targets', () => {
  const schemes = new Set(['dns', 'ipv4', 'ipv6', 'unix', 'consul']);

  it.each([
    ['localhost:50051', 'dns', 'localhost:50051', 'localhost:50051'],
    ['dns:example.org', 'dns', 'example.org', 'example.org'],
    ['dns:///example.org:443', 'dns', 'example.org:443', 'example.org:443'],
    ['[::1]:80', 'dns', '[::1]:80', '[::1]:80'],
    ['ipv4:10.0.0.1:5,10.0.0.2:6', 'ipv4', '10.0.0.1:5,10.0.0.2:6', '10.0.0.1:5'],
    ['ipv6:[::1]:50051', 'ipv6', '[::1]:50051', '[::1]:50051'],
    ['unix:/run/a.sock', 'unix', '/run/a.sock', 'localhost'],
    ['unix:///run/a.sock', 'unix', '/run/a.sock', 'localhost'],
    ['unix:a.sock', 'unix', 'a.sock', 'localhost'],
    ['consul:orders', 'consul', 'orders', 'orders'],
  ])('%s', (text, scheme, endpoint, authority) => {
    expect(parseTarget(text, schemes)).toEqual({ scheme, endpoint, authority });
  });

  it('a DNS server of its own is refused rather than ignored', () => {
    expect(() => parseTarget('dns://8.8.8.8/example.org', schemes)).toThrow(RangeError);
  });

  it('host and port', () => {
    expect(parseHostPort('a.b', 443)).toEqual({ host: 'a.b', port: 443 });
    expect(parseHostPort('[fe80::1]:5', 443)).toEqual({ host: 'fe80::1', port: 5 });
    for (const wrong of ['::1', 'a:b', 'a:70000', '', 'a:1:2', '[::1', 'a:']) {
      expect(() => parseHostPort(wrong, 1), wrong).toThrow(RangeError);
    }
    const list = parseAddressList('[::1]:5, 10.0.0.2:6', 1);
    expect(list.map(addressText)).toEqual(['[::1]:5', '10.0.0.2:6']);
    expect(addressText({ path: '/a' })).toBe('unix:/a');
  });
});

describe('connection backoff', () => {
  it('grows by 1.6 to its maximum, with 20 % either way, and starts again', () => {
    const middle = new Backoff({}, always(0.5));
    const waits = Array.from({ length: 15 }, () => middle.next());
    expect(waits.slice(0, 3).map(Math.round)).toEqual([1000, 1600, 2560]);
    expect(waits[14]).toBe(120_000);
    middle.reset();
    expect(middle.next()).toBe(1000);
    expect(new Backoff({}, always(0)).next()).toBeCloseTo(800);
    expect(new Backoff({}, always(0.999999)).next()).toBeCloseTo(1200, 2);
  });
});

describe('retry throttle', () => {
  it('stops retries at half its tokens and comes back slowly', () => {
    const throttle = new RetryThrottle(10, 0.5);
    for (let i = 0; i < 4; i++) throttle.failed();
    expect(throttle.allowsRetry()).toBe(true);
    throttle.failed();
    expect(throttle.allowsRetry()).toBe(false);
    throttle.succeeded();
    expect(throttle.allowsRetry()).toBe(true);
    for (let i = 0; i < 100; i++) throttle.succeeded();
    expect(throttle.tokens).toBe(10);
    for (let i = 0; i < 100; i++) throttle.failed();
    expect(throttle.tokens).toBe(0);
  });
});

describe('service config', () => {
  const retryPolicy = {
    maxAttempts: 9,
    initialBackoff: '0.1s',
    maxBackoff: '1s',
    backoffMultiplier: 2,
    retryableStatusCodes: ['UNAVAILABLE', 10],
  };

  it('finds the most exact entry', () => {
    const config = new ServiceConfig(
      {
        loadBalancingConfig: [{ unheard_of: {} }, { round_robin: {} }],
        methodConfig: [
          { name: [{}], timeout: '3s' },
          { name: [{ service: 'a.B' }], timeout: '2s', waitForReady: true },
          { name: [{ service: 'a.B', method: 'C' }], timeout: '1.5s', retryPolicy },
        ],
        retryThrottling: { maxTokens: 10, tokenRatio: 0.1 },
      },
      policies,
    );
    expect(config.loadBalancing).toEqual({ name: 'round_robin', config: {} });
    expect(config.method('/a.B/C')?.timeoutMs).toBe(1500);
    expect(config.method('/a.B/D')).toMatchObject({ timeoutMs: 2000, waitForReady: true });
    expect(config.method('/x.Y/Z')?.timeoutMs).toBe(3000);
    expect(config.method('/a.B/C')?.retryPolicy).toMatchObject({
      maxAttempts: 5,
      initialBackoffMs: 100,
      retryableStatusCodes: new Set([Status.UNAVAILABLE, Status.ABORTED]),
    });
    expect(config.throttle?.tokens).toBe(10);
  });

  it('may be text, or nothing', () => {
    expect(new ServiceConfig('{"methodConfig":[]}', policies).method('/a/b')).toBeUndefined();
    expect(new ServiceConfig(undefined, policies).loadBalancing).toBeUndefined();
  });

  it.each([
    ['no known policy', { loadBalancingConfig: [{ mine: {} }] }],
    ['a method without service', { methodConfig: [{ name: [{ method: 'a' }] }] }],
    ['a name twice', { methodConfig: [{ name: [{ service: 'a' }, { service: 'a' }] }] }],
    ['both policies', { methodConfig: [{ name: [{}], retryPolicy, hedgingPolicy: {} }] }],
    [
      'one attempt',
      { methodConfig: [{ name: [], retryPolicy: { ...retryPolicy, maxAttempts: 1 } }] },
    ],
    ['no codes', { methodConfig: [{ retryPolicy: { ...retryPolicy, retryableStatusCodes: [] } }] }],
    [
      'no such code',
      { methodConfig: [{ retryPolicy: { ...retryPolicy, retryableStatusCodes: ['X'] } }] },
    ],
    [
      'a wait of zero',
      { methodConfig: [{ retryPolicy: { ...retryPolicy, initialBackoff: '0s' } }] },
    ],
    ['a wrong duration', { methodConfig: [{ timeout: '1m' }] }],
    ['a negative one', { methodConfig: [{ timeout: '-1s' }] }],
    ['too many tokens', { retryThrottling: { maxTokens: 1001, tokenRatio: 1 } }],
    ['no object', 7],
  ])('is refused for %s', (_, config) => {
    expect(() => new ServiceConfig(config, policies)).toThrow(RangeError);
  });

  const LONG = 'x'.repeat(10_000);
  const named = (...name: object[]) => ({ methodConfig: [{ name }] });
  const hedging = (more: object) => ({ methodConfig: [{ name: [{}], hedgingPolicy: more }] });
  it.each([
    ['a timeout', { methodConfig: [{ name: [{}], timeout: LONG }] }],
    ['a number of attempts', hedging({ maxAttempts: LONG })],
    [
      'a status code',
      {
        methodConfig: [
          { name: [{}], hedgingPolicy: { maxAttempts: 2, nonFatalStatusCodes: [LONG] } },
        ],
      },
    ],
    ['a service that is there twice', named({ service: LONG }, { service: LONG })],
  ])('repeats no more than a line of %s: a name server sends it', (_, config) => {
    const error = thrownBy(() => new ServiceConfig(config, policies));
    expect(error).toBeInstanceOf(RangeError);
    expect(error.message).toContain('…');
    expect(error.message.length).toBeLessThan(2 * MAX_EXCERPT_LENGTH);
  });
});

describe('retries', () => {
  const policy = {
    maxAttempts: 3,
    initialBackoffMs: 100,
    maxBackoffMs: 300,
    backoffMultiplier: 2,
    retryableStatusCodes: new Set([Status.UNAVAILABLE]),
  };
  const plan = (throttle?: RetryThrottle) =>
    planRetries({ retryPolicy: policy }, throttle, always(0.5))!;

  it('waits longer each time, within 20 % and the maximum', () => {
    expect([1, 2, 3, 4].map((n) => retryBackoff(policy, n, always(0.5)))).toEqual([
      100, 200, 300, 300,
    ]);
    expect(retryBackoff(policy, 1, always(0))).toBeCloseTo(80);
    expect(retryBackoff(policy, 1, always(1))).toBeCloseTo(120);
  });

  it('tries as often as allowed, and only for its codes', () => {
    const three = plan();
    three.attemptStarted();
    expect(three.attemptFailed(Status.UNAVAILABLE, undefined, 0)).toBe(100);
    three.attemptStarted();
    expect(three.attemptFailed(Status.UNAVAILABLE, undefined, 0)).toBe(200);
    three.attemptStarted();
    expect(three.attemptFailed(Status.UNAVAILABLE, undefined, 0)).toBe('give-up');
    expect(plan().attemptFailed(Status.NOT_FOUND, undefined, 0)).toBe('give-up');
  });

  it('obeys the server: when, and whether at all; and starts its backoff again', () => {
    expect(['0', '70', '-1', 'x', '', '1.5', undefined].map(parsePushback)).toEqual([
      0,
      70,
      'stop',
      'stop',
      'stop',
      'stop',
      undefined,
    ]);
    const pushed = plan();
    pushed.attemptStarted();
    expect(pushed.attemptFailed(Status.UNAVAILABLE, 70, 0)).toBe(70);
    pushed.attemptStarted();
    expect(pushed.attemptFailed(Status.UNAVAILABLE, undefined, 0)).toBe(100);
    expect(plan().attemptFailed(Status.UNAVAILABLE, 'stop', 0)).toBe('give-up');
  });

  it('are throttled', () => {
    const throttle = new RetryThrottle(2, 1);
    const throttled = plan(throttle);
    throttled.attemptStarted();
    expect(throttled.attemptFailed(Status.UNAVAILABLE, undefined, 0)).toBe('give-up');
    expect(throttle.tokens).toBe(1);
    throttled.succeeded();
    expect(throttle.tokens).toBe(2);
  });
});

describe('hedging', () => {
  const hedgingPolicy = {
    maxAttempts: 3,
    hedgingDelayMs: 50,
    nonFatalStatusCodes: new Set([Status.UNAVAILABLE]),
  };
  const plan = (throttle?: RetryThrottle) => planRetries({ hedgingPolicy }, throttle, always(0))!;

  it('sends again after the delay until it has sent enough', () => {
    const hedging = plan();
    expect(hedging.attemptStarted()).toBe(50);
    expect(hedging.attemptStarted()).toBe(50);
    expect(hedging.attemptStarted()).toBeUndefined();
  });

  it('a harmless failure brings the next forward; the last one counts', () => {
    const hedging = plan();
    hedging.attemptStarted();
    expect(hedging.attemptFailed(Status.UNAVAILABLE, undefined, 0)).toBe(0);
    hedging.attemptStarted();
    hedging.attemptStarted();
    expect(hedging.attemptFailed(Status.UNAVAILABLE, undefined, 1)).toBe('wait');
    expect(hedging.attemptFailed(Status.UNAVAILABLE, undefined, 0)).toBe('give-up');
  });

  it('a fatal one ends it, pushback delays or stops it', () => {
    expect(plan().attemptFailed(Status.INTERNAL, undefined, 2)).toBe('give-up');
    const pushed = plan();
    pushed.attemptStarted();
    expect(pushed.attemptFailed(Status.UNAVAILABLE, 30, 0)).toBe(30);
    const stopped = plan();
    stopped.attemptStarted();
    expect(stopped.attemptFailed(Status.UNAVAILABLE, 'stop', 1)).toBe('wait');
    expect(stopped.attemptStarted()).toBeUndefined();
  });
});
