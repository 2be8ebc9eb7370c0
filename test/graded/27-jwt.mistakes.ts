import type { ClassicMistake } from '#course/kit/mistake';

const LETTERS_ONLY = '  if (!BASE64URL.test(text)) return undefined;\n';
const LETTERS = "  const letters = text.replaceAll('-', '+').replaceAll('_', '/');\n";
const CANONICAL =
  '  return bytes !== undefined && encodeBase64(bytes) === letters ? bytes : undefined;\n';
const LENGTH = "  if (text.length > MAX_TOKEN_LENGTH) throw new TokenError('too-large');\n";
const THREE =
  "  if (parts.length !== 3 || parts.includes(undefined)) throw new TokenError('malformed');\n";
const HEADER_JSON = '    header: parseJsonObject(header),\n';
const CLAIMS_JSON = '    claims: parseJsonObject(claims),\n';
const SIGNED = "    signed: encodeUtf8(text.slice(0, text.lastIndexOf('.'))),\n";

const FINITE =
  "  if (typeof value !== 'number' || !Number.isFinite(value)) throw new TokenError('claim');\n";
const STRINGS = `  if (typeof iss !== 'string' || typeof sub !== 'string' || typeof scope !== 'string') {
    throw new TokenError('claim');
  }
`;
const NOBODY = "  if (sub === '') throw new TokenError('claim');\n";
const ISSUER = "  if (iss !== issuer) throw new TokenError('issuer');\n";
const AUDIENCE = "  if (!isFor(claims.aud, audience)) throw new TokenError('audience');\n";
const EXPIRES = '  const expires = numericDate(claims.exp);\n';
const EXPIRED = "  if (!(now < expires + leeway)) throw new TokenError('expired');\n";
const FROM = '  for (const from of [claims.nbf, claims.iat]) {\n';
const MAY_BE_MISSING = '    if (from === undefined) continue;\n';
const NOT_YET = "    if (!(numericDate(from) <= now + leeway)) throw new TokenError('not-yet');\n";
const CALLER =
  "  return { subject: sub, scopes: new Set(scope.split(' ').filter(Boolean)), expires };\n";
const ALL = "  const all: unknown = typeof aud === 'string' ? [aud] : aud;\n";
const STRINGS_ONLY = `  if (!Array.isArray(all) || !all.every((one) => typeof one === 'string')) {
    throw new TokenError('claim');
  }
`;
const INCLUDED = '  return all.includes(audience);\n';

const CRIT = "  if (Object.hasOwn(header, 'crit')) throw new TokenError('critical');\n";
const ALGORITHM = "  if (typeof alg !== 'string' || !rules.algorithms.includes(alg)) {\n";
const TYPE =
  "  const type = typeof typ === 'string' ? typ.toLowerCase().replace(/^application\\//, '') : '';\n";
const OUR_TYPE = "  if (!rules.types.includes(type)) throw new TokenError('type');\n";
const NAMED = "  if (typeof kid !== 'string' || kid === '') throw new TokenError('key');\n";
const KIND = '      kind !== undefined &&\n';
const KID = '      key.kid === kid &&\n';
const KTY = '      key.kty === kind.kty &&\n';
const CRV = '      key.crv === kind.crv &&\n';
const KEY_ALG = '      (key.alg ?? alg) === alg &&\n';
const USE = "      (key.use ?? 'sig') === 'sig' &&\n";
const OPS = "      (key.key_ops ?? ['verify']).includes('verify'),\n";

const FRESH = '    const isFresh = now < this.#freshUntil;\n';
const HERE = '    if (isFresh && this.#has(kid)) return this.#keys;\n';
const BRAKED = '    if (now < this.#askFrom) {\n';
const STILL_DOWN = '      if (this.#failure !== undefined) throw this.#failure;\n';
const AS_THEY_ARE = '      if (isFresh) return this.#keys;\n';
const REFRESH = '    const keys = await this.#refresh();\n';
const IN_VAIN = '    if (!this.#has(kid)) this.#askFrom = this.#clock.now() + this.#cooldownMs;\n';
const ASKED = '    const asked = this.#clock.now();\n    try {\n';
const KEYS = '      this.#keys = [...(await this.#fetch())];\n';
const FRESH_UNTIL = '      this.#freshUntil = asked + this.#maxAgeMs;\n';
const FORGIVEN = '      this.#failure = undefined;\n';
const FAILURE = '      this.#failure = new KeysUnavailable({ cause });\n';
const RETRY = '      this.#askFrom = this.#clock.now() + this.#retryMs;\n';

const CHECK_HEADER = '  const header = checkHeader(token.header, options);\n';
const CHOOSE = '  const key = chooseKey(header, await options.keys.find(header.kid));\n';
const GOOD = "  if (!(await isGood(token, key, options))) throw new TokenError('signature');\n";
const CHECK_CLAIMS = '  return checkClaims(token.claims, options, options.now());\n';
const IS_GOOD = `  try {
    return (await verify(token, key)) === true;
  } catch {
    return false;
  }
`;
const UNAVAILABLE =
  '    if (error instanceof KeysUnavailable) return new GrpcError(Status.UNAVAILABLE, CANNOT_CHECK);\n';
const OTHERS = '    if (!(error instanceof TokenError)) return error;\n';
const REPORT = `    runCallback(
      () => report?.(error.fault, call),
      () => {},
    );
`;
const REFUSED = '    return new GrpcError(Status.UNAUTHENTICATED, NOT_PROVEN);\n';
const PROVE = '      caller = await verifyToken(bearerToken(call.metadata), options);\n';
const ALLOWED = '    if (scope === undefined || !caller.scopes.has(scope)) {\n';
const DENIED = '      throw new GrpcError(Status.PERMISSION_DENIED, NOT_ALLOWED);\n';
const CONTEXT = '    call.context.set(tokenCaller, caller);\n';
const NEXT = '    return next(request, call);\n';
const BEGIN = '  return async (request, call, next) => {\n';

type Change = ClassicMistake['change'];
const inFile = (file: string, task: number) => (name: string, change: Change, hint: string) => ({
  name,
  task,
  file,
  change,
  hint,
});
const compact = inFile('compact.ts', 1);
const claims = inFile('claims.ts', 2);
const choice = inFile('key-choice.ts', 3);
const store = inFile('key-store.ts', 4);
const guarded = inFile('token-guard.ts', 5);

export const mistakes: ClassicMistake[] = [
  compact('letters-not-tested', [[LETTERS_ONLY, '']], 'are base64, and not base64url'),
  compact(
    'padding-is-fine',
    [
      [LETTERS_ONLY, '  if (!/^[\\w=-]*$/.test(text)) return undefined;\n'],
      [CANONICAL, '  return bytes;\n'],
    ],
    'no padding',
  ),
  compact('last-bits-not-looked-at', [[CANONICAL, '  return bytes;\n']], 'Bits are left over'),
  compact(
    'only-the-first-dash',
    [[LETTERS, "  const letters = text.replace('-', '+').replace('_', '/');\n"]],
    'and not only the first',
  ),
  compact(
    'white-space-is-nothing',
    [
      [LETTERS_ONLY, '  if (!BASE64URL.test(text.trim())) return undefined;\n'],
      [LETTERS, "  const letters = text.trim().replaceAll('-', '+').replaceAll('_', '/');\n"],
    ],
    'is not a letter',
  ),
  compact(
    'no-letters-no-bytes',
    [[LETTERS_ONLY, "  if (text === '' || !BASE64URL.test(text)) return undefined;\n"]],
    'an empty array, and not undefined',
  ),
  compact(
    'one-array-for-all',
    [
      [
        CANONICAL,
        '  return bytes !== undefined && encodeBase64(bytes) === letters ? shared(bytes) : undefined;\n',
      ],
      [
        '/** The letters of base64url',
        'const memory = new Uint8Array(64 * 1024);\nfunction shared(bytes: Uint8Array) {\n  memory.set(bytes);\n  return memory.subarray(0, bytes.length);\n}\n\n/** The letters of base64url',
      ],
    ],
    'Two results share their memory',
  ),
  compact(
    'encoded-again',
    [
      [
        SIGNED,
        "    signed: encodeUtf8([parseJsonObject(header), parseJsonObject(claims)].map((one) => encodeBase64(encodeUtf8(JSON.stringify(one))).replaceAll('+', '-').replaceAll('/', '_')).join('.')),\n",
      ],
    ],
    'encodes the JSON again',
  ),
  compact(
    'only-the-claims-are-signed',
    [[SIGNED, '    signed: claims,\n']],
    'What is signed is the text',
  ),
  compact(
    'signed-with-the-last-dot',
    [[SIGNED, "    signed: encodeUtf8(text.slice(0, text.lastIndexOf('.') + 1)),\n"]],
    'What is signed is the text',
  ),
  compact('at-least-three', [[THREE, THREE.replace('!== 3', '< 3')]], 'and no more'),
  compact(
    'json-parse-of-claims',
    [[CLAIMS_JSON, '    claims: JSON.parse(new TextDecoder().decode(claims)),\n']],
    'an error of the language',
  ),
  compact(
    'last-one-wins',
    [
      [
        HEADER_JSON,
        '    header: (parseJsonObject(encodeUtf8(JSON.stringify(JSON.parse(new TextDecoder().decode(header) || "x")))) as JsonObject),\n',
      ],
      [
        '  const [header,',
        "  try { JSON.parse(new TextDecoder().decode(parts[0])); } catch { throw new TokenError('malformed'); }\n  const [header,",
      ],
    ],
    'JSON.parse says nothing',
  ),
  compact(
    'parts-not-asked',
    [[THREE, "  if (parts.length !== 3) throw new TokenError('malformed');\n"]],
    'in none of the parts',
  ),
  compact(
    'no-signature-is-malformed',
    [
      [
        THREE,
        "  if (parts.length !== 3 || parts.includes(undefined) || parts[2]!.length === 0) throw new TokenError('malformed');\n",
      ],
    ],
    'decided by its algorithm',
  ),
  compact(
    'one-too-many',
    [[LENGTH, LENGTH.replace('>', '> 1 +')]],
    'One more than MAX_TOKEN_LENGTH',
  ),
  compact('one-too-few', [[LENGTH, LENGTH.replace('>', '>=')]], 'is the longest that is taken'),
  compact(
    'length-afterwards',
    [
      [LENGTH, ''],
      [THREE, `${LENGTH}${THREE}`],
    ],
    'has paid for it already',
  ),
  compact('no-limit', [[LENGTH, '']], 'One more than MAX_TOKEN_LENGTH'),
  compact(
    'signed-in-base64',
    [[SIGNED, '    signed: encodeUtf8([header, claims].map(encodeBase64).join(".")),\n']],
    'it is the text of no token',
  ),
  compact(
    'white-space-at-the-ends',
    [
      [
        "  const parts = text.split('.').map(decodeBase64Url);\n",
        "  const parts = text.trim().split('.').map(decodeBase64Url);\n",
      ],
    ],
    'at the ends neither',
  ),
  claims(
    'infinity-is-a-time',
    [[FINITE, "  if (typeof value !== 'number') throw new TokenError('claim');\n"]],
    'is read as Infinity',
  ),
  claims(
    'a-text-is-a-time',
    [
      [FINITE, ''],
      ['  return value;\n', '  return Number(value);\n'],
    ],
    'A time is a number',
  ),
  claims(
    'no-exp-is-for-ever',
    [
      [
        EXPIRES,
        '  const expires = claims.exp === undefined ? Number.POSITIVE_INFINITY : numericDate(claims.exp);\n',
      ],
    ],
    'cannot be taken back',
  ),
  claims('at-exp-it-is-good', [[EXPIRED, EXPIRED.replace('<', '<=')]], 'at exp it is over'),
  claims(
    'leeway-the-wrong-way',
    [[EXPIRED, EXPIRED.replace('+ leeway', '- leeway')]],
    'so many seconds later',
  ),
  claims(
    'no-leeway-for-exp',
    [[EXPIRED, EXPIRED.replace(' + leeway', '')]],
    'so many seconds later',
  ),
  claims('exp-not-checked', [[EXPIRED, '']], 'Now has to be before exp'),
  claims(
    'the-machines-time',
    [[EXPIRED, EXPIRED.replace('now', 'Date.now() / 1000')]],
    'now, an argument',
  ),
  claims(
    'milliseconds',
    [[EXPIRED, EXPIRED.replace('expires +', 'expires * 1000 +')]],
    'Now has to be before exp',
  ),
  claims('at-nbf-not-yet', [[NOT_YET, NOT_YET.replace('<=', '<')]], 'At nbf it is good already'),
  claims(
    'no-leeway-for-nbf',
    [[NOT_YET, NOT_YET.replace(' + leeway', '')]],
    'so many seconds earlier',
  ),
  claims(
    'nbf-not-checked',
    [[FROM, '  for (const from of [claims.iat]) {\n']],
    'At nbf it is good already',
  ),
  claims(
    'iat-not-checked',
    [[FROM, '  for (const from of [claims.nbf]) {\n']],
    'made by a wrong clock',
  ),
  claims(
    'one-or-the-other',
    [[FROM, '  for (const from of [claims.nbf ?? claims.iat]) {\n']],
    'each by itself',
  ),
  claims('nbf-has-to-be-there', [[MAY_BE_MISSING, '']], 'may be missing'),
  claims('zero-is-nothing', [[MAY_BE_MISSING, '    if (!from) continue;\n']], 'A time is a number'),
  claims(
    'issuer-begins-so',
    [[ISSUER, "  if (!iss.startsWith(issuer)) throw new TokenError('issuer');\n"]],
    'Compare the whole',
  ),
  claims(
    'issuer-without-slash',
    [[ISSUER, "  if (iss.replace(/\\/$/, '') !== issuer) throw new TokenError('issuer');\n"]],
    'Compare the whole',
  ),
  claims(
    'issuer-in-any-case',
    [[ISSUER, ISSUER.replace('iss !==', 'iss.toLowerCase() !==')]],
    'Compare the whole',
  ),
  claims('issuer-not-checked', [[ISSUER, '']], 'another token server'),
  claims('audience-not-checked', [[AUDIENCE, '']], 'somebody else'),
  claims(
    'audience-in-a-text',
    [
      [ALL, '  const all: unknown = aud;\n'],
      [
        STRINGS_ONLY,
        "  if (typeof all !== 'string' && !Array.isArray(all)) throw new TokenError('claim');\n",
      ],
    ],
    'a part of one is another one',
  ),
  claims(
    'audience-is-a-string',
    [[ALL, "  const all: unknown = typeof aud === 'string' ? [aud] : undefined;\n"]],
    'or an array of them',
  ),
  claims(
    'only-the-first-audience',
    [[INCLUDED, '  return all[0] === audience;\n']],
    'or an array of them',
  ),
  claims(
    'audiences-of-any-type',
    [[STRINGS_ONLY, "  if (!Array.isArray(all)) throw new TokenError('claim');\n"]],
    'of nothing else',
  ),
  claims(
    'no-audience-is-for-all',
    [[AUDIENCE, AUDIENCE.replace('(!', '(claims.aud !== undefined && !')]],
    'aud has to be there',
  ),
  claims('about-nobody', [[NOBODY, '']], 'a token about nobody'),
  claims(
    'types-not-asked',
    [
      [STRINGS, ''],
      [
        CALLER,
        '  return { subject: String(sub), scopes: new Set(String(scope).split(" ").filter(Boolean)), expires };\n',
      ],
    ],
    'is a string',
  ),
  claims(
    'scopes-with-an-empty-one',
    [[CALLER, CALLER.replace('.filter(Boolean)', '')]],
    'scope between two spaces',
  ),
  claims('scopes-by-commas', [[CALLER, CALLER.replace("' '", "','")]], 'with a space between'),
  claims(
    'whole-seconds',
    [[EXPIRED, EXPIRED.replace('now', 'Math.floor(now)')]],
    'compare them as they are',
  ),
  claims(
    'nbf-a-second-early',
    [[NOT_YET, NOT_YET.replace('now', 'Math.ceil(now)')]],
    'compare them as they are',
  ),
  claims(
    'audiences-in-any-case',
    [[INCLUDED, '  return all.some((one) => one.toLowerCase() === audience.toLowerCase());\n']],
    'Compare whole names',
  ),
  claims(
    'audiences-by-spaces',
    [[ALL, ALL.replace('[aud]', "aud.split(' ')")]],
    'Compare whole names',
  ),
  claims(
    'scopes-in-small-letters',
    [[CALLER, CALLER.replace('scope.split', 'scope.toLowerCase().split')]],
    'counts to the letter',
  ),
  claims(
    'expires-with-the-leeway',
    [[CALLER, CALLER.replace(', expires }', ', expires: expires + leeway }')]],
    'The leeway is for comparing',
  ),
  claims(
    'subject-trimmed',
    [[CALLER, CALLER.replace('subject: sub', 'subject: sub.trim()')]],
    'sub to the letter',
  ),
  choice('crit-passed-over', [[CRIT, '']], 'we understand no extension'),
  choice(
    'crit-if-not-empty',
    [
      [
        CRIT,
        "  if (Array.isArray(header.crit) && header.crit.length > 0) throw new TokenError('critical');\n",
      ],
    ],
    'we understand no extension',
  ),
  choice(
    'not-none',
    [[ALGORITHM, "  if (typeof alg !== 'string' || alg === 'none') {\n"]],
    'The list is ours',
  ),
  choice(
    'algorithm-in-any-case',
    [[ALGORITHM, ALGORITHM.replace('(alg)) {', '(alg.toUpperCase())) {')]],
    'The list is ours',
  ),
  choice(
    'algorithm-begins-so',
    [
      [
        ALGORITHM,
        "  if (typeof alg !== 'string' || !rules.algorithms.some((one) => alg.startsWith(one))) {\n",
      ],
    ],
    'The list is ours',
  ),
  choice(
    'first-algorithm-only',
    [[ALGORITHM, "  if (typeof alg !== 'string' || alg !== rules.algorithms[0]) {\n"]],
    'The list is ours',
  ),
  choice('type-to-the-letter', [[TYPE, '  const type = String(typ);\n']], 'typ is a media type'),
  choice('type-not-asked', [[OUR_TYPE, '']], 'who has logged in'),
  choice(
    'type-may-be-missing',
    [
      [
        OUR_TYPE,
        "  if (typ !== undefined && !rules.types.includes(type)) throw new TokenError('type');\n",
      ],
    ],
    'says that it is one',
  ),
  choice(
    'type-ends-so',
    [
      [
        OUR_TYPE,
        "  if (!rules.types.some((one) => type.endsWith(one))) throw new TokenError('type');\n",
      ],
    ],
    'who has logged in',
  ),
  choice(
    'type-has-application',
    [[TYPE, TYPE.replace(".replace(/^application\\//, '')", '')]],
    'may be left out',
  ),
  choice(
    'kid-may-be-missing',
    [
      [NAMED, "  if (kid === '') throw new TokenError('key');\n"],
      ['  return { alg, kid };\n', '  return { alg, kid: kid as string };\n'],
    ],
    'has to name its key',
  ),
  choice(
    'kid-may-be-empty',
    [[NAMED, "  if (typeof kid !== 'string') throw new TokenError('key');\n"]],
    'has to name its key',
  ),
  choice(
    'the-whole-header',
    [['  return { alg, kid };\n', '  return { ...header, alg, kid };\n']],
    'and no more',
  ),
  choice('any-kid', [[KID, '']], 'another key was chosen'),
  choice(
    'kid-begins-so',
    [[KID, '      key.kid?.startsWith(kid) === true &&\n']],
    'Compare names as a whole',
  ),
  choice(
    'kid-or-none',
    [[KID, '      (key.kid ?? kid) === kid &&\n']],
    'not the key that was named',
  ),
  choice('kty-not-asked', [[KTY, '']], 'KINDS says which'),
  choice('crv-not-asked', [[CRV, '']], 'KINDS says which'),
  choice(
    'kind-may-be-missing',
    [
      [KIND, ''],
      [KTY, '      key.kty === kind?.kty &&\n'],
      [CRV, '      key.crv === kind?.crv &&\n'],
    ],
    'No algorithm that KINDS does not have',
  ),
  choice('alg-of-the-key-not-asked', [[KEY_ALG, '']], 'A key may say for what it is'),
  choice(
    'alg-of-the-key-must-be-there',
    [[KEY_ALG, '      key.alg === alg &&\n']],
    'does not count against it',
  ),
  choice('use-not-asked', [[USE, '']], 'A key may say for what it is'),
  choice('use-must-be-there', [[USE, "      key.use === 'sig' &&\n"]], 'does not count against it'),
  choice(
    'key-ops-not-asked',
    [
      [USE, "      (key.use ?? 'sig') === 'sig',\n"],
      [OPS, ''],
    ],
    'A key may say for what it is',
  ),
  choice(
    'the-first-of-that-name',
    [
      [KID, ''],
      [
        '  const found = keys.find(\n',
        '  const found = [keys.find((one) => one.kid === kid)].find(\n',
      ],
      ['    (key) =>\n', '    (key) =>\n      key !== undefined &&\n'],
    ],
    'do not stop at the first',
  ),
  choice(
    'type-with-parameters',
    [[TYPE, TYPE.replace('.toLowerCase()', ".toLowerCase().split(';', 1)[0]!")]],
    'Only typ tells them apart',
  ),
  store('always-fetched', [[HERE, '']], 'The keys are here'),
  store(
    'never-too-old',
    [[FRESH, '    const isFresh = this.#freshUntil > 0;\n']],
    'they are too old',
  ),
  store(
    'too-old-one-too-late',
    [[FRESH, '    const isFresh = now <= this.#freshUntil;\n']],
    'they are too old',
  ),
  store('no-brake', [[IN_VAIN, '']], 'a request of ours'),
  store('brake-one-too-late', [[BRAKED, '    if (now <= this.#askFrom) {\n']], 'The brake is off'),
  store(
    'brake-after-every-fetch',
    [[IN_VAIN, '    this.#askFrom = this.#clock.now() + this.#cooldownMs;\n']],
    'was not in vain: no brake',
  ),
  store(
    'brake-set-anew',
    [
      [
        AS_THEY_ARE,
        '      this.#askFrom = now + this.#cooldownMs;\n      if (isFresh) return this.#keys;\n',
      ],
    ],
    'from the fetch in vain',
  ),
  store(
    'brake-stops-old-keys',
    [[AS_THEY_ARE, '      return this.#keys;\n']],
    'fetched all the same',
  ),
  store(
    'brake-stops-known-names',
    [
      [HERE, ''],
      [
        BRAKED,
        '    if (isFresh && this.#has(kid) && now >= this.#askFrom) return this.#keys;\n    if (now < this.#askFrom) {\n',
      ],
      [AS_THEY_ARE, '      if (isFresh) throw new KeysUnavailable();\n'],
    ],
    'The keys that are here are good',
  ),
  store(
    'each-fetches-for-itself',
    [[REFRESH, '    const keys = await this.#load();\n']],
    'one fetch for all who wait',
  ),
  store(
    'not-waited-for',
    [[REFRESH, '    void this.#refresh();\n    const keys = this.#keys;\n']],
    'it waits for them',
  ),
  store(
    'age-from-the-answer',
    [
      [FRESH_UNTIL, '      this.#freshUntil = this.#clock.now() + this.#maxAgeMs;\n'],
      [ASKED, '    try {\n'],
    ],
    'counted from when they were asked for',
  ),
  store(
    'age-by-the-machine',
    [
      [FRESH_UNTIL, '      this.#freshUntil = Date.now() + this.#maxAgeMs;\n'],
      [ASKED, '    try {\n'],
    ],
    'too old',
  ),
  store(
    'old-keys-stay',
    [[KEYS, '      this.#keys = [...this.#keys, ...(await this.#fetch())];\n']],
    'keys that it has dropped',
  ),
  store(
    'list-of-somebody-else',
    [[KEYS, '      this.#keys = await this.#fetch();\n']],
    'keep a list of your own',
  ),
  store('failure-for-ever', [[FORGIVEN, '']], 'is forgotten'),
  store(
    'failure-not-kept',
    [
      [FAILURE, ''],
      ['      throw this.#failure;\n', '      throw new KeysUnavailable({ cause });\n'],
    ],
    'Who has just failed',
  ),
  store('failure-without-brake', [[RETRY, '']], 'Who has just failed'),
  store(
    'failure-brakes-for-long',
    [[RETRY, RETRY.replace('retryMs', 'cooldownMs')]],
    'and not cooldownMs',
  ),
  store(
    'failure-without-cause',
    [
      [FAILURE, '      this.#failure = new KeysUnavailable();\n'],
      ['    } catch (cause) {\n', '    } catch {\n'],
    ],
    'wants to know why',
  ),
  store(
    'failure-as-it-came',
    [['      throw this.#failure;\n    }\n  }\n', '      throw cause;\n    }\n  }\n']],
    'The keys cannot be had',
  ),
  store(
    'stale-keys-in-need',
    [
      [
        '      throw this.#failure;\n    }\n  }\n',
        '      if (this.#keys.length > 0) return this.#keys;\n      throw this.#failure;\n    }\n  }\n',
      ],
    ],
    'nobody knows',
  ),
  store(
    'unknown-is-refused-in-an-outage',
    [[STILL_DOWN, '      if (!isFresh && this.#failure !== undefined) throw this.#failure;\n']],
    'Still nobody knows',
  ),
  store(
    'a-timer-for-the-brake',
    [[IN_VAIN, `${IN_VAIN}    this.#clock.setTimer(() => {}, this.#maxAgeMs);\n`]],
    'Nothing has to be woken',
  ),
  store(
    'keys-of-all-stores',
    [
      [
        HERE,
        '    if (known.has(kid)) return known.get(kid)!;\n    if (isFresh && this.#has(kid)) return this.#keys;\n',
      ],
      [IN_VAIN, `${IN_VAIN}    if (this.#has(kid)) known.set(kid, keys);\n`],
      [
        'export interface KeyStoreOptions',
        'const known = new Map<string, readonly Jwk[]>();\n\nexport interface KeyStoreOptions',
      ],
    ],
    'keys that it has dropped',
  ),
  store(
    'brake-from-the-question',
    [[IN_VAIN, IN_VAIN.replace('this.#clock.now()', 'now')]],
    'cooldownMs count from the answer',
  ),
  store(
    'retry-from-the-question',
    [[RETRY, RETRY.replace('this.#clock.now()', 'asked')]],
    'retryMs count from the failure',
  ),
  store(
    'empty-is-nothing-new',
    [
      [
        KEYS,
        '      const all = await this.#fetch();\n      this.#keys = all.length === 0 ? this.#keys : [...all];\n',
      ],
    ],
    'An empty list is an answer',
  ),
  store(
    'one-key-a-name',
    [
      [
        KEYS,
        '      const all = await this.#fetch();\n      this.#keys = [...new Map(all.map((key) => [key.kid, key])).values()];\n',
      ],
    ],
    'may have one name',
  ),
  guarded(
    'claims-first',
    [
      [GOOD, ''],
      [CHOOSE, `${CHOOSE}  const caller = checkClaims(token.claims, options, options.now());\n`],
      [CHECK_CLAIMS, `${GOOD}  return caller;\n`],
    ],
    'and the claims only then',
  ),
  guarded(
    'keys-before-the-header',
    [
      [
        CHECK_HEADER,
        '  const keys = await options.keys.find(String(token.header.kid));\n  const header = checkHeader(token.header, options);\n',
      ],
      [CHOOSE, '  const key = chooseKey(header, keys);\n'],
    ],
    'From what costs least',
  ),
  guarded(
    'header-not-checked',
    [[CHECK_HEADER, '  const header = token.header as { alg: string; kid: string };\n']],
    'From what costs least',
  ),
  guarded('signature-not-checked', [[GOOD, '']], 'The keys, the signature'),
  guarded(
    'promise-not-awaited',
    [[GOOD, "  if (!isGood(token, key, options)) throw new TokenError('signature');\n"]],
    'until its signature is good',
  ),
  guarded(
    'claims-not-checked',
    [
      [
        CHECK_CLAIMS,
        "  return { subject: String(token.claims.sub), scopes: new Set(String(token.claims.scope).split(' ')), expires: Number(token.claims.exp) };\n",
      ],
    ],
    'the claims only then',
  ),
  guarded(
    'verify-may-throw',
    [[IS_GOOD, '  return (await verify(token, key)) === true;\n']],
    'A library throws',
  ),
  guarded(
    'a-throw-is-a-yes',
    [[IS_GOOD, IS_GOOD.replace('return false', 'return true')]],
    'A library throws',
  ),
  guarded(
    'verify-not-awaited',
    [[IS_GOOD, '  try {\n    return verify(token, key);\n  } catch {\n    return false;\n  }\n']],
    'A library rejects',
  ),
  guarded(
    'truthy-is-a-yes',
    [
      [
        IS_GOOD,
        IS_GOOD.replace('(await verify(token, key)) === true', 'Boolean(await verify(token, key))'),
      ],
    ],
    'Only true means yes',
  ),
  guarded(
    'says-which',
    [[REFUSED, '    return new GrpcError(Status.UNAUTHENTICATED, NOT_PROVEN + error.fault);\n']],
    'one code and one text',
  ),
  guarded(
    'says-expired',
    [
      [
        REFUSED,
        "    return new GrpcError(Status.UNAUTHENTICATED, error.fault === 'expired' ? 'expired' : NOT_PROVEN);\n",
      ],
    ],
    'one code and one text',
  ),
  guarded(
    'says-in-metadata',
    [
      [
        REFUSED,
        "    return new GrpcError(Status.UNAUTHENTICATED, NOT_PROVEN, new (call.metadata.constructor as new (of: object) => Metadata)({ 'x-fault': error.fault }));\n",
      ],
    ],
    'nothing beside the code',
  ),
  guarded(
    'audience-is-permission',
    [
      [
        REFUSED,
        "    return new GrpcError(error.fault === 'audience' ? Status.PERMISSION_DENIED : Status.UNAUTHENTICATED, NOT_PROVEN);\n",
      ],
    ],
    'one code and one text',
  ),
  guarded(
    'no-token-is-another-text',
    [
      [
        REFUSED,
        "    return new GrpcError(Status.UNAUTHENTICATED, error.fault === 'missing' ? 'no token' : NOT_PROVEN);\n",
      ],
    ],
    'one code and one text',
  ),
  guarded(
    'only-unary',
    [
      [
        BEGIN,
        `${BEGIN}    if (call.method.requestStream || call.method.responseStream) return next(request, call);\n`,
      ],
    ],
    'in calls of all four kinds',
  ),
  guarded(
    'only-one-way-streams',
    [
      [
        BEGIN,
        `${BEGIN}    if (call.method.requestStream && call.method.responseStream) return next(request, call);\n`,
      ],
    ],
    'in calls of all four kinds',
  ),
  guarded(
    'everything-is-unauthenticated',
    [
      [UNAVAILABLE, ''],
      [
        OTHERS,
        '    if (!(error instanceof TokenError)) return new GrpcError(Status.UNAUTHENTICATED, NOT_PROVEN);\n',
      ],
    ],
    'UNAVAILABLE says: later',
  ),
  guarded('no-keys-is-as-it-is', [[UNAVAILABLE, '']], 'UNAVAILABLE says: later'),
  guarded(
    'bugs-are-unauthenticated',
    [
      [
        OTHERS,
        '    if (!(error instanceof TokenError)) return new GrpcError(Status.UNAUTHENTICATED, NOT_PROVEN);\n',
      ],
    ],
    'an accident of ours',
  ),
  guarded(
    'bugs-are-unavailable',
    [
      [
        OTHERS,
        '    if (!(error instanceof TokenError)) return new GrpcError(Status.UNAVAILABLE, CANNOT_CHECK);\n',
      ],
    ],
    'an accident of ours',
  ),
  guarded('report-forgotten', [[REPORT, '']], 'somebody here has to know why'),
  guarded(
    'report-may-throw',
    [[REPORT, '    report?.(error.fault, call);\n']],
    'somebody else’s code',
  ),
  guarded(
    'report-hears-of-the-text',
    [[REPORT, REPORT.replace('error.fault, call', 'error.message as TokenFault, call')]],
    'somebody here has to know why',
  ),
  guarded(
    'scope-not-asked',
    [[ALLOWED, '    if (scope === undefined) {\n']],
    'does not have the scope',
  ),
  guarded(
    'scope-is-a-part',
    [
      [
        ALLOWED,
        "    if (scope === undefined || ![...caller.scopes].join(' ').includes(scope)) {\n",
      ],
    ],
    'does not have the scope',
  ),
  guarded(
    'no-scope-is-for-all',
    [[ALLOWED, '    if (scope !== undefined && !caller.scopes.has(scope)) {\n']],
    'closed until somebody says',
  ),
  guarded(
    'lacking-is-unauthenticated',
    [[DENIED, '      throw new GrpcError(Status.UNAUTHENTICATED, NOT_PROVEN);\n']],
    'A new token would not help',
  ),
  guarded(
    'lacking-is-a-fault',
    [
      [
        ALLOWED,
        `    if (scope === undefined || !caller.scopes.has(scope)) {\n      report?.('claim', call);\n`,
      ],
    ],
    'Nothing is wrong with the token',
  ),
  guarded(
    'scope-before-the-token',
    [
      [
        BEGIN,
        `${BEGIN}    if (scopeOf(call.method.path) === undefined) throw new GrpcError(Status.PERMISSION_DENIED, 'nobody');\n`,
      ],
    ],
    'does not learn which methods there are',
  ),
  guarded('caller-not-handed-on', [[CONTEXT, '']], 'before next'),
  guarded(
    'caller-too-late',
    [
      [CONTEXT, ''],
      [
        NEXT,
        '    const answer = await next(request, call);\n    call.context.set(tokenCaller, caller);\n    return answer;\n',
      ],
    ],
    'before next',
  ),
  guarded(
    'next-in-the-try',
    [
      [
        PROVE,
        `${PROVE}      if (caller.scopes.has(scopeOf(call.method.path) ?? '')) {\n        call.context.set(tokenCaller, caller);\n        return await next(request, call);\n      }\n`,
      ],
    ],
    'outside of your try',
  ),
  guarded(
    'good-once-good-for-ever',
    [
      [
        PROVE,
        `      const text = bearerToken(call.metadata);\n      caller = good.get(text) ?? (await verifyToken(text, options));\n      good.set(text, caller);\n`,
      ],
      [BEGIN, `  const good = new Map<string, TokenCaller>();\n${BEGIN}`],
    ],
    'nothing is remembered',
  ),
  guarded(
    'time-of-the-start',
    [
      [BEGIN, `  const now = options.now();\n${BEGIN}`],
      [PROVE, PROVE.replace(', options)', ', { ...options, now: () => now })')],
    ],
    'at its own time',
  ),
  guarded(
    'requests-read',
    [
      [
        NEXT,
        '    if (call.method.requestStream) for await (const _ of request as AsyncIterable<unknown>);\n    return next(request, call);\n',
      ],
    ],
    'A guard reads no requests',
  ),
  guarded(
    'report-rejects-unheard',
    [[REPORT, '    try {\n      report?.(error.fault, call);\n    } catch {}\n']],
    'that would end the process',
  ),
  guarded(
    'outage-is-reported',
    [
      [
        UNAVAILABLE,
        UNAVAILABLE.replace(
          ') return',
          ") report?.('key', call);\n    if (error instanceof KeysUnavailable) return",
        ),
      ],
    ],
    'Of this one nobody knows',
  ),
  guarded(
    'says-which-scope',
    [[DENIED, '      throw new GrpcError(Status.PERMISSION_DENIED, NOT_ALLOWED + scope);\n']],
    'which scopes there are',
  ),
  guarded(
    'says-in-trailers',
    [[REFUSED, `    call.responseTrailers.append('x-fault', error.fault);\n${REFUSED}`]],
    'Whoever calls reads headers and trailers',
  ),
  guarded(
    'find-without-its-store',
    [
      [
        CHOOSE,
        '  const { find } = options.keys;\n  const key = chooseKey(header, await find(header.kid));\n',
      ],
    ],
    'find was called without its store',
  ),
];
