/** Sentences that several formats of the report share. */
import type { Language } from '@kumomori/model';
import type { Messages } from '../../i18n/index.ts';
import type { CheckState, FrameworkReport, ReportedCheck, ReportedControl, ReportedResource } from './report.ts';

const MANY_CHECKS = 6;

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

/** Of many checks those that judged something; what was left out is said in a line, empty when nothing was. */
export function checksToShow(
  { checks }: ReportedControl,
  { reports: texts }: Messages,
): { readonly shown: readonly ReportedCheck[]; readonly rest: string } {
  if (checks.length <= MANY_CHECKS) return { shown: checks, rest: '' };
  const shown = checks.filter(({ state }) => isJudged(state));
  const silent = Map.groupBy(
    checks.filter(({ state }) => !isJudged(state)),
    ({ state }) => state,
  );
  const parts = [...silent].map(([state, list]) => `${texts.states[state]}: ${list.length}`);
  return { shown, rest: parts.length === 0 ? '' : texts.otherChecks(parts.join(', ')) };
}

/** What a check found, and why it may not have seen all there is. */
export function stateText({ state, lacks }: ReportedCheck, { reports: texts }: Messages): string {
  if (lacks === null) return texts.states[state];
  return state === 'not-collected' ? `${texts.states[state]}: ${lacks}` : `${texts.states[state]}; ${texts.sawNotAll(lacks)}`;
}

export function isJudged(state: CheckState): boolean {
  return state === 'pass' || state === 'fail' || state === 'unknown';
}

export function countsText({ counts }: ReportedControl, { reports: texts }: Messages): string {
  return texts.counts(counts.pass, counts.fail, counts.unknown);
}

/** What a reader has to know about how the report was made. */
export function aboutLines(report: FrameworkReport, language: Language, { reports: texts }: Messages): readonly string[] {
  const { about, mapping, complete, isUsers } = report.framework;
  return [
    ...(about ? [texts.source(about.publisher[language], about.published, about.url), texts.sentence(about.license[language])] : []),
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
