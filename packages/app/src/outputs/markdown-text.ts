/** Text of users inside Markdown: it stays text. */
import { escapeXml } from './xml.ts';

/** Text of a user as text: no markup, no HTML, no link, no mention of a person, no line end. */
export function inline(text: string): string {
  return htmlText(text.replace(/[\\`*_[\]#!|~$]/g, (char) => `\\${char}`));
}

/**
 * The same inside an HTML element, where Markdown is not read. A word joiner behind the sign keeps people from being notified and issues
 * from being linked; written as entities, `://` and `www.` become no link by themselves.
 */
export function htmlText(text: string): string {
  const clean = escapeXml(visible(text));
  const unlinked = clean.replaceAll('://', '&#58;//').replace(/www\./gi, (www) => `${www.slice(0, 3)}&#46;`);
  return unlinked.replaceAll('@', '@\u2060').replace(/(?<!&)#(?=\d)/g, '#\u2060');
}

/** Within a table a bar ends the cell, also inside a code span, and there a backslash before it cannot be escaped in turn. */
export function tableCode(text: string): string {
  return /[|\\]/.test(text) ? `<code>${inline(text)}</code>` : code(text);
}

/** A code span that the text cannot leave. */
export function code(text: string): string {
  const clean = visible(text);
  const fence = '`'.repeat(longestTicks(clean) + 1);
  return fence.length > 1 ? `${fence} ${clean} ${fence}` : `\`${clean}\``;
}

export function longestTicks(text: string): number {
  let longest = 0;
  for (const [ticks] of text.matchAll(/`+/g)) longest = Math.max(longest, ticks.length);
  return longest;
}

export function visible(text: string): string {
  return text.replace(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, (char) => (/\s/.test(char) ? ' ' : '\ufffd'));
}
