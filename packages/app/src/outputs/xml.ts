/** Texts as the content of XML, HTML and SVG; what must not be in them at all is taken out before, by each format. */

/** Safe between tags. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Safe in double quotes, too. */
export function escapeQuotedXml(text: string): string {
  return escapeXml(text).replaceAll('"', '&quot;');
}
