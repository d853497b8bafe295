/** The HTML part of a mail: tables and inline styles, because mail programs read little else; no pictures, nothing fetched. */
import { messagesIn } from '../i18n/index.ts';
import { moreLine } from './lines.ts';
import type { Message, MessageItem } from './message.ts';

/** Text on a light ground of the same hue: contrast of at least 4.5. */
const COLORS = { critical: '#8f1d1d', high: '#a3420c', medium: '#7a5a00', low: '#1d5a8f', info: '#555555' } as const;
const RESOLVED = '#1d6b34';
const FONTS = "-apple-system,'Segoe UI','Hiragino Sans','Noto Sans JP',Meiryo,sans-serif";

/** A whole document; texts of others are escaped, links only as the message gives them. */
export function mailHtml(message: Message): string {
  const { language, title, summary, facts, items, link, footer, severity, state } = message;
  const color = state === 'resolved' ? RESOLVED : severity === null ? COLORS.info : COLORS[severity];
  const rows = facts.map(
    ({ label, value }) =>
      `<tr><th scope="row" style="text-align:left;vertical-align:top;padding:3px 16px 3px 0;color:#555;font-weight:normal;white-space:nowrap">${escapeHtml(label)}</th>` +
      `<td style="padding:3px 0;word-break:break-word">${escapeHtml(value)}</td></tr>`,
  );
  const more = moreLine(message).map((line) => `<li style="list-style:none;color:#555">${escapeHtml(line)}</li>`);
  const list = [...items.map((item) => listItem(item, message)), ...more].join('');
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>`,
    `<body style="margin:0;padding:24px;background:#f5f6f8;color:#1c1e21;font:15px/1.6 ${FONTS}">`,
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center">',
    `<table role="presentation" width="640" cellpadding="0" cellspacing="0" style="max-width:640px;width:100%;background:#fff;border-top:4px solid ${color}"><tr><td style="padding:24px">`,
    `<h1 style="margin:0 0 12px;font-size:19px;line-height:1.4;color:${color}">${escapeHtml(title)}</h1>`,
    summary === '' ? '' : `<p style="margin:0 0 16px">${escapeHtml(summary)}</p>`,
    rows.length === 0 ? '' : `<table style="border-collapse:collapse;margin:0 0 16px;font-size:14px">${rows.join('')}</table>`,
    list === '' ? '' : `<ul style="margin:0 0 16px;padding-left:20px">${list}</ul>`,
    link === null
      ? ''
      : `<p style="margin:0 0 16px"><a href="${escapeHtml(link.url)}" style="display:inline-block;padding:9px 18px;background:#1d4f91;color:#fff;text-decoration:none;border-radius:4px">${escapeHtml(link.label)}</a></p>`,
    `<p style="margin:0;color:#666;font-size:12px">${escapeHtml(footer)}</p>`,
    '</td></tr></table></td></tr></table></body></html>',
  ].join('\n');
}

function listItem({ severity, text, url }: MessageItem, { language }: Message): string {
  const name =
    severity === null
      ? ''
      : `<strong style="color:${COLORS[severity]}">${escapeHtml(messagesIn(language).notify.severities[severity])}</strong> `;
  const words = escapeHtml(text);
  return `<li style="margin:0 0 4px">${name}${url === null ? words : `<a href="${escapeHtml(url)}" style="color:#1d4f91">${words}</a>`}</li>`;
}

/** Within elements and quoted attributes. Messages are free of control characters already. */
function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}
