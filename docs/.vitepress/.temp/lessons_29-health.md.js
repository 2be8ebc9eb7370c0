import { useSSRContext, resolveComponent, unref } from "vue";
import { ssrRenderAttrs, ssrRenderComponent } from "vue/server-renderer";
const exercise = { kind: "handle", id: "29-health", load: () => import("./29-health.exercise.BL65F1aw.js").then((exercise2) => exercise2.default) };
const watch = { kind: "handle", id: "watch", load: () => import("./watch.trace.B57nb0zF.js").then((trace) => trace.default) };
const quiz = [
  {
    id: "nobody",
    question: "A balancer wants to know of `ecommerce.Stock`. Nobody has set it at this server. What does it read?",
    answers: [
      {
        text: "NOT_FOUND from Check, and SERVICE_UNKNOWN from Watch",
        reason: "Check is a question about now, and fails. A watch stays: the service may come.",
        right: true
      },
      {
        text: "NOT_SERVING from both",
        reason: "That would be a statement about a service that the server knows."
      },
      {
        text: "SERVING, as the server as a whole does",
        reason: "The empty name and a service’s name are entries of their own."
      }
    ]
  },
  {
    id: "slow-watch",
    question: "A watch has told SERVING. While its reader is busy the status goes to NOT_SERVING, and back to SERVING. What does the reader get next?",
    answers: [
      {
        text: "NOT_SERVING, and then SERVING",
        reason: "For that somebody would have to keep a list for each slow reader."
      },
      {
        text: "SERVING once more",
        reason: "What has been told, and is still true, is not told again."
      },
      {
        text: "Nothing, until it changes again",
        reason: "What the reader knows is true.",
        right: true
      }
    ]
  },
  {
    id: "liveness",
    question: "A pod’s database does not answer. Liveness asks for the service, which says NOT_SERVING. What happens?",
    answers: [
      {
        text: "The pod gets no calls until the database is back",
        reason: "That is what readiness does."
      },
      {
        text: "The pod is started again, and so is every other one, at about the same time",
        reason: "They share the database, and a restart does not bring it back.",
        right: true
      },
      {
        text: "Kubernetes starts the database again",
        reason: "It knows nothing of a database. It was told that the pod is dead."
      }
    ]
  },
  {
    id: "probe-code",
    question: "grpc_health_probe is in the image, and the server has no health service. What does the probe say?",
    answers: [
      {
        text: "It serves: the port is open",
        reason: "That is what a TCP probe says. This one makes a call."
      },
      {
        text: "It fails: the call ends with UNIMPLEMENTED",
        reason: "A probe is a client. Somebody has to answer it.",
        right: true
      },
      {
        text: "Nothing: it installs the service",
        reason: "It is another process, and cannot add anything to a server."
      }
    ]
  },
  {
    id: "two-steps",
    question: "Why does a server that leaves send two GOAWAY, the first with 2³¹ − 1 as its last stream?",
    answers: [
      {
        text: "In case the first is lost",
        reason: "TCP loses nothing without losing the connection."
      },
      {
        text: "Calls may be on their way when it sends the first: it takes them, and names the true last stream afterwards",
        reason: "The answer to a PING between the two says that nothing more is on its way.",
        right: true
      },
      {
        text: "One is for the client, and one for the proxy",
        reason: "A frame is for the other end of the connection."
      }
    ]
  },
  {
    id: "notice",
    question: "A server gets SIGTERM and drains at once. All clients have a connection that stays, and understand GOAWAY. Which calls are lost?",
    answers: [
      {
        text: "Those that were under way",
        reason: "Draining lets them end."
      },
      {
        text: "None of theirs",
        reason: "They go elsewhere with the next call. Who loses are those who connect anew, with an address from somebody who has not noticed.",
        right: true
      },
      {
        text: "Each client’s next one",
        reason: "The channel has seen the GOAWAY, and connects elsewhere first."
      }
    ]
  },
  {
    id: "second-signal",
    question: "Ctrl-C in a terminal, at a server that npm has started: it gets SIGINT twice within a millisecond. What should it do?",
    answers: [
      {
        text: "End now: twice means that somebody is impatient",
        reason: "Nobody was: the terminal sent it to both, and npm passed its own on."
      },
      {
        text: "Take the second for the first, and leave in order",
        reason: "A person who is impatient needs longer than a few milliseconds.",
        right: true
      },
      {
        text: "Begin to wait again",
        reason: "Then whoever repeats it often enough keeps the server alive."
      }
    ]
  },
  {
    id: "hangs",
    question: "`tryShutdown` of grpc-js has not called back for a minute. What is the likely reason?",
    answers: [
      {
        text: "A stream is open, perhaps a watch of the health service",
        reason: "It waits for the last call, and nobody has told that one to end.",
        right: true
      },
      {
        text: "A client keeps its connection open without a call",
        reason: "Connections without a call are closed at once."
      },
      {
        text: "It waits for 30 seconds, twice",
        reason: "It has no limit at all. That is for you to set."
      }
    ]
  },
  {
    id: "reflection",
    question: "A server for strangers has reflection. What can they do that they could not do before?",
    answers: [
      {
        text: "Call methods that were closed to them",
        reason: "Whoever has the `.proto` could call them before. A guard is another thing."
      },
      {
        text: "Learn every service, method and field that there is",
        reason: "Also those that are not in the documentation. So some leave it off outside.",
        right: true
      },
      {
        text: "Read the source of the handlers",
        reason: "It gives descriptors: names, numbers and types."
      }
    ]
  }
];
const __pageData = JSON.parse('{"title":"Health","description":"How does the platform know? Lesson 29 of RPC from scratch.","frontmatter":{"prev":false,"next":false},"headers":[],"relativePath":"lessons/29-health.md","filePath":"lessons/29-health.md"}');
const __default__ = { name: "lessons/29-health.md" };
const _sfc_main = /* @__PURE__ */ Object.assign(__default__, {
  __ssrInlineRender: true,
  setup(__props) {
    return (_ctx, _push, _parent, _attrs) => {
      const _component_LessonStart = resolveComponent("LessonStart");
      const _component_Quiz = resolveComponent("Quiz");
      const _component_TraceExplorer = resolveComponent("TraceExplorer");
      const _component_ServerEnd = resolveComponent("ServerEnd");
      const _component_BuildIt = resolveComponent("BuildIt");
      const _component_QuizScore = resolveComponent("QuizScore");
      _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="health" tabindex="-1">Health <a class="header-anchor" href="#health" aria-label="Permalink to &quot;Health&quot;">​</a></h1>`);
      _push(ssrRenderComponent(_component_LessonStart, null, null, _parent));
      _push(`<p>The tests are green, and the server runs on a machine that nobody looks at. Something else does: a platform that starts it, sends it calls, takes it away, and starts another one. <strong>How does the platform know whether it works?</strong> And when it is told to go, what becomes of the calls that it has?</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 29</span></span></code></pre></div><p>Look for the table of lost calls: three rows, one of them without a loss. Who loses in the second row, and who does not?</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · Three methods, and what they answer ─────────────────────────────────────
grpc.health.v1.Health is a service like any other, on the same port. Ours, and
the package grpc-health-check on a server of grpc-js, asked the same things.
Nobody has set ecommerce.Stock at first:
    asked                              grpc-health-check   ours
    Check &quot;&quot;                           SERVING             SERVING
    Check &quot;ecommerce.OrderManagement&quot;  SERVING             SERVING
    Check &quot;ecommerce.Stock&quot;            NOT_FOUND           NOT_FOUND
    Watch &quot;ecommerce.Stock&quot;            SERVICE_UNKNOWN     SERVICE_UNKNOWN
    … it is set to SERVING             SERVING             SERVING
    … to SERVING again                 SERVING             –
    … to NOT_SERVING                   NOT_SERVING         NOT_SERVING
    List                               3 services          3 services
    List, with a hundred more          RESOURCE_EXHAUSTED  RESOURCE_EXHAUSTED
Check fails for a service that nobody has set. Watch does not: the service may
come later. And if a status is set to what it is already, one of the two tells
it again.

── 2 · On the wire ─────────────────────────────────────────────────────────────
A Check that fails, and then a Watch. Its stream stays open, and nobody asks
again:
  ──▶             HEADERS · stream 1 · POST /grpc.health.v1.Health/Check
  ──▶             DATA · stream 1 · HealthCheckRequest { service:
                  &quot;ecommerce.Stock&quot; } · END_STREAM
  ◀──             HEADERS · stream 1 · Trailers-Only: 5 NOT_FOUND · END_STREAM
  ──▶             HEADERS · stream 3 · POST /grpc.health.v1.Health/Watch
  ──▶             DATA · stream 3 · HealthCheckRequest { service:
                  &quot;ecommerce.Stock&quot; } · END_STREAM
  ◀──             HEADERS · stream 3 · 200
  ◀──             DATA · stream 3 · HealthCheckResponse { status:
                  SERVICE_UNKNOWN (3) }
  ◀──             DATA · stream 3 · HealthCheckResponse { status: SERVING (1) }
  ◀──             DATA · stream 3 · HealthCheckResponse { status: NOT_SERVING
                  (2) }
  ◀──             HEADERS · stream 3 · trailers: 0 OK · END_STREAM
The first answer of the watch. Two bytes say it:
client ◀── server  DATA · stream 3 · HealthCheckResponse { status: SE…  16 bytes
  0000  00 00 07 00 00 00 00 00  frame header = DATA, stream 3, 7 bytes
        03                         length, type, flags, stream (RFC 9113 §4.1)
  0009                           data = 7 bytes
                                   a piece of the body (RFC 9113 §6.1)
  0009  00                       │ compressed flag = 0
                                 │   the payload is as it was written (gRPC
                                 │   PROTOCOL-HTTP2, Compressed-Flag)
  000a  00 00 00 02              │ length = 2
                                 │   how many bytes the payload has: 32 bits,
                                 │   the highest byte first (big-endian) (gRPC
                                 │   PROTOCOL-HTTP2, Message-Length)
  000e                           │ message = 2 bytes
                                 │   as the prefix says: where the frame ends
                                 │   means nothing (gRPC PROTOCOL-HTTP2,
                                 │   Length-Prefixed-Message)
  000e  08 03                    │ │ status = SERVICE_UNKNOWN (3)
                                 │ │   field 1, enum

── 3 · Alive is not ready ──────────────────────────────────────────────────────
Three replicas share a database, and it is away for two minutes. An orchestrator
asks each of them every ten seconds. Who does not serve gets no calls
(readiness); who fails three times is killed and started again (liveness). What
should liveness ask for?
    liveness asks for            restarts  nobody was ready for
    &quot;ecommerce.OrderManagement&quot;  6         130 s
    &quot;&quot;                           0         120 s
A restart does not bring a database back. So the empty name is for the process:
can it answer at all? And the service’s name is for the calls: would they go
well?

── 4 · The end, under load ─────────────────────────────────────────────────────
Two servers and 24 callers: eight have a connection of grpc-js that stays, eight
one of ours, and eight connect anew for each call, to an address that a balancer
gives them; it asks every server how it is, 20 times a second. Nobody tries
again. One of the servers is a process of its own. It is told to end, by a real
signal. Calls that were lost:
    the end        calls  grpc-js  ours  new each time  lost  last word
    Ctrl-C         463    8        8     10             26    –
    drain at once  483    0        0     3              3     drained
    in order       655    0        0     0              0     drained
Ctrl-C is how the article ends its servers: whatever was under way is lost. A
server that drains at once says GOAWAY, and who has a connection goes elsewhere
in time; but who comes with the address in hand finds nobody. In order:
NOT_SERVING, then a second in which it still takes every call, and then it
drains.

── 5 · A stream that never ends ────────────────────────────────────────────────
A client holds a stream open, as a watch does. The server is to end:
    server   open    does                over              client reads
    grpc-js  Watch   tryShutdown         force, at 300 ms  UNAVAILABLE
    grpc-js  Search  tryShutdown         force, at 300 ms  UNAVAILABLE
    grpc-js  Search  tells, tryShutdown  at once           OK
    ours     Watch   shutdown            at once           OK
    ours     Search  shutdown            at once           OK
tryShutdown waits for the last stream, and nobody tells the stream. The health
service of the package is such a stream itself. So: tell them, with a signal of
your own; and whatever happens, have a timer and forceShutdown.

── 6 · What do you offer? ──────────────────────────────────────────────────────
Reflection is a service, too. A tool that has no .proto asks for the names, and
then for the files:
  services        ecommerce.OrderManagement
                  grpc.health.v1.Health
                  grpc.reflection.v1.ServerReflection
                  grpc.reflection.v1alpha.ServerReflection
  files           ecommerce.proto
                  google/protobuf/wrappers.proto
  methods         AddOrder(ecommerce.Order) → (google.protobuf.StringValue)
                  GetOrder(google.protobuf.StringValue) → (ecommerce.Order)
                  SearchOrders(google.protobuf.StringValue) → (stream
                  ecommerce.Order)
                  UpdateOrders(stream ecommerce.Order) →
                  (google.protobuf.StringValue)
                  ProcessOrders(stream google.protobuf.StringValue) → (stream
                  ecommerce.CombinedShipment)
The platform knows now whether the shop works. When it does not, somebody has to
find out why: what is it doing right now? That is lesson 30.</pre></details><h2 id="a-question-over-the-same-port" tabindex="-1">A question over the same port <a class="header-anchor" href="#a-question-over-the-same-port" aria-label="Permalink to &quot;A question over the same port&quot;">​</a></h2><p>One could look whether the port is open. But a port is open as soon as a program listens, and stays open when the program answers nobody any more: the kernel takes connections by itself. What one wants to know is whether a call would go well. So one makes a call. gRPC has a service for it, with three methods:</p><div class="excerpt proto"><p class="file"><a href="/source/proto/grpc/health/v1/health.proto.txt" target="_self">proto/grpc/health/v1/health.proto</a></p><div class="language-proto vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">proto</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">// Whether a server can do its work: asked by load balancers and</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">// orchestrators.</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">service</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Health {</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">  // Now. A service that the server does not know is NOT_FOUND.</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  rpc</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Check(HealthCheckRequest) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">returns</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (HealthCheckResponse);</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">  // Now, and whenever it changes. A service that is not known yet is</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">  // SERVICE_UNKNOWN.</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  rpc</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Watch(HealthCheckRequest) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">returns</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">stream</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> HealthCheckResponse);</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">  // All services at once, for people.</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  rpc</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> List(HealthListRequest) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">returns</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (HealthListResponse);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p>The name of a service is with its package; the <strong>empty name</strong> is the server as a whole. Nobody knows by itself how a service is: your program says it, and says it again when it changes.</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/29-health/shop.ts.txt" target="_self">lessons/29-health/shop.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> health = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Health().register(server);</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">health.set(SHOP, ServingStatus.SERVING);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">addReflection(server);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> listener = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> server.listen({ host, port });</span></span></code></pre></div></div><p><code>grpc-js</code> does not have it in itself; the package <code>grpc-health-check</code> has. Both asked the same things, while nobody has set <code>ecommerce.Stock</code>:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>asked                              grpc-health-check   ours</span></span>
<span class="line"><span>Check &quot;&quot;                           SERVING             SERVING</span></span>
<span class="line"><span>Check &quot;ecommerce.OrderManagement&quot;  SERVING             SERVING</span></span>
<span class="line"><span>Check &quot;ecommerce.Stock&quot;            NOT_FOUND           NOT_FOUND</span></span>
<span class="line"><span>Watch &quot;ecommerce.Stock&quot;            SERVICE_UNKNOWN     SERVICE_UNKNOWN</span></span>
<span class="line"><span>… it is set to SERVING             SERVING             SERVING</span></span>
<span class="line"><span>… to SERVING again                 SERVING             –</span></span>
<span class="line"><span>… to NOT_SERVING                   NOT_SERVING         NOT_SERVING</span></span>
<span class="line"><span>List                               3 services          3 services</span></span>
<span class="line"><span>List, with a hundred more          RESOURCE_EXHAUSTED  RESOURCE_EXHAUSTED</span></span></code></pre></div><p><strong>Check</strong> is a question about now. If nobody has set the service, the call fails, with <code>NOT_FOUND</code>. <strong>Watch</strong> is a stream: the status now, and then each change. It does not fail: the service may come later, and until then it is <code>SERVICE_UNKNOWN</code>. <strong>List</strong> (gRPC A90) is for people, and for tools that want to show all of it.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "nobody"
      }, null, _parent));
      _push(`<h2 id="who-waits-for-a-change" tabindex="-1">Who waits for a change <a class="header-anchor" href="#who-waits-for-a-change" aria-label="Permalink to &quot;Who waits for a change&quot;">​</a></h2><p>A client of <code>grpc-js</code> and our server: a Check that fails, and a Watch that sees a service come and its server go.</p>`);
      _push(ssrRenderComponent(_component_TraceExplorer, {
        trace: unref(watch),
        from: "server"
      }, null, _parent));
      _push(`<p>After <code>NOT_SERVING</code> the stream ends, with OK: its server is about to leave, and whoever watched goes elsewhere. A thousand balancers may watch, and some of them read slowly. One could keep for each what it has not read yet. But nobody wants to know how it was five changes ago. So a watch keeps one thing, the status that it told last, and looks at the board when there is room. Who reads slowly gets the latest:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 29</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --slow</span></span></code></pre></div><p>Look for what the slow one has missed, and whether it is any the worse for it.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · A watcher who reads slowly ──────────────────────────────────────────────
The status changes five times. One watcher reads each time, another one only
after the fifth:
  quick           SERVING, NOT_SERVING, SERVING, NOT_SERVING, SERVING,
                  NOT_SERVING
  slow            SERVING, NOT_SERVING
  in memory       2 watches, each with one status, and without a list
What a balancer wants to know is how it is, and not how it was. So a watch keeps
one status, and not a queue: a reader who never reads costs nothing more.</pre></details><p><code>grpc-health-check</code> calls <code>write</code> for every change, also for one that is none, and does not wait for <code>drain</code>: what a slow watcher has not read lies in the server’s memory (lesson 14).</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "slow-watch"
      }, null, _parent));
      _push(`<h2 id="alive-is-not-ready" tabindex="-1">Alive is not ready <a class="header-anchor" href="#alive-is-not-ready" aria-label="Permalink to &quot;Alive is not ready&quot;">​</a></h2><p>A platform asks for two reasons, and they are easily taken for one:</p><ul><li><strong>Liveness</strong>: is the process beyond help? If it says no three times, the platform kills it and starts another one.</li><li><strong>Readiness</strong>: should calls go there now? If not, they go elsewhere, and the process is left alone.</li></ul><p>Three replicas share a database, which is away for two minutes. Each of them says <code>NOT_SERVING</code> for the shop, and <code>SERVING</code> for the empty name: the process is well. The platform asks every ten seconds. This is worked out with our own board of statuses and a clock that is made up (restarts wait 10, 20, 40 seconds, and a start takes 30):</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>liveness asks for            restarts  nobody was ready for</span></span>
<span class="line"><span>&quot;ecommerce.OrderManagement&quot;  6         130 s</span></span>
<span class="line"><span>&quot;&quot;                           0         120 s</span></span></code></pre></div><p>A restart does not bring a database back. It throws away caches and connections, and at the end of the trouble there is nobody ready to see it. With a hundred replicas that all start at the same time the database gets trouble of its own. So <strong>liveness asks only for what a restart would mend</strong>: the empty name, and that says no more than that the process can answer. Readiness asks for the service.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "liveness"
      }, null, _parent));
      _push(`<h2 id="a-probe-is-a-client" tabindex="-1">A probe is a client <a class="header-anchor" href="#a-probe-is-a-client" aria-label="Permalink to &quot;A probe is a client&quot;">​</a></h2><p>Kubernetes asks by itself (<code>grpc:</code> in a probe, since 1.27 for good). Elsewhere there is <code>grpc_health_probe</code>: a program that makes one Check, and ends with a code. It does not replace the service. It needs it.</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 29</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --probe</span></span></code></pre></div><p>Look for the two servers that are silent. At which place is each of them silent, and which limit ends the wait?</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · A probe, and seven servers ──────────────────────────────────────────────
The exit codes are those of grpc_health_probe: 0 it serves, 2 no connection, 3
no answer, 4 another answer. A server that …
  exit code 0     serves → status: SERVING
  exit code 4     does not serve → status: NOT_SERVING
  exit code 3     knows no such service → the call failed: 5 NOT_FOUND: no
                  service &#39;ecommerce.Stock&#39;
  exit code 3     has no health service → this server does not implement
                  grpc.health.v1.Health
  exit code 3     takes the call, and is silent → timeout: no answer within 200
                  ms
  exit code 2     takes the connection, and is silent → timeout: no connection
                  within 200 ms
  exit code 2     is not there → no connection: nobody listens there
Two of them are silent, at different places, and each has a limit of its own.
Without those the probe itself would hang, and a probe that hangs says nothing.</pre></details><p>To connect and to be answered are two things, and each has a deadline of its own: 1 second each with <code>grpc_health_probe</code>. With one for both, a probe whose connection took long would blame the server for a slow answer. And a probe that waits for ever says nothing at all.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "probe-code"
      }, null, _parent));
      _push(`<h2 id="the-end-under-load" tabindex="-1">The end, under load <a class="header-anchor" href="#the-end-under-load" aria-label="Permalink to &quot;The end, under load&quot;">​</a></h2><p>Every deploy ends every server once. It is the most common trouble of all, and the only one that is planned.</p><p>What happens at Ctrl-C, or SIGTERM, if nobody has written anything for it? The process ends. Its sockets are closed by the kernel, and whatever was under way is lost. That is the first row; two servers, 24 callers, nobody tries again, and one of the servers is told to end by a real signal:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>the end        calls  grpc-js  ours  new each time  lost  last word</span></span>
<span class="line"><span>Ctrl-C         463    8        8     10             26    –</span></span>
<span class="line"><span>drain at once  483    0        0     3              3     drained</span></span>
<span class="line"><span>in order       655    0        0     0              0     drained</span></span></code></pre></div><p>(One run; yours will differ in the first two rows.) The first two columns of losses are callers with a connection that stays. The third connects anew for each call, to an address that it gets from a balancer; that one asks every server, 20 times a second, how it is.</p><p><strong>To drain</strong> a server means: no new connections, no new calls, and those that are under way may end. It says so by <code>GOAWAY</code>, in two steps (lesson 7). The first one names 2³¹ − 1 as the last stream: I am going, but I take what is on its way. A PING follows, and when its answer is there, nothing more can be on its way. Then the second one names the true last stream. A client opens no more streams after the first, and takes its calls elsewhere. So those who have a connection lose nothing, in the second row.</p><p>Who loses there? Those who come with the address in hand. The balancer has asked a moment ago, the answer was SERVING, and now nobody listens. So there is a step before: <strong>say NOT_SERVING, and go on serving</strong> until everybody has noticed. In order:</p><ol><li>Health says <code>NOT_SERVING</code>, for every service. New calls are still taken.</li><li>Wait. Balancers ask again, DNS answers get old.</li><li><code>GOAWAY</code>, in two steps. No new connections.</li><li>The calls that are left may end. Streams are told.</li><li>What is still there after the grace period is cut off.</li></ol><div class="excerpt ts"><p class="file"><a href="/source/lessons/29-health/leaving.ts.txt" target="_self">lessons/29-health/leaving.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> end = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> GracefulEnd(steps, {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  noticeMs,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  graceMs: GRACE_MS,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  clock,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">});</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">for</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> signal </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">of</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> [</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;SIGTERM&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;SIGINT&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">] </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">as</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">)</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  process.on(signal, () =&gt; end.signal());</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">end.ended.then(({ how }) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  console.log(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`ended: </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">how</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  process.exit();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">});</span></span></code></pre></div></div><p>In 50 runs of the third row 0 of 47,110 calls were lost (two cores, at a load average of 19), and of a server of <code>grpc-js</code> that ends in the same order 0 of 39,186. In ten runs of the first row it was 221 of 4,509. With a wait of half a second in place of the whole one, 50 runs on the same busy machine lost 2 of 30,792: callers that connect anew, while the balancer was too late to notice. So the wait is a guess about others. With a wait that ends when the balancer <em>has</em> noticed, which only a test can know, it is 0 of 26,838, and 0 of 26,254 with a server of <code>grpc-js</code>.</p><p>How long is step 2? As long as the slowest of those who have to notice. In Kubernetes SIGTERM and the removal from the list of endpoints happen at the same time, and every node has to hear of it: that takes some seconds. All of it has to fit into the time that the platform gives (<code>terminationGracePeriodSeconds</code>, 30 by default), because what comes after that is SIGKILL, which nobody can handle.</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 29</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --notice</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 0</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 29</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --notice</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 1000</span></span></code></pre></div><p>Look for the column of those who connect anew. The balancer asks every 50 ms: how short may the wait be?</p><details class="output"><summary>What <code>npm run lesson 29 -- --notice 0</code> prints</summary><pre tabindex="0">── 1 · NOT_SERVING, and 0 ms to notice it ──────────────────────────────────────
The balancer asks every 50 ms. Calls that were lost, three times:
    the end  calls  grpc-js  ours  new each time  lost  last word
    first    481    0        0     4              4     drained
    second   476    0        0     5              5     drained
    third    449    0        0     2              2     drained
Those who lose are those who connect anew. The wait has to be longer than what
your balancer needs to notice, and that is nearly always seconds: a probe every
ten, times three, or a DNS answer that somebody keeps for thirty.</pre></details><details class="output"><summary>What <code>npm run lesson 29 -- --notice 1000</code> prints</summary><pre tabindex="0">── 1 · NOT_SERVING, and 1000 ms to notice it ───────────────────────────────────
The balancer asks every 50 ms. Calls that were lost, three times:
    the end  calls  grpc-js  ours  new each time  lost  last word
    first    601    0        0     0              0     drained
    second   704    0        0     0              0     drained
    third    596    0        0     0              0     drained
Those who lose are those who connect anew. The wait has to be longer than what
your balancer needs to notice, and that is nearly always seconds: a probe every
ten, times three, or a DNS answer that somebody keeps for thirty.</pre></details>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "two-steps notice"
      }, null, _parent));
      _push(`<h2 id="three-ends-of-one-machine" tabindex="-1">Three ends of one machine <a class="header-anchor" href="#three-ends-of-one-machine" aria-label="Permalink to &quot;Three ends of one machine&quot;">​</a></h2><p>An end that waits needs a limit for each wait, and it has to be prepared for things that happen in the wrong order. That is a <strong>state machine</strong>: a few phases, and for each what a signal, a timer or a promise means in it.</p>`);
      _push(ssrRenderComponent(_component_ServerEnd, null, null, _parent));
      _push(`<p>In the third one somebody is impatient. Here is a trap: Ctrl-C in a terminal goes to every process of the group. So does npm’s own, which passes it on. A server that was started by <code>npm</code> gets SIGINT twice, a moment apart, and if the second means &quot;now&quot;, then it never leaves in order. So one that comes within half a second is the same one.</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 29</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --grpc-js</span></span></code></pre></div><p>Look for the last word of each end. The steps are those of <code>grpc-js</code>, and the machine is the same.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · The same ends, of a server of grpc-js ───────────────────────────────────
The same state machine; its steps are setStatus, tryShutdown and forceShutdown.
Calls that were lost:
    the end        calls  grpc-js  ours  new each time  lost  last word
    Ctrl-C         435    0        0     4              4     –
    drain at once  473    0        0     7              7     drained
    in order       640    0        0     0              0     drained</pre></details>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "second-signal"
      }, null, _parent));
      _push(`<h2 id="a-stream-that-never-ends" tabindex="-1">A stream that never ends <a class="header-anchor" href="#a-stream-that-never-ends" aria-label="Permalink to &quot;A stream that never ends&quot;">​</a></h2><p><code>server.tryShutdown(callback)</code> of <code>grpc-js</code> drains. It calls back when the last call has ended. A client holds a stream open:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>server   open    does                over              client reads</span></span>
<span class="line"><span>grpc-js  Watch   tryShutdown         force, at 300 ms  UNAVAILABLE</span></span>
<span class="line"><span>grpc-js  Search  tryShutdown         force, at 300 ms  UNAVAILABLE</span></span>
<span class="line"><span>grpc-js  Search  tells, tryShutdown  at once           OK</span></span>
<span class="line"><span>ours     Watch   shutdown            at once           OK</span></span>
<span class="line"><span>ours     Search  shutdown            at once           OK</span></span></code></pre></div><p>In the first row the stream is a watch of the health service itself. Somebody installs it in order to leave properly, a balancer watches, and that is why the server cannot leave. It would wait for ever; the run waits for 300 ms and then calls <code>forceShutdown</code>.</p><p>What to do? Two things, and one needs both. <strong>Tell the streams.</strong> A handler that may go on for ever listens to a signal of yours, and ends with OK, or with <code>UNAVAILABLE</code> if the client should come again. On our stack every call has one, <code>call.shutdownSignal</code>; in <code>grpc-js</code> you make an <code>AbortController</code> and pass it on. And <strong>have a timer</strong>, for the handler that has forgotten it. <code>tryShutdown</code> has none.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "hangs"
      }, null, _parent));
      _push(`<h2 id="what-do-you-offer" tabindex="-1">What do you offer? <a class="header-anchor" href="#what-do-you-offer" aria-label="Permalink to &quot;What do you offer?&quot;">​</a></h2><p>A person at a terminal asks something else: what is there? <strong>Reflection</strong> is a service, too (<code>grpc.reflection.v1.ServerReflection</code>). One stream, a question in each message, and each answer holds the descriptors of lesson 6, as bytes:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/29-health/offer.ts.txt" target="_self">lessons/29-health/offer.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> questions: Question[] = [</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  { case: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;listServices&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, value: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> },</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  { case: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;fileContainingSymbol&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, value: service },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">];</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> requests = questions.map((messageRequest) =&gt; ({</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  host: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  messageRequest,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}));</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> offer: Offer = { services: [], files: [], methods: [] };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">for</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  messageResponse: answer,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">} </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">of</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> serverReflectionInfo(requests)) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (answer?.case === </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;listServicesResponse&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    offer.services = answer.value.service.map(({ name }) =&gt; name);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  }</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (answer?.case === </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;fileDescriptorResponse&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> files = answer.value.fileDescriptorProto.map((file) =&gt;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      FileDescriptorProto.decode(file),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    offer.files = files.map(({ name = </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> }) =&gt; name);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    offer.methods = files.flatMap((file) =&gt;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      methodsOf(file, service),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  }</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p>So a tool that has never seen your <code>.proto</code> can list and call. With the server of this lesson in one terminal (<code>npm run lesson 29 server</code>), <code>buf curl</code> in another:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>$ npx @bufbuild/buf curl --protocol grpc --http2-prior-knowledge \\</span></span>
<span class="line"><span>    --list-methods http://localhost:50029</span></span>
<span class="line"><span>ecommerce.OrderManagement/AddOrder</span></span>
<span class="line"><span>ecommerce.OrderManagement/GetOrder</span></span>
<span class="line"><span>…</span></span>
<span class="line"><span>grpc.health.v1.Health/Watch</span></span>
<span class="line"><span></span></span>
<span class="line"><span>$ npx @bufbuild/buf curl --protocol grpc --http2-prior-knowledge \\</span></span>
<span class="line"><span>    -d &#39;&quot;101&quot;&#39; http://localhost:50029/ecommerce.OrderManagement/GetOrder</span></span>
<span class="line"><span>{</span></span>
<span class="line"><span>  &quot;id&quot;: &quot;101&quot;,</span></span>
<span class="line"><span>  &quot;items&quot;: [&quot;teapot&quot;, &quot;cup&quot;, &quot;cup&quot;],</span></span>
<span class="line"><span>  &quot;price&quot;: 40,</span></span>
<span class="line"><span>  &quot;destination&quot;: &quot;Leeds&quot;</span></span>
<span class="line"><span>}</span></span></code></pre></div><p>(The list of items stands on one line here, and on five in the terminal.) <code>grpcurl</code> does the same, and <code>npm run judge:tools</code> lets <code>grpcurl</code>, <code>ghz</code>, <code>grpc_health_probe</code> and <code>buf</code> ask our server all of it.</p><p>Reflection tells everybody everything that there is, in every detail. Inside a company that is a blessing. Outside think about it: a method that is in no documentation is in the descriptors.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "reflection"
      }, null, _parent));
      _push(`<h2 id="build-it" tabindex="-1">Build it <a class="header-anchor" href="#build-it" aria-label="Permalink to &quot;Build it&quot;">​</a></h2><p>Four tasks in <code>exercises/29-health/</code>: the board of statuses, Watch, the end as a state machine, and a probe that always ends. The last tests have <code>grpc-js</code> at the other end: its client watches your board, its server leaves by your machine, with a stream that never ends, and your probe asks its health service.</p><ul><li><code>this.#notify()</code> calls every function in <code>this.#watchers</code>.</li><li><code>onAbort(signal, callback)</code> calls back when the signal aborts, and returns what takes the callback away. What has aborted already aborts no more: <code>signal.aborted</code> says so.</li><li><code>refusal(code, text)</code> makes an error that ends a call; <code>excerpt(name)</code> cuts a name off.</li><li><code>this.#clock.setTimer(callback, ms)</code> gives a timer with a method <code>cancel()</code>; <code>this.#clock.now()</code> is the time.</li><li><code>ignoreFailure(work)</code> does what nobody waits for, and ignores how it ends.</li></ul>`);
      _push(ssrRenderComponent(_component_BuildIt, { exercise: unref(exercise) }, null, _parent));
      _push(`<div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> exercise</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 29</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 29</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --mine</span></span></code></pre></div><p>With <code>--mine</code> the shop’s answers about its health, its end and the probe are yours.</p><h2 id="what-you-have-answered" tabindex="-1">What you have answered <a class="header-anchor" href="#what-you-have-answered" aria-label="Permalink to &quot;What you have answered&quot;">​</a></h2>`);
      _push(ssrRenderComponent(_component_QuizScore, { questions: unref(quiz) }, null, _parent));
      _push(`<h2 id="what-is-still-open" tabindex="-1">What is still open <a class="header-anchor" href="#what-is-still-open" aria-label="Permalink to &quot;What is still open&quot;">​</a></h2><p>The platform knows now whether the shop works. When it does not, somebody has to find out why. What is it doing right now? That is lesson 30.</p><h2 id="sources" tabindex="-1">Sources <a class="header-anchor" href="#sources" aria-label="Permalink to &quot;Sources&quot;">​</a></h2><ul><li><a href="https://github.com/grpc/grpc/blob/master/doc/health-checking.md" target="_blank" rel="noreferrer">GRPC Health Checking Protocol</a> and <a href="https://github.com/grpc/grpc-proto/blob/master/grpc/health/v1/health.proto" target="_blank" rel="noreferrer"><code>health.proto</code></a>; <a href="https://github.com/grpc/proposal/blob/master/A90-health-service-list.md" target="_blank" rel="noreferrer">gRFC A90</a>: List; <a href="https://github.com/grpc/proposal/blob/master/A17-client-side-health-checking.md" target="_blank" rel="noreferrer">gRFC A17</a>: clients that watch</li><li><a href="https://grpc.io/docs/guides/server-graceful-stop/" target="_blank" rel="noreferrer">Graceful Shutdown</a>, <a href="https://grpc.io/docs/guides/health-checking/" target="_blank" rel="noreferrer">Health Checking</a>, <a href="https://grpc.io/docs/guides/reflection/" target="_blank" rel="noreferrer">Reflection</a></li><li><a href="https://www.rfc-editor.org/rfc/rfc9113#section-6.8" target="_blank" rel="noreferrer">RFC 9113 §6.8</a>: GOAWAY, and how a server leaves without a loss</li><li>Kubernetes: <a href="https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/" target="_blank" rel="noreferrer">Liveness, Readiness and Startup Probes</a>, <a href="https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination" target="_blank" rel="noreferrer">Pod termination</a>, <a href="https://github.com/kubernetes/enhancements/tree/master/keps/sig-network/2727-grpc-probe" target="_blank" rel="noreferrer">KEP-2727</a>: probes by gRPC</li><li><a href="https://github.com/grpc-ecosystem/grpc-health-probe" target="_blank" rel="noreferrer">grpc_health_probe</a>: its flags, and its exit codes</li><li><a href="https://github.com/grpc/grpc/blob/master/doc/server-reflection.md" target="_blank" rel="noreferrer">Server Reflection Protocol</a></li><li><code>node_modules/grpc-health-check/build/src/health.js</code>, version 2.1: <code>setStatus</code>, and <code>watch</code></li></ul><details class="details custom-block"><summary>What the article said, and what is true</summary><p>The course grew out of a series of articles (in Chinese, with Go) that goes from RPC to gRPC. Where it is wrong, or no longer right, this is what is true:</p><ul><li>Its <code>health.proto</code> has no <code>package</code>. The path of its Check would be <code>/Health/Check</code>, and no probe in the world asks that: it is <code>/grpc.health.v1.Health/Check</code>. It lacks <code>SERVICE_UNKNOWN = 3</code>, too, and List, which is younger than the article. It does not say what the empty name means, nor that each service has a status of its own.</li><li>&quot;To write it yourself is tedious, so take <code>grpc_health_probe</code>&quot; mixes up the two ends. The probe is a client. The server needs the service all the same, and nobody has to write it: Go has <code>google.golang.org/grpc/health</code>, <code>grpc-js</code> has <code>grpc-health-check</code>.</li><li>Version 0.3.0 of the probe, which it downloads, is of 2019. Since 1.24 Kubernetes asks by itself, with a probe of type <code>grpc:</code>, and since 1.27 that is there for good: no program in the image.</li><li>It ends its servers by Ctrl-C, and shows the log. That is the first row of the table above. Go has <code>GracefulStop</code>, which waits for every call without a limit, as <code>tryShutdown</code> does; a timer that calls <code>Stop</code> belongs to it.</li></ul></details></div>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lessons/29-health.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
export {
  __pageData,
  _sfc_main as default
};
