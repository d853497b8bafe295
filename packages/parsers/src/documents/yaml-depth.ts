/** Guards the YAML library, which recurses and is slow on what is nested thousands of levels deep. */

/**
 * True when a text may nest deeper than five times `depth`. Counts what can open a level, in brackets over the whole text and in one line of
 * a block, and by indentation over lines; brackets inside quotes are counted too, which ordinary texts do not notice. O(length).
 */
export function nestsTooDeep(text: string, depth: number): boolean {
  const maxOpen = 5 * depth;
  let open = 0;
  let inLine = 0;
  /** Of the lines that hold the current one. */
  const indents: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 91 || code === 123) open++;
    else if ((code === 93 || code === 125) && open > 0) open--;
    else if (code === 10) {
      inLine = 0;
      const indent = indentAt(text, at + 1);
      if (indent === null) continue;
      while ((indents.at(-1) ?? -1) >= indent) indents.pop();
      indents.push(indent);
      if (indents.length > 2 * depth) return true;
    } else if ((code === 45 || code === 63 || code === 58) && isBlankCode(text.charCodeAt(at + 1))) inLine++;
    if (open > maxOpen || inLine > maxOpen) return true;
  }
  return false;
}

/** Null for a line without anything. */
function indentAt(text: string, start: number): number | null {
  let at = start;
  while (text.charCodeAt(at) === 32) at++;
  return at >= text.length || text.charCodeAt(at) === 10 ? null : at - start;
}

function isBlankCode(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}
