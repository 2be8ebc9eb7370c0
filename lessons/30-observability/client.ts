import type { ClientOptions } from '#course/lesson/define-lesson';
export async function runClient(_: ClientOptions): Promise<void> {}
