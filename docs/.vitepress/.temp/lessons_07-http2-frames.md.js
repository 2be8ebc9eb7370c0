import { useSSRContext, resolveComponent, unref } from "vue";
import { ssrRenderAttrs, ssrRenderComponent } from "vue/server-renderer";
const exercise = { kind: "handle", id: "07-http2-frames", load: () => import("./07-http2-frames.exercise.DYYnwkOc.js").then((exercise2) => exercise2.default) };
const hello = { kind: "handle", id: "hello", load: () => import("./hello.trace.B_fyCobG.js").then((trace) => trace.default) };
const streams = { kind: "handle", id: "streams", load: () => import("./streams.trace.Hr3hD9rC.js").then((trace) => trace.default) };
const ends = { kind: "handle", id: "ends", load: () => import("./ends.trace.DwwlJFmj.js").then((trace) => trace.default) };
const streamZero = { kind: "handle", id: "stream-zero", load: () => import("./stream-zero.trace.CLlspdVA.js").then((trace) => trace.default) };
const quiz = [
  {
    id: "settings-bytes",
    question: "Predict the bytes: the whole SETTINGS frame that allows the other side 100 streams at once (`MAX_CONCURRENT_STREAMS` is setting 3).",
    bytes: { encoder: "settings", entries: [[3, 100]] },
    reason: "Length 6, type 04, no flag, stream 0; then the identifier in two bytes and the value in four."
  },
  {
    id: "data-bytes",
    question: "And DATA with the text `ok`, on stream 5, after which nothing follows?",
    bytes: { encoder: "data", streamId: 5, text: "ok", endStream: true },
    reason: "Length 2, type 00, flag END_STREAM 01, stream 5 in four bytes, then 6f 6b."
  },
  {
    id: "second-stream",
    question: "A client has opened stream 1. Which number has its next stream?",
    answers: [
      { text: "2", reason: "Even numbers are the server’s, for streams that it would push." },
      {
        text: "3",
        reason: "The client’s streams are odd, and each is higher than all before.",
        right: true
      },
      { text: "1 again, when it is closed", reason: "A number is used once in a connection." }
    ]
  },
  {
    id: "who-waits",
    question: "On one connection the answer to stream 1 is 1 GiB of DATA, and the answer to stream 3 is 20 bytes. Must stream 3 wait?",
    answers: [
      {
        text: "Yes, as on a connection of HTTP/1.1",
        reason: "There an answer has to be whole before the next can begin."
      },
      {
        text: "No: between two frames of stream 1 there is room for one of stream 3",
        reason: "The gigabyte goes out in frames, of 16,384 bytes each as a rule, and each frame says whose it is.",
        right: true
      },
      {
        text: "No, not even if a packet is lost",
        reason: "TCP delivers in order. A lost packet holds up everything behind it, whosever it is: that is why HTTP/3 left TCP."
      }
    ]
  },
  {
    id: "state-after-get",
    question: "A client sends HEADERS with END_STREAM: a GET. In which state is the stream, for the client?",
    answers: [
      { text: "open", reason: "HEADERS opened it, and END_STREAM in the same frame moved it on." },
      {
        text: "half-closed (local)",
        reason: "Local is this side: it has said all. The answer is still to come.",
        right: true
      },
      { text: "closed", reason: "Then no answer could come any more." }
    ]
  },
  {
    id: "unknown-type",
    question: "A frame of type 0x2a arrives, of which a receiver has never heard. What does it do?",
    answers: [
      {
        text: "Skips it: its length says how far",
        reason: "So new types can be invented, and old programs live on (RFC 9113 §5.5).",
        right: true
      },
      { text: "RST_STREAM", reason: "Nothing is wrong with the stream." },
      { text: "GOAWAY with PROTOCOL_ERROR", reason: "It is not an error to be new." }
    ]
  },
  {
    id: "rst-or-goaway",
    question: "A frame of 20,000 bytes of DATA comes, and 16,384 are allowed. What may end?",
    answers: [
      {
        text: "The stream, or the whole connection: the receiver decides",
        reason: "For DATA the RFC asks for an error at least of the stream (§4.2). Ours and Node’s say GOAWAY: the frame is refused by its header, and nobody reads on behind it.",
        right: true
      },
      {
        text: "Nothing, if there is memory",
        reason: "Each side says in SETTINGS how much it takes in one frame, 16,384 bytes if it says nothing. To send more breaks a rule."
      },
      {
        text: "Only the frame: it is skipped",
        reason: "A piece of the body would be missing, and nobody would know."
      }
    ]
  }
];
const __pageData = JSON.parse('{"title":"HTTP/2 frames","description":"How do many streams share one connection? Lesson 7 of RPC from scratch.","frontmatter":{"prev":false,"next":false},"headers":[],"relativePath":"lessons/07-http2-frames.md","filePath":"lessons/07-http2-frames.md"}');
const __default__ = { name: "lessons/07-http2-frames.md" };
const _sfc_main = /* @__PURE__ */ Object.assign(__default__, {
  __ssrInlineRender: true,
  setup(__props) {
    return (_ctx, _push, _parent, _attrs) => {
      const _component_LessonStart = resolveComponent("LessonStart");
      const _component_PacketPicture = resolveComponent("PacketPicture");
      const _component_TraceExplorer = resolveComponent("TraceExplorer");
      const _component_Quiz = resolveComponent("Quiz");
      const _component_SequencePicture = resolveComponent("SequencePicture");
      const _component_StreamLife = resolveComponent("StreamLife");
      const _component_BuildIt = resolveComponent("BuildIt");
      const _component_QuizScore = resolveComponent("QuizScore");
      _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="http-2-frames" tabindex="-1">HTTP/2 frames <a class="header-anchor" href="#http-2-frames" aria-label="Permalink to &quot;HTTP/2 frames&quot;">​</a></h1>`);
      _push(ssrRenderComponent(_component_LessonStart, null, null, _parent));
      _push(`<p>We have messages, and code that writes them for us. They still travel by a protocol that we invented in lessons 1 to 3, and only our own programs speak it. gRPC needs one that proxies and all languages know. A hundred calls have to run on one connection at once, long ones and short ones, in both directions; and each can be given up without harm to the others. <strong>How do many streams share one connection?</strong></p><p>HTTP/2 has an answer, and it is small: nine bytes in front of every frame, and a little machine with five states (the RFC has two more, for server push, which gRPC does not use). After this lesson you can speak it on a bare socket.</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 7</span></span></code></pre></div><p>Look for the SETTINGS of both ends and their ACKs, and for two streams whose frames take turns.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · Hello ───────────────────────────────────────────────────────────────────
A bare TCP socket, and bytes written by hand. First the client says a line that
is the same for everybody, so that a server of HTTP/1.1 gives up at once. Then
each side says in SETTINGS what it can take, and says ACK when it has taken in
the other’s. After that one request, GET /tea:
client ──▶ server  the connection preface                               24 bytes
  0000  50 52 49 20 2a 20 48 54  preface = &quot;PRI * HTTP/2.0\\r\\n\\r\\nSM\\r\\n\\r\\n&quot;
        54 50 2f 32 2e 30 0d 0a    what follows is HTTP/2; a server of HTTP/1.1
        0d 0a 53 4d 0d 0a 0d 0a    gives up at this line (RFC 9113 §3.4)
client ──▶ server  SETTINGS                                             15 bytes
  0000  00 00 06                 length = 6
                                   bytes of payload behind these nine: 24 bits,
                                   big-endian (RFC 9113 §4.1)
  0003  04                       type = 0x04 SETTINGS
                                   what its sender can take (RFC 9113 §6.5)
  0004  00                       flags = 0x00 · none is set (RFC 9113 §4.1)
  0005  00 00 00 00              stream = 0
                                   the connection itself (RFC 9113 §5.1.1)
  0009  00 02 00 00 00 00        ENABLE_PUSH = 0
                                   whether the server may push: 0 or 1 (RFC 9113
                                   §6.5.2)
client ◀── server  SETTINGS                                             21 bytes
  0000  00 00 0c                 length = 12
  0003  … 6 bytes                as before: type, flags, stream
  0009  00 03 00 00 03 e8        MAX_CONCURRENT_STREAMS = 1000
                                   how many streams the other side may have open
                                   (RFC 9113 §6.5.2)
  000f  00 06 00 00 40 00        MAX_HEADER_LIST_SIZE = 16384
                                   advice: the largest header list that it takes
                                   (RFC 9113 §6.5.2)
client ◀── server  SETTINGS ACK                                          9 bytes
  0000  00 00 00                 length = 0
  0003  04                       type = 0x04 SETTINGS
  0004  01                       flags = 0x01 ACK
                                   ACK: the answer to the other side’s (RFC 9113
                                   §4.1)
  0005  00 00 00 00              stream = 0
client ──▶ server  SETTINGS ACK                                          9 bytes
  0000  … 9 bytes                as before: length, type, flags, stream
client ──▶ server  HEADERS · stream 1 · END_STREAM                      23 bytes
  0000  00 00 0e                 length = 14
  0003  01                       type = 0x01 HEADERS
                                   opens a stream, answers on one, or ends one
                                   with trailers (RFC 9113 §6.2)
  0004  05                       flags = 0x05 END_STREAM END_HEADERS
                                   END_STREAM: the sender says no more on this
                                   stream; END_HEADERS: the header block is
                                   whole (RFC 9113 §4.1)
  0005  00 00 00 01              stream = 1
                                   odd: a stream that the client opened (RFC
                                   9113 §5.1.1)
  0009  82 86 44 83 61 25 1f 41  header block = 14 bytes
        85 ea 64 92 72 d5          compressed header fields (RFC 7541)
client ◀── server  HEADERS · stream 1                                   10 bytes
  0000  00 00 01                 length = 1
  0003  01                       type = 0x01 HEADERS
  0004  04                       flags = 0x04 END_HEADERS
                                   END_HEADERS: the header block is whole (RFC
                                   9113 §4.1)
  0005  00 00 00 01              stream = 1
  0009  88                       header block = 1 byte
client ◀── server  DATA · stream 1 · &quot;Boil water.\\n&quot;                    21 bytes
  0000  00 00 0c                 length = 12
  0003  00                       type = 0x00 DATA
                                   a piece of a body (RFC 9113 §6.1)
  0004  00                       flags = 0x00
  0005  00 00 00 01              stream = 1
  0009  42 6f 69 6c 20 77 61 74  data = 12 bytes
        65 72 2e 0a                a piece of the body (RFC 9113 §6.1)
client ◀── server  DATA · stream 1 · &quot;Pour, wait, drink.\\n&quot; · END_STR…  28 bytes
  0000  00 00 13                 length = 19
  0003  00                       type = 0x00 DATA
  0004  01                       flags = 0x01 END_STREAM
                                   END_STREAM: the sender says no more on this
                                   stream (RFC 9113 §4.1)
  0005  00 00 00 01              stream = 1
  0009  50 6f 75 72 2c 20 77 61  data = 19 bytes
        69 74 2c 20 64 72 69 6e
        6b 2e 0a
Nine bytes, then so many bytes as the first three say: the length prefix of
lesson 3, and with it what the frame is, what is special about it, and whose it
is. The header block is compressed; what it says is lesson 8.

── 2 · The life of stream 1, seen from the client ──────────────────────────────
  send headers    idle → open
  send end        open → half-closed-local
  receive end     half-closed-local → closed
A stream is not an object that anyone creates. It is a number, and a state at
each end, which every frame may change. The client’s first frame moved it twice:
HEADERS opened it, END_STREAM in the flags closed the client’s half.

── 3 · Two streams on one connection ───────────────────────────────────────────
Soup and tea, asked for in one write. The kitchen sends each step when it is
ready. What went over the one connection, with ■ where a frame has END_STREAM:
          stream 1                stream 3
    ──▶   HEADERS, 15 bytes ■
    ──▶                           HEADERS, 8 bytes ■
    ◀──   HEADERS, 1 byte
    ◀──   DATA, 17 bytes
    ◀──                           HEADERS, 1 byte
    ◀──                           DATA, 12 bytes
    ◀──   DATA, 15 bytes
    ◀──                           DATA, 19 bytes ■
    ◀──   DATA, 14 bytes ■
The tea is done before the soup, and neither has waited for the other: each
frame says whose it is. In lesson 2 a reply had to be whole before the next
could begin; here a long answer leaves gaps for all the others.

── 4 · To end a stream, to ask, to end all ─────────────────────────────────────
A stew simmers for hours. The client has enough of waiting: RST_STREAM ends that
stream, both ways, and nothing else. A PING shows that the connection lives.
GOAWAY says that its sender will take no new streams, and which of the other
side’s was the last: 0, as the server has opened none:
client ──▶ server  HEADERS · stream 1 · END_STREAM                      24 bytes
  0000  00 00 0f 01 05 00 00 00  frame header = HEADERS END_STREAM END_HEADERS,
        01                       stream 1, 15 bytes
                                   length, type, flags, stream (RFC 9113 §4.1)
  0009  82 86 44 84 61 09 2f 8f  header block = 15 bytes
        41 85 ea 64 92 72 d5
client ◀── server  HEADERS · stream 1                                   10 bytes
  0000  00 00 01 01 04 00 00 00  frame header = HEADERS END_HEADERS, stream 1, 1
        01                       byte
  0009  88                       header block = 1 byte
client ◀── server  DATA · stream 1 · &quot;Brown the meat.\\n&quot;                25 bytes
  0000  00 00 10 00 00 00 00 00  frame header = DATA, stream 1, 16 bytes
        01
  0009  42 72 6f 77 6e 20 74 68  data = 16 bytes
        65 20 6d 65 61 74 2e 0a
client ──▶ server  RST_STREAM · stream 1 · CANCEL                       13 bytes
  0000  00 00 04 03 00 00 00 00  frame header = RST_STREAM, stream 1, 4 bytes
        01
  0009  00 00 00 08              error code = 8 CANCEL
                                   no longer wanted (RFC 9113 §6.4)
client ──▶ server  PING                                                 17 bytes
  0000  00 00 08 06 00 00 00 00  frame header = PING, stream 0, 8 bytes
        00
  0009  01 02 03 04 05 06 07 08  opaque data = 0102030405060708
                                   comes back the same with ACK, so that one
                                   knows which PING is answered (RFC 9113 §6.7)
client ◀── server  PING ACK                                             17 bytes
  0000  00 00 08 06 01 00 00 00  frame header = PING ACK, stream 0, 8 bytes
        00
  0009  01 02 03 04 05 06 07 08  opaque data = 0102030405060708
client ──▶ server  GOAWAY · NO_ERROR · last stream 0                    17 bytes
  0000  00 00 08 07 00 00 00 00  frame header = GOAWAY, stream 0, 8 bytes
        00
  0009  00 00 00 00              last stream = 0
                                   the highest stream that was or may be served
                                   (RFC 9113 §6.8)
  000d  00 00 00 00              error code = 0 NO_ERROR
                                   nothing is wrong (RFC 9113 §6.8)
Twice you saw a header block and could not read it: 15 bytes for a whole
request, one byte for an answer. In the scene before, the second request took 8.
What stands in there, and why it shrinks, is lesson 8.</pre></details><h2 id="nine-bytes" tabindex="-1">Nine bytes <a class="header-anchor" href="#nine-bytes" aria-label="Permalink to &quot;Nine bytes&quot;">​</a></h2><p>In lesson 3 a length stood before each message. HTTP/2 does the same, and adds what one needs when several conversations share a connection: what kind of frame this is, what is special about it, and <strong>to which conversation</strong> it belongs.</p>`);
      _push(ssrRenderComponent(_component_PacketPicture, {
        label: "A frame of HTTP/2",
        fields: [
          { name: "Length", bits: 24, note: "of the payload alone" },
          { name: "Type", bits: 8, row: true },
          { name: "Flags", bits: 8 },
          { name: "R", bits: 1, row: true, note: "reserved" },
          { name: "Stream identifier", bits: 31 },
          { name: "Payload", bits: "rest" }
        ]
      }, null, _parent));
      _push(`<p>That is a <strong>frame</strong>. There are ten types, and a connection of gRPC uses eight of them:</p><table tabindex="0"><thead><tr><th>type</th><th>name</th><th>what it says</th></tr></thead><tbody><tr><td>0</td><td><code>DATA</code></td><td>a piece of a body</td></tr><tr><td>1</td><td><code>HEADERS</code></td><td>opens a stream, answers on one, or ends one with trailers</td></tr><tr><td>3</td><td><code>RST_STREAM</code></td><td>this stream is over, now, both ways</td></tr><tr><td>4</td><td><code>SETTINGS</code></td><td>what I can take</td></tr><tr><td>6</td><td><code>PING</code></td><td>are you there?</td></tr><tr><td>7</td><td><code>GOAWAY</code></td><td>I take no more streams</td></tr><tr><td>8</td><td><code>WINDOW_UPDATE</code></td><td>you may send so many bytes of DATA more (lesson 14)</td></tr><tr><td>9</td><td><code>CONTINUATION</code></td><td>more of a header block that was too long for one frame</td></tr></tbody></table><p>SETTINGS, PING and GOAWAY are about the connection as a whole and have the stream number 0. WINDOW_UPDATE can be about the connection or about a stream. All others belong to a stream.</p><p>The other two are <code>PRIORITY</code> (2), which RFC 9113 has given up, and <code>PUSH_PROMISE</code> (5), which browsers no longer take. A receiver skips a type that it does not know: its length says how far. So the protocol can grow, just as a Protobuf message can.</p><p>A <strong>flag</strong> is one bit of the flags byte. What a bit means depends on the type: 1 is <code>END_STREAM</code> in DATA and HEADERS, <code>ACK</code> in SETTINGS and PING. <code>END_STREAM</code> will be the most important bit of this course: &quot;I have said all on this stream&quot;.</p><p>Two of the payloads you will write yourself. <strong>DATA</strong> is the body as it is. If the flag <code>PADDED</code> (8) is set, it is wrapped: the first byte says how many bytes at the end are only padding. Padding hides from a listener how long a body is.</p>`);
      _push(ssrRenderComponent(_component_PacketPicture, {
        label: "DATA with PADDED",
        fields: [
          { name: "Pad length", bits: 8, note: "if PADDED" },
          { name: "Data", bits: "rest", row: true },
          { name: "Padding", bits: "rest", row: true, note: "as many bytes as the first one says" }
        ]
      }, null, _parent));
      _push(`<p><code>02 68 69 00 00</code> is &quot;hi&quot; with two bytes of padding. <code>05 68 69 00 00</code> is an error: with the pad length itself the payload would need six bytes, and it has five. Then the connection ends. gRPC never pads; a peer may.</p><p><strong>SETTINGS</strong> is a list. Each entry takes six bytes, two for the identifier (what it is about) and four for the value. A receiver skips an identifier that it does not know:</p>`);
      _push(ssrRenderComponent(_component_PacketPicture, {
        label: "A setting",
        fields: [
          { name: "Identifier", bits: 16 },
          { name: "Value", bits: 32, row: true }
        ]
      }, null, _parent));
      _push(`<p><code>00 04 00 00 ff ff</code> is setting 4, <code>INITIAL_WINDOW_SIZE</code>, with the value 65,535.</p><h2 id="hello" tabindex="-1">Hello <a class="header-anchor" href="#hello" aria-label="Permalink to &quot;Hello&quot;">​</a></h2><p>A client begins with 24 bytes that are the same for everybody:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>PRI * HTTP/2.0\\r\\n\\r\\nSM\\r\\n\\r\\n</span></span></code></pre></div><p>To a server of HTTP/1.1 that is a request with a method and a version that nobody has, and it gives up before anything is done. After this <strong>preface</strong> each side says in SETTINGS what it can take. Settings are not a negotiation: no side answers with a proposal of its own. The other side applies them, and says <code>ACK</code>: from then on the sender may rely on them.</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/07-http2-frames/frame-client.ts.txt" target="_self">lessons/07-http2-frames/frame-client.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * What every client says first, and the answers that end the</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * greeting.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">async hello(): Promise&lt;</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">void</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  this.send((out) =&gt; {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    out.bytes(CLIENT_PREFACE);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    serializeSettings(out, [[ENABLE_PUSH, </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">]]);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  await this.until(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    ({ type, ack }) =&gt; type === </span><span style="--shiki-light:#2B2722;--shiki-dark:#B3CA86;">&#39;SETTINGS&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> &amp;&amp; ack === </span><span style="--shiki-light:#2B2722;--shiki-dark:#E3A6C8;">true</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  );</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  this.send(serializeSettingsAck);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p>Then a request: one frame, if it has no body. It has two flags: <code>END_HEADERS</code> (the header block is whole) and <code>END_STREAM</code> (no body follows).</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/07-http2-frames/frame-client.ts.txt" target="_self">lessons/07-http2-frames/frame-client.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * Opens a stream for each path, all in one write. Returns their</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * ids.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">get(...paths: string[]): number[] {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> ids: number[] = [];</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.send((out) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    for</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> path </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">of</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> paths) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> id = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#nextId;</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#nextId += </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">2</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      serializeHeaders(out, id, </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#headerBlock(path), {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        endStream: </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">true</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#move(id, </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;send headers&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#move(id, </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;send end&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      ids.push(id);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    }</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> ids;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p>Here is all of it. Walk through the bytes by mouse or with the arrow keys:</p>`);
      _push(ssrRenderComponent(_component_TraceExplorer, { trace: unref(hello) }, null, _parent));
      _push(`<p>The header block is 14 bytes and unreadable. It says <code>GET</code>, <code>http</code>, <code>/tea</code> and <code>kitchen</code>: how it does that is lesson 8.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "settings-bytes"
      }, null, _parent));
      _push(`<h2 id="streams" tabindex="-1">Streams <a class="header-anchor" href="#streams" aria-label="Permalink to &quot;Streams&quot;">​</a></h2><p>A <strong>stream</strong> is one request and its answer. Nobody has to set it up: a stream begins when somebody uses its number for the first time. The client&#39;s are odd, each higher than all before it, and none is used twice; even ones belong to the server, which opens none in gRPC. Stream 0 is the connection itself.</p><p>After the same greeting, soup and tea, asked for in one write. The kitchen sends each step when it is ready:</p>`);
      _push(ssrRenderComponent(_component_SequencePicture, { trace: unref(streams) }, null, _parent));
      _push(`<p>The tea is done before the soup, and neither waits for the other: between two frames of one stream there is room for a frame of another. That is <strong>multiplexing</strong>. On a connection of HTTP/1.1 an answer has to be whole before the next may begin, which is why browsers opened six connections at once.</p><p>One kind of waiting is left. TCP delivers bytes in order, so one lost packet holds up everything behind it, on all streams. That is a reason for HTTP/3: it has left TCP for QUIC, on UDP, and there a lost packet holds up only the stream to which it belongs.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "data-bytes second-stream who-waits"
      }, null, _parent));
      _push(`<h2 id="the-life-of-a-stream" tabindex="-1">The life of a stream <a class="header-anchor" href="#the-life-of-a-stream" aria-label="Permalink to &quot;The life of a stream&quot;">​</a></h2><p>Each end keeps a state for each stream, and frames move it. Send and receive, and see what is allowed when:</p>`);
      _push(ssrRenderComponent(_component_StreamLife, null, null, _parent));
      _push(`<p>Two things are worth a second look:</p><ul><li><strong>Half-closed</strong> is half open. After a GET the client&#39;s half is closed, and the answer has not even begun. The two directions end separately: that is what makes streaming calls possible, from lesson 11 on.</li><li>The same stream has <strong>different names at its two ends</strong>. <em>Local</em> is the side that keeps the state, <em>remote</em> the other one: half-closed (local) means that I have said all, half-closed (remote) that you have. What is <em>half-closed (local)</em> for the client is <em>half-closed (remote)</em> for the server, once the frame has arrived. While it is on its way the ends disagree, and that is nobody&#39;s fault. So a frame that comes too late is not always an error: after our own RST_STREAM we must expect some.</li></ul><p>In code it is a table, and it is the last task of the exercise. The code that uses it asks before each step:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/07-http2-frames/frame-client.ts.txt" target="_self">lessons/07-http2-frames/frame-client.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * A stream&#39;s next state. What its state does not allow is passed</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * over: it may have been late.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">#move(id: number, event: StreamEvent): </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">void</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> before = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#states.get(id) ?? </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;idle&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> after = nextState(before, event);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (after === </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">undefined</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> || after === before) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#states.set(id, after);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.onState(id, after, event);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "state-after-get"
      }, null, _parent));
      _push(`<h2 id="to-end-a-stream-to-ask-to-end-all" tabindex="-1">To end a stream, to ask, to end all <a class="header-anchor" href="#to-end-a-stream-to-ask-to-end-all" aria-label="Permalink to &quot;To end a stream, to ask, to end all&quot;">​</a></h2><p>There are two ways to end a stream: both sides say <code>END_STREAM</code>, or one says <code>RST_STREAM</code>, with a code for the reason. <code>CANCEL</code> means that the answer is no longer wanted; a gRPC call that is cancelled, or whose deadline has passed, ends in this way. Nothing else on the connection notices.</p><p><code>PING</code> asks whether the other side is there. The answer brings the same eight bytes back, so it also measures the round trip.</p><p><code>GOAWAY</code> ends the connection politely: &quot;I take no new streams; the highest of yours that I have or may have touched is this one&quot;. No stream above it was touched, and each can safely be sent again elsewhere. (A client&#39;s <code>GOAWAY</code> says 0 here: it counts the server&#39;s streams, and the server opened none.) A server that is to be restarted says so, finishes what it has begun, and closes: no call is lost.</p>`);
      _push(ssrRenderComponent(_component_TraceExplorer, { trace: unref(ends) }, null, _parent));
      _push(`<h2 id="when-a-rule-is-broken" tabindex="-1">When a rule is broken <a class="header-anchor" href="#when-a-rule-is-broken" aria-label="Permalink to &quot;When a rule is broken&quot;">​</a></h2><p>Errors have two sizes. If only one conversation is hurt, <strong>RST_STREAM</strong> ends that stream. If the connection as a whole is hurt (the bytes that follow cannot be understood any more, or what both sides know of it does not fit), <strong>GOAWAY</strong> ends everything. An error of a stream may always be treated as one of the connection: a peer that breaks one rule may break others.</p><p>DATA on stream 0 is of the second kind: there is no stream that could be ended.</p>`);
      _push(ssrRenderComponent(_component_TraceExplorer, { trace: unref(streamZero) }, null, _parent));
      _push(`<p>The code is for programs. The text behind it is for people: when a connection ends and you do not know why, look for the debug data of the GOAWAY.</p><table tabindex="0"><thead><tr><th>code</th><th>name</th><th>what happened</th></tr></thead><tbody><tr><td>0</td><td><code>NO_ERROR</code></td><td>nothing: it ends in order</td></tr><tr><td>1</td><td><code>PROTOCOL_ERROR</code></td><td>a rule was broken, and no other code says it better</td></tr><tr><td>3</td><td><code>FLOW_CONTROL_ERROR</code></td><td>more DATA than was allowed</td></tr><tr><td>5</td><td><code>STREAM_CLOSED</code></td><td>a frame after END_STREAM, or for a closed stream</td></tr><tr><td>6</td><td><code>FRAME_SIZE_ERROR</code></td><td>a frame has a size that it must not have</td></tr><tr><td>7</td><td><code>REFUSED_STREAM</code></td><td>not touched: safe to send again</td></tr><tr><td>8</td><td><code>CANCEL</code></td><td>no longer wanted</td></tr><tr><td>11</td><td><code>ENHANCE_YOUR_CALM</code></td><td>too much of something that is allowed</td></tr></tbody></table>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "unknown-type rst-or-goaway"
      }, null, _parent));
      _push(`<h2 id="the-server" tabindex="-1">The server <a class="header-anchor" href="#the-server" aria-label="Permalink to &quot;The server&quot;">​</a></h2><p>It is our own HTTP/2, <code>src/http2</code>, and knows nothing of frames any more: it gets a stream and answers on it.</p><div class="excerpt ts long"><p class="file"><a href="/source/lessons/07-http2-frames/server.ts.txt" target="_self">lessons/07-http2-frames/server.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * The kitchen over our own HTTP/2: each request comes as a stream,</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * and is answered on it.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> async</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> startServer({</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  host,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  port,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  log,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}: ServerOptions): Promise&lt;RunningServer&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> listener = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> listenTcp({ host, port }, (connection) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    log(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">connection</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">remote</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> connected\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> stream = (</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      stream: Http2Stream,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      fields: </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">readonly</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> HeaderField[],</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    ) =&gt;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      answer(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        stream,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        fields.find(({ name }) =&gt; name === </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;:path&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">)?.value,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        log,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      );</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    attachHttp2(createHttp2Server({ stream }, WINDOWS), connection);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    host: listener.host,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    port: listener.port,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    close: () =&gt; listener.destroy(),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> answer(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  stream: Http2Stream,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  path: string | undefined,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  log: (line: string) =&gt; void,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">): StreamHandler {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> dish = dishAt(path);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  log(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`stream </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">stream</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">id</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">: GET </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">path</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (dish === </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">undefined</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    stream.sendHeaders([{ name: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;:status&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, value: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;404&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> }], </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">true</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { close: () =&gt; {} };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  }</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  stream.sendHeaders([{ name: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;:status&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, value: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;200&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> }]);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> stop = cook(dish, (step, last) =&gt;</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    stream.sendData(encodeUtf8(step), last),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    data: (chunk) =&gt; stream.consume(chunk.length),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    close(error) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      stop();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> how =</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        error === </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">undefined</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> ? </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;served&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> : </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`given up, </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">error</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">message</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      log(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`stream </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">stream</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">id</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">: </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">how</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div><label class="unfold"><input type="checkbox">Show all 54 lines</label></div><h2 id="break-it" tabindex="-1">Break it <a class="header-anchor" href="#break-it" aria-label="Permalink to &quot;Break it&quot;">​</a></h2><p>Each experiment sends the same wrong frame to two servers that were written by people who never met: ours, and the one that Node brings. Behind it goes a PING: a server that answers it is still there.</p><p>DATA that belongs to no stream; and a frame one byte longer than allowed:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 7</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --stream-zero</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 7</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --too-large</span></span></code></pre></div><p>Look for the error code in GOAWAY, and for the words behind it.</p><details class="output"><summary>What <code>npm run lesson 7 -- --stream-zero</code> prints</summary><pre tabindex="0">── 1 · DATA on stream 0 ────────────────────────────────────────────────────────
The greeting is left out here. Behind the wrong frame, in the same write, goes a
PING: a server that answers it is still there.

our server:
client ──▶ server  DATA · &quot;anyone?&quot; · END_STREAM                        16 bytes
  0000  00 00 07 00 01 00 00 00  frame header = DATA END_STREAM, stream 0, 7
        00                       bytes
                                   length, type, flags, stream (RFC 9113 §4.1)
  0009  61 6e 79 6f 6e 65 3f     data = 7 bytes
                                   a piece of the body (RFC 9113 §6.1)
client ──▶ server  PING                                                 17 bytes
  0000  00 00 08 06 00 00 00 00  frame header = PING, stream 0, 8 bytes
        00
  0009  01 02 03 04 05 06 07 08  opaque data = 0102030405060708
                                   comes back the same with ACK, so that one
                                   knows which PING is answered (RFC 9113 §6.7)
client ◀── server  GOAWAY · PROTOCOL_ERROR · last stream 0              68 bytes
  0000  00 00 3b 07 00 00 00 00  frame header = GOAWAY, stream 0, 59 bytes
        00
  0009  00 00 00 00              last stream = 0
                                   the highest stream that was or may be served
                                   (RFC 9113 §6.8)
  000d  00 00 00 01              error code = 1 PROTOCOL_ERROR
                                   the other side has broken a rule (RFC 9113
                                   §6.8)
  0011  50 52 4f 54 4f 43 4f 4c  debug data = &quot;PROTOCOL_ERROR: a frame of type 0
        5f 45 52 52 4f 52 3a 20  on stream 0 (§6)&quot;
        61 20 66 72 61 6d 65 20    for a person who reads a log (RFC 9113 §6.8)
        6f 66 20 74 79 70 65 20
        … 11 more
        a7 36 29
  so              GOAWAY with PROTOCOL_ERROR, and the connection is over

Node’s server:
client ──▶ server  DATA · &quot;anyone?&quot; · END_STREAM                        16 bytes
  0000  … 16 bytes               as before: frame header, data
client ──▶ server  PING                                                 17 bytes
  0000  … 17 bytes               as before: frame header, opaque data
client ◀── server  GOAWAY · PROTOCOL_ERROR · last stream 0              37 bytes
  0000  00 00 1c 07 00 00 00 00  frame header = GOAWAY, stream 0, 28 bytes
        00
  0009  00 00 00 00              last stream = 0
  000d  00 00 00 01              error code = 1 PROTOCOL_ERROR
  0011  44 41 54 41 3a 20 73 74  debug data = &quot;DATA: stream_id == 0&quot;
        72 65 61 6d 5f 69 64 20
        3d 3d 20 30
  so              GOAWAY with PROTOCOL_ERROR, and the connection is over
Stream 0 is the connection. DATA belongs to a request, and there is none: the
rule is broken for the connection as a whole, so it is the connection that ends
(RFC 9113 §6.1). GOAWAY says why, in a code for programs and in a few words for
people.</pre></details><details class="output"><summary>What <code>npm run lesson 7 -- --too-large</code> prints</summary><pre tabindex="0">── 1 · A frame of 16,385 bytes ─────────────────────────────────────────────────
The greeting is left out here. Behind the wrong frame, in the same write, goes a
PING: a server that answers it is still there.

our server:
client ──▶ server  HEADERS · stream 1 · END_STREAM                   16394 bytes
  0000  00 40 01 01 05 00 00 00  frame header = HEADERS END_STREAM END_HEADERS,
        01                       stream 1, 16385 bytes
                                   length, type, flags, stream (RFC 9113 §4.1)
  0009  00 00 00 00 00 00 00 00  header block = 16385 bytes
        00 00 00 00 00 00 00 00    compressed header fields (RFC 7541)
        00 00 00 00 00 00 00 00
        00 00 00 00 00 00 00 00
        … 16345 more
        00
client ──▶ server  PING                                                 17 bytes
  0000  00 00 08 06 00 00 00 00  frame header = PING, stream 0, 8 bytes
        00
  0009  01 02 03 04 05 06 07 08  opaque data = 0102030405060708
                                   comes back the same with ACK, so that one
                                   knows which PING is answered (RFC 9113 §6.7)
client ◀── server  GOAWAY · FRAME_SIZE_ERROR · last stream 0            90 bytes
  0000  00 00 51 07 00 00 00 00  frame header = GOAWAY, stream 0, 81 bytes
        00
  0009  00 00 00 00              last stream = 0
                                   the highest stream that was or may be served
                                   (RFC 9113 §6.8)
  000d  00 00 00 06              error code = 6 FRAME_SIZE_ERROR
                                   a frame has a size that it must not have (RFC
                                   9113 §6.8)
  0011  46 52 41 4d 45 5f 53 49  debug data = &quot;FRAME_SIZE_ERROR: a frame of
        5a 45 5f 45 52 52 4f 52  16385 octets where 16384 are allowed (§4.2)&quot;
        3a 20 61 20 66 72 61 6d    for a person who reads a log (RFC 9113 §6.8)
        65 20 6f 66 20 31 36 33
        … 33 more
        29
  so              GOAWAY with FRAME_SIZE_ERROR, and the connection is over

Node’s server:
client ──▶ server  HEADERS · stream 1 · END_STREAM                   16394 bytes
  0000  … 16394 bytes            as before: frame header, header block
client ──▶ server  PING                                                 17 bytes
  0000  … 17 bytes               as before: frame header, opaque data
client ◀── server  GOAWAY · FRAME_SIZE_ERROR · last stream 0            37 bytes
  0000  00 00 1c 07 00 00 00 00  frame header = GOAWAY, stream 0, 28 bytes
        00
  0009  00 00 00 00              last stream = 0
  000d  00 00 00 06              error code = 6 FRAME_SIZE_ERROR
  0011  74 6f 6f 20 6c 61 72 67  debug data = &quot;too large frame size&quot;
        65 20 66 72 61 6d 65 20
        73 69 7a 65
  so              GOAWAY with FRAME_SIZE_ERROR, and the connection is over
Nobody has to take more than 16,384 bytes in a frame unless its SETTINGS say so.
Three bytes of length can promise 16 MiB; so, as in lesson 3, the check comes
when the header is there and before the payload is kept.</pre></details><p>DATA after END_STREAM, once while the answer is coming and once when it has come. Which of the two servers would you rather talk to?</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 7</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --after-end</span></span></code></pre></div><p>Look for what the two servers do: it is not the same, and both are right.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · DATA after END_STREAM, while the stew simmers ───────────────────────────
The greeting is left out here. Behind the wrong frame, in the same write, goes a
PING: a server that answers it is still there.

our server:
client ──▶ server  DATA · stream 1 · &quot;and salt!&quot;                        18 bytes
  0000  00 00 09 00 00 00 00 00  frame header = DATA, stream 1, 9 bytes
        01                         length, type, flags, stream (RFC 9113 §4.1)
  0009  61 6e 64 20 73 61 6c 74  data = 9 bytes
        21                         a piece of the body (RFC 9113 §6.1)
client ──▶ server  PING                                                 17 bytes
  0000  00 00 08 06 00 00 00 00  frame header = PING, stream 0, 8 bytes
        00
  0009  01 02 03 04 05 06 07 08  opaque data = 0102030405060708
                                   comes back the same with ACK, so that one
                                   knows which PING is answered (RFC 9113 §6.7)
client ◀── server  RST_STREAM · stream 1 · STREAM_CLOSED                13 bytes
  0000  00 00 04 03 00 00 00 00  frame header = RST_STREAM, stream 1, 4 bytes
        01
  0009  00 00 00 05              error code = 5 STREAM_CLOSED
                                   a frame came for a stream that had ended (RFC
                                   9113 §6.4)
client ◀── server  PING ACK                                             17 bytes
  0000  00 00 08 06 01 00 00 00  frame header = PING ACK, stream 0, 8 bytes
        00
  0009  01 02 03 04 05 06 07 08  opaque data = 0102030405060708
  so              RST_STREAM with STREAM_CLOSED, and the connection goes on

Node’s server:
client ──▶ server  DATA · stream 1 · &quot;and salt!&quot;                        18 bytes
  0000  … 18 bytes               as before: frame header, data
client ──▶ server  PING                                                 17 bytes
  0000  … 17 bytes               as before: frame header, opaque data
client ◀── server  GOAWAY · STREAM_CLOSED · last stream 1               52 bytes
  0000  00 00 2b 07 00 00 00 00  frame header = GOAWAY, stream 0, 43 bytes
        00
  0009  00 00 00 01              last stream = 1
                                   the highest stream that was or may be served
                                   (RFC 9113 §6.8)
  000d  … 4 bytes                as before: error code
  0011  44 41 54 41 3a 20 73 74  debug data = &quot;DATA: stream in
        72 65 61 6d 20 69 6e 20  half-closed(remote)&quot;
        68 61 6c 66 2d 63 6c 6f    for a person who reads a log (RFC 9113 §6.8)
        73 65 64 28 72 65 6d 6f
        74 65 29
  so              GOAWAY with STREAM_CLOSED, and the connection is over
The request had ended with its HEADERS, so the stream was half-closed on the
client’s side. RFC 9113 §5.1 asks for an error of the stream, STREAM_CLOSED.
Ours ends that stream; Node’s ends the connection, which §5.4.1 allows to
everybody: a peer that breaks one rule may break others.

── 2 · The same, when the tea has come ─────────────────────────────────────────

our server:
client ──▶ server  DATA · stream 1 · &quot;and salt!&quot;                        18 bytes
  0000  … 18 bytes               as before: frame header, data
client ──▶ server  PING                                                 17 bytes
  0000  … 17 bytes               as before: frame header, opaque data
client ◀── server  GOAWAY · STREAM_CLOSED · last stream 1               73 bytes
  0000  00 00 40 07 00 00 00 00  frame header = GOAWAY, stream 0, 64 bytes
        00
  0009  00 00 00 01              last stream = 1
  000d  00 00 00 05              error code = 5 STREAM_CLOSED
  0011  53 54 52 45 41 4d 5f 43  debug data = &quot;STREAM_CLOSED: DATA on stream 1,
        4c 4f 53 45 44 3a 20 44  which has ended (§5.1)&quot;
        41 54 41 20 6f 6e 20 73
        74 72 65 61 6d 20 31 2c
        … 16 more
        20 28 c2 a7 35 2e 31 29
  so              GOAWAY with STREAM_CLOSED, and the connection is over

Node’s server:
client ──▶ server  DATA · stream 1 · &quot;and salt!&quot;                        18 bytes
  0000  … 18 bytes               as before: frame header, data
client ──▶ server  PING                                                 17 bytes
  0000  … 17 bytes               as before: frame header, opaque data
client ◀── server  PING ACK                                             17 bytes
  0000  … 17 bytes               as before: frame header, opaque data
  so              not a word about it, and the connection goes on
Now the stream is closed on both sides. A server may take that for an error, or
pass over it: it cannot remember every stream for ever. Two good servers, two
answers; a client must live with either.</pre></details><p>And HTTP/1.1 at the door of HTTP/2:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 7</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --old-http</span></span></code></pre></div><p>Look for GOAWAY: the first byte was enough.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · HTTP/1.1 at the door of HTTP/2 ──────────────────────────────────────────

our server:
client ──▶ server  not HTTP/2                                           36 bytes
  0000  47 45 54 20 2f 74 65 61  bytes · does not begin with the preface
        20 48 54 54 50 2f 31 2e
        31 0d 0a 48 6f 73 74 3a
        20 6b 69 74 63 68 65 6e
        0d 0a 0d 0a
client ◀── server  SETTINGS                                             21 bytes
  0000  00 00 0c 04 00 00 00 00  frame header = SETTINGS, stream 0, 12 bytes
        00                         length, type, flags, stream (RFC 9113 §4.1)
  0009  00 03 00 00 03 e8        MAX_CONCURRENT_STREAMS = 1000
                                   how many streams the other side may have open
                                   (RFC 9113 §6.5.2)
  000f  00 06 00 00 40 00        MAX_HEADER_LIST_SIZE = 16384
                                   advice: the largest header list that it takes
                                   (RFC 9113 §6.5.2)
client ◀── server  GOAWAY · PROTOCOL_ERROR · last stream 0              69 bytes
  0000  00 00 3c 07 00 00 00 00  frame header = GOAWAY, stream 0, 60 bytes
        00
  0009  00 00 00 00              last stream = 0
                                   the highest stream that was or may be served
                                   (RFC 9113 §6.8)
  000d  00 00 00 01              error code = 1 PROTOCOL_ERROR
                                   the other side has broken a rule (RFC 9113
                                   §6.8)
  0011  50 52 4f 54 4f 43 4f 4c  debug data = &quot;PROTOCOL_ERROR: this is not an
        5f 45 52 52 4f 52 3a 20  HTTP/2 client (§3.4)&quot;
        74 68 69 73 20 69 73 20    for a person who reads a log (RFC 9113 §6.8)
        6e 6f 74 20 61 6e 20 48
        … 12 more
        33 2e 34 29
  so              GOAWAY with PROTOCOL_ERROR, and the connection is over

Node’s server:
client ──▶ server  not HTTP/2                                           36 bytes
  0000  … 36 bytes               as before: bytes
client ◀── server  SETTINGS                                              9 bytes
  0000  00 00 00 04 00 00 00 00  frame header = SETTINGS, stream 0, 0 bytes
        00
client ◀── server  GOAWAY · INTERNAL_ERROR · last stream 0              17 bytes
  0000  00 00 08 07 00 00 00 00  frame header = GOAWAY, stream 0, 8 bytes
        00
  0009  00 00 00 00              last stream = 0
  000d  00 00 00 02              error code = 2 INTERNAL_ERROR
                                   something went wrong on this side (RFC 9113
                                   §6.8)
  so              GOAWAY with INTERNAL_ERROR, and the connection is over
The first byte was wrong already: G is not P. Neither server waits for the rest.
(Node calls it INTERNAL_ERROR, although §3.4 asks for PROTOCOL_ERROR: a slip of
its own.) The other way round it is the same: to a server of HTTP/1.1 the
preface is a request with the method PRI and the version 2.0, and after an empty
line the text SM. It gives up before anything is done.</pre></details><h2 id="build-it" tabindex="-1">Build it <a class="header-anchor" href="#build-it" aria-label="Permalink to &quot;Build it&quot;">​</a></h2><p>Five tasks in <code>exercises/07-http2-frames/</code>: the nine bytes, DATA with its flags and padding, SETTINGS and ACK, a reader that finds frames in any chunks, and the life of a stream. In the terminal, tasks 2 to 5 also ask Node&#39;s own <code>http2</code>: your frames go to its server, and what it answers comes through your reader.</p>`);
      _push(ssrRenderComponent(_component_BuildIt, { exercise: unref(exercise) }, null, _parent));
      _push(`<div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> exercise</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 7</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 7</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --mine</span></span></code></pre></div><p>With <code>--mine</code> every frame of the lesson, on both ends, is written and read by your files: the fast paths of the stack step aside for them.</p><h2 id="what-you-have-answered" tabindex="-1">What you have answered <a class="header-anchor" href="#what-you-have-answered" aria-label="Permalink to &quot;What you have answered&quot;">​</a></h2>`);
      _push(ssrRenderComponent(_component_QuizScore, { questions: unref(quiz) }, null, _parent));
      _push(`<h2 id="what-is-still-open" tabindex="-1">What is still open <a class="header-anchor" href="#what-is-still-open" aria-label="Permalink to &quot;What is still open&quot;">​</a></h2><p>Twice you met a header block that you could not read. A request took 15 bytes, and the next one on the same connection only 8. An answer with status 200 took <strong>one</strong>. How can that be, and why does it not simply use gzip? Lesson 8 opens the blocks.</p><h2 id="sources" tabindex="-1">Sources <a class="header-anchor" href="#sources" aria-label="Permalink to &quot;Sources&quot;">​</a></h2><ul><li><a href="https://www.rfc-editor.org/rfc/rfc9113" target="_blank" rel="noreferrer">RFC 9113</a>, HTTP/2: §3.4 the preface, §4.1 frames, §5.1 stream states, §5.4 errors, §6 each type, §7 error codes</li><li><a href="https://www.rfc-editor.org/rfc/rfc7540" target="_blank" rel="noreferrer">RFC 7540</a>, its predecessor of 2015, which still has the priorities</li><li><a href="https://www.rfc-editor.org/rfc/rfc9114" target="_blank" rel="noreferrer">RFC 9114</a>, HTTP/3, on why it left TCP</li><li><a href="https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md" target="_blank" rel="noreferrer">gRPC over HTTP/2</a>: how calls become streams</li><li><a href="https://nghttp2.org/documentation/" target="_blank" rel="noreferrer">nghttp2</a>, the library under Node&#39;s <code>http2</code></li></ul><details class="details custom-block"><summary>What the article said, and what is true</summary><p>The course grew out of a series of articles (in Chinese, with Go) that goes from RPC to gRPC. Where it is wrong, or no longer right, this is what is true:</p><ul><li><em>&quot;The response ends with a header END_STREAM.&quot;</em> END_STREAM is not a header. It is a bit in the flags of the last frame, which in gRPC is the HEADERS frame with the trailers (lesson 9).</li><li><em>&quot;The blocking stub is mainly synchronous, and streams come once one is connected.&quot;</em> Whether a call blocks is a matter of a language&#39;s library. On the wire every call, of whatever kind, is one HTTP/2 stream from its first frame on.</li><li>It calls two services on one port <em>multiplexing</em> of HTTP/2. That is a matter of paths. Multiplexing is what you saw above: many streams on one connection, even of one and the same method.</li></ul></details></div>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lessons/07-http2-frames.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
export {
  __pageData,
  _sfc_main as default
};
