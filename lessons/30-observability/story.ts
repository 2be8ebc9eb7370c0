import type { Stage } from '#course/lesson/stage';
export async function tellStory(_: Stage): Promise<void> {}
