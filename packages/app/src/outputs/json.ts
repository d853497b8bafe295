/** The report as contracts.md §2 promises it to scripts. Fields are only ever added. */
import type { Evidence, Finding, Language, ScanReport } from '@kumomori/model';
import { fixPlace, toJson } from './finding-view.ts';
import type { OutputFormat } from './output-format.ts';

export const json: OutputFormat = {
  name: 'json',
  render(report, { language }) {
    return toJson(jsonReport(report, language));
  },
};

function jsonReport(report: ScanReport, language: Language): unknown {
  const { schemaVersion, tool, startedAt, finishedAt, targets, summary, frameworks, coverage, diagnostics } = report;
  const findings = report.findings.map((finding) => jsonFinding(finding, language));
  return { schemaVersion, tool, startedAt, finishedAt, targets, summary, findings, frameworks, coverage, diagnostics };
}

function jsonFinding(finding: Finding, language: Language): unknown {
  const { fingerprint, checkId, status, severity, resource, frameworks, equivalents, suppressed, origin, fix } = finding;
  return {
    fingerprint,
    checkId,
    title: finding.title[language],
    status,
    severity,
    message: finding.message[language],
    resource,
    origin: { kind: origin.kind, address: origin.address, file: origin.file, startLine: origin.startLine, endLine: origin.endLine },
    evidence: finding.evidence.map((piece) => jsonEvidence(piece)),
    frameworks,
    equivalents,
    suppressed,
    fix: { summary: fix.summary[language], patch: fix.patch, at: fixPlace(finding) },
    instances: finding.instances.map(({ address, name, status, message, evidence, suppressed }) => ({
      address,
      name,
      status,
      suppressed,
      message: message[language],
      evidence: evidence.map((piece) => jsonEvidence(piece)),
    })),
  };
}

/** `chain`: from the place where the value was written to the attribute. */
function jsonEvidence({ provenance, ...piece }: Evidence): unknown {
  return { ...piece, chain: provenance };
}
