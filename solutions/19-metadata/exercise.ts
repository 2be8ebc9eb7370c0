import type { Exercise } from '#course/exercise/exercise';

export const exercise: Exercise = {
  pieces: [
    {
      name: '#grpc/metadata-rules',
      file: 'metadata-rules.ts',
      solution: 'derived',
      gaps: {
        isCustom: {
          task: 1,
          prompt:
            'A name with a colon in front is HTTP’s. One that begins with grpc- is the protocol’s, but for those in PASSED_ON. Of all others, those in RESERVED are not the application’s.',
        },
        checkedName: {
          task: 1,
          prompt:
            'Lower case first: HTTP/2 knows no other. Then NAME, then isCustom. Each RangeError names the name.',
        },
        checkedValue: {
          task: 1,
          prompt:
            'isBytes(value) tells bytes from the rest, also those of another realm. PRINTABLE is what a text may have in it. The value is returned as it is kept: without white space at either end.',
        },
      },
    },
    {
      name: '#grpc/metadata',
      file: 'metadata.ts',
      solution: 'derived',
      gaps: {
        append: {
          task: 2,
          prompt: 'checkedName, checkedValue, this.#add. Nothing is added if either is refused.',
        },
        set: {
          task: 2,
          prompt: 'As append; the values that the name had go, once both are checked.',
        },
        get: {
          task: 2,
          prompt:
            'The first value. One that came off the wire under a -bin name may still be undecoded: this.#isUndecoded(i, value) tells, and decodeBase64List(value, 1) decodes the first of its list.',
        },
        getAll: {
          task: 2,
          prompt:
            'All of them, in their order. An undecoded one may be several: decodeBase64List(value).',
        },
        has: { task: 2 },
        delete: { task: 2, prompt: 'splice(i, 1) takes one out, and moves those behind it.' },
        merge: {
          task: 3,
          prompt: 'What other has comes behind what is here. other may be this one.',
        },
        clone: { task: 3 },
        toHeaders: {
          task: 3,
          prompt:
            'A field for each value, { name, value }, in order. encodeBase64(bytes) has no padding.',
        },
        receive: {
          task: 4,
          prompt:
            'isBase64List(value) tells whether it is base64, or several joined by commas, without making anything of it; countBase64List(value, most) how many, and no further than most. this.#listed is how many have come so far. The value is kept as it came: this.#add.',
        },
      },
    },
  ],
  tasks: [
    {
      title: 'What can travel',
      file: 'metadata-rules.ts',
      asked:
        'isCustom(name) tells the application’s names from those of HTTP and gRPC. checkedName(name) gives the name in lower case, or refuses it with a RangeError that names it. checkedValue(key, value): bytes under a -bin name, printable ASCII under any other, trimmed; anything else is a RangeError that names the key.',
      hints: [
        'Three questions of a name: which letters, whose is it, and does it end in -bin? Which of them must be asked before the name is in lower case, and which after?',
        'X-User is a fine name, once it is x-user. grpc-timeout belongs to the protocol, grpc-trace-bin does not. A value under a -bin name must be bytes, a text would be sent as base64 of nothing. A line break in a text would be a header of its own in HTTP/1.1.',
        'isCustom: if (name.startsWith(":")) return false; if (name.startsWith("grpc-")) return PASSED_ON.has(name); return !RESERVED.has(name). checkedName: const key = name.toLowerCase(); if (!NAME.test(key)) throw new RangeError(…key…); if (!isCustom(key)) throw …; return key. checkedValue: if (key.endsWith("-bin")) { if (isBytes(value)) return value; throw … } if (typeof value !== "string" || !PRINTABLE.test(value)) throw …; return value.trim();',
      ],
    },
    {
      title: 'Several values for a name',
      file: 'metadata.ts',
      asked:
        'append adds a value behind those that the name has, set puts one in place of all, get gives the first, getAll all in order, has and delete do what they say. Names are the same in any case. What is refused changes nothing.',
      hints: [
        'A map from name to value loses the second value, and a map from name to list loses the order between names. What does the class keep?',
        'Two lists of the same length: this.#names[i] is the name of this.#values[i]. Look for name.toLowerCase(). In set: check both first, and delete only then. In delete: go from the end to the beginning, or what follows a hit is skipped.',
        'append: const key = checkedName(name); this.#add(key, checkedValue(key, value)); return this. set: … const checked = checkedValue(key, value); this.delete(key); this.#add(key, checked). get: const i = this.#names.indexOf(name.toLowerCase()); const value = this.#values[i]; return value !== undefined && this.#isUndecoded(i, value) ? decodeBase64List(value, 1)[0] : value.',
      ],
    },
    {
      title: 'Onto the wire',
      file: 'metadata.ts',
      asked:
        'toHeaders() gives a header field for every value, in order; bytes in base64 without padding, and what was received as it came. merge(other) appends everything that other has; clone() is another Metadata with the same, and what is done to one does not show in the other.',
      hints: [
        'One field a value: why not join them with commas? (grpc-js’ receiving end does. What does it make of a value with a comma in it?)',
        'typeof value === "string" goes out as it is, bytes through encodeBase64. In merge count the values before you begin: metadata.merge(metadata) would never end otherwise.',
        'toHeaders: this.#names.map((name, i) => { const value = this.#values[i]!; return { name, value: typeof value === "string" ? value : encodeBase64(value) }; }). merge: const { length } = other.#names; for (let i = 0; i < length; i++) this.#add(other.#names[i]!, other.#values[i]!); return this. clone: new Metadata().merge(this).',
      ],
    },
    {
      title: 'Off the wire',
      file: 'metadata.ts',
      asked:
        'receive(name, value) keeps a field as it came. Under a -bin name it must be base64, with padding or without, or several joined by commas; if it is not, or if it makes more than MAX_LIST_VALUES of them in all fields together, receive gives false and keeps nothing. Nothing is decoded before somebody asks. Then grpc-js sends to your Metadata, and gets from it.',
      hints: [
        'The peer’s names are in lower case already, and its values are what they are: what is there to refuse, and what would it cost to decode it all at once?',
        'Only a -bin name has a rule here. 16 KiB of commas are sixteen thousand empty values: keep the text, and let get and getAll decode it.',
        'if (name.endsWith("-bin")) { this.#listed += countBase64List(value); if (this.#listed > MAX_LIST_VALUES || !isBase64List(value)) return false; } this.#add(name, value); return true;',
      ],
    },
  ],
};
