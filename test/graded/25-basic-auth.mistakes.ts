// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the mistakes are texts of programs.
import type { ClassicMistake } from '#course/kit/mistake';

const BASIC = 'basic.ts';
const COLON = "  if (user.includes(':')) throw new RangeError('a user’s name has no colon');\n";
const NAME_CONTROL =
  "  if (hasControl(user)) throw new RangeError('a user’s name has no control characters');\n";
const PASSWORD_CONTROL =
  "  if (hasControl(password)) throw new RangeError('a password has no control characters');\n";
const ENCODE = "encodeBase64(encodeUtf8(`${user}:${password}`.normalize('NFC')))";
const FILL = "`Basic ${letters}${'='.repeat(-letters.length & 3)}`";
const ONE = '  if (values.length !== 1) return undefined;\n';
const LETTERS = '/^basic +([^ ]+)$/i.exec(values[0]!)?.[1]';
const DECODE = 'letters === undefined ? undefined : decodeBase64(letters)';
const STRICT = '    const text = decodeUtf8(bytes);\n';
const FIRST = "text.indexOf(':')";
const REFUSE = '    if (colon < 0 || hasControl(text)) return undefined;\n';
const PARTS = '{ user: text.slice(0, colon), password: text.slice(colon + 1) }';
const CATCH = '  } catch {\n    return undefined;\n  }';

const CHECK = 'password-check.ts';
const FIND = '    const known = await options.find(user);\n';
const DERIVE = '    const derived = await options.derive(password, salt);\n';
const EQUAL = '    const same = options.equal(derived, hash);\n';
const WHO = '    return same ? known?.caller : undefined;\n';
const BODY = '  return async ({ user, password }) => {\n';

const GUARD = 'basic-guard.ts';
const PLAIN =
  '    if (!call.peer.secure && !allowPlaintext) throw unauthenticated(NOT_OVER_PLAINTEXT);\n';
const PARSE = '    const proof = parseBasic(call.metadata.getAll(AUTHORIZATION));\n';
const NONE = '    if (proof === undefined) throw unauthenticated(NOT_BASIC);\n';
const DELETE = '      call.metadata.delete(AUTHORIZATION);\n';
const ASK = '    const who = await options.check(proof, call);\n';
const WRONG = '    if (who === undefined) throw unauthenticated(WRONG_PASSWORD);\n';
const INNER = 'const inner = guard({ ...options, identify });';
const WAY_IN = 'return (request, call, next) =>\n    inner(request, call, ';

const AUTHORIZE = 'authorize.ts';
const MAY = `  if (!connection.secure && credentials.some((each) => !each.allowPlaintext)) {
    throw new GrpcError(Status.UNAUTHENTICATED, NOT_OVER_PLAINTEXT);
  }
`;
const COPY = 'metadata?.clone() ?? new Metadata()';
const SERVICE = "path.slice(0, path.lastIndexOf('/'))";
const CONTEXT = '{ serviceUrl: `https://${connection.authority}${service}`, path }';
const TRY = `    try {
      all.merge(await each.metadata(context));
    } catch (error) {
      throw asStatus(error);
    }
`;
const MERGE = 'all.merge(await each.metadata(context));';
const OTHER = '!(error instanceof GrpcError)';
const CONTROL = 'NOT_FOR_CONTROL_PLANE.has(error.code)';

export const mistakes: ClassicMistake[] = [
  {
    name: 'not-filled-up',
    task: 1,
    file: BASIC,
    change: [[FILL, '`Basic ${letters}`']],
    hint: 'leaves out the "="',
  },
  {
    name: 'filled-up-always',
    task: 1,
    file: BASIC,
    change: [['-letters.length & 3', '4 - (letters.length % 4)']],
    hint: 'Basic YTpi',
  },
  {
    name: 'latin-1-only',
    task: 1,
    file: BASIC,
    change: [
      [ENCODE, 'btoa(`${user}:${password}`)'],
      [FILL, '`Basic ${letters}`'],
    ],
    hint: 'dGVzdDoxMjPCow==',
  },
  {
    name: 'as-it-was-typed',
    task: 1,
    file: BASIC,
    change: [[".normalize('NFC')", '']],
    hint: 'text.normalize("NFC")',
  },
  {
    name: 'taken-apart',
    task: 1,
    file: BASIC,
    change: [["normalize('NFC')", "normalize('NFD')"]],
    hint: 'em/',
  },
  {
    name: 'trimmed-on-the-way-out',
    task: 1,
    file: BASIC,
    change: [["normalize('NFC')", "normalize('NFC').trim()"]],
    hint: 'spaces',
  },
  {
    name: 'lookalikes',
    task: 1,
    file: BASIC,
    change: [["normalize('NFC')", "normalize('NFKC')"]],
    hint: 'NFC, and not NFKC',
  },
  {
    name: 'the-cause-says-it',
    task: 1,
    file: BASIC,
    change: [
      [
        PASSWORD_CONTROL,
        "  if (hasControl(password)) {\n    throw new RangeError('a control character', { cause: password });\n  }\n",
      ],
    ],
    hint: 'with their causes',
  },
  {
    name: 'scheme-in-capitals',
    task: 1,
    file: BASIC,
    change: [
      [
        LETTERS,
        '/^BASIC +([^ ]+)$/.exec(values[0]!.replace(/^[^ ]+/, (scheme) => scheme.toUpperCase()))?.[1]',
      ],
    ],
    hint: 'those of ASCII',
  },
  {
    name: 'letters-of-all-languages',
    task: 1,
    file: BASIC,
    change: [[LETTERS, LETTERS.replace('/i', '/iu')]],
    hint: 'those of ASCII',
  },
  {
    name: 'any-line',
    task: 1,
    file: BASIC,
    change: [[LETTERS, LETTERS.replace('/i', '/im')]],
    hint: 'in the middle of it',
  },
  {
    name: 'atob-skips',
    task: 1,
    file: BASIC,
    change: [
      [DECODE, "letters === undefined ? undefined : decodeBase64(letters.replaceAll('\\t', ''))"],
    ],
    hint: 'atob skips white space',
  },
  {
    name: 'all-filling-cut-off',
    task: 1,
    file: BASIC,
    change: [
      [DECODE, "letters === undefined ? undefined : decodeBase64(letters.replace(/=+$/, ''))"],
    ],
    hint: 'fills up to four letters',
  },
  {
    name: 'a-colon-in-the-name',
    task: 1,
    file: BASIC,
    change: [[COLON, '']],
    hint: 'The first colon divides',
  },
  {
    name: 'a-colon-anywhere',
    task: 1,
    file: BASIC,
    change: [["user.includes(':')", "(user + password).includes(':')"]],
    hint: 'a user’s name has no colon',
  },
  {
    name: 'a-line-in-the-log',
    task: 1,
    file: BASIC,
    change: [[NAME_CONTROL, '']],
    hint: 'a line of its own',
  },
  {
    name: 'only-the-name-is-looked-at',
    task: 1,
    file: BASIC,
    change: [[PASSWORD_CONTROL, '']],
    hint: 'Control characters are not allowed in either',
  },
  {
    name: 'password-in-the-error',
    task: 1,
    file: BASIC,
    change: [["'a password has no control characters'", '`what is ${password}?`']],
    hint: 'Errors go into logs',
  },
  {
    name: 'password-in-the-other-error',
    task: 1,
    file: BASIC,
    change: [["'a user’s name has no colon'", '`what is ${user}:${password}?`']],
    hint: 'Errors go into logs',
  },
  {
    name: 'a-type-error',
    task: 1,
    file: BASIC,
    change: [[NAME_CONTROL, NAME_CONTROL.replace('RangeError', 'TypeError')]],
    hint: 'expected a RangeError',
  },
  {
    name: 'the-first-value',
    task: 1,
    file: BASIC,
    change: [[ONE, '  if (values.length < 1) return undefined;\n']],
    hint: 'Two are as good as none',
  },
  {
    name: 'the-last-value',
    task: 1,
    file: BASIC,
    change: [
      [ONE, ''],
      ['exec(values[0]!)', "exec(values.at(-1) ?? '')"],
    ],
    hint: 'Two are as good as none',
  },
  {
    name: 'twice-the-same-is-one',
    task: 1,
    file: BASIC,
    change: [[ONE, '  if (new Set(values).size !== 1) return undefined;\n']],
    hint: 'also if they are the same',
  },
  {
    name: 'nothing-is-read',
    task: 1,
    file: BASIC,
    change: [
      [ONE, '  if (values.length > 1) return undefined;\n'],
      ['exec(values[0]!)', 'exec(values[0]!.trim())'],
    ],
    hint: 'A stranger chose these bytes',
  },
  {
    name: 'the-articles-prefix',
    task: 1,
    file: BASIC,
    change: [[LETTERS, "values[0]!.replace(/^Basic /, '')"]],
    hint: 'any case',
  },
  {
    name: 'a-scheme-or-none',
    task: 1,
    file: BASIC,
    change: [['/^basic +([^ ]+)$/i', '/^(?:basic +)?([^ ]+)$/i']],
    hint: 'TrimPrefix',
  },
  {
    name: 'one-way-to-write-it',
    task: 1,
    file: BASIC,
    change: [['/^basic +([^ ]+)$/i', '/^Basic +([^ ]+)$/']],
    hint: 'The scheme may be in any case',
  },
  {
    name: 'small-or-first-large',
    task: 1,
    file: BASIC,
    change: [['/^basic +([^ ]+)$/i', '/^[Bb]asic +([^ ]+)$/']],
    hint: 'The scheme may be in any case',
  },
  {
    name: 'one-space-only',
    task: 1,
    file: BASIC,
    change: [['/^basic +([^ ]+)$/i', '/^basic ([^ ]+)$/i']],
    hint: 'parseBasic says that it is not',
  },
  {
    name: 'any-white-space',
    task: 1,
    file: BASIC,
    change: [['/^basic +([^ ]+)$/i', '/^basic\\s+(\\S+)$/i']],
    hint: 'and not any white space',
  },
  {
    name: 'no-space-needed',
    task: 1,
    file: BASIC,
    change: [['/^basic +([^ ]+)$/i', '/^basic *([^ ]+)$/i']],
    hint: 'At least one space',
  },
  {
    name: 'scheme-anywhere',
    task: 1,
    file: BASIC,
    change: [['/^basic +([^ ]+)$/i', '/basic +([^ ]+)$/i']],
    hint: 'The scheme is a whole word',
  },
  {
    name: 'the-first-word',
    task: 1,
    file: BASIC,
    change: [['/^basic +([^ ]+)$/i', '/^basic +([^ ]+)/i']],
    hint: 'There is one word behind the scheme',
  },
  {
    name: 'a-list',
    task: 1,
    file: BASIC,
    change: [['/^basic +([^ ]+)$/i', '/^basic +([^ ,]+)(?:,.*)?$/i']],
    hint: 'A proxy has joined two',
  },
  {
    name: 'base64url-too',
    task: 1,
    file: BASIC,
    change: [
      ['decodeBase64(letters)', "decodeBase64(letters.replaceAll('-', '+').replaceAll('_', '/'))"],
    ],
    hint: 'belong to base64url',
  },
  {
    name: 'what-is-not-base64-left-out',
    task: 1,
    file: BASIC,
    change: [['decodeBase64(letters)', "decodeBase64(letters.replaceAll(/[^A-Za-z0-9+/=]/g, ''))"]],
    hint: 'A comma is not a letter of base64',
  },
  {
    name: 'atob-throws',
    task: 1,
    file: BASIC,
    change: [
      [
        DECODE,
        'letters === undefined ? undefined : Uint8Array.from(atob(letters), (one) => one.charCodeAt(0))',
      ],
    ],
    hint: 'A stranger chose these bytes',
  },
  {
    name: 'full-length-only',
    task: 1,
    file: BASIC,
    change: [
      [
        DECODE,
        'letters === undefined || letters.length % 4 !== 0 ? undefined : decodeBase64(letters)',
      ],
    ],
    hint: 'parseBasic says that it is not',
  },
  {
    name: 'latin-1',
    task: 1,
    file: BASIC,
    change: [[STRICT, '    const text = String.fromCharCode(...bytes);\n']],
    hint: 'given back as it is',
  },
  {
    name: 'question-marks',
    task: 1,
    file: BASIC,
    change: [
      [STRICT, "    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);\n"],
    ],
    hint: 'makes one password of many',
  },
  {
    name: 'mark-taken-off',
    task: 1,
    file: BASIC,
    change: [
      [STRICT, "    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);\n"],
    ],
    hint: 'given back as it is',
  },
  {
    name: 'thrown-at-a-stranger',
    task: 1,
    file: BASIC,
    change: [[CATCH, '  } catch (error) {\n    throw error;\n  }']],
    hint: 'A stranger chose these bytes',
  },
  {
    name: 'the-last-colon',
    task: 1,
    file: BASIC,
    change: [[FIRST, "text.lastIndexOf(':')"]],
    hint: 'The first colon divides',
  },
  {
    name: 'split-in-two',
    task: 1,
    file: BASIC,
    change: [[PARTS, "{ user: text.slice(0, colon), password: text.split(':')[1]! }"]],
    hint: 'The first colon divides',
  },
  {
    name: 'no-empty-name',
    task: 1,
    file: BASIC,
    change: [['colon < 0', 'colon < 1']],
    hint: 'parseBasic says that it is not',
  },
  {
    name: 'no-empty-password',
    task: 1,
    file: BASIC,
    change: [['colon < 0', 'colon < 0 || (colon > 0 && colon === text.length - 1)']],
    hint: 'parseBasic says that it is not',
  },
  {
    name: 'no-colon-needed',
    task: 1,
    file: BASIC,
    change: [
      [
        REFUSE,
        "    if (hasControl(text)) return undefined;\n    if (colon < 0) return { user: text, password: '' };\n",
      ],
    ],
    hint: 'Without a colon',
  },
  {
    name: 'any-characters',
    task: 1,
    file: BASIC,
    change: [[REFUSE, '    if (colon < 0) return undefined;\n']],
    hint: 'hasControl finds it',
  },
  {
    name: 'control-in-the-name-only',
    task: 1,
    file: BASIC,
    change: [['hasControl(text)', 'hasControl(text.slice(0, colon))']],
    hint: 'in the name and in the password',
  },
  {
    name: 'trimmed',
    task: 1,
    file: BASIC,
    change: [
      [PARTS, '{ user: text.slice(0, colon).trim(), password: text.slice(colon + 1).trim() }'],
    ],
    hint: 'nothing trimmed',
  },
  {
    name: 'normalized-by-us',
    task: 1,
    file: BASIC,
    change: [[STRICT, "    const text = decodeUtf8(bytes).normalize('NFC');\n"]],
    hint: 'nothing normalized',
  },
  {
    name: 'names-in-small-letters',
    task: 1,
    file: BASIC,
    change: [
      [PARTS, '{ user: text.slice(0, colon).toLowerCase(), password: text.slice(colon + 1) }'],
    ],
    hint: 'given back as it is',
  },
  {
    name: 'nobody-returns-early',
    task: 2,
    file: CHECK,
    change: [[FIND, `${FIND}    if (known === undefined) return undefined;\n`]],
    hint: 'One find, one derive, one equal',
  },
  {
    name: 'nobody-is-not-compared',
    task: 2,
    file: CHECK,
    change: [[EQUAL, '    const same = known !== undefined && options.equal(derived, hash);\n']],
    hint: 'One find, one derive, one equal',
  },
  {
    name: 'empty-passwords-are-not-hashed',
    task: 2,
    file: CHECK,
    change: [[BODY, `${BODY}    if (password === '' && user !== '') return undefined;\n`]],
    hint: 'One find, one derive, one equal',
  },
  {
    name: 'hashed-twice-to-be-sure',
    task: 2,
    file: CHECK,
    change: [[EQUAL, `${EQUAL}    if (same) await options.derive(password, salt);\n`]],
    hint: 'One find, one derive, one equal',
  },
  {
    name: 'the-decoy-and-the-user',
    task: 2,
    file: CHECK,
    change: [
      [
        DERIVE,
        `${DERIVE}    if (known !== undefined) await options.derive(password, decoy.salt);\n`,
      ],
    ],
    hint: 'One find, one derive, one equal',
  },
  {
    name: 'decoys-password-opens',
    task: 2,
    file: CHECK,
    change: [[WHO, '    return same ? (known?.caller ?? (user as Caller)) : undefined;\n']],
    hint: 'there is still nobody of that name',
  },
  {
    name: 'decoys-record-is-nobody',
    task: 2,
    file: CHECK,
    change: [[WHO, '    return same && known?.password !== decoy ? known?.caller : undefined;\n']],
    hint: 'It cannot be told from the record',
  },
  {
    name: 'anybody-known-comes-in',
    task: 2,
    file: CHECK,
    change: [[WHO, '    return known?.caller;\n']],
    hint: 'whether the name or the password was wrong',
  },
  {
    name: 'null-for-nobody',
    task: 2,
    file: CHECK,
    change: [[WHO, '    return same ? known?.caller : (null as never);\n']],
    hint: 'expected undefined, received null',
  },
  {
    name: 'zero-is-nobody',
    task: 2,
    file: CHECK,
    change: [[WHO, '    return (same && known?.caller) || undefined;\n']],
    hint: '0 and an empty text are somebody',
  },
  {
    name: 'not-awaited-derive',
    task: 2,
    file: CHECK,
    change: [[DERIVE, '    const derived = options.derive(password, salt) as never;\n']],
    hint: 'derive gives a promise: await it',
  },
  {
    name: 'not-awaited-find',
    task: 2,
    file: CHECK,
    change: [[FIND, '    const known = options.find(user) as KnownUser<Caller> | undefined;\n']],
    hint: 'find may give a promise',
  },
  {
    name: 'derive-while-finding',
    task: 2,
    file: CHECK,
    change: [
      [
        FIND,
        '    options.derive(password, decoy.salt);\n    const known = await options.find(user);\n',
      ],
    ],
    hint: 'One find, one derive, one equal',
  },
  {
    name: 'cut-to-fit',
    task: 2,
    file: CHECK,
    change: [[EQUAL, '    const same = options.equal(derived.subarray(0, hash.length), hash);\n']],
    hint: 'a record without a hash opens for everybody',
  },
  {
    name: 'compared-by-hand',
    task: 2,
    file: CHECK,
    change: [
      [
        EQUAL,
        '    options.equal(derived, hash);\n    const same = derived.every((byte, i) => byte === hash[i]);\n',
      ],
    ],
    hint: 'Do not compare yourself',
  },
  {
    name: 'with-itself',
    task: 2,
    file: CHECK,
    change: [[EQUAL, '    const same = options.equal(derived, derived);\n']],
    hint: 'whether the name or the password was wrong',
  },
  {
    name: 'salt-with-hash',
    task: 2,
    file: CHECK,
    change: [
      [EQUAL, '    const same = options.equal(derived, hash) || options.equal(hash, salt);\n'],
    ],
    hint: 'One find, one derive, one equal',
  },
  {
    name: 'one-salt-for-all',
    task: 2,
    file: CHECK,
    change: [[DERIVE, '    const derived = await options.derive(password, decoy.salt);\n']],
    hint: 'The password is right',
  },
  {
    name: 'salt-and-hash-confused',
    task: 2,
    file: CHECK,
    change: [['const { salt, hash }', 'const { salt: hash, hash: salt }']],
    hint: 'The password is right',
  },
  {
    name: 'cut-off',
    task: 2,
    file: CHECK,
    change: [[DERIVE, '    const derived = await options.derive(password.slice(0, 72), salt);\n']],
    hint: 'two long ones would be the same',
  },
  {
    name: 'composed-by-us',
    task: 2,
    file: CHECK,
    change: [
      [DERIVE, "    const derived = await options.derive(password.normalize('NFC'), salt);\n"],
    ],
    hint: 'as it came',
  },
  {
    name: 'name-composed-by-us',
    task: 2,
    file: CHECK,
    change: [[FIND, "    const known = await options.find(user.normalize('NFC'));\n"]],
    hint: 'nothing normalized',
  },
  {
    name: 'password-trimmed',
    task: 2,
    file: CHECK,
    change: [[DERIVE, '    const derived = await options.derive(password.trim(), salt);\n']],
    hint: 'whether the name or the password was wrong',
  },
  {
    name: 'password-normalized',
    task: 2,
    file: CHECK,
    change: [
      [DERIVE, "    const derived = await options.derive(password.normalize('NFD'), salt);\n"],
    ],
    hint: 'The password as it came',
  },
  {
    name: 'names-without-capitals',
    task: 2,
    file: CHECK,
    change: [[FIND, '    const known = await options.find(user.toLowerCase());\n']],
    hint: 'whether the name or the password was wrong',
  },
  {
    name: 'names-trimmed',
    task: 2,
    file: CHECK,
    change: [[FIND, '    const known = await options.find(user.trim());\n']],
    hint: 'The name as it came',
  },
  {
    name: 'remembers-who-was-right',
    task: 2,
    file: CHECK,
    change: [
      [
        BODY,
        `  const right = new Map<string, Caller | undefined>();\n${BODY}    const key = \`\${user}:\${password}\`;\n    if (right.has(key)) return right.get(key);\n`,
      ],
      [
        WHO,
        '    if (same && known) right.set(key, known.caller);\n    return same ? known?.caller : undefined;\n',
      ],
    ],
    hint: 'a password that was changed is over',
  },
  {
    name: 'remembers-the-user',
    task: 2,
    file: CHECK,
    change: [
      [BODY, `  const users = new Map<string, KnownUser<Caller> | undefined>();\n${BODY}`],
      [
        FIND,
        '    if (!users.has(user)) users.set(user, await options.find(user));\n    else await options.find(user);\n    const known = users.get(user);\n',
      ],
    ],
    hint: 'Ask find each time',
  },
  {
    name: 'one-for-all-calls',
    task: 2,
    file: CHECK,
    change: [
      [BODY, `  let known: KnownUser<Caller> | undefined;\n${BODY}`],
      [FIND, '    known = await options.find(user);\n'],
    ],
    hint: 'a const in its function',
  },
  {
    name: 'an-accident-is-nobody',
    task: 2,
    file: CHECK,
    change: [
      [
        FIND,
        '    const known = await Promise.resolve(options.find(user)).catch(() => undefined);\n',
      ],
    ],
    hint: 'hide from us that the database is down',
  },
  {
    name: 'no-hash-is-nobody',
    task: 2,
    file: CHECK,
    change: [
      [DERIVE, '    const derived = await options.derive(password, salt).catch(() => hash);\n'],
    ],
    hint: 'nobody comes in by it',
  },
  {
    name: 'thrown-at-once',
    task: 2,
    file: CHECK,
    change: [
      [
        BODY,
        '  return ({ user, password }) => {\n    const found = options.find(user);\n    return (async () => {\n',
      ],
      [FIND, '    const known = await found;\n'],
      [WHO, `${WHO}    })();\n`],
    ],
    hint: 'no promise returned',
  },
  {
    name: 'wipes-the-hash',
    task: 2,
    file: CHECK,
    change: [[EQUAL, `${EQUAL}    if (!same) hash.fill(0);\n`]],
    hint: 'all calls share it',
  },
  {
    name: 'plaintext-is-fine',
    task: 3,
    file: GUARD,
    change: [[PLAIN, '']],
    hint: 'for everybody to read',
  },
  {
    name: 'plaintext-for-streams',
    task: 3,
    file: GUARD,
    change: [['!call.peer.secure &&', '!call.peer.secure && !call.method.requestStream &&']],
    hint: 'for everybody to read',
  },
  {
    name: 'checked-before-plaintext',
    task: 3,
    file: GUARD,
    change: [
      [PLAIN, ''],
      [ASK, `${ASK}${PLAIN}`],
    ],
    hint: 'Hashing a password is the most expensive',
  },
  {
    name: 'proof-before-plaintext',
    task: 3,
    file: GUARD,
    change: [
      [PLAIN, ''],
      [NONE, `${NONE}${PLAIN}`],
    ],
    hint: 'expected 16 UNAUTHENTICATED: passwords',
  },
  {
    name: 'never-over-plaintext',
    task: 3,
    file: GUARD,
    change: [[' && !allowPlaintext', '']],
    hint: 'or plaintext is allowed',
  },
  {
    name: 'always-over-plaintext',
    task: 3,
    file: GUARD,
    change: [['allowPlaintext = false', 'allowPlaintext = true']],
    hint: 'for everybody to read',
  },
  {
    name: 'named-is-allowed',
    task: 3,
    file: GUARD,
    change: [[' && !allowPlaintext', " && !('allowPlaintext' in options)"]],
    hint: 'for everybody to read',
  },
  {
    name: 'one-value-will-do',
    task: 3,
    file: GUARD,
    change: [[PARSE, "    const proof = parseBasic([call.metadata.get(AUTHORIZATION) ?? '']);\n"]],
    hint: 'parseBasic wants to see all',
  },
  {
    name: 'unary-only',
    task: 3,
    file: GUARD,
    change: [
      [
        WAY_IN,
        'return (request, call, next) =>\n    call.method.requestStream || call.method.responseStream\n      ? next(request, call)\n      : inner(request, call, ',
      ],
    ],
    hint: 'for everybody to read',
  },
  {
    name: 'answers-are-not-guarded',
    task: 3,
    file: GUARD,
    change: [
      [
        WAY_IN,
        'return (request, call, next) =>\n    call.method.responseStream\n      ? next(request, call)\n      : inner(request, call, ',
      ],
    ],
    hint: 'for everybody to read',
  },
  {
    name: 'one-text-for-both',
    task: 3,
    file: GUARD,
    change: [['unauthenticated(NOT_BASIC)', 'unauthenticated(WRONG_PASSWORD)']],
    hint: 'there is nobody to be checked',
  },
  {
    name: 'left-to-guard',
    task: 3,
    file: GUARD,
    change: [[WRONG, '    if (who === undefined) return undefined as never;\n']],
    hint: 'a text that does not say which',
  },
  {
    name: 'denied-not-unauthenticated',
    task: 3,
    file: GUARD,
    change: [
      [
        WRONG,
        '    if (who === undefined) throw new GrpcError(Status.PERMISSION_DENIED, WRONG_PASSWORD);\n',
      ],
    ],
    hint: 'UNAUTHENTICATED (16)',
  },
  {
    name: 'says-whose-password',
    task: 3,
    file: GUARD,
    change: [
      [
        WRONG,
        '    if (who === undefined) throw unauthenticated(`${WRONG_PASSWORD} of ${proof.user}`);\n',
      ],
    ],
    hint: 'UNAUTHENTICATED (16)',
  },
  {
    name: 'repeats-the-password',
    task: 3,
    file: GUARD,
    change: [
      [
        WRONG,
        "    if (who === undefined) {\n      const error = unauthenticated(WRONG_PASSWORD);\n      error.metadata.set('x-tried', proof.password);\n      throw error;\n    }\n",
      ],
    ],
    hint: 'the status repeats what was sent',
  },
  {
    name: 'kept-as-a-cause',
    task: 3,
    file: GUARD,
    change: [
      [
        WRONG,
        '    if (who === undefined) {\n      throw new GrpcError(Status.UNAUTHENTICATED, WRONG_PASSWORD, undefined, { cause: proof });\n    }\n',
      ],
    ],
    hint: 'the status repeats what was sent',
  },
  {
    name: 'open-methods-have-it',
    task: 3,
    file: GUARD,
    change: [
      [DELETE, ''],
      [ASK, `    call.metadata.delete(AUTHORIZATION);\n${ASK}`],
    ],
    hint: 'A channel sends its password to the health check, too',
  },
  {
    name: 'small-letters-for-check',
    task: 3,
    file: GUARD,
    change: [
      [
        ASK,
        '    const { user, password } = proof;\n    const who = await options.check({ user: user.toLowerCase(), password }, call);\n',
      ],
    ],
    hint: 'the store decides',
  },
  {
    name: 'may-call-not-awaited',
    task: 3,
    file: GUARD,
    change: [
      [
        INNER,
        'const inner = guard({ caller: options.caller, open: options.open ?? [], identify });',
      ],
      [
        WRONG,
        `${WRONG}    if (options.mayCall?.(who, call.method.path) === false) {\n      throw new GrpcError(Status.PERMISSION_DENIED, 'not for you');\n    }\n`,
      ],
    ],
    hint: 'a promise is never false',
  },
  {
    name: 'password-handed-on',
    task: 3,
    file: GUARD,
    change: [[DELETE, '']],
    hint: 'hands on to the next server',
  },
  {
    name: 'deleted-too-late',
    task: 3,
    file: GUARD,
    change: [
      [DELETE, ''],
      [
        'return next(...further);',
        'return next(...further).finally(() => call.metadata.delete(AUTHORIZATION));',
      ],
    ],
    hint: 'hands on to the next server',
  },
  {
    name: 'everything-deleted',
    task: 3,
    file: GUARD,
    change: [
      [DELETE, '      for (const [name] of [...call.metadata]) call.metadata.delete(name);\n'],
    ],
    hint: 'Only authorization is taken away',
  },
  {
    name: 'promise-is-somebody',
    task: 3,
    file: GUARD,
    change: [[ASK, '    const who = options.check(proof, call) as Caller | undefined;\n']],
    hint: 'A promise is never undefined',
  },
  {
    name: 'falsy-is-nobody',
    task: 3,
    file: GUARD,
    change: [['if (who === undefined)', 'if (!who)']],
    hint: 'Only undefined is nobody',
  },
  {
    name: 'check-without-the-call',
    task: 3,
    file: GUARD,
    change: [[ASK, '    const who = await options.check(proof, undefined as never);\n']],
    hint: 'a brake on guessing wants to know',
  },
  {
    name: 'checked-twice',
    task: 3,
    file: GUARD,
    change: [[ASK, `    await options.check(proof, call);\n${ASK}`]],
    hint: 'once',
  },
  {
    name: 'accidents-are-wrong-passwords',
    task: 3,
    file: GUARD,
    change: [
      [
        ASK,
        '    const who = await Promise.resolve(options.check(proof, call)).catch(() => undefined);\n',
      ],
    ],
    hint: 'would be a lie',
  },
  {
    name: 'fails-open',
    task: 3,
    file: GUARD,
    change: [
      [
        'const identify = async (call: ServerCall): Promise<Caller> => {\n',
        'const identify = async (call: ServerCall): Promise<Caller> => {\n    const ask = async (proof: Proof) => {\n      try {\n        return await options.check(proof, call);\n      } catch {\n        return proof.user as Caller;\n      }\n    };\n',
      ],
      [ASK, '    const who = await ask(proof);\n'],
    ],
    hint: 'the door stays shut',
  },
  {
    name: 'everybody-may',
    task: 3,
    file: GUARD,
    change: [
      [
        INNER,
        'const inner = guard({ caller: options.caller, open: options.open ?? [], identify });',
      ],
    ],
    hint: 'mayCall is for guard: hand it on',
  },
  {
    name: 'nothing-is-open',
    task: 3,
    file: GUARD,
    change: [[INNER, 'const inner = guard({ ...options, open: [], identify });']],
    hint: 'open is for guard: hand it on',
  },
  {
    name: 'open-needs-tls',
    task: 3,
    file: GUARD,
    change: [
      [
        INNER,
        `const within = guard({ ...options, identify });
  const inner: ServerInterceptor = async (request, call, next) => {
    ${PLAIN.trim()}
    return within(request, call, next);
  };`,
      ],
    ],
    hint: 'open is for guard',
  },
  {
    name: 'remembers-the-caller',
    task: 3,
    file: GUARD,
    change: [
      ['  const identify = async', '  let last: Caller | undefined;\n  const identify = async'],
      [
        NONE,
        '    if (proof === undefined && last !== undefined) return last;\n    if (proof === undefined) throw unauthenticated(NOT_BASIC);\n',
      ],
      [WRONG, `${WRONG}    last = who;\n`],
    ],
    hint: 'looked at in each call',
  },
  {
    name: 'one-check-for-a-password',
    task: 3,
    file: GUARD,
    change: [
      [
        '  const identify = async',
        '  const known = new Map<string, Caller>();\n  const identify = async',
      ],
      [
        ASK,
        '    const key = `${proof.user}:${proof.password}`;\n    const who = known.get(key) ?? (await options.check(proof, call));\n',
      ],
      [WRONG, `${WRONG}    known.set(key, who);\n`],
    ],
    hint: 'What to remember is for check to decide',
  },
  {
    name: 'one-caller-for-all',
    task: 3,
    file: GUARD,
    change: [
      ['  const identify = async', '  let who: Caller | undefined;\n  const identify = async'],
      [ASK, '    who = await options.check(proof, call);\n    await undefined;\n'],
    ],
    hint: 'a const in its function',
  },
  {
    name: 'one-error-for-all',
    task: 3,
    file: GUARD,
    change: [
      [
        '  const identify = async',
        '  const wrong = unauthenticated(WRONG_PASSWORD);\n  const identify = async',
      ],
      [WRONG, '    if (who === undefined) throw wrong;\n'],
    ],
    hint: 'Make it anew for each',
  },
  {
    name: 'requests-are-read',
    task: 3,
    file: GUARD,
    change: [
      [
        INNER,
        'const within = guard({ ...options, identify });\n  const inner: ServerInterceptor = (request, call, next) => {\n    if (call.method.requestStream) (request as AsyncIterable<unknown>)[Symbol.asyncIterator]();\n    return within(request, call, next);\n  };',
      ],
    ],
    hint: 'The requests are the handler’s',
  },
  {
    name: 'sent-over-plaintext',
    task: 4,
    file: AUTHORIZE,
    change: [[MAY, '']],
    hint: 'Anybody who listens',
  },
  {
    name: 'warned-and-sent',
    task: 4,
    file: AUTHORIZE,
    change: [
      ['throw new GrpcError(Status.UNAUTHENTICATED, NOT_OVER_PLAINTEXT);', 'credentials = [];'],
    ],
    hint: 'received metadata',
  },
  {
    name: 'one-refusal-for-all',
    task: 4,
    file: AUTHORIZE,
    change: [
      [
        'export async function authorize(',
        'const PLAINTEXT = new GrpcError(Status.UNAUTHENTICATED, NOT_OVER_PLAINTEXT);\n\nexport async function authorize(',
      ],
      ['throw new GrpcError(Status.UNAUTHENTICATED, NOT_OVER_PLAINTEXT);', 'throw PLAINTEXT;'],
    ],
    hint: 'belongs to its call',
  },
  {
    name: 'one-allows-for-all',
    task: 4,
    file: AUTHORIZE,
    change: [
      [
        'credentials.some((each) => !each.allowPlaintext)',
        '!credentials.some((each) => each.allowPlaintext) && credentials.length > 0',
      ],
    ],
    hint: 'Each of them has to allow it',
  },
  {
    name: 'looks-at-the-first',
    task: 4,
    file: AUTHORIZE,
    change: [
      [
        'credentials.some((each) => !each.allowPlaintext)',
        'credentials.slice(0, 1).some((each) => !each.allowPlaintext)',
      ],
    ],
    hint: 'Each of them has to allow it',
  },
  {
    name: 'one-at-a-time',
    task: 4,
    file: AUTHORIZE,
    change: [
      [MAY, ''],
      [
        TRY,
        `    if (!connection.secure && !each.allowPlaintext) {\n      throw new GrpcError(Status.UNAUTHENTICATED, NOT_OVER_PLAINTEXT);\n    }\n${TRY}`,
      ],
    ],
    hint: 'look at all of them before you ask the first',
  },
  {
    name: 'asked-and-thrown-away',
    task: 4,
    file: AUTHORIZE,
    change: [
      [MAY, ''],
      ['  return all;\n', `${MAY}  return all;\n`],
    ],
    hint: 'For what will not be sent nobody is asked',
  },
  {
    name: 'false-is-there',
    task: 4,
    file: AUTHORIZE,
    change: [['(each) => !each.allowPlaintext', '(each) => each.allowPlaintext === undefined']],
    hint: 'Only allowPlaintext: true',
  },
  {
    name: 'never-in-tests',
    task: 4,
    file: AUTHORIZE,
    change: [
      [' && credentials.some((each) => !each.allowPlaintext)', ' && credentials.length > 0'],
    ],
    hint: 'This may be sent',
  },
  {
    name: 'plaintext-carries-nothing',
    task: 4,
    file: AUTHORIZE,
    change: [[' && credentials.some((each) => !each.allowPlaintext)', '']],
    hint: 'This may be sent',
  },
  {
    name: 'tls-needs-permission',
    task: 4,
    file: AUTHORIZE,
    change: [['!connection.secure && ', '']],
    hint: 'This may be sent',
  },
  {
    name: 'another-code',
    task: 4,
    file: AUTHORIZE,
    change: [
      [
        'GrpcError(Status.UNAUTHENTICATED, NOT_OVER_PLAINTEXT)',
        'GrpcError(Status.FAILED_PRECONDITION, NOT_OVER_PLAINTEXT)',
      ],
    ],
    hint: 'Anybody who listens',
  },
  {
    name: 'into-the-callers',
    task: 4,
    file: AUTHORIZE,
    change: [[COPY, 'metadata ?? new Metadata()']],
    hint: 'metadata.clone()',
  },
  {
    name: 'the-callers-are-lost',
    task: 4,
    file: AUTHORIZE,
    change: [[COPY, 'new Metadata()']],
    hint: 'The caller’s first',
  },
  {
    name: 'credentials-first',
    task: 4,
    file: AUTHORIZE,
    change: [
      [COPY, 'new Metadata()'],
      ['  return all;\n', '  return metadata === undefined ? all : all.merge(metadata);\n'],
    ],
    hint: 'The caller’s first',
  },
  {
    name: 'into-the-credentials-own',
    task: 4,
    file: AUTHORIZE,
    change: [
      [`const all = ${COPY}`, `let all = ${COPY}`],
      [MERGE, 'all = (await each.metadata(context)).merge(all);'],
    ],
    hint: 'The caller’s first',
  },
  {
    name: 'set-not-appended',
    task: 4,
    file: AUTHORIZE,
    change: [
      [MERGE, 'for (const [name, value] of await each.metadata(context)) all.set(name, value);'],
    ],
    hint: 'to set would take away',
  },
  {
    name: 'not-awaited',
    task: 4,
    file: AUTHORIZE,
    change: [[MERGE, 'Promise.resolve(each.metadata(context)).then((more) => all.merge(more));']],
    hint: 'await the first before you ask',
  },
  {
    name: 'all-at-once',
    task: 4,
    file: AUTHORIZE,
    change: [
      [
        '  for (const each of credentials) {\n',
        '  const asked = credentials.map(async (each) => each.metadata(context));\n  for (const one of asked) one.catch(() => {});\n  for (const one of asked) {\n',
      ],
      [MERGE, 'all.merge(await one);'],
    ],
    hint: 'One after the other',
  },
  {
    name: 'only-the-last',
    task: 4,
    file: AUTHORIZE,
    change: [
      ['  for (const each of credentials) {', '  for (const each of credentials.slice(-1)) {'],
    ],
    hint: 'appends',
  },
  {
    name: 'torn-off',
    task: 4,
    file: AUTHORIZE,
    change: [[MERGE, 'const { metadata: ask } = each;\n      all.merge(await ask(context));']],
    hint: 'expected [["x-count: 1"],["x-count: 2"]]',
  },
  {
    name: 'with-the-method',
    task: 4,
    file: AUTHORIZE,
    change: [[SERVICE, 'path']],
    hint: 'up to its last slash',
  },
  {
    name: 'first-slash',
    task: 4,
    file: AUTHORIZE,
    change: [[SERVICE, "path.slice(0, path.indexOf('/', 1))"]],
    hint: 'up to its last slash',
  },
  {
    name: 'without-https',
    task: 4,
    file: AUTHORIZE,
    change: [[CONTEXT, '{ serviceUrl: `${connection.authority}${service}`, path }']],
    hint: 'up to its last slash',
  },
  {
    name: 'http-over-plaintext',
    task: 4,
    file: AUTHORIZE,
    change: [
      [
        CONTEXT,
        "{ serviceUrl: `${connection.secure ? 'https' : 'http'}://${connection.authority}${service}`, path }",
      ],
    ],
    hint: 'stays the same over plaintext',
  },
  {
    name: 'no-port',
    task: 4,
    file: AUTHORIZE,
    change: [
      [CONTEXT, "{ serviceUrl: `https://${connection.authority.split(':')[0]}${service}`, path }"],
    ],
    hint: 'https://, the authority',
  },
  {
    name: 'everything-is-unauthenticated',
    task: 4,
    file: AUTHORIZE,
    change: [[OTHER, 'true']],
    hint: 'UNAVAILABLE is tried again',
  },
  {
    name: 'as-it-comes',
    task: 4,
    file: AUTHORIZE,
    change: [[`!${CONTROL}`, 'true']],
    hint: 'as if the order were not found',
  },
  {
    name: 'all-of-them-internal',
    task: 4,
    file: AUTHORIZE,
    change: [[`!${CONTROL}`, 'false']],
    hint: 'UNAVAILABLE is tried again',
  },
  {
    name: 'made-anew',
    task: 4,
    file: AUTHORIZE,
    change: [['return error;', 'return new GrpcError(error.code, error.details);']],
    hint: 'goes out as it is, with its trailers',
  },
  {
    name: 'cause-forgotten',
    task: 4,
    file: AUTHORIZE,
    change: [
      [
        'return new GrpcError(Status.UNAUTHENTICATED, details, undefined, { cause: error });',
        'return new GrpcError(Status.UNAUTHENTICATED, details);',
      ],
    ],
    hint: 'whoever looks for the reason',
  },
  {
    name: 'internal-without-cause',
    task: 4,
    file: AUTHORIZE,
    change: [
      [
        'return new GrpcError(Status.INTERNAL, details, undefined, { cause: error });',
        'return new GrpcError(Status.INTERNAL, details);',
      ],
    ],
    hint: 'whoever looks for the reason',
  },
  {
    name: 'errors-only',
    task: 4,
    file: AUTHORIZE,
    change: [
      [
        TRY,
        `    try {
      all.merge(await each.metadata(context));
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      throw asStatus(error);
    }
`,
      ],
    ],
    hint: 'there is no proof',
  },
  {
    name: 'called-outside',
    task: 4,
    file: AUTHORIZE,
    change: [
      [
        TRY,
        `    const asked = each.metadata(context);
    try {
      all.merge(await asked);
    } catch (error) {
      throw asStatus(error);
    }
`,
      ],
    ],
    hint: 'there is no proof',
  },
  {
    name: 'goes-on-without',
    task: 4,
    file: AUTHORIZE,
    change: [['throw asStatus(error);', 'asStatus(error);']],
    hint: 'received metadata',
  },
  {
    name: 'asked-on',
    task: 4,
    file: AUTHORIZE,
    change: [
      [
        '  for (const each of credentials) {\n',
        '  let failed: GrpcError | undefined;\n  for (const each of credentials) {\n',
      ],
      ['throw asStatus(error);', 'failed ??= asStatus(error);'],
      ['  return all;\n', '  if (failed !== undefined) throw failed;\n  return all;\n'],
    ],
    hint: 'The call has failed',
  },
];
