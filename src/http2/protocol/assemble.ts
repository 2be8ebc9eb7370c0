import { HpackDecoder } from '#hpack/decoder';
import type { ConnectionHandler } from '#http2/events';
import { HeaderReceiver } from '#http2/headers/header-receiver';
import { Budget } from '#http2/limits/budget';
import { CONNECTION_COST } from '#http2/limits/costs';
import { Guards } from '#http2/limits/guards';
import { connectionWindow, type Http2Options, localSettings, resolveLimits } from '#http2/options';
import { DEFAULT_WINDOW } from '#http2/streams/flow-control';
import { SendQueue } from '#http2/streams/send-queue';
import { StreamErrors } from '#http2/streams/stream-errors';
import { StreamIds } from '#http2/streams/stream-ids';
import { StreamOpener } from '#http2/streams/stream-opener';
import { StreamTable } from '#http2/streams/stream-table';
import { FrameScanner } from '#http2/wire/frame-scanner';
import { ReceiveCredit } from './receive-credit.ts';
import { Receiver } from './receiver.ts';
import { Sender } from './sender.ts';
import { PROTOCOL_DEFAULTS, type Settings } from './settings.ts';
import { SettingsExchange } from './settings-exchange.ts';
import { Shutdown } from './shutdown.ts';

/** The parts of a connection that its end itself uses. */
export type Parts = ReturnType<typeof assemble>;

/**
 * Makes the parts of one connection, and gives each the others that it uses.
 * @param end ends the connection in good order.
 */
export function assemble(
  role: 'client' | 'server',
  handler: ConnectionHandler,
  options: Http2Options,
  end: () => void,
) {
  const limits = resolveLimits(options);
  const local = localSettings(role, options, limits);
  const remote: Settings = { ...PROTOCOL_DEFAULTS };
  const windowSize = connectionWindow(options);
  const guards = new Guards(limits);
  const budget = new Budget(limits.maxHeld);
  budget.charge(CONNECTION_COST);

  const sender = new Sender(remote);
  const sendQueue = new SendQueue(sender);
  const credit = new ReceiveCredit(windowSize, sender, budget);
  const windows = {
    send: remote.initialWindowSize,
    // Until the peer has acknowledged a smaller window it may still use the default.
    receive: Math.max(local.initialWindowSize, DEFAULT_WINDOW),
  };
  const ids = new StreamIds(options.firstStreamId);
  const streams = new StreamTable(sender, sendQueue, guards, budget, credit, windows, ids);

  const errors = new StreamErrors(role, streams, sender, guards);
  const shutdown = new Shutdown(role, streams, sender, end);
  const decoder = new HpackDecoder({
    maxTableSize: local.headerTableSize,
    maxListSize: limits.maxHeaderListSize,
  });
  const settings = new SettingsExchange(local, remote, { sender, streams, decoder, guards });
  const opener =
    role === 'client'
      ? new StreamOpener(
          streams,
          remote,
          settings,
          shutdown,
          () => handler.streamsAvailable?.(),
          () => handler.streamsUsedUp?.(),
        )
      : undefined;
  const messages = { handler, streams, shutdown, errors, guards };
  const headers = new HeaderReceiver(role, decoder, limits, messages);
  const receiver = new Receiver(
    { handler, sender, sendQueue, streams, headers, settings, shutdown, credit, errors, guards },
    local.maxFrameSize,
    limits.maxControlOutput,
  );
  const frames = new FrameScanner(receiver);

  streams.onClosed = () => {
    shutdown.endIfComplete();
    opener?.roomChanged();
  };
  settings.onReceived = () => {
    handler.settings?.(remote);
    opener?.roomChanged();
  };
  return {
    local,
    remote,
    budget,
    guards,
    sender,
    sendQueue,
    streams,
    shutdown,
    settings,
    opener,
    frames,
  };
}
