/** A page without script that opens offline: one style, known by its hash, and no request to anywhere. */
import { createHash } from 'node:crypto';
import type { Language } from '@kumomori/model';
import { escapeHtml } from './escape.ts';

export interface StaticPage {
  readonly language: Language;
  /** Plain text. */
  readonly title: string;
  readonly style: string;
  /** Lines of HTML within `<main>`. */
  readonly main: string;
}

export function staticPage({ language, title, style, main }: StaticPage): string {
  const hash = createHash('sha256').update(style).digest('base64');
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="kumomori">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
${main}
</main>
</body>
</html>
`;
}
