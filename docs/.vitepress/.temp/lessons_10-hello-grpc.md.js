import { useSSRContext, resolveComponent, unref } from "vue";
import { ssrRenderAttrs, ssrRenderComponent } from "vue/server-renderer";
const exercise = { kind: "handle", id: "10-hello-grpc", load: () => import("./10-hello-grpc.exercise.C7EjaGgH.js").then((exercise2) => exercise2.default) };
const jsToJs = { kind: "handle", id: "js-to-js", load: () => import("./js-to-js.trace.BYC11-YT.js").then((trace) => trace.default) };
const jsToOurs = { kind: "handle", id: "js-to-ours", load: () => import("./js-to-ours.trace.BiltX0ME.js").then((trace) => trace.default) };
const oursToJs = { kind: "handle", id: "ours-to-js", load: () => import("./ours-to-js.trace.CL96vQ54.js").then((trace) => trace.default) };
const oursToOurs = { kind: "handle", id: "ours-to-ours", load: () => import("./ours-to-ours.trace.CS0OPhQS.js").then((trace) => trace.default) };
const quiz = [
  {
    id: "reply-empty",
    question: 'And the DATA of an answer `{ message: "" }`?',
    bytes: { encoder: "greeting", message: "reply", text: "" },
    reason: "Proto3 does not write an empty string: the message has no bytes at all. The prefix still stands there, and says so."
  },
  {
    id: "async-handler",
    question: "A handler for grpc-js is written as `async (call, callback) => { callback(null, await greet(call.request)); }`, and `greet` rejects. What happens?",
    answers: [
      {
        text: "The caller gets UNKNOWN",
        reason: "So it would be if grpc-js looked at what the handler returns."
      },
      {
        text: "The server’s process ends",
        reason: "Nobody handles the promise that the handler returns, and Node ends on an unhandled rejection: this call and all others are UNAVAILABLE.",
        right: true
      },
      {
        text: "Nothing: the next call is served",
        reason: "Node ends a process in which a rejection is handled by nobody."
      }
    ]
  },
  {
    id: "request-ada",
    question: 'Predict the bytes: the DATA of `sayHello({ name: "Ada" })`, with gRPC’s prefix in front. (A is 41, d is 64, a is 61.)',
    bytes: { encoder: "greeting", message: "request", text: "Ada" },
    reason: "Not compressed, 5 bytes of message; field 1 of wire type 2 is 0a, the text has 3 bytes."
  },
  {
    id: "no-deadline",
    question: "A call is made without a deadline, and its handler never answers. What ends it?",
    answers: [
      {
        text: "grpc-js, after a minute",
        reason: "There is no deadline that one did not set. It is infinite."
      },
      {
        text: "TCP notices",
        reason: "The connection is well: both machines are up, and acknowledge everything."
      },
      {
        text: "Nothing",
        reason: "It waits until one of the two programs or the connection ends.",
        right: true
      }
    ]
  },
  {
    id: "deadline-500",
    question: "And `greeter.sayHello(request, { deadline: 500 }, callback)`?",
    answers: [
      {
        text: "It fails at once with DEADLINE_EXCEEDED",
        reason: "A deadline is a moment: half a second after midnight on 1 January 1970.",
        right: true
      },
      {
        text: "It fails after half a second",
        reason: "That would be a timeout, a duration. grpc-js takes a moment."
      },
      { text: "It throws: that is not a Date", reason: "A number is taken as well." }
    ]
  },
  {
    id: "who-chose-the-headers",
    question: "In a recording of a call the answer has a header `date` and the trailers have `grpc-message: OK`. What do you know?",
    answers: [
      {
        text: "That the server may well be grpc-js",
        reason: "What a server sends depends on the server alone. Both are allowed and neither is needed.",
        right: true
      },
      {
        text: "That the client is grpc-js",
        reason: "The client has no say in what the answer’s headers are."
      },
      {
        text: "That the call went wrong",
        reason: "`grpc-status` says how it went; `grpc-message` is for people."
      }
    ]
  },
  {
    id: "stop",
    question: "A server is to be replaced by a new version, while calls are running. What does it do?",
    answers: [
      {
        text: "forceShutdown()",
        reason: "Every call that is running fails, on every rollout."
      },
      {
        text: "tryShutdown(callback)",
        reason: "A stream that never ends keeps the old version alive for ever."
      },
      {
        text: "tryShutdown, and forceShutdown when the time is up",
        reason: "Every stream that can end may end, and nobody can hold it up.",
        right: true
      }
    ]
  }
];
const __pageData = JSON.parse('{"title":"Hello, gRPC","description":"What does the library do for you? Lesson 10 of RPC from scratch.","frontmatter":{"prev":false,"next":false},"headers":[],"relativePath":"lessons/10-hello-grpc.md","filePath":"lessons/10-hello-grpc.md"}');
const __default__ = { name: "lessons/10-hello-grpc.md" };
const _sfc_main = /* @__PURE__ */ Object.assign(__default__, {
  __ssrInlineRender: true,
  setup(__props) {
    const pairings = [
      { client: "grpc-js", server: "grpc-js", trace: jsToJs },
      { client: "grpc-js", server: "ours", trace: jsToOurs },
      { client: "ours", server: "grpc-js", trace: oursToJs },
      { client: "ours", server: "ours", trace: oursToOurs }
    ];
    const stacks = [
      { name: "grpc-js", trace: jsToJs },
      { name: "ours", trace: oursToOurs }
    ];
    return (_ctx, _push, _parent, _attrs) => {
      const _component_LessonStart = resolveComponent("LessonStart");
      const _component_Quiz = resolveComponent("Quiz");
      const _component_FourPairings = resolveComponent("FourPairings");
      const _component_HeadersSideBySide = resolveComponent("HeadersSideBySide");
      const _component_BuildIt = resolveComponent("BuildIt");
      const _component_QuizScore = resolveComponent("QuizScore");
      _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="hello-grpc" tabindex="-1">Hello, gRPC <a class="header-anchor" href="#hello-grpc" aria-label="Permalink to &quot;Hello, gRPC&quot;">​</a></h1>`);
      _push(ssrRenderComponent(_component_LessonStart, null, null, _parent));
      _push(`<p>You have put a call together byte by byte, and a stranger&#39;s server has answered. Nobody does that twice. Programs on Node use a library, <code>@grpc/grpc-js</code>, which is gRPC&#39;s own. <strong>What does it do for you, and what does it leave to you?</strong></p><p>It does nearly everything of lessons 3 to 9. What it leaves to you are a few lines around each call, and in those few lines most of the trouble begins: a call that waits for ever, an error whose text should not have left the house, a server that cannot be stopped.</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 10</span></span></code></pre></div><p>Look for the headers that one library sends and the other does not. The messages are the same.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · From a file to a stub ───────────────────────────────────────────────────
proto/hello.proto says that there is a service hello.Greeter with a method
SayHello. grpc-js does not read such files; @grpc/proto-loader does, while the
program runs, and this is what grpc-js gets of it:
  path            /hello.Greeter/SayHello
  in JavaScript   greeter.sayHello(request, options, callback)
  serialize       { name: &quot;world&quot; } → 0a 05 77 6f 72 6c 64
A path, and functions to and from bytes: grpc-js knows nothing else of Protobuf.
So a generator can write them just as well, before the program runs (static.ts).
Choose the options of the loader with care. An empty HelloReply takes no bytes
at all, and the options say what is read out of them:
  defaults: false {}
  defaults: true  {&quot;message&quot;:&quot;&quot;}

── 2 · Calls, with a deadline from the first one on ────────────────────────────
  server          SayHello(&quot;world&quot;)
  client          world: Hello world
  server          SayHello(&quot;&quot;)
  client          no name: INVALID_ARGUMENT: the name is empty
  server          SayHello(&quot;bug&quot;)
  server          a handler failed: Error: cannot reach
                  postgres://admin:hunter2@10.0.0.7/names
  client          bug: UNKNOWN: the server failed
  server          SayHello(&quot;sloth&quot;)
  client          sloth: DEADLINE_EXCEEDED: Deadline exceeded
  server          SayHello(&quot;sloth&quot;): nobody waits for it any more
A greeting, a refusal, an accident and a sloth. The refusal has its code because
the handler threw it; the accident is UNKNOWN, and what happened stays in the
server’s log. The sloth never answers: after … ms the client gives up, and the
server hears of it. Without a deadline both would wait for ever.

── 3 · Two stacks, four pairings ───────────────────────────────────────────────
The same Greeter on the stack in src/, the one that lessons 1 to 9 took apart.
Each client calls each server twice, over real sockets, with a tap in between
that writes down every byte:
    client/server    request    answer     2nd request  2nd answer
    grpc-js/grpc-js  161 bytes  166 bytes  59 bytes     53 bytes
    grpc-js/ours     161 bytes  76 bytes   59 bytes     49 bytes
    ours/grpc-js     158 bytes  166 bytes  55 bytes     53 bytes
    ours/ours        158 bytes  76 bytes   55 bytes     49 bytes
All four work, and no end can tell who is at the other. What each client sends
depends on the client alone, and what each server sends on the server: read the
columns. The second call is short because HPACK remembers the headers (lesson
8).

── 4 · What differs on the wire ────────────────────────────────────────────────
The request’s headers, and in parentheses the bytes that each costs:
                          grpc-js                   ours
    :authority            localhost:… (13)      localhost:… (13)
    :method               POST (1)                  POST (1)
    :path                 /hello.Greeter/Say… (19)  /hello.Greeter/Say… (19)
    :scheme               http (1)                  http (1)
    grpc-accept-encoding  identity,deflate,g… (33)  identity,gzip (27)
    accept-encoding       identity (8)              –
    grpc-timeout          1000m: 1000 ms (16)       1000m: 1000 ms (16)
    user-agent            grpc-node-js/1.14.7 (16)  grpc-node-from-scr… (22)
    content-type          application/grpc (13)     application/grpc+p… (18)
    te                    trailers (11)             trailers (11)
The answer’s headers, and its trailers:
                          grpc-js                   ours
    :status               200 (1)                   200 (1)
    content-type          application/grpc+p… (18)  application/grpc+p… (18)
    grpc-accept-encoding  identity,deflate,g… (33)  –
    grpc-encoding         identity (19)             –
    date                  Sun, 22 Nov 2026 1… (24)  –
                  grpc-js    ours
    grpc-status   0 OK (12)  0 OK (12)
    grpc-message  OK (14)    –
Both are right. HTTP/2 wants the names with a colon first, in any order; gRPC
wants te and content-type, and asks that grpc-timeout come right behind the
colons, which only ours does. \`date\` comes from Node’s HTTP/2, which serves web
pages too. grpc-js says OK in words, and that nothing is compressed; both may be
left out. The message is the same in all four pairings, byte for byte:
client ──▶ server  DATA · stream 1 · HelloRequest { name: &quot;world&quot; } ·…  21 bytes
  0000  00 00 0c 00 01 00 00 00  frame header = DATA END_STREAM, stream 1, 12
        01                       bytes
                                   length, type, flags, stream (RFC 9113 §4.1)
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
  000e  0a 05 77 6f 72 6c 64     │ │ name = &quot;world&quot; · field 1, string
One thing is worth a second look. grpc-js puts grpc-timeout into HPACK’s table.
With a real clock it is 1000m, 998m, 999m: each a new entry, until the table is
full and older ones have to go. Ours is written out every time and not
remembered: it costs some bytes more, and the table stays as it is.
One request, one answer. What if the answer does not fit into one message, or is
never finished? That is lesson 11.</pre></details><h2 id="the-service" tabindex="-1">The service <a class="header-anchor" href="#the-service" aria-label="Permalink to &quot;The service&quot;">​</a></h2><p>The smallest service there is, in <code>proto/hello.proto</code>:</p><div class="excerpt proto"><p class="file"><a href="/source/proto/hello.proto.txt" target="_self">proto/hello.proto</a></p><div class="language-proto vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">proto</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">syntax</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> = </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&quot;proto3&quot;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">package</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> hello</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">option</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> go_package = </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&quot;example.com/rpc-from-scratch/hello&quot;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">// Says hello. The smallest service there is: one method, one string</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">// each way.</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">service</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Greeter {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  rpc</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> SayHello(HelloRequest) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">returns</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (HelloReply);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">message</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> HelloRequest {</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">  // Who is to be greeted.</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  string</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> name = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">1</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">message</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> HelloReply {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  string</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> message = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">1</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p><code>grpc-js</code> knows nothing of such files, and nothing of Protobuf. For each method it wants a path, whether the request and the response are streams (lesson 11; here neither), and four functions: request to bytes and back, response to bytes and back. There are two ways to get them.</p><p><strong>While the program runs.</strong> <code>@grpc/proto-loader</code> reads the <code>.proto</code> and makes the functions:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/10-hello-grpc/load.ts.txt" target="_self">lessons/10-hello-grpc/load.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * How messages look in JavaScript. The types in \`types/\` were</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * generated with the same choices.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> LOADING: Options = {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  includeDirs: [</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">ROOT</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">proto\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">],</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  defaults: </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">true</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  longs: String,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  enums: String,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  oneofs: </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">true</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">};</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * Reads the .proto while the program runs, and makes the stub&#39;s class</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * and the service of it.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { hello } = loadPackageDefinition(</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  loadSync(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;hello.proto&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, LOADING),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">as</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> unknown </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">as</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> ProtoGrpcType;</span></span></code></pre></div></div><p>What it returns has no types of its own: TypeScript cannot look into a file that is read later. So they are generated, once, and put beside it:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npx </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">proto-loader-gen-types</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --grpcLib=@grpc/grpc-js</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --outDir=types</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> \\</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">  --includeDirs=proto</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --importFileExtension=.ts</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> \\</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">  --defaults</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --oneofs</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --longs=String</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --enums=String</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> \\</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">  --includeComments</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> hello.proto</span></span></code></pre></div><p>The options stand in both places, in the call above and in this command, and they have to agree: with <code>defaults</code> a field that was not sent is <code>&#39;&#39;</code>, without it the field is not there at all, and the generated types only know what they were told. <code>longs: String</code> keeps 64-bit numbers whole, as lesson 4 asks for.</p><p><strong>Before the program runs.</strong> A generator, such as yours of lesson 6, writes the functions, and the <code>.proto</code> need not be there any more. This is all that <code>grpc-js</code> wants:</p><div class="excerpt ts long"><p class="file"><a href="/source/lessons/10-hello-grpc/static.ts.txt" target="_self">lessons/10-hello-grpc/static.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * What grpc-js wants to know of a service. Any generator can write</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * it; these codecs are ours.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> greeterService = {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  SayHello: {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    path: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;/hello.Greeter/SayHello&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    requestStream: </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">false</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    responseStream: </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">false</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    requestSerialize: (request: HelloRequest) =&gt;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      Buffer.from(HelloRequest.encode(request)),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    requestDeserialize: (bytes: Uint8Array) =&gt;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      HelloRequest.decode(bytes),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    responseSerialize: (reply: HelloReply) =&gt;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      Buffer.from(HelloReply.encode(reply)),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    responseDeserialize: (bytes: Uint8Array) =&gt;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      HelloReply.decode(bytes),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    originalName: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;sayHello&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">} </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">as</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** The stub&#39;s class, without a .proto at run time. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> StaticGreeter = makeClientConstructor(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  greeterService,</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">  &#39;hello.Greeter&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">as</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> unknown </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">as</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  ...args: ConstructorParameters&lt;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    ReturnType&lt;</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">typeof</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> makeClientConstructor&gt;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  &gt;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) =&gt; GreeterClient;</span></span></code></pre></div><label class="unfold"><input type="checkbox">Show all 30 lines</label></div><p>Which of them? Read at run time, a service is quickly tried and can be loaded without knowing it before: for tools. Generated, it starts faster, its types cannot disagree with its code, and a bundler can see it: for programs.</p><h2 id="the-server" tabindex="-1">The server <a class="header-anchor" href="#the-server" aria-label="Permalink to &quot;The server&quot;">​</a></h2><p>What the service does has nothing to do with gRPC, so it stands by itself. A name that is empty is refused; two other names are there for the experiments:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/10-hello-grpc/greet.ts.txt" target="_self">lessons/10-hello-grpc/greet.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * What the Greeter does, whichever stack carries it. Three names are</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * not like the others.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> async</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> greet(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  name: string,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  whenGone: WhenGone,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">): Promise&lt;string&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (name === </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">)</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    throw</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> CallError(status.INVALID_ARGUMENT, </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;the name is empty&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (name === </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;bug&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">)</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    throw</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Error(</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">      &#39;cannot reach postgres://admin:hunter2@10.0.0.7/names&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (name === </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;sloth&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Promise&lt;void&gt;(whenGone);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> \`Hello </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">name</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p>And around it <code>grpc-js</code>:</p><div class="excerpt ts long"><p class="file"><a href="/source/lessons/10-hello-grpc/server.ts.txt" target="_self">lessons/10-hello-grpc/server.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** The article&#39;s Greeter on grpc-js. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> createServer(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  log: (line: string) =&gt; void,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  options?: GrpcOptions,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">): Server {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> server = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Server(options);</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  server.addService(hello.Greeter.service, {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    sayHello: handle(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      async</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> ({ name }: { name: string }, call) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        log(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`SayHello(&quot;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">name</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&quot;)\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">        const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> message = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> greet(name, (gone) =&gt;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">          call.on(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;cancelled&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, gone),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">        if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (call.cancelled)</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">          log(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`SayHello(&quot;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">name</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&quot;): nobody waits for it any more\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">        return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { message };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      (error) =&gt; log(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`a handler failed: </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">error</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    ),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> server;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> async</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> startServer(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  { host, port, log }: ServerOptions,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  options?: GrpcOptions,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">): Promise&lt;RunningServer&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> server = createServer(log, options);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> bound = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> listen(server, </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">host</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">:</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">port</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">).catch(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    (error) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      throw</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> asSystemError(error);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    host,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    port: bound,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    close: () =&gt; stop(server, { graceMs: </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> }),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div><label class="unfold"><input type="checkbox">Show all 39 lines</label></div><p><code>handle</code>, <code>listen</code> and <code>stop</code> are yours: you write them in the exercise. This is what they are for.</p><ul><li><strong>A handler answers through a callback, exactly once.</strong> It may be declared <code>async</code>, but <code>grpc-js</code> does not look at the promise that it returns. If that rejects, nobody handles it, and Node ends the process, with all other calls in it.</li><li><strong>What goes into the callback goes out to the world.</strong> <code>callback(error)</code> sends the text of the error. If the error has a <code>code</code> that is a number, that is sent as the status, whatever it meant: MongoDB&#39;s 11000 as well. So a handler should decide what is an answer (<code>NOT_FOUND</code>) and what is an accident.</li><li><strong><code>bindAsync</code> is asynchronous, and it can fail.</strong> Its callback has an error for a port that is taken, and for port 0 the port that was found. The old <code>bind</code> throws, and <code>start</code> has been unnecessary since 1.10.</li><li><strong><code>tryShutdown</code> waits for calls that are running, for as long as they please; <code>forceShutdown</code> for none.</strong> One needs both, and a timer between them.</li><li><strong>The event <code>cancelled</code> means that the call is over.</strong> It comes when nobody waits any more, but also after every call that went well. It is the place to stop work. Whether somebody still waits, the property <code>call.cancelled</code> tells, if you look at it before you answer, as the code above does.</li></ul>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "reply-empty async-handler"
      }, null, _parent));
      _push(`<h2 id="the-client" tabindex="-1">The client <a class="header-anchor" href="#the-client" aria-label="Permalink to &quot;The client&quot;">​</a></h2><p>Creating a client connects to nothing. The first call does, and the connection stays for the next ones. So there is one client for a server, and not one for each call.</p><p>A call takes a callback, and so everybody writes the same wrapper around it. <code>util.promisify</code> is the obvious one, and it throws something away: the object that the call returns, by which one can cancel it. Here is what one wants, and what you build:</p><div class="excerpt ts long"><p class="file"><a href="/source/lessons/10-hello-grpc/client.ts.txt" target="_self">lessons/10-hello-grpc/client.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** One call on grpc-js, with a deadline from the first one on. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> async</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> sayHello(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  greeter: GreeterClient,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  name: string,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  options: CallOptions = { timeoutMs: </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">1_000</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">): Promise&lt;string&gt; {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { message } = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> asPromise&lt;HelloReply__Output&gt;(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    (callOptions, done) =&gt;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      greeter.sayHello({ name }, callOptions, done),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    options,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> message;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> async</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> runClient({</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  host,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  port,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  log,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  signal,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}: ClientOptions): Promise&lt;void&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> greeter = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> hello.Greeter(</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">    \`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">host</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">:</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">port</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    credentials.createInsecure(),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  try</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    for</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> name </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">of</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> [</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;world&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;世界&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">]) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> reply = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> sayHello(greeter, name, {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        timeoutMs: </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">1_000</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        signal,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      }).catch(orRefusal);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      log(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`SayHello(&quot;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">name</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&quot;) → </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">reply</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    }</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  } </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">finally</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    greeter.close();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  }</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div><label class="unfold"><input type="checkbox">Show all 36 lines</label></div><p><strong>Every call has a deadline, from the first one on.</strong> <code>grpc-js</code> has none unless you set one. A server that hangs then holds its client, which holds its own, up to the person who reloads the page. A deadline is a <em>moment</em>; on the wire it becomes <code>grpc-timeout</code>, a <em>duration</em>, because two machines&#39; clocks never agree. So the server knows it too, and can stop working on what nobody will read.</p><p><strong>Who gives up says so.</strong> An <code>AbortSignal</code> is how JavaScript says it. It ends in <code>call.cancel()</code>, that in a <code>RST_STREAM</code>, and that in the server&#39;s <code>cancelled</code>. One signal often stands for many calls, a page that was left for all that it asked. So it should not get a listener for each of them: Node takes the eleventh for a leak, and warns. <code>onAbort</code> in <code>src/grpc/deadlines/</code> puts one there, which tells them all.</p><p><strong>An error is for a program first.</strong> <code>error.code</code> is a number of <a href="https://grpc.io/docs/guides/status-codes/" target="_blank" rel="noreferrer">a list of seventeen</a>, and only it should be used to decide. <code>error.details</code> is what the server said, <code>error.message</code> the same with the code in front, <code>error.metadata</code> the trailers.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "request-ada no-deadline deadline-500"
      }, null, _parent));
      _push(`<h2 id="the-same-on-our-stack" tabindex="-1">The same on our stack <a class="header-anchor" href="#the-same-on-our-stack" aria-label="Permalink to &quot;The same on our stack&quot;">​</a></h2><p><code>src/</code> has all of this as promises and signals, so there is less to wrap:</p><div class="excerpt ts long"><p class="file"><a href="/source/lessons/10-hello-grpc/ours.ts.txt" target="_self">lessons/10-hello-grpc/ours.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** The same Greeter on the stack in \`src/\`. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> async</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> startOurServer({</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  host,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  port,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  log,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}: ServerOptions): Promise&lt;RunningServer&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> server = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Server({</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    onHandlerError: (error) =&gt; log(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`a handler failed: </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">error</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  });</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  server.addService(GreeterDefinition, {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    async</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> sayHello({ name }, call) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      log(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`SayHello(&quot;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">name</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&quot;)\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> whenGone = (gone: () =&gt; void) =&gt;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        call.signal.addEventListener(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;abort&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, gone);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> message = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> greet(name, whenGone).catch(inOurTerms);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (call.cancelled)</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        log(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`SayHello(&quot;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">name</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&quot;): nobody waits for it any more\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { message };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> listener = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> server.listen({ host, port });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    host: listener.host,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    port: listener.port,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    close: () =&gt; server.close(),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div><label class="unfold"><input type="checkbox">Show all 27 lines</label></div><div class="excerpt ts"><p class="file"><a href="/source/lessons/10-hello-grpc/ours.ts.txt" target="_self">lessons/10-hello-grpc/ours.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> connectOurs(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  { host, port }: { host: string; port: number },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  options?: ChannelOptions,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">): {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  greeter: GreeterClient&lt;{</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    timeoutMs?: number;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    signal?: AbortSignal;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  }&gt;;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  channel: Channel;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">} {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> channel = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Channel(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`ipv4:</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">host</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">:</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">port</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, options);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    greeter: createClient(GreeterDefinition, channel),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    channel,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><h2 id="four-pairings" tabindex="-1">Four pairings <a class="header-anchor" href="#four-pairings" aria-label="Permalink to &quot;Four pairings&quot;">​</a></h2><p>Two clients, two servers: do they understand each other, and what do they say? Both ends are real programs that know nothing of being watched. Between them stands a tap, which passes on what comes and writes it down:</p><div class="excerpt ts long"><p class="file"><a href="/source/lessons/10-hello-grpc/tap.ts.txt" target="_self">lessons/10-hello-grpc/tap.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * Listens, and passes every connection on to \`server\`, byte for byte.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * Neither end can tell: that is how a recording of two programs is</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * made that know nothing of being recorded.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> async</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> startTap(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  server: TcpAddress,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  recorder: Recorder,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  dissect: () =&gt; Dissectors,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">): Promise&lt;Tap&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> listener = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> listenTcp(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    { host: LOOPBACK, port: </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    async</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (client) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> upstream = recorder.wrap(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">        await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> connectTcp(server),</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">        &#39;client&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        dissect(),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      );</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      pipe(client, upstream);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      pipe(upstream, client);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    host: listener.host,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    port: listener.port,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    close: () =&gt; listener.destroy(),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> pipe(from: Connection, to: Connection): void {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  from.start({</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    data: (chunk) =&gt; to.write(chunk),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    end: () =&gt; to.end(),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    close: (error) =&gt; (error ? to.destroy(error) : to.end()),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div><label class="unfold"><input type="checkbox">Show all 36 lines</label></div><p>Each client calls twice, <code>world</code> and <code>世界</code>. A client sends the same whichever server it has; read down the columns. The second call is short because HPACK remembers.</p>`);
      _push(ssrRenderComponent(_component_FourPairings, { pairings }, null, _parent));
      _push(`<p>The two ends begin to speak at the same time, so their first frames cross, differently on each run. What each of them said stands here in its order, and the frames of the connection come before those of the calls. And two clocks stood still for the recording, since the time left and the <code>date</code> are in the headers.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "who-chose-the-headers"
      }, null, _parent));
      _push(`<h2 id="what-differs-and-why" tabindex="-1">What differs, and why <a class="header-anchor" href="#what-differs-and-why" aria-label="Permalink to &quot;What differs, and why&quot;">​</a></h2>`);
      _push(ssrRenderComponent(_component_HeadersSideBySide, { stacks }, null, _parent));
      _push(`<ul><li><strong><code>grpc-timeout</code></strong> should stand right behind the headers with a colon, says the protocol, so that a server can start its clock early. Ours does that; <code>grpc-js</code> does not, and nobody has minded. It also puts it into HPACK&#39;s table, where with a real clock <code>1000m</code>, <code>998m</code> and <code>999m</code> are three entries. Ours writes it out each time and does not have it remembered: some bytes more, and the table stays as it is.</li><li><strong><code>:path</code></strong> costs <code>grpc-js</code> 19 bytes in every call, because the HTTP/2 library inside Node never puts a path into the table. For web pages that is wise: their paths are all different. For gRPC they are few.</li><li><strong><code>content-type</code></strong>: <code>application/grpc</code> and <code>application/grpc+proto</code> mean the same.</li><li><strong><code>accept-encoding: identity</code></strong> is HTTP&#39;s own, and says nothing to gRPC.</li><li><strong><code>date</code></strong> is put into every answer by Node&#39;s HTTP/2, which is made for the web.</li><li><strong><code>grpc-encoding: identity</code></strong> and <strong><code>grpc-message: OK</code></strong> say what would be so without them.</li><li><strong>SETTINGS</strong>: ours offers a window of 512 KiB for each stream and 4 MiB for the connection, so that a large message need not wait for leave to go on; <code>grpc-js</code> the 65,535 bytes of the specification. Lesson 14 is about that.</li></ul><p>And what is the same in all four: the five bytes of prefix, the message, the status. That is why none of them can tell who is at the other end. Nor can the article&#39;s own programs: <code>npm run judge:article</code> builds its Go client and its Go server, as the article prints them, and lets them talk to both of our Greeters.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "stop"
      }, null, _parent));
      _push(`<h2 id="break-it" tabindex="-1">Break it <a class="header-anchor" href="#break-it" aria-label="Permalink to &quot;Break it&quot;">​</a></h2><p>Every byte of one pairing:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 10</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --pair</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> grpc-js/ours</span></span></code></pre></div><p>Look for what differs from the other pairings: only headers do.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · A client of grpc-js, a server of ours ───────────────────────────────────
client ──▶ server  the connection preface                               24 bytes
  0000  50 52 49 20 2a 20 48 54  preface = &quot;PRI * HTTP/2.0\\r\\n\\r\\nSM\\r\\n\\r\\n&quot;
        54 50 2f 32 2e 30 0d 0a    what follows is HTTP/2; a server of HTTP/1.1
        0d 0a 53 4d 0d 0a 0d 0a    gives up at this line (RFC 9113 §3.4)
client ──▶ server  SETTINGS                                             15 bytes
  0000  00 00 06 04 00 00 00 00  frame header = SETTINGS, stream 0, 6 bytes
        00                         length, type, flags, stream (RFC 9113 §4.1)
  0009  00 04 00 00 ff ff        INITIAL_WINDOW_SIZE = 65535
                                   how many octets of DATA each stream may get;
                                   open streams change by the difference (RFC
                                   9113 §6.5.2)
client ◀── server  SETTINGS                                             27 bytes
  0000  00 00 12 04 00 00 00 00  frame header = SETTINGS, stream 0, 18 bytes
        00
  0009  00 03 00 00 04 00        MAX_CONCURRENT_STREAMS = 1024
                                   how many streams the other side may have open
                                   (RFC 9113 §6.5.2)
  000f  00 04 00 08 00 00        INITIAL_WINDOW_SIZE = 524288
  0015  00 06 00 00 40 00        MAX_HEADER_LIST_SIZE = 16384
                                   advice: the largest header list that it takes
                                   (RFC 9113 §6.5.2)
client ◀── server  WINDOW_UPDATE · +4128769                             13 bytes
  0000  00 00 04 08 00 00 00 00  frame header = WINDOW_UPDATE, stream 0, 4 bytes
        00
  0009  00 3f 00 01              increment = 4128769
                                   so many bytes of DATA more may come (RFC 9113
                                   §6.9)
client ──▶ server  SETTINGS ACK                                          9 bytes
  0000  00 00 00 04 01 00 00 00  frame header = SETTINGS ACK, stream 0, 0 bytes
        00
client ◀── server  SETTINGS ACK                                          9 bytes
  0000  00 00 00 04 01 00 00 00  frame header = SETTINGS ACK, stream 0, 0 bytes
        00
client ──▶ server  HEADERS · stream 1 · POST /hello.Greeter/SayHello   140 bytes
  0000  00 00 83 01 04 00 00 00  frame header = HEADERS END_HEADERS, stream 1,
        01                       131 bytes
  0009                           header block = 131 bytes
                                   compressed header fields (RFC 7541)
  0009  41 8b a0 e4 1d 13 9d 09  │ :authority = localhost:…
        b8 d8 00 10 7f           │   what the client calls the server; HTTP/1.1
                                 │   has Host for it (RFC 9113 §8.3.1)
  0016  83                       │ :method = POST
                                 │   a call is always a POST (gRPC
                                 │   PROTOCOL-HTTP2, Requests)
  0017  04 91 62 72 d1 41 d7 c5  │ :path = /hello.Greeter/SayHello
        61 4a 92 d8 c6 e1 fa c6  │   which method: /package.Service/Method (gRPC
        5a 28 3f                 │   PROTOCOL-HTTP2, Requests)
  002a  86                       │ :scheme = http
                                 │   http in the clear, https over TLS (RFC 9113
                                 │   §8.3.1)
  002b  40 8e 9a ca c8 b0 c8 42  │ grpc-accept-encoding = identity,deflate,gzip
        d6 95 8b 51 0f 21 aa 9b  │   which compressions I can read (gRPC
        90 34 85 a9 26 4f af a9  │   PROTOCOL-HTTP2, Requests)
        0b 2d 03 49 7e a6 f6 6a  │
        ff                       │
  004c  50 86 34 85 a9 26 4f af  │ accept-encoding = identity
                                 │   HTTP’s own: gRPC makes no use of it (RFC
                                 │   9110)
  0054  40 89 9a ca c8 b2 4d 49  │ grpc-timeout = 1000m: 1000 ms
        4f 6a 7f 84 08 00 0a 7f  │   how long the client is willing to wait
                                 │   (gRPC PROTOCOL-HTTP2, Requests)
  0064  7a 8e 9a ca c8 b5 47 90  │ user-agent = grpc-node-js/1.14.7
        ab 74 43 01 5c 2d 2e ef  │   which library this is; for logs (gRPC
                                 │   PROTOCOL-HTTP2, User Agents)
  0074  5f 8b 1d 75 d0 62 0d 26  │ content-type = application/grpc
        3d 4c 4d 65 64           │   makes it gRPC, and says how messages are
                                 │   written (gRPC PROTOCOL-HTTP2, Requests)
  0081  40 02 74 65 86 4d 83 35  │ te = trailers
        05 b1 1f                 │   I read trailers: finds out proxies that
                                 │   drop them (gRPC PROTOCOL-HTTP2, Requests)
client ──▶ server  DATA · stream 1 · HelloRequest { name: &quot;world&quot; } ·…  21 bytes
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
  000e  0a 05 77 6f 72 6c 64     │ │ name = &quot;world&quot; · field 1, string
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
client ◀── server  DATA · stream 1 · HelloReply { message: &quot;Hello wor…  27 bytes
  0000  00 00 12 00 00 00 00 00  frame header = DATA, stream 1, 18 bytes
        01
  0009                           data = 18 bytes
  0009  00                       │ compressed flag = 0
  000a  00 00 00 0d              │ length = 13
  000e                           │ message = 13 bytes
  000e  0a 0b 48 65 6c 6c 6f 20  │ │ message = &quot;Hello world&quot;
        77 6f 72 6c 64           │ │
client ◀── server  HEADERS · stream 1 · trailers: 0 OK · END_STREAM     21 bytes
  0000  00 00 0c 01 05 00 00 00  frame header = HEADERS END_STREAM END_HEADERS,
        01                       stream 1, 12 bytes
  0009                           header block = 12 bytes
  0009  40 88 9a ca c8 b2 12 34  │ grpc-status = 0 OK
        da 8f 01 30              │   how the call ended, as a number; 0 is OK
                                 │   (gRPC statuscodes)
client ──▶ server  HEADERS · stream 3 · POST /hello.Greeter/SayHello    37 bytes
  0000  00 00 1c 01 04 00 00 00  frame header = HEADERS END_HEADERS, stream 3,
        03                       28 bytes
  0009                           header block = 28 bytes
  0009  c4                       │ :authority = localhost:…
  000a  … 21 bytes               │ as before: :method, :path, :scheme
  001f  c3                       │ grpc-accept-encoding = identity,deflate,gzip
  0020  c2                       │ accept-encoding = identity
  0021  c1                       │ grpc-timeout = 1000m: 1000 ms
  0022  c0                       │ user-agent = grpc-node-js/1.14.7
  0023  bf                       │ content-type = application/grpc
  0024  be                       │ te = trailers
client ──▶ server  DATA · stream 3 · HelloRequest { name: &quot;世界&quot; } · …  22 bytes
  0000  00 00 0d 00 01 00 00 00  frame header = DATA END_STREAM, stream 3, 13
        03                       bytes
  0009                           data = 13 bytes
  0009  00                       │ compressed flag = 0
  000a  00 00 00 08              │ length = 8
  000e                           │ message = 8 bytes
  000e  0a 06 e4 b8 96 e7 95 8c  │ │ name = &quot;世界&quot;
client ◀── server  HEADERS · stream 3 · 200                             11 bytes
  0000  00 00 02 01 04 00 00 00  frame header = HEADERS END_HEADERS, stream 3, 2
        03                       bytes
  0009                           header block = 2 bytes
  0009  88                       │ :status = 200
  000a  bf                       │ content-type = application/grpc+proto
client ◀── server  DATA · stream 3 · HelloReply { message: &quot;Hello 世…   28 bytes
  0000  00 00 13 00 00 00 00 00  frame header = DATA, stream 3, 19 bytes
        03
  0009                           data = 19 bytes
  0009  00                       │ compressed flag = 0
  000a  00 00 00 0e              │ length = 14
  000e                           │ message = 14 bytes
  000e  0a 0c 48 65 6c 6c 6f 20  │ │ message = &quot;Hello 世界&quot;
        e4 b8 96 e7 95 8c        │ │
client ◀── server  HEADERS · stream 3 · trailers: 0 OK · END_STREAM     10 bytes
  0000  00 00 01 01 05 00 00 00  frame header = HEADERS END_STREAM END_HEADERS,
        03                       stream 3, 1 byte
  0009                           header block = 1 byte
  0009  be                       │ grpc-status = 0 OK</pre></details><p>A deadline that nobody meets, in all four. Who notices first, and what goes over the wire?</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 10</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --deadline</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 50</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 10</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --deadline</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 5</span></span></code></pre></div><p>Look for who gives up first: the server, with <code>grpc-status</code> 4, or the client, with RST_STREAM.</p><details class="output"><summary>What <code>npm run lesson 10 -- --deadline 50</code> prints</summary><pre tabindex="0">── 1 · A deadline of 50 ms: grpc-js/grpc-js ────────────────────────────────────
  ──▶             HEADERS · stream 3 · POST /hello.Greeter/SayHello
  ──▶             DATA · stream 3 · HelloRequest { name: &quot;sloth&quot; } · END_STREAM
  server          SayHello(&quot;sloth&quot;)
  client          DEADLINE_EXCEEDED after … ms
  server          SayHello(&quot;sloth&quot;): nobody waits for it any more
  ──▶             RST_STREAM · stream 3 · CANCEL
  ◀──             HEADERS · stream 3 · Trailers-Only: 4 DEADLINE_EXCEEDED ·
                  END_STREAM

── 2 · A deadline of 50 ms: grpc-js/ours ───────────────────────────────────────
  ──▶             HEADERS · stream 3 · POST /hello.Greeter/SayHello
  ──▶             DATA · stream 3 · HelloRequest { name: &quot;sloth&quot; } · END_STREAM
  server          SayHello(&quot;sloth&quot;)
  client          DEADLINE_EXCEEDED after … ms
  ──▶             RST_STREAM · stream 3 · CANCEL
  server          SayHello(&quot;sloth&quot;): nobody waits for it any more
  ◀──             HEADERS · stream 3 · Trailers-Only: 4 DEADLINE_EXCEEDED ·
                  END_STREAM

── 3 · A deadline of 50 ms: ours/grpc-js ───────────────────────────────────────
  ──▶             HEADERS · stream 3 · POST /hello.Greeter/SayHello
  ──▶             DATA · stream 3 · HelloRequest { name: &quot;sloth&quot; } · END_STREAM
  server          SayHello(&quot;sloth&quot;)
  server          SayHello(&quot;sloth&quot;): nobody waits for it any more
  ◀──             HEADERS · stream 3 · Trailers-Only: 4 DEADLINE_EXCEEDED ·
                  END_STREAM
  client          DEADLINE_EXCEEDED after … ms

── 4 · A deadline of 50 ms: ours/ours ──────────────────────────────────────────
  ──▶             HEADERS · stream 3 · POST /hello.Greeter/SayHello
  ──▶             DATA · stream 3 · HelloRequest { name: &quot;sloth&quot; } · END_STREAM
  server          SayHello(&quot;sloth&quot;)
  server          SayHello(&quot;sloth&quot;): nobody waits for it any more
  ◀──             HEADERS · stream 3 · Trailers-Only: 4 DEADLINE_EXCEEDED ·
                  END_STREAM
  client          DEADLINE_EXCEEDED after … ms
The deadline travels as grpc-timeout, so both ends know it and both look at
their own clock. That is why sometimes the server is first and answers with
grpc-status 4, and sometimes the client, which then says RST_STREAM: CANCEL.</pre></details><details class="output"><summary>What <code>npm run lesson 10 -- --deadline 5</code> prints</summary><pre tabindex="0">── 1 · A deadline of 5 ms: grpc-js/grpc-js ─────────────────────────────────────
  ──▶             HEADERS · stream 3 · POST /hello.Greeter/SayHello
  ──▶             DATA · stream 3 · HelloRequest { name: &quot;sloth&quot; } · END_STREAM
  server          SayHello(&quot;sloth&quot;)
  client          DEADLINE_EXCEEDED after … ms
  ──▶             RST_STREAM · stream 3 · CANCEL
  server          SayHello(&quot;sloth&quot;): nobody waits for it any more

── 2 · A deadline of 5 ms: grpc-js/ours ────────────────────────────────────────
  ──▶             HEADERS · stream 3 · POST /hello.Greeter/SayHello
  ──▶             DATA · stream 3 · HelloRequest { name: &quot;sloth&quot; } · END_STREAM
  server          SayHello(&quot;sloth&quot;)
  client          DEADLINE_EXCEEDED after … ms
  ──▶             RST_STREAM · stream 3 · CANCEL
  server          SayHello(&quot;sloth&quot;): nobody waits for it any more

── 3 · A deadline of 5 ms: ours/grpc-js ────────────────────────────────────────
  ──▶             HEADERS · stream 3 · POST /hello.Greeter/SayHello
  ──▶             DATA · stream 3 · HelloRequest { name: &quot;sloth&quot; } · END_STREAM
  server          SayHello(&quot;sloth&quot;)
  server          SayHello(&quot;sloth&quot;): nobody waits for it any more
  ◀──             HEADERS · stream 3 · Trailers-Only: 4 DEADLINE_EXCEEDED ·
                  END_STREAM
  client          DEADLINE_EXCEEDED after … ms

── 4 · A deadline of 5 ms: ours/ours ───────────────────────────────────────────
  ──▶             HEADERS · stream 3 · POST /hello.Greeter/SayHello
  ──▶             DATA · stream 3 · HelloRequest { name: &quot;sloth&quot; } · END_STREAM
  server          SayHello(&quot;sloth&quot;)
  server          SayHello(&quot;sloth&quot;): nobody waits for it any more
  ◀──             HEADERS · stream 3 · Trailers-Only: 4 DEADLINE_EXCEEDED ·
                  END_STREAM
  client          DEADLINE_EXCEEDED after … ms
The deadline travels as grpc-timeout, so both ends know it and both look at
their own clock. That is why sometimes the server is first and answers with
grpc-status 4, and sometimes the client, which then says RST_STREAM: CANCEL.</pre></details><p>A careless handler, and what its caller reads; a server that is not there; a server that is stopped in the middle of a call:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 10</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --leak</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 10</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --absent</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 10</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --stop</span></span></code></pre></div><p>Look for the password. Then look for the call that waits, and for the one that is cut off.</p><details class="output"><summary>What <code>npm run lesson 10 -- --leak</code> prints</summary><pre tabindex="0">── 1 · What a careless handler tells the world ─────────────────────────────────
  callback(error) the caller gets 2 (UNKNOWN): cannot reach
                  postgres://admin:hunter2@10.0.0.7/names
  code: 11000     the caller gets 11000 (no such code): E11000 duplicate key
  throw error     the caller gets 2 (UNKNOWN): Unknown error
callback(error) sends the text of the error to the caller. And an error of a
database has a number too, which goes out as if it were a status. An async
handler that rejects is worse: grpc-js does not look at what a handler returns,
nobody handles the rejection, and Node ends the process. That is why there is
task 4 of the exercise.</pre></details><details class="output"><summary>What <code>npm run lesson 10 -- --absent</code> prints</summary><pre tabindex="0">── 1 · A call to nobody ────────────────────────────────────────────────────────
  as it is        UNAVAILABLE after … ms
  wait for ready  DEADLINE_EXCEEDED after … ms
And with somebody who comes while the call waits:
  server          listens on the same port again
  server          SayHello(&quot;world&quot;)
  wait for ready  Hello world
Creating a client connects to nothing; the first call does. If no connection can
be made, the call fails at once, UNAVAILABLE, unless it was told to wait for
one. Then only its deadline ends the waiting, which is one more reason to have
one. (grpc-js tries again after a pause that grows, by chance: about a second at
first.)</pre></details><details class="output"><summary>What <code>npm run lesson 10 -- --stop</code> prints</summary><pre tabindex="0">── 1 · Stopped in the middle of a call, with enough time ───────────────────────
  server          stop(server, { graceMs: 5000 })
  client          Hello, just in time
  server          is gone

── 2 · Stopped in the middle of a call, with too little time ───────────────────
  server          stop(server, { graceMs: 50 })
  client          CANCELLED: Call cancelled
  server          is gone
tryShutdown alone would have waited for the second call as long as it pleased;
forceShutdown alone would have cut off the first. A rollout of a new version
does this to every server, several times a day.</pre></details><h2 id="build-it" tabindex="-1">Build it <a class="header-anchor" href="#build-it" aria-label="Permalink to &quot;Build it&quot;">​</a></h2><p>Five tasks in <code>exercises/10-hello-grpc/</code>: a promise for a callback, a deadline for every call, an <code>AbortSignal</code> that reaches the server, a handler that always answers and never tells too much, and a server that starts and stops properly. At the other end of the suite is <code>grpc-js</code> itself, on a free port. When they pass, take the three files with you, and the two small ones of <code>src/</code> that they import (<code>on-abort.ts</code>, <code>clock.ts</code>): they are all that many programs need around this library.</p>`);
      _push(ssrRenderComponent(_component_BuildIt, { exercise: unref(exercise) }, null, _parent));
      _push(`<div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> exercise</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 10</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 10</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --mine</span></span></code></pre></div><h2 id="what-you-have-answered" tabindex="-1">What you have answered <a class="header-anchor" href="#what-you-have-answered" aria-label="Permalink to &quot;What you have answered&quot;">​</a></h2>`);
      _push(ssrRenderComponent(_component_QuizScore, { questions: unref(quiz) }, null, _parent));
      _push(`<h2 id="what-is-still-open" tabindex="-1">What is still open <a class="header-anchor" href="#what-is-still-open" aria-label="Permalink to &quot;What is still open&quot;">​</a></h2><p>One request, one answer, and both fit into one message. What if the answer is a list without an end, or the first results are wanted before the last ones are found? Lesson 11 lets the server go on talking.</p><h2 id="sources" tabindex="-1">Sources <a class="header-anchor" href="#sources" aria-label="Permalink to &quot;Sources&quot;">​</a></h2><ul><li><a href="https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md" target="_blank" rel="noreferrer">gRPC over HTTP/2</a>, <em>Requests</em>: which headers, and that the timeout should come right after the reserved ones</li><li><a href="https://grpc.io/docs/guides/status-codes/" target="_blank" rel="noreferrer">gRPC status codes</a>, <a href="https://grpc.io/docs/guides/deadlines/" target="_blank" rel="noreferrer">Deadlines</a>, <a href="https://grpc.io/docs/guides/cancellation/" target="_blank" rel="noreferrer">Cancellation</a>, <a href="https://grpc.io/docs/guides/wait-for-ready/" target="_blank" rel="noreferrer">Wait for ready</a></li><li><a href="https://www.npmjs.com/package/@grpc/grpc-js" target="_blank" rel="noreferrer"><code>@grpc/grpc-js</code></a> and <a href="https://www.npmjs.com/package/@grpc/proto-loader" target="_blank" rel="noreferrer"><code>@grpc/proto-loader</code></a>; promises in them have been asked for <a href="https://github.com/grpc/grpc-node/issues/54" target="_blank" rel="noreferrer">since 2017</a></li><li>grpc-go&#39;s <a href="https://github.com/grpc/grpc-go/blob/master/Documentation/anti-patterns.md" target="_blank" rel="noreferrer">anti-patterns</a>, on <code>Dial</code> and <code>NewClient</code></li><li><a href="https://www.rfc-editor.org/rfc/rfc7541" target="_blank" rel="noreferrer">RFC 7541</a>, HPACK; <a href="https://www.rfc-editor.org/rfc/rfc9113#section-8.3" target="_blank" rel="noreferrer">RFC 9113 §8.3</a>, on headers with a colon</li></ul><details class="details custom-block"><summary>What the article said, and what is true</summary><p>The course grew out of a series of articles (in Chinese, with Go) that goes from RPC to gRPC. Where it is wrong, or no longer right, this is what is true:</p><ul><li>Its client and server are good first programs, and they still compile, with one line that is out of date: <code>grpc.Dial</code> gave way to <code>grpc.NewClient</code> in grpc-go 1.63. The comment above it says that it <em>&quot;establishes a connection&quot;</em>. It only begins to, and returns at once, server or no server; <code>NewClient</code> does not even begin before the first call, and neither does <code>new Greeter(…)</code> here.</li><li>Its client has a deadline of a second from the first call on. That deserves praise; most first examples have none.</li><li><em>&quot;go get&quot;</em> and <code>git clone</code> into <code>GOPATH</code>, <code>protoc --go_out=plugins=grpc:</code> … Go has modules now, the plugin mode was removed, and there are two plugins, <code>protoc-gen-go</code> and <code>protoc-gen-go-grpc</code>. <code>go_package</code> has to be an import path; <code>&quot;hello&quot;</code> is not one.</li><li>It stops a server only by Ctrl-C, which cuts off whatever is running.</li><li><em>&quot;The client uses a blocking stub, so gRPC is mainly synchronous&quot;</em>: that is Go&#39;s API. JavaScript cannot block, and it is the same protocol.</li></ul></details></div>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lessons/10-hello-grpc.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
export {
  __pageData,
  _sfc_main as default
};
