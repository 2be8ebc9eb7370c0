import { useSSRContext, resolveComponent, unref } from "vue";
import { ssrRenderAttrs, ssrRenderComponent } from "vue/server-renderer";
const exercise = { kind: "handle", id: "03-framing", load: () => import("./03-framing.exercise.DsX7O12y.js").then((exercise2) => exercise2.default) };
const frames = { kind: "handle", id: "frames", load: () => import("./frames.trace.DWhJ0Iqn.js").then((trace) => trace.default) };
const messages = { kind: "handle", id: "messages", load: () => import("./messages.trace.CGq5CC4r.js").then((trace) => trace.default) };
const quiz = [
  {
    id: "chunks",
    question: "A client writes three messages with three calls of `write`. How many `data` events does the server get?",
    answers: [
      {
        text: "Three",
        reason: "Often, on one machine. That is what makes the bug so hard to see."
      },
      { text: "One", reason: "It can happen, when they are sent quickly one after the other." },
      {
        text: "Any number from one to as many as there are bytes",
        reason: "TCP carries a stream. Where it is cut means nothing.",
        right: true
      }
    ]
  },
  {
    id: "frame-hi",
    question: "Predict the bytes: the frame of the payload `hi`, with four bytes of length. (In hex; `h` is 68, `i` is 69.)",
    bytes: { encoder: "frame", text: "hi" },
    reason: "The length is 2, the highest byte first: 00 00 00 02. It does not count itself."
  },
  {
    id: "limit-when",
    question: "When should a frame that is too large be refused?",
    answers: [
      { text: "When it has arrived", reason: "Then it is already in your memory." },
      {
        text: "When its length has arrived",
        reason: "Four bytes are enough to know, and the rest is never stored.",
        right: true
      },
      { text: "When parsing it fails", reason: "It may parse very well. It is only too large." }
    ]
  },
  {
    id: "message-hi",
    question: "And as a gRPC message whose payload is compressed? (Take `hi` for what the compressor made.)",
    bytes: { encoder: "message", text: "hi", compressed: true },
    reason: "One byte more, in front: 01 for compressed. Then the length of what is sent, not of what it was before."
  },
  {
    id: "html",
    question: "A decoder of gRPC messages gets an HTML page from a proxy. It begins with `<!DOC`. What does it notice?",
    answers: [
      {
        text: "The flag is 0x3c, neither 0 nor 1",
        reason: "A strict check of the first byte tells it at once. Without it, `!DOC` would be read as a length of 558 MB.",
        right: true
      },
      {
        text: "The page is not valid Protobuf",
        reason: "It never gets that far: the prefix is wrong."
      },
      { text: "Nothing, it waits", reason: "That is what a decoder without checks would do." }
    ]
  }
];
const __pageData = JSON.parse('{"title":"Framing","description":"Where does a message end? Lesson 3 of RPC from scratch.","frontmatter":{"prev":false,"next":false},"headers":[],"relativePath":"lessons/03-framing.md","filePath":"lessons/03-framing.md"}');
const __default__ = { name: "lessons/03-framing.md" };
const _sfc_main = /* @__PURE__ */ Object.assign(__default__, {
  __ssrInlineRender: true,
  setup(__props) {
    return (_ctx, _push, _parent, _attrs) => {
      const _component_LessonStart = resolveComponent("LessonStart");
      const _component_FramingPlayground = resolveComponent("FramingPlayground");
      const _component_Quiz = resolveComponent("Quiz");
      const _component_PacketPicture = resolveComponent("PacketPicture");
      const _component_TraceExplorer = resolveComponent("TraceExplorer");
      const _component_BuildIt = resolveComponent("BuildIt");
      const _component_QuizScore = resolveComponent("QuizScore");
      _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="framing" tabindex="-1">Framing <a class="header-anchor" href="#framing" aria-label="Permalink to &quot;Framing&quot;">​</a></h1>`);
      _push(ssrRenderComponent(_component_LessonStart, null, null, _parent));
      _push(`<p>So far a message ended where a newline stood. It was easy, and it hid a question that every protocol has to answer first: a connection delivers bytes, and we want messages. <strong>Where does one end?</strong></p><p>Get this wrong and nothing above it can be right. It is also the place where a few bytes from a stranger can cost a server all its memory.</p><h2 id="tcp-knows-no-messages" tabindex="-1">TCP knows no messages <a class="header-anchor" href="#tcp-knows-no-messages" aria-label="Permalink to &quot;TCP knows no messages&quot;">​</a></h2><p>TCP promises that bytes arrive, and in order. It does not promise <em>how they are cut</em>. What you wrote in one piece may arrive in five; what you wrote in five may arrive in one. On your own machine it mostly comes as it was sent, so programs that take a chunk for a message work, until the day when they are used over a network.</p><p>Be the network: move the cuts, and watch the decoder. It is the course&#39;s own, <code>src/framing/frame.ts</code>, and it runs in this page.</p>`);
      _push(ssrRenderComponent(_component_FramingPlayground, null, null, _parent));
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "chunks"
      }, null, _parent));
      _push(`<h2 id="a-mark-at-the-end-or-a-length-in-front" tabindex="-1">A mark at the end, or a length in front <a class="header-anchor" href="#a-mark-at-the-end-or-a-length-in-front" aria-label="Permalink to &quot;A mark at the end, or a length in front&quot;">​</a></h2><p>There are two ways to say where a message ends.</p><p><strong>A mark at the end</strong>, such as a newline. One can read it, type it, and <code>grep</code> it. But the mark may turn up inside a message, so the content has to be escaped; a picture cannot be sent as it is. Each byte has to be looked at. And how large a message is, the receiver learns when it is all there.</p><p><strong>A length in front.</strong> Then a payload may hold any byte, and the receiver knows what is coming before it comes:</p>`);
      _push(ssrRenderComponent(_component_PacketPicture, {
        label: "A frame of this lesson",
        fields: [
          { name: "Length of the payload", bits: 32, note: "big-endian" },
          { name: "Payload", bits: "rest" }
        ]
      }, null, _parent));
      _push(`<p><em>Big-endian</em> means that the highest byte comes first, as digits do when we write numbers. It is the order of nearly all network protocols, and so it is also called network byte order.</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 3</span></span></code></pre></div><p>Look for the chunks in which three messages arrive, and for the newline inside a message that breaks it.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · What the network does to three messages ─────────────────────────────────
TCP promises bytes in order. It does not promise that what was one write arrives
as one piece. The client sends three JSON messages: half of the first, then, a
moment later, all the rest.
  chunk 1         {&quot;id&quot;:1,&quot;di
                  JSON.parse → SyntaxError
  chunk 2         sh&quot;:&quot;tea&quot;}{&quot;id&quot;:2,&quot;dish&quot;:&quot;toast&quot;}{&quot;id&quot;:3,&quot;dish&quot;:&quot;soup&quot;}
                  JSON.parse → SyntaxError
Three messages were sent, two chunks arrived, and neither is a message. A chunk
is where the network happened to cut, no more.

── 2 · A newline between messages, and one inside ──────────────────────────────
Lessons 1 and 2 put a newline after each message, and looked for it. That mends
the cuts:
  line 1          {&quot;id&quot;:1,&quot;dish&quot;:&quot;tea&quot;}
  line 2          {&quot;id&quot;:2,&quot;dish&quot;:&quot;toast&quot;}
  line 3          {&quot;id&quot;:3,&quot;dish&quot;:&quot;soup&quot;}
Then somebody prints the JSON prettily, and it has newlines of its own:
    line 1  {                       JSON.parse → SyntaxError
    line 2    &quot;id&quot;: 4,              JSON.parse → SyntaxError
    line 3    &quot;method&quot;: &quot;recipe&quot;,   JSON.parse → SyntaxError
    line 4    &quot;params&quot;: [           JSON.parse → SyntaxError
    line 5      &quot;toast&quot;             JSON.parse → a message, &quot;toast&quot;
    line 6    ]                     JSON.parse → SyntaxError
    line 7  }                       JSON.parse → SyntaxError
One message became seven lines; one of them even parses, as something else. Any
mark that ends a message can turn up inside one: text would have to be escaped,
and a picture could not be sent at all.

── 3 · Say how long it is ──────────────────────────────────────────────────────
So each message says first how long it is: four bytes, then as many bytes as
they say. The same pretty-printed call, sent to a server that reads lengths:
client ──▶ server  call 4: recipe(&quot;toast&quot;)                              70 bytes
  0000  00 00 00 42              length = 66
                                   how many bytes the payload has: 32 bits, the
                                   highest byte first (big-endian)
  0004                           payload = 66 bytes · the message itself
  0004  7b 0a 20 20 22 69 64 22  │ id = 4
        3a 20 34                 │   which call this is; the reply carries the
                                 │   same number (Birrell &amp; Nelson 1984)
  000f  2c 0a 20 20 22 6d 65 74  │ method = &quot;recipe&quot;
        68 6f 64 22 3a 20 22 72  │   which procedure to call (Birrell &amp; Nelson
        65 63 69 70 65 22        │   1984)
  0025  2c 0a 20 20 22 70 61 72  │ params = [
        61 6d 73 22 3a 20 5b 0a  │ &quot;toast&quot;
        20 20 20 20 22 74 6f 61  │ ]
        73 74 22 0a 20 20 5d     │   the arguments, in order: copies, not
                                 │   references
  0044  0a 7d                    │ end of object · the closing bracket
client ◀── server  reply 4: &quot;Put bread into the toaster.\\nWait for …    74 bytes
  0000  00 00 00 46              length = 70
  0004                           payload = 70 bytes
  0004  7b 22 69 64 22 3a 34     │ id = 4
  000b  2c 22 72 65 73 75 6c 74  │ result = &quot;Put bread into the toaster.\\nWait
        22 3a 22 50 75 74 20 62  │ for the click.\\n&quot;
        72 65 61 64 20 69 6e 74  │   what the procedure returned
        6f 20 74 68 65 20 74 6f  │
        … 22 more                │
        63 6b 2e 5c 6e 22        │
  0049  7d                       │ end of object
The call is full of newlines (0a), and nobody minds: nothing inside a payload is
looked at. And since the size is known before the payload comes, one that is too
large is refused before a byte of it is stored.

── 4 · What gRPC adds: one byte ────────────────────────────────────────────────
gRPC frames its messages in the same way, with one byte more, which says whether
the payload is compressed:
client ──▶ server  call 4: recipe(&quot;toast&quot;)                              71 bytes
  0000  00                       compressed flag = 0
                                   the payload is as it was written (gRPC
                                   PROTOCOL-HTTP2, Compressed-Flag)
  0001  … 70 bytes               as before: length, payload
Five bytes. Every gRPC message that you ever sent began with them. What stands
inside is not JSON there: that is lesson 4.</pre></details>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "frame-hi"
      }, null, _parent));
      _push(`<h2 id="a-number-in-bytes" tabindex="-1">A number in bytes <a class="header-anchor" href="#a-number-in-bytes" aria-label="Permalink to &quot;A number in bytes&quot;">​</a></h2><p>JavaScript has a tool for numbers in bytes: a <code>DataView</code> looks at a buffer and reads or writes at any offset, highest byte first unless told otherwise.</p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> view = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> DataView(bytes.buffer, bytes.byteOffset);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">view.setUint32(</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">8</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">300</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">); </span><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">// the bytes 8 to 11 of \`bytes\` are now 00 00 01 2c</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">view.getUint32(</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">8</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">); </span><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">// 300</span></span></code></pre></div><p><strong>Mind the <code>byteOffset</code>.</strong> A <code>Uint8Array</code> is only a view into a buffer, and the buffer may be larger: Node cuts its small <code>Buffer</code>s from a pool of 8 KiB, so that <code>chunk.buffer</code> holds other people&#39;s bytes too, and yours begin at <code>chunk.byteOffset</code>. <code>new DataView(chunk.buffer)</code> looks at the beginning of the pool. It works with every array that you make yourself, and fails with the first chunk that comes from a socket.</p><h2 id="a-decoder-is-a-small-machine" tabindex="-1">A decoder is a small machine <a class="header-anchor" href="#a-decoder-is-a-small-machine" aria-label="Permalink to &quot;A decoder is a small machine&quot;">​</a></h2><p>Whatever the chunks, the decoder asks the same two questions, over and over: is the whole length here? Is the whole payload here? If not, it keeps what it has and waits. &quot;Not yet&quot; is an answer like any other, and not an error.</p><p>What it keeps lies in a queue of chunks:</p><div class="excerpt ts long"><p class="file"><a href="/source/src/bytes/byte-queue.ts.txt" target="_self">src/bytes/byte-queue.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">push(chunk: Uint8Array): </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">void</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (chunk.length === </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#length += chunk.length;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (chunk.length &gt;= SMALL_CHUNK || !</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#pack(chunk))</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#chunks.push(chunk);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * The next \`size\` bytes, left in place; \`undefined\` while fewer</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * have come.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * @throws RangeError if \`size\` is negative: a length was read with</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * the wrong sign, and to go on would mean never to end</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">peek(size: number): Uint8Array | </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">undefined</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (size &lt; </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">)</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    throw</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> RangeError(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`a queue has no </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">size</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> bytes\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (size &gt; </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#length) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">return</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> undefined</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> first = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#chunks[</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">];</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (first === </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">undefined</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">return</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Uint8Array(</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (first.length - </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#offset &gt;= size) {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> first.subarray(</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#offset, </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#offset + size);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  }</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#gather(size);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * The next \`size\` bytes, removed; \`undefined\`, and nothing removed,</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * while fewer have come.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">take(size: number): Uint8Array | </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">undefined</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> bytes = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.peek(size);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (bytes !== </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">undefined</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#drop(size);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> bytes;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div><label class="unfold"><input type="checkbox">Show all 34 lines</label></div><p>Why not simply join each new chunk to what is there? Because that copies everything again with every chunk. For a frame of 4 MiB that arrives in pieces of 1 KiB, it comes to 8 GiB of copying. The queue copies each byte once, or twice where the pieces are tiny.</p><p>The server of this lesson is the one of lesson 2, with one word changed:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/03-framing/server.ts.txt" target="_self">lessons/03-framing/server.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * Lesson 2&#39;s server with one thing changed: where a message ends is</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * now said by its length.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> startServer(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  options: ServerOptions,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">): Promise&lt;RunningServer&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> startRpcServer(options, createDispatcher(kitchen), {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    framing: lengthFraming,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    concurrency: MAX_PENDING_CALLS,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><h2 id="the-bytes" tabindex="-1">The bytes <a class="header-anchor" href="#the-bytes" aria-label="Permalink to &quot;The bytes&quot;">​</a></h2><p>The call below is full of newlines, <code>0a</code>. With lines it would have been seven broken messages. With a length in front nobody minds:</p>`);
      _push(ssrRenderComponent(_component_TraceExplorer, { trace: unref(frames) }, null, _parent));
      _push(`<h2 id="what-a-stranger-may-send" tabindex="-1">What a stranger may send <a class="header-anchor" href="#what-a-stranger-may-send" aria-label="Permalink to &quot;What a stranger may send&quot;">​</a></h2><p>A length is a claim, and a claim costs nothing. Four bytes, <code>ff ff ff ff</code>, announce a frame of 4 GiB. A decoder that believes them, and makes room, or just waits and collects, has given a stranger its memory. So there is a <strong>limit</strong>, and the <em>moment</em> of the check matters more than its value: after the four bytes, before the first byte of payload is kept.</p><p>The other end needs a check too. If the stream <strong>ends inside a frame</strong>, bytes were promised that never came: the peer died, or the connection broke. What is there is half a message, and must not pass for a whole one. It is the same with newlines: whatever stands behind the last one is half a message. A program that splits at newlines and takes each part for a line does not notice.</p><p>Both errors break the connection. Once a length is wrong, nobody knows where the next frame begins, and nobody can find out. So a decoder that has refused something refuses all that comes after it.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "limit-when"
      }, null, _parent));
      _push(`<h2 id="grpc-s-five-bytes" tabindex="-1">gRPC&#39;s five bytes <a class="header-anchor" href="#grpc-s-five-bytes" aria-label="Permalink to &quot;gRPC&#39;s five bytes&quot;">​</a></h2><p>gRPC does the same, with one byte more: a flag that says whether the payload is compressed. <em>How</em> it was compressed is said once for the whole call, in the header <code>grpc-encoding</code>.</p>`);
      _push(ssrRenderComponent(_component_PacketPicture, {
        label: "A message of gRPC",
        fields: [
          { name: "Compressed", bits: 8, note: "0 or 1" },
          { name: "Length of the payload", bits: 32, row: true, note: "big-endian" },
          { name: "Payload", bits: "rest" }
        ]
      }, null, _parent));
      _push(ssrRenderComponent(_component_TraceExplorer, { trace: unref(messages) }, null, _parent));
      _push(`<p>Every gRPC message that you have ever sent began with these five bytes. What stands behind them is not JSON there. That is the next part of the course.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "message-hi html"
      }, null, _parent));
      _push(`<h2 id="break-it" tabindex="-1">Break it <a class="header-anchor" href="#break-it" aria-label="Permalink to &quot;Break it&quot;">​</a></h2><p>Send a call in pieces of one byte, then of three, so that the length itself is cut:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 3</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --chunk</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 1</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 3</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --chunk</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 3</span></span></code></pre></div><p>Look for the number of chunks in the server’s last line. The answer is the same.</p><details class="output"><summary>What <code>npm run lesson 3 -- --chunk 1</code> prints</summary><pre tabindex="0">── 1 · A call in pieces of 1 byte ──────────────────────────────────────────────
  server          127.0.0.1:… connected
client ──▶ server  call 1: recipe(&quot;tea&quot;)                                47 bytes
  0000  00 00 00 2b              length = 43
                                   how many bytes the payload has: 32 bits, the
                                   highest byte first (big-endian)
  0004                           payload = 43 bytes · the message itself
  0004  7b 22 69 64 22 3a 31     │ id = 1
                                 │   which call this is; the reply carries the
                                 │   same number (Birrell &amp; Nelson 1984)
  000b  2c 22 6d 65 74 68 6f 64  │ method = &quot;recipe&quot;
        22 3a 22 72 65 63 69 70  │   which procedure to call (Birrell &amp; Nelson
        65 22                    │   1984)
  001d  2c 22 70 61 72 61 6d 73  │ params = [&quot;tea&quot;]
        22 3a 5b 22 74 65 61 22  │   the arguments, in order: copies, not
        5d                       │   references
  002e  7d                       │ end of object · the closing bracket
client ◀── server  reply 1: &quot;Boil water.\\nPour it over the leaves.\\…    84 bytes
  0000  00 00 00 50              length = 80
  0004                           payload = 80 bytes
  0004  7b 22 69 64 22 3a 31     │ id = 1
  000b  2c 22 72 65 73 75 6c 74  │ result = &quot;Boil water.\\nPour it over the
        22 3a 22 42 6f 69 6c 20  │ leaves.\\nWait three minutes.…
        77 61 74 65 72 2e 5c 6e  │   what the procedure returned
        50 6f 75 72 20 69 74 20  │
        … 32 more                │
        75 74 65 73 2e 5c 6e 22  │
  0053  7d                       │ end of object
  client          recipe(&quot;tea&quot;) → &quot;Boil water.\\nPour it over the leaves.\\nWait
                  three minutes.\\n&quot;
  server          127.0.0.1:… left (47 bytes came, chunks: 46)
The answer is the same for any size: the decoder keeps what is not a whole frame
yet, and waits. Here even the length itself was cut: four bytes, in pieces.</pre></details><details class="output"><summary>What <code>npm run lesson 3 -- --chunk 3</code> prints</summary><pre tabindex="0">── 1 · A call in pieces of 3 bytes ─────────────────────────────────────────────
  server          127.0.0.1:… connected
client ──▶ server  call 1: recipe(&quot;tea&quot;)                                47 bytes
  0000  00 00 00 2b              length = 43
                                   how many bytes the payload has: 32 bits, the
                                   highest byte first (big-endian)
  0004                           payload = 43 bytes · the message itself
  0004  7b 22 69 64 22 3a 31     │ id = 1
                                 │   which call this is; the reply carries the
                                 │   same number (Birrell &amp; Nelson 1984)
  000b  2c 22 6d 65 74 68 6f 64  │ method = &quot;recipe&quot;
        22 3a 22 72 65 63 69 70  │   which procedure to call (Birrell &amp; Nelson
        65 22                    │   1984)
  001d  2c 22 70 61 72 61 6d 73  │ params = [&quot;tea&quot;]
        22 3a 5b 22 74 65 61 22  │   the arguments, in order: copies, not
        5d                       │   references
  002e  7d                       │ end of object · the closing bracket
client ◀── server  reply 1: &quot;Boil water.\\nPour it over the leaves.\\…    84 bytes
  0000  00 00 00 50              length = 80
  0004                           payload = 80 bytes
  0004  7b 22 69 64 22 3a 31     │ id = 1
  000b  2c 22 72 65 73 75 6c 74  │ result = &quot;Boil water.\\nPour it over the
        22 3a 22 42 6f 69 6c 20  │ leaves.\\nWait three minutes.…
        77 61 74 65 72 2e 5c 6e  │   what the procedure returned
        50 6f 75 72 20 69 74 20  │
        … 32 more                │
        75 74 65 73 2e 5c 6e 22  │
  0053  7d                       │ end of object
  client          recipe(&quot;tea&quot;) → &quot;Boil water.\\nPour it over the leaves.\\nWait
                  three minutes.\\n&quot;
  server          127.0.0.1:… left (47 bytes came, chunks: 15)
The answer is the same for any size: the decoder keeps what is not a whole frame
yet, and waits. Here even the length itself was cut: four bytes, in pieces.</pre></details><p>Send three frames in one write:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 3</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --glue</span></span></code></pre></div><p>Look for one chunk, and for three replies.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · Three frames in one write ───────────────────────────────────────────────
  server          127.0.0.1:… connected
  client          writes 143 bytes at once: 47 + 49 + 47
client ◀── server  reply 1: &quot;Boil water.\\nPour it over the leaves.\\…    84 bytes
  0000  00 00 00 50              length = 80
                                   how many bytes the payload has: 32 bits, the
                                   highest byte first (big-endian)
  0004                           payload = 80 bytes · the message itself
  0004  7b 22 69 64 22 3a 31     │ id = 1
                                 │   which call this is; the reply carries the
                                 │   same number (Birrell &amp; Nelson 1984)
  000b  2c 22 72 65 73 75 6c 74  │ result = &quot;Boil water.\\nPour it over the
        22 3a 22 42 6f 69 6c 20  │ leaves.\\nWait three minutes.…
        77 61 74 65 72 2e 5c 6e  │   what the procedure returned
        50 6f 75 72 20 69 74 20  │
        … 32 more                │
        75 74 65 73 2e 5c 6e 22  │
  0053  7d                       │ end of object · the closing bracket
client ◀── server  reply 2: &quot;Put bread into the toaster.\\nWait for …    74 bytes
  0000  00 00 00 46              length = 70
  0004                           payload = 70 bytes
  0004  7b 22 69 64 22 3a 32     │ id = 2
  000b  2c 22 72 65 73 75 6c 74  │ result = &quot;Put bread into the toaster.\\nWait
        22 3a 22 50 75 74 20 62  │ for the click.\\n&quot;
        72 65 61 64 20 69 6e 74  │
        6f 20 74 68 65 20 74 6f  │
        … 22 more                │
        63 6b 2e 5c 6e 22        │
  0049  7d                       │ end of object
client ◀── server  reply 3: &quot;Boil water.\\nPour it over the leaves.\\…    84 bytes
  0000  00 00 00 50              length = 80
  0004                           payload = 80 bytes
  0004  7b 22 69 64 22 3a 33     │ id = 3
  000b  … 73 bytes               │ as before: result, end of object
  server          127.0.0.1:… left (143 bytes came, chunks: 1)
Three frames went out in one piece; three replies came back. Lengths need no
gaps.</pre></details><p>Announce 4 GiB, and see what it costs the server and the honest client beside you. Then end the connection inside a frame:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 3</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --lie</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 3</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --die</span></span></code></pre></div><p>Look for the word <code>dropped</code>, for the bytes that had come by then, and for the honest client, who is served.</p><details class="output"><summary>What <code>npm run lesson 3 -- --lie</code> prints</summary><pre tabindex="0">── 1 · A frame of 4 GiB, announced ─────────────────────────────────────────────
  server          127.0.0.1:… connected
  server          127.0.0.1:… connected
  liar            sends ff ff ff ff, and not one byte of payload
  server          127.0.0.1:… dropped: a frame of 4294967295 bytes was
                  announced, the limit is 4194304 (4 bytes came, chunks: 1)
  server          refused it by its length: the limit is 4194304 bytes
                  memory grew by 0.0 MiB, not by 4096
client ──▶ server  call 1: recipe(&quot;toast&quot;)                              49 bytes
  0000  00 00 00 2d              length = 45
                                   how many bytes the payload has: 32 bits, the
                                   highest byte first (big-endian)
  0004                           payload = 45 bytes · the message itself
  0004  7b 22 69 64 22 3a 31     │ id = 1
                                 │   which call this is; the reply carries the
                                 │   same number (Birrell &amp; Nelson 1984)
  000b  2c 22 6d 65 74 68 6f 64  │ method = &quot;recipe&quot;
        22 3a 22 72 65 63 69 70  │   which procedure to call (Birrell &amp; Nelson
        65 22                    │   1984)
  001d  2c 22 70 61 72 61 6d 73  │ params = [&quot;toast&quot;]
        22 3a 5b 22 74 6f 61 73  │   the arguments, in order: copies, not
        74 22 5d                 │   references
  0030  7d                       │ end of object · the closing bracket
client ◀── server  reply 1: &quot;Put bread into the toaster.\\nWait for …    74 bytes
  0000  00 00 00 46              length = 70
  0004                           payload = 70 bytes
  0004  7b 22 69 64 22 3a 31     │ id = 1
  000b  2c 22 72 65 73 75 6c 74  │ result = &quot;Put bread into the toaster.\\nWait
        22 3a 22 50 75 74 20 62  │ for the click.\\n&quot;
        72 65 61 64 20 69 6e 74  │   what the procedure returned
        6f 20 74 68 65 20 74 6f  │
        … 22 more                │
        63 6b 2e 5c 6e 22        │
  0049  7d                       │ end of object
  honest client   is served all the same: &quot;Put bread into the toaster.\\nWait for
                  the click.\\n&quot;
  server          127.0.0.1:… left (49 bytes came, chunks: 1)
The check comes before the buffer. With the check after it, four bytes would
have cost the server its memory.</pre></details><details class="output"><summary>What <code>npm run lesson 3 -- --die</code> prints</summary><pre tabindex="0">── 1 · An end in the middle of a frame ─────────────────────────────────────────
  server          127.0.0.1:… connected
  client          wants to send 47 bytes, sends 20, and ends
  server          127.0.0.1:… dropped: the stream ended in the middle of a
                  frame, 20 bytes into it (20 bytes came, chunks: 1)
With newlines one could take the rest for a short message. A length tells the
difference: bytes were promised and did not come, so the half message must not
be used.</pre></details><h2 id="build-it" tabindex="-1">Build it <a class="header-anchor" href="#build-it" aria-label="Permalink to &quot;Build it&quot;">​</a></h2><p>Five tasks in <code>exercises/03-framing/</code>: the encoder, the decoder for any chunking, the limit, the broken end, and gRPC&#39;s five bytes. The suite cuts your stream at every place that is unpleasant, and when a byte is wrong it names the field that it stands in.</p>`);
      _push(ssrRenderComponent(_component_BuildIt, { exercise: unref(exercise) }, null, _parent));
      _push(`<div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> exercise</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 3</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> exercise</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 3</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --watch</span></span></code></pre></div><h2 id="what-you-have-answered" tabindex="-1">What you have answered <a class="header-anchor" href="#what-you-have-answered" aria-label="Permalink to &quot;What you have answered&quot;">​</a></h2>`);
      _push(ssrRenderComponent(_component_QuizScore, { questions: unref(quiz) }, null, _parent));
      _push(`<h2 id="what-is-still-open" tabindex="-1">What is still open <a class="header-anchor" href="#what-is-still-open" aria-label="Permalink to &quot;What is still open&quot;">​</a></h2><p>Now we can send any bytes. Which bytes should stand for the number 300, or for a person with a name and three addresses? JSON has an answer, and it is a long one. <a href="./04-varints.html">Lesson 4 begins with numbers</a>.</p><h2 id="sources" tabindex="-1">Sources <a class="header-anchor" href="#sources" aria-label="Permalink to &quot;Sources&quot;">​</a></h2><ul><li><a href="https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md" target="_blank" rel="noreferrer">gRPC over HTTP/2</a>, <em>Length-Prefixed-Message</em></li><li><a href="https://github.com/grpc/grpc/blob/master/doc/statuscodes.md" target="_blank" rel="noreferrer">gRPC status codes</a>: a message larger than configured is <code>RESOURCE_EXHAUSTED</code></li><li><a href="https://www.rfc-editor.org/rfc/rfc9293#section-3.8" target="_blank" rel="noreferrer">RFC 9293 §3.8</a>, <em>Data Communication</em>: TCP&#39;s stream of octets</li><li><a href="https://protobuf.dev/programming-guides/proto-limits/" target="_blank" rel="noreferrer">Protobuf encoding limits</a>: a serialised message is at most 2 GiB</li></ul><details class="details custom-block"><summary>What the article said, and what is true</summary><p>The course grew out of a series of articles (in Chinese, with Go) that goes from RPC to gRPC. Where it is wrong, or no longer right, this is what is true:</p><ul><li><em>&quot;Every message has four bytes more for its size, so that a message cannot be larger than 4 GB.&quot;</em> There are five bytes more, and the limit that one meets is another: gRPC refuses to <strong>receive</strong> more than 4 MiB unless told otherwise (<code>RESOURCE_EXHAUSTED</code>), and Protobuf itself ends at 2 GiB.</li><li><em>&quot;Compressed with the mechanism named in <code>message-encoding</code>.&quot;</em> The header&#39;s name is <code>grpc-encoding</code>. <em>Message-Encoding</em> is only what the specification&#39;s grammar calls it.</li></ul></details></div>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lessons/03-framing.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
export {
  __pageData,
  _sfc_main as default
};
