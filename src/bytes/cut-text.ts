/**
 * A text of which no more than so many characters are needed: a peer's own in an error message. What
 * is left out is "…".
 */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  // Put together anew: a slice would keep the whole text alive for as long as itself.
  return [...text.slice(0, most), '…'].join('');
}
