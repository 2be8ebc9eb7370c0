/** `lessons/03-framing.md`, also below a language's folder: 3. */
export function lessonNumberOf(relativePath: string): number | undefined {
  const match = /(?:^|\/)lessons\/(\d\d)-[^/]+\.md$/.exec(relativePath);
  return match ? Number(match[1]) : undefined;
}
