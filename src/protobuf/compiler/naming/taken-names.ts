/** Words that have a meaning of their own in generated code, so nothing can be declared under them. */

/** What generated code imports, uses, or calls its parameters and variables. */
const USED =
  'Array AsyncIterable BigInt Context DecodeLimits Init Iterable Map Message MessageType Object ' +
  'OpenEnum Options Partial Promise ProtoFile Reader Record ServiceDefinition Source Uint8Array ' +
  'Writer bytes create decode encode entry file init item key limits message outer part reader ' +
  'readInt32s start value writer';

/** ECMAScript 2024 §12.7.2 (in modules, which are strict), and what cannot be assigned to. */
const KEYWORDS =
  'arguments await break case catch class const continue debugger default delete do else enum ' +
  'eval export extends false finally for function if implements import in instanceof interface ' +
  'let new null package private protected public return static super switch this throw true try ' +
  'typeof var void while with yield NaN Infinity undefined';

/** Types that TypeScript has without being told. */
const TYPES = 'any bigint boolean never number object string symbol unknown';

export const TAKEN: ReadonlySet<string> = new Set(
  [USED, KEYWORDS, TYPES].flatMap((words) => words.split(' ')),
);
