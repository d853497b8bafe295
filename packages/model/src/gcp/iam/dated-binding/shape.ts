/** A binding of a role, seen only as something that people gave for a while. Source: IAM documentation "Configure temporary access", read 2026-11-22. */
export interface DatedBinding {
  /** The title of its condition. */
  readonly ruleName: string | undefined;
  /** The description of its condition. */
  readonly description: string | undefined;
  /** Comments above the binding and in it. */
  readonly remark: string | undefined;
  /** The last day on which its condition holds, `YYYY-MM-DD`; undefined without such a condition. */
  readonly lastDay: string | undefined;
}
