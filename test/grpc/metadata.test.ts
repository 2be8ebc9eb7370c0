import { describe, expect, it } from 'vitest';
import { readHead } from '#grpc/head';
import { Metadata } from '#grpc/metadata';

describe('Metadata', () => {
  it('keeps several values of a name in order, whatever its case', () => {
    const metadata = new Metadata({ 'X-A': ['1', '2'] }).append('x-b', '3').append('x-A', '4');
    expect(metadata.getAll('x-a')).toEqual(['1', '2', '4']);
    expect(metadata.get('X-a')).toBe('1');
    expect([...metadata].map(([name]) => name)).toEqual(['x-a', 'x-a', 'x-b', 'x-a']);
  });

  it('set replaces all, delete removes all', () => {
    const metadata = new Metadata({ a: ['1', '2'], b: '3' });
    metadata.set('A', '9');
    expect(metadata.getAll('a')).toEqual(['9']);
    metadata.delete('A');
    expect(metadata.has('a')).toBe(false);
    expect(metadata.size).toBe(1);
  });

  it('a clone is its own', () => {
    const original = new Metadata({ a: '1' });
    original.clone().set('a', '2');
    expect(original.get('a')).toBe('1');
  });

  it('writes -bin values unpadded and reads them with or without, several joined by commas', () => {
    const fields = new Metadata({ 'k-bin': Uint8Array.of(0xfb, 0xff) }).toHeaders();
    expect(fields).toEqual([{ name: 'k-bin', value: '+/8' }]);
    const received = new Metadata();
    expect(received.receive('k-bin', '+/8=,AQ, Ag==')).toBe(true);
    expect(received.getAll('k-bin')).toEqual([
      Uint8Array.of(0xfb, 0xff),
      Uint8Array.of(1),
      Uint8Array.of(2),
    ]);
    expect(received.receive('k-bin', 'a*b')).toBe(false);
  });

  it('strips white space at the ends, which HTTP/2 forbids', () => {
    expect(new Metadata({ a: '  b c ' }).get('a')).toBe('b c');
  });

  it.each([
    ['', 'x'],
    ['a b', 'x'],
    ['ä', 'x'],
    [':path', 'x'],
    ['grpc-status', '0'],
    ['content-type', 'x'],
    ['te', 'x'],
    ['connection', 'x'],
    ['a', 'line\nbreak'],
    ['a', 'ü'],
    ['a', Uint8Array.of(1)],
    ['a-bin', 'text'],
  ])('refuses %j: %j', (name, value) => {
    expect(() => new Metadata().append(name, value)).toThrow(RangeError);
    expect(() => new Metadata().set(name, value)).toThrow(RangeError);
  });
});

describe('readHead', () => {
  it('tells the protocol from the application', () => {
    const head = readHead([
      { name: ':method', value: 'POST' },
      { name: ':path', value: '/a/b' },
      { name: 'te', value: 'trailers' },
      { name: 'content-type', value: 'application/grpc' },
      { name: 'grpc-timeout', value: '1S' },
      { name: 'grpc-accept-encoding', value: 'gzip' },
      { name: 'grpc-accept-encoding', value: 'br' },
      { name: 'grpc-unknown', value: 'x' },
      { name: 'x-mine', value: '1' },
      { name: 'x-mine-bin', value: 'AQ' },
    ]);
    expect(head).toMatchObject({ method: 'POST', path: '/a/b', timeout: '1S' });
    expect(head.acceptEncoding).toBe('gzip,br');
    expect([...(head.metadata ?? [])]).toEqual([
      ['x-mine', '1'],
      ['x-mine-bin', Uint8Array.of(1)],
    ]);
  });

  it('names a -bin field that is no base64, and makes no metadata where there is none', () => {
    expect(readHead([{ name: 'x-bin', value: '*' }]).malformed).toBe('x-bin');
    expect(readHead([{ name: 'grpc-status', value: '0' }]).metadata).toBeUndefined();
  });
});
