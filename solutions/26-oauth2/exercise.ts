import type { Exercise } from '#course/exercise/exercise';

export const exercise: Exercise = {
  pieces: [
    {
      name: '#grpc/oauth/ask-in-time',
      file: 'ask-in-time.ts',
      solution: 'derived',
      gaps: {
        checkToken: {
          task: 1,
          prompt:
            'TOKEN.test(text) says whether a text can be sent as a token. new GrpcError(Status.UNAUTHENTICATED, details), and no token in the details. Return a new object with value and lifeMs, and nothing else.',
        },
        askInTime: {
          task: 1,
          prompt:
            'const timer = clock.setTimer(() => …, timeoutMs) calls once, timer.cancel() stops it. new AbortController() has signal and abort(reason). fetch may throw, give a token, or promise one. new GrpcError(Status.UNAVAILABLE, details).',
        },
      },
    },
    {
      name: '#grpc/oauth/token-source',
      file: 'token-source.ts',
      solution: 'derived',
      gaps: {
        get: {
          task: 2,
          prompt:
            'this.#clock.now() is the time, this.#kept the token that is there, or undefined. this.#refresh(now) promises another. A promise that is rejected, and that nobody looks at, ends a program of Node’s: promise.catch(() => {}).',
        },
        '#refresh': {
          task: 2,
          prompt:
            'askInTime(this.#fetch, this.#timeoutMs, this.#clock) promises { value, lifeMs }. this.#coming is the fetch that is on its way, this.#failed how the last one failed: { error, until }. this.#earlyMs, this.#pauseMs.',
        },
        refused: {
          task: 2,
          prompt:
            'kept?.value is the token that is there; kept.asked, kept.ageing, kept.dead are moments.',
        },
      },
    },
    {
      name: '#grpc/oauth/scopes',
      file: 'scopes.ts',
      solution: 'derived',
      gaps: {
        scopesOf: {
          task: 3,
          prompt: 'SCOPE.test(text) says whether a text is a scope. text.split(" "), new Set([…]).',
        },
        require: {
          task: 3,
          prompt:
            'service.methods is { getOrder: { path: "/ecommerce.OrderManagement/GetOrder" }, … }; rules is { getOrder: "orders.read", … }, and may come from somebody without types. Object.entries(…), Object.hasOwn(object, name). this.#needed is a Map from a path to a list of names. Return this.',
        },
        missing: { task: 3, prompt: 'this.#needed.get(path) is what the rule asks for.' },
      },
    },
    {
      name: '#grpc/oauth/introspection-cache',
      file: 'introspection-cache.ts',
      solution: 'derived',
      gaps: {
        recall: {
          task: 4,
          prompt: 'this.#kept.get(key) is { value, until }, or undefined.',
        },
        keep: {
          task: 4,
          prompt:
            'A Map keeps its keys in the order in which they were added; one that is set again stays at its place, unless it was deleted before. this.#kept.keys().next().value is the first. No more than this.#most are kept.',
        },
        grantOf: {
          task: 4,
          prompt:
            'this.#known.recall(token, now) is { value: grant } or undefined, this.#refused the same for bad tokens. this.#asking is a Map of the questions without an answer. this.#inquire(token, now) asks; promise.finally(() => …) runs however it ends.',
        },
        '#inquire': {
          task: 4,
          prompt:
            'await this.#ask(token) is { client, scope, lifeMs }, or undefined. this.#known.keep(token, grant, until), this.#refused.keep(token, true, until). this.#knownMs, this.#refusedMs, this.#clock.now(). Object.freeze(object) gives back the object, which nobody can change.',
        },
      },
    },
  ],
  tasks: [
    {
      title: 'A question with an end',
      file: 'ask-in-time.ts',
      asked:
        'askInTime(fetch, timeoutMs, clock) asks for a token, once, and gives it, checked by checkToken. After timeoutMs it fails with UNAVAILABLE, and fetch’s signal aborts; what comes later counts for nothing. What fetch throws, at once or later, is what it fails with, and then nothing aborts. No timer stays behind. checkToken lets through a value that matches TOKEN with a lifeMs above 0 (Infinity too); it gives a new { value, lifeMs }. For all else it throws a GrpcError UNAUTHENTICATED, in whose text nothing of the token stands, not even its beginning or end.',
      hints: [
        'Three things can come first: a token, an error, the end of the time. Which of them has to stop the others? And a fetch that throws before it returns a promise: where does that error go?',
        'return new Promise((resolve, reject) => …) with the timer in it. Promise.resolve().then(() => fetch(signal)) catches both kinds of error; .then(checkToken).then(resolve, reject), and behind that the timer is cancelled. A promise takes only the first of resolve and reject.',
        'const timer = clock.setTimer(() => { const error = new GrpcError(Status.UNAVAILABLE, "…"); reject(error); controller.abort(error); }, timeoutMs); Promise.resolve().then(() => fetch(controller.signal)).then(checkToken).then(resolve, reject).then(() => timer.cancel()); checkToken: typeof value === "string" && TOKEN.test(value), then typeof lifeMs === "number" && lifeMs > 0.',
      ],
    },
    {
      title: 'One token for a hundred calls',
      file: 'token-source.ts',
      asked:
        'get() gives the token that is there while it lives: up to asked + lifeMs, and not at that moment. From earlyMs before that on (but never in the first half of its life) it also begins to fetch another one, for which nobody waits. Without a living token, all wait for one fetch. If a fetch fails, nobody notices while the old token lives, those who wait fail as it did, and for pauseMs after the failure no other fetch begins: who needs a token then fails with the same error, at once. refused(value) forgets the token, if it is still that one, and says whether get may give another. It begins no fetch, and ends no pause. A living token that was asked for less than pauseMs ago it keeps, and says false.',
      hints: [
        'A token is young, ageing or dead. In which of these does get wait, in which does it fetch, and in which do both questions have different answers? And a hundred calls at once: what has to be kept so that they share one fetch?',
        'get: dead or none: return this.#refresh(now). Ageing: this.#refresh(now).catch(() => {}), and the old value all the same. #refresh: the one on its way; then the pause; then a new one, kept in this.#coming and taken out again with finally. Count from when it was asked for, and the pause from when it failed.',
        '#refresh: if (this.#coming !== undefined) return this.#coming; if (this.#failed !== undefined && asked < this.#failed.until) return Promise.reject(this.#failed.error); this.#coming = askInTime(…).then(({ value, lifeMs }) => { const dead = asked + lifeMs; const ageing = dead - Math.min(this.#earlyMs, lifeMs / 2); this.#kept = { value, asked, ageing, dead }; return value; }, (error) => { this.#failed = { error, until: this.#clock.now() + this.#pauseMs }; throw error; }).finally(() => { this.#coming = undefined; }). refused: if (kept?.value !== value) return true; if (now < kept.dead && now - kept.asked < this.#pauseMs) return false;',
      ],
    },
    {
      title: 'Scopes to methods',
      file: 'scopes.ts',
      asked:
        'scopesOf(text) is the set of names in a scope; a text that does not match SCOPE, or none, gives an empty set. require(service, rules) remembers for each method of the service what it needs: one scope, all of several, or "", which is nothing. If a method is not named, if a name is not a method of the service, or if a rule is not a text, or is not "" and does not match SCOPE, it throws a RangeError and has remembered nothing. missing(path, granted) is the list of those names of the rule that are not granted, in the rule’s order; undefined for a path without a rule.',
      hints: [
        'Is orders.read granted by the scope orders.readonly? And what may somebody call whose path is "constructor", or whose method was added to the service this morning?',
        'Names are compared whole: a Set, and no includes on a text. In require collect first, in a Map of your own, and copy it into this.#needed when nothing can throw any more. What is not in a Map is not allowed: this.#needed.get(path)?.filter(…).',
        'scopesOf: new Set(text !== undefined && SCOPE.test(text) ? text.split(" ") : []). require: for (const [name, { path }] of Object.entries(service.methods)) if (!Object.hasOwn(rules, name)) throw …; const rule = rules[name]; if (typeof rule !== "string" || (rule !== "" && !SCOPE.test(rule))) throw …; needed.set(path, [...scopesOf(rule)]); then the names of rules that service.methods does not have; then for (const [path, names] of needed) this.#needed.set(path, names). missing: const has = scopesOf(granted); return this.#needed.get(path)?.filter((name) => !has.has(name));',
      ],
    },
    {
      title: 'Asked once, forgotten in time',
      file: 'introspection-cache.ts',
      asked:
        'recall(key, now) is { value } while now is before until; what is too old it deletes. keep makes its key the youngest; if there are more than most, the oldest goes. grantOf(token) gives whom a token stands for: from what is known, otherwise it asks, once for all that want to know at the same time; if mostAsked questions have no answer yet, one about another token fails with UNAVAILABLE. A good token is believed for knownMs, counted from when it was asked about, and never longer than it lives; a bad one is refused for refusedMs, counted from then as well. A token that has died before the answer came is a bad one, and so is one with a lifeMs of NaN. Errors are not kept, and no token stands in one. Each token is looked up whole. The grant is a frozen { client, scope }.',
      hints: [
        'Two counts, for good and for bad tokens: whose memory could a caller fill who has no token at all? And the same token a hundred times in the moment before the first answer: how many questions?',
        'In grantOf nothing may be awaited between looking into this.#asking and setting it. Take the answer out again with finally, or an error is kept for ever. In #inquire: what stands first, asked + knownMs or the end of the token? And has that end come already?',
        'grantOf: const answer = this.#inquire(token, now).finally(() => this.#asking.delete(token)); this.#asking.set(token, answer); return answer; #inquire: const found = await this.#ask(token); if (found === undefined || !(asked + found.lifeMs > this.#clock.now())) { this.#refused.keep(token, true, asked + this.#refusedMs); return undefined; } then freeze, this.#known.keep(token, grant, asked + Math.min(this.#knownMs, found.lifeMs)), and return it.',
      ],
    },
  ],
};
