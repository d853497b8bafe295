/** What every page has around its body: it opens offline, asks nobody, and runs only what its policy names. */
import type { Language } from '@kumomori/model';
import { escapeHtml } from './escape.ts';

export interface HtmlDocument {
  readonly language: Language;
  /** Plain text. */
  readonly title: string;
  /** Content Security Policy. */
  readonly policy: string;
  readonly style: string;
  /** Lines of HTML within `<body>`. */
  readonly body: string;
}

export function htmlDocument({ language, title, policy, style, body }: HtmlDocument): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="kumomori">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
