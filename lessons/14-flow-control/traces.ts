import { serializeSettings } from '#http2/frames/settings';
import type { Trace, TraceEvent } from '#inspect/trace';
import { atShop, type Talk } from './at-shop.ts';
import { beginUpload, grantTooMuch, upload } from './wrong-frames.ts';

type OnEvent = (event: TraceEvent) => void;

const INITIAL_WINDOW_SIZE = 0x4;
/** Small enough to count along. */
export const SMALL_WINDOW = 30;

const data = (talk: Talk) => talk.until(({ type }) => type === 'DATA');

/** A window of thirty octets, an answer of 71: it stops twice. */
export function recordWindow(onEvent?: OnEvent): Promise<Trace> {
  const options = { title: 'Thirty octets, and no more', window: SMALL_WINDOW, onEvent };
  return atShop(options, async (talk) => {
    const id = talk.receiver.get('/order');
    await data(talk);
    await talk.ping();
    talk.receiver.grant(id, 20);
    await data(talk);
    talk.receiver.grant(id, 100);
    await data(talk);
  });
}

/** SETTINGS make a window negative, and credit has to lift it above zero first. */
export function recordNegative(onEvent?: OnEvent): Promise<Trace> {
  const options = { title: 'A window of −20', window: SMALL_WINDOW, onEvent };
  return atShop(options, async (talk) => {
    const { receiver } = talk;
    const id = receiver.get('/order');
    await data(talk);
    receiver.send((out) => serializeSettings(out, [[INITIAL_WINDOW_SIZE, 10]]));
    await talk.until(({ type, ack }) => type === 'SETTINGS' && ack === true);
    receiver.grant(id, 20);
    await talk.ping();
    receiver.grant(id, 5);
    await data(talk);
  });
}

/** 31 octets where 30 were allowed: the first thirty are fine. */
export function recordOverrun(onEvent?: OnEvent): Promise<Trace> {
  const options = { title: 'One octet too many', window: SMALL_WINDOW, onEvent };
  return atShop(options, async ({ receiver, ping, until }) => {
    receiver.send(beginUpload);
    receiver.send((out) => upload(out, SMALL_WINDOW));
    await ping();
    receiver.send((out) => upload(out, 1));
    await until(({ code }) => code !== undefined);
  });
}

/** 2³¹ does not fit into 31 bits: what a receiver reads is 0. */
export function recordGrant(onEvent?: OnEvent): Promise<Trace> {
  const options = { title: 'Credit for 2³¹ octets', window: SMALL_WINDOW, onEvent };
  return atShop(options, async (talk) => {
    const id = talk.receiver.get('/order');
    await data(talk);
    talk.receiver.send((out) => grantTooMuch(out, id));
    await talk.until(({ code }) => code !== undefined);
  });
}
