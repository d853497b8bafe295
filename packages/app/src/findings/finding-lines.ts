/** A finding as a line of text, and back. What is the same in all findings of a check is kept once and not written. */
import type { Finding, FindingInstance, Range, Source } from '@kumomori/model';

type OfCheck = Pick<Finding, 'title' | 'frameworks' | 'equivalents' | 'fix'>;
/** Texts that are at hand are not written: a range names its source by number, or, of an answer, by path and line. */
type StoredRange = readonly [source: number | readonly [path: string, firstLine: number], start: number, end: number] | null;
type Stored = readonly [
  fingerprint: string,
  checkId: string,
  severity: Finding['severity'],
  resource: Finding['resource'],
  origin: Finding['origin'],
  instances: readonly [FindingInstance, ...FindingInstance[]],
  fixAt: StoredRange,
];

export class FindingLines {
  readonly #checks = new Map<string, OfCheck>();
  readonly #sources: Source[] = [];
  readonly #numbers = new Map<Source, number>();

  /** One line. The finding's verdict is that of its first instance. */
  write({ fingerprint, checkId, severity, resource, origin, instances, fixAt, ...finding }: Finding): string {
    const { title, frameworks, equivalents, fix } = finding;
    if (!this.#checks.has(checkId)) this.#checks.set(checkId, { title, frameworks, equivalents, fix });
    return JSON.stringify([fingerprint, checkId, severity, resource, origin, instances, this.#stored(fixAt)]);
  }

  read(line: string): Finding {
    const stored = JSON.parse(line) as Stored; // written above
    const [fingerprint, checkId, severity, resource, origin, instances, fixAt] = stored;
    const ofCheck = this.#checks.get(checkId);
    if (!ofCheck) throw new RangeError(`a finding of ${checkId} that was never written`);
    const { title, frameworks, equivalents, fix } = ofCheck;
    const [{ status, message, evidence, suppressed }] = instances;
    const found = { fingerprint, checkId, title, status, severity, message, resource, origin, evidence, instances };
    return { ...found, frameworks, equivalents, suppressed, fix, fixAt: this.#restored(fixAt) };
  }

  #stored(range: Range | null): StoredRange {
    if (range === null) return null;
    const { source, start, end } = range;
    if (source.text === '') return [[source.path, source.firstLine ?? 1], start, end];
    let number = this.#numbers.get(source);
    if (number === undefined) {
      number = this.#sources.push(source) - 1;
      this.#numbers.set(source, number);
    }
    return [number, start, end];
  }

  #restored(range: StoredRange): Range | null {
    if (range === null) return null;
    const [named, start, end] = range;
    const source = typeof named === 'number' ? this.#sources[named] : { path: named[0], text: '', firstLine: named[1] };
    if (!source) throw new RangeError('a source that was never written');
    return { source, start, end };
  }
}
