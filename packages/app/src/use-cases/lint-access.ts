/** `iam lint`: what is wrong, dead or dangerous in policies, of files and of whole estates. */
import type { ActionCatalogue, LintFinding, PolicyKind } from '@kumomori/engine';
import { escalationSets, lintPolicy } from '@kumomori/engine';
import type { Diagnostic, Range, SourcedDocument } from '@kumomori/model';
import { isUndecided } from '@kumomori/model';
import { messagesIn } from '../i18n/index.ts';
import { actionCatalogue } from './action-catalogue.ts';
import { readPolicyFile } from './policy-file.ts';
import type { EstateRead, ReadEstateOptions } from './read-estate.ts';
import { readEstateOf } from './read-estate.ts';

export interface LintAccessOptions extends ReadEstateOptions {
  /** What policies of JSON files are; default: told by what they hold. */
  readonly kind: PolicyKind | null;
}

export interface LintEntry extends LintFinding {
  /** What it means, and what to do, in the language that was asked for. */
  readonly message: string;
  /** The policy: its address in code, its cloud's own id, or the file. */
  readonly node: string;
  readonly kind: PolicyKind;
  readonly file: string | null;
  readonly line: number | null;
}

export interface LintReport {
  readonly schemaVersion: '1';
  /** Policies that were looked at. */
  readonly policies: number;
  readonly findings: readonly LintEntry[];
  readonly diagnostics: readonly Diagnostic[];
}

interface Subject {
  readonly document: unknown;
  readonly kind: PolicyKind;
  readonly node: string;
  readonly account: string | null;
  readonly placeOf: (statement: number | null) => { readonly file: string | null; readonly line: number | null };
}

/** Throws AppErrors for TARGETs that cannot be read. Policies of which nothing is known are passed over. */
export async function lintAccess(options: LintAccessOptions): Promise<LintReport> {
  const { targets, language } = options;
  const files = targets.map((target) => [target, readPolicyFile(target, options)] as const);
  const fromFiles = files.flatMap(([target, documents]) => (documents ?? []).map((document) => fileSubject(document, target, options)));
  const others = files.flatMap(([target, documents]) => (documents === null ? [target] : []));
  const read = others.length === 0 ? null : await readEstateOf({ ...options, targets: others });
  const subjects = [...fromFiles, ...(read === null ? [] : estateSubjects(read, options))];
  const catalogue = await actionCatalogue();
  const { lints } = messagesIn(language).iamLint;
  const findings = subjects.flatMap((subject) =>
    linted(subject, catalogue).map((finding): LintEntry => {
      const { text, hint } = finding;
      return {
        ...finding,
        message: lints[finding.id](text, hint ?? ''),
        node: subject.node,
        kind: subject.kind,
        ...subject.placeOf(finding.statement),
      };
    }),
  );
  // A module that is used often is one place.
  const different = [...new Map(findings.map((entry) => [JSON.stringify(entry), entry])).values()];
  return { schemaVersion: '1', policies: subjects.length, findings: different, diagnostics: read?.diagnostics ?? [] };
}

function linted({ document, kind, account }: Subject, catalogue: ActionCatalogue | null): readonly LintFinding[] {
  return lintPolicy(document, { kind, catalogue, account, escalations: escalationSets });
}

function fileSubject(document: unknown, file: string, { kind, account = null }: LintAccessOptions): Subject {
  return { document, kind: kind ?? guessKind(document), node: file, account, placeOf: () => ({ file, line: null }) };
}

/** A document with principals hangs on a resource, and one about taking roles is a trust policy. */
function guessKind(document: unknown): PolicyKind {
  const text = JSON.stringify(document);
  if (!/"(?:Not)?Principal":/.test(text)) return 'identity';
  return /"sts:(?:AssumeRole|TagSession|SetSourceIdentity)/i.test(text) && !/"(?:Not)?Resource":/.test(text) ? 'trust' : 'resource';
}

function estateSubjects(read: EstateRead, { account = null }: LintAccessOptions): readonly Subject[] {
  const { estate, shown } = read;
  const subject = (
    found: SourcedDocument,
    about: { readonly node: string; readonly place: Range; readonly account: string },
    kind: PolicyKind,
  ): Subject => ({
    document: found.document,
    kind,
    node: about.node,
    account: /^\d{12}$/.test(about.account) ? about.account : account,
    placeOf: (statement) => shown((statement === null ? null : found.statements[statement]) ?? found.place ?? about.place),
  });
  const known = (document: unknown): document is SourcedDocument => document !== undefined && document !== null && !isUndecided(document);
  return [
    ...estate.all('aws.managed-policy').flatMap((each) => (known(each.document) ? [subject(each.document, each, 'identity')] : [])),
    ...estate.all('aws.grant').flatMap((each) => (known(each.document) ? [subject(each.document, each, 'identity')] : [])),
    ...estate.all('aws.role').flatMap((each) => (known(each.trust) ? [subject(each.trust, each, 'trust')] : [])),
    ...estate
      .all('aws.resource-policy')
      .flatMap((each) =>
        known(each.document) && !each.isDefault
          ? [subject(each.document, each, each.resourceKind.includes('endpoint') ? 'vpce' : 'resource')]
          : [],
      ),
    ...estate
      .all('aws.organization-policy')
      .flatMap((each) =>
        known(each.document) ? [subject(each.document, each, each.policyType === 'RESOURCE_CONTROL_POLICY' ? 'rcp' : 'scp')] : [],
      ),
  ];
}
