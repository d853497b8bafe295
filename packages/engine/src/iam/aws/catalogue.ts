/**
 * What AWS's service authorization reference says about actions, as one compact object (packages/content: `iam-actions.generated`). Strings are
 * shared through the `texts` table; an action is one row of numbers into it.
 */

export type AccessLevel = 'Read' | 'List' | 'Write' | 'Tagging' | 'Permissions management';

export interface ActionResourceType {
  /** Key of the resource type: `bucket`. */
  readonly name: string;
  readonly required: boolean;
  /** `arn:${Partition}:s3:::${BucketName}`; several where services share a name. */
  readonly arns: readonly string[];
  readonly conditionKeys: readonly string[];
  readonly dependentActions: readonly string[];
}

export interface ActionInfo {
  /** As AWS writes it: `s3:GetObject`. */
  readonly action: string;
  readonly service: string;
  readonly accessLevel: AccessLevel;
  /** Empty: the action knows only `*`. */
  readonly resourceTypes: readonly ActionResourceType[];
  readonly conditionKeys: readonly string[];
  readonly dependentActions: readonly string[];
}

/**
 * The catalogue as the engine sees it. Actions are numbered 0 … size − 1 in order of their lower-case names, so that the actions of a service, and all
 * that begin alike, are one range.
 */
export interface ActionCatalogue {
  /** Date of the data, `2026-09-26`. */
  readonly updatedAt: string;
  readonly size: number;
  /** Lower case, sorted: `s3:getobject` at its number. */
  readonly names: readonly string[];
  /** Number of an action, case ignored; undefined when the catalogue does not know it. */
  indexOf(action: string): number | undefined;
  /** Built on demand, kept. */
  info(index: number): ActionInfo;
  /** True when an action is known to take no resource but `*`. Faster than `info`. */
  isWithoutResource(index: number): boolean;
  hasService(service: string): boolean;
  /** Condition keys of a service with their type (`String`, `ArrayOfString`, `ARN`, `Bool`, `Date`, `Numeric`, `IPAddress`); global keys are not among them. */
  conditionKeysOf(service: string): ReadonlyMap<string, string>;
  /** Whether resource control policies cover the service. */
  supportsRcp(service: string): boolean;
}
