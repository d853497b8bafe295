/** Owners as data: what an organization writes down once, and the answer about one resource. */
import type { CodeOwners } from './codeowners.ts';

/** What rules ask about a resource. */
export interface OwnedResource {
  /** `aws.s3.bucket` */
  readonly type: string;
  readonly id: string;
  readonly name: string;
  readonly account: string | null;
  readonly region: string | null;
  readonly tags: Readonly<Record<string, string>>;
  /** Organization units (management groups, folders) above its account, from the root down, by id or name. Empty when not known. */
  readonly units: readonly string[];
  /** Of a finding in code. */
  readonly repository: string | null;
  /** From the root of the repository, with forward slashes. */
  readonly file: string | null;
}

export interface Department {
  readonly id: string;
  readonly name: string;
  /** What tags may call it; letter case does not matter. */
  readonly aliases: readonly string[];
  /** Ids of users. */
  readonly managers: readonly string[];
  readonly parent: string | null;
}

/** All that are given have to fit; in each list one is enough. `*` and `?` are wildcards. Nothing given fits nothing. */
export interface ResourceMatch {
  readonly types?: readonly string[];
  /** Names or ids. */
  readonly resources?: readonly string[];
  readonly accounts?: readonly string[];
  readonly units?: readonly string[];
  readonly regions?: readonly string[];
  readonly repositories?: readonly string[];
  /** Keys without regard to letter case. */
  readonly tags?: Readonly<Record<string, string>>;
}

export interface BusinessSystem {
  readonly id: string;
  readonly name: string;
  /** Owns what belongs to the system when no other rule says who does. */
  readonly department: string | null;
  /** 1: the business stops without it. 4: nobody would notice. */
  readonly tier: 1 | 2 | 3 | 4;
  readonly match: ResourceMatch;
}

export interface TagOwnerRule {
  readonly id: string;
  /** Letter case does not matter. */
  readonly key: string;
  /** Pattern of the value. */
  readonly value: string;
  /** Null: the value itself names the department, by id or alias. */
  readonly department: string | null;
}

export interface AccountOwnerRule {
  readonly id: string;
  /** Pattern of account, subscription or project ids. */
  readonly account: string;
  readonly department: string;
}

export interface UnitOwnerRule {
  readonly id: string;
  /** Pattern of an id or name. */
  readonly unit: string;
  readonly department: string;
}

export interface RepositoryOwnerRule {
  readonly id: string;
  /** Pattern of the repository as it was registered. */
  readonly repository: string;
  readonly codeOwners: CodeOwners | null;
  /** For files that CODEOWNERS gives to nobody, or to people of no known department. */
  readonly department: string | null;
}

export type Environment = 'production' | 'staging' | 'development' | 'sandbox';

export interface EnvironmentRules {
  /** Tags that tell it, the first that does counts. Letter case does not matter. */
  readonly tagKeys: readonly string[];
  /** Patterns of tag values, in order. */
  readonly values: readonly { readonly value: string; readonly environment: Environment }[];
  readonly accounts: readonly { readonly id: string; readonly account: string; readonly environment: Environment }[];
  readonly units: readonly { readonly id: string; readonly unit: string; readonly environment: Environment }[];
}

/** In each list the first rule that fits counts; of units the one nearest to the account. */
export interface OwnershipRules {
  readonly departments: readonly Department[];
  readonly systems: readonly BusinessSystem[];
  readonly tags: readonly TagOwnerRule[];
  readonly accounts: readonly AccountOwnerRule[];
  readonly units: readonly UnitOwnerRule[];
  readonly repositories: readonly RepositoryOwnerRule[];
  /** `@org/team` or a mail address of CODEOWNERS → department. */
  readonly handles: Readonly<Record<string, string>>;
  readonly defaultDepartment: string | null;
  readonly environments: EnvironmentRules;
}

export type OwnershipStep = 'tag' | 'account' | 'unit' | 'codeowners' | 'repository' | 'system' | 'default';

/** Why somebody owns it. */
export interface OwnershipReason {
  readonly step: OwnershipStep;
  /** Id of the rule; null of the default. */
  readonly rule: string | null;
  /** What fitted: `Team=payments`, `123456789012`, `CODEOWNERS:12 /infra/`. */
  readonly matched: string;
}

export interface Ownership {
  /** Null when no rule says who: nobody, until somebody writes a rule. */
  readonly department: string | null;
  /** People and teams CODEOWNERS names for the file; also when the department comes from elsewhere. */
  readonly owners: readonly string[];
  readonly because: OwnershipReason | null;
  /** Rules that fitted but name a department that does not exist, a misspelt tag above all. */
  readonly unresolved: readonly OwnershipReason[];
}
