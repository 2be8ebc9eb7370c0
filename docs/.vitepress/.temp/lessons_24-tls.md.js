import { useSSRContext, resolveComponent, unref } from "vue";
import { ssrRenderAttrs, ssrRenderComponent } from "vue/server-renderer";
const exercise = { kind: "handle", id: "24-tls", load: () => import("./24-tls.exercise.M8iJnTWC.js").then((exercise2) => exercise2.default) };
const hellos = { kind: "handle", id: "hellos", load: () => import("./hellos.trace.D8aviKKA.js").then((trace) => trace.default) };
const opened = { kind: "handle", id: "opened", load: () => import("./opened.trace.DOp4U4R8.js").then((trace) => trace.default) };
const quiz = [
  {
    id: "base64",
    question: "A password goes over plaintext as `Basic YWRhOnRlYQ==`. Who can read it?",
    answers: [
      { text: "Nobody without the key", reason: "There is no key: base64 is a way of writing." },
      {
        text: "Everybody on the way",
        reason: "One line of code turns it back. It is for bytes that have to travel as letters.",
        right: true
      },
      {
        text: "Only who knows the user’s name",
        reason: "The name is in it, before the colon."
      }
    ]
  },
  {
    id: "still-seen",
    question: "A call goes over TLS 1.3. Which of these does somebody on the line still see?",
    answers: [
      {
        text: "The name of the server, and how long the messages are",
        reason: "SNI is in the first message, in the clear; and encrypting hides no length.",
        right: true
      },
      {
        text: "The path of the method",
        reason: "It is a header, inside the encrypted records."
      },
      {
        text: "The server’s certificate",
        reason: "In TLS 1.2 they did. In 1.3 it is encrypted."
      }
    ]
  },
  {
    id: "sni-why",
    question: "Why does the client send the server’s name in the clear?",
    answers: [
      {
        text: "Out of habit: HTTP has it in the Host header as well",
        reason: "That one comes later, encrypted: too late to choose a certificate by."
      },
      {
        text: "Behind one address may be many servers, and each has another certificate",
        reason: "The server has to know which one to show, before there is a key to hide the question with.",
        right: true
      },
      {
        text: "So that the network can find the server",
        reason: "For that there is the address. The network does not look into TLS."
      }
    ]
  },
  {
    id: "two-packets",
    question: "A proxy reads one chunk, looks for SNI in it, and closes if there is none. Since an update of its clients, some connections fail. Why?",
    answers: [
      {
        text: "The clients have stopped sending SNI",
        reason: "They send it as before. It may only be in the second packet."
      },
      {
        text: "Their hello has become longer than a packet, and comes in two chunks",
        reason: "Post-quantum keys have more than a thousand bytes. A chunk was never a message (lesson 3).",
        right: true
      },
      {
        text: "The proxy lacks the new ciphers",
        reason: "It does not encrypt anything. It only has to read lengths."
      }
    ]
  },
  {
    id: "copy-of-certificate",
    question: "Somebody has copied the server’s certificate off a connection. What can they do?",
    answers: [
      {
        text: "Pretend to be the server",
        reason: "For that they have to sign a handshake, with the key. The certificate is public."
      },
      { text: "Nothing", reason: "It is shown to whoever connects.", right: true },
      {
        text: "Read what was recorded",
        reason: "Not even with its key: that only signs. Each connection makes keys of its own."
      }
    ]
  },
  {
    id: "cn",
    question: "A certificate has CN `shop.test`, and DNS `old.shop.test` as its only SAN. For whom is it?",
    answers: [
      {
        text: "For old.shop.test",
        reason: "Only SANs name a server. The common name is a text for people.",
        right: true
      },
      {
        text: "For both",
        reason: "Then whoever may write a text into a certificate could choose its server."
      },
      {
        text: "For shop.test",
        reason: "Even clients that believe a common name do so only if there is no other name."
      }
    ]
  },
  {
    id: "unavailable",
    question: "A call ends with UNAVAILABLE: `certificate has expired`. What helps?",
    answers: [
      {
        text: "A retry with backoff",
        reason: "The code invites to it. It will be as expired in a minute."
      },
      {
        text: "A look at the text, and a new certificate at the server",
        reason: "A connection that cannot come about is UNAVAILABLE, whatever the reason. Only the text says which.",
        right: true
      },
      {
        text: "A longer deadline",
        reason: "Nobody was slow."
      }
    ]
  },
  {
    id: "plaintext-to-tls",
    question: "A client without TLS calls a port with TLS. What does the server get as the first byte of a record?",
    answers: [
      {
        text: "`0x50`, the P of `PRI * HTTP/2.0`",
        reason: "And a record begins with 20 to 23. It hangs up, and the client does not hear why.",
        right: true
      },
      {
        text: "`0x16`, a handshake",
        reason: "That would be a ClientHello. This client sends the preface of HTTP/2."
      },
      {
        text: "Nothing: the client waits for the server",
        reason: "In HTTP/2 the client speaks first."
      }
    ]
  },
  {
    id: "reject-false",
    question: "`rejectUnauthorized: false` in a test environment. What is it good for?",
    answers: [
      {
        text: "It encrypts, so that is half of the safety",
        reason: "With whom? Somebody between reads all of it, and encrypts it again."
      },
      {
        text: "Against somebody who only listens, and against nobody who answers",
        reason: "An authority of your own is two lines more, and tests what production does.",
        right: true
      },
      {
        text: "It is needed for certificates that one has made oneself",
        reason: "Give the client your authority as its root."
      }
    ]
  },
  {
    id: "signed-is-not-allowed",
    question: "A server asks for client certificates, and has no guard. Who may call it?",
    answers: [
      {
        text: "Everybody whom the authority has signed: also the coffee machine",
        reason: "The handshake says that somebody is known. What they may, nobody has asked.",
        right: true
      },
      {
        text: "Those in its list",
        reason: "Which list? TLS has none. That is what the guard is for."
      },
      {
        text: "Nobody",
        reason: "Whoever has a certificate of the authority comes in."
      }
    ]
  },
  {
    id: "two-uris",
    question: "A client’s certificate has two URIs: `spiffe://shop.test/till` and `spiffe://shop.test/office`. Who calls?",
    answers: [
      { text: "The till: it is first", reason: "And in the next library the last one counts." },
      {
        text: "Both, so it may what either may",
        reason: "Then the log says one name, and the list has looked at another."
      },
      {
        text: "Nobody",
        reason: "Two answers to one question. The rules of SPIFFE say: refuse it.",
        right: true
      }
    ]
  },
  {
    id: "old-connection",
    question: "A server changes its certificate at noon. A client has been connected since nine. What does it notice?",
    answers: [
      {
        text: "Nothing, until it connects again",
        reason: "A certificate is used in the handshake. This one was at nine.",
        right: true
      },
      {
        text: "It is cut off at noon",
        reason: "Why? Nothing of what was proved at nine has become untrue."
      },
      {
        text: "It gets the new certificate over the connection",
        reason: "TLS 1.3 has no second handshake on a connection."
      }
    ]
  }
];
const __pageData = JSON.parse('{"title":"TLS and mTLS","description":"Who is really at the other end? Lesson 24 of RPC from scratch.","frontmatter":{"prev":false,"next":false},"headers":[],"relativePath":"lessons/24-tls.md","filePath":"lessons/24-tls.md"}');
const __default__ = { name: "lessons/24-tls.md" };
const _sfc_main = /* @__PURE__ */ Object.assign(__default__, {
  __ssrInlineRender: true,
  setup(__props) {
    return (_ctx, _push, _parent, _attrs) => {
      const _component_LessonStart = resolveComponent("LessonStart");
      const _component_Quiz = resolveComponent("Quiz");
      const _component_TraceExplorer = resolveComponent("TraceExplorer");
      const _component_SequencePicture = resolveComponent("SequencePicture");
      const _component_BuildIt = resolveComponent("BuildIt");
      const _component_QuizScore = resolveComponent("QuizScore");
      _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="tls-and-mtls" tabindex="-1">TLS and mTLS <a class="header-anchor" href="#tls-and-mtls" aria-label="Permalink to &quot;TLS and mTLS&quot;">​</a></h1>`);
      _push(ssrRenderComponent(_component_LessonStart, null, null, _parent));
      _push(`<p>Twenty-three lessons, and every byte of them has gone over the wire for everybody to read. One line of options would have changed that. With that line come a certificate, a key, an authority, and a dozen new reasons why a connection fails. <strong>Who is really at the other end?</strong></p><p>There are three questions in it, and it helps to keep them apart. Who can read along? Is this the server that I meant? And the server asks: who are you?</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 24</span></span></code></pre></div><p>Look at the first scene, under “the same over TLS”: two names can still be read. The run makes its certificates when it begins, in memory. It needs no network and no <code>openssl</code>.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · What the line tells ─────────────────────────────────────────────────────
Our client adds an order at our shop, in the clear. Somebody on the way reads:
  they read       POST /ecommerce.OrderManagement/AddOrder
  they read       Order { id: &quot;237&quot;, items: &quot;teapot&quot;, description: &quot;a gift fo… ·
                  END_STREAM
  the password    of ada: 8 letters, the first is t
The same over TLS:
  names           localhost, h2
  versions        TLS 1.3, TLS 1.2
  the client’s    ClientHello 376, change_cipher_spec 6, encrypted 74, encrypted
                  86, encrypted 247
  the server’s    ServerHello 127, change_cipher_spec 6, encrypted 37, encrypted
                  749, encrypted 102, encrypted 74, encrypted 287, encrypted
                  287, encrypted 71, encrypted 90
  words found     none of the order, and no password
Names, sizes, and when: an order is as long as it was. Who is called stands in
the first message, in the clear. (A name that must not be seen needs Encrypted
Client Hello, RFC 9849; Node has none.)

── 2 · Two hellos ──────────────────────────────────────────────────────────────
The first message of a connection, of a client that offers one of everything,
and what the server has chosen. What chance has decided is zeros here: random
numbers, and half of a key.
client ──▶ server  ClientHello                                         202 bytes
  0000  16 03 01 00 c5           record header = handshake, 197 bytes
                                   type, a version that nobody looks at any
                                   more, length (RFC 8446 §5.1)
  0005  01                       handshake message = ClientHello
                                   its type (RFC 8446 §4)
  0006  00 00 c1                 length = 193 · of what follows: ClientHello
  0009                           ClientHello = 193 bytes
                                   never encrypted: who could read it?
  0009  03 03                    │ old version = TLS 1.2
                                 │   says TLS 1.2 for ever; see
                                 │   supported_versions (RFC 8446 §4.1.2)
  000b  00 00 00 00 00 00 00 00  │ random = 32 bytes
        00 00 00 00 00 00 00 00  │   so that no handshake is like another, and
        00 00 00 00 00 00 00 00  │   none can be played back. Zeros in this
        00 00 00 00 00 00 00 00  │   recording (RFC 8446 §4.1.2)
  002b  20                       │ length = 32 · of what follows: session id
  002c  00 00 00 00 00 00 00 00  │ session id = 32 bytes
        00 00 00 00 00 00 00 00  │   of no use since TLS 1.3; old boxes look for
        00 00 00 00 00 00 00 00  │   it. Zeros in this recording
        00 00 00 00 00 00 00 00  │
  004c  00 02                    │ length = 2 · of what follows: cipher suites
  004e  13 01                    │ cipher suites = TLS_AES_128_GCM_SHA256
                                 │   how it may be encrypted, the best first
  0050  01                       │ length = 1 · of what follows: compressions
  0051  00                       │ compressions = 0
                                 │   only &quot;none&quot; is left (lesson 23 says why)
  0052  00 76                    │ length = 118 · of what follows: extensions
  0054                           │ extensions = 118 bytes
                                 │   all that has been thought of since 1999
  0054  00 00 00 0e 00 0c 00 00  │ │ server_name (SNI) = localhost
        09 6c 6f 63 61 6c 68 6f  │ │   which server is wanted: one address may
        73 74                    │ │   have many (RFC 6066 §3)
  0066  00 0b 00 04 03 00 01 02  │ │ ec_point_formats
                                 │ │   for TLS 1.2 (RFC 8422 §5.1.2)
  006e  00 0a 00 04 00 02 00 1d  │ │ supported_groups = x25519
                                 │ │   on which curves the two may agree on a
                                 │ │   key (RFC 8446 §4.2.7)
  0076  00 23 00 00              │ │ session_ticket · for TLS 1.2 (RFC 5077)
  007a  00 10 00 05 00 03 02 68  │ │ ALPN = h2
        32                       │ │   what is to be spoken on top; gRPC needs
                                 │ │   h2 (RFC 7301 §3.1)
  0083  00 16 00 00              │ │ encrypt_then_mac · for TLS 1.2 (RFC 7366)
  0087  00 17 00 00              │ │ extended_master_secret
                                 │ │   for TLS 1.2 (RFC 7627)
  008b  00 0d 00 04 00 02 04 03  │ │ signature_algorithms =
                                 │ │ ecdsa_secp256r1_sha256
                                 │ │   which signatures the client can check
                                 │ │   (RFC 8446 §4.2.3)
  0093  00 2b 00 03 02 03 04     │ │ supported_versions = TLS 1.3
                                 │ │   the version that counts; those before are
                                 │ │   for old boxes on the way (RFC 8446
                                 │ │   §4.2.1)
  009a  00 2d 00 02 01 01        │ │ psk_key_exchange_modes
                                 │ │   how to resume a session (RFC 8446 §4.2.9)
  00a0  00 33 00 26 00 24 00 1d  │ │ key_share = x25519, 32 bytes
        00 20 00 00 00 00 00 00  │ │   this side’s half of the key agreement.
        00 00 00 00 00 00 00 00  │ │   Zeros in this recording (RFC 8446 §4.2.8)
        00 00 00 00 00 00 00 00  │ │
        00 00 00 00 00 00 00 00  │ │
        00 00                    │ │
  ServerHello     TLS 1.3, TLS_AES_128_GCM_SHA256, x25519, 32 bytes
Each side has sent half of a key agreement. From both halves, and a number that
it has kept to itself, each makes the same key. Whoever has only the halves has
nothing. All that follows is encrypted, the certificate too.

── 3 · The same connection, with the secrets ───────────────────────────────────
Node gives the secrets of a session to whoever asks, for tools like Wireshark.
With them the records open again: HKDF makes keys of the secrets, AES-GCM opens
with the keys.
  secrets         SERVER_HANDSHAKE_TRAFFIC_SECRET, EXPORTER_SECRET,
                  SERVER_TRAFFIC_SECRET_0, CLIENT_HANDSHAKE_TRAFFIC_SECRET,
                  CLIENT_TRAFFIC_SECRET_0
  the server’s    EncryptedExtensions, Certificate, CertificateVerify, Finished,
                  2 × NewSessionTicket, HTTP/2
  the client’s    Finished, HTTP/2
  agreed          h2, in EncryptedExtensions
  client          HEADERS · stream 1 · POST /ecommerce.OrderManagement/GetOrder
  client          DATA · stream 1 · StringValue { value: &quot;101&quot; } · END_STREAM
  server          HEADERS · stream 1 · 200
  server          DATA · stream 1 · Order { id: &quot;101&quot;, items: &quot;teapot&quot;, items:
                  &quot;cup&quot;, items: &quot;c…
  server          HEADERS · stream 1 · trailers: 0 OK · END_STREAM
A file with these lines opens a recording made years ago. It is a key, and
belongs in no log.

── 4 · What a client checks ────────────────────────────────────────────────────
In this order: does the other side speak TLS, in a version that we take · has an
authority that we trust signed the certificate · is it valid today · is it meant
for servers · is it for the name that we asked for · has the server agreed to
h2. What is wrong, and what each stack says:
  unknown-ca      grpc-js: unable to verify the first certificate
                  ours: no root that we trust has signed the server’s
                  certificate
  no-chain        grpc-js: unable to verify the first certificate
                  ours: no root that we trust has signed the server’s
                  certificate
  expired         grpc-js: certificate has expired
                  ours: the server’s certificate has expired
  not-yet         grpc-js: certificate is not yet valid
                  ours: the server’s certificate is not valid yet
  for-clients     grpc-js: unsuitable certificate purpose
                  ours: the server’s certificate is not meant for servers
  wrong-name      grpc-js: Hostname/IP does not match certificate&#39;s altnames:
                  Host: localhost. is not in the cert&#39;s altnames: DNS:other.test
                  ours: the server&#39;s certificate is for DNS:other.test, and
                  localhost was asked for
  only-a-cn       grpc-js: OK
                  ours: the server&#39;s certificate has no names, and localhost was
                  asked for
  plain-to-tls    grpc-js: Failed to connect
                  ours: the server closed the connection before it said anything
  tls-to-plain    grpc-js: SSL: wrong version number
                  ours: the peer does not speak TLS at this port
  no-alpn         grpc-js: DEADLINE_EXCEEDED: Deadline exceeded
                  ours: the server did not agree to speak HTTP/2 (no ALPN h2)
  tls-1.1         grpc-js: SSL: tlsv1 alert protocol version
                  ours: the peer does not speak this version of TLS
  no-certificate  grpc-js: SSL: tlsv13 alert certificate required
                  ours: the server wants a client certificate (mTLS)
  impostor        grpc-js: Failed to connect
                  ours: the server closed the connection before it said
                  anything; it may not accept our certificate
All but two are UNAVAILABLE, and will be tomorrow: to try again does not help.
The two are those of grpc-js that stand out. It believes a common name if there
is no other, which RFC 9525 forbids. And it does not look at ALPN: it sends
HTTP/2 to somebody who speaks none, and waits.

── 5 · Who is calling? ─────────────────────────────────────────────────────────
mTLS: the client shows a certificate, too. The guard reads its name and looks up
what it may. Unary, and the three kinds of streams: O is OK, P is
PERMISSION_DENIED, U is UNAVAILABLE.
    server   the client shows  grpc-js as client  ours as client
    grpc-js  the office’s      O O O O            O O O O
    grpc-js  a till’s          O P P P            O P P P
    grpc-js  an impostor’s     U U U U            U U U U
    grpc-js  nothing           U U U U            U U U U
    ours     the office’s      O O O O            O O O O
    ours     a till’s          O P P P            O P P P
    ours     an impostor’s     U U U U            U U U U
    ours     nothing           U U U U            U U U U
The till’s common name is &quot;admin&quot;, and nobody has looked. The impostor’s
certificate has the right name, signed by somebody else: its calls do not get as
far as the guard.

── 6 · A new certificate, without a restart ────────────────────────────────────
A server with its first certificate, and a client that stays connected. A second
one is put where the server looks; then one whose key does not fit, and then one
that has expired.
    server   before    after     broken ones  the old connection
    grpc-js  number 1  number 2  number 2     OK OK OK OK
    ours     number 1  number 2  number 2     OK OK OK OK
  onError         privateKey: it does not belong to the certificate (the first
                  one)
  onError         expired
A certificate says which program calls. It does not say for which person. A till
has one certificate, and six people who work at it: that is lesson 25.</pre></details><h2 id="what-the-line-tells" tabindex="-1">What the line tells <a class="header-anchor" href="#what-the-line-tells" aria-label="Permalink to &quot;What the line tells&quot;">​</a></h2><p>Somebody on the way between a client and a server copies every byte: in a café, at a provider, on a switch in the cellar. Our client adds an order.</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>they read       POST /ecommerce.OrderManagement/AddOrder</span></span>
<span class="line"><span>they read       Order { id: &quot;237&quot;, items: &quot;teapot&quot;, description: &quot;a gift…</span></span>
<span class="line"><span>the password    of ada: 8 letters, the first is t</span></span></code></pre></div><p>The password was in base64. That is a way of writing, and hides nothing. The same order over TLS:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>names           localhost, h2</span></span>
<span class="line"><span>versions        TLS 1.3, TLS 1.2</span></span>
<span class="line"><span>the client’s    ClientHello 376, change_cipher_spec 6, encrypted 74, …</span></span>
<span class="line"><span>the server’s    ServerHello 127, change_cipher_spec 6, encrypted 37, …</span></span>
<span class="line"><span>words found     none of the order, and no password</span></span></code></pre></div><p>What is left are names, sizes, and when. The sizes are those of lesson 23: an encrypted order is as long as the order, and a few bytes more. The names stand in the first message. It has to be in the clear, because there is no key yet. (Encrypted Client Hello hides it, with a key from DNS: RFC 9849. Node has none of that.)</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "base64 still-seen"
      }, null, _parent));
      _push(`<h2 id="two-hellos" tabindex="-1">Two hellos <a class="header-anchor" href="#two-hellos" aria-label="Permalink to &quot;Two hellos&quot;">​</a></h2><p>TLS sends <strong>records</strong>: five bytes of header, then up to 16 KiB. In the first ones is the <strong>handshake</strong>. The client says what it can do, the server chooses. Here are both messages, of a client that offers one of everything so that its hello is short. Open the extensions: <code>server_name</code> is who is wanted, <strong>SNI</strong>; <code>ALPN</code> says what is to be spoken on top. gRPC needs <code>h2</code> there.</p>`);
      _push(ssrRenderComponent(_component_TraceExplorer, { trace: unref(hellos) }, null, _parent));
      _push(`<p>What chance has decided is zeros in this recording: the two random numbers, the session id, and each side’s half of a key. A real one differs there and nowhere else. (Node 20 also lists <code>TLS_EMPTY_RENEGOTIATION_INFO_SCSV</code> among the suites. That is left out.)</p><p>A hello of your own client is longer. With Node 20 it has some 380 bytes, with today’s Node 22 or 24 about 1,600: they have OpenSSL 3.5, and it adds half of a key that a quantum computer cannot take apart. 1,600 bytes do not fit into one packet of Ethernet. A reader that takes the first chunk for the whole hello worked for twenty years, and does not now.</p><p>The two halves of the key are the clever part (Diffie and Hellman, 1976). From the other’s half and a number that it has told nobody, each side makes the same secret. Whoever has read both halves has nothing. All that follows is encrypted, the server’s certificate too.</p><p>A reader of hellos is the first task of the exercise. Load balancers have one: by SNI they know where a connection has to go, and hand it on without a key. This is what it is used for here:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/24-tls/eavesdropper.ts.txt" target="_self">lessons/24-tls/eavesdropper.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** What can be read of an encrypted connection: its first message. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> helloIn(bytes: Uint8Array): ClientHello | undefined {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> message = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> HelloCollector().push(bytes);</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> message &amp;&amp; parseClientHello(message);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "sni-why two-packets"
      }, null, _parent));
      _push(`<h2 id="the-same-connection-with-the-secrets" tabindex="-1">The same connection, with the secrets <a class="header-anchor" href="#the-same-connection-with-the-secrets" aria-label="Permalink to &quot;The same connection, with the secrets&quot;">​</a></h2><p>So the rest is closed to us, unless one of the two ends helps: Node gives the secrets of a session to whoever listens to its <code>keylog</code> event, in the format that Wireshark reads. Here is the rest of the connection that began above.</p>`);
      _push(ssrRenderComponent(_component_SequencePicture, { trace: unref(opened) }, null, _parent));
      _push(`<p>Each secret becomes a key and a start value for counting (HKDF: an HMAC, a block at a time):</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/24-tls/opened.ts.txt" target="_self">lessons/24-tls/opened.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** HKDF-Expand-Label, one block of it (RFC 8446 §7.1). */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> expand(secret: Uint8Array, label: string, size: number) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> name = Buffer.from(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`tls13 </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">label</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> info = [</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, size, name.length, ...name, </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">];</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> block = createHmac(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;sha256&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, secret)</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    .update(Uint8Array.of(...info, </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">1</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">))</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    .digest();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Uint8Array(block.subarray(</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, size));</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p>And with the key a record opens (AES-GCM):</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/24-tls/opened.ts.txt" target="_self">lessons/24-tls/opened.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">#open(record: Uint8Array): Opened {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> nonce = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#iv.slice();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> DataView(nonce.buffer).setUint32(</span></span>
<span class="line"><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">    8</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> DataView(nonce.buffer).getUint32(</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">8</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) ^ </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#number++,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> decipher = createDecipheriv(</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">    &#39;aes-128-gcm&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#key,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    nonce,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  );</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  decipher.setAAD(record.subarray(</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, HEADER_BYTES));</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  decipher.setAuthTag(record.subarray(-TAG_BYTES));</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> inside = concat([</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    decipher.update(record.subarray(HEADER_BYTES, -TAG_BYTES)),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    decipher.final(),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  ]);</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">  // Content, type, padding of zeros (§5.2): the last other byte.</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> end = inside.findLastIndex((byte) =&gt; byte !== </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { type: inside[end]!, content: inside.subarray(</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, end) };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p>Three things are worth a look. The number of the record is a part of the nonce, so that no record can be left out, sent twice, or moved. The header is checked with it, though it is not encrypted. And a record says that it is <code>application data</code> whatever it holds; its real type stands inside, behind the content.</p>`);
      _push(ssrRenderComponent(_component_TraceExplorer, { trace: unref(opened) }, null, _parent));
      _push(`<p>The certificate, the signature and the two checksums are left out of this recording, but for their first byte. A line of a key log opens a recording that was made years ago. It is a key: it belongs in no other log, and in no ticket.</p><h2 id="who-vouches" tabindex="-1">Who vouches <a class="header-anchor" href="#who-vouches" aria-label="Permalink to &quot;Who vouches&quot;">​</a></h2><p>An encrypted line to the wrong person is worth nothing. So the server proves who it is. A <strong>certificate</strong> says: <em>this public key belongs to these names</em>, and is signed. The <strong>authority</strong> (CA) that has signed it may itself be signed by another one: a <strong>chain</strong>. At its end stands a <strong>root</strong> that the client has had all the time. The last one, the server’s own, is the <strong>leaf</strong>.</p><p>Here it is a chain of three: the root signs an authority, the authority signs the leaf. The root can then lie in a safe.</p><p>The server sends leaf and chain, without the root, and signs the handshake with the key of the leaf. Everybody may have the certificate. The key never leaves the machine.</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/24-tls/papers.ts.txt" target="_self">lessons/24-tls/papers.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> root = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> createAuthority(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;the shop’s root&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> authority = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> root.delegate(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;the shop’s authority&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> names = [dns(SHOP)];</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> shop = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> authority.sign(names, { usage: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;server&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> });</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> office = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> authority.sign([uri(OFFICE)], {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  usage: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;client&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">});</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> till = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> authority.sign([uri(TILL)], {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  usage: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;client&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  commonName: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;admin&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, </span><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">// who believes it?</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">});</span></span></code></pre></div></div><p>The names are <strong>subject alternative names</strong> (SAN): DNS names, addresses, URIs. Then there is the subject’s <em>common name</em> (CN), a text for people. For a long time clients took it for a server’s name, if there was no other. They must not any more.</p><p>A client of <code>grpc-js</code> with an authority of its own. <code>createSsl</code> takes the roots first; without them it would trust all of the hundred and more that come with Node:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/24-tls/client.ts.txt" target="_self">lessons/24-tls/client.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** The address is one thing, the certificate&#39;s name another. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> connectJs = (</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  at: Address,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  shown: grpc.ChannelCredentials,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) =&gt;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> ecommerce.OrderManagement(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">at</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">host</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">:</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">at</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">port</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, shown, {</span></span>
<span class="line highlighted"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">    &#39;grpc.ssl_target_name_override&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">: SHOP,</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">    &#39;grpc.default_authority&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">: SHOP,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  });</span></span></code></pre></div></div><p>The target here is an address, <code>127.0.0.1</code>, and the certificate is for <code>localhost</code>. Normally the two are the same, and the override stays away. It never changes whether something is checked, only which name.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "copy-of-certificate cn"
      }, null, _parent));
      _push(`<h2 id="what-a-client-checks" tabindex="-1">What a client checks <a class="header-anchor" href="#what-a-client-checks" aria-label="Permalink to &quot;What a client checks&quot;">​</a></h2><p>In this order: does the other side speak TLS at all, in a version that we take? Has an authority that we trust signed it? Is it valid today? Is it meant for servers? Is it for the name that I asked for? And have we agreed on <code>h2</code>?</p><p>Each failure, on three stacks. (Go’s words are measured by <code>npm run judge:article</code>.)</p><table tabindex="0"><thead><tr><td></td><th><code>grpc-js</code></th><th>ours</th><th>Go</th></tr></thead><tbody><tr><td>another authority</td><td>unable to verify the first certificate</td><td>no root that we trust has signed the server’s certificate</td><td>x509: certificate signed by unknown authority</td></tr><tr><td>its own authority is not shown</td><td>unable to verify the first certificate</td><td>no root that we trust has signed the server’s certificate</td><td>x509: certificate signed by unknown authority</td></tr><tr><td>expired</td><td>certificate has expired</td><td>the server’s certificate has expired</td><td>x509: certificate has expired or is not yet valid: current time … is after …</td></tr><tr><td>not yet valid</td><td>certificate is not yet valid</td><td>the server’s certificate is not valid yet</td><td>… current time … is before …</td></tr><tr><td>meant for clients</td><td>unsuitable certificate purpose</td><td>the server’s certificate is not meant for servers</td><td>x509: certificate specifies an incompatible key usage</td></tr><tr><td>wrong name</td><td>Hostname/IP does not match certificate&#39;s altnames</td><td>the server&#39;s certificate is for DNS:other.test, and localhost was asked for</td><td>x509: certificate is valid for other.test, not localhost</td></tr><tr><td>the name is only in the CN</td><td><strong>OK</strong></td><td>the server&#39;s certificate has no names, and localhost was asked for</td><td>x509: certificate relies on legacy Common Name field, use SANs instead</td></tr><tr><td>plaintext to a TLS port</td><td>Failed to connect</td><td>the server closed the connection before it said anything</td><td>error reading server preface: EOF</td></tr><tr><td>TLS to a plaintext port</td><td>wrong version number</td><td>the peer does not speak TLS at this port</td><td>tls: first record does not look like a TLS handshake</td></tr><tr><td>no ALPN</td><td><strong>DEADLINE_EXCEEDED</strong></td><td>the server did not agree to speak HTTP/2 (no ALPN h2)</td><td>credentials: cannot check peer: missing selected ALPN property</td></tr><tr><td>TLS 1.1</td><td>tlsv1 alert protocol version</td><td>the peer does not speak this version of TLS</td><td>tls: protocol version not supported</td></tr><tr><td>mTLS, no certificate</td><td>tlsv13 alert certificate required</td><td>the server wants a client certificate (mTLS)</td><td>tls: certificate required, or only: broken pipe</td></tr></tbody></table><p>All but the two in bold are <code>UNAVAILABLE</code>. That is the code for “try again”, and the answer will be the same tomorrow. So look at the text before you write a retry for it.</p><p>Two of <code>grpc-js</code> stand out. It believes a common name if there is no other name; HTTP forbids that (RFC 9110 §4.3.4), and Go has dropped it with 1.15. And it does not look at ALPN: it sends HTTP/2 to somebody who speaks none, and waits. Neither is a hole by itself: for the one an authority has to sign such a certificate, and the other only waits. But a test with <code>grpc-js</code> that is green says nothing about a client in Go.</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 24</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --fail</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> wrong-name</span></span></code></pre></div><p>Look for what each stack tells you about the two names. The names of the other failures are those of the fourth scene.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · wrong-name: it is for other.test ────────────────────────────────────────
  grpc-js         Hostname/IP does not match certificate&#39;s altnames: Host:
                  localhost. is not in the cert&#39;s altnames: DNS:other.test
  ours            the server&#39;s certificate is for DNS:other.test, and localhost
                  was asked for</pre></details>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "unavailable plaintext-to-tls"
      }, null, _parent));
      _push(`<h2 id="the-certificate-as-a-root" tabindex="-1">The certificate as a root <a class="header-anchor" href="#the-certificate-as-a-root" aria-label="Permalink to &quot;The certificate as a root&quot;">​</a></h2><p>Where does the client’s root come from? The article takes the server’s own file: <code>NewClientTLSFromFile(&quot;server.crt&quot;, …)</code>. With a certificate that the server has signed itself that works:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 24</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --leaf</span></span></code></pre></div><p>Look for the second row: the day on which the certificate is renewed. Every client has to have the new file at the same moment, and so nobody renews it, and it is made to live for ten years. With an authority, only the server has to know of a new leaf.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · A client that trusts the server’s own certificate ───────────────────────
The article gives the client the file of the server:
NewClientTLSFromFile(&quot;server.crt&quot;, …). With a certificate that the server has
signed itself, this works:
    the server shows  the client trusts  grpc-js  ours
    its own           that               OK       OK
    its own, renewed  the old one        refused  refused
    the authority’s   that               refused  refused
    the authority’s   the authority      OK       OK
    that, renewed     the authority      OK       OK
With the next certificate every client has to be changed, at the same moment.
That is why certificates of servers then live for ten years. A client that
trusts an authority hears nothing of a new one.</pre></details><h2 id="somebody-between" tabindex="-1">Somebody between <a class="header-anchor" href="#somebody-between" aria-label="Permalink to &quot;Somebody between&quot;">​</a></h2><p>An eavesdropper who only listens has lost. What if they answer? They take the client’s connection as if they were the shop, and open one to the shop as if they were the client.</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/24-tls/between.ts.txt" target="_self">lessons/24-tls/between.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> listener = createServer(options, (client) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { host, port } = server;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  names.push(client.getPeerCertificate().subjectaltname ?? </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> shop = connect({ host, port, ...TO_THE_SHOP });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> dissect = createGrpcDissectors({ methods });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  for</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> [from, to, side] </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">of</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> [</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    [client, shop, </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;client&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">],</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    [shop, client, </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;server&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">],</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  ] </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">as</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    sockets.add(from);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    from.on(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;data&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, (chunk: Uint8Array) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> frames = dissect[side].push(chunk);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      read.push(...frames.map(({ title }) =&gt; title));</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      to.write(chunk);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    from.on(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;error&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, () =&gt; {}).on(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;close&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, () =&gt; to.destroy());</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  }</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">});</span></span></code></pre></div></div><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 24</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --between</span></span></code></pre></div><p>Look for what they have read: from a client that checks, nothing. From one with <code>rejectUnauthorized: false</code>, everything. That option stands in every second answer on the web, under “how to get rid of the error”. The error was the whole point.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · Somebody between ────────────────────────────────────────────────────────
They speak TLS with both sides: as the shop with the client, with a certificate
that their own authority has signed, and as a client with the shop.
  a client        unable to verify the first certificate
  they have read  nothing

── 2 · A client that does not look ─────────────────────────────────────────────
The option that is in every second answer on the web: rejectUnauthorized: false.
It encrypts, and does not ask with whom.
  the client      OK
  they have read  HEADERS · stream 1 · POST /ecommerce.OrderManagement/GetOrder
  they have read  DATA · stream 1 · StringValue { value: &quot;101&quot; } · END_STREAM
  they have read  DATA · stream 1 · Order { id: &quot;101&quot;, items: &quot;teapot&quot;, items:
                  &quot;cup&quot;, items: &quot;c…

── 3 · The same, and the shop asks who it is ───────────────────────────────────
mTLS. The office’s client does not look, and shows its certificate to whoever
asks. Can they use it?
  the client      Failed to connect
  they have seen  URI:spiffe://shop.test/office
  they have read  nothing
They have the office’s certificate, as everybody may, and not its key. So they
cannot sign a handshake with the shop, and the shop does not let them in. The
client has waited for the shop’s first word, and has sent no call.</pre></details>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "reject-false"
      }, null, _parent));
      _push(`<h2 id="who-is-calling" tabindex="-1">Who is calling? <a class="header-anchor" href="#who-is-calling" aria-label="Permalink to &quot;Who is calling?&quot;">​</a></h2><p>Now the other direction. With <strong>mTLS</strong> (mutual TLS) the server asks for a certificate, too, and the client signs the handshake with its key. On both stacks that is one more option, the authorities of the clients:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/24-tls/mutual.ts.txt" target="_self">lessons/24-tls/mutual.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (stack === </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;ours&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> tls = { ...shop, clientRoots: roots };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> startOurShop(QUIET, tls, [ourGuard]);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> clientRoots = Buffer.from(roots);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> startJsShop(QUIET, {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  credentials: serverCredentials(grpc, buffers(shop), clientRoots),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  interceptors: [guardOf(() =&gt; {})],</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">});</span></span></code></pre></div></div><p>On <code>grpc-js</code> there are two traps. Without its third argument <code>createSsl</code> asks nobody, roots or not. And with <code>null</code> for the roots it takes everybody whom any authority of the world has signed.</p><p><em>Signed by our authority</em> means: it is one of us. It does not say which one. That is in the names, and a <strong>principal</strong> is what we make of them. SPIFFE has rules for that which many meshes share: one URI, <code>spiffe://</code> and a trust domain and a path. To find it is a task of yours. What it is good for is a list:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/24-tls/guard.ts.txt" target="_self">lessons/24-tls/guard.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** Who may call what. What is not named is for nobody. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> MAY: Readonly&lt;Record&lt;string, </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">readonly</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> string[]&gt;&gt; = {</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">  &#39;/ecommerce.OrderManagement/AddOrder&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">: [TILL, OFFICE],</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">  &#39;/ecommerce.OrderManagement/GetOrder&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">: [TILL, OFFICE],</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">  &#39;/ecommerce.OrderManagement/SearchOrders&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">: [OFFICE],</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">  &#39;/ecommerce.OrderManagement/UpdateOrders&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">: [OFFICE],</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">  &#39;/ecommerce.OrderManagement/ProcessOrders&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">: [OFFICE],</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">};</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> mayCall = (who: string, path: string) =&gt;</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  Object.hasOwn(MAY, path) &amp;&amp; MAY[path]!.includes(who);</span></span></code></pre></div></div><p>On our stack, with the guard of lesson 15, in front of all four kinds of calls:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/24-tls/ours.ts.txt" target="_self">lessons/24-tls/ours.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** Who calls, for the handler. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> caller = contextKey&lt;string | undefined&gt;(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;caller&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> ourGuard: ServerInterceptor = guard&lt;string&gt;({</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  identify: ({ peer }) =&gt; principalOf(peer, TRUST_DOMAIN),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  caller,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  mayCall,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">});</span></span></code></pre></div></div><p>Four clients at two servers. O is OK, P is <code>PERMISSION_DENIED</code>, U is <code>UNAVAILABLE</code>; GetOrder, and the three streams:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>server   the client shows  grpc-js as client  ours as client</span></span>
<span class="line"><span>grpc-js  the office’s      O O O O            O O O O</span></span>
<span class="line"><span>grpc-js  a till’s          O P P P            O P P P</span></span>
<span class="line"><span>grpc-js  an impostor’s     U U U U            U U U U</span></span>
<span class="line"><span>grpc-js  nothing           U U U U            U U U U</span></span>
<span class="line"><span>ours     the office’s      O O O O            O O O O</span></span>
<span class="line"><span>ours     a till’s          O P P P            O P P P</span></span>
<span class="line"><span>ours     an impostor’s     U U U U            U U U U</span></span>
<span class="line"><span>ours     nothing           U U U U            U U U U</span></span></code></pre></div><p>The till’s common name is <code>admin</code>. Nobody has looked. The impostor has the till’s name, signed by an authority of their own; their calls do not get as far as the guard.</p><p>In TLS 1.3 the client’s certificate comes at the end of the handshake. The client is done, and may begin to send, before the server has looked. So a refusal comes late, and as the end of the connection: <code>the server closed the connection before it said anything</code>. If you read that, think of your certificate first.</p><p>Two terminals, if you like:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 24</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> server</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 24</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> client</span></span></code></pre></div><p>Look for who calls, in the server’s terminal. (The client’s papers go through a file in <code>.course/</code>, which only you can read, until the server ends.)</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "signed-is-not-allowed two-uris"
      }, null, _parent));
      _push(`<h2 id="a-new-certificate-without-a-restart" tabindex="-1">A new certificate, without a restart <a class="header-anchor" href="#a-new-certificate-without-a-restart" aria-label="Permalink to &quot;A new certificate, without a restart&quot;">​</a></h2><p>Certificates often live for ninety days, in a mesh for an hour. A server that has to be restarted for that drops its streams each time. It need not: a certificate is used in a handshake, and what has been proved then stays proved. So new handshakes get the new one, and connections that are open go on.</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/24-tls/rotate.ts.txt" target="_self">lessons/24-tls/rotate.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** Somebody puts the newest certificate there: a script, or you. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">interface</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Files {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  now: Identity;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">type</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Tell = (error: unknown) =&gt; void;</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> openStore = (files: Files, onError: Tell) =&gt;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  IdentityStore.open&lt;TlsServerIdentity&gt;({</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    load: </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">async</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> () =&gt; files.now,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    check(identity) {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      checkServerIdentity(identity);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { validTo } = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> X509Certificate(identity.certificate);</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (Date.parse(validTo) &lt; Date.now())</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">        throw</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Error(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;expired&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    isSame: (a, b) =&gt; isDeepStrictEqual(a, b),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    onError,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  });</span></span></code></pre></div></div><p><code>files.now</code> is where somebody puts the newest: a script, cert-manager, you. What comes from there may be half written, or for another key. Nothing is shown before it was checked, and whatever goes wrong, the old one stays.</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 24</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --rotate</span></span></code></pre></div><p>Look for the last column, and for what <code>onError</code> has heard. On <code>grpc-js</code> the same store goes behind an interface that is still marked experimental (<code>CertificateProvider</code>). It also has one that watches files, <code>FileWatcherCertificateProvider</code>; if that reads a broken pair, the server refuses everybody until it is mended.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · A new certificate, without a restart ────────────────────────────────────
A server with its first certificate, and a client that stays connected. A second
one is put where the server looks; then one whose key does not fit, and then one
that has expired.
    server   before    after     broken ones  the old connection
    grpc-js  number 1  number 2  number 2     OK OK OK OK
    ours     number 1  number 2  number 2     OK OK OK OK
  onError         privateKey: it does not belong to the certificate (the first
                  one)
  onError         expired</pre></details><p>And when do you take a certificate <em>back</em>? Hardly ever: lists of revoked ones are looked at by few. A life of an hour is the answer that works.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "old-connection"
      }, null, _parent));
      _push(`<h2 id="build-it" tabindex="-1">Build it <a class="header-anchor" href="#build-it" aria-label="Permalink to &quot;Build it&quot;">​</a></h2><p>Five tasks in <code>exercises/24-tls/</code>: a ClientHello collected from chunks and records, and taken apart; credentials of <code>grpc-js</code> for both sides; from a certificate to a principal; a store that rotates. The last tests of each make real certificates and real handshakes.</p>`);
      _push(ssrRenderComponent(_component_BuildIt, { exercise: unref(exercise) }, null, _parent));
      _push(`<div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> exercise</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 24</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 24</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --mine</span></span></code></pre></div><p>With <code>--mine</code> your reader tells the listener the names, your credentials stand on both sides of <code>grpc-js</code>, your principal decides who may, and your store changes the certificate.</p><h2 id="what-you-have-answered" tabindex="-1">What you have answered <a class="header-anchor" href="#what-you-have-answered" aria-label="Permalink to &quot;What you have answered&quot;">​</a></h2>`);
      _push(ssrRenderComponent(_component_QuizScore, { questions: unref(quiz) }, null, _parent));
      _push(`<h2 id="what-is-still-open" tabindex="-1">What is still open <a class="header-anchor" href="#what-is-still-open" aria-label="Permalink to &quot;What is still open&quot;">​</a></h2><p>A certificate says which program calls. It does not say for which person: a till has one certificate, and six people work at it. Their proof has to go with each call. That is lesson 25.</p><h2 id="sources" tabindex="-1">Sources <a class="header-anchor" href="#sources" aria-label="Permalink to &quot;Sources&quot;">​</a></h2><ul><li><a href="https://www.rfc-editor.org/rfc/rfc8446" target="_blank" rel="noreferrer">RFC 8446</a>, TLS 1.3: §4.1.2 (ClientHello), §5 (records), §7.1 (keys); <a href="https://www.rfc-editor.org/rfc/rfc6066" target="_blank" rel="noreferrer">RFC 6066</a> §3, SNI; <a href="https://www.rfc-editor.org/rfc/rfc7301" target="_blank" rel="noreferrer">RFC 7301</a>, ALPN; <a href="https://www.rfc-editor.org/rfc/rfc8701" target="_blank" rel="noreferrer">RFC 8701</a>, why browsers offer nonsense; <a href="https://www.rfc-editor.org/rfc/rfc9849" target="_blank" rel="noreferrer">RFC 9849</a>, Encrypted Client Hello</li><li><a href="https://www.rfc-editor.org/rfc/rfc9113" target="_blank" rel="noreferrer">RFC 9113</a> §3.2, §9.2: what HTTP/2 wants of TLS</li><li><a href="https://www.rfc-editor.org/rfc/rfc9525" target="_blank" rel="noreferrer">RFC 9525</a>, whom a certificate must name; <a href="https://www.rfc-editor.org/rfc/rfc9110" target="_blank" rel="noreferrer">RFC 9110</a> §4.3.4</li><li><a href="https://github.com/spiffe/spiffe/blob/main/standards/SPIFFE-ID.md" target="_blank" rel="noreferrer">SPIFFE ID</a>, <a href="https://github.com/spiffe/spiffe/blob/main/standards/X509-SVID.md" target="_blank" rel="noreferrer">X.509-SVID</a></li><li>W. Diffie, M. Hellman, <em>New Directions in Cryptography</em>, 1976</li><li><code>node_modules/@grpc/grpc-js/src/server-credentials.ts</code>, <code>channel-credentials.ts</code>, <code>certificate-provider.ts</code>: what <code>grpc-js</code> does</li></ul><details class="details custom-block"><summary>What the article said, and what is true</summary><p>The course grew out of a series of articles (in Chinese, with Go) that goes from RPC to gRPC. Where it is wrong, or no longer right, this is what is true:</p><ul><li>Its client trusts <code>server.crt</code>, the server’s own certificate. It breaks with the next one; a client trusts an authority.</li><li>It says nothing about the names in the certificate. Since Go 1.15 a SAN is required, and the common name is not looked at.</li><li><code>NewServerTLSFromCert</code> asks no client for anything. For mTLS it takes a <code>tls.Config</code> with <code>ClientCAs</code> and <code>ClientAuth: tls.RequireAndVerifyClientCert</code>.</li><li><code>hostname = &quot;localhost</code> without its second quotation mark, lists of options without a last comma, curly quotation marks: none of it compiles.</li><li><code>grpc.Dial</code> has become <code>grpc.NewClient</code>, and grpc-go refuses a server without ALPN.</li></ul></details></div>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lessons/24-tls.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
export {
  __pageData,
  _sfc_main as default
};
