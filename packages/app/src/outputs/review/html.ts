/** The review as one page that opens offline and prints: no script, no request, every text of others escaped. */
import type { Language } from '@kumomori/model';
import type { Messages } from '../../i18n/index.ts';
import { messagesIn } from '../../i18n/index.ts';
import { escapeHtml as text, pageStyle, staticPage } from '../html/index.ts';
import type { ReviewOutput, ReviewOutputRow } from './report.ts';
import { byDepartment, lastUseOf, risksOf } from './words.ts';

const style = `${pageStyle}
main { max-width: 1240px; margin: 0 auto; padding: 32px 20px 64px; }
.hero { padding: 30px 34px; } .hero h1 { font-size: 28px; }
.tally { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 14px; margin-bottom: 20px; }
.tally div { background: var(--card); border: 1px solid var(--line); border-radius: 16px; padding: 14px 20px; box-shadow: var(--shadow); } .tally strong { display: block; font-size: 30px; line-height: 1.2; font-variant-numeric: tabular-nums; }
.remove strong { color: var(--high); } .ask strong { color: var(--medium); } .reduce strong { color: var(--accent); } .keep strong { color: var(--pass); }
section { background: var(--card); border: 1px solid var(--line); border-radius: 16px; box-shadow: var(--shadow); padding: 18px 22px 8px; margin-bottom: 18px; }
section h2 { display: flex; gap: 10px; align-items: baseline; font-size: 17px; margin-bottom: 4px; } section h2 small { color: var(--dim); font-weight: 400; font-size: 13px; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; min-width: 940px; font-size: 14px; table-layout: fixed; }
th, td { text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); padding: 9px 14px 9px 0; } th { color: var(--dim); font-weight: 500; white-space: nowrap; } tr:last-child td { border-bottom: 0; }
.c-who { width: 24%; } .c-word { width: 20%; } .c-last { width: 10%; } .c-risk { width: 20%; } .c-share { width: 13%; } .c-yours { width: 13%; }
.who { font-weight: 600; } td .sub { display: block; color: var(--dim); font-size: 12.5px; } .word { display: inline-block; border-radius: 999px; padding: 1px 12px; font-size: 12.5px; font-weight: 650; white-space: nowrap; }
.word.remove { background: var(--high-soft); color: var(--high); } .word.ask { background: var(--medium-soft); color: color-mix(in srgb, var(--medium) 82%, var(--text)); } .word.reduce { background: var(--accent-soft); color: var(--accent); } .word.keep { background: color-mix(in srgb, var(--pass) 16%, transparent); color: var(--pass); }
.risk { display: block; } .risk::before { content: ""; display: inline-block; width: 7px; height: 7px; border-radius: 50%; background: var(--high); margin-right: 7px; vertical-align: 2px; }
.share { font-variant-numeric: tabular-nums; } .share svg { display: block; margin-top: 5px; border-radius: 4px; background: var(--bg-2); width: 100%; max-width: 120px; height: 7px; } .share rect { fill: var(--high); }
.yours { white-space: nowrap; } .box { display: inline-block; width: 13px; height: 13px; border: 1.5px solid var(--dim); border-radius: 3px; margin-right: 5px; vertical-align: -2px; } .yours span { display: block; font-size: 12.5px; color: var(--dim); }
.foot { padding: 0; }
@media (max-width: 720px) { .tally { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
@media print { section { break-inside: auto; box-shadow: none; } tr { break-inside: avoid; } .scroll { overflow: visible; } table { min-width: 0; } }
`;

const DECISIONS = ['remove', 'ask', 'reduce', 'keep'] as const;

export function reviewHtml(report: ReviewOutput, language: Language): string {
  const messages = messagesIn(language);
  const { review } = messages.leastPrivilege;
  const tally = DECISIONS.map((each) => `<div class="${each}"><strong>${report.counts[each]}</strong>${review.decisions[each]}</div>`);
  const note = report.hasEvents ? '' : `<p>${text(review.noEvents)}</p>`;
  return staticPage({
    language,
    title: `kumomori: ${review.title}`,
    style,
    main: `<div class="hero"><div class="hero-text"><h1>${text(review.title)}</h1><p>${text(review.lead(report.rows.length, report.days, report.at.slice(0, 10)))}</p>${note}</div></div>
<div class="tally">${tally.join('')}</div>
${byDepartment(report.rows)
  .map(([department, rows]) => section(department, rows, messages))
  .join('\n')}
<p class="foot">kumomori · ${text(review.offline)}</p>`,
  });
}

function section(department: string, rows: readonly ReviewOutputRow[], messages: Messages): string {
  const { columns, from } = messages.leastPrivilege.review;
  const origin = rows[0] ? from[rows[0].departmentFrom] : '';
  const heads = [
    ['who', columns.principal],
    ['word', columns.decision],
    ['last', columns.lastUsed],
    ['risk', columns.risk],
    ['share', columns.unused],
    ['yours', columns.yours],
  ].map(([name, title = '']) => `<th class="c-${name}">${text(title)}</th>`);
  return `<section><h2>${text(department)} <small>${text(origin)} · ${rows.length}</small></h2><div class="scroll"><table><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.map((row) => rowHtml(row, messages)).join('')}</tbody></table></div></section>`;
}

function rowHtml(row: ReviewOutputRow, messages: Messages): string {
  const { review } = messages.leastPrivilege;
  const { used, needed, unused, notObservable } = row.counts;
  const granted = used + needed + unused + notObservable;
  const share = granted === 0 ? 0 : Math.round((100 * unused) / granted);
  const where = row.file === null ? '' : `<span class="sub">${text(`${row.file}:${row.line ?? 1}`)}</span>`;
  const risks = risksOf(row, messages).map((risk) => `<span class="risk">${text(risk)}</span>`);
  const boxes = DECISIONS.map((each) => `<span><i class="box"></i>${review.decisions[each]}</span>`);
  return `<tr><td><span class="who">${text(row.name)}</span><span class="sub">${review.kinds[row.kind]} · ${text(row.account)}</span><span class="sub">${text(row.policies.join(', '))}</span>${where}</td><td><span class="word ${row.decision}">${review.decisions[row.decision]}</span><span class="sub">${text(review.reasons[row.reason])}</span></td><td>${text(lastUseOf(row, messages))}</td><td>${risks.join('')}</td><td class="share">${text(review.share(unused, granted))}<svg viewBox="0 0 100 7" preserveAspectRatio="none" aria-hidden="true"><rect width="${share}" height="7"/></svg></td><td class="yours">${boxes.join('')}</td></tr>`;
}
