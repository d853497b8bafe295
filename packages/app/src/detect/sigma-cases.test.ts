/** Sigma's syntax, case by case: rule text through the reader, the compiler and the detector. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Detector, compileRuleSet } from '@kumomori/engine';
import type { RuleSet } from '@kumomori/engine';
import type { LogSource } from '@kumomori/model';
import { readSigma } from '@kumomori/parsers';
import type { SyntaxCase } from './cases/case.ts';
import { documentOf } from './cases/case.ts';
import { modifierCases } from './cases/modifier-cases.ts';
import { rejectedCases } from './cases/rejected-cases.ts';
import { structureCases } from './cases/structure-cases.ts';
import { textCases } from './cases/text-cases.ts';

function setOf(
  text: string,
  placeholders: SyntaxCase['placeholders'] = {},
): { readonly set: RuleSet; readonly reasons: readonly string[] } {
  const { documents, problems } = readSigma('case.yml', text);
  const set = compileRuleSet(
    documents.map((document) => ({ file: 'case.yml', document })),
    { placeholders: new Map(Object.entries(placeholders)) },
  );
  const errors = problems.filter(({ severity }) => severity === 'error');
  return { set, reasons: [...errors, ...set.rejected].map(({ line, reason }) => `${line}: ${reason}`) };
}

const groups = { texts: textCases, modifiers: modifierCases, structure: structureCases };

for (const [group, cases] of Object.entries(groups)) {
  describe(group, () => {
    for (const { rule, matches, misses, logsource, placeholders } of cases) {
      test(rule.replaceAll('\n', ' ⏎ ').slice(0, 100), () => {
        const { set, reasons } = setOf(documentOf(rule, logsource), placeholders);
        assert.deepEqual(reasons, []);
        const detector = new Detector(set.rules);
        const source: LogSource = set.rules[0]?.sources[0] ?? 'aws.cloudtrail';
        for (const record of matches) assert.equal(detector.detect({ source, record }).length, 1, `has to match ${JSON.stringify(record)}`);
        for (const record of misses)
          assert.equal(detector.detect({ source, record }).length, 0, `must not match ${JSON.stringify(record)}`);
      });
    }
  });
}

describe('rejected', () => {
  for (const { rule, because, line } of rejectedCases) {
    test(rule.replaceAll('\n', ' ⏎ ').slice(0, 100), () => {
      const { set, reasons } = setOf(documentOf(rule));
      assert.equal(set.rules.length, 0);
      assert.equal(reasons.length, 1);
      assert.ok(reasons[0]?.includes(because), reasons[0]);
      if (line !== undefined) assert.ok(reasons[0]?.startsWith(`${line}: `), reasons[0]);
    });
  }
});

test('there are more than 300 cases', () => {
  const events = Object.values(groups).flatMap((cases) => cases.flatMap(({ matches, misses }) => [...matches, ...misses]));
  assert.ok(events.length + rejectedCases.length > 300);
});
