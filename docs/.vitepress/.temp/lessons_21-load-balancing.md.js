import { useSSRContext, resolveComponent, unref } from "vue";
import { ssrRenderAttrs, ssrRenderComponent } from "vue/server-renderer";
const exercise = { kind: "handle", id: "21-load-balancing", load: () => import("./21-load-balancing.exercise.DT_z9B6j.js").then((exercise2) => exercise2.default) };
const report = { kind: "handle", id: "report", load: () => import("./report.trace.D7uFsYBC.js").then((trace) => trace.default) };
const streams = { kind: "handle", id: "streams", load: () => import("./streams.trace.DCQh_k0_.js").then((trace) => trace.default) };
const quiz = [
  {
    id: "where-dns",
    question: "DNS gives the three addresses of a service in another order each time. Are the calls of a long-lived gRPC client spread?",
    answers: [
      {
        text: "Yes, each call looks the name up",
        reason: "A look-up belongs to a connection, and there is one for days."
      },
      {
        text: "No: its connections are to whatever it found first",
        reason: "Clients are spread, each by chance. The calls of one are not.",
        right: true
      },
      {
        text: "Yes, after the record has expired",
        reason: "An expired record closes no connection."
      }
    ]
  },
  {
    id: "l4-pins",
    question: "A TCP proxy, three servers, two clients that each make 1000 calls. At most how many servers have work?",
    answers: [
      { text: "One", reason: "The next connection goes to the next server." },
      {
        text: "Two",
        reason: "A server for each connection, and a connection for each client.",
        right: true
      },
      {
        text: "Three",
        reason: "There are two connections; nobody would send anything to the third."
      }
    ]
  },
  {
    id: "max-age",
    question: "You set `grpc.max_connection_age_ms` to one minute. What happens to a call that is under way when the minute is over?",
    answers: [
      {
        text: "It ends with UNAVAILABLE",
        reason: "That is what grpc.max_connection_age_grace_ms could do, much later, if you set it."
      },
      {
        text: "It goes on; only new calls use another connection",
        reason: "GOAWAY says which stream is the last one that is still served.",
        right: true
      },
      { text: "It is moved to the new connection", reason: "A stream belongs to its connection." }
    ]
  },
  {
    id: "three-addresses",
    question: "`ipv4:10.0.0.1:443,10.0.0.2:443,10.0.0.3:443`, and no service config. 300 calls. Who gets them?",
    answers: [
      { text: "100 each", reason: "That would be round_robin, and nobody has asked for it." },
      {
        text: "One of the three gets all",
        reason: "pick_first is the default: the first that answers, and then always that one.",
        right: true
      },
      {
        text: "None, the target is not valid",
        reason: "It is: a list of addresses, for one name."
      }
    ]
  },
  {
    id: "first-known",
    question: '`[{"weighted_round_robin": {}}, {"round_robin": {}}]`: what does a client do that does not know the first?',
    answers: [
      { text: "It refuses the config", reason: "Only if it knows none of them." },
      { text: "It uses round_robin", reason: "The first that it knows.", right: true },
      { text: "It uses both in turns", reason: "The list is a choice, and not a sum." }
    ]
  },
  {
    id: "picker-queue",
    question: "A picker has nothing to give: all subchannels are CONNECTING. What becomes of the call?",
    answers: [
      { text: "It fails with UNAVAILABLE", reason: "That would be TRANSIENT_FAILURE." },
      {
        text: "It waits, and the next picker is asked",
        reason: "A picker comes with every change. The deadline of the call goes on meanwhile.",
        right: true
      },
      {
        text: "It is sent to the first one",
        reason: "There is no connection on which to send it."
      }
    ]
  },
  {
    id: "sticky",
    question: "Three subchannels: TRANSIENT_FAILURE twice, and one that has failed and is just trying again. The channel is …",
    answers: [
      {
        text: "CONNECTING",
        reason: "Then calls would wait for a server that was down a second ago, and fail a moment later."
      },
      {
        text: "TRANSIENT_FAILURE",
        reason: "What has failed counts as failed until it is READY.",
        right: true
      },
      { text: "IDLE", reason: "All three were asked to connect." }
    ]
  },
  {
    id: "behind-the-gap",
    question: "Four servers, A to D; B is down. A policy walks through all four, and skips what is not READY. Of 300 calls, how many does C get?",
    answers: [
      { text: "75", reason: "The turns of B have to go somewhere." },
      { text: "100", reason: "That is what it should get." },
      { text: "150", reason: "Its own turn, and that of B: half of all.", right: true }
    ]
  },
  {
    id: "eject-all",
    question: "A database is gone, and all five servers fail each call. `maxEjectionPercent` is 10. How many are left out?",
    answers: [
      { text: "None", reason: "One at least may always be left out." },
      {
        text: "One",
        reason: "10 % of five is less than one, and one is always allowed. The others go on being asked.",
        right: true
      },
      { text: "All five", reason: "Then there would be nobody to call, and nothing gained." }
    ]
  },
  {
    id: "two-choices",
    question: "Two servers, and one stands still. Two choices, which may be the same server twice. Which part of the calls goes to the one that stands still, in the end?",
    answers: [
      { text: "None", reason: "It would be so if the two were always different ones." },
      {
        text: "A quarter",
        reason: "It is drawn twice with ½ × ½, and then there is no choice.",
        right: true
      },
      { text: "Half", reason: "Whenever both are drawn, the other one is taken." }
    ]
  },
  {
    id: "fastest",
    question: "Ten servers with `least_request_experimental`. One has lost its database and answers each call in a millisecond, with INTERNAL. It gets …",
    answers: [
      {
        text: "more calls than the others",
        reason: "It never has many calls under way. Who fails fast looks free.",
        right: true
      },
      { text: "as many as the others", reason: "That would be round_robin." },
      { text: "none", reason: "For that somebody has to look at how calls end." }
    ]
  }
];
const __pageData = JSON.parse('{"title":"Load balancing","description":"Which of ten servers gets the call? Lesson 21 of RPC from scratch.","frontmatter":{"prev":false,"next":false},"headers":[],"relativePath":"lessons/21-load-balancing.md","filePath":"lessons/21-load-balancing.md"}');
const __default__ = { name: "lessons/21-load-balancing.md" };
const _sfc_main = /* @__PURE__ */ Object.assign(__default__, {
  __ssrInlineRender: true,
  setup(__props) {
    return (_ctx, _push, _parent, _attrs) => {
      const _component_LessonStart = resolveComponent("LessonStart");
      const _component_ServerBars = resolveComponent("ServerBars");
      const _component_Quiz = resolveComponent("Quiz");
      const _component_TraceExplorer = resolveComponent("TraceExplorer");
      const _component_BalancingPlayground = resolveComponent("BalancingPlayground");
      const _component_BuildIt = resolveComponent("BuildIt");
      const _component_QuizScore = resolveComponent("QuizScore");
      _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="load-balancing" tabindex="-1">Load balancing <a class="header-anchor" href="#load-balancing" aria-label="Permalink to &quot;Load balancing&quot;">​</a></h1>`);
      _push(ssrRenderComponent(_component_LessonStart, null, null, _parent));
      _push(`<p>One connection carries all calls of a channel; that was lesson 20. Now there are ten servers behind the name. <strong>Which of ten servers gets the call?</strong> And who decides it: the network, a proxy, or the client?</p><p>With HTTP/1.1 nobody had to ask. A browser opens six connections, and each request may take another one. With gRPC a client opens one and keeps it for days, and a balancer that has worked for twenty years puts all of its calls on one server.</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 21</span></span></code></pre></div><p>Look for the bars: which of the three servers gets the calls, in each of the scenes.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · A proxy that sees connections ───────────────────────────────────────────
Three servers, and before them a TCP proxy of twenty lines: the next connection
goes to the next server. This is what two calls are, for such a proxy:
client ──▶ server  HEADERS · stream 1 · POST /ecommerce.OrderManagem…  148 bytes
  0000  00 00 8b 01 04 00 00 00  frame header = HEADERS END_HEADERS, stream 1,
        01                       139 bytes
                                   length, type, flags, stream (RFC 9113 §4.1)
  0009                           header block = 139 bytes
                                   compressed header fields (RFC 7541)
  0009  41 8b a0 e4 1d 13 9d 09  │ :authority = localhost:…
        b8 d8 00 20 ff           │   what the client calls the server; HTTP/1.1
                                 │   has Host for it (RFC 9113 §8.3.1)
  0016  83                       │ :method = POST
                                 │   a call is always a POST (gRPC
                                 │   PROTOCOL-HTTP2, Requests)
  0017  04 99 60 a4 3d 34 96 c2  │ :path = /ecommerce.OrderManagement/GetOrder
        15 7d 56 48 5b 34 0e a1  │   which method: /package.Service/Method (gRPC
        cc 5a 4b 52 58 c4 54 ea  │   PROTOCOL-HTTP2, Requests)
        b2 42 d9                 │
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
  005c  40 89 9a ca c8 b2 4d 49  │ grpc-timeout = 5000m: 5000 ms
        4f 6a 7f 84 6c 00 05 3f  │   how long the client is willing to wait
                                 │   (gRPC PROTOCOL-HTTP2, Requests)
  006c  7a 8e 9a ca c8 b5 47 90  │ user-agent = grpc-node-js/1.14.7
        ab 74 43 01 5c 2d 2e ef  │   which library this is; for logs (gRPC
                                 │   PROTOCOL-HTTP2, User Agents)
  007c  5f 8b 1d 75 d0 62 0d 26  │ content-type = application/grpc
        3d 4c 4d 65 64           │   makes it gRPC, and says how messages are
                                 │   written (gRPC PROTOCOL-HTTP2, Requests)
  0089  40 02 74 65 86 4d 83 35  │ te = trailers
        05 b1 1f                 │   I read trailers: finds out proxies that
                                 │   drop them (gRPC PROTOCOL-HTTP2, Requests)
client ──▶ server  HEADERS · stream 3 · POST /ecommerce.OrderManageme…  45 bytes
  0000  00 00 24 01 04 00 00 00  frame header = HEADERS END_HEADERS, stream 3,
        03                       36 bytes
  0009                           header block = 36 bytes
  0009  c4                       │ :authority = localhost:…
  000a  … 29 bytes               │ as before: :method, :path, :scheme
  0027  c3                       │ grpc-accept-encoding = identity,deflate,gzip
  0028  c2                       │ accept-encoding = identity
  0029  c1                       │ grpc-timeout = 5000m: 5000 ms
  002a  c0                       │ user-agent = grpc-node-js/1.14.7
  002b  bf                       │ content-type = application/grpc
  002c  be                       │ te = trailers
Two streams, 1 and 3, and one connection. The proxy has chosen once, when the
connection came, and all that follows goes the same way. 99 calls of one client:
    shop-1  99  ████████████████████████████████
    shop-2   0
    shop-3   0
Each other client would get the next server, and keep it. Layer 4 balances
clients.

── 2 · A proxy that sees calls ─────────────────────────────────────────────────
nginx, with grpc_pass and three servers in its upstream, if it is installed here
(Debian: apt-get install nginx-light); otherwise a proxy of fifteen lines on our
own stack. Either reads HTTP/2, and so it can send each stream somewhere else:
  between them    nginx
    shop-1  33  ████████████████████████████████
    shop-2  33  ████████████████████████████████
    shop-3  33  ████████████████████████████████
Even, for one client as for a thousand. The price: every byte of every call goes
through one more program, which has to be run, and kept alive.

── 3 · The client itself ───────────────────────────────────────────────────────
No proxy. The name stands for three addresses, and a service config says what to
do with them: {&quot;loadBalancingConfig&quot;: [{&quot;round_robin&quot;: {}}]}. A client of
grpc-js:
    shop-1  33  ████████████████████████████████
    shop-2  33  ████████████████████████████████
    shop-3  33  ████████████████████████████████
As even, and nobody stands between. The price: each client has a connection to
each server, and has to hear of it when servers come and go.

── 4 · Servers come and go ─────────────────────────────────────────────────────
  three servers   no call has failed
    shop-1  10  ████████████████████████████████
    shop-2  10  ████████████████████████████████
    shop-3  10  ████████████████████████████████
  shop-2 ends     no call has failed
    shop-1  15  ████████████████████████████████
    shop-2   0
    shop-3  15  ████████████████████████████████
  shop-4 is new   no call has failed
    shop-1  10  ████████████████████████████████
    shop-2   0
    shop-3  10  ████████████████████████████████
    shop-4  10  ████████████████████████████████
shop-2 sent GOAWAY, and was left out from then on. That shop-4 is there, no
connection could tell: the resolver found it. What was kept was kept with its
connection.

── 5 · Connected, and not well ─────────────────────────────────────────────────
shop-2 answers every call at once: UNAVAILABLE. Its connection is READY. Around
round_robin stands outlier_detection, which counts how calls end. (The clock of
the client is moved by hand.)
  at first        10 of 30 have failed
    shop-1  10  ████████████████████████████████
    shop-2  10  ████████████████████████████████
    shop-3  10  ████████████████████████████████
  after 10 s      no call has failed
    shop-1  15  ████████████████████████████████
    shop-2   0
    shop-3  15  ████████████████████████████████
  after 40 s      10 of 30 have failed
    shop-1  10  ████████████████████████████████
    shop-2  10  ████████████████████████████████
    shop-3  10  ████████████████████████████████
  after 50 s      no call has failed
    shop-1  15  ████████████████████████████████
    shop-2   0
    shop-3  15  ████████████████████████████████
Left out at 10 s, for 30 s. Then it gets another chance, and is left out again,
this time for 60 s.

── 6 · Which policy? ───────────────────────────────────────────────────────────
Four servers; the last one has a fifth of the speed of the others. Four clients,
160 calls a second, 20 seconds. Servers and time are simulated, the policies are
those of the stack. (queue: the longest that a server had.)
    policy                      calls             median   p99       queue
    pick_first                  3195 0 0 0        4648 ms  9542 ms   1550
    round_robin                 798 799 800 798   20 ms    10789 ms  486
    random                      803 809 808 775   23 ms    10796 ms  464
    least_loaded                1038 940 907 310  21 ms    384 ms    6
    least_request_experimental  968 966 958 303   22 ms    523 ms    9
    weighted_round_robin        994 981 994 226   24 ms    1148 ms   22
round_robin gives everybody the same, also the one that cannot keep up: one call
in a hundred waits for ten seconds. A policy that looks at how many calls are
under way does not need to know which server is slow. And it is enough to look
at two.
A call that was at a server which broke has failed. Another server is there. May
the call be sent again? That is lesson 22.</pre></details><h2 id="four-places" tabindex="-1">Four places <a class="header-anchor" href="#four-places" aria-label="Permalink to &quot;Four places&quot;">​</a></h2><table tabindex="0"><thead><tr><th>where</th><th>what it sees</th><th>it chooses</th><th>what is wrong with it</th></tr></thead><tbody><tr><td>DNS</td><td>names</td><td>an address for each look-up</td><td>clients look up once, and keep the address</td></tr><tr><td>layer 4: a TCP proxy, a <code>ClusterIP</code></td><td>connections</td><td>a server for each connection</td><td>one connection is all calls of a client</td></tr><tr><td>layer 7: nginx, Envoy</td><td>calls</td><td>a server for each stream</td><td>one more program between, for every byte</td></tr><tr><td>the client</td><td>calls</td><td>a connection for each call</td><td>every client needs all addresses, and a policy</td></tr></tbody></table><p>The first two know nothing of calls. The other two do, and that is the whole difference:</p>`);
      _push(ssrRenderComponent(_component_ServerBars, null, null, _parent));
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "where-dns"
      }, null, _parent));
      _push(`<h2 id="layer-4-a-proxy-of-twenty-lines" tabindex="-1">Layer 4: a proxy of twenty lines <a class="header-anchor" href="#layer-4-a-proxy-of-twenty-lines" aria-label="Permalink to &quot;Layer 4: a proxy of twenty lines&quot;">​</a></h2><p>It listens. For each connection that comes it opens one to the next server, and passes bytes on:</p><div class="excerpt ts long"><p class="file"><a href="/source/lessons/21-load-balancing/proxies.ts.txt" target="_self">lessons/21-load-balancing/proxies.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * Layer 4: it sees connections, and bytes. The next connection goes</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * to the next server; if nobody listens there, to the one after.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> async</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> startL4(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  servers: </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">readonly</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Place[],</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">): Promise&lt;ProxyServer&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  let</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> turn = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> listener = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> listenTcp(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    { host: LOOPBACK, port: </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    async</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (client) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> inTurn = servers.map(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        (_, i) =&gt; servers[(turn + i) % servers.length]!,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      );</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      turn++;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> server = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> connectOr(inTurn, () =&gt; client.destroy());</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (server === </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">undefined</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      pass(client, server);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      pass(server, client);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    target: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">LOOPBACK</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">:</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">listener</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">port</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    close: () =&gt; listener.destroy(),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div><label class="unfold"><input type="checkbox">Show all 26 lines</label></div><p>Nothing is wrong with it. Here are two calls, as they go by. Look at the stream in each HEADERS frame:</p>`);
      _push(ssrRenderComponent(_component_TraceExplorer, {
        trace: unref(streams),
        from: "client"
      }, null, _parent));
      _push(`<p>Streams 1 and 3, on one connection. The proxy has chosen when the connection came, before there was a call. What it could still see is bytes that it does not read, and after TLS could not.</p><p>So layer 4 balances <strong>clients</strong>. With a thousand clients, each with a call now and then, that may be all one needs. With twelve clients that are servers themselves, one of which does half of the work, it is not. Kubernetes does exactly this by default: the address of a <code>Service</code> is layer 4.</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 21</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --deploy</span></span></code></pre></div><p>Look for the server that was restarted last. When it came back, all clients had a connection elsewhere, and nothing makes them leave it. This is <strong>the herd after a deploy</strong>: one server has most of the clients, and one has nobody, for as long as the connections live. On the server <code>grpc.max_connection_age_ms</code> ends connections now and then, by GOAWAY, so that they come back somewhere else.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · After a deploy ──────────────────────────────────────────────────────────
Twelve clients, three servers. Each server is restarted in turn, and the clients
go on calling. Connections of each server before and after, with a TCP proxy
between:
    shop-1  4  ████████████████████████████████
    shop-2  4  ████████████████████████████████
    shop-3  4  ████████████████████████████████
  then            shop-1, shop-2 and shop-3 are restarted
    shop-1  9  ████████████████████████████████
    shop-2  3  ███████████
    shop-3  0
The server that was restarted last has nobody: when it came back, all clients
had a connection elsewhere, and nothing makes them leave it. The same with
round_robin in the clients, calls this time:
    shop-1  12  ████████████████████████████████
    shop-2  12  ████████████████████████████████
    shop-3  12  ████████████████████████████████
Behind a proxy of layer 4 it helps to end connections now and then, by GOAWAY:
grpc.max_connection_age_ms, on the server.</pre></details>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "l4-pins max-age"
      }, null, _parent));
      _push(`<h2 id="layer-7-a-proxy-that-reads-http-2" tabindex="-1">Layer 7: a proxy that reads HTTP/2 <a class="header-anchor" href="#layer-7-a-proxy-that-reads-http-2" aria-label="Permalink to &quot;Layer 7: a proxy that reads HTTP/2&quot;">​</a></h2><p>nginx ends the client’s connection, and has connections of its own to the servers. Each stream that comes may go out on any of them. This is all that it has to be told:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/21-load-balancing/nginx.ts.txt" target="_self">lessons/21-load-balancing/nginx.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> configFor = (folder: string, servers: </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">readonly</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> string[]) =&gt; </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">error_log stderr notice;</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">pid </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">folder</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">/nginx.pid;</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">worker_processes 1;</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">events {}</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">http {</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">  access_log off;</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">  upstream shop {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    \${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">servers</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">join(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">\\n</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">    &#39;</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">)</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">    keepalive 3;</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">  }</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">  server {</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">    listen unix:</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">folder</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">/nginx.sock http2;</span></span>
<span class="line highlighted"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">    location / { grpc_pass grpc://shop; }</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">  }</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">}</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span></code></pre></div></div><p><code>http2</code> in the line with <code>listen</code> matters: without it nginx speaks HTTP/1.1 there. (Since 1.25 there is <code>http2 on;</code> for it; the older form still works.) (The run uses nginx where it is installed, on Debian with <code>apt-get install nginx-light</code>, and says so. Otherwise it uses the next one.)</p><p>A proxy like it, on our own stack, is a server whose handler makes a call. It need not know the messages; bytes in, bytes out:</p><div class="excerpt ts long"><p class="file"><a href="/source/lessons/21-load-balancing/proxies.ts.txt" target="_self">lessons/21-load-balancing/proxies.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * Layer 7: it sees calls. Each goes to the next server, on whatever</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * connection it came.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> async</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> startL7(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  servers: </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">readonly</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Place[],</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">): Promise&lt;ProxyServer&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> channel = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Channel(</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">    \`ipv4:</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">servers</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">map(</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">({</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> host</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> port </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">})</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> =&gt;</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> \`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">host</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">:</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">port</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">)</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      serviceConfig: { loadBalancingConfig: [{ round_robin: {} }] },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> behind = createClient(asBytes, channel);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> server = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Server();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  server.addService(asBytes, {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    getOrder: (request, call) =&gt;</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      behind.getOrder(request, { parent: call }),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { port } = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> server.listen({ host: LOOPBACK, port: </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    target: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">LOOPBACK</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">:</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">port</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    async</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> close() {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> server.close();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> channel.close();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div><label class="unfold"><input type="checkbox">Show all 28 lines</label></div><p><code>{ parent: call }</code> hands on the deadline and the cancellation: that was lesson 17. A proxy that forgets it turns every deadline into none.</p><p>The price: one more program, which every byte of every call goes through. It has to be run, watched, and balanced itself. Where it ends TLS, it reads everything.</p><h2 id="in-the-client" tabindex="-1">In the client <a class="header-anchor" href="#in-the-client" aria-label="Permalink to &quot;In the client&quot;">​</a></h2><p>The third way needs two things: all addresses, and somebody who chooses. They come from different hands.</p><p>A <strong>resolver</strong> turns the name into addresses. <code>dns:///shop:50021</code> asks DNS and takes all that it says; with a <em>headless</em> service Kubernetes says one address for each pod. <code>ipv4:10.0.0.1:443,10.0.0.2:443</code> is a list that is fixed. One can write others. A resolver may also bring the second thing.</p><p>A <strong>service config</strong> says how the owner of the service wants to be called. It is JSON, and has a list of policies, of which a client takes the first that it knows:</p><div class="language-json vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">json</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">{ </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">&quot;</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">loadBalancingConfig</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">&quot;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">: [{ </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">&quot;</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">round_robin</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">&quot;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">: {} }] }</span></span></code></pre></div><p>If no resolver brings one, the channel’s own holds. On <code>grpc-js</code>:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/21-load-balancing/world.ts.txt" target="_self">lessons/21-load-balancing/world.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * A client of grpc-js whose target has the addresses of all servers,</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * and that takes them in turn.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> connectAll(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  servers: </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">readonly</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { host: string; port: number }[],</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> addresses = servers.map(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    ({ host, port }) =&gt; </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">host</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">:</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">port</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> connectTo(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`ipv4:</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">addresses</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, {</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">    &#39;grpc.service_config&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">: JSON.stringify({</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      loadBalancingConfig: [{ round_robin: {} }],</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    }),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p>Without a config it is <code>pick_first</code>. So three addresses and no config are all calls to one server, with two in reserve. <strong>This is what most people have who believe that they have load balancing.</strong></p><p>What becomes of a config that is wrong?</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 21</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --config</span></span></code></pre></div><p>Look for the rows in which <code>grpc-js</code> says nothing, and uses <code>pick_first</code>. The old field <code>loadBalancingPolicy</code> is one of them; Go still reads it, and neither <code>grpc-js</code> nor our stack does.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · What a service config says, and who listens ─────────────────────────────
    the config            our stack                             grpc-js uses
    round_robin           round_robin                           round_robin
    unknown, round_robin  round_robin                           round_robin
    unknown               loadBalancingConfig: none of these …  pick_first
    not a list            loadBalancingConfig: a list is expe…  it throws
    loadBalancingPolicy   pick_first                            pick_first
    one choice            choiceCount: 1 is not allowed         pick_first
    outliers, no child    childPolicy: none of these policies…  pick_first
Of the list, the first policy that a client knows is taken: so a config can ask
for something new. What cannot be read makes our channel throw, when it is made.
grpc-js throws at what is not a list. Otherwise it says nothing (a line in its
log at most, with GRPC_VERBOSITY=DEBUG), uses what it would use without a
config, and goes on: with pick_first, on one server. Look at the bars, not at
the config.</pre></details>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "three-addresses first-known"
      }, null, _parent));
      _push(`<h2 id="what-a-channel-is-made-of" tabindex="-1">What a channel is made of <a class="header-anchor" href="#what-a-channel-is-made-of" aria-label="Permalink to &quot;What a channel is made of&quot;">​</a></h2><p>Under the hood, and the same in every gRPC library:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span> name ──▶ resolver ──▶ policy ──▶ picker ──▶ connection</span></span>
<span class="line"><span>          addresses    │          one for    of the call</span></span>
<span class="line"><span>                       │          each call</span></span>
<span class="line"><span>                       ├─ subchannel  10.0.0.1   READY</span></span>
<span class="line"><span>                       ├─ subchannel  10.0.0.2   CONNECTING</span></span>
<span class="line"><span>                       └─ subchannel  10.0.0.3   TRANSIENT_FAILURE</span></span></code></pre></div><p>A <strong>subchannel</strong> is one address, and at most one connection to it. It has a state:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>  IDLE ──▶ CONNECTING ──▶ READY</span></span>
<span class="line"><span>   ▲            │  ▲        │</span></span>
<span class="line"><span>   │            ▼  │        │</span></span>
<span class="line"><span>   │  TRANSIENT_FAILURE     │</span></span>
<span class="line"><span>   └────────────────────────┘</span></span></code></pre></div><p>The <strong>policy</strong> has all subchannels. Whenever one changes, it makes a <strong>picker</strong>, and the channel asks that one for each call. A picker answers with a subchannel that is READY, with an error, or with nothing: then the call waits for the next picker. It has to be quick; it stands before every call.</p><p>When the resolver has found something, it says what there is, and not what has changed. The policy has to find out: <strong>kept, added, dropped.</strong> If it made all subchannels anew, every new server would cost the connections to all others. What is dropped takes no more calls, and closes when the last one on it has ended.</p><p>The channel has a state as well, and it has to be <strong>true of its parts</strong>. If one is READY, so is the channel. Otherwise, if one is CONNECTING, calls wait. If all have failed, calls fail. And here is the trap: a server that is down is tried again every few seconds, and is CONNECTING each time. If the channel said so, then calls to a service that is down would wait and fail in turns. So a part that has failed counts as failed until it is READY.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "picker-queue sticky"
      }, null, _parent));
      _push(`<h2 id="pick-first-and-eyes-that-are-happy" tabindex="-1">pick_first, and eyes that are happy <a class="header-anchor" href="#pick-first-and-eyes-that-are-happy" aria-label="Permalink to &quot;pick_first, and eyes that are happy&quot;">​</a></h2><p><code>pick_first</code> tries the addresses in order and keeps the first that answers. One after the other is slow if the first says nothing: a connection attempt may take 20 seconds. IPv6 on half a network was like that for years. So it does not wait. After 250 ms it tries the next one beside it, and the one that answers first wins. It also takes IPv6 and IPv4 in turns. That is <em>Happy Eyeballs</em> (RFC 8305; gRPC A61).</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 21</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --eyeballs</span></span></code></pre></div><p>Look for the state at 249 ms and at 250 ms.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · An address that says nothing ────────────────────────────────────────────
pick_first, two addresses. At the first one somebody accepts connections and is
silent; the second is a server. The client’s clock is moved by hand:
  at 0 ms         CONNECTING
  at 249 ms       CONNECTING
  at 250 ms       READY: the second address
Happy Eyeballs (RFC 8305): after … ms the next address is tried, and the first
is not given up. Who answers first wins. Without it the call would wait for 20
seconds, until the first attempt is over.</pre></details><h2 id="turns-and-who-stands-behind-a-gap" tabindex="-1">Turns, and who stands behind a gap <a class="header-anchor" href="#turns-and-who-stands-behind-a-gap" aria-label="Permalink to &quot;Turns, and who stands behind a gap&quot;">​</a></h2><p><code>round_robin</code> connects to all, and gives each a call in turn. It looks like one line. Two mistakes are made in it, again and again:</p><ul><li><strong>Skipping.</strong> Go through the list, and if one is not READY, take the next. Then the one behind the gap gets two turns: its own and that of the one that is down. With three servers it has twice the calls of the other, just when one is missing. So what is not READY is left out before turns are taken.</li><li><strong>Beginning anew.</strong> A new picker comes whenever a state changes. If each begins with the first server, then the first gets most of the calls, and in a bad hour all of them. The turn outlives the picker. And each client begins at another place, by chance. Otherwise a thousand clients that start together all send their first call to the same server.</li></ul>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "behind-the-gap"
      }, null, _parent));
      _push(`<h2 id="servers-come-and-go" tabindex="-1">Servers come and go <a class="header-anchor" href="#servers-come-and-go" aria-label="Permalink to &quot;Servers come and go&quot;">​</a></h2><p>A server that ends as it should sends GOAWAY: what is under way may end, what is new goes elsewhere. The policy hears of it from the connection. That a server is <strong>new</strong>, no connection can tell; only the resolver knows. So a policy asks for a new resolution whenever a connection breaks. DNS is asked every 30 seconds at most, because when a whole cluster restarts, its clients should not bring its DNS server down.</p><p>And a server that is killed?</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 21</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --kill</span></span></code></pre></div><p>Look for how many of the nine have failed, of those that were under way. No policy can save them, because nobody knows how far the server had got.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · A server ends, and calls are under way ──────────────────────────────────
round_robin, nine calls under way: three at each server. Then shop-2 ends.
  it waits        none of the nine has failed
    shop-1  15  ████████████████████████████████
    shop-2   0
    shop-3  15  ████████████████████████████████
  it is killed    3 of the nine failed
    shop-1  15  ████████████████████████████████
    shop-2   0
    shop-3  15  ████████████████████████████████
The bars are the thirty calls after it. No policy saves the three: nobody knows
how far the server had got with them. That is a question for lesson 22.</pre></details><h2 id="connected-and-not-well" tabindex="-1">Connected, and not well <a class="header-anchor" href="#connected-and-not-well" aria-label="Permalink to &quot;Connected, and not well&quot;">​</a></h2><p>Worse than a server that is down is one that is up and fails. It is READY, it has its turn, and a third of all calls fail. If the policy looks at how busy servers are, it is worse still: a server that fails at once is never busy. <strong>The sickest server looks like the fastest one</strong>, and gets the most calls. (The playground below has it: <em>One fails fast</em>.)</p><p>So somebody has to count how calls end. <code>outlier_detection</code> (gRPC A50) stands around another policy, its child:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/21-load-balancing/fast-failure.ts.txt" target="_self">lessons/21-load-balancing/fast-failure.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * Every 10 s: who has failed more than half of at least 5 calls is</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * left out, for 30 s at first.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> watched: ServiceConfigJson = {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  loadBalancingConfig: [</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      outlier_detection: {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        interval: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;10s&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        baseEjectionTime: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;30s&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        maxEjectionPercent: </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">50</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        failurePercentageEjection: {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">          threshold: </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">50</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">          minimumHosts: </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">3</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">          requestVolume: </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">5</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        },</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        childPolicy: [{ round_robin: {} }],</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  ],</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">};</span></span></code></pre></div></div><p>Every <code>interval</code> it looks at each server’s calls. A server that fails too many of them is <strong>ejected</strong>: to the child it looks as if the connection had failed. Nothing is closed. After <code>baseEjectionTime</code> it gets another chance. If it fails again, it is out for twice as long. Once <code>maxEjectionPercent</code> of them are left out, no further one is, because if all of them fail, it is not the servers. (One may always be: 10 % of three servers would be nobody.)</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "eject-all"
      }, null, _parent));
      _push(`<h2 id="which-policy" tabindex="-1">Which policy? <a class="header-anchor" href="#which-policy" aria-label="Permalink to &quot;Which policy?&quot;">​</a></h2><p>Four servers, and a client’s policy that you choose. What runs here are the policies of the stack, with the pickers that a channel asks; the servers are queues, and time and chance are made. The same settings give everybody the same picture, and the address of the page keeps yours.</p>`);
      _push(ssrRenderComponent(_component_BalancingPlayground, null, null, _parent));
      _push(`<p>Try <em>One is slow</em> with each of them. <code>round_robin</code> is fair: each server gets a quarter. But the last one can do a fifth of what the others can. Its queue grows for as long as it lasts, and a call that is sent there waits for seconds. Half of the calls notice nothing; look at the p99.</p><p><strong>Least loaded</strong> looks at all servers, and takes the one with the fewest calls under way. It need not know which one is slow: a slow server has more calls under way. But each client sees only its own. When all clients see the same server free, they all go there.</p><p><strong>Two choices</strong> draws two by chance, and takes the less busy one. That is nearly as good, which surprised people when it was found (1996): of <em>n</em> calls that go to <em>n</em> servers by chance, the fullest server gets about log <em>n</em> / log log <em>n</em>; with two choices only about log log <em>n</em>. A third choice adds little. In gRPC it is called <code>least_request_experimental</code> (A48). The two must be different ones: if the same may be drawn twice, a server that stands still is chosen now and then because it is compared with itself. (A48 and Envoy allow it, and say so: with many servers it is rare. Our stack does not.)</p><p><strong>Weighted</strong> (<code>weighted_round_robin</code>, A58) lets the servers say how busy they are. A server writes it into the trailers of its answers. One that can do twice as much for the same load gets twice the calls:</p>`);
      _push(ssrRenderComponent(_component_TraceExplorer, {
        trace: unref(report),
        from: "server"
      }, null, _parent));
      _push(`<p><code>endpoint-load-metrics-bin</code> is metadata as in lesson 19, with a message in it. On a server of <code>grpc-js</code> a handler says it in two lines:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/21-load-balancing/fleet.ts.txt" target="_self">lessons/21-load-balancing/fleet.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (load !== </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">undefined</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> report = call.getMetricsRecorder();</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  report.recordQpsMetric(load.perSecond);</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  report.recordApplicationUtilizationMetric(load.utilization);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p>The server needs the option <code>grpc.server_call_metric_recording</code>. Without it both lines do nothing, and nobody says so; then weighted is <code>round_robin</code>.</p><p>Which one, then? If the servers are alike and calls cost the same: <code>round_robin</code>. If not: two choices. In both cases with outlier detection around it.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "two-choices fastest"
      }, null, _parent));
      _push(`<h2 id="break-it" tabindex="-1">Break it <a class="header-anchor" href="#break-it" aria-label="Permalink to &quot;Break it&quot;">​</a></h2><p>The queues behind one policy, in the terminal:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 21</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --policy</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> round_robin</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 21</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --policy</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> least_request_experimental</span></span></code></pre></div><p>Look for the last row: it is the server with a fifth of the speed of the others.</p><details class="output"><summary>What <code>npm run lesson 21 -- --policy round_robin</code> prints</summary><pre tabindex="0">── 1 · round_robin, and one server that is slow ────────────────────────────────
    80/s  ▁  ▁  ▁▂▂▁ ▁▁    ▂▁▂  ▂▁  ▁▁▁   ▁ ▂▁▁▃ ▁  798 calls
    80/s  ▂ ▂▂  ▁ ▁ ▂▁▂▁   ▁ ▂▂      ▂ ▁▁▁▂  ▁  ▁▁  799 calls
    80/s  ▁▁▁▂▂▂      ▂▂  ▂▂ ▁ ▂ ▁▁  ▁▂▂▂   ▂  ▁▂▁  800 calls
    16/s  ▄▅▆▆▇▇▇▇▇▇██████████████████████████████  798 calls
    p99   10789 ms
A column is half a second, its height the queue of that server: one step up is
one call, then two, four, eight, and so on. The last server has a fifth of the
speed of the others.</pre></details><details class="output"><summary>What <code>npm run lesson 21 -- --policy least_request_experimental</code> prints</summary><pre tabindex="0">── 1 · least_request_experimental, and one server that is slow ─────────────────
    80/s  ▂▂ ▂▁  ▂▁▁ ▁▁  ▃ ▁▂▂ ▁▂▂▁▁   ▂▃ ▁▁▁ ▂ ▁▃  968 calls
    80/s   ▁ ▂  ▂ ▂▁ ▁▂▂▁▃ ▃▃▁▂ ▂     ▁▂▃▁▁ ▁▁▁ ▁▂  966 calls
    80/s    ▂ ▁     ▂▁▂▃ ▃▁▁▁  ▂▁▁▁▁▁▂▂▁ ▁▂ ▁▁▂▂▂▁  958 calls
    16/s   ▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▂▃▁▃▂▃▃▂▂▂▃▂▃▃▃▂▄▃▃▂▂▃▃▄  303 calls
    p99   523 ms
A column is half a second, its height the queue of that server: one step up is
one call, then two, four, eight, and so on. The last server has a fifth of the
speed of the others.</pre></details><p>And without the run: in one terminal <code>npm run lesson 21 server</code>, in another <code>npm run lesson 21 server -- --port 50121</code>. Point a client of your own at <code>ipv4:127.0.0.1:50021,127.0.0.1:50121</code>, and end one of them with Ctrl-C while it calls.</p><h2 id="build-it" tabindex="-1">Build it <a class="header-anchor" href="#build-it" aria-label="Permalink to &quot;Build it&quot;">​</a></h2><p>Four tasks in <code>exercises/21-load-balancing/</code>: from addresses to subchannels, turns among those that are READY, two choices, and a state that is true of its parts. This is what they need from elsewhere:</p><ul><li><code>addressKey(address)</code> is a text, the same for addresses that are the same: <code>10.0.0.1:50051</code>. If a resolver gives a server a name of its own (for its certificate), that is part of it.</li><li>Of a subchannel the list needs <code>key</code> and <code>shutdown()</code>, and the rotation its <code>state</code>.</li><li><code>random()</code> gives a number from 0 on and below 1.</li></ul><p>The last tests have three servers of <code>grpc-js</code> behind one channel: its <code>round_robin</code> stands on all four pieces.</p>`);
      _push(ssrRenderComponent(_component_BuildIt, { exercise: unref(exercise) }, null, _parent));
      _push(`<div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> exercise</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 21</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 21</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --mine</span></span></code></pre></div><p>With <code>--mine</code> every channel of ours that spreads calls does it with your list, your turns and your state, and the simulation of the last scene chooses with your two choices.</p><h2 id="what-you-have-answered" tabindex="-1">What you have answered <a class="header-anchor" href="#what-you-have-answered" aria-label="Permalink to &quot;What you have answered&quot;">​</a></h2>`);
      _push(ssrRenderComponent(_component_QuizScore, { questions: unref(quiz) }, null, _parent));
      _push(`<h2 id="what-is-still-open" tabindex="-1">What is still open <a class="header-anchor" href="#what-is-still-open" aria-label="Permalink to &quot;What is still open&quot;">​</a></h2><p>A server was killed, and three calls have failed. Two servers are there that could answer them. May the client send them again, and how often? That is lesson 22.</p><h2 id="sources" tabindex="-1">Sources <a class="header-anchor" href="#sources" aria-label="Permalink to &quot;Sources&quot;">​</a></h2><ul><li>grpc/grpc, <a href="https://github.com/grpc/grpc/blob/master/doc/load-balancing.md" target="_blank" rel="noreferrer">load-balancing.md</a>, <a href="https://github.com/grpc/grpc/blob/master/doc/naming.md" target="_blank" rel="noreferrer">naming.md</a>, <a href="https://github.com/grpc/grpc/blob/master/doc/service_config.md" target="_blank" rel="noreferrer">service_config.md</a>, <a href="https://github.com/grpc/grpc/blob/master/doc/connectivity-semantics-and-api.md" target="_blank" rel="noreferrer">connectivity-semantics-and-api.md</a></li><li>gRFCs <a href="https://github.com/grpc/proposal/blob/master/A24-lb-policy-config.md" target="_blank" rel="noreferrer">A24</a>: the list of policies; <a href="https://github.com/grpc/proposal/blob/master/A48-xds-least-request-lb-policy.md" target="_blank" rel="noreferrer">A48</a>: least request; <a href="https://github.com/grpc/proposal/blob/master/A50-xds-outlier-detection.md" target="_blank" rel="noreferrer">A50</a>: outlier detection; <a href="https://github.com/grpc/proposal/blob/master/A51-custom-backend-metrics.md" target="_blank" rel="noreferrer">A51</a> and <a href="https://github.com/grpc/proposal/blob/master/A58-client-side-weighted-round-robin-lb-policy.md" target="_blank" rel="noreferrer">A58</a>: load reports, and weights from them; <a href="https://github.com/grpc/proposal/blob/master/A61-IPv4-IPv6-dualstack-backends.md" target="_blank" rel="noreferrer">A61</a>: Happy Eyeballs</li><li><a href="https://www.rfc-editor.org/rfc/rfc8305" target="_blank" rel="noreferrer">RFC 8305</a>: Happy Eyeballs, version 2</li><li>M. Mitzenmacher, <a href="https://www.eecs.harvard.edu/~michaelm/postscripts/mythesis.pdf" target="_blank" rel="noreferrer">The Power of Two Choices in Randomized Load Balancing</a> (1996); J. Bentley, <em>Programming Pearls</em>, Communications of the ACM 30 (1987): Floyd’s way to draw a sample</li><li>nginx, <a href="https://nginx.org/en/docs/http/ngx_http_grpc_module.html" target="_blank" rel="noreferrer"><code>ngx_http_grpc_module</code></a></li><li>Kubernetes, <a href="https://kubernetes.io/blog/2018/11/07/grpc-load-balancing-on-kubernetes-without-tears/" target="_blank" rel="noreferrer">gRPC load balancing without tears</a></li></ul><details class="details custom-block"><summary>What the article said, and what is true</summary><p>The course grew out of a series of articles (in Chinese, with Go) that goes from RPC to gRPC. Where it is wrong, or no longer right, this is what is true:</p><ul><li>It chooses the policy with <code>grpc.WithBalancerName(&quot;round_robin&quot;)</code>. That option was deprecated for years, and deleted in March 2022. Today it is <code>grpc.WithDefaultServiceConfig</code>, with the JSON above.</li><li>It names a policy, and not where several addresses should come from. Without a resolver that gives several, <code>round_robin</code> goes round one server.</li><li>It says of a proxy that the client need not know what is behind it, and names nginx and Envoy. That is right, and both of them read HTTP/2. That a proxy which does not read it sends all calls of a client to one server, the article does not say.</li><li>Its <code>callUnary</code> makes a context, and ends. No call is made, so nothing was balanced.</li><li>It dials with <code>grpc.Dial</code> and <code>WithInsecure</code>. Since 1.63 it is <code>grpc.NewClient</code>, which takes a name without a scheme for <code>dns</code>, where <code>Dial</code> took it for <code>passthrough</code>: one address, as it stands. With <code>Dial</code> and a bare name there was nothing to balance.</li><li>Its chapter on Kubernetes has one replica behind a <code>ClusterIP</code>. With more it would not have balanced either: that is layer 4.</li></ul></details></div>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lessons/21-load-balancing.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
export {
  __pageData,
  _sfc_main as default
};
