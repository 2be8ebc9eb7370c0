import { concat } from '#bytes/concat';
import type { Dissected, Dissector, Dissectors } from '#inspect/dissector';
import { dissectRpcPayload } from './payload.ts';

const NEWLINE = 0x0a;

/** JSON messages that end with a newline: lessons 1 and 2. */
export function createLineDissectors(): Dissectors {
  return { client: new LineDissector(), server: new LineDissector() };
}

class LineDissector implements Dissector {
  #rest: Uint8Array = new Uint8Array(0);

  push(chunk: Uint8Array): Dissected[] {
    const messages: Dissected[] = [];
    this.#rest = concat([this.#rest, chunk]);
    for (let at = this.#rest.indexOf(NEWLINE); at >= 0; at = this.#rest.indexOf(NEWLINE)) {
      messages.push(dissectLine(this.#rest.slice(0, at + 1)));
      this.#rest = this.#rest.subarray(at + 1);
    }
    return messages;
  }

  end(): Dissected[] {
    const bytes = this.#rest;
    if (bytes.length === 0) return [];
    this.#rest = new Uint8Array(0);
    return [
      {
        title: 'the beginning of a line',
        bytes,
        fields: [
          {
            offset: 0,
            length: bytes.length,
            name: 'unfinished line',
            meaning: 'the stream ended before the newline came',
          },
        ],
      },
    ];
  }
}

function dissectLine(line: Uint8Array): Dissected {
  const { title, call, fields } = dissectRpcPayload(line.subarray(0, -1));
  const newline = {
    offset: line.length - 1,
    length: 1,
    name: 'newline',
    value: '\\n',
    meaning: 'the message ends here',
  };
  return { title, call, bytes: line, fields: [...fields, newline] };
}
