import { concat } from '#bytes/concat';
import { decodeUtf8 } from '#bytes/utf8';
import { ProtoError } from '#protobuf/compiler/proto-error';
import { isScalar } from '#protobuf/compiler/scalar-types';
import type { Place } from './place.ts';
import { unescapeString } from './string-literal.ts';
import type { IntegerNode, Name } from './syntax.ts';
import { type Token, tokenize } from './tokenize.ts';

/** Walks over the tokens of one file. What it does not find it reports as a `ProtoError`. */
export class TokenReader {
  readonly path: string;
  readonly #tokens: readonly Token[];
  #next = 0;

  constructor(path: string, text: string) {
    this.path = path;
    this.#tokens = tokenize(path, text);
  }

  /** The token that comes next, or one after it. */
  peek(ahead = 0): Token {
    return this.#tokens[Math.min(this.#next + ahead, this.#tokens.length - 1)]!;
  }

  take(): Token {
    const token = this.peek();
    if (token.kind !== 'end') this.#next++;
    return token;
  }

  isNext(text: string): boolean {
    return this.peek().text === text && this.peek().kind !== 'string';
  }

  /** Takes the token if it is `text`. */
  skip(text: string): boolean {
    const isHere = this.isNext(text);
    if (isHere) this.take();
    return isHere;
  }

  expect(text: string): Token {
    if (!this.isNext(text)) this.fail(`expected ${text}`);
    return this.take();
  }

  /** One word. @param what What it names, for the error. */
  word(what: string): Name {
    if (this.peek().kind !== 'word') this.fail(`expected ${what}`);
    const { text, place } = this.take();
    return { text, place };
  }

  /** Words with dots between them, and if `canBeAbsolute` one in front. */
  dotted(what: string, canBeAbsolute = false): Name {
    const { place } = this.peek();
    let text = canBeAbsolute && this.skip('.') ? '.' : '';
    text += this.word(what).text;
    while (this.skip('.')) text += `.${this.word(what).text}`;
    return { text, place };
  }

  /** The name of a message or an enum. The names of scalar types are not meant. */
  declaredType(what: string): Name {
    const name = this.dotted(what, true);
    if (isScalar(name.text)) this.fail(`${name.text} is not a message`, name.place);
    return name;
  }

  /** A whole number, with its sign. */
  integer(what: string): IntegerNode {
    const { place } = this.peek();
    const isNegative = this.skip('-');
    if (this.peek().kind !== 'integer') this.fail(`expected ${what}`);
    const value = parseInteger(this.take().text);
    return { value: isNegative ? -value : value, place };
  }

  /** The content of one string, or of several in a row, which are one. */
  bytes(what: string): { readonly bytes: Uint8Array; readonly place: Place } {
    const { place, kind } = this.peek();
    if (kind !== 'string') this.fail(`expected ${what}`);
    const parts: Uint8Array[] = [];
    while (this.peek().kind === 'string') {
      try {
        parts.push(unescapeString(this.peek().text));
      } catch (error) {
        this.fail((error as Error).message, this.peek().place);
      }
      this.take();
    }
    return { bytes: concat(parts), place };
  }

  text(what: string): Name {
    const { bytes, place } = this.bytes(what);
    try {
      return { text: decodeUtf8(bytes), place };
    } catch {
      return this.fail('the string is not valid UTF-8', place);
    }
  }

  /**
   * @param place Where it is wrong. Without one it is the next token, and the message says what
   * stands there.
   * @throws ProtoError
   */
  fail(reason: string, place?: Place): never {
    if (place !== undefined) throw new ProtoError(this.path, reason, place);
    const token = this.peek();
    const found = token.kind === 'end' ? 'the end of the file' : token.text;
    throw new ProtoError(this.path, `${reason}, found ${found}`, token.place);
  }

  /**
   * What is said about the statement that begins with `first`: the comment right above it, or the
   * one behind the token that was taken last, on the same line.
   */
  comment(first: Token): string {
    const [beside] = this.peek().comments;
    return commentAbove(first) || (beside?.isBeside ? beside.text.trim() : '');
  }
}

/** Comments on lines of their own that follow each other, the last right above the token. */
function commentAbove({ comments, place }: Token): string {
  const lines: string[] = [];
  let below = place.line;
  for (const { text, firstLine, lastLine, isBeside } of [...comments].reverse()) {
    if (isBeside || lastLine < below - 1) break;
    lines.unshift(text);
    below = firstLine;
  }
  return lines.join('\n').trim();
}

/** Decimal, `0x…` hexadecimal, or octal with a `0` in front. */
function parseInteger(text: string): bigint {
  return BigInt(/^0[0-7]/.test(text) ? `0o${text.slice(1)}` : text);
}
