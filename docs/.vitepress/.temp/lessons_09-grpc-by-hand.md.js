import { useSSRContext, resolveComponent, unref } from "vue";
import { ssrRenderAttrs, ssrRenderComponent } from "vue/server-renderer";
const exercise = { kind: "handle", id: "09-grpc-by-hand", load: () => import("./09-grpc-by-hand.exercise.CaCxaS3h.js").then((exercise2) => exercise2.default) };
const call = { kind: "handle", id: "call", load: () => import("./call.trace.BAs_zTBG.js").then((trace) => trace.default) };
const twice = { kind: "handle", id: "twice", load: () => import("./twice.trace.ByMe0tP5.js").then((trace) => trace.default) };
const refusal = { kind: "handle", id: "refusal", load: () => import("./refusal.trace.DddPD1DT.js").then((trace) => trace.default) };
const page = { kind: "handle", id: "page", load: () => import("./page.trace.DiUfVv0L.js").then((trace) => trace.default) };
const cancel = { kind: "handle", id: "cancel", load: () => import("./cancel.trace.D7rLY0sE.js").then((trace) => trace.default) };
const quiz = [
  {
    id: "one-and-a-half-seconds",
    question: "A client wants to wait for one second and a half. Which `grpc-timeout` is right?",
    answers: [
      { text: "1.5S", reason: "There is no point in the grammar: digits and one letter." },
      { text: "1500M", reason: "M is a minute. That would be more than a day." },
      { text: "1500m", reason: "Milliseconds, with a small m.", right: true }
    ]
  },
  {
    id: "greeting-bo",
    question: "Predict the bytes: the data of the DATA frame that calls `SayHello` for Bo. (`string name = 1`; B is 42, o is 6f.)",
    bytes: { encoder: "greeting", message: "request", text: "Bo" },
    reason: "The flag, then the length of the message, big-endian, in four bytes: 00 00 00 00 04. The message: tag 0a, length 2, two letters."
  },
  {
    id: "no-such-method",
    question: "A client calls a method that the server does not have. What does HTTP’s `:status` say?",
    answers: [
      { text: "404", reason: "That would be HTTP’s answer. To gRPC the call was understood." },
      {
        text: "200",
        reason: "And `grpc-status: 12`, UNIMPLEMENTED, in the same block: Trailers-Only.",
        right: true
      },
      { text: "415", reason: "That is for requests that are not gRPC at all." }
    ]
  },
  {
    id: "why-trailers",
    question: "Why does the status come in trailers, and not with the first headers, as HTTP’s does?",
    answers: [
      {
        text: "Because headers are compressed, and a status must be readable",
        reason: "Trailers are compressed in the same way, by the same table."
      },
      {
        text: "Because a server that streams knows only at the end how it went",
        reason: "The headers went out before the first message; the last one may still fail.",
        right: true
      },
      {
        text: "Because proxies are not to see it",
        reason: "They see it as well as anything else. Some throw it away, and `te: trailers` finds those."
      }
    ]
  },
  {
    id: "percent",
    question: "The text of a status is `50% für Zoë`. What stands in `grpc-message`?",
    answers: [
      {
        text: "50%25 f%C3%BCr Zo%C3%AB",
        reason: "The %, and every byte beyond ASCII. Spaces stay.",
        right: true
      },
      {
        text: "50% f%FCr Zo%EB",
        reason: "The bytes are those of UTF-8, two for ü. And the reader would take the lone % amiss."
      },
      {
        text: "50%25%20f%C3%BCr%20Zo%C3%AB",
        reason: "As in a URL. Every reader takes it, but spaces need no escape here."
      }
    ]
  },
  {
    id: "silent-end",
    question: "A response: `:status 200`, `content-type application/grpc`, one message, and then DATA with END_STREAM. No trailers came. How has the call ended?",
    answers: [
      {
        text: "OK: the message is there",
        reason: "Nobody said OK. A server that means it says it."
      },
      {
        text: "With an error that the client has to make up",
        reason: "The end brought no status, so the client makes one up, whatever came before: UNKNOWN here and in most libraries, INTERNAL in Go’s.",
        right: true
      },
      {
        text: "Not yet: the client goes on waiting",
        reason: "END_STREAM is the end. Nothing can follow on this stream."
      }
    ]
  },
  {
    id: "doctype",
    question: "A client complains of a message of 558,124,867 bytes. In hex that is 21 44 4f 43. What has it read?",
    answers: [
      { text: "<html>", reason: "That would be “html”, 68 74 6d 6c: 1,752,460,652." },
      {
        text: "<!DOCTYPE html>",
        reason: "21 44 4f 43 is “!DOC”. The “<” before it was taken for the flag.",
        right: true
      },
      { text: "A very large message", reason: "A length that spells a word seldom is one." }
    ]
  },
  {
    id: "cancel-three",
    question: "And the whole frame that cancels the call on stream 3? (Three bytes of length, the type, which for RST_STREAM is 3, no flags, four bytes of stream; CANCEL is 8, in four bytes.)",
    bytes: { encoder: "cancel", stream: 3 },
    reason: "Thirteen bytes: the header says four bytes of payload, and these are the code."
  }
];
const __pageData = JSON.parse('{"title":"gRPC by hand","description":"What makes an HTTP/2 request a gRPC call? Lesson 9 of RPC from scratch.","frontmatter":{"prev":false,"next":false},"headers":[],"relativePath":"lessons/09-grpc-by-hand.md","filePath":"lessons/09-grpc-by-hand.md"}');
const __default__ = { name: "lessons/09-grpc-by-hand.md" };
const _sfc_main = /* @__PURE__ */ Object.assign(__default__, {
  __ssrInlineRender: true,
  setup(__props) {
    return (_ctx, _push, _parent, _attrs) => {
      const _component_LessonStart = resolveComponent("LessonStart");
      const _component_SequencePicture = resolveComponent("SequencePicture");
      const _component_CallAnatomy = resolveComponent("CallAnatomy");
      const _component_Quiz = resolveComponent("Quiz");
      const _component_TraceExplorer = resolveComponent("TraceExplorer");
      const _component_BuildIt = resolveComponent("BuildIt");
      const _component_QuizScore = resolveComponent("QuizScore");
      _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="grpc-by-hand" tabindex="-1">gRPC by hand <a class="header-anchor" href="#grpc-by-hand" aria-label="Permalink to &quot;gRPC by hand&quot;">​</a></h1>`);
      _push(ssrRenderComponent(_component_LessonStart, null, null, _parent));
      _push(`<p>We have streams on one connection, headers that shrink, messages that say where they end, and a format for what is in them. <strong>What is still missing until a stranger&#39;s program, written by people who have never heard of us, takes all this for gRPC?</strong></p><p>Less than one would think: about ten headers and an agreement on where the bad news stands. At the end of this lesson your client calls a server of <code>@grpc/grpc-js</code>, gRPC&#39;s own library for Node, and your server answers its client.</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 9</span></span></code></pre></div><p>Look for the trailers at the end of each call: there is the status.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · One call, byte by byte ──────────────────────────────────────────────────
A call is one HTTP/2 stream. The client sends a block of headers and a message;
the server sends a block of headers, a message, and a second block of headers
with the status. The frames are lesson 7’s, the headers are packed by lesson 8’s
HPACK, the message has lesson 3’s prefix, and what is in it is lesson 5’s. New
is only what the headers say:
client ──▶ server  HEADERS · stream 1 · POST /hello.Greeter/SayHello   102 bytes
  0000  00 00 5d 01 04 00 00 00  frame header = HEADERS END_HEADERS, stream 1,
        01                       93 bytes
                                   length, type, flags, stream (RFC 9113 §4.1)
  0009                           header block = 93 bytes
                                   compressed header fields (RFC 7541)
  0009  83                       │ :method = POST
                                 │   a call is always a POST (gRPC
                                 │   PROTOCOL-HTTP2, Requests)
  000a  86                       │ :scheme = http
                                 │   http in the clear, https over TLS (RFC 9113
                                 │   §8.3.1)
  000b  44 91 62 72 d1 41 d7 c5  │ :path = /hello.Greeter/SayHello
        61 4a 92 d8 c6 e1 fa c6  │   which method: /package.Service/Method (gRPC
        5a 28 3f                 │   PROTOCOL-HTTP2, Requests)
  001e  41 8b a0 e4 1d 13 9d 09  │ :authority = localhost:…
        b8 d8 00 07 ff           │   what the client calls the server; HTTP/1.1
                                 │   has Host for it (RFC 9113 §8.3.1)
  002b  00 89 9a ca c8 b2 4d 49  │ grpc-timeout = 5000m: 5000 ms
        4f 6a 7f 84 6c 00 05 3f  │   how long the client is willing to wait
                                 │   (gRPC PROTOCOL-HTTP2, Requests)
  003b  40 02 74 65 86 4d 83 35  │ te = trailers
        05 b1 1f                 │   I read trailers: finds out proxies that
                                 │   drop them (gRPC PROTOCOL-HTTP2, Requests)
  0046  5f 90 1d 75 d0 62 0d 26  │ content-type = application/grpc+proto
        3d 4c 4d 65 64 ff 75 d8  │   makes it gRPC, and says how messages are
        74 9f                    │   written (gRPC PROTOCOL-HTTP2, Requests)
  0058  7a 8c 9a ca c8 b4 7e 96  │ user-agent = grpc-by-hand/1.0
        9c 75 48 c0 57 07        │   which library this is; for logs (gRPC
                                 │   PROTOCOL-HTTP2, User Agents)
client ──▶ server  DATA · stream 1 · HelloRequest { name: &quot;Ada&quot; } · E…  19 bytes
  0000  00 00 0a 00 01 00 00 00  frame header = DATA END_STREAM, stream 1, 10
        01                       bytes
  0009                           data = 10 bytes
                                   a piece of the body (RFC 9113 §6.1)
  0009  00                       │ compressed flag = 0
                                 │   the payload is as it was written (gRPC
                                 │   PROTOCOL-HTTP2, Compressed-Flag)
  000a  00 00 00 05              │ length = 5
                                 │   how many bytes the payload has: 32 bits,
                                 │   the highest byte first (big-endian) (gRPC
                                 │   PROTOCOL-HTTP2, Message-Length)
  000e                           │ message = 5 bytes
                                 │   as the prefix says: where the frame ends
                                 │   means nothing (gRPC PROTOCOL-HTTP2,
                                 │   Length-Prefixed-Message)
  000e  0a 03 41 64 61           │ │ name = &quot;Ada&quot; · field 1, string
client ◀── server  HEADERS · stream 1 · 200                             28 bytes
  0000  00 00 13 01 04 00 00 00  frame header = HEADERS END_HEADERS, stream 1,
        01                       19 bytes
  0009                           header block = 19 bytes
  0009  88                       │ :status = 200
                                 │   HTTP went well; of the call it says nothing
                                 │   (gRPC PROTOCOL-HTTP2, Responses)
  000a  5f 90 1d 75 d0 62 0d 26  │ content-type = application/grpc+proto
        3d 4c 4d 65 64 ff 75 d8  │   the answer is gRPC, too (gRPC
        74 9f                    │   PROTOCOL-HTTP2, Responses)
client ◀── server  DATA · stream 1 · HelloReply { message: &quot;Hello, Ad…  26 bytes
  0000  00 00 11 00 00 00 00 00  frame header = DATA, stream 1, 17 bytes
        01
  0009                           data = 17 bytes
  0009  00                       │ compressed flag = 0
  000a  00 00 00 0c              │ length = 12
  000e                           │ message = 12 bytes
  000e  0a 0a 48 65 6c 6c 6f 2c  │ │ message = &quot;Hello, Ada&quot;
        20 41 64 61              │ │
client ◀── server  HEADERS · stream 1 · trailers: 0 OK · END_STREAM     21 bytes
  0000  00 00 0c 01 05 00 00 00  frame header = HEADERS END_STREAM END_HEADERS,
        01                       stream 1, 12 bytes
  0009                           header block = 12 bytes
  0009  40 88 9a ca c8 b2 12 34  │ grpc-status = 0 OK
        da 8f 01 30              │   how the call ended, as a number; 0 is OK
                                 │   (gRPC statuscodes)
The status comes last, and that is the heart of it: a server that streams a
million messages knows only at the end whether it went well. HTTP’s own status,
200, was sent long before.

── 2 · A call that fails ───────────────────────────────────────────────────────
The server knows no Zoë. It has sent nothing yet, so headers and trailers become
one block that ends the stream, “Trailers-Only”. HTTP still says 200. Headers
are ASCII, so the text is UTF-8 with an escape for each byte beyond it; and for
the % itself, or the 100% would be read as one:
client ◀── server  HEADERS · stream 1 · Trailers-Only: 5 NOT_FOUND · …  80 bytes
  0000  00 00 47 01 05 00 00 00  frame header = HEADERS END_STREAM END_HEADERS,
        01                       stream 1, 71 bytes
  0009                           header block = 71 bytes
  0009  … 19 bytes               │ as before: :status, content-type
  001c  40 88 9a ca c8 b2 12 34  │ grpc-status = 5 NOT_FOUND
        da 8f 01 35              │
  0028  00 89 9a ca c8 b5 25 42  │ grpc-message = nobody here is called
        07 31 7f 9c a8 f1 9e 4f  │ Zo%C3%AB, 100%25
        4a 4e 5b 0a a1 90 a1 07  │   why, for people; it reads: nobody here is
        45 05 91 4f d3 ab 79 95  │   called Zoë, 100% (gRPC PROTOCOL-HTTP2,
        61 bb f4 a0 40 05 44 df  │   Responses)

── 3 · The same client at a stranger’s server ──────────────────────────────────
This server is @grpc/grpc-js, gRPC’s own library for Node. Nobody who wrote it
has heard of this course. Our client calls it twice; here are the headers and
trailers of its answers:
  grpc-js server  /hello.Greeter/SayHello for &quot;Ada&quot;
client ◀── server  HEADERS · stream 1 · 200                            105 bytes
  0000  00 00 60 01 04 00 00 00  frame header = HEADERS END_HEADERS, stream 1,
        01                       96 bytes
  0009                           header block = 96 bytes
  0009  … 19 bytes               │ as before: :status, content-type
  001c  40 8e 9a ca c8 b0 c8 42  │ grpc-accept-encoding = identity,deflate,gzip
        d6 95 8b 51 0f 21 aa 9b  │   which compressions I can read (gRPC
        90 34 85 a9 26 4f af a9  │   PROTOCOL-HTTP2, Requests)
        0b 2d 03 49 7e a6 f6 6a  │
        ff                       │
  003d  40 8a 9a ca c8 b1 6a 21  │ grpc-encoding = identity
        e4 35 53 7f 86 34 85 a9  │   how messages may be compressed (gRPC
        26 4f af                 │   PROTOCOL-HTTP2, Requests)
  0050  61 97 df 3d bf 4a 09 c5  │ date = Thu, 26 Nov 2026 23:03:59 GMT
        34 9f ba 82 00 9c 50 4c  │   HTTP’s own: gRPC makes no use of it (RFC
        dc 03 37 1b 7d 4c 5a 37  │   9110)
        ff                       │
client ◀── server  HEADERS · stream 1 · trailers: 0 OK · END_STREAM     35 bytes
  0000  00 00 1a 01 05 00 00 00  frame header = HEADERS END_STREAM END_HEADERS,
        01                       stream 1, 26 bytes
  0009                           header block = 26 bytes
  0009  40 88 9a ca c8 b2 12 34  │ grpc-status = 0 OK
        da 8f 01 30              │
  0015  40 89 9a ca c8 b5 25 42  │ grpc-message = OK
        07 31 7f 02 4f 4b        │   why, for people (gRPC PROTOCOL-HTTP2,
                                 │   Responses)
  our client      got &quot;Hello, Ada, says grpc-js&quot;
  grpc-js server  /hello.Greeter/SayHello for &quot;Zoë&quot;
client ◀── server  HEADERS · stream 3 · Trailers-Only: 5 NOT_FOUND · …  41 bytes
  0000  00 00 20 01 05 00 00 00  frame header = HEADERS END_STREAM END_HEADERS,
        03                       stream 3, 32 bytes
  0009                           header block = 32 bytes
  0009  88                       │ :status = 200
  000a  7f 00 01 35              │ grpc-status = 5 NOT_FOUND
  000e  7f 00 96 a8 ea 88 1f a7  │ grpc-message = no%20Zo%C3%AB%20here,%20100%25
        56 f3 2a c3 75 51 02 72  │   why, for people; it reads: no Zoë here,
        d8 5f a5 44 00 80 0a 89  │   100% (gRPC PROTOCOL-HTTP2, Responses)
        bf                       │
  0027  c5                       │ content-type = application/grpc+proto
  0028  c2                       │ date = Thu, 26 Nov 2026 23:03:59 GMT
  our client      got 5 NOT_FOUND: no Zoë here, 100%
It says OK in words, too, tells which compressions it reads, sends a date, and
escapes the spaces: nothing of that is needed, and all of it is understood.

── 4 · A stranger’s client at our server ───────────────────────────────────────
And the other way round: a client of grpc-js, and our server. Here is what its
first call sends:
client ──▶ server  HEADERS · stream 1 · POST /hello.Greeter/SayHello   140 bytes
  0000  00 00 83 01 04 00 00 00  frame header = HEADERS END_HEADERS, stream 1,
        01                       131 bytes
  0009                           header block = 131 bytes
  0009  41 8b 08 9d 5c 0b 81 70  │ :authority = 127.0.0.1:…
        dc 68 0c bc cf           │
  0016  83                       │ :method = POST
  0017  04 91 62 72 d1 41 d7 c5  │ :path = /hello.Greeter/SayHello
        61 4a 92 d8 c6 e1 fa c6  │
        5a 28 3f                 │
  002a  … 34 bytes               │ as before: :scheme, grpc-accept-encoding
  004c  50 86 34 85 a9 26 4f af  │ accept-encoding = identity
  0054  40 89 9a ca c8 b2 4d 49  │ grpc-timeout = 4988m: 4988 ms
        4f 6a 7f 84 69 f7 9e a7  │
  0064  7a 8e 9a ca c8 b5 47 90  │ user-agent = grpc-node-js/1.14.7
        ab 74 43 01 5c 2d 2e ef  │
  0074  5f 8b 1d 75 d0 62 0d 26  │ content-type = application/grpc
        3d 4c 4d 65 64           │
  0081  40 02 74 65 86 4d 83 35  │ te = trailers
        05 b1 1f                 │
client ──▶ server  DATA · stream 1 · HelloRequest { name: &quot;Ada&quot; } · E…  19 bytes
  0000  … 19 bytes               as before: frame header, data
  our server      /hello.Greeter/SayHello: 0 OK
  grpc-js client  got &quot;Hello, Ada&quot;
  our server      /hello.Greeter/SayHello: 5 NOT_FOUND: nobody here is called
                  Zoë, 100%
  grpc-js client  got 5 NOT_FOUND: nobody here is called Zoë, 100%
It says what ours says in another order, and two things more: which compressions
it reads, for gRPC and for HTTP. Its timeout is a little shorter than the five
seconds it was given: some time was gone before it wrote. It cannot tell our
server from one of its own. What a library does beyond this, and what it hides,
is lesson 10.</pre></details><h2 id="one-call-is-one-stream" tabindex="-1">One call is one stream <a class="header-anchor" href="#one-call-is-one-stream" aria-label="Permalink to &quot;One call is one stream&quot;">​</a></h2><p>This is a unary call, one message there and one back, as it was recorded:</p>`);
      _push(ssrRenderComponent(_component_SequencePicture, { trace: unref(call) }, null, _parent));
      _push(`<p>The client opens a stream with a block of headers, sends its message in DATA, and ends its side. The server answers with a block of headers, its message, and then <strong>a second block of headers</strong>: the <em>trailers</em>. In them stands how the call went.</p><p>Why at the end? Because nobody knows earlier. A server may stream a million messages and fail at the last. HTTP&#39;s status stands in front and went out long ago: 200, &quot;here comes something&quot;. Whether the <em>call</em> went well is another question, and gRPC answers it where it can be answered.</p>`);
      _push(ssrRenderComponent(_component_CallAnatomy, { trace: unref(twice) }, null, _parent));
      _push(`<h2 id="the-request-s-headers" tabindex="-1">The request&#39;s headers <a class="header-anchor" href="#the-request-s-headers" aria-label="Permalink to &quot;The request&#39;s headers&quot;">​</a></h2><table tabindex="0"><thead><tr><th>header</th><th>why it is there</th></tr></thead><tbody><tr><td><code>:method</code> <code>POST</code></td><td>always: a call may change things, so nobody on the way may answer it from a cache or send it twice</td></tr><tr><td><code>:path</code> <code>/hello.Greeter/SayHello</code></td><td>package, service, method; a server compares it to the letter</td></tr><tr><td><code>:scheme</code> <code>http</code>, <code>:authority</code> <code>localhost:50009</code></td><td>as in every HTTP/2 request</td></tr><tr><td><code>grpc-timeout</code> <code>5000m</code></td><td>how long the client is willing to wait</td></tr><tr><td><code>te</code> <code>trailers</code></td><td>finds out proxies that would lose the status</td></tr><tr><td><code>content-type</code> <code>application/grpc+proto</code></td><td>makes it gRPC, and says how messages are written</td></tr><tr><td><code>grpc-encoding</code>, <code>grpc-accept-encoding</code></td><td>how messages are, and may be, compressed (lesson 23)</td></tr><tr><td><code>user-agent</code> <code>grpc-by-hand/1.0</code></td><td>for the people who read logs</td></tr><tr><td>anything else</td><td>metadata: the application&#39;s own (lesson 19)</td></tr></tbody></table><p>The four with a colon must come first: if they do not, HTTP/2 calls the request malformed. The timeout should come right behind them, the metadata last.</p><p><strong><code>te: trailers</code></strong> looks like an idle phrase: &quot;I read trailers.&quot; It is a trap for proxies. In HTTP/1.1 trailers could get lost on the way, and <code>TE</code> is a header for one hop only: a proxy that cannot pass on trailers does not pass on this header either. So a server that does not find it knows that there may be somebody between who would drop the trailers, and with them the status. Better to refuse the call now than to let every answer end in a riddle. (It is the only value that HTTP/2 allows for this header.)</p><p><strong><code>grpc-timeout</code></strong> is one to eight digits and a letter: <code>H</code> <code>M</code> <code>S</code> are hours, minutes, seconds; <code>m</code> <code>u</code> <code>n</code> are milli-, micro- and nanoseconds. Mind the capital: <code>5M</code> is five minutes. It is a duration and not a time of day, since the clocks of two machines never agree. And it is what is <em>left</em>: a server that calls another one should pass on less than it got.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "one-and-a-half-seconds"
      }, null, _parent));
      _push(`<h2 id="the-bytes" tabindex="-1">The bytes <a class="header-anchor" href="#the-bytes" aria-label="Permalink to &quot;The bytes&quot;">​</a></h2><p>Open the frames of the call. Headers are packed by lesson 8&#39;s HPACK, the data begins with lesson 3&#39;s five bytes, the message is lesson 5&#39;s Protobuf. <code>grpc-status: 0</code> is all that the last block says, and it must be there: OK is said, too.</p>`);
      _push(ssrRenderComponent(_component_TraceExplorer, { trace: unref(call) }, null, _parent));
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "greeting-bo"
      }, null, _parent));
      _push(`<h2 id="a-call-that-fails" tabindex="-1">A call that fails <a class="header-anchor" href="#a-call-that-fails" aria-label="Permalink to &quot;A call that fails&quot;">​</a></h2><p>The server knows no Zoë. It has sent nothing yet, so it needs no headers for an answer that will not come: headers and trailers become one block, which ends the stream. The specification calls this <strong>Trailers-Only</strong>. To HTTP it is a response like any other, 200 and without a body.</p>`);
      _push(ssrRenderComponent(_component_TraceExplorer, {
        trace: unref(refusal),
        from: "server"
      }, null, _parent));
      _push(`<p>The text for people, <code>grpc-message</code>, may be any text. But a header is ASCII, and so it is <strong>percent-encoded</strong>: the text as UTF-8, and every byte that is not printable ASCII as <code>%</code> and two hex digits. And the <code>%</code> itself, of course. And a space at either end: HTTP/2 allows none there (RFC 9113 §8.2.1), and a strict reader throws the whole answer away for it.</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>nobody here is called Zoë, 100%</span></span>
<span class="line"><span>nobody here is called Zo%C3%AB, 100%25</span></span></code></pre></div><p>It looks like a URL and is not: spaces stay, <code>encodeURIComponent</code> escapes far too much. A reader must never fail on it: a text that cannot be decoded is shown as it came. Some peers do not escape at all and send their UTF-8 as it is; a header field is octets, so that is readable too. The worst moment for an exception is while you read what went wrong.</p><p>A status is one of seventeen numbers, from 0, <code>OK</code>, to 16, <code>UNAUTHENTICATED</code>, which programs decide by. Whatever else stands in <code>grpc-status</code> is 2, <code>UNKNOWN</code>. (What each of them is for is lesson 18.)</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "no-such-method why-trailers percent"
      }, null, _parent));
      _push(`<h2 id="who-is-turned-away-and-how" tabindex="-1">Who is turned away, and how <a class="header-anchor" href="#who-is-turned-away-and-how" aria-label="Permalink to &quot;Who is turned away, and how&quot;">​</a></h2><p>Not everything that knocks at the port speaks gRPC. There are browsers, health checks, people with <code>curl</code>. A server that answered them in gRPC&#39;s way, with 200 and a <code>grpc-status</code> that they never look at, would tell them that all is well. So the refusal depends on who asks:</p><table tabindex="0"><thead><tr><th>what is wrong</th><th>HTTP says</th><th>gRPC says</th></tr></thead><tbody><tr><td><code>content-type</code> is not <code>application/grpc</code>, nor that with <code>+…</code> or <code>;…</code> behind it</td><td>415</td><td><code>UNKNOWN</code></td></tr><tr><td>the method is not <code>POST</code></td><td>405</td><td><code>INTERNAL</code></td></tr><tr><td><code>te: trailers</code> is missing</td><td>200</td><td><code>INTERNAL</code></td></tr><tr><td><code>application/grpc+json</code>, and the server has no JSON</td><td>200</td><td><code>UNIMPLEMENTED</code></td></tr><tr><td>a <code>grpc-timeout</code> against the grammar</td><td>400</td><td><code>INTERNAL</code></td></tr><tr><td>a header with a name in <code>-bin</code> (bytes, written in base64: lesson 19) that is not base64</td><td>200</td><td><code>INTERNAL</code></td></tr><tr><td>no such service or method</td><td>200</td><td><code>UNIMPLEMENTED</code></td></tr></tbody></table><p>The last row is the protocol&#39;s, and so is the 415 of the first; which content-types get it is stricter here than there. Between them servers differ, and this is what ours does. <code>grpc-js</code>, for one, takes a call without <code>te</code>, and even a <code>GET</code>.</p><p>Look closely at the first row. <code>application/grpc-web</code> begins with <code>application/grpc</code> and is another protocol, for browsers. A server that looks only at the beginning lets it in, and wonders about the bytes. (<code>grpc-js</code> 1.14 does.)</p><h2 id="what-became-of-the-call" tabindex="-1">What became of the call? <a class="header-anchor" href="#what-became-of-the-call" aria-label="Permalink to &quot;What became of the call?&quot;">​</a></h2><p>The client has it harder: it cannot choose who answers. Between it and the server there may be a proxy that knows nothing of gRPC, and then a web page comes back. So the client has rules for what to believe:</p><ol><li><strong>A <code>grpc-status</code> in the block that ends the stream wins</strong>, over everything that HTTP says; only OK does not make good what could not be read. (In a block that does not end it, a status means nothing.)</li><li>Without one it is HTTP&#39;s status, translated: 401 is <code>UNAUTHENTICATED</code>, 403 <code>PERMISSION_DENIED</code>, 404 <code>UNIMPLEMENTED</code>, 400 <code>INTERNAL</code>; 429, 502, 503 and 504 are <code>UNAVAILABLE</code>, so that it may be tried again. All others are <code>UNKNOWN</code>, <strong>200 too</strong>: a gRPC server that means OK says so.</li><li>If HTTP says 200, but the <code>content-type</code> is not gRPC&#39;s: <code>UNKNOWN</code>. Whether by rule 2 or by rule 3: not one byte of the body is taken for a message.</li><li>A stream that was reset has no trailers to ask. Its code is translated: <code>REFUSED_STREAM</code> is <code>UNAVAILABLE</code>, <code>CANCEL</code> is <code>CANCELLED</code>, <code>ENHANCE_YOUR_CALM</code> is <code>RESOURCE_EXHAUSTED</code>, and most others are <code>INTERNAL</code>.</li></ol><h3 id="a-message-of-1-752-460-652-bytes" tabindex="-1">A message of 1,752,460,652 bytes <a class="header-anchor" href="#a-message-of-1-752-460-652-bytes" aria-label="Permalink to &quot;A message of 1,752,460,652 bytes&quot;">​</a></h3><p>What happens to a client that leaves out rule 3? A proxy with nobody behind it answers 200, and a page for people. The client takes the first five bytes for a prefix:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>3c            &quot;&lt;&quot;       compressed flag</span></span>
<span class="line"><span>68 74 6d 6c   &quot;html&quot;    length: 1,752,460,652</span></span></code></pre></div><p><code>grpc-js</code> does just that, and reports <code>Received message larger than max (1752460652 vs 4194304)</code>. People who read it look for what is so large in their messages. Then they raise the limit.</p><p>When an absurd length turns up, write it in hex and read it as letters. If it spells something, somebody was not speaking your protocol.</p><p>(The same trick works one layer below. A server that knows only HTTP/1.1 answers with the text <code>HTTP/1.1 400 Bad Request</code>. Read as the header of an HTTP/2 frame, its first three letters, <code>48 54 54</code>, are a length of 4,740,180 bytes.)</p>`);
      _push(ssrRenderComponent(_component_TraceExplorer, {
        trace: unref(page),
        from: "server"
      }, null, _parent));
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "silent-end doctype"
      }, null, _parent));
      _push(`<h2 id="giving-up" tabindex="-1">Giving up <a class="header-anchor" href="#giving-up" aria-label="Permalink to &quot;Giving up&quot;">​</a></h2><p>There is no message for &quot;never mind&quot;. The client resets the stream, with the code <code>CANCEL</code>: thirteen bytes, and no other call on the connection notices. The server learns of it at once and should stop working. A call whose time is up ends in the same way; the client does not wait to be told.</p>`);
      _push(ssrRenderComponent(_component_SequencePicture, { trace: unref(cancel) }, null, _parent));
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "cancel-three"
      }, null, _parent));
      _push(`<h2 id="the-code" tabindex="-1">The code <a class="header-anchor" href="#the-code" aria-label="Permalink to &quot;The code&quot;">​</a></h2><p>The whole of a unary call, from the client&#39;s side. What you are going to write is what it imports: <code>requestHeaders</code>, <code>statusOfHeaders</code>, <code>statusOfTrailers</code>.</p><div class="excerpt ts long"><p class="file"><a href="/source/lessons/09-grpc-by-hand/call.ts.txt" target="_self">lessons/09-grpc-by-hand/call.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** One unary call, by hand. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> callUnary(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  http2: Http2Connection,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  head: RequestHead | HeaderField[],</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  request: Uint8Array,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  signal?: AbortSignal,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">): Promise&lt;Outcome&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Promise((resolve) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> decoder = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> MessageDecoder();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> messages: Uint8Array[] = [];</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    let</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> fault: StatusObject | undefined;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> end = (status: StatusObject) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      signal?.removeEventListener(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;abort&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, leave);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      resolve({ status, messages });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> leave = () =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      stream.reset(ErrorCode.CANCEL);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      end({ code: Status.CANCELLED, details: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;the caller gave up&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    };</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> fields = Array.isArray(head) ? head : requestHeaders(head);</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> stream = http2.open(fields, </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">false</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      headers(received, endStream) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        fault = statusOfHeaders(readHead(received), endStream);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">        if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (endStream &amp;&amp; fault) end(fault);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      data(chunk, endStream) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        stream.consume(chunk.length);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">        try</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">          if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (!fault) messages.push(...payloadsIn(decoder, chunk));</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        } </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">catch</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (error) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">          stream.reset(ErrorCode.CANCEL);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">          end(broken(error));</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        }</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">        if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (endStream) end(fault ?? NO_TRAILERS);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      },</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      trailers(received) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        end(statusOfTrailers(readHead(received), fault));</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      close(error) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">        if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (error) end(statusOfClose(error));</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    });</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    stream.sendData(encodeMessage(request), </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">true</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    signal?.addEventListener(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;abort&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, leave);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div><label class="unfold"><input type="checkbox">Show all 48 lines</label></div><p>And how the server ends one: a reply between headers and trailers, or nothing but the trailers.</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/09-grpc-by-hand/answer.ts.txt" target="_self">lessons/09-grpc-by-hand/answer.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> end(status: StatusObject, reply?: Uint8Array): void {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (ended) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  ended = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">true</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  clearTimeout(timer);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (reply) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    stream.sendHeaders(responseHeaders());</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    stream.sendData(encodeMessage(reply));</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    stream.sendTrailers(statusTrailers(status));</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  } </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">else</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> stream.sendHeaders(trailersOnly(status), </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">true</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  log.ended(head.path!, status);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p>That is gRPC. What the libraries add around it, such as connections that mend themselves, retries, load balancing, interceptors, is a great deal; but a call on the wire stays what you have seen here.</p><h2 id="break-it" tabindex="-1">Break it <a class="header-anchor" href="#break-it" aria-label="Permalink to &quot;Break it&quot;">​</a></h2><p>A web page, read as a message, by us and by <code>grpc-js</code>:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 9</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --html</span></span></code></pre></div><p>Look for the length: it is four letters of a web page.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · A web page, read as a message ───────────────────────────────────────────
There is a proxy before the server, and nobody at home behind it. So it answers
with a page for people, and with 200:
client ◀── server  HEADERS · stream 1 · 200                             19 bytes
  0000  00 00 0a 01 04 00 00 00  frame header = HEADERS END_HEADERS, stream 1,
        01                       10 bytes
                                   length, type, flags, stream (RFC 9113 §4.1)
  0009                           header block = 10 bytes
                                   compressed header fields (RFC 7541)
  0009  88                       │ :status = 200
                                 │   HTTP went well; of the call it says nothing
                                 │   (gRPC PROTOCOL-HTTP2, Responses)
  000a  5f 87 49 7c a5 89 d3 4d  │ content-type = text/html
        1f                       │   not gRPC: what follows are not messages
                                 │   (gRPC PROTOCOL-HTTP2, Responses)
client ◀── server  DATA · stream 1 · not gRPC · END_STREAM              64 bytes
  0000  00 00 37 00 01 00 00 00  frame header = DATA END_STREAM, stream 1, 55
        01                       bytes
  0009                           data = 55 bytes
                                   a piece of the body (RFC 9113 §6.1)
  0009  3c 68 74 6d 6c 3e 3c 62  │ body = &quot;&lt;html&gt;&lt;body&gt;&lt;h1&gt;We will be back
        6f 64 79 3e 3c 68 31 3e  │ soon&lt;/h1&gt;&lt;/body&gt;&lt;/html&gt;&quot;
        57 65 20 77 69 6c 6c 20  │   not gRPC: text/html
        62 65 20 62 61 63 6b 20  │
        … 15 more                │
        3c 2f 68 74 6d 6c 3e     │
··· client: the call has failed: 2 UNKNOWN: content-type text/html instead of
    application/grpc
Our client has looked at the content-type first. A client that does not look
takes &quot;&lt;html&quot; for a prefix:
    3c          &quot;&lt;&quot;     compressed flag = 60
    68 74 6d 6c &quot;html&quot;  length = 1,752,460,652
A message of 1.75 GB. grpc-js reads it so, and its users wonder what is so
large; our reader of lesson 3 stumbles over the flag:
  grpc-js         8 RESOURCE_EXHAUSTED: Received message larger than max
                  (1752460652 vs 4194304)
  lesson 3        the compressed flag is 60; only 0 and 1 exist
An honest proxy says 502 with its page. That is read, and can be tried again:
··· client: the call has failed: 14 UNAVAILABLE: HTTP status 502 from something
    that is not a gRPC server</pre></details><p>The call with any header changed, added or left out; see who refuses it, and how:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 9</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --header</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> te=</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 9</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --header</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> content-type=application/json</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 9</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --header</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> :path=/hello.Greeter/SayBye</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 9</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --header</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> grpc-timeout=1s</span></span></code></pre></div><p>Look at the first lines of the answer: HTTP’s status is for a sender that does not speak gRPC, <code>grpc-status</code> for one that does.</p><details class="output"><summary>What <code>npm run lesson 9 -- --header te=</code> prints</summary><pre tabindex="0">── 1 · A call without te ───────────────────────────────────────────────────────
client ──▶ server  HEADERS · stream 1 · POST /hello.Greeter/SayHello    91 bytes
  0000  00 00 52 01 04 00 00 00  frame header = HEADERS END_HEADERS, stream 1,
        01                       82 bytes
                                   length, type, flags, stream (RFC 9113 §4.1)
  0009                           header block = 82 bytes
                                   compressed header fields (RFC 7541)
  0009  83                       │ :method = POST
                                 │   a call is always a POST (gRPC
                                 │   PROTOCOL-HTTP2, Requests)
  000a  86                       │ :scheme = http
                                 │   http in the clear, https over TLS (RFC 9113
                                 │   §8.3.1)
  000b  44 91 62 72 d1 41 d7 c5  │ :path = /hello.Greeter/SayHello
        61 4a 92 d8 c6 e1 fa c6  │   which method: /package.Service/Method (gRPC
        5a 28 3f                 │   PROTOCOL-HTTP2, Requests)
  001e  41 8b a0 e4 1d 13 9d 09  │ :authority = localhost:…
        b8 d8 00 07 ff           │   what the client calls the server; HTTP/1.1
                                 │   has Host for it (RFC 9113 §8.3.1)
  002b  00 89 9a ca c8 b2 4d 49  │ grpc-timeout = 5000m: 5000 ms
        4f 6a 7f 84 6c 00 05 3f  │   how long the client is willing to wait
                                 │   (gRPC PROTOCOL-HTTP2, Requests)
  003b  5f 90 1d 75 d0 62 0d 26  │ content-type = application/grpc+proto
        3d 4c 4d 65 64 ff 75 d8  │   makes it gRPC, and says how messages are
        74 9f                    │   written (gRPC PROTOCOL-HTTP2, Requests)
  004d  7a 8c 9a ca c8 b4 7e 96  │ user-agent = grpc-by-hand/1.0
        9c 75 48 c0 57 07        │   which library this is; for logs (gRPC
                                 │   PROTOCOL-HTTP2, User Agents)
client ──▶ server  DATA · stream 1 · HelloRequest { name: &quot;Ada&quot; } · E…  19 bytes
  0000  00 00 0a 00 01 00 00 00  frame header = DATA END_STREAM, stream 1, 10
        01                       bytes
  0009                           data = 10 bytes
                                   a piece of the body (RFC 9113 §6.1)
  0009  00                       │ compressed flag = 0
                                 │   the payload is as it was written (gRPC
                                 │   PROTOCOL-HTTP2, Compressed-Flag)
  000a  00 00 00 05              │ length = 5
                                 │   how many bytes the payload has: 32 bits,
                                 │   the highest byte first (big-endian) (gRPC
                                 │   PROTOCOL-HTTP2, Message-Length)
  000e                           │ message = 5 bytes
                                 │   as the prefix says: where the frame ends
                                 │   means nothing (gRPC PROTOCOL-HTTP2,
                                 │   Length-Prefixed-Message)
  000e  0a 03 41 64 61           │ │ name = &quot;Ada&quot; · field 1, string
  server          refused: HTTP 200, 13 INTERNAL: te: trailers is missing: the
                  status could be lost on the way
client ◀── server  HEADERS · stream 1 · Trailers-Only: 13 INTERNAL · …  95 bytes
  0000  00 00 56 01 05 00 00 00  frame header = HEADERS END_STREAM END_HEADERS,
        01                       stream 1, 86 bytes
  0009                           header block = 86 bytes
  0009  88                       │ :status = 200
                                 │   HTTP went well; of the call it says nothing
                                 │   (gRPC PROTOCOL-HTTP2, Responses)
  000a  5f 90 1d 75 d0 62 0d 26  │ content-type = application/grpc+proto
        3d 4c 4d 65 64 ff 75 d8  │   the answer is gRPC, too (gRPC
        74 9f                    │   PROTOCOL-HTTP2, Responses)
  001c  40 88 9a ca c8 b2 12 34  │ grpc-status = 13 INTERNAL
        da 8f 02 31 33           │   how the call ended, as a number; 0 is OK
                                 │   (gRPC statuscodes)
  0029  00 89 9a ca c8 b5 25 42  │ grpc-message = te: trailers is missing: the
        07 31 7f aa 49 6e 28 9b  │ status could be lost on the way
        06 6a 0b 62 14 32 14 a4  │   why, for people (gRPC PROTOCOL-HTTP2,
        c8 41 aa 9a e2 89 9c aa  │   Responses)
        … 14 more                │
        a2 67 2a 9e 07 eb        │
client ◀── server  RST_STREAM · stream 1 · NO_ERROR                     13 bytes
  0000  00 00 04 03 00 00 00 00  frame header = RST_STREAM, stream 1, 4 bytes
        01
  0009  00 00 00 00              error code = 0 NO_ERROR
                                   nothing is wrong (RFC 9113 §6.4)
  client          13 INTERNAL: te: trailers is missing: the status could be lost
                  on the way
Others to try:
    te=
    content-type=application/json
    content-type=application/grpc-web
    content-type=application/grpc+json
    :path=/hello.Greeter/SayBye
    :method=GET
    grpc-timeout=1s
    x-key-bin=!</pre></details><details class="output"><summary>What <code>npm run lesson 9 -- --header content-type=application/json</code> prints</summary><pre tabindex="0">── 1 · A call with content-type: application/json ──────────────────────────────
client ──▶ server  HEADERS · stream 1 · POST /hello.Greeter/SayHello    97 bytes
  0000  00 00 58 01 04 00 00 00  frame header = HEADERS END_HEADERS, stream 1,
        01                       88 bytes
                                   length, type, flags, stream (RFC 9113 §4.1)
  0009                           header block = 88 bytes
                                   compressed header fields (RFC 7541)
  0009  83                       │ :method = POST
                                 │   a call is always a POST (gRPC
                                 │   PROTOCOL-HTTP2, Requests)
  000a  86                       │ :scheme = http
                                 │   http in the clear, https over TLS (RFC 9113
                                 │   §8.3.1)
  000b  44 91 62 72 d1 41 d7 c5  │ :path = /hello.Greeter/SayHello
        61 4a 92 d8 c6 e1 fa c6  │   which method: /package.Service/Method (gRPC
        5a 28 3f                 │   PROTOCOL-HTTP2, Requests)
  001e  41 8b a0 e4 1d 13 9d 09  │ :authority = localhost:…
        b8 d8 00 07 ff           │   what the client calls the server; HTTP/1.1
                                 │   has Host for it (RFC 9113 §8.3.1)
  002b  00 89 9a ca c8 b2 4d 49  │ grpc-timeout = 5000m: 5000 ms
        4f 6a 7f 84 6c 00 05 3f  │   how long the client is willing to wait
                                 │   (gRPC PROTOCOL-HTTP2, Requests)
  003b  40 02 74 65 86 4d 83 35  │ te = trailers
        05 b1 1f                 │   I read trailers: finds out proxies that
                                 │   drop them (gRPC PROTOCOL-HTTP2, Requests)
  0046  5f 8b 1d 75 d0 62 0d 26  │ content-type = application/json
        3d 4c 74 41 ea           │   not gRPC: what follows are not messages
                                 │   (gRPC PROTOCOL-HTTP2, Requests)
  0053  7a 8c 9a ca c8 b4 7e 96  │ user-agent = grpc-by-hand/1.0
        9c 75 48 c0 57 07        │   which library this is; for logs (gRPC
                                 │   PROTOCOL-HTTP2, User Agents)
client ──▶ server  DATA · stream 1 · not gRPC · END_STREAM              19 bytes
  0000  00 00 0a 00 01 00 00 00  frame header = DATA END_STREAM, stream 1, 10
        01                       bytes
  0009                           data = 10 bytes
                                   a piece of the body (RFC 9113 §6.1)
  0009  00 00 00 00 05 0a 03 41  │ body =
        64 61                    │ &quot;\\u0000\\u0000\\u0000\\u0000\\u0005\\n\\u0003Ada&quot;
                                 │   not gRPC: application/json
  server          refused: HTTP 415, 2 UNKNOWN: content-type application/json:
                  application/grpc is expected
client ◀── server  HEADERS · stream 1 · 415, Trailers-Only: 2 UNKNOWN…  97 bytes
  0000  00 00 58 01 05 00 00 00  frame header = HEADERS END_STREAM END_HEADERS,
        01                       stream 1, 88 bytes
  0009                           header block = 88 bytes
  0009  48 03 34 31 35           │ :status = 415
                                 │   HTTP’s own; counts if no grpc-status comes
                                 │   (gRPC http-grpc-status-mapping)
  000e  5f 90 1d 75 d0 62 0d 26  │ content-type = application/grpc+proto
        3d 4c 4d 65 64 ff 75 d8  │   the answer is gRPC, too (gRPC
        74 9f                    │   PROTOCOL-HTTP2, Responses)
  0020  40 88 9a ca c8 b2 12 34  │ grpc-status = 2 UNKNOWN
        da 8f 01 32              │   how the call ended, as a number; 0 is OK
                                 │   (gRPC statuscodes)
  002c  00 89 9a ca c8 b5 25 42  │ grpc-message = content-type application/json:
        07 31 7f a9 21 ea 49 6a  │ application/grpc is expected
        4a c9 f5 59 54 1d 75 d0  │   why, for people (gRPC PROTOCOL-HTTP2,
        62 0d 26 3d 4c 74 41 ea  │   Responses)
        … 13 more                │
        f3 59 48 92 c9           │
client ◀── server  RST_STREAM · stream 1 · NO_ERROR                     13 bytes
  0000  00 00 04 03 00 00 00 00  frame header = RST_STREAM, stream 1, 4 bytes
        01
  0009  00 00 00 00              error code = 0 NO_ERROR
                                   nothing is wrong (RFC 9113 §6.4)
  client          2 UNKNOWN: content-type application/json: application/grpc is
                  expected
Others to try:
    te=
    content-type=application/json
    content-type=application/grpc-web
    content-type=application/grpc+json
    :path=/hello.Greeter/SayBye
    :method=GET
    grpc-timeout=1s
    x-key-bin=!</pre></details><details class="output"><summary>What <code>npm run lesson 9 -- --header :path=/hello.Greeter/SayBye</code> prints</summary><pre tabindex="0">── 1 · A call with :path: /hello.Greeter/SayBye ────────────────────────────────
client ──▶ server  HEADERS · stream 1 · POST /hello.Greeter/SayBye     101 bytes
  0000  00 00 5c 01 04 00 00 00  frame header = HEADERS END_HEADERS, stream 1,
        01                       92 bytes
                                   length, type, flags, stream (RFC 9113 §4.1)
  0009                           header block = 92 bytes
                                   compressed header fields (RFC 7541)
  0009  83                       │ :method = POST
                                 │   a call is always a POST (gRPC
                                 │   PROTOCOL-HTTP2, Requests)
  000a  86                       │ :scheme = http
                                 │   http in the clear, https over TLS (RFC 9113
                                 │   §8.3.1)
  000b  44 90 62 72 d1 41 d7 c5  │ :path = /hello.Greeter/SayBye
        61 4a 92 d8 c6 e1 fa bb  │   which method: /package.Service/Method (gRPC
        e8 bf                    │   PROTOCOL-HTTP2, Requests)
  001d  41 8b a0 e4 1d 13 9d 09  │ :authority = localhost:…
        b8 d8 00 07 ff           │   what the client calls the server; HTTP/1.1
                                 │   has Host for it (RFC 9113 §8.3.1)
  002a  00 89 9a ca c8 b2 4d 49  │ grpc-timeout = 5000m: 5000 ms
        4f 6a 7f 84 6c 00 05 3f  │   how long the client is willing to wait
                                 │   (gRPC PROTOCOL-HTTP2, Requests)
  003a  40 02 74 65 86 4d 83 35  │ te = trailers
        05 b1 1f                 │   I read trailers: finds out proxies that
                                 │   drop them (gRPC PROTOCOL-HTTP2, Requests)
  0045  5f 90 1d 75 d0 62 0d 26  │ content-type = application/grpc+proto
        3d 4c 4d 65 64 ff 75 d8  │   makes it gRPC, and says how messages are
        74 9f                    │   written (gRPC PROTOCOL-HTTP2, Requests)
  0057  7a 8c 9a ca c8 b4 7e 96  │ user-agent = grpc-by-hand/1.0
        9c 75 48 c0 57 07        │   which library this is; for logs (gRPC
                                 │   PROTOCOL-HTTP2, User Agents)
client ──▶ server  DATA · stream 1 · a message: field 1 · END_STREAM    19 bytes
  0000  00 00 0a 00 01 00 00 00  frame header = DATA END_STREAM, stream 1, 10
        01                       bytes
  0009                           data = 10 bytes
                                   a piece of the body (RFC 9113 §6.1)
  0009  00                       │ compressed flag = 0
                                 │   the payload is as it was written (gRPC
                                 │   PROTOCOL-HTTP2, Compressed-Flag)
  000a  00 00 00 05              │ length = 5
                                 │   how many bytes the payload has: 32 bits,
                                 │   the highest byte first (big-endian) (gRPC
                                 │   PROTOCOL-HTTP2, Message-Length)
  000e                           │ message = 5 bytes
                                 │   as the prefix says: where the frame ends
                                 │   means nothing (gRPC PROTOCOL-HTTP2,
                                 │   Length-Prefixed-Message)
  000e  0a 03 41 64 61           │ │ field 1 = &quot;Ada&quot;
                                 │ │   a string, bytes, a message or a packed
                                 │ │   list: only the schema can say which
                                 │ │   (protobuf encoding #structure)
  server          refused: HTTP 200, 12 UNIMPLEMENTED: there is no method
                  /hello.Greeter/SayBye
client ◀── server  HEADERS · stream 1 · Trailers-Only: 12 UNIMPLEMENT…  82 bytes
  0000  00 00 49 01 05 00 00 00  frame header = HEADERS END_STREAM END_HEADERS,
        01                       stream 1, 73 bytes
  0009                           header block = 73 bytes
  0009  88                       │ :status = 200
                                 │   HTTP went well; of the call it says nothing
                                 │   (gRPC PROTOCOL-HTTP2, Responses)
  000a  5f 90 1d 75 d0 62 0d 26  │ content-type = application/grpc+proto
        3d 4c 4d 65 64 ff 75 d8  │   the answer is gRPC, too (gRPC
        74 9f                    │   PROTOCOL-HTTP2, Responses)
  001c  40 88 9a ca c8 b2 12 34  │ grpc-status = 12 UNIMPLEMENTED
        da 8f 02 31 32           │   how the call ended, as a number; 0 is OK
                                 │   (gRPC statuscodes)
  0029  00 89 9a ca c8 b5 25 42  │ grpc-message = there is no method
        07 31 7f 9d 4c e5 b0 aa  │ /hello.Greeter/SayBye
        19 0a 54 75 29 2a 67 3c  │   why, for people (gRPC PROTOCOL-HTTP2,
        8a 31 39 68 a0 eb e2 b0  │   Responses)
        a5 49 6c 63 70 fd 5d f4  │
        5f                       │
client ◀── server  RST_STREAM · stream 1 · NO_ERROR                     13 bytes
  0000  00 00 04 03 00 00 00 00  frame header = RST_STREAM, stream 1, 4 bytes
        01
  0009  00 00 00 00              error code = 0 NO_ERROR
                                   nothing is wrong (RFC 9113 §6.4)
  client          12 UNIMPLEMENTED: there is no method /hello.Greeter/SayBye
Others to try:
    te=
    content-type=application/json
    content-type=application/grpc-web
    content-type=application/grpc+json
    :path=/hello.Greeter/SayBye
    :method=GET
    grpc-timeout=1s
    x-key-bin=!</pre></details><details class="output"><summary>What <code>npm run lesson 9 -- --header grpc-timeout=1s</code> prints</summary><pre tabindex="0">── 1 · A call with grpc-timeout: 1s ────────────────────────────────────────────
client ──▶ server  HEADERS · stream 1 · POST /hello.Greeter/SayHello   100 bytes
  0000  00 00 5b 01 04 00 00 00  frame header = HEADERS END_HEADERS, stream 1,
        01                       91 bytes
                                   length, type, flags, stream (RFC 9113 §4.1)
  0009                           header block = 91 bytes
                                   compressed header fields (RFC 7541)
  0009  83                       │ :method = POST
                                 │   a call is always a POST (gRPC
                                 │   PROTOCOL-HTTP2, Requests)
  000a  86                       │ :scheme = http
                                 │   http in the clear, https over TLS (RFC 9113
                                 │   §8.3.1)
  000b  44 91 62 72 d1 41 d7 c5  │ :path = /hello.Greeter/SayHello
        61 4a 92 d8 c6 e1 fa c6  │   which method: /package.Service/Method (gRPC
        5a 28 3f                 │   PROTOCOL-HTTP2, Requests)
  001e  41 8b a0 e4 1d 13 9d 09  │ :authority = localhost:…
        b8 d8 00 07 ff           │   what the client calls the server; HTTP/1.1
                                 │   has Host for it (RFC 9113 §8.3.1)
  002b  00 89 9a ca c8 b2 4d 49  │ grpc-timeout = 1s (malformed)
        4f 6a 7f 02 31 73        │   how long the client is willing to wait
                                 │   (gRPC PROTOCOL-HTTP2, Requests)
  0039  40 02 74 65 86 4d 83 35  │ te = trailers
        05 b1 1f                 │   I read trailers: finds out proxies that
                                 │   drop them (gRPC PROTOCOL-HTTP2, Requests)
  0044  5f 90 1d 75 d0 62 0d 26  │ content-type = application/grpc+proto
        3d 4c 4d 65 64 ff 75 d8  │   makes it gRPC, and says how messages are
        74 9f                    │   written (gRPC PROTOCOL-HTTP2, Requests)
  0056  7a 8c 9a ca c8 b4 7e 96  │ user-agent = grpc-by-hand/1.0
        9c 75 48 c0 57 07        │   which library this is; for logs (gRPC
                                 │   PROTOCOL-HTTP2, User Agents)
client ──▶ server  DATA · stream 1 · HelloRequest { name: &quot;Ada&quot; } · E…  19 bytes
  0000  00 00 0a 00 01 00 00 00  frame header = DATA END_STREAM, stream 1, 10
        01                       bytes
  0009                           data = 10 bytes
                                   a piece of the body (RFC 9113 §6.1)
  0009  00                       │ compressed flag = 0
                                 │   the payload is as it was written (gRPC
                                 │   PROTOCOL-HTTP2, Compressed-Flag)
  000a  00 00 00 05              │ length = 5
                                 │   how many bytes the payload has: 32 bits,
                                 │   the highest byte first (big-endian) (gRPC
                                 │   PROTOCOL-HTTP2, Message-Length)
  000e                           │ message = 5 bytes
                                 │   as the prefix says: where the frame ends
                                 │   means nothing (gRPC PROTOCOL-HTTP2,
                                 │   Length-Prefixed-Message)
  000e  0a 03 41 64 61           │ │ name = &quot;Ada&quot; · field 1, string
  server          refused: HTTP 400, 13 INTERNAL: malformed grpc-timeout
client ◀── server  HEADERS · stream 1 · 400, Trailers-Only: 13 INTERN…  69 bytes
  0000  00 00 3c 01 05 00 00 00  frame header = HEADERS END_STREAM END_HEADERS,
        01                       stream 1, 60 bytes
  0009                           header block = 60 bytes
  0009  8c                       │ :status = 400
                                 │   HTTP’s own; counts if no grpc-status comes
                                 │   (gRPC http-grpc-status-mapping)
  000a  5f 90 1d 75 d0 62 0d 26  │ content-type = application/grpc+proto
        3d 4c 4d 65 64 ff 75 d8  │   the answer is gRPC, too (gRPC
        74 9f                    │   PROTOCOL-HTTP2, Responses)
  001c  40 88 9a ca c8 b2 12 34  │ grpc-status = 13 INTERNAL
        da 8f 02 31 33           │   how the call ended, as a number; 0 is OK
                                 │   (gRPC statuscodes)
  0029  00 89 9a ca c8 b5 25 42  │ grpc-message = malformed grpc-timeout
        07 31 7f 90 a4 74 4a 7b  │   why, for people (gRPC PROTOCOL-HTTP2,
        29 2c 8a 4d 65 64 59 26  │   Responses)
        a4 a7 b5 3f              │
client ◀── server  RST_STREAM · stream 1 · NO_ERROR                     13 bytes
  0000  00 00 04 03 00 00 00 00  frame header = RST_STREAM, stream 1, 4 bytes
        01
  0009  00 00 00 00              error code = 0 NO_ERROR
                                   nothing is wrong (RFC 9113 §6.4)
  client          13 INTERNAL: malformed grpc-timeout
Others to try:
    te=
    content-type=application/json
    content-type=application/grpc-web
    content-type=application/grpc+json
    :path=/hello.Greeter/SayBye
    :method=GET
    grpc-timeout=1s
    x-key-bin=!</pre></details><p>Give up in the middle of a call, and let the time of one run out:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 9</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --cancel</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 9</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --late</span></span></code></pre></div><p>Look for the thirteen bytes that end the call, and for <code>DEADLINE_EXCEEDED</code> in the trailers.</p><details class="output"><summary>What <code>npm run lesson 9 -- --cancel</code> prints</summary><pre tabindex="0">── 1 · A call that nobody waits for any more ───────────────────────────────────
client ──▶ server  HEADERS · stream 1 · POST /hello.Greeter/SayHello   102 bytes
  0000  00 00 5d 01 04 00 00 00  frame header = HEADERS END_HEADERS, stream 1,
        01                       93 bytes
                                   length, type, flags, stream (RFC 9113 §4.1)
  0009                           header block = 93 bytes
                                   compressed header fields (RFC 7541)
  0009  83                       │ :method = POST
                                 │   a call is always a POST (gRPC
                                 │   PROTOCOL-HTTP2, Requests)
  000a  86                       │ :scheme = http
                                 │   http in the clear, https over TLS (RFC 9113
                                 │   §8.3.1)
  000b  44 91 62 72 d1 41 d7 c5  │ :path = /hello.Greeter/SayHello
        61 4a 92 d8 c6 e1 fa c6  │   which method: /package.Service/Method (gRPC
        5a 28 3f                 │   PROTOCOL-HTTP2, Requests)
  001e  41 8b a0 e4 1d 13 9d 09  │ :authority = localhost:…
        b8 d8 00 07 ff           │   what the client calls the server; HTTP/1.1
                                 │   has Host for it (RFC 9113 §8.3.1)
  002b  00 89 9a ca c8 b2 4d 49  │ grpc-timeout = 5000m: 5000 ms
        4f 6a 7f 84 6c 00 05 3f  │   how long the client is willing to wait
                                 │   (gRPC PROTOCOL-HTTP2, Requests)
  003b  40 02 74 65 86 4d 83 35  │ te = trailers
        05 b1 1f                 │   I read trailers: finds out proxies that
                                 │   drop them (gRPC PROTOCOL-HTTP2, Requests)
  0046  5f 90 1d 75 d0 62 0d 26  │ content-type = application/grpc+proto
        3d 4c 4d 65 64 ff 75 d8  │   makes it gRPC, and says how messages are
        74 9f                    │   written (gRPC PROTOCOL-HTTP2, Requests)
  0058  7a 8c 9a ca c8 b4 7e 96  │ user-agent = grpc-by-hand/1.0
        9c 75 48 c0 57 07        │   which library this is; for logs (gRPC
                                 │   PROTOCOL-HTTP2, User Agents)
client ──▶ server  DATA · stream 1 · HelloRequest { name: &quot;Godot&quot; } ·…  21 bytes
  0000  00 00 0c 00 01 00 00 00  frame header = DATA END_STREAM, stream 1, 12
        01                       bytes
  0009                           data = 12 bytes
                                   a piece of the body (RFC 9113 §6.1)
  0009  00                       │ compressed flag = 0
                                 │   the payload is as it was written (gRPC
                                 │   PROTOCOL-HTTP2, Compressed-Flag)
  000a  00 00 00 07              │ length = 7
                                 │   how many bytes the payload has: 32 bits,
                                 │   the highest byte first (big-endian) (gRPC
                                 │   PROTOCOL-HTTP2, Message-Length)
  000e                           │ message = 7 bytes
                                 │   as the prefix says: where the frame ends
                                 │   means nothing (gRPC PROTOCOL-HTTP2,
                                 │   Length-Prefixed-Message)
  000e  0a 05 47 6f 64 6f 74     │ │ name = &quot;Godot&quot; · field 1, string
··· client: the user has closed the window
client ──▶ server  RST_STREAM · stream 1 · CANCEL                       13 bytes
  0000  00 00 04 03 00 00 00 00  frame header = RST_STREAM, stream 1, 4 bytes
        01
  0009  00 00 00 08              error code = 8 CANCEL
                                   no longer wanted (RFC 9113 §6.4)
··· server: the procedure is told to stop
Thirteen bytes end the call, and no other call on this connection notices. There
is no gRPC message for it: the stream is reset, with the code CANCEL. The server
learns of it at once, and should stop working; no answer is sent.</pre></details><details class="output"><summary>What <code>npm run lesson 9 -- --late</code> prints</summary><pre tabindex="0">── 1 · A call with 50 milliseconds to live ─────────────────────────────────────
client ──▶ server  HEADERS · stream 1 · POST /hello.Greeter/SayHello   101 bytes
  0000  00 00 5c 01 04 00 00 00  frame header = HEADERS END_HEADERS, stream 1,
        01                       92 bytes
                                   length, type, flags, stream (RFC 9113 §4.1)
  0009                           header block = 92 bytes
                                   compressed header fields (RFC 7541)
  0009  83                       │ :method = POST
                                 │   a call is always a POST (gRPC
                                 │   PROTOCOL-HTTP2, Requests)
  000a  86                       │ :scheme = http
                                 │   http in the clear, https over TLS (RFC 9113
                                 │   §8.3.1)
  000b  44 91 62 72 d1 41 d7 c5  │ :path = /hello.Greeter/SayHello
        61 4a 92 d8 c6 e1 fa c6  │   which method: /package.Service/Method (gRPC
        5a 28 3f                 │   PROTOCOL-HTTP2, Requests)
  001e  41 8b a0 e4 1d 13 9d 09  │ :authority = localhost:…
        b8 d8 00 07 ff           │   what the client calls the server; HTTP/1.1
                                 │   has Host for it (RFC 9113 §8.3.1)
  002b  00 89 9a ca c8 b2 4d 49  │ grpc-timeout = 50m: 50 ms
        4f 6a 7f 03 35 30 6d     │   how long the client is willing to wait
                                 │   (gRPC PROTOCOL-HTTP2, Requests)
  003a  40 02 74 65 86 4d 83 35  │ te = trailers
        05 b1 1f                 │   I read trailers: finds out proxies that
                                 │   drop them (gRPC PROTOCOL-HTTP2, Requests)
  0045  5f 90 1d 75 d0 62 0d 26  │ content-type = application/grpc+proto
        3d 4c 4d 65 64 ff 75 d8  │   makes it gRPC, and says how messages are
        74 9f                    │   written (gRPC PROTOCOL-HTTP2, Requests)
  0057  7a 8c 9a ca c8 b4 7e 96  │ user-agent = grpc-by-hand/1.0
        9c 75 48 c0 57 07        │   which library this is; for logs (gRPC
                                 │   PROTOCOL-HTTP2, User Agents)
client ──▶ server  DATA · stream 1 · HelloRequest { name: &quot;Godot&quot; } ·…  21 bytes
  0000  00 00 0c 00 01 00 00 00  frame header = DATA END_STREAM, stream 1, 12
        01                       bytes
  0009                           data = 12 bytes
                                   a piece of the body (RFC 9113 §6.1)
  0009  00                       │ compressed flag = 0
                                 │   the payload is as it was written (gRPC
                                 │   PROTOCOL-HTTP2, Compressed-Flag)
  000a  00 00 00 07              │ length = 7
                                 │   how many bytes the payload has: 32 bits,
                                 │   the highest byte first (big-endian) (gRPC
                                 │   PROTOCOL-HTTP2, Message-Length)
  000e                           │ message = 7 bytes
                                 │   as the prefix says: where the frame ends
                                 │   means nothing (gRPC PROTOCOL-HTTP2,
                                 │   Length-Prefixed-Message)
  000e  0a 05 47 6f 64 6f 74     │ │ name = &quot;Godot&quot; · field 1, string
  server          /hello.Greeter/SayHello: 4 DEADLINE_EXCEEDED: the time is up
client ◀── server  HEADERS · stream 1 · Trailers-Only: 4 DEADLINE_EXC…  62 bytes
  0000  00 00 35 01 05 00 00 00  frame header = HEADERS END_STREAM END_HEADERS,
        01                       stream 1, 53 bytes
  0009                           header block = 53 bytes
  0009  88                       │ :status = 200
                                 │   HTTP went well; of the call it says nothing
                                 │   (gRPC PROTOCOL-HTTP2, Responses)
  000a  5f 90 1d 75 d0 62 0d 26  │ content-type = application/grpc+proto
        3d 4c 4d 65 64 ff 75 d8  │   the answer is gRPC, too (gRPC
        74 9f                    │   PROTOCOL-HTTP2, Responses)
  001c  40 88 9a ca c8 b2 12 34  │ grpc-status = 4 DEADLINE_EXCEEDED
        da 8f 01 34              │   how the call ended, as a number; 0 is OK
                                 │   (gRPC statuscodes)
  0028  00 89 9a ca c8 b5 25 42  │ grpc-message = the time is up
        07 31 7f 8a 4c e5 51 26  │   why, for people (gRPC PROTOCOL-HTTP2,
        a4 aa 19 0a 5b 5f        │   Responses)
  client          hears of it: 4 DEADLINE_EXCEEDED: the time is up
The client has sent how long it is willing to wait, so the server knows when to
give up. A duration, not a moment: the clocks of two machines never agree. A
real client does not wait for this answer but gives up by itself, at the same
time. Lesson 17 has the rest.</pre></details><h2 id="build-it" tabindex="-1">Build it <a class="header-anchor" href="#build-it" aria-label="Permalink to &quot;Build it&quot;">​</a></h2><p>Five tasks in <code>exercises/09-grpc-by-hand/</code>: begin a call, write any text into a header, answer, find out what became of it, and turn away what is not a call. None of them is long; the edges are where the work is. The last test of task 4 is a server of <code>grpc-js</code>, the last of task 5 its client.</p>`);
      _push(ssrRenderComponent(_component_BuildIt, { exercise: unref(exercise) }, null, _parent));
      _push(`<div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> exercise</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 9</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 9</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --mine</span></span></code></pre></div><p>With <code>--mine</code> the lesson runs on every layer that you have built so far: your frames, your varints, your headers. What you have not is borrowed, and named.</p><h2 id="what-you-have-answered" tabindex="-1">What you have answered <a class="header-anchor" href="#what-you-have-answered" aria-label="Permalink to &quot;What you have answered&quot;">​</a></h2>`);
      _push(ssrRenderComponent(_component_QuizScore, { questions: unref(quiz) }, null, _parent));
      _push(`<h2 id="what-is-still-open" tabindex="-1">What is still open <a class="header-anchor" href="#what-is-still-open" aria-label="Permalink to &quot;What is still open&quot;">​</a></h2><p>We have done by hand what a library does for you. So what does it do besides, and what does it hide? Lesson 10 takes the library and says hello.</p><h2 id="sources" tabindex="-1">Sources <a class="header-anchor" href="#sources" aria-label="Permalink to &quot;Sources&quot;">​</a></h2><ul><li><a href="https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md" target="_blank" rel="noreferrer">gRPC over HTTP/2</a>: <em>Requests</em>, <em>Responses</em>, <em>Errors</em>, <em>Client Cancellation</em></li><li><a href="https://github.com/grpc/grpc/blob/master/doc/http-grpc-status-mapping.md" target="_blank" rel="noreferrer">HTTP to gRPC status codes</a></li><li><a href="https://github.com/grpc/grpc/blob/master/doc/statuscodes.md" target="_blank" rel="noreferrer">gRPC status codes</a></li><li><a href="https://www.rfc-editor.org/rfc/rfc9113#section-8" target="_blank" rel="noreferrer">RFC 9113 §8</a>: messages, pseudo-headers, <code>te</code>; <a href="https://www.rfc-editor.org/rfc/rfc9113#section-7" target="_blank" rel="noreferrer">§7</a>: error codes</li><li><a href="https://www.rfc-editor.org/rfc/rfc9110#section-6.5" target="_blank" rel="noreferrer">RFC 9110 §6.5</a>: trailers; <a href="https://www.rfc-editor.org/rfc/rfc9110#section-10.1.4" target="_blank" rel="noreferrer">§10.1.4</a>: <code>TE</code></li></ul><details class="details custom-block"><summary>What the article said, and what is true</summary><p>The course grew out of a series of articles (in Chinese, with Go) that goes from RPC to gRPC. Where it is wrong, or no longer right, this is what is true:</p><ul><li><em>&quot;What is not gRPC is answered with 415.&quot;</em> Only if the <code>content-type</code> is wrong, and even that is a <em>should</em>. A method that does not exist is 200 with <code>grpc-status: 12</code>.</li><li><em>&quot;A response is headers, messages and trailers.&quot;</em> Or a single block: Trailers-Only. A client that does not know it waits for trailers that will not come.</li><li><em>&quot;END_STREAM is not sent with the data, but as headers of its own, called trailer.&quot;</em> END_STREAM is a <strong>flag</strong>, a bit in the header of a frame. On requests it stands on the last DATA frame, on responses on the last HEADERS frame.</li><li>Of how a status travels (the codes, the percent-encoding, what to make of HTTP&#39;s errors) and of the grammar of <code>grpc-timeout</code> it says nothing. You have just read it.</li></ul><p>A trap in another place: the example of a call in the specification itself has no <code>te</code> header, although its grammar demands one.</p></details></div>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lessons/09-grpc-by-hand.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
export {
  __pageData,
  _sfc_main as default
};
