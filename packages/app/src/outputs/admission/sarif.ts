/** SARIF 2.1.0 (OASIS, errata 01): one rule for each policy. */
import { languageTag } from '../finding-view.ts';
import type { AdmissionEntry, AdmissionFormat, AdmissionOutputContext } from './report.ts';
import { objectText } from './texts.ts';

const LEVELS: Readonly<Record<AdmissionEntry['status'], 'error' | 'warning' | 'note' | 'none'>> = {
  denied: 'error',
  warned: 'warning',
  unbound: 'note',
  audited: 'note',
  unknown: 'none',
};

export const sarif: AdmissionFormat = {
  name: 'sarif',
  render(report, context) {
    const rules = report.policies.map(({ name }) => ({ id: name }));
    const indexOf = new Map(rules.map(({ id }, index) => [id, index]));
    const driver = { name: report.tool.name, version: report.tool.version, semanticVersion: report.tool.version, rules };
    const run = {
      tool: { driver: { ...driver, language: languageTag[context.language] } },
      language: languageTag[context.language],
      columnKind: 'utf16CodeUnits',
      originalUriBaseIds: { '%SRCROOT%': {} },
      results: report.entries.map((entry) => result(entry, indexOf.get(entry.policy) ?? 0, context)),
    };
    const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
    return `${JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] }, null, 2)}\n`;
  },
};

function result(entry: AdmissionEntry, ruleIndex: number, { language }: AdmissionOutputContext): unknown {
  const { file, line } = entry.evidence;
  return {
    ruleId: entry.policy,
    ruleIndex,
    kind: entry.status === 'unknown' ? 'open' : 'fail',
    level: LEVELS[entry.status],
    message: { text: `${objectText(entry.object)}: ${entry.message[language]}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(file), uriBaseId: '%SRCROOT%' },
          ...(line !== null && { region: { startLine: line } }),
        },
      },
    ],
    properties: { status: entry.status, binding: entry.binding },
  };
}
