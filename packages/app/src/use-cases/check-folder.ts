/** A folder as it is in an editor: what is open there counts, not what is on the disk. */
import { isAbsolute, resolve } from 'node:path';
import type { Diagnostic, Language } from '@kumomori/model';
import { TerraformMemory } from '@kumomori/parsers';
import { AppError } from '../errors.ts';
import { messagesIn } from '../i18n/index.ts';
import type { EditorFinding } from '../outputs/index.ts';
import { editorFindings } from '../outputs/index.ts';
import { fixFindings } from './fix-findings.ts';
import { fixReason } from './fix-reason.ts';
import { scanCode } from './scan-code.ts';
import type { ScanOptions } from './scan-options.ts';

export interface FolderCheckerOptions {
  /** Absolute. */
  readonly folder: string;
  readonly now: () => Date;
  readonly language: Language;
}

/** File names are absolute. */
export interface FolderCheck {
  readonly findings: readonly EditorFinding[];
  /** What could not be read or evaluated. */
  readonly problems: readonly Diagnostic[];
}

export interface FolderFix {
  /** Absolute paths; empty when it cannot be fixed. */
  readonly files: readonly { readonly path: string; readonly before: string; readonly after: string }[];
  /** Why it cannot be fixed here, in a sentence. */
  readonly refused: string | null;
}

/** Checks one folder again and again; what did not change in between is not parsed again. */
export class FolderChecker {
  readonly #options: FolderCheckerOptions;
  readonly #memory = new TerraformMemory();

  constructor(options: FolderCheckerOptions) {
    this.#options = options;
  }

  /** `opened`: texts by absolute path. Never throws for what lies in the folder: without code there is nothing to say. */
  async check(opened: ReadonlyMap<string, string>): Promise<FolderCheck> {
    const { language } = this.#options;
    try {
      const result = await scanCode(this.#scanOf(opened));
      const { report, catalogue, linesOf, relativeToTarget, answerAt } = result;
      const plain = { color: false, width: 0, limit: 0, htmlReport: null };
      const context = { ...plain, language, linesOf, relativeToTarget, answerAt, catalogue: catalogue.byId, frameworks: [] };
      const findings = editorFindings(report, context).map((each) => this.#absolute(each));
      return { findings, problems: report.diagnostics.map((each) => ({ ...each, file: this.#placeOf(each.file) })) };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return { findings: [], problems: this.#configProblems(error) };
    }
  }

  /** The proved fixes of findings together, as whole texts of files; why, of the first that is left. Nothing is written. */
  async fix(fingerprints: readonly string[], opened: ReadonlyMap<string, string>): Promise<FolderFix> {
    const { files, outcomes } = await fixFindings(this.#scanOf(opened), { fingerprints: new Set(fingerprints) });
    const refused = outcomes.find((each) => each.refused !== null);
    return {
      files: files.map(({ path, before, after }) => ({ path, before, after })),
      refused: refused ? fixReason(refused, messagesIn(this.#options.language).fixes) : null,
    };
  }

  #scanOf(opened: ReadonlyMap<string, string>): ScanOptions {
    const { folder, now, language } = this.#options;
    return { targets: ['.'], cwd: folder, now, language, opened, terraformMemory: this.#memory };
  }

  /** A kumomori.yaml that is wrong stops every check. */
  #configProblems({ code, place, sentence }: AppError): readonly Diagnostic[] {
    if (code !== 'config-invalid' || !place) return [];
    return [{ ...place, severity: 'error', file: this.#placeOf(place.file), code: 'config', message: sentence }];
  }

  #absolute(finding: EditorFinding): EditorFinding {
    return {
      ...finding,
      file: this.#placeOf(finding.file),
      block: { ...finding.block, file: this.#placeOf(finding.block.file) },
      related: finding.related.map((each) => ({ ...each, file: this.#placeOf(each.file) })),
    };
  }

  #placeOf(file: string): string {
    return isAbsolute(file) ? file : resolve(this.#options.folder, file);
  }
}
