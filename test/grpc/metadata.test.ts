import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { MAX_LIST_VALUES } from '#grpc/limits';
import { Metadata } from '#grpc/metadata';
import { readHead } from '#grpc/wire/head';

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
    expect(received.size).toBe(3);
    expect(received.get('k-bin')).toEqual(Uint8Array.of(0xfb, 0xff));
    expect([...received].map(([, value]) => value)).toEqual(received.getAll('k-bin'));
    // Passed on, it travels as it came.
    expect(received.clone().toHeaders()).toEqual([{ name: 'k-bin', value: '+/8=,AQ, Ag==' }]);
  });

  it.each(['a*b', 'AQ,*', 'AQ,A', 'AQ==,A=', '\u00e9'])(
    'keeps nothing of %j, which is not base64',
    (value) => {
      const received = new Metadata();
      expect(received.receive('k-bin', value)).toBe(false);
      expect(received.size).toBe(0);
    },
  );

  it('makes nothing of many values before somebody asks for them', () => {
    const commas = ','.repeat(MAX_LIST_VALUES - 1);
    const before = process.memoryUsage();
    const calls = Array.from({ length: 1000 }, () => {
      const metadata = new Metadata();
      metadata.receive('k-bin', commas);
      return metadata;
    });
    const after = process.memoryUsage();
    const held = after.heapUsed + after.external - before.heapUsed - before.external;
    expect(held).toBeLessThan(32 * 1024 * 1024); // 512 arrays each would be 100 MB and more.
    expect(calls[0]!.get('k-bin')).toEqual(new Uint8Array(0));
    expect(calls[0]!.size).toBe(MAX_LIST_VALUES);
  });

  it('takes so many values of all lists together, and no more', () => {
    const metadata = new Metadata();
    expect(metadata.receive('a-bin', ','.repeat(MAX_LIST_VALUES - 2))).toBe(true);
    expect(metadata.receive('b-bin', 'AQI')).toBe(true);
    expect(metadata.receive('c-bin', 'AQI')).toBe(false);
    expect(metadata.receive('text', ','.repeat(5000))).toBe(true);
    expect(new Metadata().receive('a-bin', ','.repeat(MAX_LIST_VALUES))).toBe(false);
    expect(metadata.size).toBe(MAX_LIST_VALUES + 1);
  });

  it('takes bytes that another realm has made', () => {
    const foreign: Uint8Array = runInNewContext('Uint8Array.of(1, 2)');
    expect(foreign instanceof Uint8Array).toBe(false);
    const metadata = new Metadata({ 'k-bin': foreign });
    expect(metadata.toHeaders()).toEqual([{ name: 'k-bin', value: 'AQI' }]);
    for (const other of [new Uint16Array(2), new DataView(new ArrayBuffer(2)), [1, 2]]) {
      expect(() => new Metadata().append('k-bin', other as never)).toThrow(RangeError);
    }
  });

  it('a refused value leaves no name behind for the next one', () => {
    const metadata = new Metadata({ 'x-a': '1' });
    expect(() => metadata.append('x-user', 'Zoë')).toThrow('beyond printable ASCII');
    expect(() => metadata.set('x-a', 'Zoë')).toThrow(RangeError);
    metadata.append('x-role', 'admin');
    expect([...metadata]).toEqual([
      ['x-a', '1'],
      ['x-role', 'admin'],
    ]);
  });

  it('merged with itself has everything twice', () => {
    const metadata = new Metadata({ a: '1', b: '2' });
    expect([...metadata.merge(metadata)].map(([name]) => name)).toEqual(['a', 'b', 'a', 'b']);
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
    ['content-length', '5'],
    ['Content-Encoding', 'gzip'],
    ['trailer', 'x'],
    ['expect', '100-continue'],
    ['http2-settings', 'x'],
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
      { name: 'content-length', value: '7' },
      { name: 'content-encoding', value: 'gzip' },
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

  it('names a -bin field that is not base64, and makes no metadata where there is none', () => {
    expect(readHead([{ name: 'x-bin', value: '*' }]).malformed).toBe('x-bin');
    expect(readHead([{ name: 'grpc-status', value: '0' }]).metadata).toBeUndefined();
  });
});
