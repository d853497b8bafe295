/** The parts of a finding as the scan told it that the console shows. What is not as expected is left out. */

export interface BilingualText {
  readonly en: string;
  readonly ja: string;
}

export interface EvidenceItem {
  readonly path: string;
  readonly value: string;
  readonly state: string;
  readonly place: string | null;
  readonly reason: string | null;
}

export interface CodeFrame {
  readonly file: string;
  readonly line: number;
  readonly from: number;
  readonly lines: readonly string[];
  readonly call: string | null;
}

export interface FindingDocument {
  readonly place: string | null;
  readonly evidence: readonly EvidenceItem[];
  readonly frames: readonly CodeFrame[];
  readonly frameworks: readonly { readonly framework: string; readonly version: string; readonly control: string }[];
  readonly fix: BilingualText | null;
  readonly patch: string | null;
  readonly paths: readonly string[];
}

export function readDocument(value: unknown): FindingDocument {
  const document = asObject(value);
  const origin = asObject(document['origin']);
  const fix = asObject(document['fix']);
  const instance = asObject(asList(document['instances'])[0]);
  const file = asText(origin['file']);
  return {
    place: file === null ? null : `${file}:${Number(origin['startLine'] ?? 1)}`,
    evidence: asList(document['evidence']).map(evidenceOf),
    frames: asList(document['frames']).map(frameOf),
    frameworks: asList(document['frameworks']).map((each) => {
      const { framework, version, control } = asObject(each);
      return { framework: asText(framework) ?? '', version: asText(version) ?? '', control: asText(control) ?? '' };
    }),
    fix: bilingual(fix['summary']),
    patch: asText(fix['patch']),
    paths: asList(asObject(instance['risk'])['paths']).flatMap((each) => asText(each) ?? []),
  };
}

function evidenceOf(value: unknown): EvidenceItem {
  const item = asObject(value);
  const file = asText(item['file']);
  const shown = item['value'];
  return {
    path: asText(item['path']) ?? '',
    value: shown === null || shown === undefined ? '' : typeof shown === 'string' ? shown : JSON.stringify(shown),
    state: asText(item['state']) ?? '',
    place: file === null ? null : `${file}:${Number(item['line'] ?? 1)}`,
    reason: asText(item['reason']),
  };
}

function frameOf(value: unknown): CodeFrame {
  const frame = asObject(value);
  return {
    file: asText(frame['file']) ?? '',
    line: Number(frame['line'] ?? 0),
    from: Number(frame['from'] ?? 1),
    lines: asList(frame['lines']).map((each) => asText(each) ?? ''),
    call: asText(asObject(frame['answer'])['call']),
  };
}

function bilingual(value: unknown): BilingualText | null {
  const { en, ja } = asObject(value);
  return typeof en === 'string' && typeof ja === 'string' ? { en, ja } : null;
}

export function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : {};
}

export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function asText(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
