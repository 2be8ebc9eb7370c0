import type { Exercise } from '#course/exercise/exercise';

export const exercise: Exercise = {
  pieces: [
    {
      name: '#grpc/interceptors/translate',
      file: 'translate.ts',
      solution: 'derived',
      gaps: {
        translated: {
          task: 1,
          prompt:
            'Object.getPrototypeOf(error) is what its class calls prototype: (class).prototype. Of that, Object.getPrototypeOf gives the one of the class that it extends, and null in the end. With details: richError(code, text, details, { cause: error }). Without, or if the list is empty: new GrpcError(code, text, undefined, { cause: error }).',
        },
        downstream: {
          task: 1,
          prompt: 'await call gives its answer, or throws its error. PASSED_ON.has(error.code).',
        },
      },
    },
    {
      name: '#grpc/rich-error',
      file: 'rich-error.ts',
      solution: 'derived',
      gaps: {
        richStatus: {
          task: 2,
          prompt:
            'error.metadata.getAll(DETAILS) gives the values of the trailer: a list of bytes. RichStatus.decode(bytes) throws if they are not a status.',
        },
        detailOf: {
          task: 2,
          prompt:
            'unpackAny(detail, type) gives the message, or undefined if the detail is of another type. It throws if the detail says that it is of this type, and is not.',
        },
        withDetail: {
          task: 2,
          prompt:
            'error.details is the error’s text (error.message has the code in front of it). RichStatus.create({ code, message }) is a status without details. status.details is a list that can grow. error.metadata.clone() is a copy; set puts one value in place of all. new GrpcError(code, message, metadata, { cause: error }).',
        },
      },
    },
    {
      name: '#grpc/client/printable',
      file: 'printable.ts',
      solution: 'derived',
      gaps: {
        printable: {
          task: 3,
          prompt:
            'for (const character of text) goes by characters; text[i] and slice go by halves of them. escaped(character) is how an unprintable one is shown.',
        },
        messageText: {
          task: 3,
          prompt:
            'percentDecode(field) is lesson 9’s: it never throws. statusName(code) is the code’s name; without a text it is that, followed by “, and no text”.',
        },
      },
    },
    {
      name: '#grpc/server/violations',
      file: 'violations.ts',
      solution: 'derived',
      gaps: {
        add: { task: 4 },
        inside: {
          task: 4,
          prompt: 'Another Violations, which knows the way to here, and has the same list.',
        },
        each: { task: 4, prompt: 'An item’s own violations begin with field[i].' },
        '#pathTo': {
          task: 4,
          prompt: 'this.#path and field with a dot between them; either may be empty.',
        },
        validate: {
          task: 4,
          prompt:
            'new Violations(), check(request, violations), violations.found. packAny(BadRequest, { fieldViolations }) is the detail; richError(code, text, [detail]) the error.',
        },
      },
    },
  ],
  tasks: [
    {
      title: 'Domain errors to codes',
      file: 'translate.ts',
      asked:
        'translated(error, translations) gives a GrpcError with the code, the text and the details of the translation for the error’s class, or for the nearest class that this extends; the error is its cause. A GrpcError, and whatever has no translation, comes out as it is. downstream(call) gives the call’s answer; if it ends in a GrpcError, it throws another: with the same code if that is in PASSED_ON, otherwise INTERNAL, with BEHIND for its text, no trailers, and the error as its cause.',
      hints: [
        'instanceof is true for every class above as well. If the list has a translation for OutOfStock and one for ShopError, which it extends, which of the two must win, and does it matter which stands first?',
        'Walk up from the error: its class first, then what that extends, and at each step look through the list. In downstream, what is not a GrpcError is a bug, and comes out as it is.',
        'translated: if (!(error instanceof Error) || error instanceof GrpcError) return error; for (let prototype = Object.getPrototypeOf(error); prototype !== null; prototype = Object.getPrototypeOf(prototype)) { const found = translations.find(({ type }) => type.prototype === prototype); if (found) { const details = found.details?.(error) ?? []; return details.length > 0 ? richError(…) : new GrpcError(…); } } return error. downstream: try { return await call; } catch (error) { if (!(error instanceof GrpcError)) throw error; throw new GrpcError(PASSED_ON.has(error.code) ? error.code : Status.INTERNAL, BEHIND, undefined, { cause: error }); }',
      ],
    },
    {
      title: 'Details in and out',
      file: 'rich-error.ts',
      asked:
        'richStatus(error) gives the google.rpc.Status in the trailer DETAILS; undefined if there is none, if there is more than one, if it cannot be read, or if it has another code than the error. It never throws. detailOf(error, type) gives the first detail of that type that can be read. withDetail(error, detail) gives another error with one more detail, behind those that it has: code, text, other trailers, details of unknown types and unknown fields stay; error is its cause, and is not changed. If there is no readable status, a new one begins with this detail.',
      hints: [
        'The bytes are a stranger’s. What may be wrong with them, and what does the caller of an API want to see then: the error that they got, or an error about an error?',
        'withDetail: what you decode and encode again keeps what it does not know. What you build anew from code, message and details does not. And set, not append: two such trailers mean none.',
        'richStatus: const [bytes, ...others] = error.metadata.getAll(DETAILS); if (bytes === undefined || others.length > 0) return undefined; try { const status = RichStatus.decode(bytes); return status.code === error.code ? status : undefined; } catch { return undefined; }. detailOf: for (const detail of errorDetails(error)) try { const message = unpackAny(detail, type); if (message !== undefined) return message; } catch {}. withDetail: const status = richStatus(error) ?? RichStatus.create({ code, message }); status.details.push(detail); const metadata = error.metadata.clone().set(DETAILS, RichStatus.encode(status)).',
      ],
    },
    {
      title: 'A message that is not a message',
      file: 'printable.ts',
      asked:
        'printable(text, most) gives the text as it can be shown on one line: every character that is UNPRINTABLE as escaped(character) has it, all others as they are; at most `most` characters of the text, and … behind them if there were more. messageText(field, code) gives the text of a grpc-message field as it came in the header: decoded once, and printable. If nothing but white space is left, or there was no field: the code’s name and “, and no text”.',
      hints: [
        'A line break stands in the field as %0A, a smile as four escapes. In which order do you decode, cut, and escape?',
        'Decode first, and once: %2541 is the text %41, and not an A. Then count characters of the text, not of what you show: "👍".length is 2, and an escape is longer than what it stands for.',
        'printable: let shown = ""; let count = 0; for (const character of text) { if (count++ === most) return shown + "…"; shown += UNPRINTABLE.test(character) ? escaped(character) : character; } return shown. messageText: const text = printable(percentDecode(field ?? "")); return text.trim() === "" ? statusName(code) + ", and no text" : text.',
      ],
    },
    {
      title: 'Every field at once',
      file: 'violations.ts',
      asked:
        'add(field, reason, description) adds a violation, with the whole way to the field. inside(field) gives violations for what is in that field, and each(field, items, check) for each item: field[0], field[1] … All of them fill one list, found, in order. validate(request, check) lets check look at the whole request. If it found nothing, nothing happens; otherwise validate throws INVALID_ARGUMENT, with summary(found) for its text and one detail: a BadRequest with the first MAX_VIOLATIONS of them. What check throws itself comes out as it is.',
      hints: [
        'Who checks one field after the other, and throws, makes a person send the form five times. What must a check do in place of throwing, and who throws at the end?',
        'There is one list, however deep the checks go: inside hands this.#found on. The way grows by a dot and a name, but an item has no name of its own: what it adds under "" is the item itself.',
        '#pathTo: [this.#path, field].filter((part) => part !== "").join("."). inside: new Violations(this.#pathTo(field), this.#found). each: items.forEach((item, i) => check(item, this.inside(field + "[" + i + "]"))). validate: const violations = new Violations(); check(request, violations); const { found } = violations; if (found.length === 0) return; throw richError(Status.INVALID_ARGUMENT, summary(found), [packAny(BadRequest, { fieldViolations: found.slice(0, MAX_VIOLATIONS) })]).',
      ],
    },
  ],
};
