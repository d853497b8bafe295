/** The first step of reading a condition: texts into matches. */

/** Every match of a sticky pattern from the beginning to the end of the text; null where it stops to match before the end. O(length). */
export function scan(text: string, pattern: RegExp): readonly RegExpExecArray[] | null {
  const matches: RegExpExecArray[] = [];
  let at = 0;
  while (at < text.length) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) return null;
    at = pattern.lastIndex;
    matches.push(match);
  }
  return matches;
}
