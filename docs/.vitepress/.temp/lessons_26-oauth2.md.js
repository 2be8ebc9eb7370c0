import { useSSRContext, resolveComponent, unref } from "vue";
import { ssrRenderAttrs, ssrRenderComponent } from "vue/server-renderer";
const exercise = { kind: "handle", id: "26-oauth2", load: () => import("./26-oauth2.exercise.BTOIKUmF.js").then((exercise2) => exercise2.default) };
const again = { kind: "handle", id: "again", load: () => import("./again.trace.DC6OKeOs.js").then((trace) => trace.default) };
const sent = { kind: "handle", id: "sent", load: () => import("./sent.trace.pJVMIoru.js").then((trace) => trace.default) };
const quiz = [
  {
    id: "who-sees",
    question: "A program calls ten services with tokens. Who has to know its secret?",
    answers: [
      { text: "Each of the ten", reason: "That is lesson 25: a list of passwords in each." },
      {
        text: "The token server, and the program",
        reason: "The program shows it there and nowhere else. The ten see a token, which is good for an hour.",
        right: true
      },
      {
        text: "Nobody: a token needs no secret",
        reason: "Somebody has to prove who they are, once, to the one who gives out tokens."
      }
    ]
  },
  {
    id: "audience",
    question: "A newsletter service gets a token of `web` with each call. It takes the token and calls the shop with it. What stops it?",
    answers: [
      {
        text: "The scope",
        reason: "It may well have `orders.read` in it: that is what web asked for."
      },
      {
        text: "The audience, if the shop looks at it",
        reason: "aud says for whom the token was made: for the newsletter. If nobody compares it, nothing stops the call.",
        right: true
      },
      {
        text: "Its secret, which the newsletter does not have",
        reason: "A bearer token needs none. Who has it can use it."
      }
    ]
  },
  {
    id: "scope-names",
    question: "A method needs `orders.read`. A token has the scope `orders Orders.Read`. May it be called?",
    answers: [
      {
        text: "Yes: `orders` is everything about orders",
        reason: "Only if you have made up such a rule. For OAuth a name is a name, and not a path."
      },
      { text: "Yes: upper and lower case do not matter", reason: "They do: RFC 6749 §3.3." },
      {
        text: "No",
        reason: "Neither name is the one that is needed, and they are compared whole, letter by letter.",
        right: true
      }
    ]
  },
  {
    id: "code",
    question: "A token is good and does not allow the method. Which code?",
    answers: [
      {
        text: "16 UNAUTHENTICATED",
        reason: "That asks who is calling, and the client would fetch a new token, in vain."
      },
      {
        text: "7 PERMISSION_DENIED",
        reason: "The shop knows who it is, and says no. Another token of theirs says the same.",
        right: true
      },
      {
        text: "12 UNIMPLEMENTED, so that nobody learns of the method",
        reason: "The .proto says that it is there. Who looks for the bug will look at the wrong end."
      }
    ]
  },
  {
    id: "counts-from",
    question: "A client asks for a token at 12:00:00. The answer comes at 12:00:08, with `expires_in: 60`. Until when should the client send it?",
    answers: [
      {
        text: "12:01:00",
        reason: "It was made some time between the two moments. Counted from the question it is never taken for alive too long.",
        right: true
      },
      {
        text: "12:01:08",
        reason: "If it was made right at the beginning, it has been dead for eight seconds by then."
      },
      {
        text: "12:01:04",
        reason: "In the middle of the two, on average right, and wrong each second time."
      }
    ]
  },
  {
    id: "half",
    question: "Tokens live for 40 seconds, and a client fetches the next one a minute before the end. What happens?",
    answers: [
      {
        text: "Each token is ageing when it comes, and calls fetch one after the other",
        reason: "So it is never in the first half of a token’s life: here after 20 seconds.",
        right: true
      },
      {
        text: "The client never gets a token",
        reason: "It gets one after the other. The token server is the one who notices."
      },
      {
        text: "Nothing: it is fetched when it is dead",
        reason: "That would be a rule that nobody has written."
      }
    ]
  },
  {
    id: "outage-code",
    question: "The token has died, and the token server answers 503. What should the call fail with?",
    answers: [
      {
        text: "UNAUTHENTICATED: there is no token",
        reason: "It says that the proof was not good. Then a client asks for another one, and makes it worse."
      },
      {
        text: "UNAVAILABLE",
        reason: "Something that is needed is not there right now. Later the same call may go well.",
        right: true
      },
      {
        text: "It should wait until the token server is back",
        reason: "Its caller has a deadline. And all who wait would ask in the same moment."
      }
    ]
  },
  {
    id: "denied",
    question: "A shop takes no token at all: somebody has set its audience wrong. A client makes 1,000 calls. How many tokens should it fetch?",
    answers: [
      { text: "2,000", reason: "That is each call with a source of its own, and once more." },
      {
        text: "1,000",
        reason: "Once for each refused call. A token that was fetched a moment ago will not become better."
      },
      {
        text: "About one a second",
        reason: "A token that is younger than the pause is kept, and the call fails as it is. So the token server does not notice the shop’s mistake.",
        right: true
      }
    ]
  },
  {
    id: "memory",
    question: "A shop keeps a thousand introspection answers, good and bad in one memory. Somebody sends a thousand invented tokens a second. Who notices?",
    answers: [
      {
        text: "Nobody: they are refused from memory",
        reason: "Each is another one. None is in the memory, and each is a question."
      },
      {
        text: "Everybody with a good token, and the token server",
        reason: "The invented ones have pushed out the good ones, so each call of theirs is a question as well.",
        right: true
      },
      { text: "Only the attacker", reason: "It costs them a header each. It costs us a request." }
    ]
  },
  {
    id: "leak",
    question: "A token stands in a log that ten people can read. What has to be done first?",
    answers: [
      { text: "Delete the log", reason: "It has been read, copied, and indexed by then." },
      {
        text: "Revoke the token",
        reason: "Then it is good only for as long as somebody remembers the old answer. The log can be cleaned afterwards.",
        right: true
      },
      {
        text: "Change the program’s secret",
        reason: "The secret has not leaked. The token goes on without it."
      }
    ]
  }
];
const __pageData = JSON.parse('{"title":"OAuth 2.0","description":"Who says so? Lesson 26 of RPC from scratch.","frontmatter":{"prev":false,"next":false},"headers":[],"relativePath":"lessons/26-oauth2.md","filePath":"lessons/26-oauth2.md"}');
const __default__ = { name: "lessons/26-oauth2.md" };
const _sfc_main = /* @__PURE__ */ Object.assign(__default__, {
  __ssrInlineRender: true,
  setup(__props) {
    return (_ctx, _push, _parent, _attrs) => {
      const _component_LessonStart = resolveComponent("LessonStart");
      const _component_Quiz = resolveComponent("Quiz");
      const _component_TokenLife = resolveComponent("TokenLife");
      const _component_SequencePicture = resolveComponent("SequencePicture");
      const _component_TraceExplorer = resolveComponent("TraceExplorer");
      const _component_BuildIt = resolveComponent("BuildIt");
      const _component_QuizScore = resolveComponent("QuizScore");
      _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="oauth-2-0" tabindex="-1">OAuth 2.0 <a class="header-anchor" href="#oauth-2-0" aria-label="Permalink to &quot;OAuth 2.0&quot;">​</a></h1>`);
      _push(ssrRenderComponent(_component_LessonStart, null, null, _parent));
      _push(`<p>Lesson 25 sends a password with each call. So every service sees it, keeps a list of who may do what, and has to be told when a program is to be locked out. With ten services that is ten lists, and ten places from which the password can leak. <strong>Could somebody else say who is calling, so that a service need not know any password?</strong></p><p>That is what OAuth 2.0 is for. One server knows the secrets. It gives out <strong>tokens</strong>, which are good for some things, for a while. The services ask it, or believe it, and know nothing else.</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 26</span></span></code></pre></div><p>Look for the two tables of the scene &quot;Who may call what&quot;: two stacks, four kinds of call, and the same answer in each place.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · Two servers, and one secret less ────────────────────────────────────────
A token server has started on a free port (oidc-provider), and knows two
programs: web, which calls the shop, and the shop. web shows its secret to the
token server, and to nobody else, and gets a token:
  web asks        POST /token
    authorization: Basic (web and its secret)
    grant_type=client_credentials
    scope=orders.read
    → 200
      access_token: (43 characters)
      expires_in: 3600
      scope: &quot;orders.read&quot;
      token_type: &quot;Bearer&quot;
The token means nothing to web, nor to anybody else: it is a name under which
the token server has written something down. web sends it with each call. The
shop gets it, and asks what it stands for:
  the shop asks   POST /token/introspection
    authorization: Basic (shop and its secret)
    token=(43 characters)
    → 200
      active: true
      client_id: &quot;web&quot;
      exp: (seconds since 1970)
      iat: (seconds since 1970)
      iss: (the token server)
      aud: &quot;urn:ecommerce&quot;
      scope: &quot;orders.read&quot;
      token_type: &quot;Bearer&quot;
  and of another  POST /token/introspection
    authorization: Basic (shop and its secret)
    token=(17 characters)
    → 200
      active: false
active is the answer; aud says for whom the token was made (urn:ecommerce is
this shop), scope what it is good for. Of a bad token nothing is said, not even
why.

── 2 · Who may call what ───────────────────────────────────────────────────────
GetOrder and SearchOrders need orders.read, UpdateOrders needs orders.write,
ProcessOrders needs both. A call of each kind, over TLS, with no token and with
three: our client at a server of grpc-js, and a client of grpc-js at ours. 16 is
UNAUTHENTICATED (who are you?), 7 is PERMISSION_DENIED (you may not):
    our client, grpc-js  none  read  write  both
    GetOrder             16    OK    7      OK
    SearchOrders         16    OK    7      OK
    UpdateOrders         16    7     OK     OK
    ProcessOrders        16    7     7      OK
    grpc-js, our server  none  read  write  both
    GetOrder             16    OK    7      OK
    SearchOrders         16    OK    7      OK
    UpdateOrders         16    7     OK     OK
    ProcessOrders        16    7     7      OK
One guard stands in front of all four kinds. For these 32 calls, 24 of them with
a token, the token server gave 6 tokens and was asked 6 times about one.

── 3 · A hundred calls, one token ──────────────────────────────────────────────
A client that has just started makes a hundred calls at once. None of them has a
token:
  the calls       100 of 100 OK
  token server    1 token given, asked 1 time about it
Two crowds, and each asks once: the calls wait for the promise of a token, and
in the shop they wait for the promise of an answer. --stampede shows both
without.

── 4 · The life of a token ─────────────────────────────────────────────────────
A token lives for an hour here. So that we need not wait for it, the source has
a clock that this story moves; the token server is the real one. One get at each
of these times:
    time               get gives  tokens fetched
    0 min              token 1    1
    30 min             token 1    1
    59 min, less 1 ms  token 1    1
    59 min             token 1    2
    60 min             token 2    2
A minute before its end a token is ageing: it is still sent, and the next one is
fetched beside. No call has waited but the first one.

── 5 · Once more, or not ───────────────────────────────────────────────────────
The token is revoked before its time is over. A call of each kind, each with a
token that has just been revoked; then the same call once more. And a call that
the token’s scope does not allow:
                   attempts  tokens fetched  ended              once more
    GetOrder       2         1               OK                 OK
    SearchOrders   2         1               OK                 OK
    UpdateOrders   1         1               UNAUTHENTICATED    OK
    ProcessOrders  1         1               UNAUTHENTICATED    OK
    not allowed    1         0               PERMISSION_DENIED
UNAUTHENTICATED: another token may help, so one more try, if the requests are
still there (lesson 16). PERMISSION_DENIED: the shop knows who we are, and a new
token says the same. No second try.

── 6 · Who believes a token, and for how long ──────────────────────────────────
The shop remembers for 30 seconds what a token stands for. A client that has
kept its token calls GetOrder; then the token is revoked:
  at once         OK; asked 1 time
  and again       OK; asked 1 time
  revoked         OK; asked 1 time
  29,999 ms later OK; asked 1 time
  30,000 ms       UNAUTHENTICATED; asked 2 times
That is the price of not asking: a revoked token is good for up to 30 seconds
more. It is the shop’s own choice, and no token is believed longer than it
lives.

── 7 · Who must never see it ───────────────────────────────────────────────────
Whoever reads a token can call with it. GetOrder as the two ends see it, before
TLS hides it (to be recorded it went over plaintext, so its :scheme is http);
what a lesson records goes into a file, so the token is not in it:
client ──▶ server  HEADERS · stream 1 · POST /ecommerce.OrderManagem…  172 bytes
  0000  00 00 a3 01 04 00 00 00  frame header = HEADERS END_HEADERS, stream 1,
        01                       163 bytes
                                   length, type, flags, stream (RFC 9113 §4.1)
  0009                           header block = 163 bytes
                                   compressed header fields (RFC 7541)
  0009  83                       │ :method = POST
                                 │   a call is always a POST (gRPC
                                 │   PROTOCOL-HTTP2, Requests)
  000a  86                       │ :scheme = http
                                 │   http in the clear, https over TLS (RFC 9113
                                 │   §8.3.1)
  000b  44 99 60 a4 3d 34 96 c2  │ :path = /ecommerce.OrderManagement/GetOrder
        15 7d 56 48 5b 34 0e a1  │   which method: /package.Service/Method (gRPC
        cc 5a 4b 52 58 c4 54 ea  │   PROTOCOL-HTTP2, Requests)
        b2 42 d9                 │
  0026  41 8b a0 e4 1d 13 9d 09  │ :authority = localhost:…
        b8 d8 00 27 3f           │   what the client calls the server; HTTP/1.1
                                 │   has Host for it (RFC 9113 §8.3.1)
  0033  40 02 74 65 86 4d 83 35  │ te = trailers
        05 b1 1f                 │   I read trailers: finds out proxies that
                                 │   drop them (gRPC PROTOCOL-HTTP2, Requests)
  003e  5f 90 1d 75 d0 62 0d 26  │ content-type = application/grpc+proto
        3d 4c 4d 65 64 ff 75 d8  │   makes it gRPC, and says how messages are
        74 9f                    │   written (gRPC PROTOCOL-HTTP2, Requests)
  0050  40 8e 9a ca c8 b0 c8 42  │ grpc-accept-encoding = identity,gzip
        d6 95 8b 51 0f 21 aa 9b  │   which compressions I can read (gRPC
        8a 34 85 a9 26 4f af a9  │   PROTOCOL-HTTP2, Requests)
        bd 9a bf                 │
  006b  7a 94 9a ca c8 b5 47 90  │ user-agent = grpc-node-from-scratch/0.1.0
        ab 4b 61 e9 59 04 b0 69  │   which library this is; for logs (gRPC
        24 ec 01 70 ae 0f        │   PROTOCOL-HTTP2, User Agents)
  0081  1f 08 a8 00 00 00 00 00  │ authorization = (secret 1)
        00 00 00 00 00 00 00 00  │   a secret: it is not recorded, zeros stand
        00 00 00 00 00 00 00 00  │   in its place (RFC 7541 §7.1.3)
        00 00 00 00 00 00 00 00  │
        00 00 00 00 00 00 00 00  │
        00 00 00                 │
--leak shows where else it may turn up.
For each token that it does not know the shop asks the token server, and for as
long as it remembers the answer, a revoked token goes on. Could the token itself
say who made it, for whom, and until when? That is lesson 27.</pre></details><h2 id="two-servers-and-one-secret-less" tabindex="-1">Two servers, and one secret less <a class="header-anchor" href="#two-servers-and-one-secret-less" aria-label="Permalink to &quot;Two servers, and one secret less&quot;">​</a></h2><p>Three take part, and each has a name in RFC 6749:</p><table tabindex="0"><thead><tr><th>who</th><th>the RFC&#39;s name</th><th>knows</th></tr></thead><tbody><tr><td><code>web</code>, a program that calls the shop</td><td>client</td><td>its own secret</td></tr><tr><td>the token server</td><td>authorization server</td><td>everybody&#39;s secrets, and all tokens</td></tr><tr><td>the shop</td><td>resource server</td><td>nothing; it asks</td></tr></tbody></table><p>OAuth can do more: most of the RFC is about people who let one site act for them at another, with a browser in the middle. Between two programs of one&#39;s own the short way is enough. It is called <strong>client credentials</strong> (§4.4). The program shows its secret to the token server, says what it wants, and gets a token:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>web asks        POST /token</span></span>
<span class="line"><span>  authorization: Basic (web and its secret)</span></span>
<span class="line"><span>  grant_type=client_credentials</span></span>
<span class="line"><span>  scope=orders.read</span></span>
<span class="line"><span>  → 200</span></span>
<span class="line"><span>    access_token: (43 characters)</span></span>
<span class="line"><span>    expires_in: 3600</span></span>
<span class="line"><span>    scope: &quot;orders.read&quot;</span></span>
<span class="line"><span>    token_type: &quot;Bearer&quot;</span></span></code></pre></div><p>The lesson&#39;s token server is a real one, <code>oidc-provider</code>, and starts on a free port with the run. The secrets are made at its start, and end with it. It is asked with <code>oauth4webapi</code>:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/26-oauth2/token-client.ts.txt" target="_self">lessons/26-oauth2/token-client.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">fetchToken: (scope) =&gt; (signal) =&gt;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  inTermsOfCalls(</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">async</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (): Promise&lt;AccessToken&gt; =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> server = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> discover(signal);</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> answer = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> oauth.clientCredentialsGrantRequest(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      server,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      client,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      proof,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      { scope },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      { ...PLAIN, signal },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    );</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { access_token, expires_in = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">Infinity</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> } =</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> oauth.processClientCredentialsResponse(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        server,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        client,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        answered(answer),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { value: access_token, lifeMs: expires_in * </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">1000</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  }),</span></span></code></pre></div></div><p>From then on the token goes with each call, in a header that you know from lesson 16: <code>authorization: Bearer …</code> (RFC 6750). <em>Bearer</em> means: whoever has it. Nobody asks how they got it. So a token is a password too, for an hour, and for what stands in it.</p><p>The shop gets it, and it tells the shop nothing. Forty-three random letters, a name under which the token server has written something down. So the shop asks. That is <strong>introspection</strong> (RFC 7662):</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>the shop asks   POST /token/introspection</span></span>
<span class="line"><span>  authorization: Basic (shop and its secret)</span></span>
<span class="line"><span>  token=(43 characters)</span></span>
<span class="line"><span>  → 200</span></span>
<span class="line"><span>    active: true</span></span>
<span class="line"><span>    client_id: &quot;web&quot;</span></span>
<span class="line"><span>    aud: &quot;urn:ecommerce&quot;</span></span>
<span class="line"><span>    scope: &quot;orders.read&quot;</span></span>
<span class="line"><span>    …</span></span></code></pre></div><p>Of a token that is expired, revoked or invented the answer is <code>active: false</code>, and not a word more: who tries tokens should not learn why one fails.</p><p>Look at <code>aud</code>, the <strong>audience</strong>. It says for whom the token was made. If the shop did not look at it, every other service that <code>web</code> calls could take the token that it was shown, and call the shop with it. (RFC 9700 §2.3 asks for this check.)</p><div class="excerpt ts long"><p class="file"><a href="/source/lessons/26-oauth2/token-client.ts.txt" target="_self">lessons/26-oauth2/token-client.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">introspect:</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  (audience, timeoutMs = FETCH_TIMEOUT_MS) =&gt;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  (token) =&gt;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    inTermsOfCalls(</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">async</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (): Promise&lt;ActiveToken | undefined&gt; =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> signal = AbortSignal.timeout(timeoutMs);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> server = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> discover(signal);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> options = { ...PLAIN, signal };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> answer = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> oauth.introspectionRequest(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        server,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        client,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        proof,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        token,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        options,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { active, aud, exp, scope, client_id } =</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">        await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> oauth.processIntrospectionResponse(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">          server,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">          client,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">          answered(answer),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        );</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">      // A token for another shop has the same scopes, perhaps.</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> isOurs = Array.isArray(aud)</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        ? aud.includes(audience)</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        : aud === audience;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (!active || !isOurs || </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">typeof</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> client_id !== </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;string&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">)</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">        return</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> undefined</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> lifeMs =</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        exp === </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">undefined</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> ? </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">Infinity</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> : exp * </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">1000</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> - Date.now();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { client: client_id, scope: scope ?? </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, lifeMs };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    }),</span></span></code></pre></div><label class="unfold"><input type="checkbox">Show all 30 lines</label></div>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "who-sees audience"
      }, null, _parent));
      _push(`<h2 id="what-a-scope-is-and-what-not" tabindex="-1">What a scope is, and what not <a class="header-anchor" href="#what-a-scope-is-and-what-not" aria-label="Permalink to &quot;What a scope is, and what not&quot;">​</a></h2><p>A <strong>scope</strong> is a list of names with spaces between them: <code>orders.read orders.write</code>. The names are yours, and nobody else gives them a meaning. RFC 6749 §3.3 says which letters they may have, and that upper and lower case are different. It does not say that <code>orders</code> includes <code>orders.read</code>. If a service compares with <code>includes</code> or <code>startsWith</code>, it has made up a rule that nobody knows of, and somebody will find <code>orders.readonly</code>.</p><p>What a method needs stands in one table:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/26-oauth2/guards.ts.txt" target="_self">lessons/26-oauth2/guards.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * What each method needs. TypeScript asks for every method, and so</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * does the table.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> RULES = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> ScopeTable().require(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  OrderManagementDefinition,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    addOrder: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;orders.write&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    getOrder: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;orders.read&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    searchOrders: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;orders.read&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    updateOrders: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;orders.write&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    processOrders: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;orders.read orders.write&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span></code></pre></div></div><p>It is asked for <strong>every</strong> method. Whatever it does not name is closed: a method that is added next year is for nobody until somebody has decided. A table of what is forbidden would have it open.</p><p>The guard is the one of lesson 15; now it is asked with a token. On our stack, and on <code>grpc-js</code>:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/26-oauth2/guards.ts.txt" target="_self">lessons/26-oauth2/guards.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** On our stack: the guard of lesson 15, asked with a token. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> tokenGuard = (grantOf: GrantOf): ServerInterceptor =&gt;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  guard&lt;Grant&gt;({</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    caller,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    async</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> identify({ metadata }) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> token = bearerTokenOf(metadata.getAll(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;authorization&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">));</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> token === </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">undefined</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> ? </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">undefined</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> : grantOf(token);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    },</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    mayCall: ({ scope }, path) =&gt; RULES.allows(path, scope),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  });</span></span></code></pre></div></div><div class="excerpt ts"><p class="file"><a href="/source/lessons/26-oauth2/guards.ts.txt" target="_self">lessons/26-oauth2/guards.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** On grpc-js: a layer of lesson 15, in front of all four kinds. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> jsTokenGuard =</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  (grantOf: GrantOf): MakeLayer =&gt;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  (path) =&gt; ({</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    async</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> enter(metadata) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> token = bearerTokenOf(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        metadata.get(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;authorization&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">).map(String),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> grant =</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        token === </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">undefined</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> ? </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">undefined</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> : </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> grantOf(token);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (grant === </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">undefined</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">        throw</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> CallError(status.UNAUTHENTICATED, </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;who are you?&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      }</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (RULES.allows(path, grant.scope)) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      throw</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> CallError(</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        status.PERMISSION_DENIED,</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">        \`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">path</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> is not for you\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  });</span></span></code></pre></div></div><p>A call of each kind, over TLS, with no token and with three:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>our client, grpc-js  none  read  write  both</span></span>
<span class="line"><span>GetOrder             16    OK    7      OK</span></span>
<span class="line"><span>SearchOrders         16    OK    7      OK</span></span>
<span class="line"><span>UpdateOrders         16    7     OK     OK</span></span>
<span class="line"><span>ProcessOrders        16    7     7      OK</span></span></code></pre></div><p>16 is <code>UNAUTHENTICATED</code>: who are you? 7 is <code>PERMISSION_DENIED</code>: I know you, and you may not. The difference matters to the client. After a 16 a new token may help. After a 7 the server would only say the same again.</p><p>A scope says what the <em>program</em> may do. It does not say which orders: whether this order is hers is a question for the handler, who knows the order.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "scope-names code"
      }, null, _parent));
      _push(`<h2 id="one-token-for-a-hundred-calls" tabindex="-1">One token for a hundred calls <a class="header-anchor" href="#one-token-for-a-hundred-calls" aria-label="Permalink to &quot;One token for a hundred calls&quot;">​</a></h2><p>A token costs a request, so a client keeps it. Lesson 16 kept the promise of one, fetched the next when the server said <code>UNAUTHENTICATED</code>, and did not know when a token ends. But <code>expires_in</code> says it. So a token has a life:</p>`);
      _push(ssrRenderComponent(_component_TokenLife, null, null, _parent));
      _push(`<ul><li><strong>Young.</strong> It is sent.</li><li><strong>Ageing</strong>, a minute before its end. It is still sent, and the first call that sees it begins to fetch the next one, beside. Nobody waits.</li><li><strong>Dead.</strong> Now all wait, for one fetch.</li></ul><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>time               get gives  tokens fetched</span></span>
<span class="line"><span>0 min              token 1    1</span></span>
<span class="line"><span>30 min             token 1    1</span></span>
<span class="line"><span>59 min, less 1 ms  token 1    1</span></span>
<span class="line"><span>59 min             token 1    2</span></span>
<span class="line"><span>60 min             token 2    2</span></span></code></pre></div><p>Four things go wrong easily:</p><ul><li><strong>From when does it count?</strong> From when it was <em>asked for</em>. The token server began to count somewhere between that moment and the answer&#39;s coming; who counts from the answer believes in a dead token for as long as the answer took.</li><li><strong>A short life.</strong> A token of 40 seconds, and &quot;a minute before its end&quot;: it would be ageing when it comes, and each call would fetch. So never in the first half of its life.</li><li><strong>A timer that fetches.</strong> Then a client that has no calls at all fetches tokens for ever, once an hour, in each of a thousand processes. A call that finds the token ageing is early enough.</li><li><strong>A fetch without an end.</strong> A token server that takes the question and never answers would hold every call. So it has ten seconds, and then its signal aborts.</li></ul><p>gRPC has written down nearly the same for credentials of its own (<a href="https://github.com/grpc/proposal/blob/master/A83-xds-gcp-authn-filter.md" target="_blank" rel="noreferrer">A83</a>). It also takes 30 seconds off each life, since clocks differ and a call needs time to arrive, and after each failure in a row it waits longer. In Go <code>oauth2.ReuseTokenSource</code> does less: it replaces a token ten seconds before its end, behind a lock, so all calls wait for it, and it does not remember that the last fetch failed.</p><p>And with each call the token goes out like this:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/26-oauth2/clients.ts.txt" target="_self">lessons/26-oauth2/clients.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * A stub of our stack: TLS, a token with each call, and once more.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> connectOurs(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  { host, port }: Address,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  roots: string,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  source?: Source,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  before: </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">readonly</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> ClientInterceptor[] = [],</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> channel = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Channel(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`dns:</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">nameOf(host)</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">:</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">port</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    tls: { roots },</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    ...(source &amp;&amp; { credentials: bearer(() =&gt; source.get()) }),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  });</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> again = source ? [onceMore(source)] : [];</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> shop = createClient(OrderManagementDefinition, channel, {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    interceptors: [...before, ...again],</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    defaults: { timeoutMs: PATIENCE_MS },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { shop, close: () =&gt; channel.close() };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><div class="excerpt ts long"><p class="file"><a href="/source/lessons/26-oauth2/clients.ts.txt" target="_self">lessons/26-oauth2/clients.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** grpc-js asks for the metadata of each call, with a callback. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> tokenCredentials = (source: Source) =&gt;</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  credentials.createFromMetadataGenerator((_call, done) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    source.get().then((token) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> metadata = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Metadata();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      metadata.set(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;authorization&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`Bearer </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">token</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      done(</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">null</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, metadata);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    }, done);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  });</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** The same on grpc-js. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> connectJs(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  { host, port }: Address,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  roots: string,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  source?: Source,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> tls = credentials.createSsl(Buffer.from(roots));</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> secure = source</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    ? credentials.combineChannelCredentials(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        tls,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        tokenCredentials(source),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      )</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    : tls;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> ecommerce.OrderManagement(</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">    \`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">nameOf(host)</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">:</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">port</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    secure,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      interceptors: source ? [onceMoreJs(source)] : [],</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div><label class="unfold"><input type="checkbox">Show all 31 lines</label></div><p>Why are these two, <code>bearer</code> and <code>onceMore</code>? An interceptor could set the header, as in lesson 16. But interceptors do not know whether the connection is encrypted. Call credentials do, and send nothing over plaintext; so they send the token, and the interceptor only makes the call again.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "counts-from half"
      }, null, _parent));
      _push(`<h2 id="the-token-server-is-down" tabindex="-1">The token server is down <a class="header-anchor" href="#the-token-server-is-down" aria-label="Permalink to &quot;The token server is down&quot;">​</a></h2><p>Everybody needs it, so it is the server whose outage is felt everywhere. Must it be?</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 26</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --outage</span></span></code></pre></div><p>Look for the line of minute 59.5: the token server answers 503 to everything, and <code>GetOrder</code> is OK.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · The token server is down ────────────────────────────────────────────────
A token lives for an hour. After 50 minutes the token server answers 503 to
everything, and is well again after 62. A GetOrder now and then; the shop’s
memory of tokens is as long as their life here:
    minute  token server  GetOrder                                questions
    0       well          OK                                      1
    50      503           OK                                      0
    59      503           OK                                      1
    59.5    503           OK                                      1
    60      503           UNAVAILABLE: the token server says 503  1
    60.01   503           UNAVAILABLE: the token server says 503  0
    62      well          OK                                      1
    62.5    well          OK                                      0
From the 59th minute on the source asks, and nobody notices that it asks in
vain: the old token lives. At 60 it is dead, and calls fail with UNAVAILABLE,
which is true, and not with UNAUTHENTICATED. After a failure there are no
questions for a second, however many calls come: 60.01 is 600 ms later.</pre></details><ul><li>While the old token lives, nobody notices that the next one does not come.</li><li>When it is dead, calls fail with <code>UNAVAILABLE</code>. That is true: later the same call may go well. <code>UNAUTHENTICATED</code> would send the client after yet another token. (No answer at all is <code>UNAVAILABLE</code>, and so is one that says &quot;not now&quot;, such as 503. Any other no, such as &quot;I do not know this secret&quot;, is <code>UNAUTHENTICATED</code>. A83 again.)</li><li>After a failure there is a <strong>pause</strong>, and who needs a token meanwhile fails at once, as the last fetch did. Otherwise a thousand calls a second become a thousand questions a second to a server that is just trying to get up.</li></ul>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "outage-code"
      }, null, _parent));
      _push(`<h2 id="once-more-or-not" tabindex="-1">Once more, or not <a class="header-anchor" href="#once-more-or-not" aria-label="Permalink to &quot;Once more, or not&quot;">​</a></h2><p>Before its end a token can be <strong>revoked</strong> (RFC 7009): somebody has found it in a log. The client cannot know, and hears <code>UNAUTHENTICATED</code>. So it forgets the token, gets another one, and makes the call again, once, as in lesson 16:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>               attempts  tokens fetched  ended              once more</span></span>
<span class="line"><span>GetOrder       2         1               OK                 OK</span></span>
<span class="line"><span>SearchOrders   2         1               OK                 OK</span></span>
<span class="line"><span>UpdateOrders   1         1               UNAUTHENTICATED    OK</span></span>
<span class="line"><span>ProcessOrders  1         1               UNAUTHENTICATED    OK</span></span>
<span class="line"><span>not allowed    1         0               PERMISSION_DENIED</span></span></code></pre></div><p>On the wire, with another secret in the second call:</p>`);
      _push(ssrRenderComponent(_component_SequencePicture, { trace: unref(again) }, null, _parent));
      _push(ssrRenderComponent(_component_TraceExplorer, {
        trace: unref(again),
        from: "client"
      }, null, _parent));
      _push(`<p>One thing is new. A shop that takes <em>no</em> token, since it was set up for another audience, say, would have this client fetch a new one for each call. So a token that has just been fetched is not forgotten: the next one would be refused as well. <code>refused(token)</code> says false then, and the call fails as it is.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "denied"
      }, null, _parent));
      _push(`<h2 id="asked-once-forgotten-in-time" tabindex="-1">Asked once, forgotten in time <a class="header-anchor" href="#asked-once-forgotten-in-time" aria-label="Permalink to &quot;Asked once, forgotten in time&quot;">​</a></h2><p>A hundred calls with the same token are a hundred questions to the token server, if the shop asks each time. So it remembers the answer. For how long?</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 26</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --revoked</span></span></code></pre></div><p>Look for the two columns of numbers, and how one falls while the other rises.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · A token is revoked ──────────────────────────────────────────────────────
A client calls GetOrder once a second, for two minutes. Right before the call at
second 41 its token is revoked. Three shops, each with another memory:
    remembers for  calls OK after it was revoked  questions in two minutes
    0 s            0                              57
    10 s           9                              19
    30 s           19                             14
Between asking each time and being wrong for a while there is a number, and
somebody has to choose it. (A bad token is remembered for 5 seconds in all
three.)</pre></details><p>There is no right answer in it. Thirty seconds of memory are thirty seconds in which a revoked token goes on. RFC 7662 §4 says only that an answer must not be used beyond the token&#39;s <code>exp</code>. Beside that:</p><ul><li><strong>One question for all</strong> who come with the same token in the same moment, as on the client.</li><li><strong>Bad tokens are remembered, too</strong>, for a shorter time, or one caller with an old token asks through us all day.</li><li><strong>In a memory of their own.</strong> A caller without any token invents a million. If good and bad share a thousand places, the invented ones push everybody else out.</li><li><strong>So many questions at once, and no more.</strong> Each invented token is a question. Whoever comes beyond that hears <code>UNAVAILABLE</code>, even with a good token, if the shop does not know it yet. That is bad, and a token server that breaks down is worse.</li><li><strong>Each question has an end.</strong> Ten seconds here, as on the client: otherwise a token server that hangs would hold all those places for ever.</li><li><strong>The whole token is the key.</strong> If two tokens had the same key, since only their beginnings were compared, one caller would have the rights of the other.</li><li><strong>An error is not an answer.</strong> If the token server is down, nobody is let in, and nothing is remembered.</li></ul><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 26</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --invented</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 500</span></span></code></pre></div><p>Look for the last two lines: how often the good token was asked about again, and the token server about bad ones.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · Tokens that nobody has given ────────────────────────────────────────────
A caller without a token sends 500 that it has made up, fifty at a time, to a
shop that keeps 100 good tokens and 20 bad ones. Before and after them, a good
one:
  before          good; asked 1 time
  invented        100 times bad
  invented        400 times UNAVAILABLE
  after           good; asked 0 times
  token server    asked 100 times about invented ones
Never more than ten questions at once are out; whoever comes beyond that hears
UNAVAILABLE. And the good token is still known: bad ones have a memory of their
own.</pre></details>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "memory"
      }, null, _parent));
      _push(`<h2 id="who-must-never-see-it" tabindex="-1">Who must never see it <a class="header-anchor" href="#who-must-never-see-it" aria-label="Permalink to &quot;Who must never see it&quot;">​</a></h2><p>Whoever has read the token can call in your name. Here it is, as the two ends see it, before TLS hides it. (To be recorded at all, this one call went over plaintext. That is why its <code>:scheme</code> is <code>http</code>.)</p>`);
      _push(ssrRenderComponent(_component_TraceExplorer, {
        trace: unref(sent),
        from: "client"
      }, null, _parent));
      _push(`<p>The zeros are ours: <strong>the course does not record secrets</strong>. It says that there was one, how long it was, and whether the next one is the same. <code>1f 08</code> in front of it is HPACK&#39;s <em>never indexed</em>: it is not put into a table, here or by any proxy (lesson 8).</p><p>Four more places to look after:</p><ul><li><strong>A plaintext connection.</strong> Our stack ends the call with <code>UNAUTHENTICATED</code> before anything goes out; <code>grpc-js</code> refuses to make such a client.</li><li><strong>A log of the metadata.</strong> Names may be logged, values not (lesson 19).</li><li><strong>An error&#39;s text.</strong> &quot;Token abc… is not valid&quot; goes to the client, into its log, into a ticket. <code>checkToken</code> says what is wrong, and not with what.</li><li><strong>A crash dump, a metric&#39;s label, a URL.</strong> Tokens should not stand in URLs, says RFC 6750 §5.3: each proxy has those in its log.</li></ul><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 26</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --leak</span></span></code></pre></div><p>Look for what the careless server has written into its log.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · A connection that is not encrypted ──────────────────────────────────────
Both stacks are told to call a plaintext port with a token:
  ours            16 UNAUTHENTICATED: call credentials are not sent over
                  plaintext: use TLS
  grpc-js         Cannot compose insecure credentials

── 2 · A log ───────────────────────────────────────────────────────────────────
A server that logs the metadata of each call, as one does when something is
wrong:
    [[&quot;authorization&quot;,&quot;Bearer (THE TOKEN)&quot;]]
Whoever reads this log can call for the rest of the hour. Names may be logged,
values not: lesson 19 has such a log.

── 3 · A trace ─────────────────────────────────────────────────────────────────
The course records what goes over the wire, and hides it:
client ──▶ server  HEADERS · stream 1 · POST /ecommerce.OrderManagem…  172 bytes
  0000  00 00 a3 01 04 00 00 00  frame header = HEADERS END_HEADERS, stream 1,
        01                       163 bytes
                                   length, type, flags, stream (RFC 9113 §4.1)
  0009                           header block = 163 bytes
                                   compressed header fields (RFC 7541)
  0009  83                       │ :method = POST
                                 │   a call is always a POST (gRPC
                                 │   PROTOCOL-HTTP2, Requests)
  000a  86                       │ :scheme = http
                                 │   http in the clear, https over TLS (RFC 9113
                                 │   §8.3.1)
  000b  44 99 60 a4 3d 34 96 c2  │ :path = /ecommerce.OrderManagement/GetOrder
        15 7d 56 48 5b 34 0e a1  │   which method: /package.Service/Method (gRPC
        cc 5a 4b 52 58 c4 54 ea  │   PROTOCOL-HTTP2, Requests)
        b2 42 d9                 │
  0026  41 8b a0 e4 1d 13 9d 09  │ :authority = localhost:…
        b8 d8 00 27 3f           │   what the client calls the server; HTTP/1.1
                                 │   has Host for it (RFC 9113 §8.3.1)
  0033  40 02 74 65 86 4d 83 35  │ te = trailers
        05 b1 1f                 │   I read trailers: finds out proxies that
                                 │   drop them (gRPC PROTOCOL-HTTP2, Requests)
  003e  5f 90 1d 75 d0 62 0d 26  │ content-type = application/grpc+proto
        3d 4c 4d 65 64 ff 75 d8  │   makes it gRPC, and says how messages are
        74 9f                    │   written (gRPC PROTOCOL-HTTP2, Requests)
  0050  40 8e 9a ca c8 b0 c8 42  │ grpc-accept-encoding = identity,gzip
        d6 95 8b 51 0f 21 aa 9b  │   which compressions I can read (gRPC
        8a 34 85 a9 26 4f af a9  │   PROTOCOL-HTTP2, Requests)
        bd 9a bf                 │
  006b  7a 94 9a ca c8 b5 47 90  │ user-agent = grpc-node-from-scratch/0.1.0
        ab 4b 61 e9 59 04 b0 69  │   which library this is; for logs (gRPC
        24 ec 01 70 ae 0f        │   PROTOCOL-HTTP2, User Agents)
  0081  1f 08 a8 00 00 00 00 00  │ authorization = (secret 1)
        00 00 00 00 00 00 00 00  │   a secret: it is not recorded, zeros stand
        00 00 00 00 00 00 00 00  │   in its place (RFC 7541 §7.1.3)
        00 00 00 00 00 00 00 00  │
        00 00 00 00 00 00 00 00  │
        00 00 00                 │</pre></details><p>And if it leaks all the same? Then it is good until it ends, for what stands in its scope. That is the reason for short lives and small scopes. What would make a stolen token useless is a proof that its sender has the key it was made for: mutual TLS (RFC 8705) or DPoP (RFC 9449).</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "leak"
      }, null, _parent));
      _push(`<h2 id="in-two-terminals" tabindex="-1">In two terminals <a class="header-anchor" href="#in-two-terminals" aria-label="Permalink to &quot;In two terminals&quot;">​</a></h2><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 26</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> server</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 26</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> client</span></span></code></pre></div><p>Look for how often the server asked the token server. The client gets its secret by a file in <code>.course/</code>, which only you may read and which goes with the server.</p><h2 id="break-it" tabindex="-1">Break it <a class="header-anchor" href="#break-it" aria-label="Permalink to &quot;Break it&quot;">​</a></h2><p>A hundred calls at once, each with a token of its own, and with one for all:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 26</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --stampede</span></span></code></pre></div><p>Look for the numbers of the first row: what the token server had to do for a hundred calls.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · A hundred calls, each for itself ────────────────────────────────────────
The client fetches a token for each call that has none, and the shop asks about
each token that comes. Then the same with a source and a cache:
                     calls OK    tokens fetched  asked about one
    each for itself  100 of 100  200             100
    once for all     100 of 100  1               1
onceMore asks for a token, and the credentials ask for it when the call goes
out: without a source that is two for each call. A token server has limits, too,
and it is the one server that everybody needs.</pre></details><h2 id="build-it" tabindex="-1">Build it <a class="header-anchor" href="#build-it" aria-label="Permalink to &quot;Build it&quot;">​</a></h2><p>Four tasks in <code>exercises/26-oauth2/</code>: a question with an end, one token for a hundred calls, scopes to methods, and a memory that forgets in time. The clock is moved by hand, and the token server fails when the test wants it. The last tests of the second and the fourth have a real one, and calls of all four kinds.</p>`);
      _push(ssrRenderComponent(_component_BuildIt, { exercise: unref(exercise) }, null, _parent));
      _push(`<div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> exercise</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 26</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 26</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --mine</span></span></code></pre></div><p>The second runs the story of this lesson on your token source, your scopes and your cache.</p><p>For each token that it does not know the shop asks, and as long as it remembers the answer it may be wrong. Could a token say by itself who made it, for whom, and until when, so that nobody has to be asked? That is lesson 27.</p>`);
      _push(ssrRenderComponent(_component_QuizScore, { questions: unref(quiz) }, null, _parent));
      _push(`<h2 id="sources" tabindex="-1">Sources <a class="header-anchor" href="#sources" aria-label="Permalink to &quot;Sources&quot;">​</a></h2><ul><li><a href="https://www.rfc-editor.org/rfc/rfc6749" target="_blank" rel="noreferrer">RFC 6749</a>: OAuth 2.0; §3.3 scopes, §4.4 client credentials, §5.1 the answer</li><li><a href="https://www.rfc-editor.org/rfc/rfc6750" target="_blank" rel="noreferrer">RFC 6750</a>: bearer tokens; §2.1 the header, §3.1 the errors, §5.3 where they must not be</li><li><a href="https://www.rfc-editor.org/rfc/rfc7662" target="_blank" rel="noreferrer">RFC 7662</a>: introspection; §2.2 the answer, §4 about caches</li><li><a href="https://www.rfc-editor.org/rfc/rfc7009" target="_blank" rel="noreferrer">RFC 7009</a>: revocation; <a href="https://www.rfc-editor.org/rfc/rfc8707" target="_blank" rel="noreferrer">RFC 8707</a>: for which service a token is made</li><li><a href="https://www.rfc-editor.org/rfc/rfc9700" target="_blank" rel="noreferrer">RFC 9700</a>: what one has learnt about OAuth&#39;s security since 2012</li><li><a href="https://github.com/grpc/proposal/blob/master/A83-xds-gcp-authn-filter.md" target="_blank" rel="noreferrer">gRPC A83</a>, “Call Credentials”: when a token is fetched, and what calls fail with; <a href="https://grpc.io/docs/guides/auth/" target="_blank" rel="noreferrer">gRPC: Authentication</a></li><li><code>golang.org/x/oauth2</code> v0.38.0, <code>oauth2.go</code>: <code>ReuseTokenSource</code></li></ul><details class="details custom-block"><summary>What the article said, and what is true</summary><ul><li>It says itself that it has no token server: the token is <code>some-secret-token</code>, written into client and server. Such a token never ends, is everybody&#39;s, and stands in the program&#39;s history for ever.</li><li><code>oauth.NewOauthAccess</code> is deprecated. <code>oauth.TokenSource{TokenSource: …}</code> takes its place, around a source that fetches, such as <code>clientcredentials.Config</code>.</li><li>Its server compares the token with <code>==</code>. It does not ask when the token ends, who made it, for whom, or what for.</li><li><code>strings.TrimPrefix(header, &quot;Bearer &quot;)</code> also takes a header that has no scheme at all, and does not take <code>bearer</code>, which RFC 9110 §11.1 allows.</li><li><strong>It only sets <code>grpc.UnaryInterceptor</code>.</strong> Every streaming method is open to anybody. <code>grpc.StreamInterceptor</code> has to stand beside it.</li><li><code>errMissingMetadata</code> and <code>errInvalidToken</code> are used and not shown. In the example of <code>grpc-go</code> from which they come the first one is <code>INVALID_ARGUMENT</code>. <code>UNAUTHENTICATED</code> is right for both: without a token nobody has said who they are.</li></ul></details></div>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lessons/26-oauth2.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
export {
  __pageData,
  _sfc_main as default
};
