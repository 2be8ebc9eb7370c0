import type { ClassicMistake } from '#course/kit/mistake';

const LOWER = '  const key = String(name).toLowerCase();\n';
const BYTES = '    if (isBytes(value)) return value;\n';
const APPEND = '    this.#add(key, checkedValue(key, value));\n';
const SET = `    const checked = checkedValue(key, value);
    this.delete(key);
    this.#add(key, checked);
`;
const BACKWARD = 'for (let i = this.#names.length - 1; i >= 0; i--) {';
const FIRST = '    const i = this.#names.indexOf(name.toLowerCase());\n';
const SPLICE = '      this.#values.splice(i, 1);\n';
const MERGE =
  '    for (let i = 0, { length } = names; i < length; i++) this.#add(names[i]!, values[i]!);\n';
const WRITE =
  "      return { name, value: typeof kept === 'string' ? kept : encodeBase64(kept) };\n    });\n";
const RECEIVE = 'if (this.#listed > MAX_LIST_VALUES || !isBase64List(value)) return false;';
const ALL = '      this.#listed += countBase64List(value, MAX_LIST_VALUES + 1);\n';

export const mistakes: ClassicMistake[] = [
  {
    name: 'all-of-grpc',
    task: 1,
    file: 'metadata-rules.ts',
    change: [
      [
        "name.startsWith('grpc-')) return PASSED_ON.has(name);",
        "name.startsWith('grpc-')) return false;",
      ],
    ],
    hint: 'PASSED_ON has the grpc- names',
  },
  {
    name: 'grpc-without-its-hyphen',
    task: 1,
    file: 'metadata-rules.ts',
    change: [["name.startsWith('grpc-')", "name.startsWith('grpc')"]],
    hint: 'Only grpc- with its hyphen',
  },
  {
    name: 'pseudo-headers-are-mine',
    task: 1,
    file: 'metadata-rules.ts',
    change: [
      ["  if (first === 0x3a) return false; // ':' begins a pseudo-header (RFC 9113 §8.3)\n", ''],
    ],
    hint: 'A colon in front',
  },
  {
    name: 'capitals-refused',
    task: 1,
    file: 'metadata-rules.ts',
    change: [[LOWER, '  const key = String(name);\n']],
    hint: 'toLowerCase() first, the rules after',
  },
  {
    name: 'capitals-kept',
    task: 1,
    file: 'metadata-rules.ts',
    change: [['  return key;\n', '  return name;\n']],
    hint: 'HTTP/2 has lower case alone',
  },
  {
    name: 'any-letters',
    task: 1,
    file: 'metadata-rules.ts',
    change: [['  if (!NAME.test(key)) {', '  if (key === undefined) {']],
    hint: 'NAME is the alphabet',
  },
  {
    name: 'names-of-others',
    task: 1,
    file: 'metadata-rules.ts',
    change: [
      [
        `  if (!isCustom(key)) throw new RangeError(\`'\${key}' belongs to the protocol, not to metadata\`);\n`,
        '',
      ],
    ],
    hint: 'It is not the application’s',
  },
  {
    name: 'spaces-stay',
    task: 1,
    file: 'metadata-rules.ts',
    change: [['  return value.trim();', '  return value;']],
    hint: 'but for the white space at its ends',
  },
  {
    name: 'empty-refused',
    task: 1,
    file: 'metadata-rules.ts',
    change: [
      ['  if (!PRINTABLE.test(value)) {', "  if (value === '' || !PRINTABLE.test(value)) {"],
    ],
    hint: 'An empty value is a value',
  },
  {
    name: 'any-text-will-do',
    task: 1,
    file: 'metadata-rules.ts',
    change: [['  if (!PRINTABLE.test(value)) {', '  if (value === undefined) {']],
    hint: 'PRINTABLE is space to ~',
  },
  {
    name: 'text-under-bin',
    task: 1,
    file: 'metadata-rules.ts',
    change: [[BYTES, "    if (isBytes(value) || typeof value === 'string') return value;\n"]],
    hint: 'would be taken for base64',
  },
  {
    name: 'numbers-as-text',
    task: 1,
    file: 'metadata-rules.ts',
    change: [
      ["  if (typeof value !== 'string') {", '  if (isBytes(value)) {'],
      ['  return value.trim();', '  return String(value).trim();'],
    ],
    hint: 'A number is not a text',
  },
  {
    name: 'plain-error',
    task: 1,
    file: 'metadata-rules.ts',
    change: [
      [
        `    throw new RangeError(\`the value of '\${key}' has`,
        `    throw new Error(\`the value of '\${key}' has`,
      ],
    ],
    hint: 'is refused with new RangeError',
  },
  {
    name: 'which-name',
    task: 1,
    file: 'metadata-rules.ts',
    change: [[`the value of '\${key}' has characters`, 'a value has characters']],
    hint: 'say which one it was',
  },
  {
    name: 'secret-in-the-error',
    task: 1,
    file: 'metadata-rules.ts',
    change: [
      [
        `the value of '\${key}' has characters`,
        `the value '\${value}' of '\${key}' has characters`,
      ],
    ],
    hint: 'this value is a password',
  },
  {
    name: 'last-value-wins',
    task: 2,
    file: 'metadata.ts',
    change: [[APPEND, `    this.delete(key);\n${APPEND}`]],
    hint: 'append adds behind what is there',
  },
  {
    name: 'case-matters',
    task: 2,
    file: 'metadata.ts',
    change: [[FIRST, '    const i = this.#names.indexOf(name);\n']],
    hint: 'get gives the first value',
  },
  {
    name: 'empty-is-nothing',
    task: 2,
    file: 'metadata.ts',
    change: [['      : value;\n  }\n\n  getAll', '      : value || undefined;\n  }\n\n  getAll']],
    hint: 'An empty value is a value',
  },
  {
    name: 'set-adds',
    task: 2,
    file: 'metadata.ts',
    change: [[SET, SET.replace('    this.delete(key);\n', '')]],
    hint: 'set replaces every value',
  },
  {
    name: 'deleted-before-checked',
    task: 2,
    file: 'metadata.ts',
    change: [[SET, '    this.delete(key);\n    this.#add(key, checkedValue(key, value));\n']],
    hint: 'Check before you delete',
  },
  {
    name: 'forward-delete',
    task: 2,
    file: 'metadata.ts',
    change: [[BACKWARD, 'for (let i = 0; i < this.#names.length; i++) {']],
    hint: 'go backward',
  },
  {
    name: 'value-left-behind',
    task: 2,
    file: 'metadata.ts',
    change: [[SPLICE, '']],
    hint: 'Names and values are two lists',
  },
  {
    name: 'half-added',
    task: 2,
    file: 'metadata.ts',
    change: [
      [APPEND, '    this.#names.push(key);\n    this.#values.push(checkedValue(key, value));\n'],
    ],
    hint: 'shifts all that follow',
  },
  {
    name: 'joined-by-commas',
    task: 3,
    file: 'metadata.ts',
    change: [
      [
        '    return this.#names.map((name, i) => {\n      const kept',
        '    const fields = this.#names.map((name, i) => {\n      const kept',
      ],
      [
        WRITE,
        `${WRITE}    const joined = new Map<string, string>();
    for (const { name, value } of fields) {
      const before = joined.get(name);
      joined.set(name, before === undefined ? value : [before, value].join(', '));
    }
    return [...joined].map(([name, value]) => ({ name, value }));
`,
      ],
    ],
    hint: 'One field a value',
  },
  {
    name: 'padded',
    task: 3,
    file: 'metadata.ts',
    change: [
      [
        WRITE,
        WRITE.replace(
          'encodeBase64(kept)',
          "encodeBase64(kept).padEnd(Math.ceil(kept.length / 3) * 4, '=')",
        ),
      ],
    ],
    hint: 'without the = at its end',
  },
  {
    name: 'merge-replaces',
    task: 3,
    file: 'metadata.ts',
    change: [[MERGE, `    for (const name of new Set(names)) this.delete(name);\n${MERGE}`]],
    hint: 'nothing is replaced',
  },
  {
    name: 'merge-into-the-other',
    task: 3,
    file: 'metadata.ts',
    change: [[MERGE, MERGE.replace('this.#add(', 'other.#add(')]],
    hint: 'What the other has comes behind',
  },
  {
    name: 'clone-of-nothing',
    task: 3,
    file: 'metadata.ts',
    change: [['    return new Metadata().merge(this);', '    return this;']],
    hint: 'new Metadata().merge(this)',
  },
  {
    name: 'text-is-a-list',
    task: 4,
    file: 'metadata.ts',
    change: [
      [
        '    this.#add(name, value);\n    return true;',
        "    if (name.endsWith('-bin')) this.#add(name, value);\n    else for (const one of value.split(',')) this.#add(name, one.trim());\n    return true;",
      ],
    ],
    hint: 'A comma in a text belongs to the text',
  },
  {
    name: 'bin-unchecked',
    task: 4,
    file: 'metadata.ts',
    change: [[RECEIVE, 'if (this.#listed > MAX_LIST_VALUES) return false;']],
    hint: 'isBase64List(value) tells',
  },
  {
    name: 'kept-although-refused',
    task: 4,
    file: 'metadata.ts',
    change: [
      [
        RECEIVE,
        'if (this.#listed > MAX_LIST_VALUES || !isBase64List(value)) {\n        this.#add(name, new Uint8Array());\n        return false;\n      }',
      ],
    ],
    hint: 'What is refused is not kept',
  },
  {
    name: 'every-name-is-checked',
    task: 4,
    file: 'metadata.ts',
    change: [["    if (name.endsWith('-bin')) {\n", '    {\n']],
    hint: 'There is nothing wrong with it',
  },
  {
    name: 'as-many-as-you-like',
    task: 4,
    file: 'metadata.ts',
    change: [[RECEIVE, 'if (!isBase64List(value)) return false;']],
    hint: 'An empty value costs a comma',
  },
  {
    name: 'counted-by-the-field',
    task: 4,
    file: 'metadata.ts',
    change: [[ALL, ALL.replace('+=', '=')]],
    hint: 'all fields together',
  },
  {
    name: 'one-too-few',
    task: 4,
    file: 'metadata.ts',
    change: [[RECEIVE, RECEIVE.replace('> MAX', '>= MAX')]],
    hint: 'MAX_LIST_VALUES itself is allowed',
  },
  {
    name: 'decoded-at-once',
    task: 4,
    file: 'metadata.ts',
    change: [
      [
        '    this.#add(name, value);\n    return true;',
        "    if (!name.endsWith('-bin')) this.#add(name, value);\n    else for (const bytes of decodeBase64List(value)) this.#add(name, bytes);\n    return true;",
      ],
    ],
    hint: 'Nothing is decoded before somebody asks',
  },
  {
    name: 'grpc-anywhere',
    task: 1,
    file: 'metadata-rules.ts',
    change: [["if (first === 0x67 && name.startsWith('grpc-'))", "if (name.includes('grpc-'))"]],
    hint: 'Only a name that begins with grpc-',
  },
  {
    name: 'bin-anywhere',
    task: 1,
    file: 'metadata-rules.ts',
    change: [["  if (key.endsWith('-bin')) {", "  if (key.includes('-bin')) {"]],
    hint: 'Only a name that ends in -bin',
  },
  {
    name: 'bin-without-its-hyphen',
    task: 1,
    file: 'metadata-rules.ts',
    change: [["  if (key.endsWith('-bin')) {", "  if (key.endsWith('bin')) {"]],
    hint: 'names that end in -bin, with the hyphen',
  },
  {
    name: 'deletes-what-begins-like-it',
    task: 2,
    file: 'metadata.ts',
    change: [
      [
        '      if (this.#names[i] !== key) continue;\n',
        '      if (!this.#names[i]!.startsWith(key)) continue;\n',
      ],
    ],
    hint: 'not those that begin like it',
  },
  {
    name: 'deletes-in-one-case',
    task: 2,
    file: 'metadata.ts',
    change: [
      ['    const key = name.toLowerCase();\n    for (', '    const key = name;\n    for ('],
    ],
    hint: 'Nothing was deleted',
  },
  {
    name: 'merge-checks-anew',
    task: 4,
    file: 'metadata.ts',
    change: [[MERGE, MERGE.replace('this.#add(', 'this.append(')]],
    hint: 'this.#add, and not append',
  },
  {
    name: 'a-list-in-the-list',
    task: 4,
    file: 'metadata.ts',
    change: [
      [
        'return this.#isUndecoded(i, value) ? decodeBase64List(value) : [value];',
        'return [this.#isUndecoded(i, value) ? (decodeBase64List(value) as never) : value];',
      ],
    ],
    hint: 'go into the one list of getAll',
  },
  {
    name: 'throws-at-the-peer',
    task: 4,
    file: 'metadata.ts',
    change: [[RECEIVE, RECEIVE.replace('return false', "throw new RangeError('not base64')")]],
    hint: 'it returns false',
  },
  {
    name: 'texts-are-counted',
    task: 4,
    file: 'metadata.ts',
    change: [
      [
        '    this.#add(name, value);\n    return true;',
        '    if (this.#names.length >= MAX_LIST_VALUES) return false;\n    this.#add(name, value);\n    return true;',
      ],
    ],
    hint: 'A text is never a list',
  },
  {
    name: 'trims-what-came',
    task: 4,
    file: 'metadata.ts',
    change: [
      [
        '    this.#add(name, value);\n    return true;',
        '    this.#add(name, value.trim());\n    return true;',
      ],
    ],
    hint: 'receive keeps what came',
  },
  {
    name: 'bytes-of-the-protocol',
    task: 1,
    file: 'metadata-rules.ts',
    change: [
      ['return PASSED_ON.has(name);', "return PASSED_ON.has(name) || name.endsWith('-bin');"],
    ],
    hint: 'also what ends in -bin',
  },
  {
    name: 'an-empty-clone',
    task: 3,
    file: 'metadata.ts',
    change: [['return new Metadata().merge(this);', 'return new Metadata();']],
    hint: 'A clone has all',
  },
];
