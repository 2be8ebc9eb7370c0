import type { Exercise } from '#course/exercise/exercise';

export const exercise: Exercise = {
  pieces: [
    {
      name: '#inspect/tls/hello-collector',
      file: 'hello-collector.ts',
      solution: 'derived',
      gaps: {
        push: {
          task: 1,
          prompt:
            'this.#records has what came and is not a whole record, this.#messages the fragments. peek(n) gives the next n bytes and leaves them, take(n) removes them; both give undefined while fewer have come. this.#refused, this.#collected.',
        },
        '#fragment': { task: 1 },
        '#hello': { task: 1 },
      },
    },
    {
      name: '#inspect/tls/client-hello',
      file: 'client-hello.ts',
      solution: 'derived',
      gaps: {
        parseClientHello: {
          task: 2,
          prompt:
            'new HelloReader(message); reader.uint16(), reader.bytes(n), reader.vector8() and vector16(), each a reader of its own; reader.left. They throw HelloError malformed if there is too little; that nothing is left over, you have to look at.',
        },
        readExtensions: { task: 2 },
        readServerName: {
          task: 2,
          prompt: 'String.fromCharCode(...octets) is a character for each octet.',
        },
        readProtocols: { task: 2 },
        readVersions: { task: 2 },
      },
    },
    { name: '#tls/credentials', file: 'credentials.ts', solution: 'only' },
    {
      name: '#transport/tls/principal',
      file: 'principal.ts',
      solution: 'derived',
      gaps: {
        principalOf: {
          task: 4,
          prompt:
            'peer.secure; peer.certificate?.names is a list like ["DNS:till.shop.test", "URI:spiffe://shop.test/till"].',
        },
        valuesOf: { task: 4 },
        isSpiffeId: { task: 4 },
      },
    },
    {
      name: '#transport/tls/identity-store',
      file: 'identity-store.ts',
      solution: 'derived',
      gaps: {
        open: { task: 5, prompt: 'new IdentityStore(first, options).' },
        watch: { task: 5, prompt: 'this.#listeners: one listener may be there twice.' },
        refresh: {
          task: 5,
          prompt:
            'this.#loading is the load that is under way, this.#again that one more is wanted.',
        },
        '#loadAll': { task: 5 },
        '#loadOnce': { task: 5 },
        '#report': { task: 5 },
      },
    },
  ],
  tasks: [
    {
      title: 'The first message, in pieces',
      file: 'hello-collector.ts',
      asked:
        'push(chunk) gives the ClientHello, without its four bytes of type and length, once, as soon as it is whole: records are cut by TCP, and the message by records, anywhere. Before and afterwards it gives undefined. It throws a HelloError as soon as it is clear: not-tls for a first byte of a record that is not 22; malformed for a record that is empty or has more than MAX_RECORD_BYTES; not-a-hello for a message that is not of type 1; too-large for one of more than MAX_CLIENT_HELLO_BYTES. The record’s version is not looked at. Who was refused stays refused: the same error again. After the hello, or a refusal, nothing more is kept.',
      hints: [
        'Two streams lie inside each other: bytes become records, and what is in the records becomes messages. Each needs a place for what is not whole yet.',
        'Look at each length as soon as it is there, before you wait for as much as it says. peek does not remove anything, so you may look again with the next chunk. And do not forget that several records may come in one chunk.',
        '#fragment: type = this.#records.peek(1)?.[0] …; header = this.#records.peek(5); length = header[3] * 256 + header[4]; return this.#records.take(5 + length)?.subarray(5). #hello: the same with this.#messages, four bytes, a length of three. push: this.#records.push(chunk); for each fragment: this.#messages.push(it), and look for the hello. Around it a try that keeps the error in this.#refused.',
      ],
    },
    {
      title: 'To whom, and for what',
      file: 'client-hello.ts',
      asked:
        'parseClientHello(message) gives serverName (SNI), protocols (ALPN) and versions (supported_versions, otherwise the old version at the beginning), all of it as it was sent. Without a name serverName is undefined, without ALPN protocols is []. The extensions may be missing altogether, and unknown ones are skipped. malformed is: a length that goes beyond what it is in, anything left over behind an end, two extensions of one type, an empty list or name in one of these three, two names of type 0 (the same one twice, too), a name with an octet that is not visible ASCII (0x21 to 0x7e). Names of another type are skipped. A protocol may have any octets.',
      hints: [
        'Everything has its length in front of it, and lies in something that has its own. What if the two do not agree?',
        'A reader for each vector ends where the vector ends: the inner length cannot reach beyond it. What remains for you is the other direction: that nothing is left when you are done with it.',
        'const reader = new HelloReader(message); version = reader.uint16(); reader.bytes(32); reader.vector8(); reader.vector16(); reader.vector8(); extensions: none if reader.left === 0, otherwise reader.vector16(), while (it.left > 0): type = it.uint16(), body = it.vector16(). SNI: list = body.vector16(), body.left must be 0, then type = list.uint8(), name = list.vector16().',
      ],
    },
    {
      title: 'Credentials for both sides',
      file: 'credentials.ts',
      asked:
        'clientCredentials(grpc, roots, shown?) makes a client’s credentials: it trusts roots and nobody else, and shows its certificate if it has one. serverCredentials(grpc, shown, clientRoots?) makes a server’s: it shows its certificate, and with clientRoots every client must show one that these have signed; without them nobody is asked. Roots without a byte in them, as text or as bytes, are a TypeError: before anything is made, and without a word of the key.',
      hints: [
        'Who shows what to whom, and who trusts whom? The roots of the one are for the certificate of the other.',
        'createSsl of a client takes the key before the chain. That of a server takes a third argument: without it, roots or not, no client is asked for anything. And with null for roots it would take the certificate of anybody in the world.',
        'client: grpc.credentials.createSsl(roots, shown?.privateKey ?? null, shown?.certificate ?? null). server: grpc.ServerCredentials.createSsl(clientRoots ?? null, [{ private_key: shown.privateKey, cert_chain: shown.certificate }], clientRoots !== undefined). Before: if (roots.length === 0) throw new TypeError(…).',
      ],
    },
    {
      title: 'Who is it?',
      file: 'principal.ts',
      asked:
        'principalOf(peer, trustDomain) says who is calling. With URIs in the certificate: exactly one, a SPIFFE ID of this trust domain, as it stands there. That is spiffe:// and the domain, in exactly these letters, then a path: one segment or more, each a / and letters, digits, ".", "_" or "-", but not "." or ".." alone; MAX_SPIFFE_ID_LENGTH characters at most. Without a URI: its only DNS name, in small letters, as "dns:…", if HOST fits these. Otherwise undefined: also for a connection that is not secure. A URI that does not fit is nobody; the DNS name does not help. The common name is never looked at.',
      hints: [
        'A certificate may have many names, and a common name that anybody may have written. Which of them has somebody promised to be unique?',
        'Look for URIs first, and if there is one, decide by it and stop. "spiffe://shop.test" is also the beginning of "spiffe://shop.test.evil/till". Two DNS names are two answers to one question, and so none.',
        'valuesOf(names, kind): names.filter((name) => name.startsWith(kind)).map((name) => name.slice(kind.length)). const uris = valuesOf(names, "URI:"); if (uris.length > 0) return uris.length === 1 && isSpiffeId(uris[0], trustDomain) ? uris[0] : undefined. isSpiffeId: start = "spiffe://" + trustDomain; uri.startsWith(start + "/"), the length, PATH.test(rest), no part "." or "..".',
      ],
    },
    {
      title: 'A certificate that changes',
      file: 'identity-store.ts',
      asked:
        'IdentityStore.open(options) loads the first identity and checks it; whatever goes wrong there is thrown. refresh() loads again: if it is the same, nothing happens; otherwise it is checked, becomes current (not a moment before), and then all listeners are told, in the order in which they came. Whatever goes wrong goes to onError, and the old one stays; refresh never throws. What was refused may be good the next time. The four options are methods of their object. One load at a time: a refresh during a load makes one more follow, one for all who asked, and all of them are answered at the end: true if there is a new identity. A listener that throws hurts nobody else; watch returns what ends it, also while others are being told.',
      hints: [
        'A file may be half written, an authority may be down, two timers may ring at once. What does a server show in the meantime?',
        'In this order: load, compare, check, keep, tell. And what asks while a load is under way may know of a file that the load has not seen: so it is neither a load of its own, nor nothing.',
        'refresh: if (this.#loading) { this.#again = true; return this.#loading; } this.#loading = this.#loadAll(); return this.#loading. #loadAll: do { this.#again = false; changed = (await this.#loadOnce()) || changed; } while (this.#again); this.#loading = undefined; return changed. watch: this.#listeners.set(Symbol(), listener), and a function that deletes it. Tell a copy of the list, and ask before each whether it is still there.',
      ],
    },
  ],
};
