import type { Equivalent } from '#course/kit/equivalent';

export const equivalents: Equivalent[] = [
  {
    file: 'client-hello.ts',
    task: 2,
    changes: [
      'serverName: readServerName(extensions.get(SERVER_NAME)), → serverName: readServerName(extensions.get(HOST_NAME)),',
      'if (type !== HOST_NAME) continue; → if (type !== SERVER_NAME) continue;',
    ],
    reason: 'Both numbers are 0: the type of the extension, and of the name in it.',
  },
  {
    file: 'credentials.ts',
    task: 3,
    changes: [
      'const { privateKey = null, certificate = null } = shown ?? {}; → const { privateKey = null, certificate = null } = shown || {};',
      'return grpc.ServerCredentials.createSsl(clientRoots ?? null, [pair], isMutual); → return grpc.ServerCredentials.createSsl(clientRoots || null, [pair], isMutual);',
    ],
    reason: 'An object is never false; and roots that are empty have been refused before.',
  },
  {
    file: 'principal.ts',
    task: 4,
    changes: [
      `if (!uri.startsWith(\`\${start}/\`) || uri.length > MAX_SPIFFE_ID_LENGTH) return false; → if (!uri.startsWith(\`\${start}\`) || uri.length > MAX_SPIFFE_ID_LENGTH) return false;`,
    ],
    reason: 'PATH begins with a slash: what follows the domain is looked at all the same.',
  },
  {
    file: 'principal.ts',
    task: 4,
    changes: [
      `if (!uri.startsWith(\`\${start}/\`) || uri.length > MAX_SPIFFE_ID_LENGTH) return false; → if (!uri.startsWith(\`\${start}/\`) || uri.length > MAX_SPIFFE_ID_LENGTH) return;`,
    ],
    reason: 'undefined is as false as false, for a condition.',
  },
  {
    file: 'principal.ts',
    task: 4,
    changes: [
      "return PATH.test(path) && !path.split('/').some((part) => part === '.' || part === '..'); → return PATH.test(path) && !uri.split('/').some((part) => part === '.' || part === '..');",
    ],
    reason: 'The parts before the path are the scheme and the domain, and no domain is a dot.',
  },
  {
    file: 'identity-store.ts',
    task: 5,
    changes: ["const key = Symbol('a listener'); → const key = Symbol('');"],
    reason: 'A symbol’s text is for people.',
  },
  {
    file: 'identity-store.ts',
    task: 5,
    changes: [
      'if (options.isSame(this.#current, next)) return false; → if (options.isSame(this.#current, next)) return;',
      'return false; → return;',
    ],
    reason: 'Both are "nothing new": what is answered is changed, which is false then.',
  },
];
