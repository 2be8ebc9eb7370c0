import { describe, expect, it } from 'vitest';
import { MAX_KEPT_BUFFER } from '#protobuf/limits';
import { Everything } from './generated/everything.ts';

describe('a large message', () => {
  it('that fills its array keeps it, and the next message is not written into it', () => {
    const aBytes = new Uint8Array(4 * MAX_KEPT_BUFFER).fill(7);
    const first = Everything.encode({ aBytes });
    expect(first.buffer.byteLength).toBeGreaterThan(first.byteLength);
    const before = first.slice();
    for (const fill of [1, 2]) {
      Everything.encode({ aBytes: new Uint8Array(4 * MAX_KEPT_BUFFER).fill(fill) });
      Everything.encode({ aString: 'small' });
    }
    expect(Buffer.compare(first, before)).toBe(0);
    expect(Buffer.compare(Everything.decode(first).aBytes, aBytes)).toBe(0);
  });

  it('that fills little of its array does not hold all of it', () => {
    const text = 'x'.repeat(4 * MAX_KEPT_BUFFER);
    const message = Everything.encode({ aString: text });
    expect(message.buffer.byteLength).toBe(message.byteLength);
    expect(Everything.decode(message).aString).toBe(text);
  });
});
