import { createDial } from '#channel/connections/dial';
import type { Dial } from '#channel/connections/subchannel';
import { serverNames } from '#channel/names/server-name';
import { heldLimit } from '#grpc/held-limit';
import { MAX_RECEIVE_MESSAGE_SIZE } from '#grpc/limits';
import { metadataLimits } from '#grpc/wire/header-list-size';
import type { Clock } from '#time/clock';
import type { ChannelOptions } from './channel-options.ts';

/** How a channel with these options connects to an address. */
export function channelDial(authority: string, options: ChannelOptions, clock: Clock): Dial {
  return (
    options.dial ??
    createDial({
      tls: options.tls,
      serverName: serverNames(authority, options),
      clock,
      http2: {
        streamWindow: options.initialWindowSize,
        connectionWindow: options.connectionWindowSize,
        limits: {
          maxHeld: heldLimit(
            options.maxHeldBytes,
            options.maxReceiveSize ?? MAX_RECEIVE_MESSAGE_SIZE,
          ),
          ...metadataLimits(options.maxMetadataSize),
        },
      },
      keepaliveTimeoutMs: options.keepaliveTimeoutMs,
      keepaliveWithoutCalls: options.keepaliveWithoutCalls ?? false,
    })
  );
}
