/** One control on the report's page. */
import type { Language } from '@kumomori/model';
import type { Messages } from '../../i18n/index.ts';
import { escapeHtml as text } from '../html/index.ts';
import type { ReportedControl, ReportedResource } from './report.ts';
import { checksToShow, countsText, exceptionText, isJudged, questionText, stateText, statusText } from './words.ts';

/** More would make pages that no browser likes; csv and xlsx hold all. */
const MAX_RESOURCES = 100;

export interface ControlPage {
  readonly language: Language;
  readonly messages: Messages;
  readonly anchor: string;
}

export function controlHtml(control: ReportedControl, page: ControlPage): string {
  const { language, messages, anchor } = page;
  const counts = !control.checks.some(({ state }) => isJudged(state))
    ? ''
    : `<span class="sum">${text(countsText(control, messages))}</span>`;
  const needsAnswer = control.status === 'manual' || control.answer !== null;
  return `<section class="control" id="${anchor}"><header><h3><span class="no">${text(control.control)}</span>${text(control.title[language])}</h3>${counts}<span class="badge ${control.status}">${text(statusText(control, messages))}</span></header>${checksHtml(control, page)}${resourcesHtml(control, page)}${needsAnswer ? answerHtml(control, page) : ''}</section>`;
}

function checksHtml(control: ReportedControl, { language, messages }: ControlPage): string {
  if (control.checks.length === 0) return '';
  const { reports: texts } = messages;
  const { shown, rest } = checksToShow(control, messages);
  const rows = shown.map((check) => {
    const { id, title, severity, state, counts } = check;
    const counted = isJudged(state) ? text(texts.counts(counts.pass, counts.fail, counts.unknown)) : '';
    return `<tr><td>${text(title[language])}<span class="sub"><code>${text(id)}</code></span></td><td class="num"><span class="sev ${severity}">${text(texts.severities[severity])}</span></td><td>${text(stateText(check, messages))}</td><td>${counted}</td></tr>`;
  });
  const { columns } = texts;
  const table =
    rows.length === 0
      ? ''
      : `<div class="scroll"><table class="fixed"><thead><tr><th>${text(columns.check)}</th><th class="c-sev">${text(columns.severity)}</th><th class="c-state">${text(columns.result)}</th><th class="c-count">${text(columns.resources)}</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
  return rest === '' ? table : `${table}<p class="note">${text(rest)}</p>`;
}

function resourcesHtml({ resources }: ReportedControl, page: ControlPage): string {
  if (resources.length === 0) return '';
  const { columns, more } = page.messages.reports;
  const rows = resources.slice(0, MAX_RESOURCES).map((resource) => rowHtml(resource, page));
  const rest = resources.length - rows.length;
  return `<div class="scroll"><table class="fixed"><thead><tr><th class="c-res">${text(columns.resource)}</th><th class="c-place">${text(columns.place)}</th><th>${text(columns.finding)}</th><th class="c-ev">${text(columns.evidence)}</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>${rest > 0 ? `<p class="note">${text(more(rest))}</p>` : ''}`;
}

function rowHtml(resource: ReportedResource, { language, messages }: ControlPage): string {
  const { reports: texts } = messages;
  const { name, type, account, region, place, message, status, evidence, instances } = resource;
  const exception = exceptionText(resource, messages);
  const where = [type, account, region].flatMap((part) => (part === null ? [] : [`<span class="part">${joints(part)}</span>`])).join(' · ');
  const undecided = status === 'unknown' ? `<span class="badge unknown">${text(texts.statuses.unknown)}</span> ` : '';
  return `<tr><td>${joints(name)}<span class="sub">${where}</span></td><td><code>${joints(place)}</code>${instances > 0 ? `<span class="sub">${text(texts.instances(instances))}</span>` : ''}</td><td>${undecided}${joints(message[language])}${exception === '' ? '' : `<span class="ex">${text(exception)}</span>`}</td><td><code>${joints(evidence)}</code></td></tr>`;
}

/** A long name breaks at its joints rather than amid a word. */
function joints(name: string): string {
  return text(name).replaceAll(/(?<=[\w\])])([/._])(?=[\w[])/g, '$1<wbr>');
}

function answerHtml(control: ReportedControl, { language, messages }: ControlPage): string {
  const { reports: texts } = messages;
  const { answer } = control;
  const question = control.status === 'manual' ? `<p>${text(questionText(control, language, messages))}</p>` : '';
  const fields: readonly (readonly [string, string])[] = [
    [texts.fields.status, ''],
    [texts.fields.by, answer ? `${answer.by}, ${answer.date}` : ''],
    [texts.fields.evidence, answer?.evidence.join(', ') ?? ''],
    [texts.fields.note, answer?.note ?? ''],
  ];
  const shown = answer ? fields.filter(([, value]) => value !== '') : fields;
  const list = shown.map(([name, value]) => `<dt>${text(name)}</dt><dd${value === '' ? ' class="line"' : ''}>${text(value)}</dd>`);
  return `<div class="answer"><strong>${text(answer ? texts.answers[answer.status] : texts.question)}</strong>${question}<dl>${list.join('')}</dl></div>`;
}
