import type { Exercise } from '#course/exercise/exercise';

export const exercise: Exercise = {
  pieces: [
    {
      name: '#grpc/jwt/compact',
      file: 'compact.ts',
      solution: 'derived',
      gaps: {
        decodeBase64Url: {
          task: 1,
          prompt:
            'BASE64URL tests the letters. decodeBase64 wants + and / in place of - and _, and forgives more than is allowed here.',
        },
        parseToken: {
          task: 1,
          prompt:
            'The length first. parseJsonObject(bytes) reads the first two parts. encodeUtf8(text) makes bytes of the text that is signed.',
        },
      },
    },
    {
      name: '#grpc/jwt/claims',
      file: 'claims.ts',
      solution: 'derived',
      gaps: {
        numericDate: { task: 2, prompt: 'new TokenError("claim") is what it throws.' },
        checkClaims: {
          task: 2,
          prompt:
            'iss, aud, exp and sub have to be there; nbf, iat and scope may be. numericDate(value) reads a time, isFor(aud, audience) the audience. scope is a text with names between spaces.',
        },
        isFor: { task: 2, prompt: 'A string is one name. An array may have many.' },
      },
    },
    {
      name: '#grpc/jwt/key-choice',
      file: 'key-choice.ts',
      solution: 'derived',
      gaps: {
        checkHeader: {
          task: 3,
          prompt:
            'Object.hasOwn(header, "crit") tells whether it has one. What decides is in rules: algorithms, types.',
        },
        chooseKey: {
          task: 3,
          prompt: 'KINDS.get(alg) is what kind of key the algorithm takes: kty, and perhaps crv.',
        },
      },
    },
    {
      name: '#grpc/jwt/key-store',
      file: 'key-store.ts',
      solution: 'derived',
      gaps: {
        find: {
          task: 4,
          prompt:
            'this.#clock.now() is the time. this.#has(kid) tells whether we have that name, this.#refresh() fetches, once for all who wait. this.#freshUntil and this.#askFrom are moments, this.#failure is why the last fetch failed.',
        },
        '#load': {
          task: 4,
          prompt:
            'this.#fetch() gives the keys, now or later, or throws. new KeysUnavailable({ cause }) says that they cannot be had.',
        },
      },
    },
    {
      name: '#grpc/jwt/token-guard',
      file: 'token-guard.ts',
      solution: 'derived',
      gaps: {
        verifyToken: {
          task: 5,
          prompt:
            'parseToken, checkHeader, chooseKey, checkClaims and options.keys.find(kid) are the parts; options has the rules of all of them, and now().',
        },
        isGood: { task: 5, prompt: 'verify(token, key) may throw, and may answer with a promise.' },
        tokenGuard: {
          task: 5,
          prompt:
            'Returns async (request, call, next) => …. bearerToken(call.metadata) is the token. runCallback(() => report?.(fault, call), () => {}) tells our log. options.scopeOf(call.method.path) is the scope that the method asks for. call.context.set(tokenCaller, caller) tells those further in.',
        },
      },
    },
  ],
  tasks: [
    {
      title: 'Take it apart',
      file: 'compact.ts',
      asked:
        'decodeBase64Url(text) reads base64url without padding, and gives undefined for anything else: another letter, a letter alone, bits at the end that are not zero. parseToken(text) takes a token apart: header and claims as objects, the bytes that are signed, the signature. A token above MAX_TOKEN_LENGTH is refused before anything is done with it.',
      hints: [
        'What is signed: the JSON, or the text that came? And which of the two can you still have, once it is decoded?',
        'decodeBase64 of lesson 19 takes "=" at the end, and does not look at the last bits. Encode again what came out: is it what went in? For what is signed, take the text up to the last dot.',
        'decodeBase64Url: if (!BASE64URL.test(text)) return undefined; const letters = text.replaceAll("-", "+").replaceAll("_", "/"); const bytes = decodeBase64(letters); return bytes !== undefined && encodeBase64(bytes) === letters ? bytes : undefined. parseToken: if (text.length > MAX_TOKEN_LENGTH) throw new TokenError("too-large"); const parts = text.split(".").map(decodeBase64Url); if (parts.length !== 3 || parts.includes(undefined)) throw new TokenError("malformed").',
      ],
    },
    {
      title: 'What it says',
      file: 'claims.ts',
      asked:
        'checkClaims(claims, rules, now) gives the caller of a token whose signature is good, or refuses it: iss is our token server to the letter, aud (a string or an array of strings) has us in it, now is before exp, and not before nbf and iat, each with the leeway. A claim that is missing (iss, aud, exp, sub), or not of its type, is "claim"; so is an empty sub. A time is a finite number, perhaps with a fraction.',
      hints: [
        'JSON has numbers, texts, lists and null, and a token may have any of them at any place. What does "2000" < 3000 give, and null < 3000?',
        'exp: it must be before (RFC 7519 §4.1.4), so at exp it is over: now < exp + leeway has to be true. nbf: at nbf it is good already: nbf <= now + leeway. A leeway that is NaN makes both false: so ask for what has to be true. "abc".includes("b") is true as well: an audience is compared as a whole.',
        'const expires = numericDate(claims.exp); if (!(now < expires + leeway)) throw new TokenError("expired"); for (const from of [claims.nbf, claims.iat]) if (from !== undefined && !(numericDate(from) <= now + leeway)) throw new TokenError("not-yet"). isFor: const all = typeof aud === "string" ? [aud] : aud; if (!Array.isArray(all) || !all.every((one) => typeof one === "string")) throw new TokenError("claim"); return all.includes(audience).',
      ],
    },
    {
      title: 'Which key',
      file: 'key-choice.ts',
      asked:
        'checkHeader(header, rules) refuses what we do not take: any crit; an alg or a typ that is not in our list; a kid that is missing or empty. chooseKey(header, keys) gives the key of that name that fits: its kty and crv to the algorithm, and its own alg, use and key_ops, if it has them, to what we want it for. No key: TokenError "key".',
      hints: [
        'The token says how it wants to be checked. Who wrote that? And who decides?',
        'Compare alg with your own list, to the letter: es256 is another name, and "none" is a name like any other. typ is a media type: any case, and perhaps with application/ in front. Several keys may have one kid: look for the one that fits.',
        'keys.find((key) => kind !== undefined && key.kid === kid && key.kty === kind.kty && key.crv === kind.crv && (key.alg ?? alg) === alg && (key.use ?? "sig") === "sig" && (key.key_ops ?? ["verify"]).includes("verify")). Never header.jwk, header.jku, header.x5u: those are keys of whoever wrote the token.',
      ],
    },
    {
      title: 'Keys that change',
      file: 'key-store.ts',
      asked:
        'find(kid) gives the keys. It fetches them if they are maxAgeMs old (counted from when they were asked for), or if they do not have this name; once for all calls that wait. If the name was not there, nobody makes us ask again for cooldownMs, counted from the answer. If the fetch failed, for retryMs from then on: then KeysUnavailable, for all whose key is not here and fresh.',
      hints: [
        'A name that we do not know: is it that of a new key, or of none? How often may a stranger make you find out?',
        'Three ways out before you fetch: fresh, and the name is here; braked, and the last fetch failed; braked, and fresh. Keys that are too old are fetched although nobody may ask for names.',
        'const now = this.#clock.now(); const isFresh = now < this.#freshUntil; if (isFresh && this.#has(kid)) return this.#keys; if (now < this.#askFrom) { if (this.#failure) throw this.#failure; if (isFresh) return this.#keys; } const keys = await this.#refresh(); if (!this.#has(kid)) this.#askFrom = this.#clock.now() + this.#cooldownMs; return keys;',
      ],
    },
    {
      title: 'A guard that tells nothing',
      file: 'token-guard.ts',
      asked:
        'verifyToken(text, options) puts the parts in order: form, header, key, signature, and what the token says only then. tokenGuard(options) refuses calls of all four kinds: UNAUTHENTICATED and NOT_PROVEN for everything that is wrong with a token (report hears what), UNAVAILABLE and CANNOT_CHECK if the keys cannot be had, PERMISSION_DENIED and NOT_ALLOWED if the token is good and lacks the scope of the method. Who comes in is in call.context.',
      hints: [
        'Somebody sends a thousand tokens and reads what comes back. From which answer could they learn something? And what must no token of theirs make you do?',
        'An algorithm that is not yours is refused before you ask for keys. The claims are looked at last: until then they are a stranger’s words. A verify that throws has proved nothing: false. Other errors are not TokenErrors, and go out as they are.',
        'verifyToken: const token = parseToken(text); const header = checkHeader(token.header, options); const key = chooseKey(header, await options.keys.find(header.kid)); if (!(await isGood(token, key, options))) throw new TokenError("signature"); return checkClaims(token.claims, options, options.now()). isGood: try { return (await verify(token, key)) === true; } catch { return false; }',
      ],
    },
  ],
};
