import { useSSRContext, resolveComponent, unref } from "vue";
import { ssrRenderAttrs, ssrRenderComponent } from "vue/server-renderer";
const exercise = { kind: "handle", id: "19-metadata", load: () => import("./19-metadata.exercise.CNhPEBEL.js").then((exercise2) => exercise2.default) };
const call = { kind: "handle", id: "call", load: () => import("./call.trace.K8D_YuaU.js").then((trace) => trace.default) };
const several = { kind: "handle", id: "several", load: () => import("./several.trace.Dr-RdvSn.js").then((trace) => trace.default) };
const quiz = [
  {
    id: "client-trailers",
    question: "A client streams a file, and at the end it knows the checksum. Where does it go?",
    answers: [
      {
        text: "Into the client’s trailers",
        reason: "A client has none: its side ends with END_STREAM."
      },
      { text: "Into the request’s headers", reason: "They went out long before the end." },
      {
        text: "Into a last message",
        reason: "It is the only thing that a client can still send.",
        right: true
      }
    ]
  },
  {
    id: "capitals",
    question: "You set `X-User`. What is on the wire?",
    answers: [
      { text: "X-User", reason: "A header with a capital makes an HTTP/2 request malformed." },
      { text: "x-user", reason: "Names are lower case; libraries do it for you.", right: true },
      { text: "Nothing: it is refused", reason: "It could be. No library does that to people." }
    ]
  },
  {
    id: "header-bytes",
    question: "Predict the bytes: a header block with one field, `x-a: 1`, a literal that is added to the table, with a new name; no text is shorter in Huffman code. (x is 78, - is 2d, a is 61, 1 is 31.)",
    bytes: { encoder: "hpack", headers: [{ name: "x-a", value: "1" }] },
    reason: "40 begins it, then each text with its length in front (RFC 7541 §6.2.1)."
  },
  {
    id: "name-for-zoe",
    question: "How does `Zoë` travel?",
    answers: [
      {
        text: "As x-name, in UTF-8",
        reason: "Text is printable ASCII. Some receivers take more, and some drop the call."
      },
      {
        text: "As x-name-bin, the bytes of its UTF-8",
        reason: "Base64 on the wire; both sides get bytes, and decode them.",
        right: true
      },
      { text: "As x-name, in base64", reason: "Without -bin nobody decodes it again." }
    ]
  },
  {
    id: "padding",
    question: "A receiver finds `AQI=` under a -bin name. The protocol says that senders leave out the `=`.",
    answers: [
      {
        text: "It refuses the call",
        reason: "Then it could not talk to grpc-js, which writes them."
      },
      {
        text: "It reads two bytes",
        reason: "Receivers accept both, with and without.",
        right: true
      },
      {
        text: "It reads three bytes",
        reason: "The = stands for nothing: it only fills the group of four."
      }
    ]
  },
  {
    id: "two-tags",
    question: 'A client sends `x-tag` twice, `tea` and `gift`. What does a handler of `grpc-js` get from `metadata.get("x-tag")`?',
    answers: [
      {
        text: '["tea", "gift"]',
        reason: "So it was sent. Node’s HTTP/2 has joined them on the way in."
      },
      { text: '["tea, gift"]', reason: "One value. With -bin it would be two.", right: true },
      { text: '["gift"]', reason: "Nothing is replaced; HTTP joins." }
    ]
  },
  {
    id: "log",
    question: "A value is refused, since it has a line break. What should the error say?",
    answers: [
      {
        text: "The value, so that one can see it",
        reason: "It may be a token; errors go into logs."
      },
      { text: "The name", reason: "Whoever reads it finds the place, and no secret.", right: true },
      { text: "Neither", reason: "Twenty names were set. Which was it?" }
    ]
  }
];
const __pageData = JSON.parse('{"title":"Metadata","description":"Where does what is not the message go? Lesson 19 of RPC from scratch.","frontmatter":{"prev":false,"next":false},"headers":[],"relativePath":"lessons/19-metadata.md","filePath":"lessons/19-metadata.md"}');
const __default__ = { name: "lessons/19-metadata.md" };
const _sfc_main = /* @__PURE__ */ Object.assign(__default__, {
  __ssrInlineRender: true,
  setup(__props) {
    return (_ctx, _push, _parent, _attrs) => {
      const _component_LessonStart = resolveComponent("LessonStart");
      const _component_MetadataPlaces = resolveComponent("MetadataPlaces");
      const _component_Quiz = resolveComponent("Quiz");
      const _component_TraceExplorer = resolveComponent("TraceExplorer");
      const _component_BuildIt = resolveComponent("BuildIt");
      const _component_QuizScore = resolveComponent("QuizScore");
      _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="metadata" tabindex="-1">Metadata <a class="header-anchor" href="#metadata" aria-label="Permalink to &quot;Metadata&quot;">​</a></h1>`);
      _push(ssrRenderComponent(_component_LessonStart, null, null, _parent));
      _push(`<p>A message is what the <code>.proto</code> says. But a call carries more: who is asking, which of a person&#39;s requests it belongs to, in which language to answer, which machine has answered. None of that is in the message, and all methods have it. <strong>Where does what is not the message go?</strong></p><p>Into the headers, beside those that lesson 9 needs for the call itself. gRPC calls it <em>metadata</em>: names with values, in both directions. It looks as simple as a map. It is not a map, and this lesson is about the difference.</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 19</span></span></code></pre></div><p>Look for the three places in the first scene, and for what stands in the trailers beside the status.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · Three places ────────────────────────────────────────────────────────────
A call sends an id, a token and three bytes; the answer has metadata, too. The
blocks of headers, and what in them is ours:
  there           x-request-id: web-4711 (18 bytes, in the request)
  there           authorization: (secret) (14 bytes, in the request)
  there           x-cart-bin: AQL/: 01 02 ff (15 bytes, in the request)
  front           x-served-by: shop-1 (17 bytes, in front of the answer)
  behind          x-orders-read: 1 (14 bytes, behind the answer)
  behind          x-digest-bin: +/8=: fb ff (16 bytes, behind the answer)
client ◀── server  HEADERS · stream 1 · trailers: 0 OK · END_STREAM     65 bytes
  0000  00 00 38 01 05 00 00 00  frame header = HEADERS END_STREAM END_HEADERS,
        01                       stream 1, 56 bytes
                                   length, type, flags, stream (RFC 9113 §4.1)
  0009                           header block = 56 bytes
                                   compressed header fields (RFC 7541)
  0009  40 88 9a ca c8 b2 12 34  │ grpc-status = 0 OK
        da 8f 01 30              │   how the call ended, as a number; 0 is OK
                                 │   (gRPC statuscodes)
  0015  40 89 9a ca c8 b5 25 42  │ grpc-message = OK
        07 31 7f 02 4f 4b        │   why, for people (gRPC PROTOCOL-HTTP2,
                                 │   Responses)
  0023  40 8a f2 b1 ec 90 b6 21  │ x-orders-read = 1
        6b 0a 39 3f 01 31        │   the application’s own (gRPC PROTOCOL-HTTP2,
                                 │   Custom-Metadata)
  0031  40 89 f2 b4 86 98 a8 4a  │ x-digest-bin = +/8=: fb ff
        d1 9a af 04 2b 2f 38 3d  │   bytes of the application’s, in base64 (gRPC
                                 │   PROTOCOL-HTTP2, Custom-Metadata)
There is no fourth place: a client has no trailers. What it knows only at the
end of its stream has to be a message.

── 2 · Two values for a name ───────────────────────────────────────────────────
A client of grpc-js sends x-tag twice, x-note once with a comma in it, and
x-key-bin twice:
                x-tag             x-note       x-key-bin
    at grpc-js  &quot;tea, gift&quot;       &quot;tea, gift&quot;  &lt;01&gt; and &lt;02&gt;
    at ours     &quot;tea&quot; and &quot;gift&quot;  &quot;tea, gift&quot;  &lt;01&gt; and &lt;02&gt;
On the wire there are two fields. Node’s HTTP/2 joins fields of one name with a
comma, as RFC 9110 allows, before grpc-js sees them. Afterwards nobody can tell
two tags from one with a comma in it. Bytes survive: base64 has no comma, so a
-bin value can be split again. If a name may have several values, do not count
on their number, or make it -bin.

── 3 · What cannot travel ──────────────────────────────────────────────────────
  X-User          x-user: ada
  x-user          the value of &#39;x-user&#39; has characters beyond printable ASCII
  x user          &#39;x user&#39; cannot be a name in metadata: only 0-9 a-z _ . - are
                  allowed
  x-user-bin      &#39;x-user-bin&#39; ends in -bin, so its values are bytes
  grpc-timeout    &#39;grpc-timeout&#39; belongs to the protocol, not to metadata
Names are lower case on the wire, whatever one writes. Values are printable
ASCII; for all else there are bytes. And a name of the protocol’s would change
what the call means: grpc-js lets you set it (--names shows what happens then).

── 4 · One request, three servers ──────────────────────────────────────────────
A browser asks the server of orders, which asks that of the stock, which asks
that of prices. Each says what it got as traceparent:
  order           00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
  stock           00-4bf92f3577b34da6a3ce929d0e0e4736-53995c3f42cd8ad8-01
  price           00-4bf92f3577b34da6a3ce929d0e0e4736-2f1e0d9c8b7a6950-01
The first number is the same everywhere, so that one can find all lines of one
request. The second is the caller’s. Nothing passes it on by itself: each of the
three does it in a line of its own. grpc-js copies no metadata from a call that
came to the calls that go out, and that is right, since authorization would go
with it.

── 5 · Never in a log ──────────────────────────────────────────────────────────
  JSON            {&quot;x-request-id&quot;:[&quot;web-4711&quot;],&quot;authorization&quot;:[&quot;Bearer
                  tea-4711&quot;],&quot;x-cart-bin&quot;:[{&quot;type&quot;:&quot;Buffer&quot;,&quot;data&quot;:[1,2,255]}]}
  shown           x-request-id: web-4711, authorization: (secret), x-cart-bin:
                  (3 bytes)
A line that logs &quot;all metadata&quot; is written once, for a bug, and stays. Tokens
then stand in a file that everybody may read.
All of this is said per call. How many services fit on a port, and how many
stubs on a channel? That is lesson 20.</pre></details><h2 id="three-places" tabindex="-1">Three places <a class="header-anchor" href="#three-places" aria-label="Permalink to &quot;Three places&quot;">​</a></h2><p>A call has three blocks of headers, and metadata in each:</p>`);
      _push(ssrRenderComponent(_component_MetadataPlaces, { trace: unref(call) }, null, _parent));
      _push(`<p>What is known when the answer begins stands in front of it. What is known when it is over, such as how many rows were read, stands behind it, in the trailers, with the status. If the call fails before its first message, there may be one block only (Trailers-Only), and then all of it is trailers.</p><p>There is no fourth place. <strong>A client has no trailers.</strong> What it knows only at the end of its stream has to be a message.</p><p>This is the handler of <code>grpc-js</code> that answered here:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/19-metadata/server.ts.txt" target="_self">lessons/19-metadata/server.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * Reads what came with the call, and answers with metadata in front</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * and behind.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> createHandler(log: (line: string) =&gt; void): GetOrder {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (call, callback) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    log(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`GetOrder, with </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">shown(call</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">metadata)</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> front = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Metadata();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    front.set(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;x-served-by&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;shop-1&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    call.sendMetadata(front);</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> behind = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Metadata();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    behind.set(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;x-orders-read&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;1&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    behind.set(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;x-digest-bin&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, Buffer.from([</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0xfb</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0xff</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">]));</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> order = ORDERS.find(({ id }) =&gt; id === call.request.value);</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (order) callback(</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">null</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, order </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">as</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Order, behind);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    else</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      callback({</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        code: status.NOT_FOUND,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        details: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;no such order&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        metadata: behind,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p>And this is how its client gets at both. The event <code>metadata</code> is what stood in front; the trailers come with the status, also with that of a call that failed:</p><div class="excerpt ts long"><p class="file"><a href="/source/lessons/19-metadata/client.ts.txt" target="_self">lessons/19-metadata/client.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * Sends metadata with a call, and collects what comes with its</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * answer.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> getOrder(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  shop: OrderManagementClient,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  value: string,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  metadata: Metadata,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  timeoutMs = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">5_000</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">): Promise&lt;Answer&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> options = { deadline: Date.now() + timeoutMs };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Promise((resolve) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    let</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> front = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Metadata();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> call = shop.getOrder(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      { value },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      metadata,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      options,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      () =&gt; {},</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    );</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    call.on(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;metadata&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, (received: Metadata) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      front = received;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    call.on(</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">      &#39;status&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      ({ code, details, metadata: behind }: StatusObject) =&gt;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        resolve({</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">          code,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">          text: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">status[code]</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> \${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">details</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">          front,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">          behind,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        }),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div><label class="unfold"><input type="checkbox">Show all 34 lines</label></div>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "client-trailers"
      }, null, _parent));
      _push(`<h2 id="names" tabindex="-1">Names <a class="header-anchor" href="#names" aria-label="Permalink to &quot;Names&quot;">​</a></h2><p>A name has the letters <code>0-9 a-z _ . -</code>, and no others. HTTP/2 has no capitals in names, so <code>X-Request-Id</code> becomes <code>x-request-id</code>; whoever looks for it may write it in either way.</p><p>Not every name is yours. Those with a colon are HTTP&#39;s. Those that begin with <code>grpc-</code> are the protocol&#39;s, also the ones that it does not use yet. And there are some that change what a message is: <code>content-type</code>, <code>te</code>, <code>content-length</code>, <code>connection</code>. Set on a call of <code>grpc-js</code>:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>npm run lesson 19 -- --names</span></span>
<span class="line"><span></span></span>
<span class="line"><span>set on grpc-js              how the call ended  what the handler got</span></span>
<span class="line"><span>user-agent: &quot;me&quot;            OK                  &quot;grpc-node-js/1.14.7&quot;</span></span>
<span class="line"><span>te: &quot;gzip&quot;                  OK                  nothing</span></span>
<span class="line"><span>content-type: &quot;text/plain&quot;  OK                  nothing</span></span>
<span class="line"><span>grpc-status: &quot;5&quot;            OK                  &quot;5&quot;</span></span>
<span class="line"><span>host: &quot;elsewhere&quot;           OK                  &quot;elsewhere&quot;</span></span>
<span class="line"><span>content-length: &quot;3&quot;         INTERNAL            never ran</span></span>
<span class="line"><span>connection: &quot;close&quot;         DEADLINE_EXCEEDED   never ran</span></span>
<span class="line"><span>x-spaces: &quot;  two  &quot;         OK                  nothing</span></span></code></pre></div><p>It takes each of them, at the place where it is set. The last but one is the worst: Node&#39;s HTTP/2 refuses to send such a header, <code>grpc-js</code> takes that for a connection in trouble, and tries again, some hundred times a second, until the deadline. Nothing names the header. So a good place for an error is where the name is set, and the error says which name it was. Yours will.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "capitals header-bytes"
      }, null, _parent));
      _push(`<h2 id="values" tabindex="-1">Values <a class="header-anchor" href="#values" aria-label="Permalink to &quot;Values&quot;">​</a></h2><p>Text is printable ASCII, space to <code>~</code>. <code>Zoë</code> is not, and neither is a line break, which would begin a header of its own wherever somebody still speaks HTTP/1.1. White space at the ends is not allowed either (RFC 9113 §8.2.1). In the table above, Node&#39;s receiver has dropped the value that had some, without a word.</p><p>For everything else there are bytes. <strong>If a name ends in <code>-bin</code>, its values are bytes</strong>, and travel in base64. gRPC writes it without the <code>=</code> at the end and reads it with and without; <code>grpc-js</code> writes them. So <code>AQI</code> and <code>AQI=</code> are the same two bytes.</p><p>What if such a value is not base64? Then it is not a value at all, and somebody is at fault. Node does not see it that way:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>npm run lesson 19 -- --bin</span></span>
<span class="line"><span></span></span>
<span class="line"><span>on the wire   Buffer.from(…, &quot;base64&quot;)  ours</span></span>
<span class="line"><span>AQL/          &lt;0102ff&gt;                  &lt;0102ff&gt;</span></span>
<span class="line"><span>AQI           &lt;0102&gt;                    &lt;0102&gt;</span></span>
<span class="line"><span>AQI=          &lt;0102&gt;                    &lt;0102&gt;</span></span>
<span class="line"><span>AQ,Ag         &lt;01&gt; &lt;02&gt;                 &lt;01&gt; &lt;02&gt;</span></span>
<span class="line"><span>hello, world  &lt;85e965&gt; &lt;c28ae5&gt;         refused: INTERNAL</span></span>
<span class="line"><span>%%%           &lt;&gt;                        refused: INTERNAL</span></span></code></pre></div><p>The middle column is what <code>grpc-js</code> makes of it. Bytes that nobody has sent are worse than none.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "name-for-zoe padding"
      }, null, _parent));
      _push(`<h2 id="several-values" tabindex="-1">Several values <a class="header-anchor" href="#several-values" aria-label="Permalink to &quot;Several values&quot;">​</a></h2><p>A name may have several values, and they have an order. A client of <code>grpc-js</code> sends <code>x-tag</code> twice, and <code>x-note</code> once, with a comma in it:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>            x-tag             x-note       x-key-bin</span></span>
<span class="line"><span>at grpc-js  &quot;tea, gift&quot;       &quot;tea, gift&quot;  &lt;01&gt; and &lt;02&gt;</span></span>
<span class="line"><span>at ours     &quot;tea&quot; and &quot;gift&quot;  &quot;tea, gift&quot;  &lt;01&gt; and &lt;02&gt;</span></span></code></pre></div><p>Two tags have become one. It happened before <code>grpc-js</code> saw them: Node&#39;s HTTP/2 joins the fields of a name with a comma. HTTP allows it to (RFC 9110 §5.3), also to any proxy on the way, and gRPC&#39;s own document says that joined values mean the same as separate ones. From then on nobody can tell two values from one with a comma in it.</p><p>Look at the wire: there are two fields, and two again for the bytes.</p>`);
      _push(ssrRenderComponent(_component_TraceExplorer, {
        trace: unref(several),
        from: "client"
      }, null, _parent));
      _push(`<p>The bytes survive. Base64 has no comma, so a joined value can be split again, and a reader of <code>-bin</code> has to: <code>AQ==,Ag==</code> are two values. If it matters how many there are, use <code>-bin</code>, or a message.</p><p>A reader need not decode all this at once, and should not take any number of them. 16 KiB of commas are sixteen thousand empty values. On our stack they stay a text until somebody asks for them, and there is a limit for how many a call may bring.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "two-tags"
      }, null, _parent));
      _push(`<h2 id="how-much" tabindex="-1">How much <a class="header-anchor" href="#how-much" aria-label="Permalink to &quot;How much&quot;">​</a></h2><p>Metadata is for little things. HTTP/2 lets each side say how large a block of headers it takes, counted before compression, with 32 bytes for each field on top (RFC 9113 §6.5.2). How much that is depends on the server: 8 KiB in Java, 8 to 16 where gRPC&#39;s core is underneath (C++, Python), 16 in our stack, 64 in <code>grpc-js</code>, which leaves it to Node, and 16 MiB in Go. A proxy on the way may take less, and nobody tells you. With 20 KiB, and a server that takes 16:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>npm run lesson 19 -- --size 20</span></span>
<span class="line"><span></span></span>
<span class="line"><span>from grpc-js    RESOURCE_EXHAUSTED Bandwidth exhausted or memory limit</span></span>
<span class="line"><span>                exceeded</span></span>
<span class="line"><span>from ours       8 RESOURCE_EXHAUSTED: the headers of the request, with</span></span>
<span class="line"><span>                its metadata, take 21024 bytes; the peer accepts 16384</span></span></code></pre></div><p>Both have been told the limit. One looks at it before it sends.</p><h2 id="what-is-handed-on-and-what-is-not" tabindex="-1">What is handed on, and what is not <a class="header-anchor" href="#what-is-handed-on-and-what-is-not" aria-label="Permalink to &quot;What is handed on, and what is not&quot;">​</a></h2><p>A request of a person goes through many servers. To find all lines that belong to it, it needs a name that stays the same: <code>traceparent</code>, of the W3C. It has the trace&#39;s id and the caller&#39;s:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/19-metadata/trace-context.ts.txt" target="_self">lessons/19-metadata/trace-context.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * What stands in a \`traceparent\`; \`undefined\` if that cannot be read:</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * then a new trace begins.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> parse(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  text: string | undefined,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">): TraceParent | undefined {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> [, traceId, parentId, flags] = FORM.exec(text ?? </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) ?? [];</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (!traceId || !parentId || !flags) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">return</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> undefined</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> isZero =</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> /</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">^</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">*</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">$</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">/</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.test(traceId) ||</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> /</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">^</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">*</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">$</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">/</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.test(parentId);</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> isZero ? </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">undefined</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> : { traceId, parentId, flags };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * What a server sends on: the same trace, with itself as the parent.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> passedOn(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  { traceId, flags }: TraceParent,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  ownId: string,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">): string {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> \`00-</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">traceId</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">-</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">ownId</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">-</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">flags</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p>Three real servers, each of which calls the next, and what each got:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>order  00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01</span></span>
<span class="line"><span>stock  00-4bf92f3577b34da6a3ce929d0e0e4736-53995c3f42cd8ad8-01</span></span>
<span class="line"><span>price  00-4bf92f3577b34da6a3ce929d0e0e4736-2f1e0d9c8b7a6950-01</span></span></code></pre></div><p>Each of them passes it on in a line of its own. Metadata that came with a call does not go out with the calls that its handler makes, not in <code>grpc-js</code> and not in ours. That is right: <code>authorization</code> would go along, to whomever.</p><p>And some of it must not even reach a log. <code>JSON.stringify(metadata)</code> prints the token. So write down names, and values only of those that are nobody&#39;s secret:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/19-metadata/secrets.ts.txt" target="_self">lessons/19-metadata/secrets.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * Metadata for a log: every name, but no secret, and bytes as their</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * number.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> shown(metadata: Metadata): string {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> names = Object.keys(metadata.getMap());</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> names</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    .flatMap((name) =&gt;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      metadata</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        .get(name)</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        .map((value) =&gt; </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">name</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">: </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">valueFor(name</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> value)</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    )</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    .join(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;, &#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> valueFor(name: string, value: string | Buffer): string {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (SECRET.has(name)) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">return</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> &#39;(secret)&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> typeof</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> value === </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;string&#39;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    ? value</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    : </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`(</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">value</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">length</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> bytes)\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p>A server that says <code>INTERNAL</code> because of a value should not print that value either; it may have been the password.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "log"
      }, null, _parent));
      _push(`<h2 id="break-it" tabindex="-1">Break it <a class="header-anchor" href="#break-it" aria-label="Permalink to &quot;Break it&quot;">​</a></h2><p>Metadata of any size, from both clients to both servers. Where does it begin to fail?</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 19</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --size</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 15</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 19</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --size</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 20</span></span></code></pre></div><p>Look for which of the four calls fail with 20, and for the one whose error names the two numbers.</p><details class="output"><summary>What <code>npm run lesson 19 -- --size 15</code> prints</summary><pre tabindex="0">── 1 · 15 KiB of metadata ──────────────────────────────────────────────────────
  from grpc-js    to grpc-js: OK
  from ours       to grpc-js: OK
  from grpc-js    to ours: OK
  from ours       to ours: OK
HTTP/2 lets each side say how large a block of headers it takes
(SETTINGS_MAX_HEADER_LIST_SIZE), uncompressed. Our server says 16 KiB, with all
other headers.
So all of it fits, at both servers.</pre></details><details class="output"><summary>What <code>npm run lesson 19 -- --size 20</code> prints</summary><pre tabindex="0">── 1 · 20 KiB of metadata ──────────────────────────────────────────────────────
  from grpc-js    to grpc-js: OK
  from ours       to grpc-js: OK
  from grpc-js    to ours: RESOURCE_EXHAUSTED Bandwidth exhausted or memory
                  limit exceeded
  from ours       to ours: 8 RESOURCE_EXHAUSTED: the headers of the request,
                  with its metadata, take 21024 bytes; the peer accepts 16384
HTTP/2 lets each side say how large a block of headers it takes
(SETTINGS_MAX_HEADER_LIST_SIZE), uncompressed. Our server says 16 KiB, with all
other headers.
Our client reads that, and does not even begin; grpc-js sends, is reset with
ENHANCE_YOUR_CALM, and translates that into a sentence about bandwidth.</pre></details><p>Names that belong to somebody else, and text that only looks like base64:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 19</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --names</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 19</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --bin</span></span></code></pre></div><p>Look for what says OK and is not: the names that were set and never arrived, and the bytes that nobody has sent.</p><details class="output"><summary>What <code>npm run lesson 19 -- --names</code> prints</summary><pre tabindex="0">── 1 · Names that belong to somebody else ──────────────────────────────────────
    set on grpc-js              how the call ended  what the handler got
    user-agent: &quot;me&quot;            OK                  &quot;grpc-node-js/1.14.7&quot;
    te: &quot;gzip&quot;                  OK                  nothing
    content-type: &quot;text/plain&quot;  OK                  nothing
    grpc-status: &quot;5&quot;            OK                  &quot;5&quot;
    host: &quot;elsewhere&quot;           OK                  &quot;elsewhere&quot;
    content-length: &quot;3&quot;         INTERNAL            never ran
    connection: &quot;close&quot;         DEADLINE_EXCEEDED   never ran
    x-spaces: &quot;  two  &quot;         OK                  nothing
grpc-js takes every one of them where it is set. Some it writes over, some go
out. content-length promises three bytes of body, and the stream is reset with
PROTOCOL_ERROR. With connection, Node’s HTTP/2 refuses to send, and grpc-js
tries again, many times a second, until the deadline. And a value with spaces at
its ends gets lost on the way, without a word: HTTP/2 forbids them. Our Metadata
says it at once:
  ours            &#39;user-agent&#39; belongs to the protocol, not to metadata
  ours            &#39;te&#39; belongs to the protocol, not to metadata
  ours            &#39;content-type&#39; belongs to the protocol, not to metadata
  ours            &#39;grpc-status&#39; belongs to the protocol, not to metadata
  ours            &#39;host&#39; belongs to the protocol, not to metadata
  ours            &#39;content-length&#39; belongs to the protocol, not to metadata
  ours            &#39;connection&#39; belongs to the protocol, not to metadata
  ours            x-spaces is kept as &quot;two&quot;</pre></details><details class="output"><summary>What <code>npm run lesson 19 -- --bin</code> prints</summary><pre tabindex="0">── 1 · A -bin value that is not base64 ─────────────────────────────────────────
    on the wire   Buffer.from(…, &quot;base64&quot;)  ours
    AQL/          &lt;0102ff&gt;                  &lt;0102ff&gt;
    AQI           &lt;0102&gt;                    &lt;0102&gt;
    AQI=          &lt;0102&gt;                    &lt;0102&gt;
    AQ,Ag         &lt;01&gt; &lt;02&gt;                 &lt;01&gt; &lt;02&gt;
    hello, world  &lt;85e965&gt; &lt;c28ae5&gt;         refused: INTERNAL
    %%%           &lt;&gt;                        refused: INTERNAL
The middle column is what grpc-js does: Node reads whatever looks like base64 in
it, and skips the rest. A greeting becomes bytes that nobody has sent. A
checksum, a key or a trace made of them is wrong, and nobody knows since when.</pre></details><h2 id="build-it" tabindex="-1">Build it <a class="header-anchor" href="#build-it" aria-label="Permalink to &quot;Build it&quot;">​</a></h2><p>Four tasks in <code>exercises/19-metadata/</code>: what can travel, several values for a name, onto the wire, and off it. It is the class that every call of the stack has in its hands; when it passes, all of them run on yours. The last tests send to <code>grpc-js</code>, and get from it.</p>`);
      _push(ssrRenderComponent(_component_BuildIt, { exercise: unref(exercise) }, null, _parent));
      _push(`<div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> exercise</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 19</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#B3CA86;"> 19</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --mine</span></span></code></pre></div><h2 id="what-you-have-answered" tabindex="-1">What you have answered <a class="header-anchor" href="#what-you-have-answered" aria-label="Permalink to &quot;What you have answered&quot;">​</a></h2>`);
      _push(ssrRenderComponent(_component_QuizScore, { questions: unref(quiz) }, null, _parent));
      _push(`<h2 id="what-is-still-open" tabindex="-1">What is still open <a class="header-anchor" href="#what-is-still-open" aria-label="Permalink to &quot;What is still open&quot;">​</a></h2><p>All of this belongs to one call. A connection carries many, and not all to the same service. How many services fit on a port, and how many stubs on a channel? That is lesson 20.</p><h2 id="sources" tabindex="-1">Sources <a class="header-anchor" href="#sources" aria-label="Permalink to &quot;Sources&quot;">​</a></h2><ul><li><a href="https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md" target="_blank" rel="noreferrer">gRPC over HTTP/2</a>, <em>Custom-Metadata</em>: the alphabet, <code>-bin</code>, base64 and commas</li><li><a href="https://www.rfc-editor.org/rfc/rfc9113#section-8.2" target="_blank" rel="noreferrer">RFC 9113 §8.2</a>, field names and values; <a href="https://www.rfc-editor.org/rfc/rfc9113#section-6.5.2" target="_blank" rel="noreferrer">§6.5.2</a>, SETTINGS_MAX_HEADER_LIST_SIZE; <a href="https://www.rfc-editor.org/rfc/rfc9110#section-5.3" target="_blank" rel="noreferrer">RFC 9110 §5.3</a>, fields that may be joined; <a href="https://www.rfc-editor.org/rfc/rfc4648#section-4" target="_blank" rel="noreferrer">RFC 4648 §4</a>, base64</li><li><a href="https://www.w3.org/TR/trace-context/" target="_blank" rel="noreferrer">W3C Trace Context</a>, §3.2: <code>traceparent</code></li><li><a href="https://grpc.io/docs/guides/metadata/" target="_blank" rel="noreferrer">gRPC: Metadata</a></li></ul><details class="details custom-block"><summary>What the article said, and what is true</summary><p>The course grew out of a series of articles (in Chinese, with Go) that goes from RPC to gRPC. Where it is wrong, or no longer right, this is what is true:</p><ul><li><em>&quot;Metadata in the context is translated into headers and trailers of gRPC&quot;</em>: on a client into headers, and nothing else. A client has no trailers.</li><li>It reads what came back with <code>res.Header()</code> and <code>res.Trailer()</code>. A message has no such methods; the metadata is in the variables <code>header</code> and <code>trailer</code>, which <code>grpc.Header(&amp;header)</code> and <code>grpc.Trailer(&amp;trailer)</code> fill.</li><li>If a call has no metadata, its server answers <code>DATA_LOSS</code>. That means: what you had is gone for good. What is missing is <code>INVALID_ARGUMENT</code>, and if it is a token, <code>UNAUTHENTICATED</code>. The libraries themselves never say <code>DATA_LOSS</code>.</li><li><code>metadata.Pairs(&quot;k1&quot;, &quot;v1&quot;, &quot;k1&quot;, &quot;v2&quot;)</code> keeps two values for a name. That is right, and one can rely on it in Go; whether two arrive elsewhere, you have seen.</li></ul></details></div>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lessons/19-metadata.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
export {
  __pageData,
  _sfc_main as default
};
