import { clip } from '#inspect/clip';
import { findMeaning, type Meanings } from '#inspect/meanings';
import type { Field } from '#inspect/trace';

/**
 * The fields of a JSON text: one for each member or element, with the brace or comma that leads to
 * it, nested as the text is nested. `undefined` if the bytes are not JSON (RFC 8259).
 *
 *     {"id":1,"params":["tea",2]}
 *     └─ id ┘└───── params ────┘└ end
 *                      └─┬─┘└┤└ end
 *                       [0] [1]
 */
export function jsonFields(bytes: Uint8Array, meanings: Meanings): Field[] | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    JSON.parse(text);
    return new JsonReader(text, meanings).document();
  } catch {
    return undefined;
  }
}

const encoder = new TextEncoder();

/** Walks a text that is known to be valid JSON, and keeps count of its bytes. */
class JsonReader {
  readonly #text: string;
  readonly #meanings: Meanings;
  /** Position in characters, and the same in bytes. */
  #at = 0;
  #offset = 0;

  constructor(text: string, meanings: Meanings) {
    this.#text = text;
    this.#meanings = meanings;
  }

  document(): Field[] {
    // White space before the value belongs to its first field, as it does further in.
    const start = this.#offset;
    const first = this.#peek();
    if (first === '{' || first === '[') return [...this.#members(start), ...this.#rest()];
    const raw = this.#scalar();
    return [this.#leaf(start, 'value', raw, 'the value'), ...this.#rest()];
  }

  /** The members of the object or array that begins here, the first counted from `start`. */
  #members(start = this.#offset): Field[] {
    const isObject = this.#peek() === '{';
    const close = isObject ? '}' : ']';
    const fields: Field[] = [];
    let index = 0;
    this.#skip(1);
    while (this.#peek() !== close) {
      fields.push(this.#member(start, isObject ? undefined : index));
      index++;
      start = this.#offset;
      if (this.#peek() === ',') this.#skip(1);
    }
    this.#skip(1);
    const what = isObject ? 'object' : 'list';
    fields.push({
      offset: start,
      length: this.#offset - start,
      name: `end of ${what}`,
      value: index === 0 ? `empty ${what}` : undefined,
      meaning:
        index === 0 ? `${isObject ? 'an' : 'a'} ${what} with nothing in it` : 'the closing bracket',
    });
    return fields;
  }

  /** One member, counted from `start`, where its brace or comma stands. */
  #member(start: number, index: number | undefined): Field {
    this.#peek();
    const keyed = index === undefined;
    const name = keyed ? (JSON.parse(this.#scalar()) as string) : `[${index}]`;
    if (keyed) {
      this.#peek();
      this.#skip(1);
    }
    const { meaning, source } = (keyed && findMeaning(this.#meanings, name)) || {
      meaning: keyed ? 'a member of the object' : `element ${index} of the list`,
      source: undefined,
    };
    const next = this.#peek();
    if (next !== '{' && next !== '[') {
      return this.#leaf(start, name, this.#scalar(), meaning, source);
    }
    const before = this.#at;
    const lead = this.#offset - start;
    const inner = this.#members();
    const value = clip(this.#text.slice(before, this.#at));
    const head: Field[] =
      lead === 0
        ? []
        : [
            {
              offset: start,
              length: lead,
              name: keyed ? 'name' : 'separator',
              value: keyed ? name : undefined,
              meaning: keyed ? 'which member this is' : 'the next element',
            },
          ];
    return {
      offset: start,
      length: this.#offset - start,
      name,
      value,
      meaning,
      source,
      children: [...head, ...inner],
      folded: true,
    };
  }

  #leaf(start: number, name: string, raw: string, meaning: string, source?: string): Field {
    return {
      offset: start,
      length: this.#offset - start,
      name,
      value: clip(raw),
      meaning,
      source,
    };
  }

  /** The text of a string, number, `true`, `false` or `null`. */
  #scalar(): string {
    const match = /"(?:[^"\\]|\\.)*"|[^\s,\]}:]+/y;
    match.lastIndex = this.#at;
    const raw = match.exec(this.#text)?.[0] ?? '';
    this.#skip(raw.length);
    return raw;
  }

  /** White space that follows the last value. */
  #rest(): Field[] {
    const start = this.#offset;
    this.#peek();
    const length = this.#offset - start;
    return length === 0
      ? []
      : [{ offset: start, length, name: 'white space', meaning: 'means nothing' }];
  }

  /** The next character that is not white space; the white space is passed. */
  #peek(): string | undefined {
    while (/[ \t\r\n]/.test(this.#text[this.#at] ?? '')) this.#skip(1);
    return this.#text[this.#at];
  }

  #skip(characters: number): void {
    const passed = this.#text.slice(this.#at, this.#at + characters);
    this.#at += characters;
    this.#offset += encoder.encode(passed).length;
  }
}
