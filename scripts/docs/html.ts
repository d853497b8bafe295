/** Building blocks of the pages. */
import type { Language } from '@kumomori/model';
import { docsWords } from './words.ts';

export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** `other`: path of the same page in the other language. */
export function page(title: string, body: string, { language, other }: { readonly language: Language; readonly other: string }): string {
  const words = docsWords[language];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<link rel="stylesheet" href="../style.css">
</head>
<body>
<header><a class="brand" href="index.html">kumomori <small>雲守</small></a><nav><a href="index.html">${words.back}</a><a href="${escape(other)}" hreflang="${language === 'en' ? 'ja' : 'en'}">${words.other}</a></nav></header>
<main>
${body}
</main>
</body>
</html>
`;
}

export function section(title: string, content: string): string {
  return content === '' ? '' : `<section><h2>${escape(title)}</h2>${content}</section>\n`;
}

/** Code with numbered lines; those in `marked` stand out. */
export function code(text: string, marked: ReadonlySet<number> = new Set()): string {
  const lines = text.replace(/\n+$/, '').split('\n');
  const shown = lines.map(
    (line, index) => `<span class="line${marked.has(index + 1) ? ' marked' : ''}"><i>${index + 1}</i>${escape(line) || ' '}</span>`,
  );
  return `<pre>${shown.join('')}</pre>`;
}

export function list(items: readonly string[]): string {
  return items.length === 0 ? '' : `<ul class="chips">${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
}
