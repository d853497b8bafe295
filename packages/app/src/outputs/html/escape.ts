/** Texts of others inside HTML and SVG. */
import { escapeQuotedXml } from '../xml.ts';

// Shown by no browser in a useful way, or used to make a text look like another one.
const INVISIBLE = /(?![\t\n\r])[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** The text with every character that could hide or reorder others made visible. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, '\ufffd');
}

/** Safe as the content of an element and inside a quoted attribute. */
export function escapeHtml(text: string): string {
  return escapeQuotedXml(visible(text));
}
