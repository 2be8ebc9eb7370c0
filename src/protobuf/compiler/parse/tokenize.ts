/**
 * The text of a `.proto` file as tokens: words, numbers, strings and symbols, each with its place
 * and the comments in front of it. Source: protobuf language specification (proto3), "Lexical
 * Elements"; where that is silent, protoc's tokenizer.
 */
import { ProtoError } from '#protobuf/compiler/proto-error';
import type { Place } from './place.ts';

export interface Token {
  /** `end` comes once, after the last token of the file. */
  readonly kind: 'word' | 'integer' | 'float' | 'string' | 'symbol' | 'end';
  /** As it stands in the file; a string with its quotation marks. */
  readonly text: string;
  readonly place: Place;
  /** What stands between the token before and this one. */
  readonly comments: readonly Comment[];
}

export interface Comment {
  /** Without the marks that make it a comment. */
  readonly text: string;
  readonly firstLine: number;
  readonly lastLine: number;
  /** It begins on the line of the token before, so it is about that one. */
  readonly isBeside: boolean;
}

/** All of them with one flag, so that each is tried at one offset only. */
const PATTERNS = {
  space: /[ \t\r\n\f\v]+/y,
  lineComment: /\/\/[^\n]*/y,
  blockComment: /\/\*[\s\S]*?\*\//y,
  word: /[A-Za-z_][A-Za-z0-9_]*/y,
  float:
    /(?:[0-9]+\.[0-9]*(?:[eE][+-]?[0-9]+)?|\.[0-9]+(?:[eE][+-]?[0-9]+)?|[0-9]+[eE][+-]?[0-9]+)/y,
  integer: /0[xX][0-9a-fA-F]+|[0-9]+/y,
  string: /"(?:[^"\\\n]|\\[^\n])*"|'(?:[^'\\\n]|\\[^\n])*'/y,
  symbol: /[{}[\]()<>;:,.=+\-/]/y,
} as const;

/** @throws ProtoError for what cannot begin a token. */
export function tokenize(path: string, text: string): Token[] {
  const tokens: Token[] = [];
  let comments: Comment[] = [];
  // Editors on Windows put this invisible mark in front.
  let offset = text.startsWith('\ufeff') ? 1 : 0;
  let line = 1;
  let lineStart = offset;

  /** The text that the pattern finds at the offset. */
  function match(pattern: RegExp): string | undefined {
    pattern.lastIndex = offset;
    return pattern.exec(text)?.[0];
  }

  const here = (): Place => ({ line, column: offset - lineStart + 1 });

  function pass(found: string): void {
    for (let at = found.indexOf('\n'); at >= 0; at = found.indexOf('\n', at + 1)) {
      line++;
      lineStart = offset + at + 1;
    }
    offset += found.length;
  }

  function add(kind: Token['kind'], found: string): void {
    tokens.push({ kind, text: found, place: here(), comments });
    comments = [];
    pass(found);
  }

  while (offset < text.length) {
    const space = match(PATTERNS.space);
    if (space !== undefined) {
      pass(space);
      continue;
    }
    const comment = match(PATTERNS.lineComment) ?? match(PATTERNS.blockComment);
    if (comment !== undefined) {
      const firstLine = line;
      if (comment.startsWith('/*') && comment.indexOf('/*', 2) >= 0) {
        throw new ProtoError(
          path,
          'there is a /* inside the comment: comments cannot be nested',
          here(),
        );
      }
      pass(comment);
      const isBeside = comments.length === 0 && tokens.at(-1)?.place.line === firstLine;
      comments.push({ text: contentOf(comment), firstLine, lastLine: line, isBeside });
      continue;
    }
    const word = match(PATTERNS.word);
    const number = match(PATTERNS.float) ?? match(PATTERNS.integer);
    const string = match(PATTERNS.string);
    const symbol = match(PATTERNS.symbol);
    if (word !== undefined) add('word', word);
    else if (number !== undefined) addNumber(number);
    else if (string !== undefined) add('string', string);
    else if (symbol !== undefined) add('symbol', symbol);
    else throw new ProtoError(path, whyNot(text, offset), here());
  }
  add('end', '');
  return tokens;

  function addNumber(found: string): void {
    const place = here();
    if (/^0[0-9]/.test(found) && !/^0[0-7]+$/.test(found) && !/[.eE]/.test(found)) {
      throw new ProtoError(
        path,
        `${found} is not an octal number, although it begins with 0`,
        place,
      );
    }
    const isFloat = !/^0[xX]/.test(found) && /[.eE]/.test(found);
    add(isFloat ? 'float' : 'integer', found);
    if (match(PATTERNS.word) !== undefined) {
      throw new ProtoError(path, `a space is missing after the number ${found}`, here());
    }
  }
}

/** What is wrong with the character at `offset`, which begins no token. */
function whyNot(text: string, offset: number): string {
  const character = String.fromCodePoint(text.codePointAt(offset)!);
  if (character === '"' || character === "'") return 'the string does not end on its line';
  if (text.startsWith('/*', offset)) return 'the comment does not end';
  return `${JSON.stringify(character)} has no meaning here`;
}

/** The lines of a comment without the marks in front of them. */
function contentOf(comment: string): string {
  if (comment.startsWith('//')) return comment.replace(/^\/\/+ ?/, '').trimEnd();
  const lines = comment.slice(2, -2).replace(/^\*+/, '').split(/\r?\n/);
  return lines
    .map((line, i) => (i === 0 ? line : line.replace(/^\s*\*? ?/, '')).trimEnd())
    .join('\n')
    .trim();
}
