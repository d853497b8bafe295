/** Sentences that several formats of the report share. */
import type { Language } from '@kumomori/model';
import type { Messages } from '../../i18n/index.ts';
import type { FrameworkReport, ReportedControl, ReportedResource } from './report.ts';

export function frameworkName({ framework }: FrameworkReport, language: Language): string {
  return framework.name[language];
}

/** `64 %`; a dash when nothing was assessed. */
export function percentText({ score }: FrameworkReport): string {
  return score.percent === null ? '–' : `${score.percent} %`;
}

/** The score with everything it leaves out. */
export function scoreLines({ score, counts, controls }: FrameworkReport, { reports: texts }: Messages): readonly string[] {
  const { assessed, passed } = score;
  return [
    assessed === 0 ? texts.noScore : texts.scoreOf(passed, assessed),
    texts.denominators(assessed, controls.length, counts['not-assessed'], counts.manual),
    ...(counts.unknown === 0 ? [] : [texts.unknownCounts(counts.unknown)]),
  ];
}

export function statusText({ status, isPartial, isAccepted }: ReportedControl, { reports: texts }: Messages): string {
  return isPartial ? texts.partial : isAccepted ? texts.accepted : texts.statuses[status];
}

/** Owner and end of an exception, then its reason; empty without one. */
export function exceptionText({ suppressed }: ReportedResource, { reports: texts }: Messages): string {
  if (suppressed === null) return '';
  const { by, owner, expires, reason } = suppressed;
  const head = by === 'exception' ? texts.exception(owner, expires) : texts.suppressedBy[by];
  return reason === null ? head : `${head}: ${reason}`;
}

export function questionText({ question, title }: ReportedControl, language: Language, { reports: texts }: Messages): string {
  return question?.[language] ?? texts.defaultQuestion(title[language]);
}

export function countsText({ counts }: ReportedControl, { reports: texts }: Messages): string {
  return texts.counts(counts.pass, counts.fail, counts.unknown);
}

/** What a reader has to know about how the report was made. */
export function aboutLines(report: FrameworkReport, language: Language, { reports: texts }: Messages): readonly string[] {
  const { about, mapping, complete, isUsers } = report.framework;
  return [
    ...(about ? [`${texts.source(about.publisher[language], about.published)}. ${about.url}`, `${about.license[language]}.`] : []),
    texts.mapping[isUsers ? 'users' : mapping],
    ...(complete ? [] : [texts.incomplete]),
    ...(report.knowsPasses ? [] : [texts.knowsNoPasses]),
    texts.limits,
  ];
}

/** `Terraform code: examples/estate` */
export function targetLines({ targets }: FrameworkReport, { reports: texts }: Messages): readonly string[] {
  return targets.map(({ kind, path }) => `${texts.kinds[kind] ?? kind}: ${path}`);
}
