import { test, vi } from 'vitest';
import { serverHearsMutations } from './conversations.ts';

/**
 * The same cases once more, with the plain reader in the place of the fast scanner. package.json
 * makes this change for a learner's own reader (`#http2/wire/frame-scanner`), and nobody must
 * notice.
 */
vi.mock('#http2/wire/frame-scanner', () => import('#http2/wire/plain-frame-scanner'));

await import('./calls.test.ts');
await import('./errors.test.ts');
test('a server hears mutated conversations', () => serverHearsMutations(3));
