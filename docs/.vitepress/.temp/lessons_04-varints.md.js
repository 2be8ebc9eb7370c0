import { useSSRContext, resolveComponent, unref } from "vue";
import { ssrRenderAttrs, ssrRenderComponent } from "vue/server-renderer";
const exercise = { kind: "handle", id: "04-varints", load: () => import("./04-varints.exercise.D3UB3M6m.js").then((exercise2) => exercise2.default) };
const moves = { kind: "handle", id: "moves", load: () => import("./moves.trace.7PlneKum.js").then((trace) => trace.default) };
const malformed = { kind: "handle", id: "malformed", load: () => import("./malformed.trace.DU5RNa4o.js").then((trace) => trace.default) };
const quiz = [
  {
    id: "varint-200",
    question: "Predict the bytes: 200 as a varint. (In binary it is 1100 1000.)",
    bytes: { encoder: "number", type: "uint32", value: "200" },
    reason: "The low seven bits are 100 1000, and another byte follows: 1100 1000, c8. What is left is 1."
  },
  {
    id: "mismatch",
    question: "A writer has int32 in its schema, the reader sint32 for the same field. The writer sends 3. What does the reader see?",
    answers: [
      { text: "An error", reason: "Both are varints: nothing in the bytes says which was meant." },
      { text: "3", reason: "The byte is 03, and zigzag counts 0, −1, 1, −2." },
      {
        text: "−2",
        reason: "The byte 03 is the fourth in 0, −1, 1, −2. There is no error, only another number: 0 alone comes through right.",
        right: true
      }
    ]
  },
  {
    id: "temperature",
    question: "A field holds temperatures in whole degrees, in a cold place: mostly between −30 and 10. Which type is the shortest?",
    answers: [
      { text: "int32", reason: "Each degree below zero would cost ten bytes." },
      {
        text: "sint32",
        reason: "Zigzag makes −30 … 10 numbers from 0 to 59: one byte each.",
        right: true
      },
      { text: "sfixed32", reason: "Four bytes, always. That is less than ten, but more than one." }
    ]
  },
  {
    id: "hash",
    question: "And for a hash of 32 bits, in which every bit is as good as random?",
    answers: [
      {
        text: "uint32",
        reason: "Only one in sixteen is below 2²⁸. The others take five bytes."
      },
      { text: "sint32", reason: "Zigzag helps small numbers. Here nearly all are large." },
      {
        text: "fixed32",
        reason: "Four bytes always; the varint would take five nearly every time.",
        right: true
      }
    ]
  },
  {
    id: "sint-minus-two",
    question: "And the whole field: number 3, of type sint32, with the value −2?",
    bytes: { encoder: "number", type: "sint32", value: "-2", field: 3 },
    reason: "The tag is 3 × 8 + 0 = 18 hex. Zigzag makes −2 a 3: 0, −1, 1, −2."
  },
  {
    id: "fixed-one",
    question: "And field 1, of type fixed32, with the value 1? (Its wire type is 5.)",
    bytes: { encoder: "number", type: "fixed32", value: "1", field: 1 },
    reason: "The tag is 1 × 8 + 5 = 0d. Then four bytes, the lowest first."
  },
  {
    id: "field-16",
    question: "A list of a million small numbers is sent as a million fields, each a tag and one byte. What does it cost to give the field the number 16 instead of 15?",
    answers: [
      {
        text: "Nothing: both are one byte",
        reason: "16 × 8 is 128, and a byte of a varint ends at 127."
      },
      {
        text: "A million bytes",
        reason: "The tag takes two bytes instead of one, every time it is written.",
        right: true
      },
      { text: "One byte", reason: "The tag is written anew before every value." }
    ]
  }
];
const __pageData = JSON.parse('{"title":"Varints","description":"How few bytes does a number need? Lesson 4 of RPC from scratch.","frontmatter":{"prev":false,"next":false},"headers":[],"relativePath":"lessons/04-varints.md","filePath":"lessons/04-varints.md"}');
const __default__ = { name: "lessons/04-varints.md" };
const _sfc_main = /* @__PURE__ */ Object.assign(__default__, {
  __ssrInlineRender: true,
  setup(__props) {
    return (_ctx, _push, _parent, _attrs) => {
      const _component_LessonStart = resolveComponent("LessonStart");
      const _component_SevenBits = resolveComponent("SevenBits");
      const _component_VarintPlayground = resolveComponent("VarintPlayground");
      const _component_Quiz = resolveComponent("Quiz");
      const _component_SizeChart = resolveComponent("SizeChart");
      const _component_TraceExplorer = resolveComponent("TraceExplorer");
      const _component_BuildIt = resolveComponent("BuildIt");
      const _component_QuizScore = resolveComponent("QuizScore");
      _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="varints" tabindex="-1">Varints <a class="header-anchor" href="#varints" aria-label="Permalink to &quot;Varints&quot;">​</a></h1>`);
      _push(ssrRenderComponent(_component_LessonStart, null, null, _parent));
      _push(`<p>We can send any bytes now, and the other side knows where they end. <strong>Which bytes should stand for a number?</strong> JSON writes its digits, one byte each, and the name of the field before them every time:</p><div class="language-json vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">json</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">{</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">&quot;</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">shelf</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">&quot;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">:</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">300</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">&quot;</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">change</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">&quot;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">:</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">-3</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">&quot;</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">at</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">&quot;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">:</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">1770000060987654321</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div><p>These are 50 bytes for three numbers. And it is worse than long: <code>JSON.parse</code> reads the last one as 1770000060987654<strong>400</strong>. A JavaScript number is exact up to 2<sup>53</sup>, and nobody is told when it is not.</p><p>Protobuf needs 14 bytes for the same, and every digit arrives. How it does that is the whole of this lesson, and half of Protobuf.</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 4</span></span></code></pre></div><p>Look for the same three numbers in JSON and as varints, and count the bytes.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · Three numbers, in JSON ──────────────────────────────────────────────────
A pantry counts eggs. From shelf 300 three were taken, at a time in nanoseconds.
As JSON:
    {&quot;shelf&quot;:300,&quot;change&quot;:-3,&quot;at&quot;:1770000060987654321}
That is 50 bytes: a byte for every digit, and the names each time anew. And
JSON.parse reads the time as 1770000060987654400: a JavaScript number is exact
up to 2^53 and no further.

── 2 · Seven bits a byte ───────────────────────────────────────────────────────
In binary 300 needs nine bits. Four bytes for every number would waste most of
them, and one byte is too few. So each byte takes seven bits of the number, and
its eighth says whether another byte follows. That is a varint:
    300 in binary              10 0101100
    lowest seven first   0101100  0000010
    another follows?    1        0
    the bytes           10101100 00000010
    in hex                    ac       02

── 3 · A message of numbers ────────────────────────────────────────────────────
Before each number stands a tag, a varint too: which field it is, and how the
value is written. Twelve eggs come, three go; inside the frames of lesson 3:
client ──▶ server  Move { shelf: 300, change: 12, at: 177000000012345…  18 bytes
  0000  00 00 00 0e              length = 14
                                   how many bytes the payload has: 32 bits, the
                                   highest byte first (big-endian)
  0004                           payload = 14 bytes · the message itself
  0004                           │ shelf = 300 · field 1, uint32
  0004  08                       │ │ tag = 1:VARINT
                                 │ │   field number × 8 + wire type, as a varint
                                 │ │   (protobuf encoding #structure)
  0005  ac 02                    │ │ value = 300
                                 │ │   a varint: seven bits a byte, the lowest
                                 │ │   first (protobuf encoding #varints)
  0007                           │ change = 12 · field 2, sint64
  0007  10                       │ │ tag = 2:VARINT
  0008  18                       │ │ value = 12 (zigzag 24)
                                 │ │   zigzag counts outward from zero: 0 −1 1
                                 │ │   −2 2 … (protobuf encoding #varints)
  0009                           │ at = 1770000000123456789 · field 3, fixed64
  0009  19                       │ │ tag = 3:I64
  000a  15 cd cc 4b 9f 4d 90 18  │ │ value = 1770000000123456789
                                 │ │   always 8 bytes, the lowest first
                                 │ │   (little-endian) (protobuf encoding
                                 │ │   #int-types)
client ◀── server  Stock { shelf: 300, total: 12, moves: 1, status: 0…  13 bytes
  0000  00 00 00 09              length = 9
  0004                           payload = 9 bytes
  0004  08 ac 02                 │ shelf = 300
  0007  10 18                    │ total = 12
  0009  18 01                    │ moves = 1 · field 3, uint32
  000b  20 00                    │ status = 0 · field 4, uint32
client ──▶ server  Move { shelf: 300, change: -3, at: 177000006098765…  18 bytes
  0000  00 00 00 0e              length = 14
  0004                           payload = 14 bytes
  0004  … 3 bytes                │ as before: shelf
  0007                           │ change = -3
  0007  10                       │ │ tag = 2:VARINT
  0008  05                       │ │ value = -3 (zigzag 5)
  0009                           │ at = 1770000060987654321
  0009  19                       │ │ tag = 3:I64
  000a  b1 c0 96 77 ad 4d 90 18  │ │ value = 1770000060987654321
client ◀── server  Stock { shelf: 300, total: 9, moves: 2, status: 0 }  13 bytes
  0000  00 00 00 09              length = 9
  0004                           payload = 9 bytes
  0004  08 ac 02                 │ shelf = 300
  0007  10 12                    │ total = 9
  0009  18 02                    │ moves = 2
  000b  20 00                    │ status = 0
The second move is 14 bytes, where JSON took 50; and every nanosecond is there.

── 4 · What the bytes do not say ───────────────────────────────────────────────
The names above are not in the bytes. A reader that has only the bytes reads the
same move so:
  field 1         300 · an integer, a bool or an enum: only the schema can say
                  which
  field 2         5 · an integer, a bool or an enum: only the schema can say
                  which
  field 3         1770000060987654321 · eight bytes: fixed64, sfixed64 or double
Field 2 is 5: that it means −3, because the reader takes it for zigzag, both
ends have to know beforehand. What the bytes do say is how long each value is,
so that one can skip a field that one does not know.

── 5 · What a number costs ─────────────────────────────────────────────────────
The same number in three types, in bytes, without the tag:
                int32  sint32  sfixed32
    1               1       1         4
    100             1       2         4
    300             2       2         4
    -1             10       1         4
    -3             10       1         4
    268435456       5       5         4
    2147483647      5       5         4
A negative int32 takes ten bytes: it is written as 64 bits, all the high ones
set. Zigzag (sint32) counts outward from zero, 0 −1 1 −2 2 …, so that small
numbers are short on both sides. And where numbers are mostly large, four plain
bytes are shorter than five groups of seven.
The tag has its price too. Three of its bits are the wire type:
                bytes
    field 1         1
    field 15        1
    field 16        2
    field 2047      2
    field 2048      3
So the numbers 1 to 15 are the cheap ones: keep them for fields that are in
every message. What about text, lists, messages inside messages? And how does a
reader know, years later, what field 2 meant? That is lesson 5.</pre></details><h2 id="seven-bits-a-byte" tabindex="-1">Seven bits a byte <a class="header-anchor" href="#seven-bits-a-byte" aria-label="Permalink to &quot;Seven bits a byte&quot;">​</a></h2><p>How many bytes should a number get? One is too few for 300. Four are a waste for 3, and most numbers in most programs are small: counts, ages, positions in a list.</p><p>So a number gets as many as it needs. Each byte takes <strong>seven bits</strong> of it, beginning at the low end. The eighth bit is a mark: 1 says that another byte follows, 0 that this was the last. That is a <strong>varint</strong>.</p>`);
      _push(ssrRenderComponent(_component_SevenBits, null, null, _parent));
      _push(`<p>The reader needs to know nothing beforehand. It takes bytes until one has no mark, puts their groups of seven together, and has the number.</p><p>Why the lowest group first? Because then neither side has to know the size in advance. The writer shifts the number down until nothing is left; the reader shifts each group a little further up.</p><h2 id="try-it" tabindex="-1">Try it <a class="header-anchor" href="#try-it" aria-label="Permalink to &quot;Try it&quot;">​</a></h2><p>Type a number and see its bytes. Type bytes and see the number, or the error. Or flip single bits: the marks have the other colour. The codec in this page is the course&#39;s own, <code>src/protobuf/wire/varint.ts</code>.</p>`);
      _push(ssrRenderComponent(_component_VarintPlayground, null, null, _parent));
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "varint-200"
      }, null, _parent));
      _push(`<h2 id="below-zero" tabindex="-1">Below zero <a class="header-anchor" href="#below-zero" aria-label="Permalink to &quot;Below zero&quot;">​</a></h2><p>A computer keeps −3 as <strong>two&#39;s complement</strong>: it counts down from zero through the top. In four bits 0 is 0000, −1 is 1111, −2 is 1110, −3 is 1101. In 64 bits −3 is 62 ones and then 01. To a varint that is an enormous number, and it takes all ten bytes:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>int32 −3    fd ff ff ff ff ff ff ff ff 01</span></span></code></pre></div><p>Ten, although the type is called <code>int32</code>: it is written as if it had 64 bits. So somebody may change the type to <code>int64</code> one day, and old and new programs still understand each other.</p><p><strong>Zigzag</strong> mends it. It numbers the integers outward from zero, so that what is near zero is small on both sides:</p><table tabindex="0"><thead><tr><th>number</th><th>0</th><th>−1</th><th>1</th><th>−2</th><th>2</th><th>−3</th><th>…</th><th>2147483647</th><th>−2147483648</th></tr></thead><tbody><tr><td>zigzag</td><td>0</td><td>1</td><td>2</td><td>3</td><td>4</td><td>5</td><td>…</td><td>4294967294</td><td>4294967295</td></tr></tbody></table><p>A positive n becomes 2n, a negative one −2n − 1. The sign has moved from the top of the number to its lowest bit. The types that do this are called <code>sint32</code> and <code>sint64</code>. A machine needs no multiplication for it. It moves the bits up by one, and if the number was negative, it turns every bit over. In eight bits:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span> 3    0000 0011    up by one  0000 0110    as it is     0000 0110  = 6</span></span>
<span class="line"><span>−3    1111 1101    up by one  1111 1010    turned over  0000 0101  = 5</span></span></code></pre></div>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "mismatch"
      }, null, _parent));
      _push(`<h2 id="when-a-varint-is-not-the-shortest" tabindex="-1">When a varint is not the shortest <a class="header-anchor" href="#when-a-varint-is-not-the-shortest" aria-label="Permalink to &quot;When a varint is not the shortest&quot;">​</a></h2><p>Seven bits a byte means that from 2<sup>28</sup> on a number takes five bytes, where four would do. For a hash, a random id or a checksum, of which nearly all are large, there are <strong>fixed</strong> types: <code>fixed32</code> and <code>sfixed32</code> take four bytes, <code>fixed64</code> and <code>sfixed64</code> eight, always. They stand lowest byte first, <em>little-endian</em>: the other way round than the lengths of lesson 3.</p>`);
      _push(ssrRenderComponent(_component_SizeChart, null, null, _parent));
      _push(`<table tabindex="0"><thead><tr><th>the numbers are</th><th>take</th></tr></thead><tbody><tr><td>never negative, mostly small</td><td><code>uint32</code>, <code>uint64</code></td></tr><tr><td>sometimes negative</td><td><code>sint32</code>, <code>sint64</code></td></tr><tr><td>negative once in a blue moon</td><td><code>int32</code>, <code>int64</code> will do</td></tr><tr><td>mostly above 2<sup>28</sup>, 32 bits</td><td><code>fixed32</code>, <code>sfixed32</code></td></tr><tr><td>mostly above 2<sup>56</sup>, 64 bits</td><td><code>fixed64</code>, <code>sfixed64</code></td></tr></tbody></table>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "temperature hash"
      }, null, _parent));
      _push(`<h2 id="which-number-is-it" tabindex="-1">Which number is it? <a class="header-anchor" href="#which-number-is-it" aria-label="Permalink to &quot;Which number is it?&quot;">​</a></h2><p>A message has several numbers. Before each stands a <strong>tag</strong>, which joins two things in one varint: the number of the field, and the <strong>wire type</strong>, which says how the value is written.</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>field 2, varint     00010 000   =  10</span></span>
<span class="line"><span>                    │     └ wire type 0</span></span>
<span class="line"><span>                    └ field number 2</span></span></code></pre></div><table tabindex="0"><thead><tr><th>wire type</th><th>name</th><th>the value is</th><th>types</th></tr></thead><tbody><tr><td>0</td><td><code>VARINT</code></td><td>a varint</td><td><code>int32/64</code>, <code>uint32/64</code>, <code>sint32/64</code>, <code>bool</code>, <code>enum</code></td></tr><tr><td>1</td><td><code>I64</code></td><td>eight bytes</td><td><code>fixed64</code>, <code>sfixed64</code>, <code>double</code></td></tr><tr><td>2</td><td><code>LEN</code></td><td>a length, as a varint, and so many bytes</td><td><code>string</code>, <code>bytes</code>, messages, packed lists</td></tr><tr><td>3, 4</td><td><code>SGROUP</code>, <code>EGROUP</code></td><td>fields, between a begin and an end</td><td>groups, which nobody should use any more</td></tr><tr><td>5</td><td><code>I32</code></td><td>four bytes</td><td><code>fixed32</code>, <code>sfixed32</code>, <code>float</code></td></tr></tbody></table><p>Look at what the wire type does <em>not</em> say. <code>int32</code>, <code>sint32</code> and <code>bool</code> are all <code>VARINT</code>: whether 5 means 5, −3 or true, only the two programs know. What it does say is <strong>how long the value is</strong>. So a reader can step over a field that it has never heard of, and old programs can read what new ones write. Lesson 5 lives on that.</p><h3 id="why-the-numbers-1-to-15-are-cheap" tabindex="-1">Why the numbers 1 to 15 are cheap <a class="header-anchor" href="#why-the-numbers-1-to-15-are-cheap" aria-label="Permalink to &quot;Why the numbers 1 to 15 are cheap&quot;">​</a></h3><p>Three bits of the tag are the wire type, and one is the varint&#39;s mark. That leaves four bits for the field number in a tag of one byte: <strong>1 to 15</strong>. From 16 on a tag takes two bytes, from 2048 on three. It is paid every time the field is written: in a list of a million messages, a million times. So the first fifteen numbers belong to the fields that are always there, and it is wise not to use them all up at once.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "sint-minus-two fixed-one field-16"
      }, null, _parent));
      _push(`<h2 id="the-code" tabindex="-1">The code <a class="header-anchor" href="#the-code" aria-label="Permalink to &quot;The code&quot;">​</a></h2><p>A message is its fields, one after the other. Nothing begins it and nothing ends it. By hand:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/04-varints/encode.ts.txt" target="_self">lessons/04-varints/encode.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * A message is nothing but its fields, one after the other: each a</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * tag and a value.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> encodeMove({ shelf, change, at }: Move): Uint8Array {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> concat([</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    encodeTag(</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">1</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, WireType.VARINT),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    encodeVarint32(shelf),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    encodeTag(</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">2</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, WireType.VARINT),</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    encodeVarint64(zigzagEncode64(change)),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    encodeTag(</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">3</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, WireType.I64),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    encodeFixed64(at),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  ]);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p>To read it one needs a tag, then the value as the wire type says, and then the next tag:</p><div class="excerpt ts long"><p class="file"><a href="/source/lessons/04-varints/decode.ts.txt" target="_self">lessons/04-varints/decode.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * The numbers in a message, by field number, as they stand: what they</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * mean comes later.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * @throws DecodeError if it is malformed</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> readNumbers(bytes: Uint8Array): Map&lt;number, bigint&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> numbers = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Map&lt;number, bigint&gt;();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  let</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> at = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  while</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (at &lt; bytes.length) {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> tag = decodeTag(bytes, at) ?? truncated(at);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> start = at + tag.length;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (tag.wireType === WireType.VARINT) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { value, length } =</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        decodeVarint64(bytes, start) ?? truncated(start);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      numbers.set(tag.number, value);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      at = start + length;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    } </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">else</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (tag.wireType === WireType.I64) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (start + </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">8</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> &gt; bytes.length) truncated(start);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> view = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> DataView(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        bytes.buffer,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        bytes.byteOffset + start,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      numbers.set(tag.number, view.getBigUint64(</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">true</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">));</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      at = start + </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">8</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    } </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">else</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      at = skipField(bytes, at, tag, MAX_DEPTH);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    }</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  }</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> numbers;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div><label class="unfold"><input type="checkbox">Show all 30 lines</label></div><p>Only after that do the numbers get their meaning. That field 2 is zigzag stands here, and nowhere in the bytes:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/04-varints/decode.ts.txt" target="_self">lessons/04-varints/decode.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * Here the numbers get their meaning: that field 2 is zigzag, only</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * the reader knows.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> decodeMove(bytes: Uint8Array): Move {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> numbers = readNumbers(bytes);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    shelf: Number(BigInt.asUintN(</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">32</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, numbers.get(</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">1</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) ?? </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">n</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">)),</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    change: zigzagDecode64(numbers.get(</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">2</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) ?? </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">n</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    at: numbers.get(</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">3</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) ?? </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">n</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><h2 id="the-bytes" tabindex="-1">The bytes <a class="header-anchor" href="#the-bytes" aria-label="Permalink to &quot;The bytes&quot;">​</a></h2><p>Twelve eggs come to shelf 300, and three go. The frames are those of lesson 3. Open a value of more than one byte to see its groups of seven.</p>`);
      _push(ssrRenderComponent(_component_TraceExplorer, { trace: unref(moves) }, null, _parent));
      _push(`<h2 id="_64-bits-none-lost" tabindex="-1">64 bits, none lost <a class="header-anchor" href="#_64-bits-none-lost" aria-label="Permalink to &quot;64 bits, none lost&quot;">​</a></h2><p>JavaScript&#39;s <code>|</code>, <code>&lt;&lt;</code> and <code>&gt;&gt;</code> work on 32 bits. A shift by 35 is a shift by 3, because only the lowest five bits of the count are looked at. And above 2<sup>53</sup> a number cannot even hold every integer. So 64-bit fields are <code>bigint</code> in this course: <code>5n</code>, not <code>5</code>.</p><p>A <code>bigint</code> has as many bits as it needs, and no 64th one that could be a sign. <code>BigInt.asUintN(64, n)</code> keeps the lowest 64 bits and reads them as a number from 0 on; <code>BigInt.asIntN(64, n)</code> reads the same bits as two&#39;s complement:</p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">BigInt.asUintN(</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">64</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, -</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">3</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">n</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">); </span><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">// 18446744073709551613n: the 64 bits of −3</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">BigInt.asIntN(</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">64</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">18446744073709551613</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">n</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">); </span><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">// −3n</span></span></code></pre></div><p>(Other libraries decide otherwise. protobufjs gives an object called <code>Long</code> for each 64-bit field if the package <code>long</code> is there, and a <code>number</code> if it is not; google-protobuf gives a <code>number</code>, or a string if the schema asks for it; protobuf-es gives a <code>bigint</code>. Wherever it becomes a <code>number</code>, the last digits of large ids are lost, and nobody is told: a bug for the day when the ids have grown.)</p><h2 id="what-a-stranger-may-send" tabindex="-1">What a stranger may send <a class="header-anchor" href="#what-a-stranger-may-send" aria-label="Permalink to &quot;What a stranger may send&quot;">​</a></h2><p>A varint has no length in front, so its reader goes on as long as the sender likes. Three things can be wrong with it:</p><ul><li><strong>It does not end.</strong> The last byte there has the mark. For a reader of a stream that means &quot;wait&quot;, and so the varint reader returns <code>undefined</code>. For the reader of a whole message it is an error: no more bytes will come.</li><li><strong>It is too long.</strong> Ten groups of seven hold 64 bits. An eleventh byte is nonsense, or the work of somebody who wants to keep us busy. After ten bytes it is over.</li><li><strong>It has more than 64 bits.</strong> Ten groups have room for 70. Here the readers differ: <code>protobufjs</code>, <code>@bufbuild/protobuf</code> and ours drop the bits that are too many, Go&#39;s refuses the message.</li></ul><p>One thing looks wrong and is allowed: <code>81 00</code> is 1 as well, in more bytes than it needs. A reader must take it. For this reason, among others, one must not compare two messages by comparing their bytes.</p><p>The frame around such a message is whole. So the error is one of this call only, and the connection can go on. Look at the third call:</p>`);
      _push(ssrRenderComponent(_component_TraceExplorer, { trace: unref(malformed) }, null, _parent));
      _push(`<h2 id="break-it" tabindex="-1">Break it <a class="header-anchor" href="#break-it" aria-label="Permalink to &quot;Break it&quot;">​</a></h2><p>Any integer, in every type that can hold it, and over the wire as a change of the stock:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 4</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --number</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> -3</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 4</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --number</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 9007199254740993</span></span></code></pre></div><p>Look for <code>total</code> on its way there and back: nothing is lost, below zero and above 2<sup>53</sup>.</p><details class="output"><summary>What <code>npm run lesson 4 -- --number -3</code> prints</summary><pre tabindex="0">── 1 · -3 in every type ────────────────────────────────────────────────────────
    int32    10  fd ff ff ff ff ff ff ff ff 01
    uint32    –  does not fit
    sint32    1  05
    fixed32   –  does not fit
    sfixed32  4  fd ff ff ff
    int64    10  fd ff ff ff ff ff ff ff ff 01
    uint64    –  does not fit
    sint64    1  05
    fixed64   –  does not fit
    sfixed64  8  fd ff ff ff ff ff ff ff

    -3 as a varint  another follows?  seven bits  of 64
    fd                             1     1111101    0–6
    ff                             1     1111111   7–13
    ff                             1     1111111  14–20
    ff                             1     1111111  21–27
    ff                             1     1111111  28–34
    ff                             1     1111111  35–41
    ff                             1     1111111  42–48
    ff                             1     1111111  49–55
    ff                             1     1111111  56–62
    01                             0     0000001     63

── 2 · The same on the wire, as a change of the stock ──────────────────────────
client ──▶ server  Move { shelf: 300, change: -3, at: 177000000012345…  18 bytes
  0000  00 00 00 0e              length = 14
                                   how many bytes the payload has: 32 bits, the
                                   highest byte first (big-endian)
  0004                           payload = 14 bytes · the message itself
  0004  08 ac 02                 │ shelf = 300 · field 1, uint32
  0007  10 05                    │ change = -3 · field 2, sint64
  0009  19 15 cd cc 4b 9f 4d 90  │ at = 1770000000123456789 · field 3, fixed64
        18                       │
client ◀── server  Stock { shelf: 300, total: -3, moves: 1, status: 0…  13 bytes
  0000  00 00 00 09              length = 9
  0004                           payload = 9 bytes
  0004  08 ac 02                 │ shelf = 300
  0007  10 05                    │ total = -3
  0009  18 01                    │ moves = 1 · field 3, uint32
  000b  20 00                    │ status = 0 · field 4, uint32
  client          reads back: -3</pre></details><details class="output"><summary>What <code>npm run lesson 4 -- --number 9007199254740993</code> prints</summary><pre tabindex="0">── 1 · 9007199254740993 in every type ──────────────────────────────────────────
    int32     –  does not fit
    uint32    –  does not fit
    sint32    –  does not fit
    fixed32   –  does not fit
    sfixed32  –  does not fit
    int64     8  81 80 80 80 80 80 80 10
    uint64    8  81 80 80 80 80 80 80 10
    sint64    8  82 80 80 80 80 80 80 20
    fixed64   8  01 00 00 00 00 00 20 00
    sfixed64  8  01 00 00 00 00 00 20 00

    9007199254740993 as a varint  another follows?  seven bits  of 64
    81                                           1     0000001    0–6
    80                                           1     0000000   7–13
    80                                           1     0000000  14–20
    80                                           1     0000000  21–27
    80                                           1     0000000  28–34
    80                                           1     0000000  35–41
    80                                           1     0000000  42–48
    10                                           0     0010000  49–55

── 2 · The same on the wire, as a change of the stock ──────────────────────────
client ──▶ server  Move { shelf: 300, change: 9007199254740993, at: 1…  25 bytes
  0000  00 00 00 15              length = 21
                                   how many bytes the payload has: 32 bits, the
                                   highest byte first (big-endian)
  0004                           payload = 21 bytes · the message itself
  0004  08 ac 02                 │ shelf = 300 · field 1, uint32
  0007  10 82 80 80 80 80 80 80  │ change = 9007199254740993 · field 2, sint64
        20                       │
  0010  19 15 cd cc 4b 9f 4d 90  │ at = 1770000000123456789 · field 3, fixed64
        18                       │
client ◀── server  Stock { shelf: 300, total: 9007199254740993, moves…  20 bytes
  0000  00 00 00 10              length = 16
  0004                           payload = 16 bytes
  0004  08 ac 02                 │ shelf = 300
  0007  10 82 80 80 80 80 80 80  │ total = 9007199254740993
        20                       │
  0010  18 01                    │ moves = 1 · field 3, uint32
  0012  20 00                    │ status = 0 · field 4, uint32
  client          reads back: 9007199254740993</pre></details><p>What the tag of a field costs, and what a server does that has never heard of the field:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 4</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --field</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 15</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 4</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --field</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 16</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 4</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --field</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 536870911</span></span></code></pre></div><p>Look for the size of the tag: one byte, two, five. The server does not know the field, and counts all the same.</p><details class="output"><summary>What <code>npm run lesson 4 -- --field 15</code> prints</summary><pre tabindex="0">── 1 · The tag of field 15 ─────────────────────────────────────────────────────
Field number and wire type are one number: 15 × 8 + 0 = 120. As a varint:
    120 in binary        1111000
    lowest seven first   1111000
    another follows?    0
    the bytes           01111000
    in hex                    78

── 2 · A message with a field 15 in it, to a server that has none ──────────────
client ──▶ server  Move { shelf: 300, change: 12, at: 177000000012345…  20 bytes
  0000  00 00 00 10              length = 16
                                   how many bytes the payload has: 32 bits, the
                                   highest byte first (big-endian)
  0004                           payload = 16 bytes · the message itself
  0004  08 ac 02                 │ shelf = 300 · field 1, uint32
  0007  10 18                    │ change = 12 · field 2, sint64
  0009  19 15 cd cc 4b 9f 4d 90  │ at = 1770000000123456789 · field 3, fixed64
        18                       │
  0012  78 01                    │ field 15 = 1
                                 │   not in the schema: a reader skips it by its
                                 │   wire type (protobuf encoding #structure)
client ◀── server  Stock { shelf: 300, total: 12, moves: 1, status: 0…  13 bytes
  0000  00 00 00 09              length = 9
  0004                           payload = 9 bytes
  0004  08 ac 02                 │ shelf = 300
  0007  10 18                    │ total = 12
  0009  18 01                    │ moves = 1 · field 3, uint32
  000b  20 00                    │ status = 0 · field 4, uint32
  client          the server counted all the same: 12
The tag took 1 of 2 bytes of the new field. 1–15 fit into one byte, up to 2047
into two, and so on. The server has never heard of the field, reads by the wire
type how long it is, and goes on behind it.</pre></details><details class="output"><summary>What <code>npm run lesson 4 -- --field 16</code> prints</summary><pre tabindex="0">── 1 · The tag of field 16 ─────────────────────────────────────────────────────
Field number and wire type are one number: 16 × 8 + 0 = 128. As a varint:
    128 in binary               1 0000000
    lowest seven first   0000000  0000001
    another follows?    1        0
    the bytes           10000000 00000001
    in hex                    80       01

── 2 · A message with a field 16 in it, to a server that has none ──────────────
client ──▶ server  Move { shelf: 300, change: 12, at: 177000000012345…  21 bytes
  0000  00 00 00 11              length = 17
                                   how many bytes the payload has: 32 bits, the
                                   highest byte first (big-endian)
  0004                           payload = 17 bytes · the message itself
  0004  08 ac 02                 │ shelf = 300 · field 1, uint32
  0007  10 18                    │ change = 12 · field 2, sint64
  0009  19 15 cd cc 4b 9f 4d 90  │ at = 1770000000123456789 · field 3, fixed64
        18                       │
  0012  80 01 01                 │ field 16 = 1
                                 │   not in the schema: a reader skips it by its
                                 │   wire type (protobuf encoding #structure)
client ◀── server  Stock { shelf: 300, total: 12, moves: 1, status: 0…  13 bytes
  0000  00 00 00 09              length = 9
  0004                           payload = 9 bytes
  0004  08 ac 02                 │ shelf = 300
  0007  10 18                    │ total = 12
  0009  18 01                    │ moves = 1 · field 3, uint32
  000b  20 00                    │ status = 0 · field 4, uint32
  client          the server counted all the same: 12
The tag took 2 of 3 bytes of the new field. 1–15 fit into one byte, up to 2047
into two, and so on. The server has never heard of the field, reads by the wire
type how long it is, and goes on behind it.</pre></details><details class="output"><summary>What <code>npm run lesson 4 -- --field 536870911</code> prints</summary><pre tabindex="0">── 1 · The tag of field 536870911 ──────────────────────────────────────────────
Field number and wire type are one number: 536870911 × 8 + 0 = 4294967288. As a
varint:
    4294967288 in binary          1111 1111111 1111111 1111111 1111000
    lowest seven first     1111000  1111111  1111111  1111111  0001111
    another follows?      1        1        1        1        0
    the bytes             11111000 11111111 11111111 11111111 00001111
    in hex                      f8       ff       ff       ff       0f

── 2 · A message with a field 536870911 in it, to a server that has none ───────
client ──▶ server  Move { shelf: 300, change: 12, at: 177000000012345…  24 bytes
  0000  00 00 00 14              length = 20
                                   how many bytes the payload has: 32 bits, the
                                   highest byte first (big-endian)
  0004                           payload = 20 bytes · the message itself
  0004  08 ac 02                 │ shelf = 300 · field 1, uint32
  0007  10 18                    │ change = 12 · field 2, sint64
  0009  19 15 cd cc 4b 9f 4d 90  │ at = 1770000000123456789 · field 3, fixed64
        18                       │
  0012  f8 ff ff ff 0f 01        │ field 536870911 = 1
                                 │   not in the schema: a reader skips it by its
                                 │   wire type (protobuf encoding #structure)
client ◀── server  Stock { shelf: 300, total: 12, moves: 1, status: 0…  13 bytes
  0000  00 00 00 09              length = 9
  0004                           payload = 9 bytes
  0004  08 ac 02                 │ shelf = 300
  0007  10 18                    │ total = 12
  0009  18 01                    │ moves = 1 · field 3, uint32
  000b  20 00                    │ status = 0 · field 4, uint32
  client          the server counted all the same: 12
The tag took 5 of 6 bytes of the new field. 1–15 fit into one byte, up to 2047
into two, and so on. The server has never heard of the field, reads by the wire
type how long it is, and goes on behind it.</pre></details><p>A varint of eleven bytes; a message that breaks off inside one; and a digit that JSON loses:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 4</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --overlong</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 4</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --truncate</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 4</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --lose</span></span></code></pre></div><p>Look for what the server says of the bad message, and for the next one, which is served. With <code>--lose</code>, compare the first bytes of the two values.</p><details class="output"><summary>What <code>npm run lesson 4 -- --overlong</code> prints</summary><pre tabindex="0">── 1 · A varint of eleven bytes ────────────────────────────────────────────────
  server          127.0.0.1:… connected
client ──▶ server  Move { shelf: unreadable }                           16 bytes
  0000  00 00 00 0c              length = 12
                                   how many bytes the payload has: 32 bits, the
                                   highest byte first (big-endian)
  0004                           payload = 12 bytes · the message itself
  0004                           │ shelf = unreadable · field 1, uint32
  0004  08                       │ │ tag = 1:VARINT
                                 │ │   field number × 8 + wire type, as a varint
                                 │ │   (protobuf encoding #structure)
  0005  80 80 80 80 80 80 80 80  │ │ unreadable
        80 80 01                 │ │   a varint of more than ten bytes; where
                                 │ │   the next field would begin, nobody knows
  server          cannot read 12 bytes: a varint has more than 10 bytes (at
                  offset 1)
client ◀── server  Stock { shelf: 0, total: 0, moves: 0, status: 3 }    12 bytes
  0000  00 00 00 08              length = 8
  0004                           payload = 8 bytes
  0004  08 00                    │ shelf = 0
  0006  10 00                    │ total = 0 · field 2, sint64
  0008  18 00                    │ moves = 0 · field 3, uint32
  000a  20 03                    │ status = 3 · field 4, uint32
  client          gets status 3 (in gRPC: 3 is INVALID_ARGUMENT)
client ──▶ server  Move { shelf: 300, change: 12, at: 177000000012345…  18 bytes
  0000  00 00 00 0e              length = 14
  0004                           payload = 14 bytes
  0004  08 ac 02                 │ shelf = 300
  0007  10 18                    │ change = 12
  0009  19 15 cd cc 4b 9f 4d 90  │ at = 1770000000123456789 · field 3, fixed64
        18                       │
  server          shelf 300: +12, now 12
client ◀── server  Stock { shelf: 300, total: 12, moves: 1, status: 0…  13 bytes
  0000  00 00 00 09              length = 9
  0004                           payload = 9 bytes
  0004  08 ac 02                 │ shelf = 300
  0007  10 18                    │ total = 12
  0009  18 01                    │ moves = 1
  000b  20 00                    │ status = 0
  client          sends another, and is served: 12
  server          127.0.0.1:… left (34 bytes came, chunks: 2)
Ten groups of seven hold 64 bits and six to spare. A reader that went on and on
would read as long as a stranger wants, and shift the bits to who knows where.
So after ten bytes it stops.</pre></details><details class="output"><summary>What <code>npm run lesson 4 -- --truncate</code> prints</summary><pre tabindex="0">── 1 · A message that breaks off inside a varint ───────────────────────────────
  server          127.0.0.1:… connected
client ──▶ server  Move { shelf: unfinished }                            6 bytes
  0000  00 00 00 02              length = 2
                                   how many bytes the payload has: 32 bits, the
                                   highest byte first (big-endian)
  0004                           payload = 2 bytes · the message itself
  0004                           │ shelf = unfinished · field 1, uint32
  0004  08                       │ │ tag = 1:VARINT
                                 │ │   field number × 8 + wire type, as a varint
                                 │ │   (protobuf encoding #structure)
  0005  ac                       │ │ unfinished
                                 │ │   the message ends before the value does
  server          cannot read 2 bytes: the message ends inside the value (at
                  offset 1)
client ◀── server  Stock { shelf: 0, total: 0, moves: 0, status: 3 }    12 bytes
  0000  00 00 00 08              length = 8
  0004                           payload = 8 bytes
  0004  08 00                    │ shelf = 0
  0006  10 00                    │ total = 0 · field 2, sint64
  0008  18 00                    │ moves = 0 · field 3, uint32
  000a  20 03                    │ status = 3 · field 4, uint32
  client          gets status 3 (in gRPC: 3 is INVALID_ARGUMENT)
client ──▶ server  Move { shelf: 300, change: 12, at: 177000000012345…  18 bytes
  0000  00 00 00 0e              length = 14
  0004                           payload = 14 bytes
  0004  08 ac 02                 │ shelf = 300
  0007  10 18                    │ change = 12
  0009  19 15 cd cc 4b 9f 4d 90  │ at = 1770000000123456789 · field 3, fixed64
        18                       │
  server          shelf 300: +12, now 12
client ◀── server  Stock { shelf: 300, total: 12, moves: 1, status: 0…  13 bytes
  0000  00 00 00 09              length = 9
  0004                           payload = 9 bytes
  0004  08 ac 02                 │ shelf = 300
  0007  10 18                    │ total = 12
  0009  18 01                    │ moves = 1
  000b  20 00                    │ status = 0
  client          sends another, and is served: 12
  server          127.0.0.1:… left (24 bytes came, chunks: 2)
The frame is whole: its length is true. But the last byte in it says that
another follows. To the varint reader that is &quot;not all here yet&quot;. The reader of
a whole message knows that no more will come, and makes it an error.</pre></details><details class="output"><summary>What <code>npm run lesson 4 -- --lose</code> prints</summary><pre tabindex="0">── 1 · 9007199254740993 is 2^53 + 1 ────────────────────────────────────────────
    as                    comes back as
    JSON               9007199254740992
    a number           9007199254740992
    a bigint, fixed64  9007199254740993
A JavaScript number is a double: 53 bits of digits. Above 2^53 only every second
integer exists, above 2^54 every fourth, and nobody complains. On the wire, the
time as a bigint and as a number; look at the first byte of the value:
  bigint          19 01 00 00 00 00 00 20 00
  number          19 00 00 00 00 00 00 20 00
That is why 64-bit fields are bigint here. JSON of protobuf messages writes them
as strings, for the same reason.</pre></details><h2 id="build-it" tabindex="-1">Build it <a class="header-anchor" href="#build-it" aria-label="Permalink to &quot;Build it&quot;">​</a></h2><p>Five tasks in <code>exercises/04-varints/</code>: write a varint, read one, both for 64 bits, zigzag, and the tag. Each has ten lines at the most; the work is in the edges.</p>`);
      _push(ssrRenderComponent(_component_BuildIt, { exercise: unref(exercise) }, null, _parent));
      _push(`<div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> exercise</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 4</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 4</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --mine</span></span></code></pre></div><h2 id="what-you-have-answered" tabindex="-1">What you have answered <a class="header-anchor" href="#what-you-have-answered" aria-label="Permalink to &quot;What you have answered&quot;">​</a></h2>`);
      _push(ssrRenderComponent(_component_QuizScore, { questions: unref(quiz) }, null, _parent));
      _push(`<h2 id="what-is-still-open" tabindex="-1">What is still open <a class="header-anchor" href="#what-is-still-open" aria-label="Permalink to &quot;What is still open&quot;">​</a></h2><p>Three numbers in a message, written by hand, with the meaning in our heads. What about text, lists, messages inside messages? And how does a reader know what field 2 is, years later, when the program that wrote it has changed? Lesson 5 writes it down: in a <code>.proto</code> file.</p><h2 id="sources" tabindex="-1">Sources <a class="header-anchor" href="#sources" aria-label="Permalink to &quot;Sources&quot;">​</a></h2><ul><li><a href="https://protobuf.dev/programming-guides/encoding/" target="_blank" rel="noreferrer">Protobuf encoding</a>: <em>Base 128 Varints</em>, <em>Message Structure</em>, <em>More Integer Types</em></li><li><a href="https://protobuf.dev/programming-guides/proto3/" target="_blank" rel="noreferrer">Protobuf language guide</a>: <em>Scalar Value Types</em>, <em>Assigning Field Numbers</em></li><li><a href="https://protobuf.dev/programming-guides/serialization-not-canonical/" target="_blank" rel="noreferrer">Protobuf serialization is not canonical</a></li><li><a href="https://pkg.go.dev/google.golang.org/protobuf/encoding/protowire" target="_blank" rel="noreferrer">protowire</a>, Go&#39;s reader, which refuses a tenth byte above 1</li><li><a href="https://tc39.es/ecma262/#sec-number.maxsafeinteger" target="_blank" rel="noreferrer">ECMA-262</a>, <code>Number.MAX_SAFE_INTEGER</code>: 2<sup>53</sup> − 1</li></ul><details class="details custom-block"><summary>What the article said, and what is true</summary><p>The course grew out of a series of articles (in Chinese, with Go) that goes from RPC to gRPC. Where it is wrong, or no longer right, this is what is true:</p><ul><li><em>&quot;Protocol Buffers are smaller and simpler than XML&quot;</em>, and more efficient than JSON. For numbers that is so, and you have seen why: 14 bytes against 50. Text is text in both, and gains little. Lesson 5 measures it.</li><li>Its messages use <code>int32</code> for everything. For numbers that can be negative it is the most expensive choice: ten bytes.</li><li>Its prices are <code>float</code>. That is <code>I32</code>, of which 24 bits are digits: it cannot hold 16,777,217, nor exactly ten cents. Money belongs into an integer of the smallest coin, or into a message for it.</li></ul></details></div>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lessons/04-varints.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
export {
  __pageData,
  _sfc_main as default
};
