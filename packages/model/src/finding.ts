/** Findings, evidence and the scan report: what every output format is made from (contracts.md §2). */
import type { Diagnostic } from './diagnostic.ts';
import type { Severity, Status } from './check/index.ts';
import type { CloudProvider } from './live/index.ts';
import type { CodeKind, Provider } from './resource.ts';
import type { Range } from './source.ts';
import type { Text } from './text.ts';

/** An attribute that decided a verdict. */
export interface Evidence {
  /** `versioning.status`, `ingress[2].cidrs[0]` in the shape of the resource type. */
  readonly path: string;
  /** Null when absent, unresolved or redacted. Long texts are cut. */
  readonly value: string | number | boolean | readonly (string | number | boolean)[] | null;
  readonly state: 'explicit' | 'default' | 'absent' | 'unresolved' | 'redacted';
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly endLine: number | null;
  /** Why it is unresolved. */
  readonly reason: string | null;
  /** From where the value was written to the attribute: tfvars line → variable → module argument. Empty when written in place. */
  readonly provenance: readonly ProvenanceStep[];
}

export interface ProvenanceStep {
  /** `var.acl`, `module.logs.bucket_name`, `local.tags` */
  readonly name: string;
  readonly file: string;
  readonly line: number;
}

export interface FindingOrigin {
  readonly kind: CodeKind;
  /** The TARGET it was found under, as the user wrote it. */
  readonly target: string;
  readonly address: string;
  /** Relative to the TARGET; with several TARGETs the TARGET comes first. `../` where a called module lies outside. */
  readonly file: string;
  readonly startLine: number;
  readonly endLine: number;
}

/** What a finding about openness opens: that a rule is open and that the internet reaches something are two statements. */
export interface FindingExposure {
  readonly state: 'reachable' | 'not-reachable' | 'unknown';
  /** What is reached; else what stands behind it. At most ten. */
  readonly nodes: readonly string[];
  /** Stations of the way, those that stop it with `: stops`. */
  readonly because: readonly string[];
  /** Before the exposure was looked at. */
  readonly originalSeverity: Severity;
  readonly reason: Text;
}

/** What a finding opens, by the attack paths it is part of. Only where paths were looked for. */
export interface FindingRisk {
  /** Ids of the paths, the gravest first; at most ten. */
  readonly paths: readonly string[];
  /** `opens`: what is wrong is a step of at least one of them; `part`: the resource lies on them. */
  readonly role: 'opens' | 'part';
  /** 0 to 100: the chance that one of the paths is walked, times what is lost by it; paths it is only a part of count half. */
  readonly score: number;
  /** The finding's severity: that of the gravest path it opens, if that is graver. */
  readonly severity: Severity;
  /** Before exposure and paths were looked at. */
  readonly originalSeverity: Severity;
  readonly because: Text;
}

/** An instance made from the same block, with its verdict of the same check. */
export interface FindingInstance {
  readonly address: string;
  readonly name: string;
  readonly status: Status;
  readonly message: Text;
  readonly evidence: readonly Evidence[];
  /** Only of checks about openness of networks. */
  readonly exposure?: FindingExposure;
  /** Only of what attack paths lead over, and only when they were asked for. */
  readonly risk?: FindingRisk;
  /** Set when this instance is suppressed, also where others of the same finding are not. */
  readonly suppressed: Suppression | null;
}

export interface Suppression {
  readonly by: 'inline' | 'exception' | 'baseline';
  readonly reason: string | null;
  readonly owner: string | null;
  /** ISO-8601 date; null: never. */
  readonly expires: string | null;
  /** Where it is written. */
  readonly file: string | null;
  readonly line: number | null;
}

export interface FrameworkReference {
  readonly framework: string;
  readonly version: string;
  readonly control: string;
}

export interface Finding {
  /** Hash of check id and resource identity; never of line, message or time. */
  readonly fingerprint: string;
  readonly checkId: string;
  readonly title: Text;
  readonly status: Status;
  readonly severity: Severity;
  readonly message: Text;
  readonly resource: {
    readonly type: string;
    readonly id: string;
    readonly name: string;
    readonly provider: Provider;
    readonly account: string | null;
    readonly region: string | null;
    readonly tags: Readonly<Record<string, string>>;
  };
  readonly origin: FindingOrigin;
  readonly evidence: readonly Evidence[];
  /** All instances, the one of `origin` first; at least one. */
  readonly instances: readonly FindingInstance[];
  readonly frameworks: readonly FrameworkReference[];
  readonly equivalents: readonly string[];
  readonly suppressed: Suppression | null;
  readonly fix: { readonly summary: Text; readonly patch: string | null };
  /** Where to change it: the place that set the deciding value. Ranges stay inside the process; outputs print file and line. */
  readonly fixAt: Range | null;
  /** Only of scans that are compared with a base: what the change did. `silenced`: it was open, or is new, and is suppressed now. */
  readonly change?: 'new' | 'changed' | 'silenced';
}

/** What findings are sorted by before their address. */
export type FindingKind = Pick<Finding, 'status' | 'severity' | 'checkId'>;

/**
 * Findings in the order of a report, to be walked through as often as one likes. An array, or, of a very large scan, a file that is read
 * while one walks: nobody may keep all of them.
 */
export interface Findings extends Iterable<Finding> {
  readonly length: number;
  /** Those of some kinds, in the same order; the others are not read. An array has no such short cut. */
  readonly ofKinds?: (fits: (kind: FindingKind) => boolean) => Iterable<Finding>;
}

export interface CoverageGap {
  readonly scope: string;
  readonly operation: string;
  readonly reason: string;
  readonly permission: string | null;
}

export interface ScanSummary {
  readonly resources: number;
  readonly checks: number;
  readonly pass: number;
  readonly fail: number;
  readonly unknown: number;
  readonly notApplicable: number;
  readonly suppressed: number;
  /** Failing, not suppressed. */
  readonly bySeverity: Readonly<Record<Severity, number>>;
}

/** `not-assessed`: automated, but a check did not run, or nothing in the input is what its checks apply to. `manual`: no check automates it. */
export type ControlStatus = 'pass' | 'fail' | 'unknown' | 'not-assessed' | 'manual';

export interface ControlResult {
  readonly control: string;
  readonly status: ControlStatus;
  /** Ids of the checks that automate it. */
  readonly checks: readonly string[];
}

/** What a scan says about the controls of one framework version. */
export interface FrameworkCoverage {
  readonly framework: string;
  readonly version: string;
  readonly name: string;
  readonly controls: number;
  readonly automated: number;
  readonly manual: number;
  readonly passing: number;
  readonly failing: number;
  readonly undecided: number;
  readonly notAssessed: number;
  /** Every control, in the order of the framework. */
  readonly results: readonly ControlResult[];
}

/** Our verdict beside that of another tool on the same resource. */
export interface ExternalComparison {
  readonly checkId: string;
  /** Ours; null when we judged no such resource. */
  readonly status: Status | null;
  /** `undecided`: one of the two did not say yes or no. */
  readonly outcome: 'agrees' | 'disagrees' | 'undecided' | 'not-judged';
}

/** What another tool found: shown as its own, not judged by us, never counted with ours. */
export interface ExternalFinding {
  readonly external: true;
  /** Name and version. */
  readonly tool: string;
  readonly id: string;
  /** In the tool's own words. */
  readonly check: string;
  readonly title: string;
  readonly status: Status;
  readonly severity: Severity;
  readonly message: string;
  readonly resource: {
    readonly id: string;
    readonly name: string;
    readonly type: string;
    readonly account: string | null;
    readonly region: string | null;
  };
  /** The file it was read from. */
  readonly file: string;
  /** One for each check of ours that is equivalent; empty when there is none. */
  readonly comparisons: readonly ExternalComparison[];
}

/** `List`: an array where everything is in memory. */
export interface ScanReport<List extends Findings = readonly Finding[]> {
  readonly schemaVersion: '1';
  readonly tool: { readonly name: 'kumomori'; readonly version: string };
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly targets: readonly { readonly kind: CodeKind; readonly path: string }[];
  readonly summary: ScanSummary;
  /** Every verdict asked for, sorted: status fail first, severity, check, address. */
  readonly findings: List;
  readonly frameworks: readonly FrameworkCoverage[];
  readonly coverage: readonly CoverageGap[];
  readonly diagnostics: readonly Diagnostic[];
  /** The attack paths that findings name, the gravest first; left out when they were not asked for. */
  readonly attackPaths?: readonly ReportedPath[];
  /** Findings of other tools; left out when none were given. */
  readonly external?: readonly ExternalFinding[];
  /** Only what differs from an earlier snapshot was judged. */
  readonly changedSince?: ChangedSinceReport;
  /** Compared with a base: the findings are those that the change adds, changes or silences. */
  readonly diff?: DiffReport;
  /** What the accounts and snapshots among the TARGETs could tell; left out when there were none. */
  readonly live?: LiveReach;
}

/** Which accounts were looked at, and what was not seen of them. */
export interface LiveReach {
  readonly accounts: readonly { readonly provider: CloudProvider; readonly account: string }[];
  /** Sorted by type: those that the selected checks judge. */
  readonly unseen: readonly UnseenType[];
}

/** A resource type of which there may be more than was seen: that none was found says nothing. */
export interface UnseenType {
  /** `aws.iam.user` */
  readonly type: string;
  /** The first account that did not tell: `aws:123456789012`; the cloud alone when nobody was asked. */
  readonly scope: string;
  /** `iam:ListUsers was not called`; null when nobody was asked. */
  readonly reason: string | null;
  /** How many accounts did not tell. */
  readonly accounts: number;
}

/** An attack path in a scan's report; `kumomori paths` tells the whole. */
export interface ReportedPath {
  readonly id: string;
  readonly query: string;
  readonly title: Text;
  readonly severity: Severity;
  /** 0 to 100. */
  readonly score: number;
}

export interface ChangedSinceReport {
  readonly snapshot: string;
  /** When its collection began. */
  readonly at: string | null;
  /** `linked`: the same as before, but with links to some that differ. */
  readonly resources: { readonly changed: number; readonly added: number; readonly removed: number; readonly linked: number };
  /** Failures that were none in the earlier snapshot. */
  readonly new: readonly FlippedFinding[];
  /** Failures of the earlier snapshot that are over: the resource passes, or is gone. */
  readonly resolved: readonly FlippedFinding[];
}

/** A failure that came or went. */
export interface FlippedFinding extends Pick<Finding, 'fingerprint' | 'checkId' | 'severity'> {
  readonly resource: Pick<Finding['resource'], 'id' | 'name' | 'account' | 'region'>;
}

/** What a change did to the findings of a base. */
export interface DiffReport {
  /** As the user gave it: a revision or a folder. */
  readonly base: string;
  /** The commit that was compared with; null when the base is a folder. */
  readonly commit: string | null;
  /** Failures that the change adds or makes graver; those decide the exit code. */
  readonly new: number;
  readonly newBySeverity: ScanSummary['bySeverity'];
  /** Verdicts that nobody could reach and that were not asked, or decided, in the base. */
  readonly newUnknown: number;
  /** Failures of the base whose values, instances or severity are others now. */
  readonly changed: number;
  readonly unchanged: number;
  /** Failures of the base that are over: the resource passes, or is gone. */
  readonly resolved: readonly DiffedFinding[];
  /** Failures that the change suppresses, or brings together with their suppression. */
  readonly silenced: readonly DiffedFinding[];
  /** The same failure of the same resource at another place or under another address. */
  readonly moved: readonly DiffedFinding[];
}

export interface DiffedFinding extends FlippedFinding {
  readonly title: Text;
  readonly file: string;
  readonly line: number;
}
