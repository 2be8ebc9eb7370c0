import type { RunOptions } from '#course/lesson/define-lesson';
import type { Stage } from '#course/lesson/stage';
import { grantMuch, measureWindow, sendMore, stopReading } from './experiments.ts';
import {
  estimateTable,
  HUNDRED_MEGABIT,
  measureEstimate,
  rulesTable,
  speed,
  stallTable,
  stopTable,
  windowsTable,
} from './tables.ts';
import { recordNegative, recordWindow } from './traces.ts';

/** `npm run lesson 14`: two windows, what a round trip costs, and who waits for whom. */
export async function tellStory(stage: Stage, { experiments }: RunOptions): Promise<void> {
  const { window, stop, overrun, grant } = experiments;
  if (window !== undefined) return measureWindow(stage, String(window));
  if (stop) return stopReading(stage);
  if (overrun) return sendMore(stage);
  if (grant) return grantMuch(stage);

  await showWindow(stage);
  await showNegative(stage);
  await showRoundTrip(stage);
  await showCredit(stage);
  await showTwoStreams(stage);
  await showChain(stage);
}

async function showWindow(stage: Stage): Promise<void> {
  await stage.scene('Thirty octets, and no more');
  stage.say(
    'The client’s SETTINGS said INITIAL_WINDOW_SIZE = 30. It asks for an order; the answer has 71 octets. The greeting is left out:',
  );
  await recordWindow(stage.show);
  stage.say(
    'Thirty came, and then nothing. The server is well: it answers the PING, and would answer another request. Only DATA counts against a window. Each WINDOW_UPDATE says “so many more”, never “so many in all”.',
  );
}

async function showNegative(stage: Stage): Promise<void> {
  await stage.scene('A window of −20');
  stage.say(
    'The same again. When the thirty octets have come, the client says in SETTINGS that windows are 10 from now on. Ten are allowed now, and thirty have been sent already: that leaves −20. From there on:',
  );
  let shown = false;
  await recordNegative((event) => {
    shown ||= event.kind === 'message' && event.title === 'SETTINGS';
    if (shown) stage.show(event);
  });
  stage.say(
    'Credit for 20 lifts the window to 0, so nothing comes but the answer to the PING. Five more, and five come.',
  );
}

async function showRoundTrip(stage: Stage): Promise<void> {
  await stage.scene('What a round trip costs');
  stage.say(
    'Now a line that is long: 20 ms each way, 1 Gbit/s. The clock of this line stands still while there is work, so the figures are the same on every machine; the server, the windows and the frames are real. One download, a reader that reads at once:',
  );
  stage.print(windowsTable());
  stage.say(
    'In one round trip a window goes out, and no more: window / 0.04 s. With the window that everybody has who says nothing, 65,535, a line of 125 MB/s carries 1.64 MB/s, and nobody is to blame: no processor is busy, no packet is lost. (For large windows the round trip grows, as the window itself takes time to be put on the line.)',
  );
  const estimate = measureEstimate(HUNDRED_MEGABIT);
  stage.say(
    'How large, then? As much as is under way when the line is full: bandwidth × delay. At 100 Mbit/s that is 12.5 MB/s × 0.04 s = 500,000 octets. gRPC in Go and Java find it out: a PING goes out with the first DATA, and if nearly a whole window comes before its answer, the window becomes twice what came. The same, in our receiver:',
  );
  stage.print(estimateTable(estimate));
  stage.say(
    `Then what comes is no longer more, and it rests: at ${speed(estimate.rate)}, of 12.5 that the line has. It chose three times what is needed; the rest waits in front of the line.`,
  );
}

async function showCredit(stage: Stage): Promise<void> {
  await stage.scene('When to give credit');
  stage.say(
    'When does the peer hear that something was read? Five rules: with a window of 65,535, read at once and in pieces of 6,000 octets a millisecond; and with 1 MiB at 100 Mbit/s, twice what is needed there. frames: there, how many WINDOW_UPDATEs of the stream come to 1 MiB.',
  );
  stage.print(rulesTable());
  stage.say(
    'When all is used up is too late: a large window stands still for a round trip. A frame for each costs 64 of them where half costs two, and where the window is large enough it gains nothing. In between, what is read and not announced is missing at the sender; grpc-go waits for a quarter, Node, and so grpc-js, for half. But look at the line before the last. The server sends 65,535 octets as three frames of 16,384 and one of 16,383. Two make half; what is left is 32,767, and half of 65,535, rounded up, is 32,768. For that one octet the second half waits for the next round trip, each time again. (Until this lesson measured it, our own stack rounded up, and nobody noticed.)',
  );
}

async function showTwoStreams(stage: Stage): Promise<void> {
  await stage.scene('Two streams, one of which nobody reads');
  stage.say(
    'Each stream has a window of 65,535, and so has the connection. Nobody reads stream 1; the reader of stream 3 reads at once. What has come on each after a second:',
  );
  stage.print(stallTable());
  stage.say(
    'Stream 1 stops in both: that is what its own window is for. But a receiver that gives the connection its credit only for what was read has one stalled stream stop all the others. So credit for the connection is given when DATA comes, and only a stream’s own is kept back.',
  );
}

async function showChain(stage: Stage): Promise<void> {
  await stage.scene('From the reader to the source');
  stage.say(
    'A reader takes 1 MB/s. At 200 ms it stops, at 600 ms it goes on. unread: come, and not read. queued: given to the server’s stream, which may not send it. made: what the source was asked for, in all:',
  );
  stage.print(stopTable());
  stage.say(
    'Nobody has told the source to stop. The reader did not read, so no credit was given, so the window ran out, so the queue filled up, so sendData said false, so nobody asked the source. All that is held in between is a window at one end and 64 KiB at the other. How that breaks: -- --stop',
  );
}
