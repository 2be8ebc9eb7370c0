import { useSSRContext, resolveComponent, unref } from "vue";
import { ssrRenderAttrs, ssrRenderComponent } from "vue/server-renderer";
const exercise = { kind: "handle", id: "27-jwt", load: () => import("./27-jwt.exercise.Cr8IYWXs.js").then((exercise2) => exercise2.default) };
const signed = { kind: "handle", id: "signed", load: () => import("./signed.trace.DFeHU_j5.js").then((trace) => trace.default) };
const unsecured = { kind: "handle", id: "unsecured", load: () => import("./unsecured.trace.Di4xo074.js").then((trace) => trace.default) };
const quiz = [
  {
    id: "who-reads",
    question: "Somebody finds a token in a log. What do they learn without any key?",
    answers: [
      {
        text: "Nothing: it is encrypted",
        reason: "It is signed. base64url is another way to write bytes, and no secret."
      },
      {
        text: "All that it says, and they can use it until it expires",
        reason: "Whoever bears it may use it: that is what “bearer” means.",
        right: true
      },
      {
        text: "All that it says, but only its owner can use it",
        reason: "Nothing in it is bound to a machine or to a connection."
      }
    ]
  },
  {
    id: "what-is-signed",
    question: "A reader decodes the claims, encodes them again, and verifies that. What happens?",
    answers: [
      {
        text: "Nothing: it is the same JSON",
        reason: "The same members, and other bytes: white space and order are gone."
      },
      {
        text: "Good tokens are refused, depending on who has written them",
        reason: "What is signed is the text as it came, the dot included.",
        right: true
      },
      {
        text: "Forged tokens are taken",
        reason: "Not by this alone. But tokens of others fail, and somebody will “fix” that."
      }
    ]
  },
  {
    id: "duplicate-names",
    question: 'The claims have `"sub"` twice, and are signed. Why does it matter?',
    answers: [
      {
        text: "It does not: JSON.parse takes the last",
        reason: "And a proxy in front of you, in another language, has taken the first."
      },
      {
        text: "Two programs read two callers out of one token",
        reason: "One checks the first, the other one acts on the last. So it is refused.",
        right: true
      },
      {
        text: "The signature cannot be good then",
        reason: "A signature is over bytes. It does not know that they are JSON."
      }
    ]
  },
  {
    id: "unknown-kid",
    question: "A token names a key that you do not have. Why not simply fetch the JWKS?",
    answers: [
      {
        text: "One should, once; and if it was in vain, not again for a while",
        reason: "It may be a new key. It may also be the thousandth invented name of a second.",
        right: true
      },
      {
        text: "Because keys never change",
        reason: "They do: on a schedule, and when one was stolen."
      },
      {
        text: "One should, each time: it is only one request",
        reason: "One of yours for each of a stranger’s. They have more."
      }
    ]
  },
  {
    id: "who-decides",
    question: "A token says `alg: HS256`. Your keys are public ones, for ES256. What do you do?",
    answers: [
      {
        text: "Verify it by HS256, with the key that we have",
        reason: "Everybody has that key. So everybody can sign."
      },
      {
        text: "Refuse it, before anybody looks for a key",
        reason: "The list of algorithms is yours. What is not in it is not looked at.",
        right: true
      },
      {
        text: "Verify it by ES256 all the same",
        reason: "It would fail, too. But a reader that overrules the token here believes it there."
      }
    ]
  },
  {
    id: "good-signature",
    question: "The signature is good. What have you learned?",
    answers: [
      {
        text: "That the caller may do this",
        reason: "The token may be for another service, of yesterday, or for something else."
      },
      {
        text: "That somebody with that key has written this, once",
        reason: "For whom, until when and for what stands in the claims. Those come next.",
        right: true
      },
      {
        text: "Who is calling",
        reason: "Whom it is about. It is in the hands of whoever bears it."
      }
    ]
  },
  {
    id: "one-text",
    question: "Why does an expired token get the same answer as one with a wrong signature?",
    answers: [
      {
        text: "Because a client must do the same in both cases",
        reason: "It does. But that is not why: the text is for people."
      },
      {
        text: "Because “expired” would say: the rest of it was good",
        reason: "An answer for each failure lets a stranger try one thing after the other.",
        right: true
      },
      {
        text: "Because gRPC has only one code for it",
        reason: "One code, and any text. It is the text that tells."
      }
    ]
  },
  {
    id: "down-code",
    question: "The JWKS cannot be had, and a token names a key that you do not have. Which code?",
    answers: [
      {
        text: "`UNAUTHENTICATED`",
        reason: "Then all clients go and fetch new tokens, from the server that is down."
      },
      {
        text: "`UNAVAILABLE`",
        reason: "Nobody knows whether the token is good. Later somebody will.",
        right: true
      },
      {
        text: "`OK`: it has worked up to now",
        reason: "A guard that cannot ask lets nobody in."
      }
    ]
  },
  {
    id: "take-back",
    question: "A laptop with a token is stolen. The token lives an hour. What can the token server do?",
    answers: [
      {
        text: "Revoke the token: all services refuse it from now on",
        reason: "They do not ask. That is what made them fast."
      },
      {
        text: "Forget the key: then this token ends, and everybody’s with it",
        reason: "When the services fetch the JWKS the next time. It is the only lever, and it is large.",
        right: true
      },
      {
        text: "Shorten its `exp`",
        reason: "It is signed. A shorter one would be another token."
      }
    ]
  }
];
const __pageData = JSON.parse('{"title":"JWT","description":"How can a token prove itself? Lesson 27 of RPC from scratch.","frontmatter":{"prev":false,"next":false},"headers":[],"relativePath":"lessons/27-jwt.md","filePath":"lessons/27-jwt.md"}');
const __default__ = { name: "lessons/27-jwt.md" };
const _sfc_main = /* @__PURE__ */ Object.assign(__default__, {
  __ssrInlineRender: true,
  setup(__props) {
    return (_ctx, _push, _parent, _attrs) => {
      const _component_LessonStart = resolveComponent("LessonStart");
      const _component_TraceExplorer = resolveComponent("TraceExplorer");
      const _component_TokenPlayground = resolveComponent("TokenPlayground");
      const _component_Quiz = resolveComponent("Quiz");
      const _component_BuildIt = resolveComponent("BuildIt");
      const _component_QuizScore = resolveComponent("QuizScore");
      _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="jwt" tabindex="-1">JWT <a class="header-anchor" href="#jwt" aria-label="Permalink to &quot;JWT&quot;">​</a></h1>`);
      _push(ssrRenderComponent(_component_LessonStart, null, null, _parent));
      _push(`<p>In lesson 26 a token was a name. Whoever got one had to ask the token server what it means, with each call, or to remember the answer for a while and be wrong for as long. A hundred services, a thousand calls a second each: one server answers all of them, and if it is down, all are.</p><p>So let the token say it itself: whom it is about, for whom it is, until when. And let the token server sign that. Then nobody has to ask anybody. <strong>How can a token prove itself? And what can it not prove?</strong></p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 27</span></span></code></pre></div><p>Look for the fourth scene: nine attacks, each against code that somebody has written and that lets it in.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · Three parts ─────────────────────────────────────────────────────────────
A token of RFC 7515. It is printed there with its key, and expired in 2011, so
that it may stand here:
client ──▶ server  a token, as it travels                              202 bytes
  0000  65 79 4a 68 62 47 63 69  header = {&quot;alg&quot;:&quot;ES256&quot;}
        4f 69 4a 46 55 7a 49 31    how it is signed, in base64url (RFC 7515
        4e 69 4a 39                §7.1)
  0014  2e                       dot = . · no letter of base64url
  0015  65 79 4a 70 63 33 4d 69  claims = {&quot;iss&quot;:&quot;joe&quot;,\\r\\n
        4f 69 4a 71 62 32 55 69  &quot;exp&quot;:1300819380,\\r\\n &quot;http://example.com…
        4c 41 30 4b 49 43 4a 6c    what it says, in base64url (RFC 7515 §7.1)
        65 48 41 69 4f 6a 45 7a
        … 54 more
        63 6e 56 6c 66 51
  0073  2e                       dot = .
  0074  44 74 45 68 55 33 6c 6a  signature = 64 bytes
        62 45 67 38 4c 33 38 56    over the header, the dot and the claims, as
        57 41 66 55 41 71 4f 79    they stand here (RFC 7515 §5.1)
        4b 41 4d 36 2d 58 78 2d
        … 46 more
        67 36 4e 55 31 51
client ──▶ server  its header                                           15 bytes
  0000  7b 22 61 6c 67 22 3a 22  alg = &quot;ES256&quot;
        45 53 32 35 36 22          how it says that it was signed. The reader
                                   has a list of its own (RFC 7515 §4.1.1)
  000e  7d                       end of object · the closing bracket
client ──▶ server  its claims                                           70 bytes
  0000  7b 22 69 73 73 22 3a 22  iss = &quot;joe&quot; · who has made it (RFC 7519 §4.1.1)
        6a 6f 65 22
  000c  2c 0d 0a 20 22 65 78 70  exp = 1300819380
        22 3a 31 33 30 30 38 31    from when on it is worth nothing: seconds
        39 33 38 30                since 1970 (RFC 7519 §4.1.4)
  0020  2c 0d 0a 20 22 68 74 74  http://example.com/is_root = true
        70 3a 2f 2f 65 78 61 6d    a member of the object
        70 6c 65 2e 63 6f 6d 2f
        69 73 5f 72 6f 6f 74 22
        3a 74 72 75 65
  0045  7d                       end of object
  as it came      the signature is good
  another subject the signature is wrong
  with padding    the signature is wrong
Everybody can read it: base64url is not encryption. Nobody can change it. And a
good signature says nothing about who may use it, or until when.

── 2 · A token of our token server ─────────────────────────────────────────────
  its header      alg ES256, typ at+jwt, kid key-1
  its claims      aud urn:ecommerce, sub shop, scope “orders.read orders.write”,
                  good for 300 s
To a shop on grpc-js with jose, and to ours. TLS, and calls of all four kinds:
    token                       grpc-js and jose      ours
    reads and writes            let in 4×             let in 4×
    only reads                  let in 2×, DENIED 2×  let in 2×, DENIED 2×
    the last letter is missing  UNAUTHENTICATED 4×    UNAUTHENTICATED 4×
    some word                   UNAUTHENTICATED 4×    UNAUTHENTICATED 4×
32 calls, and the token server was asked 2 times: once by each shop, for its
public keys. DENIED is PERMISSION_DENIED: we know who it is, and they may not.

── 3 · Keys rotate while calls run ─────────────────────────────────────────────
                           ours                 jose
    key-1                  let in 20×           let in 20×
    it rotates meanwhile   let in 20×           let in 20×
    the new key            let in 20×           UNAUTHENTICATED 20×
    key-1, forgotten       let in 20×           let in 20×
    the newest key         let in 20×           UNAUTHENTICATED 20×
    key-1 again            UNAUTHENTICATED 20×  let in 20×
    requests for the keys  4                    1
Ours asks for the keys when it meets a name that it does not know, and at once.
jose does not ask again within 30 s of its last request: so long are the tokens
of a new key refused. Token servers that know this publish a key first, and sign
with it later. And look at key-1 after it was forgotten: it is still taken, by
both, until they ask again. (jose asks after ten minutes.)

── 4 · Attacks ─────────────────────────────────────────────────────────────────
Each against a verifier as somebody has written it, and against two that were
set right: jose with all its options, and ours. Over TLS, with tokens of the
token server; four kinds of calls each.
    attack             a verifier that     came of it
    alg: none          does what alg says  let in 4×
    HS256, public key  does what alg says  let in 4×
    a key of its own   takes its jwk       let in 4×
    other claims       decodeJwt           let in 4×
    for the warehouse  jwtVerify, no aud   let in 4×
    not yet            signature only      let in 4×
    an hour too late   signature only      let in 4×
    an invented kid    asks each time      40 requests, 40 calls
    a huge token       remembers tokens    120 KB kept, 40 calls
  jose and ours   UNAUTHENTICATED, 72 of them
Their senders read “this call needs a valid token”, all of them. Our log has
more:
    alg: none          algorithm
    HS256, public key  algorithm
    a key of its own   key
    other claims       signature
    for the warehouse  audience
    not yet            not-yet
    an hour too late   expired
    an invented kid    key
    a huge token       too-large

── 5 · The token server is down ────────────────────────────────────────────────
                                      grpc-js and jose    ours
    they have the keys                let in 4×           let in 4×
    and a kid that is not among them  UNAUTHENTICATED 4×  UNAVAILABLE 4×
    they have just begun              UNAVAILABLE 4×      UNAVAILABLE 4×
    and a token that is none          UNAUTHENTICATED 4×  UNAUTHENTICATED 4×
Who has the keys goes on. Who does not have them cannot know, and says so:
UNAVAILABLE, come again. UNAUTHENTICATED would send every client to the token
server for a new token, now of all times. (jose did not even ask for key-9: its
brake was on. So it refuses what may be good.)

── 6 · Taking one back ─────────────────────────────────────────────────────────
                             signed, verified here       asked about each time
    a check                  0.18 ms                     1.12 ms
    requests for 120 checks  1                           120
    taken back (RFC 7009)    400 unsupported_token_type  200
    afterwards               taken, up to 300 s          refused at once
A signed token costs nobody a question, and so nobody can say no to it. Whoever
wants that has to ask, or to keep the tokens short, or to hand a list of the
refused ones to every server: and then it is a question again.
How does one test all this, without a network, and without waiting? That is
lesson 28.</pre></details><h2 id="three-parts" tabindex="-1">Three parts <a class="header-anchor" href="#three-parts" aria-label="Permalink to &quot;Three parts&quot;">​</a></h2><p>A JWT (JSON Web Token, RFC 7519; people say “jot”) is a text of three parts with dots between them. The first is the <strong>header</strong>: how it was signed. The second has the <strong>claims</strong>: what it says. The third is the <strong>signature</strong>.</p><p>Header and claims are JSON, written in <strong>base64url</strong>: six bits a letter, so that four letters are three bytes. It is the base64 of lesson 19 with <code>-</code> and <code>_</code> in place of <code>+</code> and <code>/</code>, and without <code>=</code> at the end, because <code>+</code>, <code>/</code> and <code>=</code> mean something in an address. It is not encryption. JSON that begins with <code>{&quot;</code> begins with <code>eyJ</code> in base64url: that is how one finds tokens in a log.</p><p>What is signed is <strong>the text of the first two parts, with the dot, as it came</strong>. Not the JSON: two programs write the same JSON in different bytes.</p><p>This token stands in RFC 7515, together with its key, and expired in 2011. The tokens of a run are in no recording of this course: whoever has one may use it.</p>`);
      _push(ssrRenderComponent(_component_TraceExplorer, {
        trace: unref(signed),
        tour: ""
      }, null, _parent));
      _push(`<p>Open the header and look at the groups of four. Then look at the claims: the line breaks are in it, and signed as well.</p><p>Now change something. Your browser checks the signature, with the public key that the RFC prints beside the token:</p>`);
      _push(ssrRenderComponent(_component_TokenPlayground, null, null, _parent));
      _push(`<p>Try two members of the same name: <code>{&quot;iss&quot;:&quot;joe&quot;,&quot;iss&quot;:&quot;eve&quot;}</code>. JSON.parse takes the last and says nothing. Another program takes the first. Then a proxy checks joe, and the service behind it serves eve. RFC 7519 (§4) lets a reader refuse that, and ours does.</p><p>What may stand in the claims (RFC 7519 §4.1, and RFC 9068 for <code>scope</code>), and what a reader does with it:</p><table tabindex="0"><thead><tr><th>claim</th><th>says</th><th>the reader</th></tr></thead><tbody><tr><td><code>iss</code></td><td>which token server made it</td><td>compares it with its own, to the letter</td></tr><tr><td><code>aud</code></td><td>for whom it is: one, or a list</td><td>looks for itself</td></tr><tr><td><code>sub</code></td><td>whom it is about</td><td>hands it on: the call is made in this name</td></tr><tr><td><code>exp</code></td><td>from when on it is worth nothing</td><td>refuses it at that moment, and later</td></tr><tr><td><code>nbf</code>, <code>iat</code></td><td>from when on it is good; when it was made</td><td>refuses it before that: a token of tomorrow is a lie, or a wrong clock</td></tr><tr><td><code>scope</code></td><td>what its bearer may do</td><td>looks for what the method asks for</td></tr></tbody></table><p>The times are seconds since 1970, and may have a fraction. <code>nbf</code>, <code>iat</code> and <code>scope</code> may be missing.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "who-reads what-is-signed duplicate-names"
      }, null, _parent));
      _push(`<h2 id="who-has-the-key" tabindex="-1">Who has the key? <a class="header-anchor" href="#who-has-the-key" aria-label="Permalink to &quot;Who has the key?&quot;">​</a></h2><p>The token server signs with a <strong>private key</strong>, which only it has. It publishes the <strong>public key</strong>, with which everybody can verify and nobody can sign: as a <strong>JWKS</strong> (JSON Web Key Set, RFC 7517), a list of keys at an address. Each has a name, <code>kid</code>, and the header of a token says which one it needs. The RFC prints this one (without a name: it is the only one there):</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/27-jwt/rfc.ts.txt" target="_self">lessons/27-jwt/rfc.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** The public half of its key, from the same appendix. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> SIGNED_KEY = {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  kty: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;EC&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  crv: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;P-256&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  x: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  y: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">} </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">as</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span></code></pre></div></div><p><code>kty</code> and <code>crv</code> say what kind of key it is, and <code>x</code> and <code>y</code> are the key. It may also say what it was made for: <code>alg</code>, one algorithm; <code>use</code>, <code>sig</code> or <code>enc</code> (signatures, or encryption); <code>key_ops</code>, a list such as <code>[&quot;verify&quot;]</code>. A key that was made for something else is not the one.</p><p>The header has more than <code>alg</code> and <code>kid</code>:</p><table tabindex="0"><thead><tr><th>member</th><th>says</th><th>the reader</th></tr></thead><tbody><tr><td><code>typ</code></td><td>what sort of token it is; <code>at+jwt</code> is for calls (RFC 9068)</td><td>takes no other: the same key also signs who has logged in, and that is not a permission to call</td></tr><tr><td><code>crit</code></td><td>which extensions a reader has to understand</td><td>knows none of them, and so refuses</td></tr><tr><td><code>jwk</code>, <code>jku</code></td><td>a key, or an address with keys</td><td>does not look: they are the sender’s</td></tr></tbody></table><p>In production that is one function of a library. Here it is <code>jose</code>, and each line of it keeps somebody out:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/27-jwt/verifier.ts.txt" target="_self">lessons/27-jwt/verifier.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** By jose alone. What is not asked for here is not checked. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> byJose(options: VerifierOptions): Verifier {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { tokens, now = nowSeconds, cooldownDuration } = options;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> keys = createRemoteJWKSet(</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> URL(tokens.jwksUri), {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    [customFetch]: fetchJwks,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    ...(cooldownDuration !== </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">undefined</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> &amp;&amp; { cooldownDuration }),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> async</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (token) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (token.length &gt; MAX_TOKEN_LENGTH)</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      throw</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> errors.JWSInvalid();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { payload } = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> jwtVerify(token, keys, {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      algorithms: ALGORITHMS,</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      typ: TYPE,</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      issuer: tokens.server.issuer,</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      audience: AUDIENCE,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      requiredClaims: [</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;exp&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;sub&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">],</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      clockTolerance: LEEWAY_SECONDS,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      currentDate: </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Date(now() * </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">1000</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> payload;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p>The shop is the one of the last lessons, over TLS. This is the guard on <code>grpc-js</code>: four kinds of calls, and one text for all that can be wrong:</p><div class="excerpt ts long"><p class="file"><a href="/source/lessons/27-jwt/server.ts.txt" target="_self">lessons/27-jwt/server.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * A guard for grpc-js: all four kinds, one text for every failure.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> guardBy =</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  (verifier: Verifier): MakeLayer =&gt;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  (path) =&gt; ({</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    async</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> enter(metadata) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> token = () =&gt; verifier(tokenIn(metadata));</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { scope } = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> proven(token);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> needed = SCOPES.get(path);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (needed &amp;&amp; String(scope).split(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39; &#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">).includes(needed)) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      throw</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> CallError(status.PERMISSION_DENIED, NOT_ALLOWED);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  });</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** Whatever is wrong with the token, its sender reads the same. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">async</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> proven&lt;T&gt;(verify: () =&gt; Promise&lt;T&gt;): Promise&lt;T&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  try</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    return</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> verify();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  } </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">catch</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (error) {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (error </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">instanceof</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> KeysUnavailable)</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      throw</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> CallError(status.UNAVAILABLE, CANNOT_CHECK);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      error </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">instanceof</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> errors.JOSEError ||</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      error </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">instanceof</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> TokenError</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    )</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      throw</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> CallError(status.UNAUTHENTICATED, NOT_PROVEN);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    throw</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> error;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  }</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div><label class="unfold"><input type="checkbox">Show all 30 lines</label></div><p>And on our stack, with the guard that you will build; of <code>jose</code> it needs nothing but the signature:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/27-jwt/ours.ts.txt" target="_self">lessons/27-jwt/ours.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> ourGuard({ tokens, keys, now, report }: OurOptions) {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> tokenGuard({</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    algorithms: ALGORITHMS,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    types: [TYPE],</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    issuer: tokens.server.issuer,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    audience: AUDIENCE,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    leeway: LEEWAY_SECONDS,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    keys: keys ?? ourKeys(tokens),</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    verify: isSigned,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    scopeOf: (path) =&gt; SCOPES.get(path),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    now: now ?? nowSeconds,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    report: (fault) =&gt; report?.(fault),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p>A client sends its token with each call (<code>authorization: Bearer …</code>), and only over TLS: <code>grpc-js</code> refuses call credentials on a plaintext channel, and so does our stack.</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/27-jwt/client.ts.txt" target="_self">lessons/27-jwt/client.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * The same, and each call has a token: made anew when it is needed.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> connectWithTokens(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  at: Address,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  roots: string,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  token: () =&gt; Promise&lt;string&gt;,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> perCall = credentials.createFromMetadataGenerator(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    (_, done) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      token().then((text) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">        const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> metadata = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Metadata();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        metadata.set(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;authorization&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`Bearer </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">text</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        done(</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">null</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, metadata);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      }, done);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> secure = credentials.createSsl(Buffer.from(roots));</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> ecommerce.OrderManagement(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    named(at),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    credentials.combineChannelCredentials(secure, perCall),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>token                       grpc-js and jose      ours</span></span>
<span class="line"><span>reads and writes            let in 4×             let in 4×</span></span>
<span class="line"><span>only reads                  let in 2×, DENIED 2×  let in 2×, DENIED 2×</span></span>
<span class="line"><span>the last letter is missing  UNAUTHENTICATED 4×    UNAUTHENTICATED 4×</span></span>
<span class="line"><span>some word                   UNAUTHENTICATED 4×    UNAUTHENTICATED 4×</span></span></code></pre></div><p>32 calls, and the token server was asked twice: once by each shop, for its keys. <strong>UNAUTHENTICATED</strong>: you have not proved who you are, and a new token may help. <strong>PERMISSION_DENIED</strong>: we know who you are, and you may not; a new token of the same sort does not help, and a client that fetches one and tries again is only noise.</p><h2 id="keys-that-change" tabindex="-1">Keys that change <a class="header-anchor" href="#keys-that-change" aria-label="Permalink to &quot;Keys that change&quot;">​</a></h2><p>A key may be stolen, so token servers change theirs: every few weeks, and at once if it has happened. Calls are running meanwhile. A token of the old key is in somebody’s hand, and a token of the new one is on its way.</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>                       ours                 jose</span></span>
<span class="line"><span>key-1                  let in 20×           let in 20×</span></span>
<span class="line"><span>it rotates meanwhile   let in 20×           let in 20×</span></span>
<span class="line"><span>the new key            let in 20×           UNAUTHENTICATED 20×</span></span>
<span class="line"><span>key-1, forgotten       let in 20×           let in 20×</span></span>
<span class="line"><span>the newest key         let in 20×           UNAUTHENTICATED 20×</span></span>
<span class="line"><span>key-1 again            UNAUTHENTICATED 20×  let in 20×</span></span>
<span class="line"><span>requests for the keys  4                    1</span></span></code></pre></div><p>Three things are in this table.</p><p><strong>A name that is not here may be that of a new key.</strong> So ask for the keys again. <code>jose</code> waits: once it has got the keys, it does not ask again for 30 seconds, whatever was among them. This run was quicker than that, and so a good token was refused. A careful token server publishes a key first and signs with it a day later; then nobody ever meets an unknown name.</p><p><strong>A name that is not here may be invented.</strong> Look at what happens to a store that always asks:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 27</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --kid</span></span></code></pre></div><p>Look for the first row: 200 calls of a stranger, 201 requests of ours. Somebody who wants to hurt the token server only has to call us. So there is a brake. Only a request in vain puts ours on: one that has found its key was not an attack. (The price: somebody who always invents names keeps the brake on, and then a new key is found up to 30 seconds late. The calls with known keys never notice.)</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · 200 names that nobody has ───────────────────────────────────────────────
    the store       requests  and key-1
    asks each time  201       found
    jose            1         found
    ours            2         found
The first store passes each call of a stranger on to the token server. The
second does not ask again within 30 s of its last request, whatever that has
found. The third asks once, in vain, and then not for 30 s.</pre></details><p><strong>A key that was taken back is good until somebody asks.</strong> The row <code>key-1, forgotten</code>: the token server does not have it any more, and both shops still take its tokens. Therefore keys grow old, after ten minutes here and in <code>jose</code>, however well they work.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "unknown-kid"
      }, null, _parent));
      _push(`<h2 id="nine-attacks" tabindex="-1">Nine attacks <a class="header-anchor" href="#nine-attacks" aria-label="Permalink to &quot;Nine attacks&quot;">​</a></h2><p>Each of these verifiers is code as one finds it, and each falls. The first one does what the token says:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/27-jwt/naive.ts.txt" target="_self">lessons/27-jwt/naive.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** Does what the token says: its \`alg\` decides how it is checked. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> byItsHeader(token: string, key: string) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> [header = </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, claims = </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, signature = </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">] = token.split(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;.&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { alg } = JSON.parse(text(header)) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">as</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { alg: Algorithm };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> signed = Buffer.from(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">header</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">.</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">claims</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> bytes = Buffer.from(signature, </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;base64url&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> hmac = () =&gt;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    createHmac(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;sha256&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, key).update(signed).digest();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> isGood = {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    none: () =&gt; </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">true</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    HS256: () =&gt; hmac().equals(bytes),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    ES256: () =&gt;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      verify(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;sha256&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, signed, { key, dsaEncoding }, bytes),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  }[alg];</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (!isGood?.()) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">throw</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Error(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;the signature is wrong&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> JSON.parse(text(claims));</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p>In 2015 several libraries were like this. <code>none</code> is an algorithm of the RFC: not signed at all. Here is the RFC’s own example; look at what stands behind the second dot:</p>`);
      _push(ssrRenderComponent(_component_TraceExplorer, { trace: unref(unsecured) }, null, _parent));
      _push(`<p>And HS256 is a signature with a shared secret. Its key can be any bytes, so also the text of a public key, which everybody has. The token says HS256, the verifier takes its public key for the secret, and so did the attacker. <strong>The token does not decide how it is checked.</strong> You have a list.</p><p>The next two do not look:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/27-jwt/naive.ts.txt" target="_self">lessons/27-jwt/naive.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** \`decodeJwt\` reads a token. It does not verify it. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> onlyDecoded: Verifier = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">async</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (token) =&gt;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  decodeJwt(token);</span></span></code></pre></div></div><div class="excerpt ts"><p class="file"><a href="/source/lessons/27-jwt/naive.ts.txt" target="_self">lessons/27-jwt/naive.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** The signature is good. By whom, for whom, until when? */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> onlySigned =</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  (keys: JWTVerifyGetKey): Verifier =&gt;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  async</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (token) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> compactVerify(token, keys);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> decodeJwt(token);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  };</span></span></code></pre></div></div><p>And two that meant well:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/27-jwt/naive.ts.txt" target="_self">lessons/27-jwt/naive.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** A key that is not here is fetched: so keys may rotate. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> keysByName(jwksUri: string) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> known = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Map&lt;string, JWK&gt;();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> async</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (kid: string): Promise&lt;JWK&gt; =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (!known.has(kid)) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { keys } = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> fetch(jwksUri)).json();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      for</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> key </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">of</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> keys) known.set(key.kid, key);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    }</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> key = known.get(kid);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (key === </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">undefined</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">throw</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Error(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`no key </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">kid</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> key;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><div class="excerpt ts"><p class="file"><a href="/source/lessons/27-jwt/naive.ts.txt" target="_self">lessons/27-jwt/naive.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** Each token is checked once: to verify is dear. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> remembering(verifier: Verifier) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> verdicts = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Map&lt;string, ReturnType&lt;Verifier&gt;&gt;();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> check: Verifier = (token) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> verdict = verdicts.get(token) ?? verifier(token);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    verdicts.set(token, verdict);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> verdict;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { check, tokens: () =&gt; [...verdicts.keys()] };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>attack             a verifier that     came of it</span></span>
<span class="line"><span>alg: none          does what alg says  let in 4×</span></span>
<span class="line"><span>HS256, public key  does what alg says  let in 4×</span></span>
<span class="line"><span>a key of its own   takes its jwk       let in 4×</span></span>
<span class="line"><span>other claims       decodeJwt           let in 4×</span></span>
<span class="line"><span>for the warehouse  jwtVerify, no aud   let in 4×</span></span>
<span class="line"><span>not yet            signature only      let in 4×</span></span>
<span class="line"><span>an hour too late   signature only      let in 4×</span></span>
<span class="line"><span>an invented kid    asks each time      40 requests, 40 calls</span></span>
<span class="line"><span>a huge token       remembers tokens    120 KB kept, 40 calls</span></span></code></pre></div><ul><li><em>A key of its own</em>: a header may bring a public key along (<code>jwk</code>), and a library may take it (CVE-2018-0114 was one). Then the sender has signed with a key that fits, of course.</li><li><em>For the warehouse</em>: a good token of the same token server, for another service. The warehouse has it, because somebody called the warehouse. Without a look at <code>aud</code>, each service can call all the others as its own callers.</li><li><em>An hour too late</em> and <em>not yet</em>: <code>exp</code> and <code>nbf</code> are seconds since 1970, and two machines never have the same time. A <strong>leeway</strong> of some seconds is for that; an hour of it would be an hour more for a stolen token.</li><li><em>A huge token</em>: whoever keeps what a stranger has sent keeps as much as the stranger likes. And whoever remembers that a token was good does not notice when it expires.</li></ul><p><code>jose</code> with all its options, and our guard, refuse all nine, in all four kinds: 72 calls, 72 times UNAUTHENTICATED.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "who-decides good-signature"
      }, null, _parent));
      _push(`<h2 id="what-the-sender-may-learn" tabindex="-1">What the sender may learn <a class="header-anchor" href="#what-the-sender-may-learn" aria-label="Permalink to &quot;What the sender may learn&quot;">​</a></h2><p>Nothing. “The signature is wrong”, “the token has expired”, “no such key”: each of these sentences tells a stranger which part was right. Somebody who reads <em>expired</em> for a token that they have found knows that it was real, and looks for a younger one. A program that answers one question for everybody who asks is called an <strong>oracle</strong>. So there is one code and one text for everything that is wrong with a token, and the reason stays in our log:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>alg: none          algorithm</span></span>
<span class="line"><span>HS256, public key  algorithm</span></span>
<span class="line"><span>a key of its own   key</span></span>
<span class="line"><span>other claims       signature</span></span>
<span class="line"><span>for the warehouse  audience</span></span>
<span class="line"><span>not yet            not-yet</span></span>
<span class="line"><span>an hour too late   expired</span></span>
<span class="line"><span>an invented kid    key</span></span>
<span class="line"><span>a huge token       too-large</span></span></code></pre></div><p>The order matters too: from what costs least to what costs most, and the claims last. Until the signature is good they are a stranger’s words.</p><p>There is a second answer. If the keys cannot be had, nobody knows whether a token is good:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>                                  grpc-js and jose    ours</span></span>
<span class="line"><span>they have the keys                let in 4×           let in 4×</span></span>
<span class="line"><span>and a kid that is not among them  UNAUTHENTICATED 4×  UNAVAILABLE 4×</span></span>
<span class="line"><span>they have just begun              UNAVAILABLE 4×      UNAVAILABLE 4×</span></span>
<span class="line"><span>and a token that is none          UNAUTHENTICATED 4×  UNAUTHENTICATED 4×</span></span></code></pre></div><p>The second row is a token of a key that nobody here has. <code>jose</code> has got its keys less than 30 seconds ago, so it does not ask, and refuses what may be good. Ours asks, gets no answer, and says so. And whoever has the keys goes on, until they are ten minutes old: a stolen key must not be good for as long as the token server is down.</p><p>UNAVAILABLE means: try again later. UNAUTHENTICATED would mean: get a new token, and all clients would run to the token server at the moment at which it is down.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "one-text down-code"
      }, null, _parent));
      _push(`<h2 id="what-it-cannot-do" tabindex="-1">What it cannot do <a class="header-anchor" href="#what-it-cannot-do" aria-label="Permalink to &quot;What it cannot do&quot;">​</a></h2><p>A laptop is lost, a program is removed, somebody leaves. With lesson 26’s tokens one tells the token server, and the next question gets another answer. Nobody asks about a signed token. What that saves, and what it costs, on one machine; yours has other figures:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>                         signed, verified here       asked about each time</span></span>
<span class="line"><span>a check                  0.14 ms                     0.95 ms</span></span>
<span class="line"><span>requests for 120 checks  1                           120</span></span>
<span class="line"><span>taken back (RFC 7009)    400 unsupported_token_type  200</span></span>
<span class="line"><span>afterwards               taken, up to 300 s          refused at once</span></span></code></pre></div><p>(The median of 100 checks each, after 20 to warm up. The token server is on the same machine: over a network the right column is longer by one round trip, the left one is not.)</p><p>The token server does not even offer it: <code>unsupported_token_type</code>. Whoever needs to take tokens back has three ways, and pays for each:</p><ul><li><strong>Short lives.</strong> Five minutes, and a new token after that. A thief has five minutes, and the token server has work.</li><li><strong>A list of what was taken back</strong>, by <code>jti</code>, at every service. It has to be there, and young: that is a question again, asked in advance.</li><li><strong>Asking</strong>, for the few methods where it matters. Read by the signature, pay by the question.</li></ul><p>And a guard looks when a call comes in. A stream may go on for days after that:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 27</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --stream</span></span></code></pre></div><p>Look for the last line: the token has expired, new calls are refused, and the stream gets its answer. If that matters, a stream has to end at <code>exp</code>; its caller comes again with a new token. The handler finds the moment in its context, in <code>expires</code>.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · A stream that outlives its token ────────────────────────────────────────
  the stream      order 101 is on its way
  the clock       goes on by 305 s: the token has expired
  new calls       UNAUTHENTICATED 4×
  the stream      order 102 is on its way
A guard looks at a token when a call comes in. A stream may go on for days. If
that matters, end streams at exp: their caller has it in call.context, and comes
again with a new token.</pre></details>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "take-back"
      }, null, _parent));
      _push(`<p>A token of your own, taken apart in the same way (it stays in the history of your shell):</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 27</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --token</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> eyJhbGciOiJub25lIn0.e30.</span></span></code></pre></div><p>Look for the part that is empty.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · A token of yours ────────────────────────────────────────────────────────
client ──▶ server  a token, as it travels                               24 bytes
  0000  65 79 4a 68 62 47 63 69  header = {&quot;alg&quot;:&quot;none&quot;}
        4f 69 4a 75 62 32 35 6c    how it is signed, in base64url (RFC 7515
        49 6e 30                   §7.1)
  0013  2e                       dot = . · no letter of base64url
  0014  65 33 30                 claims = {}
                                   what it says, in base64url (RFC 7515 §7.1)
  0017  2e                       dot = .
  0018                           signature = 0 bytes
                                   over the header, the dot and the claims, as
                                   they stand here (RFC 7515 §5.1)
client ──▶ server  its header                                           14 bytes
  0000  7b 22 61 6c 67 22 3a 22  alg = &quot;none&quot;
        6e 6f 6e 65 22             how it says that it was signed. The reader
                                   has a list of its own (RFC 7515 §4.1.1)
  000d  7d                       end of object · the closing bracket
client ──▶ server  its claims                                            2 bytes
  0000  7b 7d                    end of object = empty object
                                   an object with nothing in it
It has the right form. Whether anything in it is true, nobody has asked: that
takes the key of whoever signed it.
It is in the history of your shell now. If it is still good, take it back, or
wait until it is not.</pre></details><h2 id="build-it" tabindex="-1">Build it <a class="header-anchor" href="#build-it" aria-label="Permalink to &quot;Build it&quot;">​</a></h2><p>Five tasks in <code>exercises/27-jwt/</code>: take a token apart, check what it says, choose the key, keep the keys while they change, and a guard that tells nothing. No cryptography: whether a signature is good is a function that you are given. The last test ends at <code>grpc-js</code>, in all four kinds.</p>`);
      _push(ssrRenderComponent(_component_BuildIt, { exercise: unref(exercise) }, null, _parent));
      _push(`<div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> exercise</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 27</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 27</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --mine</span></span></code></pre></div><p>With <code>--mine</code> your guard stands in front of our stack’s shop, and takes the nine attacks.</p><h2 id="what-you-have-answered" tabindex="-1">What you have answered <a class="header-anchor" href="#what-you-have-answered" aria-label="Permalink to &quot;What you have answered&quot;">​</a></h2>`);
      _push(ssrRenderComponent(_component_QuizScore, { questions: unref(quiz) }, null, _parent));
      _push(`<h2 id="what-is-still-open" tabindex="-1">What is still open <a class="header-anchor" href="#what-is-still-open" aria-label="Permalink to &quot;What is still open&quot;">​</a></h2><p>A token proves itself, and a thief with it. Two ways bind one to its owner: to the client’s certificate (RFC 8705, on lesson 24’s mTLS), or to a key with which each call is signed (DPoP, RFC 9449).</p><p>And all of this was tried with servers that were started for it, clocks that were moved, and a network that never failed. How does one test a service like that, every day, in a second? That is lesson 28.</p><h2 id="sources" tabindex="-1">Sources <a class="header-anchor" href="#sources" aria-label="Permalink to &quot;Sources&quot;">​</a></h2><ul><li><a href="https://www.rfc-editor.org/rfc/rfc7519" target="_blank" rel="noreferrer">RFC 7519</a>, JWT; <a href="https://www.rfc-editor.org/rfc/rfc7515" target="_blank" rel="noreferrer">RFC 7515</a>, how it is signed, with the examples of this page in appendix A; <a href="https://www.rfc-editor.org/rfc/rfc7517" target="_blank" rel="noreferrer">RFC 7517</a>, keys; <a href="https://www.rfc-editor.org/rfc/rfc7518" target="_blank" rel="noreferrer">RFC 7518</a>, algorithms</li><li><a href="https://www.rfc-editor.org/rfc/rfc8725" target="_blank" rel="noreferrer">RFC 8725</a>, <em>JSON Web Token Best Current Practices</em>: the attacks of this page, and what stops them; <a href="https://www.rfc-editor.org/rfc/rfc9068" target="_blank" rel="noreferrer">RFC 9068</a>, JWT as access tokens (<code>at+jwt</code>)</li><li><a href="https://www.rfc-editor.org/rfc/rfc6750" target="_blank" rel="noreferrer">RFC 6750</a>, bearer tokens; <a href="https://www.rfc-editor.org/rfc/rfc7009" target="_blank" rel="noreferrer">RFC 7009</a>, revocation; <a href="https://www.rfc-editor.org/rfc/rfc7662" target="_blank" rel="noreferrer">RFC 7662</a>, introspection; <a href="https://www.rfc-editor.org/rfc/rfc8707" target="_blank" rel="noreferrer">RFC 8707</a>, for whom a token is to be</li><li>T. McLean, <a href="https://auth0.com/blog/critical-vulnerabilities-in-json-web-token-libraries/" target="_blank" rel="noreferrer"><em>Critical vulnerabilities in JSON Web Token libraries</em></a>, 2015: <code>none</code>, and HS256 with a public key; <a href="https://nvd.nist.gov/vuln/detail/CVE-2018-0114" target="_blank" rel="noreferrer">CVE-2018-0114</a>, the key in the header</li><li><a href="https://grpc.io/docs/guides/auth/" target="_blank" rel="noreferrer">gRPC: authentication</a>, and <a href="https://grpc.github.io/grpc/core/md_doc_statuscodes.html" target="_blank" rel="noreferrer">status codes</a>; <code>node_modules/jose</code>: <code>createRemoteJWKSet</code>, its <code>cooldownDuration</code> and <code>cacheMaxAge</code></li></ul><details class="details custom-block"><summary>What the article said, and what is true</summary><p>The course grew out of a series of articles (in Chinese, with Go) that goes from RPC to gRPC. Where it is wrong, or no longer right, this is what is true:</p><ul><li><em>JWT authentication</em> is a client with <code>oauth.NewJWTAccessFromFile(&quot;token.json&quot;)</code>, and nothing else. That function reads the key file of a <strong>Google service account</strong>, and signs tokens with it for Google’s services. For a token server of your own there is <code>oauth.TokenSource</code> around a token source of <code>golang.org/x/oauth2</code>.</li><li>There is no server to it. Nobody verifies: no signature, no issuer, no audience, no expiry.</li><li>The guard of the sections before it is a <code>grpc.UnaryInterceptor</code>. Streams pass by it (lesson 15).</li><li><code>strings.TrimPrefix(authorization[0], &quot;Bearer &quot;)</code> takes a token without a scheme as well, and refuses <code>bearer</code>, although schemes are the same in any case.</li><li>The error of <code>NewJWTAccessFromFile</code> is not looked at, and the quotation marks around <code>token.json</code> are curly: it does not compile.</li></ul></details></div>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lessons/27-jwt.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
export {
  __pageData,
  _sfc_main as default
};
