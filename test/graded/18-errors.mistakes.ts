import type { ClassicMistake } from '#course/kit/mistake';

const GUARD = '  if (!(error instanceof Error) || error instanceof GrpcError) return error;\n';
const FIND = '    const found = translations.find(({ type }) => type.prototype === prototype);\n';
const WALK = `  let prototype: unknown = Object.getPrototypeOf(error);
  while (prototype !== null) {
${FIND}`;
const STEP = '    prototype = Object.getPrototypeOf(prototype);\n';
const OPTIONS = '      const options = { cause: error };\n';
const DETAILED =
  '      if (details.length > 0) return richError(code, found.text(error), details, options);\n';
const PLAIN = '      return new GrpcError(code, found.text(error), undefined, options);\n';
const IF_STATUS = '    if (error instanceof GrpcError) {\n';
const CODE = '      const code = PASSED_ON.has(error.code) ? error.code : Status.INTERNAL;\n';
const BEHIND = '      throw new GrpcError(code, BEHIND, undefined, { cause: error });\n';

const ONE = '  if (bytes === undefined || others.length > 0) return undefined;\n';
const AGREE = '    return status.code === error.code ? status : undefined;\n';
const OPEN = '      const message = unpackAny(detail, type);\n';
const GIVE = '      if (message !== undefined) return message;\n';
const BEGIN = '  const status = richStatus(error) ?? RichStatus.create({ code, message });\n';
const PUSH = '  status.details.push(detail);\n';
const SET = '  const metadata = error.metadata.clone().set(DETAILS, RichStatus.encode(status));\n';
const NEW = '  return new GrpcError(code, message, metadata, { cause: error });\n';

const FAST = '  if (text.length <= most && !UNPRINTABLE.test(text)) return text; // Most texts.\n';
const CUT = `    if (count++ === most) return \`\${shown}…\`;\n`;
const EACH = '    shown += UNPRINTABLE.test(character) ? escaped(character) : character;\n';
const BY_CHARACTER = '  for (const character of text) {\n';
const SHOWN = "  const text = printable(percentDecode(field ?? ''));\n";
const NO_TEXT = `  return text.trim() === '' ? \`\${statusName(code)}, and no text\` : text;
`;

const ADD = '    this.#found.push({ field: this.#pathTo(field), reason, description });\n';
const INSIDE = '    return new Violations(this.#pathTo(field), this.#found);\n';
const ITEMS = `    for (const [i, item] of items.entries()) check(item, this.inside(\`\${field}[\${i}]\`));\n`;
const PATH = "    return [this.#path, field].filter((part) => part !== '').join('.');\n";
const LIST = '  const violations = new Violations();\n';
const CHECK = '  check(request, violations);\n';
const NOTHING = '  if (found.length === 0) return;\n';
const MOST = '  const fieldViolations = found.slice(0, MAX_VIOLATIONS);\n';
const THROW = `  throw richError(Status.INVALID_ARGUMENT, summary(found), [
    packAny(BadRequest, { fieldViolations }),
  ]);
`;

const translate = (
  name: string,
  change: ClassicMistake['change'],
  hint: string,
): ClassicMistake => ({ name, task: 1, file: 'translate.ts', change, hint });
const rich = (name: string, change: ClassicMistake['change'], hint: string): ClassicMistake => ({
  name,
  task: 2,
  file: 'rich-error.ts',
  change,
  hint,
});
const text = (name: string, change: ClassicMistake['change'], hint: string): ClassicMistake => ({
  name,
  task: 3,
  file: 'printable.ts',
  change,
  hint,
});
const violations = (
  name: string,
  change: ClassicMistake['change'],
  hint: string,
): ClassicMistake => ({ name, task: 4, file: 'violations.ts', change, hint });

export const mistakes: ClassicMistake[] = [
  translate(
    'first-that-fits',
    [[FIND, '    const found = translations.find(({ type }) => error instanceof type);\n']],
    'an error’s class comes before all that it extends',
  ),
  translate(
    'last-that-fits',
    [[FIND, '    const found = translations.findLast(({ type }) => error instanceof type);\n']],
    'walk up from the error’s own class',
  ),
  translate(
    'by-its-cause',
    [
      [
        GUARD,
        `${GUARD}  if (error.cause instanceof Error) return translated(error.cause, translations);\n`,
      ],
    ],
    'An accident is not a domain error',
  ),
  translate(
    'cause-that-has-a-translation',
    [
      [
        GUARD,
        `${GUARD}  const inner = translated(error.cause, translations);\n  if (inner instanceof GrpcError) return inner;\n`,
      ],
    ],
    'An accident is not a domain error',
  ),
  translate(
    'those-that-extend-a-status',
    [[GUARD, GUARD.replace('error instanceof GrpcError', 'error.constructor === GrpcError')]],
    'what extends it as well',
  ),
  translate(
    'code-of-nothing',
    [[IF_STATUS, "    if (typeof (error as GrpcError).code === 'number') {\n"]],
    'before you ask for its code',
  ),
  translate(
    'passed-on-as-it-is',
    [[CODE, `      if (PASSED_ON.has(error.code)) throw error;\n${CODE}`]],
    'text and trailers stay here',
  ),
  translate(
    'own-class-only',
    [[STEP, '    prototype = null;\n']],
    'Look at every class on the way up',
  ),
  translate(
    'two-steps-only',
    [
      [
        STEP,
        '    prototype = prototype === Object.getPrototypeOf(error) ? Object.getPrototypeOf(prototype) : null;\n',
      ],
    ],
    'go on to the end',
  ),
  translate(
    'by-its-name',
    [
      [
        WALK,
        `  let prototype: unknown = Object.getPrototypeOf(error);
  while (prototype !== null) {
    const { name } = error;
    const found = translations.find(
      ({ type }) => type.prototype === prototype || type.name === name,
    );
`,
      ],
    ],
    'error.name is a text',
  ),
  translate(
    'name-of-its-class',
    [
      [
        FIND,
        `    const { constructor } = prototype as object;
    const found = translations.find(({ type }) => type.name === constructor.name);
`,
      ],
    ],
    'Compare classes, and not their names',
  ),
  translate(
    'its-own-message',
    [[PLAIN, '      return new GrpcError(code, error.message, undefined, options);\n']],
    'was written for those who run the server',
  ),
  translate(
    'accident-as-unknown',
    [
      [
        `  }
  return error;
}

/** Translates`,
        `  }
  return new GrpcError(Status.UNKNOWN, 'something went wrong');
}

/** Translates`,
      ],
    ],
    'An accident is not a domain error',
  ),
  translate(
    'chosen-translated-again',
    [[GUARD, '  if (!(error instanceof Error)) return error;\n']],
    'A GrpcError is an Error too',
  ),
  translate(
    'anything-is-an-error',
    [[GUARD, '  if (error instanceof GrpcError) return error;\n']],
    'Anything can be thrown',
  ),
  translate('cause-lost', [[OPTIONS, '      const options = {};\n']], 'wants the original'),
  translate('details-left-out', [[DETAILED, '']], 'translation.details?.(error) gives them'),
  translate(
    'empty-details',
    [[DETAILED, DETAILED.replace('details.length > 0', 'details')]],
    'Without details there is nothing to carry',
  ),
  translate(
    'without-the-error',
    [['found.details?.(error) ?? []', 'found.details?.(new Error() as never) ?? []']],
    'with the error itself',
  ),
  translate(
    'not-awaited',
    [['    return await call;\n', '    return call;\n']],
    'return await call',
  ),
  translate(
    'handed-on-as-it-is',
    [[CODE, '      const { code } = error;\n']],
    'a request that this server wrote',
  ),
  translate(
    'all-internal',
    [[CODE, '      const code = Status.INTERNAL;\n']],
    'It is true for our caller as well',
  ),
  translate(
    'text-from-behind',
    [[BEHIND, BEHIND.replace('BEHIND', 'error.details')]],
    'The text was written for this server',
  ),
  translate(
    'trailers-from-behind',
    [[BEHIND, BEHIND.replace('undefined', 'error.metadata')]],
    'Details from behind',
  ),
  translate(
    'cause-behind-lost',
    [[BEHIND, '      throw new GrpcError(code, BEHIND);\n']],
    'For the log',
  ),
  translate(
    'a-bug-from-behind',
    [
      [IF_STATUS, '    {\n'],
      [
        CODE,
        '    const code = error instanceof GrpcError && PASSED_ON.has(error.code) ? error.code : Status.INTERNAL;\n',
      ],
    ],
    'did not come from behind',
  ),

  rich(
    'last-of-two',
    [
      [ONE, '  if (bytes === undefined) return undefined;\n'],
      ['RichStatus.decode(bytes)', 'RichStatus.decode(others.at(-1) ?? bytes)'],
    ],
    'Which of the two is right',
  ),
  rich(
    'text-with-the-code',
    [['const { code, details: message } = error;', 'const { code, message } = error;']],
    'The text is error.details',
  ),
  rich(
    'one-status-for-all',
    [
      [
        'export function richStatus(error: GrpcError): RichStatus | undefined {\n',
        `const known = new WeakMap<GrpcError, RichStatus | undefined>();
export function richStatus(error: GrpcError): RichStatus | undefined {
  if (!known.has(error)) known.set(error, read(error));
  return known.get(error);
}
function read(error: GrpcError): RichStatus | undefined {
`,
      ],
    ],
    'Decode the bytes for each who asks',
  ),
  rich(
    'empty-is-a-status',
    [[ONE, `${ONE}  if (bytes.length === 0) return RichStatus.create({ code: error.code });\n`]],
    'No bytes are a status whose code is 0',
  ),
  rich(
    'its-text-for-theirs',
    [[PUSH, `${PUSH}  status.message = message;\n`]],
    'all else in it stays',
  ),
  rich(
    'first-of-two',
    [[ONE, '  if (bytes === undefined || others === undefined) return undefined;\n']],
    'Which of the two is right',
  ),
  rich(
    'unreadable-throws',
    [
      [
        `  } catch {
    return undefined;
  }
}

/** The details of`,
        `  } catch (error) {
    throw error;
  }
}

/** The details of`,
      ],
    ],
    'has an error in hands already',
  ),
  rich('any-code', [[AGREE, '    return status;\n']], 'One of the two is wrong'),
  rich(
    'zero-is-any-code',
    [[AGREE, '    return !status.code || status.code === error.code ? status : undefined;\n']],
    'the details say 0',
  ),
  rich(
    'same-text-wanted',
    [
      [
        AGREE,
        '    return status.code === error.code && status.message === error.details ? status : undefined;\n',
      ],
    ],
    'The texts may differ',
  ),
  rich(
    'the-last-detail',
    [
      [
        '  for (const detail of errorDetails(error)) {',
        '  for (const detail of [...errorDetails(error)].reverse()) {',
      ],
    ],
    'the first that unpackAny opens',
  ),
  rich(
    'name-ends-the-same',
    [
      [
        OPEN,
        '      const message = detail.typeUrl.endsWith(type.descriptor.name) ? type.decode(detail.value) : undefined;\n',
      ],
    ],
    'is another type',
  ),
  rich(
    'only-googles-host',
    [
      [
        OPEN,
        `      const message = detail.typeUrl === \`type.googleapis.com/\${type.descriptor.name}\` ? type.decode(detail.value) : undefined;\n`,
      ],
    ],
    'Nobody asks that host',
  ),
  rich(
    'broken-detail-throws',
    [
      [
        `    } catch {
      // It says that it is of this type, and is not.
    }`,
        `    } catch (broken) {
      throw broken;
    }`,
      ],
    ],
    'is more important: catch it',
  ),
  rich(
    'broken-detail-ends-it',
    [
      [
        `    } catch {
      // It says that it is of this type, and is not.
    }`,
        `    } catch {
      return undefined;
    }`,
      ],
    ],
    'look at the next',
  ),
  rich(
    'empty-is-nothing',
    [[GIVE, '      if (message !== undefined && detail.value.length > 0) return message;\n']],
    'It is there all the same',
  ),
  rich(
    'known-types-only',
    [
      [
        PUSH,
        "  status.details = [...status.details.filter(({ typeUrl }) => typeUrl.includes('/google.rpc.')), detail];\n",
      ],
    ],
    'details of unknown types are bytes',
  ),
  rich('in-front', [[PUSH, '  status.details.unshift(detail);\n']], 'and push'),
  rich(
    'in-place-of-the-others',
    [[PUSH, '  status.details = [detail];\n']],
    'Take the status that is there',
  ),
  rich(
    'built-anew',
    [
      [
        BEGIN,
        '  const status = RichStatus.create({ code, message, details: [...errorDetails(error)] });\n',
      ],
    ],
    'a status built anew',
  ),
  rich(
    'other-trailers-lost',
    [[SET, SET.replace('error.metadata.clone()', 'new Metadata()')]],
    'begin with error.metadata.clone()',
  ),
  rich('changes-the-error', [[SET, SET.replace('.clone()', '')]], 'clone() first'),
  rich('appended', [[SET, SET.replace('.set(', '.append(')]], 'Readers take two of them for none'),
  rich(
    'status-without-a-code',
    [[BEGIN, BEGIN.replace('{ code, message }', '{ message }')]],
    'with the error’s own code and text',
  ),
  rich(
    'where-it-came-from',
    [[NEW, '  return new GrpcError(code, message, metadata);\n']],
    '{ cause: error }',
  ),

  text(
    'line-breaks-only',
    [[EACH, "    shown += character === '\\n' ? '\\\\n' : character;\n"]],
    'Each character that is UNPRINTABLE',
  ),
  text(
    'by-halves',
    [
      [BY_CHARACTER, "  for (const character of text.split('')) {\n"],
      [FAST, ''],
    ],
    'An emoji is two units',
  ),
  text(
    'first-only',
    [
      [EACH, '    shown += character;\n'],
      [
        `  }
  return shown;
}

/**
 * What a reader`,
        `  }
  return shown.replace(UNPRINTABLE, escaped);
}

/**
 * What a reader`,
      ],
    ],
    'Only the first was escaped',
  ),
  text(
    'one-too-few',
    [
      [CUT, CUT.replace('count++', '++count')],
      [FAST, ''],
    ],
    'Exactly `most` is not too many',
  ),
  text(
    'one-too-many',
    [[CUT, CUT.replace('count++ ===', 'count++ >')]],
    'Exactly `most` is not too many',
  ),
  text(
    'silently-cut',
    [[CUT, CUT.replace(`\`\${shown}…\``, 'shown')]],
    '… stands for what was left out',
  ),
  text(
    'units-counted',
    [[CUT, `    if ((count += character.length) > most) return \`\${shown}…\`;\n`]],
    'Characters are counted',
  ),
  text(
    'escapes-counted',
    [[CUT, `    if ([...shown].length >= most) return \`\${shown}…\`;\n`]],
    'Count the characters of the text',
  ),
  text(
    'not-decoded',
    [[SHOWN, "  const text = printable(field ?? '');\n"]],
    'percentDecode does all of it',
  ),
  text(
    'escaped-before-decoded',
    [[SHOWN, "  const text = percentDecode(printable(field ?? '', 9_000));\n"]],
    'First decoded, then printable',
  ),
  text(
    'decoded-twice',
    [[SHOWN, "  const text = printable(percentDecode(percentDecode(field ?? '')));\n"]],
    'Decoded once',
  ),
  text(
    'decode-uri',
    [[SHOWN, "  const text = printable(decodeURI(field ?? ''));\n"]],
    'made for addresses',
  ),
  text(
    'decode-uri-component',
    [[SHOWN, "  const text = printable(decodeURIComponent(field ?? ''));\n"]],
    'decodeURIComponent does',
  ),
  text(
    'cut-first',
    [
      [
        SHOWN,
        "  const text = printable(percentDecode((field ?? '').slice(0, MAX_PRINTED_LENGTH)));\n",
      ],
    ],
    'Decode first, and let printable cut',
  ),
  text(
    'plus-is-a-space',
    [[SHOWN, "  const text = printable(percentDecode((field ?? '').replaceAll('+', ' ')));\n"]],
    'A plus is a plus',
  ),
  text(
    'trimmed',
    [[NO_TEXT, NO_TEXT.replace(': text;', ': text.trim();')]],
    'with the spaces at its ends',
  ),
  text(
    'spaces-are-a-text',
    [[NO_TEXT, NO_TEXT.replace('text.trim()', 'text')]],
    'White space is not text',
  ),
  text(
    'number-for-a-name',
    [[NO_TEXT, NO_TEXT.replace(`\${statusName(code)}`, `\${code}`)]],
    'White space is not text',
  ),

  violations(
    'accident-of-an-item',
    [
      [
        ITEMS,
        `    for (const [i, item] of items.entries()) {
      const here = this.inside(\`\${field}[\${i}]\`);
      try {
        check(item, here);
      } catch {
        here.add('', 'BROKEN', 'cannot be checked');
      }
    }
`,
      ],
    ],
    'nothing to catch in each',
  ),
  violations(
    'reason-for-description',
    [
      [
        ADD,
        '    this.#found.push({ field: this.#pathTo(field), reason: description, description: reason });\n',
      ],
    ],
    'each under its own name',
  ),
  violations(
    'a-copy-is-checked',
    [[CHECK, '  check(structuredClone(request), violations);\n']],
    'check(request, violations)',
  ),
  violations(
    'add-throws',
    [
      [
        ADD,
        '    throw richError(Status.INVALID_ARGUMENT, this.#pathTo(field) + reason + description, []);\n',
      ],
    ],
    'add only writes down',
  ),
  violations(
    'way-forgotten',
    [[ADD, '    this.#found.push({ field, reason, description });\n']],
    'The way so far',
  ),
  violations(
    'a-list-for-each',
    [[INSIDE, '    return new Violations(this.#pathTo(field));\n']],
    'All in one list',
  ),
  violations(
    'last-step-only',
    [[INSIDE, '    return new Violations(field, this.#found);\n']],
    'The way so far',
  ),
  violations(
    'a-dot-too-many',
    [[PATH, `    return \`\${this.#path}.\${field}\`;\n`]],
    'without a way so far, no dot',
  ),
  violations(
    'a-dot-at-the-end',
    [
      [
        PATH,
        `    return this.#path === '' ? field : \`\${this.#path}.\${field}\`;
`,
      ],
    ],
    'An empty part gives no dot',
  ),
  violations('counted-from-one', [[ITEMS, ITEMS.replace(`\${i}`, `\${i + 1}`)]], 'counted from 0'),
  violations(
    'dot-and-number',
    [[ITEMS, ITEMS.replace(`\`\${field}[\${i}]\``, `\`\${field}.\${i}\``)]],
    'field[i], counted from 0',
  ),
  violations(
    'first-wrong-item',
    [
      [
        ITEMS,
        `    const before = this.#found.length;
    for (const [i, item] of items.entries()) {
      check(item, this.inside(\`\${field}[\${i}]\`));
      if (this.#found.length > before) return;
    }
`,
      ],
    ],
    'Each of them, in order',
  ),
  violations('always-thrown', [[NOTHING, '']], 'look at found.length'),
  violations(
    'returned-not-thrown',
    [[THROW, THROW.replace('throw', 'return void')]],
    'Throw, once the check has seen it all',
  ),
  violations(
    'first-violation-only',
    [[MOST, '  const fieldViolations = found.slice(0, 1);\n']],
    'All of them, in the order',
  ),
  violations(
    'no-end-of-them',
    [[MOST, '  const fieldViolations = [...found];\n']],
    'trailers that no client takes',
  ),
  violations(
    'the-last-of-them',
    [[MOST, '  const fieldViolations = found.slice(-MAX_VIOLATIONS);\n']],
    'The first MAX_VIOLATIONS go',
  ),
  violations(
    'text-of-the-few',
    [[THROW, THROW.replace('summary(found)', 'summary(fieldViolations)')]],
    'The text counts all',
  ),
  violations(
    'field-violation-packed',
    [
      [
        THROW,
        `  throw richError(Status.INVALID_ARGUMENT, summary(found), fieldViolations.map((one) => ({
    typeUrl: 'type.googleapis.com/google.rpc.BadRequest.FieldViolation',
    value: BadRequest.encode({ fieldViolations: [one as never] }),
  })));
`,
      ],
    ],
    'A FieldViolation is a part of a BadRequest',
  ),
  violations(
    'one-bad-request-each',
    [
      [
        THROW,
        `  throw richError(
    Status.INVALID_ARGUMENT,
    summary(found),
    fieldViolations.map((one) => packAny(BadRequest, { fieldViolations: [one] })),
  );
`,
      ],
    ],
    'One detail, a BadRequest',
  ),
  violations(
    'failed-precondition',
    [[THROW, THROW.replace('INVALID_ARGUMENT', 'FAILED_PRECONDITION')]],
    'The caller is to change it',
  ),
  violations(
    'one-list-for-all',
    [
      [
        '/** Looks at a value, and adds',
        'const shared = new Violations();\n\n/** Looks at a value, and adds',
      ],
      [LIST, '  const violations = shared;\n'],
    ],
    'somebody else’s',
  ),
  violations(
    'bugs-are-violations',
    [
      [
        CHECK,
        `  try {
    check(request, violations);
  } catch (error) {
    violations.add('', 'BROKEN', String(error));
  }
`,
      ],
    ],
    'A bug of ours is not the caller’s fault',
  ),
];
