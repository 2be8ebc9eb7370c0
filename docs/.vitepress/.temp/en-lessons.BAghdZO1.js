const lessonTexts = {
  packet: {
    byte: (index) => `byte ${index}`,
    bits: (count) => count === 1 ? "1 bit" : `${count} bits`,
    rest: "as long as it is"
  },
  eightSteps: {
    alt: "The caller calls the stub; the stub hands bytes to the client’s runtime; they cross the network to the server’s runtime, go up to the skeleton and to the procedure; the result goes back the same way.",
    caption: "A remote call in eight steps. The caller and the procedure know nothing of the rest.",
    caller: "caller",
    stub: "client stub",
    clientRuntime: "runtime",
    serverRuntime: "runtime",
    skeleton: "server skeleton",
    procedure: "procedure"
  },
  sevenBits: {
    alt: "The nine bits of 300 are cut into groups of seven, from the low end; the low group is written first, with a 1 before it because another follows; the high group comes second, with a 0. The bytes are ac 02.",
    caption: "300 as a varint. Each byte has seven bits of the number, and a mark: 1, another follows.",
    binary: "in binary",
    groups: "groups of seven",
    marked: "low group first, marked",
    bytes: "the bytes"
  },
  sizeChart: {
    alt: "Bytes of a number by its size, for int32, sint32 and sfixed32. A negative int32 always takes ten bytes. sint32 takes one to five on both sides of zero. sfixed32 always takes four.",
    caption: "What a number costs, without its tag: encoded by the course’s own encoder.",
    bytes: "bytes"
  },
  fromContract: {
    alt: "kitchen.proto is parsed into a tree; the tree is emitted as kitchen.ts; that is compiled into the client’s stub and the server’s skeleton, which exchange bytes.",
    caption: "From the contract to both ends. You write the step from the tree to the program.",
    proto: { title: "kitchen.proto", about: "the contract" },
    tree: { title: "FileSchema", about: "the tree" },
    program: { title: "kitchen.ts", about: "the program" },
    client: { title: "KitchenClient", about: "the stub" },
    server: { title: "KitchenServer", about: "the skeleton" },
    parse: "parse",
    emit: "emit",
    compile: "compile",
    bytes: "paths and bytes"
  },
  messagesInFrames: {
    frames: (sizes) => sizes.length === 1 ? `one DATA frame of ${sizes[0]} bytes` : `${sizes.length} DATA frames, of ${sizes.join(", ")} bytes`,
    alt: (frames) => frames.map(
      (parts, i) => `Frame ${i + 1}: ${parts.map(({ message, kind, size }) => `${size} bytes of ${kind === "prefix" ? "the prefix of " : ""}message ${message + 1}`).join(", ")}.`
    ).join(" "),
    caption: "Four messages, numbered. The narrow bars are the five bytes of prefix; each box is a frame. Drawn from the recorded runs."
  },
  metadataPlaces: {
    places: ["The request’s headers", "The answer’s headers", "The answer’s trailers"],
    frames: ["messages of the request", "messages of the answer"],
    alt: "Metadata travels in three places: in the headers of the request, in the headers of the answer, in front of its messages, and in the trailers behind them.",
    caption: "One call, as it was recorded. Dark: the application’s own. The rest belongs to HTTP and to gRPC."
  },
  callOnion: {
    alt: "Three boxes in each other, log, guard and count, with the handler in the middle. The call comes from the wire through all three to the handler. Three messages and then the status go back through all three to the wire. Below, a call without a token passes log and turns back at guard.",
    caption: "SearchOrders behind three layers. Each message crosses all of them; the call comes in once, the status goes out once. Who is refused by the guard is still seen by the log.",
    call: "the call, its request",
    message: "an order",
    status: "the status",
    refused: "no token: UNAUTHENTICATED"
  },
  chain: {
    client: "client",
    alt: (handedOn) => handedOn ? "The client waits 200 ms for order, order 160 ms for stock, stock 100 ms for price. At 200 ms all of them stop. Nothing is done below that line." : "The client waits 200 ms for order. order waits for stock, and stock for price, for as long as it takes. The client leaves at 200 ms. price works on until 300 ms, and stock from there to 340 ms. The answer reaches nobody.",
    caption: (handedOn) => handedOn ? "The same, with what is left handed on. All stop at one moment, and nobody had to say so." : "order asks stock, stock asks price. Without colour: work for a client that has left.",
    left: (ms) => `${ms} ms`,
    forEver: "for ever",
    deadline: (ms) => `${ms} ms: the client leaves`
  },
  tokenLife: {
    alt: "A token is young from when it was asked for until a minute before its end. Then it is ageing, and the next one is fetched while it is still sent. When it is dead, the next one is there.",
    caption: "The first call that finds a token ageing fetches the next one. No call waits for it.",
    young: "young: it is sent",
    ageing: "ageing",
    next: "the next token",
    fetch: "a fetch begins",
    asked: "asked for",
    early: "a minute before its end",
    dead: "dead"
  },
  lostSegment: {
    alt: (connections, late, all) => connections === 1 ? `${all} answers on one connection, 20 ms apart. The second is lost and comes 600 ms later. All ${late} from it on are read at that moment.` : `${all} answers on ${connections} connections in turn. The second of the first connection is lost. The ${late} from it on, on that connection, are read 600 ms later; the others at once.`,
    caption: (connections) => connections === 1 ? "One connection. A line for each answer: from when it was sent to when it can be read." : "The same on four connections in turn. Three of them notice nothing.",
    sent: "sent",
    read: "read",
    lost: "lost",
    ms: (ms) => `${ms} ms`
  },
  storm: {
    client: "client",
    alt: (tries) => `One call of the client is tried ${tries} times at order. Each of those is tried ${tries} times at stock, which makes ${tries ** 2}, and each of those ${tries} times at price: ${tries ** 3} calls.`,
    caption: "One call. Each line is an attempt, and price, which gets most of them, is down."
  },
  herd: {
    alt: (most) => `Two hundred clients come back. Without chance all of them come at 140 ms. With chance they come between 115 and 170 ms, never more than ${most} within five milliseconds.`,
    caption: "When two hundred clients make their third retry, counted in pieces of 5 ms: drawn by the stack’s own backoff.",
    none: "without chance",
    chance: "with 20 % of chance",
    at: (ms) => `${ms} ms`
  },
  callAnatomy: {
    call: (number, all, messages) => `${number === 1 ? "The first call" : "The same call again"}: ${all} bytes, ${messages} of them messages`,
    roles: {
      requestHeaders: "Request-Headers",
      request: "message",
      responseHeaders: "Response-Headers",
      response: "message",
      trailers: "Trailers"
    },
    kinds: {
      frame: "frame header",
      headers: "headers, packed",
      prefix: "five-byte prefix",
      message: "message"
    },
    end: "END",
    bytes: " bytes",
    caption: "Each bar is a frame, as long as it has bytes; END ends one side of the stream. The second time HPACK has all headers in its table. Measured in the recorded run."
  },
  varints: {
    title: "A number and its bytes",
    presets: "Try",
    presetNames: {
      three: "300",
      minusOne: "−1 as int32",
      zigzag: "−1 as sint32",
      wide: "2⁵³ + 1",
      padded: "Longer than need be",
      truncated: "Truncated",
      overlong: "Eleven bytes",
      beyond: "More than 64 bits"
    },
    number: "A number",
    bytes: "Its bytes, in hex",
    notANumber: "A whole number, please, such as 300 or -3.",
    doesNotFit: (type) => `does not fit into ${type}`,
    notHex: "Only pairs of hex digits, please: ac 02.",
    tooMany: (most) => `Here are ${most} bytes at the most.`,
    noBytes: "Type a number, or bytes.",
    bits: "The bits, to be flipped",
    bitsHint: "Click a bit to flip it; with the keyboard: arrow keys to move, Space to flip.",
    mark: (byte, set) => `Byte ${byte}, the mark: ${set ? "1, another follows" : "0, the last byte"}`,
    bit: (byte, bit, set) => `Byte ${byte}, bit ${bit} of the number: ${set ? 1 : 0}`,
    range: (low, high) => low === high ? `bit ${low}` : `bits ${low}–${high}`,
    notRead: "not read",
    result: (type) => `Read as ${type}`,
    unfinished: "undefined: it has not ended. The last byte says that another follows.",
    tooShort: "undefined: not all of its bytes are here.",
    padded: (size) => `It would fit into ${size === 1 ? "1 byte" : `${size} bytes`}. A reader takes it all the same.`,
    dropped: (bits) => `There are more than ${bits} bits. This reader drops the rest.`,
    refused: "There are more than 64 bits. This reader drops the rest, Go’s refuses the message.",
    extra: (count) => `${count === 1 ? "1 byte follows" : `${count} bytes follow`}: another value’s, not read here.`,
    size: (count) => count === 1 ? "1 byte" : `${count} bytes`,
    types: {
      caption: "The same number, and the same bytes, in other types",
      type: "Type",
      cost: "The number takes",
      reads: "The bytes read as",
      no: "does not fit",
      error: "an error",
      unfinished: "not all here"
    }
  },
  messages: {
    title: "A schema, a value and its bytes",
    presets: "Try",
    presetNames: {
      order: "An order",
      zero: "Set, and zero",
      old: "An old schema",
      twice: "Two messages as one",
      wrongType: "float read as fixed32",
      cut: "Cut off"
    },
    schema: "The schema",
    type: "The message",
    value: "A value, as JSON",
    bytes: "The bytes, in hex",
    size: (count) => count === 1 ? "1 byte" : `${count} bytes`,
    notHex: "Only pairs of hex digits, please: 0a 03 6f 2d 37.",
    loading: "The parser is being loaded.",
    fits: "Schema, value and bytes go together.",
    kept: (count) => `${count === 1 ? "1 byte is" : `${count} bytes are`} of fields that the schema does not have: kept, and written again.`,
    theirs: "The same bytes, read by protobufjs",
    agrees: "The same as ours.",
    differs: "Not the same as ours."
  },
  fieldByField: {
    tag: "tag",
    length: "length",
    value: "value",
    meaning: "what it is",
    field: (number) => `field ${number}`
  },
  twoReaders: {
    caption: "One reply, read by two programs: recorded from the run. Hatched is what last year’s knows nothing of.",
    bytes: "the bytes",
    newer: "this year’s program reads",
    older: "last year’s program reads",
    unknown: "kept, unread"
  },
  againstJson: {
    title: "Size and speed against JSON",
    one: "One order. The values are set off; all the rest is there to find them.",
    json: "JSON",
    protobuf: "protobuf",
    bytes: (count) => `${count} bytes`,
    measure: "Measure the speed, here",
    measuring: "Measuring …",
    columns: { way: "thousands of orders a second", written: "written", read: "read" },
    ways: ["JSON", "generated code", "by descriptor"],
    note: "In your browser, just now, from orders to text or bytes and back. Measure again, and the figures differ."
  },
  streamLife: {
    title: "The life of a stream",
    alt: "Five states. From idle, HEADERS lead to open. From open, END_STREAM sent leads to half-closed (local), END_STREAM received to half-closed (remote). From each of these the other side’s END_STREAM leads to closed. RST_STREAM leads from all three to closed.",
    states: {
      idle: "idle",
      open: "open",
      "half-closed-local": "half-closed (local)",
      "half-closed-remote": "half-closed (remote)",
      closed: "closed"
    },
    ways: {
      headers: "HEADERS",
      weEnd: "you: END_STREAM",
      peerEnds: "peer: END_STREAM",
      reset: "RST_STREAM",
      peer: "peer:",
      you: "you:",
      end: "END_STREAM",
      orReset: "or RST_STREAM"
    },
    presets: "Watch",
    presetNames: {
      request: "A request, its answer",
      cancel: "A cancelled one",
      server: "As the server"
    },
    send: "You send",
    receive: "The peer sends",
    frames: { headers: "HEADERS", data: "DATA", end: "END_STREAM", reset: "RST_STREAM" },
    again: "Begin again",
    begin: "The stream is idle: nobody has used its number yet.",
    moved: (from, to) => from === to ? `still ${to}` : `${from} → ${to}`,
    refused: {
      "send headers": "you have nothing more to say on this stream",
      "send data": "you have nothing more to say on this stream, or have not opened it",
      "send end": "there is no open half of yours to end",
      "send reset": "there is nothing to break off",
      "receive headers": "the peer had ended: an error, STREAM_CLOSED",
      "receive data": "no stream that would take it: an error",
      "receive end": "no open half of the peer’s: an error",
      "receive reset": "nothing to break off: an error if the stream is idle"
    },
    notAllowed: (state, why) => `Not when ${state}: ${why}.`
  },
  hpackTable: {
    title: "A dynamic table, filling",
    ask: "Ask for",
    shelf: (shelf) => `shelf ${shelf}`,
    again: "Five more",
    reset: "New connection",
    tableSize: "The table has room for",
    octets: (count) => `${count} octets`,
    requests: "Requests: bytes of the header block, and as text",
    request: "Request",
    unit: "bytes",
    bytes: (count) => count === 1 ? "1 byte" : `${count} bytes`,
    asText: (count) => `of ${count}`,
    block: (number) => `What request ${number} sends`,
    table: "The table after it, at both ends",
    index: "Index",
    header: "Header",
    size: "Octets",
    used: (size, most) => `${size} of ${most} octets`,
    fresh: "new",
    evicted: "Gone:",
    empty: "Nothing stands in it.",
    how: {
      indexed: "index",
      added: "spelt out, added",
      literal: "spelt out",
      never: "secret, spelt out",
      size: "size of the table"
    },
    said: (number, bytes, added, evicted) => `Request ${number}: ${bytes} bytes. ${added} added to the table, ${evicted} gone.`
  },
  windowChart: {
    alt: "Throughput by window, on a line of 125 MB/s with a round trip of 40 ms. Up to 1 MiB the measured points lie on the line of the formula, window divided by round trip: 65,535 octets let through 1.64 MB/s. At 4 MiB it is 75 MB/s.",
    rate: "MB/s",
    line: "what the line carries",
    window: "window, in octets",
    caption: "Dots: measured in the lesson’s run, 1 Gbit/s and 40 ms there and back. The straight line: window / round trip."
  },
  backpressure: {
    title: "From the reader to the source",
    caption: "Read it downwards when a reader stops, and upwards when credit comes. Blue: the end that reads. Orange: the end that writes.",
    links: [
      {
        side: "reader",
        name: "The reader stops",
        what: "for await does not ask for the next message",
        js: "no _read(), so no startRead()",
        ours: "MessageQueue.push → false"
      },
      {
        side: "reader",
        name: "No credit",
        what: "what has come is held, and its octets with it",
        js: "http2Stream.pause()",
        ours: "no stream.consume()"
      },
      {
        side: "reader",
        name: "No WINDOW_UPDATE",
        what: "for this stream; others get theirs",
        js: "nghttp2, inside Node",
        ours: "ReceiveWindow.consume → 0"
      },
      {
        side: "sender",
        name: "The window runs out",
        what: "the peer may send no more DATA on this stream",
        js: "nghttp2, inside Node",
        ours: "SendWindow.available = 0"
      },
      {
        side: "sender",
        name: "The queue fills up",
        what: "what may not go out waits in memory",
        js: "Http2Stream’s buffer",
        ours: "SendBuffer.octets"
      },
      {
        side: "sender",
        name: "write() says false",
        what: "taken, but that is enough for now",
        js: "call.write() → false",
        ours: "stream.sendData() → false"
      },
      {
        side: "sender",
        name: "The source is not asked",
        what: "until drain",
        js: "yours to do: wait for ‘drain’",
        ours: "Pump, BodyWriter.pour"
      }
    ]
  },
  flow: {
    title: "Two streams, and what holds them up",
    presets: "Try",
    presetNames: {
      both: "Both are read",
      stopped: "One reader stops",
      starved: "And stops the other",
      far: "Far away",
      large: "A large window"
    },
    reader: (id) => `Reader of stream ${id}`,
    stands: "stands still",
    window: "Window of each stream",
    connectionWindow: "Window of the connection",
    delay: "Delay, one way",
    octets: (count) => `${count} octets`,
    credit: "The connection gets its credit",
    rules: { received: "when DATA has come", read: "when it is read" },
    chart: (id) => `Stream ${id}: received`,
    chartAlt: (id, octets) => `What has come on stream ${id}, over 600 milliseconds: ${octets} octets at the end.`,
    unread: "unread",
    left: "window left",
    queued: "queued at sender",
    received: "received",
    moment: "Look at",
    connectionLeft: "Left of the connection’s window:",
    result: (id, rate) => `Stream ${id}: ${rate}.`,
    held: {
      reader: "Its reader holds it up.",
      window: "It waits for its window, a round trip each time.",
      connection: "It waits for the connection’s window.",
      line: "The line is full."
    },
    formula: (octets, ms, rate) => `Window / round trip, the most for each stream: ${octets} octets / ${ms} ms = ${rate}. The line carries 6,250 kB/s.`
  },
  guess: {
    title: "A note, a voucher, and what becomes a copy",
    note: "The note, from a stranger",
    voucher: "The voucher, a secret",
    size: (plain, packed, copies) => `${plain} bytes, ${packed} by your browser’s gzip, with ${copies} copies.`,
    message: "The message. What is underlined is a copy:",
    copy: (length, distance) => `${length} once more, from ${distance} before`,
    next: "One letter more in the note, and the length of the answer. Take the shortest:",
    with: (letter, length) => `${letter}, ${length} bytes`,
    again: "From the beginning",
    cannot: "This browser has no gzip for pages.",
    noScript: "With JavaScript you see here which parts of the message become copies: “voucher=k” in the note makes the same nine letters in front of the secret a copy of nine bytes, where “voucher=a” makes one of eight."
  },
  token: {
    title: "A token, and what becomes of its signature",
    algorithm: "alg, as the header says",
    claims: "The claims",
    parts: ["the header", "the claims", "the signature"],
    good: "The signature is good.",
    wrong: "The signature is wrong: this text was never signed.",
    fault: (fault) => `A strict reader does not get as far as the signature: ${fault}.`,
    itsWord: (algorithm) => `It says ${algorithm}. Your browser has checked it by ES256 all the same, because this page says so, and not the token.`,
    again: "From the beginning",
    cannot: "This browser has no cryptography for pages that do not come over TLS.",
    noScript: "With JavaScript you can change a letter of the claims here, and your browser checks the signature with the public key of RFC 7515: any other letter, and it is wrong."
  },
  serverBars: {
    alt: "Where 99 calls of one client go. Through a proxy of layer 4: all 99 to shop-1. Through a proxy of layer 7: 33 to each of three servers. With round_robin in the client: 33 to each.",
    caption: "99 calls of one client, counted at the servers.",
    names: {
      l4: "A TCP proxy (layer 4)",
      l7: "A proxy that reads HTTP/2 (layer 7)",
      client: "round_robin in the client"
    },
    client: "client",
    proxy: "proxy"
  },
  balancing: {
    title: "Four servers, and six ways to choose one",
    presets: "Try",
    presetNames: {
      slow: "One is slow",
      alike: "All alike",
      failing: "One fails fast",
      ejected: "And is left out",
      herd: "Thirty clients, pick_first"
    },
    policy: "Policy",
    policyNames: {
      pick_first: "pick_first",
      round_robin: "round_robin",
      random: "random",
      least_loaded: "least loaded",
      least_request_experimental: "two choices",
      weighted_round_robin: "weighted"
    },
    outliers: "outlier detection",
    calls: "Calls a second",
    clients: "Clients",
    seed: "Seed of chance",
    perSecond: (count) => `${count}/s`,
    server: (number) => `Server ${number}`,
    speed: "can do",
    speedOf: (server) => `${server}: calls that it can do`,
    failing: "fails",
    failingOf: (server) => `${server}: calls that it fails`,
    queue: (longest) => `Longest queue: ${longest}.`,
    queueAlt: (server, longest) => `The queue of ${server} over 20 seconds; at most ${longest}.`,
    share: (calls, percent) => `${calls} calls, ${percent}`,
    table: "99 of 100 calls take no longer than this",
    failed: "failed",
    result: (policy, median, p99) => `${policy}: half of the calls are back after ${median}, 99 of 100 after ${p99}.`,
    failedCalls: (failed, total) => `${failed} of ${total} calls failed.`,
    noneFailed: (total) => `None of ${total} calls failed.`,
    waiting: (count) => `${count} had no answer yet when the 20 seconds were over, and are not counted.`,
    capacity: (perSecond) => `Together the servers can do ${perSecond} calls a second.`
  },
  guardGates: {
    alt: "A call goes through six gates: TLS, a proof that can be read, what this connection has proved, the brake, the hash, and the permission. At each it may end with a code.",
    caption: "From the cheap to the dear: what can be refused without a hash is refused without one. No message has been read up to here.",
    gates: [
      { asks: "Did it come over TLS?", otherwise: "16 UNAUTHENTICATED", isDear: false },
      {
        asks: "Is there one proof that can be read?",
        otherwise: "16 UNAUTHENTICATED",
        isDear: false
      },
      {
        asks: "Has this connection proved it within a minute?",
        otherwise: "if so: no brake, no hash",
        isDear: false
      },
      { asks: "Is there a try left?", otherwise: "8 RESOURCE_EXHAUSTED", isDear: false },
      { asks: "Is the password right? (a hash)", otherwise: "16 UNAUTHENTICATED", isDear: true },
      { asks: "May this person call this?", otherwise: "7 PERMISSION_DENIED", isDear: false }
    ],
    inside: "The handler: with a caller, and without the password"
  },
  basic: {
    title: "A value under authorization, read twice",
    presets: "Try",
    article: "The article",
    letsIn: "lets in",
    refuses: "refuses",
    ours: "parseBasic",
    none: "no proof",
    read: (user, password) => `user ${JSON.stringify(user)}, password ${JSON.stringify(password)}`,
    noScript: "With JavaScript, you can type a value here and see what two servers read in it."
  },
  serverEnd: {
    alt: "Three ends of a server. With a last call that ends after eight seconds: five seconds leaving, three draining, then drained. With a stream that never ends: five seconds leaving, twenty draining, then forced. With a second signal after two and a half seconds: leaving until then, then forced.",
    caption: "From the signal to the end, with the defaults. Leaving: it says NOT_SERVING, and takes every call, for five seconds. Then it has twenty to drain.",
    titles: {
      drained: "The last call takes eight seconds",
      never: "A stream never ends",
      again: "A second signal, after two and a half seconds"
    },
    phases: { leaving: "leaving", draining: "draining" },
    how: { drained: "drained", forced: "forced" },
    seconds: (count) => count === 0 ? "SIGTERM" : `${count} s`
  },
  rollout: {
    title: "An update of three pods, and its waits",
    notice: "All have noticed after",
    call: "The longest call takes",
    preStop: "preStop sleeps for",
    grace: "The grace period is",
    seconds: (count) => `${count} s`,
    kinds: {
      starting: "starting",
      ready: "ready",
      "pre-stop": "preStop: leaving, takes calls",
      draining: "SIGTERM: takes no more"
    },
    alt: (pods, lost) => `The lives of ${pods} pods, a row each: starting, ready, preStop, and after SIGTERM. Lost calls: ${lost}.`,
    lost: (lost, calls) => `${lost} of ${calls} calls are lost.`,
    why: (gone, cut) => gone + cut === 0 ? "" : `${gone} went to a pod that took no more, ${cut} were cut off by SIGKILL (a thick line).`,
    ended: (seconds) => `The update is over after ${seconds} s.`,
    never: "The update does not end."
  }
};
export {
  lessonTexts as l
};
