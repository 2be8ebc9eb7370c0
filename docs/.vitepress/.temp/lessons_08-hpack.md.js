import { useSSRContext, resolveComponent, unref } from "vue";
import { ssrRenderAttrs, ssrRenderComponent } from "vue/server-renderer";
const exercise = { kind: "handle", id: "08-hpack", load: () => import("./08-hpack.exercise.BsuoARgZ.js").then((exercise2) => exercise2.default) };
const requests = { kind: "handle", id: "requests", load: () => import("./requests.trace.BFxySMBO.js").then((trace) => trace.default) };
const bomb = { kind: "handle", id: "bomb", load: () => import("./bomb.trace.ChEO12zq.js").then((trace) => trace.default) };
const lost = { kind: "handle", id: "lost", load: () => import("./lost.trace.BA8gUvZ_.js").then((trace) => trace.default) };
const quiz = [
  {
    id: "eviction",
    question: "The table has room for 100 octets and holds two entries of 45. An entry of 120 is to be added. What is in the table then?",
    answers: [
      { text: "The two entries: the new one does not fit", reason: "Making room comes first." },
      {
        text: "Nothing",
        reason: "All go to make room, and still there is not enough. It is not an error (§4.4).",
        right: true
      },
      { text: "The new one, cut off", reason: "An entry is whole or not there." }
    ]
  },
  {
    id: "prefix-31",
    question: "Predict the bytes: 31, in a byte of which five bits are left (the other three are 0).",
    bytes: { encoder: "prefixInteger", pattern: 0, prefixBits: 5, value: 31 },
    reason: "Five ones are 31, but they say that more follows: 31 and then 0. The largest number that five bits say alone is 30."
  },
  {
    id: "second-time",
    question: "A client has sent `:method: GET`, `:path: /tea` and `accept: text/plain` as its first request. It sends the very same again. Predict the block. (`:method: GET` has the index 2 in the static table.)",
    bytes: {
      encoder: "hpack",
      before: [
        [
          { name: ":method", value: "GET" },
          { name: ":path", value: "/tea" },
          { name: "accept", value: "text/plain" }
        ]
      ],
      headers: [
        { name: ":method", value: "GET" },
        { name: ":path", value: "/tea" },
        { name: "accept", value: "text/plain" }
      ]
    },
    reason: "Three indices, each with a 1 in front: 2 is 82. The newest entry, accept, is 62, which is be; the path came before it and is 63, bf."
  },
  {
    id: "never",
    question: "Predict the block: `authorization` (index 23 in the static table) with the secret `GET`. A secret begins with 0001; the value is 03 47 45 54.",
    bytes: { encoder: "hpack", headers: [{ name: "authorization", value: "GET" }] },
    reason: "Behind 0001 four bits are left. 23 does not fit: 0001 1111, then 23 − 15 = 8. So 1f 08, then the value."
  },
  {
    id: "crime",
    question: "Why can the length of an HPACK block not give away a cookie letter by letter?",
    answers: [
      {
        text: "Because it is encrypted by TLS",
        reason: "TLS hides what is in it, not how long it is. CRIME saw only the length."
      },
      {
        text: "Because Huffman code hides the letters",
        reason: "A fixed code makes e shorter than Z, whatever else is in the block."
      },
      {
        text: "Because only whole values are compared",
        reason: "A guess that is right but for one letter is as long as any other of its letters.",
        right: true
      }
    ]
  },
  {
    id: "too-large-list",
    question: "A header list turns out to be larger than the server takes. Why does it read the block to its end, instead of stopping there?",
    answers: [
      {
        text: "Because the rest may add entries to the table",
        reason: "Every block counts, also one of a request that is refused.",
        right: true
      },
      { text: "To say how large it was", reason: "Nobody asks. RST_STREAM has only a code." },
      {
        text: "It need not: it may close the stream at once",
        reason: "It may refuse the stream, but the next block on another stream builds on this one."
      }
    ]
  },
  {
    id: "unsent-block",
    question: "A client encodes the headers of a request, then the user cancels before anything was sent. The client throws the block away. What happens?",
    answers: [
      {
        text: "Nothing: it was never sent",
        reason: "The client’s table has changed all the same."
      },
      {
        text: "From then on its indices mean other lines to the server",
        reason: "Both tables must have seen the same blocks. What is encoded has to be sent, or the table emptied on both sides.",
        right: true
      },
      {
        text: "That one stream is lost",
        reason: "All streams of a connection share one table in each direction."
      }
    ]
  }
];
const __pageData = JSON.parse('{"title":"HPACK","description":"Why send the same headers a thousand times? Lesson 8 of RPC from scratch.","frontmatter":{"prev":false,"next":false},"headers":[],"relativePath":"lessons/08-hpack.md","filePath":"lessons/08-hpack.md"}');
const __default__ = { name: "lessons/08-hpack.md" };
const _sfc_main = /* @__PURE__ */ Object.assign(__default__, {
  __ssrInlineRender: true,
  setup(__props) {
    return (_ctx, _push, _parent, _attrs) => {
      const _component_LessonStart = resolveComponent("LessonStart");
      const _component_HpackTable = resolveComponent("HpackTable");
      const _component_Quiz = resolveComponent("Quiz");
      const _component_TraceExplorer = resolveComponent("TraceExplorer");
      const _component_SequencePicture = resolveComponent("SequencePicture");
      const _component_BuildIt = resolveComponent("BuildIt");
      const _component_QuizScore = resolveComponent("QuizScore");
      _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="hpack" tabindex="-1">HPACK <a class="header-anchor" href="#hpack" aria-label="Permalink to &quot;HPACK&quot;">​</a></h1>`);
      _push(ssrRenderComponent(_component_LessonStart, null, null, _parent));
      _push(`<p>In lesson 7 the headers of the second request took about half the bytes of the first, and an answer with status 200 took a single one. <strong>What is in these blocks, and why are they not simply text?</strong> Here is what a client says before each request:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/08-hpack/headers.ts.txt" target="_self">lessons/08-hpack/headers.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * What a client says before every request. All but the last line is</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * the same each time.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> requestHeaders(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  shelf: number,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  number: number,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">): HeaderField[] {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> [</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    { name: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;:method&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, value: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;GET&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    { name: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;:scheme&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, value: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;http&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    { name: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;:authority&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, value: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;pantry.example&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    { name: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;:path&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, value: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`/shelves/</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">shelf</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    { name: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;accept&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, value: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;text/plain&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      name: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;user-agent&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      value: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;pantry-client/1.0 (rpc-from-scratch)&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    { name: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;authorization&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, value: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;Bearer 3b1f0c9e7a52d8e4&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      name: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;x-request-id&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      value: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`req-</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">String(number)</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">padStart(</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">6</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> &#39;0&#39;</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">)</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  ];</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p>As lines of text, that is 214 bytes. The answer is <code>12</code>. The next request says the same again, with one other number; so does the thousandth. A gRPC call fares no better: it has some ten headers, around a message of often twenty bytes.</p><p>HPACK sends what the other side knows already as a number. Here the second request is 45 bytes. 39 of them are two lines that are spelt out every time, on purpose: the secret in <code>authorization</code>, and the id that never comes again.</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 8</span></span></code></pre></div><p>Look for the size of each request: the second time, a header costs one byte.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · The same words, every time ──────────────────────────────────────────────
A client asks a pantry what lies on a shelf. What it says first, each time:
    :method: GET
    :scheme: http
    :authority: pantry.example
    :path: /shelves/300
    accept: text/plain
    user-agent: pantry-client/1.0 (rpc-from-scratch)
    authorization: Bearer 3b1f0c9e7a52d8e4
    x-request-id: req-000001
That is 214 bytes as lines of text, for an answer of 3 bytes. The next request
says the same but for one line. HTTP/2 sends what the other side knows already
as a number.

── 2 · One header, for the first time ──────────────────────────────────────────
New things have to be spelt out. The first two bits say: a literal, and remember
it. Then the number of its name, in the bits that are left, or 0 for a name
nobody knows. Then the strings, in a Huffman code in which an e takes five bits
and a Z eight:
client ──▶ server  a header block: 2 headers                            20 bytes
  0000                           accept = text/plain
                                   spelt out, and added to the table (RFC 7541
                                   §6.2.1)
  0000  53                       │ form = 01 010011, name of index 19
                                 │   01: a literal, added to the table of both
                                 │   sides; then the index of its name (RFC 7541
                                 │   §6.2.1)
  0001  87                       │ value length = 7, Huffman
                                 │   first bit: is it Huffman code? the other
                                 │   seven: how many bytes (RFC 7541 §5.2)
  0002  49 7c a5 8a e8 19 aa     │ value = text/plain
                                 │   Huffman code: 10 characters in 7 bytes (RFC
                                 │   7541 §5.2)
  0009                           x-shelf = 300
  0009  40                       │ form = 01 000000, a new name
  000a  86                       │ name length = 6, Huffman
  000b  f2 b2 27 2d 12 ff        │ name = x-shelf
                                 │   Huffman code: 7 characters in 6 bytes (RFC
                                 │   7541 §5.2)
  0011  82                       │ value length = 2, Huffman
  0012  64 00                    │ value = 300
                                 │   Huffman code: 3 characters in 2 bytes (RFC
                                 │   7541 §5.2)
Both sides have a table of 61 common headers from the start, in which accept is
number 19. A number that does not fit into the bits that are left fills them
with ones and goes on in the next byte. 30 and 1337, where five bits are left:
      30  ... 11110
    1337  ... 11111 10011010 00001010
(31 + 26 + 10 × 128 = 1337: seven bits a byte, the lowest first, as in lesson
4.)

── 3 · Three requests on the wire ──────────────────────────────────────────────
Shelf 300, shelf 300 again, shelf 301. Look at the sizes of the blocks:
client ──▶ server  HEADERS · stream 1 · GET /shelves/300 · END_STREAM  112 bytes
  0000  00 00 67 01 05 00 00 00  frame header = HEADERS END_STREAM END_HEADERS,
        01                       stream 1, 103 bytes
                                   length, type, flags, stream (RFC 9113 §4.1)
  0009                           header block = 103 bytes
                                   compressed header fields (RFC 7541)
  0009  82                       │ :method = GET
                                 │   index 2, static table (RFC 7541 §6.1)
  000a  86                       │ :scheme = http
                                 │   index 6, static table (RFC 7541 §6.1)
  000b  41 8b ac 75 26 cf 4b 97  │ :authority = pantry.example
        c8 e9 ae 82 ff           │
  0018  44 89 61 13 96 8e e5 43  │ :path = /shelves/300
        0c 80 1f                 │
  0023  53 87 49 7c a5 8a e8 19  │ accept = text/plain
        aa                       │
  002c  7a 9b ac 75 26 cf 4b 12  │ user-agent = pantry-client/1.0
        83 16 a4 b0 15 c0 a7 f5  │ (rpc-from-scratch)
        65 64 5a 5b 0f 4a c8 25  │
        83 49 27 fe ff           │
  0049  1f 08 91 ba 51 d8 5b 14  │ authorization = Bearer 3b1f0c9e7a52d8e4
        66 30 ca 02 3e 57 46 d8  │   a secret: spelt out, and no one on the way
        a4 78 ad 7f              │   may ever put it into a table (RFC 7541
                                 │   §6.2.3)
  005d  00 89 f2 b5 85 ed 69 50  │ x-request-id = req-000001
        95 8d 27 87 b0 bd 96 00  │   spelt out, and not added to the table (RFC
        00 00 07                 │   7541 §6.2.2)
client ◀── server  HEADERS · stream 1 · 200                             29 bytes
  0000  00 00 14 01 04 00 00 00  frame header = HEADERS END_HEADERS, stream 1,
        01                       20 bytes
  0009                           header block = 20 bytes
  0009  88                       │ :status = 200
                                 │   index 8, static table (RFC 7541 §6.1)
  000a  5f 87 49 7c a5 8a e8 19  │ content-type = text/plain
        aa                       │
  0013  76 88 ac 75 26 cf 4c 05  │ server = pantry/1.0
        70 7f                    │
client ──▶ server  HEADERS · stream 3 · GET /shelves/300 · END_STREAM   54 bytes
  0000  00 00 2d 01 05 00 00 00  frame header = HEADERS END_STREAM END_HEADERS,
        03                       stream 3, 45 bytes
  0009                           header block = 45 bytes
  0009  82                       │ :method = GET
  000a  86                       │ :scheme = http
  000b  c1                       │ :authority = pantry.example
                                 │   index 65, dynamic table (RFC 7541 §6.1)
  000c  c0                       │ :path = /shelves/300
                                 │   index 64, dynamic table (RFC 7541 §6.1)
  000d  bf                       │ accept = text/plain
                                 │   index 63, dynamic table (RFC 7541 §6.1)
  000e  be                       │ user-agent = pantry-client/1.0
                                 │ (rpc-from-scratch)
                                 │   index 62, dynamic table (RFC 7541 §6.1)
  000f  … 20 bytes               │ as before: authorization
  0023  00 89 f2 b5 85 ed 69 50  │ x-request-id = req-000002
        95 8d 27 87 b0 bd 96 00  │
        00 00 0b                 │
client ◀── server  HEADERS · stream 3 · 200                             12 bytes
  0000  00 00 03 01 04 00 00 00  frame header = HEADERS END_HEADERS, stream 3, 3
        03                       bytes
  0009                           header block = 3 bytes
  0009  88                       │ :status = 200
  000a  bf                       │ content-type = text/plain
  000b  be                       │ server = pantry/1.0
client ──▶ server  HEADERS · stream 5 · GET /shelves/301 · END_STREAM   64 bytes
  0000  00 00 37 01 05 00 00 00  frame header = HEADERS END_STREAM END_HEADERS,
        05                       stream 5, 55 bytes
  0009                           header block = 55 bytes
  0009  … 3 bytes                │ as before: :method, :scheme, :authority
  000c  44 89 61 13 96 8e e5 43  │ :path = /shelves/301
        0c 80 3f                 │
  0017  c0                       │ accept = text/plain
  0018  bf                       │ user-agent = pantry-client/1.0
                                 │ (rpc-from-scratch)
  0019  … 20 bytes               │ as before: authorization
  002d  00 89 f2 b5 85 ed 69 50  │ x-request-id = req-000003
        95 8d 27 87 b0 bd 96 00  │
        00 00 33                 │
client ◀── server  HEADERS · stream 5 · 200                             12 bytes
  0000  00 00 03 01 04 00 00 00  frame header = HEADERS END_HEADERS, stream 5, 3
        05                       bytes
  0009                           header block = 3 bytes
  0009  … 3 bytes                │ as before: :status, content-type, server

── 4 · A table that nobody sent ────────────────────────────────────────────────
Whatever was sent with 01 stands in a table now, at both ends, newest first.
From 62 on its lines have numbers too. This is the one for the requests:
    index  size
       62    49  :path: /shelves/301
       63    78  user-agent: pantry-client/1.0 (rpc-from-scratch)
       64    48  accept: text/plain
       65    49  :path: /shelves/300
       66    56  :authority: pantry.example
    280 of 4096 octets
The authorization is not in it: it went out with 0001, never to be indexed, so
that nobody can find out by the size of later blocks whether a guess was right.
The request id is not either: it never comes again. And when shelf 301 came,
every older line moved down by one. Nobody sent the table: both sides follow the
same rules.

── 5 · What a request costs ────────────────────────────────────────────────────
Bytes of the header block, and of the same headers as text:
    as text     214  ████████████████████████████████████████
    request 1   103  ███████████████████
    request 2    45  ████████
    request 3    55  ██████████
    request 4    45  ████████
    request 5    45  ████████
    request 6    45  ████████
What stays are the two lines that are spelt out each time: the secret, and the
request id. The headers of a gRPC call without them are some twenty bytes the
second time. But the table is memory that a stranger fills, and state that both
sides must share to the bit: try --bomb and --lost. And why not simply gzip? Try
--crime.</pre></details><h2 id="why-not-gzip" tabindex="-1">Why not gzip <a class="header-anchor" href="#why-not-gzip" aria-label="Permalink to &quot;Why not gzip&quot;">​</a></h2><p>Headers are text that repeats itself. Any compressor would do, and SPDY, from which HTTP/2 was made, took the usual one: DEFLATE, which is also inside gzip. It found repetitions and wrote &quot;the same as 80 bytes ago&quot;. It worked very well. In 2012 Juliano Rizzo and Thai Duong showed with <strong>CRIME</strong> how well.</p><p>Suppose a browser sends a secret cookie with each request, encrypted. You want it. You cannot read it, but you see how <em>long</em> each request is; and you can make the browser ask for any path, because it loads the images of your page. So let it ask for <code>/?session=a</code>, then <code>/?session=b</code>, and so on. When the path repeats a piece of the cookie, one more letter becomes part of the reference, and the request is <strong>shorter</strong>. Now you know the first letter. Go on with the second.</p><p>The secret is not broken. It is compressed together with text of the attacker&#39;s choice, and its length talks. Try it with a secret of your own:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 8</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --crime</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> open-sesame</span></span></code></pre></div><p>Look for the lengths of the 39 guesses: do they differ?</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · The attacker sees lengths, and nothing else ─────────────────────────────
A program sends a secret cookie. An attacker makes it ask for certain paths, and
sees how long each request is. If both are compressed together, a path that
repeats a piece of the cookie comes out shorter. The attacker tries all 39
characters, takes the one with the fewest bytes, and goes on to the next:
  session=o       7425 bytes, the next best 7443
  session=op      7430 bytes, the next best 7447
  session=ope     7435 bytes, the next best 7451
  session=open    7433 bytes, the next best 7454
  session=open-   7434 bytes, the next best 7458
  session=open-s  7447 bytes, the next best 7463
  session=open-se 7455 bytes, the next best 7471
  ession=open-ses 7450 bytes, the next best 7475
  ssion=open-sesa 7450 bytes, the next best 7475
  sion=open-sesam 7465 bytes, the next best 7475
  ion=open-sesame 7457 bytes, the next best 7475
17160 requests, and the secret is known. (The bytes are sums over 40 requests a
guess.)

── 2 · The same against HPACK ──────────────────────────────────────────────────
HPACK compares whole values, never pieces. With the cookie &#39;open-sesame&#39; and
with &#39;emases-nepo&#39;, the 39 guesses differ in length by 0: the same for each, so
the lengths say nothing about it.
One question is left: is the whole value right? Suppose it was sent before:
                     indexed   never indexed
    right guess           1              18
    wrong by one          10              18
One byte says: yes. That takes a guess of all of it at once, hopeless for a long
random token and easy for a PIN. So secrets are sent as never indexed, and the
answer is gone too.</pre></details><p>So HPACK gave up most of what a compressor can do. It compares <strong>whole</strong> headers, never pieces of them. A guess with one wrong letter looks like any other wrong guess.</p><h2 id="two-tables" tabindex="-1">Two tables <a class="header-anchor" href="#two-tables" aria-label="Permalink to &quot;Two tables&quot;">​</a></h2><p>What does the other side know already? Two things.</p><p><strong>The static table</strong> has 61 lines that are the same for everybody, always: index 2 is <code>:method: GET</code>, 8 is <code>:status: 200</code>. If the value can be anything, the line has only a name: 23 is <code>authorization</code>.</p><p><strong>The dynamic table</strong> has what <em>this</em> connection has said before. It is empty at first. When the sender spells out a header, it says with the first bits whether to remember it; if so, both sides put it in front of their table. Nobody ever sends the table. Both have it, because both follow the same rules.</p><p>The indices go on: 62 is the newest line of the dynamic table, 63 the one before it. So with every line that comes, all others move down by one.</p>`);
      _push(ssrRenderComponent(_component_HpackTable, null, null, _parent));
      _push(`<p>Send a few requests and look at the bars. A path that is new is spelt out; asked for again, it is one byte. Then give the table less room, and open a new connection: at 200 octets (the RFC&#39;s word for bytes) each line is gone before it is used again.</p><p>An entry counts its octets <strong>and 32 more</strong>, for what a program needs to keep it. When a new one does not fit, the oldest go. One that is larger than the whole table empties it, and that is not an error.</p><p>Each direction has a table of its own: one for what the client sends, one for what the server sends. And it belongs to the connection, not to a stream. Remember that for later.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "eviction"
      }, null, _parent));
      _push(`<h2 id="five-ways-to-begin" tabindex="-1">Five ways to begin <a class="header-anchor" href="#five-ways-to-begin" aria-label="Permalink to &quot;Five ways to begin&quot;">​</a></h2><p>The first bits of the first byte say what comes. What is left of the byte is the beginning of a number:</p><table tabindex="0"><thead><tr><th>bits</th><th>what</th><th>the number is</th></tr></thead><tbody><tr><td><code>1xxxxxxx</code></td><td>a whole header, from a table</td><td>its index</td></tr><tr><td><code>01xxxxxx</code></td><td>spelt out, and remembered</td><td>the index of its name, or 0</td></tr><tr><td><code>001xxxxx</code></td><td>the table has another size from now on</td><td>the size</td></tr><tr><td><code>0001xxxx</code></td><td>spelt out, and <strong>never</strong> to be remembered</td><td>the index of its name, or 0</td></tr><tr><td><code>0000xxxx</code></td><td>spelt out</td><td>the index of its name, or 0</td></tr></tbody></table><p>If the index of the name is 0, the name follows as a string. Then the value follows as a string. That is all of HPACK&#39;s grammar. You will write the reader of one header, <code>readField</code>. Around it, the decoder goes from one to the next until the block ends:</p><div class="excerpt ts"><p class="file"><a href="/source/src/hpack/decoder.ts.txt" target="_self">src/hpack/decoder.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> fields: DecodedField[] = [];</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">let</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> listSize = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">while</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (from.at &lt; from.end) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> field = readField(from, </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#table);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  listSize += fieldSize(field.name, field.value);</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">  // Before the field is kept: nothing of a bomb is collected.</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (listSize &lt;= </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#maxListSize) fields.push(field);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> listSize &lt;= </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#maxListSize ? fields : </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">undefined</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span></code></pre></div></div><h2 id="a-number-in-what-is-left" tabindex="-1">A number in what is left <a class="header-anchor" href="#a-number-in-what-is-left" aria-label="Permalink to &quot;A number in what is left&quot;">​</a></h2><p>Five bits hold 0 to 31. What about 1337?</p><p>A number from 0 to 30 stands in those five bits as it is. Five ones say: <em>I am full, what follows is added to 31</em>. What follows is written as in lesson 4, seven bits a byte, the lowest first:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>  10 in five bits    xxx01010</span></span>
<span class="line"><span>1337 in five bits    xxx11111 10011010 00001010     31 + 26 + 10 × 128</span></span>
<span class="line"><span>  31 in five bits    xxx11111 00000000              31 + 0</span></span></code></pre></div><p>The last line is the one that everybody gets wrong: 31 would fit into five bits, but five ones already mean that more follows.</p><p>A string is a length, with seven bits left for it, and its bytes. The eighth bit says whether the bytes are <strong>Huffman code</strong>: a fixed table in which <code>a</code>, <code>e</code> and <code>0</code> take five bits, most letters six or seven, and a character that never occurs in headers up to thirty. Its authors counted the characters of many real headers. Here it saves a quarter: the 36 characters of the <code>user-agent</code> are 27 bytes. What is left of the last byte is filled with ones.</p><p>The code is fixed, so the length of a secret depends on its own letters alone, and not on what stands beside it. That length says a little about the letters; but guesses do not change it.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "prefix-31"
      }, null, _parent));
      _push(`<h2 id="the-bytes" tabindex="-1">The bytes <a class="header-anchor" href="#the-bytes" aria-label="Permalink to &quot;The bytes&quot;">​</a></h2><p>Three requests, on one connection. Open a header that was spelt out to see how it is put together, then compare the same line in the second request.</p>`);
      _push(ssrRenderComponent(_component_TraceExplorer, { trace: unref(requests) }, null, _parent));
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "second-time"
      }, null, _parent));
      _push(`<h2 id="secrets" tabindex="-1">Secrets <a class="header-anchor" href="#secrets" aria-label="Permalink to &quot;Secrets&quot;">​</a></h2><p>CRIME does not work any more, but lengths still answer one question: <em>is the whole value right?</em> If a guess is the same as a line of the table, it takes one byte. To guess a random token as a whole is hopeless; a PIN of four digits takes ten thousand tries at the most.</p><p>So a secret must not stand in the table. Two of the five ways leave it out, and they are not the same:</p><ul><li><code>0000</code>: <em>I</em> do not want it remembered. A proxy on the way may, on its next connection.</li><li><code>0001</code>: <strong>nobody</strong> may, ever. A proxy has to pass it on the same way.</li></ul><p>Our encoder takes <code>0001</code> for <code>authorization</code>, <code>cookie</code> and their like by itself, and for every header that says <code>neverIndexed</code>. It takes <code>0000</code> for what is different each time: a request id in the table would only push out a line that is still of use.</p><div class="excerpt ts"><p class="file"><a href="/source/src/hpack/tables/indexing-policy.ts.txt" target="_self">src/hpack/tables/indexing-policy.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { name, value, neverIndexed } = field;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (neverIndexed === </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">true</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> || SECRETS.has(name)) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">return</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> &#39;never&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> isLarge = fieldSize(name, value) &gt; tableSize / </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">2</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> isLarge || FLEETING.has(name) ? </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;literal&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> : </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;index&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span></code></pre></div></div>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "never crime"
      }, null, _parent));
      _push(`<h2 id="a-table-that-a-stranger-fills" tabindex="-1">A table that a stranger fills <a class="header-anchor" href="#a-table-that-a-stranger-fills" aria-label="Permalink to &quot;A table that a stranger fills&quot;">​</a></h2><p>Everything the decoder does, a stranger makes it do.</p><p><strong>The bomb.</strong> Put one header of 4,000 bytes into the table: it fills nearly all of it. Then send a request that refers to it again and again, a byte each. 4,000 such bytes become 16 megabytes; 16 kilobytes of them, one frame, become 64 megabytes. Until 2016 every server built on Python&#39;s <code>hpack</code> could be brought down with it (CVE-2016-6581).</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 8</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --bomb</span></span></code></pre></div><p>Look for RST_STREAM, and for the next request, which is served.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · A bomb of 4,000 bytes ───────────────────────────────────────────────────
One header that fills the table; then a request that refers to it 4000 times, a
byte each. Spelt out: 16 megabytes.
··· client: a header of 4000 bytes, to be remembered
client ──▶ server  HEADERS · stream 1 · GET /shelves/300 · END_STRE…  2545 bytes
  0000  00 09 e8 01 05 00 00 00  frame header = HEADERS END_STREAM END_HEADERS,
        01                       stream 1, 2536 bytes
                                   length, type, flags, stream (RFC 9113 §4.1)
  0009                           header block = 2536 bytes
                                   compressed header fields (RFC 7541)
  0009  82                       │ :method = GET
                                 │   index 2, static table (RFC 7541 §6.1)
  000a  86                       │ :scheme = http
                                 │   index 6, static table (RFC 7541 §6.1)
  000b  01 8b ac 75 26 cf 4b 97  │ :authority = pantry.example
        c8 e9 ae 82 ff           │   spelt out, and not added to the table (RFC
                                 │   7541 §6.2.2)
  0018  04 89 61 13 96 8e e5 43  │ :path = /shelves/300
        0c 80 1f                 │
  0023  40 85 f2 b4 67 a6 3f ff  │ x-bomb =
        c5 12 18 c6 31 8c 63 18  │ aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        c6 31 8c 63 18 c6 31 8c  │ aaaaaaaaaaaaaa…
        63 18 c6 31 8c 63 18 c6  │   spelt out, and added to the table (RFC 7541
        … 2470 more              │   §6.2.1)
        63 18 c6 31 8c 63        │
  server          /shelves/300: 12
client ◀── server  HEADERS · stream 1 · 200                             29 bytes
  0000  00 00 14 01 04 00 00 00  frame header = HEADERS END_HEADERS, stream 1,
        01                       20 bytes
  0009                           header block = 20 bytes
  0009  88                       │ :status = 200
                                 │   index 8, static table (RFC 7541 §6.1)
  000a  5f 87 49 7c a5 8a e8 19  │ content-type = text/plain
        aa                       │
  0013  76 88 ac 75 26 cf 4c 05  │ server = pantry/1.0
        70 7f                    │
client ◀── server  DATA · stream 1 · 3 bytes · END_STREAM               12 bytes
  0000  00 00 03 00 01 00 00 00  frame header = DATA END_STREAM, stream 1, 3
        01                       bytes
  0009  31 32 0a                 data = 3 bytes
                                   a piece of the body (RFC 9113 §6.1)
··· client: the same header 4000 times, a byte each
client ──▶ server  HEADERS · stream 3 · GET /shelves/300 · END_STRE…  4035 bytes
  0000  00 0f ba 01 05 00 00 00  frame header = HEADERS END_STREAM END_HEADERS,
        03                       stream 3, 4026 bytes
  0009                           header block = 4026 bytes
  0009  … 26 bytes               │ as before: :method, :scheme, :authority,
                                 │ :path
  0023  be be be be be be be be  │ x-bomb =
        be be be be be be be be  │ aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        be be be be be be be be  │ aaaaaaaaaaaaaa… × 4000
        be be be be be be be be  │   index 62, dynamic table, 4000 times: spelt
        … 3960 more              │   out 16024000 bytes (RFC 7541 §6.1)
        be be be be be be be be  │
client ◀── server  RST_STREAM · stream 3 · ENHANCE_YOUR_CALM            13 bytes
  0000  00 00 04 03 00 00 00 00  frame header = RST_STREAM, stream 3, 4 bytes
        03
  0009  00 00 00 0b              error code = 11 ENHANCE_YOUR_CALM
                                   too much of something that is allowed (RFC
                                   9113 §6.4)
··· client: an honest request
client ──▶ server  HEADERS · stream 5 · GET /shelves/300 · END_STREAM   35 bytes
  0000  00 00 1a 01 05 00 00 00  frame header = HEADERS END_STREAM END_HEADERS,
        05                       stream 5, 26 bytes
  0009                           header block = 26 bytes
  0009  … 26 bytes               │ as before: :method, :scheme, :authority,
                                 │ :path
  server          /shelves/300: 12
client ◀── server  HEADERS · stream 5 · 200                             12 bytes
  0000  00 00 03 01 04 00 00 00  frame header = HEADERS END_HEADERS, stream 5, 3
        05                       bytes
  0009                           header block = 3 bytes
  0009  88                       │ :status = 200
  000a  bf                       │ content-type = text/plain
                                 │   index 63, dynamic table (RFC 7541 §6.1)
  000b  be                       │ server = pantry/1.0
                                 │   index 62, dynamic table (RFC 7541 §6.1)
client ◀── server  DATA · stream 5 · 3 bytes · END_STREAM               12 bytes
  0000  00 00 03 00 01 00 00 00  frame header = DATA END_STREAM, stream 5, 3
        05                       bytes
  0009  31 32 0a                 data = 3 bytes
The server reads the block to its end, because its table must stay the same as
the client&#39;s. But it adds up what the list would be, and above 16384 octets (32
more for each header) it keeps nothing: the stream is reset. The next request is
served: the connection is sound.</pre></details>`);
      _push(ssrRenderComponent(_component_SequencePicture, { trace: unref(bomb) }, null, _parent));
      _push(`<p>Our decoder adds up what the list would be, and above 16,384 octets it keeps nothing. Look at what it does <em>not</em> do: it does not stop reading. The rest of the block may add lines to the table, and if it did not, every later request would be read wrong. So a list that is too large costs the one stream, and a block that makes no sense costs the connection.</p><p><strong>The number.</strong> <code>1f ff ff ff ff ff …</code> is a number that grows with each byte. Programs have taken such a number for a length, and asked for so much memory. And <code>1f 80 80 80 …</code> adds zeros without end. So there is a largest number, and a largest count of bytes: 28 bits and five bytes in our decoder (<code>MAX_INTEGER</code>, <code>MAX_INTEGER_BYTES</code>).</p><p><strong>The table itself</strong> is memory at both ends. The receiver says how much it grants, in SETTINGS_HEADER_TABLE_SIZE: 4,096 octets unless it says otherwise. The sender may use less. Ours never uses more than 4,096, even if somebody offers four gigabytes.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "too-large-list"
      }, null, _parent));
      _push(`<h2 id="when-the-tables-differ" tabindex="-1">When the tables differ <a class="header-anchor" href="#when-the-tables-differ" aria-label="Permalink to &quot;When the tables differ&quot;">​</a></h2><p>What an index means depends on everything sent before. Lose one block, and the indices that follow mean something else:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 8</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --lost</span></span></code></pre></div><p>Look for GOAWAY with COMPRESSION_ERROR.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · A block that was made and never sent ────────────────────────────────────
Three blocks are encoded: shelf 300, 301, 300. The second call is cancelled
before its block goes out. The client has /shelves/301 in its table, the server
has not: from there on every index means another line.
client ──▶ server  HEADERS · stream 1 · GET /shelves/300 · END_STREAM  112 bytes
  0000  00 00 67 01 05 00 00 00  frame header = HEADERS END_STREAM END_HEADERS,
        01                       stream 1, 103 bytes
                                   length, type, flags, stream (RFC 9113 §4.1)
  0009                           header block = 103 bytes
                                   compressed header fields (RFC 7541)
  0009  82                       │ :method = GET
                                 │   index 2, static table (RFC 7541 §6.1)
  000a  86                       │ :scheme = http
                                 │   index 6, static table (RFC 7541 §6.1)
  000b  41 8b ac 75 26 cf 4b 97  │ :authority = pantry.example
        c8 e9 ae 82 ff           │   spelt out, and added to the table (RFC 7541
                                 │   §6.2.1)
  0018  44 89 61 13 96 8e e5 43  │ :path = /shelves/300
        0c 80 1f                 │
  0023  53 87 49 7c a5 8a e8 19  │ accept = text/plain
        aa                       │
  002c  7a 9b ac 75 26 cf 4b 12  │ user-agent = pantry-client/1.0
        83 16 a4 b0 15 c0 a7 f5  │ (rpc-from-scratch)
        65 64 5a 5b 0f 4a c8 25  │
        83 49 27 fe ff           │
  0049  1f 08 91 ba 51 d8 5b 14  │ authorization = Bearer 3b1f0c9e7a52d8e4
        66 30 ca 02 3e 57 46 d8  │   a secret: spelt out, and no one on the way
        a4 78 ad 7f              │   may ever put it into a table (RFC 7541
                                 │   §6.2.3)
  005d  00 89 f2 b5 85 ed 69 50  │ x-request-id = req-000001
        95 8d 27 87 b0 bd 96 00  │   spelt out, and not added to the table (RFC
        00 00 07                 │   7541 §6.2.2)
  server          /shelves/300: 12
client ◀── server  HEADERS · stream 1 · 200                             29 bytes
  0000  00 00 14 01 04 00 00 00  frame header = HEADERS END_HEADERS, stream 1,
        01                       20 bytes
  0009                           header block = 20 bytes
  0009  88                       │ :status = 200
                                 │   index 8, static table (RFC 7541 §6.1)
  000a  5f 87 49 7c a5 8a e8 19  │ content-type = text/plain
        aa                       │
  0013  76 88 ac 75 26 cf 4c 05  │ server = pantry/1.0
        70 7f                    │
client ◀── server  DATA · stream 1 · 3 bytes · END_STREAM               12 bytes
  0000  00 00 03 00 01 00 00 00  frame header = DATA END_STREAM, stream 1, 3
        01                       bytes
  0009  31 32 0a                 data = 3 bytes
                                   a piece of the body (RFC 9113 §6.1)
··· client: a block for shelf 301 was made, and is thrown away
client ──▶ server  HEADERS · stream 3 · GET /shelves/300 · END_STREAM   54 bytes
  0000  00 00 2d 01 05 00 00 00  frame header = HEADERS END_STREAM END_HEADERS,
        03                       stream 3, 45 bytes
  0009                           header block = 45 bytes
  0009  82                       │ :method = GET
  000a  86                       │ :scheme = http
  000b  c2                       │ index 66
                                 │   no header has this index (RFC 7541 §6.1)
  000c  c1                       │ :authority = pantry.example
                                 │   index 65, dynamic table (RFC 7541 §6.1)
  000d  c0                       │ :path = /shelves/300
                                 │   index 64, dynamic table (RFC 7541 §6.1)
  000e  bf                       │ accept = text/plain
                                 │   index 63, dynamic table (RFC 7541 §6.1)
  000f  … 20 bytes               │ as before: authorization
  0023  00 89 f2 b5 85 ed 69 50  │ x-request-id = req-000003
        95 8d 27 87 b0 bd 96 00  │
        00 00 33                 │
  server          ends the connection: COMPRESSION_ERROR: no field has index 66
client ◀── server  GOAWAY · COMPRESSION_ERROR · last stream 1           57 bytes
  0000  00 00 30 07 00 00 00 00  frame header = GOAWAY, stream 0, 48 bytes
        00
  0009  00 00 00 01              last stream = 1
                                   the highest stream that was or may be served
                                   (RFC 9113 §6.8)
  000d  00 00 00 09              error code = 9 COMPRESSION_ERROR
                                   the header compression is out of step (RFC
                                   9113 §6.8)
  0011  43 4f 4d 50 52 45 53 53  debug data = &quot;COMPRESSION_ERROR: no field has
        49 4f 4e 5f 45 52 52 4f  index 66&quot;
        52 3a 20 6e 6f 20 66 69    for a person who reads a log (RFC 9113 §6.8)
        65 6c 64 20 68 61 73 20
        69 6e 64 65 78 20 36 36
Nothing that comes later could be trusted, on any stream. So the whole
connection ends: GOAWAY with COMPRESSION_ERROR (RFC 9113 §4.3). And that was
luck: with other headers all indices would have existed, and the server would
have read a request that nobody has sent.</pre></details><p>The fourth message is what the server gets then. The client means <code>c1</code> as the path; in the server&#39;s table index 65 is still the authority. And <code>c2</code>, index 66, stands nowhere:</p>`);
      _push(ssrRenderComponent(_component_TraceExplorer, { trace: unref(lost) }, null, _parent));
      _push(`<p>TCP loses nothing. But programs do: they encode the headers of a call, the call is cancelled, and the block is thrown away. So there is a rule for an encoder: <strong>what was encoded must be sent, in order</strong>. And one for a decoder: read every block, also that of a stream which you refuse, or have closed.</p><p>A decoder that finds nonsense cannot know since when its table has been wrong. So the whole connection ends: GOAWAY, COMPRESSION_ERROR.</p><p>(HTTP/3 could not take HPACK along for this very reason: its streams arrive in no fixed order. It has a relative of HPACK, called QPACK.)</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "unsent-block"
      }, null, _parent));
      _push(`<h2 id="break-it" tabindex="-1">Break it <a class="header-anchor" href="#break-it" aria-label="Permalink to &quot;Break it&quot;">​</a></h2><p>A table of another size, and what is evicted; a secret found by lengths; a bomb; a lost block:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 8</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --table</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 200</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 8</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --table</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 0</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 8</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --crime</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> open-sesame</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 8</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --bomb</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 8</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --lost</span></span></code></pre></div><p>Look for the bars: if the table is too small, no request becomes cheap.</p><details class="output"><summary>What <code>npm run lesson 8 -- --table 200</code> prints</summary><pre tabindex="0">── 1 · A table of 200 octets ───────────────────────────────────────────────────
The server&#39;s SETTINGS say SETTINGS_HEADER_TABLE_SIZE = 200. Two requests:
client ──▶ server  HEADERS · stream 1 · GET /shelves/300 · END_STREAM  115 bytes
  0000  00 00 6a 01 05 00 00 00  frame header = HEADERS END_STREAM END_HEADERS,
        01                       stream 1, 106 bytes
                                   length, type, flags, stream (RFC 9113 §4.1)
  0009                           header block = 106 bytes
                                   compressed header fields (RFC 7541)
  0009  3f a9 01                 │ table size = 200
                                 │   so large may the table be from here on (RFC
                                 │   7541 §6.3)
  000c  82                       │ :method = GET
                                 │   index 2, static table (RFC 7541 §6.1)
  000d  86                       │ :scheme = http
                                 │   index 6, static table (RFC 7541 §6.1)
  000e  41 8b ac 75 26 cf 4b 97  │ :authority = pantry.example
        c8 e9 ae 82 ff           │   spelt out, and added to the table (RFC 7541
                                 │   §6.2.1)
  001b  44 89 61 13 96 8e e5 43  │ :path = /shelves/300
        0c 80 1f                 │
  0026  53 87 49 7c a5 8a e8 19  │ accept = text/plain
        aa                       │
  002f  7a 9b ac 75 26 cf 4b 12  │ user-agent = pantry-client/1.0
        83 16 a4 b0 15 c0 a7 f5  │ (rpc-from-scratch)
        65 64 5a 5b 0f 4a c8 25  │   spelt out, and added to the table; the
        83 49 27 fe ff           │   oldest entry goes (RFC 7541 §6.2.1)
  004c  1f 08 91 ba 51 d8 5b 14  │ authorization = Bearer 3b1f0c9e7a52d8e4
        66 30 ca 02 3e 57 46 d8  │   a secret: spelt out, and no one on the way
        a4 78 ad 7f              │   may ever put it into a table (RFC 7541
                                 │   §6.2.3)
  0060  00 89 f2 b5 85 ed 69 50  │ x-request-id = req-000001
        95 8d 27 87 b0 bd 96 00  │   spelt out, and not added to the table (RFC
        00 00 07                 │   7541 §6.2.2)
client ──▶ server  HEADERS · stream 3 · GET /shelves/300 · END_STREAM  112 bytes
  0000  00 00 67 01 05 00 00 00  frame header = HEADERS END_STREAM END_HEADERS,
        03                       stream 3, 103 bytes
  0009                           header block = 103 bytes
  0009  82                       │ :method = GET
  000a  86                       │ :scheme = http
  000b  41 8b ac 75 26 cf 4b 97  │ :authority = pantry.example
        c8 e9 ae 82 ff           │
  0018  44 89 61 13 96 8e e5 43  │ :path = /shelves/300
        0c 80 1f                 │
  0023  53 87 49 7c a5 8a e8 19  │ accept = text/plain
        aa                       │
  002c  … 49 bytes               │ as before: user-agent, authorization
  005d  00 89 f2 b5 85 ed 69 50  │ x-request-id = req-000002
        95 8d 27 87 b0 bd 96 00  │
        00 00 0b                 │
And the bytes of six requests, with what the table holds in the end:
    request 1   106  ████████████████████████████████████████
    request 2   103  ███████████████████████████████████████
    request 3   103  ███████████████████████████████████████
    request 4   103  ███████████████████████████████████████
    request 5   103  ███████████████████████████████████████
    request 6   103  ███████████████████████████████████████
    index  size
       62    78  user-agent: pantry-client/1.0 (rpc-from-scratch)
       63    48  accept: text/plain
       64    49  :path: /shelves/300
    175 of 200 octets
An entry costs its octets and 32 more. When a new one does not fit, the oldest
go. A table that is too small helps nobody: entries go before they are used. Try
0, 260 and 4096.</pre></details><details class="output"><summary>What <code>npm run lesson 8 -- --table 0</code> prints</summary><pre tabindex="0">── 1 · A table of 0 octets ─────────────────────────────────────────────────────
The server&#39;s SETTINGS say SETTINGS_HEADER_TABLE_SIZE = 0. Two requests:
client ──▶ server  HEADERS · stream 1 · GET /shelves/300 · END_STREAM  115 bytes
  0000  00 00 6a 01 05 00 00 00  frame header = HEADERS END_STREAM END_HEADERS,
        01                       stream 1, 106 bytes
                                   length, type, flags, stream (RFC 9113 §4.1)
  0009                           header block = 106 bytes
                                   compressed header fields (RFC 7541)
  0009  20                       │ table size = 0
                                 │   so large may the table be from here on (RFC
                                 │   7541 §6.3)
  000a  82                       │ :method = GET
                                 │   index 2, static table (RFC 7541 §6.1)
  000b  86                       │ :scheme = http
                                 │   index 6, static table (RFC 7541 §6.1)
  000c  01 8b ac 75 26 cf 4b 97  │ :authority = pantry.example
        c8 e9 ae 82 ff           │   spelt out, and not added to the table (RFC
                                 │   7541 §6.2.2)
  0019  04 89 61 13 96 8e e5 43  │ :path = /shelves/300
        0c 80 1f                 │
  0024  0f 04 87 49 7c a5 8a e8  │ accept = text/plain
        19 aa                    │
  002e  0f 2b 9b ac 75 26 cf 4b  │ user-agent = pantry-client/1.0
        12 83 16 a4 b0 15 c0 a7  │ (rpc-from-scratch)
        f5 65 64 5a 5b 0f 4a c8  │
        25 83 49 27 fe ff        │
  004c  1f 08 91 ba 51 d8 5b 14  │ authorization = Bearer 3b1f0c9e7a52d8e4
        66 30 ca 02 3e 57 46 d8  │   a secret: spelt out, and no one on the way
        a4 78 ad 7f              │   may ever put it into a table (RFC 7541
                                 │   §6.2.3)
  0060  00 89 f2 b5 85 ed 69 50  │ x-request-id = req-000001
        95 8d 27 87 b0 bd 96 00  │
        00 00 07                 │
client ──▶ server  HEADERS · stream 3 · GET /shelves/300 · END_STREAM  114 bytes
  0000  00 00 69 01 05 00 00 00  frame header = HEADERS END_STREAM END_HEADERS,
        03                       stream 3, 105 bytes
  0009                           header block = 105 bytes
  0009  … 86 bytes               │ as before: :method, :scheme, :authority,
                                 │ :path, accept, user-agent, authorization
  005f  00 89 f2 b5 85 ed 69 50  │ x-request-id = req-000002
        95 8d 27 87 b0 bd 96 00  │
        00 00 0b                 │
And the bytes of six requests, with what the table holds in the end:
    request 1   106  ████████████████████████████████████████
    request 2   105  ████████████████████████████████████████
    request 3   105  ████████████████████████████████████████
    request 4   105  ████████████████████████████████████████
    request 5   105  ████████████████████████████████████████
    request 6   105  ████████████████████████████████████████
    index  size
    0 of 0 octets
An entry costs its octets and 32 more. When a new one does not fit, the oldest
go. A table that is too small helps nobody: entries go before they are used. Try
0, 260 and 4096.</pre></details><details class="output"><summary>What <code>npm run lesson 8 -- --crime open-sesame</code> prints</summary><pre tabindex="0">── 1 · The attacker sees lengths, and nothing else ─────────────────────────────
A program sends a secret cookie. An attacker makes it ask for certain paths, and
sees how long each request is. If both are compressed together, a path that
repeats a piece of the cookie comes out shorter. The attacker tries all 39
characters, takes the one with the fewest bytes, and goes on to the next:
  session=o       7425 bytes, the next best 7443
  session=op      7430 bytes, the next best 7447
  session=ope     7435 bytes, the next best 7451
  session=open    7433 bytes, the next best 7454
  session=open-   7434 bytes, the next best 7458
  session=open-s  7447 bytes, the next best 7463
  session=open-se 7455 bytes, the next best 7471
  ession=open-ses 7450 bytes, the next best 7475
  ssion=open-sesa 7450 bytes, the next best 7475
  sion=open-sesam 7465 bytes, the next best 7475
  ion=open-sesame 7457 bytes, the next best 7475
17160 requests, and the secret is known. (The bytes are sums over 40 requests a
guess.)

── 2 · The same against HPACK ──────────────────────────────────────────────────
HPACK compares whole values, never pieces. With the cookie &#39;open-sesame&#39; and
with &#39;emases-nepo&#39;, the 39 guesses differ in length by 0: the same for each, so
the lengths say nothing about it.
One question is left: is the whole value right? Suppose it was sent before:
                     indexed   never indexed
    right guess           1              18
    wrong by one          10              18
One byte says: yes. That takes a guess of all of it at once, hopeless for a long
random token and easy for a PIN. So secrets are sent as never indexed, and the
answer is gone too.</pre></details><details class="output"><summary>What <code>npm run lesson 8 -- --bomb</code> prints</summary><pre tabindex="0">── 1 · A bomb of 4,000 bytes ───────────────────────────────────────────────────
One header that fills the table; then a request that refers to it 4000 times, a
byte each. Spelt out: 16 megabytes.
··· client: a header of 4000 bytes, to be remembered
client ──▶ server  HEADERS · stream 1 · GET /shelves/300 · END_STRE…  2545 bytes
  0000  00 09 e8 01 05 00 00 00  frame header = HEADERS END_STREAM END_HEADERS,
        01                       stream 1, 2536 bytes
                                   length, type, flags, stream (RFC 9113 §4.1)
  0009                           header block = 2536 bytes
                                   compressed header fields (RFC 7541)
  0009  82                       │ :method = GET
                                 │   index 2, static table (RFC 7541 §6.1)
  000a  86                       │ :scheme = http
                                 │   index 6, static table (RFC 7541 §6.1)
  000b  01 8b ac 75 26 cf 4b 97  │ :authority = pantry.example
        c8 e9 ae 82 ff           │   spelt out, and not added to the table (RFC
                                 │   7541 §6.2.2)
  0018  04 89 61 13 96 8e e5 43  │ :path = /shelves/300
        0c 80 1f                 │
  0023  40 85 f2 b4 67 a6 3f ff  │ x-bomb =
        c5 12 18 c6 31 8c 63 18  │ aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        c6 31 8c 63 18 c6 31 8c  │ aaaaaaaaaaaaaa…
        63 18 c6 31 8c 63 18 c6  │   spelt out, and added to the table (RFC 7541
        … 2470 more              │   §6.2.1)
        63 18 c6 31 8c 63        │
  server          /shelves/300: 12
client ◀── server  HEADERS · stream 1 · 200                             29 bytes
  0000  00 00 14 01 04 00 00 00  frame header = HEADERS END_HEADERS, stream 1,
        01                       20 bytes
  0009                           header block = 20 bytes
  0009  88                       │ :status = 200
                                 │   index 8, static table (RFC 7541 §6.1)
  000a  5f 87 49 7c a5 8a e8 19  │ content-type = text/plain
        aa                       │
  0013  76 88 ac 75 26 cf 4c 05  │ server = pantry/1.0
        70 7f                    │
client ◀── server  DATA · stream 1 · 3 bytes · END_STREAM               12 bytes
  0000  00 00 03 00 01 00 00 00  frame header = DATA END_STREAM, stream 1, 3
        01                       bytes
  0009  31 32 0a                 data = 3 bytes
                                   a piece of the body (RFC 9113 §6.1)
··· client: the same header 4000 times, a byte each
client ──▶ server  HEADERS · stream 3 · GET /shelves/300 · END_STRE…  4035 bytes
  0000  00 0f ba 01 05 00 00 00  frame header = HEADERS END_STREAM END_HEADERS,
        03                       stream 3, 4026 bytes
  0009                           header block = 4026 bytes
  0009  … 26 bytes               │ as before: :method, :scheme, :authority,
                                 │ :path
  0023  be be be be be be be be  │ x-bomb =
        be be be be be be be be  │ aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        be be be be be be be be  │ aaaaaaaaaaaaaa… × 4000
        be be be be be be be be  │   index 62, dynamic table, 4000 times: spelt
        … 3960 more              │   out 16024000 bytes (RFC 7541 §6.1)
        be be be be be be be be  │
client ◀── server  RST_STREAM · stream 3 · ENHANCE_YOUR_CALM            13 bytes
  0000  00 00 04 03 00 00 00 00  frame header = RST_STREAM, stream 3, 4 bytes
        03
  0009  00 00 00 0b              error code = 11 ENHANCE_YOUR_CALM
                                   too much of something that is allowed (RFC
                                   9113 §6.4)
··· client: an honest request
client ──▶ server  HEADERS · stream 5 · GET /shelves/300 · END_STREAM   35 bytes
  0000  00 00 1a 01 05 00 00 00  frame header = HEADERS END_STREAM END_HEADERS,
        05                       stream 5, 26 bytes
  0009                           header block = 26 bytes
  0009  … 26 bytes               │ as before: :method, :scheme, :authority,
                                 │ :path
  server          /shelves/300: 12
client ◀── server  HEADERS · stream 5 · 200                             12 bytes
  0000  00 00 03 01 04 00 00 00  frame header = HEADERS END_HEADERS, stream 5, 3
        05                       bytes
  0009                           header block = 3 bytes
  0009  88                       │ :status = 200
  000a  bf                       │ content-type = text/plain
                                 │   index 63, dynamic table (RFC 7541 §6.1)
  000b  be                       │ server = pantry/1.0
                                 │   index 62, dynamic table (RFC 7541 §6.1)
client ◀── server  DATA · stream 5 · 3 bytes · END_STREAM               12 bytes
  0000  00 00 03 00 01 00 00 00  frame header = DATA END_STREAM, stream 5, 3
        05                       bytes
  0009  31 32 0a                 data = 3 bytes
The server reads the block to its end, because its table must stay the same as
the client&#39;s. But it adds up what the list would be, and above 16384 octets (32
more for each header) it keeps nothing: the stream is reset. The next request is
served: the connection is sound.</pre></details><details class="output"><summary>What <code>npm run lesson 8 -- --lost</code> prints</summary><pre tabindex="0">── 1 · A block that was made and never sent ────────────────────────────────────
Three blocks are encoded: shelf 300, 301, 300. The second call is cancelled
before its block goes out. The client has /shelves/301 in its table, the server
has not: from there on every index means another line.
client ──▶ server  HEADERS · stream 1 · GET /shelves/300 · END_STREAM  112 bytes
  0000  00 00 67 01 05 00 00 00  frame header = HEADERS END_STREAM END_HEADERS,
        01                       stream 1, 103 bytes
                                   length, type, flags, stream (RFC 9113 §4.1)
  0009                           header block = 103 bytes
                                   compressed header fields (RFC 7541)
  0009  82                       │ :method = GET
                                 │   index 2, static table (RFC 7541 §6.1)
  000a  86                       │ :scheme = http
                                 │   index 6, static table (RFC 7541 §6.1)
  000b  41 8b ac 75 26 cf 4b 97  │ :authority = pantry.example
        c8 e9 ae 82 ff           │   spelt out, and added to the table (RFC 7541
                                 │   §6.2.1)
  0018  44 89 61 13 96 8e e5 43  │ :path = /shelves/300
        0c 80 1f                 │
  0023  53 87 49 7c a5 8a e8 19  │ accept = text/plain
        aa                       │
  002c  7a 9b ac 75 26 cf 4b 12  │ user-agent = pantry-client/1.0
        83 16 a4 b0 15 c0 a7 f5  │ (rpc-from-scratch)
        65 64 5a 5b 0f 4a c8 25  │
        83 49 27 fe ff           │
  0049  1f 08 91 ba 51 d8 5b 14  │ authorization = Bearer 3b1f0c9e7a52d8e4
        66 30 ca 02 3e 57 46 d8  │   a secret: spelt out, and no one on the way
        a4 78 ad 7f              │   may ever put it into a table (RFC 7541
                                 │   §6.2.3)
  005d  00 89 f2 b5 85 ed 69 50  │ x-request-id = req-000001
        95 8d 27 87 b0 bd 96 00  │   spelt out, and not added to the table (RFC
        00 00 07                 │   7541 §6.2.2)
  server          /shelves/300: 12
client ◀── server  HEADERS · stream 1 · 200                             29 bytes
  0000  00 00 14 01 04 00 00 00  frame header = HEADERS END_HEADERS, stream 1,
        01                       20 bytes
  0009                           header block = 20 bytes
  0009  88                       │ :status = 200
                                 │   index 8, static table (RFC 7541 §6.1)
  000a  5f 87 49 7c a5 8a e8 19  │ content-type = text/plain
        aa                       │
  0013  76 88 ac 75 26 cf 4c 05  │ server = pantry/1.0
        70 7f                    │
client ◀── server  DATA · stream 1 · 3 bytes · END_STREAM               12 bytes
  0000  00 00 03 00 01 00 00 00  frame header = DATA END_STREAM, stream 1, 3
        01                       bytes
  0009  31 32 0a                 data = 3 bytes
                                   a piece of the body (RFC 9113 §6.1)
··· client: a block for shelf 301 was made, and is thrown away
client ──▶ server  HEADERS · stream 3 · GET /shelves/300 · END_STREAM   54 bytes
  0000  00 00 2d 01 05 00 00 00  frame header = HEADERS END_STREAM END_HEADERS,
        03                       stream 3, 45 bytes
  0009                           header block = 45 bytes
  0009  82                       │ :method = GET
  000a  86                       │ :scheme = http
  000b  c2                       │ index 66
                                 │   no header has this index (RFC 7541 §6.1)
  000c  c1                       │ :authority = pantry.example
                                 │   index 65, dynamic table (RFC 7541 §6.1)
  000d  c0                       │ :path = /shelves/300
                                 │   index 64, dynamic table (RFC 7541 §6.1)
  000e  bf                       │ accept = text/plain
                                 │   index 63, dynamic table (RFC 7541 §6.1)
  000f  … 20 bytes               │ as before: authorization
  0023  00 89 f2 b5 85 ed 69 50  │ x-request-id = req-000003
        95 8d 27 87 b0 bd 96 00  │
        00 00 33                 │
  server          ends the connection: COMPRESSION_ERROR: no field has index 66
client ◀── server  GOAWAY · COMPRESSION_ERROR · last stream 1           57 bytes
  0000  00 00 30 07 00 00 00 00  frame header = GOAWAY, stream 0, 48 bytes
        00
  0009  00 00 00 01              last stream = 1
                                   the highest stream that was or may be served
                                   (RFC 9113 §6.8)
  000d  00 00 00 09              error code = 9 COMPRESSION_ERROR
                                   the header compression is out of step (RFC
                                   9113 §6.8)
  0011  43 4f 4d 50 52 45 53 53  debug data = &quot;COMPRESSION_ERROR: no field has
        49 4f 4e 5f 45 52 52 4f  index 66&quot;
        52 3a 20 6e 6f 20 66 69    for a person who reads a log (RFC 9113 §6.8)
        65 6c 64 20 68 61 73 20
        69 6e 64 65 78 20 36 36
Nothing that comes later could be trusted, on any stream. So the whole
connection ends: GOAWAY with COMPRESSION_ERROR (RFC 9113 §4.3). And that was
luck: with other headers all indices would have existed, and the server would
have read a request that nobody has sent.</pre></details><h2 id="build-it" tabindex="-1">Build it <a class="header-anchor" href="#build-it" aria-label="Permalink to &quot;Build it&quot;">​</a></h2><p>Five tasks in <code>exercises/08-hpack/</code>: the number, the Huffman code, the table, reading a field, writing one. The examples are those of the RFC&#39;s Appendix C. Then Node&#39;s own HTTP/2 sends you its headers, and reads yours.</p>`);
      _push(ssrRenderComponent(_component_BuildIt, { exercise: unref(exercise) }, null, _parent));
      _push(`<div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> exercise</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 8</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 8</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --mine</span></span></code></pre></div><h2 id="what-you-have-answered" tabindex="-1">What you have answered <a class="header-anchor" href="#what-you-have-answered" aria-label="Permalink to &quot;What you have answered&quot;">​</a></h2>`);
      _push(ssrRenderComponent(_component_QuizScore, { questions: unref(quiz) }, null, _parent));
      _push(`<h2 id="what-is-still-open" tabindex="-1">What is still open <a class="header-anchor" href="#what-is-still-open" aria-label="Permalink to &quot;What is still open&quot;">​</a></h2><p>We can open streams, and say on them what we want, in few bytes. Which words must a client say, so that a server takes it for gRPC? Where does the status go, when the body is already under way? Lesson 9 makes a call, byte by byte.</p><h2 id="sources" tabindex="-1">Sources <a class="header-anchor" href="#sources" aria-label="Permalink to &quot;Sources&quot;">​</a></h2><ul><li><a href="https://www.rfc-editor.org/rfc/rfc7541" target="_blank" rel="noreferrer">RFC 7541</a>, HPACK: §2.3 the tables, §4 their size, §5 integers and strings, §6 the five ways, §7 what can be attacked, Appendix C the examples</li><li><a href="https://www.rfc-editor.org/rfc/rfc9113" target="_blank" rel="noreferrer">RFC 9113</a> §4.3: header blocks in HTTP/2; §6.5.2: SETTINGS_HEADER_TABLE_SIZE; §10.5.1: limits on header lists</li><li><a href="https://nvd.nist.gov/vuln/detail/CVE-2016-6581" target="_blank" rel="noreferrer">CVE-2016-6581</a>: the HPACK bomb</li><li><a href="https://nvd.nist.gov/vuln/detail/CVE-2012-4929" target="_blank" rel="noreferrer">CVE-2012-4929</a> and <a href="https://nvd.nist.gov/vuln/detail/CVE-2012-4930" target="_blank" rel="noreferrer">CVE-2012-4930</a>: CRIME, against TLS and against SPDY</li><li><a href="https://www.rfc-editor.org/rfc/rfc9204" target="_blank" rel="noreferrer">RFC 9204</a>: QPACK, its relative in HTTP/3</li></ul><details class="details custom-block"><summary>What the article said, and what is true</summary><p>The course grew out of a series of articles (in Chinese, with Go) that goes from RPC to gRPC. Where it is wrong, or no longer right, this is what is true:</p><ul><li>The article says that gRPC is efficient because it sends binary Protocol Buffers over HTTP/2 <em>&quot;instead of JSON or XML text&quot;</em>. Of headers it says nothing. For a small call they are the larger part: Protobuf made the message of lesson 4 36 bytes smaller, HPACK makes the headers here 169 bytes smaller.</li><li>It says of the byte before each message that it tells <em>&quot;whether the data is compressed&quot;</em>. True, and it means the message alone. Headers are always in HPACK; no flag turns it off. Lesson 23 is about compressed messages, and CRIME is worth remembering there.</li><li>It puts a timestamp into <code>metadata</code>, as if that cost nothing. Each entry is a header. One that is different every time is spelt out every time; and unless the encoder knows that, it pushes lines out of the table that would have come again.</li></ul></details></div>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lessons/08-hpack.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
export {
  __pageData,
  _sfc_main as default
};
