/** User-perceived characters, which is what Terraform counts in `length`, `substr`, `strrev` and in the widths of `format`. */

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Texts in which every code unit is a character of its own; a carriage return could be half of CR LF. */
function isSimple(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x7e || code === 0x0d) return false;
  }
  return true;
}

/** The user-perceived characters of a text in order. O(length). */
export function graphemes(text: string): readonly string[] {
  return isSimple(text) ? text.split('') : Array.from(segmenter.segment(text), (part) => part.segment);
}

export function graphemeCount(text: string): number {
  return isSimple(text) ? text.length : graphemes(text).length;
}
