import { useSSRContext, resolveComponent, unref } from "vue";
import { ssrRenderAttrs, ssrRenderComponent } from "vue/server-renderer";
const exercise = { kind: "handle", id: "25-basic-auth", load: () => import("./25-basic-auth.exercise.fZUCisBM.js").then((exercise2) => exercise2.default) };
const plaintext = { kind: "handle", id: "plaintext", load: () => import("./plaintext.trace.Csv-xwG6.js").then((trace) => trace.default) };
const quiz = [
  {
    id: "which-kind",
    question: "A gateway has one connection to the shop, and calls it for a thousand people. Where does the proof of who they are belong?",
    answers: [
      {
        text: "On the channel: it is one connection",
        reason: "Then all thousand are the same caller."
      },
      {
        text: "With each call",
        reason: "A call is made for one person. That is what call credentials are for.",
        right: true
      },
      {
        text: "In the first call; the connection is known from then on",
        reason: "The second call on it may be somebody else’s."
      }
    ]
  },
  {
    id: "two-headers",
    question: "A call comes with two values under `authorization`. The first is right, the second is nonsense.",
    answers: [
      {
        text: "Take the first one",
        reason: "Whoever stands in front of you may have looked at the last."
      },
      {
        text: "Try both, and let in whoever has one that is right",
        reason: "Two guesses for the price of one call; a list of them, if you take more."
      },
      {
        text: "There is no proof",
        reason: "Nobody knows which of them is meant. An honest client sends one.",
        right: true
      }
    ]
  },
  {
    id: "which-colon",
    question: "The text is `ada:tea:for:two`. Who is it, and what is the password?",
    answers: [
      {
        text: "`ada`, with `tea:for:two`",
        reason: "The first colon divides: a name has none, a password may have several.",
        right: true
      },
      {
        text: "`ada:tea:for`, with `two`",
        reason: "A name has no colon. `lastIndexOf` reads it like this."
      },
      {
        text: "`ada`, with `tea`",
        reason: '`split(":")[1]` reads it like this. Then half of the password is enough.'
      }
    ]
  },
  {
    id: "streams-open",
    question: "Why does no test of the article’s `valid` find that its streams are open?",
    answers: [
      {
        text: "The test would have to be slower",
        reason: "It is not about time."
      },
      {
        text: "`valid` is right about whatever it is asked, and for streams nobody asks it",
        reason: "One has to call each method without a proof, and look at what comes back.",
        right: true
      },
      {
        text: "Streams have no metadata",
        reason: "They have the same headers as any call."
      }
    ]
  },
  {
    id: "why-remove",
    question: "Why does the guard take `authorization` out of the metadata?",
    answers: [
      {
        text: "It saves bytes on the wire",
        reason: "It has come over the wire already."
      },
      {
        text: "HTTP/2 demands it",
        reason: "HTTP/2 does not know who a guard is."
      },
      {
        text: "Handlers log metadata and hand them on; the password would go along",
        reason: "Who it is stands in the context. How they proved it is nobody’s business.",
        right: true
      }
    ]
  },
  {
    id: "grpc-js-option",
    question: "A client of `grpc-js` has an insecure channel, and gives `{ credentials }` to one call. What happens?",
    answers: [
      {
        text: "It throws: insecure credentials cannot be composed",
        reason: "It does so for the channel’s credentials. For those of a call nobody asks."
      },
      {
        text: "The call fails with `UNAUTHENTICATED` before it is sent",
        reason: "So it is on our stack."
      },
      {
        text: "The password goes over plaintext",
        reason: "The lesson’s server has seen it, and the trace has it.",
        right: true
      }
    ]
  },
  {
    id: "server-says-no",
    question: "The right password has come over plaintext. Why does the server refuse it, now that it is too late?",
    answers: [
      {
        text: "To let whoever listens believe that it is wrong",
        reason: "They have read the text of the refusal, too."
      },
      {
        text: "So that this client is mended before it is used in earnest",
        reason: "What works in a test goes into production as it is.",
        right: true
      },
      {
        text: "Because the metadata are encrypted",
        reason: "They are not. That is the trouble."
      }
    ]
  },
  {
    id: "salt",
    question: "Somebody has stolen the hashes and the salts. What are the salts good for now?",
    answers: [
      {
        text: "Nothing: they are known",
        reason: "They never were secret."
      },
      {
        text: "The list of passwords has to be hashed anew for each user",
        reason: "Without them one pass through the list serves for all.",
        right: true
      },
      {
        text: "They make each hash slower",
        reason: "That is what N, r and p do."
      }
    ]
  },
  {
    id: "decoy",
    question: "The hash of the decoy is equal to what was derived. Somebody has found its password. And now?",
    answers: [
      {
        text: "They come in as the decoy",
        reason: "There is nobody of that name. Two things have to be true."
      },
      {
        text: "Nobody comes in",
        reason: "The decoy is there for the work, and not for its answer.",
        right: true
      },
      {
        text: "That cannot happen",
        reason: "It is unlikely. A check that relies on it is one line from being wrong."
      }
    ]
  },
  {
    id: "stopwatch",
    question: "How does one test that a check takes as long for a name that does not exist?",
    answers: [
      {
        text: "Measure both a thousand times, and compare the means",
        reason: "It fails on a busy machine, and passes on a fast one."
      },
      {
        text: "Count the calls of the functions that take the time",
        reason: "The same work takes the same time, and the count is the same on every machine.",
        right: true
      },
      {
        text: "Wait a fixed time in both cases",
        reason: "Then it is the sleep that is tested. And whoever makes the server busy sees through it."
      }
    ]
  },
  {
    id: "lockout",
    question: "After five wrong passwords an account is locked for an hour. Who likes that best?",
    answers: [
      {
        text: "Somebody who wants ada to be unable to work",
        reason: "Five calls an hour, with her name and any password.",
        right: true
      },
      {
        text: "Ada, because nobody can guess now",
        reason: "She cannot come in, either."
      },
      {
        text: "Somebody who guesses one password for a thousand names",
        reason: "They do not mind: it is one try for each name. But there is somebody who likes it more."
      }
    ]
  },
  {
    id: "brake-order",
    question: "Why is a try paid for before the password has been looked at?",
    answers: [
      {
        text: "Of a thousand tries at the same moment, all would begin before the first has failed",
        reason: "A hash takes a third of a second. That is a long time to count nothing in.",
        right: true
      },
      {
        text: "It is faster",
        reason: "It is the same work."
      },
      {
        text: "So that a right password is braked, too",
        reason: "It gets its try back."
      }
    ]
  },
  {
    id: "remembered",
    question: "The shop remembers for a minute that a password was right. What does that cost?",
    answers: [
      {
        text: "A third of a second for each call",
        reason: "That is what it saves."
      },
      {
        text: "A password that was changed works for up to a minute more",
        reason: "Whatever is remembered is true of the past.",
        right: true
      },
      {
        text: "Nothing",
        reason: "Think of somebody who has just changed a stolen password."
      }
    ]
  }
];
const __pageData = JSON.parse('{"title":"Call credentials","description":"Who is calling? Lesson 25 of RPC from scratch.","frontmatter":{"prev":false,"next":false},"headers":[],"relativePath":"lessons/25-basic-auth.md","filePath":"lessons/25-basic-auth.md"}');
const __default__ = { name: "lessons/25-basic-auth.md" };
const _sfc_main = /* @__PURE__ */ Object.assign(__default__, {
  __ssrInlineRender: true,
  setup(__props) {
    return (_ctx, _push, _parent, _attrs) => {
      const _component_LessonStart = resolveComponent("LessonStart");
      const _component_Quiz = resolveComponent("Quiz");
      const _component_BasicPlayground = resolveComponent("BasicPlayground");
      const _component_GuardGates = resolveComponent("GuardGates");
      const _component_TraceExplorer = resolveComponent("TraceExplorer");
      const _component_BuildIt = resolveComponent("BuildIt");
      const _component_QuizScore = resolveComponent("QuizScore");
      _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="call-credentials" tabindex="-1">Call credentials <a class="header-anchor" href="#call-credentials" aria-label="Permalink to &quot;Call credentials&quot;">​</a></h1>`);
      _push(ssrRenderComponent(_component_LessonStart, null, null, _parent));
      _push(`<p>TLS says who the server is. With certificates on both sides it also says which machine is calling. But a machine works for many people, and a person has many machines. <strong>Who is calling?</strong></p><p>The oldest answer is a name and a password. They go with every call, in one header. That sounds like an afternoon of work. In the article from which this course grew it is twenty lines, and those twenty lines have six holes. This lesson goes through them one by one, since each of them is in other people’s code as well.</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 25</span></span></code></pre></div><p>Look for the second scene: somebody without a password, and 36 orders.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · What the article lets in ────────────────────────────────────────────────
A name and a password, in base64, under authorization, with every call. Its
server cuts &quot;Basic &quot; off the front, and compares the rest with admin:admin,
which stands in the code. Beside it, what our parseBasic reads:
    authorization     the article  parseBasic
    as it should be   lets in      user &quot;admin&quot;, password of 5
    in small letters  refuses      user &quot;admin&quot;, password of 5
    two spaces        refuses      user &quot;admin&quot;, password of 5
    without a scheme  lets in      no proof
    two values        lets in      no proof
    two in one        refuses      no proof
    three colons      refuses      user &quot;ada&quot;, password of 15
    no UTF-8          refuses      no proof
It refuses what is right, since a scheme may be in any case. It lets in what is
not: what does not begin with &quot;Basic &quot; has nothing cut off, and is compared all
the same.

── 2 · One door with a guard, three without ────────────────────────────────────
That was the lock. Now the door:
grpc.UnaryInterceptor(ensureValidBasicCredentials). Somebody without a password,
over TLS; a code, or OK and how many messages came:
    no password    article, grpc-js  article, ours  grpc-js  ours
    GetOrder       16                16             16       16
    SearchOrders   OK, 36            OK, 36         16       16
    UpdateOrders   OK, 1             OK, 1          16       16
    ProcessOrders  OK, 2             OK, 2          16       16
One order is guarded, and the whole book is not: a search for nothing finds all
36, and UpdateOrders writes. On our stack an interceptor sees all four kinds, so
one has to go out of one’s way to make this mistake. The two guards on the right
look at no message, and so they do not ask of which kind a call is.

── 3 · Who keeps it off the open wire? ─────────────────────────────────────────
ada’s password, given to a call in each of three ways, on a channel without TLS:
                             on the wire   the caller reads
    grpc-js, of the channel  nothing       Cannot compose insecure credentials
    grpc-js, of the call     the password  16: passwords are not taken over pl…
    grpc-js, by hand         the password  UNAUTHENTICATED: passwords are not …
    ours, of the channel     nothing       16 UNAUTHENTICATED: call credential…
    ours, of the call        nothing       16 UNAUTHENTICATED: call credential…
    ours, by hand            the password  16 UNAUTHENTICATED: passwords are n…
grpc-js refuses on the channel, and sends as an option of the call. By hand it
is metadata like any other, and no library knows what it is. In such a case only
the server is left, and it comes too late for this password: it refuses so that
nobody gets used to it. The second way as it goes by, its value hidden in this
recording, and on the wire it is not:
client ──▶ server  HEADERS · stream 1 · POST /ecommerce.OrderManagem…  179 bytes
  0000  00 00 aa 01 04 00 00 00  frame header = HEADERS END_HEADERS, stream 1,
        01                       170 bytes
                                   length, type, flags, stream (RFC 9113 §4.1)
  0009                           header block = 170 bytes
                                   compressed header fields (RFC 7541)
  0009  41 8b a0 e4 1d 13 9d 09  │ :authority = localhost:…
        b8 d8 00 26 ff           │   what the client calls the server; HTTP/1.1
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
  005c  1f 08 9c 00 00 00 00 00  │ authorization = (secret 1)
        00 00 00 00 00 00 00 00  │   a secret: it is not recorded, zeros stand
        00 00 00 00 00 00 00 00  │   in its place (RFC 7541 §7.1.3)
        00 00 00 00 00 00 00     │
  007b  40 89 9a ca c8 b2 4d 49  │ grpc-timeout = 5000m: 5000 ms
        4f 6a 7f 84 6c 00 05 3f  │   how long the client is willing to wait
                                 │   (gRPC PROTOCOL-HTTP2, Requests)
  008b  7a 8e 9a ca c8 b5 47 90  │ user-agent = grpc-node-js/1.14.7
        ab 74 43 01 5c 2d 2e ef  │   which library this is; for logs (gRPC
                                 │   PROTOCOL-HTTP2, User Agents)
  009b  5f 8b 1d 75 d0 62 0d 26  │ content-type = application/grpc
        3d 4c 4d 65 64           │   makes it gRPC, and says how messages are
                                 │   written (gRPC PROTOCOL-HTTP2, Requests)
  00a8  40 02 74 65 86 4d 83 35  │ te = trailers
        05 b1 1f                 │   I read trailers: finds out proxies that
                                 │   drop them (gRPC PROTOCOL-HTTP2, Requests)

── 4 · What is kept of a password ──────────────────────────────────────────────
  ada             a salt of 16 random bytes, a hash of 32
  scrypt          N 32768, r 8, p 3: 32 MiB
Slow on purpose. On this machine, one core; whoever has stolen the hashes pays
it for each guess:
    N        r  p  memory       one hash  10,000 guesses
    1,024    8  1  1,024 KiB    38 ms     384 s
    16,384   8  1  16,384 KiB   85 ms     845 s
    32,768   8  3  32,768 KiB   527 ms    5,272 s
    131,072  8  1  131,072 KiB  443 ms    4,432 s

── 5 · Is there a bob? ─────────────────────────────────────────────────────────
A check that stops as soon as it knows, and ours. Hashes made, and milliseconds:
                         stops early    ours
    the right password   1, 640 ms      1, 675 ms
    a wrong password     1, 1773 ms     1, 867 ms
    nobody of that name  0, below 1 ms  1, 675 ms
No network hides a tenth of a second. With the check on the left somebody asks
for ten thousand names, and has the list of those who are here. On the right
there is a hash for everybody: for nobody, of a decoy.

── 6 · A brake that does not stop ada ──────────────────────────────────────────
The shop’s check again, with a clock that we move. ada at home comes in; then
eve guesses:
  ada, at home    came in
    who                          looked at  braked
    eve, 100 guesses             10         90
    50 places, 1,000 guesses     10         990
    from ada’s own address, 100  10         90
A minute and a half later, in the middle of it:
  ada, at home    came in
  ada, on a train too many wrong passwords; the next try in 30 s
  a minute later  came in
  hashes          43 for 2300 guesses and four calls of ada’s
A lock after so many wrong tries is a button with which eve locks out ada. This
counts by place and by name, lets tries come back, and does not brake on a
connection what was right on it before. Whoever is new while it goes on waits,
and longer if eve takes the tries that come back.

── 7 · 16 and 7 ────────────────────────────────────────────────────────────────
eve is nobody here. bob may read, ada may write too. The same calls on both
stacks:
                   grpc-js: eve  bob     ada     ours: eve  bob     ada
    GetOrder       16            OK, 1   OK, 1   16         OK, 1   OK, 1
    SearchOrders   16            OK, 36  OK, 36  16         OK, 36  OK, 36
    UpdateOrders   16            7       OK, 1   16         7       OK, 1
    ProcessOrders  16            7       OK, 2   16         7       OK, 2
UNAUTHENTICATED (16): I do not know who you are; come again with another proof.
PERMISSION_DENIED (7): I know who you are, and no; to come again is of no use.

── 8 · With every call ─────────────────────────────────────────────────────────
  bytes           34 in each of 50 calls; after the first no fewer
  hashes          1
  time            the first call 936 ms, the others 1.0 ms
HPACK may not put authorization into its table (lesson 8), and so it costs the
same each time. The hash is made once a minute for a connection: a password that
was changed is good for so long.
The shop has to keep a hash for each of its callers, and each caller a password
for each shop. Somebody else could look at the passwords, once, and hand out
something that is good for an hour. That is lesson 26.</pre></details><h2 id="proof-with-each-call" tabindex="-1">Proof with each call <a class="header-anchor" href="#proof-with-each-call" aria-label="Permalink to &quot;Proof with each call&quot;">​</a></h2><p>gRPC knows two kinds of credentials. <strong>Channel credentials</strong> belong to a connection: TLS. <strong>Call credentials</strong> belong to a call: metadata that is made for it, at the moment when it is made. One connection may carry the calls of many people. And a proof that is made anew each time can change: a password, a token that has run out.</p><p>For <code>grpc-js</code> they are a function that is asked before each call:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/25-basic-auth/client.ts.txt" target="_self">lessons/25-basic-auth/client.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * Call credentials for grpc-js: asked for metadata before each call.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> basic = (proof: Proof): CallCredentials =&gt;</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  credentials.createFromMetadataGenerator((_where, done) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> metadata = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Metadata();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    metadata.set(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;authorization&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, basicValue(proof));</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    done(</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">null</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, metadata);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  });</span></span></code></pre></div></div><p>The two are put together, and then belong to the channel:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/25-basic-auth/client.ts.txt" target="_self">lessons/25-basic-auth/client.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** A client over TLS that proves who it is with every call. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> connectAs(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  { host, port }: Address,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  roots: string,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  proof?: Proof,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">): OrderManagementClient {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> channel = credentials.createSsl(Buffer.from(roots));</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> both =</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    proof === </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">undefined</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      ? channel</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      : credentials.combineChannelCredentials(channel, basic(proof));</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> ecommerce.OrderManagement(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">host</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">:</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">port</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, both, {</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">    &#39;grpc.ssl_target_name_override&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">: NAME,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p>On our stack it is an option of the channel, or of a call:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/25-basic-auth/ours.ts.txt" target="_self">lessons/25-basic-auth/ours.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** A client of ours that proves who it is with every call. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> connectOursAs(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  { host, port }: { host: string; port: number },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  { user, password }: Proof,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  roots?: string,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> channel = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Channel(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`ipv4:</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">host</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">:</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">port</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    credentials: basic(() =&gt; ({ user, password })),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    ...(roots !== </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">undefined</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> &amp;&amp; { tls: { roots, serverName: NAME } }),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  });</span></span></code></pre></div></div><p>What is sent is a line of HTTP from 1996. The present text is RFC 7617:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==</span></span>
<span class="line"><span>               scheme base64 of Aladdin:open sesame</span></span></code></pre></div><p>Base64 makes letters of bytes. It hides nothing, and was never meant to.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "which-kind"
      }, null, _parent));
      _push(`<h2 id="parsing-that-does-not-lie" tabindex="-1">Parsing that does not lie <a class="header-anchor" href="#parsing-that-does-not-lie" aria-label="Permalink to &quot;Parsing that does not lie&quot;">​</a></h2><p>The article’s server takes the value apart like this:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/25-basic-auth/article.ts.txt" target="_self">lessons/25-basic-auth/article.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** \`func valid(authorization []string) bool\`, line for line. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> valid(authorization: </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">readonly</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> string[]): boolean {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (authorization.length &lt; </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">1</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">return</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> false</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> token = trimPrefix(authorization[</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">]!, </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;Basic &#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> token === btoa(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;admin:admin&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p><code>TrimPrefix</code> takes something off the front, <em>if it is there</em>. So there is a value that comes in without being Basic at all. And another one that is Basic, and stays outside:</p>`);
      _push(ssrRenderComponent(_component_BasicPlayground, null, null, _parent));
      _push(`<p>A stranger has written this header, so each of its parts is a question:</p><ul><li><strong>The scheme</strong> may be in any case (RFC 9110 §11.1), and is a whole word. Behind it stands one space or more.</li><li><strong>The base64</strong> is what RFC 4648 §4 says: with <code>+</code> and <code>/</code>, with <code>=</code> at the end. <code>encodeBase64</code> of lesson 19 leaves the <code>=</code> out, as gRPC does under <code>-bin</code>. Go’s decoder does not read that.</li><li><strong>The colon</strong>: the first one divides. A password may have more of them, a name may have none.</li><li><strong>The text</strong> is UTF-8. A decoder that puts “�” for each wrong byte makes many passwords the same. And an é can be one character or two, depending on the keyboard; so the client sends the short form (NFC, RFC 7617 §2.1).</li><li><strong>Control characters</strong> are forbidden in both. A name with a line break in it writes a line of its own into your log.</li><li><strong>How many headers?</strong> One. If there are two, the proxy has looked at the first, and you look at the last. A client of <code>grpc-js</code> cannot even send two: Node’s HTTP/2 refuses, and the call ends with <code>INTERNAL</code>. A stranger’s client can.</li></ul><p>Whatever is wrong, the answer is the same: there is no proof. A parser that throws gives its caller <code>UNKNOWN</code> and you an entry in the log for each.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "two-headers which-colon"
      }, null, _parent));
      _push(`<h2 id="one-door-with-a-guard-three-without" tabindex="-1">One door with a guard, three without <a class="header-anchor" href="#one-door-with-a-guard-three-without" aria-label="Permalink to &quot;One door with a guard, three without&quot;">​</a></h2><p>That was the lock. Now the door. The article registers its guard with <code>grpc.UnaryInterceptor(ensureValidBasicCredentials)</code>. Go has another registration for streams, and there the article registers nothing. The lesson runs that guard on both stacks, over TLS. Here is somebody without a password; a code, or <code>OK</code> and the number of messages:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>no password    article, grpc-js  article, ours  grpc-js  ours</span></span>
<span class="line"><span>GetOrder       16                16             16       16</span></span>
<span class="line"><span>SearchOrders   OK, 36            OK, 36         16       16</span></span>
<span class="line"><span>UpdateOrders   OK, 1             OK, 1          16       16</span></span>
<span class="line"><span>ProcessOrders  OK, 2             OK, 2          16       16</span></span></code></pre></div><p>One order is guarded. All 36 together are not, and <code>UpdateOrders</code> writes. Lesson 15 has walked through the same three doors with the article’s token. That the same mistake comes twice says something about it: nobody sees it by reading the check.</p><p>On our stack an interceptor sees all four kinds of call. One has to go out of one’s way to leave three of them open:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/25-basic-auth/article.ts.txt" target="_self">lessons/25-basic-auth/article.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * The same on our stack, where one has to go out of one&#39;s way for it.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> articleOnOurs: OurInterceptor = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">async</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  request,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  call,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  next,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { requestStream, responseStream } = call.method;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> isUnary = !requestStream &amp;&amp; !responseStream;</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (isUnary &amp;&amp; !valid(call.metadata.getAll(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;authorization&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">))) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    throw</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> GrpcError(Status.UNAUTHENTICATED, INVALID);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  }</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> next(request, call);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">};</span></span></code></pre></div></div><p>The right guard asks nothing about the kind. It looks at the headers, and no message has been read when it says no:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/25-basic-auth/server.ts.txt" target="_self">lessons/25-basic-auth/server.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * For grpc-js, and for all four kinds of call: it looks at no</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * message.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> guard =</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  (check: Check): ServerInterceptor =&gt;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  (method, call) =&gt;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    layer((path) =&gt; ({</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      async</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> enter(metadata) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">        const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> values = metadata.get(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;authorization&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">).map(String);</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">        const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> proof = parseBasic(values);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">        if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (proof === </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">undefined</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">throw</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> unauthenticated(NOT_BASIC);</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        metadata.remove(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;authorization&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">        const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> person = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> check(proof, call.getPeer());</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">        if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (person === </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">undefined</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">)</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">          throw</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> unauthenticated(WRONG_PASSWORD);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">        if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (mayCall(person, path)) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">        const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> details = </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">path</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> is not for you\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">        throw</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> CallError(status.PERMISSION_DENIED, details);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    }))(method, call);</span></span></code></pre></div></div><p>Look at <code>metadata.remove</code>. Behind the guard nobody needs the password any more. A handler that logs its metadata, or hands them on to the next server, does not have it. That is true of open methods as well: a channel sends its password to the health check, too, if nobody stops it.</p>`);
      _push(ssrRenderComponent(_component_GuardGates, null, null, _parent));
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "streams-open why-remove"
      }, null, _parent));
      _push(`<h2 id="who-keeps-it-off-the-open-wire" tabindex="-1">Who keeps it off the open wire? <a class="header-anchor" href="#who-keeps-it-off-the-open-wire" aria-label="Permalink to &quot;Who keeps it off the open wire?&quot;">​</a></h2><p>Each call carries the password itself, and not a proof that one knows it. Whoever reads one call can make all others. So it goes over TLS or not at all. Who sees to that? Ada’s password, given to a call in three ways, on a channel without TLS:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>                         on the wire   the caller reads</span></span>
<span class="line"><span>grpc-js, of the channel  nothing       Cannot compose insecure credentials</span></span>
<span class="line"><span>grpc-js, of the call     the password  16: passwords are not taken over pl…</span></span>
<span class="line"><span>grpc-js, by hand         the password  UNAUTHENTICATED: passwords are not …</span></span>
<span class="line"><span>ours, of the channel     nothing       16 UNAUTHENTICATED: call credential…</span></span>
<span class="line"><span>ours, of the call        nothing       16 UNAUTHENTICATED: call credential…</span></span>
<span class="line"><span>ours, by hand            the password  16 UNAUTHENTICATED: passwords are n…</span></span></code></pre></div><p><strong>The second row is a trap.</strong> <code>grpc-js</code> refuses to put call credentials on an insecure channel. The same credentials as an option of one call, <code>{ credentials }</code>, it sends (1.14.7). No error, no warning. grpc-go refuses both: those of a channel when it is made, those of a call when it is sent. Its credentials have a method for that, <code>RequireTransportSecurity() bool</code>, and the article’s say <code>true</code>.</p><p>By hand it is metadata like any other. No library knows what stands in it.</p><p>Then only the server is left, and it comes too late: the password has gone by. It says no all the same, and it says so before it looks whether the password is right. What does not work in the first test does not get into production. (A server of <code>grpc-js</code> cannot ask its call whether there was TLS. <code>getAuthContext()</code> knows only of certificates that clients have shown. So such a server listens on a TLS port and on no other.)</p><p>This is the second way, recorded. The recording hides the value, with zeros in its place: a trace is a log, too, and lives longer than one thinks. On the wire it was not hidden.</p>`);
      _push(ssrRenderComponent(_component_TraceExplorer, { trace: unref(plaintext) }, null, _parent));
      _push(`<p>Nor may HPACK remember it. <code>1f 08</code> is the form <em>never to be indexed</em> (lesson 8): no proxy may put it into a table that it shares.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "grpc-js-option server-says-no"
      }, null, _parent));
      _push(`<h2 id="what-is-kept-of-a-password" tabindex="-1">What is kept of a password <a class="header-anchor" href="#what-is-kept-of-a-password" aria-label="Permalink to &quot;What is kept of a password&quot;">​</a></h2><p>The article compares with <code>admin:admin</code>, in the code. Then everybody who may read the code may call; and whoever has left the company still may.</p><p>What a shop keeps is a <strong>hash</strong>: something that is easy to make from a password, and from which nobody gets the password back. For passwords that is not enough. People choose from a short list, and the list can be hashed. So a hash for passwords is slow on purpose, needs memory, and has a <strong>salt</strong>: random bytes, others for each user. Two users with the same password have different hashes, and a list has to be hashed anew for each user.</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/25-basic-auth/scrypt.ts.txt" target="_self">lessons/25-basic-auth/scrypt.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** scrypt, on a thread of Node’s pool: the event loop goes on. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> derive(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  password: string,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  salt: Uint8Array,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  cost = COST,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) {</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">  // Node&#39;s own limit is 32 MiB in all, a little too small for this.</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> maxmem = memoryOf(cost) + </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">2</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> ** </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">20</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> options: ScryptOptions = { ...cost, maxmem };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Promise&lt;Uint8Array&gt;((resolve, reject) =&gt; {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    scrypt(password, salt, HASH_BYTES, options, (error, hash) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (error === </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">null</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) resolve(hash);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      else</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> reject(error);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** What is kept of a new password. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> async</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> recordOf(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  password: string,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  cost = COST,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">): Promise&lt;PasswordRecord&gt; {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> salt = randomBytes(SALT_BYTES);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { salt, hash: </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> derive(password, salt, cost) };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p>scrypt (RFC 7914) is in Node. Its three numbers say what it costs: memory is 128 · N · r bytes, work grows with N · r · p. One hash on one core of a small machine, and what it costs somebody to try a list of 10,000 passwords on one hash that was stolen:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>N        r  p  memory       one hash  10,000 guesses</span></span>
<span class="line"><span>1,024    8  1  1,024 KiB    1.9 ms    19 s</span></span>
<span class="line"><span>16,384   8  1  16,384 KiB   33 ms     332 s</span></span>
<span class="line"><span>32,768   8  3  32,768 KiB   321 ms    3,209 s</span></span>
<span class="line"><span>131,072  8  1  131,072 KiB  692 ms    6,924 s</span></span></code></pre></div><p>(Two cores, with much other work beside it. In a quieter moment the third row took 174 ms.) The third row is what the lesson uses, one of those that OWASP recommends. On your machine:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 25</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --cost</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 65536</span></span></code></pre></div><p>Look for the memory. Two logins at the same moment want twice as much. Node makes four hashes at a time, on the four threads of its pool; all others wait, and so does whatever else needs these threads, such as reading a file.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · One hash ────────────────────────────────────────────────────────────────
    N       r  p  memory      one hash  10,000 guesses
    65,536  8  1  65,536 KiB  825 ms    8,251 s
Twice the N is twice the time and twice the memory, for you and for who guesses.</pre></details>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "salt"
      }, null, _parent));
      _push(`<h2 id="is-there-a-bob" tabindex="-1">Is there a bob? <a class="header-anchor" href="#is-there-a-bob" aria-label="Permalink to &quot;Is there a bob?&quot;">​</a></h2><p>Here is a check as one writes it first:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/25-basic-auth/timing.ts.txt" target="_self">lessons/25-basic-auth/timing.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** As one writes it first: whoever does not exist needs no hash. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> naive =</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  (people: People, onDerive: () =&gt; void) =&gt;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  async</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> ({ user, password }: Proof): Promise&lt;Person | undefined&gt; =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> known = people.get(user);</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (known === </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">undefined</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">return</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> undefined</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    onDerive();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> hash = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> derive(password, known.password.salt);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Buffer.from(hash).equals(known.password.hash)</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      ? known.caller</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      : </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">undefined</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  };</span></span></code></pre></div></div><p>It says nothing about why it refused. It does not need to:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>                     stops early    ours</span></span>
<span class="line"><span>the right password   1, 282 ms      1, 346 ms</span></span>
<span class="line"><span>a wrong password     1, 316 ms      1, 317 ms</span></span>
<span class="line"><span>nobody of that name  0, below 1 ms  1, 347 ms</span></span></code></pre></div><p>The first number is what counts, and it is the same on every machine: how many hashes were made. No network hides a third of a second. Somebody asks for ten thousand names and has the list of your users. So there is a hash for everybody. Somebody who does not exist gets the hash of a <strong>decoy</strong>, a record whose password was thrown away.</p><p>The second leak is smaller. <code>==</code> stops at the first byte that differs, and the more is right, the longer it takes:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/25-basic-auth/timing.ts.txt" target="_self">lessons/25-basic-auth/timing.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * \`==\` as many languages do it, and how many letters it looked at.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> equalUntilDifferent(a: string, b: string) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (a.length !== b.length) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { same: </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">false</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, looked: </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  for</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">let</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> i = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">; i &lt; a.length; i++) {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (a[i] !== b[i]) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { same: </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">false</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, looked: i + </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">1</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  }</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { same: </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">true</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, looked: a.length };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p>Somebody who can tell how many letters were looked at needs 36 guesses for a letter, and not 36⁷ for seven of them:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 25</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --timing</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> k7q2m9x</span></span></code></pre></div><p>Look for the number of guesses in the first table, and for the nanoseconds in the second. With hashes the attacker does not choose the bytes that are compared, so this hole is a narrow one. It costs nothing to close: <code>crypto.timingSafeEqual</code>. It wants two arrays of the same length, which hashes are.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · Letters that were looked at ─────────────────────────────────────────────
A secret is compared until the first difference. Somebody guesses, and knows of
each guess how many letters were looked at. That is what a perfect stopwatch
would say.
    comparison       found    guesses
    until different  k7q2m9x  252
    every letter     nothing  36
Without such a stopwatch there are 78,364,164,096 to be tried.

── 2 · Nanoseconds on this machine ─────────────────────────────────────────────
    the first difference  until different  every letter
    at the beginning      3 ns             319 ns
    in the middle         147 ns           392 ns
    at the end            312 ns           429 ns
The secret sixteen times over, so that this clock can see it. Over a network,
nanoseconds are hidden in the noise, and come out again for somebody who asks
often enough. So it is not left to luck: crypto.timingSafeEqual.</pre></details><p>Do not test such things with a stopwatch. Your machine does something else in between, and the test fails, or does not. Count the work. The suite of this lesson does so.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "decoy stopwatch"
      }, null, _parent));
      _push(`<h2 id="a-brake-that-does-not-stop-ada" tabindex="-1">A brake that does not stop ada <a class="header-anchor" href="#a-brake-that-does-not-stop-ada" aria-label="Permalink to &quot;A brake that does not stop ada&quot;">​</a></h2><p>Somebody has the list of the thousand favourite passwords. So there has to be a brake. The first idea: after five wrong passwords the account is locked. Now anybody can lock out anybody; a name is enough.</p><p>The lesson’s brake counts by <strong>place</strong> (an address) and by <strong>name</strong>. Somebody who has come in from a place before has a count of their own there. Tries that are spent come back as time goes by. And the brake stands <em>before</em> the hash, so that it says nothing about the password:</p><div class="excerpt ts long"><p class="file"><a href="/source/lessons/25-basic-auth/brake.ts.txt" target="_self">lessons/25-basic-auth/brake.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * Before the password is looked at: so what it says tells nothing</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * about it. A try is paid for at once, and given back if it was</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * right: of a thousand at the same moment, not all come before the</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * first has failed.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * @throws GrpcError RESOURCE_EXHAUSTED</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">begin(name: string, place: string): Ended {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> friend = JSON.stringify([name, place]);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> paying: [Tries, string][] = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#known.has(friend)</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    ? [[</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#friends, friend]]</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    : [</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        [</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#places, place],</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        [</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#names, name],</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      ];</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> wait = Math.max(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    ...paying.map(([tries, key]) =&gt; tries.wait(key)),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (wait &gt; </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">throw</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> tooMany(wait);</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  for</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> [tries, key] </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">of</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> paying) tries.spend(key, </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">1</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (wasRight) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (!wasRight) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    for</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> [tries, key] </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">of</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> paying) tries.spend(key, -</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">1</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#remember(friend);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div><label class="unfold"><input type="checkbox">Show all 26 lines</label></div><p>A try is paid for when it begins, and given back if it was right. A brake that counts a try only when it has failed lets a thousand pass that come at the same moment. How eve gets on, and ada meanwhile:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>ada, at home    came in</span></span>
<span class="line"><span>  who                          looked at  braked</span></span>
<span class="line"><span>  eve, 100 guesses             10         90</span></span>
<span class="line"><span>  50 places, 1,000 guesses     10         990</span></span>
<span class="line"><span>  from ada’s own address, 100  10         90</span></span>
<span class="line"><span>A minute and a half later, in the middle of it:</span></span>
<span class="line"><span>ada, at home    came in</span></span>
<span class="line"><span>ada, on a train too many wrong passwords; the next try in 30 s</span></span>
<span class="line"><span>a minute later  came in</span></span>
<span class="line"><span>hashes          43 for 2300 guesses and four calls of ada’s</span></span></code></pre></div><p>Ada at home has a connection on which her password was right before. On that connection it is not braked. Why on that connection, and not wherever this password comes from? Because then a guess would be braked if it is wrong and let in if it is right, and eve could try all thousand at once. Nobody else sits on ada’s connection. (Behind a gateway this is not true: it has one connection for everybody. Then the gateway has to brake.)</p><p>What is left is ada on a train. Nobody can tell her from eve before the password has been looked at. She waits, and longer if eve takes the tries that come back. A client certificate (lesson 24) would tell her apart.</p><p>The caller reads <code>RESOURCE_EXHAUSTED</code> (8). <code>UNAUTHENTICATED</code> would send a program off to fetch another proof, and <code>UNAVAILABLE</code> would have it tried again by itself (lesson 22).</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 25</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --guess</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 200</span></span></code></pre></div><p>Look for the last table: a name that does not exist is braked like any other.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · 200 guesses at ada’s password, at one moment ────────────────────────────
    from        looked at  braked  hashes made
    one place   10         190     10
    2 places    20         180     20
    10 places   20         180     20
    250 places  20         180     20

── 2 · The same for a name that does not exist ─────────────────────────────────
    from       looked at  braked  hashes made
    one place  10         190     10
It is braked as anybody is. Otherwise the brake would tell which names exist.</pre></details>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "lockout brake-order"
      }, null, _parent));
      _push(`<h2 id="_16-and-7" tabindex="-1">16 and 7 <a class="header-anchor" href="#_16-and-7" aria-label="Permalink to &quot;16 and 7&quot;">​</a></h2><p>Eve is nobody here. Bob may read, ada may write, too.</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>               grpc-js: eve  bob     ada     ours: eve  bob     ada</span></span>
<span class="line"><span>GetOrder       16            OK, 1   OK, 1   16         OK, 1   OK, 1</span></span>
<span class="line"><span>SearchOrders   16            OK, 36  OK, 36  16         OK, 36  OK, 36</span></span>
<span class="line"><span>UpdateOrders   16            7       OK, 1   16         7       OK, 1</span></span>
<span class="line"><span>ProcessOrders  16            7       OK, 2   16         7       OK, 2</span></span></code></pre></div><p><code>UNAUTHENTICATED</code> (16) says: I do not know who you are. Come again with another proof. <code>PERMISSION_DENIED</code> (7) says: I know who you are, and no. It must not be said to somebody who is not known (<a href="https://github.com/grpc/grpc/blob/master/doc/statuscodes.md" target="_blank" rel="noreferrer">status codes</a>). The difference matters to programs: a client that fetches a new token for a 7 does so for ever.</p><p>On our stack the guard of lesson 15 knows the second half already. What is new is who:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/25-basic-auth/ours.ts.txt" target="_self">lessons/25-basic-auth/ours.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> ourGuard = (check: Check, allowPlaintext = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">false</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) =&gt;</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  basicGuard&lt;Person&gt;({</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    check: (proof, call) =&gt; check(proof, call.peer.address),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    caller: person,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    mayCall,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    allowPlaintext,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  });</span></span></code></pre></div></div><h2 id="with-every-call" tabindex="-1">With every call <a class="header-anchor" href="#with-every-call" aria-label="Permalink to &quot;With every call&quot;">​</a></h2><p>A hash of 300 ms for every call, and a core does three calls a second. So the shop remembers what was right, and asks in this order:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/25-basic-auth/check.ts.txt" target="_self">lessons/25-basic-auth/check.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">return</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> async</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (proof, connection) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> before = memory.get(proof, connection);</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (before?.fresh) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> before.caller;</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">  // Who has come in on this connection is not braked on it.</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> ended = before</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    ? () =&gt; {}</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    : brake.begin(proof.user, placeOf(connection));</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> person = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> verify(proof);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  ended(person !== </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">undefined</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  memory.set(proof, connection, person);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> person;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">};</span></span></code></pre></div></div><p>Fifty calls of ada’s on one connection:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>bytes           34 in each of 50 calls; after the first no fewer</span></span>
<span class="line"><span>hashes          1</span></span>
<span class="line"><span>time            the first call 533 ms, the others 0.6 ms</span></span></code></pre></div><p>What is remembered is an HMAC, under a key that exists in this process only: a list of quick hashes in memory would be what one wanted to avoid. And it has a price. For a minute, a password that was changed goes on working. How long is long enough, and how short is short enough? This question comes back in the next two lessons, for tokens.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "remembered"
      }, null, _parent));
      _push(`<h2 id="build-it" tabindex="-1">Build it <a class="header-anchor" href="#build-it" aria-label="Permalink to &quot;Build it&quot;">​</a></h2><p>Four tasks in <code>exercises/25-basic-auth/</code>: the header there and back, a check that does the same work for everybody, a guard in front of every method, and call credentials that stay off plaintext. The last tests call your guard over TLS from <code>grpc-js</code>, in all four ways.</p>`);
      _push(ssrRenderComponent(_component_BuildIt, { exercise: unref(exercise) }, null, _parent));
      _push(`<div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> exercise</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 25</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 25</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --mine</span></span></code></pre></div><p>With <code>--mine</code> both servers of the lesson read headers with your parser, and ours has your guard in front.</p><h2 id="what-you-have-answered" tabindex="-1">What you have answered <a class="header-anchor" href="#what-you-have-answered" aria-label="Permalink to &quot;What you have answered&quot;">​</a></h2>`);
      _push(ssrRenderComponent(_component_QuizScore, { questions: unref(quiz) }, null, _parent));
      _push(`<h2 id="what-is-still-open" tabindex="-1">What is still open <a class="header-anchor" href="#what-is-still-open" aria-label="Permalink to &quot;What is still open&quot;">​</a></h2><p>Each shop keeps a hash for each caller, each caller a password for each shop, and every call carries the secret itself. Somebody else could look at the password, once, and hand out something that is good for an hour and for this shop only. That is lesson 26.</p><h2 id="sources" tabindex="-1">Sources <a class="header-anchor" href="#sources" aria-label="Permalink to &quot;Sources&quot;">​</a></h2><ul><li><a href="https://www.rfc-editor.org/rfc/rfc7617" target="_blank" rel="noreferrer">RFC 7617</a>, Basic; <a href="https://www.rfc-editor.org/rfc/rfc9110#section-11" target="_blank" rel="noreferrer">RFC 9110 §11</a>, HTTP authentication; <a href="https://www.rfc-editor.org/rfc/rfc4648" target="_blank" rel="noreferrer">RFC 4648</a>, base64</li><li><a href="https://grpc.io/docs/guides/auth/" target="_blank" rel="noreferrer">gRPC: Authentication</a>, channel and call credentials; <a href="https://github.com/grpc/grpc/blob/master/doc/statuscodes.md" target="_blank" rel="noreferrer">status codes</a>, 7, 8 and 16; <a href="https://github.com/grpc/proposal/blob/master/A54-restrict-control-plane-status-codes.md" target="_blank" rel="noreferrer">gRFC A54</a>, which codes credentials may fail with</li><li><a href="https://www.rfc-editor.org/rfc/rfc7914" target="_blank" rel="noreferrer">RFC 7914</a>, scrypt; OWASP, <a href="https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html" target="_blank" rel="noreferrer">Password Storage Cheat Sheet</a></li><li>OWASP, <a href="https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies" target="_blank" rel="noreferrer">Slow Down Online Guessing Attacks with Device Cookies</a>: the idea behind the brake</li><li>S. Crosby, D. Wallach, R. Riedi, <a href="https://www.cs.rice.edu/~dwallach/pub/crosby-timing2009.pdf" target="_blank" rel="noreferrer"><em>Opportunities and Limits of Remote Timing Attacks</em></a>, 2009</li><li><code>node_modules/@grpc/grpc-js/src/channel-credentials.ts</code>, <code>load-balancing-call.ts</code>: where <code>grpc-js</code> asks, and where it does not</li></ul><details class="details custom-block"><summary>What the article said, and what is true</summary><p>The course grew out of a series of articles (in Chinese, with Go) that goes from RPC to gRPC. Where it is wrong, or no longer right, this is what is true:</p><ul><li><em>&quot;authorization consists of <code>basic base64(user：passwd)</code>&quot;</em>: the text has a colon that is three bytes wide (U+FF1A). The code beside it has the right one.</li><li><code>strings.TrimPrefix(authorization[0], &quot;Basic &quot;)</code>: a value without a scheme comes in, <code>basic</code> in small letters does not, and of two values the first is taken.</li><li><code>grpc.UnaryInterceptor(…)</code> alone: every streaming method is open. It takes <code>grpc.StreamInterceptor</code> as well.</li><li><code>admin:admin</code> in the code, on both sides, compared with <code>==</code>: a hash in a store, and <code>subtle.ConstantTimeCompare</code>.</li><li><code>errMissingMetadata</code> and <code>errInvalidToken</code> are used and not shown. <code>UNAUTHENTICATED</code> is right for both.</li><li><code>hostname = &quot;localhost</code>, a missing comma behind <code>grpc.UnaryInterceptor(…)</code>, and <code>credentials.NewServerTLSFromCert(&amp;cert)</code> in a list without one: the programs do not compile. <code>npm run judge:article</code> has them put right, against both of our stacks.</li><li>The server reads the password, and has no way to say that somebody may read but not write.</li></ul></details></div>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lessons/25-basic-auth.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
export {
  __pageData,
  _sfc_main as default
};
