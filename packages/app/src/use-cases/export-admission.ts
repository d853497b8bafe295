/** Checks of Kubernetes as ValidatingAdmissionPolicy with bindings. */
import { loadAdmission } from '@kumomori/content';
import type { AdmissionAction, AdmissionObstacle, AdmissionRule, Language } from '@kumomori/model';
import { productCatalogue } from '../catalogue/index.ts';
import { AppError } from '../errors.ts';
import { messagesIn } from '../i18n/index.ts';
import { policyYaml } from '../outputs/index.ts';
import { listChecks } from './list-checks.ts';

export interface ExportAdmissionOptions {
  /** Selectors; a check must be meant by one of each list that is not empty. */
  readonly checks: readonly string[];
  readonly frameworks: readonly string[];
  readonly severities: readonly string[];
  /** A level of the Pod Security Standards as one policy, instead of checks. */
  readonly standard: 'baseline' | 'restricted' | null;
  readonly action: AdmissionAction;
  readonly language: Language;
}

export interface ExportedPolicy {
  /** Of the policy and its binding; the file is called like it. */
  readonly name: string;
  /** The checks it holds. */
  readonly checks: readonly string[];
  readonly yaml: string;
}

export interface ExportedAdmission {
  readonly policies: readonly ExportedPolicy[];
  /** Checks that were asked for and cannot be asked of one object. */
  readonly left: readonly { readonly check: string; readonly obstacle: AdmissionObstacle; readonly reason: string }[];
}

/** Throws AppErrors for selectors that mean nothing, and when nothing is left to write. */
export async function exportAdmission(options: ExportAdmissionOptions): Promise<ExportedAdmission> {
  const { checks, frameworks, severities, standard, action, language } = options;
  const content = await loadAdmission();
  const messages = messagesIn(language).admission;
  const { find } = productCatalogue();
  const messageOf = (id: string): string => `${find(id)[0]?.check.title.en ?? id} (${id})`;
  const of = (id: string): AdmissionRule | undefined =>
    Object.hasOwn(content.admissionRules, id) ? content.admissionRules[id] : undefined;
  if (standard !== null) {
    const held = Object.entries(content.admissionRules).flatMap(([id, rule]) => (rule.levels?.includes(standard) ? [{ id, rule }] : []));
    const name = `pod-security-${standard}`;
    const yaml = policyYaml({
      name,
      action,
      notes: [`Pod Security Standards, level ${standard}, newest version (kumomori admission export)`],
      subject: content.admissionSubjects.pods,
      validations: held.map(({ id, rule }) => ({ rule, message: messageOf(id) })),
    });
    return { policies: [{ name, checks: held.map(({ id }) => id), yaml }], left: [] };
  }
  const rows = listChecks({ language, checks, frameworks, severities });
  const isChosen = checks.length > 0;
  const policies = rows.flatMap(({ id, severity }): readonly ExportedPolicy[] => {
    const rule = of(id);
    // Rules of the level restricted are asked for by name or as a standard: by default nobody is judged by them.
    if (!rule || (!isChosen && rule.levels?.includes('baseline') === false)) return [];
    const notes = [
      `${id}, severity ${severity} (kumomori admission export)`,
      ...(rule.isStricter ? ['Stricter than the check: what other objects say is not asked.'] : []),
    ];
    const subject = content.admissionSubjects[rule.on];
    const yaml = policyYaml({ name: id, action, notes, subject, validations: [{ rule, message: messageOf(id) }] });
    return [{ name: id, checks: [id], yaml }];
  });
  const left = rows.flatMap(({ id }) => {
    const obstacle = content.admissionObstacle(id);
    return obstacle === null || of(id) ? [] : [{ check: id, obstacle, reason: messages.obstacles[obstacle] }];
  });
  if (policies.length === 0) {
    const details = left.map(({ check, reason }) => `${check}: ${reason}`);
    throw new AppError('usage', { message: messages.cli.nothingExported, details });
  }
  return { policies, left };
}
