/**
 * The house has floors: a folder of src/ imports only from those that stand before it in this list
 * (CONTRIBUTING.md). `test/static/imports.test.ts` checks it, and that the checker has seen the files
 * at all.
 */
const FLOORS = [
  'bytes',
  'transport',
  'framing',
  'time',
  'rpc',
  'protobuf',
  'hpack',
  'http2',
  'grpc',
  'channel',
  'services',
  'inspect',
  'course',
];

const upwards = FLOORS.map((floor, level) => ({
  name: `${floor}-imports-downwards`,
  severity: 'error',
  from: { path: `^src/${floor}/` },
  to: {
    path: `^src/(${FLOORS.slice(level + 1).join('|') || 'nothing'})/`,
  },
}));

module.exports = {
  forbidden: [
    ...upwards,
    {
      name: 'no-circles',
      comment: 'imports of types count too',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'src-stands-alone',
      comment: 'src/ knows nothing of lessons, exercises, solutions, tests or the site',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(lessons|exercises|solutions|test|docs)/' },
    },
    {
      name: 'sockets-only-in-transport',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(transport|course)/' },
      to: { path: '^(node:)?(net|tls|http2?|https|dgram)$' },
    },
    {
      name: 'protocols-without-node',
      comment: 'bytes in, events out: these folders run in a browser',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(transport|protobuf/compiler|course)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: { path: '^(src|lessons|solutions|test)/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};
