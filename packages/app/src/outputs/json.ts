/** The report as contracts.md §2 promises it to scripts. Fields are only ever added. */
import type { DiffReport, DiffedFinding, Evidence, Finding, FindingInstance } from '@kumomori/model';
import { cautionsOf } from './cautions.ts';
import { fixPlace, jsonPieces } from './finding-view.ts';
import type { AnyReport, OutputContext, OutputFormat } from './output-format.ts';

export const json: OutputFormat = {
  name: 'json',
  render(report, context) {
    return [...pieces(report, context)].join('');
  },
  pieces,
};

/** The findings one by one: those of a large plan are more than one text can hold. */
function pieces(report: AnyReport, context: OutputContext): Iterable<string> {
  const findings = Iterator.from(report.findings).map((finding) => jsonFinding(finding, context));
  return jsonPieces(frameOf(report, context), '\n  "findings": ', findings);
}

/** Everything but the findings. */
function frameOf(report: AnyReport, { language }: OutputContext): unknown {
  const { schemaVersion, tool, startedAt, finishedAt, targets, summary, frameworks, coverage, diagnostics } = report;
  // Manual and not assessed controls are the same in every report but for the input: their number is enough.
  const assessed = frameworks.map(({ results, ...framework }) => ({
    ...framework,
    results: results.filter(({ status }) => status !== 'manual' && status !== 'not-assessed'),
  }));
  const { external, changedSince, attackPaths, diff, live } = report;
  return {
    ...{ schemaVersion, tool, startedAt, finishedAt, targets, summary, findings: [], frameworks: assessed, coverage, diagnostics },
    ...(attackPaths && { attackPaths: attackPaths.map((path) => ({ ...path, title: path.title[language] })) }),
    ...(external && { external }),
    ...(changedSince && { changedSince }),
    ...(live && { live }),
    ...(diff && { diff: jsonDiff(diff, language) }),
  };
}

function jsonDiff(diff: DiffReport, language: OutputContext['language']): unknown {
  const told = (findings: readonly DiffedFinding[]): unknown => findings.map((each) => ({ ...each, title: each.title[language] }));
  return { ...diff, resolved: told(diff.resolved), silenced: told(diff.silenced), moved: told(diff.moved) };
}

function jsonExposure({ exposure }: FindingInstance, language: OutputContext['language']): unknown {
  return exposure && { ...exposure, reason: exposure.reason[language] };
}

/** `paths` and `risk` of what attack paths lead over, when they were asked for. */
function jsonRisk({ risk }: FindingInstance, language: OutputContext['language']): object {
  if (!risk) return {};
  const { paths, ...rest } = risk;
  return { paths, risk: { ...rest, because: risk.because[language] } };
}

function jsonFinding(finding: Finding, context: OutputContext): unknown {
  const { language } = context;
  const { fingerprint, checkId, status, severity, resource, frameworks, equivalents, suppressed, origin, fix } = finding;
  const fileOf = (file: string): string => context.relativeToTarget(file, origin.target);
  const fixAt = fixPlace(finding);
  const cautions = cautionsOf(context.catalogue.get(checkId), language);
  return {
    fingerprint,
    checkId,
    title: finding.title[language],
    status,
    severity,
    message: finding.message[language],
    resource,
    origin: {
      kind: origin.kind,
      target: origin.target,
      address: origin.address,
      file: fileOf(origin.file),
      startLine: origin.startLine,
      endLine: origin.endLine,
    },
    evidence: finding.evidence.map((piece) => jsonEvidence(piece, fileOf)),
    frameworks,
    equivalents,
    suppressed,
    ...(finding.change && { change: finding.change }),
    ...(finding.instances[0]?.exposure && { exposure: jsonExposure(finding.instances[0], language) }),
    ...(finding.instances[0] && jsonRisk(finding.instances[0], language)),
    fix: {
      summary: fix.summary[language],
      patch: fix.patch,
      at: fixAt && { ...fixAt, file: fileOf(fixAt.file) },
      ...(cautions.length > 0 && { cautions }),
    },
    instances: finding.instances.map(({ address, name, status, message, evidence, suppressed }) => ({
      address,
      name,
      status,
      suppressed,
      message: message[language],
      evidence: evidence.map((piece) => jsonEvidence(piece, fileOf)),
    })),
  };
}

/** `chain`: from the place where the value was written to the attribute. */
function jsonEvidence({ provenance, ...piece }: Evidence, fileOf: (file: string) => string): unknown {
  const chain = provenance.map((step) => ({ ...step, file: fileOf(step.file) }));
  return { ...piece, file: piece.file === null ? null : fileOf(piece.file), chain };
}
