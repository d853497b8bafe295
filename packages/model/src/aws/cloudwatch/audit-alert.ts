/** Is there an alert on certain audit events? Shared by the checks of that family, which differ only in what they look for. */
import { allOf, any, fail, none, pass } from '../../check/index.ts';
import type { Verdict } from '../../check/index.ts';
import { matchesPattern } from '../../policy/index.ts';
import type { Text } from '../../text.ts';
import type { AuditAlerts } from './audit-alerts/shape.ts';

/** Passes when a filter about the subject has an alarm that tells somebody; otherwise says which link of that chain is missing. */
export function judgeAuditAlert(
  audit: AuditAlerts & { readonly name: string },
  subject: Text,
  isAbout: (pattern: string) => boolean,
): Verdict {
  if (
    any(
      audit.alerts,
      (alert) =>
        isAbout(alert.pattern) &&
        allOf(
          () => alert.hasAlarm,
          () => alert.notifies,
        ),
    )
  )
    return pass();
  if (none(audit.alerts, (alert) => isAbout(alert.pattern))) {
    return fail({
      en: `No metric filter beside ${audit.name} looks for ${subject.en}`,
      ja: `${audit.name} のログを見るメトリクスフィルターに、${subject.ja}を検出するものがありません`,
    });
  }
  const isAlarmed = any(audit.alerts, (alert) => isAbout(alert.pattern) && alert.hasAlarm);
  return fail({
    en: `A metric counts ${subject.en} in ${audit.name}, but ${isAlarmed ? 'its alarm tells nobody' : 'no alarm watches it'}`,
    ja: `${audit.name} で${subject.ja}は集計されていますが、${isAlarmed ? 'アラームが誰にも通知しません' : 'アラームがありません'}`,
  });
}

/** Does the pattern let through each of these events? `source`: a pattern for the whole service counts, when it names no events. */
export function catchesEvents(pattern: string, events: readonly string[], source?: string): boolean {
  const wanted = [...pattern.matchAll(/\$\.eventName\s*=\s*"?([\w*]+)"?/g)].map((match) => match[1] ?? '');
  if (wanted.length === 0 && source !== undefined) return catchesSource(pattern, source);
  return events.every((event) => wanted.some((each) => matchesPattern(each, event)));
}

function catchesSource(pattern: string, source: string): boolean {
  const sources = [...pattern.matchAll(/\$\.eventSource\s*=\s*"?([\w.*-]+)"?/g)].map((match) => match[1] ?? '');
  return sources.some((each) => matchesPattern(each, source));
}
