import { type ChosenPolicy, choosePolicy } from '#channel/balancing/choose-policy';
import type { KnownPolicies, PolicyConfig } from '#channel/balancing/load-balancer';
import { duration, number, record } from '#channel/names/json-fields';

/** Against the mean of all servers. */
export interface SuccessRate {
  /** How many standard deviations below the mean is too far, in thousandths. */
  stdevFactor: number;
  enforcementPercentage: number;
  /** So many servers must have had enough calls for the mean to mean anything. */
  minimumHosts: number;
  /** So many calls in an interval are enough. */
  requestVolume: number;
}

/** Against a fixed number. */
export interface FailurePercentage {
  /** More failures than this, in percent, are too many. */
  threshold: number;
  enforcementPercentage: number;
  minimumHosts: number;
  requestVolume: number;
}

/** When a server is an outlier, and for how long (gRPC A50). */
export interface OutlierConfig {
  intervalMs: number;
  baseEjectionMs: number;
  maxEjectionMs: number;
  maxEjectionPercent: number;
  successRate: SuccessRate | undefined;
  failurePercentage: FailurePercentage | undefined;
  child: ChosenPolicy;
}

/** @throws RangeError naming the field that is wrong */
export function readOutlierConfig(config: PolicyConfig, known: KnownPolicies): OutlierConfig {
  const baseEjectionMs = duration(config.baseEjectionTime ?? '30s', 'baseEjectionTime');
  const success = config.successRateEjection;
  const failure = config.failurePercentageEjection;
  return {
    intervalMs: duration(config.interval ?? '10s', 'interval', (ms) => ms > 0),
    baseEjectionMs,
    maxEjectionMs: Math.max(
      baseEjectionMs,
      duration(config.maxEjectionTime ?? '300s', 'maxEjectionTime'),
    ),
    maxEjectionPercent: percent(config, 'maxEjectionPercent', 10),
    successRate: success === undefined ? undefined : readSuccessRate(success),
    failurePercentage: failure === undefined ? undefined : readFailurePercentage(failure),
    child: choosePolicy(config.childPolicy, 'childPolicy', known),
  };
}

function readSuccessRate(json: unknown): SuccessRate {
  const fields = record(json, 'successRateEjection');
  return {
    stdevFactor: count(fields, 'stdevFactor', 1900),
    enforcementPercentage: percent(fields, 'enforcementPercentage', 100),
    minimumHosts: count(fields, 'minimumHosts', 5),
    requestVolume: count(fields, 'requestVolume', 100),
  };
}

function readFailurePercentage(json: unknown): FailurePercentage {
  const fields = record(json, 'failurePercentageEjection');
  return {
    threshold: percent(fields, 'threshold', 85),
    enforcementPercentage: percent(fields, 'enforcementPercentage', 100),
    minimumHosts: count(fields, 'minimumHosts', 5),
    requestVolume: count(fields, 'requestVolume', 50),
  };
}

function count(fields: PolicyConfig, field: string, otherwise: number): number {
  return number(fields[field] ?? otherwise, field, (n) => Number.isInteger(n) && n >= 0);
}

function percent(fields: PolicyConfig, field: string, otherwise: number): number {
  return number(fields[field] ?? otherwise, field, (n) => n >= 0 && n <= 100);
}
