import type { CelExpr, ControlType, Diagnostic, Example, Fix, Parameters, Range, Severity, Text } from '@kumomori/model';

/** An expression with the way from its offsets to places in the file. */
export interface WrittenCel {
  readonly text: string;
  readonly expression: CelExpr;
  /** Offset in the file's text of an offset in the expression. */
  readonly offsetOf: (offset: number) => number;
}

/** A sentence with expressions in it: `Bucket {{resource.name}} has …`. */
export interface WrittenTemplate {
  readonly parts: readonly (string | WrittenCel)[];
}

export interface WrittenName {
  readonly name: string;
  readonly range: Range | null;
}

/** A check as its file says it; names are not resolved yet, expressions not typed. */
export interface WrittenCheck {
  readonly id: WrittenName;
  readonly resourceType: WrittenName;
  readonly title: Text;
  readonly severity: Severity;
  readonly priority: 'P0' | 'P1' | 'P2';
  readonly controlType: ControlType;
  readonly when: WrittenCel | null;
  readonly condition: WrittenCel;
  readonly message: { readonly en: WrittenTemplate; readonly ja: WrittenTemplate } | null;
  readonly why: Text | null;
  readonly fix: Fix;
  readonly references: readonly string[];
  readonly equivalents: readonly string[];
  /** `cis-aws@5.0:2.1.1` */
  readonly frameworks: readonly WrittenName[];
  readonly params: Parameters;
  readonly examples: readonly Example[];
}

export interface OwnCheckFile {
  /** Those that could be read; one with a mistake is left out. */
  readonly checks: readonly WrittenCheck[];
  readonly diagnostics: readonly Diagnostic[];
}
