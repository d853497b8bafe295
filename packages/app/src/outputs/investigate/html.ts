/** An investigation as one page that opens offline and prints: no script, no request, every text of others escaped. */
import type { Language } from '@kumomori/model';
import type { Messages } from '../../i18n/index.ts';
import { messagesIn } from '../../i18n/index.ts';
import { escapeHtml as text, pageStyle, staticPage } from '../html/index.ts';
import type { InvestigationOutput, ProfileOutput, TimelineOutput } from './report.ts';
import { bytesText, endOf, outcomeOf, reachLines, shortName, shortTime, summaryLines } from './words.ts';

type Texts = Messages['investigate'];

const style = `${pageStyle}
main { max-width: 1280px; margin: 0 auto; padding: 32px 20px 64px; }
.hero { padding: 30px 34px; } .hero h1 { font-size: 26px; overflow-wrap: anywhere; }
section { background: var(--card); border: 1px solid var(--line); border-radius: 16px; box-shadow: var(--shadow); padding: 18px 22px 12px; margin-bottom: 18px; }
section h2 { display: flex; flex-wrap: wrap; gap: 10px; align-items: baseline; font-size: 17px; margin-bottom: 10px; } section h2 small { color: var(--dim); font-weight: 400; font-size: 13px; }
section h3 { font-size: 15px; margin: 16px 0 4px; overflow-wrap: anywhere; } section h3:first-of-type { margin-top: 0; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: 13.5px; }
th, td { text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); padding: 7px 14px 7px 0; overflow-wrap: anywhere; } th { color: var(--dim); font-weight: 500; white-space: nowrap; } tr:last-child td { border-bottom: 0; }
td.time, td.number { white-space: nowrap; font-variant-numeric: tabular-nums; } td.number, th.number { text-align: right; } td .sub { display: block; color: var(--dim); font-size: 12.5px; }
td.result { min-width: 96px; } td.op { font-family: var(--mono, ui-monospace, monospace); font-size: 12.5px; }
tr.hit td:first-child { box-shadow: inset 3px 0 0 var(--medium); padding-left: 10px; } tr.hit.high td:first-child, tr.hit.critical td:first-child { box-shadow: inset 3px 0 0 var(--high); }
.tag { display: inline-block; border-radius: 999px; padding: 0 9px; font-size: 12px; font-weight: 600; margin: 0 4px 3px 0; background: var(--bg-2); color: var(--dim); }
.tag.high, .tag.critical { background: var(--high-soft); color: var(--high); } .tag.medium { background: var(--medium-soft); color: color-mix(in srgb, var(--medium) 82%, var(--text)); } .tag.new { background: var(--accent-soft); color: var(--accent); }
.bad { color: var(--high); } .facts { display: flex; flex-wrap: wrap; gap: 4px 22px; font-size: 13.5px; margin: 0 0 8px; } .facts dt { color: var(--dim); display: inline; } .facts dd { display: inline; margin: 0 0 0 6px; } .facts div { max-width: 100%; }
.hours { display: block; width: 240px; height: 44px; margin: 4px 0 8px; } .hours rect { fill: var(--accent); } .hours text { fill: var(--dim); font-size: 9px; }
ul.plain { margin: 0 0 8px; padding-left: 18px; } ul.plain li { margin-bottom: 5px; }
.chain { display: grid; gap: 10px; margin-bottom: 8px; } .hop { display: grid; grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr); gap: 12px; align-items: center; } .hop > div { background: var(--bg-2); border-radius: 12px; padding: 8px 14px; overflow-wrap: anywhere; } .hop .by { background: none; padding: 0; text-align: center; font-size: 12.5px; color: var(--dim); } .hop .by b { display: block; color: var(--text); font-size: 13px; }
.foot { padding: 0; }
@media (max-width: 720px) { .hop { grid-template-columns: 1fr; } }
@media print { section { break-inside: auto; box-shadow: none; } tr { break-inside: avoid; } .scroll { overflow: visible; } }
`;

/** Rows of one list of the page; JSON and CSV hold all. */
const MAX_ROWS = 5000;

export function investigationHtml(report: InvestigationOutput, language: Language): string {
  const texts = messagesIn(language).investigate;
  const [lead = '', ...summary] = summaryLines(report, texts);
  const { sections } = texts;
  const { news, surroundings } = report;
  const against = news.baselineEvents === 0 ? texts.noBaselineShort : texts.baseline(news.baselineEvents, shortTime(news.baselineFrom));
  const parts = [
    section(sections.open, String(report.openQuestions.length), list(report.openQuestions.map(({ message }) => text(message)))),
    section(sections.chains, String(report.chains.length), chains(report, texts)),
    section(sections.news, against, newFacts(report, texts)),
    section(sections.timeline, String(report.summary.events), timeline(report, texts)),
    section(sections.principals, String(report.principals.length), report.principals.map((each) => profile(each, texts)).join('')),
    section(sections.peers, String(report.peers.length), peers(report, texts)),
    section(sections.reach, '', reach(surroundings, texts)),
    section(
      sections.findings,
      '',
      list((surroundings?.findings ?? []).map(({ severity, message }) => `${tag(severity, severity)}${text(message)}`)),
    ),
    section(
      sections.paths,
      '',
      list(
        (surroundings?.paths ?? []).map(
          ({ severity, title, nodes }) => `${tag(severity, severity)}${text(title)}<br><span class="dim">${text(nodes.join(' → '))}</span>`,
        ),
      ),
    ),
  ];
  return staticPage({
    language,
    title: `kumomori: ${texts.heading(report.entity.text)}`,
    style,
    main: `<div class="hero"><div class="hero-text"><h1>${text(texts.heading(report.entity.text))}</h1><p>${text(lead)}</p>${summary.map((line) => `<p>${text(line)}</p>`).join('')}</div></div>
${parts.filter((part) => part !== '').join('\n')}
<p class="foot">kumomori · ${text(shortTime(report.at))} UTC · ${text(texts.offline)}</p>`,
  });
}

/** Nothing for an empty body. `note` is plain text. */
function section(title: string, note: string, body: string): string {
  return body === '' ? '' : `<section><h2>${text(title)}${note === '' ? '' : ` <small>${text(note)}</small>`}</h2>${body}</section>`;
}

function tag(kind: string, words: string): string {
  return `<span class="tag ${kind}">${text(words)}</span>`;
}

/** Of HTML. */
function list(items: readonly string[]): string {
  return items.length === 0 ? '' : `<ul class="plain">${items.map((each) => `<li>${each}</li>`).join('')}</ul>`;
}

/** Cells are HTML. `numbers`: columns of numbers. */
function table(heads: readonly string[], rows: readonly string[], numbers: readonly number[] = []): string {
  const head = heads.map((title, index) => `<th${numbers.includes(index) ? ' class="number"' : ''}>${text(title)}</th>`).join('');
  return rows.length === 0
    ? ''
    : `<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${rows.slice(0, MAX_ROWS).join('')}</tbody></table></div>`;
}

function timeline({ timeline: all }: InvestigationOutput, texts: Texts): string {
  const { columns } = texts;
  return table(
    [columns.time, columns.who, columns.action, columns.outcome, columns.sourceIp, columns.marks],
    all.map((row) => timelineRow(row, texts)),
  );
}

const LEVELS = ['informational', 'low', 'medium', 'high', 'critical'] as const;

function timelineRow(row: TimelineOutput, texts: Texts): string {
  const worst = LEVELS.findLast((level) => row.rules.some((rule) => rule.level === level));
  const tags = [
    ...row.rules.map(({ level, title, technique }) => tag(level, [title, ...technique].join(' · '))),
    ...(row.isNew.length > 0 ? [tag('new', texts.newMark(row.isNew.map((kind) => texts.newKinds[kind])))] : []),
  ];
  const relation = row.relation === 'direct' ? '' : `<span class="sub">${text(texts.relations[row.relation])}</span>`;
  const place = [row.account, row.region].filter((each) => each !== null).join(' · ');
  const isBad = row.outcome === 'denied' || row.outcome === 'failure';
  return `<tr${worst === undefined ? '' : ` class="hit ${worst}"`}><td class="time">${shortTime(row.time)}</td><td>${text(shortName(row.principal, row.session))}${relation}</td><td class="op">${text(row.action ?? '')}<span class="sub">${text(row.resource ?? '')}</span></td><td class="result${isBad ? ' bad' : ''}">${text(outcomeOf(row, texts))}</td><td>${text(row.sourceIp ?? '')}<span class="sub">${text(place)}</span></td><td>${tags.join('')}</td></tr>`;
}

function chains({ chains: all }: InvestigationOutput, texts: Texts): string {
  const hops = all.slice(0, MAX_ROWS).map((hop) => {
    const other = hop.crossesAccount ? ` · ${texts.otherAccount}` : '';
    return `<div class="hop"><div>${text(endOf(hop.from, texts))}</div><div class="by"><b>${text(hop.action ?? '')} →</b>${text(shortTime(hop.time))}<br>${text(`${texts.directions[hop.direction]}${other}`)}</div><div>${text(endOf(hop.to, texts))}</div></div>`;
  });
  return hops.length === 0 ? '' : `<div class="chain">${hops.join('')}</div>`;
}

function newFacts({ news }: InvestigationOutput, texts: Texts): string {
  if (news.facts.length === 0) return news.baselineEvents === 0 ? '' : `<p>${text(texts.nothingNew)}</p>`;
  const { columns } = texts;
  const rows = news.facts.map(
    ({ kind, value, first, count }) =>
      `<tr><td>${text(texts.newKinds[kind])}</td><td>${text(value)}</td><td class="time">${shortTime(first)}</td><td class="number">${count}</td></tr>`,
  );
  return table([columns.kind, columns.value, columns.first, columns.count], rows, [3]);
}

function profile(each: ProfileOutput, texts: Texts): string {
  const { columns, lists } = texts;
  const facts = (['accounts', 'regions', 'addresses', 'agents', 'sessions', 'credentials', 'resources'] as const).flatMap((name) =>
    each[name].length === 0
      ? []
      : [
          `<div><dt>${text(lists[name])}</dt><dd>${each[name]
            .slice(0, 8)
            .map(({ value, count }) => `${text(value)} <span class="dim">${count}</span>`)
            .join(', ')}${each[name].length > 8 ? ' …' : ''}</dd></div>`,
        ],
  );
  const bytes = each.bytesOut > 0 ? ` · ${texts.bytesOut(bytesText(each.bytesOut))}` : '';
  const rows = each.apis.map(({ action, service, success, unknown, failure, denied, techniques, isAbused }) => {
    const techniqueTags = isAbused
      ? techniques.map((technique) => tag('medium', technique)).join('') || tag('medium', texts.sections.abused)
      : '';
    return `<tr><td class="op">${text(action)}</td><td>${text(service ?? '')}</td><td class="number">${success + unknown}</td><td class="number${failure + denied > 0 ? ' bad' : ''}">${failure + denied}</td><td>${techniqueTags}</td></tr>`;
  });
  return `<h3>${text(each.principal)}</h3><p class="dim">${text(texts.profile(each.events, shortTime(each.first), shortTime(each.last)))}${text(bytes)}</p><dl class="facts">${facts.join('')}</dl>${hoursPicture(each.hours, lists.hours)}${table([columns.action, columns.service, columns.success, columns.failed, columns.techniques], rows, [2, 3])}`;
}

function hoursPicture(hours: readonly number[], title: string): string {
  const most = Math.max(1, ...hours);
  const bars = hours.map((count, hour) =>
    count === 0
      ? ''
      : `<rect x="${hour * 10}" y="${34 - Math.max(2, Math.round((30 * count) / most))}" width="8" height="${Math.max(2, Math.round((30 * count) / most))}"/>`,
  );
  const ticks = [0, 6, 12, 18].map((hour) => `<text x="${hour * 10}" y="43">${String(hour).padStart(2, '0')}</text>`);
  return `<svg class="hours" viewBox="0 0 240 44" role="img" aria-label="${text(title)}"><title>${text(title)}</title>${bars.join('')}${ticks.join('')}</svg>`;
}

function peers({ peers: all }: InvestigationOutput, texts: Texts): string {
  const { columns, ties } = texts;
  const rows = all.map(({ principal, ties: shared, events }) => {
    const told = shared.slice(0, 4).map(({ tie, value }) => `${text(ties[tie])} <span class="dim">${text(value)}</span>`);
    return `<tr><td>${text(principal)}</td><td>${told.join('<br>')}</td><td class="number">${events}</td></tr>`;
  });
  return table([columns.who, columns.tie, columns.events], rows, [2]);
}

function reach(surroundings: InvestigationOutput['surroundings'], texts: Texts): string {
  return (surroundings?.reach ?? [])
    .map((each) => `<h3>${text(each.principal)}</h3>${list(reachLines(each, texts).map((line) => text(line)))}`)
    .join('');
}
