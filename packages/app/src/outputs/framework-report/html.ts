/** The report as one page that opens offline and prints: no script, no request, every text of others escaped. */
import type { ControlStatus, Language } from '@kumomori/model';
import type { Messages } from '../../i18n/index.ts';
import { messagesIn } from '../../i18n/index.ts';
import { escapeHtml as text, staticPage } from '../html/index.ts';
import { controlHtml } from './control-html.ts';
import { barSvg, donutSvg } from './donut.ts';
import type { FrameworkReport, ReportedControl } from './report.ts';
import { controlStatuses, worstControls } from './report.ts';
import { reportStyle } from './style.ts';
import { trendCounts, trendLines, trendSections } from './trend.ts';
import { aboutLines, frameworkName, percentText, scoreLines, statusText, targetLines } from './words.ts';

const WORST = 8;

export function frameworkHtml(report: FrameworkReport, language: Language): string {
  const messages = messagesIn(language);
  const page: Page = { report, language, messages };
  const { reports: texts } = messages;
  return staticPage({
    language,
    title: `${texts.heading}: ${frameworkName(report, language)} ${report.framework.version}`,
    style: reportStyle,
    main: [cover(page), summary(page), trend(page), worst(page), groups(page), contents(page), ...controls(page), about(page)].join('\n'),
  });
}

interface Page {
  readonly report: FrameworkReport;
  readonly language: Language;
  readonly messages: Messages;
}

function cover({ report, language, messages: { reports: texts } }: Page): string {
  const meta = [
    texts.cover(report.framework.version),
    texts.scanned(report.scannedAt.slice(0, 10)),
    texts.resources(report.resources),
    texts.madeBy(report.tool.version),
  ];
  return `<div class="hero"><div class="hero-text"><p class="kind">${text(texts.heading)}</p><h1>${text(frameworkName(report, language))}</h1><div class="hero-meta">${meta.map((each) => `<span>${text(each)}</span>`).join('')}</div></div></div>`;
}

function summary({ report, messages }: Page): string {
  const { reports: texts } = messages;
  const [first = '', ...others] = scoreLines(report, messages);
  const donut = donutSvg({ counts: report.counts, text: percentText(report), label: first, textColor: 'currentColor', font: 'sans-serif' });
  const tally = controlStatuses.map((status) => {
    const target = report.controls.find((control) => control.status === status);
    return `<a class="${status}"${target ? ` href="#${anchorOf(target)}"` : ''} title="${text(texts.statusNotes[status])}"><strong>${report.counts[status]}</strong><span>${text(texts.statuses[status])}</span></a>`;
  });
  const { met, open } = report.answers;
  const notMet = report.answers['not-met'] + report.answers['in-progress'];
  const manual = report.counts.manual === 0 ? '' : `<p>${text(`${texts.manualState}: ${texts.answersOf(met, notMet, open)}`)}</p>`;
  return `<section class="card"><h2>${text(texts.summary)}</h2><div class="summary">${donut}<div><p class="big">${text(first)}</p>${others.map((line) => `<p>${text(line)}</p>`).join('')}${manual}</div></div><div class="tally">${tally.join('')}</div></section>`;
}

function trend({ report, language, messages }: Page): string {
  if (report.trend === null) return '';
  const { reports: texts } = messages;
  const badge = (status: ControlStatus): string => `<span class="badge ${status}">${text(texts.statuses[status])}</span>`;
  const counts = trendCounts(report.trend, report).map(
    ([status, before, now, difference]) =>
      `<tr><td>${text(texts.statuses[status])}</td><td class="num">${before}</td><td class="num">${now}</td><td class="num">${text(difference)}</td></tr>`,
  );
  const head = [texts.columns.status, texts.trend.before, texts.trend.now, texts.trend.difference].map((each) => `<th>${text(each)}</th>`);
  const sections = trendSections(report.trend, messages).map(({ heading, changes }) => {
    const rows = changes.map(
      ({ control, title, from, to }) =>
        `<tr><td class="num"><a href="#${anchorOf({ control })}">${text(control)}</a></td><td>${text(title[language])}</td><td class="num">${badge(from)} → ${badge(to)}</td></tr>`,
    );
    return `<h3>${text(heading)} (${changes.length})</h3><div class="scroll"><table class="changes"><tbody>${rows.join('')}</tbody></table></div>`;
  });
  const lines = trendLines(report.trend, report, messages).map((line) => `<p>${text(line)}</p>`);
  return `<section class="card trend"><h2>${text(texts.trend.heading(report.trend.scannedAt.slice(0, 10)))}</h2>${lines.join('')}<div class="scroll"><table class="counts"><thead><tr>${head.join('')}</tr></thead><tbody>${counts.join('')}</tbody></table></div>${sections.join('')}</section>`;
}

function worst({ report, language, messages }: Page): string {
  const { reports: texts } = messages;
  const rows = worstControls(report, WORST).map(
    (control) =>
      `<tr><td class="num"><a href="#${anchorOf(control)}">${text(control.control)}</a></td><td>${text(control.title[language])}${control.isAccepted ? ` <span class="badge not-assessed">${text(statusText(control, messages))}</span>` : ''}</td><td class="num"><span class="sev ${control.severity ?? 'info'}">${control.severity ? text(texts.severities[control.severity]) : ''}</span></td><td class="num">${control.counts.fail}</td></tr>`,
  );
  const { columns } = texts;
  const body =
    rows.length === 0
      ? `<p>${text(texts.noFailures)}</p>`
      : `<div class="scroll"><table><thead><tr><th>${text(columns.control)}</th><th>${text(columns.title)}</th><th>${text(columns.severity)}</th><th>${text(columns.failing)}</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
  return `<section class="card"><h2>${text(texts.worst)}</h2>${body}</section>`;
}

function groups({ report, language, messages: { reports: texts } }: Page): string {
  if (report.groups.length < 2) return '';
  const rows = report.groups.map(({ key, title, counts }) => {
    const assessed = counts.pass + counts.fail + counts.unknown;
    return `<span>${text(`${key} ${title[language]}`)}</span><span class="bar">${barSvg(counts, { width: 400, height: 12 })}</span><span class="n">${counts.pass} / ${assessed}</span>`;
  });
  return `<section class="card"><h2>${text(texts.byGroup)}</h2><div class="groups">${rows.join('')}</div></section>`;
}

function contents({ report, language, messages: { reports: texts } }: Page): string {
  const items = report.controls.map(
    (control) =>
      `<li><i class="dot ${control.status}"></i><span class="no">${text(control.control)}</span><a href="#${anchorOf(control)}">${text(control.title[language])}</a></li>`,
  );
  return `<section class="card toc-card"><h2>${text(texts.contents)}</h2><ol class="toc">${items.join('')}</ol></section>`;
}

function* controls({ report, language, messages }: Page): Generator<string> {
  const titles = new Map(report.groups.map(({ key, title }) => [key, title[language]]));
  let chapter: string | null = null;
  for (const control of report.controls) {
    if (control.group !== null && control.group !== chapter) {
      yield `<h2 class="chapter"><span class="no">${text(control.group)}</span>${text(titles.get(control.group) ?? '')}</h2>`;
    }
    chapter = control.group;
    yield controlHtml(control, { language, messages, anchor: anchorOf(control) });
  }
}

function about({ report, language, messages }: Page): string {
  const { reports: texts } = messages;
  const gaps =
    report.gaps.length === 0
      ? ''
      : `<h2>${text(texts.gapsHeading)} (${report.gaps.length})</h2><ul>${report.gaps
          .slice(0, 50)
          .map((gap) => `<li>${text(gap)}</li>`)
          .join('')}</ul>`;
  const targets = targetLines(report, messages).map((line) => `<li>${text(line)}</li>`);
  const notes = controlStatuses.map(
    (status) => `<p><span class="badge ${status}">${text(texts.statuses[status])}</span> ${text(texts.statusNotes[status])}</p>`,
  );
  const lines = aboutLines(report, language, messages).map((line) => `<p>${text(line)}</p>`);
  return `<section class="card about"><h2>${text(texts.about)}</h2>${lines.join('')}${notes.join('')}<h2>${text(texts.targets)}</h2><ul>${targets.join('')}</ul>${gaps}</section><p class="foot">${text(texts.madeBy(report.tool.version))} · ${text(texts.offline)}</p>`;
}

/** Control numbers hold brackets and dots; an anchor has neither. */
function anchorOf({ control }: Pick<ReportedControl, 'control'>): string {
  return `c-${control.replaceAll(/[^\w.-]/gu, (char) => `_${char.codePointAt(0)?.toString(16)}_`)}`;
}
