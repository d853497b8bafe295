/** Puts the page together. All user data is inside one JSON block; the script builds the page with text nodes only. */
import { createHash } from 'node:crypto';
import type { AnyReport, OutputContext } from '../output-format.ts';
import { clientScript } from './client/index.ts';
import { visible } from './escape.ts';
import { en } from './messages.en.ts';
import { ja } from './messages.ja.ts';
import { reportData } from './report-data.ts';
import { pageStyle } from './style.ts';

export function htmlPage(report: AnyReport, context: OutputContext): string {
  const noScript = (context.language === 'ja' ? ja : en).noScript;
  return `<!doctype html>
<html lang="${context.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="kumomori">
<title>kumomori</title>
<style>${pageStyle}</style>
</head>
<body>
<noscript>${noScript}</noscript>
<div id="app"></div>
<script type="application/json" id="data">${embeddedJson(reportData(report, context))}</script>
<script>${clientScript}</script>
</body>
</html>
`;
}

/** Only this style and this script, known by their hashes; no request to anywhere. */
function contentSecurityPolicy(): string {
  const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return `default-src 'none'; style-src ${hash(pageStyle)}; script-src ${hash(clientScript)}; base-uri 'none'; form-action 'none'`;
}

/** JSON that cannot leave its element: without `<`, `>` and `&` there is no end tag and no comment in it. */
function embeddedJson(value: unknown): string {
  const json = JSON.stringify(value, (_key, one: unknown) => (typeof one === 'string' ? visible(one) : one));
  return json.replace(/[<>&\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
