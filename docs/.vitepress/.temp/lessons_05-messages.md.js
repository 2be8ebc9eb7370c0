import { useSSRContext, resolveComponent, unref } from "vue";
import { ssrRenderAttrs, ssrRenderComponent } from "vue/server-renderer";
const exercise = { kind: "handle", id: "05-messages", load: () => import("./05-messages.exercise.CAiB8HJV.js").then((exercise2) => exercise2.default) };
const order = { kind: "handle", id: "order", load: () => import("./order.trace.Cns7ELPX.js").then((trace) => trace.default) };
const grown = { kind: "handle", id: "grown", load: () => import("./grown.trace.CZO9Ghud.js").then((trace) => trace.default) };
const oldAndNew = { kind: "handle", id: "old-and-new", load: () => import("./old-and-new.trace.BtLyhp4c.js").then((trace) => trace.default) };
const quiz = [
  {
    id: "text-hi",
    question: 'Predict the bytes: field 3, a `string`, with the text "hi". (h is 68, i is 69.)',
    bytes: {
      encoder: "fields",
      fields: [{ number: 3, name: "text", type: "string", cardinality: "implicit" }],
      value: { text: "hi" }
    },
    reason: "The tag is 3 × 8 + 2 = 1a hex. Then the length, and the characters."
  },
  {
    id: "packed",
    question: "And field 2, `repeated uint32`, with the list 1, 2, 300? (300 is ac 02.)",
    bytes: {
      encoder: "fields",
      fields: [
        { number: 2, name: "numbers", type: "uint32", cardinality: "repeated", packed: true }
      ],
      value: { numbers: [1, 2, 300] }
    },
    reason: "Lists of numbers are packed: one tag, of wire type 2, the length in bytes, which is four, and then the numbers."
  },
  {
    id: "zero",
    question: "A message has `int32 count = 1;` with the value 0. What is sent?",
    answers: [
      { text: "08 00", reason: "So it would be with optional in front of the type." },
      {
        text: "Nothing",
        reason: "A plain field that is zero is not written: to the reader absent is zero.",
        right: true
      },
      { text: "00", reason: "No value without a tag; and there is no field 0." }
    ]
  },
  {
    id: "presence",
    question: "A form lets people change their nickname, or clear it, or leave it alone. Which field for the nickname?",
    answers: [
      {
        text: "string nickname = 1;",
        reason: "Cleared and left alone would be the same: no byte."
      },
      {
        text: "optional string nickname = 1;",
        reason: "Cleared is 0a 00, left alone is nothing at all.",
        right: true
      },
      {
        text: 'string nickname = 1 [default = "?"];',
        reason: "There are no defaults in proto3; and it would not tell the two apart."
      }
    ]
  },
  {
    id: "map-entry",
    question: "And field 1, `map<uint32, bool>`, with the one entry 5 → false? (An entry is a message; its key is field 1, its value field 2, and both are always written.)",
    bytes: {
      encoder: "fields",
      fields: [{ number: 1, name: "map", type: "bool", cardinality: "map", key: "uint32" }],
      value: { map: /* @__PURE__ */ new Map([[5, false]]) }
    },
    reason: "A tag and a length for the entry; in it 08 05 for the key and 10 00 for the value."
  },
  {
    id: "rename",
    question: "A server renames field 5 from `destination` to `address`. What do old clients notice?",
    answers: [
      { text: "Nothing", reason: "The name is not in the bytes. Field 5 is field 5.", right: true },
      { text: "An empty address", reason: "That would be so in JSON, where the name is sent." },
      { text: "An error", reason: "Nothing in the bytes has changed." }
    ]
  },
  {
    id: "retype",
    question: "A server changes `float price = 4` to `double price = 4`. What does a reader that goes by the wire type, as ours does, see?",
    answers: [
      {
        text: "The same price, more exactly",
        reason: "Four bytes came, and a double has eight. Nobody converts them."
      },
      {
        text: "An error",
        reason: "Not in ours: another wire type is an unknown field. protobufjs does not look at it, and may fail."
      },
      {
        text: "Zero",
        reason: "The tag says I32, the schema says I64: it is not that field, so it is unknown, and the price is absent.",
        right: true
      }
    ]
  },
  {
    id: "merge",
    question: "Two orders are written one behind the other, without a frame, and decoded as one. Both have an id and two items. What comes out?",
    answers: [
      { text: "The first order", reason: "Nothing in the bytes says where the first one ends." },
      {
        text: "The second id, and four items",
        reason: "Of a plain field the last wins, and lists grow.",
        right: true
      },
      {
        text: "An error",
        reason: "A field may come twice: the bytes are a perfectly good message."
      }
    ]
  }
];
const __pageData = JSON.parse('{"title":"Messages","description":"How does a reader know what the bytes are, years later? Lesson 5 of RPC from scratch.","frontmatter":{"evaluates":true,"prev":false,"next":false},"headers":[],"relativePath":"lessons/05-messages.md","filePath":"lessons/05-messages.md"}');
const __default__ = { name: "lessons/05-messages.md" };
const _sfc_main = /* @__PURE__ */ Object.assign(__default__, {
  __ssrInlineRender: true,
  setup(__props) {
    return (_ctx, _push, _parent, _attrs) => {
      const _component_LessonStart = resolveComponent("LessonStart");
      const _component_FieldByField = resolveComponent("FieldByField");
      const _component_Quiz = resolveComponent("Quiz");
      const _component_TraceExplorer = resolveComponent("TraceExplorer");
      const _component_MessagePlayground = resolveComponent("MessagePlayground");
      const _component_TwoReaders = resolveComponent("TwoReaders");
      const _component_AgainstJson = resolveComponent("AgainstJson");
      const _component_BuildIt = resolveComponent("BuildIt");
      const _component_QuizScore = resolveComponent("QuizScore");
      _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="messages" tabindex="-1">Messages <a class="header-anchor" href="#messages" aria-label="Permalink to &quot;Messages&quot;">​</a></h1>`);
      _push(ssrRenderComponent(_component_LessonStart, null, null, _parent));
      _push(`<p>We can write numbers, and a tag before each says how long it is. That field 2 was meant as zigzag, though, stood in our heads. <strong>How does a reader know what the bytes are: a reader in another language, or one who reads them years later, when the program that wrote them has changed twice?</strong></p><p>The answer is a file that both sides have, and a few rules about how that file may change.</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 5</span></span></code></pre></div><p>Look for the fields that are not sent, and for what a client from last year keeps of a message that it does not know.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · An order, by hand ───────────────────────────────────────────────────────
The article’s order has text in it, a list, and a price:
  the order       { &quot;id&quot;: &quot;o-7&quot;, &quot;items&quot;: [ &quot;tea&quot;, &quot;milk&quot; ], &quot;price&quot;: 4.5,
                  &quot;destination&quot;: &quot;Rue 1&quot; }
Text is wire type 2: a tag, a length, and the characters in UTF-8. A list is the
same field several times. The price is a float, four bytes:
    0a 03 6f 2d 37
    12 03 74 65 61
    12 04 6d 69 6c 6b
    25 00 00 90 40
    2a 05 52 75 65 20 31

── 2 · The same, by a schema ───────────────────────────────────────────────────
A function for each message? No: one function for all, and a list of fields.
    message Order {
      string id = 1;
      repeated string items = 2;
      string description = 3;
      float price = 4;
      string destination = 5;
    }
The codec walks along that list and writes 28 bytes, the very same. Both ends
have the file; the names in it are never sent. An order is put, and asked for by
a wrong name:
client ──▶ server  Request { put: Order { id: &quot;o-7&quot;, items: &quot;tea&quot;, it…  34 bytes
  0000  00 00 00 1e              length = 30
                                   how many bytes the payload has: 32 bits, the
                                   highest byte first (big-endian)
  0004                           payload = 30 bytes · the message itself
  0004                           │ put = Order { id: &quot;o-7&quot;, items: &quot;tea&quot;, items:
                                 │ &quot;milk&quot;, price: 4.5,…
                                 │   field 1, ecommerce.Order, of oneof call
  0004  0a                       │ │ tag = 1:LEN
                                 │ │   field number × 8 + wire type, as a varint
                                 │ │   (protobuf encoding #structure)
  0005  1c                       │ │ length = 28
                                 │ │   how many bytes follow, as a varint
                                 │ │   (protobuf encoding #length-types)
  0006  0a 03 6f 2d 37           │ │ id = &quot;o-7&quot; · field 1, string
  000b  12 03 74 65 61           │ │ items = &quot;tea&quot; · field 2, repeated string
  0010  12 04 6d 69 6c 6b        │ │ items = &quot;milk&quot;
  0016  25 00 00 90 40           │ │ price = 4.5 · field 4, float
  001b  2a 05 52 75 65 20 31     │ │ destination = &quot;Rue 1&quot; · field 5, string
client ──▶ server  Request { get: &quot;o-8&quot; }                                9 bytes
  0000  00 00 00 05              length = 5
  0004                           payload = 5 bytes
  0004  12 03 6f 2d 38           │ get = &quot;o-8&quot; · field 2, string, of oneof call
client ◀── server  Reply { problem: &quot;there is no order o-8&quot; }           27 bytes
  0000  00 00 00 17              length = 23
  0004                           payload = 23 bytes
  0004  12 15 74 68 65 72 65 20  │ problem = &quot;there is no order o-8&quot;
        69 73 20 6e 6f 20 6f 72  │   field 2, string
        64 65 72 20 6f 2d 38     │
The order lies in the Request as the text lies in the order: behind a tag and a
length. A message says nowhere of which type it is, and nowhere that it ends:
that is for the field around it, or the frame.

── 3 · What is not there ───────────────────────────────────────────────────────
The order has a description, the empty text, and it was not written. In proto3
what is zero, false or empty is not sent, and what does not come is zero, false
or empty:
    order                    bytes
    { price: 4.5 }  25 00 00 90 40
    { price: 0 }         (no byte)
    { price: -0 }   25 00 00 00 80
    { }                  (no byte)
So a reader cannot tell &quot;costs nothing&quot; from &quot;nobody said&quot;. With \`optional\` in
front of the type it can: the field is then written whenever it is set.
    order                                  string  optional string
    { &quot;description&quot;:&quot;ring twice&quot; }  1a 0a 72 69 …    1a 0a 72 69 …
    { &quot;description&quot;:&quot;&quot; }                (no byte)            1a 00
    { }                                 (no byte)        (no byte)

── 4 · A year later ────────────────────────────────────────────────────────────
The order has grown. Not one of the old numbers has changed its meaning. The
lines that are new, or not as they were:
    message Order {
      optional string description = 3;
      float price = 4 [deprecated = true];
      int64 cents = 6;
      repeated uint32 counts = 7;
      map&lt;string, string&gt; notes = 8;
      Status status = 9;
      oneof payment {
        string card = 10;
        Invoice invoice = 11;
      }
      enum Status {
        STATUS_UNSPECIFIED = 0;
        STATUS_PACKED = 1;
        STATUS_SENT = 2;
      }
      message Invoice {
        string to = 1;
        uint32 days = 2;
      }
    }
All that a message can hold, in one:
client ──▶ server  Request { put: Order { id: &quot;o-7&quot;, items: &quot;tea&quot;, it…  68 bytes
  0000  00 00 00 40              length = 64
  0004                           payload = 64 bytes
  0004                           │ put = Order { id: &quot;o-7&quot;, items: &quot;tea&quot;, items:
                                 │ &quot;milk&quot;, description…
  0004  0a                       │ │ tag = 1:LEN
  0005  3e                       │ │ length = 62
  0006  … 16 bytes               │ │ as before: id, items
  0016  1a 00                    │ │ description = &quot;&quot; · field 3, optional string
  0018  25 00 00 90 40           │ │ price = 4.5
  001d  2a 05 52 75 65 20 31     │ │ destination = &quot;Rue 1&quot;
  0024  30 c2 03                 │ │ cents = 450 · field 6, int64
  0027                           │ │ counts = [2, 300]
                                 │ │   field 7, repeated uint32
  0027  3a                       │ │ │ tag = 7:LEN
  0028  03                       │ │ │ length = 3
  0029  02                       │ │ │ [0] = 2
                                 │ │ │   a varint: seven bits a byte, the lowest
                                 │ │ │   first (protobuf encoding #varints)
  002a  ac 02                    │ │ │ [1] = 300
  002c                           │ │ notes = Entry { key: &quot;gift&quot;, value: &quot;yes&quot; }
                                 │ │   field 8, map&lt;string, string&gt;
  002c  42                       │ │ │ tag = 8:LEN
  002d  0b                       │ │ │ length = 11
  002e  0a 04 67 69 66 74        │ │ │ key = &quot;gift&quot; · field 1, optional string
  0034  12 03 79 65 73           │ │ │ value = &quot;yes&quot; · field 2, optional string
  0039  48 02                    │ │ status = STATUS_SENT (2) · field 9, enum
  003b                           │ │ invoice = Invoice { to: &quot;Ada&quot;, days: 30 }
                                 │ │   field 11, ecommerce.Order.Invoice, of
                                 │ │   oneof payment
  003b  5a                       │ │ │ tag = 11:LEN
  003c  07                       │ │ │ length = 7
  003d  0a 03 41 64 61           │ │ │ to = &quot;Ada&quot;
  0042  10 1e                    │ │ │ days = 30 · field 2, uint32
A list of numbers has one tag and one length for all: it is packed. An entry of
the map is a message with a key and a value. Of the oneof one member is there.
Nothing of this is new on the wire: it is all tags, lengths and varints.

── 5 · A client from last year ─────────────────────────────────────────────────
A client with the first schema asks for that order, changes the street, and puts
it back. Here is what it gets, as it understands it:
client ◀── server  Reply { order: Order { id: &quot;o-7&quot;, items: &quot;tea&quot;, it…  68 bytes
  0000  00 00 00 40              length = 64
  0004                           payload = 64 bytes
  0004                           │ order = Order { id: &quot;o-7&quot;, items: &quot;tea&quot;,
                                 │ items: &quot;milk&quot;, description…
                                 │   field 1, ecommerce.Order
  0004  … 18 bytes               │ │ as before: tag, length, id, items
  0016  1a 00                    │ │ description = &quot;&quot; · field 3, string
  0018  25 00 00 90 40           │ │ price = 4.5
  001d  2a 05 52 75 65 20 31     │ │ destination = &quot;Rue 1&quot;
  0024  30 c2 03                 │ │ field 6 = 450
                                 │ │   not in the schema: a reader skips it by
                                 │ │   its wire type (protobuf encoding
                                 │ │   #structure)
  0027  3a 03 02 ac 02           │ │ field 7 = 3 bytes
  002c  42 0b 0a 04 67 69 66 74  │ │ field 8 = 11 bytes
        12 03 79 65 73           │ │
  0039  48 02                    │ │ field 9 = 2
  003b  5a 07 0a 03 41 64 61 10  │ │ field 11 = 7 bytes
        1e                       │ │
It knows nothing of the fields 6 to 11. It skips them by their wire types, keeps
their bytes, and writes them back behind its own. So the client of this year
finds:
  newer client    { &quot;id&quot;: &quot;o-7&quot;, &quot;items&quot;: [ &quot;tea&quot;, &quot;milk&quot; ], &quot;price&quot;: 4.5,
                  &quot;destination&quot;: &quot;Rue 2&quot;, &quot;cents&quot;: &quot;450&quot;, &quot;counts&quot;: [ 2, 300 ],
                  &quot;notes&quot;: { &quot;gift&quot;: &quot;yes&quot; }, &quot;status&quot;: &quot;STATUS_SENT&quot;,
                  &quot;invoice&quot;: { &quot;to&quot;: &quot;Ada&quot;, &quot;days&quot;: 30 } }
The new street, and all that the old client never heard of. One thing is gone:
the description that was set, to the empty text. Last year’s schema has it
without \`optional\`: there empty is nothing, and is not written.

── 6 · Against JSON ────────────────────────────────────────────────────────────
The same orders of the first schema, in bytes; and after gzip:
                   JSON  protobuf  JSON gzip  protobuf gzip
    1 order         108        50        112             70
    10 orders      1109       518        271            241
    1000 orders  112498     52409       9131           9743
Text is as long in both. What is saved are the names, the quotes and the commas;
and gzip, which sees the same names again and again, saves most of these in JSON
too, so that nothing may be left of the difference. How long each takes:
--speed.
One codec reads a list of fields and does everything. But nobody wants to write
{ case: &quot;put&quot;, value } without help, and asking the list every time is slow. Who
writes types and code for each message? That is lesson 6.</pre></details><h2 id="text-and-lists" tabindex="-1">Text, and lists <a class="header-anchor" href="#text-and-lists" aria-label="Permalink to &quot;Text, and lists&quot;">​</a></h2><p>The article&#39;s shop has orders. One of them, as JSON:</p><div class="language-json vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">json</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">{</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">&quot;</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">id</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">&quot;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">:</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&quot;o-7&quot;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">&quot;</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">items</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">&quot;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">:[</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&quot;tea&quot;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&quot;milk&quot;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">],</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">&quot;</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">price</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">&quot;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">:</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">4.5</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">&quot;</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">destination</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">&quot;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">:</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&quot;Rue 1&quot;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div><p>There is text in it now, and a list. Neither needs anything new. A <strong>text</strong> has the wire type <code>LEN</code>: a tag, a length as a varint, and the characters in UTF-8. A <strong>list</strong> is the same field several times:</p>`);
      _push(ssrRenderComponent(_component_FieldByField, null, null, _parent));
      _push(`<p>The price is a float: wire type <code>I32</code>, four bytes, no length. 28 bytes together; the JSON above has 69. By hand it is a line of code for each field:</p><div class="excerpt ts long"><p class="file"><a href="/source/lessons/05-messages/by-hand.ts.txt" target="_self">lessons/05-messages/by-hand.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * An order of the first schema: every field as its tag and its value.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> orderByHand(order: Order): Uint8Array[] {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> [</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    text(</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">1</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, order.id),</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    ...order.items.map((item) =&gt; text(</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">2</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, item)),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    text(</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">3</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, order.description ?? </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    float(</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">4</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, order.price),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    text(</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">5</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, order.destination),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  ];</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * A text is a length and then its characters in UTF-8. Nothing, if it</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * is empty.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> text(number: number, value: string): Uint8Array {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (value === </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">return</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Uint8Array(</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> bytes = encodeUtf8(value);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> concat([</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    encodeTag(number, WireType.LEN),</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    encodeVarint32(bytes.length),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    bytes,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  ]);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> float(number: number, value: number): Uint8Array {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (value === </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">return</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Uint8Array(</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> bytes = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Uint8Array(</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">4</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> DataView(bytes.buffer).setFloat32(</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, value, </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">true</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> concat([encodeTag(number, WireType.I32), bytes]);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div><label class="unfold"><input type="checkbox">Show all 33 lines</label></div>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "text-hi packed"
      }, null, _parent));
      _push(`<h2 id="a-list-of-fields" tabindex="-1">A list of fields <a class="header-anchor" href="#a-list-of-fields" aria-label="Permalink to &quot;A list of fields&quot;">​</a></h2><p>A function like that for every message, and another to read it, in every language: nobody wants to write them. But look at what differs from one field to the next. It is a number, a name, a type, and how often the field occurs. So one writes down that list, and <strong>one codec for all messages</strong> walks along it. The list has a language of its own:</p><div class="excerpt proto long"><p class="file"><a href="/source/lessons/05-messages/order-1.proto.txt" target="_self">lessons/05-messages/order-1.proto</a></p><div class="language-proto vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">proto</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">// The article&#39;s order, and what client and server say to each other</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">// about it.</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">syntax</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> = </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&quot;proto3&quot;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">package</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> ecommerce</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">message</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Order {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  string</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> id = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">1</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  repeated</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> string</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> items = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">2</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  string</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> description = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">3</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  float</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> price = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">4</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  string</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> destination = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">5</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">// Bytes do not say of which type they are. So all that a client can</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">// ask for is one type.</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">message</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Request {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  oneof</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> call {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    Order</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> put = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">1</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    string</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> get = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">2</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  }</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">message</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Reply {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  Order</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> order = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">1</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  string</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> problem = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">2</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div><label class="unfold"><input type="checkbox">Show all 27 lines</label></div><p>That is a <code>.proto</code> file. In the program it becomes a plain object, the <strong>descriptor</strong>, with an entry for each field:</p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">{ number: </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">2</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, name: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;items&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, type: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;string&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, cardinality: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;repeated&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> }</span></span></code></pre></div><p>The server and the client read the file when they start, and that is all they need to know of orders. Nothing of it goes over the wire: not the names, not the types. Only the numbers do.</p>`);
      _push(ssrRenderComponent(_component_TraceExplorer, { trace: unref(order) }, null, _parent));
      _push(`<p>See how the order lies inside the <code>Request</code>: a tag, a length, and then the fields of the order. <strong>A message inside a message is written like a text</strong>: wire type <code>LEN</code>. From the bytes alone nobody can tell the one from the other. Neither do they say that they are a <code>Request</code>, or where it ends; that is known from outside, here from the frame and from the fact that a client sends nothing else. (That is why there is one <code>Request</code> for both calls. Lesson 9 has a better place to say which method is meant.)</p><h2 id="what-is-not-there" tabindex="-1">What is not there <a class="header-anchor" href="#what-is-not-there" aria-label="Permalink to &quot;What is not there&quot;">​</a></h2><p>The order above has a description too: the empty text. It was not sent. In proto3 a plain field that is zero, <code>false</code> or empty is <strong>not written at all</strong>, and a reader that does not find it in the bytes takes it for zero, <code>false</code> or empty. A message with everything at zero has no bytes.</p><p>That saves space, and it makes one thing impossible: the reader cannot tell &quot;costs nothing&quot; from &quot;nobody said what it costs&quot;. If that matters, the field gets the word <code>optional</code>:</p><table tabindex="0"><thead><tr><th>in the <code>.proto</code></th><th>set to <code>&quot;&quot;</code></th><th>not set</th><th>the reader gets</th></tr></thead><tbody><tr><td><code>string description = 3;</code></td><td>no byte</td><td>no byte</td><td><code>&quot;&quot;</code> in both cases</td></tr><tr><td><code>optional string description = 3;</code></td><td><code>1a 00</code></td><td>no byte</td><td><code>&quot;&quot;</code>, or <code>undefined</code></td></tr></tbody></table><p>This is called <strong>presence</strong>: implicit for the first, explicit for the second. Messages inside messages and members of a <code>oneof</code> always have it explicitly. A list never has: an empty list and no list are the same.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "zero presence"
      }, null, _parent));
      _push(`<h2 id="what-a-message-can-hold" tabindex="-1">What a message can hold <a class="header-anchor" href="#what-a-message-can-hold" aria-label="Permalink to &quot;What a message can hold&quot;">​</a></h2><p>A year goes by, and the order grows. This is the same file later:</p><div class="excerpt proto long"><p class="file"><a href="/source/lessons/05-messages/order-2.proto.txt" target="_self">lessons/05-messages/order-2.proto</a></p><div class="language-proto vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">proto</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">// The same a year later. Numbers that were given away are kept; what</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">// is new has new ones.</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">syntax</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> = </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&quot;proto3&quot;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">package</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> ecommerce</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">message</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Order {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  string</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> id = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">1</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  repeated</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> string</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> items = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">2</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">  // &quot;&quot; and nothing at all are two things now.</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  optional</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> string</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> description = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">3</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">  // A float cannot hold ten cents. Still written, for programs that</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">  // know nothing of cents.</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  float</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> price = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">4</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> [deprecated = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">true</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">];</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  string</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> destination = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">5</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  int64</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> cents = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">6</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">  // How many of each item.</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  repeated</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> uint32</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> counts = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">7</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  map</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">&lt;</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">string</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">string</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">&gt; notes = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">8</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  Status</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> status = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">9</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  oneof</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> payment {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    string</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> card = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">10</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    Invoice</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> invoice = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">11</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  }</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  enum</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Status {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    STATUS_UNSPECIFIED = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    STATUS_PACKED = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">1</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    STATUS_SENT = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">2</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  }</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  message</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Invoice {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    string</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> to = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">1</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    uint32</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> days = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">2</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  }</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">message</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Request {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  oneof</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> call {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    Order</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> put = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">1</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    string</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> get = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">2</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  }</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">message</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Reply {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  Order</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> order = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">1</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  string</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> problem = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">2</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div><label class="unfold"><input type="checkbox">Show all 49 lines</label></div><p>All of it is made of what you know:</p><ul><li>A list of numbers would repeat a tag of one byte before values of one byte. So it is <strong>packed</strong>: one tag, one length, and then the numbers without tags. A reader must accept both forms, and even a mixture: the <code>.proto</code> may have been changed in between.</li><li>A <strong>map</strong> is a list of small messages, each with a <code>key</code> as field 1 and a <code>value</code> as field 2. The wire has no maps. A key that comes twice keeps its last value.</li><li>An <strong>enum</strong> is an <code>int32</code>. Its first value must be 0, because that is what a missing field reads as. A number that has no name (yet) is kept as a number.</li><li>A <strong>oneof</strong> adds nothing to the bytes. Its members are ordinary fields, of which the writer writes one; if two come all the same, the last wins.</li></ul>`);
      _push(ssrRenderComponent(_component_TraceExplorer, { trace: unref(grown) }, null, _parent));
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "map-entry"
      }, null, _parent));
      _push(`<h2 id="try-it" tabindex="-1">Try it <a class="header-anchor" href="#try-it" aria-label="Permalink to &quot;Try it&quot;">​</a></h2><p>Edit the schema, the value or the bytes: the other two follow. The codec is the course&#39;s own, <code>src/protobuf/</code>, and so is what explains the bytes. Below, <a href="https://github.com/protobufjs/protobuf.js" target="_blank" rel="noreferrer">protobufjs</a> reads the same bytes with the same schema.</p>`);
      _push(ssrRenderComponent(_component_MessagePlayground, null, null, _parent));
      _push(`<h2 id="old-programs-and-new-ones" tabindex="-1">Old programs and new ones <a class="header-anchor" href="#old-programs-and-new-ones" aria-label="Permalink to &quot;Old programs and new ones&quot;">​</a></h2><p>Now the question of the beginning. A client that was built last year has last year&#39;s schema. It asks for an order of this year. What does it see?</p>`);
      _push(ssrRenderComponent(_component_TwoReaders, { trace: unref(oldAndNew) }, null, _parent));
      _push(`<p>The fields 6 to 11 are <strong>unknown</strong> to it. It can skip them, because the wire type says how long each is. And it does more: it keeps their bytes. When it changes the street and sends the order back, they are written behind its own fields, and the programs of this year find them untouched. So an old program in the middle does not cut off what newer ones say to each other.</p><p>(Not every library does so. The official ones threw unknown fields away in proto3 until version 3.5; protobufjs, and with it <code>@grpc/proto-loader</code>, still does. And what is converted to JSON on the way loses them too, because JSON has names, and nobody knows the names.)</p><p>Look closely, one thing did get lost in the run: the description that was set to the empty text. Last year&#39;s schema has no <code>optional</code> there. To the old client it was empty, and what is empty is not written.</p><h3 id="what-may-change" tabindex="-1">What may change <a class="header-anchor" href="#what-may-change" aria-label="Permalink to &quot;What may change&quot;">​</a></h3><table tabindex="0"><thead><tr><th>change</th><th>the wire</th><th>what happens</th></tr></thead><tbody><tr><td>add a field</td><td>safe</td><td>old readers skip it, and most keep its bytes; new readers see zero in old messages</td></tr><tr><td>rename a field</td><td>safe</td><td>names are not sent. JSON and the code around it break</td></tr><tr><td>change its number</td><td>never</td><td>it is another field: the value is gone, and nobody sees an error</td></tr><tr><td>remove it, and reserve number and name</td><td>safe</td><td>old readers see zero</td></tr><tr><td>remove it, and use the number again</td><td>never</td><td>a price is read as a weight</td></tr><tr><td><code>int32</code> ↔ <code>int64</code>, <code>uint32</code>, <code>uint64</code>, <code>bool</code></td><td>with care</td><td>the same varints; what is too large is cut, and as a <code>bool</code> all but 0 is true</td></tr><tr><td><code>sint32</code> ↔ <code>sint64</code>, <code>fixed32</code> ↔ <code>sfixed32</code></td><td>with care</td><td>the same bytes, and a different range</td></tr><tr><td><code>string</code> ↔ <code>bytes</code></td><td>with care</td><td>as long as it is UTF-8</td></tr><tr><td><code>enum</code> ↔ <code>int32</code>, <code>uint32</code>, <code>int64</code>, <code>uint64</code></td><td>with care</td><td>the same varints; what has no name is kept as a number, and what is too large is cut</td></tr><tr><td>add <code>optional</code>, or take it away</td><td>with care</td><td>the same bytes; a program without the <code>optional</code> does not write a zero, so that it arrives as absent</td></tr><tr><td>move one <code>optional</code> field into a new oneof</td><td>with care</td><td>the same bytes; code has to look for it elsewhere</td></tr><tr><td>move several fields into one oneof, or one into a oneof that exists</td><td>never</td><td>old writers set several of them, and new readers keep only the last</td></tr><tr><td>singular → <code>repeated</code> (<code>string</code>, <code>bytes</code>, message)</td><td>with care</td><td>old readers take the last value of the list; of messages they merge all</td></tr><tr><td>singular ↔ <code>repeated</code> (numbers, <code>bool</code>, <code>enum</code>)</td><td>never</td><td>a list is packed, in one piece: to readers of a single value the field is unknown, and reads as zero</td></tr><tr><td><code>int32</code> ↔ <code>sint32</code>, <code>float</code> ↔ <code>fixed32</code></td><td>never</td><td>the same wire type: read without an error, as another number</td></tr><tr><td><code>float</code> → <code>double</code>, <code>int32</code> → <code>string</code></td><td>never</td><td>another wire type: to most readers the field is unknown, and reads as zero; protobufjs and <code>@bufbuild/protobuf</code> do not look, and read nonsense or fail</td></tr></tbody></table><p>The rule behind it all: <strong>a field is its number</strong>. Names may change, programs may be old, but a number, once given away, means the same for ever. A field that is not needed any more is taken out, and its number goes into the file&#39;s memory:</p><div class="language-proto vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">proto</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">message</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Order {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  reserved</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 4</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  reserved</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> &quot;price&quot;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span></code></pre></div><p>From then on the compiler refuses to let anybody use either again.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "rename retype"
      }, null, _parent));
      _push(`<h2 id="two-messages-are-one" tabindex="-1">Two messages are one <a class="header-anchor" href="#two-messages-are-one" aria-label="Permalink to &quot;Two messages are one&quot;">​</a></h2><p>A message has no beginning and no end of its own. So what happens to the bytes of two of them, one behind the other? They are one message, and there is a rule for how it is read: of a plain field the <strong>last value wins</strong>, lists <strong>grow</strong>, and messages inside are <strong>merged</strong> by the same rule, field by field.</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 5</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --merge</span></span></code></pre></div><p>Look for the invoice: it is to Ada still, whom only the first part names.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · Two messages, glued together ────────────────────────────────────────────
    0a 03 6f 2d 37 12 03 74 65 61 2a 05 52 75 65 20 …
  first           { &quot;id&quot;: &quot;o-7&quot;, &quot;items&quot;: [ &quot;tea&quot; ], &quot;destination&quot;: &quot;Rue 1&quot;,
                  &quot;notes&quot;: { &quot;gift&quot;: &quot;yes&quot; }, &quot;invoice&quot;: { &quot;to&quot;: &quot;Ada&quot;, &quot;days&quot;:
                  30 } }
    12 04 6d 69 6c 6b 2a 05 52 75 65 20 32 42 0a 0a …
  second          { &quot;items&quot;: [ &quot;milk&quot; ], &quot;destination&quot;: &quot;Rue 2&quot;, &quot;notes&quot;: {
                  &quot;gift&quot;: &quot;no&quot; }, &quot;invoice&quot;: { &quot;days&quot;: 14 } }
A message has no beginning and no end of its own. The bytes of both, as one:
  together        { &quot;id&quot;: &quot;o-7&quot;, &quot;items&quot;: [ &quot;tea&quot;, &quot;milk&quot; ], &quot;destination&quot;: &quot;Rue
                  2&quot;, &quot;notes&quot;: { &quot;gift&quot;: &quot;no&quot; }, &quot;invoice&quot;: { &quot;to&quot;: &quot;Ada&quot;,
                  &quot;days&quot;: 14 } }
Of a single field the last value wins, lists grow, a map takes the last value of
each key, and messages inside are merged in the same way: the invoice is to Ada
still. That is a rule of the format: a long message can be written in parts.</pre></details><p>Not everybody keeps to it. protobufjs reads the second part of a submessage into the place of the first, and drops that; the playground above shows it under <em>Two messages as one</em>.</p><p>This is why a decoder may not stop at the first value, and why it must look whether a submessage is there already. It can be of use (a long message written in parts), and it is a trap: if you forget the frame between two messages, you get one strange message, and no error.</p><p>The order of the fields means nothing, either. Our writer goes by the numbers; another may write the same message in other bytes. Never compare messages by their bytes, and never sign bytes that you have encoded anew.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "merge"
      }, null, _parent));
      _push(`<h2 id="against-json" tabindex="-1">Against JSON <a class="header-anchor" href="#against-json" aria-label="Permalink to &quot;Against JSON&quot;">​</a></h2><p>How much is saved depends on what is in it. Text is as long in both; names, quotes and commas are saved, and numbers shrink.</p>`);
      _push(ssrRenderComponent(_component_AgainstJson, null, null, _parent));
      _push(`<p>Two things are worth knowing before one quotes such figures. gzip removes most of the repeated names too, so that behind a compressing proxy the difference can vanish. And JSON is not slow: the engine has it built in, in C++. What protobuf gives for certain is not speed. It is that the meaning stands in a file, and that the file can change.</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 5</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --speed</span></span></code></pre></div><p>Look for the ratios between the rows; the figures are those of your machine.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · How long it takes ───────────────────────────────────────────────────────
1000 orders of the first schema, again and again, in this process. Thousands of
orders a second:
                    written  read
    JSON                902   795
    generated code     1791  2093
    by descriptor        79   258
JSON has the engine’s own code behind it, in C++. Who is ahead depends on what
is in the messages, so look at each row. By descriptor is what this lesson
builds: it asks the list of fields each time. Generated code, of lesson 6, has
the answers written in. Run it twice: a figure that was measured once is an
anecdote.</pre></details><h2 id="break-it" tabindex="-1">Break it <a class="header-anchor" href="#break-it" aria-label="Permalink to &quot;Break it&quot;">​</a></h2><p>An old client and a new server really talk; each time one line of the schema differs:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 5</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --rename</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 5</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --renumber</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 5</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --retype</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> price=fixed32</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 5</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --retype</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> items=uint32</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 5</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --reuse</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 5</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --remove</span></span></code></pre></div><p>Look for <code>server reads</code>, and compare it with what the client sends: only the safe changes leave it whole.</p><details class="output"><summary>What <code>npm run lesson 5 -- --rename</code> prints</summary><pre tabindex="0">── 1 · A field is renamed ──────────────────────────────────────────────────────
The client has the first schema. The server’s is newer:
    -   string destination = 5;
    +   string address = 5;
  client sends    2a 05 52 75 65 20 31  ·  destination = &quot;Rue 1&quot;
  server reads    put { &quot;id&quot;: &quot;o-7&quot;, &quot;items&quot;: [ &quot;tea&quot;, &quot;milk&quot; ], &quot;description&quot;:
                  &quot;ring twice&quot;, &quot;price&quot;: 4.5, &quot;address&quot;: &quot;Rue 1&quot; }
  client gets     { &quot;id&quot;: &quot;o-7&quot;, &quot;items&quot;: [ &quot;tea&quot;, &quot;milk&quot; ], &quot;description&quot;:
                  &quot;ring twice&quot;, &quot;price&quot;: 4.5, &quot;destination&quot;: &quot;Rue 1&quot; }
Safe: both sides mean field 5. (Not in JSON, and not for code that compiles
against the new name.)</pre></details><details class="output"><summary>What <code>npm run lesson 5 -- --renumber</code> prints</summary><pre tabindex="0">── 1 · A field gets another number ─────────────────────────────────────────────
The client has the first schema. The server’s is newer:
    -   string destination = 5;
    +   string destination = 6;
  client sends    2a 05 52 75 65 20 31  ·  destination = &quot;Rue 1&quot;
  server reads    put { &quot;id&quot;: &quot;o-7&quot;, &quot;items&quot;: [ &quot;tea&quot;, &quot;milk&quot; ], &quot;description&quot;:
                  &quot;ring twice&quot;, &quot;price&quot;: 4.5 } and 7 bytes unknown
  client gets     { &quot;id&quot;: &quot;o-7&quot;, &quot;items&quot;: [ &quot;tea&quot;, &quot;milk&quot; ], &quot;description&quot;:
                  &quot;ring twice&quot;, &quot;price&quot;: 4.5, &quot;destination&quot;: &quot;Rue 1&quot; }
Never. For the server field 5 is unknown and 6 did not come: the order goes
nowhere, and nobody sees an error. That the client gets its text back is the
unknown field, sent back as it came.</pre></details><details class="output"><summary>What <code>npm run lesson 5 -- --retype price=fixed32</code> prints</summary><pre tabindex="0">── 1 · A field gets another type ───────────────────────────────────────────────
The client has the first schema. The server’s is newer:
    -   float price = 4;
    +   fixed32 price = 4;
  client sends    25 00 00 90 40  ·  price = 4.5
  server reads    put { &quot;id&quot;: &quot;o-7&quot;, &quot;items&quot;: [ &quot;tea&quot;, &quot;milk&quot; ], &quot;description&quot;:
                  &quot;ring twice&quot;, &quot;price&quot;: 1083179008, &quot;destination&quot;: &quot;Rue 1&quot; }
  client gets     { &quot;id&quot;: &quot;o-7&quot;, &quot;items&quot;: [ &quot;tea&quot;, &quot;milk&quot; ], &quot;description&quot;:
                  &quot;ring twice&quot;, &quot;price&quot;: 4.5, &quot;destination&quot;: &quot;Rue 1&quot; }
With another wire type the field is unknown: empty, without a word. With the
same wire type its bytes are read as what they are not. Only where the language
guide says that two types are compatible (int32 and int64; string and bytes, if
it is UTF-8) is it safe.</pre></details><details class="output"><summary>What <code>npm run lesson 5 -- --retype items=uint32</code> prints</summary><pre tabindex="0">── 1 · A field gets another type ───────────────────────────────────────────────
The client has the first schema. The server’s is newer:
    -   repeated string items = 2;
    +   repeated uint32 items = 2;
  client sends    12 03 74 65 61  ·  items = &quot;tea&quot;
  client sends    12 04 6d 69 6c 6b  ·  items = &quot;milk&quot;
  server reads    put { &quot;id&quot;: &quot;o-7&quot;, &quot;items&quot;: [ 116, 101, 97, 109, 105, 108, 107
                  ], &quot;description&quot;: &quot;ring twice&quot;, &quot;price&quot;: 4.5, &quot;destination&quot;:
                  &quot;Rue 1&quot; }
  client gets     { &quot;id&quot;: &quot;o-7&quot;, &quot;items&quot;: [ &quot;teamilk&quot; ], &quot;description&quot;: &quot;ring
                  twice&quot;, &quot;price&quot;: 4.5, &quot;destination&quot;: &quot;Rue 1&quot; }
With another wire type the field is unknown: empty, without a word. With the
same wire type its bytes are read as what they are not. Only where the language
guide says that two types are compatible (int32 and int64; string and bytes, if
it is UTF-8) is it safe.</pre></details><details class="output"><summary>What <code>npm run lesson 5 -- --reuse</code> prints</summary><pre tabindex="0">── 1 · A field is removed, its number used again ───────────────────────────────
The client has the first schema. The server’s is newer:
    -   float price = 4;
    +   fixed32 grams = 4;
  client sends    25 00 00 90 40  ·  price = 4.5
  server reads    put { &quot;id&quot;: &quot;o-7&quot;, &quot;items&quot;: [ &quot;tea&quot;, &quot;milk&quot; ], &quot;description&quot;:
                  &quot;ring twice&quot;, &quot;grams&quot;: 1083179008, &quot;destination&quot;: &quot;Rue 1&quot; }
  client gets     { &quot;id&quot;: &quot;o-7&quot;, &quot;items&quot;: [ &quot;tea&quot;, &quot;milk&quot; ], &quot;description&quot;:
                  &quot;ring twice&quot;, &quot;price&quot;: 4.5, &quot;destination&quot;: &quot;Rue 1&quot; }
The old client sends a price of 4.50, and the server reads a weight of 1083
tonnes. Both are four bytes. That is what \`reserved\` is for: npm run lesson 5 --
--remove</pre></details><details class="output"><summary>What <code>npm run lesson 5 -- --remove</code> prints</summary><pre tabindex="0">── 1 · A field is removed, and reserved ────────────────────────────────────────
The client has the first schema. The server’s is newer:
    -   float price = 4;
    +   reserved 4;
    +   reserved &quot;price&quot;;
  client sends    25 00 00 90 40  ·  price = 4.5
  server reads    put { &quot;id&quot;: &quot;o-7&quot;, &quot;items&quot;: [ &quot;tea&quot;, &quot;milk&quot; ], &quot;description&quot;:
                  &quot;ring twice&quot;, &quot;destination&quot;: &quot;Rue 1&quot; } and 5 bytes unknown
  client gets     { &quot;id&quot;: &quot;o-7&quot;, &quot;items&quot;: [ &quot;tea&quot;, &quot;milk&quot; ], &quot;description&quot;:
                  &quot;ring twice&quot;, &quot;price&quot;: 4.5, &quot;destination&quot;: &quot;Rue 1&quot; }
Safe, as far as bytes can be: to the server the price is an unknown field. What
happens when somebody gives the number away again?
    +   fixed32 grams = 4;
  ✗ refused       order.proto:13:19: field Order.grams: number 4 is reserved
                  (order.proto:10:12)
    +   string price = 6;
  ✗ refused       order.proto:13:10: field Order.price: name &#39;price&#39; is reserved
                  (order.proto:11:12)</pre></details><p>Guess before you run them. The fourth makes <code>teamilk</code>.</p><p>In two terminals, the server with the newer schema and the client with the older:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 5</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> server</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 5</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> client</span></span></code></pre></div><p>Look at the server’s terminal: it prints what it reads by its own schema.</p><h2 id="the-code" tabindex="-1">The code <a class="header-anchor" href="#the-code" aria-label="Permalink to &quot;The code&quot;">​</a></h2><p>What the server knows of orders is in <code>schema</code>, and nowhere else. It can be given either file:</p><div class="excerpt ts long"><p class="file"><a href="/source/lessons/05-messages/server.ts.txt" target="_self">lessons/05-messages/server.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * Keeps orders. What it knows of them is in its schema; what it does</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * not know, it keeps too.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> startShop(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  options: ServerOptions,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  { request, reply, order }: Schema = FIRST,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">): Promise&lt;RunningServer&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> orders = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Map&lt;string, Order&gt;();</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> answer({ call }: Request): Reply {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (call?.case === </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;put&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (orders.size &gt;= MAX_ORDERS)</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">        return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { problem: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;there are too many orders&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      orders.set(call.value.id, call.value);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      options.log(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`put </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">inWords(order</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> call</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">value)</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    }</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> id = call?.case === </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;put&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> ? call.value.id : call?.value;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> found = orders.get(id ?? </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> found</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      ? { order: found, problem: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> }</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      : { problem: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`there is no order </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">id</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  }</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> startRpcServer(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    options,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    async</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (bytes) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      try</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">        return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> encodeMessage(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">          reply,</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">          answer(decodeMessage(request, bytes)),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      } </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">catch</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (error) {</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">        // The frame was whole, only the message in it is not: the</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">        // connection can go on.</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        options.log(</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">          \`cannot read </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">bytes</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">length</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> bytes: </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">(error </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">as</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> Error)</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">message</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">        return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> encodeMessage(reply, {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">          problem: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;the request cannot be read&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      }</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    { framing: lengthFraming },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div><label class="unfold"><input type="checkbox">Show all 46 lines</label></div><h2 id="build-it" tabindex="-1">Build it <a class="header-anchor" href="#build-it" aria-label="Permalink to &quot;Build it&quot;">​</a></h2><p>Five tasks in <code>exercises/05-messages/</code>, in two files: what is written and what is not; messages, lists and maps; skipping what you do not know; reading what you do; and putting together what comes in parts. Your codec then carries every message of the course, generated ones too.</p>`);
      _push(ssrRenderComponent(_component_BuildIt, { exercise: unref(exercise) }, null, _parent));
      _push(`<div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> exercise</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 5</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 5</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --mine</span></span></code></pre></div><h2 id="what-you-have-answered" tabindex="-1">What you have answered <a class="header-anchor" href="#what-you-have-answered" aria-label="Permalink to &quot;What you have answered&quot;">​</a></h2>`);
      _push(ssrRenderComponent(_component_QuizScore, { questions: unref(quiz) }, null, _parent));
      _push(`<h2 id="what-is-still-open" tabindex="-1">What is still open <a class="header-anchor" href="#what-is-still-open" aria-label="Permalink to &quot;What is still open&quot;">​</a></h2><p>One codec reads a list and does everything. But <code>{ case: &#39;put&#39;, value }</code> is written without any help from the editor, a wrong name is noticed when it is too late, and asking the list for every field is slow: <code>--speed</code> shows how slow. Who writes the types, and the code for each message? Not you. Lesson 6 has it written, from the same <code>.proto</code>.</p><h2 id="sources" tabindex="-1">Sources <a class="header-anchor" href="#sources" aria-label="Permalink to &quot;Sources&quot;">​</a></h2><ul><li><a href="https://protobuf.dev/programming-guides/encoding/" target="_blank" rel="noreferrer">Protobuf encoding</a>: <em>Length-Delimited Records</em>, <em>Optional and Repeated Elements</em>, <em>Last One Wins</em>, <em>Maps</em></li><li><a href="https://protobuf.dev/programming-guides/proto3/" target="_blank" rel="noreferrer">Protobuf language guide (proto3)</a>: <em>Updating A Message Type</em>, <em>Unknown Fields</em>, <em>Deleting Fields</em></li><li><a href="https://protobuf.dev/programming-guides/field_presence/" target="_blank" rel="noreferrer">Field presence</a> and <a href="https://protobuf.dev/editions/overview/" target="_blank" rel="noreferrer">Editions</a></li><li><a href="https://protobuf.dev/programming-guides/json/" target="_blank" rel="noreferrer">ProtoJSON format</a></li><li><a href="https://protobuf.dev/programming-guides/serialization-not-canonical/" target="_blank" rel="noreferrer">Protobuf serialization is not canonical</a></li><li><a href="https://protobuf.dev/best-practices/dos-donts/" target="_blank" rel="noreferrer">Protobuf best practices</a>: do not reuse a tag number, do not add a required field</li></ul><details class="details custom-block"><summary>What the article said, and what is true</summary><p>The course grew out of a series of articles (in Chinese, with Go) that goes from RPC to gRPC. Where it is wrong, or no longer right, this is what is true:</p><ul><li>It has <code>required string query = 1;</code> in a proto3 file. <strong>There is no <code>required</code> in proto3</strong>, and the parser says so. In proto2, which has it, a message without that field is refused as a whole, by every program that parses it on the way. So nobody can ever stop sending it: required is for ever.</li><li>It has <code>optional int32 page_number = 2 [default = 10];</code>. <strong>There are no defaults in proto3</strong> either: they are always zero. A default is not in the message. Each end has its own, and when somebody changes it in one <code>.proto</code>, old messages change their meaning.</li><li>Its comment calls <code>optional</code> a field that can be missing. Every field can. <code>optional</code> says that the reader can <em>tell</em> that it is missing. In proto3 it works without a flag since version 3.15.</li><li>It has <code>import</code> before <code>syntax</code>. <code>syntax</code> must be the first statement.</li><li>It calls protobuf smaller and more efficient than XML and JSON. Smaller, yes, until both are compressed; as for faster, measure it.</li></ul><p>Editions (<code>edition = &quot;2023&quot;;</code>) are the successor of both syntaxes: there presence is an option of the file or of the field. Tags, varints and lengths stay what they are. This course stays with proto3, which everything understands.</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 5</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --article</span></span></code></pre></div><p>Look for <code>refused</code>, and for the one query that has two values.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · The article’s message, to the parser ────────────────────────────────────
    syntax = &quot;proto3&quot;;
    package hello;
    
    message SearchRequest {
      required string query = 1;
      optional int32 page_number = 2 [default = 10];
      repeated int32 result_per_page = 3;
    }
  ✗ refused       search.proto:5:3: proto3 has no required fields: every field
                  may be absent
Without \`required\`:
  ✗ refused       search.proto:6:35: field SearchRequest.page_number has a
                  default: in proto3 it is always zero
And without the default:
  ✓ accepted      this is proto3

── 2 · What they do in proto2 ──────────────────────────────────────────────────
In proto2 both are allowed, and protobufjs speaks it. A client no longer sends a
query, the server has it as required:
  server          error: missing required &#39;query&#39;
The whole message is refused, with everything else that is in it. And every
program on the way that only passes it on refuses it too. So nobody can ever
stop sending the field. Now a query without a page number, to two servers of
which one has got [default = 20]:
  server, 10      query &quot;tea&quot;, page_number 10
  server, 20      query &quot;tea&quot;, page_number 20
The same bytes, two values: a default is not in the message, each end has its
own. In proto3 it is always zero, and what must be there is for the program to
check, which can say so in words.</pre></details><p>A trap in our own tool: protobufjs, with which we parse <code>.proto</code> files, overlooks a number that is reserved alone (<code>reserved 4;</code>). We check it ourselves.</p></details></div>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lessons/05-messages.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
export {
  __pageData,
  _sfc_main as default
};
