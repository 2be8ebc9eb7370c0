import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { onAbort } from '#grpc/deadlines/on-abort';

const listeners = (signal: AbortSignal) => getEventListeners(signal, 'abort').length;

describe('many who wait for one signal', () => {
  it('have one listener, which goes with the last of them', () => {
    const { signal } = new AbortController();
    const stops = Array.from({ length: 20 }, () => onAbort(signal, () => {}));
    expect(listeners(signal)).toBe(1);
    for (const stop of stops.slice(1)) stop();
    stops[1]!(); // A second time does nothing.
    expect(listeners(signal)).toBe(1);
    stops[0]!();
    expect(listeners(signal)).toBe(0);
  });

  it('are told once each, in the order in which they came, and nobody listens then', () => {
    const controller = new AbortController();
    const told: string[] = [];
    const same = () => told.push(`same, ${listeners(controller.signal)} listen`);
    onAbort(controller.signal, same);
    onAbort(controller.signal, same);
    onAbort(controller.signal, () => told.push('gone'))();
    controller.abort();
    controller.abort();
    expect(told).toEqual(['same, 0 listen', 'same, 0 listen']);
  });

  it('may stop each other while they are told, and whoever comes later has its own', () => {
    const controller = new AbortController();
    const told: string[] = [];
    onAbort(controller.signal, () => {
      told.push('first');
      stop();
      onAbort(controller.signal, () => told.push('too late'));
    });
    const stop = onAbort(controller.signal, () => told.push('stopped'));
    onAbort(controller.signal, () => told.push('last'));
    controller.abort();
    expect(told).toEqual(['first', 'last']);
  });

  it('one that throws does not keep the others from being told', async () => {
    const controller = new AbortController();
    const boom = new Error('boom');
    const reported = new Promise((resolve) => {
      const others = process.listeners('uncaughtException');
      process.removeAllListeners('uncaughtException');
      process.once('uncaughtException', (error) => {
        for (const other of others) process.on('uncaughtException', other);
        resolve(error);
      });
    });
    let told = 0;
    onAbort(controller.signal, () => {
      throw boom;
    });
    onAbort(controller.signal, () => told++);
    controller.abort();
    expect(told).toBe(1);
    expect(await reported).toBe(boom);
  });
});
