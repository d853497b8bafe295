/** Puts the page together. All user data is inside one JSON block; the script builds the page with text nodes only. */
import { createHash } from 'node:crypto';
import type { AnyReport, OutputContext } from '../output-format.ts';
import { clientScript } from './client/index.ts';
import { htmlDocument } from './document.ts';
import { visible } from './escape.ts';
import { en } from './messages.en.ts';
import { ja } from './messages.ja.ts';
import { reportData } from './report-data.ts';
import { pageStyle } from './style.ts';

export function htmlPage(report: AnyReport, context: OutputContext): string {
  const noScript = (context.language === 'ja' ? ja : en).noScript;
  const body = `<noscript>${noScript}</noscript>
<div id="app"></div>
<script type="application/json" id="data">${embeddedJson(reportData(report, context))}</script>
<script>${clientScript}</script>`;
  return htmlDocument({ language: context.language, title: 'kumomori', policy: contentSecurityPolicy(), style: pageStyle, body });
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
