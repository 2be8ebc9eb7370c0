import { checkNumber } from '#grpc/check-number';
import { CONNECTION_COST } from '#http2/limits/costs';
import type { ChannelOptions } from './channel-options.ts';

/** @throws RangeError naming the first option that is not valid */
export function checkOptions(options: ChannelOptions): void {
  checkNumber('maxReceiveSize', options.maxReceiveSize);
  checkNumber('maxSendSize', options.maxSendSize);
  checkNumber('maxMetadataSize', options.maxMetadataSize, 1);
  checkNumber('initialWindowSize', options.initialWindowSize, 1);
  checkNumber('connectionWindowSize', options.connectionWindowSize, 1);
  checkNumber('maxHeldBytes', options.maxHeldBytes, CONNECTION_COST);
  checkNumber('keepaliveMs', options.keepaliveMs, 1);
  checkNumber('keepaliveTimeoutMs', options.keepaliveTimeoutMs, 1);
  checkNumber('idleTimeoutMs', options.idleTimeoutMs);
  const { initialMs, maxMs, multiplier, jitter } = options.backoff ?? {};
  checkNumber('backoff.initialMs', initialMs);
  checkNumber('backoff.maxMs', maxMs);
  checkNumber('backoff.multiplier', multiplier, 1);
  checkNumber('backoff.jitter', jitter);
}
