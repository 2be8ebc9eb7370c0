import { type Repository, readRepository } from './repository.ts';

export default {
  watch: ['../../package.json'],
  load: (): Repository | null => readRepository() ?? null,
};

declare const data: Repository | null;

export { data };
