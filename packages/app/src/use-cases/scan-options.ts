import type { Finding, Findings, Language, ScanReport, Severity, Status } from '@kumomori/model';
import type { TerraformMemory } from '@kumomori/parsers';
import type { Catalogue } from '../catalogue/index.ts';
import type { RecordedAnswer } from '../outputs/index.ts';
import type { ScanObserver } from './scan-observer.ts';

export interface ScanProgress {
  readonly phase: 'read' | 'check';
  readonly done: number;
  readonly total: number;
}

/** A level and version of the Pod Security Standards. */
export interface PodSecurityChoice {
  readonly level?: 'baseline' | 'restricted';
  /** Minor version: 29 stands for v1.29. */
  readonly version?: number;
}

/** Everything a scan depends on: nothing is taken from the process. */
export interface ScanOptions {
  readonly targets: readonly string[];
  readonly cwd: string;
  readonly now: () => Date;
  readonly language: Language;
  /** Path of kumomori.yaml; null: looked for in the TARGETs, then in `cwd`. */
  readonly configFile?: string | null;
  /** Selectors (see selectChecks); each list that is not empty narrows, replacing the selection of kumomori.yaml. */
  readonly checks?: readonly string[];
  readonly skipChecks?: readonly string[];
  readonly frameworks?: readonly string[];
  readonly severities?: readonly string[];
  /** Files of frameworks of the user's own, relative to `cwd`. */
  readonly frameworkFiles?: readonly string[];
  /** Shown besides `fail` and `unknown`. */
  readonly include?: readonly Status[];
  readonly varFiles?: readonly string[];
  readonly variables?: ReadonlyMap<string, string>;
  readonly workspace?: string | null;
  /** Folder of the code that the plans among the TARGETs were made from: findings then stand on its lines. */
  readonly source?: string | null;
  /** Default true: look for credentials in all text files. */
  readonly secrets?: boolean;
  /** Also in what older commits added. */
  readonly gitHistory?: boolean;
  /** Asks git since when the lines of temporary rules are there: young ones are no failure, old ones say their age. */
  readonly blame?: boolean;
  /** Snapshot folder: credentials that it knows are told whose they are. */
  readonly snapshot?: string | null;
  /** Builds kustomizations that ask for more than we read with the kustomize program. */
  readonly kustomize?: boolean;
  /** Renders Helm charts with the helm program. */
  readonly helm?: boolean;
  /** Compiles Bicep files with the bicep program. */
  readonly bicep?: boolean;
  /** What pods are judged by; what is left out is as kumomori.yaml or the check says. */
  readonly podSecurity?: PodSecurityChoice;
  /** Files of findings that other tools wrote (OCSF, ASFF): shown as theirs, beside our verdicts on the same resources. */
  readonly external?: readonly string[];
  /** Also looks for attack paths; findings that they lead over get a risk, and its severity. */
  readonly paths?: boolean;
  /** For attack paths: CSV or JSON of people with the day they left. */
  readonly people?: string | null;
  readonly baseline?: string | null;
  /** Texts of files that are open in an editor, by absolute path. */
  readonly opened?: ReadonlyMap<string, string>;
  /** Shared by scans of one folder, one after the other. */
  readonly terraformMemory?: TerraformMemory;
  /** Looks at everything that is read and judged. */
  readonly observer?: ScanObserver;
  /** Proved patches by fingerprint: findings then carry theirs. */
  readonly patches?: ReadonlyMap<string, string>;
  /** Keys of the resources that are judged, by folder of their root; nothing of roots that are not named. */
  readonly only?: ReadonlyMap<string, ReadonlySet<string>>;
  /** Exceptions are matched but hide nothing. */
  readonly previewExceptions?: boolean;
  /** Folders with checks of the user, beside those of kumomori.yaml. */
  readonly checkFolders?: readonly string[];
  /** Checks in TypeScript run also from folders within the TARGETs. */
  readonly allowTypeScriptChecks?: boolean;
  /** Bundles of OPA (`opa build -t wasm`), relative to `cwd`: their rules judge every resource. */
  readonly rego?: readonly string[];
  readonly onProgress?: (progress: ScanProgress) => void;
  /** Default: the product's. */
  readonly catalogue?: Catalogue;
}

/** What an exception hides, or would. */
export interface ExceptionPreview {
  readonly file: string;
  readonly line: number;
  readonly checks: readonly string[];
  readonly reason: string;
  readonly owner: string;
  readonly expires: string;
  readonly expired: boolean;
  readonly findings: readonly { readonly checkId: string; readonly status: Status; readonly address: string; readonly file: string }[];
}

/** Where findings go that are too many for the memory. */
export interface DiskSpace {
  /** The folder for temporary files, absolute. */
  readonly folder: string;
  /** How many findings may be in memory together. */
  readonly inMemory?: number;
}

export interface ScanResult<List extends Findings = readonly Finding[]> {
  readonly report: ScanReport<List>;
  /** The baseline of everything that is open, piece by piece. */
  readonly baselinePieces: () => Iterable<string>;
  readonly exceptions: readonly ExceptionPreview[];
  /** From kumomori.yaml. */
  readonly failOn: Severity | 'none' | null;
  /** Ids of the checks that were selected. */
  readonly ranChecks: ReadonlySet<string>;
  readonly catalogue: Catalogue;
  /** TARGETs of which nothing could be judged: no file was readable, or all of it was lost to internal errors. The report says why. */
  readonly unreadable: readonly string[];
  /** For code frames; lines that hold a redacted value come masked. */
  readonly linesOf: (file: string) => readonly string[] | null;
  /** A file of the report as contracts.md §2 names it: relative to its TARGET, absolute outside of it. */
  readonly relativeToTarget: (file: string, target: string) => string;
  /** For a line of a snapshot's file the call that it records; null for code. */
  readonly answerAt: (file: string, line: number) => RecordedAnswer | null;
  /** Frees what lies on the disk; findings of a very large scan cannot be read after that. */
  readonly close: () => void;
}
