/** Http and HPACK are read letter by letter; what begins with U is read like "you", but for "un". */
const VOWEL = /^([aeio]|http|hpack|un(?!i))/i;

/** A name with its article before it: "a DecodeError", "an EncodeError", "an Http2Error". */
export const withArticle = (name: string) => `${VOWEL.test(name) ? 'an' : 'a'} ${name}`;
