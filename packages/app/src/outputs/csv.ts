/** One line a finding, RFC 4180. Safe to open in a spreadsheet: no cell begins a formula. */
import type { ExternalFinding, Finding } from '@kumomori/model';
import { decidingEvidence, fixPlace, placeOf, placeText, provenanceChain, riskOf, valueText } from './finding-view.ts';
import { answerOf, fixText } from './live-view.ts';
import type { AnyReport, OutputContext, OutputFormat } from './output-format.ts';

// Names for programs, so not translated.
const COLUMNS: readonly (readonly [string, (finding: Finding, context: OutputContext) => string])[] = [
  ['status', (finding) => finding.status],
  ['severity', (finding) => finding.severity],
  ['check', (finding) => finding.checkId],
  ['title', (finding, { language }) => finding.title[language]],
  ['message', (finding, { language }) => finding.message[language]],
  ['resource_type', (finding) => finding.resource.type],
  ['resource', (finding) => finding.resource.name],
  ['address', (finding) => finding.origin.address],
  ['account', (finding) => finding.resource.account ?? ''],
  ['region', (finding) => finding.resource.region ?? ''],
  ['file', (finding) => placeOf(finding).file],
  ['line', (finding) => String(placeOf(finding).line)],
  ['attribute', (finding) => decidingEvidence(finding)?.path ?? ''],
  ['value', (finding) => valueText(decidingEvidence(finding)?.value ?? null)],
  ['state', (finding) => decidingEvidence(finding)?.state ?? ''],
  ['set_by', (finding) => chainOf(finding)],
  ['fix', (finding, context) => fixText(finding, context).text],
  ['fix_at', (finding) => fixAt(finding)],
  ['instances', (finding) => String(finding.instances.length)],
  ['frameworks', (finding) => finding.frameworks.map((one) => `${one.framework} ${one.version} ${one.control}`).join('; ')],
  ['equivalents', (finding) => finding.equivalents.join('; ')],
  ['suppressed_by', (finding) => finding.suppressed?.by ?? ''],
  ['suppressed_reason', (finding) => finding.suppressed?.reason ?? ''],
  ['suppressed_owner', (finding) => finding.suppressed?.owner ?? ''],
  ['suppressed_until', (finding) => finding.suppressed?.expires ?? ''],
  ['fingerprint', (finding) => finding.fingerprint],
  ['api_call', (finding, context) => answerOf(finding, context)?.call ?? ''],
  ['answered_at', (finding, context) => answerOf(finding, context)?.at ?? ''],
  ['fix_command', (finding, context) => fixText(finding, context).cli ?? ''],
];

/** Only there when attack paths were asked for. */
const RISK_COLUMNS: typeof COLUMNS = [
  ['risk', (finding) => String(riskOf(finding)?.score ?? '')],
  ['paths', (finding) => (riskOf(finding)?.paths ?? []).join('; ')],
];

// Excel in Japan reads a file without this mark as Shift_JIS.
export const BYTE_ORDER_MARK = '\ufeff';

export const csv: OutputFormat = {
  name: 'csv',
  render(report, context) {
    return [...pieces(report, context)].join('');
  },
  pieces,
};

function* pieces({ findings, external, attackPaths }: AnyReport, context: OutputContext): Generator<string> {
  const lineOf = (row: readonly string[]): string => `${row.join(',')}\r\n`;
  // The column is only there when findings of other tools were asked for.
  const more = external ? [''] : [];
  const columns = attackPaths ? [...COLUMNS, ...RISK_COLUMNS] : COLUMNS;
  const names = [...columns.map(([name]) => name), ...(external ? ['external'] : [])];
  yield (context.language === 'ja' ? BYTE_ORDER_MARK : '') + lineOf(names);
  for (const finding of findings) yield lineOf([...columns.map(([, value]) => cell(value(finding, context))), ...more]);
  for (const finding of external ?? []) yield lineOf(externalRow(finding, columns));
}

/** A leading apostrophe makes a spreadsheet take the cell as text; numbers keep their sign. Full-width signs count as well. */
export function cell(text: string): string {
  const visible = text.replace(/(?![\t\n\r])[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, '');
  const isNumber = /^-?\d+(?:\.\d+)?$/.test(visible);
  const safe = !isNumber && /^[\s]*[=+\-@\t\r＝＋－＠|%]/.test(visible) ? `'${visible}` : visible;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** What another tool found; its column says which, the equivalents what we say. */
function externalRow(finding: ExternalFinding, columns: typeof COLUMNS): readonly string[] {
  const { status, severity, check, title, message, resource, file, comparisons, id, tool } = finding;
  const known: Readonly<Record<string, string>> = {
    ...{ status, severity, check, title, message, file, fingerprint: id },
    ...{ resource_type: resource.type, resource: resource.name, address: resource.id },
    ...{ account: resource.account ?? '', region: resource.region ?? '' },
    equivalents: comparisons.map(({ checkId, outcome }) => `${checkId} ${outcome}`).join('; '),
  };
  return [...columns.map(([name]) => cell(known[name] ?? '')), cell(tool)];
}

function chainOf(finding: Finding): string {
  const evidence = decidingEvidence(finding);
  return evidence ? provenanceChain(evidence, finding.origin.address).join(' → ') : '';
}

function fixAt(finding: Finding): string {
  const place = fixPlace(finding);
  return place ? placeText(place) : '';
}
