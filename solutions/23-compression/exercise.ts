import type { Exercise } from '#course/exercise/exercise';

export const exercise: Exercise = {
  pieces: [
    {
      name: '#grpc/compression/compression-set',
      file: 'compression-set.ts',
      solution: 'derived',
      gaps: {
        accepted: {
          task: 1,
          prompt:
            'this.chosen(name) is the compression of that name; undefined for identity; it throws for a typing error. text.split(",", most) gives the first parts and no more.',
        },
        refuse: {
          task: 2,
          prompt:
            'new Metadata(), metadata.receive(name, value). A refusal is { httpStatus: "200", code, details, metadata }. excerpt(name) is a stranger’s text, cut.',
        },
        decompressor: {
          task: 2,
          prompt:
            'this.#byName.get(encoding) is the compression, or undefined. throw refusal(Status.INTERNAL, details).',
        },
      },
    },
    {
      name: '#grpc/compression/within-limit',
      file: 'within-limit.ts',
      solution: 'derived',
      gaps: {
        withinLimit: {
          task: 3,
          prompt:
            'for (const piece of pieces) asks for one after the other; leaving the loop, by a throw too, tells the source. new DecompressionError("too-large"). new Uint8Array(piece) is a copy; piece.subarray() is a view of the same memory, and so is slice() if the piece is a Buffer of Node’s.',
        },
      },
    },
    {
      name: '#grpc/compression/compressed-flag',
      file: 'compressed-flag.ts',
      solution: 'derived',
      gaps: {
        uncompressed: {
          task: 4,
          prompt:
            'sentAsIs remembers objects without touching them. anyAsIs has to be true from now on.',
        },
        isUncompressed: { task: 4 },
        rememberCompressed: {
          task: 4,
          prompt: 'cameCompressed remembers objects, and throws if it is given anything else.',
        },
      },
    },
    {
      name: '#grpc/messages/outgoing-message',
      file: 'outgoing-message.ts',
      solution: 'derived',
      gaps: {
        outgoingMessage: {
          task: 5,
          prompt:
            'isBytes(encoded) is false for what is not a Uint8Array: throw new TypeError(…). Too large: throw new GrpcError(Status.RESOURCE_EXHAUSTED, …). compression.compress(encoded) costs time: only if it may be worth it.',
        },
      },
    },
  ],
  standIns: {
    '#grpc/compression/gzip': '#grpc/compression/plain-gzip',
  },
  tasks: [
    {
      title: 'What may the answer be packed with?',
      file: 'compression-set.ts',
      asked:
        'accepted(name, peerAccepts) gives the compression of that name, if the peer’s grpc-accept-encoding lists it: names between commas, in any case, with white space around them or not, and nothing else: it has no * and no weights, as HTTP’s list has. Otherwise undefined: also if there is no list, and for identity. Of the list only the first MAX_ACCEPT_NAMES names count. A name that we do not have ourselves is a typing error: chosen(name) throws a RangeError for it, whatever the peer accepts.',
      hints: [
        'Two questions, in this order: do we have it, and does the peer say that it can read it? What does a peer say that sends no list?',
        'The list is a text from a stranger. "gzipped".includes("gzip") is true, so take it apart at the commas. And take no more parts than count: 16 KiB may be sixteen thousand commas.',
        'const compression = this.chosen(name); if (compression === undefined || peerAccepts === undefined) return undefined; const names = peerAccepts.split(",", MAX_ACCEPT_NAMES).map((part) => part.trim().toLowerCase()); return names.includes(name) ? compression : undefined.',
      ],
    },
    {
      title: 'What cannot be read',
      file: 'compression-set.ts',
      asked:
        'refuse(name) is a server’s, before the first message. It gives undefined if the grpc-encoding is missing, identity, or one that we have. Otherwise a refusal: UNIMPLEMENTED, with grpc-accept-encoding: this.header in its metadata, and an excerpt of the name in its text. decompressor(encoding) is both sides’, for a message whose flag is 1: the compression; or it throws INTERNAL if the encoding is missing, identity, or not ours. What refuse lets through, decompressor can read.',
      hints: [
        'The server can say “I do not have that, but I have these”, and the client can try again. What can a client say to a server that has packed an answer with what nobody offered?',
        'One code for the one that is asked, another for the one that has been answered. identity is a name like any other for a header, but a flag of 1 with it is a contradiction.',
        'refuse: if (name === undefined || name === IDENTITY || this.#byName.has(name)) return undefined; const metadata = new Metadata(); metadata.receive("grpc-accept-encoding", this.header); return { httpStatus: "200", code: Status.UNIMPLEMENTED, details: …excerpt(name)…, metadata }. decompressor: const compression = this.#byName.get(encoding ?? IDENTITY); if (compression === undefined) throw refusal(Status.INTERNAL, …); return compression.',
      ],
    },
    {
      title: 'Stopped while it unfolds',
      file: 'within-limit.ts',
      asked:
        'withinLimit(pieces, maxSize) joins the pieces to one array of its own, exactly as long as the message. Of exactly maxSize bytes it may be. With the first byte more it throws DecompressionError too-large: that piece is not copied, no further one is asked for, and the source is told that nobody wants more. A piece is valid only until the next one is asked for. What the source throws comes out as it is. The work grows with the message, and not with the limit.',
      hints: [
        'The bomb has four thousand pieces, or four million. When do you know that it is too much, and what have you done until then?',
        'Count before you keep. Keep copies, as the source writes its next piece into the same memory. Join them once, at the end: joining after each piece copies the first piece as often as there are others.',
        'const kept = []; let size = 0; for (const piece of pieces) { size += piece.length; if (size > maxSize) throw new DecompressionError("too-large"); kept.push(new Uint8Array(piece)); } const message = new Uint8Array(size); let at = 0; for (const piece of kept) { message.set(piece, at); at += piece.length; } return message.',
      ],
    },
    {
      title: 'A mark on an object',
      file: 'compressed-flag.ts',
      asked:
        'uncompressed(message) marks an object, and gives it back as it was; isUncompressed(message) says whether this very object was marked, and is false for what is not an object. rememberCompressed(message) is the same for wasCompressed; what is not an object, a decoder’s text or number, it only gives back. Any object may be given. The two marks have nothing to do with each other, and the message is not changed.',
      hints: [
        'Where do you write down something about an object that may be frozen, that an encoder will look at, and that nobody may keep because of your note?',
        'A WeakSet knows objects by themselves, not by their fields, and does not keep them. It throws if it is to add anything else. instanceof Object does not know an object that has no prototype: ask typeof, and think of null.',
        'uncompressed: anyAsIs = true; sentAsIs.add(message); return message. isUncompressed: return anyAsIs && sentAsIs.has(message as object). rememberCompressed: if (typeof message === "object" && message !== null) cameCompressed.add(message); return message.',
      ],
    },
    {
      title: 'Each message by itself',
      file: 'outgoing-message.ts',
      asked:
        'outgoingMessage(encoded, compression, maxSize, kind): what is not bytes is a TypeError; what is larger than maxSize, before compression, is RESOURCE_EXHAUSTED; both texts name the kind. Otherwise it gives the bytes as they go out, and whether they are compressed. Without a compression, below MIN_COMPRESSED_BYTES, and if it did not become smaller, the message goes as it is.',
      hints: [
        'A flag of 1 costs the receiver work. When is it worth it, and when do you know?',
        'The order: is it bytes, is it allowed, is it worth trying, was it worth it. compress is called once, and never for what goes as it is anyway. Of the same length is not smaller. A message may be a view: its size is encoded.length, and not its buffer’s.',
        'if (!isBytes(encoded)) throw new TypeError(…kind…); if (encoded.length > maxSize) throw new GrpcError(Status.RESOURCE_EXHAUSTED, …kind…); if (compression === undefined || encoded.length < MIN_COMPRESSED_BYTES) return { bytes: encoded, compressed: false }; const smaller = compression.compress(encoded); return smaller.length < encoded.length ? { bytes: smaller, compressed: true } : { bytes: encoded, compressed: false }.',
      ],
    },
  ],
};
