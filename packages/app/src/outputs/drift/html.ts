/** Drift as one page that opens offline: no script, no request, every text of a user escaped. */
import { messagesIn } from '../../i18n/index.ts';
import { messagesFor } from '../messages.ts';
import { escapeHtml as text, pageStyle, staticPage } from '../html/index.ts';
import type { DriftEntry, DriftFormat, DriftOutputContext } from './report.ts';
import { placeText } from '../place-text.ts';
import { codeText, driftValue, headlines, matchText, subject } from './text.ts';

const style = `${pageStyle}
main { max-width: 1080px; margin: 0 auto; padding: 32px 20px 64px; }
main > p { margin: 4px 0; }
details { background: var(--card); border: 1px solid var(--line); border-radius: 12px; box-shadow: var(--shadow); margin-top: 14px; padding: 12px 18px; }
summary { cursor: pointer; font-weight: 600; }
.kind { display: inline-block; border-radius: 999px; padding: 1px 10px; margin-right: 8px; font-size: 12px; background: var(--bg-2); color: var(--dim); }
.critical, .high { background: var(--high-soft); color: var(--high); } .medium { background: var(--medium-soft); color: var(--medium); } .low { background: var(--low-soft); color: var(--low); }
table { border-collapse: collapse; width: 100%; margin: 10px 0; font-size: 14px; } th, td { text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); padding: 6px 10px 6px 0; }
th { color: var(--dim); font-weight: 500; } h3 { font-size: 13px; margin: 12px 0 4px; color: var(--dim); font-weight: 600; }
pre { background: var(--code); border: 1px solid var(--line); border-radius: 8px; padding: 10px 14px; overflow: auto; margin: 4px 0; }
.worse { color: var(--high); } .better { color: var(--pass); } h2 { margin-top: 32px; }
`;

export const html: DriftFormat = {
  name: 'html',
  render(report, context) {
    const messages = messagesIn(context.language);
    const { drift } = messages;
    const rows = report.notCompared
      .slice(0, MAX_ROWS)
      .map(
        ({ address, path, detail }) =>
          `<tr><td><code>${text(address)}</code></td><td><code>${text(path ?? '')}</code></td><td>${text(detail)}</td></tr>`,
      );
    const rest = report.notCompared.length - rows.length;
    return staticPage({
      language: context.language,
      title: 'kumomori drift',
      style,
      main: `<h1>${text(drift.title(report.code, report.live))}</h1>
${headlines(report, messages, context)
  .map((line) => `<p>${text(line)}</p>`)
  .join('\n')}
${report.drifts.length === 0 ? `<p>${drift.words.nothing}</p>` : report.drifts.map((entry) => block(entry, context)).join('\n')}
${rows.length === 0 ? '' : `<h2>${drift.notCompared}</h2>\n<table><tbody>${rows.join('\n')}</tbody></table>`}
${rest > 0 ? `<p class="dim">${drift.words.moreNotCompared(rest)}</p>` : ''}`,
    });
  },
};

const MAX_ROWS = 500;

function block(entry: DriftEntry, context: DriftOutputContext): string {
  const messages = messagesIn(context.language);
  const { words, kinds } = messages.drift;
  const { adopt, edits, revert, importBlock } = entry.remedies;
  const severity =
    entry.severity === null ? '' : `<span class="kind ${entry.severity}">${messagesFor(context.language).severity[entry.severity]}</span>`;
  const about = [entry.address === null ? '' : (entry.id ?? ''), placeText(entry), matchText(entry, messages)].filter(
    (part) => part !== '',
  );
  const attributes = entry.attributes.map(
    (each) =>
      `<tr><td><code>${text(each.path)}</code></td><td><code>${text(codeText(each, messages))}</code></td><td><code>${text(driftValue(each.live, messages))}</code></td><td>${text(placeText(each))}</td></tr>`,
  );
  const checks = entry.checks.map(
    (check) =>
      `<li class="${check.direction}">${words[check.direction]} (${messagesFor(context.language).severity[check.severity]}): ${text(check.message ?? check.title)} <code>${text(check.checkId)}</code></li>`,
  );
  const lines = (title: string, all: readonly string[]): string =>
    all.length === 0 ? '' : `${title === '' ? '' : `<h3>${title}</h3>`}<ul>${all.map((line) => `<li>${text(line)}</li>`).join('')}</ul>`;
  const diff = edits.map(({ file, line, before, after }) => `${file}:${line}\n- ${before}\n+ ${after}`).join('\n');
  return `<details${entry.severity === null ? '' : ' open'}>
<summary><span class="kind">${kinds[entry.kind]}</span>${severity}<code>${text(subject(entry))}</code></summary>
<p class="dim">${text(about.join(' · '))}</p>
${attributes.length === 0 ? '' : `<table><thead><tr><th>${words.path}</th><th>${words.code}</th><th>${words.live}</th><th>${words.where}</th></tr></thead><tbody>${attributes.join('')}</tbody></table>`}
${checks.length === 0 ? '' : `<h3>${words.checks}</h3><ul>${checks.join('')}</ul>`}
${entry.change ? `<h3>${words.who}</h3><p>${text(words.by(entry.change.principal, entry.change.time, entry.change.event))}</p>` : ''}
${diff === '' ? '' : `<h3>${words.adopt}</h3><pre>${text(diff)}</pre>`}
${lines(diff === '' ? words.adopt : '', adopt)}
${lines(words.revert, revert)}
${importBlock === null ? '' : `<h3>${words.importBlock}</h3><pre>${text(importBlock)}</pre>`}
${entry.expected ? `<p class="note">${text(words.expected(entry.expected.owner, entry.expected.reason, entry.expected.expires))}</p>` : ''}
</details>`;
}
