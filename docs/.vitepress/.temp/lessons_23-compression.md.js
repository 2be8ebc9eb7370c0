import { useSSRContext, resolveComponent, unref } from "vue";
import { ssrRenderAttrs, ssrRenderComponent } from "vue/server-renderer";
const exercise = { kind: "handle", id: "23-compression", load: () => import("./23-compression.exercise.YR_wopmq.js").then((exercise2) => exercise2.default) };
const answered = { kind: "handle", id: "answered", load: () => import("./answered.trace.C0DRrOMo.js").then((trace) => trace.default) };
const asked = { kind: "handle", id: "asked", load: () => import("./asked.trace.BMX7D7E1.js").then((trace) => trace.default) };
const quiz = [
  {
    id: "flag-zero",
    question: "A request has `grpc-encoding: gzip`, and its first message has the flag 0. Is that in order?",
    answers: [
      {
        text: "No: the header says that it is compressed",
        reason: "It says what may be used. The flag says, of each message, whether it was."
      },
      {
        text: "Yes: this message goes as it is, and the next one may be compressed",
        reason: "The name is the call’s, the flag each message’s.",
        right: true
      },
      {
        text: "Only if the message is empty",
        reason: "Any message may go as it is: one that does not shrink, or one with a secret in it."
      }
    ]
  },
  {
    id: "list-of-whom",
    question: "A client sends `grpc-accept-encoding: identity,br`. Who may use Brotli now?",
    answers: [
      {
        text: "The client, for its requests",
        reason: "It may not know yet what the server reads. The list is about answers."
      },
      {
        text: "The server, for its answers, if it wants to",
        reason: "The list says what its sender can read. It obliges nobody.",
        right: true
      },
      {
        text: "Both",
        reason: "Each direction has its own name. The server says in its own list what it can read."
      }
    ]
  },
  {
    id: "who-reports",
    question: "A server answers a client with `grpc-encoding: snappy`, which the client has not offered. What does the caller read?",
    answers: [
      {
        text: "`UNIMPLEMENTED`",
        reason: "That is a server’s word to a client that asks for too much. Here nobody can be told."
      },
      {
        text: "`INTERNAL`",
        reason: "The other side has broken the rules, and the client is the only one who can say so.",
        right: true
      },
      {
        text: "The message, as it came",
        reason: "A decoder that gets snappy to read finds a field somewhere, and that is worse."
      }
    ]
  },
  {
    id: "identity-flag",
    question: "A message has the flag 1, and the call has no `grpc-encoding`.",
    answers: [
      {
        text: "Take it for gzip, as everybody has that",
        reason: "A guess. If it was not gzip, the error says something else than what went wrong."
      },
      {
        text: "Read it as it is",
        reason: "A server of grpc-js does. The flag says that it is not what it looks like."
      },
      {
        text: "`INTERNAL`: nobody has said how it is compressed",
        reason: "The flag and the missing name contradict each other.",
        right: true
      }
    ]
  },
  {
    id: "pays-when",
    question: "Services in one rack send each other logs of 70 KB, ten thousand a second. Somebody turns gzip on. What becomes smaller?",
    answers: [
      {
        text: "The traffic, to a tenth; and everything takes longer",
        reason: "The line is faster than gzip there. If the traffic costs nothing, the processors are what has become dearer.",
        right: true
      },
      {
        text: "The time of each call",
        reason: "Below some thousand Mbit/s, yes. In a rack the line has ten thousand and more."
      },
      {
        text: "Nothing: protobuf is compact already",
        reason: "A log is text, and text shrinks, in whatever it is packed."
      }
    ]
  },
  {
    id: "photo",
    question: "A photo of 256 KiB goes by gzip, on our stack. What is on the wire?",
    answers: [
      {
        text: "About half of it",
        reason: "A photo was compressed when it was taken. To gzip it looks like noise."
      },
      {
        text: "256 KiB and a hundred bytes more, with flag 1",
        reason: "That is what gzip makes of it. But our stack compares before it sends."
      },
      {
        text: "The photo as it is, with flag 0",
        reason: "It was tried, and did not become smaller. The time is lost all the same.",
        right: true
      }
    ]
  },
  {
    id: "tls-hides",
    question: "The calls go over TLS. What does somebody on the line still see?",
    answers: [
      { text: "Nothing", reason: "TLS hides what is written, and who may read it." },
      {
        text: "How long each record is, and when it comes",
        reason: "The length of what is encrypted is the length of what was written. With compression, that depends on the text.",
        right: true
      },
      {
        text: "The names of the methods",
        reason: "Those are headers, and encrypted like the rest."
      }
    ]
  },
  {
    id: "why-one-byte",
    question: "With the right letter the answer becomes a byte shorter. Where has the byte gone?",
    answers: [
      {
        text: "The letter in the voucher is a part of the copy now, and no byte of its own",
        reason: "“voucher=” was a copy of the note already. Now it is one byte longer, and takes the same room.",
        right: true
      },
      {
        text: "The note has become shorter",
        reason: "All notes of one round are equally long."
      },
      {
        text: "gzip has found a better code for that letter",
        reason: "In so short a message each letter has a fixed code of eight bits."
      }
    ]
  },
  {
    id: "says-zero",
    question: "A message by gzip ends in the length 1,000. How much memory do you make ready?",
    answers: [
      { text: "1,000 bytes", reason: "The sender says so. It may become 4 GiB all the same." },
      {
        text: "As much as comes, piece by piece, and never more than the limit",
        reason: "What a stranger says of the size is compared at the end, and not believed at the beginning.",
        right: true
      },
      {
        text: "As much as the limit allows, at once",
        reason: "Then a thousand small messages hold 4 MiB each."
      }
    ]
  },
  {
    id: "where-limit",
    question: "Where does the limit of 4 MiB have to be looked at?",
    answers: [
      { text: "At the prefix", reason: "Yes, and the bomb passes it: it has less than 4 MiB." },
      {
        text: "After the message was unpacked",
        reason: "It is 4 GiB by then, if the process is still there."
      },
      {
        text: "At the prefix, and again while it unfolds",
        reason: "Both are cheap, and each one stops what the other does not see.",
        right: true
      }
    ]
  }
];
const __pageData = JSON.parse('{"title":"Compression","description":"When does smaller cost more? Lesson 23 of RPC from scratch.","frontmatter":{"prev":false,"next":false},"headers":[],"relativePath":"lessons/23-compression.md","filePath":"lessons/23-compression.md"}');
const __default__ = { name: "lessons/23-compression.md" };
const _sfc_main = /* @__PURE__ */ Object.assign(__default__, {
  __ssrInlineRender: true,
  setup(__props) {
    return (_ctx, _push, _parent, _attrs) => {
      const _component_LessonStart = resolveComponent("LessonStart");
      const _component_TraceExplorer = resolveComponent("TraceExplorer");
      const _component_Quiz = resolveComponent("Quiz");
      const _component_GuessPlayground = resolveComponent("GuessPlayground");
      const _component_BuildIt = resolveComponent("BuildIt");
      const _component_QuizScore = resolveComponent("QuizScore");
      _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="compression" tabindex="-1">Compression <a class="header-anchor" href="#compression" aria-label="Permalink to &quot;Compression&quot;">​</a></h1>`);
      _push(ssrRenderComponent(_component_LessonStart, null, null, _parent));
      _push(`<p>Lesson 22 has sent a message three times. It would be cheaper if it were shorter. One option on the client, and every message goes by gzip. So why is it off by default, in every language that has gRPC?</p><p>Because it costs time on both sides, and often more than it saves. Because five bytes become twenty-five. Because the length of a compressed message tells a stranger what is in it. And because the side that unpacks does not know how large it will be. <strong>When does smaller cost more?</strong></p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 23</span></span></code></pre></div><p>Look for the second flag in the first scene: a request that is compressed, and an answer that is not.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · A name, a list, and a flag ──────────────────────────────────────────────
A client of grpc-js with gzip adds an order, at a server of grpc-js.
grpc-encoding is the name of what may be used, grpc-accept-encoding the list of
what the other side may use, and the flag in front of the message says whether
it was.
client ──▶ server  HEADERS · stream 1 · POST /ecommerce.OrderManagem…  164 bytes
  0000  00 00 9b 01 04 00 00 00  frame header = HEADERS END_HEADERS, stream 1,
        01                       155 bytes
                                   length, type, flags, stream (RFC 9113 §4.1)
  0009                           header block = 155 bytes
                                   compressed header fields (RFC 7541)
  0009  41 8b a0 e4 1d 13 9d 09  │ :authority = localhost:…
        b8 d8 00 26 7f           │   what the client calls the server; HTTP/1.1
                                 │   has Host for it (RFC 9113 §8.3.1)
  0016  83                       │ :method = POST
                                 │   a call is always a POST (gRPC
                                 │   PROTOCOL-HTTP2, Requests)
  0017  04 99 60 a4 3d 34 96 c2  │ :path = /ecommerce.OrderManagement/AddOrder
        15 7d 56 48 5b 34 0e a1  │   which method: /package.Service/Method (gRPC
        cc 5a 4b 52 58 86 49 35  │   PROTOCOL-HTTP2, Requests)
        59 21 6c                 │
  0032  86                       │ :scheme = http
                                 │   http in the clear, https over TLS (RFC 9113
                                 │   §8.3.1)
  0033  40 8e 9a ca c8 b0 c8 42  │ grpc-accept-encoding = identity,deflate,gzip
        d6 95 8b 51 0f 21 aa 9b  │   which compressions I can read (gRPC
        90 34 85 a9 26 4f af a9  │   PROTOCOL-HTTP2, Requests)
        0b 2d 03 49 7e a6 f6 6a  │
        ff                       │
  0054  50 86 34 85 a9 26 4f af  │ accept-encoding = identity
                                 │   HTTP’s own: gRPC makes no use of it (RFC
                                 │   9110)
  005c  40 8a 9a ca c8 b1 6a 21  │ grpc-encoding = gzip
        e4 35 53 7f 83 9b d9 ab  │   how messages may be compressed (gRPC
                                 │   PROTOCOL-HTTP2, Requests)
  006c  40 89 9a ca c8 b2 4d 49  │ grpc-timeout = 5000m: 5000 ms
        4f 6a 7f 84 6c 00 05 3f  │   how long the client is willing to wait
                                 │   (gRPC PROTOCOL-HTTP2, Requests)
  007c  7a 8e 9a ca c8 b5 47 90  │ user-agent = grpc-node-js/1.14.7
        ab 74 43 01 5c 2d 2e ef  │   which library this is; for logs (gRPC
                                 │   PROTOCOL-HTTP2, User Agents)
  008c  5f 8b 1d 75 d0 62 0d 26  │ content-type = application/grpc
        3d 4c 4d 65 64           │   makes it gRPC, and says how messages are
                                 │   written (gRPC PROTOCOL-HTTP2, Requests)
  0099  40 02 74 65 86 4d 83 35  │ te = trailers
        05 b1 1f                 │   I read trailers: finds out proxies that
                                 │   drop them (gRPC PROTOCOL-HTTP2, Requests)
client ──▶ server  DATA · stream 1 · a compressed message of 85 bytes…  99 bytes
  0000  00 00 5a 00 01 00 00 00  frame header = DATA END_STREAM, stream 1, 90
        01                       bytes
  0009                           data = 90 bytes
                                   a piece of the body (RFC 9113 §6.1)
  0009  01                       │ compressed flag = 1
                                 │   compressed as &#39;grpc-encoding&#39; says (gRPC
                                 │   PROTOCOL-HTTP2, Compressed-Flag)
  000a  00 00 00 55              │ length = 85
                                 │   how many bytes the payload has: 32 bits,
                                 │   the highest byte first (big-endian) (gRPC
                                 │   PROTOCOL-HTTP2, Message-Length)
  000e                           │ message = 85 bytes
                                 │   as the prefix says: where the frame ends
                                 │   means nothing (gRPC PROTOCOL-HTTP2,
                                 │   Length-Prefixed-Message)
  000e  1f 8b 08 00 00 00 00 00  │ │ gzip header = DEFLATE, no flags
        00 03                    │ │   two magic bytes, the method, flags, a
                                 │ │   time, which system (RFC 1952 §2.3)
  0018  e3 62 36 32 36 17 62 2b  │ │ compressed data = 60 literals, 3 copies
        49 4d 2c c8 2f 11 62 4e  │ │   bytes as they are, and copies: so many
        2e 2d 00 13 52 86 8e 0a  │ │   once more, from so far back (RFC 1951)
        25 a9 89 0a 69 f9 45 0a  │ │
        … 27 more                │ │
        a5 18 00                 │ │
  005b  14 7b 5d 47              │ │ CRC-32 = 475d7b14
                                 │ │   of what comes out (RFC 1952 §2.3)
  005f  56 00 00 00              │ │ length = 86
                                 │ │   of what comes out, modulo 4 GiB: the
                                 │ │   sender says so (RFC 1952 §2.3)
client ◀── server  HEADERS · stream 1 · 200                            104 bytes
  0000  00 00 5f 01 04 00 00 00  frame header = HEADERS END_HEADERS, stream 1,
        01                       95 bytes
  0009                           header block = 95 bytes
  0009  88                       │ :status = 200
                                 │   HTTP went well; of the call it says nothing
                                 │   (gRPC PROTOCOL-HTTP2, Responses)
  000a  5f 90 1d 75 d0 62 0d 26  │ content-type = application/grpc+proto
        3d 4c 4d 65 64 ff 75 d8  │   the answer is gRPC, too (gRPC
        74 9f                    │   PROTOCOL-HTTP2, Responses)
  001c  … 33 bytes               │ as before: grpc-accept-encoding
  003d  40 8a 9a ca c8 b1 6a 21  │ grpc-encoding = identity
        e4 35 53 7f 86 34 85 a9  │
        26 4f af                 │
  0050  61 96 dd 6d 5f 4a 08 4a  │ date = Sun, 22 Nov 2026 12:00:00 GMT
        69 3f 75 04 01 38 a0 45  │
        70 00 b8 00 29 8b 46 ff  │
client ◀── server  DATA · stream 1 · StringValue { value: &quot;237&quot; }       19 bytes
  0000  00 00 0a 00 00 00 00 00  frame header = DATA, stream 1, 10 bytes
        01
  0009                           data = 10 bytes
  0009  00                       │ compressed flag = 0
                                 │   the payload is as it was written (gRPC
                                 │   PROTOCOL-HTTP2, Compressed-Flag)
  000a  00 00 00 05              │ length = 5
  000e                           │ message = 5 bytes
  000e  0a 03 32 33 37           │ │ value = &quot;237&quot; · field 1, string
Look at the second flag: the answer is not compressed.

── 2 · Who packs what? ─────────────────────────────────────────────────────────
    client, server    request       answer             a request of 5 bytes
    grpc-js, grpc-js  gzip, 1, 692  identity, 0, 1278  gzip, 1, 25
    ours, grpc-js     gzip, 1, 708  identity, 0, 1278  gzip, 0, 5
    grpc-js, ours     gzip, 1, 692  gzip, 1, 708       gzip, 1, 25
    ours, ours        gzip, 1, 708  gzip, 1, 708       gzip, 0, 5
Name, flag, and bytes of the message. The order has 1,278 bytes. Each direction
is its sender’s choice. A server of grpc-js never compresses: it says identity,
and its flag is always 0. And grpc-js packs what becomes longer by it; ours
leaves the five bytes as they are, under the same grpc-encoding.

── 3 · A name that the other side does not know ────────────────────────────────
Nobody asks before. The client sends, with grpc-encoding: snappy, and finds out:
  grpc-js         UNIMPLEMENTED: Received message compressed with unsupported
                  encoding &quot;snappy&quot;
  its list        –
  ours            UNIMPLEMENTED: no decompressor for grpc-encoding &#39;snappy&#39;
  its list        identity,gzip
UNIMPLEMENTED, and the specification wants the list with it, so that the client
can try again with one of those. npm run lesson 23 -- --lie shows the rest.

── 4 · When does it pay? ───────────────────────────────────────────────────────
gzip as our stack uses it (the fast level), on this machine. What it saves has
to be sent more slowly than it is packed and unpacked; the last column says up
to which speed of the line that is so.
    message         bytes      gzip     of it  pack µs  unpack µs  Mbit/s
    an id           5          25       500 %  15       16         never
    an order        35         51       146 %  11       2          never
    a letter        1,243      673      54 %   11       6          281
    all 36 orders   1,279      556      43 %   11       5          362
    a log as JSON   73,554     8,156    11 %   77       48         4,170
    1,000 UUIDs     37,003     20,411   55 %   389      75         286
    a photo         262,144    262,244  100 %  7,279    131        never
    1 MiB of zeros  1,048,576  4,608    0 %    436      355        10,565
An id becomes five times as long. Of a short message most of the time is zlib’s
start. A photo has been compressed already: all the work, and nothing saved.
Between two machines in one rack the line has 10,000 Mbit/s and more.

── 5 · A secret beside a stranger’s text ───────────────────────────────────────
An order holds a note, which a stranger has written, and a voucher. The answer
is compressed. The stranger sees only how long it is, as one does through TLS,
and sends note after note: &quot;voucher=a&quot;, &quot;voucher=b&quot; …
  first letter    with k 139 bytes, with each of the 35 others 140
  found           k7q2m9x, with 252 notes
  uncompressed    nothing, with 36 notes
The right letter makes the copy one byte longer, and the answer one byte
shorter. TLS hides letters, and not lengths (CRIME 2012, BREACH 2013). With
uncompressed(order) this one message goes with flag 0, in a call that
compresses.

── 6 · 4 MiB that want to be 4 GiB ─────────────────────────────────────────────
  the bomb        4176660 bytes; it says that it becomes 0
  grpc-js         RESOURCE_EXHAUSTED: Received message that decompresses to a
                  size larger than 4194304
                  31 ms; the peak of this process’s memory has grown by 9 MiB
  ours            RESOURCE_EXHAUSTED: it inflates to too much
                  14 ms; the peak of this process’s memory has grown by 4 MiB
The bomb is smaller than the 4 MiB that a message may have, and gzip’s own
length is modulo 4 GiB: it says 0. So one has to count while it unfolds, and
stop at the first byte that is too much.

── 7 · A compressor of one’s own ───────────────────────────────────────────────
The same messages by three compressions. grpc-js has the first one (and
deflate); ours has the others as soon as one puts them there:
    message         bytes      gzip     br       zstd
    an id           5          25       9        –
    an order        35         51       39       –
    a letter        1,243      673      660      –
    all 36 orders   1,279      556      551      –
    a log as JSON   73,554     8,156    7,851    –
    1,000 UUIDs     37,003     20,411   19,538   –
    a photo         262,144    262,244  262,149  –
    1 MiB of zeros  1,048,576  4,608    13       –
A column of dashes means that this Node has no zstd, or that of Node 22, which
takes a message that was cut off for an empty one. Between two ends that both
have it, a name is all it takes:
  client          grpc-encoding: br, grpc-accept-encoding: identity,br
                  flag 1, 694 bytes
All of this has gone over the wire for everybody to read, lengths and letters.
Who is at the other end, and who listens in between? That is lesson 24.</pre></details><h2 id="a-name-a-list-and-a-flag" tabindex="-1">A name, a list, and a flag <a class="header-anchor" href="#a-name-a-list-and-a-flag" aria-label="Permalink to &quot;A name, a list, and a flag&quot;">​</a></h2><p>With <code>grpc-js</code> it is an option of the channel:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/23-compression/client.ts.txt" target="_self">lessons/23-compression/client.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** A client of grpc-js that compresses all of its messages. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> connectWithGzip = (server: Address, options = {}) =&gt;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  connect(server, {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    ...options,</span></span>
<span class="line highlighted"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">    &#39;grpc.default_compression_algorithm&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">: compressionAlgorithms.gzip,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  });</span></span></code></pre></div></div><p>On the wire it is three things, and it helps to keep them apart:</p><table tabindex="0"><thead><tr><th>what</th><th>where</th><th>says</th></tr></thead><tbody><tr><td>a name</td><td><code>grpc-encoding: gzip</code></td><td>what I <em>may</em> use in this call, in this direction</td></tr><tr><td>a list</td><td><code>grpc-accept-encoding: identity,deflate,gzip</code></td><td>what I can read, so what <em>you</em> may use</td></tr><tr><td>a flag</td><td>the first of the five bytes before a message</td><td>whether I <em>have</em> used it, for this one</td></tr></tbody></table><p>Here is an order that the client adds. Open the message: gzip has a header of ten bytes, eight more at the end, and between the two what DEFLATE has made of 86 bytes.</p>`);
      _push(ssrRenderComponent(_component_TraceExplorer, { trace: unref(asked) }, null, _parent));
      _push(`<p>Each message is compressed by itself. HPACK has one table for a connection, which gets better with every call; here nothing is remembered from one message to the next. So a proxy may drop a message or hand it on without the others, and a stream of a thousand small messages gains nothing at all.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "flag-zero list-of-whom"
      }, null, _parent));
      _push(`<h2 id="who-packs-what" tabindex="-1">Who packs what? <a class="header-anchor" href="#who-packs-what" aria-label="Permalink to &quot;Who packs what?&quot;">​</a></h2><p>Each direction is its sender’s choice. The client chooses for requests, the server for answers, and neither needs to do as the other does. (grpc-go answers with what it was asked in. That is a habit of it, and not a rule.) Two clients, two servers, an order of 1,278 bytes in either direction; name, flag, and bytes on the wire:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>client, server    request       answer             a request of 5 bytes</span></span>
<span class="line"><span>grpc-js, grpc-js  gzip, 1, 692  identity, 0, 1278  gzip, 1, 25</span></span>
<span class="line"><span>ours, grpc-js     gzip, 1, 708  identity, 0, 1278  gzip, 0, 5</span></span>
<span class="line"><span>grpc-js, ours     gzip, 1, 692  gzip, 1, 708       gzip, 1, 25</span></span>
<span class="line"><span>ours, ours        gzip, 1, 708  gzip, 1, 708       gzip, 0, 5</span></span></code></pre></div><p><strong>A server of <code>grpc-js</code> never compresses.</strong> It reads gzip and deflate, but in its code stands <code>this compressed bit is always 0</code>. You can give it the option of the client, and nothing happens. You can send <code>grpc-encoding: gzip</code> as metadata from a handler: then the header says gzip, and the flag is 0 all the same. If its answers have to be small, a field of bytes in the message can hold something that you have packed yourself, or the server is another one.</p><p>On our stack a handler says it:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/23-compression/ours.ts.txt" target="_self">lessons/23-compression/ours.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** The same shop on our stack: the handler says how it answers. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> shop: Shop = {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  addOrder: ({ id }) =&gt; ({ value: id }),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  getOrder(_request, call) {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    call.compression = </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;gzip&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> ORDER </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">as</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Order;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">};</span></span></code></pre></div></div><p>Whether it happens is then decided by the client’s list. This is how such an answer looks, at a client of <code>grpc-js</code>:</p>`);
      _push(ssrRenderComponent(_component_TraceExplorer, {
        trace: unref(answered),
        from: "server"
      }, null, _parent));
      _push(`<h2 id="a-name-that-the-other-side-does-not-know" tabindex="-1">A name that the other side does not know <a class="header-anchor" href="#a-name-that-the-other-side-does-not-know" aria-label="Permalink to &quot;A name that the other side does not know&quot;">​</a></h2><p>Nobody asks before. The client sends <code>grpc-encoding: snappy</code> and finds out:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>grpc-js   UNIMPLEMENTED: Received message compressed with unsupported…</span></span>
<span class="line"><span>its list  –</span></span>
<span class="line"><span>ours      UNIMPLEMENTED: no decompressor for grpc-encoding &#39;snappy&#39;</span></span>
<span class="line"><span>its list  identity,gzip</span></span></code></pre></div><p><code>UNIMPLEMENTED</code> is what the specification wants of a server, and with it the list, so that the client can send the call again with one of those. <code>grpc-js</code> leaves the list out.</p><p>In the other direction there is nobody to tell. A client that gets an answer in snappy has offered no such thing; it reports <code>INTERNAL</code>, and so does either side if the flag is 1 and no name says how. The experiment tries all of them:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 23</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --lie</span></span></code></pre></div><p>Look for <code>no code</code>: a client of <code>grpc-js</code> that meets snappy throws an error without a <code>code</code>, and a program with a <code>switch</code> over codes falls through it. And look for the server that reads a message with flag 1 and no name, as if it had flag 0. It says OK: its decoder has found an order in the packed bytes, without an id, and with a description of odd characters.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · To a server: name, flag, bytes ──────────────────────────────────────────
    said                 grpc-js        ours
    gzip, 1, gzip        OK             OK
    gzip, 0, as it is    OK             OK
    gzip, 1, as it is    INTERNAL       INTERNAL
    gzip, 0, gzip        OK             INTERNAL
    identity, 1, gzip    OK             INTERNAL
    no name, 1, gzip     OK             INTERNAL
    snappy, 1, gzip      UNIMPLEMENTED  UNIMPLEMENTED
    snappy, 0, as it is  OK             UNIMPLEMENTED
    gzip, 2, gzip        OK             INTERNAL
Where grpc-js says OK to gzip that it has not unpacked, its decoder has found an
order in the packed bytes: without an id, and with a description of odd
characters.

── 2 · To a client: name, flag, bytes ──────────────────────────────────────────
    said                 grpc-js   ours
    gzip, 1, gzip        OK        OK
    gzip, 0, as it is    OK        OK
    gzip, 1, as it is    INTERNAL  INTERNAL
    gzip, 0, gzip        INTERNAL  INTERNAL
    identity, 1, gzip    no code   INTERNAL
    no name, 1, gzip     no code   INTERNAL
    snappy, 1, gzip      no code   INTERNAL
    snappy, 0, as it is  OK        OK
    gzip, 2, gzip        INTERNAL  INTERNAL
A client that is answered in snappy has offered no such thing, and there is
nobody whom it could tell: INTERNAL. grpc-js rejects with an error that has no
code at all, which a program that looks for codes takes for nothing that it
knows.</pre></details>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "who-reports identity-flag"
      }, null, _parent));
      _push(`<h2 id="when-does-it-pay" tabindex="-1">When does it pay? <a class="header-anchor" href="#when-does-it-pay" aria-label="Permalink to &quot;When does it pay?&quot;">​</a></h2><p>On one machine, by our stack’s gzip (its fast level). The last column is the speed of a line up to which packing and unpacking together take less time than they save. Your figures will be others; the order of the rows will not.</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>message         bytes      gzip     of it  pack µs  unpack µs  Mbit/s</span></span>
<span class="line"><span>an id           5          25       500 %  15       16         never</span></span>
<span class="line"><span>an order        35         51       146 %  11       2          never</span></span>
<span class="line"><span>a letter        1,243      673      54 %   11       6          281</span></span>
<span class="line"><span>all 36 orders   1,279      556      43 %   11       5          362</span></span>
<span class="line"><span>a log as JSON   73,554     8,156    11 %   77       48         4,170</span></span>
<span class="line"><span>1,000 UUIDs     37,003     20,411   55 %   389      75         286</span></span>
<span class="line"><span>a photo         262,144    262,244  100 %  7,279    131        never</span></span>
<span class="line"><span>1 MiB of zeros  1,048,576  4,608    0 %    436      355        10,565</span></span></code></pre></div><ul><li><strong>Small messages grow.</strong> The frame of gzip is 18 bytes. Our stack does not try below 32, and if a message has not become smaller, it goes as it is.</li><li><strong>A short message pays for the start.</strong> Before zlib looks at the first byte it makes room for a window. An id takes about as long as all 36 orders.</li><li><strong>What has been compressed already does not shrink</strong>: photos, videos, archives, and everything that is encrypted. All the work, and nothing saved.</li><li><strong>Random ids shrink by a little less than half</strong>, since they are written in letters. As 16 bytes each they would have been shorter from the beginning, and for nothing.</li><li>Protobuf has no names in it, and small numbers are small. What JSON gains by gzip, protobuf has gained before.</li></ul><p>Two machines in one rack have a line of 10,000 Mbit/s and more. There nothing in this table pays that anybody would send. A phone has 10. And who pays for traffic by the gigabyte counts differently again. So measure with your own messages:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 23</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --file</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> package.json</span></span></code></pre></div><p>Look for the last column, and try a photo of yours.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · As a message: package.json ──────────────────────────────────────────────
    compression  bytes   of it  pack µs  unpack µs  Mbit/s
    none         22,619  100 %  –        –          –
    gzip         4,011   18 %   36       23         2,545
    br           3,620   16 %   101      33         1,141
    zstd         –       –      –        –          –
The last column is the speed of a line up to which packing and unpacking take
less time than they save. A mobile phone may have 10 Mbit/s, two machines in one
rack 10,000 and more.</pre></details>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "pays-when photo"
      }, null, _parent));
      _push(`<h2 id="what-is-inside" tabindex="-1">What is inside <a class="header-anchor" href="#what-is-inside" aria-label="Permalink to &quot;What is inside&quot;">​</a></h2><p>DEFLATE knows two things: a byte, and a copy: <em>so many bytes once more, from so far back</em>. Change the note, or the voucher, and see what becomes a copy.</p>`);
      _push(ssrRenderComponent(_component_GuessPlayground, null, null, _parent));
      _push(`<p>A copy has 3 to 258 bytes, and may need what it is just writing itself. This is how <code>src/</code> unpacks one:</p><div class="excerpt ts"><p class="file"><a href="/source/src/grpc/compression/inflate.ts.txt" target="_self">src/grpc/compression/inflate.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">for</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">let</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> i = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">; i &lt; length; i++) {</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">  // A byte at a time: the copy may need what it has just</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">  // written.</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  window[at] = window[(at - distance + WINDOW) % WINDOW]!;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (++at === WINDOW) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    yield</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> window;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    at = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  }</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p>“258 bytes, from one byte back” is 258 times the same byte. With short codes that takes two bits, so a byte of input becomes up to 1,032 bytes. No more than that. But that is enough for what comes two sections further down.</p><h2 id="a-secret-beside-a-stranger-s-text" tabindex="-1">A secret beside a stranger’s text <a class="header-anchor" href="#a-secret-beside-a-stranger-s-text" aria-label="Permalink to &quot;A secret beside a stranger’s text&quot;">​</a></h2><p>An order is a gift. It has a note, which its sender has written, and a voucher, which only its receiver may see:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/23-compression/gift.ts.txt" target="_self">lessons/23-compression/gift.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** Its sender has written the note. The voucher is a secret. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> gift = (note: string, voucher: string): Order =&gt; ({</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  id: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;101&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  items: [</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;teapot&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;cup&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;cup&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;saucer&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;saucer&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">],</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  description: note,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  price: </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">40</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  destination: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">ADDRESS</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">; </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">BEFORE</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">voucher</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">});</span></span></code></pre></div></div><p>The shop compresses its answers, over TLS. Somebody sends gifts, and listens to the line. They cannot read one byte, but they see <strong>how long</strong> each answer is. They write <code>voucher=a</code> into the note, then <code>voucher=b</code>, and so on. With one of them the answer is a byte shorter: the copy in front of the secret has become a byte longer. That is the first letter. Then the second.</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/23-compression/voucher.ts.txt" target="_self">lessons/23-compression/voucher.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> async</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> guess(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  lengthWith: (note: string) =&gt; Promise&lt;number&gt;,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  size: number,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">): Promise&lt;Attack&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> attack: Attack = { found: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, asked: </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, first: [] };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  while</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (attack.found.length &lt; size) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> tries: Attack[</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;first&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">] = [];</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    for</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> letter </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">of</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> LETTERS) {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> length = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> lengthWith(BEFORE + attack.found + letter);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      tries.push({ letter, length });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    }</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    attack.asked += tries.length;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (attack.found === </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) attack.first = [...tries];</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    tries.sort((a, b) =&gt; a.length - b.length);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> [best, next] = tries;</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">    // One is shorter than all others, or the lengths say nothing.</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (best!.length === next!.length) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">break</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    attack.found += best!.letter;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  }</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> attack;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p>On a real server and a real connection, with a voucher of seven letters:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>first letter    with k 139 bytes, with each of the 35 others 140</span></span>
<span class="line"><span>found           k7q2m9x, with 252 notes</span></span>
<span class="line"><span>uncompressed    nothing, with 36 notes</span></span></code></pre></div><p>Thirty-six notes for a letter, and not 36⁷ for the voucher, which are 78,364,164,096. The attack was found in 2002 (Kelsey), used against TLS’s own compression in 2012 (CRIME), against the bodies of web pages in 2013 (BREACH). TLS has taken its compression out since. HPACK was made so that it cannot be done to headers (lesson 8). For bodies nobody can do it for you. It depends on what you put into one message.</p><p>Try it with a voucher of your own:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 23</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --secret</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> tea4711</span></span></code></pre></div><p>Look for what was found in its place. “tea” also stands in “teapot”, and the guess has met that one. A patient attacker would change the note around it, and ask again.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · A voucher of 7 letters ──────────────────────────────────────────────────
  compressed      36 first letters, answers of 139 and 140 bytes
                  found: teapot, with 252 notes
  uncompressed    36 first letters, answers of 153 bytes
                  found: nothing, with 36 notes
Letter by letter it is 36 notes each, and not 36 times 36 times 36. If something
else was found, the guess has met another text in the message: &quot;tea&quot; is also in
&quot;teapot&quot;. An attacker with patience changes the note around the guess, and asks
again.</pre></details><p>Three conditions: a secret, a text of the attacker’s, and both in one compressed message, again and again. Take away one of them. The flag is each message’s own, so this one may go as it is, in a call that compresses:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/23-compression/voucher.ts.txt" target="_self">lessons/23-compression/voucher.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">getOrder(_request, call) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  call.compression = </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;gzip&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> order = gift(note, voucher);</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> hidden ? uncompressed(order) : order;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">},</span></span></code></pre></div></div><p><code>grpc-js</code> has such a flag inside (<code>WriteFlags.NoCompress</code>) and does not export it. There it takes a second client, without the option. And to add a random number of bytes does not help for long: somebody who asks a hundred times sees the mean.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "tls-hides why-one-byte"
      }, null, _parent));
      _push(`<h2 id="_4-mib-that-want-to-be-4-gib" tabindex="-1">4 MiB that want to be 4 GiB <a class="header-anchor" href="#_4-mib-that-want-to-be-4-gib" aria-label="Permalink to &quot;4 MiB that want to be 4 GiB&quot;">​</a></h2><p>A message may have 4 MiB. The prefix says how long it is <em>now</em>. This one has 4,176,660 bytes:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/23-compression/bomb.ts.txt" target="_self">lessons/23-compression/bomb.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * gzip that becomes so many MiB of zeros: a link, again and again.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> makeBomb(mib: number, crc = CRC_OF_4_GIB) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> zeros = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Uint8Array(LINK_MIB * MIB);</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">  // FULL_FLUSH: it refers to nothing before it, and so fits anywhere.</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> link = deflateRawSync(zeros, {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    level: </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">9</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    finishFlush: constants.Z_FULL_FLUSH,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  });</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> links = Array&lt;Uint8Array&gt;(mib / LINK_MIB).fill(link);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> concat([HEADER, ...links, LAST_BLOCK, trailer(mib, crc)]);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p>It unfolds to 4 GiB of zeros. Does the format not say how large it becomes? gzip does, in the last four bytes, modulo 4 GiB: here it says 0. And even if it said something else, it would be the sender’s word.</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>grpc-js  RESOURCE_EXHAUSTED: Received message that decompresses to a…</span></span>
<span class="line"><span>         31 ms; the peak of this process’s memory has grown by 9 MiB</span></span>
<span class="line"><span>ours     RESOURCE_EXHAUSTED: it inflates to too much</span></span>
<span class="line"><span>         14 ms; the peak of this process’s memory has grown by 4 MiB</span></span></code></pre></div><p>Both have stopped <strong>while</strong> it unfolded. The limit has to go into the unpacker; a look at the size afterwards comes too late, by 4 GiB. A reader that looks afterwards, and a bomb that is small enough for this machine to live:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 23</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --bomb</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 128</span></span></code></pre></div><p>Look for the memory of the second reader, and for the time in which this process served nobody.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · A bomb of 128 MiB ───────────────────────────────────────────────────────
  the bomb        130540 bytes
  within 4 MiB    29 ms, 0 MiB more memory: it inflates to too much
  without a limit 256 ms, 189 MiB more memory: it is too large
Both say no. The second one has unpacked it all before it looks, and while it
does, this process answers nobody.</pre></details><p>There is a second step to it. One message within the limit may cost a server 4 MiB of memory and some milliseconds, and has cost its sender four kilobytes. A thousand of them a second are a bomb as well. Our stack keeps an account for each connection of what its compressed messages have become (<code>src/grpc/inflation-limit.ts</code>); the <a href="/stack.html">limits of the stack</a> have its figures.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "says-zero where-limit"
      }, null, _parent));
      _push(`<h2 id="a-compressor-of-one-s-own" tabindex="-1">A compressor of one’s own <a class="header-anchor" href="#a-compressor-of-one-s-own" aria-label="Permalink to &quot;A compressor of one’s own&quot;">​</a></h2><p>A name, and two functions. There is no registry of names; both sides have to mean the same by it.</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/23-compression/compressors.ts.txt" target="_self">lessons/23-compression/compressors.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** Brotli (RFC 7932), by Node&#39;s zlib. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> brotli: Compression = {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  name: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;br&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  compress: (bytes) =&gt; plain(zlib.brotliCompressSync(bytes, QUICK)),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  decompress: (message, maxSize) =&gt;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    stopped(() =&gt; {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> maxOutputLength = Math.max(</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">1</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, maxSize);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> zlib.brotliDecompressSync(message, { maxOutputLength });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    }),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">};</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** Says in the stack&#39;s words why it has not become a message. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> stopped(unpack: () =&gt; Buffer): Uint8Array {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  try</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> plain(unpack());</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  } </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">catch</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (cause) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { code } = cause </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">as</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { code?: string };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> reason = REASONS[</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">code</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">] ?? </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;corrupt&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    throw</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> DecompressionError(reason, { cause });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  }</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>message         bytes      gzip     br       zstd</span></span>
<span class="line"><span>an id           5          25       9        –</span></span>
<span class="line"><span>a letter        1,243      673      660      –</span></span>
<span class="line"><span>a log as JSON   73,554     8,156    7,851    –</span></span>
<span class="line"><span>a photo         262,144    262,244  262,149  –</span></span>
<span class="line"><span>1 MiB of zeros  1,048,576  4,608    13       –</span></span></code></pre></div><p>Zstandard is the one that most people would take today: it unpacks faster than gzip, and packs better. Node has it since 22.15 and 23.8. But Node 22 takes a message that was cut off for an empty one, without an error, so the lesson offers it only from a Node that notices. The table was made with Node 20: its column is empty. <code>grpc-js</code> cannot take one of your own; in Go and Java it is a line. Look at the last row: with Brotli a byte may become eighty thousand. The limit is not gzip’s business only.</p><p>On both ends: <code>compressions: [gzipCompression, brotli]</code>. From then on the list in <code>grpc-accept-encoding</code> has a name more, and <code>compression: &#39;br&#39;</code> may stand at a call.</p><h2 id="build-it" tabindex="-1">Build it <a class="header-anchor" href="#build-it" aria-label="Permalink to &quot;Build it&quot;">​</a></h2><p>Five tasks in <code>exercises/23-compression/</code>: what an answer may be packed with, what cannot be read, a reader that stops a bomb while it unfolds, a mark on an object, and the choice for each message. The last tests end at <code>grpc-js</code> and at Node’s HTTP/2, with a bomb.</p>`);
      _push(ssrRenderComponent(_component_BuildIt, { exercise: unref(exercise) }, null, _parent));
      _push(`<div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> exercise</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 23</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 23</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --mine</span></span></code></pre></div><p>With <code>--mine</code> each compressed message of our stack unfolds piece by piece, by a gunzip written by hand, and your reader says when to stop.</p><h2 id="what-you-have-answered" tabindex="-1">What you have answered <a class="header-anchor" href="#what-you-have-answered" aria-label="Permalink to &quot;What you have answered&quot;">​</a></h2>`);
      _push(ssrRenderComponent(_component_QuizScore, { questions: unref(quiz) }, null, _parent));
      _push(`<h2 id="what-is-still-open" tabindex="-1">What is still open <a class="header-anchor" href="#what-is-still-open" aria-label="Permalink to &quot;What is still open&quot;">​</a></h2><p>The attacker of this lesson saw only lengths, because there was TLS. Up to now there was none: each of these calls has gone over the wire for everybody to read. Who is at the other end, and who listens in between? That is lesson 24.</p><h2 id="sources" tabindex="-1">Sources <a class="header-anchor" href="#sources" aria-label="Permalink to &quot;Sources&quot;">​</a></h2><ul><li>grpc/grpc, <a href="https://github.com/grpc/grpc/blob/master/doc/compression.md" target="_blank" rel="noreferrer">compression.md</a>: who may choose what, and which code for what goes wrong; <a href="https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md" target="_blank" rel="noreferrer">gRPC over HTTP/2</a>, <em>Compressed-Flag</em>, <em>Message-Encoding</em></li><li><a href="https://www.rfc-editor.org/rfc/rfc1951" target="_blank" rel="noreferrer">RFC 1951</a>, DEFLATE; <a href="https://www.rfc-editor.org/rfc/rfc1952" target="_blank" rel="noreferrer">RFC 1952</a>, gzip; <a href="https://www.rfc-editor.org/rfc/rfc7932" target="_blank" rel="noreferrer">RFC 7932</a>, Brotli; <a href="https://www.rfc-editor.org/rfc/rfc8878" target="_blank" rel="noreferrer">RFC 8878</a>, Zstandard</li><li>J. Kelsey, <a href="https://www.iacr.org/cryptodb/archive/2002/FSE/3091/3091.pdf" target="_blank" rel="noreferrer"><em>Compression and Information Leakage of Plaintext</em></a>, 2002; <a href="https://breachattack.com/" target="_blank" rel="noreferrer">BREACH</a>, 2013</li><li><code>node_modules/@grpc/grpc-js/src/compression-filter.ts</code>, <code>server-interceptors.ts</code>: what <code>grpc-js</code> does, and the comment that says what it does not; <a href="https://github.com/grpc/grpc-node/issues/1823" target="_blank" rel="noreferrer">grpc-node #1823</a></li></ul><details class="details custom-block"><summary>What the article said, and what is true</summary><p>The course grew out of a series of articles (in Chinese, with Go) that goes from RPC to gRPC. Where it is wrong, or no longer right, this is what is true:</p><ul><li><em>&quot;The message is compressed with <code>message-encoding</code>&quot;</em>: the header is <code>grpc-encoding</code>. Message-Encoding is what the grammar of the specification calls it.</li><li><em>&quot;The server answers in the compression of the client&quot;</em>: grpc-go does so. It is no rule of the protocol, and a server of <code>grpc-js</code> answers uncompressed.</li><li><em>&quot;An unregistered compression gives <code>Unimplemented</code>&quot;</em>: at a server, yes. A client that is answered in one reports <code>Internal</code>.</li><li>It sends an order with <code>grpc.UseCompressor(gzip.Name)</code>, and does not look at what comes of it. That order has 49 bytes, and by gzip 69.</li><li><code>defer conn.Close()</code> stands before the look at <code>err</code>, and the error of <code>AddOrder</code> is thrown away.</li></ul></details></div>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lessons/23-compression.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
export {
  __pageData,
  _sfc_main as default
};
